#include "codec/writer.h"

#include "codec/json_text.h"
#include "codec/value.h"
#include "model/date.h"
#include "model/extra.h"
#include "model/identity.h"
#include "model/numbers.h"

namespace compass {
namespace {

bool is_default(const Kind& kind, const Rule& rule, const void* value);

bool all_default(const Description& object, const void* value) {
    if (object.extra != no_extra && !as<Extra>(at_offset(value, object.extra)).members.empty()) return false;
    for (std::uint32_t i = 0; i < object.count; ++i) {
        const Field& field = object.fields[i];
        if (field.rule.required || !is_default(*field.kind, field.rule, at_offset(value, field.offset))) return false;
    }
    return true;
}

// Only what need not be in the file is asked for: never a number, a date, a box or a row.
bool is_default(const Kind& kind, const Rule& rule, const void* value) {
    switch (kind.shape) {
        case Shape::text: return as<std::string>(value).empty();
        case Shape::truth: return !as<bool>(value);
        case Shape::word: return as<std::uint8_t>(value) == rule.usual;
        case Shape::identity: return !as<Id>(value);
        case Shape::optional: return !kind.optional->inside(value);
        case Shape::list: return kind.list->items(value).count == 0;
        case Shape::object: return all_default(*kind.object, value);
        default: return false;
    }
}

class Writer {
  public:
    explicit Writer(Layout layout) : lines_(layout == Layout::lines) {}

    std::string document(std::string_view format, const Description& object, const void* value);
    std::string member(const Description& object, const Field& field, const void* owner);
    std::string value(const Kind& kind, const void* value);

  private:
    void any(const Kind& kind, const void* value, const Extra* extra, std::string_view name);
    void scalar(const Kind& kind, const void* value);
    void items(const Kind& item, const void* first, std::size_t count);
    void members(const Description& object, const void* value);
    void closed(const Description& object, const void* value, const Extra& extra, std::string_view name);
    void unknown(const Extra& extra, bool document);

    void begin(char bracket) { out_ += bracket, ++depth_, first_ = true; }
    void end(char bracket) {
        --depth_;
        if (lines_ && !first_) append_line(out_, depth_);
        out_ += bracket;
        first_ = false;
    }
    void separate() {
        if (!first_) out_ += ',';
        if (lines_) append_line(out_, depth_);
        first_ = false;
    }
    void name(std::string_view name) {
        append_quoted(out_, name);
        out_ += lines_ ? ": " : ":";
    }

    bool lines_;
    std::string out_;
    int depth_ = 0;
    bool first_ = true;  // in the object or list that is open
};

std::string Writer::document(std::string_view format, const Description& object, const void* value) {
    std::string_view version = format_version_text;
    const Extra& extra = as<Extra>(at_offset(value, object.extra));
    for (const auto& [name, json] : extra.members) {
        if (name != "version" || json.size() < 2) continue;
        const std::string_view kept = std::string_view(json).substr(1, json.size() - 2);
        const std::optional<Version> parsed = parse_version(kept);
        if (parsed && newer_minor(*parsed)) version = kept;
    }
    begin('{');
    separate(), name("format"), append_quoted(out_, format);
    separate(), name("version"), append_quoted(out_, version);
    members(object, value);
    unknown(extra, true);
    end('}');
    if (lines_) out_ += '\n';
    return std::move(out_);
}

std::string Writer::member(const Description& object, const Field& field, const void* owner) {
    const void* value = at_offset(owner, field.offset);
    if (field.rule.required || !is_default(*field.kind, field.rule, value)) any(*field.kind, value, extra_of(object, owner), field.name);
    return std::move(out_);
}

std::string Writer::value(const Kind& kind, const void* value) {
    const Extra none;
    const bool empty = kind.shape == Shape::optional && !kind.optional->inside(value);
    if (!empty) any(kind, value, &none, {});
    return std::move(out_);
}

void Writer::members(const Description& object, const void* value) {
    const Extra* extra = extra_of(object, value);
    for (std::uint32_t i = 0; i < object.count; ++i) {
        const Field& field = object.fields[i];
        const void* member = at_offset(value, field.offset);
        if (!field.rule.required && is_default(*field.kind, field.rule, member)) continue;
        separate();
        name(field.name);
        any(*field.kind, member, extra, field.name);
    }
}

// `extra` and `name`: who keeps the unknown members of a closed value, and under which name.
void Writer::any(const Kind& kind, const void* value, const Extra* extra, std::string_view name) {
    switch (kind.shape) {
        case Shape::optional: return any(*kind.item, kind.optional->inside(value), extra, name);
        case Shape::box: return any(*kind.item, kind.box->inside(value), extra, name);
        case Shape::list: {
            const Items list = kind.list->items(value);
            return items(*kind.item, list.first, list.count);
        }
        case Shape::row: return items(*kind.item, value, kind.count);
        case Shape::object:
            if (kind.object->extra == no_extra) return closed(*kind.object, value, *extra, name);
            begin('{');
            members(*kind.object, value);
            unknown(as<Extra>(at_offset(value, kind.object->extra)), false);
            return end('}');
        default: return scalar(kind, value);
    }
}

void Writer::scalar(const Kind& kind, const void* value) {
    switch (kind.shape) {
        case Shape::text: append_quoted(out_, as<std::string>(value)); break;
        case Shape::truth: out_ += as<bool>(value) ? "true" : "false"; break;
        case Shape::whole: append_number(out_, static_cast<long long>(as<int>(value))); break;
        case Shape::minor_units: append_number(out_, static_cast<long long>(as<std::int64_t>(value))); break;
        case Shape::number: append_number(out_, as<double>(value)); break;
        case Shape::word: append_quoted(out_, kind.words[as<std::uint8_t>(value)]); break;
        case Shape::date: append_quoted(out_, format(as<Date>(value))); break;
        case Shape::identity: append_quoted(out_, format(as<Id>(value))); break;
        default: append_quoted(out_, as<Currency>(value).text()); break;
    }
}

// Plain values stand on one line, structs and lists on their own.
void Writer::items(const Kind& item, const void* first, std::size_t count) {
    const bool flat = is_scalar(item.shape);
    begin('[');
    for (std::size_t i = 0; i < count; ++i) {
        if (!flat)
            separate();
        else if (i > 0)
            out_ += lines_ ? ", " : ",";
        any(item, at_offset(first, i * item.size), nullptr, {});
    }
    if (flat) first_ = true;
    end(']');
}

// On one line: {"minor": 860000000, "currency": "CNY"}
void Writer::closed(const Description& object, const void* value, const Extra& extra, std::string_view owner) {
    out_ += '{';
    for (std::uint32_t i = 0; i < object.count; ++i) {
        if (i > 0) out_ += lines_ ? ", " : ",";
        name(object.fields[i].name);
        scalar(*object.fields[i].kind, at_offset(value, object.fields[i].offset));
    }
    for (const auto& [member, json] : extra.members) {
        if (member.size() <= owner.size() || !member.starts_with(owner) || member[owner.size()] != nested_separator) continue;
        out_ += lines_ ? ", " : ",";
        name(std::string_view(member).substr(owner.size() + 1));
        out_ += json;
    }
    out_ += '}';
}

void Writer::unknown(const Extra& extra, bool document) {
    for (const auto& [member, json] : extra.members) {
        if (member.find(nested_separator) != std::string::npos) continue;
        if (document && (member == "format" || member == "version")) continue;
        separate();
        name(member);
        if (lines_)
            append_spread(out_, json, depth_);
        else
            out_ += json;
    }
}

}  // namespace

std::string write_document(std::string_view format, const Description& object, const void* value, Layout layout) {
    return Writer(layout).document(format, object, value);
}

std::string write_value(const Kind& kind, const void* value) { return Writer(Layout::compact).value(kind, value); }

std::string write_member(const Description& object, const Field& field, const void* owner) {
    return Writer(Layout::compact).member(object, field, owner);
}

}  // namespace compass

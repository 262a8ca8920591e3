// The JSON Schema of the file format, made from the tables.
#include "codec/description.h"
#include "codec/json_text.h"
#include "codec/workspace_codec.h"

#include <string>
#include <vector>

namespace compass {
namespace {

class Schema {
  public:
    std::string workspace();

  private:
    void name(std::string_view name) { append_quoted(out_, name), out_ += ':'; }
    void pair(std::string_view key, std::string_view text) { name(key), append_quoted(out_, text); }
    void pair(std::string_view key, double number) { name(key), append_number(out_, number); }
    void next() { out_ += ','; }

    void members(const Description& object, std::string_view format);
    void any(const Kind& kind, const Rule& rule);
    void text(const Rule& rule);
    void number(const char* type, const Rule& rule);
    void words(const Kind& kind);
    void list(const Kind& item, const Rule& rule, double at_least, double at_most);

    std::string out_;
    std::vector<const Description*> described_;  // in $defs, in the order of their first use
};

std::string Schema::workspace() {
    out_ = '{';
    pair("$schema", "https://json-schema.org/draft/2020-12/schema"), next();
    pair("title", "Deal Compass file"), next();
    pair("$comment",
         "Generated from core/codec/description_*.cpp by `deal-compass schema`. Beyond a schema's reach: ids are unique, "
         "deals name customers of the file, evidence, links and tasks name people of their deal, dates exist; a playbook's "
         "base chances rise, its priors sum to one, its funnel has p1 to p7 in order."),
        next();
    members(workspace_description, workspace_format), next();
    name("$defs"), out_ += '{';
    for (std::size_t i = 0; i < described_.size(); ++i) {
        if (i > 0) next();
        name(described_[i]->name), out_ += '{';
        members(*described_[i], {});
        out_ += '}';
    }
    out_ += "}}";
    std::string lines;
    append_spread(lines, out_, 0);
    return lines + '\n';
}

void Schema::members(const Description& object, std::string_view format) {
    std::string required;
    const auto require = [&](std::string_view member) {
        if (!required.empty()) required += ',';
        append_quoted(required, member);
    };
    pair("type", "object"), next();
    name("properties"), out_ += '{';
    if (!format.empty()) {
        require("format"), require("version");
        name("format"), out_ += '{', pair("const", format), out_ += '}', next();
        name("version"), out_ += '{', pair("type", "string"), next(),
            pair("pattern", "^" + std::to_string(format_version.major) + "\\.[0-9]{1,6}$"), out_ += '}', next();
    }
    for (std::uint32_t i = 0; i < object.count; ++i) {
        const Field& field = object.fields[i];
        if (i > 0) next();
        if (field.rule.required) require(field.name);
        name(field.name);
        any(*field.kind, field.rule);
    }
    out_ += '}';
    if (!required.empty()) next(), name("required"), out_ += '[' + required + ']';
}

void Schema::any(const Kind& kind, const Rule& rule) {
    switch (kind.shape) {
        case Shape::optional:
        case Shape::box: return any(*kind.item, rule);
        default: break;
    }
    out_ += '{';
    switch (kind.shape) {
        case Shape::text: text(rule); break;
        case Shape::truth: pair("type", "boolean"); break;
        case Shape::whole:
        case Shape::minor_units: number("integer", rule); break;
        case Shape::number: number("number", rule); break;
        case Shape::word: words(kind); break;
        case Shape::date:
            pair("type", "string"), next(), pair("format", "date"), next(), pair("pattern", "^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$");
            break;
        case Shape::identity:
            pair("type", "string"), next(), pair("format", "uuid"), next(),
                pair("pattern", "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$");
            break;
        case Shape::currency: pair("type", "string"), next(), pair("pattern", "^[A-Z]{3}$"); break;
        case Shape::list: list(*kind.item, rule, 0, rule.at_most); break;
        case Shape::row: list(*kind.item, rule, kind.count, kind.count); break;
        default: {
            bool known = false;
            for (const Description* one : described_) known = known || one == kind.object;
            if (!known) described_.push_back(kind.object);
            pair("$ref", std::string("#/$defs/") + kind.object->name);
        }
    }
    out_ += '}';
}

void Schema::text(const Rule& rule) {
    pair("type", "string"), next();
    if (rule.filled) pair("minLength", 1), next();
    pair("maxLength", rule.length);
}

void Schema::number(const char* type, const Rule& rule) {
    pair("type", type), next();
    pair(rule.open ? "exclusiveMinimum" : "minimum", rule.low), next();
    pair(rule.open ? "exclusiveMaximum" : "maximum", rule.high);
}

void Schema::words(const Kind& kind) {
    name("enum"), out_ += '[';
    for (std::uint32_t i = 0; i < kind.count; ++i) {
        if (i > 0) next();
        append_quoted(out_, kind.words[i]);
    }
    out_ += ']';
}

void Schema::list(const Kind& item, const Rule& rule, double at_least, double at_most) {
    pair("type", "array"), next();
    if (at_least > 0) pair("minItems", at_least), next();
    pair("maxItems", at_most), next();
    name("items"), any(item, rule);
}

}  // namespace

std::string json_schema() { return Schema().workspace(); }

}  // namespace compass

#include "codec/reader.h"

#include "codec/capture.h"
#include "codec/format.h"
#include "codec/scalar.h"
#include "codec/scope.h"
#include "codec/syntax_error.h"
#include "codec/walk.h"
#include "model/extra.h"
#include "model/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

namespace compass {
namespace {

// What Frame::at says beside the numbers of known fields.
constexpr std::uint32_t format_member = 61, version_member = 62, unknown_member = 63;
// A file of tiny items would fill the memory with their defaults otherwise.
constexpr std::size_t model_bytes_at_most = 512u << 20;
constexpr Rule root_rule{};

// An object or a list that is open.
struct Frame {
    const Kind* kind;
    const Rule* rule;
    void* value;
    std::uint64_t seen = 0;     // object: which members came, by `at`
    std::uint32_t at = 0;       // object: the member that came last; list and row: items so far
    const Kind* box = nullptr;  // where the value goes when it is complete
    void* boxed = nullptr;
};

bool is_object(const Frame& frame) { return frame.kind->shape == Shape::object; }

struct Slot {
    const Kind* kind = nullptr;  // null: no place for this value
    const Rule* rule = nullptr;
    void* value = nullptr;
};

class Reader {
  public:
    Reader(std::string_view json, std::string_view format, const Kind& root, void* value)
        : json_(json), format_(format), root_{&root, &root_rule, value} {}
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader() { abandon(); }

    Reading read();

    // nlohmann's SAX interface; false ends the reading.
    bool null() { return scalar({Scalar::Type::null, "null"}); }
    bool boolean(bool value) { return scalar({Scalar::Type::truth, value ? "true" : "false"}); }
    bool number_integer(std::int64_t value) { return whole(value); }
    bool number_unsigned(std::uint64_t value) { return whole(value); }
    bool number_float(double value, const std::string& token) { return scalar({Scalar::Type::number, token, value}); }
    bool string(const std::string& text) { return scalar({Scalar::Type::text, text}); }
    bool binary(const nlohmann::json::binary_t&) { return false; }  // not in JSON
    bool key(const std::string& name);
    bool start_object(std::size_t) { return open('{', Shape::object); }
    bool start_array(std::size_t) { return open('[', Shape::list); }
    bool end_object() { return close('}'); }
    bool end_array() { return close(']'); }
    bool parse_error(std::size_t position, const std::string& token, const nlohmann::detail::exception& exception);

  private:
    template <class Integer>
    bool whole(Integer value) {
        char text[24];
        const char* end = std::to_chars(text, text + sizeof text, value).ptr;
        return scalar({Scalar::Type::number, {text, static_cast<std::size_t>(end - text)}, static_cast<double>(value)});
    }
    bool scalar(const Scalar& scalar);
    bool open(char bracket, Shape shape);
    bool close(char bracket);

    bool at_header() const {
        return frames_.size() == 1 && (frames_[0].at == format_member || frames_[0].at == version_member) && is_object(frames_[0]);
    }
    void header(const Scalar& scalar);
    Slot next_slot();
    bool take_memory(std::size_t bytes);
    void keep_unknown();
    void complete(Frame frame);
    void check_members(const Frame& frame);

    void abandon();
    std::string path() const;
    void error(const char* code, std::string detail = {}, std::string_view member = {});
    void fail(const char* code, std::string detail = {});

    std::string_view json_, format_;
    Slot root_;
    std::vector<Frame> frames_;
    std::vector<Error> errors_;
    bool stopped_ = false;  // no more errors are wanted
    bool version_known_ = false;
    int depth_ = 0;
    int passed_over_ = 0;  // open objects and lists of a value that has no place
    std::string unknown_name_;
    Capture capture_;
    std::size_t model_bytes_ = 0;
    ScopeIds ids_;
};

// What is open will not be completed.
void Reader::abandon() {
    for (const Frame& frame : frames_) {
        if (frame.box) frame.box->box->put(nullptr, frame.value);
    }
    frames_.clear();
}

Reading Reader::read() {
    nlohmann::json::sax_parse(json_.begin(), json_.end(), this);
    return {std::move(errors_), stopped_};
}

std::string Reader::path() const {
    std::string path;
    for (const Frame& frame : frames_) {
        if (!is_object(frame)) {
            if (frame.at > 0) append_pointer(path, frame.at - 1);
        } else if (frame.seen != 0) {
            switch (frame.at) {
                case format_member: append_pointer(path, "format"); break;
                case version_member: append_pointer(path, "version"); break;
                case unknown_member: append_pointer(path, unknown_name_); break;
                default: append_pointer(path, frame.kind->object->fields[frame.at].name);
            }
        }
    }
    return path;
}

void Reader::error(const char* code, std::string detail, std::string_view member) {
    if (stopped_) return;
    std::string where = path();
    if (!member.empty()) append_pointer(where, member);
    std::replace_if(
        detail.begin(), detail.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');  // it is shown on one line
    errors_.push_back({std::move(where), code, std::move(detail)});
    stopped_ = errors_.size() >= errors_at_most;
}

// One error that makes all others pointless.
void Reader::fail(const char* code, std::string detail) {
    errors_.assign({Error{path(), code, std::move(detail)}});
    stopped_ = true;
}

bool Reader::key(const std::string& name) {
    if (passed_over_ > 0) return true;
    if (capture_.active()) {
        if (has_control_character(name, true)) error("control_character");
        capture_.name(name);
        return take_memory(sizeof(Extra::members[0]));
    }
    Frame& frame = frames_.back();
    const Description& object = *frame.kind->object;
    // Files are written in the order of the table, so the field after the last one is the likely one.
    const std::uint32_t likely = frame.seen == 0 || frame.at >= object.count ? 0 : frame.at + 1;
    frame.at = unknown_member;
    for (std::uint32_t i = likely; i < likely + object.count; ++i) {
        const std::uint32_t at = i < object.count ? i : i - object.count;
        if (object.fields[at].name == name) {
            frame.at = at;
            break;
        }
    }
    if (frames_.size() == 1 && name == "format") frame.at = format_member;
    if (frames_.size() == 1 && name == "version") frame.at = version_member;
    const std::uint64_t bit = std::uint64_t{1} << frame.at;
    if (frame.at == unknown_member) {
        unknown_name_ = name;
        if (has_control_character(name, false)) error("control_character");
        capture_.begin();
        take_memory(sizeof(Extra::members[0]));
    } else if (frame.seen & bit) {
        error("duplicate_member", excerpt(name));
    }
    frame.seen |= bit;
    return !stopped_;
}

bool Reader::scalar(const Scalar& scalar) {
    if (passed_over_ > 0) return true;
    if (capture_.active()) {
        if (scalar.type == Scalar::Type::text) {
            if (has_control_character(scalar.text, true)) error("control_character");
            capture_.text(scalar.text);
        } else {
            capture_.token(scalar.text);
        }
        if (capture_.complete()) keep_unknown();
    } else if (at_header()) {
        header(scalar);
    } else if (frames_.empty()) {
        fail("format");
    } else if (Slot slot = next_slot(); slot.kind) {
        while (slot.kind->shape == Shape::optional) slot = {slot.kind->item, slot.rule, slot.kind->optional->fill(slot.value)};
        if (Problem problem = store(scalar, *slot.kind, *slot.rule, slot.value, ids_); problem.code)
            error(problem.code, std::move(problem.detail));
    }
    return !stopped_;
}

bool Reader::open(char bracket, Shape shape) {
    if (++depth_ > nesting_at_most) {
        fail("too_deep", std::to_string(nesting_at_most));
    } else if (capture_.active()) {
        capture_.open(bracket);
    } else if (passed_over_ == 0 && at_header()) {
        header({Scalar::Type::null, {}});
    } else if (passed_over_ > 0) {
        ++passed_over_;
    } else if (Slot slot = frames_.empty() ? root_ : next_slot(); slot.kind) {
        while (slot.kind->shape == Shape::optional) slot = {slot.kind->item, slot.rule, slot.kind->optional->fill(slot.value)};
        Frame frame{slot.kind, slot.rule, slot.value};
        if (frame.kind->shape == Shape::box) {
            frame.box = slot.kind;
            frame.boxed = slot.value;
            frame.kind = slot.kind->item;
        }
        const bool fits = shape == Shape::object ? is_object(frame) : frame.kind->shape == Shape::list || frame.kind->shape == Shape::row;
        if (!fits && frames_.empty()) {
            fail("format");
        } else if (!fits) {
            error(expected(frame.kind->shape), shape == Shape::object ? "{…}" : "[…]");
            ++passed_over_;
        } else {
            if (frame.box) frame.value = frame.box->box->make();
            if (is_object(frame) && frame.kind->object->scope != Scope::none) ids_.clear();
            frames_.push_back(frame);
        }
    } else {
        ++passed_over_;
    }
    return !stopped_;
}

bool Reader::close(char bracket) {
    --depth_;
    if (passed_over_ > 0) {
        --passed_over_;
    } else if (capture_.active()) {
        capture_.close(bracket);
        if (const std::string name = capture_.take_repeated_name(); !name.empty()) error("duplicate_member", excerpt(name));
        if (capture_.complete()) keep_unknown();
    } else {
        const Frame frame = frames_.back();
        frames_.pop_back();  // what is wrong with the whole of it is said of its own path
        complete(frame);
    }
    return !stopped_;
}

void Reader::header(const Scalar& scalar) {
    const bool is_text = scalar.type == Scalar::Type::text;
    if (frames_[0].at == format_member) {
        if (!is_text || scalar.text != format_) fail("format");
        return;
    }
    const std::optional<Version> version = is_text ? parse_version(scalar.text) : std::nullopt;
    if (!version) return fail("version", excerpt(scalar.text));
    if (version->major != format_version.major) return fail("version_unknown", excerpt(scalar.text));
    version_known_ = true;
    if (newer_minor(*version)) {
        unknown_name_ = "version";
        capture_.begin();
        capture_.text(scalar.text);
        keep_unknown();
    }
}

// Where the next item or the value of the last member belongs.
Slot Reader::next_slot() {
    Frame& frame = frames_.back();
    if (is_object(frame)) {
        const Field& field = frame.kind->object->fields[frame.at];
        return {field.kind, &field.rule, at_offset(frame.value, field.offset)};
    }
    const Kind& item = *frame.kind->item;
    const std::uint32_t index = frame.at++;
    if (frame.kind->shape == Shape::row) {
        if (index >= frame.kind->count) return {};
        return {&item, frame.rule, at_offset(frame.value, std::size_t{index} * item.size)};
    }
    if (index >= frame.rule->at_most) {
        if (index == frame.rule->at_most) error("too_many", std::to_string(frame.rule->at_most));
        return {};
    }
    if (!take_memory(item.size)) return {};
    return {&item, frame.rule, frame.kind->list->append(frame.value)};
}

bool Reader::take_memory(std::size_t bytes) {
    model_bytes_ += bytes;
    if (model_bytes_ > model_bytes_at_most) fail("too_large", std::to_string(file_bytes_at_most >> 20));
    return !stopped_;
}

// A closed value has no place for unknown members: the struct that it is a field of keeps them.
void Reader::keep_unknown() {
    const Frame* owner = &frames_.back();
    std::string name = unknown_name_;
    if (owner->kind->object->extra == no_extra) {
        owner = &frames_[frames_.size() - 2];
        name = std::string(owner->kind->object->fields[owner->at].name) + nested_separator + name;
    }
    static_cast<Extra*>(at_offset(owner->value, owner->kind->object->extra))->members.emplace_back(std::move(name), capture_.take());
}

void Reader::complete(Frame frame) {
    if (is_object(frame)) {
        check_members(frame);
        if (frame.kind->object->extra != no_extra) {
            const std::string name = repeated_name(*static_cast<Extra*>(at_offset(frame.value, frame.kind->object->extra)));
            if (!name.empty()) error("duplicate_member", excerpt(name.substr(name.find(nested_separator) + 1)), name);
        }
        if (frame.kind->object->scope != Scope::none && !stopped_) {
            check_ids(*frame.kind->object, frame.value, path(), ids_, errors_);
            stopped_ = errors_.size() >= errors_at_most;
        }
    } else if (frame.kind->shape == Shape::row && frame.at != frame.kind->count) {
        error("row_length", std::to_string(frame.kind->count));
    }
    if (frame.box) frame.box->box->put(frame.boxed, frame.value);
}

void Reader::check_members(const Frame& frame) {
    if (frames_.empty() && !(frame.seen >> format_member & 1)) return fail("format");
    if (frames_.empty() && !version_known_) return fail("version");
    const Description& object = *frame.kind->object;
    for (std::uint32_t i = 0; i < object.count; ++i) {
        if (object.fields[i].rule.required && !(frame.seen >> i & 1))
            error("missing", std::string(object.fields[i].name), object.fields[i].name);
    }
}

bool Reader::parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& exception) {
    if (stopped_) return false;
    // Of some other JSON only this is worth saying.
    if (!version_known_) errors_.clear();
    // The end of the file is the fault of nothing that stands in it.
    if (breaks_off(json_, position)) abandon();
    Problem problem = syntax_error(json_, position, exception.what());
    error(problem.code, std::move(problem.detail));
    stopped_ = true;
    return false;
}

}  // namespace

Reading read_document(std::string_view json, std::string_view format, const Kind& root, void* value) {
    if (json.size() > file_bytes_at_most) return {{{{}, "too_large", std::to_string(file_bytes_at_most >> 20)}}, true};
    return Reader(json, format, root, value).read();
}

}  // namespace compass

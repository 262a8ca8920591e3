#include "codec/scalar.h"

#include "codec/json_text.h"
#include "model/date.h"
#include "model/numbers.h"
#include "model/text.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace compass {
namespace {

using Type = Scalar::Type;

Problem store_text(std::string_view given, const Rule& rule, void* value) {
    // What is invisible is dropped, not refused: it comes with what is pasted, and files of older versions may hold it.
    const std::string visible = without_invisible(given);
    const std::string_view text = trimmed(visible);
    if (has_control_character(text, rule.lines)) return {"control_character", {}};
    if (text.size() > rule.length && length_of(text) > rule.length) return {"too_long", std::to_string(rule.length)};
    if (rule.filled && text.empty()) return {"empty_text", {}};
    as<std::string>(value).assign(text);
    return {};
}

Problem check_range(double number, const Rule& rule) {
    const bool inside = rule.open ? number > rule.low && number < rule.high : number >= rule.low && number <= rule.high;
    if (inside) return {};
    std::string range;
    append_number(range, rule.low);
    range += " … ";
    append_number(range, rule.high);
    return {rule.open ? "range_open" : "range", range};
}

Problem store_number(const Scalar& scalar, const Kind& kind, const Rule& rule, void* value) {
    const double number = scalar.number;
    if (kind.shape != Shape::number && number != std::trunc(number)) return {"expected_whole", excerpt(scalar.text)};
    Problem problem = check_range(number, rule);
    if (problem.code) return problem;
    if (kind.shape == Shape::whole) as<int>(value) = static_cast<int>(number);
    if (kind.shape == Shape::minor_units) as<std::int64_t>(value) = static_cast<std::int64_t>(number);
    if (kind.shape == Shape::number) as<double>(value) = number;
    return {};
}

Problem store_word(std::string_view word, const Kind& kind, void* value) {
    std::string choice;
    for (std::uint32_t i = 0; i < kind.count; ++i) {
        if (word == kind.words[i]) {
            as<std::uint8_t>(value) = static_cast<std::uint8_t>(i);
            return {};
        }
        if (i > 0) choice += ", ";
        choice += kind.words[i];
    }
    return {"word", choice};
}

Problem store_identity(std::string_view text, const Rule& rule, void* value, ScopeIds& ids) {
    const std::optional<Id> id = parse_id(text);
    if (!id || !*id) return {"id", excerpt(text)};
    as<Id>(value) = *id;
    if (rule.meaning == Meaning::own_id || rule.meaning == Meaning::own_person_id) ids.own.push_back(*id);
    if (rule.meaning == Meaning::own_person_id) ids.people.push_back(*id);
    if (rule.meaning == Meaning::person) ids.referred.push_back(*id);
    return {};
}

Problem store_date(std::string_view text, void* value) {
    const std::optional<Date> date = parse_date(text);
    if (!date) return {"date", excerpt(text)};
    as<Date>(value) = *date;
    return {};
}

Problem store_currency(std::string_view text, void* value) {
    const bool code = text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!code) return {"currency", excerpt(text)};
    std::copy(text.begin(), text.end(), as<Currency>(value).code.begin());
    return {};
}

Type type_for(Shape shape) {
    switch (shape) {
        case Shape::truth: return Type::truth;
        case Shape::whole:
        case Shape::minor_units:
        case Shape::number: return Type::number;
        case Shape::text:
        case Shape::word:
        case Shape::date:
        case Shape::identity:
        case Shape::currency: return Type::text;
        default: return Type::null;  // objects and lists: no scalar will do
    }
}

}  // namespace

Problem store(const Scalar& scalar, const Kind& kind, const Rule& rule, void* value, ScopeIds& ids) {
    if (scalar.type != type_for(kind.shape) || scalar.type == Type::null) return {expected(kind.shape), excerpt(scalar.text)};
    switch (kind.shape) {
        case Shape::text: return store_text(scalar.text, rule, value);
        case Shape::word: return store_word(scalar.text, kind, value);
        case Shape::date: return store_date(scalar.text, value);
        case Shape::identity: return store_identity(scalar.text, rule, value, ids);
        case Shape::currency: return store_currency(scalar.text, value);
        case Shape::truth: as<bool>(value) = scalar.text == "true"; return {};
        default: return store_number(scalar, kind, rule, value);
    }
}

const char* expected(Shape shape) {
    switch (shape) {
        case Shape::truth: return "expected_truth";
        case Shape::whole:
        case Shape::minor_units: return "expected_whole";
        case Shape::number: return "expected_number";
        case Shape::list:
        case Shape::row: return "expected_list";
        case Shape::object:
        case Shape::optional:
        case Shape::box: return "expected_object";
        default: return "expected_text";
    }
}

}  // namespace compass

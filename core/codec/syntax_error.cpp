#include "codec/syntax_error.h"

#include <algorithm>

namespace compass {
namespace {

std::string place_in(std::string_view json, std::size_t position) {
    const std::string_view before = json.substr(0, position);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const std::size_t line_begin = before.rfind('\n') + 1;  // 0 where there is none
    return std::to_string(position) + " (" + std::to_string(lines + 1) + ':' + std::to_string(position - line_begin) + ')';
}

const char* code_of(std::string_view json, std::size_t read, std::string_view message) {
    if (json.empty()) return "empty_file";
    if (json.starts_with("\xFF\xFE") || json.starts_with("\xFE\xFF")) return "utf16";
    if (breaks_off(json, read)) return "truncated";
    const auto speaks_of = [&](std::string_view words) { return message.find(words) != std::string_view::npos; };
    if (speaks_of("surrogate")) return "half_character";
    if (speaks_of("UTF-8")) return "encoding";
    if (speaks_of("number overflow")) return "number_too_large";
    if (speaks_of("control character")) return "control_character_at";
    return "syntax";
}

}  // namespace

bool breaks_off(std::string_view json, std::size_t read) { return read > json.size(); }

Problem syntax_error(std::string_view json, std::size_t read, std::string_view message) {
    return {code_of(json, read, message), place_in(json, std::min(read, json.size()))};
}

}  // namespace compass

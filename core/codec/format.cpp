#include "codec/format.h"

namespace compass {
namespace {

std::optional<int> parse_number(std::string_view digits) {
    if (digits.empty() || digits.size() > 6) return std::nullopt;
    int number = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

}  // namespace

std::optional<Version> parse_version(std::string_view text) {
    const std::size_t dot = text.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const std::optional<int> major = parse_number(text.substr(0, dot)), minor = parse_number(text.substr(dot + 1));
    if (!major || !minor) return std::nullopt;
    return Version{*major, *minor};
}

}  // namespace compass

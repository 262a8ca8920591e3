#include "model/text.h"

#include <array>

namespace compass {
namespace {

using namespace std::string_view_literals;
constexpr std::array blanks = {" "sv, "\t"sv, "\n"sv, "\r"sv, "\u3000"sv, "\u00A0"sv};

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

// The code point that begins here, 0 at the end.
char32_t code_point(std::string_view text) {
    if (text.empty()) return 0;
    const unsigned first = byte_at(text, 0);
    std::size_t more = first < 0xC0 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    char32_t point = more == 0 ? first : first & (0x3Fu >> more);
    for (std::size_t i = 1; i <= more && i < text.size(); ++i) point = point << 6 | (byte_at(text, i) & 0x3Fu);
    return point;
}

bool is_between(char32_t point, char32_t first, char32_t last) { return point >= first && point <= last; }

// Emoji with their selectors; the scripts from Arabic to Tibetan, from Khmer to Mongolian and their extensions.
bool takes_joiners(char32_t point) {
    return point == 0xFE0F || is_between(point, 0x2190, 0x2BFF) || is_between(point, 0x1F000, 0x1FBFF) ||
           is_between(point, 0x600, 0x10FF) || is_between(point, 0x1780, 0x1CFF) || is_between(point, 0xA800, 0xABFF);
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view blank : blanks) {
            if (text.starts_with(blank)) text.remove_prefix(blank.size()), again = true;
            if (text.ends_with(blank)) text.remove_suffix(blank.size()), again = true;
        }
    }
    return text;
}

std::size_t code_point_bytes(std::string_view text) {
    const auto byte = [&](std::size_t i) -> unsigned { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0; };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
    const unsigned first = byte(0), second = byte(1);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool overlong = first == 0xE0 && second < 0xA0, surrogate = first == 0xED && second > 0x9F;
        return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool overlong = first == 0xF0 && second < 0x90, beyond = first == 0xF4 && second > 0x8F;
        return follows(1) && follows(2) && follows(3) && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

std::size_t length_of(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
}

std::string excerpt(std::string_view text) {
    constexpr std::size_t shown = 60;
    std::size_t end = 0, points = 0;
    for (; end < text.size(); ++end) {
        const bool begins = (byte_at(text, end) & 0xC0) != 0x80;
        if (begins && points++ == shown) break;
    }
    std::string part(text.substr(0, end));
    if (end < text.size()) part += "…";
    return part;
}

std::string without_invisible(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    char32_t before = 0;
    while (!text.empty()) {
        const char32_t point = code_point(text);
        std::size_t bytes = 1;
        while (bytes < text.size() && (byte_at(text, bytes) & 0xC0) == 0x80) ++bytes;
        const std::string_view here = text.substr(0, bytes);
        text.remove_prefix(bytes);
        if (point == 0x200B || point == 0x2060 || point == 0xFEFF || is_between(point, 0x202A, 0x202E) || is_between(point, 0x2066, 0x2069))
            continue;
        if (is_between(point, 0x200C, 0x200D) && !(takes_joiners(before) && takes_joiners(code_point(text)))) continue;
        result += here;
        before = point;
    }
    return result;
}

bool has_control_character(std::string_view text, bool lines_permitted) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const unsigned char byte = byte_at(text, i);
        if (byte < 0x20 && !(lines_permitted && (byte == '\n' || byte == '\t'))) return true;
        if (byte == 0x7F) return true;
        if (byte == 0xC2 && i + 1 < text.size() && byte_at(text, i + 1) < 0xA0) return true;  // U+0080 … U+009F
    }
    return false;
}

}  // namespace compass

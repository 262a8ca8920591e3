#include "session/clean_text.h"

#include "model/text.h"

#include <cstddef>

namespace compass {
namespace {

constexpr std::string_view replacement = "\uFFFD";

// The bytes of the code point that starts here; 0 where they are not well-formed (overlong, surrogate, cut off, beyond U+10FFFF).
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

std::string clean(std::string_view text, bool lines_permitted, std::size_t code_points_at_most) {
    std::string sound;
    while (!text.empty()) {
        const std::size_t bytes = code_point_bytes(text);
        const std::string_view here = bytes ? text.substr(0, bytes) : replacement;
        text.remove_prefix(bytes ? bytes : 1);
        if (!has_control_character(here, lines_permitted))
            sound += here;
        else if (here == "\n" || here == "\t")
            sound += ' ';
    }
    std::string result(trimmed(without_invisible(sound)));
    std::size_t end = 0;
    for (std::size_t count = 0; end < result.size() && count < code_points_at_most; ++count)
        end += code_point_bytes(std::string_view(result).substr(end));
    result.resize(end);
    return std::string(trimmed(without_invisible(result)));  // the cut may have left a joiner or a blank at the end
}

}  // namespace

std::string clean_name(std::string_view text) { return clean(text, false, name_length_at_most); }

std::string clean_prose(std::string_view text) { return clean(text, true, prose_length_at_most); }

}  // namespace compass

#include "model/text.h"

#include <array>

namespace compass {
namespace {

using namespace std::string_view_literals;
constexpr std::array blanks = {" "sv, "\t"sv, "\n"sv, "\r"sv, "\u3000"sv, "\u00A0"sv};

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

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

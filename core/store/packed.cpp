#include "store/packed.h"

#include <cstdint>

namespace compass {
namespace {

constexpr std::uint32_t first = 0x4e00;  // CJK unified ideographs: 20,992 in a row, three bytes each in UTF-8
constexpr int bits_each = 14;
constexpr std::uint32_t mask = (1u << bits_each) - 1;

void append_group(std::string& text, std::uint32_t group) {
    const std::uint32_t point = first + group;
    text += static_cast<char>(0xe0 | point >> 12);
    text += static_cast<char>(0x80 | (point >> 6 & 0x3f));
    text += static_cast<char>(0x80 | (point & 0x3f));
}

}  // namespace

// Behind the last byte one bit is set and the rest of its group is not: so it is told where it ends.
std::string packed(std::string_view bytes) {
    std::string text;
    text.reserve((bytes.size() * 8 / bits_each + 1) * 3);
    std::uint32_t held = 0;
    int count = 0;
    for (const char c : bytes) {
        held = held << 8 | static_cast<unsigned char>(c), count += 8;
        if (count < bits_each) continue;
        count -= bits_each;
        append_group(text, held >> count & mask);
    }
    append_group(text, (held << 1 | 1) << (bits_each - 1 - count) & mask);
    return text;
}

std::optional<std::string> unpacked(std::string_view text) {
    if (text.empty() || text.size() % 3 != 0) return std::nullopt;
    std::string bytes;
    bytes.reserve(text.size() / 3 * bits_each / 8);
    std::uint32_t held = 0;
    int count = 0;
    for (std::size_t at = 0; at < text.size(); at += 3) {
        const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + i])); };
        if (byte(0) >> 4 != 0xe || byte(1) >> 6 != 2 || byte(2) >> 6 != 2) return std::nullopt;
        const std::uint32_t point = (byte(0) & 0xf) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f);
        if (point < first || point > first + mask) return std::nullopt;
        held = held << bits_each | (point - first), count += bits_each;
        if (at + 3 == text.size()) {
            if ((point - first) == 0) return std::nullopt;
            while ((held & 1) == 0) held >>= 1, --count;
            held >>= 1, --count;
        }
        for (; count >= 8; count -= 8) bytes += static_cast<char>(held >> (count - 8) & 0xff);
        held &= (1u << count) - 1;
    }
    if (count != 0) return std::nullopt;
    return bytes;
}

}  // namespace compass

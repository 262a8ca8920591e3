#include "codec/base64.h"

#include <array>
#include <cstdint>

namespace compass {
namespace {

constexpr std::string_view letters_of_64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

constexpr std::array<std::int8_t, 256> sixes = [] {
    std::array<std::int8_t, 256> table{};
    for (std::int8_t& value : table) value = -1;
    for (std::size_t i = 0; i < letters_of_64.size(); ++i)
        table[static_cast<unsigned char>(letters_of_64[i])] = static_cast<std::int8_t>(i);
    return table;
}();

}  // namespace

std::string base64url(std::string_view bytes) {
    std::string text;
    text.reserve((bytes.size() * 4 + 2) / 3);
    std::uint32_t held = 0;
    int bits = 0;
    for (const char byte : bytes) {
        held = held << 8 | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 6;) text += letters_of_64[held >> (bits -= 6) & 63];
    }
    if (bits > 0) text += letters_of_64[held << (6 - bits) & 63];
    return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
    if (text.size() % 4 == 1) return std::nullopt;
    std::string bytes;
    bytes.reserve(text.size() * 3 / 4);
    std::uint32_t held = 0;
    int bits = 0;
    for (const char letter : text) {
        const std::int8_t six = sixes[static_cast<unsigned char>(letter)];
        if (six < 0) return std::nullopt;
        held = held << 6 | static_cast<std::uint32_t>(six);
        if ((bits += 6) >= 8) bytes += static_cast<char>(held >> (bits -= 8) & 255);
    }
    if ((held & ((1u << bits) - 1)) != 0) return std::nullopt;
    return bytes;
}

}  // namespace compass

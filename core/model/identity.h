// Identity of things that are referred to: a UUID. All zero means "nobody".
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace compass {

struct Id {
    std::array<std::uint8_t, 16> bytes{};
    bool operator==(const Id&) const = default;
    // Spelt out: the standard library of Emscripten 3.1.6 cannot order arrays.
    std::strong_ordering operator<=>(const Id& other) const { return std::memcmp(bytes.data(), other.bytes.data(), bytes.size()) <=> 0; }
    explicit operator bool() const { return *this != Id{}; }
};

// "8-4-4-4-12" hexadecimal digits; capital letters are accepted, small ones written.
std::optional<Id> parse_id(std::string_view text);
std::string format(const Id& id);
// A version 4 UUID from 128 random bits.
Id make_id(std::uint64_t high, std::uint64_t low);
bool holds(const std::vector<Id>& sorted, const Id& id);

}  // namespace compass

// Bytes made smaller and back: raw deflate streams (RFC 1951), by zlib.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace compass {

std::string deflated(std::string_view bytes);

struct Inflated {
    enum class Result : std::uint8_t { ok, damaged, too_large };
    Result result = Result::ok;
    std::string bytes;  // empty unless ok
};

// What is inflated per byte of the stream; of texts of ours about ten are.
inline constexpr std::size_t inflated_per_byte_at_most = 100;

// Never holds more than `most` bytes, nor more than inflated_per_byte_at_most for each byte of the stream, however the stream was made: it
// stops there. Bytes behind the end of the stream make it damaged.
Inflated inflated(std::string_view stream, std::size_t most);

// As ZIP files carry it (CRC-32 of ISO-HDLC).
std::uint32_t crc32(std::string_view bytes);

}  // namespace compass

#include "codec/deflate.h"

#include <zlib.h>
#include <algorithm>
#include <array>

namespace compass {

namespace {

// What zlib reads it does not change; its type says otherwise.
Bytef* zlib_input(std::string_view bytes) { return reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data())); }
Bytef* zlib_output(std::string& bytes) { return reinterpret_cast<Bytef*>(bytes.data()); }

constexpr int raw_deflate = -15;  // the largest window, without zlib's own header

}  // namespace

std::string deflated(std::string_view bytes) {
    z_stream stream = {};
    std::string out;
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, raw_deflate, 8, Z_DEFAULT_STRATEGY) != Z_OK) return out;
    out.resize(deflateBound(&stream, static_cast<uLong>(bytes.size())));
    stream.next_in = zlib_input(bytes);
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = zlib_output(out);
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

Inflated inflated(std::string_view bytes, std::size_t most) {
    most = std::min(most, bytes.size() * inflated_per_byte_at_most);
    z_stream stream = {};
    Inflated inflated;
    if (inflateInit2(&stream, raw_deflate) != Z_OK) return {Inflated::Result::damaged, {}};
    stream.next_in = zlib_input(bytes);
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::array<char, 16384> part;
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(part.data());
        stream.avail_out = static_cast<uInt>(part.size());
        state = inflate(&stream, Z_NO_FLUSH);
        const std::size_t got = part.size() - stream.avail_out;
        if (got > most - inflated.bytes.size()) {
            inflateEnd(&stream);
            return {Inflated::Result::too_large, {}};
        }
        inflated.bytes.append(part.data(), got);
    }
    const bool whole = state == Z_STREAM_END && stream.avail_in == 0;
    inflateEnd(&stream);
    if (!whole) return {Inflated::Result::damaged, {}};
    return inflated;
}

std::uint32_t crc32(std::string_view bytes) {
    return static_cast<std::uint32_t>(::crc32(0, zlib_input(bytes), static_cast<uInt>(bytes.size())));
}

}  // namespace compass

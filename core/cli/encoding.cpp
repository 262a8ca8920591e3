#include "cli/encoding.h"

#include <iconv.h>

#include <array>
#include <bit>
#include <cstdint>

namespace compass::cli {
namespace {

std::optional<std::string> converted(std::string_view bytes, const char* from) {
    const iconv_t converter = iconv_open("UTF-8", from);
    if (std::bit_cast<std::intptr_t>(converter) == -1) return std::nullopt;
    std::string source(bytes), text;
    char* in = source.data();
    std::size_t left = source.size();
    bool good = true;
    while (good && left > 0) {
        std::array<char, 4096> part;
        char* out = part.data();
        std::size_t room = part.size();
        const bool done = iconv(converter, &in, &left, &out, &room) != static_cast<std::size_t>(-1);
        text.append(part.data(), part.size() - room);
        good = done || room < part.size();  // stopped for want of room, not at a character that is none
    }
    iconv_close(converter);
    return good ? std::optional(std::move(text)) : std::nullopt;
}

}  // namespace

std::optional<std::string> as_utf8(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return converted(bytes, "UTF-16");
    if (converted(bytes, "UTF-8")) return std::string(bytes);
    return converted(bytes, "GB18030");
}

}  // namespace compass::cli

#include "codec/zip.h"

#include "codec/deflate.h"
#include "model/text.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

namespace compass {
namespace {

// APPNOTE 6.3: signatures and the lengths of the fixed parts.
constexpr std::uint32_t local_mark = 0x04034B50, central_mark = 0x02014B50, end_mark = 0x06054B50;
constexpr std::size_t local_size = 30, central_size = 46, end_size = 22, comment_at_most = 65535, name_at_most = 1024;
constexpr std::uint16_t zip_version = 20, method_stored = 0, method_deflate = 8, flag_encrypted = 1, flag_utf8 = 1u << 11;

void zip_put(std::string& out, std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> 8 * i & 0xFF);
}

std::uint32_t zip_get(std::string_view bytes, std::size_t at, int count) {
    std::uint32_t value = 0;
    for (int i = 0; i < count; ++i)
        value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)])) << 8 * i;
    return value;
}

// As MS-DOS counts days: from 1980 to 2107.
std::uint32_t dos_day(Date day) {
    const YearMonthDay date = civil(day);
    const int year = std::clamp(date.year, 1980, 2107);
    return static_cast<std::uint32_t>((year - 1980) << 9 | date.month << 5 | date.day);
}

struct ZipHeader {
    std::uint16_t flags = 0, method = 0;
    std::uint32_t crc = 0, packed = 0, size = 0;
};

// From the version that is needed on both kinds of headers are alike.
void zip_put_common(std::string& out, const ZipHeader& header, std::uint32_t day, std::size_t name_size) {
    zip_put(out, zip_version, 2);
    zip_put(out, header.flags, 2);
    zip_put(out, header.method, 2);
    zip_put(out, 0, 2);
    zip_put(out, day, 2);
    zip_put(out, header.crc, 4);
    zip_put(out, header.packed, 4);
    zip_put(out, header.size, 4);
    zip_put(out, static_cast<std::uint32_t>(name_size), 2);
    zip_put(out, 0, 2);
}

ZipHeader zip_get_common(std::string_view bytes, std::size_t at) {
    return {static_cast<std::uint16_t>(zip_get(bytes, at + 2, 2)), static_cast<std::uint16_t>(zip_get(bytes, at + 4, 2)),
            zip_get(bytes, at + 10, 4), zip_get(bytes, at + 14, 4), zip_get(bytes, at + 18, 4)};
}

// Where the end of the directory begins: the last place whose comment reaches just to the end.
std::optional<std::size_t> zip_end(std::string_view bytes) {
    if (bytes.size() < end_size) return std::nullopt;
    const std::size_t last = bytes.size() - end_size, first = last - std::min(last, comment_at_most);
    for (std::size_t at = last + 1; at-- > first;)
        if (zip_get(bytes, at, 4) == end_mark && at + end_size + zip_get(bytes, at + 20, 2) == bytes.size()) return at;
    return std::nullopt;
}

// Old archives name files in the code page of whoever made them: their letters beyond ASCII are not known, and not needed.
std::string readable_name(std::string_view name) {
    std::string readable;
    while (!name.empty()) {
        const std::size_t bytes = code_point_bytes(name);
        const std::string_view here = name.substr(0, bytes ? bytes : 1);
        name.remove_prefix(here.size());
        readable += bytes && !has_control_character(here, false) ? std::string(here) : "\uFFFD";
    }
    return without_invisible(readable);
}

// Absolute, on a drive, with the other system's separators, through the folder above, or with what no name may hold.
bool leads_out(std::string_view name) {
    if (name.empty() || name.front() == '/' || name.find_first_of("\\:") != name.npos) return true;
    if (has_control_character(name, false)) return true;
    for (std::size_t at = 0; at <= name.size();) {
        const std::size_t end = std::min(name.find('/', at), name.size());
        if (name.substr(at, end - at) == "..") return true;
        at = end + 1;
    }
    return false;
}

std::vector<Error> zip_is_damaged() { return {{"", "zip_damaged", ""}}; }

class Unpacking {
  public:
    Unpacking(std::string_view bytes, std::size_t directory, const ZipLimits& limits)
        : bytes_(bytes), directory_(directory), limits_(limits) {}

    // The entry whose line of the directory stands at `at`; where the next one begins, nothing where the archive is damaged.
    std::optional<std::size_t> entry(std::size_t at, std::size_t end, bool (*wanted)(std::string_view name)) {
        if (end - at < central_size || zip_get(bytes_, at, 4) != central_mark) return std::nullopt;
        const std::size_t name_size = zip_get(bytes_, at + 28, 2), more = zip_get(bytes_, at + 30, 2) + zip_get(bytes_, at + 32, 2);
        if (end - at - central_size < name_size + more) return std::nullopt;
        const std::string_view name = bytes_.substr(at + central_size, name_size);
        const std::size_t next = at + central_size + name_size + more;
        const std::optional<std::string_view> packed = body(zip_get_common(bytes_, at + 6), zip_get(bytes_, at + 42, 4), name);
        if (!packed) return std::nullopt;
        const std::string shown = readable_name(name.substr(0, name_at_most));
        if (name.ends_with('/') || !wanted(shown)) return next;
        const char* fault =
            name.size() > name_at_most || leads_out(name) ? "zip_name" : take(zip_get_common(bytes_, at + 6), *packed, shown);
        if (fault) zip_.refused.push_back({"/" + excerpt(shown), fault, std::to_string(limits_.bytes_of_one >> 20)});
        return next;
    }

    Zip result() && { return std::move(zip_); }

  private:
    // What is packed there; nothing where its own header says something else, or its bytes are another one's as well.
    std::optional<std::string_view> body(const ZipHeader& header, std::size_t at, std::string_view name) {
        if (at > directory_ || directory_ - at < local_size || zip_get(bytes_, at, 4) != local_mark) return std::nullopt;
        const ZipHeader own = zip_get_common(bytes_, at + 4);
        const std::size_t name_size = zip_get(bytes_, at + 26, 2), from = at + local_size + name_size + zip_get(bytes_, at + 28, 2);
        if (from > directory_ || directory_ - from < header.packed) return std::nullopt;
        if (bytes_.substr(at + local_size, name_size) != name || own.method != header.method) return std::nullopt;
        const std::size_t to = from + header.packed;
        const auto after = taken_.lower_bound({at, 0});
        if (after != taken_.end() && after->first < to) return std::nullopt;
        if (after != taken_.begin() && std::prev(after)->second > at) return std::nullopt;
        taken_.insert({at, to});
        return bytes_.substr(from, header.packed);
    }

    // Why it cannot be read.
    const char* take(const ZipHeader& header, std::string_view packed, const std::string& name) {
        if (header.flags & flag_encrypted) return "zip_encrypted";
        if (header.method != method_stored && header.method != method_deflate) return "zip_method";
        if (header.size > limits_.bytes_of_one || header.size > limits_.bytes - read_) return "zip_entry_large";
        std::string inside;
        if (header.method == method_stored) {
            inside = packed;
        } else {
            Inflated unpacked = inflated(packed, header.size);
            if (unpacked.result == Inflated::Result::too_large) return "zip_entry_large";
            if (unpacked.result != Inflated::Result::ok) return "zip_entry_damaged";
            inside = std::move(unpacked.bytes);
        }
        if (inside.size() != header.size || crc32(inside) != header.crc) return "zip_entry_damaged";
        read_ += inside.size();
        zip_.entries.push_back({name, std::move(inside)});
        return nullptr;
    }

    std::string_view bytes_;
    std::size_t directory_;
    const ZipLimits& limits_;
    Zip zip_;
    std::size_t read_ = 0;
    std::set<std::pair<std::size_t, std::size_t>> taken_;  // from … to, of the entries so far
};

}  // namespace

std::string write_zip(const std::vector<ZipEntry>& entries, Date day) {
    const std::uint32_t date = dos_day(day);
    std::string out, directory;
    for (const ZipEntry& entry : entries) {
        std::string packed = deflated(entry.bytes);
        const bool smaller = packed.size() < entry.bytes.size() && entry.bytes.size() <= packed.size() * inflated_per_byte_at_most;
        if (!smaller) packed = entry.bytes;
        const ZipHeader header{flag_utf8, smaller ? method_deflate : method_stored, crc32(entry.bytes),
                               static_cast<std::uint32_t>(packed.size()), static_cast<std::uint32_t>(entry.bytes.size())};
        const std::size_t at = out.size();
        zip_put(out, local_mark, 4);
        zip_put_common(out, header, date, entry.name.size());
        out += entry.name;
        out += packed;
        zip_put(directory, central_mark, 4);
        zip_put(directory, zip_version, 2);
        zip_put_common(directory, header, date, entry.name.size());
        for (int i = 0; i < 5; ++i) zip_put(directory, 0, 2);  // comment, disk, attributes
        zip_put(directory, static_cast<std::uint32_t>(at), 4);
        directory += entry.name;
    }
    const auto count = static_cast<std::uint32_t>(entries.size());
    const std::size_t at = out.size();
    out += directory;
    zip_put(out, end_mark, 4);
    zip_put(out, 0, 4);
    zip_put(out, count, 2);
    zip_put(out, count, 2);
    zip_put(out, static_cast<std::uint32_t>(directory.size()), 4);
    zip_put(out, static_cast<std::uint32_t>(at), 4);
    zip_put(out, 0, 2);
    return out;
}

bool is_zip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"); }

Result<Zip> read_zip(std::string_view bytes, bool (*wanted)(std::string_view name), const ZipLimits& limits) {
    const std::optional<std::size_t> end = zip_end(bytes);
    if (!end) return zip_is_damaged();
    const std::size_t count = zip_get(bytes, *end + 10, 2), size = zip_get(bytes, *end + 12, 4), from = zip_get(bytes, *end + 16, 4);
    if (zip_get(bytes, *end + 4, 4) != 0 || zip_get(bytes, *end + 8, 2) != count || from > *end || *end - from != size)
        return zip_is_damaged();
    if (count > limits.entries) return std::vector<Error>{{"", "zip_many", std::to_string(limits.entries)}};
    Unpacking unpacking(bytes, from, limits);
    std::size_t at = from;
    for (std::size_t i = 0; i < count; ++i) {
        const std::optional<std::size_t> next = unpacking.entry(at, *end, wanted);
        if (!next) return zip_is_damaged();
        at = *next;
    }
    if (at != *end) return zip_is_damaged();
    return std::move(unpacking).result();
}

}  // namespace compass

// ZIP archives: several files as one, by deflate.h. What is read may come from anywhere and is bounded; nothing of it is ever written to a
// folder, yet names that lead out of one are refused all the same.
#pragma once

#include "model/date.h"
#include "model/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace compass {

struct ZipEntry {
    std::string name;  // UTF-8, folders by "/"
    std::string bytes;
    bool operator==(const ZipEntry&) const = default;
};

// Every entry's time is the beginning of `day`: the same entries give the same bytes.
std::string write_zip(const std::vector<ZipEntry>& entries, Date day);

// Whether the bytes begin as an archive does.
bool is_zip(std::string_view bytes);

struct ZipLimits {
    std::size_t entries = 50'000;  // of a workspace that is full: a file for each deal, and the tables
    std::size_t bytes_of_one = std::size_t{64} * 1024 * 1024;
    std::size_t bytes = std::size_t{192} * 1024 * 1024;  // of all that are read
};

struct Zip {
    std::vector<ZipEntry> entries;  // in the order of the archive; folders are none
    std::vector<Error> refused;     // entries that could not be read; path: "/" and the name
};

// Reads the entries that are `wanted` by their names. Errors: the archive as a whole cannot be read – damaged, in parts, too large, more
// than a ZIP of the old kind holds. An entry that is encrypted, damaged, packed in another way, too large, or that would leave its folder
// is refused alone; one that shares its bytes with another makes the archive damaged.
Result<Zip> read_zip(std::string_view bytes, bool (*wanted)(std::string_view name), const ZipLimits& limits = {});

}  // namespace compass

// Whatever the bytes are, reading them as an archive must not crash nor grow beyond its limits; what is read is written and read again as
// the same.
#include "codec/zip.h"
#include "expect.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const compass::ZipLimits limits{.entries = 100, .bytes_of_one = 1 << 20, .bytes = 1 << 21};
    const auto every = [](std::string_view) { return true; };
    const compass::Result<compass::Zip> read = compass::read_zip(bytes, every, limits);
    if (!read) {
        expect(!read.errors().empty());
        return 0;
    }
    std::size_t sum = 0;
    for (const compass::ZipEntry& entry : read->entries) {
        expect(entry.bytes.size() <= limits.bytes_of_one && entry.name.front() != '/');
        expect(("/" + entry.name + "/").find("/../") == std::string::npos);
        sum += entry.bytes.size();
    }
    expect(sum <= limits.bytes && read->entries.size() + read->refused.size() <= limits.entries);
    const compass::Result<compass::Zip> again = compass::read_zip(compass::write_zip(read->entries, {}), every, limits);
    expect(again && again->entries == read->entries);
    return 0;
}

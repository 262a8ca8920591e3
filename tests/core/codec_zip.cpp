// Archives: what is written is read again, here and by other programs; whatever else comes is refused within limits.
#include "codec/zip.h"

#include "cli_fixture.h"
#include "codec/deflate.h"
#include "paper/archive.h"
#include "paper/html.h"
#include "session/merge.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

using namespace compass;

namespace {

const Date zip_day{20778};

bool every_entry(std::string_view) { return true; }

void overwrite(std::string& bytes, std::size_t at, std::uint32_t value, int count) {
    for (int i = 0; i < count; ++i) bytes[at + static_cast<std::size_t>(i)] = static_cast<char>(value >> 8 * i & 0xFF);
}

// Of an archive of one entry: where its line of the directory begins.
std::size_t directory_of(const std::string& zip) { return zip.find("PK\x01\x02"); }

const std::vector<ZipEntry> some_entries = {
    {"单子/临江化工 · 节能改造.json", "{\"a\": 1}"}, {"empty.csv", ""}, {"long.csv", [] {
                                                                             std::string text;
                                                                             for (int i = 0; i < 5000; ++i)
                                                                                 text += "row " + std::to_string(i * 7919) + "\r\n";
                                                                             return text;
                                                                         }()}};

// What the only entry is refused with, or the archive.
std::string fault_of(const std::string& zip, const ZipLimits& limits = {}) {
    const Result<Zip> read = read_zip(zip, every_entry, limits);
    if (!read) return read.errors().front().code;
    return read->refused.empty() ? "" : read->refused.front().code;
}

}  // namespace

TEST_CASE("What is packed is unpacked again, names and bytes, and the same entries give the same archive") {
    const std::string zip = write_zip(some_entries, zip_day);
    CHECK(is_zip(zip));
    CHECK(zip == write_zip(some_entries, zip_day));
    CHECK(zip.size() < some_entries[2].bytes.size());
    const Result<Zip> read = read_zip(zip, every_entry);
    REQUIRE(read);
    CHECK(read->entries == some_entries);
    CHECK(read->refused.empty());
    const Result<Zip> part = read_zip(zip, [](std::string_view name) { return name.ends_with(".json"); });
    REQUIRE(part);
    CHECK(part->entries == std::vector<ZipEntry>{some_entries[0]});
    const Result<Zip> none = read_zip(write_zip({}, zip_day), every_entry);
    REQUIRE(none);
    CHECK(none->entries.empty());
}

TEST_CASE("A text that shrinks beyond every limit is stored as it is, so that it can be read again") {
    const std::vector<ZipEntry> zeros = {{"zeros.txt", std::string(1'000'000, '0')}};
    const Result<Zip> read = read_zip(write_zip(zeros, zip_day), every_entry);
    REQUIRE(read);
    CHECK(read->entries == zeros);
}

TEST_CASE("Another program opens what is written, finds no fault and reads the names") {
    if (std::system("python3 -c 'import zipfile' 2>/dev/null") != 0) return;
    const TemporaryFile file(write_zip(some_entries, zip_day));
    const std::string script =
        "import sys, zipfile\n"
        "z = zipfile.ZipFile(sys.argv[1])\n"
        "assert z.testzip() is None\n"
        "assert [i.filename for i in z.infolist()] == ['\\u5355\\u5b50/\\u4e34\\u6c5f\\u5316\\u5de5 \\u00b7 "
        "\\u8282\\u80fd\\u6539\\u9020.json', 'empty.csv', 'long.csv'], z.namelist()\n"
        "assert z.infolist()[0].date_time == (2026, 11, 21, 0, 0, 0), z.infolist()[0].date_time\n"
        "assert z.read('long.csv').count(b'row') == 5000\n";
    const TemporaryFile program(script);
    CHECK(std::system(("python3 " + program.path() + " " + file.path()).c_str()) == 0);
}

TEST_CASE("An archive cut off or changed anywhere is read as it was, refused, or refused in part; never something else") {
    const std::vector<ZipEntry> two = {some_entries[0], {"b.csv", "x,y\r\n1,2\r\n1,2\r\n1,2\r\n1,2\r\n"}};
    const std::string zip = write_zip(two, zip_day);
    for (std::size_t size = 0; size < zip.size(); ++size) CHECK_FALSE(read_zip(std::string_view(zip).substr(0, size), every_entry));
    for (std::size_t at = 0; at < zip.size(); ++at) {
        for (const int bit : {1, 32, 128}) {
            std::string changed = zip;
            changed[at] = static_cast<char>(changed[at] ^ bit);
            const Result<Zip> read = read_zip(changed, every_entry);
            if (!read) continue;
            for (const ZipEntry& entry : read->entries) CHECK((entry.bytes == two[0].bytes || entry.bytes == two[1].bytes));
        }
    }
}

TEST_CASE("Hostile archives: too many, too large, encrypted, overlapping, out of their folder, packed in another way") {
    const std::string zip = write_zip({{"a.json", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}}, zip_day);
    const std::size_t line = directory_of(zip);
    const auto with = [&](std::size_t in_line, std::size_t in_local, std::uint32_t value, int count) {
        std::string changed = zip;
        overwrite(changed, line + in_line, value, count);
        overwrite(changed, in_local, value, count);
        return changed;
    };
    CHECK(fault_of(zip) == "");
    CHECK(fault_of(with(8, 6, 1, 2)) == "zip_encrypted");
    CHECK(fault_of(with(10, 8, 12, 2)) == "zip_method");
    CHECK(fault_of(with(16, 14, 7, 4)) == "zip_entry_damaged");
    CHECK(fault_of(with(24, 22, 0xFFFFFFFF, 4)) == "zip_entry_large");
    CHECK(fault_of(with(24, 22, 71, 4)) == "zip_entry_large");  // more comes out than was said
    CHECK(fault_of(with(20, 18, 0xFFFFFFFF, 4)) == "zip_damaged");
    CHECK(fault_of(zip, {.entries = 0}) == "zip_many");
    CHECK(fault_of(zip, {.bytes_of_one = 71}) == "zip_entry_large");
    CHECK(fault_of(zip, {.bytes = 71}) == "zip_entry_large");
    for (const char* name : {"../a.json", "/a.json", "a/../../b.json", "C:\\a.json", "c:a.json", "..\\a.json", "a\x01.json", "a/.."})
        CHECK(fault_of(write_zip({{name, "{}"}}, zip_day)) == "zip_name");
    CHECK(fault_of(write_zip({{std::string(2000, 'a'), "{}"}}, zip_day)) == "zip_name");
    CHECK(fault_of(write_zip({{"..a/b..json", "{}"}}, zip_day)) == "");
    // Two lines of the directory for the same bytes: what makes archives of petabytes.
    std::string twice = zip.substr(0, line) + zip.substr(line, 46 + 6) + zip.substr(line);
    const std::size_t end = twice.size() - 22;
    overwrite(twice, end + 8, 2, 2), overwrite(twice, end + 10, 2, 2), overwrite(twice, end + 12, 2 * 52, 4);
    CHECK(fault_of(twice) == "zip_damaged");
    // A stream that would grow a thousandfold.
    const std::string bomb = deflated(std::string(30'000'000, '0'));
    std::string packed = zip.substr(0, 30 + 6) + bomb;
    const std::size_t begin = packed.size();
    packed += zip.substr(line);
    overwrite(packed, 8, 8, 2), overwrite(packed, begin + 10, 8, 2);
    for (const std::size_t at : {std::size_t{18}, begin + 20}) overwrite(packed, at, static_cast<std::uint32_t>(bomb.size()), 4);
    for (const std::size_t at : {std::size_t{22}, begin + 24}) overwrite(packed, at, 30'000'000, 4);
    overwrite(packed, packed.size() - 6, static_cast<std::uint32_t>(begin), 4);
    CHECK(fault_of(packed) == "zip_entry_large");
    // The other name in front of the bytes.
    std::string renamed = zip;
    renamed[30] = 'b';
    CHECK(fault_of(renamed) == "zip_damaged");
}

TEST_CASE("Everything as an archive: a file for each deal, and together again what it was") {
    Workspace workspace = *read_workspace(builtin_case("3", Language::zh));
    Deal other = *workspace.deals.front();
    other.id = make_id(1, 2);
    other.teaching.reset();
    workspace.deals.push_back(other);  // of the same name
    Deal named = other;
    named.id = make_id(1, 3), named.name = "../CON<>:\"|?*.exe";
    workspace.deals.push_back(named);
    const std::vector<ZipEntry> entries = paper::archive_entries(workspace, default_playbook(), zip_day, Language::zh);
    CHECK(entries.size() == 1 + 3 + 3);
    std::set<std::string> names;
    Workspace together;
    for (const ZipEntry& entry : entries) {
        CHECK(names.insert(entry.name).second);
        CHECK(entry.name.find_first_of("\\:*?\"<>|") == std::string::npos);
        CHECK(entry.name.find("/..") == std::string::npos);
        CHECK_FALSE(entry.name.starts_with(".."));
        if (!entry.name.ends_with(".json")) continue;
        const Result<Workspace> read = read_workspace(entry.bytes);
        REQUIRE(read);
        together = merged(together, *read);
    }
    CHECK(together == workspace);
    const Result<Zip> read = read_zip(paper::archive(workspace, default_playbook(), zip_day, Language::zh), every_entry);
    REQUIRE(read);
    CHECK(read->entries == entries);
}

TEST_CASE("A file name is none that Windows keeps for its devices") {
    for (const char* device : {"con", "NUL", "Com1", "lpt9", "aux", "PRN", "COM\u00B9", "con.tar"})
        CHECK(paper::file_name(device, ".json").starts_with("_"));
    for (const char* fine : {"console", "com", "com10", "nullable", "\u8D62\u5355"})
        CHECK_FALSE(paper::file_name(fine, ".json").starts_with("_"));
    CHECK(paper::file_name("con", " 2026-11-21.json") == "con 2026-11-21.json");
}

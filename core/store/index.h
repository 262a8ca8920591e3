// The index record: which records are the workspace. It is one text of lines, its own checksum in the first:
//
//   deal-compass-store/1 42 0f3a…      schema, sequence, checksum of everything after it
//   rest/…                             playbook and what this version does not know
//   customer/…                         in the workspace's order
//   deal/…
//   ancestor/…                         checksums of the indexes that this one came from, the nearest first
//   single/…                           checksum of the old form's text that is already in here, where there was one
//
// A record's key is its kind and the checksum of its text: a text under another name is damaged, and no text is ever replaced by another.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace compass {

inline constexpr std::string_view rest_kind = "rest/", customer_kind = "customer/", deal_kind = "deal/", single_kind = "single/",
                                  ancestor_kind = "ancestor/";
inline constexpr std::size_t ancestors_at_most = 40;
inline constexpr std::array<std::string_view, 2> index_slots = {"index/a", "index/b"};

// Takes off the text what stands before `end`, which goes with it; all of it where there is no `end`.
std::string_view cut_part(std::string_view& text, char end);
// 64 bits in 16 hexadecimal digits; web/platform/shell.js computes the same.
std::string checksum(std::string_view text);
// "deal/0f3a…" for a deal's text.
std::string record_key(std::string_view kind, std::string_view text);
bool is_record_key(std::string_view key);
// Whether it is the text that was stored under this key.
bool is_whole(std::string_view key, std::string_view text);

struct StoreIndex {
    enum class State : std::uint8_t { missing, damaged, sound, newer };  // newer: of a later schema, which we do not touch
    State state = State::missing;
    std::uint64_t sequence = 0;
    std::string rest, single;  // single: the checksum alone; may be empty
    std::vector<std::string> customers, deals;
    std::vector<std::string> ancestors;
    bool operator==(const StoreIndex&) const = default;
};
StoreIndex read_index(std::string_view text);
std::string write_index(const StoreIndex& index);
// Its checksum, which stands in its first line; empty where it is damaged.
std::string checksum_of_index(std::string_view text);
bool lists(const StoreIndex& index, std::string_view key);

}  // namespace compass

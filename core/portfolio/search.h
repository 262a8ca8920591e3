// Finds words in everything a workspace holds: deals, customers, people and facts, Chinese also by the initials of its pinyin.
#pragma once

#include "model/workspace.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace compass {

// The letters a Chinese character's readings begin with: one or two of a … z, the first in the low byte; 0 where there is none.
using PinyinInitials = std::uint16_t (*)(char32_t character);

// A deal is found by its customer, too; a fact is about the position, or about a person.
enum class HitKind : std::uint8_t { deal, customer, person, fact, objective, alternative, task, event, lesson };

struct Hit {
    HitKind kind = HitKind::deal;
    Id deal;                     // nobody's: a customer
    Id item;                     // the customer; the person, for a fact about one as well; the fact of an axis, the alternative, the task
    std::optional<Axis> axis;    // of a fact about the position
    std::string text;            // where it was found
    std::size_t at = 0, to = 0;  // bytes of `text` that the first word met
    bool operator==(const Hit&) const = default;
};

// Every word must be found in the same text, in any order; letters of either case and width meet each other. A word of Latin letters
// also meets a run of Chinese characters that begin with them: "fbz" finds 冯部长. Names come before facts, beginnings before the rest,
// else the workspace's own order. Nothing for words without a letter; `initials` may be null.
std::vector<Hit> search(const Workspace& workspace, std::string_view words, PinyinInitials initials, std::size_t at_most = 50);

// The same for one text: the bytes that the first word met; nothing unless every word is in it.
struct Met {
    std::size_t at = 0, to = 0;
    bool operator==(const Met&) const = default;
};
std::optional<Met> find_words(std::string_view text, std::string_view words, PinyinInitials initials);

// What an alphabetical list goes by: small letters, Chinese characters as the initials of their pinyin; `initials` may be null.
std::string sorting_letters(std::string_view text, PinyinInitials initials);

}  // namespace compass

// Words by which names are told from other words, in both languages: assets/names.txt. Known only to what makes copies anonymous.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

namespace compass::anonymity {

struct NameWords {
    using List = std::vector<std::string_view>;
    List titles, before_surname, honorifics, double_surnames, double_surnames_and_words, no_people, words_with_surnames, doings,
        company_ends, trades, places, no_names, common_words, words_too, sayings;
    List short_titles;  // "部>门分署": a title, and what follows where it is none
    std::string_view traditional, simplified, surnames, surnames_and_words, given_characters, no_given_characters, before_people,
        behind_people;
};
const NameWords& name_words();
// The lists without a line in assets/names.txt, and the lines that are no list: a test looks that there is none.
std::vector<std::string_view> unknown_lists();

inline bool is_one_of(const NameWords::List& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace compass::anonymity

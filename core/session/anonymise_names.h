// The names that are replaced: which there are, what stands for them, and where they stand in a text.
#pragma once

#include "session/anonymise.h"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace compass::anonymity {

// Small letters of the same length in bytes: ASCII and the accented ones of Western Europe.
std::string folded(std::string_view text);
bool is_han(std::string_view character);
// Letters and digits between which no word ends: "Anna" is not in "Annabel", but in "找Anna谈".
bool is_latin(std::string_view character);
std::vector<std::string_view> characters(std::string_view text);
// The bytes of the title that a text begins with: 部长, 总; 0 where it begins with none.
std::size_t title_at(std::string_view text);

struct Place {
    std::size_t at = 0, size = 0, name = 0;  // bytes, and which name
};

class Names {
  public:
    // Nothing for what is no name. The same words are the same name, whatever it was first.
    void add(Anonymous kind, std::string_view name);
    // Afterwards each has its stand-in, in which no name is, and nothing can be added but what texts hold.
    void settle();

    const std::vector<StandIn>& all() const { return names_; }
    // The stand-in for a field that holds nothing but this.
    const std::string* whole(std::string_view text) const;
    std::optional<std::size_t> find(std::string_view name) const;
    // The longest name that begins at `at` of `text`; `small` is folded(text).
    std::optional<Place> at(std::string_view text, std::string_view small, std::size_t at) const;
    // Any name in a text, in parts of words, too.
    bool in(std::string_view text) const;
    // A number or address that was met in this text.
    std::size_t met(Anonymous kind, std::string_view words, std::string_view text);
    void count(std::size_t name) { ++names_[name].count; }

  private:
    void add_pattern(std::string_view text, std::size_t name);
    std::string stand_in(Anonymous kind, std::string_view like);

    std::vector<StandIn> names_;
    std::map<std::string, std::size_t, std::less<>> by_words_;                           // whole names, folded
    std::map<std::string, std::size_t, std::less<>> patterns_;                           // as they stand in texts, folded
    std::map<std::string, std::set<std::size_t, std::greater<>>, std::less<>> lengths_;  // of the patterns by their first character
    std::map<std::pair<Anonymous, bool>, int> numbers_;
};

// How people of one deal are spoken of: by surname and title, by a part of their name.
class Addresses {
  public:
    void add(const Names& names, std::string_view name, std::string_view title);
    std::optional<Place> at(std::string_view text, std::size_t at) const;

  private:
    struct Known {
        std::string surname, title;  // Chinese …
        std::string part;            // … or a word of the name
        std::size_t name;
    };
    std::vector<Known> known_;
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_first_;
};

// Where in a text a phone number, an address of mail or of a page begins and how long it is.
struct Contact {
    Anonymous kind;
    std::size_t size;
};
std::optional<Contact> contact_at(std::string_view text, std::size_t at);

// A word with a capital that is no name: "Director".
bool is_common(std::string_view word);
// What looks like a name in a text in which all known ones are replaced.
void collect_unsure(std::string_view text, std::set<std::string>& unsure);

}  // namespace compass::anonymity

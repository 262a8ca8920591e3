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

// Small letters of the same length in bytes: ASCII and the accented ones of Western Europe; 张 for 張.
std::string folded(std::string_view text);
bool is_han(std::string_view character);
// Letters and digits between which no word ends: "Anna" is not in "Annabel", but in "找Anna谈".
bool is_latin(std::string_view character);
std::vector<std::string_view> characters(std::string_view text);
std::string_view character_at(std::string_view text, std::size_t at);
std::string_view character_before(std::string_view text, std::size_t at);
// The bytes of the title that a text begins with: 部长, 总; 0 where it begins with none.
std::size_t title_at(std::string_view text);

// With either apostrophe: O'Brien, O’Brien.
std::vector<std::string> spellings(std::string_view name);
// The words that a person may be called by alone: without "Dr" and initials.
std::vector<std::string_view> parts_of(std::string_view name);
// "Jürgen Müller" of "Müller, Jürgen"; else empty.
std::string first_name_first(std::string_view name);
// What a Chinese name begins with.
std::string_view surname_of(std::string_view name);
// Whether words that stand where a name is asked for may be a Chinese one.
bool begins_with_surname(std::string_view name);
// Whether part of a name in small letters has another meaning, too: "mark", 东方.
bool is_word_too(std::string_view name);

struct ShortNames {
    std::vector<std::string_view> sure, doubtful;
};
// Without "GmbH" or 有限公司.
std::string_view legal_name(std::string_view company);
// What a company is called for short: "Hengre" of "Hengre Technologies Ltd", 临江 of 临江化工.
ShortNames short_names(std::string_view company);

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
    void add_patterns(std::string_view words, std::size_t name, bool whole);
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
    std::optional<Place> at(std::string_view text, std::string_view small, std::size_t at) const;

  private:
    struct Known {
        std::string surname, small;  // Chinese, folded, and all that tells the title …
        std::string part;            // … or a word of the name, and folded
        std::size_t name;
    };
    static bool is_part(const Known& known, std::string_view words, std::string_view small);

    std::vector<Known> known_;
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_first_;
};

// What of a person's name is a word of its own, too: no text can be changed for it, but it can be looked for.
void add_doubtful(Names& doubtful, std::string_view person);

// Where in a text a phone number, a number plate, an account, an address of mail or of a page begins and how long it is.
struct Contact {
    Anonymous kind;
    std::size_t size;
};
std::optional<Contact> contact_at(std::string_view text, std::size_t at);

// A word with a capital that is no name: "Director".
bool is_common(std::string_view word);
// What looks like a name in a text in which all known ones are a digit; in prose also single words with a capital.
void collect_unsure(std::string_view text, bool prose, std::set<std::string>& unsure);

}  // namespace compass::anonymity

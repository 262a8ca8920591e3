// A typed line as letters that meet whatever their case and width, and what stands where in it. Known only to the readers of notes.
#pragma once

#include "model/date.h"
#include "session/typed_note.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace compass {

struct NoteLetter {
    char32_t folded;     // small, half-width; every dash and minus is '-', every blank ' '
    std::size_t at, to;  // bytes
};

bool is_latin_letter(char32_t c);
bool is_digit_letter(char32_t c);
bool is_cjk_letter(char32_t c);

// Positions are indices of letters, `to` one past the last.
struct NoteSpan {
    std::size_t at = 0, to = 0;
};

class NoteLetters {
  public:
    explicit NoteLetters(std::string_view text);  // well-formed, in one line

    std::size_t size() const { return letters_.size(); }
    char32_t operator[](std::size_t i) const { return i < letters_.size() ? letters_[i].folded : U'\0'; }
    std::string_view typed(NoteSpan span) const;
    // As typed, without the blanks and separators at both ends.
    std::string_view bare(NoteSpan span) const;
    std::size_t skip_separators(std::size_t i) const;
    // One past the words where they stand at `i`; words of Latin letters begin and end where letters do.
    std::optional<std::size_t> after(std::size_t i, std::string_view words) const;
    std::optional<NoteSpan> find(std::string_view words, std::size_t from = 0) const;
    bool holds(std::string_view words) const { return find(words).has_value(); }

  private:
    std::string_view text_;
    std::vector<NoteLetter> letters_;
};

struct NoteMention {
    Id person;
    NoteSpan span;
    bool assumed = false;  // not by the whole name
};
// Whoever of the deal is named, in the order of the line: by the whole name, by a part of it that is nobody else's, by the surname with a
// title of address, by the initials of the pinyin.
std::vector<NoteMention> mentions(const NoteLetters& line, const NoteScene& scene);

struct NoteDate {
    Date date;
    NoteSpan span;
};
// The first date that stands in the line; what could be an amount or a span is none.
std::optional<NoteDate> find_date(const NoteLetters& line, Date today, bool ahead);

// "+2", "−1": a sign and one digit up to 5 that is no part of a longer number.
struct NoteSupport {
    int support = 0;
    NoteSpan span;
};
std::optional<NoteSupport> find_support(const NoteLetters& line, std::size_t from = 0);

// Pairs of Chinese characters and stems of Latin words: what two texts about the same thing share. Sorted.
std::vector<std::u32string> note_tokens(const NoteLetters& line);

}  // namespace compass

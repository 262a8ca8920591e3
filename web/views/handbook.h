// The method, term by term: a list to find one in, and the text to read.
#pragma once

#include "ui/mirror.h"
#include "views/frame.h"
#include "views/handbook_text.h"

#include <optional>
#include <string>
#include <vector>

namespace views {

struct HandbookState {
    HandbookText text;
    std::optional<compass::Language> language;  // of the text; nothing: none has arrived
    std::optional<compass::Language> asked;     // for which the library was asked
    std::string words, found_for;               // only terms with these words are shown
    std::vector<std::size_t> found;             // in text.terms
    std::string term;                           // the one that was asked for
    bool to_term = false;                       // it is to come into view

    struct Layout {  // of what was found; kept while it looks the same
        float width = 0, unit = 0;
        std::vector<float> tops;  // of each one below the first, and where the last one ends
    } layout;
};

// What the library answered; an empty text: it could not be had.
void take_handbook(HandbookState& state, compass::Language language, std::string_view text);
[[gnu::noinline]] void draw_handbook(const Frame& frame, HandbookState& state, const ui::Rect& area);
// The heading of a section, and behind it a small "?" that leads to a term of the handbook; not on a phone, where it would be no target
// for a thumb.
float explained_heading_width(std::string_view words);
void explained_heading(const Frame& frame, const ui::Rect& rect, std::string_view words, std::string_view term);

}  // namespace views

// Ctrl/⌘+K or F: one box that finds deals, customers, people, facts and what can be done; the browser's own search cannot see a canvas.
#pragma once

#include "portfolio/search.h"
#include "views/commands.h"
#include "views/frame.h"

#include <string>
#include <vector>

namespace views {

// Something to do, or something that was found.
struct SearchRow {
    compass::Hit hit;  // of a command only its text
    std::optional<Wish> command;
};

struct SearchState {
    compass::Id deal;  // on screen; nobody's: none
    std::string words, found_for;
    std::vector<SearchRow> rows;
    int chosen = 0;
    bool first_frame = false, found = false;
};

void open_search(SearchState& state, const compass::Id& deal);
// False when the user closed it or went to what was found.
[[gnu::noinline]] bool draw_search(const Frame& frame, SearchState& state);

}  // namespace views

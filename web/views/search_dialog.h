// Ctrl/⌘+F: one box that finds deals, customers, people and facts; the browser's own search cannot see a canvas.
#pragma once

#include "portfolio/search.h"
#include "views/frame.h"

#include <string>
#include <vector>

namespace views {

struct SearchState {
    std::string words, found_for;
    std::vector<compass::Hit> hits;
    int chosen = 0;
    bool first_frame = false;
};

void open_search(SearchState& state);
// False when the user closed it or went to what was found.
[[gnu::noinline]] bool draw_search(const Frame& frame, SearchState& state);

}  // namespace views

// What can be done from anywhere, by its name: the search offers it beside what it finds.
#pragma once

#include "views/frame.h"

#include <string>
#include <variant>
#include <vector>

namespace views {

struct Command {
    std::string words;  // in the user's language
    Wish wish;
};

// With what belongs to the deal on screen where there is one. Undo and redo only where there is something to undo.
std::vector<Command> commands(const Frame& frame, const compass::Id& deal);

}  // namespace views

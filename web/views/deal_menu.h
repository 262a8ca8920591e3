// What can be done with a deal as a whole: its menu, in the list and on its own screen, and its name as a field in the place of its title.
#pragma once

#include "ui/mirror.h"
#include "views/frame.h"

#include <string>

namespace views {

struct RenameState {
    compass::Id deal;  // nobody = none is renamed
    std::string name;
    bool first_frame = false, editing = false;
};

// Under `button`; opened by ui::open_menu("deal-menu") in the same scope. With `history` it undoes and redoes, too.
void draw_deal_menu(const Frame& frame, RenameState& renaming, const compass::Deal& deal, const ui::Rect& button, bool history = false);
// What can be exported under `button`, opened by ui::open_menu("export-menu"): of the deal, or where there is none of all deals.
void draw_export_menu(const Frame& frame, const compass::Deal* deal, const ui::Rect& button);
// A button that opens it.
void draw_export_button(const Frame& frame, const compass::Deal* deal, const ui::Rect& rect);
void draw_rename(const Frame& frame, RenameState& state, const compass::Deal& deal, const ui::Rect& rect);

}  // namespace views

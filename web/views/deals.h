// The list of deals: where each stands, how likely it is, its best next step.
#pragma once

#include "ui/mirror.h"
#include "views/frame.h"

namespace views {

struct DealsState {
    compass::Id menu_of;  // whose menu is open
    compass::Id renaming;
    std::string new_name;
    bool rename_first_frame = false, rename_editing = false;
};

void draw_deals(const Frame& frame, DealsState& state, const ui::Rect& area);

}  // namespace views

// The list of deals: where each stands, how likely it is, its best next step.
#pragma once

#include "ui/mirror.h"
#include "views/chosen.h"
#include "views/deal_menu.h"
#include "views/deals_order.h"

namespace views {

struct DealsState {
    RenameState renaming;
    DealsOrder order;
    ChosenDeals chosen;
};

void draw_deals(const Frame& frame, DealsState& state, const ui::Rect& area);

}  // namespace views

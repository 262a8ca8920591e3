// The parts of the list of deals that its table and its cards share, and the cards.
#pragma once

#include "views/deals.h"

namespace views {

// On a phone: each deal as a card, ordered by what is pressed above them. `lying`: two beside each other.
void draw_deal_cards(const Frame& frame, DealsState& state, ui::Rect area, bool lying);

// The win index with its band; how it ended where the deal is closed.
void draw_deal_index(const ui::Rect& rect, const compass::DealReading& reading, const compass::Deal& deal);
// The best next step and what it gains.
void draw_deal_move(const ui::Rect& rect, const compass::DealReading& reading);
// By its button, or as the menu of the deal itself.
void open_deal_menu(const ui::Rect& button, std::string_view name, const ui::Press& whole);

}  // namespace views

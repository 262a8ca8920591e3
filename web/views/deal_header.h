// The head of every screen of a deal: what it is, how it stands, and the screens there are of it as tabs.
#pragma once

#include "ui/widgets.h"
#include "views/deal_menu.h"
#include "views/frame.h"

namespace views {

float deal_header_height();
// With undo, redo and export; while something is tried, only what the index would be. What the screen adds goes into `buttons`, as long
// as this lives.
struct DealHeader {
    DealHeader(const Frame& frame, const compass::Box<compass::Deal>& deal, Screen screen, ui::Rect area, const compass::DealReading* tried,
               float buttons_width);
    ui::Rect buttons;

  private:
    ui::Group group_;
};

float phone_header_height(bool lies);
struct PhoneHeader {
    bool back = false;  // it was pressed
    ui::Rect buttons;   // only where the phone lies on its side: below there is no room for them
};
PhoneHeader draw_phone_header(const Frame& frame, RenameState& renaming, const compass::Box<compass::Deal>& deal, Screen screen,
                              ui::Rect area, float buttons_width);

// What stands under a deal's title: unit, amount, signing date, owner, funnel stage.
std::string basics_line(const compass::Playbook& playbook, const compass::Deal& deal, compass::Date today);
std::string signing_words(const compass::Deal& deal, compass::Date today);  // of an open deal also how long the date is past
std::string outcome_words(const compass::Deal& deal);

}  // namespace views

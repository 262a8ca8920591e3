// What is taken along besides the file of the deals: made from the model when it is asked for.
#pragma once

#include "views/compass.h"
#include "views/funnel.h"
#include "views/people.h"

#include <string>
#include <vector>

namespace views {

struct ExportedFile {
    std::string name, media_type, bytes;  // without a name there is nothing to export
    bool as_png = false;                  // the bytes are an SVG that the browser turns into what the name says
};

// What the screens know that an export follows: views, marks, columns, order.
struct ExportStates {
    const CompassState& compass;
    const PeopleState& people;
    FunnelState& funnel;
};

// Sets the theme that drawings are made in; the next frame sets its own.
[[gnu::noinline]] ExportedFile exported(Frame& frame, const ExportStates& states, const ExportAs& wish);
[[gnu::noinline]] std::string printed_deal(Frame& frame, const ExportStates& states, const compass::Id& deal);

// Whether there is anything in it: people to draw, tasks to list, a review to tell of.
bool can_export(const Frame& frame, Export what, const compass::Deal* deal);
// What a menu offers to export of the deal, or where there is none of all deals.
[[gnu::noinline]] void draw_export_items(const Frame& frame, const compass::Deal* deal);

}  // namespace views

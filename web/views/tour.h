// A look around on the first deal, one minute long: a card beside each thing that it explains.
#pragma once

#include "views/frame.h"

namespace views {

struct TourState {
    bool on = false;
    int step = 0;
    bool turned = false;  // a step was just gone to: its card takes the focus
};
// After everything it explains was drawn. False when it is over: finished, or skipped.
[[gnu::noinline]] bool draw_tour(const Frame& frame, TourState& state);

}  // namespace views

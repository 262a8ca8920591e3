// For a projector: large type, no rail, and of the compass only what a room must see. Arrow keys, and the page keys of a clicker, step
// through the days on which something happened.
#pragma once

#include "views/compass.h"
#include "views/frame.h"
#include "views/story.h"

#include <optional>

namespace views {

struct PresentationState {
    bool on = false;
    CompassState compass;  // of its own: what is tried before a room changes nothing elsewhere
    StoryState story;      // whose day is shown
    // The deal as it stood that day, and what follows from it.
    std::optional<compass::Box<compass::Deal>> source, shown;
    compass::Date day;
    Readings readings;
};

// How much smaller than a full HD screen's everything is drawn; 0: the window is too small. CSS pixels.
float presentation_factor(float width, float height);
// None of the keys belongs to what has the focus.
bool arrows_are_free();
// The day to which the keys that were pressed lead from `day`.
std::optional<compass::Date> day_stepped_to(const KeptStory& kept, compass::Date day);

float presentation_header_height();
// True when it is left by its button. Without a deal only the product's name.
[[gnu::noinline]] bool draw_presentation_header(const Frame& frame, const compass::Box<compass::Deal>* deal, const CompassState* tried,
                                                const ui::Rect& area);
[[gnu::noinline]] void draw_compass_presentation(Frame& frame, PresentationState& state, const compass::Box<compass::Deal>& deal,
                                                 ui::Rect area);

}  // namespace views

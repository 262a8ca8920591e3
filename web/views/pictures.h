// Drawings as files: what the screens show, as SVG of a fixed size in the theme that is set. Plain words above, then the drawing.
#pragma once

#include "views/compass.h"
#include "views/funnel.h"
#include "views/people.h"

#include <string>
#include <string_view>

namespace views {

// In the view, from the side and with the marks of the screen; without what is tried or pointed at.
std::string compass_picture(const Frame& frame, const CompassState& state, const compass::Box<compass::Deal>& deal);
// The same without words above and smaller, for a page that has them already.
std::string compass_on_page(const Frame& frame, const CompassState& state, const compass::Box<compass::Deal>& deal);
// The map, or the tree where that is shown.
std::string people_picture(const Frame& frame, PeopleView view, const compass::Box<compass::Deal>& deal);
// The seven steps with their sums. The portfolio is complete.
std::string funnel_picture(const Frame& frame, const Portfolio& portfolio);

}  // namespace views

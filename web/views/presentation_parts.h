// The parts of the presentation, each in its own file.
#pragma once

#include "ui/widgets.h"
#include "views/presentation.h"

namespace views {

// Two numbers, the greatest reasons, the moves: what can be read from the last row. Returns the height it took.
float draw_presentation_inspector(const Frame& frame, CompassState& state, const compass::Box<compass::Deal>& deal, const ui::Rect& area);

}  // namespace views

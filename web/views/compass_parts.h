// The parts of the compass screen, each in its own file.
#pragma once

#include "views/compass.h"

namespace views {

// Header: title and basics left; the index, and keeping or dropping a what-if, right.
void draw_compass_header(const Frame& frame, CompassState& state, const compass::Box<compass::Deal>& deal, ui::Rect area);
// Tools, the lattice or the boards, the legend.
void draw_compass_canvas(Frame& frame, CompassState& state, const compass::Box<compass::Deal>& deal, ui::Rect area);
// Which view, which slice, what to show. Returns the height it took.
float draw_compass_tools(CompassState& state, const ui::Rect& area);
// One sentence first: the next step, or what is being tried or looked at. Returns the width it took.
float draw_compass_headline(const CompassState& state, const compass::Deal& deal, const compass::DealReading& reading, ui::Rect area);
// Marks with their words, as many as there is room for.
void draw_compass_legend(const ui::Rect& area, bool flat);
// The likely course of the best policy.
void draw_compass_path(const compass::DealReading& reading, ui::Rect area);
// The way so far, as steps.
void draw_compass_trail(const Frame& frame, CompassState& state, const compass::Deal& deal, ui::Rect area);
// Will they buy × will they choose us, why, the moves, the questions, what the position rests on. Returns the height it took.
float draw_compass_inspector(const Frame& frame, CompassState& state, const compass::Box<compass::Deal>& deal, const ui::Rect& area);

// Tries a position beside today; today's own position ends the trial.
void try_position(CompassState& state, const compass::Deal& deal, const compass::Position& position);
void keep_what_if(const Frame& frame, CompassState& state, const compass::Deal& deal);

}  // namespace views

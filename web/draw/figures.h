// Small figures of readings, in parts: the view lays them out beside its own texts and makes them reachable.
// Device pixels; colours and line widths are the theme's.
#pragma once

#include "model/evidence.h"
#include "model/position.h"
#include "ui/mirror.h"
#include "ui/theme.h"

#include <optional>

namespace draw {

// Uncertainty and index on a track from 0 to 1: blue band from low to high, ink tick at value.
void band_bar(ImDrawList& list, const ui::Rect& rect, double low, double high, double value);

// Four rising bars, 4-3-2-1 filled for consensus … unclear; "?" where nothing is known. As wide as 1.5 times its height.
void certainty_bars(ImDrawList& list, ImVec2 top_left, float height, std::optional<compass::Certainty> certainty);

// Three columns of four: stage, competition, urgency.
void position_glyph(ImDrawList& list, const ui::Rect& rect, const compass::Position& position);

// Waterfall in log-odds, one row at a time; rows without a gap between them join into one drawing.
// A contribution runs from `from` to `to` (x): filled where it adds, outlined where it takes.
void waterfall_bar(ImDrawList& list, const ui::Rect& row, float from, float to);
// The start hangs on the row below it, the total on the row above.
void waterfall_dot(ImDrawList& list, ImVec2 centre, bool is_total);

// The way a deal went: a ring for each step, the gold disc for the last; a step that is pointed at is filled.
void trail_dot(ImDrawList& list, ImVec2 centre, bool is_now, bool is_chosen);

// The likely course of the best policy: step 0 is now, then rings with their number.
void path_dot(ImDrawList& list, ImVec2 centre, int step);
// The first leg is the one to do next.
void path_line(ImDrawList& list, ImVec2 from, ImVec2 to, bool is_first);

// Marks of the legends; each in the middle of its rectangle.
void legend_needle(ImDrawList& list, const ui::Rect& rect, bool is_back);
void legend_ramp(ImDrawList& list, const ui::Rect& rect);
void legend_dots(ImDrawList& list, const ui::Rect& rect);

}  // namespace draw

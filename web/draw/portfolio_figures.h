// Figures of many deals: stages of the funnel, the exact distribution of a quarter, the course of one deal. Device pixels; plain data in.
#pragma once

#include "ui/mirror.h"
#include "ui/theme.h"

#include <span>

namespace draw {

// An amount as an outline, filled as far as our process weighs it, with an ink tick where the compass expects it. Parts of the width, 0 … 1.
void funnel_bar(ImDrawList& list, const ui::Rect& rect, float amount, float weighted, float compass);

struct HistogramBar {
    double chance = 0;   // of this bar's amounts
    bool inside = true;  // from P10 to P90
    bool operator==(const HistogramBar&) const = default;
};
// Bars of equal width over a base line, the highest as high as the rectangle. Marks stand at parts of the width, 0 … 1; without bars
// there are none.
void histogram(ImDrawList& list, const ui::Rect& rect, std::span<const HistogramBar> bars, float median, float weighted);
// The marks alone, for a legend; each in the middle of its rectangle.
void legend_amount(ImDrawList& list, const ui::Rect& rect);
void legend_fill(ImDrawList& list, const ui::Rect& rect);
void legend_tick(ImDrawList& list, const ui::Rect& rect);
void legend_weighted(ImDrawList& list, const ui::Rect& rect);

// A line over its own range, but over at least 20 points, with a dot at its end. Values 0 … 1, oldest first; nothing for fewer than two.
void sparkline(ImDrawList& list, const ui::Rect& rect, std::span<const float> values);

// What our process says too much: outlined, from the left edge. Part of the width, 0 … 1.
void gap_bar(ImDrawList& list, const ui::Rect& rect, float part);

// All deals of one position: a disc whose area is their amount, with their number where there are several.
void amount_disc(ImDrawList& list, ImVec2 centre, float radius, bool is_chosen);

}  // namespace draw

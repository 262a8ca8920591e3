// Signs in one stroke weight. `extent` is the side of the square a sign fills, device pixels; `centre` its middle.
#pragma once

#include "model/position.h"
#include "ui/theme.h"

#include <cstdint>

namespace draw {

enum class Icon : std::uint8_t {
    deals,
    handbook,
    gear,
    sun,
    moon,
    plus,
    trash,
    pencil,
    copy,
    download,
    upload,
    undo,
    redo,
    close,
    check,
    more,
    chevron_left,
    chevron_right,
    chevron_up,
    chevron_down,
    help,
    search,
    funnel,
    customers,
    review,
    present,
};
void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float extent, ImU32 colour);

// Severity is told by the shape: filled octagon, triangle, ring with an i.
enum class FlagShape : std::uint8_t { stop, warn, note };
// `behind` is the colour of the surface, for the bar in the octagon.
void draw_flag(ImDrawList& list, FlagShape shape, ImVec2 centre, float extent, ImU32 colour, ImU32 behind);

// A move in the flat view: arrow up, right, down, hollow left for less urgency, double chevrons for the stage, ring for hold.
void draw_flat_move(ImDrawList& list, compass::Move move, ImVec2 centre, float extent, ImU32 colour, ImU32 behind);
// A move as it runs in the lattice, upon the cross of its three axes; forward filled, backward hollow.
void draw_move(ImDrawList& list, compass::Move move, ImVec2 centre, float extent, ImU32 colour, ImU32 behind);

// The product's sign: a ring and a needle, half gold.
void draw_logo(ImDrawList& list, ImVec2 centre, float extent);

}  // namespace draw

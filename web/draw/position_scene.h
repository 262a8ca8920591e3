// What the lattice and the flat boards show: one deal among the 64 positions. Plain data, filled by the view each frame;
// the drawings keep nothing of it.
#pragma once

#include "model/position.h"
#include "reading/navigator.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace draw {

// Texts in the user's language. An empty one is left out.
struct PositionWords {
    std::string_view competition_axis, urgency_axis;              // "竞争形势", "紧迫程度"
    std::array<std::string_view, 4> stage, competition, urgency;  // level names, level 0 first
    std::array<std::string_view, 4> question;                     // what the customer asks in each stage
    // Lattice alone.
    std::string_view threat;       // tag of the rival's step: "威胁 8%"
    std::string_view trail_start;  // date of the first position of the trail
    std::string_view hover;        // what stands beside the hovered node
    // Boards alone.
    std::array<std::string_view, 4> urgency_short;  // "以后", … where a cell is too narrow for the full name
    std::string_view now, now_value;                // "现在", the win index "20%"
    std::string_view move;                          // "走法"; the rank is written after it
    std::string_view best;                          // "最好"; instead of move and rank for the best move
    std::string_view threat_name;                   // "威胁"; the rival's chance is written below it
};

enum class Slice : std::uint8_t { all, this_stage, moves_only };

struct PositionScene {
    const compass::Navigation* navigation = nullptr;  // of now; null: no needles, no moves, nodes without chances
    std::optional<compass::Position> now;             // nothing: the quiet lattice of an empty workspace
    std::optional<compass::Position> from;            // where the disc comes from while it moves to now
    float travel = 1;                                 // 0 … 1 of that way; on it the moves are not shown
    std::optional<compass::Position> ghost;           // the what-if beside today
    int hovered = -1, focused = -1;                   // index_of(position), −1: none
    std::span<const compass::Position> trail;         // oldest first, without or with now at its end
    bool show_field = true, show_trail = true, show_projection = true;
    Slice slice = Slice::all;
    float opacity = 1;  // of the whole drawing, for cross-fades and the empty state
    PositionWords words;
};

}  // namespace draw

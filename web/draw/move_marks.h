// The moves of a scene as both views mark them: ranked without holding, best first.
#pragma once

#include "draw/position_scene.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace draw {

using ShortText = std::array<char, 12>;

struct RankedMark {
    compass::Move move = compass::Move::hold;
    int node = -1;                                   // index_of the position the move leads to
    int rank = 0;                                    // 1 … 5
    bool is_best = false;                            // best of all, holding included
    double gain = 0;                                 // −1 … 1
    bool is_gain() const { return gain >= 0.0005; }  // as it is shown: what rounds to 0.0 is none
};

// Points with one decimal and a true minus sign, "+2.6"; what rounds to nothing has no sign.
inline ShortText gain_text(double gain) {
    ShortText text = {};
    const double points = std::round(gain * 1000) / 10;
    std::snprintf(text.data(), text.size(), "%s%.1f", points > 0 ? "+" : points < 0 ? "\u2212" : "", std::fabs(points));
    return text;
}

inline ShortText percent_text(compass::Probability chance) {
    ShortText text = {};
    std::snprintf(text.data(), text.size(), "%.0f%%", chance.value * 100);
    return text;
}

// Calls see(const RankedMark&) for every move of ours but holding.
template <typename See>
void for_each_move(const PositionScene& scene, See see) {
    if (!scene.navigation || !scene.now) return;
    int rank = 0;
    for (const compass::RankedMove& ranked : scene.navigation->moves) {
        if (ranked.move == compass::Move::hold) continue;
        ++rank;
        see(RankedMark{ranked.move, compass::index_of(ranked.to), rank, ranked.move == scene.navigation->moves.front().move, ranked.gain});
    }
}

}  // namespace draw

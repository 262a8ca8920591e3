// What both painters of the lattice know of a frame: sizes, colours, where the disc is.
#pragma once

#include "draw/lattice_marks.h"
#include "draw/strokes.h"

#include <algorithm>

namespace draw {

inline constexpr float dimmed = 0.12f;  // outside the slice

struct LatticeBrush {
    ImDrawList& list;
    const LatticeLayout& layout;
    const PositionScene& scene;
    const ui::Palette& colours;
    const LatticeProjection& p;
    const float size, solid;  // solid 1 … 0: what exists in space only

    LatticeBrush(ImDrawList& to, const LatticeLayout& of, const PositionScene& what)
        : list(to), layout(of), scene(what), colours(ui::palette()), p(of.projection), size(of.size), solid(solidity(of)) {}

    float line(float design) const { return std::max(1.0f, design * size); }
    ImVec2 centre_of(int node) const { return layout.nodes[static_cast<std::size_t>(node)].centre; }
    int now() const { return scene.now ? compass::index_of(*scene.now) : -1; }

    // Where the disc stands: on its node, or on its way there.
    bool travels() const { return scene.from && scene.travel < 1; }
    ImVec2 here() const {
        const ImVec2 there = centre_of(now());
        return travels() ? between(centre_of(compass::index_of(*scene.from)), there, scene.travel) : there;
    }
    float level_here(compass::Axis axis) const {
        const auto there = static_cast<float>(compass::level(*scene.now, axis));
        if (!travels()) return there;
        const auto start = static_cast<float>(compass::level(*scene.from, axis));
        return start + (there - start) * scene.travel;
    }
};

}  // namespace draw

// What the parts of the lattice share: the room around the nodes in levels, and sizes of what stands at a node.
#pragma once

#include "draw/lattice.h"
#include "draw/move_marks.h"

namespace draw {

// Nodes stand at levels 0 … 3; panes, floor and back wall reach beyond them. No left wall: it would shine through pane 1.
inline constexpr float pane_bottom = -0.37f, pane_top = 3.37f, pane_back = -0.33f, pane_front = 3.33f;
inline constexpr float floor_level = -0.78f, wall_level = -0.6f;
inline constexpr ImVec2 floor_mark = {11.5f, 6}, wall_mark = {6.5f, 8};  // half of the diamonds that the position drops, times `size`
inline constexpr float room_left = -0.45f, room_right = 3.45f, room_front = 3.5f, room_top = 3.4f;

// Radius of what stands at a node: disc of the position, ring of a destination, or the plain node.
float mark_radius(const LatticeLayout& layout, const PositionScene& scene, int node);

// 1 … 0 on the way to the flat view: how much is left of what exists in space only.
float solidity(const LatticeLayout& layout);

// Floor, wall, panes, axes with their labels, and the lines that the position drops.
void draw_room(ImDrawList& list, const LatticeLayout& layout, const PositionScene& scene);

struct TagMetrics {
    ui::Font font;
    float height = 0, padding = 0, badge = 0, gap = 0;  // badge is its radius
};
TagMetrics metrics_of(TagKind kind);
ImVec2 tag_size(const LatticeTag& tag);
void draw_tag(ImDrawList& list, const LatticeLayout& layout, const PositionScene& scene, const LatticeTag& tag);

}  // namespace draw

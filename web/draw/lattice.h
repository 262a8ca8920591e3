// The 64 positions as four panes of glass in space: stage runs right, competition up, urgency towards the viewer.
// Layout is a plain value computed from a rectangle and a camera; painting adds the deal. Device pixels everywhere,
// `scale` = device pixels per design pixel.
#pragma once

#include "draw/position_scene.h"
#include "ui/mirror.h"
#include "ui/theme.h"

#include <array>
#include <optional>
#include <string_view>

namespace draw {

struct BoardsLayout;

// Degrees; outside these limits nodes of neighbouring panes come too close to tell apart. Drawn `zoom` times as large as it fits, and
// shifted by parts of the rectangle's size.
struct LatticeCamera {
    float yaw = 23, pitch = 16, zoom = 1, shift_x = 0, shift_y = 0;
    bool operator==(const LatticeCamera&) const = default;
};
inline constexpr LatticeCamera camera_least = {20, 12, 1}, camera_most = {26, 24, 3};
LatticeCamera clamp_camera(LatticeCamera camera);  // keeps the drawing in view, too
// Two fingers: what was at `from` comes to `to`, `factor` times as large.
LatticeCamera pinched(LatticeCamera camera, const ui::Rect& rect, ImVec2 from, ImVec2 to, float factor);

// World → screen. `flatten` 0: panes in space; 1: each pane faces the viewer where its board stands.
struct LatticeProjection {
    ImVec2 centre;
    float sin_yaw = 0, cos_yaw = 1, sin_pitch = 0, cos_pitch = 1, sin_turn = 0, cos_turn = 1;
    float stage_step = 194, competition_step = 102, urgency_step = 94;  // device pixels
    float eye = 3600;                                                   // distance of the eye, device pixels
    // Levels may lie between and outside 0 … 3.
    ImVec2 at(float stage, float competition, float urgency) const;
    float depth(float stage, float competition, float urgency) const;  // greater is nearer
};

struct LatticeNode {
    ImVec2 centre;
    float radius = 0;  // as drawn for a plain node
    float near = 0;    // 0 far … 1 near: size and opacity follow it
};

struct LatticeLayout {
    ui::Rect rect;
    float scale = 1;  // device pixels per design pixel, for text and hit distances
    float size = 1;   // device pixels per design pixel of the drawing, for everything else
    float flatten = 0;
    LatticeProjection projection;
    std::array<LatticeNode, compass::position_count> nodes;  // by index_of(position)
    std::array<int, compass::position_count> far_to_near;
    std::array<std::array<ImVec2, 4>, compass::level_count> panes;  // back top, front top, front bottom, back bottom
    std::array<int, compass::level_count> panes_far_to_near;
    std::array<ImVec2, 4> floor, wall;  // back left, back right, then front or top right, left
};

LatticeLayout layout_lattice(const ui::Rect& rect, LatticeCamera camera, float scale);
// On the way to the flat view, 0 … 1: at 1 every node stands in the middle of its cell of `boards`.
LatticeLayout layout_lattice(const ui::Rect& rect, LatticeCamera camera, float scale, float flatten, const BoardsLayout& boards);

// index_of the nearest node within 22 design pixels, −1 where there is none.
int hit_node(const LatticeLayout& layout, ImVec2 point);

struct LatticeLabel {
    std::string_view words;
    char number = 0;  // written before the words, '1' … '4'
    ImVec2 minimum, maximum;
    ui::Type role = ui::Type::strong;
    bool current = false;  // bold, main text colour
};
struct LatticeLabels {
    std::array<LatticeLabel, 24> items;
    int count = 0;
};
// Stages with their questions above the panes, competition and urgency left of the first. Where two would meet, the levels of
// the present position stay and the other is left out.
LatticeLabels place_labels(const LatticeLayout& layout, const PositionScene& scene);

enum class TagKind : std::uint8_t { best, gain, loss, threat, note, date };
struct LatticeTag {
    TagKind kind = TagKind::note;
    int node = -1;  // index_of the position it speaks of
    ImVec2 minimum, maximum;
    char rank = 0;                   // '1' …, or '!'; 0: no badge
    std::array<char, 12> gain = {};  // "+2.6", points; empty where words says it
    std::string_view words;
    bool leader = false;  // stands so far off that a line must join it to its node
};
struct LatticeTags {
    std::array<LatticeTag, 9> items;
    int count = 0;
};
// Ranks, gains, the threat and notes beside their nodes: over no node, no other tag, no label, inside the rectangle.
// The same layout and scene give the same places.
LatticeTags place_tags(const LatticeLayout& layout, const PositionScene& scene);
// The node whose tag is under the point, −1 where there is none.
int hit_tag(const LatticeTags& tags, ImVec2 point);
// The node to which the arrow of a move under the point leads, −1 where there is none.
int hit_arrow(const LatticeLayout& layout, const PositionScene& scene, ImVec2 point);

// Places labels and tags itself; allocates nothing once the list has grown to its size.
void draw_lattice(ImDrawList& list, const LatticeLayout& layout, const PositionScene& scene);

}  // namespace draw

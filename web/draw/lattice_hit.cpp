#include "draw/lattice.h"
#include "draw/lattice_marks.h"
#include "draw/strokes.h"

#include <algorithm>
#include <cmath>

namespace draw {
namespace {

constexpr float node_reach = 22, arrow_reach = 7;  // design pixels

float distance_to_line(ImVec2 point, ImVec2 from, ImVec2 to) {
    const float x = to.x - from.x, y = to.y - from.y, square = x * x + y * y;
    if (square == 0) return distance(point, from);
    const float along = std::clamp(((point.x - from.x) * x + (point.y - from.y) * y) / square, 0.0f, 1.0f);
    return distance(point, between(from, to, along));
}

}  // namespace

int hit_node(const LatticeLayout& layout, ImVec2 point) {
    int nearest = -1;
    float least = node_reach * layout.scale;
    for (int i = 0; i < compass::position_count; ++i) {
        const float away = distance(layout.nodes[static_cast<std::size_t>(i)].centre, point);
        if (away <= least) nearest = i, least = away;
    }
    return nearest;
}

int hit_tag(const LatticeTags& tags, ImVec2 point) {
    for (int i = 0; i < tags.count; ++i) {
        const LatticeTag& tag = tags.items[static_cast<std::size_t>(i)];
        const bool is_inside = point.x >= tag.minimum.x && point.x < tag.maximum.x && point.y >= tag.minimum.y && point.y < tag.maximum.y;
        if (is_inside && tag.kind != TagKind::date) return tag.node;
    }
    return -1;
}

int hit_arrow(const LatticeLayout& layout, const PositionScene& scene, ImVec2 point) {
    if (!scene.now) return -1;
    const ImVec2 here = layout.nodes[static_cast<std::size_t>(compass::index_of(*scene.now))].centre;
    int nearest = -1;
    float least = arrow_reach * layout.scale;
    for_each_move(scene, [&](const RankedMark& mark) {
        const float away = distance_to_line(point, here, layout.nodes[static_cast<std::size_t>(mark.node)].centre);
        if (away <= least) nearest = mark.node, least = away;
    });
    return nearest;
}

}  // namespace draw

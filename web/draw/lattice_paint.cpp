#include "draw/lattice_brush.h"

#include <algorithm>
#include <array>

// The paint order is the design's: floor, wall, panes, axes, drop lines, nodes and needles far → near, trail, glow, moves,
// needle, disc, tags.
namespace draw {
namespace {

using compass::position_count;

constexpr float disc_radius = 12, pupil_radius = 3.8f, ring_radius = 6.5f, best_ring_radius = 7.5f, trail_radius = 5;

struct NodePainter : LatticeBrush {
    using LatticeBrush::LatticeBrush;

    float slice_opacity(int node) const {
        if (scene.slice == Slice::all || !scene.now) return 1;
        if (scene.slice == Slice::moves_only) return dimmed;
        return compass::position_at(node).stage == scene.now->stage ? 1 : dimmed;
    }

    void plain_node(int index, float opacity) const {
        const LatticeNode& node = layout.nodes[static_cast<std::size_t>(index)];
        const float strength = mix(0.8f, 1, node.near) * opacity;
        if (opacity >= 1) list.AddCircleFilled(node.centre, node.radius + line(1.4f), ui::with_alpha(colours.background, 0.85f));
        if (!scene.navigation) {
            list.AddCircleFilled(node.centre, node.radius, ui::with_alpha(colours.node, strength * 0.7f));
            return;
        }
        const double chance = scene.navigation->field[static_cast<std::size_t>(index)].value.value;
        list.AddCircleFilled(node.centre, node.radius, ui::with_alpha(ui::value_colour(0.25 + 0.87 * chance), strength));
        if (!colours.dark) list.AddCircle(node.centre, node.radius, ui::with_alpha(colours.node, opacity), 0, line(0.9f));
    }

    void needle_of(int index, float opacity) const {
        const compass::Needle& best = scene.navigation->field[static_cast<std::size_t>(index)];
        const auto to = compass::moved(compass::position_at(index), best.move);
        if (!to || best.move == compass::Move::hold) return;
        const LatticeNode& node = layout.nodes[static_cast<std::size_t>(index)];
        const ImVec2 target = centre_of(compass::index_of(*to));
        const float length = std::min(0.62f * distance(node.centre, target), 32 * size);
        const float start = node.radius + 2.5f * size;
        if (length < start + 6 * size) return;
        const bool is_back = compass::direction_of(best.move) < 0;
        const ImU32 colour = is_back ? ui::with_alpha(colours.text, mix(0.8f, 1, node.near) * opacity)
                                     : ui::with_alpha(colours.needle, mix(0.6f, 1, node.near) * opacity);
        arrow(list, towards(node.centre, target, start), towards(node.centre, target, length), colour, line(1.3f),
              (is_back ? 8.5f : 6.5f) * size, is_back ? Head::hollow : Head::filled, colours.background);
    }

    // Where we stand and where a move or the rival leads, the arrow of that move speaks.
    void field() const {
        std::array<bool, position_count> is_marked = {};
        for_each_move(scene, [&](const RankedMark& mark) { is_marked[static_cast<std::size_t>(mark.node)] = true; });
        if (scene.now) is_marked[static_cast<std::size_t>(now())] = true;
        if (scene.now && scene.navigation && scene.navigation->threat)
            is_marked[static_cast<std::size_t>(compass::index_of(scene.navigation->threat->to))] = true;
        for (const int index : layout.far_to_near) {
            const float opacity = slice_opacity(index);
            if (index != now()) plain_node(index, opacity);
            const bool has_needle =
                scene.navigation && scene.show_field && !is_marked[static_cast<std::size_t>(index)] && scene.slice != Slice::moves_only;
            if (has_needle) needle_of(index, opacity);
        }
    }

    // A position visited again stands a little aside, so that the way back can be told from the way there.
    ImVec2 trail_point(std::size_t i) const {
        int visits = 0;
        for (std::size_t k = 0; k < i; ++k) visits += scene.trail[k] == scene.trail[i];
        const bool is_now = scene.now && scene.trail[i] == *scene.now && i + 1 == scene.trail.size();
        const float aside = is_now ? 0 : static_cast<float>(std::min(visits, 3)) * size;
        return centre_of(compass::index_of(scene.trail[i])) + ImVec2(4.5f * aside, -3.5f * aside);
    }

    void trail() const {
        if (!scene.show_trail || scene.trail.empty() || !scene.now) return;
        const ImU32 colour = ui::with_alpha(colours.accent_line, colours.dark ? 0.6f : 0.7f);
        for (std::size_t i = 1; i < scene.trail.size(); ++i) list.AddLine(trail_point(i - 1), trail_point(i), colour, line(1.8f));
        if (scene.trail.back() != *scene.now) list.AddLine(trail_point(scene.trail.size() - 1), here(), colour, line(1.8f));
        for (std::size_t i = 0; i < scene.trail.size(); ++i) {
            if (scene.trail[i] == *scene.now) continue;
            ring(list, trail_point(i), trail_radius * size, hole(), colours.accent_line, line(1.8f));
        }
    }

    ImU32 hole() const { return colours.dark ? colours.sunk : colours.panel; }

    ImU32 colour_of(const RankedMark& mark) const {
        if (mark.is_best) return colours.accent_line;
        return mark.is_gain() ? colours.positive : colours.text3;
    }

    void moves() const {
        if (scene.navigation->threat) threat(centre_of(compass::index_of(scene.navigation->threat->to)));
        for_each_move(scene, [&](const RankedMark& mark) {
            if (mark.is_best) return;
            const ImVec2 to = centre_of(mark.node);
            const float whole = distance(here(), to), reach = whole - (ring_radius + 3) * size;
            const float start = std::min((disc_radius + 5) * size, reach - 11 * size);
            const bool is_back = compass::direction_of(mark.move) < 0;
            arrow(list, towards(here(), to, start), towards(here(), to, reach), colour_of(mark), line(mark.is_gain() ? 2.4f : 1.8f),
                  11 * size, is_back ? Head::hollow : Head::filled, hole());
            ring(list, to, ring_radius * size, hole(), colour_of(mark), line(2));
        });
    }

    void threat(ImVec2 to) const {
        const float reach = distance(here(), to) - (ring_radius + 3) * size;
        dashed_line(list, towards(here(), to, (disc_radius + 4) * size), towards(here(), to, reach - 10 * size), colours.negative,
                    line(1.8f), line(5), line(4));
        arrow_head(list, here(), towards(here(), to, reach), colours.negative, line(1.6f), 11 * size, Head::hollow, hole());
        ring(list, to, ring_radius * size, hole(), colours.negative, line(2));
    }

    // A kite with a lit and a shaded facet; its outline alone where the best move goes back.
    void needle(const RankedMark& mark) const {
        const ImVec2 to = centre_of(mark.node), from = here();
        glow(list, to, 26 * size, ui::with_alpha(colours.accent, 0.55f));
        const float whole = distance(from, to);
        const ImVec2 along = (to - from) * (1 / whole), side(-along.y, along.x);
        const float reach = whole - (best_ring_radius + 2) * size;
        const float half = std::min(11 * size, 0.2f * reach + 3 * size);
        const float shoulder = std::max((disc_radius - 2) * size, 0.27f * reach);
        const ImVec2 tip = from + along * reach, waist = from + along * shoulder;
        const ImVec2 left = waist - side * half, right = waist + side * half;
        if (compass::direction_of(mark.move) < 0) {
            filled_quad(list, {from, left, tip, right}, ui::mix(hole(), colours.accent, 0.2f));
            list.AddQuad(from, left, tip, right, colours.accent_line, line(2));
        } else {
            filled_quad(list, {from, left, tip, right}, colours.accent);
            filled_triangle(list, from, tip, left.x < right.x || (left.x == right.x && left.y > right.y) ? left : right,
                            ui::mix(colours.accent, colours.on_accent, 0.27f));
            if (!colours.dark) list.AddQuad(from, left, tip, right, colours.accent_line, line(1));
        }
        ring(list, to, best_ring_radius * size, hole(), colours.accent_line, line(2.6f));
    }

    void disc() const {
        const float radius = disc_radius * size;
        list.AddCircleFilled(here(), radius + line(1.8f), colours.background);
        list.AddCircleFilled(here(), radius, colours.accent);
        if (!colours.dark) list.AddCircle(here(), radius, colours.accent_line, 0, line(1.2f));
        list.AddCircleFilled(here(), pupil_radius * size, colours.on_accent);
    }

    void ghost() const {
        if (!scene.ghost || scene.ghost == scene.now) return;
        const ImVec2 at = centre_of(compass::index_of(*scene.ghost));
        const float radius = (disc_radius + 1) * size;
        if (scene.now) {
            dashed_line(list, towards(here(), at, (disc_radius + 4) * size), towards(here(), at, distance(here(), at) - radius - 3 * size),
                        colours.accent_line, line(1.6f), line(6), line(4));
        }
        list.AddCircleFilled(at, radius, ui::with_alpha(colours.accent, 0.2f));
        dashed_ring(list, at, radius, colours.accent_line, line(2.2f), 12);
    }

    void selection() const {
        if (scene.hovered >= 0) {
            list.AddCircle(centre_of(scene.hovered), mark_radius(layout, scene, scene.hovered) + 4 * layout.scale, colours.text2, 0,
                           ui::line_px(1.5f));
        }
        if (scene.focused >= 0) {
            list.AddCircle(centre_of(scene.focused), mark_radius(layout, scene, scene.focused) + 8 * layout.scale, colours.text, 0,
                           ui::line_px(2));
        }
    }

    void deal() const {
        if (!scene.now) return;
        glow(list, here(), 46 * size, ui::with_alpha(colours.accent, colours.dark ? 0.62f : 0.75f));
        if (scene.navigation && !travels()) {
            moves();
            for_each_move(scene, [&](const RankedMark& mark) {
                if (mark.is_best) needle(mark);
            });
        }
        ghost();
        disc();
    }

    void tags() const {
        if (solid <= 0 || travels()) return;
        const LatticeTags placed = place_tags(layout, scene);
        for (int i = 0; i < placed.count; ++i) draw_tag(list, layout, scene, placed.items[static_cast<std::size_t>(i)]);
    }
};

}  // namespace

float mark_radius(const LatticeLayout& layout, const PositionScene& scene, int node) {
    if (scene.now && compass::index_of(*scene.now) == node) return disc_radius * layout.size;
    if (scene.ghost && compass::index_of(*scene.ghost) == node) return (disc_radius + 1) * layout.size;
    float radius = layout.nodes[static_cast<std::size_t>(node)].radius;
    for_each_move(scene, [&](const RankedMark& mark) {
        if (mark.node == node) radius = (mark.is_best ? best_ring_radius : ring_radius) * layout.size;
    });
    const bool is_threat =
        scene.now && scene.navigation && scene.navigation->threat && compass::index_of(scene.navigation->threat->to) == node;
    return is_threat ? ring_radius * layout.size : radius;
}

void draw_lattice(ImDrawList& list, const LatticeLayout& layout, const PositionScene& scene) {
    const int first_vertex = list.VtxBuffer.Size;
    draw_room(list, layout, scene);
    const NodePainter painter(list, layout, scene);
    painter.field();
    painter.trail();
    painter.deal();
    painter.selection();
    painter.tags();
    fade(list, first_vertex, scene.opacity);
}

}  // namespace draw

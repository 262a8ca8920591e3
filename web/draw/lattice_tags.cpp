#include "draw/lattice.h"
#include "draw/lattice_marks.h"
#include "draw/strokes.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <cstdio>

// Each tag tries places around its node, nearest first, and takes the one that hides least. Tags are placed in order of
// importance, so that a lesser one makes room.
namespace draw {
namespace {

using compass::position_count;

// What a place costs; only the order of magnitude matters.
constexpr float outside = 1e6f, over_tag = 3e5f, over_node = 1e5f, over_label = 3e4f, over_needle = 400;
constexpr float over_move = 60, over_trail = 25, over_field = 5, per_pixel_away = 2.5f, towards_now = 14;
constexpr float node_clearance = 2.5f, tag_clearance = 4, leader_from = 22;
constexpr float gaps[] = {4, 8, 13, 19, 26, 35, 46, 60, 80, 105, 135, 170, 210};
constexpr int directions = 24;

struct Box {
    ImVec2 minimum, maximum;
    Box grown(float by) const { return {minimum - ImVec2(by, by), maximum + ImVec2(by, by)}; }
    bool meets(const Box& other) const {
        return minimum.x < other.maximum.x && maximum.x > other.minimum.x && minimum.y < other.maximum.y && maximum.y > other.minimum.y;
    }
    bool meets_disc(ImVec2 centre, float radius) const {
        const ImVec2 nearest(std::clamp(centre.x, minimum.x, maximum.x), std::clamp(centre.y, minimum.y, maximum.y));
        return distance(nearest, centre) < radius;
    }
    // Liang–Barsky.
    bool meets_line(ImVec2 from, ImVec2 to) const {
        float enter = 0, leave = 1;
        const auto cut = [&](float start, float along, float least, float most) {
            if (along == 0) return start >= least && start <= most;
            const float a = (least - start) / along, b = (most - start) / along;
            enter = std::max(enter, std::min(a, b)), leave = std::min(leave, std::max(a, b));
            return enter <= leave;
        };
        return cut(from.x, to.x - from.x, minimum.x, maximum.x) && cut(from.y, to.y - from.y, minimum.y, maximum.y);
    }
};

struct Line {
    ImVec2 from, to;
    float cost;
};

struct Solver {
    const LatticeLayout& layout;
    const PositionScene& scene;
    const LatticeLabels labels;
    LatticeTags tags;
    std::array<float, position_count> radii;  // of what a tag must not cover
    std::array<Line, 192> lines;
    int line_count = 0;

    Solver(const LatticeLayout& of, const PositionScene& what) : layout(of), scene(what), labels(place_labels(of, what)) {
        for (int i = 0; i < position_count; ++i) {
            radii[static_cast<std::size_t>(i)] = mark_radius(layout, scene, i) + node_clearance * layout.scale;
        }
        collect_lines();
    }

    ImVec2 centre_of(int node) const { return layout.nodes[static_cast<std::size_t>(node)].centre; }

    void avoid(ImVec2 from, ImVec2 to, float cost) {
        if (line_count < static_cast<int>(lines.size())) lines[static_cast<std::size_t>(line_count++)] = {from, to, cost};
    }

    void collect_lines() {
        if (scene.navigation && scene.now) {
            const ImVec2 here = centre_of(compass::index_of(*scene.now));
            for_each_move(scene, [&](const RankedMark& mark) {
                avoid(here, centre_of(mark.node), mark.rank == 1 && mark.is_best ? over_needle : over_move);
            });
            if (scene.navigation->threat) avoid(here, centre_of(compass::index_of(scene.navigation->threat->to)), over_move);
        }
        if (scene.show_trail) {
            for (std::size_t i = 1; i < scene.trail.size() && i < 40; ++i) {
                avoid(centre_of(compass::index_of(scene.trail[i - 1])), centre_of(compass::index_of(scene.trail[i])), over_trail);
            }
        }
        if (!scene.navigation || !scene.show_field) return;
        for (int i = 0; i < position_count; ++i) {
            const auto to = compass::moved(compass::position_at(i), scene.navigation->field[static_cast<std::size_t>(i)].move);
            if (to) avoid(centre_of(i), towards(centre_of(i), centre_of(compass::index_of(*to)), 30 * layout.size), over_field);
        }
    }

    // What the box hides, and how ill it stands; counting stops at `enough`.
    float cost_of(const Box& box, float enough) const {
        const ui::Rect& rect = layout.rect;
        const bool is_inside = box.minimum.x >= rect.x && box.maximum.x <= rect.x + rect.width && box.minimum.y >= rect.y &&
                               box.maximum.y <= rect.y + rect.height;
        float cost = is_inside ? 0 : outside;
        const Box spaced = box.grown(tag_clearance * layout.scale);
        for (int i = 0; i < tags.count && cost < enough; ++i) {
            const LatticeTag& other = tags.items[static_cast<std::size_t>(i)];
            if (spaced.meets({other.minimum, other.maximum})) cost += over_tag;
        }
        for (int i = 0; i < position_count && cost < enough; ++i) {
            if (box.meets_disc(centre_of(i), radii[static_cast<std::size_t>(i)])) cost += over_node;
        }
        for (int i = 0; i < labels.count && cost < enough; ++i) {
            const LatticeLabel& label = labels.items[static_cast<std::size_t>(i)];
            if (box.meets({label.minimum, label.maximum})) cost += over_label;
        }
        const Box inner = box.grown(1 * layout.scale);
        for (int i = 0; i < line_count && cost < enough; ++i) {
            const Line& line = lines[static_cast<std::size_t>(i)];
            if (inner.meets_line(line.from, line.to)) cost += line.cost;
        }
        return cost;
    }

    // The side of a node that looks back at where we stand is the worse one.
    float cost_of_side(const Box& box, int node) const {
        if (!scene.now || compass::index_of(*scene.now) == node) return 0;
        const ImVec2 at = centre_of(node), here = centre_of(compass::index_of(*scene.now));
        const ImVec2 out = at - here, side = (box.minimum + box.maximum) * 0.5f - at;
        const float lengths = distance(at, here) * std::hypot(side.x, side.y);
        return lengths > 0 ? towards_now * (1 - (out.x * side.x + out.y * side.y) / lengths) : 0;
    }

    void place(LatticeTag tag, ImVec2 size) {
        if (tags.count == static_cast<int>(tags.items.size())) return;
        const ImVec2 node = centre_of(tag.node);
        const float radius = radii[static_cast<std::size_t>(tag.node)];
        float least = FLT_MAX;
        for (const float gap : gaps) {
            const float away = radius + gap * layout.scale;
            if (per_pixel_away * gap >= least) break;
            for (int i = 0; i < directions; ++i) {
                const float angle = 2 * 3.14159265f * static_cast<float>(i) / directions - 3.14159265f / 2;
                const ImVec2 along(std::cos(angle), std::sin(angle));
                // From the middle of the box to its edge in this direction.
                const float reach =
                    std::min(size.x / 2 / std::max(std::fabs(along.x), 1e-4f), size.y / 2 / std::max(std::fabs(along.y), 1e-4f));
                const ImVec2 middle = node + along * (away + reach);
                const ImVec2 corner(std::round(middle.x - size.x / 2), std::round(middle.y - size.y / 2));
                const Box box = {corner, corner + size};
                const float given = per_pixel_away * gap + cost_of_side(box, tag.node);
                const float cost = given + cost_of(box, least - given);
                if (cost >= least) continue;
                least = cost;
                tag.minimum = box.minimum, tag.maximum = box.maximum;
                tag.leader = gap >= leader_from;
            }
        }
        tags.items[static_cast<std::size_t>(tags.count++)] = tag;
    }

    void place_ranked(const RankedMark& mark) {
        LatticeTag tag;
        tag.kind = mark.is_best ? TagKind::best : mark.is_gain() ? TagKind::gain : TagKind::loss;
        tag.node = mark.node;
        tag.rank = static_cast<char>('0' + mark.rank);
        tag.gain = gain_text(mark.gain);
        place(tag, tag_size(tag));
    }

    void place_threat() {
        LatticeTag tag;
        tag.kind = TagKind::threat;
        tag.node = compass::index_of(scene.navigation->threat->to);
        tag.rank = '!';
        tag.words = scene.words.threat;
        place(tag, tag_size(tag));
    }

    void place_note(TagKind kind, int node, std::string_view words) {
        if (node < 0 || words.empty()) return;
        LatticeTag tag;
        tag.kind = kind, tag.node = node, tag.words = words;
        place(tag, tag_size(tag));
    }
};

}  // namespace

ImVec2 tag_size(const LatticeTag& tag) {
    const TagMetrics metrics = metrics_of(tag.kind);
    float width = 2 * metrics.padding;
    if (tag.rank) width += 2 * metrics.badge + metrics.gap;
    width += text_width(metrics.font, tag.words) + text_width(metrics.font, tag.gain.data());
    return {std::ceil(width), std::ceil(metrics.height)};
}

TagMetrics metrics_of(TagKind kind) {
    const bool is_best = kind == TagKind::best, is_plain = kind == TagKind::date;
    const ui::Type role = is_best ? ui::Type::strong : is_plain ? ui::Type::caption : ui::Type::body;
    const bool is_bold = kind != TagKind::note && !is_plain;
    const ui::Font font = ui::type(role, is_bold ? ui::Face::bold : ui::Face::regular);
    TagMetrics metrics;
    metrics.font = font;
    metrics.height = is_plain ? font.size : font.size * (is_best ? 1.5f : 1.36f);
    metrics.padding = is_plain ? 0 : font.size * 0.42f;
    metrics.badge = font.size * 0.46f;
    metrics.gap = font.size * 0.3f;
    return metrics;
}

LatticeTags place_tags(const LatticeLayout& layout, const PositionScene& scene) {
    Solver solver(layout, scene);
    if (scene.navigation && scene.now) {
        for_each_move(scene, [&](const RankedMark& mark) {
            if (mark.is_best) solver.place_ranked(mark);
        });
        if (scene.navigation->threat) solver.place_threat();
        for_each_move(scene, [&](const RankedMark& mark) {
            if (!mark.is_best) solver.place_ranked(mark);
        });
    }
    solver.place_note(TagKind::note, scene.hovered, scene.words.hover);
    if (scene.show_trail && !scene.trail.empty()) {
        solver.place_note(TagKind::date, compass::index_of(scene.trail.front()), scene.words.trail_start);
    }
    return solver.tags;
}

}  // namespace draw

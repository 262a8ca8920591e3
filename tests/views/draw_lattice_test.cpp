// The lattice keeps what the design promises of it at every angle it can be turned to.
#include "draw_fixture.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <cstring>

using namespace compass;
using namespace draw;
using namespace tests;

namespace {

struct Area {
    ImVec2 minimum, maximum;
};

bool meets(const Area& a, const Area& b) {
    return a.minimum.x < b.maximum.x && a.maximum.x > b.minimum.x && a.minimum.y < b.maximum.y && a.maximum.y > b.minimum.y;
}

bool covers(const Area& box, ImVec2 centre, float radius) {
    const float x = std::clamp(centre.x, box.minimum.x, box.maximum.x), y = std::clamp(centre.y, box.minimum.y, box.maximum.y);
    return std::hypot(x - centre.x, y - centre.y) < radius;
}

bool is_inside(const Area& box, const ui::Rect& rect) {
    return box.minimum.x >= rect.x && box.minimum.y >= rect.y && box.maximum.x <= rect.x + rect.width &&
           box.maximum.y <= rect.y + rect.height;
}

float closest_pair(const LatticeLayout& layout) {
    float least = FLT_MAX;
    for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            const ImVec2 a = layout.nodes[i].centre, b = layout.nodes[k].centre;
            least = std::min(least, std::hypot(a.x - b.x, a.y - b.y));
        }
    }
    return least;
}

// Calls see(layout, scene) for all positions, cameras, canvas sizes and both languages.
template <typename See>
void for_each_view(See see) {
    for (const Size& size : canvas_sizes) {
        Drawing drawing(size.width, size.height, ui::Scheme::dark, size.scale);
        for (const LatticeCamera& camera : cameras) {
            const LatticeLayout layout = layout_lattice(drawing.rect(), camera, 1);
            for (int i = 0; i < position_count; ++i) {
                for (const Words words : {Words::chinese, Words::english}) {
                    const Shown shown(position_at(i), words);
                    see(layout, shown.scene);
                }
            }
        }
    }
}

}  // namespace

TEST_CASE("no two nodes come closer than 29 pixels inside the orbit limits") {
    Drawing drawing(980, 620);
    CHECK(closest_pair(layout_lattice(drawing.rect(), {}, 1)) > 36);
    float least = FLT_MAX;
    for (float yaw = camera_least.yaw; yaw <= camera_most.yaw; yaw += 0.25f) {
        for (float pitch = camera_least.pitch; pitch <= camera_most.pitch; pitch += 0.25f) {
            least = std::min(least, closest_pair(layout_lattice(drawing.rect(), {yaw, pitch}, 1)));
        }
    }
    CHECK(least >= 29);
}

TEST_CASE("the camera stays inside its limits, also where a caller forgets them") {
    CHECK(clamp_camera({0, 90}) == LatticeCamera{camera_least.yaw, camera_most.pitch});
    Drawing drawing(980, 620);
    const LatticeLayout wild = layout_lattice(drawing.rect(), {300, -20}, 1);
    const LatticeLayout tame = layout_lattice(drawing.rect(), {camera_most.yaw, camera_least.pitch}, 1);
    CHECK(wild.nodes[63].centre.x == tame.nodes[63].centre.x);
}

TEST_CASE("two fingers keep what is between them between them, and never lose the drawing") {
    Drawing drawing(980, 620);
    const ui::Rect rect = drawing.rect();
    const auto node = [&](const LatticeCamera& camera) { return layout_lattice(rect, camera, 1).nodes[21].centre; };
    const ImVec2 before = node({});
    const LatticeCamera near = pinched({}, rect, before, {before.x + 30, before.y - 20}, 2);
    CHECK(near.zoom == 2);
    CHECK(std::fabs(node(near).x - before.x - 30) < 0.5f);
    CHECK(std::fabs(node(near).y - before.y + 20) < 0.5f);
    CHECK(pinched({}, rect, before, before, 100).zoom == camera_most.zoom);
    CHECK(pinched(near, rect, before, before, 0.001f) == LatticeCamera{});
    const LatticeCamera far_off = pinched(near, rect, before, {before.x + 9000, before.y}, 1);
    CHECK(far_off.shift_x == 0.5f);
}

TEST_CASE("the hit test finds every node, beside it too, and nothing far from all") {
    Drawing drawing(980, 620);
    for (const LatticeCamera& camera : cameras) {
        const LatticeLayout layout = layout_lattice(drawing.rect(), camera, 1);
        for (int i = 0; i < position_count; ++i) {
            const ImVec2 centre = layout.nodes[static_cast<std::size_t>(i)].centre;
            CHECK(hit_node(layout, centre) == i);
            CHECK(hit_node(layout, {centre.x + 9, centre.y - 9}) == i);
        }
        CHECK(hit_node(layout, {2, 2}) == -1);
        const ImVec2 last = layout.nodes[63].centre;
        CHECK(hit_node(layout, {last.x + 21, last.y}) == 63);
        CHECK(hit_node(layout, {last.x + 23, last.y}) == -1);
    }
}

TEST_CASE("the arrow of a move can be hit between its ends") {
    Drawing drawing(980, 620);
    const LatticeLayout layout = layout_lattice(drawing.rect(), {}, 1);
    const Shown shown(middle_of_the_board);
    const int here = index_of(middle_of_the_board), ahead = index_of(*moved(middle_of_the_board, Move::stage_forward));
    const ImVec2 from = layout.nodes[static_cast<std::size_t>(here)].centre, to = layout.nodes[static_cast<std::size_t>(ahead)].centre;
    CHECK(hit_arrow(layout, shown.scene, {from.x + (to.x - from.x) * 0.6f, from.y + (to.y - from.y) * 0.6f + 4}) == ahead);
    CHECK(hit_arrow(layout, shown.scene, {from.x + (to.x - from.x) * 0.6f, from.y + (to.y - from.y) * 0.6f + 40}) == -1);
}

TEST_CASE("tags cover no node, no label and no other tag, and stay inside, wherever a deal stands") {
    int over_node = 0, over_label = 0, over_tag = 0, outside = 0, missing = 0;
    for_each_view([&](const LatticeLayout& layout, const PositionScene& scene) {
        const LatticeTags tags = place_tags(layout, scene);
        const LatticeLabels labels = place_labels(layout, scene);
        int moves = 0;
        for (const RankedMove& move : scene.navigation->moves) moves += move.move != Move::hold;
        missing += tags.count != moves + scene.navigation->threat.has_value() + 1;
        for (int i = 0; i < tags.count; ++i) {
            const LatticeTag& tag = tags.items[static_cast<std::size_t>(i)];
            const Area box = {tag.minimum, tag.maximum};
            for (const LatticeNode& node : layout.nodes) over_node += covers(box, node.centre, node.radius);
            for (int k = 0; k < labels.count; ++k)
                over_label +=
                    meets(box, {labels.items[static_cast<std::size_t>(k)].minimum, labels.items[static_cast<std::size_t>(k)].maximum});
            for (int k = 0; k < i; ++k)
                over_tag += meets(box, {tags.items[static_cast<std::size_t>(k)].minimum, tags.items[static_cast<std::size_t>(k)].maximum});
            outside += !is_inside(box, layout.rect);
        }
    });
    CHECK(over_node == 0);
    CHECK(over_label == 0);
    CHECK(over_tag == 0);
    CHECK(outside == 0);
    CHECK(missing == 0);
}

TEST_CASE("a tag leads to its node when it is pressed") {
    Drawing drawing(980, 620);
    const LatticeLayout layout = layout_lattice(drawing.rect(), {}, 1);
    const Shown shown(middle_of_the_board);
    const LatticeTags tags = place_tags(layout, shown.scene);
    const LatticeTag& best = tags.items[0];
    CHECK(best.kind == TagKind::best);
    CHECK(best.node == index_of(*moved(middle_of_the_board, Move::competition_up)));
    CHECK(std::strcmp(best.gain.data(), "+2.6") == 0);
    CHECK(hit_tag(tags, {best.minimum.x + 2, best.minimum.y + 2}) == best.node);
    CHECK(hit_tag(tags, {1, 1}) == -1);
}

TEST_CASE("all labels are there, inside and apart, at every angle") {
    int outside = 0, together = 0, missing = 0;
    for_each_view([&](const LatticeLayout& layout, const PositionScene& scene) {
        const LatticeLabels labels = place_labels(layout, scene);
        missing += labels.count < 3 * level_count + axis_count - 1 + level_count;  // levels, two axis names, questions
        for (int i = 0; i < labels.count; ++i) {
            const LatticeLabel& label = labels.items[static_cast<std::size_t>(i)];
            // Letters stand in the middle of their line.
            const float air = (label.maximum.y - label.minimum.y) * 0.13f;
            const Area box = {{label.minimum.x, label.minimum.y + air}, {label.maximum.x, label.maximum.y - air}};
            outside += !is_inside(box, layout.rect);
            for (int k = 0; k < i; ++k) {
                const LatticeLabel& other = labels.items[static_cast<std::size_t>(k)];
                together += meets(box, {{other.minimum.x, other.minimum.y + air}, {other.maximum.x, other.maximum.y - air}});
            }
        }
    });
    CHECK(outside == 0);
    CHECK(together == 0);
    CHECK(missing == 0);
}

TEST_CASE("where labels would meet, those of the present position remain") {
    Drawing drawing(390, 330);
    const Shown shown(middle_of_the_board);
    const LatticeLabels labels = place_labels(layout_lattice(drawing.rect(), {}, 1), shown.scene);
    int current = 0;
    for (int i = 0; i < labels.count; ++i) current += labels.items[static_cast<std::size_t>(i)].current;
    CHECK(current == axis_count);
}

TEST_CASE("nothing is painted outside the rectangle") {
    for (const Size& size : canvas_sizes) {
        Drawing drawing(size.width, size.height, ui::Scheme::light, size.scale);
        for (const LatticeCamera& camera : cameras) {
            const LatticeLayout layout = layout_lattice(drawing.rect(), camera, 1);
            for (int i = 0; i < position_count; i += 7) {
                const Shown shown(position_at(i), Words::english);
                draw_lattice(drawing.list(), layout, shown.scene);
            }
        }
        int outside = 0;
        for (const ImDrawVert& vertex : drawing.list().VtxBuffer) {
            const bool is_seen = vertex.col >> IM_COL32_A_SHIFT;
            outside += is_seen && (vertex.pos.x < 0 || vertex.pos.y < 0 || vertex.pos.x > size.width || vertex.pos.y > size.height);
        }
        CHECK(outside == 0);
    }
}

TEST_CASE("the same deal is drawn the same") {
    Drawing drawing(980, 620);
    const Shown shown(middle_of_the_board);
    const LatticeLayout layout = layout_lattice(drawing.rect(), {}, 1);
    draw_lattice(drawing.list(), layout, shown.scene);
    const Picture first = drawing.finish();
    draw_lattice(drawing.list(), layout_lattice(drawing.rect(), {}, 1), shown.scene);
    const Picture second = drawing.finish();
    CHECK(first.pixels == second.pixels);
}

TEST_CASE("the second frame takes nothing from the heap") {
    Drawing drawing(980, 620);
    const Shown shown(middle_of_the_board);
    for (int frame = 0; frame < 2; ++frame) {
        const int before = allocations;
        const LatticeLayout layout = layout_lattice(drawing.rect(), {}, 1);
        draw_lattice(drawing.list(), layout, shown.scene);
        if (frame == 1) CHECK(allocations == before);
        drawing.finish_unseen();
    }
}

TEST_CASE("gold stands where the deal stands and nowhere in an empty workspace") {
    for (const ui::Scheme scheme : {ui::Scheme::dark, ui::Scheme::light}) {
        Drawing drawing(980, 620, scheme);
        const LatticeLayout layout = layout_lattice(drawing.rect(), {}, 1);
        const Shown shown(middle_of_the_board);
        draw_lattice(drawing.list(), layout, shown.scene);
        const Picture picture = drawing.finish();
        const ImVec2 here = layout.nodes[static_cast<std::size_t>(index_of(middle_of_the_board))].centre;
        CHECK(picture.at(static_cast<int>(here.x) + 7, static_cast<int>(here.y)) == ui::palette().accent);
        CHECK(picture.at(static_cast<int>(here.x), static_cast<int>(here.y)) == ui::palette().on_accent);

        PositionScene quiet;
        quiet.words = shown.scene.words;
        quiet.opacity = 0.4f;
        draw_lattice(drawing.list(), layout, quiet);
        const Picture empty = drawing.finish();
        CHECK(std::find(empty.pixels.begin(), empty.pixels.end(), ui::palette().accent) == empty.pixels.end());
        CHECK(std::find(empty.pixels.begin(), empty.pixels.end(), ui::palette().accent_line) == empty.pixels.end());
    }
}

TEST_CASE("needles, trail and projection can be left out") {
    Drawing drawing(980, 620);
    const LatticeLayout layout = layout_lattice(drawing.rect(), {}, 1);
    Shown shown(middle_of_the_board);
    const auto vertices = [&] {
        draw_lattice(drawing.list(), layout, shown.scene);
        const int count = drawing.list().VtxBuffer.Size;
        drawing.finish_unseen();
        return count;
    };
    const int all = vertices();
    shown.scene.show_field = false;
    const int without_field = vertices();
    shown.scene.show_trail = false;
    const int without_trail = vertices();
    shown.scene.show_projection = false;
    CHECK(without_field < all);
    CHECK(without_trail < without_field);
    CHECK(vertices() < without_trail);
}

TEST_CASE("turned to face the viewer, every node stands in the middle of its cell") {
    Drawing drawing(980, 620);
    const Shown shown(middle_of_the_board);
    const BoardsLayout boards = layout_boards({24, 80, 930, 400}, 1, shown.scene.words);
    const LatticeLayout flat = layout_lattice(drawing.rect(), {}, 1, 1, boards);
    const LatticeLayout solid = layout_lattice(drawing.rect(), {}, 1, 0, boards), rest = layout_lattice(drawing.rect(), {}, 1);
    for (int i = 0; i < position_count; ++i) {
        const ImVec2 cell = cell_centre(boards, position_at(i));
        const auto node = static_cast<std::size_t>(i);
        CHECK(flat.nodes[node].centre.x == doctest::Approx(cell.x).epsilon(0.001));
        CHECK(flat.nodes[node].centre.y == doctest::Approx(cell.y).epsilon(0.001));
        CHECK(solid.nodes[node].centre.x == rest.nodes[node].centre.x);
    }
}

TEST_CASE("where there is almost no room the lattice and the boards still draw") {
    for (const ImVec2 size : {ImVec2(1, 1), ImVec2(60, 900), ImVec2(900, 20)}) {
        Drawing drawing(size.x, size.y);
        const Shown shown(middle_of_the_board, Words::english);
        draw_lattice(drawing.list(), layout_lattice(drawing.rect(), {}, 1), shown.scene);
        draw_boards(drawing.list(), layout_boards(drawing.rect(), 1, shown.scene.words), shown.scene);
        for (const ImDrawVert& vertex : drawing.list().VtxBuffer) {
            REQUIRE(std::isfinite(vertex.pos.x));
            REQUIRE(std::isfinite(vertex.pos.y));
        }
        CHECK(drawing.finish().width == static_cast<int>(size.x));
    }
}

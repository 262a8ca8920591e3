// The quadrants and the house: everybody where their scores say, nobody on top of anybody.
#include "draw/house.h"
#include "draw/quadrants.h"
#include "draw_fixture.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

using namespace draw;

namespace {

QuadrantDrawing scored(int count) {
    QuadrantDrawing drawing;
    for (int i = 0; i < count; ++i) {
        CustomerMark mark;
        mark.name = "Customer " + std::to_string(i), mark.amount = i % 4 == 0 ? 0 : 1e6 * (1 + i % 9);
        if (i % 7 != 0) mark.relationship = 1 + i % 5;
        if (i % 11 != 0) mark.potential = 1 + i / 3 % 5;
        drawing.marks.push_back(mark);
    }
    return drawing;
}

}  // namespace

TEST_CASE("customers stand apart, in the quadrant of their scores, unscored ones outside the scale") {
    for (const ImVec2 size : {ImVec2(460, 560), ImVec2(640, 800), ImVec2(340, 420)}) {
        tests::Drawing frame(1366, 900, ui::Scheme::dark, size.x < 400 ? ui::Scale::phone : ui::Scale::normal);
        QuadrantDrawing drawing = scored(60);
        layout_quadrants(drawing, 4, {20, 20, size.x, size.y});
        for (std::size_t i = 0; i < drawing.marks.size(); ++i) {
            const CustomerMark& mark = drawing.marks[i];
            REQUIRE(mark.shown);
            if (!mark.relationship || !mark.potential) {
                CHECK(mark.centre.x < drawing.unscored.x + drawing.unscored.width);
                CHECK(mark.centre.x < drawing.field.x);
            } else {
                CHECK((mark.centre.x > drawing.split_x) == (*mark.relationship >= 4));
                CHECK((mark.centre.y < drawing.split_y) == (*mark.potential >= 4));
            }
            CHECK(hit_customer(drawing, mark.centre) == static_cast<int>(i));
            for (std::size_t k = i + 1; k < drawing.marks.size(); ++k) {
                const CustomerMark& other = drawing.marks[k];
                CHECK(std::hypot(mark.centre.x - other.centre.x, mark.centre.y - other.centre.y) >= mark.radius + other.radius - 0.01f);
            }
        }
        draw_quadrants(frame.list(), drawing, {}, {.hovered = 2, .focused = 3});
        frame.finish_unseen();
    }
}

TEST_CASE("the more is open, the larger the dot; and of too many at one place the rest is counted") {
    tests::Drawing frame(1366, 900);
    QuadrantDrawing drawing;
    for (int i = 0; i < 300; ++i) {
        CustomerMark mark;
        mark.relationship = 5, mark.potential = 5, mark.amount = i;
        drawing.marks.push_back(mark);
    }
    CustomerMark alone;
    alone.relationship = 1, alone.potential = 1, alone.amount = 75;
    drawing.marks.push_back(alone);
    layout_quadrants(drawing, 4, {0, 0, 500, 600});
    int shown = 0;
    for (const CustomerMark& mark : drawing.marks) shown += mark.shown;
    REQUIRE(drawing.crowds.size() == 1);
    CHECK(shown + drawing.crowds[0].count == 301);
    CHECK(drawing.marks[299].shown);
    CHECK(!drawing.marks[0].shown);

    QuadrantDrawing few;
    for (const double amount : {0.0, 100.0, 400.0}) {
        CustomerMark mark;
        mark.relationship = 1 + static_cast<int>(amount / 100), mark.potential = 3, mark.amount = amount;
        few.marks.push_back(mark);
    }
    layout_quadrants(few, 4, {0, 0, 700, 700});
    CHECK(few.marks[0].radius < few.marks[1].radius);
    CHECK(few.marks[1].radius < few.marks[2].radius);
    frame.finish_unseen();
}

TEST_CASE("arrow keys reach every customer, and a limit beyond the scale leaves one half alone") {
    tests::Drawing frame(1366, 900);
    QuadrantDrawing drawing = scored(40);
    for (const int high : {4, 1, 6}) {
        layout_quadrants(drawing, high, {0, 0, 480, 600});
        std::vector<bool> reached(drawing.marks.size());
        std::vector<int> way = {0};
        reached[0] = true;
        while (!way.empty()) {
            const int from = way.back();
            way.pop_back();
            for (const ImVec2 direction : {ImVec2(1, 0), ImVec2(-1, 0), ImVec2(0, 1), ImVec2(0, -1)}) {
                const int to = next_customer(drawing, from, direction);
                if (to < 0 || reached[static_cast<std::size_t>(to)]) continue;
                reached[static_cast<std::size_t>(to)] = true;
                way.push_back(to);
            }
        }
        CHECK(std::count(reached.begin(), reached.end(), false) == 0);
        draw_quadrants(frame.list(), drawing, {}, {});
    }
    frame.finish_unseen();
}

TEST_CASE("a house with more of its items filled holds more of their colour, and unknown is not empty") {
    const auto filled = [](Brick brick) {
        tests::Drawing frame(300, 200, ui::Scheme::light);
        HouseScene scene;
        scene.roof.assign(4, brick), scene.pillars.assign(5, brick), scene.foundation.assign(7, brick), scene.has_roof = true;
        draw_house(frame.list(), scene, {10, 10, 280, 180});
        const tests::Picture picture = frame.finish();
        int count = 0;
        for (const ImU32 pixel : picture.pixels) count += pixel == ui::value_colour(0.9);
        return std::pair(count, picture.pixels);
    };
    const auto met = filled(Brick::met), missing = filled(Brick::missing), unknown = filled(Brick::unknown);
    CHECK(met.first > 10000);
    CHECK(missing.first == 0);
    CHECK(unknown.first == 0);
    CHECK(missing.second != unknown.second);
}

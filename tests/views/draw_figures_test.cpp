// Small figures keep what their signs promise.
#include "draw/figures.h"
#include "draw/icons.h"
#include "draw_fixture.h"

#include <doctest/doctest.h>

using namespace compass;
using namespace draw;
using namespace tests;

namespace {

int count(const Picture& picture, ImU32 colour) {
    int found = 0;
    for (const ImU32 pixel : picture.pixels) found += pixel == colour;
    return found;
}

}  // namespace

TEST_CASE("the tick of a band bar stands at the value, also at both ends") {
    for (const double value : {0.0, 0.25, 1.0}) {
        Drawing drawing(220, 20);
        band_bar(drawing.list(), {10, 6, 200, 8}, value, value, value);
        const Picture picture = drawing.finish();
        int first = -1, last = -1;
        for (int x = 0; x < 220; ++x) {
            if (picture.at(x, 4) == ui::palette().text) last = x, first = first < 0 ? x : first;
        }
        REQUIRE(first >= 10);
        CHECK(last < 210);
        CHECK(std::abs(first + 1 - (10 + 200 * value)) <= 3);
    }
}

TEST_CASE("the more certain, the more bars are filled, and what is unknown has none") {
    int before = 0;
    for (const Certainty certainty : {Certainty::unclear, Certainty::inferred, Certainty::explicit_, Certainty::consensus}) {
        Drawing drawing(40, 24);
        certainty_bars(drawing.list(), {4, 4}, 12, certainty);
        const int filled = count(drawing.finish(), ui::palette().text2);
        CHECK(filled > before);
        before = filled;
    }
    Drawing drawing(40, 24);
    certainty_bars(drawing.list(), {4, 4}, 12, std::nullopt);
    CHECK(count(drawing.finish(), ui::palette().text2) == 0);
}

TEST_CASE("a gain is a filled bar, a loss an outlined one") {
    Drawing drawing(200, 20);
    waterfall_bar(drawing.list(), {0, 0, 200, 20}, 40, 160);
    CHECK(drawing.finish().at(100, 10) == ui::palette().positive);
    waterfall_bar(drawing.list(), {0, 0, 200, 20}, 160, 40);
    const Picture loss = drawing.finish();
    CHECK(loss.at(100, 10) == ui::palette().panel);
    CHECK(count(loss, ui::palette().positive) == 0);
    CHECK(count(loss, ui::palette().negative) > 100);
}

TEST_CASE("every icon leaves a mark inside its square") {
    for (const float extent : {14.0f, 20.0f, 32.0f}) {
        for (int i = 0; i <= static_cast<int>(Icon::chevron_down); ++i) {
            Drawing drawing(64, 64);
            draw_icon(drawing.list(), static_cast<Icon>(i), {32, 32}, extent, IM_COL32_WHITE);
            CHECK(drawing.list().VtxBuffer.Size > 0);
            const float half = extent / 2 + 1.5f;
            int outside = 0;
            for (const ImDrawVert& vertex : drawing.list().VtxBuffer) {
                const bool is_seen = vertex.col >> IM_COL32_A_SHIFT;
                outside += is_seen &&
                           (vertex.pos.x < 32 - half || vertex.pos.x > 32 + half || vertex.pos.y < 32 - half || vertex.pos.y > 32 + half);
            }
            CHECK_MESSAGE(outside == 0, "icon ", i, " at ", extent);
            drawing.finish_unseen();
        }
    }
}

TEST_CASE("moves forward and back differ in shape, not in place alone") {
    for (const Move move : all_moves) {
        if (direction_of(move) >= 0) continue;
        Drawing drawing(64, 64);
        draw_move(drawing.list(), move, {32, 32}, 40, IM_COL32(255, 0, 0, 255), IM_COL32(0, 255, 0, 255));
        CHECK(count(drawing.finish(), IM_COL32(0, 255, 0, 255)) > 0);
    }
    for (const Move move : {Move::stage_forward, Move::competition_up, Move::urgency_up}) {
        Drawing drawing(64, 64);
        draw_move(drawing.list(), move, {32, 32}, 40, IM_COL32(255, 0, 0, 255), IM_COL32(0, 255, 0, 255));
        CHECK(count(drawing.finish(), IM_COL32(0, 255, 0, 255)) == 0);
    }
}

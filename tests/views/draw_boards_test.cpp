// The flat boards say the same as the lattice, cell by cell.
#include "draw_fixture.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace compass;
using namespace draw;
using namespace tests;

namespace {

bool is_within(const ui::Rect& inner, const ui::Rect& outer) {
    constexpr float rounding = 0.01f;
    return inner.x >= outer.x - rounding && inner.y >= outer.y - rounding && inner.x + inner.width <= outer.x + outer.width + rounding &&
           inner.y + inner.height <= outer.y + outer.height + rounding;
}

ImU32 colour_at(const Picture& picture, ImVec2 at) { return picture.at(static_cast<int>(at.x), static_cast<int>(at.y)); }

// Between the border and what is written.
ImVec2 corner_of(const BoardsLayout& layout, const Position& position) {
    const ui::Rect& cell = layout.boards[layout.single ? 0 : static_cast<std::size_t>(position.stage)]
                               .cells[static_cast<std::size_t>(index_of(position) % 16)];
    return {cell.x + 7, cell.y + 7};
}

}  // namespace

TEST_CASE("every cell is found by its middle, stands in its board and the boards in the rectangle") {
    for (const Words words : {Words::chinese, Words::english}) {
        Drawing drawing(930, 400);
        const Shown shown(middle_of_the_board, words);
        const BoardsLayout layout = layout_boards(drawing.rect(), 1, shown.scene.words);
        REQUIRE(layout.count == level_count);
        for (const Board& board : layout.boards) {
            CHECK(is_within(board.frame, layout.rect));
            for (const ui::Rect& cell : board.cells) CHECK(is_within(cell, board.frame));
        }
        for (int i = 0; i < position_count; ++i) CHECK(hit_cell(layout, cell_centre(layout, position_at(i))) == i);
        CHECK(hit_cell(layout, {1, 1}) == -1);
    }
}

TEST_CASE("one board shows its stage alone") {
    Drawing drawing(350, 320, ui::Scheme::light, ui::Scale::phone);
    const Shown shown(middle_of_the_board);
    const BoardsLayout layout = layout_board(drawing.rect(), 1, shown.scene.words, Stage::commercial);
    REQUIRE(layout.count == 1);
    for (int k = 0; k < 16; ++k) {
        const ui::Rect& cell = layout.boards[0].cells[static_cast<std::size_t>(k)];
        CHECK(is_within(cell, layout.rect));
        CHECK(hit_cell(layout, {cell.x + cell.width / 2, cell.y + cell.height / 2}) == 2 * 16 + k);
    }
}

TEST_CASE("up is competition and right is urgency") {
    Drawing drawing(930, 400);
    const Shown shown(middle_of_the_board);
    const BoardsLayout layout = layout_boards(drawing.rect(), 1, shown.scene.words);
    const ImVec2 here = cell_centre(layout, middle_of_the_board);
    CHECK(cell_centre(layout, *moved(middle_of_the_board, Move::competition_up)).y < here.y);
    CHECK(cell_centre(layout, *moved(middle_of_the_board, Move::urgency_up)).x > here.x);
    CHECK(cell_centre(layout, *moved(middle_of_the_board, Move::stage_forward)).x >
          cell_centre(layout, *moved(middle_of_the_board, Move::urgency_up)).x);
}

TEST_CASE("a question too long for its heading stands on a line of its own") {
    Drawing drawing(930, 400);
    Shown shown(middle_of_the_board);
    CHECK_FALSE(layout_boards(drawing.rect(), 1, shown.scene.words).stacked_heading);
    shown.scene.words.question[2] = "Which of the choices bears the least risk?";
    CHECK(layout_boards(drawing.rect(), 1, shown.scene.words).stacked_heading);
}

TEST_CASE("the cell of now is gold, a cell is the deeper the greater its chance") {
    for (const ui::Scheme scheme : {ui::Scheme::dark, ui::Scheme::light}) {
        Drawing drawing(930, 400, scheme);
        const Shown shown(middle_of_the_board);
        const BoardsLayout layout = layout_boards(drawing.rect(), 1, shown.scene.words);
        draw_boards(drawing.list(), layout, shown.scene);
        const Picture picture = drawing.finish();
        CHECK(colour_at(picture, corner_of(layout, middle_of_the_board)) == ui::palette().accent);
        const auto blue_over_red = [&](const Position& position) {
            const ImU32 colour = colour_at(picture, corner_of(layout, position));
            return static_cast<int>((colour >> IM_COL32_B_SHIFT) & 0xFF) - static_cast<int>((colour >> IM_COL32_R_SHIFT) & 0xFF);
        };
        const Position poor = {Stage::commercial, Competition::behind, Urgency::later},
                       rich = {Stage::closing, Competition::sole, Urgency::urgent};
        CHECK(blue_over_red(rich) > blue_over_red(poor) + 30);
    }
}

TEST_CASE("only the glow reaches beyond the boards, and the second frame takes nothing from the heap") {
    for (const Words words : {Words::chinese, Words::english}) {
        Drawing drawing(930, 400);
        for (int frame = 0; frame < 2; ++frame) {
            for (int i = 0; i < position_count; i += 9) {
                const Shown shown(position_at(i), words);
                const BoardsLayout layout = layout_boards({40, 40, 850, 320}, 1, shown.scene.words);
                const int before = allocations;
                draw_boards(drawing.list(), layout, shown.scene);
                if (frame == 1) CHECK(allocations == before);
            }
            int outside = 0;
            for (const ImDrawVert& vertex : drawing.list().VtxBuffer) {
                const bool is_seen = vertex.col >> IM_COL32_A_SHIFT;
                outside += is_seen && (vertex.pos.x < 0 || vertex.pos.y < 0 || vertex.pos.x > 930 || vertex.pos.y > 400);
            }
            CHECK(outside == 0);
            drawing.finish_unseen();
        }
    }
}

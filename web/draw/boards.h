// The same 64 positions as flat boards, one per stage: up = competition, right = urgency, chevrons = stage.
// For teaching and for phones (one board at a time). Device pixels; `scale` = device pixels per design pixel.
#pragma once

#include "draw/position_scene.h"
#include "ui/mirror.h"
#include "ui/theme.h"

#include <array>

namespace draw {

inline constexpr float board_label_gap = 8;  // between urgency names and what they name, design pixels

struct Board {
    compass::Stage stage = compass::Stage::intent;
    ui::Rect frame;                  // with heading and urgency names; on the phone only what the cells and names cover
    std::array<ui::Rect, 16> cells;  // by competition × 4 + urgency, behind first
};

struct BoardsLayout {
    ui::Rect rect;
    float scale = 1;
    bool single = false;           // one board, no frame and no heading
    bool stacked_heading = false;  // a question is too long to stand beside its stage: it stands below
    float label_width = 0;         // competition names left of the first board
    // How urgency is named below the cells: short, smaller, every second name a line lower, as far as the cells are too narrow.
    bool short_names = false, staggered_names = false;
    ui::Type name_type = ui::Type::body;
    std::array<Board, compass::level_count> boards;
    int count = 0;
};

// All four boards side by side. The words decide how wide the names' column and how tall the headings are.
BoardsLayout layout_boards(const ui::Rect& rect, float scale, const PositionWords& words);
// One board, as on the phone.
BoardsLayout layout_board(const ui::Rect& rect, float scale, const PositionWords& words, compass::Stage stage);

// Middle of a cell; in a single board, of the cell with the same competition and urgency.
ImVec2 cell_centre(const BoardsLayout& layout, const compass::Position& position);
// index_of the position whose cell holds the point, −1 where there is none.
int hit_cell(const BoardsLayout& layout, ImVec2 point);

void draw_boards(ImDrawList& list, const BoardsLayout& layout, const PositionScene& scene);

}  // namespace draw

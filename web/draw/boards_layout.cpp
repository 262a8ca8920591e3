#include "draw/boards.h"
#include "draw/strokes.h"

#include <algorithm>
#include <cmath>

namespace draw {
namespace {

constexpr float board_gap = 6, board_padding = 6, cell_gap = 3;
constexpr float heading_height = 50, stacked_height = 66;
constexpr float cell_height_most = 92;
constexpr float name_gap = 4;  // least between two names of urgency, design pixels
constexpr int levels = compass::level_count;

// Competition names, and the axis name above them.
float names_width(const PositionWords& words, float scale) {
    float width = text_width(ui::type(ui::Type::caption), words.competition_axis);
    for (const std::string_view name : words.competition) {
        width = std::max(width, text_width(ui::type(ui::Type::strong, ui::Face::bold), name));
    }
    return width + board_label_gap * scale;
}

// Neighbours in one line, each in the middle of its cell.
bool do_meet(const std::array<std::string_view, 4>& names, ui::Type role, float step, float gap) {
    const ui::Font font = ui::type(role, ui::Face::bold);
    for (std::size_t i = 1; i < names.size(); ++i) {
        if ((text_width(font, names[i - 1]) + text_width(font, names[i])) / 2 + gap > step) return true;
    }
    return false;
}

// Decides how urgency is named and returns the height that the names take with the space around them.
float place_names(BoardsLayout& layout, const PositionWords& words, float cell_width) {
    const float step = cell_width + cell_gap * layout.scale, gap = name_gap * layout.scale;
    layout.short_names = !words.urgency_short[0].empty() && do_meet(words.urgency, ui::Type::body, step, gap);
    const std::array<std::string_view, 4>& names = layout.short_names ? words.urgency_short : words.urgency;
    layout.name_type = do_meet(names, ui::Type::body, step, gap) ? ui::Type::caption : ui::Type::body;
    layout.staggered_names = do_meet(names, layout.name_type, step, gap);
    const float line = ui::type(layout.name_type).size;
    return (layout.staggered_names ? 1.9f * line : line) + (layout.single ? 8 : 16) * layout.scale;
}

void place_cells(Board& board, float left, float top, float cell_width, float cell_height, float gap) {
    for (int competition = 0; competition < levels; ++competition) {
        for (int urgency = 0; urgency < levels; ++urgency) {
            board.cells[static_cast<std::size_t>(competition * levels + urgency)] = {
                left + static_cast<float>(urgency) * (cell_width + gap),
                top + static_cast<float>(levels - 1 - competition) * (cell_height + gap), cell_width, cell_height};
        }
    }
}

}  // namespace

BoardsLayout layout_boards(const ui::Rect& rect, float scale, const PositionWords& words) {
    BoardsLayout layout;
    layout.rect = rect, layout.scale = scale, layout.count = levels;
    layout.label_width = names_width(words, scale);
    const float frame_width = (rect.width - layout.label_width - (levels - 1) * board_gap * scale) / levels;
    const float inside = frame_width - 2 * board_padding * scale;
    for (std::size_t stage = 0; stage < levels; ++stage) {
        const float beside =
            text_width(ui::type(ui::Type::section), words.stage[stage]) + text_width(ui::type(ui::Type::caption), words.question[stage]);
        if (beside + 40 * scale > inside) layout.stacked_heading = true;
    }
    const float heading =
        std::round((layout.stacked_heading ? stacked_height : heading_height) * scale * ui::type(ui::Type::section).size / (17.5f * scale));
    const float gap = cell_gap * scale;
    const float cell_width = (inside - (levels - 1) * gap) / levels;
    const float footer = place_names(layout, words, cell_width);
    const float cell_height = std::min((rect.height - heading - footer - (levels - 1) * gap) / levels, cell_height_most * scale);
    const float frame_height = heading + levels * cell_height + (levels - 1) * gap + footer;
    for (int i = 0; i < levels; ++i) {
        Board& board = layout.boards[static_cast<std::size_t>(i)];
        board.stage = static_cast<compass::Stage>(i);
        const float left = rect.x + layout.label_width + static_cast<float>(i) * (frame_width + board_gap * scale);
        board.frame = {left, rect.y, frame_width, frame_height};
        place_cells(board, left + board_padding * scale, rect.y + heading, cell_width, cell_height, gap);
    }
    return layout;
}

BoardsLayout layout_board(const ui::Rect& rect, float scale, const PositionWords& words, compass::Stage stage) {
    BoardsLayout layout;
    layout.rect = rect, layout.scale = scale, layout.count = 1, layout.single = true;
    layout.label_width = names_width(words, scale);
    const float gap = cell_gap * scale;
    const float cell_width = (rect.width - layout.label_width - (levels - 1) * gap) / levels;
    const float footer = place_names(layout, words, cell_width);
    const float cell_height = std::min((rect.height - footer - (levels - 1) * gap) / levels, cell_height_most * scale);
    Board& board = layout.boards[0];
    board.stage = stage;
    board.frame = {rect.x + layout.label_width, rect.y, rect.width - layout.label_width,
                   levels * cell_height + (levels - 1) * gap + footer};
    place_cells(board, board.frame.x, rect.y, cell_width, cell_height, gap);
    return layout;
}

ImVec2 cell_centre(const BoardsLayout& layout, const compass::Position& position) {
    const Board& board = layout.boards[layout.single ? 0 : static_cast<std::size_t>(position.stage)];
    const ui::Rect& cell = board.cells[static_cast<std::size_t>(compass::index_of(position) % 16)];
    return {cell.x + cell.width / 2, cell.y + cell.height / 2};
}

int hit_cell(const BoardsLayout& layout, ImVec2 point) {
    for (int i = 0; i < layout.count; ++i) {
        const Board& board = layout.boards[static_cast<std::size_t>(i)];
        for (std::size_t k = 0; k < board.cells.size(); ++k) {
            const ui::Rect& cell = board.cells[k];
            const bool is_inside =
                point.x >= cell.x && point.x < cell.x + cell.width && point.y >= cell.y && point.y < cell.y + cell.height;
            if (is_inside) return static_cast<int>(board.stage) * 16 + static_cast<int>(k);
        }
    }
    return -1;
}

}  // namespace draw

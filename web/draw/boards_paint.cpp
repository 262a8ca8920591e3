#include "draw/boards.h"
#include "draw/icons.h"
#include "draw/move_marks.h"
#include "draw/strokes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace draw {
namespace {

using compass::level_count;
using compass::position_count;

constexpr float cell_rounding = 5, frame_rounding = 8, heading_padding = 9;

struct Cell {
    ImVec2 minimum, maximum, centre;
};

struct Painter {
    ImDrawList& list;
    const BoardsLayout& layout;
    const PositionScene& scene;
    const ui::Palette& colours;
    const float scale;
    std::array<RankedMark, position_count> marks;  // by node; rank 0: no move leads there

    Painter(ImDrawList& to, const BoardsLayout& of, const PositionScene& what)
        : list(to), layout(of), scene(what), colours(ui::palette()), scale(of.scale), marks{} {
        for_each_move(scene, [&](const RankedMark& mark) { marks[static_cast<std::size_t>(mark.node)] = mark; });
    }

    ImU32 hole() const { return colours.dark ? colours.background : colours.panel; }
    bool shows(const compass::Position& position) const { return !layout.single || layout.boards[0].stage == position.stage; }
    bool is_current(compass::Axis axis, int level) const { return scene.now && compass::level(*scene.now, axis) == level; }

    Cell cell_of(const Board& board, std::size_t k) const {
        const ui::Rect& r = board.cells[k];
        const ImVec2 minimum(std::round(r.x), std::round(r.y)), maximum(std::round(r.x + r.width), std::round(r.y + r.height));
        return {minimum, maximum, {(minimum.x + maximum.x) / 2, (minimum.y + maximum.y) / 2}};
    }

    void frame(const Board& board) const {
        if (layout.single) return;
        const bool is_now = is_current(compass::Axis::stage, static_cast<int>(board.stage));
        const ImVec2 minimum(std::round(board.frame.x), std::round(board.frame.y));
        const ImVec2 maximum(std::round(board.frame.x + board.frame.width), std::round(board.frame.y + board.frame.height));
        if (is_now) list.AddRectFilled(minimum, maximum, colours.panel, frame_rounding * scale);
        list.AddRect(minimum, maximum, is_now ? colours.line2 : colours.line, frame_rounding * scale, 0,
                     is_now ? 1.5f * scale : ui::line_px(1));
    }

    void heading(const Board& board) const {
        if (layout.single) return;
        const auto stage = static_cast<std::size_t>(board.stage);
        const bool is_now = is_current(compass::Axis::stage, static_cast<int>(stage));
        const ui::Font name = ui::type(ui::Type::section), question = ui::type(ui::Type::caption);
        const float left = board.frame.x + heading_padding * scale, right = board.frame.x + board.frame.width - heading_padding * scale;
        const float space = board.cells[12].y - board.frame.y;
        const float line = layout.stacked_heading ? board.frame.y + space / 2 - question.size / 2 : board.frame.y + space * 0.45f;
        const char number = static_cast<char>('1' + stage);
        const ImU32 ink = is_now ? colours.text : colours.text2;
        text(list, name, {left, line}, 0, 0.5f, ink, {&number, 1});
        text(list, name, {left + text_width(name, {&number, 1}) + text_width(name, " "), line}, 0, 0.5f, ink, scene.words.stage[stage]);
        const ImVec2 at = layout.stacked_heading ? ImVec2(left, line + (name.size + question.size) / 2) : ImVec2(right, line);
        text(list, question, at, layout.stacked_heading ? 0.0f : 1.0f, 0.5f, colours.text3, scene.words.question[stage]);
    }

    void urgency_names(const Board& board) const {
        const std::array<std::string_view, 4>& names = layout.short_names ? scene.words.urgency_short : scene.words.urgency;
        for (std::size_t i = 0; i < level_count; ++i) {
            const Cell cell = cell_of(board, i);
            const bool is_here = layout.single || is_current(compass::Axis::stage, static_cast<int>(board.stage));
            const bool is_now = is_here && is_current(compass::Axis::urgency, static_cast<int>(i));
            const ui::Font font = ui::type(layout.name_type, is_now ? ui::Face::bold : ui::Face::regular);
            const ImU32 ink = is_now ? colours.text : colours.text2;
            const float lower = layout.staggered_names && i % 2 == 1 ? 0.95f * font.size : 0;
            text(list, font, {cell.centre.x, cell.maximum.y + (layout.single ? 6 : 8) * scale + lower}, 0.5f, 0, ink, names[i]);
        }
    }

    void competition_names() const {
        const Board& first = layout.boards[0];
        const float right = (layout.single ? first.cells[0].x : first.frame.x) - board_label_gap * scale;
        for (std::size_t i = 0; i < level_count; ++i) {
            const bool is_now = is_current(compass::Axis::competition, static_cast<int>(i));
            const ui::Font font = ui::type(ui::Type::strong, is_now ? ui::Face::bold : ui::Face::regular);
            text(list, font, {right, cell_of(first, i * 4).centre.y}, 1, 0.5f, is_now ? colours.text : colours.text2,
                 scene.words.competition[i]);
        }
        if (layout.single) return;
        const ui::Font caption = ui::type(ui::Type::caption);
        text(list, caption, {right, first.cells[12].y - caption.size / 2 - 8 * scale}, 1, 0.5f, colours.text3,
             scene.words.competition_axis);
    }

    // Move above, chance below.
    void plain_cell(const Cell& cell, int index) const {
        const float rounding = cell_rounding * scale;
        if (!scene.navigation) {
            list.AddRectFilled(cell.minimum, cell.maximum, ui::with_alpha(colours.node, 0.16f), rounding);
            return;
        }
        const compass::Needle& needle = scene.navigation->field[static_cast<std::size_t>(index)];
        // The ramp stops where numbers in the text colour would lose their contrast.
        const ImU32 fill = ui::value_colour(needle.value.value * (colours.dark ? 0.72 : 0.92));
        list.AddRectFilled(cell.minimum, cell.maximum, fill, rounding);
        if (needle.move == compass::Move::stage_back && scene.show_field) {
            list.AddRect(cell.minimum, cell.maximum, ui::with_alpha(colours.text, 0.8f), rounding, 0, ui::line_px(1.4f));
        }
        const ui::Font font = ui::type(ui::Type::body);
        const float height = cell.maximum.y - cell.minimum.y;
        const bool has_sign = scene.show_field && height > font.size * 2;
        std::array<char, 8> number = {};
        std::snprintf(number.data(), number.size(), "%.0f", needle.value.value * 100);
        const ImU32 ink = colours.dark ? ui::with_alpha(colours.text, 0.92f) : colours.text;
        const float apart = std::min(height * 0.19f, font.size * 0.8f);
        text(list, font, {cell.centre.x, cell.centre.y + (has_sign ? apart + 1 * scale : 0)}, 0.5f, 0.5f, ink, number.data());
        if (!has_sign) return;
        draw_flat_move(list, needle.move, {cell.centre.x, cell.centre.y - apart - 1 * scale}, font.size * 1.05f, ink, fill);
    }

    // A cell with a name above and a number below: now, a move, the threat.
    void spoken_cell(const Cell& cell, std::string_view name, char rank, std::string_view number, ImU32 ink, bool is_strong,
                     bool is_large) const {
        const ui::Font above = ui::type(ui::Type::caption, is_strong ? ui::Face::bold : ui::Face::regular);
        const ui::Font below = ui::type(is_large ? ui::Type::strong : ui::Type::body, ui::Face::bold);
        const float apart = std::min((cell.maximum.y - cell.minimum.y) * 0.19f, below.size * 0.72f);
        const std::string_view digit = rank ? std::string_view(&rank, 1) : std::string_view();
        float width = text_width(above, name) + text_width(above, digit);
        // Latin words part from the digit, Chinese ones do not.
        const bool is_latin = !name.empty() && static_cast<unsigned char>(name.back()) < 0x80;
        const float space = rank && is_latin ? text_width(above, " ") : 0;
        width += space;
        const bool fits = width <= cell.maximum.x - cell.minimum.x - 2 * scale;
        float left = cell.centre.x - (fits ? width : text_width(above, digit)) / 2;
        const float top = cell.centre.y - apart - 1 * scale;
        if (fits) {
            text(list, above, {left, top}, 0, 0.5f, ink, name);
            left += text_width(above, name) + space;
        }
        text(list, above, {left, top}, 0, 0.5f, ink, digit);
        text(list, below, {cell.centre.x, cell.centre.y + apart}, 0.5f, 0.5f, ink, number);
    }

    void special_cell(const Cell& cell, int index) const {
        const float rounding = cell_rounding * scale;
        const RankedMark& mark = marks[static_cast<std::size_t>(index)];
        if (scene.now && compass::index_of(*scene.now) == index) {
            list.AddRectFilled(cell.minimum, cell.maximum, colours.accent, rounding);
            if (!colours.dark) list.AddRect(cell.minimum, cell.maximum, colours.accent_line, rounding, 0, ui::line_px(1));
            spoken_cell(cell, scene.words.now, 0, scene.words.now_value, colours.on_accent, true, true);
        } else if (mark.rank) {
            const ImU32 line = mark.is_best ? colours.accent_line : mark.is_gain() ? colours.positive : colours.text2;
            const ImU32 ink = mark.is_best ? colours.accent_text : line;
            list.AddRectFilled(cell.minimum, cell.maximum, hole(), rounding);
            list.AddRect(cell.minimum, cell.maximum, line, rounding, 0, ui::line_px(mark.is_best ? 2.4f : 1.4f));
            spoken_cell(cell, mark.is_best ? scene.words.best : scene.words.move, mark.is_best ? '\0' : static_cast<char>('0' + mark.rank),
                        gain_text(mark.gain).data(), ink, mark.is_best, mark.is_best);
        } else if (is_threat(index)) {
            list.AddRectFilled(cell.minimum, cell.maximum, hole(), rounding);
            dashed_rect(list, cell.minimum + ImVec2(0.5f, 0.5f), cell.maximum - ImVec2(0.5f, 0.5f), colours.negative, rounding,
                        ui::line_px(1.4f), 5 * scale, 3 * scale);
            spoken_cell(cell, scene.words.threat_name, 0, percent_text(scene.navigation->threat->chance).data(), colours.negative, false,
                        false);
        }
    }

    bool is_threat(int index) const {
        return scene.now && scene.navigation && scene.navigation->threat && compass::index_of(scene.navigation->threat->to) == index;
    }
    bool is_special(int index) const {
        return (scene.now && compass::index_of(*scene.now) == index) || marks[static_cast<std::size_t>(index)].rank || is_threat(index);
    }

    template <typename See>
    void for_each_cell(See see) const {
        for (int i = 0; i < layout.count; ++i) {
            const Board& board = layout.boards[static_cast<std::size_t>(i)];
            for (std::size_t k = 0; k < board.cells.size(); ++k)
                see(cell_of(board, k), static_cast<int>(board.stage) * 16 + static_cast<int>(k));
        }
    }

    // Left of the middle, where no sign and no number stands.
    ImVec2 trail_point(const compass::Position& position) const {
        const ImVec2 centre = cell_centre(layout, position);
        return {std::round(centre.x - layout.boards[0].cells[0].width * 0.36f), std::round(centre.y)};
    }

    // Straight within a board; between boards along the gap below the row that is left.
    void trail_step(const compass::Position& from, const compass::Position& to, ImU32 colour) const {
        const ImVec2 a = trail_point(from), b = trail_point(to);
        const float thickness = ui::line_px(1.8f);
        if (a.x == b.x || a.y == b.y ? from.stage == to.stage : false) {
            list.AddLine(a, b, colour, thickness);
            return;
        }
        const float below = std::round(a.y + (layout.boards[0].cells[0].height + 3 * scale) / 2);
        const ImVec2 way[4] = {a, {a.x, below}, {b.x, below}, b};
        list.AddPolyline(way, 4, colour, 0, thickness);
    }

    void trail() const {
        if (!scene.show_trail) return;
        for (std::size_t i = 0; i < scene.trail.size(); ++i) {
            const compass::Position& here = scene.trail[i];
            if (!shows(here)) continue;
            const compass::Position* next = i + 1 < scene.trail.size()        ? &scene.trail[i + 1]
                                            : scene.now && here != *scene.now ? &*scene.now
                                                                              : nullptr;
            if (next && shows(*next)) trail_step(here, *next, colours.accent_line);
            list.AddCircleFilled(trail_point(here), 3.6f * scale, colours.accent_line);
        }
    }

    void halo() const {
        if (!scene.now || !shows(*scene.now)) return;
        const ui::Rect& cell = layout.boards[0].cells[0];
        glow(list, cell_centre(layout, *scene.now), std::max(cell.width, cell.height) * 1.05f,
             ui::with_alpha(colours.accent, colours.dark ? 0.9f : 0.8f));
    }

    void selection(int index, ImU32 colour, float thickness, float grow) const {
        if (index < 0 || !shows(compass::position_at(index))) return;
        for_each_cell([&](const Cell& cell, int at) {
            if (at != index) return;
            const ImVec2 by(grow * scale, grow * scale);
            list.AddRect(cell.minimum - by, cell.maximum + by, colour, (cell_rounding + grow) * scale, 0, ui::line_px(thickness));
        });
    }

    void ghost() const {
        if (!scene.ghost || scene.ghost == scene.now || !shows(*scene.ghost)) return;
        for_each_cell([&](const Cell& cell, int at) {
            if (at != compass::index_of(*scene.ghost)) return;
            const ImVec2 in(2 * scale, 2 * scale);
            list.AddRectFilled(cell.minimum, cell.maximum, ui::with_alpha(colours.accent, 0.14f), cell_rounding * scale);
            dashed_rect(list, cell.minimum + in, cell.maximum - in, colours.accent_line, (cell_rounding - 2) * scale, ui::line_px(2),
                        5 * scale, 3 * scale);
        });
    }
};

}  // namespace

void draw_boards(ImDrawList& list, const BoardsLayout& layout, const PositionScene& scene) {
    const int first_vertex = list.VtxBuffer.Size;
    const Painter painter(list, layout, scene);
    for (int i = 0; i < layout.count; ++i) {
        const Board& board = layout.boards[static_cast<std::size_t>(i)];
        painter.frame(board);
        painter.heading(board);
        painter.urgency_names(board);
    }
    painter.competition_names();
    painter.for_each_cell([&](const Cell& cell, int index) {
        if (!painter.is_special(index)) painter.plain_cell(cell, index);
    });
    painter.halo();
    painter.trail();
    painter.for_each_cell([&](const Cell& cell, int index) { painter.special_cell(cell, index); });
    painter.ghost();
    painter.selection(scene.hovered, ui::palette().text2, 1.5f, 0);
    painter.selection(scene.focused, ui::palette().text, 2, 2);
    fade(list, first_vertex, scene.opacity);
}

}  // namespace draw

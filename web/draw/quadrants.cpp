#include "draw/quadrants.h"

#include "draw/people.h"
#include "draw/strokes.h"
#include "ui/layout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace draw {

using ui::line_px;
using ui::Palette;
using ui::palette;
using ui::px;
using ui::Rect;
using ui::Type;

namespace {

constexpr float largest_dot = 15, smallest_dot = 4.5f;
constexpr int crowd_side = 5;  // so many dots fit beside and below each other at one place

ui::Font mark_font() { return ui::type(Type::caption, ui::Face::bold); }

// Where a high score begins, as a part of the length: in the middle, unless all scores are high, or none.
float split_of(int high_from) { return high_from <= 1 ? 0.0f : high_from > 5 ? 1.0f : 0.5f; }

std::array<float, 6> edges(int high_from) {
    std::array<float, 6> parts{};
    const int low = std::clamp(high_from - 1, 0, 5);
    const float split = split_of(high_from);
    for (int i = 0; i <= 5; ++i)
        parts[static_cast<std::size_t>(i)] = i <= low ? (low == 0 ? 0 : split * static_cast<float>(i) / static_cast<float>(low))
                                                      : split + (1 - split) * static_cast<float>(i - low) / static_cast<float>(5 - low);
    return parts;
}

bool overlap(const Rect& a, const Rect& b) {
    return a.width > 0 && b.width > 0 && a.x < ui::right(b) && b.x < ui::right(a) && a.y < ui::bottom(b) && b.y < ui::bottom(a);
}
bool overlap(const Rect& rect, const CustomerMark& mark) {
    const float x = std::clamp(mark.centre.x, rect.x, ui::right(rect)), y = std::clamp(mark.centre.y, rect.y, ui::bottom(rect));
    return std::hypot(x - mark.centre.x, y - mark.centre.y) < mark.radius + px(2);
}

Rect cell_of(const QuadrantDrawing& drawing, const CustomerMark& mark) {
    if (!mark.relationship || !mark.potential) return drawing.unscored;
    const auto x = static_cast<std::size_t>(std::clamp(*mark.relationship, 1, 5)),
               y = static_cast<std::size_t>(std::clamp(*mark.potential, 1, 5));
    return {drawing.across[x - 1], drawing.up[y], drawing.across[x] - drawing.across[x - 1], drawing.up[y - 1] - drawing.up[y]};
}

// Side by side, the largest first; those that one place has no room for are counted in its last corner.
void place_in(QuadrantDrawing& drawing, std::vector<std::size_t>& members, const Rect& cell, double largest, int columns_at_most,
              int rows_at_most) {
    std::stable_sort(members.begin(), members.end(),
                     [&](std::size_t a, std::size_t b) { return drawing.marks[a].amount > drawing.marks[b].amount; });
    const auto room = static_cast<std::size_t>(columns_at_most * rows_at_most);
    const bool crowded = members.size() > room;
    const std::size_t shown = crowded ? room - 1 : members.size(), places = crowded ? room : members.size();
    int columns = 1, rows = 1;
    while (static_cast<std::size_t>(columns * rows) < places) {
        const bool wider = cell.width / static_cast<float>(columns + 1) > cell.height / static_cast<float>(rows + 1);
        if ((wider && columns < columns_at_most) || rows >= rows_at_most)
            ++columns;
        else
            ++rows;
    }
    const float width = cell.width / static_cast<float>(columns), height = cell.height / static_cast<float>(rows);
    const float most = std::max(px(2.5f), std::min({px(largest_dot), width / 2 - px(2), height / 2 - px(2)}));
    const auto at = [&](std::size_t place) {
        const std::size_t across = place % static_cast<std::size_t>(columns), down = place / static_cast<std::size_t>(columns);
        return ImVec2{cell.x + width * (static_cast<float>(across) + 0.5f), cell.y + height * (static_cast<float>(down) + 0.5f)};
    };
    for (std::size_t i = 0; i < shown; ++i) {
        CustomerMark& mark = drawing.marks[members[i]];
        mark.shown = true, mark.centre = at(i);
        const auto share = largest > 0 ? static_cast<float>(std::sqrt(mark.amount / largest)) : 0.0f;
        mark.radius = std::min(most, std::max(px(smallest_dot), px(largest_dot) * share));
    }
    if (crowded) drawing.crowds.push_back({static_cast<int>(members.size() - shown), at(shown)});
}

// The largest choose first; who finds no room is named under the pointer and in the table.
void place_names(QuadrantDrawing& drawing, const Rect& area) {
    std::vector<std::size_t> order(drawing.marks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return drawing.marks[a].amount > drawing.marks[b].amount; });
    std::vector<std::size_t> placed;
    for (const std::size_t i : order) {
        CustomerMark& mark = drawing.marks[i];
        if (!mark.shown || mark.name.empty()) continue;
        const auto [first, second] = name_lines(mark.name);
        for (const bool wrapped : {false, true}) {
            if (mark.label.width > 0 || (wrapped && second.empty())) break;
            const float words =
                wrapped ? std::max(text_width(mark_font(), first), text_width(mark_font(), second)) : text_width(mark_font(), mark.name);
            const float width = words + px(4), height = px(wrapped ? 31 : 16), gap = mark.radius + px(2);
            const Rect tries[] = {{mark.centre.x - width / 2, mark.centre.y + gap, width, height},
                                  {mark.centre.x - width / 2, mark.centre.y - gap - height, width, height},
                                  {mark.centre.x + gap, mark.centre.y - height / 2, width, height},
                                  {mark.centre.x - gap - width, mark.centre.y - height / 2, width, height}};
            const bool scored = mark.relationship && mark.potential;
            for (const Rect& rect : tries) {
                const bool inside =
                    rect.x >= area.x && ui::right(rect) <= ui::right(area) && rect.y >= area.y && ui::bottom(rect) <= ui::bottom(area);
                // A name that crosses into another quadrant would read as standing there.
                const bool crosses =
                    scored && ((rect.x < drawing.split_x && ui::right(rect) > drawing.split_x) ||
                               (rect.y < drawing.split_y && ui::bottom(rect) > drawing.split_y) || rect.x < drawing.field.x);
                const auto meets_dot = [&](const CustomerMark& other) { return &other != &mark && other.shown && overlap(rect, other); };
                const auto meets_name = [&](std::size_t other) { return overlap(rect, drawing.marks[other].label); };
                if (!inside || crosses || std::any_of(drawing.marks.begin(), drawing.marks.end(), meets_dot) ||
                    std::any_of(placed.begin(), placed.end(), meets_name))
                    continue;
                mark.label = rect, mark.wrapped = wrapped;
                placed.push_back(i);
                break;
            }
        }
    }
}

void hatch_lane(ImDrawList& list, const Rect& rect) {
    const ImU32 ink = ui::with_alpha(palette().line, palette().dark ? 0.55f : 0.9f);
    list.PushClipRect(ui::top_left(rect), ui::bottom_right(rect), true);
    for (float x = rect.x - rect.height; x < ui::right(rect); x += px(8))
        list.AddLine({x, ui::bottom(rect)}, {x + rect.height, rect.y}, ink, line_px(1));
    list.PopClipRect();
}

void draw_corner(ImDrawList& list, const QuadrantDrawing& drawing, const Rect& part, const QuadrantWords::Corner& corner, bool low) {
    const Palette& colours = palette();
    list.AddRectFilled(ui::top_left(part), ui::bottom_right(part), ui::with_alpha(colours.panel, 0.75f), px(6));
    const float x = part.x + px(8);
    float y = low ? ui::bottom(part) - px(39) : part.y + px(5);
    const ui::Font bold = ui::type(Type::body, ui::Face::bold), small = ui::type(Type::caption);
    const auto line = [&](ui::Font font, ImU32 ink, std::string_view words, float height) {
        const Rect place = {x, y, text_width(font, words), height};
        y += height;
        if (place.width > part.width - px(12)) return;
        for (const CustomerMark& mark : drawing.marks)
            if (mark.shown && (overlap(place, mark) || overlap(place, mark.label))) return;
        text(list, font, {x, place.y}, 0, 0, ink, words);
    };
    line(bold, colours.text2, corner.name, px(18));
    line(small, colours.text3, corner.advice, px(16));
}

}  // namespace

void layout_quadrants(QuadrantDrawing& drawing, int high_from, const Rect& area) {
    drawing.crowds.clear();
    Rect field = area;
    const bool unscored = std::any_of(drawing.marks.begin(), drawing.marks.end(),
                                      [](const CustomerMark& mark) { return !mark.relationship || !mark.potential; });
    ui::cut_bottom(field, px(36));
    drawing.unscored =
        unscored ? ui::cut_left(field, std::min(px(84), field.width * 0.24f), px(30)) : (ui::cut_left(field, px(22)), Rect{});
    drawing.field = field;
    const std::array<float, 6> parts = edges(high_from);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        drawing.across[i] = field.x + field.width * parts[i];
        drawing.up[i] = ui::bottom(field) - field.height * parts[i];
    }
    drawing.split_x = field.x + field.width * split_of(high_from), drawing.split_y = ui::bottom(field) - field.height * split_of(high_from);

    double largest = 0;
    std::map<int, std::vector<std::size_t>> places;  // −1: unscored
    for (std::size_t i = 0; i < drawing.marks.size(); ++i) {
        CustomerMark& mark = drawing.marks[i];
        mark.shown = mark.wrapped = false, mark.label = {};
        largest = std::max(largest, mark.amount);
        places[mark.relationship && mark.potential ? *mark.relationship * 10 + *mark.potential : -1].push_back(i);
    }
    for (auto& [place, members] : places) {
        const bool lane = place < 0;
        const Rect cell = ui::inset(cell_of(drawing, drawing.marks[members.front()]), px(lane ? 4 : 2), px(lane ? 8 : 2));
        place_in(drawing, members, cell, largest, lane ? 3 : crowd_side, lane ? 14 : crowd_side);
    }
    place_names(drawing, {area.x, area.y, area.width, ui::bottom(field) - area.y});
}

void draw_quadrants(ImDrawList& list, const QuadrantDrawing& drawing, const QuadrantWords& words, const QuadrantFocus& focus) {
    const Palette& colours = palette();
    const Rect& field = drawing.field;
    const float half = px(1.5f), left = drawing.split_x - half - field.x, low = ui::bottom(field) - drawing.split_y - half;
    const Rect top_right = {drawing.split_x + half, field.y, ui::right(field) - drawing.split_x - half, drawing.split_y - half - field.y};
    if (top_right.width > px(8) && top_right.height > px(8)) draw_corner(list, drawing, top_right, words.visit_first, false);
    if (left > px(8) && top_right.height > px(8))
        draw_corner(list, drawing, {field.x, field.y, left, top_right.height}, words.build_relation, false);
    if (top_right.width > px(8) && low > px(8))
        draw_corner(list, drawing, {top_right.x, drawing.split_y + half, top_right.width, low}, words.let_grow, true);
    if (left > px(8) && low > px(8)) draw_corner(list, drawing, {field.x, drawing.split_y + half, left, low}, words.light_touch, true);
    if (drawing.unscored.width > 0) {
        list.AddRectFilled(ui::top_left(drawing.unscored), ui::bottom_right(drawing.unscored), ui::with_alpha(colours.panel, 0.4f), px(6));
        hatch_lane(list, drawing.unscored);
    }
    const ui::Font small = ui::type(Type::caption);
    const float below = ui::bottom(field);
    for (std::size_t i = 0; i < 5; ++i) {
        const char digit[] = {static_cast<char>('1' + i), 0};
        text(list, small, {(drawing.across[i] + drawing.across[i + 1]) / 2, below + px(3)}, 0.5f, 0, colours.text2, digit);
        text(list, small, {field.x - px(6), (drawing.up[i] + drawing.up[i + 1]) / 2 - px(8)}, 1, 0, colours.text2, digit);
    }
    text(list, small, {ui::right(field), below + px(19)}, 1, 0, colours.text2, words.relationship + " \u2192");
    const float unscored_end =
        drawing.unscored.width > 0 ? drawing.unscored.x + text_width(small, words.unscored) + px(12) : drawing.field.x - px(20);
    text(list, small, {std::max(unscored_end, field.x - px(20)), below + px(19)}, 0, 0, colours.text2, "\u2191 " + words.potential);
    if (drawing.unscored.width > 0)
        text(list, ui::type(Type::caption, ui::Face::bold), {drawing.unscored.x, below + px(19)}, 0, 0, colours.text, words.unscored);

    for (std::size_t i = 0; i < drawing.marks.size(); ++i) {
        const CustomerMark& mark = drawing.marks[i];
        if (!mark.shown) continue;
        const bool pointed = static_cast<int>(i) == focus.hovered || static_cast<int>(i) == focus.focused;
        const bool scored = mark.relationship && mark.potential;
        const ImU32 fill = mark.amount > 0 ? ui::value_colour(colours.dark ? 0.72 : 0.9) : colours.background;
        list.AddCircleFilled(mark.centre, mark.radius, fill);
        if (scored)
            list.AddCircle(mark.centre, mark.radius, pointed ? colours.text : colours.text2, 0, line_px(pointed ? 2.4f : 1.2f));
        else
            dashed_ring(list, mark.centre, mark.radius, pointed ? colours.text : colours.text2, line_px(pointed ? 2.4f : 1.2f), 8);
        if (static_cast<int>(i) == focus.focused) list.AddCircle(mark.centre, mark.radius + px(5), colours.text, 0, px(2));
    }
    for (const CustomerMark& mark : drawing.marks) {
        if (!mark.shown || mark.label.width == 0) continue;
        list.AddRectFilled(ui::top_left(mark.label), ui::bottom_right(mark.label), ui::with_alpha(colours.panel, 0.7f), px(3));
        const auto [first, second] = name_lines(mark.name);
        const float x = ui::centre(mark.label).x;
        text(list, mark_font(), {x, mark.label.y}, 0.5f, 0, colours.text, mark.wrapped ? first : mark.name);
        if (mark.wrapped) text(list, mark_font(), {x, mark.label.y + px(15)}, 0.5f, 0, colours.text, second);
    }
    for (const CrowdMark& crowd : drawing.crowds)
        text(list, mark_font(), {crowd.at.x, crowd.at.y - px(8)}, 0.5f, 0, colours.text, "+" + std::to_string(crowd.count));
}

int hit_customer(const QuadrantDrawing& drawing, ImVec2 at) {
    int nearest = -1;
    float least = px(ui::scale() == ui::Scale::phone ? 22 : 6);
    for (std::size_t i = 0; i < drawing.marks.size(); ++i) {
        const CustomerMark& mark = drawing.marks[i];
        if (!mark.shown) continue;
        const float away = std::max(0.0f, distance(mark.centre, at) - mark.radius);
        if (away < least) nearest = static_cast<int>(i), least = away;
    }
    if (nearest >= 0) return nearest;
    for (std::size_t i = 0; i < drawing.marks.size(); ++i) {
        const Rect& label = drawing.marks[i].label;
        if (label.width > 0 && at.x >= label.x && at.x < ui::right(label) && at.y >= label.y && at.y < ui::bottom(label))
            return static_cast<int>(i);
    }
    return -1;
}

// What lies aside counts double.
int next_customer(const QuadrantDrawing& drawing, int from, ImVec2 direction) {
    const ImVec2 at = drawing.marks[static_cast<std::size_t>(from)].centre;
    int best = -1;
    float least = 0;
    for (std::size_t i = 0; i < drawing.marks.size(); ++i) {
        const CustomerMark& mark = drawing.marks[i];
        const ImVec2 way = mark.centre - at;
        const float along = way.x * direction.x + way.y * direction.y,
                    aside = std::fabs(way.x * direction.y) + std::fabs(way.y * direction.x);
        if (static_cast<int>(i) == from || !mark.shown || along <= 0.5f) continue;
        if (const float cost = along + 2 * aside; best < 0 || cost < least) best = static_cast<int>(i), least = cost;
    }
    return best;
}

}  // namespace draw

#include "draw/people.h"
#include "draw/strokes.h"
#include "ui/layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace draw {

using namespace compass;
using ui::line_px;
using ui::Palette;
using ui::palette;
using ui::px;
using ui::Rect;
using ui::Type;
using ui::type;

namespace {

float luminance(ImU32 colour) {
    const auto part = [&](int shift) { return static_cast<float>((colour >> shift) & 0xFF) / 255; };
    return 0.2126f * part(IM_COL32_R_SHIFT) + 0.7152f * part(IM_COL32_G_SHIFT) + 0.0722f * part(IM_COL32_B_SHIFT);
}

std::string support_sign(std::optional<int> support) {
    if (!support) return "?";
    if (*support == 0) return "0";
    return (*support > 0 ? "+" : "\u2212") + std::to_string(std::abs(*support));
}

// Unknown is no place on the scale.
void hatch(ImDrawList& list, const Rect& rect) {
    const ImU32 ink = ui::with_alpha(palette().line, palette().dark ? 0.55f : 0.9f);
    list.PushClipRect(ui::top_left(rect), ui::bottom_right(rect), true);
    for (float x = rect.x - rect.height; x < ui::right(rect); x += px(8))
        list.AddLine({x, ui::bottom(rect)}, {x + rect.height, rect.y}, ink, line_px(1));
    list.PopClipRect();
}

void draw_field(ImDrawList& list, const PeopleDrawing& drawing, const PeopleWords& words) {
    const Palette& colours = palette();
    const float gap = px(3);
    for (std::size_t band = 0; band < 3; ++band) {
        const float top = drawing.band_edges[band] + (band ? gap : 0), end = drawing.band_edges[band + 1] - (band < 2 ? gap : 0);
        const Rect unknown = {drawing.unknown.x, top, drawing.unknown.width, end - top};
        list.AddRectFilled({drawing.field.x, top}, {ui::right(drawing.field), end}, ui::with_alpha(colours.panel, 0.7f), px(5));
        list.AddRectFilled(ui::top_left(unknown), ui::bottom_right(unknown), ui::with_alpha(colours.panel, 0.4f), px(5));
        hatch(list, unknown);
        const std::vector<std::string>& lines = words.bands[band];
        float y = (top + end) / 2 - px(18) * static_cast<float>(lines.size()) / 2;
        for (const std::string_view line : lines) {
            text(list, type(Type::body), {drawing.unknown.x - px(12), y}, 1, 0, colours.text2, line);
            y += px(18);
        }
    }
    const auto centre_of = [&](int support) {
        const auto column = static_cast<std::size_t>(support + 6);
        return (drawing.column_edges[column] + drawing.column_edges[column + 1]) / 2;
    };
    const float top = drawing.field.y, end = ui::bottom(drawing.field);
    dashed_line(list, {centre_of(0), top}, {centre_of(0), end}, ui::with_alpha(colours.line2, 0.7f), line_px(1), px(3), px(4));
    for (int support = -5; support <= 5; ++support) {
        const float x = centre_of(support);
        list.AddLine({x, end + px(2)}, {x, end + px(6)}, colours.line2, line_px(1));
        text(list, type(Type::caption), {x, end + px(7)}, 0.5f, 0, colours.text2, support_sign(support));
    }
    std::array<Rect, 6> taken{};
    std::size_t count = 0;
    const auto word = [&](float x, const std::string& what, ImU32 ink, ui::Font font, float y) {
        const float width = text_width(font, what);
        const float left = std::min(x - width / 2, ui::right(drawing.field) - width);
        const Rect place = {left, y, width + px(8), px(16)};
        for (std::size_t i = 0; i < count; ++i)
            if (place.x < ui::right(taken[i]) && taken[i].x < ui::right(place)) return;
        if (what.empty() || count == taken.size()) return;
        taken[count++] = place;
        text(list, font, {left, y}, 0, 0, ink, what);
    };
    const float row = end + px(23);
    const float unknown_x =
        std::max(ui::centre(drawing.unknown).x, drawing.unknown.x - px(28) + text_width(type(Type::caption), words.unknown) / 2);
    word(unknown_x, words.unknown, colours.text, type(Type::caption, ui::Face::bold), row);
    for (const int support : {0, -5, 5, -2, 2})
        word(centre_of(support), words.support[static_cast<std::size_t>(support + 5)], colours.text3, type(Type::caption), row);
}

// What the corners ask for, where nobody stands.
void draw_corners(ImDrawList& list, const PeopleDrawing& drawing, const PeopleWords& words, bool with_path) {
    const ui::Font font = type(Type::caption);
    const auto corner = [&](float x, float y, bool from_right, std::string_view what) {
        const float width = text_width(font, what), left = from_right ? x - width : x;
        const Rect place = {left - px(4), y - px(2), width + px(8), px(20)};
        for (const PersonMark& mark : drawing.marks) {
            const float reach = mark.radius + px(14);
            const bool on_disc = mark.centre.x + reach > place.x && mark.centre.x - reach < ui::right(place) &&
                                 mark.centre.y + reach > place.y && mark.centre.y - reach < ui::bottom(place);
            const bool on_label = mark.label.width > 0 && mark.label.x < ui::right(place) && ui::right(mark.label) > place.x &&
                                  mark.label.y < ui::bottom(place) && ui::bottom(mark.label) > place.y;
            if (on_disc || on_label) return;
        }
        text(list, font, {left, y}, 0, 0, palette().text3, what);
    };
    const float left = drawing.field.x + px(12), right = ui::right(drawing.field) - px(12);
    if (drawing.field.width < px(560)) return;
    if (!with_path) corner(left, drawing.field.y + px(8), false, words.against);  // the way bends there
    corner(right, drawing.field.y + px(8), true, words.in_favour);
    corner(right, ui::bottom(drawing.field) - px(24), true, words.eager);
}

void zigzag(ImDrawList& list, ImVec2 from, ImVec2 to, ImU32 colour) {
    const float whole = distance(from, to), step = px(6), height = px(3);
    if (whole <= 0) return;
    const ImVec2 along = (to - from) * (1 / whole), side = {-along.y * height, along.x * height};
    list.PathLineTo(from);
    bool up = true;
    for (float at = step; at < whole - step / 2; at += step, up = !up) list.PathLineTo(from + along * at + (up ? side : side * -1));
    list.PathLineTo(to);
    list.PathStroke(colour, 0, line_px(1.5f));
}

// The word of a line in its middle, on a plate of the ground's colour.
void line_word(ImDrawList& list, ImVec2 from, ImVec2 to, std::string_view word, ImU32 ink) {
    const ui::Font font = type(Type::caption);
    const float width = text_width(font, word) + px(6), height = px(17);
    if (distance(from, to) < width + px(24)) return;
    const ImVec2 at = between(from, to, 0.5f);
    list.AddRectFilled({at.x - width / 2, at.y - height / 2}, {at.x + width / 2, at.y + height / 2}, palette().background, px(3));
    text(list, font, {at.x, at.y - height / 2}, 0.5f, 0, ink, word);
}

void draw_label(ImDrawList& list, const PersonMark& mark) {
    if (mark.label.width == 0) return;
    const Palette& colours = palette();
    list.AddRectFilled({mark.label.x - px(2), mark.label.y}, {ui::right(mark.label) + px(2), ui::bottom(mark.label)},
                       ui::with_alpha(colours.background, 0.75f), px(3));
    const float x = ui::centre(mark.label).x, line = px(17);
    if (!mark.wrapped_name) {
        text(list, type(Type::body, ui::Face::bold), {x, mark.label.y}, 0.5f, 0, colours.text,
             mark.shortened ? short_name(mark.name) : mark.name);
        if (mark.label_lines == 2) text(list, type(Type::caption), {x, mark.label.y + line}, 0.5f, 0, colours.text2, mark.detail);
        return;
    }
    const auto [first, second] = name_lines(mark.name);
    text(list, type(Type::body, ui::Face::bold), {x, mark.label.y}, 0.5f, 0, colours.text, first);
    text(list, type(Type::body, ui::Face::bold), {x, mark.label.y + line}, 0.5f, 0, colours.text, second);
}

void draw_badges(ImDrawList& list, const PersonMark& mark) {
    const float size = badge_size(), away = badge_distance(mark.radius);
    ImVec2 at = {mark.centre.x + away, mark.centre.y - away};
    for (std::size_t i = 0; i < badges_drawn(mark); ++i) {
        draw_badge(list, at, i == 0 && mark.final_say ? BadgeShape::filled_square : BadgeShape::square, mark.badges[i]);
        at.x += size + px(2);
    }
    if (!mark.attitude.empty()) draw_badge(list, {mark.centre.x + away, mark.centre.y + away}, BadgeShape::round, mark.attitude);
}

void draw_mark(ImDrawList& list, const PersonMark& mark, bool chosen, bool hovered, bool focused) {
    const Palette& colours = palette();
    const int first = list.VtxBuffer.Size;
    draw_disc(list, mark.centre, mark.radius, mark.support, mark.covered);
    if (chosen) list.AddCircle(mark.centre, mark.radius + px(6), colours.accent_line, 0, line_px(2));
    if (hovered) list.AddCircle(mark.centre, mark.radius + px(3), colours.text2, 0, line_px(1.5f));
    if (focused) list.AddCircle(mark.centre, mark.radius + px(9), colours.text, 0, line_px(2));
    draw_badges(list, mark);
    if (!mark.shown) fade(list, first, 0.14f);
}

// A reporting line of the tree goes down, across and down.
void tree_line(ImDrawList& list, const PersonMark& below, const PersonMark& above) {
    const ImU32 ink = palette().line2;
    const float start = above.label.width > 0 && above.label.y > above.centre.y ? ui::bottom(above.label) : above.centre.y + above.radius;
    const float end = below.centre.y - below.radius - px(4), middle = (start + end) / 2;
    list.AddLine({above.centre.x, start + px(3)}, {above.centre.x, middle}, ink, line_px(1.5f));
    list.AddLine({above.centre.x, middle}, {below.centre.x, middle}, ink, line_px(1.5f));
    list.AddLine({below.centre.x, middle}, {below.centre.x, end}, ink, line_px(1.5f));
}

void draw_lines(ImDrawList& list, const PeopleDrawing& drawing, const PeopleWords& words, const PeopleFocus& focus) {
    const bool few = drawing.lines.size() <= 10, worded = few && ui::scale() != ui::Scale::phone;
    for (const PersonLine& line : drawing.lines) {
        const PersonMark &from = drawing.marks[line.from], &to = drawing.marks[line.to];
        const int first = list.VtxBuffer.Size;
        const bool own = static_cast<int>(line.from) == focus.chosen || static_cast<int>(line.to) == focus.chosen;
        if (!drawing.map && line.kind == LinkKind::reports_to && from.centre.y > to.centre.y) {
            tree_line(list, from, to);
        } else {
            const auto [start, end] = ends_of(from, to);
            draw_link(list, start, end, line.kind);
            if (worded || own)
                line_word(list, start, end, words.links[static_cast<std::size_t>(line.kind)],
                          line.kind == LinkKind::in_conflict ? palette().negative : palette().text2);
        }
        if (!from.shown || !to.shown)
            fade(list, first, 0.14f);
        else if (!few && !own)
            fade(list, first, focus.chosen >= 0 ? 0.2f : 0.45f);  // those of the chosen one stand out
    }
}

void draw_number(ImDrawList& list, const PathLeg& leg, int number) {
    const float radius = number_place(leg).width / 2;
    list.AddCircleFilled(leg.number, radius + px(1), palette().background);
    list.AddCircleFilled(leg.number, radius, palette().accent);
    text(list, type(Type::body, ui::Face::bold), leg.number, 0.5f, 0.5f, palette().on_accent, std::to_string(number));
}

}  // namespace

ImU32 support_colour(std::optional<int> support) {
    const Palette& colours = palette();
    if (!support) return colours.background;
    const ImU32 neutral = ui::mix(colours.node, colours.background, colours.dark ? 0.35f : 0.45f);
    if (*support == 0) return neutral;
    const float strength = 0.3f + 0.7f * static_cast<float>(std::abs(*support)) / 5;
    return ui::mix(neutral, *support > 0 ? colours.positive : colours.negative, strength);
}

ImU32 ink_on(ImU32 fill) { return luminance(fill) > 0.42f ? IM_COL32(10, 15, 23, 255) : IM_COL32_WHITE; }

void draw_disc(ImDrawList& list, ImVec2 centre, float radius, std::optional<int> support, bool covered) {
    const Palette& colours = palette();
    const ImU32 fill = support_colour(support);
    list.AddCircleFilled(centre, radius, fill);
    if (covered)
        list.AddCircle(centre, radius, colours.text, 0, line_px(2.4f));
    else
        dashed_ring(list, centre, radius, colours.text2, line_px(1.5f), std::max(10, static_cast<int>(radius / px(1.6f))));
    const ui::Font font = type(radius > px(22) ? Type::title : radius > px(15) ? Type::strong : Type::caption, ui::Face::bold);
    text(list, font, centre, 0.5f, 0.5f, support ? ink_on(fill) : colours.text, support_sign(support));
}

void draw_badge(ImDrawList& list, ImVec2 centre, BadgeShape shape, std::string_view sign) {
    const Palette& colours = palette();
    const float half = badge_size() / 2;
    const ImVec2 from = centre - ImVec2(half, half), to = centre + ImVec2(half, half);
    const bool filled = shape == BadgeShape::filled_square;
    const float radius = shape == BadgeShape::round ? half : px(4);
    list.AddRectFilled(from, to, filled ? colours.text : colours.panel, radius);
    list.AddRect(from, to, filled ? colours.text : colours.text2, radius, 0, line_px(1));
    text(list, type(Type::caption, ui::Face::bold), centre, 0.5f, 0.5f, filled ? colours.panel : colours.text, sign);
}

void draw_link(ImDrawList& list, ImVec2 from, ImVec2 to, LinkKind kind) {
    const Palette& colours = palette();
    const float whole = distance(from, to);
    if (whole <= 0) return;
    const ImVec2 along = (to - from) * (1 / whole), side = ImVec2{-along.y, along.x} * px(2);
    switch (kind) {
        case LinkKind::reports_to: list.AddLine(from, to, colours.line2, line_px(1.5f)); break;
        case LinkKind::influences: arrow(list, from, to, colours.needle, line_px(1.5f), px(9), Head::filled, 0); break;
        case LinkKind::allied:
            list.AddLine(from + side, to + side, colours.needle, line_px(1.5f));
            list.AddLine(from - side, to - side, colours.needle, line_px(1.5f));
            break;
        case LinkKind::in_conflict: zigzag(list, from, to, colours.negative); break;
    }
}

void draw_leg(ImDrawList& list, ImVec2 from, ImVec2 to, bool dashed, float bend) {
    const Palette& colours = palette();
    const float whole = distance(from, to);
    if (whole <= 0) return;
    const ImVec2 peak = leg_peak(from, to, bend);
    const auto at = [&](float t) { return between(between(from, peak, t), between(peak, to, t), t); };
    const float thick = line_px(3), head = px(12);
    const int steps = std::max(8, static_cast<int>(whole / px(6)));
    const float last = 1 - head / std::max(whole, head);
    for (int i = 0; i < steps; ++i) {
        if (dashed && i % 3 == 2) continue;
        const float start = last * static_cast<float>(i) / static_cast<float>(steps),
                    end = last * static_cast<float>(i + 1) / static_cast<float>(steps);
        list.AddLine(at(start), at(end), colours.accent_line, thick);
    }
    arrow_head(list, at(last), to, colours.accent_line, thick, head, Head::filled, 0);
}

void draw_people(ImDrawList& list, const PeopleDrawing& drawing, const PeopleWords& words, const PeopleFocus& focus) {
    if (drawing.map) draw_field(list, drawing, words), draw_corners(list, drawing, words, focus.path && drawing.path.size() > 2);
    if (focus.dragged >= 0 && rating_at(drawing, focus.at)) {
        const auto column = std::upper_bound(drawing.column_edges.begin(), drawing.column_edges.end(), focus.at.x) - 1;
        const auto band = std::upper_bound(drawing.band_edges.begin(), drawing.band_edges.end(), focus.at.y) - 1;
        list.AddRectFilled({*column, *band}, {*(column + 1), *(band + 1)}, palette().accent_soft, px(4));
        list.AddRect({*column, *band}, {*(column + 1), *(band + 1)}, palette().accent_line, px(4), 0, line_px(1.5f));
    }
    if (focus.lines) draw_lines(list, drawing, words, focus);
    const std::span<const PathLeg> legs = focus.path ? drawing.legs : std::span<const PathLeg>{};
    // Only the first leg can be gone now.
    for (std::size_t i = 0; i < legs.size(); ++i) draw_leg(list, legs[i].from, legs[i].to, i > 0, legs[i].bend);
    for (const PersonMark& mark : drawing.marks) {
        const int first = list.VtxBuffer.Size;
        draw_label(list, mark);
        if (!mark.shown) fade(list, first, 0.14f);
    }
    const auto mark = [&](std::size_t i) {
        const int at = static_cast<int>(i);
        draw_mark(list, drawing.marks[i], at == focus.chosen, at == focus.hovered, at == focus.focused);
    };
    for (std::size_t i = 0; i < drawing.marks.size(); ++i)
        if (static_cast<int>(i) != focus.dragged) mark(i);
    for (std::size_t i = 0; i < legs.size(); ++i) draw_number(list, legs[i], static_cast<int>(i) + 1);
    if (focus.dragged < 0) return;
    PersonMark moved = drawing.marks[static_cast<std::size_t>(focus.dragged)];
    const auto rating = rating_at(drawing, focus.at);
    moved.centre = focus.at, moved.label = {}, moved.support = rating ? rating->support : moved.support;
    draw_mark(list, moved, true, false, false);
}

}  // namespace draw

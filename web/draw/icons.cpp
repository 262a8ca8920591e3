#include "draw/icons.h"

#include "draw/strokes.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace draw {
namespace {

// Draws in a square from (−1, −1) top left to (1, 1) bottom right.
struct Pen {
    ImDrawList& list;
    ImVec2 centre;
    float half;
    ImU32 colour;
    float thickness;

    ImVec2 at(float x, float y) const { return {centre.x + x * half, centre.y + y * half}; }
    void line(ImVec2 from, ImVec2 to) const { list.AddLine(at(from.x, from.y), at(to.x, to.y), colour, thickness); }
    void path(std::initializer_list<ImVec2> points, bool is_closed = false) const {
        for (const ImVec2 point : points) list.PathLineTo(at(point.x, point.y));
        list.PathStroke(colour, is_closed ? ImDrawFlags_Closed : 0, thickness);
    }
    void rect(ImVec2 from, ImVec2 to, float rounding) const {
        list.AddRect(at(from.x, from.y), at(to.x, to.y), colour, rounding * half, 0, thickness);
    }
    void circle(ImVec2 middle, float radius) const { list.AddCircle(at(middle.x, middle.y), radius * half, colour, 0, thickness); }
    void dot(ImVec2 middle, float radius) const { list.AddCircleFilled(at(middle.x, middle.y), radius * half, colour); }
};

void search(const Pen& pen) {
    pen.circle({-0.18f, -0.18f}, 0.62f);
    pen.line({0.28f, 0.28f}, {0.86f, 0.86f});
}

void help(const Pen& pen) {
    pen.circle({0, 0}, 0.88f);
    pen.path({{-0.28f, -0.26f}, {-0.2f, -0.44f}, {0, -0.52f}, {0.22f, -0.44f}, {0.28f, -0.24f}, {0.2f, -0.06f}, {0, 0.1f}, {0, 0.24f}});
    pen.dot({0, 0.5f}, 0.1f);
}

// A tall house and a low one beside it.
void customers(const Pen& pen) {
    pen.path({{-0.8f, 0.84f}, {-0.8f, -0.84f}, {0.12f, -0.84f}, {0.12f, 0.84f}});
    pen.path({{0.12f, -0.2f}, {0.8f, -0.2f}, {0.8f, 0.84f}});
    pen.line({-0.96f, 0.84f}, {0.96f, 0.84f});
    for (const float y : {-0.42f, 0.0f, 0.42f}) pen.line({-0.5f, y}, {-0.18f, y});
    pen.line({0.42f, 0.22f}, {0.5f, 0.22f});
}

// A sheet of the calendar with a tick.
void review(const Pen& pen) {
    pen.rect({-0.8f, -0.68f}, {0.8f, 0.86f}, 0.2f);
    pen.line({-0.8f, -0.24f}, {0.8f, -0.24f});
    for (const float x : {-0.38f, 0.38f}) pen.line({x, -0.92f}, {x, -0.5f});
    pen.path({{-0.34f, 0.28f}, {-0.06f, 0.54f}, {0.4f, 0.04f}});
}

void deals(const Pen& pen) {
    for (const float y : {-0.62f, 0.0f, 0.62f}) pen.line({-0.86f, y}, {0.86f, y});
}

void handbook(const Pen& pen) {
    pen.rect({-0.72f, -0.86f}, {0.72f, 0.86f}, 0.24f);
    pen.line({-0.3f, -0.86f}, {-0.3f, 0.86f});
}

// Eight rays around a ring: thick and joined to it they are the teeth of a gear, thin and apart the sun.
void rays(const Pen& pen, float ring, float from, float to, float weight) {
    pen.circle({0, 0}, ring);
    for (int i = 0; i < 8; ++i) {
        const float angle = pi / 4 * static_cast<float>(i);
        const ImVec2 out(std::cos(angle), std::sin(angle));
        pen.list.AddLine(pen.at(out.x * from, out.y * from), pen.at(out.x * to, out.y * to), pen.colour, pen.thickness * weight);
    }
}

// The outer circle from horn to horn, then a smaller one back.
void moon(const Pen& pen) {
    pen.list.PathArcTo(pen.at(-0.08f, 0.08f), 0.84f * pen.half, 0.0744f * pi, 1.5f * pi, 28);
    pen.list.PathArcTo(pen.at(0.3f, -0.22f), 0.66f * pen.half, 1.305f * pi, 0.2694f * pi, 20);
    pen.list.PathStroke(pen.colour, ImDrawFlags_Closed, pen.thickness);
}

void trash(const Pen& pen) {
    pen.line({-0.84f, -0.56f}, {0.84f, -0.56f});
    pen.path({{-0.3f, -0.56f}, {-0.3f, -0.86f}, {0.3f, -0.86f}, {0.3f, -0.56f}});
    pen.path({{-0.62f, -0.56f}, {-0.52f, 0.88f}, {0.52f, 0.88f}, {0.62f, -0.56f}});
    pen.line({-0.18f, -0.2f}, {-0.18f, 0.52f});
    pen.line({0.18f, -0.2f}, {0.18f, 0.52f});
}

void pencil(const Pen& pen) {
    pen.path({{-0.84f, 0.84f}, {-0.72f, 0.3f}, {0.44f, -0.86f}, {0.86f, -0.44f}, {-0.3f, 0.72f}}, true);
    pen.line({0.14f, -0.56f}, {0.56f, -0.14f});
}

void copy(const Pen& pen) {
    pen.rect({-0.3f, -0.3f}, {0.86f, 0.86f}, 0.2f);
    pen.path({{-0.5f, 0.34f}, {-0.84f, 0.34f}, {-0.84f, -0.84f}, {0.34f, -0.84f}, {0.34f, -0.5f}});
}

// direction +1: into the tray, −1: out of it.
void tray(const Pen& pen, float direction) {
    const float head = direction > 0 ? 0.34f : -0.86f;
    pen.line({0, -0.86f}, {0, 0.34f});
    pen.path({{-0.42f, head - 0.42f * direction}, {0, head}, {0.42f, head - 0.42f * direction}});
    pen.path({{-0.84f, 0.4f}, {-0.84f, 0.86f}, {0.84f, 0.86f}, {0.84f, 0.4f}});
}

// side −1: undo, +1: redo.
void turn(const Pen& pen, float side) {
    pen.path({{0.36f * side, -0.86f}, {0.84f * side, -0.36f}, {0.36f * side, 0.14f}});
    const ImVec2 middle = pen.at(-0.16f * side, 0.22f);
    pen.list.PathLineTo(pen.at(0.84f * side, -0.36f));
    if (side > 0)
        pen.list.PathArcTo(middle, 0.58f * pen.half, -0.5f * pi, -1.5f * pi, 16);
    else
        pen.list.PathArcTo(middle, 0.58f * pen.half, -0.5f * pi, 0.5f * pi, 16);
    pen.list.PathLineTo(pen.at(0.3f * side, 0.8f));
    pen.list.PathStroke(pen.colour, 0, pen.thickness);
}

void arrow_between(ImDrawList& list, ImVec2 from, ImVec2 to, float extent, ImU32 colour, ImU32 behind, bool is_back) {
    arrow(list, from, to, colour, std::max(1.0f, extent * 0.11f), extent * 0.46f, is_back ? Head::hollow : Head::filled, behind);
}

// Screen directions of the axes in the lattice at rest: stage right, competition up, urgency towards the viewer.
ImVec2 axis_on_screen(compass::Axis axis) {
    switch (axis) {
        case compass::Axis::stage: return {0.98f, -0.12f};
        case compass::Axis::competition: return {0, -1};
        case compass::Axis::urgency: return {0.8f, 0.56f};
    }
    return {};
}

}  // namespace

void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float extent, ImU32 colour) {
    const Pen pen = {list, centre, extent / 2, colour, std::max(1.0f, extent * 0.092f)};
    switch (icon) {
        case Icon::deals: return deals(pen);
        case Icon::handbook: return handbook(pen);
        case Icon::gear: return rays(pen, 0.56f, 0.56f, 0.94f, 2), pen.dot({0, 0}, 0.15f);
        case Icon::sun: return rays(pen, 0.4f, 0.68f, 0.96f, 1);
        case Icon::moon: return moon(pen);
        case Icon::plus: return pen.line({-0.8f, 0}, {0.8f, 0}), pen.line({0, -0.8f}, {0, 0.8f});
        case Icon::trash: return trash(pen);
        case Icon::pencil: return pencil(pen);
        case Icon::copy: return copy(pen);
        case Icon::download: return tray(pen, 1);
        case Icon::upload: return tray(pen, -1);
        case Icon::undo: return turn(pen, -1);
        case Icon::redo: return turn(pen, 1);
        case Icon::close: return pen.line({-0.7f, -0.7f}, {0.7f, 0.7f}), pen.line({-0.7f, 0.7f}, {0.7f, -0.7f});
        case Icon::check: return pen.path({{-0.76f, 0.04f}, {-0.24f, 0.56f}, {0.78f, -0.54f}});
        case Icon::more: return pen.dot({-0.7f, 0}, 0.16f), pen.dot({0, 0}, 0.16f), pen.dot({0.7f, 0}, 0.16f);
        case Icon::chevron_left: return pen.path({{0.32f, -0.72f}, {-0.4f, 0}, {0.32f, 0.72f}});
        case Icon::chevron_right: return pen.path({{-0.32f, -0.72f}, {0.4f, 0}, {-0.32f, 0.72f}});
        case Icon::chevron_up: return pen.path({{-0.72f, 0.32f}, {0, -0.4f}, {0.72f, 0.32f}});
        case Icon::chevron_down: return pen.path({{-0.72f, -0.32f}, {0, 0.4f}, {0.72f, -0.32f}});
        case Icon::help: return help(pen);
        case Icon::search: return search(pen);
        case Icon::funnel:
            return pen.path({{-0.88f, -0.76f}, {0.88f, -0.76f}, {0.24f, 0.08f}, {0.24f, 0.86f}, {-0.24f, 0.56f}, {-0.24f, 0.08f}}, true);
        case Icon::customers: return customers(pen);
        case Icon::review: return review(pen);
        case Icon::present:
            pen.rect({-0.9f, -0.72f}, {0.9f, 0.44f}, 0.14f);
            pen.line({0, 0.44f}, {0, 0.86f});
            return pen.line({-0.44f, 0.86f}, {0.44f, 0.86f});
    }
}

void draw_flag(ImDrawList& list, FlagShape shape, ImVec2 centre, float extent, ImU32 colour, ImU32 behind) {
    const Pen pen = {list, centre, extent / 2, colour, std::max(1.0f, extent * 0.09f)};
    const float bar = std::max(1.5f, extent * 0.13f);
    switch (shape) {
        case FlagShape::stop:
            for (int i = 0; i < 8; ++i) {
                const float angle = pi / 8 + pi / 4 * static_cast<float>(i);
                list.PathLineTo(pen.at(std::cos(angle), std::sin(angle)));
            }
            list.PathFillConvex(colour);
            list.AddLine(pen.at(-0.46f, 0), pen.at(0.46f, 0), behind, bar);
            break;
        case FlagShape::warn:
            pen.path({{0, -0.86f}, {0.96f, 0.8f}, {-0.96f, 0.8f}}, true);
            list.AddLine(pen.at(0, -0.26f), pen.at(0, 0.3f), colour, pen.thickness * 1.1f);
            pen.dot({0, 0.55f}, 0.11f);
            break;
        case FlagShape::note:
            pen.circle({0, 0}, 0.88f);
            list.AddLine(pen.at(0, -0.06f), pen.at(0, 0.48f), colour, pen.thickness * 1.1f);
            pen.dot({0, -0.38f}, 0.11f);
            break;
    }
}

void draw_flat_move(ImDrawList& list, compass::Move move, ImVec2 centre, float extent, ImU32 colour, ImU32 behind) {
    const Pen pen = {list, centre, extent / 2, colour, std::max(1.0f, extent * 0.12f)};
    const auto chevrons = [&](float side) {
        for (const float x : {-0.42f, 0.28f}) {
            pen.path({{(x - 0.28f * side + 0.07f), -0.62f}, {x + 0.28f * side + 0.07f, 0}, {x - 0.28f * side + 0.07f, 0.62f}});
        }
    };
    switch (move) {
        case compass::Move::hold: pen.circle({0, 0}, 0.42f); break;
        case compass::Move::stage_forward: chevrons(1); break;
        case compass::Move::stage_back: chevrons(-1); break;
        case compass::Move::competition_up: arrow_between(list, pen.at(0, 0.95f), pen.at(0, -0.95f), extent, colour, behind, false); break;
        case compass::Move::competition_down: arrow_between(list, pen.at(0, -0.95f), pen.at(0, 0.95f), extent, colour, behind, true); break;
        case compass::Move::urgency_up: arrow_between(list, pen.at(-0.95f, 0), pen.at(0.95f, 0), extent, colour, behind, false); break;
        case compass::Move::urgency_down: arrow_between(list, pen.at(0.95f, 0), pen.at(-0.95f, 0), extent, colour, behind, true); break;
    }
}

void draw_move(ImDrawList& list, compass::Move move, ImVec2 centre, float extent, ImU32 colour, ImU32 behind) {
    const float half = extent / 2;
    if (move == compass::Move::hold) {
        list.AddCircle(centre, half * 0.5f, colour, 0, std::max(1.0f, extent * 0.13f));
        list.AddCircleFilled(centre, half * 0.14f, colour);
        return;
    }
    const auto scaled = [&](ImVec2 direction, float length) { return direction * length; };
    for (const compass::Axis axis : compass::all_axes) {
        const ImVec2 arm = scaled(axis_on_screen(axis), half * 0.52f);
        list.AddLine(centre - arm, centre + arm, ui::with_alpha(colour, 0.38f), std::max(1.0f, extent * 0.05f));
    }
    const bool is_back = compass::direction_of(move) < 0;
    const ImVec2 along = scaled(axis_on_screen(compass::axis_of(move)), is_back ? -half : half);
    arrow(list, centre - scaled(along, 0.42f), centre + scaled(along, 1.02f), colour, std::max(1.0f, extent * 0.11f), extent * 0.4f,
          is_back ? Head::hollow : Head::filled, behind);
}

void draw_logo(ImDrawList& list, ImVec2 centre, float extent) {
    const ui::Palette& colours = ui::palette();
    const float half = extent / 2;
    list.AddCircle(centre, half * 0.95f, colours.line2, 0, std::max(1.0f, extent * 0.04f));
    const float angle = -0.32f * pi;  // the needle points up right
    const ImVec2 along(std::cos(angle), std::sin(angle)), side(-along.y, along.x);
    const ImVec2 tip = centre + along * (half * 0.74f), tail = centre - along * (half * 0.74f);
    const ImVec2 waist = side * (half * 0.24f);
    filled_triangle(list, tip, centre + waist, centre - waist, colours.accent);
    filled_triangle(list, tip, centre + waist, centre, ui::mix(colours.accent, colours.on_accent, 0.2f));
    filled_triangle(list, tail, centre + waist, centre - waist, colours.needle);
    list.AddCircleFilled(centre, half * 0.13f, colours.panel);
}

}  // namespace draw

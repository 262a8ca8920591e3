#include "draw/figures.h"

#include "draw/strokes.h"

#include <algorithm>
#include <cmath>

namespace draw {
namespace {

// Device pixels, not rounded, for what must grow evenly.
float soft_px(float design) { return design * ui::unit(); }

ImVec2 middle_of(const ui::Rect& rect) { return {rect.x + rect.width / 2, rect.y + rect.height / 2}; }

void gold_disc(ImDrawList& list, ImVec2 centre, float radius) {
    const ui::Palette& colours = ui::palette();
    list.AddCircleFilled(centre, radius, colours.accent);
    if (!colours.dark) list.AddCircle(centre, radius, colours.accent_line, 0, ui::line_px(1));
    list.AddCircleFilled(centre, radius * 0.35f, colours.on_accent);
}

}  // namespace

void band_bar(ImDrawList& list, const ui::Rect& rect, double low, double high, double value) {
    const ui::Palette& colours = ui::palette();
    const float top = std::round(rect.y), bottom = std::round(rect.y + rect.height), round = (bottom - top) / 2;
    const auto along = [&](double chance) { return rect.x + rect.width * static_cast<float>(std::clamp(chance, 0.0, 1.0)); };
    list.AddRectFilled({rect.x, top}, {rect.x + rect.width, bottom}, colours.track, round);
    // Never so narrow that the band hides behind its tick.
    const float centre = (along(low) + along(high)) / 2, half = std::max((along(high) - along(low)) / 2, round * 1.2f);
    const float left = std::max(rect.x, centre - half), right = std::min(rect.x + rect.width, centre + half);
    list.AddRectFilled({left, top}, {right, bottom}, ui::value_colour(colours.dark ? 0.72 : 0.9), round);
    const float width = std::max(2.0f, std::round(soft_px(2.6f))), beyond = std::max(1.0f, std::round(soft_px(2.5f)));
    const float x = std::clamp(std::round(along(value) - width / 2), rect.x, rect.x + rect.width - width);
    list.AddRectFilled({x, top - beyond}, {x + width, bottom + beyond}, colours.text, 1);
}

void certainty_bars(ImDrawList& list, ImVec2 top_left, float height, std::optional<compass::Certainty> certainty) {
    const ui::Palette& colours = ui::palette();
    if (!certainty) {
        const ImVec2 middle(top_left.x + height * 0.75f, top_left.y + height / 2);
        text(list, ui::type(ui::Type::body, ui::Face::bold), middle, 0.5f, 0.5f, colours.negative, "?");
        return;
    }
    constexpr int bars = 4;
    const int filled = bars - static_cast<int>(*certainty);
    const float step = height * 1.5f / bars, width = std::max(2.0f, std::round(step * 0.72f)), bottom = std::round(top_left.y + height);
    for (int i = 0; i < bars; ++i) {
        const float left = std::round(top_left.x + static_cast<float>(i) * step);
        const float tall = std::round(height * (0.4f + 0.2f * static_cast<float>(i)));
        if (i < filled)
            list.AddRectFilled({left, bottom - tall}, {left + width, bottom}, colours.text2);
        else
            list.AddRect({left, bottom - tall}, {left + width, bottom}, ui::with_alpha(colours.text2, 0.6f), 0, 0, ui::line_px(1));
    }
}

void position_glyph(ImDrawList& list, const ui::Rect& rect, const compass::Position& position) {
    const ui::Palette& colours = ui::palette();
    const float column = rect.width / compass::axis_count, width = std::round(column * 0.72f);
    const float row = rect.height / compass::level_count, height = std::max(1.0f, std::round(row * 0.66f));
    for (int axis = 0; axis < compass::axis_count; ++axis) {
        const float left = std::round(rect.x + static_cast<float>(axis) * column);
        for (int level = 0; level < compass::level_count; ++level) {
            const float bottom = std::round(rect.y + rect.height - static_cast<float>(level) * row);
            const bool is_reached = level <= compass::level(position, static_cast<compass::Axis>(axis));
            list.AddRectFilled({left, bottom - height}, {left + width, bottom}, is_reached ? colours.text2 : colours.line);
        }
    }
}

void waterfall_bar(ImDrawList& list, const ui::Rect& row, float from, float to) {
    const ui::Palette& colours = ui::palette();
    const float top = std::round(row.y), bottom = std::round(row.y + row.height), middle = std::round((top + bottom) / 2);
    const float half = std::round(std::min(row.height * 0.26f, soft_px(8))), hair = ui::line_px(1);
    from = std::round(from), to = std::round(to);
    list.AddRectFilled({from, top}, {from + hair, middle}, colours.line2);
    list.AddRectFilled({to, middle}, {to + hair, bottom}, colours.line2);
    // A contribution too small to see still stands for something.
    const float left = std::min(from, to), right = std::max(std::max(from, to) + hair, left + soft_px(2)), rounding = soft_px(1.5f);
    if (to >= from) {
        list.AddRectFilled({left, middle - half}, {right, middle + half}, colours.positive, rounding);
        return;
    }
    list.AddRectFilled({left, middle - half}, {right, middle + half}, colours.panel, rounding);
    list.AddRect({left, middle - half}, {right, middle + half}, colours.negative, rounding, 0, ui::line_px(1.5f));
}

void waterfall_dot(ImDrawList& list, ImVec2 centre, bool is_total) {
    const ui::Palette& colours = ui::palette();
    const float x = std::round(centre.x), hair = ui::line_px(1), reach = ui::type(ui::Type::body).size * 0.62f;
    if (is_total)
        list.AddRectFilled({x, centre.y - reach}, {x + hair, centre.y}, colours.line2);
    else
        list.AddRectFilled({x, centre.y}, {x + hair, centre.y + reach}, colours.line2);
    list.AddCircleFilled({x + hair / 2, centre.y}, soft_px(is_total ? 4.6f : 3.6f), is_total ? colours.text : colours.text2);
}

void trail_dot(ImDrawList& list, ImVec2 centre, bool is_now, bool is_chosen) {
    const ui::Palette& colours = ui::palette();
    if (is_now) {
        gold_disc(list, centre, soft_px(9.5f));
        if (is_chosen) list.AddCircle(centre, soft_px(12.5f), colours.text2, 0, ui::line_px(1.5f));
        return;
    }
    ring(list, centre, soft_px(6), is_chosen ? colours.accent : colours.panel, colours.accent_line, soft_px(1.8f));
}

void path_dot(ImDrawList& list, ImVec2 centre, int step) {
    const ui::Palette& colours = ui::palette();
    const float radius = soft_px(11.5f);
    if (step == 0) {
        gold_disc(list, centre, radius);
        return;
    }
    ring(list, centre, radius, colours.panel, step == 1 ? colours.accent_line : colours.line2, soft_px(1.6f));
    const char digit = static_cast<char>('0' + step % 10);
    text(list, ui::type(ui::Type::caption, ui::Face::bold), centre, 0.5f, 0.5f, colours.text, {&digit, 1});
}

void path_line(ImDrawList& list, ImVec2 from, ImVec2 to, bool is_first) {
    const ui::Palette& colours = ui::palette();
    if (is_first)
        list.AddLine(from, to, colours.accent_line, ui::line_px(2));
    else
        dashed_line(list, from, to, colours.line2, ui::line_px(1.5f), soft_px(4), soft_px(4));
}

void legend_needle(ImDrawList& list, const ui::Rect& rect, bool is_back) {
    const ui::Palette& colours = ui::palette();
    const ImVec2 middle = middle_of(rect), half(soft_px(9.5f), 0);
    const float line = std::max(1.0f, soft_px(1.3f));
    if (is_back)
        arrow(list, middle + half, middle - half, colours.text, line, soft_px(8.5f), Head::hollow, colours.background);
    else
        arrow(list, middle - half, middle + half, colours.needle, line, soft_px(7), Head::filled, colours.background);
}

void legend_ramp(ImDrawList& list, const ui::Rect& rect) {
    const ui::Palette& colours = ui::palette();
    constexpr float radii[] = {3.6f, 4.1f, 4.7f, 5.4f};
    float whole = 0;
    for (const float radius : radii) whole += soft_px(2 * radius + 0.8f);
    ImVec2 at(middle_of(rect).x - whole / 2, middle_of(rect).y);
    for (int i = 0; i < 4; ++i) {
        const float radius = soft_px(radii[i]);
        at.x += radius;
        list.AddCircleFilled(at, radius, ui::value_colour(0.25 * (i + 1)));
        if (!colours.dark) list.AddCircle(at, radius, ui::with_alpha(colours.node, 0.6f), 0, std::max(1.0f, soft_px(0.9f)));
        at.x += radius + soft_px(0.8f);
    }
}

void legend_dots(ImDrawList& list, const ui::Rect& rect) {
    const ImVec2 middle = middle_of(rect), half(soft_px(8), 0);
    dashed_line(list, middle - half, middle + half, ui::palette().accent_line, std::max(1.0f, soft_px(1.4f)), soft_px(1.6f), soft_px(3.4f));
}

}  // namespace draw

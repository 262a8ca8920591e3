#include "draw/portfolio_figures.h"

#include "draw/strokes.h"

#include <algorithm>
#include <cmath>

namespace draw {
namespace {

float soft(float design) { return design * ui::unit(); }
ImU32 fill_colour() { return ui::value_colour(ui::palette().dark ? 0.72 : 0.9); }
ImVec2 mark_centre(const ui::Rect& rect) { return {rect.x + rect.width / 2, rect.y + rect.height / 2}; }

void tick(ImDrawList& list, float x, float top, float bottom) {
    const float width = std::max(2.0f, std::round(soft(2.6f)));
    x = std::round(x - width / 2);
    list.AddRectFilled({x, top}, {x + width, bottom}, ui::palette().text, 1);
}

// Hollow, standing on the base line.
void weighted_mark(ImDrawList& list, ImVec2 base, float extent) {
    const ui::Palette& colours = ui::palette();
    const ImVec2 tip(base.x, base.y - extent), left(base.x - extent * 0.58f, base.y), right(base.x + extent * 0.58f, base.y);
    list.AddTriangleFilled(tip, right, left, colours.panel);
    list.AddTriangle(tip, right, left, colours.negative, ui::line_px(1.6f));
}

}  // namespace

void funnel_bar(ImDrawList& list, const ui::Rect& rect, float amount, float weighted, float compass) {
    const ui::Palette& colours = ui::palette();
    const float top = std::round(rect.y), bottom = std::round(rect.y + rect.height), round = soft(3);
    const auto along = [&](float part) { return std::round(rect.x + rect.width * std::clamp(part, 0.0f, 1.0f)); };
    if (amount > 0) {
        const float end = std::max(along(amount), rect.x + soft(3));
        if (weighted > 0) list.AddRectFilled({rect.x, top}, {std::max(along(weighted), rect.x + 1), bottom}, fill_colour(), round);
        list.AddRect({rect.x + 0.5f, top + 0.5f}, {end - 0.5f, bottom - 0.5f}, colours.line2, round, 0, ui::line_px(1));
        tick(list, along(compass), top - soft(1.5f), bottom + soft(1.5f));
    }
}

void histogram(ImDrawList& list, const ui::Rect& rect, std::span<const HistogramBar> bars, float median, float weighted) {
    const ui::Palette& colours = ui::palette();
    const float base = std::round(rect.y + rect.height), step = rect.width / static_cast<float>(std::max<std::size_t>(1, bars.size()));
    double highest = 0;
    for (const HistogramBar& bar : bars) highest = std::max(highest, bar.chance);
    for (std::size_t i = 0; i < bars.size() && highest > 0; ++i) {
        const float height = static_cast<float>(bars[i].chance / highest) * (rect.height - soft(6));
        if (bars[i].chance <= 0) continue;
        const float left = std::round(rect.x + step * static_cast<float>(i) + soft(1)),
                    right = std::round(rect.x + step * static_cast<float>(i + 1) - soft(1));
        list.AddRectFilled({left, std::min(base - 1, base - std::round(height))}, {std::max(left + 1, right), base},
                           bars[i].inside ? fill_colour() : ui::mix(colours.line, colours.line2, 0.35f), soft(1.5f),
                           ImDrawFlags_RoundCornersTop);
    }
    list.AddRectFilled({rect.x, base}, {rect.x + rect.width, base + ui::line_px(1)}, colours.line2);
    if (bars.empty()) return;
    const auto along = [&](float part) { return rect.x + rect.width * std::clamp(part, 0.0f, 1.0f); };
    tick(list, along(median), std::round(rect.y), base);
    weighted_mark(list, {std::round(along(weighted)), base}, soft(9));
}

void legend_amount(ImDrawList& list, const ui::Rect& rect) {
    const ImVec2 at = mark_centre(rect);
    list.AddRect({at.x - soft(4.5f), at.y - soft(4.5f)}, {at.x + soft(4.5f), at.y + soft(4.5f)}, ui::palette().line2, soft(2), 0,
                 ui::line_px(1));
}
void legend_fill(ImDrawList& list, const ui::Rect& rect) {
    const ImVec2 at = mark_centre(rect);
    list.AddRectFilled({at.x - soft(5), at.y - soft(4.5f)}, {at.x + soft(5), at.y + soft(4.5f)}, fill_colour(), soft(2));
}
void legend_tick(ImDrawList& list, const ui::Rect& rect) {
    const ImVec2 at = mark_centre(rect);
    tick(list, at.x, at.y - soft(6), at.y + soft(6));
}
void legend_weighted(ImDrawList& list, const ui::Rect& rect) {
    weighted_mark(list, {mark_centre(rect).x, mark_centre(rect).y + soft(4.5f)}, soft(9));
}

void sparkline(ImDrawList& list, const ui::Rect& rect, std::span<const float> values) {
    if (values.size() < 2) return;
    const ui::Palette& colours = ui::palette();
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    constexpr float least_range = 0.2f;
    const float range = std::max(least_range, *high - *low), from = (*high + *low - range) / 2;
    const float radius = soft(2.4f), width = rect.width - 2 * radius, height = rect.height - 2 * radius;
    ImVec2 at;
    for (std::size_t i = 0; i < values.size(); ++i) {
        at = {rect.x + radius + width * static_cast<float>(i) / static_cast<float>(values.size() - 1),
              rect.y + radius + height * (1 - (values[i] - from) / range)};
        list.PathLineTo(at);
    }
    list.PathStroke(colours.text2, 0, ui::line_px(1.5f));
    list.AddCircleFilled(at, radius, colours.text);
}

void gap_bar(ImDrawList& list, const ui::Rect& rect, float part) {
    const float width = std::max(soft(4), rect.width * std::clamp(part, 0.0f, 1.0f));
    list.AddRect({rect.x + 0.5f, rect.y + 0.5f}, {rect.x + width - 0.5f, rect.y + rect.height - 0.5f}, ui::palette().negative, soft(2), 0,
                 ui::line_px(1.5f));
}

void amount_disc(ImDrawList& list, ImVec2 centre, float radius, bool is_chosen) {
    const ui::Palette& colours = ui::palette();
    list.AddCircleFilled(centre, radius + ui::line_px(1.5f), ui::with_alpha(colours.background, 0.85f));
    list.AddCircleFilled(centre, radius, ui::with_alpha(fill_colour(), 0.88f));
    list.AddCircle(centre, radius, is_chosen ? colours.text : colours.text2, 0, ui::line_px(is_chosen ? 2.4f : 1.2f));
}

}  // namespace draw

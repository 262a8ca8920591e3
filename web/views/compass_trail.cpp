#include "draw/figures.h"
#include "ui/widgets.h"
#include "views/compass_parts.h"
#include "views/deal_words.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace views {

using namespace compass;
using namespace ui;

namespace {

// What a step of the way changed; the first one says where it began.
std::string step_words(const std::vector<TrailStep>& trail, std::size_t i) {
    std::string words = position_words(trail[i].position);
    for (const Axis axis : all_axes) {
        if (i > 0 && level(trail[i - 1].position, axis) != level(trail[i].position, axis))
            words = axis_short_word(axis) + " \u2192 " + level_word(axis, level(trail[i].position, axis));
    }
    return words;
}

}  // namespace

void draw_compass_trail(const Frame&, CompassState& state, const Deal& deal, Rect area) {
    const Palette& colours = palette();
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(area), bottom_right(area), colours.panel);
    hairline({area.x, area.y}, {right(area), area.y}, colours.line);
    const Group group(ui::Role::region, "trail", say(Phrase::trail_title), area);
    area = inset(area, px(24), px(10));
    Rect words = cut_left(area, px(language() == Language::zh ? 104 : 134), px(12));
    heading(cut_top(words, px(26)), type(Type::section), say(Phrase::trail_title), 2, colours.text);
    draw_paragraph(words, type(Type::caption), colours.text3, say(Phrase::trail_hint), 2);

    // As many as there is room for; the others a page before or after.
    const int steps = static_cast<int>(deal.trail.size());
    std::vector<std::string> names;
    float widest = 0;
    for (int i = 0; i < steps; ++i) {
        names.push_back(step_words(deal.trail, static_cast<std::size_t>(i)));
        widest = std::max(widest, text_width(type(Type::caption, Face::bold), names.back()));
    }
    const auto room = [&] { return std::max(2, static_cast<int>(area.width / (widest + px(12)))); };
    const float turner = control_height();
    const bool pages = room() < steps;
    const Rect earlier = pages ? cut_left(area, turner, px(6)) : Rect{}, later = pages ? cut_right(area, turner, px(6)) : Rect{};
    const int shown = std::min(steps, room()), end = std::clamp(state.trail_end.value_or(steps), shown, steps), first = end - shown;
    const auto turn_to = [&](int to) { state.trail_end = to < steps ? std::optional(std::max(shown, to)) : std::nullopt; };
    if (first > 0 && icon_button("earlier", middle(earlier, turner), say(Phrase::trail_earlier, {{"count", whole(first)}}),
                                 paint_icon<draw::Icon::chevron_left>))
        turn_to(first);
    if (end < steps && icon_button("later", middle(later, turner), say(Phrase::trail_later, {{"count", whole(steps - end)}}),
                                   paint_icon<draw::Icon::chevron_right>))
        turn_to(end + shown);
    const auto x_of = [&](int i) { return std::round(centre(column(area, i - first, shown, 0)).x); };
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float y = area.y + px(13);
    hairline({x_of(first), y}, {x_of(end - 1), y}, colours.line2);
    const Group list_group(ui::Role::list, "steps", say(Phrase::trail_title), area);
    for (int i = first; i < end; ++i) {
        const TrailStep& step = deal.trail[static_cast<std::size_t>(i)];
        const Rect cell = column(area, i - first, shown, 0);
        const bool last = i + 1 == steps, looking = state.looking_back == i;
        const std::string& what = names[static_cast<std::size_t>(i)];
        const std::string when = date_short(step.date);
        ImGui::PushID(i);
        const Group item(ui::Role::listitem, "item", "", cell);
        const Press press = ui::press("step", inset(cell, px(2), 0),
                                      {.name = when + ", " + position_words(step.position),
                                       .description = step.reason,
                                       .states = static_cast<std::uint32_t>(state_toggle | (looking ? state_pressed : state_none) |
                                                                            (last ? state_current : state_none))});
        ImGui::PopID();
        if (press.hovered && !step.reason.empty()) tooltip(step.reason);
        draw::trail_dot(list, {x_of(i), y}, last, press.hovered || looking);
        const Font font = type(Type::caption, last ? Face::bold : Face::regular);
        draw_text_in({cell.x + px(3), y + px(12), cell.width - px(6), px(20)}, font, last ? colours.text : colours.text2, what,
                     Align::centre);
        draw_text_in({cell.x, y + px(31), cell.width, px(18)}, font, last ? colours.text : colours.text3, when, Align::centre);
        if (!press.pressed) continue;
        state.what_if.reset();
        if (looking || last)
            state.looking_back.reset();
        else
            state.looking_back = i;
    }
}

}  // namespace views

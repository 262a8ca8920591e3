#include "views/presentation.h"

#include "views/compass_parts.h"
#include "views/deal_header.h"
#include "views/deal_words.h"
#include "views/presentation_parts.h"
#include "views/story_parts.h"

#include <algorithm>
#include <cmath>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr float least_width = 1000, least_height = 560;  // CSS pixels

// The deal of the story's day, in a box so that its readings are kept.
void keep_shown(const Frame& frame, PresentationState& state, const Box<Deal>& deal) {
    if (state.story.deal != deal->id) {
        state.story = {};
        state.story.deal = deal->id;
    }
    keep_story(frame, state.story, deal);
    const StoryDay& day = *state.story.kept.shown;
    if (state.source && state.source->same(deal) && state.day == day.date) return;
    state.source = deal, state.day = day.date;
    state.shown = day.date == frame.today ? deal : Box<Deal>(day.deal);
}

// What happened on the day that is shown, and the way from day to day.
void draw_days(PresentationState& state, Rect area) {
    const Palette& colours = palette();
    const KeptStory& kept = state.story.kept;
    const Date day = kept.shown->date;
    hairline({area.x, area.y}, {right(area), area.y}, colours.line);
    area = inset(area, px(24), 0);
    const Group group(ui::Role::group, "days", say(Phrase::story_day), area);
    const float control = control_height();
    const auto turn = [&](std::string_view id, const Rect& cell, Phrase name, int direction, IconPainter icon) {
        const std::optional<Date> to = next_day(kept, day, direction);
        if (icon_button(id, middle(cell, control), say(name), icon, to.has_value())) state.story.day = *to;
    };
    turn("earlier", cut_left(area, control, px(2)), Phrase::story_earlier, -1, paint_icon<draw::Icon::chevron_left>);
    turn("later", cut_left(area, control, px(12)), Phrase::story_later, 1, paint_icon<draw::Icon::chevron_right>);
    const std::string date = day == kept.last ? std::string(say(Phrase::present_today)) : date_long(day);
    label(cut_left(area, text_width(type(Type::body, Face::bold), date) + 1, px(16)), type(Type::body, Face::bold), colours.text, date);
    std::string words;
    for (const StoryRow& row : kept.rows)
        if (row.date == day) words += (words.empty() ? "" : " \u00B7 ") + row.words;
    const Font small = type(Type::caption);
    const float lines = paragraph_height(small, words, area.width, 2);
    paragraph(middle(area, lines), small, colours.text2, words, 2);
    mirror().add({.id = id_of("shown"), .role = ui::Role::status, .name = kept.sentence, .rect = area, .states = state_polite});
}

}  // namespace

float presentation_factor(float width, float height) {
    if (width < least_width || height < least_height) return 0;
    const float whole = std::min(width / 1920, height / 1080);
    return std::max(whole, std::clamp(std::min(width / 1400, height / 960), 0.7f, 1.0f));
}

bool arrows_are_free() {
    const ItemId focused = mirror().focused_item();
    for (const Node& node : mirror().nodes()) {
        if (node.id != focused) continue;
        constexpr std::array wanting = {ui::Role::radio,  ui::Role::tab,    ui::Role::menuitem, ui::Role::textbox,    ui::Role::textarea,
                                        ui::Role::slider, ui::Role::option, ui::Role::combobox, ui::Role::spinbutton, ui::Role::cell};
        return std::find(wanting.begin(), wanting.end(), node.role) == wanting.end() && (node.states & state_roving) == 0;
    }
    return true;
}

std::optional<Date> day_stepped_to(const KeptStory& kept, Date day) {
    const auto pressed = [](ImGuiKey one, ImGuiKey other) { return ImGui::IsKeyPressed(one) || ImGui::IsKeyPressed(other); };
    if (pressed(ImGuiKey_RightArrow, ImGuiKey_PageDown)) return next_day(kept, day, 1);
    if (pressed(ImGuiKey_LeftArrow, ImGuiKey_PageUp)) return next_day(kept, day, -1);
    if (ImGui::IsKeyPressed(ImGuiKey_Home)) return kept.first;
    if (ImGui::IsKeyPressed(ImGuiKey_End)) return kept.last;
    return std::nullopt;
}

float presentation_header_height() { return px(64); }

bool draw_presentation_header(const Frame& frame, const Box<Deal>* deal, const CompassState* tried, const Rect& plate) {
    const Palette& colours = palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(top_left(plate), bottom_right(plate), colours.panel);
    hairline({plate.x, bottom(plate) - line_px(1)}, {right(plate), bottom(plate) - line_px(1)}, colours.line);
    Rect area = inset(plate, px(24), 0);
    const Rect leave = middle(cut_right(area, px(32), px(16)), px(32));
    draw::draw_logo(list, centre(cut_left(area, px(34), px(14))), px(34));
    if (!deal) {
        label(area, type(Type::title), colours.text, say(Phrase::app_name));
        return icon_button("present-leave", leave, say(Phrase::present_leave), paint_icon<draw::Icon::close>);
    }
    const Group header(ui::Role::region, "header", deal_title(frame, **deal), area);
    const DealReading& today = frame.readings.of(*deal);
    const Font small = type(Type::body), hero = type(Type::hero);
    if (today.index) {
        const WinIndex& index = tried && tried->what_if ? *frame.readings.what_if(*deal, *tried->what_if).index : *today.index;
        const bool trial = tried && tried->what_if;
        const std::string number = (trial ? percent(today.index->index.value) + " \u2192 " : std::string{}) + percent(index.index.value),
                          band = percent_range(index.band.low.value, index.band.high.value);
        const std::string_view name = say(Phrase::win_index);
        const float room = text_width(small, name) + text_width(hero, number) + text_width(small, band) + px(24);
        Rect right_side = cut_right(area, room, px(16));
        mirror().add({.id = id_of("index"),
                      .role = ui::Role::status,
                      .name = index_sentence(index, trial ? &*today.index : nullptr),
                      .rect = right_side,
                      .states = state_polite});
        draw_text_in(cut_left(right_side, text_width(small, name), px(12)), small, colours.text2, name);
        draw_text_in(cut_left(right_side, text_width(hero, number), px(12)), hero, colours.text, number);
        draw_text_in({right_side.x, right_side.y, right_side.width + px(2), right_side.height}, small, colours.text3, band);
    } else {
        const std::string outcome = outcome_words(**deal);
        label(cut_right(area, text_width(type(Type::title), outcome) + 1, px(16)), type(Type::title), colours.text, outcome);
    }
    const Deal& shown = **deal;
    std::string basics = shown.objective.unit;
    const auto add = [&](const std::string& part) { basics += (basics.empty() ? "" : " \u00B7 ") + part; };
    if (shown.objective.amount) add(money(*shown.objective.amount));
    if (today.index) add(say(Phrase::present_periods, {{"count", whole(today.navigation.periods)}}));
    // Beside the name where there is room, else below it.
    const float name_width = text_width(type(Type::title), deal_title(frame, shown)), basics_width = text_width(small, basics);
    if (name_width + px(20) + basics_width <= area.width) {
        const float width = deal_heading(frame, area, Type::title, shown);
        label({area.x + width + px(20), area.y + px(2), basics_width + 1, area.height}, small, colours.text2, basics);
    } else {
        Rect lines = middle(area, px(52));
        deal_heading(frame, cut_top(lines, px(30)), Type::title, shown);
        label(lines, type(Type::caption), colours.text2, basics);
    }
    return icon_button("present-leave", leave, say(Phrase::present_leave), paint_icon<draw::Icon::close>);
}

void draw_compass_presentation(Frame& frame, PresentationState& state, const Box<Deal>& deal, Rect area) {
    keep_shown(frame, state, deal);
    const KeptStory& kept = state.story.kept;
    const Box<Deal> shown = *state.shown;
    state.readings.begin(frame.workspace, frame.readings.revision(), frame.playbook, state.day);
    Frame then{frame.workspace, frame.playbook, state.day,         frame.now,     frame.reduced_motion,
               frame.can_undo,  frame.can_redo, frame.dialog_open, frame.saved,   frame.save_failed,
               frame.pinch,     frame.initials, state.readings,    frame.actions, frame.wishes};
    then.presents = true;
    if (state.compass.deal != deal->id) {
        const bool flat = state.compass.flat;
        state.compass = {};
        state.compass.deal = deal->id, state.compass.flat = flat, state.compass.flatten = flat ? 1.0f : 0.0f;
    }
    if (state.compass.tried_from != shown->position.claimed || shown->status != DealStatus::open) state.compass.what_if.reset();
    if (draw_presentation_header(then, &shown, &state.compass, cut_top(area, presentation_header_height()))) state.on = false;
    const Palette& colours = palette();
    const Rect side = cut_right(area, std::round(std::min(px(384), std::max(area.width * 0.34f, px(330)))));
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(side), bottom_right(side), colours.panel);
    hairline({side.x, side.y}, {side.x, bottom(side)}, colours.line);
    if (kept.days.size() > 1) draw_days(state, cut_bottom(area, px(52)));
    draw_compass_canvas(then, state.compass, shown, area);
    {
        const Group inspector(ui::Role::complementary, "inspector", say(Phrase::inspector_name), side);
        const Rect column = begin_scroll("present", {side.x + line_px(1), side.y, side.width - line_px(1), side.height});
        end_scroll(draw_presentation_inspector(then, state.compass, shown, column));
    }
    frame.moving |= then.moving;
    if (frame.dialog_open) return;
    if (!state.compass.node_focused && arrows_are_free()) {
        if (const auto to = day_stepped_to(kept, state.day)) state.story.day = *to, state.compass.what_if.reset();
    }
    if (state.compass.what_if && take_escape()) state.compass.what_if.reset();
}

}  // namespace views

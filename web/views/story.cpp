#include "views/story.h"

#include "draw/figures.h"
#include "draw/portfolio_figures.h"
#include "views/deal_header.h"
#include "views/deal_words.h"
#include "views/presentation.h"
#include "views/story_parts.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace views {

using namespace compass;
using namespace ui;

namespace {

// Arrows go by a day, with Page Up and Page Down by what happened.
void walk_days(StoryState& state) {
    const KeptStory& kept = state.kept;
    const Date day = kept.shown->date;
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key); };
    if (pressed(ImGuiKey_LeftArrow) || pressed(ImGuiKey_DownArrow)) state.day = std::max(kept.first, day - 1);
    if (pressed(ImGuiKey_RightArrow) || pressed(ImGuiKey_UpArrow)) state.day = std::min(kept.last, day + 1);
    if (pressed(ImGuiKey_PageDown)) state.day = next_day(kept, day, -1).value_or(kept.first);
    if (pressed(ImGuiKey_PageUp)) state.day = next_day(kept, day, 1).value_or(kept.last);
    if (pressed(ImGuiKey_Home)) state.day = kept.first;
    if (pressed(ImGuiKey_End)) state.day = kept.last;
}

// The course of the index above the days; what is dragged is the day that is shown.
void draw_slider(StoryState& state, Rect area) {
    const Palette& colours = palette();
    const KeptStory& kept = state.kept;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float days = static_cast<float>(std::max(1, kept.last - kept.first)), inset_x = px(10);
    const Rect track = inset(area, inset_x, 0);
    const auto x_of = [&](Date day) { return track.x + track.width * static_cast<float>(day - kept.first) / days; };
    const Date day = kept.shown->date;
    const ImGuiID id = id_of("day");
    mirror().add({.id = id,
                  .role = ui::Role::slider,
                  .name = say(Phrase::story_day),
                  .value = kept.sentence,
                  .rect = area,
                  .states = state_focusable,
                  .minimum = 0,
                  .maximum = static_cast<float>(kept.last - kept.first),
                  .now = static_cast<float>(day - kept.first)});
    ImGui::ItemAdd({top_left(area), bottom_right(area)}, id);
    bool hovered = false, held = false;
    ImGui::ButtonBehavior({top_left(area), bottom_right(area)}, id, &hovered, &held, ImGuiButtonFlags_PressedOnClick);
    if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    if (held) {
        const float part = std::clamp((ImGui::GetIO().MousePos.x - track.x) / std::max(1.0f, track.width), 0.0f, 1.0f);
        state.day = kept.first + static_cast<int>(std::lround(part * days));
    }
    if (mirror().focused(id)) walk_days(state);
    if (mirror().focused(id) && mirror().focus_visible()) focus_ring(area, 6);

    const Rect course = {track.x, area.y + px(4), track.width, area.height - px(34)};
    draw::sparkline(list, course, kept.trend);
    const float line_y = area.y + area.height - px(18);
    hairline({track.x, line_y}, {right(track), line_y}, colours.line2);
    for (const Date event : kept.days)
        list.AddRectFilled({x_of(event) - line_px(1), line_y - px(4)}, {x_of(event) + line_px(1), line_y + px(4)}, colours.text3);
    const float from = x_of(kept.since->date), to = x_of(day);
    list.AddRectFilled({std::min(from, to), line_y - px(1)}, {std::max(from, to), line_y + px(2)}, colours.accent_line);
    list.AddCircle({from, line_y}, px(5), colours.text2, 0, px(1.5f));
    hairline({std::round(to), area.y + px(2)}, {std::round(to), line_y}, colours.accent_line);
    draw::trail_dot(list, {to, line_y}, true, false);
}

// On a phone the position has a line of its own.
float day_head_height() { return px(scale() == Scale::phone ? 74 : 48); }

void draw_day_head(StoryState& state, Rect area) {
    const Palette& colours = palette();
    const KeptStory& kept = state.kept;
    const StoryDay& day = *kept.shown;
    const Rect whole = area;
    Rect position = scale() == Scale::phone ? cut_bottom(area, px(22)) : Rect{};
    const float control = control_height();
    const auto turn = [&](std::string_view id, const Rect& cell, Phrase name, int direction, IconPainter icon) {
        const auto to = next_day(kept, day.date, direction);
        if (icon_button(id, middle(cell, control), say(name), icon, to.has_value())) state.day = *to;
    };
    turn("earlier", cut_left(area, control, px(4)), Phrase::story_earlier, -1, paint_icon<draw::Icon::chevron_left>);
    turn("later", cut_left(area, control, px(10)), Phrase::story_later, 1, paint_icon<draw::Icon::chevron_right>);
    const std::string index = day.reading.index ? percent(day.reading.index->index.value) : std::string{};
    const std::string band =
        day.reading.index ? percent_range(day.reading.index->band.low.value, day.reading.index->band.high.value) : std::string{};
    const Rect bands = cut_right(area, text_width(type(Type::caption), band), px(8));
    const Rect number = cut_right(area, text_width(type(Type::title), index), px(12));
    draw_text_in(bands, type(Type::caption), colours.text3, band);
    draw_text_in(number, type(Type::title), colours.text, index);
    Rect words = middle(area, px(position.height > 0 ? 24 : 44));
    heading(cut_top(words, px(24)), type(Type::section), date_long(day.date), 2, colours.text);
    if (position.height == 0) position = words;
    draw_text_in(position, type(Type::body), colours.text2, position_words(day.deal.position.claimed));
    mirror().add({.id = id_of("shown"), .role = ui::Role::status, .name = kept.sentence, .rect = whole, .states = state_polite});
}

// The flat boards as the deal stood that day, with the way up to there.
void draw_boards_of(const StoryState& state, const Rect& area, bool one_board) {
    const KeptStory& kept = state.kept;
    const StoryDay& day = *kept.shown;
    const StoryWords& text = kept.words;
    draw::PositionScene scene;
    if (day.reading.index) scene.navigation = &day.reading.navigation;
    scene.now = day.deal.position.claimed;
    if (kept.since->deal.position.claimed != *scene.now) scene.ghost = kept.since->deal.position.claimed;
    scene.trail = text.trail;
    scene.show_field = false, scene.show_projection = false;
    draw::PositionWords& words = scene.words;
    for (std::size_t i = 0; i < 4; ++i)
        words.stage[i] = text.stage[i], words.competition[i] = text.competition[i], words.urgency[i] = text.urgency[i],
        words.urgency_short[i] = text.urgency_short[i], words.question[i] = text.question[i];
    words.competition_axis = text.competition_axis, words.urgency_axis = text.urgency_axis;
    words.now = day.date == kept.last ? say(Phrase::now) : "", words.now_value = text.now_value, words.move = say(Phrase::move_word);
    words.threat_name = say(Phrase::threat_word), words.best = say(Phrase::best_word);
    const draw::BoardsLayout layout =
        one_board ? draw::layout_board(area, unit(), words, scene.now->stage) : draw::layout_boards(area, unit(), words);
    draw::draw_boards(*ImGui::GetWindowDrawList(), layout, scene);
    mirror().add({.id = id_of("boards"), .role = ui::Role::img, .name = kept.sentence, .rect = area});
}

// How it was can also be had again. Returns the height it took.
float draw_versions_way(const Frame& frame, const Deal& deal, const Rect& area) {
    const std::string_view words = say(Phrase::menu_versions);
    const Rect row = {area.x + px(20), area.y, button_width(words), control_height()};
    if (button("versions", row, words)) frame.wish(ShowVersions{deal.id});
    return row.height + px(20);
}

void draw_story_wide(const Frame& frame, StoryState& state, const Deal& deal, Rect area) {
    const Rect side = cut_right(area, px(language() == Language::zh ? 384 : 404));
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(side), bottom_right(side), palette().panel);
    hairline({side.x, side.y}, {side.x, bottom(side)}, palette().line);
    {
        const Group canvas(ui::Role::region, "story", say(Phrase::story_title), area);
        Rect inner = inset(area, px(24), px(14));
        draw_day_head(state, cut_top(inner, day_head_height(), px(10)));
        const Rect slider = cut_bottom(inner, px(120));
        draw_slider(state, slider);
        const bool one_board = inner.width < px(600);
        draw_boards_of(state, {inner.x, inner.y, inner.width, inner.height - px(10)}, one_board);
    }
    const Group panel(ui::Role::complementary, "inspector", say(Phrase::story_events), side);
    const Rect view = begin_scroll("story-panel", {side.x + line_px(1), side.y, side.width - line_px(1), side.height});
    float height = draw_story_panel(state, view);
    if (!frame.presents) height += draw_versions_way(frame, deal, {view.x, view.y + height, view.width, 0});
    end_scroll(height);
}

void draw_story_phone(const Frame& frame, StoryState& state, const Box<Deal>& deal, Rect area) {
    const bool lies = is_lying(area);
    const PhoneHeader header = draw_phone_header(frame, state.renaming, deal, Screen::story, cut_top(area, phone_header_height(lies)), 0);
    if (header.back) frame.wish(GoToDeals{});
    const auto draw_day = [&](Rect part) {
        draw_day_head(state, cut_top(part, day_head_height(), px(6)));
        draw_slider(state, cut_top(part, px(96), px(8)));
        draw_boards_of(state, part, true);
    };
    if (lies) {
        const Rect left = cut_left(area, std::round(area.width * 0.5f));
        draw_day(inset(left, px(12), px(4)));
        hairline({right(left), left.y}, {right(left), bottom(left)}, palette().line);
    }
    const Rect view = begin_scroll("story-phone", area);
    float y = view.y;
    if (!lies) {
        const float height = day_head_height() + px(6 + 96 + 8) + std::clamp(view.width * 0.66f, px(230), px(320));
        draw_day({view.x + px(16), y + px(10), view.width - px(32), height});
        y += height + px(20);
        hairline({view.x, y}, {right(view), y}, palette().line);
    }
    y += draw_story_panel(state, {view.x, y, view.width, area.height});
    end_scroll(y - view.y);
}

}  // namespace

std::optional<Date> next_day(const KeptStory& kept, Date day, int direction) {
    if (direction > 0) {
        const auto found = std::upper_bound(kept.days.begin(), kept.days.end(), day);
        if (found != kept.days.end()) return *found;
        return day < kept.last ? std::optional(kept.last) : std::nullopt;
    }
    const auto found = std::lower_bound(kept.days.begin(), kept.days.end(), day);
    return found == kept.days.begin() ? std::nullopt : std::optional(*(found - 1));
}

void draw_story_screen(Frame& frame, StoryState& state, const Box<Deal>& deal, Rect area) {
    if (state.deal != deal->id) {
        state = {};
        state.deal = deal->id;
    }
    keep_story(frame, state, deal);
    if (scale() == Scale::phone) return draw_story_phone(frame, state, deal, area);
    if (!frame.presents) {
        const DealHeader header(frame, deal, Screen::story, cut_top(area, deal_header_height()), nullptr, 0);
    } else if (!frame.dialog_open && arrows_are_free()) {
        if (const auto to = day_stepped_to(state.kept, state.kept.shown->date)) state.day = *to;
    }
    draw_story_wide(frame, state, *deal, area);
}

}  // namespace views

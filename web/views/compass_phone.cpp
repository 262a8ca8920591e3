#include "ui/widgets.h"
#include "views/compass_parts.h"
#include "views/deal_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr float head_height = 60, bar_height = 68, touch = 44;

void draw_menu(const Frame& frame, const Deal& deal, const Rect& button) {
    const float width = px(190);
    if (!begin_menu("compass-menu", say(Phrase::deal_menu), {right(button) - width, bottom(button)}, width)) return;
    if (frame.can_undo && menu_item("undo", say(Phrase::undo))) frame.wish(Undo{});
    if (frame.can_redo && menu_item("redo", say(Phrase::redo))) frame.wish(Redo{});
    if (menu_item("edit", say(Phrase::edit_basics))) frame.wish(EditBasics{deal.id});
    if (menu_item("export", say(Phrase::menu_export))) frame.wish(ExportDeals{{deal.id}});
    if (menu_item("delete", say(Phrase::menu_delete), true)) frame.act(DeleteDeal{deal.id});
    end_menu();
}

void draw_head(const Frame& frame, CompassState& state, const Deal& deal, Rect area) {
    const Palette& colours = palette();
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(area), bottom_right(area), colours.panel);
    hairline({area.x, bottom(area) - line_px(1)}, {right(area), bottom(area) - line_px(1)}, colours.line);
    const std::string title = deal_title(frame.workspace, deal);
    const Group header(ui::Role::region, "header", title, area);
    const Rect back = middle(cut_left(area, px(touch), px(2)), px(touch)), dots = middle(cut_right(area, px(touch)), px(touch));
    if (icon_button("back", back, say(Phrase::back), paint_icon<draw::Icon::chevron_left>)) {
        if (state.axis.axis)
            close_axis_editor(state.axis);
        else
            frame.wish(GoToDeals{});
    }
    Rect words = inset(area, 0, px(8));
    heading(cut_top(words, px(24)), type(Type::section), title, 1, colours.text);
    Rect line = cut_top(words, px(20));
    const Font small = type(Type::caption);
    const Rect saved = cut_left(line, text_width(small, frame.saved), px(8));
    label(line, small, colours.text2, basics_line(frame, deal));
    draw_text_in(saved, small, frame.save_failed ? colours.negative : colours.text3, frame.saved);
    mirror().add({.id = ImGui::GetID("saved"), .role = ui::Role::status, .name = frame.saved, .rect = saved, .states = state_polite});
    if (icon_button("menu", dots, say(Phrase::deal_menu), paint_icon<draw::Icon::more>)) open_menu("compass-menu");
    draw_menu(frame, deal, dots);
}

// Will they buy × will they choose us = the index; what is tried beside what is.
void draw_numbers(const DealReading& shown, const DealReading* before, Rect area) {
    const Palette& colours = palette();
    const WinIndex& index = *shown.index;
    const WinIndex* was = before && before->index ? &*before->index : nullptr;
    struct Number {
        std::string_view name;
        std::string value, beside, sentence;
        float width = 0;
    };
    const auto side = [&](Phrase name, const Side& now, const Side* then) {
        return Number{say(name), percent(now.value.value), then ? say(Phrase::side_before, {{"value", percent(then->value.value)}}) : "",
                      side_sentence(name, now, then)};
    };
    std::array<Number, 3> numbers = {
        side(Phrase::side_decide, index.decide, was ? &was->decide : nullptr),
        side(Phrase::side_choose, index.choose, was ? &was->choose : nullptr),
        Number{say(Phrase::win_index), percent(index.index.value),
               was ? say(Phrase::side_before, {{"value", percent(was->index.value)}})
                   : percent_range(index.band.low.value, index.band.high.value),
               was ? say(Phrase::what_if_index, {{"before", percent(was->index.value)}, {"after", percent(index.index.value)}})
                   : index_sentence(index)}};
    const Font caption = type(Type::caption), hero = type(Type::hero);
    float used = 0;
    for (Number& number : numbers) {
        const float beside = number.beside.empty() ? 0 : px(6) + text_width(caption, number.beside);
        number.width = std::max(text_width(caption, number.name), text_width(hero, number.value) + beside);
        used += number.width;
    }
    const float gap = std::clamp((area.width - used) / 2, px(14), px(48));
    static constexpr std::string_view signs[] = {"\u00D7", "="};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const Number& number = numbers[i];
        Rect cell = cut_left(area, number.width);
        const Rect whole = cell;
        draw_text_in(cut_top(cell, px(20)), caption, colours.text2, number.name);
        Rect row = cut_top(cell, px(36));
        draw_text_in(cut_left(row, text_width(hero, number.value), px(6)), hero, colours.text, number.value);
        draw_text_in({row.x, row.y + px(6), row.width + px(30), row.height - px(6)}, caption, colours.text3, number.beside);
        if (i < 2) {
            ui::reading(number.name, whole, number.sentence);
            draw_text_in({right(whole) - px(8), whole.y + px(20), gap + px(16), px(36)}, type(Type::strong), colours.text3, signs[i],
                         Align::centre);
        } else {
            mirror().add(
                {.id = ImGui::GetID("index"), .role = ui::Role::status, .name = number.sentence, .rect = whole, .states = state_polite});
        }
        cut_left(area, gap);
    }
}

// The moves that leave the board: to the stages before and after.
void draw_stage_moves(CompassState& state, const Deal& deal, const DealReading& today, const Rect& area) {
    const Palette& colours = palette();
    const Font words_font = type(Type::body, Face::bold);
    for (const RankedMove& move : today.navigation.moves) {
        const bool forward = move.move == Move::stage_forward;
        if (!forward && move.move != Move::stage_back) continue;
        const Rect cell = column(area, forward ? 1 : 0, 2, px(10));
        const std::string gain = points(move.gain);
        const std::string words = say(forward ? Phrase::phone_forward : Phrase::phone_back, {{"stage", stage_word(move.to.stage)}});
        const bool tried = state.what_if == move.to, gains = move.gain > 0.0005;
        const Press press = ui::press(forward ? "forward" : "back", cell,
                                      {.name = move_sentence(move.move, move.to) + " " + gain,
                                       .states = static_cast<std::uint32_t>(state_toggle | (tried ? state_pressed : state_none))});
        ImDrawList& list = *ImGui::GetWindowDrawList();
        list.AddRectFilled(top_left(cell), bottom_right(cell), press.held ? colours.raised : colours.panel, px(6));
        list.AddRect(top_left(cell), bottom_right(cell),
                     tried   ? colours.accent_line
                     : gains ? colours.positive
                             : colours.line2,
                     px(6), 0, px(1.5f));
        Rect inner = inset(cell, px(12), 0);
        draw_text_in(cut_right(inner, text_width(words_font, gain), px(6)), words_font, gains ? colours.positive : colours.text2, gain,
                     Align::right);
        draw_text_in(inner, words_font, colours.text, words);
        if (press.pressed) try_position(state, deal, move.to);
    }
}

// The best step as the one card; while a move is tried, that move with its proof, who can give it and the question.
void draw_card(Column& column, const Frame& frame, CompassState& state, const Deal& deal, const DealReading& today) {
    const Palette& colours = palette();
    const auto& moves = today.navigation.moves;
    const auto found = std::find_if(moves.begin(), moves.end(), [&](const RankedMove& move) { return state.what_if == move.to; });
    const bool tried = state.what_if && found != moves.end();
    const RankedMove& move = tried ? *found : moves.front();
    const MoveAdvice* advice = advice_for(frame.playbook, move.move, deal.position.claimed.stage);
    const float width = column.area.width - px(32);
    const float words = advice ? advice_height(*advice, width, tried) + px(4) : 0;
    const Rect card = column.next(px(12) + px(22) + px(28) + words + px(24) + px(10), px(16));
    const bool best = &move == &moves.front();
    const std::string gain = move.move == Move::hold ? std::string{} : points(move.gain);
    const std::string facts =
        say(Phrase::phone_facts, {{"chance", percent(move.chance.value)}, {"periods", whole(std::lround(move.expected_periods))}});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Press press = ui::press("best", card,
                                  {.name = move_sentence(move.move, move.to) + (move.move == Move::hold ? "" : ": " + facts + " " + gain),
                                   .states = static_cast<std::uint32_t>(state_toggle | (tried ? state_pressed : state_none)),
                                   .radius = 10});
    list.AddRectFilled(top_left(card), bottom_right(card), best ? colours.accent_soft : colours.panel, px(10));
    list.AddRect(top_left(card), bottom_right(card), best ? colours.accent_line : colours.line2, px(10), 0, px(1.5f));
    Rect inner = inset(card, px(16), px(12));
    Rect first = cut_top(inner, px(22));
    draw_text_in(cut_right(first, text_width(type(Type::body, Face::bold), gain)), type(Type::body, Face::bold),
                 move.gain > 0.0005 ? colours.positive : colours.text2, gain);
    draw_text_in(first, type(Type::caption, Face::bold), best ? colours.accent_text : colours.text2,
                 say(tried ? Phrase::phone_trying : Phrase::phone_best));
    draw_text_in(cut_top(inner, px(28)), type(Type::strong, Face::bold), colours.text, move_sentence(move.move, move.to));
    if (advice) cut_top(inner, draw_advice(inner, *advice, tried), px(4));
    if (move.move != Move::hold) draw_text_in(cut_top(inner, px(24)), type(Type::caption), colours.text2, facts);
    if (press.pressed && move.move != Move::hold) try_position(state, deal, move.to);
}

// What can be done now, under the thumb.
void draw_bar(const Frame& frame, CompassState& state, const Deal& deal, const DealReading& today, Rect area) {
    const Palette& colours = palette();
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(area), bottom_right(area), colours.panel);
    hairline(top_left(area), {right(area), area.y}, colours.line);
    area = inset(area, px(16), px(10));
    if (state.what_if) {
        const Rect drop = cut_left(area, area.width * 0.36f, px(10));
        if (button("drop", drop, say(Phrase::drop))) state.what_if.reset();
        if (button("keep", area, say(Phrase::keep), ButtonKind::primary)) keep_what_if(frame, state, deal);
    } else if (button("try-best", area, say(Phrase::try_best), ButtonKind::primary)) {
        try_position(state, deal, today.navigation.moves.front().to);
    }
}

}  // namespace

void draw_compass_phone(Frame& frame, CompassState& state, const Box<Deal>& deal, Rect area) {
    const DealReading& today = frame.readings.of(deal);
    const DealReading& shown = state.what_if ? frame.readings.what_if(deal, *state.what_if) : today;
    draw_head(frame, state, *deal, cut_top(area, px(head_height)));
    const bool has_bar = state.what_if || (!state.axis.axis && has_step(today));
    const Rect bar = has_bar ? cut_bottom(area, px(bar_height)) : Rect{};

    const std::string part = state.axis.axis ? "axis" + std::to_string(static_cast<int>(*state.axis.axis)) : "phone";
    const Rect view = begin_scroll(part, area);
    Column column{inset(view, px(16), 0), view.y + px(12)};
    if (state.axis.axis) {
        column.y = view.y + draw_axis_editor(frame, state.axis, *deal, view);
    } else {
        if (shown.index) draw_numbers(shown, state.what_if ? &today : nullptr, column.next(px(56), px(8)));
        const Rect board = column.next(std::clamp(view.width * 0.72f, px(240), px(330)) + px(touch + 8), px(10));
        draw_compass_canvas(frame, state, deal, board);
        if (shown.index) {
            draw_stage_moves(state, *deal, today, column.next(px(touch), px(12)));
            draw_card(column, frame, state, *deal, today);
        }
        column.y += draw_compass_inspector(frame, state, deal, {view.x, column.y, view.width, 0});
    }
    end_scroll(column.y - view.y);
    if (has_bar) draw_bar(frame, state, *deal, today, bar);
    leave_on_escape(frame, state);
}

}  // namespace views

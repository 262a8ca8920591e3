#include "ui/widgets.h"
#include "views/compass_parts.h"
#include "views/deal_header.h"
#include "views/deal_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace views {

using namespace compass;
using namespace ui;

namespace {

// Drops or keeps what is tried, or tries the best step.
void draw_step_buttons(const Frame& frame, CompassState& state, const Deal& deal, const DealReading& today, Rect area) {
    if (state.what_if) {
        const Rect drop = cut_left(area, std::round(area.width * 0.36f), px(10));
        if (button("drop", drop, say(Phrase::drop))) state.what_if.reset();
        if (button("keep", area, say(Phrase::keep), ButtonKind::primary)) keep_what_if(frame, state, deal);
    } else if (button("try-best", area, say(Phrase::try_best), ButtonKind::primary)) {
        try_position(state, deal, today.navigation.moves.front().to);
    }
}

void draw_head(const Frame& frame, CompassState& state, const Box<Deal>& deal, const DealReading& today, bool has_buttons, Rect area) {
    const float buttons_width = !has_buttons ? 0 : state.what_if ? px(200) : button_width(say(Phrase::try_best));
    const PhoneHeader header = draw_phone_header(frame, state.renaming, deal, Screen::compass, area, buttons_width);
    if (header.back && state.axis.axis)
        close_axis_editor(state.axis);
    else if (header.back)
        frame.wish(GoToDeals{});
    if (has_buttons) draw_step_buttons(frame, state, *deal, today, header.buttons);
}

// Will they buy × will they choose us = the index, each with its range; before what is tried stands what is.
void draw_numbers(const DealReading& shown, const DealReading* before, Rect area) {
    const Palette& colours = palette();
    const WinIndex& index = *shown.index;
    const WinIndex* was = before && before->index ? &*before->index : nullptr;
    struct Number {
        std::string_view name;
        std::string before, value, band, sentence;
    };
    const auto number = [](Phrase name, Probability value, const Band& band, const Probability* then, std::string sentence) {
        return Number{say(name), then ? percent(then->value) + " \u2192 " : "", percent(value.value),
                      percent_range(band.low.value, band.high.value), std::move(sentence)};
    };
    const std::array<Number, 3> numbers = {
        number(Phrase::side_decide, index.decide.value, index.decide.band, was ? &was->decide.value : nullptr,
               side_sentence(Phrase::side_decide, index.decide, was ? &was->decide : nullptr)),
        number(Phrase::side_choose, index.choose.value, index.choose.band, was ? &was->choose.value : nullptr,
               side_sentence(Phrase::side_choose, index.choose, was ? &was->choose : nullptr)),
        number(Phrase::win_index, index.index, index.band, was ? &was->index : nullptr, index_sentence(index, was))};
    const Font caption = type(Type::caption), small = type(Type::strong, Face::bold);
    Font hero = type(Type::hero);
    const auto value_width = [&](const Number& each) { return text_width(caption, each.before) + text_width(hero, each.value); };
    const float least_gap = px(20), most = (area.width - 2 * least_gap) / 3;
    if (value_width(numbers[0]) > most || value_width(numbers[1]) > most) hero = small;
    std::array<float, 3> widths;
    float used = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const Number& each = numbers[i];
        widths[i] = std::max({text_width(caption, each.name), value_width(each), text_width(caption, each.band)});
        used += widths[i];
    }
    if (used > area.width - 2 * least_gap) widths.fill(most), used = 3 * most;
    const float gap = std::clamp((area.width - used) / 2, least_gap, px(48));
    static constexpr std::string_view signs[] = {"\u00D7", "="};
    for (std::size_t i = 0; i < 3; ++i) {
        const Number& each = numbers[i];
        Rect cell = cut_left(area, widths[i]);
        const Rect whole = cell;
        draw_text_in(cut_top(cell, px(20)), caption, colours.text2, each.name);
        Rect row = cut_top(cell, px(34));
        draw_text_in(cut_left(row, text_width(caption, each.before)), caption, colours.text3, each.before);
        draw_text_in(row, hero, colours.text, each.value);
        draw_text_in(cut_top(cell, px(18)), caption, colours.text3, each.band);
        const Rect sign = cut_left(area, gap);
        if (i < 2) {
            ui::reading(each.name, whole, each.sentence);
            draw_text_in({sign.x, row.y, sign.width, row.height}, type(Type::strong), colours.text3, signs[i], Align::centre);
        } else {
            mirror().add(
                {.id = ImGui::GetID("index"), .role = ui::Role::status, .name = each.sentence, .rect = whole, .states = state_polite});
        }
    }
}

// The moves that leave the board: to the stages before and after, each as wide as its words need.
void draw_stage_moves(CompassState& state, const Deal& deal, const DealReading& today, Rect area) {
    const Palette& colours = palette();
    struct Way {
        const RankedMove* move = nullptr;
        std::string words, gain;
        float width = 0;
    };
    std::array<Way, 2> ways;
    for (const RankedMove& move : today.navigation.moves) {
        const bool forward = move.move == Move::stage_forward;
        if (!forward && move.move != Move::stage_back) continue;
        ways[forward] = {&move, say(forward ? Phrase::phone_forward : Phrase::phone_back, {{"stage", stage_word(move.to.stage)}}),
                         points(move.gain)};
    }
    const float gap = px(10), padding = px(12), between = px(6);
    Font words_font = type(Type::body, Face::bold);
    const auto measure = [&] {
        for (Way& way : ways) way.width = text_width(words_font, way.words) + between + text_width(words_font, way.gain) + 2 * padding;
        return area.width - gap - ways[0].width - ways[1].width;
    };
    float spare = measure();
    if (spare < 0) words_font = type(Type::caption, Face::bold), spare = measure();
    for (const bool forward : {false, true}) {
        const Way& way = ways[forward];
        const Rect cell = cut_left(area, std::round(way.width + spare / 2), gap);
        if (!way.move) continue;
        const RankedMove& move = *way.move;
        const bool tried = state.what_if == move.to, gains = move.gain > 0.0005;
        const Press press = ui::press(forward ? "forward" : "back", cell,
                                      {.name = move_sentence(move.move, move.to) + " " + way.gain,
                                       .states = static_cast<std::uint32_t>(state_toggle | (tried ? state_pressed : state_none))});
        ImDrawList& list = *ImGui::GetWindowDrawList();
        list.AddRectFilled(top_left(cell), bottom_right(cell), press.held ? colours.raised : colours.panel, px(6));
        list.AddRect(top_left(cell), bottom_right(cell),
                     tried   ? colours.accent_line
                     : gains ? colours.positive
                             : colours.line2,
                     px(6), 0, px(1.5f));
        Rect inner = inset(cell, padding, 0);
        draw_text_in(cut_right(inner, text_width(words_font, way.gain), between), words_font, gains ? colours.positive : colours.text2,
                     way.gain, Align::right);
        draw_text_in(inner, words_font, colours.text, way.words);
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
void draw_bar(const Frame& frame, CompassState& state, const Deal& deal, const DealReading& today, const Rect& area) {
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(area), bottom_right(area), palette().panel);
    hairline(top_left(area), {right(area), area.y}, palette().line);
    draw_step_buttons(frame, state, deal, today, inset(area, px(16), px(12)));
}

}  // namespace

void draw_compass_phone(Frame& frame, CompassState& state, const Box<Deal>& deal, Rect area) {
    const DealReading& today = frame.readings.of(deal);
    const DealReading& shown = state.what_if ? frame.readings.what_if(deal, *state.what_if) : today;
    const DealReading* before = state.what_if ? &today : nullptr;
    const bool lies = is_lying(area);
    const bool has_buttons = state.what_if || (!state.axis.axis && has_step(today));
    draw_head(frame, state, deal, today, lies && has_buttons, cut_top(area, phone_header_height(lies)));
    const Rect bar = has_buttons && !lies ? cut_bottom(area, px(68)) : Rect{};
    if (lies) {
        const Rect board = cut_left(area, std::round(area.width * 0.47f));
        draw_compass_canvas(frame, state, deal, inset(board, px(12), px(8)));
        hairline({right(board), board.y}, {right(board), bottom(board)}, palette().line);
        if (shown.index && !state.axis.axis) draw_numbers(shown, before, inset(cut_top(area, px(84)), px(16), px(6)));
    }

    const std::string part = state.axis.axis ? "axis" + std::to_string(static_cast<int>(*state.axis.axis)) : "phone";
    const Rect view = begin_scroll(part, area);
    Column column{inset(view, px(16), 0), view.y + px(lies ? 4 : 12)};
    if (state.axis.axis) {
        column.y = view.y + draw_axis_editor(frame, state.axis, *deal, view);
    } else {
        if (!lies) {
            if (shown.index) draw_numbers(shown, before, column.next(px(72), px(8)));
            const float side = std::clamp(view.width * 0.72f, px(240), px(330));
            draw_compass_canvas(frame, state, deal, column.next(side + control_height() + px(8), px(10)));
        }
        if (shown.index) {
            draw_stage_moves(state, *deal, today, column.next(control_height(), px(12)));
            draw_card(column, frame, state, *deal, today);
        }
        column.y += draw_compass_inspector(frame, state, deal, {view.x, column.y, view.width, 0});
    }
    end_scroll(column.y - view.y);
    if (bar.height > 0) draw_bar(frame, state, *deal, today, bar);
    leave_on_escape(frame, state);
}

}  // namespace views

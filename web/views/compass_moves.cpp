#include "draw/figures.h"
#include "ui/widgets.h"
#include "views/compass_parts.h"
#include "views/deal_words.h"
#include "views/handbook.h"

#include <algorithm>
#include <array>
#include <string>

namespace views {

using namespace compass;
using namespace ui;

namespace {

// What is said of a move beside its reason, while it is tried.
struct Part {
    Phrase name;
    Text MoveAdvice::*words;
};
constexpr Part parts[] = {
    {Phrase::move_proof, &MoveAdvice::proof}, {Phrase::move_who, &MoveAdvice::who}, {Phrase::move_question, &MoveAdvice::question}};

// The numbers of the table of moves take what their headings need.
struct MoveColumns {
    float chance, periods, gain;
};
MoveColumns move_columns() {
    const auto width = [](Phrase heading, double widest) {
        return std::max(text_width(type(Type::caption), say(heading)), text_width(type(Type::body, Face::bold), decimal(widest, 1))) +
               px(9);
    };
    return {width(Phrase::column_chance, 10), width(Phrase::column_periods, 10), width(Phrase::column_gain, -10)};
}

void draw_move(Column& column, const Frame& frame, CompassState& state, const Deal& deal, const RankedMove& move, bool best, bool threat) {
    const Palette& colours = palette();
    const bool hold = move.move == Move::hold, tried = state.what_if == move.to && !hold;
    const auto [chance_width, periods_width, gain_width] = move_columns();
    const MoveAdvice* advice = advice_for(frame.playbook, move.move, deal.position.claimed.stage);
    const bool open = advice && (best || tried);
    const float indent = px(28);
    const float line_height_ = scale() == Scale::phone ? press_row_height() : row_height() + px(2);
    const float words_height = open ? advice_height(*advice, column.area.width - indent, tried) + px(6) : 0;
    const Rect whole_row = column.next(line_height_ + words_height + (open ? px(6) : 0));
    const Rect plate = {whole_row.x - px(10), whole_row.y, whole_row.width + px(20), whole_row.height};
    const std::string words =
        threat ? say(Phrase::threat_row, {{"move", move_sentence(move.move, move.to)}}) : move_sentence(move.move, move.to);
    const std::string gain = hold ? std::string(say(Phrase::baseline)) : points(move.gain);
    const std::string sentence = hold     ? words
                                 : threat ? say(Phrase::threat_sentence, {{"move", words}, {"chance", percent(move.chance.value)}})
                                          : say(Phrase::move_sentence, {{"move", words},
                                                                        {"chance", percent(move.chance.value)},
                                                                        {"periods", decimal(move.expected_periods, 1)},
                                                                        {"gain", gain}});
    ImGui::PushID(static_cast<int>(move.move));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImDrawListSplitter splitter;
    splitter.Split(&list, 2);
    splitter.SetCurrentChannel(&list, 1);
    Press press;
    if (hold)
        ui::reading("move", whole_row, sentence);
    else
        press = ui::press("move", plate,
                          {.name = sentence,
                           .description = advice ? std::string_view(in(language(), advice->reason)) : std::string_view{},
                           .states = static_cast<std::uint32_t>(state_toggle | (tried ? state_pressed : state_none)),
                           .radius = 4});
    splitter.SetCurrentChannel(&list, 0);
    if (best || press.hovered || tried)
        list.AddRectFilled(top_left(plate), bottom_right(plate), best ? colours.accent_soft : colours.raised, px(5));
    if (best) list.AddRectFilled(top_left(plate), {plate.x + px(3), bottom(plate)}, colours.accent);
    if (tried) list.AddRect(top_left(plate), bottom_right(plate), colours.accent_line, px(5), 0, px(1.5f));
    splitter.SetCurrentChannel(&list, 1);
    splitter.Merge(&list);

    Rect row = {whole_row.x, whole_row.y + (open ? px(3) : 0), whole_row.width, line_height_};
    const Rect icon = cut_left(row, indent);
    const ImU32 ink = threat ? colours.negative : best ? colours.accent_line : colours.text2;
    if (threat)
        draw::draw_flag(list, draw::FlagShape::warn, {icon.x + px(10), centre(icon).y}, px(15), ink, colours.panel);
    else
        draw::draw_move(list, move.move, {icon.x + px(10), centre(icon).y}, px(20), ink, colours.panel);
    const Font font = type(Type::body, best ? Face::bold : Face::regular), bold = type(Type::body, Face::bold);
    if (threat) {
        const std::string each = say(Phrase::threat_each, {{"chance", percent(move.chance.value)}});
        draw_text_in(cut_right(row, text_width(type(Type::body), each)), type(Type::body), colours.negative, each);
        draw_text_in(row, type(Type::body), colours.negative, words);
    } else {
        const Rect gain_cell = cut_right(row, gain_width), periods_cell = cut_right(row, periods_width),
                   chance_cell = cut_right(row, chance_width);
        draw_text_in(gain_cell, hold ? type(Type::body) : bold,
                     hold                 ? colours.text2
                     : move.gain > 0.0005 ? colours.positive
                                          : colours.text2,
                     gain, Align::right);
        if (!hold) {
            draw_text_in(periods_cell, type(Type::body), colours.text2, decimal(move.expected_periods, 1), Align::right);
            draw_text_in(chance_cell, type(Type::body), colours.text2, percent(move.chance.value), Align::right);
        }
        draw_text_in(row, font, hold ? colours.text2 : colours.text, words);
    }
    if (open) draw_advice({whole_row.x + indent, whole_row.y + line_height_ + px(3), whole_row.width - indent, 0}, *advice, tried);
    if (press.pressed) try_position(state, deal, move.to);
    ImGui::PopID();
}

}  // namespace

const MoveAdvice* advice_for(const Playbook& playbook, Move move, Stage stage) {
    const auto found = std::find_if(playbook.moves.begin(), playbook.moves.end(),
                                    [&](const MoveAdvice& advice) { return advice.move == move && advice.stage == stage; });
    return found == playbook.moves.end() ? nullptr : &*found;
}

float advice_height(const MoveAdvice& advice, float width, bool whole) {
    const Font font = type(Type::caption);
    float height = paragraph_height(font, in(language(), advice.reason), width);
    if (!whole) return height;
    for (const Part& part : parts)
        height += px(4) + paragraph_height(font, say(part.name, {{"words", in(language(), advice.*part.words)}}), width);
    return height;
}

float draw_advice(const Rect& at, const MoveAdvice& advice, bool whole) {
    const Palette& colours = palette();
    const Font font = type(Type::caption);
    float y = at.y + paragraph(at, font, colours.text2, in(language(), advice.reason));
    if (!whole) return y - at.y;
    for (const Part& part : parts) {
        y += px(4);
        y += paragraph({at.x, y, at.width, 0}, font, colours.text2, say(part.name, {{"words", in(language(), advice.*part.words)}}));
    }
    return y - at.y;
}

void draw_compass_moves(Column& column, const Frame& frame, CompassState& state, const Deal& deal, const DealReading& today) {
    const Palette& colours = palette();
    const Navigation& navigation = today.navigation;
    Rect head = column.next(section_height());
    const bool doubtful = today.no_signing_date || today.days_past_signing > 0;
    const std::string left =
        today.no_signing_date ? say(Phrase::moves_no_date, {{"periods", whole(navigation.periods)}})
        : today.days_past_signing > 0
            ? say(Phrase::moves_past, {{"days", whole(today.days_past_signing)}})
            : say(Phrase::moves_left, {{"periods", whole(navigation.periods)}, {"days", whole(frame.playbook.navigator.period_days)}});
    const Rect beside = cut_right(head, std::min(text_width(type(Type::caption), left), head.width * 0.62f));
    explained_heading(frame, head, say(Phrase::moves_title), "best_move");
    label(beside, type(Type::caption), doubtful ? colours.negative : colours.text3, left, Align::right);
    Rect names = column.next(px(18));
    const auto [chance_width, periods_width, gain_width] = move_columns();
    draw_text_in(cut_right(names, gain_width), type(Type::caption), colours.text3, say(Phrase::column_gain), Align::right);
    draw_text_in(cut_right(names, periods_width), type(Type::caption), colours.text3, say(Phrase::column_periods), Align::right);
    draw_text_in(cut_right(names, chance_width), type(Type::caption), colours.text3, say(Phrase::column_chance), Align::right);
    const Group list(ui::Role::list, "moves", say(Phrase::moves_title), {column.area.x, column.y, column.area.width, px(200)});
    for (const RankedMove& move : navigation.moves) {
        const Group item(ui::Role::listitem, move_words(move.move), "", {column.area.x, column.y, column.area.width, row_height()});
        draw_move(column, frame, state, deal, move, &move == &navigation.moves.front(), false);
    }
    if (navigation.threat) {
        const Group item(ui::Role::listitem, "threat", "", {column.area.x, column.y, column.area.width, row_height()});
        draw_move(column, frame, state, deal, *navigation.threat, false, true);
    }
}

}  // namespace views

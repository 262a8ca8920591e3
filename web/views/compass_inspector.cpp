#include "draw/figures.h"
#include "ui/widgets.h"
#include "views/compass_parts.h"
#include "views/deal_words.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace views {

using namespace compass;
using namespace ui;

namespace {

// A column that is filled from the top; sections are divided by hairlines over the full width.
struct Column {
    Rect area;
    float y;

    Rect next(float height, float gap = 0) {
        const Rect row = {area.x, y, area.width, height};
        y += height + gap;
        return row;
    }
    void divide(float padding) {
        y += px(16);
        hairline({area.x - padding, y}, {right(area) + padding, y}, palette().line);
        y += px(16);
    }
};

float row_height() { return px(scale() == Scale::presentation ? 32 : scale() == Scale::phone ? 28 : 22); }

void draw_side(Rect area, Phrase name, const Side& side, const Side* before) {
    const Palette& colours = palette();
    draw_text_in(cut_top(area, px(scale() == Scale::presentation ? 30 : 20)), type(Type::body), colours.text2, say(name));
    Rect row = cut_top(area, px(scale() == Scale::presentation ? 56 : 36), px(6));
    const std::string number = percent(side.value.value);
    const std::string range = before ? say(Phrase::side_before, {{"value", percent(before->value.value)}})
                                     : percent_range(side.band.low.value, side.band.high.value);
    draw_text_in(row, type(Type::hero), colours.text, number);
    Rect beside = row;
    cut_top(beside, row.height * 0.45f);
    draw_text_in(beside, type(Type::caption), colours.text3, range, Align::right);
    draw::band_bar(*ImGui::GetWindowDrawList(), cut_top(area, px(8)), side.band.low.value, side.band.high.value, side.value.value);
    const std::string sentence =
        before ? say(Phrase::side_what_if, {{"side", say(name)}, {"before", percent(before->value.value)}, {"after", number}})
               : say(Phrase::side_sentence, {{"side", say(name)}, {"value", number}, {"band", range}});
    ui::reading(say(name), {row.x, row.y, row.width, row.height}, sentence);
}

void draw_sides(Column& column, const WinIndex& index, const WinIndex* before) {
    Rect row = column.next(px(scale() == Scale::presentation ? 108 : 72));
    const float half = (row.width - px(44)) / 2;
    draw_side(cut_left(row, half), Phrase::side_decide, index.decide, before ? &before->decide : nullptr);
    const Rect times = cut_left(row, px(44));
    draw_text_in({times.x, times.y + px(scale() == Scale::presentation ? 43 : 23), times.width, px(30)}, type(Type::title), palette().text3,
                 "\u00D7", Align::centre);
    draw_side(row, Phrase::side_choose, index.choose, before ? &before->choose : nullptr);
}

std::string term_name(const Term& term, const Playbook& playbook) {
    if (term.factor != Factor::own) {
        const std::string with_state =
            say_named("factor_", std::string(name_of(term.factor)) + (term.state.empty() ? "" : "_" + term.state));
        return phrase_named("factor_" + std::string(name_of(term.factor)) + "_" + term.state) ? with_state
                                                                                              : say_named("factor_", name_of(term.factor));
    }
    for (const OwnFactor& factor : playbook.own_factors) {
        if (factor.id == term.own) return in(language(), factor.name);
    }
    return term.own;
}

// Terms as steps from the position's own log-odds to the total. Zero and unknown ones are told in a sentence below.
void draw_waterfall(Column& column, const Frame& frame, const Side& side, Phrase name, const Position& position, bool decide) {
    const Palette& colours = palette();
    const Font plain = type(Type::body), bold = type(Type::body, Face::bold);
    const float label_width = px(scale() == Scale::presentation ? 210 : language() == Language::zh ? 126 : 150);
    const float number_width = px(scale() == Scale::presentation ? 84 : 56);
    double at = side.base_log_odds.value, low = at, high = at;
    std::size_t count = 0;
    for (const Term& term : side.terms) {
        at += term.contribution.value, low = std::min(low, at), high = std::max(high, at);
        count += term.contribution.value != 0;
    }
    const double span = std::max(0.6, high - low), middle = (low + high) / 2;
    const auto x_of = [&](const Rect& bar, double value) {
        return bar.x + px(6) + (bar.width - px(12)) * static_cast<float>((value - middle) / span + 0.5);
    };

    heading(column.next(row_height()), type(Type::body, Face::bold), say(name), 3, colours.text2);
    const Group list(ui::Role::list, say(name), say(name),
                     {column.area.x, column.y, column.area.width, row_height() * static_cast<float>(count + 2)});
    ImDrawList& paint_list = *ImGui::GetWindowDrawList();
    const auto row = [&](const std::string& words, const std::string& number, ImU32 ink, bool strong, auto paint) {
        Rect line = column.next(row_height());
        const Group item(ui::Role::listitem, words, "", line);
        ui::reading("line " + words, line, words + " " + number);
        draw_text_in(cut_left(line, label_width, px(6)), strong ? bold : plain, colours.text, words);
        draw_text_in(cut_right(line, number_width), strong ? bold : plain, ink, number, Align::right);
        paint(line);
    };
    ImGui::PushID(say(name));
    at = side.base_log_odds.value;
    const std::string start =
        decide
            ? say(Phrase::start_decide, {{"urgency", urgency_word(position.urgency)}, {"stage", stage_word(position.stage)}})
            : say(Phrase::start_choose, {{"competition", competition_word(position.competition)}, {"stage", stage_word(position.stage)}});
    row(start, percent(side.base.value), colours.text2, false, [&](const Rect& bar) {
        draw::waterfall_dot(paint_list, {x_of(bar, at), centre(bar).y}, false);
    });
    for (const Term& term : side.terms) {
        if (term.contribution.value == 0) continue;
        const double from = at, to = at + term.contribution.value;
        row(term_name(term, frame.playbook), log_odds(term.contribution.value),
            term.contribution.value > 0 ? colours.positive : colours.negative, true,
            [&](const Rect& bar) { draw::waterfall_bar(paint_list, bar, x_of(bar, from), x_of(bar, to)); });
        at = to;
    }
    row(say(Phrase::total), percent(side.value.value), colours.text, true, [&](const Rect& bar) {
        draw::waterfall_dot(paint_list, {x_of(bar, at), centre(bar).y}, true);
    });
    ImGui::PopID();
}

void draw_why(Column& column, const Frame& frame, const DealReading& reading) {
    const Palette& colours = palette();
    Rect head = column.next(px(scale() == Scale::presentation ? 40 : 24));
    draw_text_in(cut_right(head, text_width(type(Type::caption), say(Phrase::why_unit))), type(Type::caption), colours.text3,
                 say(Phrase::why_unit));
    heading(head, type(Type::section), say(Phrase::why_title), 2, colours.text);
    draw_waterfall(column, frame, reading.index->decide, Phrase::side_decide, reading.position, true);
    column.y += px(6);
    draw_waterfall(column, frame, reading.index->choose, Phrase::side_choose, reading.position, false);
    std::string unknown;
    for (const Side* side : {&reading.index->decide, &reading.index->choose}) {
        for (const Term& term : side->terms) {
            if (term.known) continue;
            if (!unknown.empty()) unknown += say(Phrase::list_separator);
            unknown += say_named("factor_", name_of(term.factor));
        }
    }
    if (!unknown.empty())
        column.y += px(4) + paragraph({column.area.x, column.y + px(4), column.area.width, 0}, type(Type::caption), colours.text3,
                                      say(Phrase::why_unknown, {{"factors", unknown}}));
}

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

const MoveAdvice* advice_for(const Playbook& playbook, Move move, Stage stage) {
    const auto found = std::find_if(playbook.moves.begin(), playbook.moves.end(),
                                    [&](const MoveAdvice& advice) { return advice.move == move && advice.stage == stage; });
    return found == playbook.moves.end() ? nullptr : &*found;
}

// Reason in one line; proof, who and question too while the move is tried.
float draw_advice(const Rect& at, const MoveAdvice& advice, bool whole) {
    const Palette& colours = palette();
    const Font font = type(Type::caption);
    float y = at.y;
    y += paragraph({at.x, y, at.width, 0}, font, colours.text2, in(language(), advice.reason));
    if (!whole) return y - at.y;
    const auto part = [&](Phrase name, const Text& words) {
        y += px(4);
        y += paragraph({at.x, y, at.width, 0}, font, colours.text2, say(name, {{"words", in(language(), words)}}));
    };
    part(Phrase::move_proof, advice.proof);
    part(Phrase::move_who, advice.who);
    part(Phrase::move_question, advice.question);
    return y - at.y;
}

void draw_move(Column& column, const Frame& frame, CompassState& state, const Deal& deal, const RankedMove& move, bool best, bool threat) {
    const Palette& colours = palette();
    const bool hold = move.move == Move::hold, tried = state.what_if == move.to && !hold;
    const auto [chance_width, periods_width, gain_width] = move_columns();
    const MoveAdvice* advice = advice_for(frame.playbook, move.move, deal.position.claimed.stage);
    const bool open = advice && (best || tried);
    const float indent = px(scale() == Scale::presentation ? 44 : 28);
    const float line_height_ = row_height() + px(2);
    float advice_height = 0;
    if (open) {
        const float width = column.area.width - indent;
        advice_height = paragraph_height(type(Type::caption), in(language(), advice->reason), width);
        if (tried) {
            for (const auto& [name, words] : {std::pair{Phrase::move_proof, &advice->proof},
                                              {Phrase::move_who, &advice->who},
                                              {Phrase::move_question, &advice->question}})
                advice_height += px(4) + paragraph_height(type(Type::caption), say(name, {{"words", in(language(), *words)}}), width);
        }
        advice_height += px(6);
    }
    const Rect whole_row = column.next(line_height_ + advice_height + (open ? px(6) : 0));
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

void draw_moves(Column& column, const Frame& frame, CompassState& state, const Deal& deal, const DealReading& today) {
    const Palette& colours = palette();
    const Navigation& navigation = today.navigation;
    Rect head = column.next(px(scale() == Scale::presentation ? 40 : 24));
    const std::string left =
        today.no_signing_date
            ? say(Phrase::moves_no_date, {{"periods", whole(navigation.periods)}})
            : say(Phrase::moves_left, {{"periods", whole(navigation.periods)}, {"days", whole(frame.playbook.navigator.period_days)}});
    label(cut_right(head, std::min(text_width(type(Type::caption), left), head.width * 0.62f)), type(Type::caption),
          today.no_signing_date ? colours.negative : colours.text3, left, Align::right);
    heading(head, type(Type::section), say(Phrase::moves_title), 2, colours.text);
    Rect names = column.next(px(scale() == Scale::presentation ? 28 : 18));
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

void draw_questions(Column& column, const Frame& frame, const Deal& deal, const WinIndex& index) {
    const Palette& colours = palette();
    const int shown = std::min<int>(3, static_cast<int>(index.unknowns.size()));
    if (shown == 0) return;
    column.divide(px(20));
    Rect head = column.next(px(scale() == Scale::presentation ? 40 : 24));
    draw_text_in(cut_right(head, text_width(type(Type::caption), say(Phrase::questions_unit))), type(Type::caption), colours.text3,
                 say(Phrase::questions_unit));
    heading(head, type(Type::section), say(Phrase::questions_title), 2, colours.text);
    for (int i = 0; i < shown; ++i) {
        const Unknown& unknown = index.unknowns[static_cast<std::size_t>(i)];
        std::string question = say_named("factor_", unknown.id);
        for (const Prior& prior : frame.playbook.priors) {
            if (prior.unknown == unknown.id && !in(language(), prior.question).empty()) question = in(language(), prior.question);
        }
        for (const Person& person : deal.people) {
            if (person.id == unknown.person) question = say(Phrase::question_about, {{"person", person.name}, {"question", question}});
        }
        const std::string worth = "\u00B1" + decimal(unknown.value_of_asking * 100, 1);
        const float number = px(20), value = px(scale() == Scale::presentation ? 80 : 52);
        const float height = std::max(paragraph_height(type(Type::body), question, column.area.width - number - value), row_height());
        Rect row = column.next(height, px(4));
        ui::reading("question" + std::to_string(i), row,
                    say(Phrase::question_sentence, {{"number", std::to_string(i + 1)}, {"question", question}, {"worth", worth}}));
        draw_text_in({row.x, row.y, number, line_height(type(Type::body))}, type(Type::body, Face::bold), colours.text2,
                     std::to_string(i + 1));
        draw_text_in({right(row) - value, row.y, value, line_height(type(Type::body))}, type(Type::body, Face::bold), colours.positive,
                     worth, Align::right);
        draw_paragraph({row.x + number, row.y, row.width - number - value, 0}, type(Type::body), colours.text, question);
    }
}

std::string evidence_words(const AxisReading& axis) {
    if (axis.facts == 0) return say(Phrase::evidence_none);
    if (axis.one_sided) return say(Phrase::evidence_one_sided);
    if (!axis.has_evidence) return say(Phrase::evidence_claimed);
    return say(Phrase::evidence_facts, {{"count", whole(axis.facts)}});
}

void draw_grounds(Column& column, CompassState& state, const DealReading& reading) {
    const Palette& colours = palette();
    column.divide(px(20));
    heading(column.next(px(scale() == Scale::presentation ? 40 : 24)), type(Type::section), say(Phrase::grounds_title), 2, colours.text);
    for (const Axis axis : all_axes) {
        const AxisReading& grounds = reading.axes[static_cast<std::size_t>(axis)];
        const bool weak = grounds.facts == 0 || grounds.one_sided || !grounds.has_evidence;
        Rect row = column.next(row_height() + px(6));
        const std::string axis_name = axis_word(axis), level_name = level_word(axis, grounds.claimed), words = evidence_words(grounds),
                          more = say(weak ? Phrase::evidence_add : Phrase::evidence_see);
        ImGui::PushID(static_cast<int>(axis));
        const Press press =
            ui::press("axis", {row.x - px(8), row.y, row.width + px(16), row.height},
                      {.name = say(Phrase::axis_row, {{"axis", axis_name}, {"level", level_name}, {"evidence", words}}), .radius = 4});
        ImGui::PopID();
        if (press.hovered)
            ImGui::GetWindowDrawList()->AddRectFilled({row.x - px(8), row.y}, {right(row) + px(8), bottom(row)},
                                                      with_alpha(colours.line, 0.5f), px(4));
        draw_text_in(cut_right(row, text_width(type(Type::body), more), px(8)), type(Type::body), colours.accent_text, more, Align::right);
        const bool zh = language() == Language::zh;
        const float factor = scale() == Scale::presentation ? 1.5f : 1.0f;
        draw_text_in(cut_left(row, px((zh ? 38 : 80) * factor)), type(Type::body), colours.text2, axis_short_word(axis));
        draw_text_in(cut_left(row, px((zh ? 66 : 84) * factor)), type(Type::body, Face::bold), colours.text, level_name);
        const Rect bars = cut_left(row, px(26 * factor));
        draw::certainty_bars(*ImGui::GetWindowDrawList(), {bars.x, centre(bars).y - px(6)}, px(12), grounds.best);
        draw_text_in(row, type(Type::body), weak ? colours.negative : colours.text, words);
        if (press.pressed) state.axis = {}, state.axis.axis = axis;
    }
    if (reading.evidenced_index && reading.index) {
        const std::string words = say(Phrase::evidenced_index, {{"position", position_words(reading.evidenced)},
                                                                {"claimed", percent(reading.index->index.value)},
                                                                {"evidenced", percent(reading.evidenced_index->value)}});
        column.y +=
            px(4) + paragraph({column.area.x, column.y + px(4), column.area.width, 0}, type(Type::body, Face::bold), colours.text, words);
    }
}

}  // namespace

float draw_compass_inspector(const Frame& frame, CompassState& state, const Box<Deal>& deal, const Rect& area) {
    const float padding = px(20);
    Column column{{area.x + padding, area.y, area.width - 2 * padding, area.height}, area.y + px(16)};
    const DealReading& today = frame.readings.of(deal);
    const DealReading& shown = state.what_if ? frame.readings.what_if(deal, *state.what_if) : today;
    if (shown.index) {
        draw_sides(column, *shown.index, state.what_if && today.index ? &*today.index : nullptr);
        column.divide(padding);
        draw_why(column, frame, shown);
        column.divide(padding);
        draw_moves(column, frame, state, *deal, today);
        draw_questions(column, frame, *deal, *today.index);
    } else {
        column.y += paragraph(column.next(0), type(Type::body), palette().text2, say(Phrase::closed_no_index));
    }
    draw_grounds(column, state, today);
    return column.y + px(20) - area.y;
}

}  // namespace views

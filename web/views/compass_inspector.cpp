#include "draw/figures.h"
#include "ui/widgets.h"
#include "views/compass_parts.h"
#include "views/deal_header.h"
#include "views/deal_words.h"
#include "views/findings.h"
#include "views/handbook.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace views {

using namespace compass;
using namespace ui;

namespace {

void draw_side(Rect area, Phrase name, const Side& side, const Side* before) {
    const Palette& colours = palette();
    const bool narrow = text_width(type(Type::body), say(name)) > area.width;
    draw_text_in(cut_top(area, px(20)), type(narrow ? Type::caption : Type::body), colours.text2, say(name));
    Rect row = cut_top(area, px(36), px(6));
    const std::string number = percent(side.value.value);
    draw_text_in(row, type(Type::hero), colours.text, number);
    Rect beside = row;
    const Rect above = cut_top(beside, row.height * 0.45f);
    const Font small = type(Type::caption);
    if (before)
        draw_text_in(above, small, colours.text3, say(Phrase::side_before, {{"value", percent(before->value.value)}}), Align::right);
    draw_text_in(beside, small, colours.text3, percent_range(side.band.low.value, side.band.high.value), Align::right);
    draw::band_bar(*ImGui::GetWindowDrawList(), cut_top(area, px(8)), side.band.low.value, side.band.high.value, side.value.value);
    ui::reading(say(name), row, side_sentence(name, side, before));
}

// Terms as steps from the position's own log-odds to the total. Zero and unknown ones are told in a sentence below.
void draw_waterfall(Column& column, const Frame& frame, const Side& side, Phrase name, const Position& position, bool decide) {
    const Palette& colours = palette();
    const Font plain = type(Type::body), bold = type(Type::body, Face::bold);
    const float label_width = scale() == Scale::phone ? std::round(column.area.width * 0.43f) : px(language() == Language::zh ? 126 : 150);
    const float number_width = px(56);
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
    const Group table(ui::Role::table, say(name), say(name),
                      {column.area.x, column.y, column.area.width, row_height() * static_cast<float>(count + 2)});
    ImDrawList& paint_list = *ImGui::GetWindowDrawList();
    const auto row = [&](const std::string& words, const std::string& number, ImU32 ink, bool strong, auto paint) {
        Rect line = column.next(row_height());
        const Group item(ui::Role::row, words, "", line);
        const Rect label = cut_left(line, label_width, px(6)), value = cut_right(line, number_width);
        mirror().add({.id = id_of("name " + words), .role = ui::Role::cell, .name = words, .rect = label});
        mirror().add({.id = id_of("value " + words), .role = ui::Role::cell, .name = number, .rect = value});
        draw_text_in(label, strong ? bold : plain, colours.text, words);
        draw_text_in(value, strong ? bold : plain, ink, number, Align::right);
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
    Rect head = column.next(section_height());
    draw_text_in(cut_right(head, text_width(type(Type::caption), say(Phrase::why_unit))), type(Type::caption), colours.text3,
                 say(Phrase::why_unit));
    explained_heading(frame, head, say(Phrase::why_title), "win_index");
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

void draw_questions(Column& column, const Frame& frame, const Deal& deal, const WinIndex& index) {
    const Palette& colours = palette();
    const int shown = std::min<int>(3, static_cast<int>(index.unknowns.size()));
    if (shown == 0) return;
    column.divide(px(20));
    Rect head = column.next(section_height());
    draw_text_in(cut_right(head, text_width(type(Type::caption), say(Phrase::questions_unit))), type(Type::caption), colours.text3,
                 say(Phrase::questions_unit));
    explained_heading(frame, head, say(Phrase::questions_title), "value_of_asking");
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
        const float number = px(20), value = px(52);
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

void draw_grounds(Column& column, const Frame& frame, CompassState& state, const DealReading& reading) {
    const Palette& colours = palette();
    column.divide(px(20));
    explained_heading(frame, column.next(section_height()), say(Phrase::grounds_title), "claimed_and_evidenced");
    float names_width = 0, levels_width = 0;
    for (const Axis axis : all_axes) {
        names_width = std::max(names_width, text_width(type(Type::body), axis_short_word(axis)));
        const std::string claimed = level_word(axis, reading.axes[static_cast<std::size_t>(axis)].claimed);
        levels_width = std::max(levels_width, text_width(type(Type::body, Face::bold), claimed));
    }
    const Group list(ui::Role::list, "grounds", say(Phrase::grounds_title), {column.area.x, column.y, column.area.width, 3 * row_height()});
    for (const Axis axis : all_axes) {
        const AxisReading& grounds = reading.axes[static_cast<std::size_t>(axis)];
        const bool weak = grounds.facts == 0 || grounds.one_sided || !grounds.has_evidence;
        Rect row = column.next(press_row_height());
        const std::string axis_name = axis_word(axis), level_name = level_word(axis, grounds.claimed), words = evidence_words(grounds),
                          more = say(weak ? Phrase::evidence_add : Phrase::evidence_see);
        ImGui::PushID(static_cast<int>(axis));
        const Group item(ui::Role::listitem, "axis", "", row);
        const Press press =
            ui::press("axis", {row.x - px(8), row.y, row.width + px(16), row.height},
                      {.name = say(Phrase::axis_row, {{"axis", axis_name}, {"level", level_name}, {"evidence", words}}), .radius = 4});
        ImGui::PopID();
        if (press.hovered)
            ImGui::GetWindowDrawList()->AddRectFilled({row.x - px(8), row.y}, {right(row) + px(8), bottom(row)},
                                                      with_alpha(colours.line, 0.5f), px(4));
        draw_text_in(cut_right(row, text_width(type(Type::body), more), px(8)), type(Type::body), colours.accent_text, more, Align::right);
        draw_text_in(cut_left(row, names_width, px(10)), type(Type::body), colours.text2, axis_short_word(axis));
        draw_text_in(cut_left(row, levels_width, px(10)), type(Type::body, Face::bold), colours.text, level_name);
        const Rect bars = cut_left(row, px(24));
        draw::certainty_bars(*ImGui::GetWindowDrawList(), {bars.x, centre(bars).y - px(6)}, px(12), grounds.best);
        draw_text_in(row, type(Type::body), weak ? colours.negative : colours.text, words);
        if (press.pressed) open_axis_editor(state.axis, state.deal, axis);
    }
}

// What the evidence carries, where it is not what is claimed: the index and the best step of both.
void draw_evidenced(Column& column, const DealReading& reading) {
    const Palette& colours = palette();
    const float pad = px(12), width = column.area.width - 2 * pad;
    const Font strong = type(Type::body, Face::bold), plain = type(Type::body), small = type(Type::caption);
    const auto line = [&](Phrase name, Probability index, const RankedMove& best) {
        return say(Phrase::evidenced_line,
                   {{"name", say(name)}, {"index", percent(index.value)}, {"move", move_sentence(best.move, best.to)}});
    };
    const std::string title = say(Phrase::evidenced_title, {{"position", position_words(reading.evidenced)}}),
                      evidenced = line(Phrase::evidenced_name, *reading.evidenced_index, *reading.evidenced_move),
                      claimed = line(Phrase::claimed_name, reading.index->index, reading.navigation.moves.front());
    std::string without;
    for (const Axis axis : all_axes) {
        if (reading.axes[static_cast<std::size_t>(axis)].evidenced) continue;
        without += (without.empty() ? "" : say(Phrase::list_separator)) + std::string(axis_short_word(axis));
    }
    if (!without.empty()) without = say(Phrase::evidenced_without, {{"axes", without}});
    const float height = paragraph_height(strong, title, width) + paragraph_height(plain, evidenced, width) +
                         paragraph_height(plain, claimed, width) + (without.empty() ? 0 : paragraph_height(small, without, width));
    const Rect plate = column.next(height + 2 * px(10));
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(plate), bottom_right(plate), colours.negative_soft, px(6));
    Rect text = inset(plate, pad, px(10));
    cut_top(text, paragraph(text, strong, colours.negative, title));
    cut_top(text, paragraph(text, plain, colours.text, evidenced));
    cut_top(text, paragraph(text, plain, colours.text2, claimed));
    if (!without.empty()) paragraph(text, small, colours.text2, without);
}

}  // namespace

void draw_sides(Column& column, const WinIndex& index, const WinIndex* before) {
    Rect row = column.next(px(72));
    const float between = px(row.width < px(310) ? 30 : 44), half = (row.width - between) / 2;
    draw_side(cut_left(row, half), Phrase::side_decide, index.decide, before ? &before->decide : nullptr);
    const Rect times = cut_left(row, between);
    draw_text_in({times.x, times.y + px(23), times.width, px(30)}, type(Type::title), palette().text3, "\u00D7", Align::centre);
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

float section_height() { return std::max(px(24), line_height(type(Type::section))); }
float press_row_height() { return scale() == Scale::phone ? control_height() : row_height() + px(6); }
float row_height() { return px(scale() == Scale::phone ? 28 : 22); }

float draw_compass_inspector(const Frame& frame, CompassState& state, const Box<Deal>& deal, const Rect& area) {
    const float padding = px(scale() == Scale::phone ? 16 : 20);
    Column column{{area.x + padding, area.y, area.width - 2 * padding, area.height}, area.y + px(16)};
    const DealReading& today = frame.readings.of(deal);
    const DealReading& shown = state.what_if ? frame.readings.what_if(deal, *state.what_if) : today;
    if (shown.index) {
        if (scale() != Scale::phone) {
            draw_sides(column, *shown.index, state.what_if && today.index ? &*today.index : nullptr);
            column.divide(padding);
        }
        if (!state.what_if) draw_findings_row(column, frame, state, deal);
        if (!state.what_if && today.evidenced_index) {
            draw_evidenced(column, today);
            column.divide(padding);
        }
        draw_why(column, frame, shown);
        column.divide(padding);
        draw_compass_moves(column, frame, state, *deal, today);
        draw_questions(column, frame, *deal, *today.index);
    } else {
        heading(column.next(line_height(type(Type::title))), type(Type::title), outcome_words(*deal), 2, palette().text);
        column.y += paragraph(column.next(0), type(Type::body), palette().text2, say(Phrase::closed_no_index));
    }
    draw_grounds(column, frame, state, today);
    if (!state.what_if) draw_findings(column, frame, state, deal);
    return column.y + px(20) - area.y;
}

}  // namespace views

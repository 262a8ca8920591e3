#include "draw/icons.h"
#include "views/compass_parts.h"
#include "views/deal_header.h"
#include "views/deal_words.h"
#include "views/presentation_parts.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::size_t reasons_at_most = 6, reasons_at_least = 3;

struct Reason {
    const Term* term;
    bool decide;
};

std::vector<Reason> reasons_of(const WinIndex& index) {
    std::vector<Reason> reasons;
    for (const bool decide : {true, false})
        for (const Term& term : (decide ? index.decide : index.choose).terms)
            if (term.contribution.value != 0) reasons.push_back({&term, decide});
    std::stable_sort(reasons.begin(), reasons.end(), [](const Reason& one, const Reason& other) {
        return std::fabs(one.term->contribution.value) > std::fabs(other.term->contribution.value);
    });
    return reasons;
}

// Bars from one line in the middle: to the right it helps, to the left, outlined, it hurts.
void draw_reasons(Column& column, const Frame& frame, const WinIndex& index, std::size_t reasons_shown) {
    const Palette& colours = palette();
    const Font font = type(Type::body), bold = type(Type::body, Face::bold), small = type(Type::caption);
    std::vector<Reason> reasons = reasons_of(index);
    heading(column.next(section_height(), px(8)), type(Type::section), say(Phrase::why_title), 2, colours.text);
    double rest = 0, most = 0.3;
    const std::size_t all = reasons.size();
    for (std::size_t i = reasons_shown; i < all; ++i) rest += reasons[i].term->contribution.value;
    reasons.resize(std::min(all, reasons_shown));
    for (const Reason& reason : reasons) most = std::max(most, std::fabs(reason.term->contribution.value));
    const float chip = std::max(text_width(small, say(Phrase::present_decide)), text_width(small, say(Phrase::present_choose))) + px(8);
    const float number = text_width(bold, log_odds(-0.55)) + px(2);
    const float free = column.area.width - chip - px(8) - number - px(8);
    float names = 0;
    for (const Reason& reason : reasons) names = std::max(names, text_width(font, term_name(*reason.term, frame.playbook)));
    names = std::min(names + 1, std::round(free * 0.58f));
    const Group table(ui::Role::table, "reasons", say(Phrase::why_title), {column.area.x, column.y, column.area.width, px(30)});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float top = column.y;
    float axis = 0;
    for (std::size_t i = 0; i < reasons.size(); ++i) {
        const Reason& reason = reasons[i];
        const std::string words = term_name(*reason.term, frame.playbook), value = log_odds(reason.term->contribution.value);
        const std::string_view side = say(reason.decide ? Phrase::present_decide : Phrase::present_choose);
        Rect row = column.next(std::max(px(26), paragraph_height(font, words, names) + px(4)), px(2));
        ImGui::PushID(static_cast<int>(i));
        const Group item(ui::Role::row, "reason", "", row);
        const Rect tag = middle(cut_left(row, chip, px(8)), line_height(small));
        mirror().add({.id = id_of("side"),
                      .role = ui::Role::cell,
                      .name = say(reason.decide ? Phrase::side_decide : Phrase::side_choose),
                      .rect = tag});
        list.AddRect(top_left(tag), bottom_right(tag), colours.line2, px(3), 0, line_px(1));
        draw_text_in(tag, small, colours.text2, side, Align::centre);
        const Rect name = cut_left(row, names, px(8));
        mirror().add({.id = id_of("name"), .role = ui::Role::cell, .name = words, .rect = name});
        draw_paragraph(middle(name, paragraph_height(font, words, names)), font, colours.text, words);
        const bool gain = reason.term->contribution.value > 0;
        const Rect amount = cut_right(row, number);
        mirror().add({.id = id_of("value"), .role = ui::Role::cell, .name = value, .rect = amount});
        draw_text_in(amount, bold, gain ? colours.positive : colours.negative, value, Align::right);
        axis = std::round(row.x + row.width * 0.5f);
        const float length = (row.width * 0.5f - px(4)) * static_cast<float>(std::fabs(reason.term->contribution.value) / most);
        const Rect bar = middle({gain ? axis : axis - length, row.y, length, row.height}, px(12));
        if (gain)
            list.AddRectFilled(top_left(bar), bottom_right(bar), colours.positive, px(2));
        else
            list.AddRect(top_left(bar), bottom_right(bar), colours.negative, px(2), 0, px(1.5f));
        ImGui::PopID();
    }
    if (!reasons.empty()) hairline({axis, top}, {axis, column.y - px(2)}, colours.line2);
    if (all > reasons_shown)
        column.y += px(4) + paragraph({column.area.x, column.y + px(4), column.area.width, 0}, small, colours.text3,
                                      say(Phrase::present_more_reasons,
                                          {{"count", whole(static_cast<long long>(all - reasons_shown))}, {"sum", log_odds(rest)}}));
}

void draw_ranked(Column& column, CompassState& state, const Deal& deal, const RankedMove& move, int rank, bool best) {
    const Palette& colours = palette();
    const bool threat = rank == 0, hold = move.move == Move::hold, tried = state.what_if == move.to && !hold;
    const Font font = type(Type::body, best ? Face::bold : Face::regular), bold = type(Type::body, Face::bold);
    const std::string words =
        threat ? say(Phrase::threat_row, {{"move", move_sentence(move.move, move.to)}}) : move_sentence(move.move, move.to);
    const std::string gain = threat ? say(Phrase::threat_each, {{"chance", percent(move.chance.value)}})
                             : hold ? std::string(say(Phrase::baseline))
                                    : points(move.gain);
    const std::string chance = threat || hold ? std::string{} : percent(move.chance.value);
    const float mark = px(28), gain_width = std::max(text_width(bold, gain), px(44)), chance_width = chance.empty() ? 0 : px(48);
    const float room = column.area.width - mark - gain_width - chance_width - px(4);
    const Rect row = column.next(std::max(px(31), paragraph_height(font, words, room) + px(8)), px(2));
    const Rect plate = {row.x - px(8), row.y, row.width + px(16), row.height};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImGui::PushID(static_cast<int>(move.move));
    const std::string sentence = hold     ? words
                                 : threat ? say(Phrase::threat_sentence, {{"move", words}, {"chance", percent(move.chance.value)}})
                                          : say(Phrase::move_sentence, {{"move", words},
                                                                        {"chance", percent(move.chance.value)},
                                                                        {"periods", decimal(move.expected_periods, 1)},
                                                                        {"gain", gain}});
    const Group item(ui::Role::listitem, "ranked", "", plate);
    if (best) {
        list.AddRectFilled(top_left(plate), bottom_right(plate), colours.accent_soft, px(5));
        list.AddRectFilled(top_left(plate), {plate.x + px(3), bottom(plate)}, colours.accent);
    }
    if (hold) {
        ui::reading("move", row, sentence);
    } else {
        const Press press = ui::press(
            "move", plate,
            {.name = sentence, .states = static_cast<std::uint32_t>(state_toggle | (tried ? state_pressed : state_none)), .radius = 4});
        if (press.hovered && !best) list.AddRectFilled(top_left(plate), bottom_right(plate), colours.raised, px(5));
        if (press.pressed) try_position(state, deal, move.to);
    }
    if (tried) list.AddRect(top_left(plate), bottom_right(plate), colours.text, px(5), 0, px(1.5f));
    ImGui::PopID();
    Rect rest = row;
    const ImVec2 disc = {cut_left(rest, mark).x + px(10), centre(row).y};
    const bool gains = move.gain > 0.0005;
    list.AddCircleFilled(disc, px(10), threat ? colours.negative : best ? colours.accent : gains ? colours.positive : colours.text3);
    const ImU32 ink = best ? colours.on_accent : colours.panel;
    draw_text_in({disc.x - px(10), disc.y - px(10), px(20), px(20)}, type(Type::caption, Face::bold), ink,
                 threat ? "!"
                 : hold ? "="
                        : whole(rank),
                 Align::centre);
    const Rect gain_cell = cut_right(rest, gain_width);
    const Rect chance_cell = cut_right(rest, chance_width);
    draw_text_in(gain_cell, threat || hold ? type(Type::body) : bold,
                 threat           ? colours.negative
                 : gains && !hold ? colours.positive
                                  : colours.text2,
                 gain, Align::right);
    draw_text_in(chance_cell, type(Type::body), colours.text2, chance, Align::right);
    draw_paragraph(middle({rest.x, rest.y, room, rest.height}, paragraph_height(font, words, room)), font,
                   threat          ? colours.negative
                   : best || gains ? colours.text
                                   : colours.text2,
                   words);
}

void draw_ranked_moves(Column& column, CompassState& state, const Deal& deal, const Navigation& navigation) {
    Rect head = column.next(section_height(), px(6));
    const Font small = type(Type::caption);
    const float gain = std::max(px(44), text_width(small, say(Phrase::column_gain)));
    draw_text_in(cut_right(head, gain), small, palette().text3, say(Phrase::column_gain), Align::right);
    cut_right(head, px(8));
    const float chance = text_width(small, say(Phrase::column_chance));
    draw_text_in(cut_right(head, chance), small, palette().text3, say(Phrase::column_chance), Align::right);
    heading(head, type(Type::section), say(Phrase::moves_title), 2, palette().text);
    const Group list(ui::Role::list, "moves", say(Phrase::moves_title), {column.area.x, column.y, column.area.width, px(200)});
    // Numbered as the tags of the lattice are: waiting is no step.
    int rank = 0;
    for (const RankedMove& move : navigation.moves) {
        const bool best = &move == &navigation.moves.front(), hold = move.move == Move::hold;
        if (!hold || best) draw_ranked(column, state, deal, move, hold ? 1 : ++rank, best);
    }
    if (navigation.threat) draw_ranked(column, state, deal, *navigation.threat, 0, false);
}

}  // namespace

float draw_presentation_inspector(const Frame& frame, CompassState& state, const Box<Deal>& deal, const Rect& area) {
    const float padding = px(20);
    Column column{{area.x + padding, area.y, area.width - 2 * padding, area.height}, area.y + px(18)};
    const DealReading& today = frame.readings.of(deal);
    const DealReading& shown = state.what_if ? frame.readings.what_if(deal, *state.what_if) : today;
    if (!shown.index) {
        heading(column.next(line_height(type(Type::title))), type(Type::title), outcome_words(*deal), 2, palette().text);
        column.y += paragraph(column.next(0), type(Type::body), palette().text2, say(Phrase::closed_no_index));
        return column.y + px(20) - area.y;
    }
    draw_sides(column, *shown.index, state.what_if && today.index ? &*today.index : nullptr);
    column.divide(padding);
    // As many as leave room for the moves.
    const auto moves = static_cast<float>(today.navigation.moves.size() + (today.navigation.threat ? 1 : 0));
    const float room = area.height - (column.y - area.y) - px(32 + 24 + 32 + 32 + 16) - moves * px(33);
    const auto shown_reasons = static_cast<std::size_t>(std::max(0.0f, room / px(28)));
    draw_reasons(column, frame, *shown.index, std::clamp(shown_reasons, reasons_at_least, reasons_at_most));
    column.divide(padding);
    draw_ranked_moves(column, state, *deal, today.navigation);
    return column.y + px(16) - area.y;
}

}  // namespace views

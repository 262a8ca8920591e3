// The sheet itself, drawn as a page: three columns where there is room, two or one where there is not.
#include "draw/figures.h"
#include "views/deal_header.h"
#include "views/deal_words.h"
#include "views/findings.h"
#include "views/sheet_parts.h"

#include <algorithm>

namespace views {

using namespace compass;
using namespace ui;

namespace {

void draw_head(Column& column, const Frame& frame, const KeptSheet& kept, const Deal& deal, const DealReading& reading) {
    const Palette& colours = palette();
    const bool phone = scale() == Scale::phone;
    const std::string title = deal_title(frame, deal);
    Rect area = {column.area.x, column.y, column.area.width, 0};
    const float sums = phone || !reading.index ? 0 : px(330);
    Rect side = cut_right(area, sums, px(16));
    float taken = paragraph(area, type(Type::title), colours.text, title);
    taken += paragraph({area.x, area.y + taken, area.width, 0}, type(Type::caption), colours.text2, kept.customer);
    if (!reading.index) {
        taken += paragraph({area.x, area.y + taken, area.width, 0}, type(Type::body, Face::bold), colours.text, outcome_words(deal));
    } else if (sums > 0) {
        const auto number = [&](float x, float width, Phrase name, const std::string& value, const std::string& sentence) {
            const Rect cell = {side.x + x, side.y, width, px(54)};
            draw_text_in({cell.x, cell.y, width, px(20)}, type(Type::caption), colours.text2, say(name));
            draw_text_in({cell.x, cell.y + px(20), width, px(32)}, type(Type::hero), colours.text, value);
            ui::reading(say(name), cell, sentence);
        };
        const WinIndex& index = *reading.index;
        number(0, px(96), Phrase::side_decide, percent(index.decide.value.value),
               side_sentence(Phrase::side_decide, index.decide, nullptr));
        number(px(118), px(110), Phrase::side_choose, percent(index.choose.value.value),
               side_sentence(Phrase::side_choose, index.choose, nullptr));
        number(px(250), px(80), Phrase::win_index, percent(index.index.value), index_sentence(index));
        for (const auto& [x, sign] : {std::pair{px(84), "\u00D7"}, std::pair{px(220), "="}})
            draw_text_in({side.x + x, side.y + px(20), px(24), px(32)}, type(Type::title), colours.text3, sign, Align::centre);
        taken = std::max(taken, px(54));
    }
    column.y += taken + px(12);
    hairline({area.x, column.y}, {right(column.area), column.y}, colours.text);
    column.y += px(10);
}

void draw_objective(Column& column, const Frame& frame, SheetState& state, const Deal& deal) {
    const Palette& colours = palette();
    const KeptSheet& kept = state.kept;
    const Font bold = type(Type::strong, Face::bold), small = type(Type::caption);
    const float width = column.area.width, sentence = paragraph_height(bold, kept.objective, width);
    const Rect row = column.next(px(22) + sentence + px(4));
    if (press_entry(state, "objective", row, kept.objective_spoken, nullptr)) frame.wish(EditBasics{deal.id});
    draw_text_in({row.x, row.y, width, px(20)}, small, colours.text2, say(Phrase::form_objective));
    draw_paragraph({row.x, row.y + px(22), width, 0}, bold, deal.objective.sentence.empty() ? colours.negative : colours.text,
                   kept.objective);
    Rect line = column.next(px(22), px(4));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (const KeptSheet::Test& test : kept.tests) {
        const float words = text_width(small, test.words);
        if (words + px(24) > line.width) line = column.next(px(22));
        const ImVec2 mark = {line.x + px(8), centre(line).y};
        if (test.passed)
            draw::draw_icon(list, draw::Icon::check, mark, px(14), colours.positive);
        else
            draw::draw_flag(list, draw::FlagShape::warn, mark, px(13), colours.negative, colours.panel);
        cut_left(line, px(20));
        draw_text_in(cut_left(line, words + 1, px(16)), small, test.passed ? colours.text2 : colours.negative, test.words);
    }
    column.divide(0);
}

// Claimed in gold, where the evidence points outlined. Where the words have no room in the tiles, they stand above them.
void draw_tiles(const Rect& row, Axis axis, const AxisReading& grounds, bool worded) {
    const Palette& colours = palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (int to = 0; to < level_count; ++to) {
        const Rect cell = inset(ui::column(row, to, level_count, px(4)), 0, px(3));
        const bool claimed = grounds.claimed == to, evidenced = grounds.evidenced == to;
        list.AddRectFilled(top_left(cell), bottom_right(cell), claimed ? colours.accent : colours.sunk, px(4));
        if (evidenced) list.AddRect(top_left(cell), bottom_right(cell), colours.text, px(4), 0, line_px(2));
        if (!worded) continue;
        const Font font = type(Type::caption, claimed || evidenced ? Face::bold : Face::regular);
        draw_text_in(cell, font,
                     claimed     ? colours.on_accent
                     : evidenced ? colours.text
                                 : colours.text2,
                     level_word(axis, to), Align::centre);
    }
}

// How wide the widest word of a level needs its tile.
float tile_width() {
    float widest = 0;
    for (const Axis axis : all_axes)
        for (int to = 0; to < level_count; ++to)
            widest = std::max(widest, text_width(type(Type::caption, Face::bold), level_word(axis, to)));
    return widest + px(2);
}

void draw_axis_row(Column& column, const Frame& frame, SheetState& state, const Deal& deal, const DealReading& reading, Axis axis) {
    const Palette& colours = palette();
    const Font small = type(Type::caption);
    const AxisReading& grounds = reading.axes[static_cast<std::size_t>(axis)];
    float names = 0;
    for (const Axis one : all_axes) names = std::max(names, text_width(small, axis_short_word(one)));
    const bool worded = column.area.width - names - px(8) >= level_count * tile_width() + 3 * px(4);
    Rect row = column.next(std::max(px(worded ? 30 : 38), sheet_row_height()), px(2));
    const std::string evidence = grounds.evidenced ? say(Phrase::sheet_evidence_points, {{"level", level_word(axis, *grounds.evidenced)}})
                                                   : std::string(say(Phrase::evidence_claimed));
    const std::string claimed = level_word(axis, grounds.claimed);
    const std::string spoken = say(Phrase::axis_row, {{"axis", axis_word(axis)}, {"level", claimed}, {"evidence", evidence}});
    ImGui::PushID(static_cast<int>(axis));
    const Group item(ui::Role::listitem, "axis", "", row);
    if (press_entry(state, "axis", row, spoken, nullptr)) frame.wish(GoToAxis{deal.id, axis});
    ImGui::PopID();
    if (!worded) {
        const Rect words = cut_top(row, px(20));
        draw_text_in(words, small, colours.text2, axis_short_word(axis));
        std::string levels = claimed;
        if (grounds.evidenced && *grounds.evidenced != grounds.claimed) levels += " / " + level_word(axis, *grounds.evidenced);
        draw_text_in(words, type(Type::caption, Face::bold), colours.text, levels, Align::right);
    } else {
        draw_text_in(cut_left(row, names, px(8)), small, colours.text2, axis_short_word(axis));
    }
    draw_tiles(row, axis, grounds, worded);
}

void draw_position(Column& column, const Frame& frame, SheetState& state, const Deal& deal, const DealReading& reading) {
    const Palette& colours = palette();
    draw_block_head(column, say(Phrase::sheet_position));
    {
        const Group list(ui::Role::list, "position", say(Phrase::sheet_position), {column.area.x, column.y, column.area.width, px(96)});
        for (const Axis axis : all_axes) draw_axis_row(column, frame, state, deal, reading, axis);
    }
    Rect legend = column.next(px(22), px(4));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (const bool claimed : {true, false}) {
        const std::string_view words = say(claimed ? Phrase::legend_claimed : Phrase::legend_evidenced);
        const float width = text_width(type(Type::caption), words);
        if (width + px(20) > legend.width) legend = column.next(px(20), px(4));
        const Rect mark = middle({legend.x, legend.y, px(12), legend.height}, px(12));
        if (claimed)
            list.AddRectFilled(top_left(mark), bottom_right(mark), colours.accent, px(3));
        else
            list.AddRect(top_left(mark), bottom_right(mark), colours.text, px(3), 0, line_px(2));
        cut_left(legend, px(18));
        draw_text_in(cut_left(legend, width + 1, px(14)), type(Type::caption), colours.text2, words);
    }
    if (reading.evidenced_index)
        column.y += paragraph(column.next(0), type(Type::body, Face::bold), colours.text,
                              say(Phrase::sheet_evidenced_index, {{"index", percent(reading.evidenced_index->value)}}));
    column.y += px(18);
}

void draw_moves(Column& column, const Frame& frame, SheetState& state, const Deal& deal, const DealReading& reading) {
    constexpr std::size_t shown = 3;
    const Palette& colours = palette();
    const auto& moves = reading.navigation.moves;
    if (moves.empty()) return;
    draw_block_head(column, say(Phrase::sheet_next), say(Phrase::sheet_points));
    const Group list(ui::Role::list, "moves", say(Phrase::sheet_next), {column.area.x, column.y, column.area.width, px(72)});
    for (std::size_t i = 0; i < std::min(shown, moves.size()); ++i) {
        Rect row = column.next(sheet_row_height());
        ImGui::PushID(static_cast<int>(i));
        const Group item(ui::Role::listitem, "move", "", row);
        const std::string words = move_sentence(moves[i].move, moves[i].to), gain = points(moves[i].gain);
        if (press_entry(state, "move", row, words + ", " + gain, nullptr)) frame.wish(GoToDeal{deal.id});
        const Font font = type(Type::body, i == 0 ? Face::bold : Face::regular);
        draw_text_in(cut_right(row, px(48)), font, moves[i].gain > 0 ? colours.positive : colours.text2, gain, Align::right);
        draw_text_in(row, font, colours.text, words);
        ImGui::PopID();
    }
    if (reading.evidenced_move)
        column.y += px(2) + paragraph({column.area.x, column.y + px(2), column.area.width, 0}, type(Type::caption), colours.text2,
                                      say(Phrase::sheet_evidenced_move,
                                          {{"move", move_sentence(reading.evidenced_move->move, reading.evidenced_move->to)}}));
    column.y += px(18);
}

// What it is, what we heard, how certain.
void draw_answer_row(Column& column, SheetState& state, const SheetAnswer& answer) {
    const Palette& colours = palette();
    const Font plain = type(Type::body), small = type(Type::caption);
    const bool known = answer.known == AnswerStatus::claimed || answer.known == AnswerStatus::verified;
    const float side = text_width(small, answer.status) + px(30), width = column.area.width - side;
    const std::string_view words = answer.words.empty() ? std::string_view(say(Phrase::answer_empty)) : std::string_view(answer.words);
    const float name = paragraph_height(plain, answer.name, width);
    const Rect row = column.next(std::max(name + paragraph_height(small, words, column.area.width) + px(6), sheet_row_height()), px(2));
    const SheetTarget target{.part = SheetPart::answer, .question = answer.question};
    if (press_entry(state, "answer", row, answer.spoken, &target)) open_part(state, target);
    draw_paragraph({row.x, row.y, width, 0}, type(Type::body, Face::bold), colours.text, answer.name);
    draw_paragraph({row.x, row.y + name, row.width, 0}, small, answer.words.empty() ? colours.text3 : colours.text2, words);
    const Rect top = {row.x, row.y, row.width, line_height(plain)};
    draw_text_in(top, type(Type::caption, known ? Face::regular : Face::bold),
                 answer.known == AnswerStatus::verified ? colours.text2 : colours.negative, answer.status, Align::right);
    draw::certainty_bars(*ImGui::GetWindowDrawList(), {right(row) - side + px(4), centre(top).y - px(6)}, px(12), answer.certainty);
}

void draw_answers(Column& column, SheetState& state, const std::vector<SheetAnswer>& answers, std::string_view id, Phrase name) {
    draw_block_head(column, say(name));
    const Group list(ui::Role::list, id, say(name), {column.area.x, column.y, column.area.width, px(200)});
    for (const SheetAnswer& answer : answers) {
        ImGui::PushID(static_cast<int>(answer.question));
        const Group item(ui::Role::listitem, "answer", "", {column.area.x, column.y, column.area.width, px(40)});
        draw_answer_row(column, state, answer);
        ImGui::PopID();
    }
}

void draw_confirmation(Column& column, SheetState& state) {
    const KeptSheet& kept = state.kept;
    const SheetTarget target{.part = SheetPart::confirm};
    const Rect row = column.next(sheet_row_height(), px(14));
    if (kept.is_confirmed)
        label(row, type(Type::caption), palette().text2, kept.confirmed);
    else if (press_entry(state, "confirm", row, kept.confirmed, &target))
        open_part(state, target);
    if (!kept.is_confirmed) draw_text_in(row, type(Type::caption), palette().accent_text, kept.confirmed);
}

}  // namespace

float sheet_row_height() { return scale() == Scale::phone ? control_height() : px(24); }

void draw_block_head(Column& column, std::string_view words, std::string_view remark) {
    Rect row = column.next(section_height(), px(4));
    const Font font = type(Type::section);
    const float needed = text_width(font, words), beside = text_width(type(Type::caption), remark);
    const bool fits = needed + beside + px(12) <= row.width;
    heading(row, font, words, 2, palette().text);
    if (remark.empty()) return;
    if (!fits) row = column.next(px(20));
    label(fits ? cut_right(row, beside + 1) : row, type(Type::caption), palette().text3, remark, fits ? Align::right : Align::left);
}

bool press_entry(SheetState& state, std::string_view id, const Rect& row, std::string_view spoken, const SheetTarget* target) {
    const bool open = target && state.open == *target;
    const SheetDraft* draft = target ? unfinished(state, *target) : nullptr;
    const Rect plate = {row.x - px(8), row.y - px(2), row.width + px(16), row.height};
    const Press press = ui::press(id, plate,
                                  {.name = spoken,
                                   .description = draft ? std::string_view(say(Phrase::fact_unfinished)) : std::string_view{},
                                   .states = open ? state_current : state_none,
                                   .radius = 4});
    const Palette& colours = palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (open) list.AddRectFilled(top_left(plate), bottom_right(plate), colours.accent_soft, px(4));
    if (press.hovered && !open) list.AddRectFilled(top_left(plate), bottom_right(plate), with_alpha(colours.line, 0.5f), px(4));
    if (draft) list.AddCircleFilled({plate.x + px(2), row.y + px(10)}, px(3), colours.negative);
    return press.pressed;
}

float draw_sheet_paper(const Frame& frame, SheetState& state, const Box<Deal>& box, const Rect& area) {
    const Deal& deal = *box;
    const DealReading& reading = frame.readings.of(box);
    Column page{area, area.y};
    draw_head(page, frame, state.kept, deal, reading);
    draw_objective(page, frame, state, deal);
    const float gap = px(28);
    const int count = area.width >= px(720) ? 3 : area.width >= px(460) ? 2 : 1;
    const auto part = [&](int index, int of, float y) {
        const Rect cell = ui::column(area, index, of, gap);
        return Column{{cell.x, y, cell.width, cell.height}, y};
    };
    Column first = part(0, count, page.y), second = count > 1 ? part(1, count, page.y) : first;
    draw_position(first, frame, state, deal, reading), draw_moves(first, frame, state, deal, reading);
    if (count == 3) draw_sheet_alternatives(first, state);
    if (count == 1) draw_sheet_findings(first, frame, state), second = first;
    draw_answers(second, state, state.kept.five, "five", Phrase::sheet_five), draw_confirmation(second, state);
    if (count == 2) draw_sheet_findings(first, frame, state);
    draw_answers(second, state, state.kept.bantcc, "bantcc", Phrase::sheet_bantcc);
    second.y += px(14);
    if (count < 3) draw_sheet_alternatives(second, state);
    float y = std::max(first.y, second.y);
    if (count == 3) {
        Column third = part(2, 3, page.y);
        draw_sheet_findings(third, frame, state);
        y = std::max(y, third.y);
    }
    if (count > 1) hairline({area.x, y}, {right(area), y}, palette().line), y += px(14);
    const int halves = count > 1 ? 2 : 1;
    Column left = part(0, halves, y);
    draw_sheet_questions(left, frame, state);
    Column rest = halves == 2 ? part(1, 2, y) : left;
    draw_sheet_tasks(rest, state);
    return std::max(left.y, rest.y) - area.y;
}

}  // namespace views

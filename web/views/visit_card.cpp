// Before the visit: one page for one person.
#include "draw/figures.h"
#include "views/people_words.h"
#include "views/visit_parts.h"

#include <algorithm>

namespace views {

using namespace compass;
using namespace ui;

namespace {

// Whoever is worth most first.
void draw_whom(Column& column, VisitState& state, const Deal& deal) {
    draw_text_in(column.next(px(24)), type(Type::caption), palette().text2, say(Phrase::card_whom));
    const std::vector<VisitCandidate>& order = state.kept.order;
    const auto chosen = std::find_if(order.begin(), order.end(), [&](const VisitCandidate& one) { return one.person == state.person; });
    const float height = scale() == Scale::phone ? control_height() : px(30);
    Radios radios("whom", say(Phrase::card_whom), {column.area.x, column.y, column.area.width, height},
                  static_cast<int>(chosen - order.begin()));
    Flow flow(column, height, px(6));
    for (const VisitCandidate& one : order) {
        const std::string name = person_name(deal, one.person);
        radios.chip(flow.next(text_width(type(Type::body, Face::bold), name) + px(22)), name);
    }
    const auto now = static_cast<std::size_t>(radios.chosen());
    if (now < order.size()) state.person = order[now].person;
    column.y = flow.end() + px(14);
}

void draw_heading(Column& column, Phrase words, std::string_view note = {}) {
    Rect head = column.next(section_height(), px(6));
    if (!note.empty()) draw_text_in(cut_right(head, text_width(type(Type::caption), note)), type(Type::caption), palette().text3, note);
    heading(head, type(Type::section), say(words), 3, palette().text);
}

void draw_none(Column& column, Phrase words) {
    column.y += paragraph(column.next(0), type(Type::body), palette().text2, say(words)) + px(4);
}

// What is said on the left, what belongs to it below, and a number at the right edge.
void draw_entry(Column& column, std::string_view id, const std::string& words, const std::string& detail, const std::string& number,
                int rank) {
    const Palette& colours = palette();
    const Font font = type(Type::body), small = type(Type::caption);
    const float value = number.empty() ? 0 : text_width(type(Type::body, Face::bold), number) + px(12);
    const float indent = rank > 0 ? px(22) : 0, width = column.area.width - value - indent;
    const float taken = paragraph_height(font, words, width);
    const Rect row = column.next(taken + (detail.empty() ? 0 : paragraph_height(small, detail, width)), px(8));
    const Group item(ui::Role::listitem, id, "", row);
    ui::reading(id, row, words + (detail.empty() ? "" : " (" + detail + ")") + (number.empty() ? "" : " " + number));
    if (rank > 0)
        draw_text_in({row.x, row.y, px(18), line_height(font)}, type(Type::body, Face::bold), colours.text2, std::to_string(rank));
    if (!number.empty())
        draw_text_in({right(row) - value, row.y, value, line_height(font)}, type(Type::body, Face::bold), colours.positive, number,
                     Align::right);
    draw_paragraph({row.x + indent, row.y, width, 0}, font, colours.text, words);
    if (!detail.empty()) draw_paragraph({row.x + indent, row.y + taken, width, 0}, small, colours.text3, detail);
}

void draw_entries(Column& column, Phrase name, const std::vector<std::string>& words, const std::vector<std::string>& details, bool worth) {
    if (words.empty()) return;
    const Group list(ui::Role::list, say(name), say(name), {column.area.x, column.y, column.area.width, px(20)});
    ImGui::PushID(say(name));
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string none;
        const std::string& beside = i < details.size() ? details[i] : none;
        draw_entry(column, std::to_string(i), words[i], worth ? none : beside, worth ? beside : none, worth ? static_cast<int>(i) + 1 : 0);
    }
    ImGui::PopID();
}

void draw_questions_and_move(Column& column, const CardWords& words) {
    draw_heading(column, Phrase::card_ask, words.ask.empty() ? "" : say(Phrase::questions_unit));
    if (words.ask.empty()) draw_none(column, Phrase::card_ask_none);
    draw_entries(column, Phrase::card_ask, words.ask, words.worth, true);
    if (words.move.empty()) return;
    column.y += px(10);
    draw_heading(column, Phrase::card_push);
    {
        const Group list(ui::Role::list, "moves", say(Phrase::card_push), {column.area.x, column.y, column.area.width, px(20)});
        draw_entry(column, "move", words.move, "", words.gain, 0);
    }
    for (const std::string* line : {&words.proof, &words.question})
        if (!line->empty()) column.y += paragraph(column.next(0), type(Type::body), palette().text2, *line) + px(4);
}

void draw_said_and_tasks(Column& column, const CardWords& words) {
    draw_heading(column, Phrase::card_said);
    if (words.said.empty()) draw_none(column, Phrase::card_said_none);
    draw_entries(column, Phrase::card_said, words.said, words.said_detail, false);
    column.y += px(10);
    draw_heading(column, Phrase::card_tasks);
    if (words.tasks.empty()) draw_none(column, Phrase::card_tasks_none);
    draw_entries(column, Phrase::card_tasks, words.tasks, words.task_detail, false);
}

void draw_person_head(Column& column, const CardWords& words) {
    const Palette& colours = palette();
    const Font title = type(Type::title), bold = type(Type::body, Face::bold);
    const Rect head = column.next(paragraph_height(title, words.title, column.area.width), px(4));
    heading(head, words.title, 2);
    draw_paragraph(head, title, colours.text, words.title);
    column.y += paragraph(column.next(0), type(Type::body), colours.text2, words.roles) + px(2);
    column.y += paragraph(column.next(0), type(Type::caption), colours.text2, words.contact) + px(8);
    if (words.why.empty()) return;
    draw_heading(column, Phrase::card_why);
    for (const std::string& why : words.why) {
        draw::draw_flag(*ImGui::GetWindowDrawList(), draw::FlagShape::warn, {column.area.x + px(8), column.y + line_height(bold) / 2},
                        px(15), colours.negative, colours.panel);
        const Rect row = {column.area.x + px(26), column.y, column.area.width - px(26), 0};
        column.y += paragraph(row, type(Type::body), colours.text, why) + px(6);
    }
}

}  // namespace

float draw_visit_card(const Frame&, VisitState& state, const Deal& deal, const Rect& area) {
    const Palette& colours = palette();
    const bool phone = scale() == Scale::phone;
    const float padding = px(phone ? 16 : 24);
    Column column{{area.x + padding, area.y, area.width - 2 * padding, area.height}, area.y + px(14)};
    if (deal.people.empty()) {
        heading(column.next(section_height(), px(8)), type(Type::section), say(Phrase::card_name), 2, colours.text);
        draw_none(column, Phrase::card_nobody);
        return column.y + px(20) - area.y;
    }
    draw_whom(column, state, deal);
    const CardWords& words = state.kept.words;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    // The sheet is as high as what stands on it: it is painted behind, once that is known.
    const float pad = px(phone ? 16 : 28), top = column.y;
    list.ChannelsSplit(2);
    list.ChannelsSetCurrent(1);
    Column sheet{{column.area.x + pad, top, column.area.width - 2 * pad, 0}, top + px(phone ? 14 : 22)};
    const Group page(ui::Role::region, "card", say(Phrase::card_name), {column.area.x, top, column.area.width, area.height});
    draw_person_head(sheet, words);
    sheet.y += px(4);
    hairline({sheet.area.x, sheet.y}, {right(sheet.area), sheet.y}, colours.text2);
    sheet.y += px(14);
    if (sheet.area.width > px(620)) {
        const float gap = px(36), half = (sheet.area.width - gap) / 2;
        Column left{{sheet.area.x, sheet.y, half, 0}, sheet.y}, right_{{sheet.area.x + half + gap, sheet.y, half, 0}, sheet.y};
        draw_questions_and_move(left, words);
        draw_said_and_tasks(right_, words);
        sheet.y = std::max(left.y, right_.y);
    } else {
        draw_questions_and_move(sheet, words);
        sheet.y += px(10);
        draw_said_and_tasks(sheet, words);
    }
    sheet.y += px(phone ? 10 : 18);
    list.ChannelsSetCurrent(0);
    const Rect paper = {column.area.x, top, column.area.width, sheet.y - top};
    list.AddRectFilled(top_left(paper), bottom_right(paper), colours.panel, px(6));
    list.AddRect(top_left(paper), bottom_right(paper), colours.line, px(6), 0, line_px(1));
    list.ChannelsMerge();
    return sheet.y + px(24) - area.y;
}

}  // namespace views

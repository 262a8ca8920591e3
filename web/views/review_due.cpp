// The 1-15-30 queue: which deals are due, with which question, and the start of the meeting.
#include "draw/figures.h"
#include "views/deal_words.h"
#include "views/review_parts.h"

#include <algorithm>
#include <array>

namespace views {

using namespace compass;
using namespace ui;

namespace {

struct QueueCells {
    Rect check, deal, question, waits, owner;
};

QueueCells queue_cells(Rect row) {
    const bool chinese = language() == Language::zh, narrow = row.width < px(900);
    QueueCells cells;
    cells.check = cut_left(row, px(28));
    const auto [question, waits, owner] = cut_right<3>(row,
                                                       {px(narrow    ? 210
                                                           : chinese ? 330
                                                                     : 380),
                                                        px(chinese ? 150 : 190), px(chinese ? 64 : 84)},
                                                       px(12));
    cells.deal = {row.x, row.y, row.width - px(12), row.height}, cells.question = question, cells.waits = waits, cells.owner = owner;
    return cells;
}

void tick_deal(const Frame& frame, QueueState& state, std::size_t at) {
    state.chosen.tick(at, ImGui::GetIO().KeyShift,
                      [&](std::size_t i) { return i < state.queue.size() ? frame.workspace.deals[state.queue[i].deal]->id : Id{}; });
}

// The deal as a link that is as high as the row.
void queue_link(const Frame& frame, const Rect& rect, const Deal& deal, const QueueWords& words, int lines) {
    const Palette& colours = palette();
    const Customer* customer = frame.customer_of(deal);
    const Press press = ui::press("deal", inset(rect, -px(6), px(3)),
                                  {.role = ui::Role::link, .name = words.title, .description = words.last, .radius = 4});
    if (press.hovered) {
        const Rect plate = inset(rect, -px(6), px(3));
        ImGui::GetWindowDrawList()->AddRectFilled(top_left(plate), bottom_right(plate), colours.raised, px(4));
        if (!words.last.empty()) tooltip(words.title + "\n" + words.last);
    }
    const float first = line_height(type(Type::body)), below = words.last.empty() || lines < 2 ? 0 : line_height(type(Type::caption));
    Rect text = middle(rect, first + below);
    draw_deal_name(cut_top(text, first), name_in_list(Type::body), customer ? customer->name : "", deal.name);
    if (below > 0) draw_text_in(text, type(Type::caption), colours.text2, words.last);
    if (press.pressed) frame.wish(GoToDeal{deal.id});
}

void draw_queue_row(const Frame& frame, QueueState& state, std::size_t at, const Rect& row) {
    const Palette& colours = palette();
    const QueuedReview& queued = state.queue[at];
    const Deal& deal = *frame.workspace.deals[queued.deal];
    const QueueWords& words = words_of_queue(frame, state, at);
    const QueueCells cells = queue_cells(row);
    ImGui::PushID(static_cast<int>(queued.deal));
    const Group line(ui::Role::row, "row", "", row, state_none, {.row = at + 2});
    {
        const Group cell(ui::Role::cell, "check-cell", "", cells.check);
        if (row_check("check", middle({cells.check.x - px(6), row.y, px(28), row.height}, px(28)),
                      say(Phrase::queue_choose, {{"deal", words.title}}), state.chosen.contains(deal.id)))
            tick_deal(frame, state, at);
    }
    {
        const Group cell(ui::Role::cell, "deal-cell", "", cells.deal);
        queue_link(frame, cells.deal, deal, words, 2);
    }
    const bool due = queued.due.has_value();
    table_cell("question", cells.question, type(Type::body), due ? colours.text : colours.text3, words.question);
    table_cell("waits", cells.waits, type(Type::body), due ? colours.text : colours.text2, words.waits);
    table_cell("owner", cells.owner, type(Type::body), colours.text2, words.owner);
    hairline({row.x, bottom(row) - line_px(1)}, {right(row), bottom(row) - line_px(1)}, at + 1 == state.due ? colours.line2 : colours.line);
    ImGui::PopID();
}

void draw_queue_card(const Frame& frame, QueueState& state, std::size_t at, Rect card) {
    const Palette& colours = palette();
    const QueuedReview& queued = state.queue[at];
    const Deal& deal = *frame.workspace.deals[queued.deal];
    const QueueWords& words = words_of_queue(frame, state, at);
    ImGui::PushID(static_cast<int>(queued.deal));
    const Group item(ui::Role::listitem, "item", "", card);
    hairline({card.x, bottom(card) - line_px(1)}, {right(card), bottom(card) - line_px(1)}, colours.line);
    const Rect check = cut_left(card, px(44));
    if (row_check("check", {check.x - px(8), check.y + px(4), px(44), px(44)}, say(Phrase::queue_choose, {{"deal", words.title}}),
                  state.chosen.contains(deal.id)))
        tick_deal(frame, state, at);
    cut_top(card, px(4));
    queue_link(frame, cut_top(card, px(44)), deal, words, 1);
    const Font small = type(Type::caption);
    const std::string about = words.question + " \u00B7 " + words.waits + (words.owner.empty() ? "" : " \u00B7 " + words.owner);
    ui::reading("about", card, about);
    draw_paragraph(card, small, queued.due ? colours.text2 : colours.text3, about, 3);
    ImGui::PopID();
}

// What is chosen or due, and whether a meeting is under way.
void draw_queue_tools(const Frame& frame, ReviewState& state, Rect& area) {
    const bool phone = scale() == Scale::phone;
    QueueState& queue = state.queue;
    const MeetingState& meeting = state.meeting;
    const std::size_t count = queue.chosen.empty() ? queue.due : queue.chosen.size();
    const bool goes_on = !meeting.agenda.empty() && queue.chosen.empty();
    const std::string start = goes_on ? say(Phrase::queue_resume, {{"at", whole(static_cast<long long>(meeting.at) + 1)},
                                                                   {"count", whole(static_cast<long long>(meeting.agenda.size()))}})
                                      : say(Phrase::queue_start, {{"count", whole(static_cast<long long>(count))}});
    const Font font = type(Type::strong, Face::bold);
    const auto draw_start = [&](const Rect& rect) {
        if (!button("start", rect, start, ButtonKind::primary, goes_on || count > 0)) return;
        if (goes_on)
            state.tab = ReviewTab::meeting, state.meeting.to_heading = true;
        else
            start_meeting(frame, state);
    };
    const float width = phone ? area.width : area.width - button_width(start) - px(16);
    const float height = paragraph_height(font, queue.sentence, width);
    const float help = paragraph_height(type(Type::caption), say(Phrase::queue_help), width);
    Rect row = cut_top(area, std::max(height + help + px(2), phone ? 0 : px(48)), px(8));
    if (!phone) draw_start(middle(cut_right(row, button_width(start), px(16)), control_height()));
    Rect words = phone ? row : middle(row, height + help + px(2));
    const Rect head = cut_top(words, height, px(2));
    heading(head, queue.sentence, 2);
    draw_paragraph(head, font, palette().text, queue.sentence);
    paragraph(words, type(Type::caption), palette().text2, say(Phrase::queue_help));
    if (phone) draw_start(cut_top(area, control_height(), px(10)));
}

void draw_queue_header(const Rect& row) {
    const QueueCells cells = queue_cells(row);
    const Group header(ui::Role::row, "header", "", row);
    const auto name = [](std::string_view id, const Rect& rect, Phrase words, bool drawn = true) {
        if (drawn) draw_text_in(rect, type(Type::caption), palette().text3, say(words));
        mirror().add({.id = id_of(id), .role = ui::Role::columnheader, .name = say(words), .rect = rect});
    };
    name("chosen", cells.check, Phrase::queue_chosen, false), name("deal", cells.deal, Phrase::column_deal);
    name("question", cells.question, Phrase::queue_question), name("waits", cells.waits, Phrase::queue_waits);
    name("owner", cells.owner, Phrase::column_owner);
}

void draw_no_queue(const Frame& frame, Rect area) {
    const float width = std::min(area.width, px(460));
    area = {area.x + (area.width - width) * 0.5f, area.y + area.height * 0.25f, width, area.height * 0.6f};
    heading(cut_top(area, line_height(type(Type::title)), px(8)), type(Type::title), say(Phrase::queue_empty_title), 2, palette().text);
    cut_top(area, paragraph(area, type(Type::body), palette().text2, say(Phrase::queue_empty_hint)), px(20));
    const std::string_view open = say(Phrase::open_team);
    if (button("empty-team", {area.x, area.y, std::min(area.width, button_width(open)), control_height()}, open, ButtonKind::primary))
        frame.wish(OpenTeam{});
}

}  // namespace

void draw_review_due(const Frame& frame, ReviewState& state, Rect area) {
    QueueState& queue = state.queue;
    if (queue.queue.empty()) return draw_no_queue(frame, area);
    const bool phone = scale() == Scale::phone;
    Rect body = inset(area, px(phone ? 14 : 24), 0);
    cut_top(body, px(phone ? 12 : 8));
    draw_queue_tools(frame, state, body);
    if (phone) {
        const float height = px(48) + 3 * line_height(type(Type::caption)) + px(8);
        const Rect rows = begin_scroll("queue-rows", body);
        const Group list(ui::Role::list, "queue", say(Phrase::review_tab_due), rows);
        const RowRange range = rows_in_sight(rows, height, queue.queue.size());
        for (std::size_t i = range.first; i < range.end; ++i)
            draw_queue_card(frame, queue, i, {rows.x, rows.y + height * static_cast<float>(i), rows.width, height});
        return end_scroll(height * static_cast<float>(queue.queue.size()));
    }
    const Group table(ui::Role::table, "queue", say(Phrase::review_tab_due), body, state_none, {.of = queue.queue.size() + 1});
    const Rect header = cut_top(body, px(28));
    draw_queue_header({header.x, header.y, header.width - px(4), header.height});
    hairline({body.x, body.y}, {right(body), body.y}, palette().line2);
    cut_top(body, line_px(1));
    const float height = px(46);
    const Rect rows = begin_scroll("queue-rows", {body.x - px(10), body.y, body.width + px(20), body.height}, ui::Role::rowgroup);
    const RowRange range = rows_in_sight(rows, height, queue.queue.size());
    for (std::size_t i = range.first; i < range.end; ++i)
        draw_queue_row(frame, queue, i, {rows.x + px(10), rows.y + height * static_cast<float>(i), rows.width - px(24), height});
    end_scroll(height * static_cast<float>(queue.queue.size()));
}

}  // namespace views

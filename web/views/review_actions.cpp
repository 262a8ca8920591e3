// All open tasks of open deals, by day, by owner or by deal, and the deals where nothing is planned.
#include "draw/figures.h"
#include "views/deal_words.h"
#include "views/review_parts.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace views {

using namespace compass;
using namespace ui;

namespace {

struct PlanCells {
    Rect check, what, deal, owner, due;
};

PlanCells plan_cells(Rect row) {
    const bool chinese = language() == Language::zh, narrow = row.width < px(860);
    PlanCells cells;
    cells.check = cut_left(row, px(28));
    const auto [deal, owner, due] = cut_right<3>(row, {px(narrow ? 180 : 330), px(chinese ? 64 : 84), px(chinese ? 168 : 190)}, px(12));
    cells.what = {row.x, row.y, row.width - px(12), row.height}, cells.deal = deal, cells.owner = owner, cells.due = due;
    return cells;
}

float row_of(const PlanRow& row) {
    const bool phone = scale() == Scale::phone;
    switch (row.kind) {
        case PlanRow::Kind::group: return px(phone ? 44 : 34);
        case PlanRow::Kind::task: return px(phone ? 118 : 46);
        case PlanRow::Kind::form: return task_entry_height();
        case PlanRow::Kind::unplanned: return px(phone ? 100 : 46);
    }
    return 0;
}

// What can be ticked in a row of the plan.
void tick_row(const Frame& frame, PlanState& state, std::size_t row) {
    state.chosen.tick(row, ImGui::GetIO().KeyShift, [&](std::size_t i) {
        if (i >= state.rows.size() || state.rows[i].kind != PlanRow::Kind::task) return Id{};
        const PlannedTask& planned = state.plan.tasks[state.rows[i].at];
        return frame.workspace.deals[planned.deal]->tasks[planned.task].id;
    });
}

const TaskDraft* draft_of_task(const PlanState& state, const Id& task) {
    const auto found = std::find_if(state.drafts.begin(), state.drafts.end(), [&](const TaskDraft& draft) { return draft.task == task; });
    return found == state.drafts.end() || !found->holds_work() ? nullptr : &*found;
}

// The deal as a link to its sheet, where its tasks stand.
void deal_link(const Frame& frame, const Rect& rect, const Deal& deal, const std::string& title, Font font) {
    const Palette& colours = palette();
    const float width = std::min(rect.width, text_width(font, title) + 1);
    const float height = scale() == Scale::phone ? control_height() : px(24);
    const Press press = ui::press("deal", middle({rect.x, rect.y, width, rect.height}, height), {.role = ui::Role::link, .name = title});
    draw_text_in(rect, font, press.hovered ? colours.text : colours.text2, title);
    if (press.hovered) {
        const float y = centre(rect).y + line_height(font) * 0.4f;
        hairline({rect.x, y}, {rect.x + width, y}, colours.text2);
        if (text_width(font, title) > rect.width) tooltip(title);
    }
    if (press.pressed) frame.wish(GoToTab{deal.id, Screen::sheet});
}

bool press_task(PlanState& state, const Rect& rect, const Task& task, const TaskWords& words) {
    const bool open = state.open == task.id;
    std::string name = words.spoken;
    if (draft_of_task(state, task.id)) name += say(Phrase::clause_separator) + std::string(say(Phrase::plan_begun));
    const Press press = ui::press(
        "task", rect,
        {.name = name, .states = static_cast<std::uint32_t>(state_expandable | (open ? state_expanded : state_none)), .radius = 4});
    if (press.pressed && open)
        state.open = {};
    else if (press.pressed)
        open_task(state, task.id);
    return press.hovered;
}

std::string detail_shown(const PlanState& state, const Task& task, const TaskWords& words) {
    if (!draft_of_task(state, task.id)) return words.detail;
    return std::string(say(Phrase::plan_begun)) + (words.detail.empty() ? "" : " \u00B7 " + words.detail);
}

void draw_task_row(const Frame& frame, PlanState& state, std::size_t at, std::size_t number, const Rect& row) {
    const Palette& colours = palette();
    const PlannedTask& planned = state.plan.tasks[at];
    const Deal& deal = *frame.workspace.deals[planned.deal];
    const Task& task = deal.tasks[planned.task];
    const TaskWords& words = words_of_task(frame, state, at);
    const PlanCells cells = plan_cells(row);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const bool open = state.open == task.id;
    if (open) list.AddRectFilled({row.x - px(10), row.y}, {right(row) + px(10), bottom(row)}, colours.raised);
    {
        const Group cell(ui::Role::cell, "check-cell", "", cells.check);
        if (row_check("check", middle({cells.check.x - px(6), row.y, px(28), row.height}, px(28)),
                      say(Phrase::plan_choose, {{"what", words.what}}), state.chosen.contains(task.id)))
            tick_row(frame, state, number);
    }
    {
        const Group cell(ui::Role::cell, "what-cell", "", cells.what);
        const Rect plate = inset(cells.what, -px(6), px(3));
        const bool hovered = press_task(state, plate, task, words);
        if (hovered && !open) list.AddRectFilled(top_left(plate), bottom_right(plate), colours.raised, px(4));
        const std::string detail = detail_shown(state, task, words);
        const Font bold = type(Type::body, Face::bold), small = type(Type::caption);
        Rect text = middle(cells.what, line_height(bold) + (detail.empty() ? 0 : line_height(small)));
        draw_text_in(cut_top(text, line_height(bold)), bold, colours.text, words.what);
        draw_text_in(text, small, colours.text2, detail);
        if (hovered && std::max(text_width(bold, words.what), text_width(small, detail)) > cells.what.width)
            tooltip(words.what + (detail.empty() ? "" : "\n" + detail));
    }
    {
        const Group cell(ui::Role::cell, "deal-cell", "", cells.deal);
        deal_link(frame, cells.deal, deal, words.title, type(Type::body));
    }
    table_cell("owner", cells.owner, type(Type::body), colours.text2, words.owner);
    draw_due(cells.due, words, planned);
    mirror().add({.id = id_of("due"), .role = ui::Role::cell, .name = words.due, .rect = cells.due});
    if (!open) hairline({row.x, bottom(row) - line_px(1)}, {right(row), bottom(row) - line_px(1)}, colours.line);
}

void draw_task_card(const Frame& frame, PlanState& state, std::size_t at, std::size_t number, Rect card) {
    const Palette& colours = palette();
    const PlannedTask& planned = state.plan.tasks[at];
    const Deal& deal = *frame.workspace.deals[planned.deal];
    const Task& task = deal.tasks[planned.task];
    const TaskWords& words = words_of_task(frame, state, at);
    hairline({card.x, bottom(card) - line_px(1)}, {right(card), bottom(card) - line_px(1)}, colours.line);
    const Rect check = cut_left(card, px(44));
    if (row_check("check", {check.x - px(8), check.y + px(4), px(44), px(44)}, say(Phrase::plan_choose, {{"what", words.what}}),
                  state.chosen.contains(task.id)))
        tick_row(frame, state, number);
    cut_top(card, px(4));
    const Rect what = cut_top(card, px(66));
    press_task(state, what, task, words);
    const Font bold = type(Type::body, Face::bold);
    const float taken = draw_paragraph({what.x, what.y + px(2), what.width, 0}, bold, colours.text, words.what, 2);
    Rect below = {what.x, what.y + px(4) + taken, what.width, line_height(type(Type::caption))};
    draw_due(below, words, planned);
    below.y += below.height;
    const bool has_room = bottom(below) <= bottom(what) + px(2);  // lines are a little higher where pixels are small
    if (has_room) draw_text_in(below, type(Type::caption), colours.text2, detail_shown(state, task, words));
    Rect foot = cut_top(card, px(44));
    draw_text_in(cut_right(foot, text_width(type(Type::caption), words.owner) + 1, px(10)), type(Type::caption), colours.text2, words.owner,
                 Align::right);
    deal_link(frame, foot, deal, words.title, type(Type::caption));
}

void draw_unplanned_row(const Frame& frame, std::size_t place, Rect row) {
    const Palette& colours = palette();
    const Deal& deal = *frame.workspace.deals[place];
    const bool phone = scale() == Scale::phone;
    const std::string title = deal_title(frame, deal), add = say(Phrase::task_add);
    hairline({row.x, bottom(row) - line_px(1)}, {right(row), bottom(row) - line_px(1)}, colours.line);
    const auto open_sheet = [&](const Rect& cell) {
        if (button("add", cell, add)) frame.wish(GoToSheet{deal.id, SheetPart::task});
    };
    if (phone) {
        deal_link(frame, cut_top(row, px(44)), deal, title, type(Type::body));
        return open_sheet({row.x, row.y, button_width(add), control_height()});
    }
    const PlanCells cells = plan_cells(row);
    {
        const Group cell(ui::Role::cell, "deal-cell", "", cells.what);
        deal_link(frame, cells.what, deal, title, type(Type::body));
    }
    table_cell("owner", cells.owner, type(Type::body), colours.text2, deal.owner);
    const Group cell(ui::Role::cell, "add-cell", "", cells.due);
    open_sheet(middle({cells.due.x, row.y, std::min(cells.due.width, button_width(add)), row.height}, control_height()));
}

void draw_plan_group(const PlanGroup& group, Rect row) {
    const Palette& colours = palette();
    const bool phone = scale() == Scale::phone;
    const Font bold = type(phone ? Type::section : Type::body, Face::bold);
    if (!phone)
        ImGui::GetWindowDrawList()->AddRectFilled({row.x - px(10), row.y}, {right(row) + px(10), bottom(row)},
                                                  with_alpha(colours.sunk, 0.7f), px(4));
    if (group.late)
        draw::draw_flag(*ImGui::GetWindowDrawList(), draw::FlagShape::warn, {row.x + px(8), centre(row).y}, px(13), colours.negative,
                        colours.panel);
    cut_left(row, group.late ? px(22) : 0);
    const float sums = text_width(type(Type::caption), group.sums);
    const float width = std::min(text_width(bold, group.name) + 1, row.width - sums - px(12));
    if (phone) {
        const Rect name = cut_left(row, width, px(10));
        heading(name, bold, group.name, 3, colours.text);
        return label(row, type(Type::caption), colours.text2, group.sums);
    }
    table_cell("name", cut_left(row, width, px(12)), bold, colours.text, group.name);
    table_cell("sums", row, type(Type::caption), colours.text2, group.sums);
}

void draw_form_row(const Frame& frame, PlanState& state, std::size_t at, const Rect& row) {
    const PlannedTask& planned = state.plan.tasks[at];
    const Deal& deal = *frame.workspace.deals[planned.deal];
    ImGui::GetWindowDrawList()->AddRectFilled({row.x - px(10), row.y}, {right(row) + px(10), bottom(row)}, palette().raised);
    draw_task_entry(frame, state, deal, deal.tasks[planned.task], row);
}

// `number` is that of the row in the table, from 1; on a phone the rows are a list.
void draw_plan_row(const Frame& frame, PlanState& state, const PlanRow& row, const Rect& rect, std::size_t number) {
    const bool phone = scale() == Scale::phone;
    ImGui::PushID(static_cast<int>(row.kind));
    ImGui::PushID(static_cast<int>(row.at));
    {
        const Group group(phone ? ui::Role::listitem : ui::Role::row, "row", "", rect, state_none, {.row = phone ? 0 : number});
        switch (row.kind) {
            case PlanRow::Kind::group: draw_plan_group(state.groups[row.at], rect); break;
            case PlanRow::Kind::task:
                phone ? draw_task_card(frame, state, row.at, number - 2, rect) : draw_task_row(frame, state, row.at, number - 2, rect);
                break;
            case PlanRow::Kind::unplanned: draw_unplanned_row(frame, row.at, rect); break;
            case PlanRow::Kind::form: {
                if (phone) {
                    draw_form_row(frame, state, row.at, rect);
                } else {
                    const Group cell(ui::Role::cell, "form-cell", "", rect);
                    draw_form_row(frame, state, row.at, rect);
                }
                break;
            }
        }
    }
    ImGui::PopID();
    ImGui::PopID();
}

void draw_plan_header(const Frame& frame, PlanState& state, const Rect& row) {
    const PlanCells cells = plan_cells(row);
    const Group header(ui::Role::row, "header", "", row);
    {
        const Group cell(ui::Role::columnheader, "all-cell", "", cells.check);
        const bool all = !state.plan.tasks.empty() && state.chosen.size() == state.plan.tasks.size();
        if (row_check("all", {cells.check.x - px(6), row.y, px(28), row.height}, say(Phrase::plan_choose_all), all)) {
            state.chosen.clear();
            for (const PlannedTask& task : state.plan.tasks)
                if (!all) state.chosen.ids.insert(frame.workspace.deals[task.deal]->tasks[task.task].id);
        }
    }
    const auto name = [](std::string_view id, const Rect& rect, Phrase words) {
        draw_text_in(rect, type(Type::caption), palette().text3, say(words));
        mirror().add({.id = id_of(id), .role = ui::Role::columnheader, .name = say(words), .rect = rect});
    };
    name("what", cells.what, Phrase::task_what), name("deal", cells.deal, Phrase::column_deal);
    name("owner", cells.owner, Phrase::task_owner), name("due", cells.due, Phrase::plan_due_name);
}

std::string plan_sentence(const PlanState& state) {
    if (state.plan.tasks.empty()) return say(Phrase::plan_headline_none);
    if (state.overdue > 0) return say(Phrase::plan_headline_overdue, {{"count", whole(state.overdue)}, {"week", whole(state.this_week)}});
    if (state.this_week > 0) return say(Phrase::plan_headline_week, {{"week", whole(state.this_week)}});
    return say(Phrase::plan_headline_calm);
}

// One sentence first, and how the rows are grouped.
void draw_plan_tools(PlanState& state, Rect& area) {
    const bool phone = scale() == Scale::phone;
    const std::array<std::string_view, 3> choices = {say(Phrase::plan_by_due), say(Phrase::plan_by_owner), say(Phrase::plan_by_deal)};
    const std::size_t count = state.plan.without_task.size();
    const std::string unplanned = say(Phrase::plan_unplanned_count, {{"count", whole(static_cast<long long>(count))}});
    const std::string sentence = plan_sentence(state);
    const Font font = type(Type::strong, Face::bold);
    const auto draw_sentence = [&](Rect rect) {
        state.head = heading(rect, sentence, 2);
        draw_paragraph(middle(rect, paragraph_height(font, sentence, rect.width)), font, palette().text, sentence);
    };
    const auto draw_unplanned = [&](const Rect& rect) {
        if (count > 0 && !state.plan.tasks.empty() && button("unplanned", rect, unplanned, ButtonKind::plain)) state.to_unplanned = true;
    };
    const auto draw_grouping = [&](const Rect& rect) {
        state.grouping =
            static_cast<PlanGrouping>(segment("grouping", rect, say(Phrase::plan_grouping), choices, static_cast<int>(state.grouping)));
    };
    if (phone) {
        draw_sentence(cut_top(area, paragraph_height(font, sentence, area.width), px(8)));
        draw_grouping(cut_top(area, control_height(), px(4)));
        if (count > 0 && !state.plan.tasks.empty()) draw_unplanned(cut_top(area, control_height()));
        return;
    }
    Rect row = cut_top(area, px(44), px(4));
    const float link = count > 0 && !state.plan.tasks.empty() ? button_width(unplanned) : 0;
    const auto [beside, grouping] = cut_right<2>(row, {link, segment_width(choices)}, px(12));
    draw_sentence(row);
    draw_unplanned(middle(beside, control_height()));
    draw_grouping(middle(grouping, control_height()));
}

// No deal in hand: what will stand here, and the way to see it filled.
void draw_no_plan(const Frame& frame, Rect area) {
    const float width = std::min(area.width, px(460));
    area = {area.x + (area.width - width) * 0.5f, area.y + area.height * 0.25f, width, area.height * 0.6f};
    const std::string_view title = say(Phrase::plan_empty_title);
    heading(cut_top(area, line_height(type(Type::title)), px(8)), type(Type::title), title, 2, palette().text);
    cut_top(area, paragraph(area, type(Type::body), palette().text2, say(Phrase::plan_empty_hint)), px(20));
    const std::string_view open = say(Phrase::open_team);
    if (button("empty-team", {area.x, area.y, std::min(area.width, button_width(open)), control_height()}, open, ButtonKind::primary))
        frame.wish(OpenTeam{});
}

}  // namespace

void open_task(PlanState& state, const Id& task) {
    std::erase_if(state.drafts, [](const TaskDraft& draft) { return !draft.holds_work(); });
    state.open = task, state.first_frame = true;
}

void draw_due(const Rect& area, const TaskWords& words, const PlannedTask& task) {
    const Palette& colours = palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 mark = {area.x + px(7), centre(area).y};
    const bool done = task.state == TaskState::done, dated = task.days_left.has_value();
    if (task.overdue)
        draw::draw_flag(list, draw::FlagShape::warn, mark, px(13), colours.negative, colours.panel);
    else if (done)
        draw::draw_icon(list, draw::Icon::check, mark, px(14), colours.text2);
    else
        list.AddCircle(mark, px(5), dated ? colours.text3 : colours.line2, 0, line_px(1.5f));
    draw_text_in({area.x + px(20), area.y, area.width - px(20), area.height},
                 type(scale() == Scale::phone ? Type::caption : Type::body, task.overdue ? Face::bold : Face::regular),
                 task.overdue                             ? colours.negative
                 : dated && !done && *task.days_left <= 1 ? colours.text
                                                          : colours.text2,
                 words.due);
}

void draw_review_actions(const Frame& frame, PlanState& state, Rect area) {
    if (state.rows.empty()) return draw_no_plan(frame, area);
    const Palette& colours = palette();
    const bool phone = scale() == Scale::phone;
    const Rect chosen = state.chosen.empty() ? Rect{} : cut_bottom(area, chosen_tasks_height(state, frame.today));
    Rect body = inset(area, px(phone ? 14 : 24), 0);
    cut_top(body, px(phone ? 12 : 8));
    draw_plan_tools(state, body);
    keep_plan(frame, state);
    std::optional<Group> table, list;
    if (!phone)
        table.emplace(ui::Role::table, "plan", say(Phrase::review_tab_actions), body, state_none, RowCount{.of = state.rows.size() + 1});
    if (!phone) {
        const Rect header = cut_top(body, px(28));
        draw_plan_header(frame, state, {header.x, header.y, header.width - px(4), header.height});
        hairline({body.x, body.y}, {right(body), body.y}, colours.line2);
        cut_top(body, line_px(1));
    }
    std::vector<float> tops(state.rows.size() + 1, 0);
    for (std::size_t i = 0; i < state.rows.size(); ++i) tops[i + 1] = tops[i] + row_of(state.rows[i]);
    const Rect rows = begin_scroll("plan-rows", {body.x - px(10), body.y, body.width + px(20), body.height},
                                   phone ? ui::Role::group : ui::Role::rowgroup);
    if (phone) list.emplace(ui::Role::list, "plan", say(Phrase::review_tab_actions), rows);
    const auto top_of = [&](PlanRow::Kind kind) {
        const auto found = std::find_if(state.rows.begin(), state.rows.end(), [&](const PlanRow& row) { return row.kind == kind; });
        return static_cast<std::size_t>(found - state.rows.begin());
    };
    if (std::exchange(state.to_unplanned, false)) ImGui::SetScrollY(tops[top_of(PlanRow::Kind::unplanned) - 1]);
    if (state.open && state.first_frame) {
        const std::size_t form = top_of(PlanRow::Kind::form);
        if (form < state.rows.size()) scroll_to(tops[form - 1], tops[form + 1] - tops[form - 1]);
    }
    const float scrolled = ImGui::GetScrollY();
    for (std::size_t i = 0; i < state.rows.size(); ++i) {
        if (tops[i + 1] < scrolled - rows.height) continue;
        if (tops[i] > scrolled + 2 * rows.height) break;
        draw_plan_row(frame, state, state.rows[i], {rows.x + px(10), rows.y + tops[i], rows.width - px(24), tops[i + 1] - tops[i]}, i + 2);
    }
    list.reset();
    end_scroll(tops.back());
    table.reset();
    if (chosen.height > 0) draw_chosen_tasks(frame, state, chosen);
}

}  // namespace views

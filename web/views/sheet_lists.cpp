// The lists of the sheet: what speaks against the deal, what else the customer can choose, what to ask and what to do.
#include "draw/figures.h"
#include "views/findings.h"
#include "views/sheet_parts.h"

#include <algorithm>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::size_t flags_at_first = 7;
constexpr std::size_t tasks_at_first = 6;

void draw_finding(Column& column, const Frame& frame, SheetState& state, const SheetFinding& finding) {
    const Palette& colours = palette();
    const Font plain = type(Type::body), small = type(Type::caption);
    const float indent = px(26), width = column.area.width - indent, words = paragraph_height(plain, finding.words, width);
    const Rect row = column.next(std::max(words + paragraph_height(small, finding.step, width) + px(6), sheet_row_height()), px(4));
    if (finding.way) {
        if (press_entry(state, "open", row, finding.spoken, nullptr)) frame.wish(*finding.way);
    } else {
        ui::reading("finding", row, finding.spoken);
    }
    draw_finding_mark(finding.severity, finding.contradiction, {row.x + px(9), row.y + line_height(plain) * 0.5f});
    draw_paragraph({row.x + indent, row.y, width, 0}, plain, colours.text, finding.words);
    draw_paragraph({row.x + indent, row.y + words, width, 0}, small, colours.text2, finding.step);
}

void draw_finding_list(Column& column, const Frame& frame, SheetState& state, const std::vector<SheetFinding>& findings, std::size_t shown,
                       std::string_view id, Phrase name) {
    draw_block_head(column, say(name), whole(static_cast<int>(findings.size())));
    const Group list(ui::Role::list, id, say(name), {column.area.x, column.y, column.area.width, px(200)});
    ImGui::PushID(id.data(), id.data() + id.size());
    for (std::size_t i = 0; i < std::min(shown, findings.size()); ++i) {
        ImGui::PushID(static_cast<int>(i));
        const Group item(ui::Role::listitem, "item", "", {column.area.x, column.y, column.area.width, px(40)});
        draw_finding(column, frame, state, findings[i]);
        ImGui::PopID();
    }
    ImGui::PopID();
}

void draw_task(Column& column, SheetState& state, const SheetTask& task) {
    const Palette& colours = palette();
    const Font font = type(Type::body, task.done ? Face::regular : Face::bold), small = type(Type::caption);
    const float indent = px(26), due = text_width(small, task.due) + px(8), width = column.area.width - indent - due;
    const float words = paragraph_height(font, task.what, width), detail = paragraph_height(small, task.detail, column.area.width - indent);
    const Rect row = column.next(std::max(words + detail + px(4), sheet_row_height()), px(4));
    const SheetTarget target{.part = SheetPart::finish, .item = task.id};
    ImGui::PushID(format(task.id).c_str());
    const Group item(ui::Role::listitem, "task", "", row);
    if (press_entry(state, "open", row, task.spoken, &target)) open_part(state, target);
    ImGui::PopID();
    draw_check_box({row.x, row.y + px(3), px(15), px(15)}, task.done, false);
    draw_paragraph({row.x + indent, row.y, width, 0}, font, task.done ? colours.text2 : colours.text, task.what);
    draw_text_in({row.x, row.y, row.width, line_height(font)}, small, task.overdue ? colours.negative : colours.text2, task.due,
                 Align::right);
    draw_paragraph({row.x + indent, row.y + words, row.width - indent, 0}, small, colours.text2, task.detail);
}

}  // namespace

void draw_sheet_findings(Column& column, const Frame& frame, SheetState& state) {
    const KeptSheet& kept = state.kept;
    if (!kept.flags.empty()) {
        const std::size_t shown = state.all_flags ? kept.flags.size() : std::min(kept.flags.size(), flags_at_first);
        draw_finding_list(column, frame, state, kept.flags, shown, "flags", Phrase::findings_title);
        if (kept.flags.size() > flags_at_first) {
            const std::string words = state.all_flags
                                          ? std::string(say(Phrase::findings_fewer))
                                          : say(Phrase::findings_more, {{"count", whole(static_cast<int>(kept.flags.size() - shown))}});
            if (button("all-flags", column.next(control_height()), words, ButtonKind::plain)) state.all_flags = !state.all_flags;
        }
        column.y += px(14);
    }
    if (kept.contradictions.empty()) return;
    draw_finding_list(column, frame, state, kept.contradictions, kept.contradictions.size(), "contradictions",
                      Phrase::sheet_contradictions);
    column.y += px(14);
}

void draw_sheet_alternatives(Column& column, SheetState& state) {
    const Palette& colours = palette();
    const Font bold = type(Type::body, Face::bold), small = type(Type::caption);
    draw_block_head(column, say(Phrase::sheet_alternatives));
    {
        const Group list(ui::Role::list, "alternatives", say(Phrase::sheet_alternatives),
                         {column.area.x, column.y, column.area.width, px(99)});
        for (const SheetEntry& entry : state.kept.alternatives) {
            const float name = paragraph_height(bold, entry.name, column.area.width);
            const Rect row =
                column.next(std::max(name + paragraph_height(small, entry.words, column.area.width) + px(4), sheet_row_height()), px(2));
            ImGui::PushID(format(entry.target.item).c_str());
            const Group item(ui::Role::listitem, "item", "", row);
            if (press_entry(state, "open", row, entry.spoken, &entry.target)) open_part(state, entry.target);
            ImGui::PopID();
            draw_paragraph({row.x, row.y, row.width, 0}, bold, colours.text, entry.name);
            draw_paragraph({row.x, row.y + name, row.width, 0}, small, colours.text2, entry.words);
        }
    }
    if (state.kept.alternatives.empty())
        column.y += paragraph(column.next(0), small, colours.negative, say(Phrase::alternatives_none)) + px(4);
    Rect row = column.next(control_height(), px(14));
    const std::string_view words = say(Phrase::alternative_add);
    if (button("add-alternative", cut_left(row, std::min(row.width, button_width(words))), words))
        open_part(state, {.part = SheetPart::alternative});
}

void draw_sheet_questions(Column& column, const Frame& frame, SheetState& state) {
    const Palette& colours = palette();
    const Font plain = type(Type::body), bold = type(Type::body, Face::bold), small = type(Type::caption);
    const std::vector<SheetQuestion>& questions = state.kept.questions;
    if (questions.empty()) return;
    draw_block_head(column, say(Phrase::questions_title), say(Phrase::questions_unit));
    const Group list(ui::Role::list, "questions", say(Phrase::questions_title), {column.area.x, column.y, column.area.width, px(200)});
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const SheetQuestion& question = questions[i];
        const float number = px(20), bar = px(scale() == Scale::phone ? 0 : 64), worth = px(48);
        const float width = column.area.width - number - bar - worth - px(8), words = paragraph_height(plain, question.words, width);
        const float whom = question.whom.empty() ? 0 : line_height(small);
        const Rect row = column.next(std::max(words + whom + px(4), sheet_row_height()), px(4));
        ImGui::PushID(static_cast<int>(i));
        const Group item(ui::Role::listitem, "question", "", row);
        if (!question.way)
            ui::reading("question", row, question.spoken);
        else if (press_entry(state, "question", row, question.spoken, nullptr))
            frame.wish(*question.way);
        ImGui::PopID();
        const Rect line = {row.x, row.y, row.width, line_height(plain)};
        draw_text_in(line, bold, colours.text2, whole(static_cast<int>(i + 1)));
        draw_text_in(line, bold, colours.positive, question.worth, Align::right);
        draw_paragraph({row.x + number, row.y, width, 0}, plain, colours.text, question.words);
        if (whom > 0) draw_text_in({row.x + number, row.y + words, width, whom}, small, colours.text2, question.whom);
        if (bar == 0) continue;
        const Rect share = middle({right(row) - worth - bar, row.y, std::max(px(2), (bar - px(8)) * question.share), line.height}, px(8));
        ImGui::GetWindowDrawList()->AddRectFilled(top_left(share), bottom_right(share), colours.value_high, px(3));
    }
    column.y += px(14);
}

void draw_sheet_tasks(Column& column, SheetState& state) {
    const std::vector<SheetTask>& tasks = state.kept.tasks;
    draw_block_head(column, say(Phrase::sheet_tasks), say(Phrase::sheet_tasks_done));
    const std::size_t shown = state.all_tasks ? tasks.size() : std::min(tasks.size(), tasks_at_first);
    {
        const Group list(ui::Role::list, "tasks", say(Phrase::sheet_tasks), {column.area.x, column.y, column.area.width, px(200)});
        for (std::size_t i = 0; i < shown; ++i) draw_task(column, state, tasks[i]);
    }
    if (tasks.empty()) column.y += paragraph(column.next(0), type(Type::body), palette().text2, say(Phrase::tasks_none)) + px(4);
    Rect row = column.next(control_height(), px(14));
    const std::string_view add = say(Phrase::task_add);
    if (button("add-task", cut_left(row, button_width(add), px(8)), add)) open_part(state, {.part = SheetPart::task});
    if (tasks.size() <= tasks_at_first) return;
    const std::string more = state.all_tasks ? std::string(say(Phrase::tasks_fewer))
                                             : say(Phrase::findings_more, {{"count", whole(static_cast<int>(tasks.size() - shown))}});
    if (button("all-tasks", cut_left(row, button_width(more)), more, ButtonKind::plain)) state.all_tasks = !state.all_tasks;
}

}  // namespace views

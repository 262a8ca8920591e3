// In place under a task: what came of it, or another day for it. For several that are ticked another day at once.
#include "codec/typed_input.h"
#include "model/text.h"
#include "views/review_parts.h"

#include <algorithm>
#include <utility>

namespace views {

using namespace compass;
using namespace ui;

namespace {

TaskDraft& entry_of_task(PlanState& state, const Id& task) {
    const auto found = std::find_if(state.drafts.begin(), state.drafts.end(), [&](const TaskDraft& draft) { return draft.task == task; });
    if (found != state.drafts.end()) return *found;
    state.drafts.push_back({task, {}, {}});
    return state.drafts.back();
}

void leave_entry(PlanState& state, const Id& task, bool to_top) {
    std::erase_if(state.drafts, [&](const TaskDraft& draft) { return draft.task == task; });
    state.open = {};
    if (to_top) mirror().request_focus(state.head);
}

std::string move_words_for(std::optional<Date> day) {
    return day ? say(Phrase::plan_move_to, {{"day", date_short(*day)}}) : std::string(say(Phrase::plan_move));
}

// Wide enough for any day, so that nothing jumps while it is typed.
float move_width() { return std::max(button_width(move_words_for(date_of({2026, 12, 28}))), button_width(say(Phrase::plan_move))); }

struct DayField {
    std::optional<Date> day;
    bool entered = false;
};
DayField draw_day_field(const Frame& frame, std::string_view id, const Rect& rect, std::string& words, bool label_visible) {
    const std::optional<Date> day = read_typed_date(words, frame.today);
    const FieldResult field =
        text_field(id, rect, say(Phrase::plan_day), words,
                   {.hint = say(Phrase::plan_day_hint),
                    .error = day || trimmed(words).empty() ? std::string_view{} : std::string_view(say(Phrase::plan_day_unread)),
                    .label_visible = label_visible});
    return {read_typed_date(words, frame.today), field.editing && ImGui::IsKeyPressed(ImGuiKey_Enter, false)};
}

bool enters(const FieldResult& field) { return field.editing && ImGui::IsKeyPressed(ImGuiKey_Enter, false); }

Task with_day(const Task& task, Date day) {
    Task moved = task;
    moved.due = day;
    return moved;
}

}  // namespace

float task_entry_height() { return scale() == Scale::phone ? px(218) : px(86); }

float draw_task_entry(const Frame& frame, PlanState& state, const Deal& deal, const Task& task, const Rect& area) {
    const bool phone = scale() == Scale::phone;
    ImGui::PushID("entry");
    layer(ImGui::GetID("layer"), 0);
    TaskDraft draft = entry_of_task(state, task.id);
    const Group entry(ui::Role::group, "entry", say(Phrase::plan_entry, {{"what", task.what}}), area);
    const std::string_view finish = say(Phrase::task_finish), close = say(Phrase::close);
    const float height = field_height(), finish_width = button_width(finish), close_width = button_width(close);
    Rect rest = inset(area, 0, px(4));
    Rect result_field, finish_cell, day_field, move_cell, close_cell;
    if (phone) {
        result_field = cut_top(rest, height, px(6));
        finish_cell = cut_top(rest, control_height(), px(8));
        const Rect close_place = cut_right(finish_cell, close_width, px(8));
        close_cell = close_place;
        Rect row = cut_top(rest, height + px(20));
        move_cell = cut_right(row, move_width(), px(8)), day_field = row;
        move_cell = {move_cell.x, move_cell.y + height - control_height(), move_cell.width, control_height()};
    } else {
        cut_left(rest, px(28));
        const auto [finish_place, day, move, close_place] = cut_right<4>(rest, {finish_width, px(150), move_width(), close_width}, px(10));
        const auto button_at = [&](const Rect& place) {
            return Rect{place.x, place.y + height - control_height(), place.width, control_height()};
        };
        result_field = {rest.x, rest.y, rest.width, height}, day_field = {day.x + px(14), day.y, day.width - px(14), height};
        finish_cell = button_at(finish_place), move_cell = button_at(move), close_cell = button_at(close_place);
    }
    const FieldResult result = text_field("result", result_field, say(Phrase::task_result_name), draft.result,
                                          {.hint = say(Phrase::task_result_hint), .take_focus = std::exchange(state.first_frame, false)});
    const bool can_finish = !trimmed(draft.result).empty();
    bool left = false;
    if ((button("finish", finish_cell, finish, ButtonKind::primary, can_finish) || enters(result)) && can_finish) {
        frame.act(FinishTask{deal.id, task.id, draft.result});
        leave_entry(state, task.id, true), left = true;
    }
    const auto draw_close = [&] {
        if (button("close-entry", close_cell, close) && !left) state.open = {};
    };
    if (phone) draw_close();
    const DayField day = draw_day_field(frame, "day", day_field, draft.day, true);
    if ((button("move", move_cell, move_words_for(day.day), ButtonKind::secondary, day.day.has_value()) || day.entered) && day.day &&
        !left) {
        frame.act(PutTask{deal.id, with_day(task, *day.day)});
        leave_entry(state, task.id, false), left = true;
    }
    if (!phone) draw_close();
    if (!left) entry_of_task(state, task.id) = draft;
    if (!frame.dialog_open && take_escape()) state.open = {};
    ImGui::PopID();
    return area.height;
}

float chosen_tasks_height(const PlanState& state, Date today) {
    const bool unread = !trimmed(state.day).empty() && !read_typed_date(state.day, today);
    return scale() == Scale::phone ? 2 * control_height() + px(unread ? 40 : 20) : px(64);
}

void draw_chosen_tasks(const Frame& frame, PlanState& state, const Rect& area) {
    const Palette& colours = palette();
    const bool phone = scale() == Scale::phone;
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(area), bottom_right(area), colours.panel);
    hairline(top_left(area), {right(area), area.y}, colours.line2);
    const Group bar(ui::Role::group, "chosen", say(Phrase::plan_chosen_name), area);
    const std::string words = say(Phrase::plan_chosen, {{"count", whole(static_cast<long long>(state.chosen.size()))}});
    const std::string_view none = say(Phrase::plan_choose_none);
    Rect row = inset(area, px(phone ? 14 : 24), px(phone ? 8 : 6));
    Rect field, move, drop;
    if (phone) {
        Rect first = cut_top(row, control_height(), px(4));
        move = cut_right(row, move_width(), px(8)), field = row;
        move.height = control_height();
        drop = cut_right(first, button_width(none), px(8));
        row = first;
    } else {
        row = {row.x, row.y + px(4), row.width, control_height() + px(20)};
        const Rect place = cut_left(row, text_width(type(Type::body, Face::bold), words), px(16));
        field = cut_left(row, px(220), px(10)), move = cut_left(row, move_width(), px(10)), drop = cut_left(row, button_width(none));
        move.height = drop.height = control_height();
        row = {place.x, place.y, place.width, control_height()};
    }
    mirror().add({.id = id_of("count"), .role = ui::Role::status, .name = words, .rect = row, .states = state_polite});
    draw_text_in(row, type(Type::body, Face::bold), colours.text, words);
    const auto draw_drop = [&] { return button("choose-none", drop, none, ButtonKind::plain); };
    bool dropped = phone && draw_drop();
    const DayField day = draw_day_field(frame, "chosen-day", field, state.day, false);
    const bool moved = button("move-chosen", move, move_words_for(day.day), state.open ? ButtonKind::secondary : ButtonKind::primary,
                              day.day.has_value()) ||
                       (day.entered && day.day);
    if (!phone) dropped = draw_drop();
    if (moved)
        for (const PlannedTask& planned : state.plan.tasks) {
            const Deal& deal = *frame.workspace.deals[planned.deal];
            const Task& task = deal.tasks[planned.task];
            if (state.chosen.contains(task.id)) frame.act(PutTask{deal.id, with_day(task, *day.day)});
        }
    if (!moved && !dropped) return;
    state.chosen.clear(), state.day.clear();
    mirror().request_focus(state.head);
}

}  // namespace views

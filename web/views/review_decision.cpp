// Beside the deal under review: which one of how many, what is decided, the next action, the agenda; at the end the minutes leave from here.
#include "model/text.h"
#include "views/deal_words.h"
#include "views/review_parts.h"
#include "views/task_line.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr int verdict_count = 4;
constexpr std::array verdict_helps = {Phrase::verdict_go_on_help, Phrase::verdict_change_help, Phrase::verdict_resources_help,
                                      Phrase::verdict_step_back_help};

MeetingDraft& draft_of_meeting(MeetingState& state, const Deal& deal, Date today) {
    const auto found =
        std::find_if(state.drafts.begin(), state.drafts.end(), [&](const MeetingDraft& draft) { return draft.deal == deal.id; });
    if (found != state.drafts.end()) return *found;
    state.drafts.push_back(draft_from(deal.id, review_of_today(deal, today)));
    return state.drafts.back();
}

struct MeetingKeys {
    int verdict = -1;
    bool next = false, previous = false;
};
// Letters and digits only where nobody writes.
MeetingKeys meeting_keys(const Frame& frame) {
    MeetingKeys keys;
    const ImGuiIO& io = ImGui::GetIO();
    if (frame.dialog_open || io.WantTextInput || io.KeyCtrl || io.KeyAlt || io.KeySuper) return keys;
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key, false); };
    for (int i = 0; i < verdict_count; ++i)
        if (pressed(static_cast<ImGuiKey>(ImGuiKey_1 + i)) || pressed(static_cast<ImGuiKey>(ImGuiKey_Keypad1 + i))) keys.verdict = i;
    keys.next = pressed(ImGuiKey_N) || pressed(ImGuiKey_PageDown);
    keys.previous = pressed(ImGuiKey_P) || pressed(ImGuiKey_PageUp);
    return keys;
}

// "第 3 张，共 12 张", between previous and next.
void draw_steps(MeetingState& state, Rect row, const MeetingKeys& keys) {
    const Palette& colours = palette();
    const float side = control_height();
    const Rect back = cut_left(row, side, px(8)), next = cut_right(row, side, px(8));
    const std::string words = say(Phrase::meeting_place, {{"at", whole(static_cast<long long>(state.at) + 1)},
                                                          {"count", whole(static_cast<long long>(state.agenda.size()))}});
    const bool first = state.at == 0;
    const bool to_previous = icon_button("previous", back, say(Phrase::meeting_previous), paint_icon<draw::Icon::chevron_left>, !first);
    mirror().add({.id = id_of("place"), .role = ui::Role::status, .name = words, .rect = row, .states = state_polite});
    draw_text_in(row, type(Type::strong, Face::bold), colours.text, words, Align::centre);
    const bool last = state.at + 1 == state.agenda.size();
    const bool to_next =
        icon_button("next", next, say(last ? Phrase::meeting_to_minutes : Phrase::meeting_next), paint_icon<draw::Icon::chevron_right>);
    if ((to_previous || keys.previous) && !first) go_in_meeting(state, state.at - 1);
    if (to_next || keys.next) go_in_meeting(state, state.at + 1);
}

void draw_verdicts(Column& column, MeetingDraft& draft, const MeetingKeys& keys) {
    const Palette& colours = palette();
    const Font bold = type(Type::body, Face::bold), small = type(Type::caption);
    const float height = std::max(px(46), control_height());
    Radios radios("verdicts", say(Phrase::meeting_decision), {column.area.x, column.y, column.area.width, 4 * (height + px(6))},
                  draft.verdict);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (int i = 0; i < verdict_count; ++i) {
        const Rect cell = column.next(height, px(6));
        const bool on = draft.verdict == i;
        ImGui::PushID(i);
        const Press press = radios.item("verdict", cell, verdict_word(i));
        ImGui::PopID();
        list.AddRectFilled(top_left(cell), bottom_right(cell), press.hovered || on ? colours.raised : colours.sunk, px(6));
        if (on) list.AddRect(top_left(cell), bottom_right(cell), colours.text, px(6), 0, px(2));
        Rect rest = inset(cell, px(12), px(4));
        const Rect key = middle(cut_left(rest, px(22), px(12)), px(22));
        list.AddRect(top_left(key), bottom_right(key), on ? colours.text : colours.line2, px(4), 0, line_px(1));
        draw_text_in(key, bold, on ? colours.text : colours.text2, whole(i + 1), Align::centre);
        Rect words = middle(rest, line_height(bold) + line_height(small));
        draw_text_in(cut_top(words, line_height(bold)), bold, colours.text, verdict_word(i));
        draw_text_in(words, small, colours.text2, say(verdict_helps[static_cast<std::size_t>(i)]));
    }
    draft.verdict = radios.chosen();
    if (keys.verdict >= 0) draft.verdict = keys.verdict;
}

void record(const Frame& frame, MeetingState& state, const Deal& deal, const MeetingDraft& draft) {
    const Playbook& playbook = frame.readings.whole_playbook();
    const ReviewKind kind = question_today(deal, playbook.practice, frame.today);
    frame.act(RecordReview{deal.id, review_of(deal, frame.customer_of(deal), playbook, frame.today, kind,
                                              result_of(draft.verdict, std::string(trimmed(draft.words))))});
    std::erase_if(state.drafts, [&](const MeetingDraft& one) { return one.deal == deal.id; });
    go_in_meeting(state, state.at + 1);
}

void draw_decision(Column& column, const Frame& frame, MeetingState& state, const Deal& deal, const MeetingKeys& keys) {
    const Palette& colours = palette();
    MeetingDraft& draft = draft_of_meeting(state, deal, frame.today);
    heading(column.next(section_height(), px(2)), type(Type::section), say(Phrase::meeting_decision), 3, colours.text);
    column.y += paragraph(column.next(0), type(Type::body), colours.text2, state.kept.asks) + px(8);
    if (!state.kept.decided.empty())
        column.y += paragraph(column.next(0), type(Type::body, Face::bold), colours.text, state.kept.decided) + px(8);
    draw_verdicts(column, draft, keys);
    const FieldResult words = text_field("decision-words", column.next(field_height(), px(8)), say(Phrase::meeting_words), draft.words,
                                         {.hint = say(Phrase::meeting_words_hint)});
    const bool last = state.at + 1 == state.agenda.size(), can_record = draft.verdict >= 0;
    const std::string_view name = say(last ? Phrase::meeting_record_last : Phrase::meeting_record);
    const Rect row = column.next(control_height(), px(6));
    const Rect cell = {row.x, row.y, scale() == Scale::phone ? row.width : std::min(row.width, button_width(name)), row.height};
    const bool pressed = button("record", cell, name, ButtonKind::primary, can_record);
    // Enter is then the second of two keystrokes.
    if (keys.verdict >= 0) mirror().request_focus(id_of("record"));
    const bool entered = words.editing && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
    if (scale() != Scale::phone) column.y += paragraph(column.next(0), type(Type::caption), colours.text2, say(Phrase::meeting_keys));
    if ((pressed || entered) && can_record) {
        const MeetingDraft decided = draft;
        record(frame, state, deal, decided);
    }
}

void draw_next_action(Column& column, const Frame& frame, MeetingState& state, const Deal& deal) {
    const Palette& colours = palette();
    heading(column.next(section_height(), px(4)), type(Type::section), say(Phrase::task_add), 3, colours.text);
    const FieldResult line = text_field("meeting-task", column.next(field_height(), px(6)), say(Phrase::task_line), state.task_line,
                                        {.hint = say(Phrase::task_hint)});
    Task task = read_task_line(state.task_line, deal, frame.today);
    if (!task.what.empty()) {
        const std::string owner = task.owner.empty() ? deal.owner : task.owner;
        const std::string understood = task.what + " \u00B7 " + (task.due ? date_long(*task.due) : std::string(say(Phrase::task_no_day))) +
                                       (owner.empty() ? "" : " \u00B7 " + owner);
        column.y += paragraph(column.next(0), type(Type::body), colours.text, understood) + px(6);
    }
    const std::string_view put = say(Phrase::task_put);
    const Rect row = column.next(control_height());
    const bool pressed = button("put-task", {row.x, row.y, button_width(put), row.height}, put, ButtonKind::secondary, !task.what.empty());
    const bool entered = line.editing && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
    if (task.what.empty() || (!pressed && !entered)) return;
    frame.act(PutTask{deal.id, std::move(task)});
    state.task_line.clear();
}

// Every deal of the meeting; of a long agenda only what is near.
void draw_agenda(Column& column, MeetingState& state, const Rect& view) {
    const Palette& colours = palette();
    Rect head = column.next(section_height(), px(4));
    const std::string count = say(Phrase::meeting_decided_count, {{"count", whole(state.decided_count)}});
    const Rect beside = cut_right(head, text_width(type(Type::caption), count) + 1, px(8));
    heading(head, type(Type::section), say(Phrase::meeting_agenda), 3, colours.text);
    label(beside, type(Type::caption), colours.text2, count, Align::right);
    const Group list(ui::Role::list, "agenda", say(Phrase::meeting_agenda), {column.area.x, column.y, column.area.width, px(20)});
    const float height = std::max(px(30), scale() == Scale::phone ? control_height() : 0), sight = ImGui::GetWindowPos().y;
    for (std::size_t i = 0; i < state.agenda.size(); ++i) {
        const Rect row = column.next(height);
        if (bottom(row) < sight - view.height || row.y > sight + 2 * view.height) continue;
        const bool here = i == state.at && !state.at_end, decided = state.decided[i];
        ImGui::PushID(static_cast<int>(i));
        const Group item(ui::Role::listitem, "item", "", row);
        const Rect plate = {row.x - px(8), row.y, row.width + px(16), row.height};
        const Press press = ui::press(
            "deal", plate,
            {.name = state.titles[i] + (decided ? say(Phrase::clause_separator) + std::string(say(Phrase::meeting_is_decided)) : ""),
             .states = here ? state_current : state_none,
             .radius = 4});
        ImGui::PopID();
        ImDrawList& draws = *ImGui::GetWindowDrawList();
        if (here || press.hovered) draws.AddRectFilled(top_left(plate), bottom_right(plate), colours.raised, px(4));
        if (here) draws.AddRectFilled({plate.x, plate.y + px(6)}, {plate.x + px(3), bottom(plate) - px(6)}, colours.accent, px(1));
        const ImVec2 mark = {row.x + px(7), centre(row).y};
        if (decided)
            draw::draw_icon(draws, draw::Icon::check, mark, px(14), colours.text2);
        else
            draws.AddCircle(mark, px(4), colours.line2, 0, line_px(1.5f));
        draw_text_in({row.x + px(22), row.y, row.width - px(22), row.height}, type(Type::body, here ? Face::bold : Face::regular),
                     here || press.hovered ? colours.text : colours.text2, state.titles[i]);
        if (press.pressed) go_in_meeting(state, i);
    }
}

}  // namespace

void draw_meeting_steps(const Frame& frame, MeetingState& state, const Rect& row) { draw_steps(state, row, meeting_keys(frame)); }

float draw_meeting_panel(const Frame& frame, ReviewState& state, const Rect& area) {
    MeetingState& meeting = state.meeting;
    const Deal& deal = **find_box(frame.workspace, meeting.agenda[meeting.at]);
    const float padding = px(scale() == Scale::phone ? 14 : 20);
    Column column{{area.x + padding, area.y, area.width - 2 * padding, area.height}, area.y + px(14)};
    const MeetingKeys keys = meeting_keys(frame);
    if (scale() != Scale::phone) {
        draw_steps(meeting, column.next(control_height()), keys);
        column.divide(padding);
    }
    draw_decision(column, frame, meeting, deal, keys);
    column.divide(padding);
    draw_next_action(column, frame, meeting, deal);
    column.divide(padding);
    draw_agenda(column, meeting, area);
    return column.y + px(20) - area.y;
}

float draw_minutes_panel(const Frame& frame, ReviewState& state, const Rect& area) {
    const Palette& colours = palette();
    MeetingState& meeting = state.meeting;
    const float padding = px(scale() == Scale::phone ? 14 : 20);
    Column column{{area.x + padding, area.y, area.width - 2 * padding, area.height}, area.y + px(14)};
    const std::string words = say(
        Phrase::meeting_done, {{"decided", whole(meeting.decided_count)}, {"count", whole(static_cast<long long>(meeting.agenda.size()))}});
    const Font font = type(Type::strong, Face::bold);
    const Rect head = column.next(paragraph_height(font, words, column.area.width), px(10));
    const ItemId id = heading(head, words, 2);
    if (std::exchange(meeting.to_heading, false)) mirror().request_focus(id);
    draw_paragraph(head, font, colours.text, words);
    const MeetingKeys keys = meeting_keys(frame);
    const auto place = [&](std::string_view name) {
        const Rect row = column.next(control_height(), px(8));
        return Rect{row.x, row.y, scale() == Scale::phone ? row.width : std::min(row.width, button_width(name)), row.height};
    };
    const bool any = !meeting.minutes.sections.empty();
    const std::string_view save = say(Phrase::minutes_export), copy = say(Phrase::minutes_copy), back = say(Phrase::meeting_back),
                           end = say(Phrase::meeting_end);
    if (button("export", place(save), save, ButtonKind::primary, any))
        frame.wish(DownloadText{say(Phrase::minutes_title), text_of(meeting.minutes)});
    if (button("copy", place(copy), copy, ButtonKind::secondary, any)) frame.wish(CopyText{text_of(meeting.minutes)});
    if (button("back", place(back), back) || keys.previous) go_in_meeting(meeting, meeting.at);
    const bool over = button("end", place(end), end);
    if (scale() != Scale::phone) {
        column.divide(padding);
        draw_agenda(column, meeting, area);
    }
    if (over) {
        MeetingState fresh;
        fresh.drafts = std::move(meeting.drafts), fresh.task_line = std::move(meeting.task_line);
        meeting = std::move(fresh);
        state.tab = ReviewTab::due;
    }
    return column.y + px(20) - area.y;
}

}  // namespace views

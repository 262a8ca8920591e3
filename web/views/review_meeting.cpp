// The meeting: one deal after the other, what changed since the last time, and what is decided; its minutes at the end.
#include "draw/figures.h"
#include "views/deal_header.h"
#include "views/deal_words.h"
#include "views/findings.h"
#include "views/review_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::size_t findings_at_first = 6;

void draw_meeting_block(Column& column, std::string_view words, std::string_view remark = {}) {
    Rect row = column.next(section_height(), px(6));
    const Rect beside = cut_right(row, text_width(type(Type::caption), remark) + 1, px(8));
    heading(row, type(Type::section), words, 3, palette().text);
    if (!remark.empty()) label(beside, type(Type::caption), palette().text2, remark, Align::right);
}

void draw_meeting_changes(Column& column, const KeptMeeting& kept) {
    const Palette& colours = palette();
    const Font font = type(Type::body), bold = type(Type::body, Face::bold);
    draw_meeting_block(column, say(Phrase::changes_title), kept.since);
    if (!kept.nothing.empty()) column.y += paragraph(column.next(0), font, colours.text2, kept.nothing) + px(6);
    if (!kept.changes.empty()) {
        const Group list(ui::Role::list, "changes", say(Phrase::changes_title), {column.area.x, column.y, column.area.width, px(20)});
        const float names = px(language() == Language::zh ? 84 : 112);
        for (std::size_t i = 0; i < kept.changes.size(); ++i) {
            const MeetingChange& change = kept.changes[i];
            const float number = change.difference.empty() ? 0 : text_width(bold, change.difference) + px(8);
            const float width = column.area.width - names - number;
            const float height = std::max(paragraph_height(font, change.name, names - px(8)), paragraph_height(font, change.words, width));
            const Rect row = column.next(std::max(height, row_height()), px(4));
            ImGui::PushID(static_cast<int>(i));
            const Group item(ui::Role::listitem, "change", "", row);
            ui::reading("words", row, change.name + ": " + change.words + (change.difference.empty() ? "" : " " + change.difference));
            ImGui::PopID();
            if (i == 0 || kept.changes[i - 1].name != change.name)
                draw_paragraph({row.x, row.y, names - px(8), 0}, font, colours.text2, change.name);
            draw_paragraph({row.x + names, row.y, width, 0}, font, colours.text, change.words);
            if (number > 0)
                draw_text_in({right(row) - number, row.y, number, line_height(font)}, bold,
                             change.sign > 0 ? colours.positive : colours.negative, change.difference, Align::right);
        }
    }
    if (kept.trail.empty()) return;
    column.y += px(8);
    const Group list(ui::Role::list, "trail", say(Phrase::review_trail), {column.area.x, column.y, column.area.width, px(20)});
    draw_text_in(column.next(line_height(type(Type::caption)), px(2)), type(Type::caption), colours.text2, say(Phrase::review_trail));
    for (std::size_t i = 0; i < kept.trail.size(); ++i) {
        const float height = paragraph_height(font, kept.trail[i], column.area.width - px(14));
        const Rect row = column.next(height, px(4));
        ImGui::PushID(static_cast<int>(i));
        const Group item(ui::Role::listitem, "step", "", row);
        ui::reading("words", row, kept.trail[i]);
        ImGui::PopID();
        ImGui::GetWindowDrawList()->AddCircle({row.x + px(5), row.y + line_height(font) * 0.5f}, px(3.5f), colours.accent_line, 0,
                                              line_px(1.5f));
        draw_paragraph({row.x + px(14), row.y, row.width - px(14), 0}, font, colours.text, kept.trail[i]);
    }
}

void draw_meeting_findings(Column& column, const Frame& frame, MeetingState& state) {
    const Palette& colours = palette();
    const KeptMeeting& kept = state.kept;
    const Font font = type(Type::body), small = type(Type::caption);
    draw_meeting_block(column, say(Phrase::findings_title),
                       kept.findings.empty() ? std::string{} : whole(static_cast<long long>(kept.findings.size())));
    if (kept.findings.empty()) {
        column.y += paragraph(column.next(0), font, colours.text2, say(Phrase::review_no_flags)) + px(6);
        return;
    }
    const std::size_t shown = state.all_findings ? kept.findings.size() : std::min(findings_at_first, kept.findings.size());
    {
        const Group list(ui::Role::list, "findings", say(Phrase::findings_title), {column.area.x, column.y, column.area.width, px(20)});
        for (std::size_t i = 0; i < shown; ++i) {
            const MeetingFinding& finding = kept.findings[i];
            const float width = column.area.width - px(22), words = paragraph_height(font, finding.words, width);
            const float step = finding.step.empty() ? 0 : paragraph_height(small, finding.step, width - px(14));
            const float least = scale() == Scale::phone ? control_height() : 0;
            const Rect row = column.next(std::max(words + step + px(6), least), px(4));
            ImGui::PushID(static_cast<int>(i));
            const Group item(ui::Role::listitem, "finding", "", row);
            if (finding.way) {
                const Rect plate = {row.x - px(6), row.y - px(1), row.width + px(12), row.height};
                const Press press = ui::press("way", plate, {.role = ui::Role::link, .name = finding.spoken, .radius = 4});
                if (press.hovered)
                    ImGui::GetWindowDrawList()->AddRectFilled(top_left(plate), bottom_right(plate), with_alpha(colours.line, 0.5f), px(4));
                if (press.pressed) frame.wish(*finding.way);
            } else {
                ui::reading("words", row, finding.spoken);
            }
            ImGui::PopID();
            draw_finding_mark(finding.severity, finding.contradiction, {row.x + px(7), row.y + line_height(font) * 0.5f + px(1)});
            draw_paragraph({row.x + px(22), row.y + px(1), width, 0}, font, colours.text, finding.words);
            if (step == 0) continue;
            draw_text_in({row.x + px(22), row.y + px(1) + words, px(14), line_height(small)}, small, colours.accent_text, "\u2192");
            draw_paragraph({row.x + px(36), row.y + px(1) + words, width - px(14), 0}, small, colours.text2, finding.step);
        }
    }
    if (kept.findings.size() <= findings_at_first) return;
    const std::string words =
        state.all_findings
            ? std::string(say(Phrase::findings_fewer))
            : say(Phrase::findings_more, {{"count", whole(static_cast<long long>(kept.findings.size() - findings_at_first))}});
    const Rect row = column.next(control_height());
    if (button("all-findings", {row.x, row.y, std::min(row.width, button_width(words)), row.height}, words, ButtonKind::plain))
        state.all_findings = !state.all_findings;
}

// A press leads to where its result is written.
void draw_meeting_tasks(Column& column, ReviewState& state) {
    const Palette& colours = palette();
    const KeptMeeting& kept = state.meeting.kept;
    const Font font = type(Type::body), small = type(Type::caption);
    draw_meeting_block(column, say(Phrase::review_tasks));
    if (kept.tasks.empty()) {
        column.y += paragraph(column.next(0), font, colours.negative, say(Phrase::review_no_tasks)) + px(6);
        return;
    }
    const Group list(ui::Role::list, "tasks", say(Phrase::review_tasks), {column.area.x, column.y, column.area.width, px(20)});
    for (const MeetingTask& task : kept.tasks) {
        const std::string about = task.due + (task.detail.empty() ? "" : " \u00B7 " + task.detail);
        const float width = column.area.width - px(22), words = paragraph_height(font, task.what, width);
        const float below = paragraph_height(small, about, width), least = scale() == Scale::phone ? control_height() : 0;
        const Rect row = column.next(std::max(words + below + px(6), least), px(4));
        ImGui::PushID(format(task.id).c_str());
        const Group item(ui::Role::listitem, "task", "", row);
        const Rect plate = {row.x - px(6), row.y - px(1), row.width + px(12), row.height};
        const Press press = ui::press("open", plate, {.role = ui::Role::link, .name = task.spoken, .radius = 4});
        ImGui::PopID();
        ImDrawList& draws = *ImGui::GetWindowDrawList();
        if (press.hovered) draws.AddRectFilled(top_left(plate), bottom_right(plate), with_alpha(colours.line, 0.5f), px(4));
        const ImVec2 mark = {row.x + px(7), row.y + line_height(font) * 0.5f + px(1)};
        if (task.late)
            draw::draw_flag(draws, draw::FlagShape::warn, mark, px(13), colours.negative, colours.panel);
        else if (task.done)
            draw::draw_icon(draws, draw::Icon::check, mark, px(14), colours.text2);
        else
            draws.AddCircle(mark, px(5), colours.text3, 0, line_px(1.5f));
        draw_paragraph({row.x + px(22), row.y + px(1), width, 0}, font, colours.text, task.what);
        draw_paragraph({row.x + px(22), row.y + px(1) + words, width, 0}, small, task.late ? colours.negative : colours.text2, about);
        if (press.pressed) state.tab = ReviewTab::actions, open_task(state.plan, task.id);
    }
}

// Which deal, where it stands, what its next step is.
void draw_meeting_title(Column& column, const Frame& frame, MeetingState& state) {
    const Palette& colours = palette();
    const KeptMeeting& kept = state.kept;
    const bool phone = scale() == Scale::phone;
    const Font hero = type(Type::hero), title = type(Type::title), small = type(Type::caption);
    Rect row = {column.area.x, column.y, column.area.width, px(56)};
    const float number = text_width(hero, kept.index), moved = text_width(type(Type::strong, Face::bold), kept.difference);
    const float index = kept.index.empty() ? 0 : std::max(number, std::max(moved, text_width(small, say(Phrase::win_index)))) + px(4);
    Rect side = cut_right(row, index, px(16));
    const float height = paragraph_height(title, kept.title, row.width);
    const Rect head = {row.x, row.y, row.width, height};
    const ItemId id = heading(head, kept.title, 2);
    if (std::exchange(state.to_heading, false)) mirror().request_focus(id);
    draw_paragraph(head, title, colours.text, kept.title);
    const float taken = height + px(2) + paragraph({row.x, row.y + height + px(2), row.width, 0}, small, colours.text2, kept.basics);
    if (index > 0) {
        draw_text_in(cut_top(side, line_height(small)), small, colours.text2, say(Phrase::win_index), Align::right);
        draw_text_in(cut_top(side, line_height(hero)), hero, colours.text, kept.index, Align::right);
        draw_text_in(cut_top(side, line_height(type(Type::strong))), type(Type::strong, Face::bold),
                     kept.sign > 0   ? colours.positive
                     : kept.sign < 0 ? colours.negative
                                     : colours.text2,
                     kept.difference, Align::right);
        ui::reading("index", {right(column.area) - index, column.y, index, px(56)}, kept.index_spoken);
    }
    const float beside =
        index > 0 ? line_height(small) + line_height(hero) + (kept.difference.empty() ? 0 : line_height(type(Type::strong))) : 0;
    column.y += std::max(taken, beside) + px(8);
    if (!kept.step.empty()) {
        const Rect line = column.next(paragraph_height(type(Type::strong, Face::bold), kept.step, column.area.width), px(10));
        heading(line, kept.step, 3);
        draw_paragraph(line, type(Type::strong, Face::bold), colours.text, kept.step);
    }
    Rect links = column.next(control_height(), px(phone ? 10 : 6));
    const std::string_view open = say(Phrase::review_open_deal), sheet = say(Phrase::tab_sheet);
    const Id deal = (*kept.deal)->id;
    if (button("open-deal", cut_left(links, button_width(open), px(8)), open)) frame.wish(GoToDeal{deal});
    if (button("open-sheet", cut_left(links, button_width(sheet), px(8)), sheet)) frame.wish(GoToTab{deal, Screen::sheet});
}

void draw_no_meeting(const Frame& frame, ReviewState& state, Rect area) {
    const float width = std::min(area.width, px(460));
    area = {area.x + (area.width - width) * 0.5f, area.y + area.height * 0.25f, width, area.height * 0.6f};
    heading(cut_top(area, line_height(type(Type::title)), px(8)), type(Type::title), say(Phrase::meeting_empty_title), 2, palette().text);
    cut_top(area, paragraph(area, type(Type::body), palette().text2, say(Phrase::meeting_empty_hint)), px(20));
    const auto place = [&](const std::string& words) {
        return Rect{area.x, area.y, std::min(area.width, button_width(words)), control_height()};
    };
    if (state.queue.queue.empty()) {
        const std::string open = say(Phrase::open_team);
        if (button("empty-team", place(open), open, ButtonKind::primary)) frame.wish(OpenTeam{});
    } else if (state.queue.due > 0) {
        const std::string start = say(Phrase::queue_start, {{"count", whole(static_cast<long long>(state.queue.due))}});
        if (button("start", place(start), start, ButtonKind::primary)) start_meeting(frame, state);
    } else {
        const std::string choose = say(Phrase::meeting_choose);
        if (button("choose", place(choose), choose, ButtonKind::primary)) state.tab = ReviewTab::due;
    }
}

// What happened to the workspace may have taken deals of the agenda away.
void keep_agenda(const Frame& frame, MeetingState& state) {
    const ReviewEdition now = edition_of(frame);
    if (state.edition == now && state.titles.size() == state.agenda.size()) return;
    state.edition = now;
    std::map<Id, const Deal*> deals;
    for (const Box<Deal>& deal : frame.workspace.deals) deals.emplace(deal->id, &*deal);
    std::erase_if(state.agenda, [&](const Id& id) { return !deals.contains(id); });
    std::erase_if(state.drafts, [&](const MeetingDraft& draft) { return !deals.contains(draft.deal); });
    state.titles.clear(), state.decided.clear(), state.decided_count = 0;
    for (const Id& id : state.agenda) {
        const Deal& deal = *deals.at(id);
        state.titles.push_back(deal_title(frame, deal));
        state.decided.push_back(review_of_today(deal, frame.today) != nullptr);
        state.decided_count += state.decided.back();
    }
    state.at = std::min(state.at, state.agenda.empty() ? 0 : state.agenda.size() - 1);
}

// Written only when they are looked at.
void keep_minutes(const Frame& frame, MeetingState& state) {
    const ReviewEdition now = edition_of(frame);
    if (!state.at_end || state.minutes_edition == now) return;
    state.minutes_edition = now;
    state.minutes = minutes_of(frame, state.agenda);
}

void keep_index(KeptMeeting& kept, const DealReading& reading, const ChangeWords& changes) {
    kept.index.clear(), kept.index_spoken.clear(), kept.difference.clear(), kept.step.clear();
    kept.sign = 0;
    if (!reading.index) return;
    const double now = reading.index->index.value;
    kept.index = percent(now), kept.index_spoken = index_sentence(*reading.index);
    if (changes.before) {
        kept.sign = percent(*changes.before) == percent(now) ? 0 : now > *changes.before ? 1 : -1;
        kept.difference =
            say(Phrase::review_index_before, {{"before", percent(*changes.before)}, {"difference", points(now - *changes.before)}});
        kept.index_spoken += say(Phrase::clause_separator) + kept.difference;
    }
    if (reading.navigation.moves.empty()) return;
    const RankedMove& best = reading.navigation.moves.front();
    kept.step = say(Phrase::review_step, {{"step", move_sentence(best.move, best.to)}});
}

}  // namespace

void keep_meeting(const Frame& frame, MeetingState& state) {
    keep_agenda(frame, state);
    if (state.agenda.empty()) return;
    keep_minutes(frame, state);
    const Box<Deal>* box = find_box(frame.workspace, state.agenda[state.at]);
    const DealReading& reading = frame.readings.of(*box);
    KeptMeeting& kept = state.kept;
    const bool same = kept.deal && kept.deal->same(*box) && kept.readings == frame.readings.version() && kept.today == frame.today &&
                      kept.language == language();
    if (same) return;
    const Deal& deal = **box;
    kept.deal = *box, kept.today = frame.today, kept.language = language();
    kept.title = deal_title(frame, deal), kept.basics = basics_line(frame.playbook, deal, frame.today);
    ChangeWords changes = changes_in_words(frame, deal);
    keep_index(kept, reading, changes);
    kept.since.clear(), kept.nothing.clear(), kept.decided.clear();
    if (changes.since)
        kept.since = say(Phrase::review_since, {{"date", date_short(*changes.since)}, {"days", whole(frame.today - *changes.since)}});
    if (!changes.since)
        kept.nothing = say(Phrase::review_first);
    else if (changes.changes.empty())
        kept.nothing = say(Phrase::changes_none);
    kept.changes = std::move(changes.changes), kept.trail = std::move(changes.trail);
    kept.findings = findings_in_words(frame, *box), kept.tasks = tasks_in_words(frame, deal);
    if (const Review* recorded = review_of_today(deal, frame.today))
        kept.decided = say(Phrase::meeting_decided, {{"result", recorded->result}});
    const ReviewKind asks = question_today(deal, frame.readings.whole_playbook().practice, frame.today);
    kept.asks = say(asks == ReviewKind::judge   ? Phrase::queue_judge
                    : asks == ReviewKind::again ? Phrase::queue_again
                                                : Phrase::queue_moved);
    kept.readings = frame.readings.version();
}

void start_meeting(const Frame& frame, ReviewState& state) {
    MeetingState& meeting = state.meeting;
    meeting.agenda.clear();
    for (const QueuedReview& queued : state.queue.queue) {
        const Id id = frame.workspace.deals[queued.deal]->id;
        if (state.queue.chosen.empty() ? queued.due.has_value() : state.queue.chosen.contains(id)) meeting.agenda.push_back(id);
    }
    meeting.edition.reset(), meeting.minutes_edition.reset();
    state.queue.chosen.clear();
    state.tab = ReviewTab::meeting;
    go_in_meeting(meeting, 0);
}

// Behind the last one are the minutes.
void go_in_meeting(MeetingState& state, std::size_t to) {
    std::erase_if(state.drafts, [](const MeetingDraft& draft) { return !draft.holds_work(); });
    state.at_end = to >= state.agenda.size();
    if (!state.at_end) state.at = to;
    state.all_findings = false, state.to_heading = state.to_top = true;
}

float draw_meeting_deal(const Frame& frame, ReviewState& state, const Rect& area) {
    MeetingState& meeting = state.meeting;
    const float padding = px(scale() == Scale::phone ? 14 : 24);
    Column column{{area.x + padding, area.y, area.width - 2 * padding, area.height}, area.y + px(16)};
    draw_meeting_title(column, frame, meeting);
    column.divide(padding);
    if (column.area.width < px(640)) {
        draw_meeting_changes(column, meeting.kept), column.divide(padding);
        draw_meeting_findings(column, frame, meeting), column.divide(padding);
        draw_meeting_tasks(column, state);
        return column.y + px(16) - area.y;
    }
    const float gap = px(32);
    const auto side = [&](int index) {
        return Column{ui::column({column.area.x, column.y, column.area.width, 0}, index, 2, gap), column.y};
    };
    Column first = side(0), second = side(1);
    draw_meeting_changes(first, meeting.kept);
    first.y += px(18);
    draw_meeting_tasks(first, state);
    draw_meeting_findings(second, frame, meeting);
    return std::max(first.y, second.y) + px(20) - area.y;
}

void draw_review_meeting(const Frame& frame, ReviewState& state, const Rect& whole) {
    MeetingState& meeting = state.meeting;
    keep_meeting(frame, meeting);
    if (meeting.agenda.empty()) return draw_no_meeting(frame, state, whole);
    Rect area = whole;
    const bool phone = scale() == Scale::phone;
    const auto draw_main = [&](const Rect& view) {
        return meeting.at_end ? draw_paper(meeting.minutes, view) : draw_meeting_deal(frame, state, view);
    };
    const auto draw_side = [&](const Rect& view) {
        return meeting.at_end ? draw_minutes_panel(frame, state, view) : draw_meeting_panel(frame, state, view);
    };
    const bool to_top = std::exchange(meeting.to_top, false);
    if (phone) {
        if (!meeting.at_end) {
            const Rect steps = cut_top(area, control_height() + px(8));
            ImGui::GetWindowDrawList()->AddRectFilled(top_left(steps), bottom_right(steps), palette().panel);
            hairline({steps.x, bottom(steps) - line_px(1)}, {right(steps), bottom(steps) - line_px(1)}, palette().line);
            draw_meeting_steps(frame, meeting, inset(steps, px(14), px(4)));
            keep_meeting(frame, meeting);
        }
        const Rect view = begin_scroll("meeting", area);
        if (to_top) ImGui::SetScrollY(0);
        const float height = meeting.at_end ? draw_side(view) : draw_main(view);
        const Rect below = {view.x, view.y + height, view.width, view.height};
        return end_scroll(height + (meeting.at_end ? draw_main(below) : draw_side(below)));
    }
    const Rect side = cut_right(area, px(language() == Language::zh ? 384 : 404));
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(side), bottom_right(side), palette().panel);
    hairline({side.x, side.y}, {side.x, bottom(side)}, palette().line);
    {
        const Rect view = begin_scroll("meeting", area, ui::Role::group, meeting.at_end);
        if (to_top) ImGui::SetScrollY(0);
        end_scroll(draw_main(view));
    }
    const Group panel(ui::Role::complementary, "panel", say(Phrase::meeting_panel), side);
    const Rect column = begin_scroll("meeting-panel", {side.x + line_px(1), side.y, side.width - line_px(1), side.height});
    end_scroll(draw_side(column));
}

}  // namespace views

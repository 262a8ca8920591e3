// The parts of the screen of plan and review, each in its own file.
#pragma once

#include "ui/widgets.h"
#include "views/compass_parts.h"
#include "views/review.h"

namespace views {

ReviewEdition edition_of(const Frame& frame);

void draw_review_actions(const Frame& frame, PlanState& state, ui::Rect area);
void draw_review_due(const Frame& frame, ReviewState& state, ui::Rect area);
void draw_review_meeting(const Frame& frame, ReviewState& state, const ui::Rect& area);
void draw_review_handover(const Frame& frame, HandoverState& state, const ui::Rect& area);

void keep_plan(const Frame& frame, PlanState& state);
void keep_queue(const Frame& frame, QueueState& state);
const TaskWords& words_of_task(const Frame& frame, PlanState& state, std::size_t at);
const QueueWords& words_of_queue(const Frame& frame, QueueState& state, std::size_t at);
// Opens the place under a task where its result and another day are written.
void open_task(PlanState& state, const compass::Id& task);
// Where result and day of a task are written. Returns the height it took.
float draw_task_entry(const Frame& frame, PlanState& state, const compass::Deal& deal, const compass::Task& task, const ui::Rect& area);
float task_entry_height();
// What can be done with the tasks that are ticked, all at once.
void draw_chosen_tasks(const Frame& frame, PlanState& state, const ui::Rect& area);
float chosen_tasks_height(const PlanState& state, compass::Date today);
// "逾期 3 天 · 11月24日", with its shape left of it.
void draw_due(const ui::Rect& area, const TaskWords& words, const compass::PlannedTask& task);
std::string due_words(const compass::PlannedTask& task, std::optional<compass::Date> due);

// The chosen deals, else all that are due, become the agenda.
void start_meeting(const Frame& frame, ReviewState& state);
void keep_meeting(const Frame& frame, MeetingState& state);
// Previous and next, the decision, the next action, the agenda. Returns the height it took.
float draw_meeting_panel(const Frame& frame, ReviewState& state, const ui::Rect& area);
float draw_meeting_deal(const Frame& frame, ReviewState& state, const ui::Rect& area);
// Previous and next in one row: on a phone above everything else.
void draw_meeting_steps(const Frame& frame, MeetingState& state, const ui::Rect& row);
float draw_minutes_panel(const Frame& frame, ReviewState& state, const ui::Rect& area);
void go_in_meeting(MeetingState& state, std::size_t to);

// What moved in a deal until today's meeting, in words.
struct ChangeWords {
    std::optional<compass::Date> since;   // nothing: it was never reviewed before
    std::optional<double> before, after;  // the index
    std::vector<MeetingChange> changes;
    std::vector<std::string> trail;
};
ChangeWords changes_in_words(const Frame& frame, const compass::Deal& deal);
std::vector<MeetingTask> tasks_in_words(const Frame& frame, const compass::Deal& deal);
std::vector<MeetingFinding> findings_in_words(const Frame& frame, const compass::Box<compass::Deal>& deal);
Paper minutes_of(const Frame& frame, const std::vector<compass::Id>& agenda);
// 0 … 3, and what was written beside it.
std::string verdict_word(int verdict);
std::string result_of(int verdict, const std::string& words);
MeetingDraft draft_from(const compass::Id& deal, const compass::Review* recorded);

Paper handover_paper(const Frame& frame, const compass::Deal& deal, const std::string& to, int& relationships_open);

}  // namespace views

// Plan and review: what was promised, which deals are due, the meeting that walks them one after the other, and what a successor needs
// (methodology §10).
#pragma once

#include "reading/plan.h"
#include "reading/review.h"
#include "views/chosen.h"
#include "views/frame.h"
#include "views/paper.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace views {

enum class ReviewTab : std::uint8_t { actions, due, meeting, handover };
enum class PlanGrouping : std::uint8_t { due, owner, deal };

// What something was made from; another one of these makes it anew.
struct ReviewEdition {
    std::uint64_t revision = 0;
    const compass::Playbook* playbook = nullptr;
    compass::Date today;
    compass::Language language = compass::Language::zh;
    compass::WeekStart week = compass::WeekStart::monday;
    bool operator==(const ReviewEdition&) const = default;
};

struct PlanRow {
    enum class Kind : std::uint8_t { group, task, form, unplanned };
    Kind kind = Kind::task;
    std::size_t at = 0;  // in `groups`, in Plan::tasks, in Workspace::deals
};
struct PlanGroup {
    std::string name, sums;
    bool late = false;
};
struct TaskWords {
    std::string what, detail, title, owner, due, spoken;
};
// What is written under a task; it takes effect when it is entered.
struct TaskDraft {
    compass::Id task;
    std::string result, day;
    bool holds_work() const { return !result.empty() || !day.empty(); }
};

struct PlanState {
    PlanGrouping grouping = PlanGrouping::due;
    compass::Id open;  // the task under which something is written
    bool first_frame = false, to_unplanned = false;
    ui::ItemId head = 0;  // the sentence above the rows: where the focus goes when its task is gone
    std::vector<TaskDraft> drafts;
    ChosenRows chosen;  // tasks
    std::string day;    // to which these are moved

    // Kept until a deal, the language or one of the above changes.
    compass::Plan plan;
    std::vector<PlanRow> rows;
    std::vector<PlanGroup> groups;
    std::map<std::size_t, TaskWords> words;  // of tasks that came into sight
    int overdue = 0, this_week = 0;
    std::optional<ReviewEdition> edition;
    PlanGrouping made_for = PlanGrouping::due;
    compass::Id made_open;
};

struct QueueWords {
    std::string title, question, waits, owner, last;
};
struct QueueState {
    ChosenRows chosen;  // deals

    std::vector<compass::QueuedReview> queue;
    std::size_t due = 0;  // so many of them, at the front
    std::map<std::size_t, QueueWords> words;
    std::string sentence;
    std::optional<ReviewEdition> edition;
};

// What is decided of a deal and not recorded yet; −1: nothing.
struct MeetingDraft {
    compass::Id deal;
    int verdict = -1, verdict_before = -1;
    std::string words, words_before;
    bool holds_work() const { return verdict != verdict_before || words != words_before; }
};

struct MeetingChange {
    std::string name, words, difference;
    int sign = 0;  // of the difference
};
struct MeetingFinding {
    std::string words, step, spoken;
    compass::Severity severity;
    bool contradiction;
    std::optional<Wish> way;
};
struct MeetingTask {
    compass::Id id;
    std::string what, detail, due, spoken;
    bool late = false, done = false;
};
// One deal as the meeting sees it.
struct KeptMeeting {
    std::optional<compass::Box<compass::Deal>> deal;
    std::uint64_t readings = 0;
    compass::Date today;
    compass::Language language = compass::Language::zh;
    std::string title, basics, step, since, index, index_spoken, difference, nothing;
    int sign = 0;
    std::vector<MeetingChange> changes;
    std::vector<std::string> trail;
    std::vector<MeetingFinding> findings;
    std::vector<MeetingTask> tasks;
    std::string decided, asks;
};

struct MeetingState {
    std::vector<compass::Id> agenda;
    std::size_t at = 0;
    bool at_end = false;  // the minutes
    std::vector<MeetingDraft> drafts;
    std::string task_line;
    bool all_findings = false, to_heading = false, to_top = false, to_task_line = false;

    KeptMeeting kept;
    std::vector<std::string> titles;  // of the agenda
    std::vector<bool> decided;
    int decided_count = 0;
    Paper minutes;
    std::optional<ReviewEdition> edition, minutes_edition;
};

struct HandoverState {
    compass::Id deal;
    std::string words;  // by which a deal is looked for
    std::string to;
    bool to_heading = false;

    std::vector<std::size_t> found;  // in Workspace::deals
    std::string found_for;
    std::optional<ReviewEdition> edition;
    Paper paper;
    int relationships_open = 0;
    std::vector<std::string> colleagues;
    std::string paper_to;
    compass::Id paper_deal;
    std::optional<ReviewEdition> paper_edition;
};

struct ReviewState {
    ReviewTab tab = ReviewTab::actions;
    PlanState plan;
    QueueState queue;
    MeetingState meeting;
    HandoverState handover;

    bool holds_work() const;
};

void open_handover(ReviewState& state, const compass::Id& deal);
[[gnu::noinline]] void draw_review(Frame& frame, ReviewState& state, ui::Rect area);

}  // namespace views

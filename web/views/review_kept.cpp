// What is planned and what is due for review, in rows and words.
#include "views/deal_words.h"
#include "views/people_words.h"
#include "views/review_parts.h"

#include <algorithm>
#include <array>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::size_t words_at_most = 500;  // some screens of them

std::vector<const Deal*> every_deal(const Workspace& workspace) {
    std::vector<const Deal*> deals;
    deals.reserve(workspace.deals.size());
    for (const Box<Deal>& deal : workspace.deals) deals.push_back(&*deal);
    return deals;
}

const Task& task_of_plan(const Frame& frame, const PlannedTask& planned) {
    return frame.workspace.deals[planned.deal]->tasks[planned.task];
}

std::string plan_sums(const Plan& plan, const std::vector<std::size_t>& tasks, bool say_overdue) {
    int overdue = 0;
    for (const std::size_t at : tasks) overdue += plan.tasks[at].overdue;
    std::string words = say(Phrase::plan_count, {{"count", whole(static_cast<long long>(tasks.size()))}});
    if (say_overdue && overdue > 0) words += " \u00B7 " + say(Phrase::plan_count_overdue, {{"count", whole(overdue)}});
    return words;
}

void add_group(const Frame& frame, PlanState& state, std::string name, const std::vector<std::size_t>& tasks, bool late, bool say_overdue) {
    if (tasks.empty()) return;
    state.rows.push_back({PlanRow::Kind::group, state.groups.size()});
    state.groups.push_back({std::move(name), plan_sums(state.plan, tasks, say_overdue), late});
    for (const std::size_t at : tasks) {
        state.rows.push_back({PlanRow::Kind::task, at});
        if (state.open && task_of_plan(frame, state.plan.tasks[at]).id == state.open) state.rows.push_back({PlanRow::Kind::form, at});
    }
}

void group_by_due(const Frame& frame, PlanState& state) {
    static constexpr std::array names = {Phrase::plan_overdue, Phrase::plan_unseen, Phrase::plan_this_week, Phrase::plan_later,
                                         Phrase::plan_no_day};
    std::array<std::vector<std::size_t>, names.size()> tasks;
    for (std::size_t at = 0; at < state.plan.tasks.size(); ++at)
        tasks[static_cast<std::size_t>(due_group(state.plan.tasks[at], frame.today, frame.week))].push_back(at);
    for (std::size_t i = 0; i < names.size(); ++i)
        add_group(frame, state, say(names[i]), tasks[i], static_cast<DueGroup>(i) == DueGroup::overdue, false);
}

void group_by_owner(const Frame& frame, PlanState& state) {
    for (const OwnerTasks& owner : state.plan.owners)
        add_group(frame, state, owner.owner.empty() ? std::string(say(Phrase::plan_nobody)) : owner.owner, owner.tasks, false, true);
}

// In the order of what is due first.
void group_by_deal(const Frame& frame, PlanState& state) {
    std::map<std::size_t, std::size_t> places;
    std::vector<std::vector<std::size_t>> tasks;
    for (std::size_t at = 0; at < state.plan.tasks.size(); ++at) {
        const auto [place, is_new] = places.try_emplace(state.plan.tasks[at].deal, tasks.size());
        if (is_new) tasks.emplace_back();
        tasks[place->second].push_back(at);
    }
    for (const std::vector<std::size_t>& one : tasks)
        add_group(frame, state, deal_title(frame, *frame.workspace.deals[state.plan.tasks[one.front()].deal]), one, false, true);
}

void add_unplanned(PlanState& state) {
    if (state.plan.without_task.empty()) return;
    state.rows.push_back({PlanRow::Kind::group, state.groups.size()});
    state.groups.push_back({say(Phrase::plan_unplanned),
                            say(Phrase::funnel_deals_count, {{"count", whole(static_cast<long long>(state.plan.without_task.size()))}}),
                            true});
    for (const std::size_t deal : state.plan.without_task) state.rows.push_back({PlanRow::Kind::unplanned, deal});
}

// What is gone can be neither chosen nor open.
void forget_gone_tasks(const Frame& frame, PlanState& state) {
    std::set<Id> there;
    for (const PlannedTask& planned : state.plan.tasks) there.insert(task_of_plan(frame, planned).id);
    std::erase_if(state.chosen.ids, [&](const Id& id) { return !there.contains(id); });
    std::erase_if(state.drafts, [&](const TaskDraft& draft) { return !there.contains(draft.task); });
    if (!there.contains(state.open)) state.open = {};
}

std::string joined_by_dot(const std::string& first, const std::string& second) {
    return first.empty() || second.empty() ? first + second : first + " \u00B7 " + second;
}

std::string question_asked(const QueuedReview& queued) {
    if (!queued.due) return say(Phrase::queue_not_due);
    return say(*queued.due == ReviewKind::judge   ? Phrase::queue_judge
               : *queued.due == ReviewKind::again ? Phrase::queue_again
                                                  : Phrase::queue_moved);
}

std::string waiting_words(const QueuedReview& queued) {
    if (!queued.days) return say(Phrase::queue_no_day);
    return say(queued.reviewed ? Phrase::queue_since : Phrase::queue_never, {{"days", whole(*queued.days)}});
}

}  // namespace

std::string due_words(const PlannedTask& task, std::optional<Date> due) {
    if (task.state == TaskState::done) return say(Phrase::plan_due_unseen);
    if (!task.days_left || !due) return say(Phrase::task_no_day);
    const int days = *task.days_left;
    const std::string words = days < 0    ? say(Phrase::plan_due_overdue, {{"days", whole(-days)}})
                              : days == 0 ? std::string(say(Phrase::plan_due_today))
                              : days == 1 ? std::string(say(Phrase::plan_due_tomorrow))
                                          : say(Phrase::plan_due_left, {{"days", whole(days)}});
    return words + " \u00B7 " + date_short(*due);
}

void keep_plan(const Frame& frame, PlanState& state) {
    const ReviewEdition now = edition_of(frame);
    if (state.edition == now && state.made_for == state.grouping && state.made_open == state.open) {
        if (state.words.size() > words_at_most) state.words.clear();
        return;
    }
    if (state.edition != now) {
        state.plan = read_plan(every_deal(frame.workspace), frame.readings.whole_playbook().practice, frame.today);
        state.words.clear();
        state.overdue = state.this_week = 0;
        for (const PlannedTask& task : state.plan.tasks) {
            const DueGroup group = due_group(task, frame.today, frame.week);
            state.overdue += group == DueGroup::overdue, state.this_week += group == DueGroup::this_week;
        }
        forget_gone_tasks(frame, state);
    }
    state.edition = now, state.made_for = state.grouping, state.made_open = state.open;
    state.rows.clear(), state.groups.clear();
    switch (state.grouping) {
        case PlanGrouping::due: group_by_due(frame, state); break;
        case PlanGrouping::owner: group_by_owner(frame, state); break;
        case PlanGrouping::deal: group_by_deal(frame, state); break;
    }
    add_unplanned(state);
}

const TaskWords& words_of_task(const Frame& frame, PlanState& state, std::size_t at) {
    const auto [kept, is_new] = state.words.try_emplace(at);
    TaskWords& words = kept->second;
    if (!is_new) return words;
    const PlannedTask& planned = state.plan.tasks[at];
    const Deal& deal = *frame.workspace.deals[planned.deal];
    const Task& task = deal.tasks[planned.task];
    words.what = task.what, words.owner = planned.owner, words.title = deal_title(frame, deal);
    if (!task.purpose.empty()) words.detail = say(Phrase::task_for, {{"purpose", task.purpose}});
    if (task.person) words.detail = joined_by_dot(words.detail, say(Phrase::task_with, {{"person", person_name(deal, task.person)}}));
    if (!task.resources.empty()) words.detail = joined_by_dot(words.detail, task.resources);
    words.due = due_words(planned, due_of(task, frame.readings.whole_playbook().practice));
    words.spoken = words.what + say(Phrase::clause_separator) + words.due;
    if (!words.detail.empty()) words.spoken += say(Phrase::clause_separator) + words.detail;
    return words;
}

void keep_queue(const Frame& frame, QueueState& state) {
    const ReviewEdition now = edition_of(frame);
    if (state.edition == now) {
        if (state.words.size() > words_at_most) state.words.clear();
        return;
    }
    state.edition = now;
    state.words.clear();
    state.queue = review_queue(every_deal(frame.workspace), frame.readings.whole_playbook().practice, frame.today);
    state.due = static_cast<std::size_t>(
        std::count_if(state.queue.begin(), state.queue.end(), [](const QueuedReview& one) { return one.due.has_value(); }));
    std::set<Id> there;
    for (const QueuedReview& one : state.queue) there.insert(frame.workspace.deals[one.deal]->id);
    std::erase_if(state.chosen.ids, [&](const Id& id) { return !there.contains(id); });
    state.sentence = say(Phrase::queue_nothing_due);
    if (state.due > 0)
        state.sentence = say(Phrase::queue_headline, {{"count", whole(static_cast<long long>(state.due))},
                                                      {"deal", deal_title(frame, *frame.workspace.deals[state.queue.front().deal])}});
}

const QueueWords& words_of_queue(const Frame& frame, QueueState& state, std::size_t at) {
    const auto [kept, is_new] = state.words.try_emplace(at);
    QueueWords& words = kept->second;
    if (!is_new) return words;
    const QueuedReview& queued = state.queue[at];
    const Deal& deal = *frame.workspace.deals[queued.deal];
    words.title = deal_title(frame, deal), words.owner = deal.owner;
    words.question = question_asked(queued), words.waits = waiting_words(queued);
    if (const Review* last = last_review(deal, frame.today); last && !last->result.empty())
        words.last = say(Phrase::queue_last, {{"result", last->result}});
    return words;
}

}  // namespace views

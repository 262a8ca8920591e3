#include "reading/plan.h"

#include <algorithm>

namespace compass {
namespace {

void add_to_owner(Plan& plan, std::size_t at) {
    const PlannedTask& task = plan.tasks[at];
    auto owner = std::find_if(plan.owners.begin(), plan.owners.end(), [&](const OwnerTasks& one) { return one.owner == task.owner; });
    if (owner == plan.owners.end()) {
        plan.owners.emplace_back().owner = task.owner;
        owner = plan.owners.end() - 1;
    }
    owner->tasks.push_back(at);
    owner->said += task.state == TaskState::said;
    owner->done += task.state == TaskState::done;
    owner->overdue += task.overdue;
}

bool is_earlier(const PlannedTask& a, const PlannedTask& b) {
    if (a.days_left.has_value() != b.days_left.has_value()) return a.days_left.has_value();
    return a.days_left && *a.days_left < *b.days_left;
}

}  // namespace

TaskState state_of(const Task& task) {
    if (!task.result.empty()) return TaskState::seen;
    return task.done ? TaskState::done : TaskState::said;
}

std::optional<Date> due_of(const Task& task, const Practice& practice) {
    if (task.due || !task.asked) return task.due;
    return *task.asked + practice.answer_days;
}

bool is_overdue(const Task& task, const Practice& practice, Date today) {
    const std::optional<Date> due = due_of(task, practice);
    return state_of(task) == TaskState::said && due && *due < today;
}

const std::string& owner_of(const Task& task, const Deal& deal) { return task.owner.empty() ? deal.owner : task.owner; }

DueGroup due_group(const PlannedTask& task, Date today, WeekStart week) {
    if (task.overdue) return DueGroup::overdue;
    if (task.state == TaskState::done) return DueGroup::unseen;
    if (!task.days_left) return DueGroup::no_day;
    return *task.days_left <= 6 - day_of_week(today, week) ? DueGroup::this_week : DueGroup::later;
}

Plan read_plan(const std::vector<const Deal*>& deals, const Practice& practice, Date today) {
    Plan plan;
    for (std::size_t i = 0; i < deals.size(); ++i) {
        const Deal& deal = *deals[i];
        if (deal.status != DealStatus::open) continue;
        bool anything_said = false;
        for (std::size_t k = 0; k < deal.tasks.size(); ++k) {
            const Task& task = deal.tasks[k];
            const TaskState state = state_of(task);
            anything_said = anything_said || state == TaskState::said;
            if (state == TaskState::seen) continue;
            PlannedTask planned{i, k, owner_of(task, deal), state, {}, is_overdue(task, practice, today)};
            if (const auto due = due_of(task, practice)) planned.days_left = *due - today;
            plan.tasks.push_back(std::move(planned));
        }
        if (!anything_said) plan.without_task.push_back(i);
    }
    std::stable_sort(plan.tasks.begin(), plan.tasks.end(), is_earlier);
    for (std::size_t at = 0; at < plan.tasks.size(); ++at) add_to_owner(plan, at);
    std::sort(plan.owners.begin(), plan.owners.end(),
              [](const OwnerTasks& a, const OwnerTasks& b) { return a.overdue != b.overdue ? a.overdue > b.overdue : a.owner < b.owner; });
    return plan;
}

}  // namespace compass

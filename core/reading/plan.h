// What is promised and by whom: tasks by day and by owner, what is overdue, what waits for its result (methodology §10).
#pragma once

#include "model/deal.h"
#include "model/playbook.h"
#include "model/words.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace compass {

// Said → done → seen: a task is done when its result is recorded.
enum class TaskState : std::uint8_t { said, done, seen };

template <>
struct WordsOf<TaskState> {
    static constexpr auto words = words_up_to<TaskState, TaskState::seen>("said", "done", "seen");
};

TaskState state_of(const Task& task);
// The day agreed, else the last one on which what the customer asked for is answered in time; nothing = neither.
std::optional<Date> due_of(const Task& task, const Practice& practice);
// Said, due, and the day is over. A task due today is not overdue.
bool is_overdue(const Task& task, const Practice& practice, Date today);
// The task's owner, else the deal's; empty = nobody.
const std::string& owner_of(const Task& task, const Deal& deal);

// Under which heading it stands. One that is done waits for its result, whatever its day.
enum class DueGroup : std::uint8_t { overdue, unseen, this_week, later, no_day };

struct PlannedTask {
    std::size_t deal = 0;  // in the list that was read
    std::size_t task = 0;  // in Deal::tasks
    std::string owner;
    TaskState state = TaskState::said;
    std::optional<int> days_left;  // until it is due; negative = overdue by so many, unless it is done; nothing = no day was agreed
    bool overdue = false;
    bool operator==(const PlannedTask&) const = default;
};

DueGroup due_group(const PlannedTask& task, Date today, WeekStart week = WeekStart::monday);

struct OwnerTasks {
    std::string owner;                    // empty = nobody
    std::vector<std::size_t> tasks;       // in Plan::tasks, in its order
    int said = 0, overdue = 0, done = 0;  // overdue ones are said, too; done: their result is not recorded yet
    bool operator==(const OwnerTasks&) const = default;
};

struct Plan {
    std::vector<PlannedTask>
        tasks;  // of open deals, not yet seen; the earliest day first, those without a day last, else in the given order
    std::vector<OwnerTasks> owners;         // most overdue first, then by name
    std::vector<std::size_t> without_task;  // open deals where nothing is said, in the given order
    bool operator==(const Plan&) const = default;
};

// Null pointers are not allowed. The playbook must have its practice: with_method() in codec/method.h.
Plan read_plan(const std::vector<const Deal*>& deals, const Practice& practice, Date today);

}  // namespace compass

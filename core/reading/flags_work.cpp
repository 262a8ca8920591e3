// Red flags about what we do, and how long ago (methodology §7, 10).
#include "reading/flag_themes.h"
#include "reading/gates.h"
#include "reading/plan.h"
#include "reading/rule_facts.h"

#include <algorithm>

namespace compass {
namespace {

bool is_open(const Task& task) { return state_of(task) == TaskState::said; }

void no_action_planned(const Scene& scene, const FindingRule&, Findings& found) {
    if (std::none_of(scene.deal.tasks.begin(), scene.deal.tasks.end(), is_open)) found.add({{"/tasks", ""}});
}

void action_overdue(const Scene& scene, const FindingRule&, Findings& found) {
    for (std::size_t i = 0; i < scene.deal.tasks.size(); ++i) {
        const Task& task = scene.deal.tasks[i];
        if (!is_overdue(task, scene.playbook.practice, scene.today)) continue;
        const Date due = *due_of(task, scene.playbook.practice);
        found.add({{list_place("/tasks", i, task.due ? "/due" : "/asked"), format(due)}}, task.person, scene.today - due);
    }
}

// The spans are those of the win index.
void silent(const Scene& scene, int more_than, int at_most, Findings& found) {
    const std::optional<int>& days = scene.people.silent_days;
    if (!days || *days <= more_than || *days > at_most) return;
    each_person(scene, [&](const Person& person, std::size_t i) {
        if (person.contact.last && scene.today - *person.contact.last == *days)
            found.add({{person_place(i, "contact/last"), format(*person.contact.last)}}, person.id, *days);
    });
}
void silent_short(const Scene& scene, const FindingRule&, Findings& found) {
    silent(scene, scene.playbook.index.silence_short_days, scene.playbook.index.silence_long_days, found);
}
void silent_long(const Scene& scene, const FindingRule&, Findings& found) {
    silent(scene, scene.playbook.index.silence_long_days, last_date - first_date, found);
}

void protection_ending(const Scene& scene, const FindingRule& rule, Findings& found) {
    const auto until = protected_until(scene.deal, scene.playbook);
    if (until && *until >= scene.today && *until - scene.today <= rule.days)
        found.add({{"/protection/claimed_on", date_text(scene.deal.protection.claimed_on)}}, {}, *until - scene.today);
}

void protection_ended(const Scene& scene, const FindingRule&, Findings& found) {
    const auto until = protected_until(scene.deal, scene.playbook);
    if (until && *until < scene.today) found.add({{"/protection/claimed_on", date_text(scene.deal.protection.claimed_on)}});
}

}  // namespace

RuleTheme work_flags() {
    static constexpr FindingEntry entries[] = {
        {"no_action_planned", StepAction::put_task, no_action_planned},
        {"action_overdue", StepAction::put_task, action_overdue},
        {"silent_long", StepAction::put_task, silent_long},
        {"silent_short", StepAction::put_task, silent_short},
        {"protection_ended", StepAction::set_protection, protection_ended},
        {"protection_ending", StepAction::set_protection, protection_ending},
    };
    return entries;
}

}  // namespace compass

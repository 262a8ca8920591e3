#include "reading/timeline.h"

#include "reading/as_of.h"
#include "reading/every_evidence.h"

#include <algorithm>

namespace compass {
namespace {

void add_facts(std::vector<Happening>& all, const Deal& deal) {
    std::vector<Id> seen;
    every_evidence(deal, [&](const Evidence& fact) {
        if (!fact.date || fact.text.empty() || std::find(seen.begin(), seen.end(), fact.id) != seen.end()) return;
        seen.push_back(fact.id);
        Happening& one = all.emplace_back();
        one.date = *fact.date, one.kind = HappeningKind::fact, one.text = fact.text, one.person = fact.source;
    });
}

// Of before the first step of a trail the first is taken.
std::optional<int> support_on(const Person& person, Date day) {
    const SupportStep *last = nullptr, *first = nullptr;
    for (const SupportStep& step : person.support_trail) {
        if (!first || step.date < first->date) first = &step;
        if (step.date <= day && (!last || step.date >= last->date)) last = &step;
    }
    if (last) return last->support;
    return first ? std::nullopt : person.support;
}

}  // namespace

std::vector<Happening> timeline_of(const Deal& deal, Date today) {
    std::vector<Happening> all;
    const auto add = [&](Date date, HappeningKind kind, const std::string& text) -> Happening& {
        Happening& one = all.emplace_back();
        one.date = date, one.kind = kind, one.text = text;
        return one;
    };
    for (const TrailStep& step : deal.trail) add(step.date, HappeningKind::position, step.reason).position = step.position;
    for (const StageEntry& entry : deal.stage_history) add(entry.date, HappeningKind::stage, {}).stage = entry.stage;
    for (const ObjectiveChange& change : deal.objective_changes) add(change.date, HappeningKind::objective, change.reason);
    add_facts(all, deal);
    for (const Person& person : deal.people) {
        for (const SupportStep& step : person.support_trail) {
            Happening& one = add(step.date, HappeningKind::support, {});
            one.person = person.id, one.support = step.support;
        }
    }
    for (const Review& review : deal.reviews) add(review.date, HappeningKind::review, review.result);
    for (const Task& task : deal.tasks)
        if (task.done)
            add(*task.done, HappeningKind::task, task.result.empty() ? task.what : task.what + " \u2014 " + task.result).person =
                task.person;
    for (const StoryEvent& event : deal.story) add(event.date, HappeningKind::story, event.text);
    std::erase_if(all, [&](const Happening& one) { return one.date > today; });
    std::stable_sort(all.begin(), all.end(),
                     [](const Happening& a, const Happening& b) { return a.date != b.date ? a.date < b.date : a.kind < b.kind; });
    return all;
}

Deal deal_on(const Deal& deal, Date day) {
    Deal then = as_of(deal, day);
    for (Person& person : then.people) {
        person.support = support_on(person, day);
        std::erase_if(person.support_trail, [&](const SupportStep& step) { return step.date > day; });
    }
    for (Task& task : then.tasks)
        if (task.done && *task.done > day) task.done.reset(), task.result.clear();
    std::erase_if(then.story, [&](const StoryEvent& event) { return event.date > day; });
    return then;
}

}  // namespace compass

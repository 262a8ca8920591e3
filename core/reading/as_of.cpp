#include "reading/as_of.h"

#include "reading/every_evidence.h"

#include <algorithm>

namespace compass {
namespace {

// The last entry up to `day`, the later in the list where two are of one day; else the first of all. Null where there are none.
template <class Entry>
const Entry* in_force(const std::vector<Entry>& entries, Date day) {
    const Entry *last = nullptr, *first = nullptr;
    for (const Entry& entry : entries) {
        if (!first || entry.date < first->date) first = &entry;
        if (entry.date <= day && (!last || entry.date >= last->date)) last = &entry;
    }
    return last ? last : first;
}

// The objective before the first change that came later.
Objective objective_of(const Deal& deal, Date day) {
    const ObjectiveChange* next = nullptr;
    for (const ObjectiveChange& change : deal.objective_changes)
        if (change.date > day && (!next || change.date < next->date)) next = &change;
    return next ? next->before : deal.objective;
}

template <class Item>
void drop_later(std::vector<Item>& items, Date day) {
    std::erase_if(items, [&](const Item& item) { return item.date > day; });
}

}  // namespace

Deal as_of(Deal deal, Date day) {
    if (const TrailStep* step = in_force(deal.trail, day)) deal.position.claimed = step->position;
    if (const StageEntry* entry = in_force(deal.stage_history, day)) deal.funnel_stage = entry->stage;
    deal.objective = objective_of(deal, day);
    deal.status = DealStatus::open;
    deal.end_reason = EndReason::none;
    deal.ended.reset();
    std::erase_if(deal.people, [&](const Person& person) { return person.since && *person.since > day; });
    for (Person& person : deal.people)
        if (person.contact.last && *person.contact.last > day) person.contact.last = day;
    every_list_of_evidence(deal, [&](std::vector<Evidence>& facts) {
        std::erase_if(facts, [&](const Evidence& fact) { return fact.date && *fact.date > day; });
    });
    drop_later(deal.trail, day);
    drop_later(deal.stage_history, day);
    drop_later(deal.objective_changes, day);
    drop_later(deal.gut_feel, day);
    drop_later(deal.reviews, day);
    return deal;
}

std::optional<Date> first_day_of(const Deal& deal, Date today) {
    std::optional<Date> first;
    const auto take = [&](Date date) {
        if (date <= today && (!first || date < *first)) first = date;
    };
    for (const StageEntry& entry : deal.stage_history) take(entry.date);
    for (const TrailStep& step : deal.trail) take(step.date);
    return first;
}

}  // namespace compass

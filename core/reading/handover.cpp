#include "reading/handover.h"

#include "reading/contradictions.h"
#include "reading/every_evidence.h"
#include "reading/flags.h"
#include "reading/people.h"
#include "reading/plan.h"

#include <algorithm>

namespace compass {
namespace {

bool holds(const Person& person, std::string_view name) {
    const auto& names = person.contact.held_by;
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::vector<HandoverPerson> people_of(const Deal& deal, const PeopleWeights& weights, Date today, const Handover& handover) {
    std::vector<HandoverPerson> people;
    for (std::size_t i = 0; i < deal.people.size(); ++i) {
        const Person& person = deal.people[i];
        HandoverPerson entry;
        entry.person = i;
        entry.covered = is_covered(person, weights, today);
        entry.held_alone = person.contact.held_by.size() == 1 && holds(person, handover.from);
        entry.to_establish = person.contact.ladder >= ContactLadder::connected && !holds(person, handover.to);
        people.push_back(entry);
    }
    std::stable_sort(people.begin(), people.end(), [&](const HandoverPerson& a, const HandoverPerson& b) {
        if (a.to_establish != b.to_establish) return a.to_establish;
        return weight_of(deal.people[a.person], weights) > weight_of(deal.people[b.person], weights);
    });
    return people;
}

std::vector<Finding> risks_of(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today,
                              std::optional<Probability> index) {
    std::vector<Finding> risks = read_flags(deal, customer, playbook, today, index);
    for (Finding& contradiction : read_contradictions(deal, customer, playbook, today)) risks.push_back(std::move(contradiction));
    std::stable_sort(risks.begin(), risks.end(), [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
    return risks;
}

}  // namespace

Handover hand_over(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today, std::string_view from,
                   std::string_view to) {
    Handover handover;
    handover.deal = deal.id;
    handover.from = from.empty() ? deal.owner : std::string(from);
    handover.to = to;
    handover.reading = read_deal(deal, customer, playbook, today);
    handover.people = people_of(deal, playbook.people, today, handover);
    handover.relationships_open = static_cast<int>(
        std::count_if(handover.people.begin(), handover.people.end(), [](const HandoverPerson& one) { return one.to_establish; }));
    for (std::size_t i = 0; i < deal.tasks.size(); ++i)
        if (state_of(deal.tasks[i]) != TaskState::seen) handover.promises.push_back(i);
    const auto due = [&](std::size_t task) { return due_of(deal.tasks[task], playbook.practice).value_or(last_date + 1); };
    std::stable_sort(handover.promises.begin(), handover.promises.end(), [&](std::size_t a, std::size_t b) { return due(a) < due(b); });
    for (const std::size_t task : handover.promises)
        if (owner_of(deal.tasks[task], deal) == handover.from) handover.own_tasks.push_back(task);
    every_evidence(deal, [&](const Evidence& fact) { handover.evidence.push_back(fact); });
    std::stable_sort(handover.evidence.begin(), handover.evidence.end(),
                     [](const Evidence& a, const Evidence& b) { return a.date && (!b.date || *a.date > *b.date); });
    if (!handover.reading.index) return handover;
    handover.steps = next_best_steps(deal, customer, playbook, today);
    std::erase_if(handover.steps, [](const NextStep& step) { return step.gain <= 0; });
    handover.risks = risks_of(deal, customer, playbook, today, handover.reading.index->index);
    handover.unknowns = handover.reading.index->unknowns;
    return handover;
}

}  // namespace compass

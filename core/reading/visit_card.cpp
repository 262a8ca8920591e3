#include "reading/visit_card.h"

#include "reading/every_evidence.h"
#include "reading/plan.h"

#include <algorithm>

namespace compass {
namespace {

void add_facts_about(std::vector<Evidence>& said, const Deal& deal, const Id& person, Date today) {
    const auto add = [&](const Evidence& fact) {
        const bool known = std::any_of(said.begin(), said.end(), [&](const Evidence& one) { return one.id == fact.id; });
        if (!known && !fact.text.empty() && (!fact.date || *fact.date <= today)) said.push_back(fact);
    };
    every_evidence(deal, [&](const Evidence& fact) {
        if (fact.source == person) add(fact);
    });
    for (const Person& one : deal.people) {
        if (one.id != person) continue;
        for (const Evidence& fact : one.support_evidence) add(fact);
        for (const Evidence& fact : one.attitude_evidence) add(fact);
    }
}

}  // namespace

std::vector<VisitCandidate> whom_to_visit(const Deal& deal, const std::vector<NextStep>& steps) {
    std::vector<VisitCandidate> all;
    for (const Person& person : deal.people) {
        VisitCandidate& one = all.emplace_back(VisitCandidate{person.id, 0});
        for (const NextStep& step : steps)
            if (step.person == person.id) one.worth += step.kind == StepKind::answer ? step.value_of_asking : std::max(0.0, step.gain);
    }
    std::stable_sort(all.begin(), all.end(), [](const VisitCandidate& a, const VisitCandidate& b) { return a.worth > b.worth; });
    return all;
}

VisitCard read_visit_card(const Deal& deal, const std::vector<Unknown>& unknowns, const Id& person, Date today, std::size_t facts_at_most,
                          std::size_t questions_at_most) {
    VisitCard card;
    add_facts_about(card.said, deal, person, today);
    std::stable_sort(card.said.begin(), card.said.end(), [](const Evidence& a, const Evidence& b) { return a.date > b.date; });
    if (card.said.size() > facts_at_most) card.said.resize(facts_at_most);
    for (const Unknown& unknown : unknowns) {
        const bool ours = unknown.id == name_of(Factor::customer_class) || unknown.id == name_of(Factor::deal_kind) ||
                          unknown.id == name_of(Factor::silence);
        const bool theirs = !ours && (!unknown.person || unknown.person == person);
        if (theirs && unknown.value_of_asking > 0 && card.questions.size() < questions_at_most) card.questions.push_back(unknown);
    }
    for (std::size_t i = 0; i < deal.tasks.size(); ++i)
        if (deal.tasks[i].person == person && state_of(deal.tasks[i]) != TaskState::seen) card.tasks.push_back(i);
    const auto day = [&](std::size_t i) { return deal.tasks[i].due.value_or(last_date); };
    std::stable_sort(card.tasks.begin(), card.tasks.end(), [&](std::size_t a, std::size_t b) { return day(a) < day(b); });
    return card;
}

}  // namespace compass

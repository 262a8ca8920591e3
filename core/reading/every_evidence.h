// Visits every piece of evidence of a deal: axes, people, alternatives, gates, qualification, events, own factors (methodology §3).
#pragma once

#include "model/deal.h"

#include <array>
#include <vector>

namespace compass {

inline std::array<const Answer*, 5> answers_of(const FiveElements& five) {
    return {&five.purchasing_body, &five.need, &five.suitable_product, &five.budget, &five.timetable};
}
inline std::array<const Answer*, 6> answers_of(const Bantcc& bantcc) {
    return {&bantcc.budget, &bantcc.authority, &bantcc.need, &bantcc.time, &bantcc.company, &bantcc.competitors};
}
inline std::array<const Answer*, 4> answers_of(const CoachTrust& coach) {
    return {&coach.others_trust_them, &coach.we_are_credible, &coach.wants_us_to_win, &coach.told_us_true};
}

// visit(const Evidence&), in the order of the deal's fields.
template <class Visit>
void every_evidence(const Deal& deal, Visit visit) {
    const auto all = [&](const std::vector<Evidence>& facts) {
        for (const Evidence& fact : facts) visit(fact);
    };
    for (const Axis axis : all_axes) all(evidence_of(deal.position, axis));
    for (const Alternative& alternative : deal.alternatives) all(alternative.evidence);
    for (const Person& person : deal.people) {
        all(person.attitude_evidence);
        all(person.support_evidence);
        for (const Answer* answer : answers_of(person.coach)) all(answer->evidence);
    }
    for (const GateItem& gate : deal.gates) all(gate.evidence);
    for (const Answer* answer : answers_of(deal.five_elements)) all(answer->evidence);
    for (const Answer* answer : answers_of(deal.bantcc)) all(answer->evidence);
    for (const CompellingEvent& event : deal.compelling_events) all(event.evidence);
    for (const FactorAnswer& answer : deal.own_factors) all(answer.evidence);
}

}  // namespace compass

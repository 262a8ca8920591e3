// Visits every piece of evidence of a deal: axes, people, alternatives, gates, qualification, events, own factors (methodology §3).
#pragma once

#include "model/deal.h"

#include <array>
#include <concepts>
#include <type_traits>
#include <vector>

namespace compass {

// Pointers to const where the struct is const. The arrays are in the order of the fields.
template <class Five>
requires std::same_as<std::remove_const_t<Five>, FiveElements>
auto answers_of(Five& five) { return std::array{&five.purchasing_body, &five.need, &five.suitable_product, &five.budget, &five.timetable}; }
template <class Six>
requires std::same_as<std::remove_const_t<Six>, Bantcc>
auto answers_of(Six& bantcc) {
    return std::array{&bantcc.budget, &bantcc.authority, &bantcc.need, &bantcc.time, &bantcc.company, &bantcc.competitors};
}
template <class Trust>
requires std::same_as<std::remove_const_t<Trust>, CoachTrust>
auto answers_of(Trust& coach) {
    return std::array{&coach.others_trust_them, &coach.we_are_credible, &coach.wants_us_to_win, &coach.told_us_true};
}

// visit(std::vector<Evidence>&), const where the deal is, in the order of the deal's fields.
template <class Whole, class Visit>
requires std::same_as<std::remove_const_t<Whole>, Deal>
void every_list_of_evidence(Whole& deal, Visit visit) {
    for (const Axis axis : all_axes) visit(evidence_of(deal.position, axis));
    for (auto& alternative : deal.alternatives) visit(alternative.evidence);
    for (auto& person : deal.people) {
        visit(person.attitude_evidence);
        visit(person.support_evidence);
        for (auto* answer : answers_of(person.coach)) visit(answer->evidence);
    }
    for (auto& gate : deal.gates) visit(gate.evidence);
    for (auto* answer : answers_of(deal.five_elements)) visit(answer->evidence);
    for (auto* answer : answers_of(deal.bantcc)) visit(answer->evidence);
    for (auto& event : deal.compelling_events) visit(event.evidence);
    for (auto& answer : deal.own_factors) visit(answer.evidence);
}

// visit(const Evidence&), in the same order.
template <class Visit>
void every_evidence(const Deal& deal, Visit visit) {
    every_list_of_evidence(deal, [&](const std::vector<Evidence>& facts) {
        for (const Evidence& fact : facts) visit(fact);
    });
}

}  // namespace compass

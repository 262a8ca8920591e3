#include "reading/people.h"

#include "reading/every_evidence.h"
#include "reading/position_evidence.h"

#include <algorithm>
#include <cstddef>

namespace compass {
namespace {

bool all_evidence_from_one_person(const Deal& deal) {
    Id only;
    bool others = false;
    every_evidence(deal, [&](const Evidence& evidence) {
        if (!evidence.source) return;
        if (!only) only = evidence.source;
        others = others || evidence.source != only;
    });
    return only && !others;
}

std::optional<int> silent_days(const Deal& deal, Date today) {
    std::optional<Date> latest;
    for (const Person& person : deal.people)
        if (person.contact.last && *person.contact.last <= today) latest = std::max(latest, person.contact.last);
    if (!latest) return std::nullopt;
    return today - *latest;
}

}  // namespace

bool has_role(const Person& person, Role role) { return std::find(person.roles.begin(), person.roles.end(), role) != person.roles.end(); }

double weight_of(const Person& person, const PeopleWeights& weights) {
    double role = 0;
    for (const Role one : person.roles) role = std::max(role, weights.role[static_cast<std::size_t>(type_of(one))]);
    return role * weights.influence[static_cast<std::size_t>(person.influence)] *
           weights.participation[static_cast<std::size_t>(person.participation)];
}

double support_strength(const Person& person, const PeopleWeights& weights, Date today) {
    std::optional<double> best;
    for (const Evidence& evidence : person.support_evidence)
        if (evidence.direction == Direction::for_) best = std::max(best, std::optional(strength(evidence, weights, today)));
    return best.value_or(weights.certainty_without_evidence);
}

double attitude_value(Attitude attitude, const PeopleWeights& weights) {
    if (attitude == Attitude::unknown) return 0;
    return weights.attitude[static_cast<std::size_t>(attitude) - 1];
}

bool is_covered(const Person& person, const PeopleWeights& weights, Date today) {
    if (person.contact.ladder < ContactLadder::connected || !person.contact.last) return false;
    const int days = today - *person.contact.last;
    return days >= 0 && days <= weights.covered_within_days;
}

bool is_coach(const Person& person) {
    return person.inside_help == InsideHelp::coach || has_role(person, Role::coach_guide) || has_role(person, Role::coach_advocate);
}

PeopleReading read_people(const Deal& deal, const PeopleWeights& weights, Date today) {
    PeopleReading reading;
    double support = 0, receptivity = 0;
    bool support_known = false, attitude_known = false;
    for (const Person& person : deal.people) {
        const double weight = weight_of(person, weights);
        const bool covered = is_covered(person, weights, today);
        reading.total_weight += weight;
        if (weight > 0 && person.support) {
            support += weight * support_strength(person, weights, today) * *person.support / 5;
            support_known = true;
        }
        if (weight > 0 && person.attitude != Attitude::unknown) {
            receptivity += weight * attitude_value(person.attitude, weights);
            attitude_known = true;
        }
        if (has_role(person, Role::economic_final)) {
            reading.economic_buyer_named = true;
            reading.economic_buyer_covered = reading.economic_buyer_covered || covered;
        }
        reading.coach_present = reading.coach_present || is_coach(person);
        reading.covered += covered;
    }
    if (support_known) reading.support = support / reading.total_weight;
    if (attitude_known) reading.receptivity = receptivity / reading.total_weight;
    reading.threads = reading.covered < 2                  ? Threads::few_covered
                      : all_evidence_from_one_person(deal) ? Threads::one_source
                                                           : Threads::several;
    reading.silent_days = silent_days(deal, today);
    return reading;
}

}  // namespace compass

// What the people of a deal add up to: weight, support, receptivity, coverage (methodology §6).
#pragma once

#include "model/deal.h"
#include "model/playbook.h"
#include "model/words.h"

#include <optional>

namespace compass {

enum class Threads : std::uint8_t { several, few_covered, one_source };

template <>
struct WordsOf<Threads> {
    static constexpr auto words = words_up_to<Threads, Threads::one_source>("several", "few_covered", "one_source");
};

struct PeopleReading {
    double total_weight = 0;            // Σ ω
    std::optional<double> support;      // S, −1 … 1; nothing = nobody's support is known
    std::optional<double> receptivity;  // R, −1 … 1; nothing = nobody's attitude is known
    bool economic_buyer_named = false;  // somebody has the last yes
    bool economic_buyer_covered = false;
    bool coach_present = false;  // somebody has a coach's role or helps as one; whether credible is another question
    Threads threads = Threads::few_covered;
    int covered = 0;                 // people
    std::optional<int> silent_days;  // since the latest contact with anyone; nothing = never recorded
    bool operator==(const PeopleReading&) const = default;
};

PeopleReading read_people(const Deal& deal, const PeopleWeights& weights, Date today);

bool has_role(const Person& person, Role role);
// ω = role × influence × participation, of the person's heaviest role. Without a role 0: we do not know what they decide.
double weight_of(const Person& person, const PeopleWeights& weights);
// κ of the support: the strength of the best evidence for it; `certainty_without_evidence` where there is none.
double support_strength(const Person& person, const PeopleWeights& weights, Date today);
// m, −1 … 1; 0 for unknown.
double attitude_value(Attitude attitude, const PeopleWeights& weights);
// Connected at least, and a contact within the last `covered_within_days`. A date after today has not happened.
bool is_covered(const Person& person, const PeopleWeights& weights, Date today);
bool is_coach(const Person& person);

}  // namespace compass

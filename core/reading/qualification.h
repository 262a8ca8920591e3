// What we know of a question that must be answered, and the three blind spots (methodology §4, §9).
#pragma once

#include "model/customer.h"
#include "model/deal.h"
#include "model/playbook.h"
#include "model/words.h"

#include <cstdint>

namespace compass {

// unknown: no evidence. none: the evidence against it outweighs the evidence for it.
// claimed: inferred or unclear at best. verified: explicit or consensus.
enum class AnswerStatus : std::uint8_t { unknown, none, claimed, verified };

template <>
struct WordsOf<AnswerStatus> {
    static constexpr auto words = words_up_to<AnswerStatus, AnswerStatus::verified>("unknown", "none", "claimed", "verified");
};

AnswerStatus status_of(const Answer& answer, const PeopleWeights& weights, Date today);

// The budget: whose, how much, who approves. "Ability to pay" of the five elements is no budget and does not count here.
AnswerStatus budget_status(const Deal& deal, const PeopleWeights& weights, Date today);
// The timetable: five elements and BANTCC ask the same; their evidence is taken together.
AnswerStatus timetable_status(const Deal& deal, const PeopleWeights& weights, Date today);

// What is still in the dark from P3 on. `customer` may be null.
struct BlindSpots {
    bool competitors = false;  // nobody listed who they could choose instead
    bool purchasing = false;   // neither purchasing body, authority nor decision mode known
    bool budget = false;       // neither a budget nor an ability to pay known
    bool operator==(const BlindSpots&) const = default;
};
BlindSpots blind_spots(const Deal& deal, const Customer* customer);

}  // namespace compass

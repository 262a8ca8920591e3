// Every single edit that the method knows, ranked by what it would do for the deal: the next best steps (methodology §3, 5, 6, 8, 9).
#pragma once

#include "model/customer.h"
#include "model/deal.h"
#include "model/playbook.h"
#include "reading/win_index.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace compass {

struct NextStep {
    StepKind kind = StepKind::move;
    Move move = Move::hold;        // of a move
    Id person;                     // whose support, coverage or answer
    std::string item;              // a gate item, or the unknown that is answered
    Probability best;              // the best policy's value afterwards; for an answer the mean over its possible answers
    double gain = 0;               // best − the present best
    double value_of_asking = 0;    // of an answer: how far the index may go either way
    std::optional<double> days;    // until it has happened, expected, where the playbook knows: the periods that a move takes
    std::optional<double> effort;  // days of work of ours, from practice.efforts; nothing = the playbook does not say
    bool operator==(const NextStep&) const = default;
};

// The greatest gain first; ties in the order of StepKind, then of the deal and the playbook. Tried are: each move that stays on the board
// and is ours; one more point of support of each person with a role and a known support below +5; contact today with each person who has a
// role and is not covered; each open question with its prior; each unmet gate item of the earlier stages. Empty for a closed deal.
std::vector<NextStep> next_best_steps(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today);

// Two steps taken together.
struct StepPair {
    NextStep first, second;        // as next_best_steps() gives them alone, the one that gains more first
    Probability best;              // with both; for answers the mean over their possible answers
    double gain = 0;               // best − the present best
    double together = 0;           // gain − the sum of the two alone: above 0 they help each other
    std::optional<double> effort;  // of both
    bool operator==(const StepPair&) const = default;
};

// The pairs that gain most, at most `at_most`, greatest gain first, among the `candidates` best single steps. Left out are pairs that
// exclude each other: two moves on one axis, and a question that the other step settles.
std::vector<StepPair> next_best_pairs(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today,
                                      std::size_t candidates = 8, std::size_t at_most = 5);

}  // namespace compass

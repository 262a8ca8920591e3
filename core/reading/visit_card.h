// The visit card: before a visit, whom to see and why, what to ask, what they said last, what is promised (methodology §9).
#pragma once

#include "model/deal.h"
#include "reading/next_steps.h"
#include "reading/win_index.h"

#include <cstddef>
#include <vector>

namespace compass {

struct VisitCandidate {
    Id person;
    double worth = 0;  // what covering and winning them would gain, and what asking about them is worth, in sum
    bool operator==(const VisitCandidate&) const = default;
};

// Everybody of the deal, who is worth most first, equals in the order of the deal.
std::vector<VisitCandidate> whom_to_visit(const Deal& deal, const std::vector<NextStep>& steps);

struct VisitCard {
    std::vector<Evidence> said;      // by them or about them, the newest first
    std::vector<Unknown> questions;  // about them or about the deal, most worth asking first; not what only we can know
    std::vector<std::size_t> tasks;  // in Deal::tasks: promised and concerning them, without a result; the earliest day first
    bool operator==(const VisitCard&) const = default;
};

VisitCard read_visit_card(const Deal& deal, const std::vector<Unknown>& unknowns, const Id& person, Date today,
                          std::size_t facts_at_most = 3, std::size_t questions_at_most = 5);

}  // namespace compass

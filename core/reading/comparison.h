// Two readings of one deal held against each other, term by term: what an edit would change, and why (methodology §4, what-if).
#pragma once

#include "reading/deal_reading.h"

#include <string>
#include <vector>

namespace compass {

// A factor that counts differently, or whose fact changed; 0 where a reading does not have it.
struct TermChange {
    Factor factor = Factor::support;
    std::string own;  // id of the own factor, else empty
    LogOdds before, after;
    LogOdds difference;  // after − before
    bool operator==(const TermChange&) const = default;
};

struct SideChange {
    LogOdds base;                   // what the position alone changes
    std::vector<TermChange> terms;  // the largest difference first
    LogOdds total;                  // base + Σ terms: the difference of the side's log-odds
    Probability before, after;
    bool operator==(const SideChange&) const = default;
};

struct Comparison {
    SideChange decide, choose;
    double index = 0;  // after − before, −1 … 1
    double best = 0;   // of the best policy's value, after − before
    Move best_move_before = Move::hold, best_move_after = Move::hold;
    bool operator==(const Comparison&) const = default;
};

// Nothing where either reading is of a closed deal.
std::optional<Comparison> compare(const DealReading& before, const DealReading& after);

}  // namespace compass

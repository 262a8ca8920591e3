// Which move is best given the time left: a finite-horizon decision process on the 64 positions, solved exactly (methodology §5).
#pragma once

#include "model/playbook.h"
#include "model/position.h"
#include "reading/win_index.h"

#include <array>
#include <optional>
#include <vector>

namespace compass {

inline constexpr int horizon_limit = 52;  // periods that there is room for

struct RankedMove {
    Move move = Move::hold;
    Position to;
    Probability value;            // tried for this period, the best policy afterwards; for competition_down: once it has happened
    Probability chance;           // that it succeeds within one period; the rival's chance for competition_down
    double expected_periods = 0;  // 1 ÷ chance; 0 where the chance is 0
    double gain = 0;              // value − value of holding for this period, −1 … 1
    bool operator==(const RankedMove&) const = default;
};

struct PathStep {
    Move move = Move::hold;  // done in the position before; hold = wait until the customer takes the next stage by itself
    Position to;
    int periods = 0;  // expected, rounded, at least 1
    bool operator==(const PathStep&) const = default;
};

// One of the 64 needles: the best move there.
struct Needle {
    Move move = Move::hold;
    Probability value;  // chance to win from there under the best policy
    bool operator==(const Needle&) const = default;
};

struct Navigation {
    Position position;
    int periods = 1;                   // 1 … 52
    Probability hold_all;              // do nothing for all periods
    Probability best;                  // the best policy
    std::vector<RankedMove> moves;     // what we can do here, hold included, best first; ties in the order of enum Move
    std::optional<RankedMove> threat;  // competition_down: what a rival's next step would do
    std::vector<PathStep> path;  // most likely course of the best policy, until closing is reached or time is up; its last step may overrun
    std::array<Needle, position_count> field;  // by index_of(position)
    bool operator==(const Navigation&) const = default;
};

// ceil(days ÷ period), within 1 … periods_at_most; `periods_without_date` where there is no date.
int periods_left(const NavigatorWeights& weights, std::optional<Date> signing_date, Date today);

// decide, choose: Δd and Δw, the deal's sums of factors. periods is clamped to 1 … periods_at_most.
Navigation navigate(const Playbook& playbook, const Position& position, int periods, LogOdds decide, LogOdds choose);

// Chance that a move succeeds within one period; nothing where it leaves the board or is no one's choice (competition_down).
std::optional<Probability> chance_of(const NavigatorWeights& weights, const Position& position, Move move);

}  // namespace compass

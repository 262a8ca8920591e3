// Everything the compass shows of one deal, read in one call: as claimed, and as the evidence says.
#pragma once

#include "reading/navigator.h"
#include "reading/position_evidence.h"
#include "reading/win_index.h"

#include <array>
#include <optional>

namespace compass {

struct DealReading {
    Position position;              // the one that was read: claimed, or the what-if's
    std::optional<WinIndex> index;  // nothing once the deal is closed
    Navigation navigation;          // no moves, no needles once it is closed
    std::array<AxisReading, axis_count> axes;
    Position evidenced;
    std::optional<Probability> evidenced_index;  // where evidence and claim differ; with the best move there
    std::optional<RankedMove> evidenced_move;
    bool no_signing_date = false;
    int days_past_signing = 0;  // of an open deal; 0 = the date is yet to come, or there is none
    bool operator==(const DealReading&) const = default;
};

// `customer` may be null. `what_if` reads the same deal as if it stood there.
DealReading read_deal(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today,
                      std::optional<Position> what_if = {});

}  // namespace compass

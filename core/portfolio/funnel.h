// The funnel: what stands in each P-stage, how much passes on, how long it takes, and what is stuck (methodology §8).
#pragma once

#include "model/deal.h"
#include "model/playbook.h"
#include "portfolio/money_sums.h"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace compass {

struct FunnelRow {
    FunnelStage stage = FunnelStage::p1;
    int count = 0;                      // open deals that stand here
    std::vector<MoneySum> amounts;      // of their objectives; weighted by the stage
    int without_amount = 0;             // of them
    int entered = 0, advanced = 0;      // deals that were ever here and are decided: gone on to a later stage or won, or ended here
    std::optional<double> conversion;   // advanced ÷ entered; nothing = none is decided yet
    std::optional<double> median_days;  // of the stays that are over; nothing = there is none
    bool operator==(const FunnelRow&) const = default;
};

struct StuckDeal {
    std::size_t deal = 0;  // in the list that was read
    int days = 0;          // in its present stage
    double median = 0;
    bool operator==(const StuckDeal&) const = default;
};

struct Funnel {
    std::array<FunnelRow, funnel_stage_count> rows;
    std::vector<StuckDeal> stuck;  // open deals in their stage for more than playbook.stuck_after_medians medians; the longest first
    bool operator==(const Funnel&) const = default;
};

// Null pointers are not allowed. History after `today` has not happened.
Funnel read_funnel(const std::vector<const Deal*>& deals, const Playbook& playbook, Date today);

}  // namespace compass

// How well the index foretold what happened: closed deals against their last index (methodology §12).
#pragma once

#include "model/playbook.h"
#include "model/workspace.h"

#include <array>
#include <cstddef>
#include <vector>

namespace compass {

struct ForetoldDeal {
    std::size_t deal = 0;   // in Workspace::deals
    Probability index;      // of the last review at least practice.lead_days before the end, else read from the deal as it stood then
    bool recorded = false;  // by a review: true; read afterwards from what the file still tells: false
    bool won = false;
    bool operator==(const ForetoldDeal&) const = default;
};

// The deals whose index was in [low, high); the last bin holds 1, too.
struct ReliabilityBin {
    double low = 0, high = 0;
    int deals = 0, won = 0;
    double index = 0;  // mean of theirs; 0 where there are none
    bool operator==(const ReliabilityBin&) const = default;
};

inline constexpr int reliability_bins = 10;

struct TrackRecord {
    std::vector<ForetoldDeal> deals;  // won and lost ones, no decision included, in the workspace's order
    int won = 0;
    int without_end = 0;                       // won or lost on an unknown day: left out
    double base_rate = 0;                      // won ÷ deals
    double brier = 0, log_loss = 0;            // of the index: means over the deals, 0 is perfect
    double base_brier = 0, base_log_loss = 0;  // of saying the base rate of every deal
    std::array<ReliabilityBin, reliability_bins> bins;
    bool enough = false;           // deals ≥ practice.closed_deals_at_least
    bool beats_base_rate = false;  // in Brier score and log loss
    bool operator==(const TrackRecord&) const = default;
};

// All numbers are 0 without deals. Chances are kept 1e-6 away from 0 and 1 in the log loss, so that no deal costs without limit.
// The playbook must have its practice: with_method() in codec/method.h.
TrackRecord read_track_record(const Workspace& workspace, const Playbook& playbook);

}  // namespace compass

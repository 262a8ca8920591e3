// The way of a deal through our process, from its stage history (methodology §8).
#pragma once

#include "model/deal.h"

#include <optional>
#include <vector>

namespace compass {

// One stay in a P-stage; a deal may come back to a stage, then it has two.
struct Stay {
    FunnelStage stage = FunnelStage::p1;
    Date from;
    std::optional<Date> to;  // the day the next stay began or the deal ended; nothing = it is still there
    int days = 0;            // from … to, or … today
    bool operator==(const Stay&) const = default;
};

// In the order of time. Entries of one day: the last in the list counts. Entries of the same stage in a row are one stay;
// entries after `today` have not happened. Empty where the deal has no history.
std::vector<Stay> stage_stays(const Deal& deal, Date today);

}  // namespace compass

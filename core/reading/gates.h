// What our own process still owes: unmet gate items of earlier stages, and how far it runs ahead of the customer (methodology §8).
#pragma once

#include "model/deal.h"
#include "model/playbook.h"

#include <string_view>

namespace compass {

// Of the stages before the present one. Open and claimed items are unmet; those that do not apply are no items.
struct GateDebt {
    int items = 0, unmet = 0;
    double share() const { return items == 0 ? 0 : static_cast<double>(unmet) / items; }  // 0 … 1
    bool operator==(const GateDebt&) const = default;
};

GateDebt gate_debt(const Deal& deal, const Playbook& playbook);

// What the deal says of a gate item. "Met" without a single fact for it is only claimed.
GateState state_of(const Deal& deal, std::string_view item);

// max(0, buying stage that the P-stage needs − actual buying stage); P1 and P2 need none.
int steps_ahead(FunnelStage funnel_stage, Stage buying_stage, const Playbook& playbook);

}  // namespace compass

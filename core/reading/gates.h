// What our own process still owes: unmet gate items of earlier stages, and how far it runs ahead of the customer (methodology §8).
#pragma once

#include "model/deal.h"
#include "model/playbook.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace compass {

// Of the stages before the present one. Open and claimed items are unmet; those that do not apply are no items.
struct GateDebt {
    int items = 0, unmet = 0;
    double share() const { return items == 0 ? 0 : static_cast<double>(unmet) / items; }  // 0 … 1
    bool operator==(const GateDebt&) const = default;
};

GateDebt gate_debt(const Deal& deal, const Playbook& playbook);

// The last day on which a claimed opportunity is protected; nothing where nobody has claimed it.
std::optional<Date> protected_until(const Deal& deal, const Playbook& playbook);

// What the deal says of a gate item. "Met" without a single fact for it is only claimed.
GateState state_of(const Deal& deal, std::string_view item);

// max(0, buying stage that the P-stage needs − actual buying stage); P1 and P2 need none.
int steps_ahead(FunnelStage funnel_stage, Stage buying_stage, const Playbook& playbook);

struct GateItemReading {
    std::string id;  // of the playbook's gate item
    GateState state = GateState::open;
    bool operator==(const GateItemReading&) const = default;
};

// The gate of one P-stage.
struct StageGate {
    FunnelStage stage = FunnelStage::p1;
    std::vector<GateItemReading> items;  // all of them, in the playbook's order
    int counted = 0, unmet = 0;          // those that apply; of these open or claimed
    bool reached = false;                // every item that applies is met
    bool debt = false;                   // an earlier stage, left with items unmet
    bool operator==(const StageGate&) const = default;
};

// P1 to P7 in order. The debt of all together is gate_debt().
std::vector<StageGate> stage_gates(const Deal& deal, const Playbook& playbook);

}  // namespace compass

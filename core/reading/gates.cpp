#include "reading/gates.h"

#include <algorithm>

namespace compass {

std::optional<Date> protected_until(const Deal& deal, const Playbook& playbook) {
    const Protection& protection = deal.protection;
    if (!protection.claimed_on) return std::nullopt;
    return months_after(*protection.claimed_on, protection.months.value_or(playbook.protection_months));
}

GateState state_of(const Deal& deal, std::string_view item) {
    const auto found = std::find_if(deal.gates.begin(), deal.gates.end(), [&](const GateItem& gate) { return gate.item == item; });
    if (found == deal.gates.end()) return GateState::open;
    const bool shown =
        std::any_of(found->evidence.begin(), found->evidence.end(), [](const Evidence& fact) { return fact.direction == Direction::for_; });
    return found->state == GateState::met && !shown ? GateState::claimed : found->state;
}

GateDebt gate_debt(const Deal& deal, const Playbook& playbook) {
    GateDebt debt;
    for (const FunnelStageText& stage : playbook.funnel) {
        if (stage.stage >= deal.funnel_stage) continue;
        for (const GateItemText& item : stage.gate) {
            const GateState state = state_of(deal, item.id);
            debt.items += state != GateState::not_applicable;
            debt.unmet += state == GateState::open || state == GateState::claimed;
        }
    }
    return debt;
}

std::vector<StageGate> stage_gates(const Deal& deal, const Playbook& playbook) {
    std::vector<StageGate> gates;
    for (const FunnelStageText& stage : playbook.funnel) {
        StageGate gate;
        gate.stage = stage.stage;
        for (const GateItemText& item : stage.gate) {
            const GateState state = state_of(deal, item.id);
            gate.items.push_back({item.id, state});
            gate.counted += state != GateState::not_applicable;
            gate.unmet += state == GateState::open || state == GateState::claimed;
        }
        gate.reached = gate.unmet == 0;
        gate.debt = gate.stage < deal.funnel_stage && !gate.reached;
        gates.push_back(std::move(gate));
    }
    return gates;
}

int steps_ahead(FunnelStage funnel_stage, Stage buying_stage, const Playbook& playbook) {
    for (const FunnelStageText& stage : playbook.funnel)
        if (stage.stage == funnel_stage && stage.needs) return std::max(0, static_cast<int>(*stage.needs) - static_cast<int>(buying_stage));
    return 0;
}

}  // namespace compass

// What each of us does in a P-stage, and who of ours an amount calls in (methodology §8).
#pragma once

#include "model/deal.h"
#include "model/playbook.h"

#include <optional>
#include <vector>

namespace compass {

// In the playbook's order.
std::vector<KeyActionText> key_actions(const Practice& practice, FunnelStage stage, OurRole role);

// The first level that reaches the amount. Null where none does, or where a level before it stands in another currency, so that
// they cannot be compared.
const AmountLevel* level_for(const std::vector<AmountLevel>& levels, const Money& amount);

struct Oversight {
    bool confirmation_due = false;  // from P3 on, until a manager has confirmed the five elements
    std::optional<Text> senior;     // who of ours must care for a deal of this size; nothing = no amount, or not comparable
    bool senior_named = false;      // the team has a sponsor
    bool operator==(const Oversight&) const = default;
};

// The playbook must have its practice: with_method() in codec/method.h.
Oversight oversight_of(const Deal& deal, const Practice& practice);

}  // namespace compass

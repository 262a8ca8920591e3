// Who can take us to somebody we cannot reach (methodology §6, path to a person).
#pragma once

#include "model/playbook.h"

#include <optional>
#include <vector>

namespace compass {

struct IntroductionStep {
    Id person;
    std::optional<LinkKind> by;  // the link that leads here from the step before; nothing for the supporter who begins
    bool operator==(const IntroductionStep&) const = default;
};

// The chain with the fewest links from a supporter (support ≥ weights.supporter_from, connected to us at least: who was never met
// cannot introduce us) to `person`; among equals the one with more allied and influencing links, then the earlier in the deal's list.
// Alliances and reporting lines lead both ways, influence only to whom it is exerted on, conflicts nowhere.
// Empty where the person is covered, is such a supporter, is not in the deal, or where no chain leads there.
std::vector<IntroductionStep> introduction_to(const Id& person, const Deal& deal, const PeopleWeights& weights, Date today);

}  // namespace compass

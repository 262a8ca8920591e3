#include "reading/our_roles.h"

#include <algorithm>

namespace compass {

std::vector<KeyActionText> key_actions(const Practice& practice, FunnelStage stage, OurRole role) {
    std::vector<KeyActionText> actions;
    std::copy_if(practice.key_actions.begin(), practice.key_actions.end(), std::back_inserter(actions),
                 [&](const KeyActionText& action) { return action.stage == stage && action.role == role; });
    return actions;
}

const AmountLevel* level_for(const std::vector<AmountLevel>& levels, const Money& amount) {
    for (const AmountLevel& level : levels) {
        if (level.up_to && level.up_to->currency != amount.currency) return nullptr;
        if (!level.up_to || amount.minor <= level.up_to->minor) return &level;
    }
    return nullptr;
}

Oversight oversight_of(const Deal& deal, const Practice& practice) {
    Oversight oversight;
    oversight.confirmation_due = deal.funnel_stage >= FunnelStage::p3 && deal.five_elements.confirmed_by.empty();
    if (deal.objective.amount)
        if (const AmountLevel* level = level_for(practice.seniors, *deal.objective.amount)) oversight.senior = level->title;
    oversight.senior_named =
        std::any_of(deal.team.begin(), deal.team.end(), [](const TeamMember& member) { return member.role == TeamRole::sponsor; });
    return oversight;
}

}  // namespace compass

// Reminders that stay until the first payment is in (methodology §7).
#include "reading/flag_themes.h"
#include "reading/gates.h"
#include "reading/payment.h"
#include "reading/rule_facts.h"

#include <algorithm>

namespace compass {
namespace {

bool reached(const Deal& deal, const std::string& item) {
    const GateState state = state_of(deal, item);
    return state == GateState::claimed || state == GateState::met;
}

// `rule.words`: gate items that are claimed or met, or signs of closing that are ticked.
std::vector<Fact> what_reminds(const Deal& deal, const FindingRule& rule) {
    std::vector<Fact> facts;
    for (const std::string& word : rule.words) {
        if (reached(deal, word)) facts.push_back({"/gates/" + word, name_of(state_of(deal, word))});
        for (std::size_t i = 0; i < deal.position.stage_evidence.size(); ++i) {
            const Evidence& fact = deal.position.stage_evidence[i];
            if (fact.sign == word && fact.direction == Direction::for_) facts.push_back({list_place("/position/stage_evidence", i), word});
        }
    }
    return facts;
}

void until_paid(const Scene& scene, const FindingRule& rule, Findings& found) {
    if (scene.deal.first_payment) return;
    if (std::vector<Fact> facts = what_reminds(scene.deal, rule); !facts.empty()) found.add(std::move(facts));
}

void signed_with_low_payment(const Scene& scene, const FindingRule& rule, Findings& found) {
    if (!payment_is_low(scene.deal, rule.limit)) return;
    std::vector<Fact> facts = what_reminds(scene.deal, rule);
    if (facts.empty()) return;
    for (Fact& fact : payment_facts(scene.deal)) facts.push_back(std::move(fact));
    found.add(std::move(facts));
}

}  // namespace

RuleTheme reminder_flags() {
    static constexpr FindingEntry entries[] = {
        {"reminder_best_score", StepAction::put_task, until_paid},
        {"reminder_publicity", StepAction::put_task, until_paid},
        {"reminder_award_letter", StepAction::put_task, until_paid},
        {"reminder_low_first_payment", StepAction::put_task, signed_with_low_payment},
    };
    return entries;
}

}  // namespace compass

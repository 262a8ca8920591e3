// The tables of the playbook (methodology §3–8, 12): every number must be in the file and within reason.
// What one number demands of another is in playbook_rules.cpp.
#include "codec/kind.h"
#include "codec/method.h"
#include "model/playbook.h"

namespace compass {

// clang-format off
constexpr Rule list = at_most(1000);
constexpr Rule probability = required(strictly_between(0, 1));
constexpr Rule chance = required(between(0, 1));
constexpr Rule log_odds = required(between(-20, 20));
constexpr Rule factor = required(between(0, 10));
constexpr Rule days = required(between(1, 3650));
constexpr Rule periods = required(between(1, 52));
constexpr Rule identifier = filled(name);

TABLE(Text,
    FIELD(zh, filled(prose)),
    FIELD(en, filled(prose)));

TABLE(IndexWeights,
    FIELD(decide_base, probability),
    FIELD(choose_base, probability),
    FIELD(settled, chance),
    FIELD(prior, probability),
    FIELD(support, log_odds),
    FIELD(receptivity, log_odds),
    FIELD(economic_buyer_not_covered, log_odds),
    FIELD(no_coach, log_odds),
    FIELD(single_threaded, log_odds),
    FIELD(customer_ideal, log_odds),
    FIELD(customer_fitting, log_odds),
    FIELD(customer_strained, log_odds),
    FIELD(customer_unfit, log_odds),
    FIELD(kind_repeat, log_odds),
    FIELD(kind_new_product, log_odds),
    FIELD(kind_new_customer, log_odds),
    FIELD(blind_spot, log_odds),
    FIELD(blind_spots_from, needed),
    FIELD(gate_debt, log_odds),
    FIELD(budget_verified, log_odds),
    FIELD(budget_claimed, log_odds),
    FIELD(budget_none, log_odds),
    FIELD(timetable_verified, log_odds),
    FIELD(timetable_claimed, log_odds),
    FIELD(timetable_none, log_odds),
    FIELD(compelling_event, log_odds),
    FIELD(compelling_event_within_days, days),
    FIELD(silence_short, log_odds),
    FIELD(silence_long, log_odds),
    FIELD(silence_short_days, days),
    FIELD(silence_long_days, days),
    FIELD(seller_ahead, log_odds));

TABLE(NavigatorWeights,
    FIELD(period_days, required(between(1, 366))),
    FIELD(periods_at_most, periods),
    FIELD(periods_without_date, periods),
    FIELD(forward, chance),
    FIELD(lead, factor),
    FIELD(back, chance),
    FIELD(gain, chance),
    FIELD(steep, factor),
    FIELD(urgency_up, chance),
    FIELD(urgency_down, chance),
    FIELD(die, chance),
    FIELD(drift, chance),
    FIELD(decide, chance),
    FIELD(rival, chance),
    FIELD(undecided, chance));

TABLE(PeopleWeights,
    FIELD(role, factor),
    FIELD(influence, factor),
    FIELD(participation, factor),
    FIELD(attitude, required(between(-10, 10))),
    FIELD(certainty, chance),
    FIELD(certainty_without_evidence, chance),
    FIELD(evidence_half_life_days, days),
    FIELD(covered_within_days, days),
    FIELD(supporter_from, required(between(1, 5))));

TABLE(Sign,
    FIELD(id, identifier),
    FIELD(axis, needed),
    FIELD(level, required(between(0, level_count - 1))),
    FIELD(text, needed));

TABLE(MoveAdvice,
    FIELD(move, needed),
    FIELD(stage, needed),
    FIELD(reason, needed),
    FIELD(proof, needed),
    FIELD(who, needed),
    FIELD(question, needed));

TABLE(GateItemText,
    FIELD(id, identifier),
    FIELD(text, needed));

TABLE(FunnelStageText,
    FIELD(stage, needed),
    FIELD(name, needed),
    FIELD(weight, chance),
    FIELD(needs, list),
    FIELD(gate, list));

TABLE(Criterion,
    FIELD(id, identifier),
    FIELD(text, needed));

TABLE(PriorAnswer,
    FIELD(answer, identifier),
    FIELD(probability, chance));

TABLE(Prior,
    FIELD(unknown, identifier),
    FIELD(answers, list),
    FIELD(question, needed));

TABLE(FactorLevel,
    FIELD(id, identifier),
    FIELD(text, needed),
    FIELD(contribution, log_odds),
    FIELD(prior, chance));

TABLE(OwnFactor,
    FIELD(id, identifier),
    FIELD(name, needed),
    FIELD(target, needed),
    FIELD(levels, list));

TABLE(FindingRule,
    FIELD(id, identifier),
    FIELD(severity, needed),
    FIELD(days, between(0, 3650)),
    FIELD(limit, between(-1000, 1000)),
    FIELD(from, plain),
    FIELD(words, name),
    FIELD(text, needed),
    FIELD(step, needed));

TABLE(KeyActionText,
    FIELD(id, identifier),
    FIELD(stage, needed),
    FIELD(role, needed),
    FIELD(text, needed));

TABLE(HouseItemText,
    FIELD(id, identifier),
    FIELD(layer, needed),
    FIELD(text, needed));

TABLE(AmountLevel,
    FIELD(up_to, plain),
    FIELD(title, needed));

TABLE(StepEffort,
    FIELD(kind, needed),
    FIELD(days, required(between(0, 3650))));

TABLE(LeverBehaviour,
    FIELD(lever, needed),
    FIELD(text, needed));

TABLE(Practice,
    FIELD(review_moved_days, between(0, 3650)),
    FIELD(review_again_days, between(0, 3650)),
    FIELD(review_judge_days, between(0, 3650)),
    FIELD(high_from, between(0, 5)),
    FIELD(lever_step, between(0, 1)),
    FIELD(closed_deals_at_least, between(0, 20000)),
    FIELD(lead_days, between(0, 3650)),
    FIELD(answer_days, between(0, 3650)),
    FIELD(key_actions, list),
    FIELD(house, list),
    FIELD(approvals, list),
    FIELD(seniors, list),
    FIELD(efforts, list),
    FIELD(behaviours, list));

TABLE(Playbook,
    FIELD(id, identifier),
    FIELD(name, needed),
    FIELD(index, needed),
    FIELD(navigator, needed),
    FIELD(people, needed),
    FIELD(signs, list),
    FIELD(moves, list),
    FIELD(funnel, list),
    FIELD(criteria, list),
    FIELD(priors, list),
    FIELD(own_factors, list),
    FIELD(rules, list),
    FIELD(protection_months, required(between(0, 120))),
    FIELD(stuck_after_medians, required(between(1, 100))),
    FIELD(practice, plain));

TABLE(Method,
    FIELD(rules, list),
    FIELD(practice, plain));
// clang-format on

constexpr Description method_description = TableOf<Method>::description;
constexpr Description playbook_description = TableOf<Playbook>::description;

}  // namespace compass

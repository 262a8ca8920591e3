// Red flags about our process, qualification, money and the customer (methodology §1, 7–9).
#include "reading/customer_class.h"
#include "reading/every_evidence.h"
#include "reading/flag_themes.h"
#include "reading/gates.h"
#include "reading/payment.h"
#include "reading/qualification.h"
#include "reading/rule_facts.h"

#include <algorithm>
#include <array>

namespace compass {
namespace {

void seller_ahead(const Scene& scene, const FindingRule&, Findings& found) {
    const int steps = steps_ahead(scene.deal.funnel_stage, scene.deal.position.claimed.stage, scene.playbook);
    if (steps > 0)
        found.add(
            {{"/funnel_stage", name_of(scene.deal.funnel_stage)}, {"/position/claimed/stage", name_of(scene.deal.position.claimed.stage)}},
            {}, steps);
}

void five_elements_incomplete(const Scene& scene, const FindingRule&, Findings& found) {
    constexpr std::array<const char*, 5> names = {"purchasing_body", "need", "suitable_product", "budget", "timetable"};
    const auto answers = answers_of(scene.deal.five_elements);
    std::vector<Fact> missing;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const AnswerStatus status = status_of(*answers[i], scene.playbook.people, scene.today);
        if (status <= AnswerStatus::none) missing.push_back({std::string("/five_elements/") + names[i], name_of(status)});
    }
    const int count = static_cast<int>(missing.size());
    if (count > 0) found.add(std::move(missing), {}, count);
}

void no_senior_visit(const Scene& scene, const FindingRule& rule, Findings& found) {
    for (const std::string& item : rule.words) {
        const GateState state = state_of(scene.deal, item);
        if (state == GateState::open || state == GateState::claimed) found.add({{"/gates/" + item, name_of(state)}});
    }
}

void budget_not_verified(const Scene& scene, const FindingRule&, Findings& found) {
    const AnswerStatus status = budget_status(scene.deal, scene.playbook.people, scene.today);
    if (status != AnswerStatus::verified) found.add({{"/bantcc/budget", name_of(status)}});
}

void first_payment_low(const Scene& scene, const FindingRule& rule, Findings& found) {
    if (payment_is_low(scene.deal, rule.limit)) found.add(payment_facts(scene.deal));
}

void customer_of_class(const Scene& scene, CustomerClass wanted, Findings& found) {
    if (!scene.customer || class_of(*scene.customer, scene.playbook.criteria) != wanted) return;
    std::vector<Fact> scores;
    for (std::size_t i = 0; i < scene.customer->ideal.size(); ++i)
        if (scene.customer->ideal[i].score < 3)
            scores.push_back({list_place("/customer/ideal", i, "/score"), std::to_string(scene.customer->ideal[i].score)});
    found.add(std::move(scores));
}
void customer_strained(const Scene& scene, const FindingRule&, Findings& found) {
    customer_of_class(scene, CustomerClass::strained, found);
}
void customer_unfit(const Scene& scene, const FindingRule&, Findings& found) { customer_of_class(scene, CustomerClass::unfit, found); }

}  // namespace

RuleTheme process_flags() {
    static constexpr FindingEntry entries[] = {
        {"seller_ahead", StepAction::set_funnel_stage, seller_ahead},
        {"five_elements_incomplete", StepAction::put_answer, five_elements_incomplete},
        {"no_senior_visit", StepAction::put_task, no_senior_visit},
        {"budget_not_verified", StepAction::put_answer, budget_not_verified},
        {"first_payment_low", StepAction::put_task, first_payment_low},
        {"customer_unfit", StepAction::put_customer, customer_unfit},
        {"customer_strained", StepAction::put_customer, customer_strained},
    };
    return entries;
}

}  // namespace compass

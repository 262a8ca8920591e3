#include "reading/qualification.h"

#include "reading/position_evidence.h"

#include <initializer_list>

namespace compass {
namespace {

AnswerStatus status_of_all(std::initializer_list<const Answer*> answers, const PeopleWeights& weights, Date today) {
    double balance = 0;
    bool any = false;
    AnswerStatus best = AnswerStatus::none;
    for (const Answer* answer : answers) {
        for (const Evidence& fact : answer->evidence) {
            any = true;
            const bool in_favour = fact.direction == Direction::for_;
            balance += (in_favour ? 1 : -1) * strength(fact, weights, today);
            if (!in_favour) continue;
            if (fact.certainty <= Certainty::explicit_)
                best = AnswerStatus::verified;
            else if (best == AnswerStatus::none)
                best = AnswerStatus::claimed;
        }
    }
    if (!any) return AnswerStatus::unknown;
    return balance < 0 ? AnswerStatus::none : best;
}

}  // namespace

AnswerStatus status_of(const Answer& answer, const PeopleWeights& weights, Date today) { return status_of_all({&answer}, weights, today); }

AnswerStatus budget_status(const Deal& deal, const PeopleWeights& weights, Date today) {
    return status_of(deal.bantcc.budget, weights, today);
}

AnswerStatus timetable_status(const Deal& deal, const PeopleWeights& weights, Date today) {
    return status_of_all({&deal.five_elements.timetable, &deal.bantcc.time}, weights, today);
}

BlindSpots blind_spots(const Deal& deal, const Customer* customer) {
    const bool mode_known =
        customer && (customer->decision.purchasing != Purchasing::unknown || customer->decision.decider != Decider::unknown);
    BlindSpots spots;
    spots.competitors = deal.alternatives.empty() && deal.bantcc.competitors.evidence.empty();
    spots.purchasing = deal.five_elements.purchasing_body.evidence.empty() && deal.bantcc.authority.evidence.empty() && !mode_known;
    spots.budget = deal.five_elements.budget.evidence.empty() && deal.bantcc.budget.evidence.empty();
    return spots;
}

}  // namespace compass

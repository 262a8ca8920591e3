#include "reading/win_index.h"

#include "reading/customer_class.h"
#include "reading/factors.h"
#include "reading/gates.h"
#include "reading/people.h"
#include "reading/qualification.h"
#include "reading/unknowns.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace compass {
namespace {

struct Facts {
    const Deal& deal;
    const Customer* customer;
    const Playbook& playbook;
    Date today;
    const Position& position;
    PeopleReading people;
};

LogOdds decide_base(const IndexWeights& weights, const Position& position) {
    return logit({weights.decide_base[static_cast<std::size_t>(position.stage)][static_cast<std::size_t>(position.urgency)]});
}

LogOdds choose_base(const IndexWeights& weights, const Position& position) {
    const double settled = weights.settled[static_cast<std::size_t>(position.stage)];
    return settled * logit({weights.choose_base[static_cast<std::size_t>(position.competition)]}) + (1 - settled) * logit({weights.prior});
}

Term worded(const IndexWeights& weights, Factor factor, std::string_view word, double input = 0) {
    return {factor, {}, contribution_of(weights, factor, word).value_or(LogOdds{}), true, input, std::string(word)};
}

// Nothing of something counts 0, not −0.
Term scaled(const IndexWeights& weights, Factor factor, double input) {
    return {factor, {}, input == 0 ? LogOdds{} : input * contribution_per_unit(weights, factor), true, input, {}};
}

Term unknown(Factor factor) { return {factor, {}, {}, false, 0, "unknown"}; }

Term scaled_or_unknown(const IndexWeights& weights, Factor factor, std::optional<double> input) {
    return input ? scaled(weights, factor, *input) : unknown(factor);
}

Term answered(const IndexWeights& weights, Factor factor, AnswerStatus status) {
    return status == AnswerStatus::unknown ? unknown(factor) : worded(weights, factor, name_of(status));
}

Term blind_spot(const Facts& facts, Factor factor, bool blind) {
    const bool counts = facts.deal.funnel_stage >= facts.playbook.index.blind_spots_from;
    return worded(facts.playbook.index, factor, !blind ? "known" : counts ? "unknown" : "too_early");
}

Term economic_buyer(const Facts& facts) {
    const PeopleReading& people = facts.people;
    return worded(facts.playbook.index, Factor::economic_buyer_not_covered,
                  !people.economic_buyer_named    ? "not_named"
                  : people.economic_buyer_covered ? "covered"
                                                  : "not_covered");
}

Term customer_class(const Facts& facts) {
    const CustomerClass fit = facts.customer ? class_of(*facts.customer, facts.playbook.criteria) : CustomerClass::unscored;
    return fit == CustomerClass::unscored ? unknown(Factor::customer_class)
                                          : worded(facts.playbook.index, Factor::customer_class, name_of(fit));
}

Term deal_kind(const Facts& facts) {
    const DealKind kind = facts.deal.kind;
    return kind == DealKind::unknown ? unknown(Factor::deal_kind) : worded(facts.playbook.index, Factor::deal_kind, name_of(kind));
}

// The next one counts; where all are over, the last one. Its input is the days until then.
Term compelling_event(const Facts& facts) {
    std::optional<int> next, last;
    for (const CompellingEvent& event : facts.deal.compelling_events) {
        const int days = event.date - facts.today;
        if (days >= 0)
            next = std::min(next.value_or(days), days);
        else
            last = std::max(last.value_or(days), days);
    }
    if (!next && !last) return unknown(Factor::compelling_event);
    const IndexWeights& weights = facts.playbook.index;
    const char* word = !next ? "past" : *next <= weights.compelling_event_within_days ? "near" : "far";
    return worded(weights, Factor::compelling_event, word, next ? *next : *last);
}

Term silence(const Facts& facts) {
    if (!facts.people.silent_days) return unknown(Factor::silence);
    const int days = *facts.people.silent_days;
    const IndexWeights& weights = facts.playbook.index;
    return worded(weights, Factor::silence,
                  days > weights.silence_long_days    ? "long"
                  : days > weights.silence_short_days ? "short"
                                                      : "recent",
                  days);
}

Term own_factor(const OwnFactor& own, const Deal& deal) {
    for (const FactorAnswer& answer : deal.own_factors) {
        if (answer.factor != own.id) continue;
        for (const FactorLevel& level : own.levels)
            if (level.id == answer.level) return {Factor::own, own.id, {level.contribution}, true, 0, level.id};
    }
    Term term = unknown(Factor::own);
    term.own = own.id;
    return term;
}

void add_own_factors(const Facts& facts, FactorTarget target, std::vector<Term>& terms) {
    for (const OwnFactor& own : facts.playbook.own_factors)
        if (own.target == target) terms.push_back(own_factor(own, facts.deal));
}

std::vector<Term> choose_terms(const Facts& facts) {
    const IndexWeights& weights = facts.playbook.index;
    const BlindSpots blind = blind_spots(facts.deal, facts.customer);
    std::vector<Term> terms = {
        scaled_or_unknown(weights, Factor::support, facts.people.support),
        economic_buyer(facts),
        worded(weights, Factor::no_coach, facts.people.coach_present ? "present" : "none"),
        worded(weights, Factor::single_threaded, name_of(facts.people.threads), facts.people.covered),
        customer_class(facts),
        deal_kind(facts),
        blind_spot(facts, Factor::blind_spot_competitors, blind.competitors),
        blind_spot(facts, Factor::blind_spot_purchasing, blind.purchasing),
        blind_spot(facts, Factor::blind_spot_budget, blind.budget),
        scaled(weights, Factor::gate_debt, gate_debt(facts.deal, facts.playbook).share()),
        scaled(weights, Factor::seller_ahead, steps_ahead(facts.deal.funnel_stage, facts.position.stage, facts.playbook)),
    };
    add_own_factors(facts, FactorTarget::choose, terms);
    return terms;
}

std::vector<Term> decide_terms(const Facts& facts) {
    const Playbook& playbook = facts.playbook;
    const IndexWeights& weights = playbook.index;
    std::vector<Term> terms = {
        scaled_or_unknown(weights, Factor::receptivity, facts.people.receptivity),
        answered(weights, Factor::budget, budget_status(facts.deal, playbook.people, facts.today)),
        answered(weights, Factor::timetable, timetable_status(facts.deal, playbook.people, facts.today)),
        compelling_event(facts),
        silence(facts),
    };
    add_own_factors(facts, FactorTarget::decide, terms);
    return terms;
}

Side side_of(LogOdds base, std::vector<Term> terms) {
    Side side;
    side.base = sigma(base);
    side.base_log_odds = base;
    side.terms = std::move(terms);
    for (const Term& term : side.terms) side.factors += term.contribution;
    side.value = sigma(base + side.factors);
    return side;
}

void add_band(Side& side, double variance) {
    const LogOdds centre = side.base_log_odds + side.factors;
    side.spread = std::sqrt(variance);
    side.band = {sigma(centre - LogOdds{side.spread}), sigma(centre + LogOdds{side.spread})};
}

}  // namespace

Probability decide_chance(const IndexWeights& weights, const Position& position, LogOdds factors) {
    return sigma(decide_base(weights, position) + factors);
}

Probability choose_chance(const IndexWeights& weights, const Position& position, LogOdds factors) {
    return sigma(choose_base(weights, position) + factors);
}

std::optional<WinIndex> read_win_index(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today,
                                       const Position& position) {
    if (deal.status != DealStatus::open) return std::nullopt;
    const Facts facts{deal, customer, playbook, today, position, read_people(deal, playbook.people, today)};
    WinIndex reading;
    reading.decide = side_of(decide_base(playbook.index, position), decide_terms(facts));
    reading.choose = side_of(choose_base(playbook.index, position), choose_terms(facts));
    reading.index = reading.decide.value * reading.choose.value;

    double decide_variance = 0, choose_variance = 0;
    for (const OpenQuestion& question : open_questions(deal, facts.people, playbook, reading.decide, reading.choose)) {
        (question.target == FactorTarget::decide ? decide_variance : choose_variance) += variance_of(question);
        reading.unknowns.push_back({question.id, question.person, value_of_asking(question, reading.decide, reading.choose)});
    }
    std::stable_sort(reading.unknowns.begin(), reading.unknowns.end(),
                     [](const Unknown& a, const Unknown& b) { return a.value_of_asking > b.value_of_asking; });
    add_band(reading.decide, decide_variance);
    add_band(reading.choose, choose_variance);
    reading.band = {reading.decide.band.low * reading.choose.band.low, reading.decide.band.high * reading.choose.band.high};
    return reading;
}

std::optional<WinIndex> read_win_index(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today) {
    return read_win_index(deal, customer, playbook, today, deal.position.claimed);
}

}  // namespace compass

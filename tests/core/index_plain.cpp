// The win index with people and all factors a second time, as plainly as methodology §4, 6, 8 and 9 say it and without the program's
// readings: both must agree on any deal. Slow and simple on purpose; where the two differ, one of them has misread the method.
#include "generate.h"
#include "reading/win_index.h"
#include "sample_deal.h"

#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <string>
#include <vector>

using namespace compass;

namespace {

struct Plain {
    double decide = 0, choose = 0, index = 0;
    std::map<std::string, double> terms;  // by factor, log-odds
};

double ln_odds(double p) { return std::log(p / (1 - p)); }
double chance(double x) { return 1 / (1 + std::exp(-x)); }

// §3: 1, .8, .5, .25, halved for every 90 days of age; a fact of no known age counts half.
double kappa(const Evidence& fact, const Playbook& book, Date today) {
    const double fresh[] = {book.people.certainty[0], book.people.certainty[1], book.people.certainty[2], book.people.certainty[3]};
    double age = book.people.evidence_half_life_days;
    if (fact.date && fact.date->days <= today.days + 1) age = std::fmax(0, today.days - fact.date->days);
    return fresh[static_cast<int>(fact.certainty)] * std::pow(.5, age / book.people.evidence_half_life_days);
}

// §6: role × influence × participation; EB 3, UB 2, TB 1.5, coach 1, the largest applies.
double omega(const Person& person, const Playbook& book) {
    double role = 0;
    for (const Role one : person.roles) {
        const int number = static_cast<int>(one);
        role = std::fmax(role, book.people.role[number <= 1 ? 0 : number <= 3 ? 1 : number <= 6 ? 2 : 3]);
    }
    return role * book.people.influence[static_cast<std::size_t>(person.influence)] *
           book.people.participation[static_cast<std::size_t>(person.participation)];
}

bool covered(const Person& person, const Playbook& book, Date today) {
    const ContactLadder ladder = person.contact.ladder;
    const bool connected =
        ladder == ContactLadder::connected || ladder == ContactLadder::trusting || ladder == ContactLadder::acting_for_us;
    return connected && person.contact.last && person.contact.last->days <= today.days &&
           person.contact.last->days >= today.days - book.people.covered_within_days;
}

bool has(const Person& person, Role role) {
    for (const Role one : person.roles)
        if (one == role) return true;
    return false;
}

// §9: verified, claimed, none or unknown, of the evidence for one question.
std::string status(std::vector<Evidence> facts, const std::vector<Evidence>& more, const Playbook& book, Date today) {
    facts.insert(facts.end(), more.begin(), more.end());
    if (facts.empty()) return "unknown";
    double balance = 0;
    bool explicitly = false, at_all = false;
    for (const Evidence& fact : facts) {
        if (fact.direction == Direction::against) {
            balance -= kappa(fact, book, today);
            continue;
        }
        balance += kappa(fact, book, today);
        at_all = true;
        if (fact.certainty == Certainty::consensus || fact.certainty == Certainty::explicit_) explicitly = true;
    }
    if (balance < 0 || !at_all) return "none";
    return explicitly ? "verified" : "claimed";
}

void collect(std::vector<Evidence>& all, const std::vector<Evidence>& some) { all.insert(all.end(), some.begin(), some.end()); }

std::vector<Evidence> all_evidence(const Deal& deal) {
    std::vector<Evidence> all;
    collect(all, deal.position.stage_evidence);
    collect(all, deal.position.competition_evidence);
    collect(all, deal.position.urgency_evidence);
    for (const Alternative& one : deal.alternatives) collect(all, one.evidence);
    for (const Person& one : deal.people) {
        collect(all, one.attitude_evidence);
        collect(all, one.support_evidence);
        collect(all, one.coach.others_trust_them.evidence);
        collect(all, one.coach.we_are_credible.evidence);
        collect(all, one.coach.wants_us_to_win.evidence);
        collect(all, one.coach.told_us_true.evidence);
    }
    for (const GateItem& one : deal.gates) collect(all, one.evidence);
    collect(all, deal.five_elements.purchasing_body.evidence);
    collect(all, deal.five_elements.need.evidence);
    collect(all, deal.five_elements.suitable_product.evidence);
    collect(all, deal.five_elements.budget.evidence);
    collect(all, deal.five_elements.timetable.evidence);
    collect(all, deal.bantcc.budget.evidence);
    collect(all, deal.bantcc.authority.evidence);
    collect(all, deal.bantcc.need.evidence);
    collect(all, deal.bantcc.time.evidence);
    collect(all, deal.bantcc.company.evidence);
    collect(all, deal.bantcc.competitors.evidence);
    for (const CompellingEvent& one : deal.compelling_events) collect(all, one.evidence);
    for (const FactorAnswer& one : deal.own_factors) collect(all, one.evidence);
    return all;
}

void people_terms(Plain& plain, const Deal& deal, const Playbook& book, Date today) {
    double weight = 0, support = 0, receptivity = 0;
    int in_touch = 0, latest = -1'000'000;
    bool buyer_covered = false, coach = false;
    for (const Person& person : deal.people) {
        const double w = omega(person, book);
        weight += w;
        if (person.support) {
            double best = -1;
            for (const Evidence& fact : person.support_evidence)
                if (fact.direction == Direction::for_) best = std::fmax(best, kappa(fact, book, today));
            support += w * (best < 0 ? book.people.certainty_without_evidence : best) * *person.support / 5.0;
        }
        if (person.attitude != Attitude::unknown) receptivity += w * book.people.attitude[static_cast<std::size_t>(person.attitude) - 1];
        if (covered(person, book, today)) ++in_touch;
        if (has(person, Role::economic_final) && covered(person, book, today)) buyer_covered = true;
        if (has(person, Role::coach_guide) || has(person, Role::coach_advocate) || person.inside_help == InsideHelp::coach) coach = true;
        if (person.contact.last && person.contact.last->days <= today.days) latest = std::max(latest, person.contact.last->days);
    }
    if (weight > 0) {
        plain.terms["support"] = book.index.support * support / weight;
        plain.terms["receptivity"] = book.index.receptivity * receptivity / weight;
    }
    if (!buyer_covered) plain.terms["economic_buyer_not_covered"] = book.index.economic_buyer_not_covered;
    if (!coach) plain.terms["no_coach"] = book.index.no_coach;

    std::map<std::string, int> sources;
    for (const Evidence& fact : all_evidence(deal))
        if (fact.source) ++sources[format(fact.source)];
    if (in_touch < 2 || sources.size() == 1) plain.terms["single_threaded"] = book.index.single_threaded;

    if (latest > -1'000'000) {
        const int silent = today.days - latest;
        if (silent > book.index.silence_long_days)
            plain.terms["silence"] = book.index.silence_long;
        else if (silent > book.index.silence_short_days)
            plain.terms["silence"] = book.index.silence_short;
    }
}

void customer_terms(Plain& plain, const Customer& customer, const Playbook& book) {
    int total = 0, ones = 0, below_three = 0, below_four = 0, scored = 0;
    for (const Criterion& criterion : book.criteria) {
        for (const CriterionScore& score : customer.ideal) {
            if (score.criterion != criterion.id) continue;
            ++scored;
            total += score.score;
            ones += score.score == 1;
            below_three += score.score < 3;
            below_four += score.score < 4;
            break;
        }
    }
    const auto all = static_cast<int>(book.criteria.size());
    if (scored < all || all == 0) return;
    double& term = plain.terms["customer_class"];
    if (total / static_cast<double>(all) < 2 || ones >= 2)
        term = book.index.customer_unfit;
    else if (below_three > 0)
        term = book.index.customer_strained;
    else
        term = below_four > 0 ? book.index.customer_fitting : book.index.customer_ideal;
}

void process_terms(Plain& plain, const Deal& deal, const Customer* customer, const Playbook& book) {
    if (deal.kind == DealKind::repeat) plain.terms["deal_kind"] = book.index.kind_repeat;
    if (deal.kind == DealKind::new_product) plain.terms["deal_kind"] = book.index.kind_new_product;
    if (deal.kind == DealKind::new_customer) plain.terms["deal_kind"] = book.index.kind_new_customer;

    if (deal.funnel_stage >= book.index.blind_spots_from) {
        const bool mode =
            customer && (customer->decision.purchasing != Purchasing::unknown || customer->decision.decider != Decider::unknown);
        if (deal.alternatives.empty() && deal.bantcc.competitors.evidence.empty())
            plain.terms["blind_spot_competitors"] = book.index.blind_spot;
        if (deal.five_elements.purchasing_body.evidence.empty() && deal.bantcc.authority.evidence.empty() && !mode)
            plain.terms["blind_spot_purchasing"] = book.index.blind_spot;
        if (deal.five_elements.budget.evidence.empty() && deal.bantcc.budget.evidence.empty())
            plain.terms["blind_spot_budget"] = book.index.blind_spot;
    }

    double items = 0, unmet = 0;
    for (const FunnelStageText& stage : book.funnel) {
        if (stage.stage >= deal.funnel_stage) break;
        for (const GateItemText& item : stage.gate) {
            const GateItem* entry = nullptr;
            for (const GateItem& one : deal.gates)
                if (one.item == item.id && !entry) entry = &one;
            if (entry && entry->state == GateState::not_applicable) continue;
            bool met = false;
            if (entry && entry->state == GateState::met)
                for (const Evidence& fact : entry->evidence) met = met || fact.direction == Direction::for_;
            ++items;
            unmet += !met;
        }
    }
    if (items > 0) plain.terms["gate_debt"] = book.index.gate_debt * unmet / items;

    constexpr int nothing_needed = -1;
    const int needed[] = {nothing_needed, nothing_needed, 0, 0, 1, 2, 3};  // §8: the buying stage that P1 … P7 need
    const int ahead = needed[static_cast<int>(deal.funnel_stage)] - static_cast<int>(deal.position.claimed.stage);
    if (ahead > 0) plain.terms["seller_ahead"] = book.index.seller_ahead * ahead;
}

Plain plain_index(const Deal& deal, const Customer* customer, const Playbook& book, Date today) {
    Plain plain;
    people_terms(plain, deal, book, today);
    if (customer) customer_terms(plain, *customer, book);
    process_terms(plain, deal, customer, book);

    const std::string budget = status(deal.bantcc.budget.evidence, {}, book, today);
    if (budget == "verified") plain.terms["budget"] = book.index.budget_verified;
    if (budget == "claimed") plain.terms["budget"] = book.index.budget_claimed;
    if (budget == "none") plain.terms["budget"] = book.index.budget_none;
    const std::string time = status(deal.five_elements.timetable.evidence, deal.bantcc.time.evidence, book, today);
    if (time == "verified") plain.terms["timetable"] = book.index.timetable_verified;
    if (time == "claimed") plain.terms["timetable"] = book.index.timetable_claimed;
    if (time == "none") plain.terms["timetable"] = book.index.timetable_none;
    for (const CompellingEvent& event : deal.compelling_events) {
        const int days = event.date.days - today.days;
        if (days >= 0 && days <= book.index.compelling_event_within_days) plain.terms["compelling_event"] = book.index.compelling_event;
    }

    double decide = 0, choose = 0;
    for (const auto& [factor, value] : plain.terms) {
        const bool decides =
            factor == "receptivity" || factor == "budget" || factor == "timetable" || factor == "compelling_event" || factor == "silence";
        (decides ? decide : choose) += value;
    }
    for (const OwnFactor& own : book.own_factors) {
        for (const FactorAnswer& answer : deal.own_factors) {
            if (answer.factor != own.id) continue;
            const FactorLevel* level = nullptr;
            for (const FactorLevel& one : own.levels)
                if (one.id == answer.level) level = &one;
            if (!level) continue;
            (own.target == FactorTarget::decide ? decide : choose) += level->contribution;
            plain.terms["own"] += level->contribution;
            break;
        }
    }
    const auto stage = static_cast<std::size_t>(deal.position.claimed.stage);
    const double settled = book.index.settled[stage];
    decide += ln_odds(book.index.decide_base[stage][static_cast<std::size_t>(deal.position.claimed.urgency)]);
    choose += settled * ln_odds(book.index.choose_base[static_cast<std::size_t>(deal.position.claimed.competition)]) +
              (1 - settled) * ln_odds(book.index.prior);
    plain.decide = chance(decide);
    plain.choose = chance(choose);
    plain.index = plain.decide * plain.choose;
    return plain;
}

// A generated deal lies anywhere in three centuries and names nothing of the playbook. Brought near today, it says something.
void bring_near(Deal& deal, Customer& customer, const Playbook& book, generate::Random& random) {
    const auto near = [&](int before, int after) { return sample_today + static_cast<int>(random.between(-before, after)); };
    deal.status = DealStatus::open;
    const auto date_all = [&](std::vector<Evidence>& facts) {
        for (Evidence& fact : facts)
            if (fact.date) fact.date = near(400, 5);
    };
    for (Person& person : deal.people) {
        if (random.chance(.8)) person.contact.last = near(50, 3);
        if (random.chance(.6)) person.contact.ladder = ContactLadder::trusting;
        if (random.chance(.7)) person.roles.push_back(static_cast<Role>(random.between(0, 8)));
        if (random.chance(.5)) person.attitude = static_cast<Attitude>(random.between(0, 4));
        date_all(person.support_evidence);
    }
    for (Answer* answer : {&deal.bantcc.budget, &deal.bantcc.time, &deal.five_elements.timetable}) {
        while (random.chance(.4)) {
            answer->evidence.push_back(sample_fact(random.bits() % 1000 + 1, static_cast<Certainty>(random.between(0, 3))));
            if (random.chance(.4)) answer->evidence.back().direction = Direction::against;
        }
        date_all(answer->evidence);
    }
    for (CompellingEvent& event : deal.compelling_events) event.date = near(100, 200);
    for (const FunnelStageText& stage : book.funnel) {
        for (const GateItemText& item : stage.gate) {
            if (random.chance(.5)) continue;
            GateItem entry{item.id, static_cast<GateState>(random.between(0, 3)), {}, {}};
            if (random.chance(.7)) entry.evidence.push_back(sample_fact(random.bits() % 1000 + 1, Certainty::explicit_));
            if (random.chance(.1) && !entry.evidence.empty()) entry.evidence.front().direction = Direction::against;
            deal.gates.push_back(entry);
        }
    }
    const int worst = static_cast<int>(random.between(1, 4));
    if (random.chance(.7))
        for (const Criterion& criterion : book.criteria)
            customer.ideal.push_back({criterion.id, static_cast<int>(random.between(worst, 5)), {}, {}});
    for (const OwnFactor& own : book.own_factors)
        if (random.chance(.6)) deal.own_factors.push_back({own.id, random.chance(.1) ? "no such level" : own.levels.front().id, {}, {}});
}

}  // namespace

TEST_CASE("the win index of any deal is the one that a plain reading of the method gives, term by term") {
    double largest = 0;
    std::map<std::string, int> spoke;
    std::uint64_t compared = 0;
    for (std::uint64_t seed = 0; compared < generate::rounds; ++seed) {
        Workspace workspace = generate::workspace(seed, {.filled = 0.3, .items = 3, .deals = 2, .unknown = 0});
        generate::Random random(seed + 1'000'000);
        const Playbook book = generate::playbook(random);
        for (const Box<Deal>& box : workspace.deals) {
            Deal deal = *box;
            Customer customer = *workspace.customers.front();
            bring_near(deal, customer, book, random);
            const Customer* known = random.chance(.9) ? &customer : nullptr;
            const Plain plain = plain_index(deal, known, book, sample_today);
            const auto index = read_win_index(deal, known, book, sample_today);
            REQUIRE(index);
            ++compared;
            largest = std::fmax(largest, std::fabs(index->index.value - plain.index));
            largest = std::fmax(largest, std::fabs(index->decide.value.value - plain.decide));
            largest = std::fmax(largest, std::fabs(index->choose.value.value - plain.choose));
            for (const Side* side : {&index->decide, &index->choose}) {
                for (const Term& term : side->terms) {
                    if (term.factor == Factor::own) continue;
                    const auto its = plain.terms.find(name_of(term.factor));
                    const double value = its == plain.terms.end() ? 0 : its->second;
                    largest = std::fmax(largest, std::fabs(term.contribution.value - value));
                    if (std::fabs(term.contribution.value - value) > 1e-9)
                        FAIL_CHECK("seed ", seed, ' ', name_of(term.factor), ' ', term.contribution.value, " instead of ", value);
                }
            }
            for (const auto& [factor, value] : plain.terms) spoke[factor] += value != 0;
        }
    }
    CHECK(largest <= 1e-9);
    CHECK(spoke.size() == WordsOf<Factor>::words.size());
    for (const auto& factor : spoke) {
        CAPTURE(factor.first);
        CHECK(factor.second > static_cast<int>(compared / 50));
    }
}

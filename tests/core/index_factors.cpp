// Every factor of the win index with its exact rule (methodology §4).
#include "reading/win_index.h"

#include "sample_deal.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace compass;
using doctest::Approx;

namespace {

Term term(const Deal& deal, Factor factor, const Customer* customer = nullptr) {
    return term_of(*read_win_index(deal, customer, default_playbook(), sample_today), factor);
}

void check(const Term& term, double contribution, const char* state) {
    CHECK(term.contribution.value == Approx(contribution));
    CHECK(term.state == state);
    CHECK(term.known == (term.state != "unknown" || contribution != 0));
}

}  // namespace

TEST_CASE("support and receptivity count per unit of S and R") {
    Deal deal = sample_deal();
    for (Person& person : deal.people) person.support = 5;
    CHECK(term(deal, Factor::support).contribution.value == Approx(1.6));
    CHECK(term(deal, Factor::receptivity).contribution.value == Approx(.6));
    deal.people.clear();
    check(term(deal, Factor::support), 0, "unknown");
    check(term(deal, Factor::receptivity), 0, "unknown");
}

TEST_CASE("no economic buyer named counts as not covered") {
    Deal deal = sample_deal();
    check(term(deal, Factor::economic_buyer_not_covered), 0, "covered");
    deal.people[0].contact.last = sample_today - 31;
    check(term(deal, Factor::economic_buyer_not_covered), -.5, "not_covered");
    deal.people[0].roles = {Role::economic_proposing};
    check(term(deal, Factor::economic_buyer_not_covered), -.5, "not_named");
}

TEST_CASE("no coach and a single thread cost") {
    Deal deal = sample_deal();
    check(term(deal, Factor::no_coach), 0, "present");
    check(term(deal, Factor::single_threaded), 0, "several");
    deal.people.pop_back();
    check(term(deal, Factor::no_coach), -.3, "none");
    deal.people.pop_back();
    check(term(deal, Factor::single_threaded), -.4, "few_covered");
}

TEST_CASE("the customer's class counts, and is unknown without a customer or a score") {
    const Deal deal = sample_deal();
    const struct {
        int score;
        double contribution;
        const char* state;
    } rows[] = {{4, .25, "ideal"}, {3, 0, "fitting"}, {2, -.3, "strained"}, {1, -.8, "unfit"}};
    for (const auto& row : rows) {
        const Customer customer = sample_customer(row.score);
        check(term(deal, Factor::customer_class, &customer), row.contribution, row.state);
    }
    const Customer unscored;
    check(term(deal, Factor::customer_class, &unscored), 0, "unknown");
    check(term(deal, Factor::customer_class), 0, "unknown");
}

TEST_CASE("the kind of deal counts") {
    Deal deal = sample_deal();
    const struct {
        DealKind kind;
        double contribution;
        const char* state;
    } rows[] = {{DealKind::repeat, .4, "repeat"},
                {DealKind::new_product, 0, "new_product"},
                {DealKind::new_customer, -.3, "new_customer"},
                {DealKind::unknown, 0, "unknown"}};
    for (const auto& row : rows) {
        deal.kind = row.kind;
        check(term(deal, Factor::deal_kind), row.contribution, row.state);
    }
}

TEST_CASE("a blind spot costs from P3 on") {
    Deal deal = sample_deal();
    deal.bantcc = {};
    for (const Factor factor : {Factor::blind_spot_competitors, Factor::blind_spot_purchasing, Factor::blind_spot_budget}) {
        deal.funnel_stage = FunnelStage::p2;
        check(term(deal, factor), 0, "too_early");
        deal.funnel_stage = FunnelStage::p3;
        check(term(deal, factor), -.3, "unknown");
    }
    deal.alternatives = {{sample_id(5), AlternativeKind::delay_or_cancel, "wait", {}, {}, {}, {}}};
    check(term(deal, Factor::blind_spot_competitors), 0, "known");
}

TEST_CASE("gate debt costs by the share of unmet items, running ahead by the step") {
    Deal deal = sample_deal();
    CHECK(term(deal, Factor::gate_debt).contribution.value == 0);
    CHECK_FALSE(std::signbit(term(deal, Factor::gate_debt).contribution.value));
    deal.funnel_stage = FunnelStage::p2;
    CHECK(term(deal, Factor::gate_debt).contribution.value == Approx(-.9));
    deal.funnel_stage = FunnelStage::p7;
    CHECK(term(deal, Factor::seller_ahead).contribution.value == Approx(-.7));
    CHECK(term(deal, Factor::seller_ahead).input == 2);
}

TEST_CASE("budget and timetable count when verified and when there is none") {
    Deal deal = sample_deal();
    check(term(deal, Factor::budget), 0, "claimed");
    check(term(deal, Factor::timetable), 0, "claimed");
    deal.bantcc.budget.evidence[0].certainty = deal.bantcc.time.evidence[0].certainty = Certainty::explicit_;
    check(term(deal, Factor::budget), .3, "verified");
    check(term(deal, Factor::timetable), .2, "verified");
    deal.bantcc.budget.evidence[0].direction = deal.bantcc.time.evidence[0].direction = Direction::against;
    check(term(deal, Factor::budget), -.6, "none");
    check(term(deal, Factor::timetable), -.4, "none");
    deal.bantcc = {};
    check(term(deal, Factor::budget), 0, "unknown");
    check(term(deal, Factor::timetable), 0, "unknown");
}

TEST_CASE("a dated event counts within 90 days") {
    Deal deal = sample_deal();
    const auto on = [&](int days) { deal.compelling_events = {{sample_today + days, "event", {}, {}}}; };
    on(90);
    check(term(deal, Factor::compelling_event), .3, "near");
    CHECK(term(deal, Factor::compelling_event).input == 90);
    on(0);
    check(term(deal, Factor::compelling_event), .3, "near");
    on(91);
    check(term(deal, Factor::compelling_event), 0, "far");
    on(-1);
    check(term(deal, Factor::compelling_event), 0, "past");
    deal.compelling_events.clear();
    check(term(deal, Factor::compelling_event), 0, "unknown");
}

TEST_CASE("silence costs after 15 days, and more after 30") {
    Deal deal = sample_deal();
    const auto last = [&](int days_ago) {
        for (Person& person : deal.people) person.contact.last = sample_today - days_ago;
    };
    last(15);
    check(term(deal, Factor::silence), 0, "recent");
    last(16);
    check(term(deal, Factor::silence), -.3, "short");
    last(30);
    check(term(deal, Factor::silence), -.3, "short");
    last(31);
    check(term(deal, Factor::silence), -.8, "long");
    for (Person& person : deal.people) person.contact.last.reset();
    check(term(deal, Factor::silence), 0, "unknown");
}

TEST_CASE("a factor of the playbook's owner counts like any other") {
    Playbook playbook = default_playbook();
    playbook.own_factors = {{"pilot",
                             {"试点", "Pilot"},
                             FactorTarget::choose,
                             {{"done", {"做过", "Done"}, .5, .4, {}}, {"refused", {"拒绝", "Refused"}, -.7, .6, {}}},
                             {}}};
    Deal deal = sample_deal();
    const WinIndex asked = *read_win_index(deal, nullptr, playbook, sample_today);
    CHECK(term_of(asked, Factor::own).own == "pilot");
    CHECK_FALSE(term_of(asked, Factor::own).known);
    CHECK(std::any_of(asked.unknowns.begin(), asked.unknowns.end(),
                      [](const Unknown& unknown) { return unknown.id == "pilot" && unknown.value_of_asking > 0; }));
    deal.own_factors = {{"pilot", "done", {}, {}}};
    const WinIndex answered = *read_win_index(deal, nullptr, playbook, sample_today);
    CHECK(term_of(answered, Factor::own).contribution.value == .5);
    CHECK(answered.choose.factors.value == Approx(asked.choose.factors.value + .5));
    CHECK(answered.decide == asked.decide);
}

TEST_CASE("a deal that is over has its outcome and no index") {
    Deal deal = sample_deal();
    for (const DealStatus status : {DealStatus::won, DealStatus::lost, DealStatus::suspended}) {
        deal.status = status;
        CHECK_FALSE(read_win_index(deal, nullptr, default_playbook(), sample_today));
    }
}

TEST_CASE("the same deal can be read as if it stood elsewhere") {
    const Deal deal = sample_deal();
    const WinIndex now = *read_win_index(deal, nullptr, default_playbook(), sample_today);
    const WinIndex ahead =
        *read_win_index(deal, nullptr, default_playbook(), sample_today, {Stage::solution, Competition::ahead, Urgency::active});
    CHECK(ahead.decide == now.decide);
    CHECK(ahead.choose.factors == now.choose.factors);
    CHECK(ahead.choose.value > now.choose.value);
}

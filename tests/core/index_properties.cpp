// What must hold for the index of every deal, however odd (methodology §4).
#include "generate.h"
#include "reading/win_index.h"
#include "sample_deal.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string_view>

using namespace compass;
using doctest::Approx;

namespace {

// visit(deal, customer) for many random deals, all open.
template <class Visit>
void random_deals(int workspaces, Visit visit) {
    for (int seed = 0; seed < workspaces; ++seed) {
        const Workspace workspace = generate::workspace(static_cast<std::uint64_t>(seed), {.filled = .6, .items = 3});
        for (const Box<Deal>& boxed : workspace.deals) {
            Deal deal = *boxed;
            deal.status = DealStatus::open;
            visit(deal, find_customer(workspace, deal.customer));
        }
    }
}

void check_side(const Side& side) {
    LogOdds sum;
    for (const Term& term : side.terms) {
        sum += term.contribution;
        CHECK((term.known || term.contribution.value == 0));
        CHECK((term.known || term.state == "unknown"));
    }
    CHECK(sum == side.factors);
    CHECK(side.value.value == Approx(sigma(side.base_log_odds + side.factors).value).epsilon(1e-12));
    CHECK(side.base.value == Approx(sigma(side.base_log_odds).value).epsilon(1e-12));
    CHECK(side.band.low <= side.value);
    CHECK(side.value <= side.band.high);
}

}  // namespace

TEST_CASE("the terms sum to the total, the total lies in its band, unknowns stand in order") {
    random_deals(300, [](const Deal& deal, const Customer* customer) {
        const WinIndex index = *read_win_index(deal, customer, default_playbook(), sample_today);
        check_side(index.decide);
        check_side(index.choose);
        CHECK(index.index == index.decide.value * index.choose.value);
        CHECK(index.index.value >= 0);
        CHECK(index.index.value <= 1);
        CHECK(index.band.low <= index.index);
        CHECK(index.index <= index.band.high);
        for (std::size_t i = 1; i < index.unknowns.size(); ++i)
            CHECK(index.unknowns[i].value_of_asking <= index.unknowns[i - 1].value_of_asking);
        for (const Unknown& unknown : index.unknowns) CHECK(std::isfinite(unknown.value_of_asking));
    });
}

TEST_CASE("covering the economic buyer never lowers the chance to be chosen") {
    random_deals(300, [](Deal deal, const Customer* customer) {
        const WinIndex before = *read_win_index(deal, customer, default_playbook(), sample_today);
        for (Person& person : deal.people)
            if (std::find(person.roles.begin(), person.roles.end(), Role::economic_final) != person.roles.end()) {
                person.contact.ladder = ContactLadder::trusting;
                person.contact.last = sample_today;
            }
        const WinIndex after = *read_win_index(deal, customer, default_playbook(), sample_today);
        CHECK(after.choose.value >= before.choose.value);
        CHECK(after.index >= before.index);
    });
}

TEST_CASE("more support never lowers the index") {
    random_deals(300, [](Deal deal, const Customer* customer) {
        const WinIndex before = *read_win_index(deal, customer, default_playbook(), sample_today);
        for (Person& person : deal.people)
            if (person.support) *person.support = std::min(5, *person.support + 1);
        CHECK(read_win_index(deal, customer, default_playbook(), sample_today)->index >= before.index);
    });
}

TEST_CASE("a better level of competition or urgency never lowers the index") {
    random_deals(60, [](const Deal& deal, const Customer* customer) {
        for (int at = 0; at < position_count; ++at) {
            const Position position = position_at(at);
            const Probability here = read_win_index(deal, customer, default_playbook(), sample_today, position)->index;
            for (const Move move : {Move::competition_up, Move::urgency_up})
                if (const auto to = moved(position, move))
                    CHECK(read_win_index(deal, customer, default_playbook(), sample_today, *to)->index >= here);
        }
    });
}

TEST_CASE("what is asked leaves the list of unknowns and narrows the band") {
    Deal deal = sample_deal();
    deal.bantcc.budget = {};
    const WinIndex before = *read_win_index(deal, nullptr, default_playbook(), sample_today);
    deal.bantcc.budget.evidence = {sample_fact(1, Certainty::inferred)};
    const WinIndex after = *read_win_index(deal, nullptr, default_playbook(), sample_today);
    CHECK(after.unknowns.size() + 1 == before.unknowns.size());
    CHECK(after.decide.spread < before.decide.spread);
    CHECK(after.index == before.index);
}

TEST_CASE("the value of asking is the standard deviation of the index over the answers") {
    Deal deal = sample_deal();
    deal.bantcc.budget = {};
    const WinIndex index = *read_win_index(deal, nullptr, default_playbook(), sample_today);
    double mean = 0, square = 0;
    for (const auto& [probability, contribution] : {std::pair{.3, .3}, {.45, 0.}, {.25, -.6}}) {
        const double p = (sigma(index.decide.base_log_odds + index.decide.factors + LogOdds{contribution}) * index.choose.value).value;
        mean += probability * p;
        square += probability * p * p;
    }
    const auto asked =
        std::find_if(index.unknowns.begin(), index.unknowns.end(), [](const Unknown& unknown) { return unknown.id == "budget"; });
    REQUIRE(asked != index.unknowns.end());
    CHECK(asked->value_of_asking == Approx(std::sqrt(square - mean * mean)));
    CHECK(index.decide.spread == Approx(std::sqrt(.3 * .09 + .25 * .36 - .06 * .06)));
}

TEST_CASE("a new deal has a wide band and questions to ask") {
    const WinIndex index = *read_win_index(Deal{}, nullptr, default_playbook(), sample_today);
    CHECK(index.unknowns.size() >= 3);
    CHECK(index.band.high.value - index.band.low.value > index.index.value);
    for (const Unknown& unknown : index.unknowns) CHECK(unknown.value_of_asking > 0);
}

TEST_CASE("every unknown has a prior with a question, and every answer of a prior counts") {
    const Playbook& playbook = default_playbook();
    for (const Prior& prior : playbook.priors) {
        CHECK_FALSE(prior.question.zh.empty());
        CHECK_FALSE(prior.question.en.empty());
    }
    const auto has_prior = [&](std::string_view id) {
        return std::any_of(playbook.priors.begin(), playbook.priors.end(), [&](const Prior& prior) { return prior.unknown == id; });
    };
    Deal blind;
    blind.funnel_stage = FunnelStage::p3;
    const WinIndex index = *read_win_index(blind, nullptr, playbook, sample_today);
    CHECK(index.unknowns.size() == 11);
    for (const Unknown& unknown : index.unknowns) CHECK(has_prior(unknown.id));
    CHECK(has_prior("person_support"));
    CHECK(has_prior("person_attitude"));
}

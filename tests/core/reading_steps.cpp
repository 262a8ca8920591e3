// What-if and the next best steps: the same functions on an edited copy, compared term by term (methodology §4, 5).
#include "reading/next_steps.h"

#include "codec/method.h"
#include "generate.h"
#include "reading/comparison.h"
#include "sample_deal.h"
#include "session/what_if.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace compass;
using doctest::Approx;

namespace {

DealReading reading_of(const Deal& deal) { return read_deal(deal, nullptr, default_playbook(), sample_today); }
std::vector<NextStep> steps_of(const Deal& deal) { return next_best_steps(deal, nullptr, default_playbook(), sample_today); }

const NextStep* find_step(const std::vector<NextStep>& steps, StepKind kind, Id person = {}) {
    const auto found =
        std::find_if(steps.begin(), steps.end(), [&](const NextStep& one) { return one.kind == kind && one.person == person; });
    return found == steps.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("an edit changes the terms that it touches and no other") {
    Deal after = sample_deal();
    after.people[0].contact = {};
    const auto comparison = compare(reading_of(sample_deal()), reading_of(after));
    REQUIRE(comparison);
    REQUIRE(comparison->choose.terms.size() == 2);
    CHECK(comparison->choose.terms[0].factor == Factor::economic_buyer_not_covered);
    CHECK(comparison->choose.terms[0].difference.value == Approx(-.5));
    CHECK(comparison->choose.terms[1].factor == Factor::single_threaded);
    CHECK(comparison->choose.terms[1].difference.value == 0);
    CHECK(comparison->decide.terms.empty());
    CHECK(comparison->index < 0);
    CHECK(comparison->best < 0);
}

TEST_CASE("the same deal twice shows no change") {
    const auto comparison = compare(reading_of(sample_deal()), reading_of(sample_deal()));
    REQUIRE(comparison);
    CHECK(comparison->choose.terms.empty());
    CHECK(comparison->index == 0);
    CHECK(comparison->best_move_before == comparison->best_move_after);
}

TEST_CASE("base and terms of a comparison add up to the change of the log-odds, for any two deals") {
    int compared = 0;
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        const Workspace one = generate::workspace(seed), other = generate::workspace(seed + 1000);
        if (one.deals.empty() || other.deals.empty()) continue;
        const DealReading before = reading_of(*one.deals.front()), after = reading_of(*other.deals.front());
        const auto comparison = compare(before, after);
        if (!comparison) continue;
        ++compared;
        const auto log_odds = [](const Side& side) { return side.base_log_odds.value + side.factors.value; };
        CHECK(comparison->decide.total.value == Approx(log_odds(after.index->decide) - log_odds(before.index->decide)).epsilon(1e-9));
        CHECK(comparison->choose.total.value == Approx(log_odds(after.index->choose) - log_odds(before.index->choose)).epsilon(1e-9));
        CHECK(sigma({log_odds(before.index->choose) + comparison->choose.total.value}).value == Approx(comparison->choose.after.value));
    }
    CHECK(compared > 10);
}

TEST_CASE("actions are tried on a copy, all of them, and the workspace stays as it is") {
    Workspace workspace;
    workspace.deals = {sample_deal()};
    const Workspace untouched = workspace;
    const Id deal = sample_deal().id;
    const WhatIf tried = what_if(workspace, deal, {SetLevel{deal, Axis::competition, 2, "demo"}, SetLevel{deal, Axis::urgency, 3, "date"}},
                                 default_playbook(), {sample_today, 7});
    CHECK(workspace == untouched);
    REQUIRE(tried.comparison);
    CHECK(find_deal(tried.workspace, deal)->position.claimed == Position{Stage::solution, Competition::ahead, Urgency::urgent});
    CHECK(tried.comparison->choose.base.value > 0);
    CHECK(tried.comparison->decide.base.value > 0);
    CHECK(tried.comparison->index > 0);
}

TEST_CASE("a deal that is not there, deleted or closed has nothing to compare") {
    Workspace workspace;
    workspace.deals = {sample_deal()};
    const Id deal = sample_deal().id;
    CHECK_FALSE(what_if(workspace, sample_id(77), {}, default_playbook(), {sample_today, 7}).comparison);
    CHECK_FALSE(what_if(workspace, deal, {DeleteDeal{deal}}, default_playbook(), {sample_today, 7}).comparison);
    Deal closed = sample_deal();
    closed.status = DealStatus::won;
    workspace.deals = {closed};
    CHECK_FALSE(what_if(workspace, deal, {}, default_playbook(), {sample_today, 7}).comparison);
}

TEST_CASE("steps are ranked by what they gain, each with the value that the edited deal would have") {
    Deal deal = sample_deal();
    deal.funnel_stage = FunnelStage::p3;
    deal.people[0].contact = {};
    deal.people[1].attitude = Attitude::unknown;
    const std::vector<NextStep> steps = steps_of(deal);
    const double now = reading_of(deal).navigation.best.value;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (i > 0) CHECK(steps[i - 1].gain >= steps[i].gain);
        CHECK(steps[i].gain == Approx(steps[i].best.value - now));
    }
    Deal covered = deal;
    covered.people[0].contact = {ContactLadder::connected, {}, sample_today, {}};
    REQUIRE(find_step(steps, StepKind::cover, deal.people[0].id));
    CHECK(find_step(steps, StepKind::cover, deal.people[0].id)->best == reading_of(covered).navigation.best);
    CHECK(find_step(steps, StepKind::cover, deal.people[0].id)->gain > 0);
    CHECK_FALSE(find_step(steps, StepKind::cover, deal.people[1].id));
    Deal liked = deal;
    liked.people[1].support = 1;
    REQUIRE(find_step(steps, StepKind::raise_support, deal.people[1].id));
    CHECK(find_step(steps, StepKind::raise_support, deal.people[1].id)->best == reading_of(liked).navigation.best);
    REQUIRE(find_step(steps, StepKind::answer, deal.people[1].id));
    CHECK(find_step(steps, StepKind::answer, deal.people[1].id)->value_of_asking > 0);
    CHECK(std::count_if(steps.begin(), steps.end(), [](const NextStep& one) { return one.kind == StepKind::pay_gate; }) == 9);
    for (const NextStep& step : steps)
        if (step.kind == StepKind::pay_gate) CHECK(step.gain > 0);
}

TEST_CASE("moves come with the days that they take; a rival's step and what would leave the board are no steps of ours") {
    const std::vector<NextStep> steps = steps_of(sample_deal());
    int moves = 0;
    for (const NextStep& step : steps) {
        if (step.kind != StepKind::move) {
            CHECK_FALSE(step.days);
            continue;
        }
        ++moves;
        CHECK(step.move != Move::competition_down);
        CHECK(step.move != Move::hold);
        const auto chance = chance_of(default_playbook().navigator, sample_deal().position.claimed, step.move);
        CHECK(*step.days == Approx(14 / chance->value));
    }
    CHECK(moves == 5);
}

TEST_CASE("support of +5 cannot be raised, unknown support is a question, without a role nobody counts") {
    Deal deal = sample_deal();
    deal.people[0].support = 5;
    deal.people[1].support.reset();
    deal.people[2].roles.clear();
    deal.people[2].contact = {};
    const std::vector<NextStep> steps = steps_of(deal);
    CHECK_FALSE(find_step(steps, StepKind::raise_support, deal.people[0].id));
    CHECK_FALSE(find_step(steps, StepKind::raise_support, deal.people[1].id));
    CHECK(find_step(steps, StepKind::answer, deal.people[1].id));
    CHECK_FALSE(find_step(steps, StepKind::cover, deal.people[2].id));
}

TEST_CASE("each step says the effort of its kind where the playbook knows it") {
    for (const NextStep& step : steps_of(sample_deal())) CHECK_FALSE(step.effort);
    const Playbook playbook = with_method(default_playbook());
    Deal deal = sample_deal();
    deal.people[0].contact = {};
    const std::vector<NextStep> steps = next_best_steps(deal, nullptr, playbook, sample_today);
    for (const NextStep& step : steps)
        for (const StepEffort& effort : playbook.practice.efforts)
            if (effort.kind == step.kind) CHECK(step.effort == effort.days);
    REQUIRE(find_step(steps, StepKind::cover, deal.people[0].id));
    CHECK(find_step(steps, StepKind::cover, deal.people[0].id)->effort == 1);
}

TEST_CASE("a pair is worth what the deal with both edits is worth, beside the sum of the two alone") {
    const Playbook playbook = with_method(default_playbook());
    Deal deal = sample_deal();
    deal.people[0].contact = {};
    const double now = reading_of(deal).navigation.best.value;
    const auto pairs = next_best_pairs(deal, nullptr, playbook, sample_today, 100, 1000);
    REQUIRE(pairs.size() > 20);
    const auto pair = std::find_if(pairs.begin(), pairs.end(), [&](const StepPair& one) {
        const auto is = [&](const NextStep& step, StepKind kind) { return step.kind == kind && step.person == deal.people[0].id; };
        return (is(one.first, StepKind::cover) && is(one.second, StepKind::raise_support)) ||
               (is(one.second, StepKind::cover) && is(one.first, StepKind::raise_support));
    });
    REQUIRE(pair != pairs.end());
    Deal both = deal;
    both.people[0].contact = {ContactLadder::connected, {}, sample_today, {}};
    both.people[0].support = 1;
    CHECK(pair->best == reading_of(both).navigation.best);
    CHECK(pair->gain == Approx(pair->best.value - now));
    CHECK(pair->effort == 3);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (i > 0) CHECK(pairs[i - 1].gain >= pairs[i].gain);
        CHECK(pairs[i].first.gain >= pairs[i].second.gain);
        CHECK(pairs[i].together == Approx(pairs[i].gain - pairs[i].first.gain - pairs[i].second.gain));
    }
    CHECK(next_best_pairs(deal, nullptr, playbook, sample_today).size() == 5);
    CHECK(next_best_pairs(deal, nullptr, playbook, sample_today, 2).size() <= 1);
}

TEST_CASE("steps that exclude each other are no pair: moves on one axis, and a question that the other step settles") {
    const Playbook playbook = with_method(default_playbook());
    Deal deal = sample_deal();
    for (Person& person : deal.people) person.contact.last.reset();  // how long we are silent is unknown, until somebody is contacted
    int silence_alone = 0, silence_and_cover = 0, two_axes = 0;
    for (const NextStep& step : next_best_steps(deal, nullptr, playbook, sample_today)) silence_alone += step.item == "silence";
    for (const StepPair& pair : next_best_pairs(deal, nullptr, playbook, sample_today, 100, 1000)) {
        const bool moves = pair.first.kind == StepKind::move && pair.second.kind == StepKind::move;
        if (moves) CHECK(axis_of(pair.first.move) != axis_of(pair.second.move));
        two_axes += moves;
        silence_and_cover += (pair.first.item == "silence" && pair.second.kind == StepKind::cover) ||
                             (pair.second.item == "silence" && pair.first.kind == StepKind::cover);
    }
    CHECK(silence_alone == 1);
    CHECK(silence_and_cover == 0);
    CHECK(two_axes > 0);
}

TEST_CASE("whatever a file holds, its steps and pairs can be ranked, and no pair names what is no step") {
    for (std::uint64_t seed = 0; seed < generate::rounds / 200; ++seed) {
        const Workspace workspace = generate::workspace(seed, {.filled = 0.6, .items = 3, .deals = 1});
        for (const Box<Deal>& deal : workspace.deals) {
            const auto steps = next_best_steps(*deal, nullptr, default_playbook(), sample_today);
            for (const StepPair& pair : next_best_pairs(*deal, nullptr, default_playbook(), sample_today, 6)) {
                CHECK(std::find(steps.begin(), steps.end(), pair.first) != steps.end());
                CHECK(std::find(steps.begin(), steps.end(), pair.second) != steps.end());
            }
        }
    }
}

TEST_CASE("a closed deal has no next step") {
    Deal deal = sample_deal();
    deal.status = DealStatus::lost;
    CHECK(steps_of(deal).empty());
    CHECK(next_best_pairs(deal, nullptr, default_playbook(), sample_today).empty());
}

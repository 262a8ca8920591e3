// Productivity, attention, and how well the index foretold (methodology §11, 12).
#include "codec/method.h"
#include "generate.h"
#include "portfolio/attention.h"
#include "portfolio/forecast.h"
#include "portfolio/funnel.h"
#include "portfolio/productivity.h"
#include "portfolio/track_record.h"
#include "reading/as_of.h"
#include "reading/review.h"
#include "sound_deal.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace compass;
using doctest::Approx;

namespace {

Deal closed(DealStatus status, std::string owner, std::int64_t amount, int cycle, int ended_ago = 5) {
    Deal deal = sample_deal();
    deal.owner = std::move(owner);
    deal.status = status;
    deal.ended = sample_today - ended_ago;
    deal.objective.amount = Money{amount, {}};
    deal.stage_history = {{*deal.ended - cycle, FunnelStage::p2, {}}};
    return deal;
}

TeamProductivity productivity(const std::vector<Deal>& deals) {
    std::vector<const Deal*> pointers;
    for (const Deal& deal : deals) pointers.push_back(&deal);
    return read_productivity(pointers, whole_playbook().practice, sample_today - 90, sample_today, {});
}

Workspace workspace_of(const std::vector<Deal>& deals) {
    Workspace workspace;
    for (const Deal& deal : deals) workspace.deals.push_back(deal);
    return workspace;
}

std::vector<AttentionDeal> ranked_of(const Workspace& workspace) {
    Assessments known;
    known.follow(workspace, whole_playbook(), sample_today);
    known.read();
    return rank_attention(workspace, known, {});
}

std::vector<AttentionReason> reasons_of(const Workspace& workspace, const AttentionDeal& ranked) {
    std::vector<const Deal*> all;
    for (const Box<Deal>& one : workspace.deals) all.push_back(&*one);
    const Deal& deal = *workspace.deals[ranked.deal];
    const Assessment known = assess(deal, find_customer(workspace, deal.customer), whole_playbook(), sample_today);
    return attention_reasons(ranked, deal, known, whole_playbook(), sample_today, read_funnel(all, whole_playbook(), sample_today).stuck);
}

Deal foretold(double index, DealStatus status, int days_before_end = 30) {
    Deal deal = closed(status, "Tian", 100, 200);
    Review review;
    review.date = *deal.ended - days_before_end;
    review.index = index;
    deal.reviews = {review};
    return deal;
}

}  // namespace

TEST_CASE("productivity is orders × average amount × win rate ÷ cycle days, per person and for all") {
    const TeamProductivity team = productivity({closed(DealStatus::won, "An", 300, 100), closed(DealStatus::won, "An", 100, 60),
                                                closed(DealStatus::lost, "An", 50, 10), closed(DealStatus::won, "Bo", 900, 90),
                                                closed(DealStatus::lost, "Ce", 5, 5), closed(DealStatus::won, "An", 7, 7, 91)});
    REQUIRE(team.owners.size() == 3);
    CHECK(team.owners[0].owner == "Bo");
    CHECK(*team.owners[0].value == Approx(1 * 900 * 1 / 90.));
    CHECK(team.owners[1].orders == 2);
    CHECK(*team.owners[1].value == Approx(2 * 200 * (2 / 3.) / 80));
    CHECK_FALSE(team.owners[2].value);
    CHECK(team.owners[2].win_rate == 0);
    CHECK(team.all.orders == 3);
    CHECK(*team.all.value == Approx(3 * (1300 / 3.) * .6 / (250 / 3.)));
}

TEST_CASE("each lever shows what a tenth more would bring; a win rate of one cannot rise, a cycle falls by a tenth of speed") {
    const Productivity all = productivity({closed(DealStatus::won, "An", 300, 100)}).all;
    for (const LeverEffect& lever : all.levers) {
        CHECK(lever.change == Approx(lever.value - *all.value));
        CHECK(lever.value == Approx(*all.value * (lever.lever == Lever::win_rate ? 1 : 1.1)));
    }
    CHECK(all.levers.back().lever == Lever::win_rate);
    CHECK(productivity({}).all.levers[3] == LeverEffect{Lever::cycle, 0, 0});
}

TEST_CASE("the contract counts before the objective, other money is left out, an order without history has no cycle") {
    Deal signed_for_more = closed(DealStatus::won, "An", 300, 100);
    signed_for_more.contract = Money{400, {}};
    Deal dollars = closed(DealStatus::won, "An", 300, 100);
    dollars.objective.amount->currency = Currency{{'U', 'S', 'D'}};
    Deal bare = closed(DealStatus::won, "An", 200, 100);
    bare.stage_history.clear();
    const TeamProductivity team = productivity({signed_for_more, dollars, bare});
    CHECK(team.left_out == 1);
    CHECK(*team.all.average_amount == Approx(300));
    CHECK(*team.all.cycle_days == Approx(100));
    CHECK_FALSE(productivity({bare}).all.value);
}

TEST_CASE("deals are ranked by what the best move would earn, with every reason named") {
    SoundDeal sound = sound_deal();
    Deal small = sound.deal, large = sound.deal, dollars = sound.deal, over = sound.deal;
    large.id = sample_id(3);
    large.objective.amount->minor *= 10;
    large.people[1].support = -4;
    large.tasks[0].due = sample_today - 4;
    large.funnel_stage = FunnelStage::p6;
    dollars.objective.amount->currency = Currency{{'U', 'S', 'D'}};
    over.status = DealStatus::won;
    large.reviews = {review_of(large, nullptr, whole_playbook(), sample_today, ReviewKind::moved, "")};
    large.reviews[0].date = sample_today - 16;
    Workspace workspace = workspace_of({over, small, dollars, large});
    workspace.customers = {sound.customer};
    const auto ranked = ranked_of(workspace);
    REQUIRE(ranked.size() == 3);
    CHECK(ranked[0].deal == 3);
    CHECK(ranked[1].deal == 1);
    CHECK(ranked[2].deal == 2);
    CHECK_FALSE(ranked[2].money);
    CHECK(ranked[2].gain == ranked[1].gain);
    CHECK(*ranked[1].money == Approx(ranked[1].gain * static_cast<double>(small.objective.amount->minor)));
    const std::vector<AttentionReason> reasons = reasons_of(workspace, ranked[0]);
    const auto has = [&](AttentionKind kind, std::string_view rule = {}) {
        return std::any_of(reasons.begin(), reasons.end(),
                           [&](const AttentionReason& one) { return one.kind == kind && one.rule == rule; });
    };
    CHECK(has(AttentionKind::gain));
    CHECK(has(AttentionKind::warn_flag, "influential_opponent"));
    CHECK(has(AttentionKind::warn_flag, "action_overdue"));
    CHECK(has(AttentionKind::warn_flag, "seller_ahead"));
    CHECK(has(AttentionKind::optimism));
    CHECK(has(AttentionKind::review_due));
    CHECK_FALSE(has(AttentionKind::stuck));
    CHECK(
        std::is_sorted(reasons.begin(), reasons.end(), [](const AttentionReason& a, const AttentionReason& b) { return a.kind < b.kind; }));
    for (const AttentionReason& reason : reasons)
        if (reason.kind == AttentionKind::review_due) CHECK(reason.days == 16);
}

TEST_CASE("the optimism that attention names is the forecast's") {
    SoundDeal sound = sound_deal();
    sound.deal.funnel_stage = FunnelStage::p6;
    sound.deal.objective.signing_date = sample_today + 60;
    const Workspace workspace = workspace_of({sound.deal});
    const Forecast forecast = read_forecast(workspace, whole_playbook(), sample_today, {});
    double gap = 0;
    for (const QuarterForecast& quarter : forecast.quarters) gap += quarter.optimism_gap;
    const auto ranked = ranked_of(workspace);
    const std::vector<AttentionReason> reasons = reasons_of(workspace, ranked[0]);
    const auto reason =
        std::find_if(reasons.begin(), reasons.end(), [](const AttentionReason& one) { return one.kind == AttentionKind::optimism; });
    REQUIRE(reason != reasons.end());
    CHECK(reason->money == Approx(gap));
}

TEST_CASE("a deal that is stuck in its stage is a reason, too") {
    Deal passed = sample_deal(), stuck = sample_deal();
    passed.funnel_stage = FunnelStage::p3;
    passed.stage_history = {{sample_today - 15, FunnelStage::p2, {}}, {sample_today - 5, FunnelStage::p3, {}}};
    stuck.funnel_stage = FunnelStage::p2;
    stuck.stage_history = {{sample_today - 50, FunnelStage::p2, {}}};
    const Workspace workspace = workspace_of({passed, stuck});
    int named = 0;
    for (const AttentionDeal& deal : ranked_of(workspace)) {
        for (const AttentionReason& reason : reasons_of(workspace, deal)) {
            if (reason.kind != AttentionKind::stuck) continue;
            ++named;
            CHECK(deal.deal == 1);
            CHECK(reason.days == 50);
        }
    }
    CHECK(named == 1);
}

TEST_CASE("Brier score and log loss are those of the last recorded index, beside those of the base rate") {
    const TrackRecord record =
        read_track_record(workspace_of({foretold(.8, DealStatus::won), foretold(.3, DealStatus::lost), foretold(.6, DealStatus::lost),
                                        foretold(1, DealStatus::won), foretold(.3, DealStatus::suspended)}),
                          whole_playbook());
    REQUIRE(record.deals.size() == 4);
    CHECK(record.deals[0].recorded);
    CHECK(record.base_rate == Approx(.5));
    CHECK(record.brier == Approx((.04 + .09 + .36 + 0) / 4));
    CHECK(record.base_brier == Approx(.25));
    CHECK(record.log_loss == Approx(-(std::log(.8) + std::log(.7) + std::log(.4) + std::log(1 - 1e-6)) / 4));
    CHECK(record.base_log_loss == Approx(std::log(2)));
    CHECK(record.beats_base_rate);
    CHECK_FALSE(record.enough);
    CHECK(record.bins[3].deals == 1);
    CHECK(record.bins[3].won == 0);
    CHECK(record.bins[8].won == 1);
    CHECK(record.bins[9].index == Approx(1));
    int binned = 0;
    for (const ReliabilityBin& bin : record.bins) binned += bin.deals;
    CHECK(binned == 4);
}

TEST_CASE("thirty closed deals are enough; an index that is no better than the base rate is not called better") {
    std::vector<Deal> deals;
    for (int i = 0; i < 30; ++i) deals.push_back(foretold(.5, i % 2 ? DealStatus::won : DealStatus::lost));
    const TrackRecord record = read_track_record(workspace_of(deals), whole_playbook());
    CHECK(record.enough);
    CHECK_FALSE(record.beats_base_rate);
}

TEST_CASE("a review shortly before the end foretells nothing: then the deal is read as it stood") {
    const Deal late = foretold(.8, DealStatus::won, 29);
    const TrackRecord record = read_track_record(workspace_of({late}), whole_playbook());
    CHECK_FALSE(record.deals[0].recorded);
    const Date day = *late.ended - 30;
    CHECK(record.deals[0].index == read_win_index(as_of(late, day), nullptr, whole_playbook(), day)->index);
    Deal never_ended = late;
    never_ended.ended.reset();
    CHECK(read_track_record(workspace_of({never_ended}), whole_playbook()).without_end == 1);
    CHECK(read_track_record({}, whole_playbook()).deals.empty());
}

TEST_CASE("as of an earlier day a deal has the position, stage and objective of that day, and no later facts") {
    Deal deal = closed(DealStatus::won, "An", 900, 100, 0);
    const Date day = sample_today - 50;
    deal.funnel_stage = FunnelStage::p7;
    deal.position.claimed = {Stage::closing, Competition::sole, Urgency::urgent};
    const Position before{Stage::solution, Competition::ahead, Urgency::active};
    deal.trail = {{day - 9, before, "", {}}, {day + 1, deal.position.claimed, "", {}}};
    deal.stage_history = {{day, FunnelStage::p4, {}}, {day + 1, FunnelStage::p7, {}}};
    Objective first = deal.objective, second = deal.objective;
    first.amount->minor = 500;
    second.amount->minor = 600;
    deal.objective_changes = {{day - 3, first, "", {}}, {day + 20, deal.objective, "", {}}, {day + 2, second, "", {}}};
    deal.people[0].since = day + 1;
    const Deal then = as_of(deal, day);
    CHECK(then.status == DealStatus::open);
    CHECK(then.position.claimed == before);
    CHECK(then.funnel_stage == FunnelStage::p4);
    CHECK(then.objective.amount->minor == 600);
    CHECK(then.people.size() == 2);
    CHECK(then.people[0].contact.last == day);
    CHECK(then.people[0].support_evidence.empty());
    CHECK(then.bantcc.budget.evidence.empty());
    CHECK(then.trail.size() == 1);
    CHECK(as_of(deal, day - 100).position.claimed == before);
}

TEST_CASE("as of today an open deal without entries of tomorrow reads as itself, whatever it holds") {
    for (std::uint64_t seed = 0; seed < generate::rounds / 20; ++seed) {
        const Workspace workspace = generate::workspace(seed, {.filled = 0.5, .items = 3, .deals = 1});
        for (const Box<Deal>& box : workspace.deals) {
            Deal deal = *box;
            if (deal.status != DealStatus::open) continue;
            deal.trail.clear();
            deal.stage_history.clear();
            const auto today = read_win_index(deal, nullptr, whole_playbook(), last_date);
            const auto again = read_win_index(as_of(deal, last_date), nullptr, whole_playbook(), last_date);
            CHECK(*today == *again);
        }
    }
}

TEST_CASE("whatever a file holds, its deals can be ranked and its record read") {
    for (std::uint64_t seed = 0; seed < generate::rounds / 50; ++seed) {
        const Workspace workspace = generate::workspace(seed, {.filled = 0.6, .items = 3, .deals = 4});
        const auto open = std::count_if(workspace.deals.begin(), workspace.deals.end(),
                                        [](const Box<Deal>& deal) { return deal->status == DealStatus::open; });
        CHECK(static_cast<std::ptrdiff_t>(ranked_of(workspace).size()) == open);
        const TrackRecord record = read_track_record(workspace, whole_playbook());
        CHECK(record.brier >= 0);
        CHECK(record.brier <= 1);
        CHECK(std::isfinite(record.log_loss));
    }
}

// The funnel (methodology §8): counts, money, passage, time, and what is stuck.
#include "portfolio/funnel.h"

#include "sample_deal.h"

#include <doctest/doctest.h>

using namespace compass;
using doctest::Approx;

namespace {

Deal deal_in(FunnelStage stage, std::initializer_list<std::pair<int, FunnelStage>> days_ago, DealStatus status = DealStatus::open) {
    Deal deal;
    deal.funnel_stage = stage;
    deal.status = status;
    if (status != DealStatus::open) deal.ended = sample_today;
    for (const auto& [days, entered] : days_ago) deal.stage_history.push_back({sample_today - days, entered, {}});
    return deal;
}

Funnel funnel_of(const std::vector<Deal>& deals) {
    std::vector<const Deal*> pointers;
    for (const Deal& deal : deals) pointers.push_back(&deal);
    return read_funnel(pointers, default_playbook(), sample_today);
}

const FunnelRow& row(const Funnel& funnel, FunnelStage stage) { return funnel.rows[static_cast<std::size_t>(stage)]; }

using enum FunnelStage;

}  // namespace

TEST_CASE("an empty funnel has seven empty rows and no rates") {
    const Funnel funnel = funnel_of({});
    CHECK(funnel.rows[6].stage == p7);
    for (const FunnelRow& one : funnel.rows) {
        CHECK(one.count == 0);
        CHECK_FALSE(one.conversion);
        CHECK_FALSE(one.median_days);
    }
}

TEST_CASE("open deals are counted where they stand, their money per currency and weighted by the stage") {
    Deal yuan = deal_in(p4, {}), more = yuan, dollars = yuan, none = yuan, closed = deal_in(p4, {}, DealStatus::lost);
    yuan.objective.amount = Money{1000, {}};
    more.objective.amount = Money{500, {}};
    dollars.objective.amount = Money{100, Currency{{'A', 'U', 'D'}}};
    closed.objective.amount = Money{7, {}};
    const Funnel funnel = funnel_of({yuan, dollars, more, none, closed});
    CHECK(row(funnel, p4).count == 4);
    CHECK(row(funnel, p4).without_amount == 1);
    REQUIRE(row(funnel, p4).amounts.size() == 2);
    CHECK(row(funnel, p4).amounts[0].currency.text() == "AUD");
    CHECK(row(funnel, p4).amounts[1].amount == Approx(1500));
    CHECK(row(funnel, p4).amounts[1].weighted == Approx(450));
}

TEST_CASE("conversion counts the deals whose passage is decided") {
    const Funnel funnel = funnel_of({deal_in(p3, {{30, p2}, {20, p3}}), deal_in(p2, {{30, p2}}, DealStatus::lost), deal_in(p2, {{30, p2}}),
                                     deal_in(p2, {{30, p2}}, DealStatus::suspended), deal_in(p5, {{40, p2}, {10, p5}}, DealStatus::won)});
    CHECK(row(funnel, p2).entered == 3);
    CHECK(row(funnel, p2).advanced == 2);
    CHECK(*row(funnel, p2).conversion == Approx(2 / 3.));
    CHECK_FALSE(row(funnel, p3).conversion);
    CHECK(*row(funnel, p5).conversion == Approx(1));
}

TEST_CASE("a deal that fell back had gone on once") {
    const Funnel funnel = funnel_of({deal_in(p3, {{30, p3}, {20, p4}, {10, p3}}, DealStatus::lost)});
    CHECK(row(funnel, p3).entered == 1);
    CHECK(*row(funnel, p3).conversion == Approx(1));
    CHECK(*row(funnel, p4).conversion == Approx(0));
}

TEST_CASE("the median is of stays that are over, between two middles where there are two") {
    const auto left_after = [](int days) { return deal_in(p3, {{days + 5, p2}, {5, p3}}); };
    CHECK(*row(funnel_of({left_after(10), left_after(20), left_after(90)}), p2).median_days == Approx(20));
    CHECK(*row(funnel_of({left_after(10), left_after(20), left_after(90), left_after(40)}), p2).median_days == Approx(30));
    CHECK_FALSE(row(funnel_of({left_after(10)}), p3).median_days);
}

TEST_CASE("a deal is stuck beyond twice the median of its stage, the longest first") {
    const Deal passed = deal_in(p3, {{15, p2}, {5, p3}});
    const Funnel funnel = funnel_of({passed, deal_in(p2, {{20, p2}}), deal_in(p2, {{21, p2}}), deal_in(p2, {{50, p2}})});
    REQUIRE(funnel.stuck.size() == 2);
    CHECK(funnel.stuck[0] == StuckDeal{3, 50, 10});
    CHECK(funnel.stuck[1] == StuckDeal{2, 21, 10});
}

TEST_CASE("a deal whose history speaks of another stage is not called stuck") {
    const Deal passed = deal_in(p3, {{15, p2}, {5, p3}});
    CHECK(funnel_of({passed, deal_in(p4, {{90, p2}})}).stuck.empty());
}

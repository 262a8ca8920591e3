// The forecast (methodology §11): quarters, the optimism gap, and a distribution that is exact.
#include "portfolio/forecast.h"

#include "generate.h"
#include "sample_deal.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

using namespace compass;
using doctest::Approx;

namespace {

std::vector<Order> random_orders(generate::Random& random, std::int64_t count, std::int64_t unit) {
    std::vector<Order> orders;
    for (std::int64_t i = 0; i < count; ++i)
        orders.push_back({static_cast<double>(unit * random.between(1, 40)), Probability{random.real(0.01, 0.99)}});
    return orders;
}

double mean_of_orders(const std::vector<Order>& orders) {
    return std::accumulate(orders.begin(), orders.end(), 0.,
                           [](double sum, const Order& one) { return sum + one.amount * one.chance.value; });
}

Deal deal_signing(Date date, std::int64_t amount) {
    Deal deal = sample_deal();
    deal.funnel_stage = FunnelStage::p4;
    deal.objective.signing_date = date;
    deal.objective.amount = Money{amount, {}};
    return deal;
}

Forecast read(const std::vector<Deal>& deals) {
    Workspace workspace;
    workspace.customers = {sample_customer()};
    for (const Deal& deal : deals) workspace.deals.push_back(deal);
    return read_forecast(workspace, default_playbook(), sample_today, {});
}

}  // namespace

TEST_CASE("the distribution is that of all combinations, counted one by one") {
    generate::Random random(1);
    for (int round = 0; round < 200; ++round) {
        const auto orders = random_orders(random, random.between(0, 9), random.between(1, 1000000));
        const Distribution total = total_of(orders);
        const double target = random.real(0, 1.2) * mean_of_orders(orders);
        double reached = 0;
        std::vector<double> mass(total.mass.size());
        for (unsigned chosen = 0; chosen < 1u << orders.size(); ++chosen) {
            double sum = 0, chance = 1;
            for (std::size_t i = 0; i < orders.size(); ++i) {
                const bool comes = chosen >> i & 1;
                sum += comes ? orders[i].amount : 0;
                chance *= comes ? orders[i].chance.value : 1 - orders[i].chance.value;
            }
            if (sum >= target) reached += chance;
            const auto bin = static_cast<std::size_t>(std::lround(sum / total.step));
            REQUIRE(bin < mass.size());
            CHECK(sum == Approx(static_cast<double>(bin) * total.step));
            mass[bin] += chance;
        }
        double furthest = 0;
        for (std::size_t i = 0; i < mass.size(); ++i) furthest = std::max(furthest, std::abs(mass[i] - total.mass[i]));
        CHECK(furthest < 1e-12);
        CHECK(chance_to_reach(total, target).value == Approx(reached));
    }
}

TEST_CASE("chances sum to one and the mean is kept, also where amounts do not fit the grid") {
    generate::Random random(2);
    for (int round = 0; round < 8; ++round) {
        auto orders = random_orders(random, random.between(1, 400), 1);
        for (Order& order : orders) order.amount *= random.real(0.001, 1000);
        const Distribution total = total_of(orders);
        CHECK(std::accumulate(total.mass.begin(), total.mass.end(), 0.) == Approx(1));
        CHECK(mean_of(total) == Approx(mean_of_orders(orders)).epsilon(1e-9));
        CHECK(total.mass.size() <= distribution_bins + orders.size());
    }
}

TEST_CASE("the order of the deals does not matter") {
    generate::Random random(3);
    auto orders = random_orders(random, 300, 12345);
    const Distribution one = total_of(orders);
    std::reverse(orders.begin(), orders.end());
    const Distribution other = total_of(orders);
    CHECK(one.step == other.step);
    for (const double share : {.01, .1, .5, .9, .99}) CHECK(quantile(one, share) == Approx(quantile(other, share)));
}

TEST_CASE("quantiles rise and say what they promise") {
    generate::Random random(4);
    const auto orders = random_orders(random, 50, 100);
    const Distribution total = total_of(orders);
    double last = 0;
    for (double share = .05; share < 1; share += .05) {
        const double here = quantile(total, share);
        CHECK(here >= last);
        CHECK(chance_to_reach(total, here + total.step / 2).value <= 1 - share + 1e-9);
        last = here;
    }
}

TEST_CASE("one deal, a certain one, none at all") {
    const Distribution one = total_of({{100, {.3}}});
    CHECK(quantile(one, .5) == 0);
    CHECK(quantile(one, .9) == 100);
    CHECK(chance_to_reach(one, 100).value == Approx(.3));
    CHECK(chance_to_reach(one, 101).value == 0);
    CHECK(quantile(total_of({{100, {1}}}), .1) == 100);
    for (const Distribution& none : {total_of({}), total_of({{0, {.5}}, {100, {0}}})}) {
        CHECK(quantile(none, .9) == 0);
        CHECK(chance_to_reach(none, 0).value == 1);
        CHECK(chance_to_reach(none, 1).value == 0);
    }
}

TEST_CASE("10,000 deals keep their mean and spread") {
    generate::Random random(5);
    const auto orders = random_orders(random, 10000, 100);
    const Distribution total = total_of(orders);
    double variance = 0, square = 0;
    for (const Order& one : orders) variance += one.amount * one.amount * one.chance.value * (1 - one.chance.value);
    const double mean = mean_of(total);
    for (std::size_t i = 0; i < total.mass.size(); ++i) square += std::pow(static_cast<double>(i) * total.step - mean, 2) * total.mass[i];
    CHECK(mean == Approx(mean_of_orders(orders)).epsilon(1e-9));
    CHECK(std::sqrt(square) == Approx(std::sqrt(variance)).epsilon(.05));
}

TEST_CASE("quarters follow each other over the turn of the year") {
    CHECK(quarter_of(*date_of({2026, 12, 31})) == Quarter{2026, 4});
    CHECK(quarter_of(*date_of({2027, 1, 1})) == Quarter{2027, 1});
    CHECK(next_quarter({2026, 4}) == Quarter{2027, 1});
    CHECK(read({}).quarters.back().quarter == Quarter{2027, 3});
}

TEST_CASE("each open deal stands in the quarter of its signing date, or is named where it has none") {
    Deal undated = deal_signing(sample_today, 100), without = undated, dollars = undated, closed = undated;
    undated.objective.signing_date.reset();
    without.objective.amount.reset();
    dollars.objective.amount->currency.code = {'U', 'S', 'D'};
    closed.status = DealStatus::lost;
    const Forecast forecast =
        read({deal_signing(sample_today, 100), deal_signing(sample_today - 1, 100), deal_signing(sample_today + 365, 100),
              deal_signing(*date_of({2027, 9, 30}), 100), undated, without, dollars, closed});
    CHECK(forecast.quarters[0].deals.size() == 1);
    CHECK(forecast.quarters[3].deals.size() == 1);
    CHECK(forecast.overdue == std::vector<std::size_t>{1});
    CHECK(forecast.later == std::vector<std::size_t>{2});
    CHECK(forecast.undated == std::vector<std::size_t>{4});
    CHECK(forecast.without_amount == std::vector<std::size_t>{5});
    CHECK(forecast.of_other_currency == std::vector<std::size_t>{6});
}

TEST_CASE("the optimism gap is what the stage promises beyond the index, deal by deal and in sum") {
    const Forecast forecast = read({deal_signing(sample_today, 1000), deal_signing(sample_today + 3, 500)});
    const QuarterForecast& quarter = forecast.quarters[0];
    REQUIRE(quarter.deals.size() == 2);
    const double index = read_win_index(deal_signing(sample_today, 1000), nullptr, default_playbook(), sample_today)->index.value;
    CHECK(quarter.deals[0].stage_weight.value == Approx(.3));
    CHECK(quarter.deals[0].index.value == Approx(index).epsilon(.2));
    CHECK(quarter.deals[0].optimism_gap == Approx(1000 * (.3 - quarter.deals[0].index.value)));
    CHECK(quarter.optimism_gap == Approx(quarter.deals[0].optimism_gap + quarter.deals[1].optimism_gap));
    CHECK(quarter.optimism_gap == Approx(quarter.weighted - quarter.compass));
    CHECK(mean_of(quarter.total) == Approx(quarter.compass));
}

TEST_CASE("what is won already is certain") {
    Deal won = deal_signing(sample_today, 1000);
    won.status = DealStatus::won;
    won.ended = sample_today - 10;
    won.contract = Money{900, {}};
    Deal earlier = won;
    earlier.ended = *date_of({2026, 9, 30});
    const Forecast forecast = read({won, won, earlier, deal_signing(sample_today, 300)});
    const QuarterForecast& quarter = forecast.quarters[0];
    CHECK(quarter.won == 1800);
    CHECK(quarter.p10 == 1800);
    CHECK(chance_to_reach(quarter.total, 1800).value == Approx(1));
    CHECK(chance_to_reach(quarter.total, 2100).value == Approx(quarter.deals[0].index.value));
}

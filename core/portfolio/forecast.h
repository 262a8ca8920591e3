// What the next four quarters bring: by our process, by the compass, and how sure that is (methodology §11).
#pragma once

#include "model/playbook.h"
#include "model/workspace.h"
#include "portfolio/assessment.h"
#include "portfolio/distribution.h"

#include <cstddef>
#include <vector>

namespace compass {

struct Quarter {
    int year = 1970, number = 1;  // 1 … 4
    auto operator<=>(const Quarter&) const = default;
};
Quarter quarter_of(Date date);
Quarter next_quarter(Quarter quarter);

// Amounts are in minor units of the forecast's currency.
struct ForecastDeal {
    std::size_t deal = 0;  // in Workspace::deals
    double amount = 0;
    Probability stage_weight, index;
    double weighted = 0, compass = 0;  // amount × stage weight, amount × index
    double optimism_gap = 0;           // weighted − compass
    bool operator==(const ForecastDeal&) const = default;
};

struct QuarterForecast {
    Quarter quarter;
    std::vector<ForecastDeal> deals;                     // open ones that sign then
    double won = 0;                                      // orders of this quarter that are won already
    double weighted = 0, compass = 0, optimism_gap = 0;  // sums over `deals`
    Distribution total;                                  // won and open ones, each open one with the chance of its index
    double p10 = 0, p50 = 0, p90 = 0;                    // quantiles of it
    bool operator==(const QuarterForecast&) const = default;
};

struct Forecast {
    Currency currency;
    std::vector<QuarterForecast> quarters;  // that of today and the next three
    // Open deals of this currency that stand in none of them: their signing date is missing, past, or later.
    std::vector<std::size_t> undated, overdue, later;
    std::vector<std::size_t> without_amount, of_other_currency;
    bool operator==(const Forecast&) const = default;
};

Forecast read_forecast(const Workspace& workspace, const Playbook& playbook, Date today, Currency currency);
// The same from what was read already: `known` must be up to date.
Forecast read_forecast(const Workspace& workspace, const Assessments& known, const Playbook& playbook, Date today, Currency currency);

}  // namespace compass

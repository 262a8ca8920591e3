#include "portfolio/forecast.h"

#include "portfolio/customer_index.h"
#include "reading/win_index.h"

#include <algorithm>
#include <array>

namespace compass {
namespace {

constexpr std::size_t quarters_ahead = 4;

void add_won(Forecast& forecast, const Deal& deal) {
    const std::optional<Money>& money = deal.contract ? deal.contract : deal.objective.amount;
    if (!money || money->currency != forecast.currency || !deal.ended) return;
    for (QuarterForecast& quarter : forecast.quarters)
        if (quarter.quarter == quarter_of(*deal.ended)) quarter.won += static_cast<double>(money->minor);
}

void finish(QuarterForecast& quarter) {
    std::vector<Order> orders = {{quarter.won, {1}}};
    for (const ForecastDeal& deal : quarter.deals) {
        quarter.weighted += deal.weighted;
        quarter.compass += deal.compass;
        quarter.optimism_gap += deal.optimism_gap;
        orders.push_back({deal.amount, deal.index});
    }
    quarter.total = total_of(orders);
    quarter.p10 = quantile(quarter.total, .1);
    quarter.p50 = quantile(quarter.total, .5);
    quarter.p90 = quantile(quarter.total, .9);
}

// index_of(i): of the open deal at this place.
template <class IndexOf>
Forecast forecast_of(const Workspace& workspace, const Playbook& playbook, Date today, Currency currency, const IndexOf& index_of) {
    Forecast forecast;
    forecast.currency = currency;
    for (Quarter quarter = quarter_of(today); forecast.quarters.size() < quarters_ahead; quarter = next_quarter(quarter)) {
        forecast.quarters.emplace_back();
        forecast.quarters.back().quarter = quarter;
    }
    std::array<double, funnel_stage_count> weights{};
    for (const FunnelStageText& stage : playbook.funnel) weights[static_cast<std::size_t>(stage.stage)] = stage.weight;

    for (std::size_t i = 0; i < workspace.deals.size(); ++i) {
        const Deal& deal = *workspace.deals[i];
        if (deal.status == DealStatus::won) add_won(forecast, deal);
        if (deal.status != DealStatus::open) continue;
        const Objective& objective = deal.objective;
        if (!objective.amount) {
            forecast.without_amount.push_back(i);
        } else if (objective.amount->currency != currency) {
            forecast.of_other_currency.push_back(i);
        } else if (!objective.signing_date) {
            forecast.undated.push_back(i);
        } else if (*objective.signing_date < today) {
            forecast.overdue.push_back(i);
        } else if (quarter_of(*objective.signing_date) > forecast.quarters.back().quarter) {
            forecast.later.push_back(i);
        } else {
            ForecastDeal row;
            row.deal = i;
            row.amount = static_cast<double>(objective.amount->minor);
            row.stage_weight = {weights[static_cast<std::size_t>(deal.funnel_stage)]};
            row.index = index_of(i);
            row.weighted = row.amount * row.stage_weight.value;
            row.compass = row.amount * row.index.value;
            row.optimism_gap = row.weighted - row.compass;
            const auto quarter = std::find_if(forecast.quarters.begin(), forecast.quarters.end(), [&](const QuarterForecast& one) {
                return one.quarter == quarter_of(*objective.signing_date);
            });
            quarter->deals.push_back(row);
        }
    }
    for (QuarterForecast& quarter : forecast.quarters) finish(quarter);
    return forecast;
}

}  // namespace

Quarter quarter_of(Date date) {
    const YearMonthDay day = civil(date);
    return {day.year, (day.month - 1) / 3 + 1};
}

Quarter next_quarter(Quarter quarter) {
    return quarter.number == 4 ? Quarter{quarter.year + 1, 1} : Quarter{quarter.year, quarter.number + 1};
}

Forecast read_forecast(const Workspace& workspace, const Playbook& playbook, Date today, Currency currency) {
    const CustomerIndex customers(workspace);
    return forecast_of(workspace, playbook, today, currency, [&](std::size_t i) {
        const Deal& deal = *workspace.deals[i];
        const auto index = read_win_index(deal, customers.find(deal.customer), playbook, today);
        return index ? index->index : Probability{};
    });
}

Forecast read_forecast(const Workspace& workspace, const Assessments& known, const Playbook& playbook, Date today, Currency currency) {
    return forecast_of(workspace, playbook, today, currency, [&](std::size_t i) { return known.of(i).index.value_or(Probability{}); });
}

}  // namespace compass

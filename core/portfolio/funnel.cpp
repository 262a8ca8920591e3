#include "portfolio/funnel.h"

#include "reading/stage_history.h"

#include <algorithm>

namespace compass {
namespace {

std::size_t row_of(FunnelStage stage) { return static_cast<std::size_t>(stage); }

double median_of(std::vector<int> days) {
    const auto middle = days.begin() + static_cast<std::ptrdiff_t>(days.size() / 2);
    std::nth_element(days.begin(), middle, days.end());
    if (days.size() % 2 == 1) return *middle;
    return (*middle + *std::max_element(days.begin(), middle)) / 2.0;
}

// Of each stage that the deal was in: did it go on from there? A suspended deal is not decided.
void count_passage(Funnel& funnel, const Deal& deal, const std::vector<Stay>& stays) {
    if (stays.empty()) return;
    const auto furthest =
        std::max_element(stays.begin(), stays.end(), [](const Stay& a, const Stay& b) { return a.stage < b.stage; })->stage;
    std::array<bool, funnel_stage_count> was_in{};
    for (const Stay& stay : stays) was_in[row_of(stay.stage)] = true;
    for (FunnelRow& row : funnel.rows) {
        if (!was_in[row_of(row.stage)]) continue;
        const bool advanced = deal.status == DealStatus::won || furthest > row.stage;
        if (!advanced && deal.status != DealStatus::lost) continue;
        ++row.entered;
        row.advanced += advanced;
    }
}

}  // namespace

Funnel read_funnel(const std::vector<const Deal*>& deals, const Playbook& playbook, Date today) {
    Funnel funnel;
    for (std::size_t i = 0; i < funnel.rows.size(); ++i) funnel.rows[i].stage = static_cast<FunnelStage>(i);
    std::array<double, funnel_stage_count> weights{};
    for (const FunnelStageText& stage : playbook.funnel) weights[row_of(stage.stage)] = stage.weight;

    std::array<std::vector<int>, funnel_stage_count> days;
    std::vector<std::optional<Stay>> present(deals.size());
    for (std::size_t i = 0; i < deals.size(); ++i) {
        const Deal& deal = *deals[i];
        const std::vector<Stay> stays = stage_stays(deal, today);
        count_passage(funnel, deal, stays);
        for (const Stay& stay : stays)
            if (stay.to) days[row_of(stay.stage)].push_back(stay.days);
        if (deal.status != DealStatus::open) continue;
        FunnelRow& row = funnel.rows[row_of(deal.funnel_stage)];
        ++row.count;
        if (deal.objective.amount)
            add_money(row.amounts, *deal.objective.amount, weights[row_of(deal.funnel_stage)]);
        else
            ++row.without_amount;
        if (!stays.empty() && stays.back().stage == deal.funnel_stage) present[i] = stays.back();
    }
    for (FunnelRow& row : funnel.rows) {
        if (row.entered > 0) row.conversion = static_cast<double>(row.advanced) / row.entered;
        if (!days[row_of(row.stage)].empty()) row.median_days = median_of(std::move(days[row_of(row.stage)]));
    }
    for (std::size_t i = 0; i < deals.size(); ++i) {
        if (!present[i]) continue;
        const std::optional<double>& median = funnel.rows[row_of(present[i]->stage)].median_days;
        if (median && present[i]->days > playbook.stuck_after_medians * *median) funnel.stuck.push_back({i, present[i]->days, *median});
    }
    std::stable_sort(funnel.stuck.begin(), funnel.stuck.end(), [](const StuckDeal& a, const StuckDeal& b) { return a.days > b.days; });
    return funnel;
}

}  // namespace compass

#include "portfolio/customer_sums.h"

#include <algorithm>
#include <utility>

namespace compass {

std::vector<CustomerSum> sum_customers(const Workspace& workspace) {
    std::vector<std::pair<Id, std::size_t>> places;
    for (std::size_t i = 0; i < workspace.customers.size(); ++i) places.emplace_back(workspace.customers[i]->id, i);
    std::sort(places.begin(), places.end());
    std::vector<CustomerSum> sums(workspace.customers.size());
    for (const bool open : {true, false}) {
        for (std::size_t i = 0; i < workspace.deals.size(); ++i) {
            const Deal& deal = *workspace.deals[i];
            if ((deal.status == DealStatus::open) != open) continue;
            const auto place =
                std::lower_bound(places.begin(), places.end(), deal.customer, [](const auto& one, const Id& id) { return one.first < id; });
            if (place == places.end() || place->first != deal.customer) continue;
            CustomerSum& sum = sums[place->second];
            sum.deals.push_back(i);
            sum.open += open, sum.won += deal.status == DealStatus::won, sum.lost += deal.status == DealStatus::lost,
                sum.suspended += deal.status == DealStatus::suspended;
            if (open && deal.objective.amount) add_money(sum.open_amount, *deal.objective.amount, 1);
            const std::optional<Money>& order = deal.contract ? deal.contract : deal.objective.amount;
            if (deal.status == DealStatus::won && order) add_money(sum.won_amount, *order, 1);
        }
    }
    return sums;
}

}  // namespace compass

#include "portfolio/productivity.h"

#include "reading/as_of.h"

#include <algorithm>

namespace compass {
namespace {

struct Sums {
    std::string owner;
    int orders = 0, lost = 0, with_cycle = 0;
    double amount = 0, days = 0;
};

void add_order(Sums& sums, const Deal& deal, const Money& amount) {
    ++sums.orders;
    sums.amount += static_cast<double>(amount.minor);
    if (const auto first = first_day_of(deal, *deal.ended)) {
        ++sums.with_cycle;
        sums.days += std::max(1, *deal.ended - *first);
    }
}

double product(double orders, double amount, double win_rate, double days) { return orders * amount * win_rate / days; }

std::array<LeverEffect, 4> levers_of(const Productivity& now, double step) {
    const double orders = now.orders, amount = *now.average_amount, rate = *now.win_rate, days = *now.cycle_days;
    std::array<LeverEffect, 4> levers = {{{Lever::orders, product(orders * (1 + step), amount, rate, days), 0},
                                          {Lever::amount, product(orders, amount * (1 + step), rate, days), 0},
                                          {Lever::win_rate, product(orders, amount, std::min(1.0, rate * (1 + step)), days), 0},
                                          {Lever::cycle, product(orders, amount, rate, days / (1 + step)), 0}}};
    for (LeverEffect& lever : levers) lever.change = lever.value - *now.value;
    std::stable_sort(levers.begin(), levers.end(), [](const LeverEffect& a, const LeverEffect& b) { return a.change > b.change; });
    return levers;
}

Productivity productivity_of(const Sums& sums, double step) {
    Productivity reading;
    reading.owner = sums.owner;
    reading.orders = sums.orders;
    reading.lost = sums.lost;
    for (std::size_t i = 0; i < reading.levers.size(); ++i) reading.levers[i].lever = static_cast<Lever>(i);
    if (sums.orders + sums.lost > 0) reading.win_rate = static_cast<double>(sums.orders) / (sums.orders + sums.lost);
    if (sums.orders > 0) reading.average_amount = sums.amount / sums.orders;
    if (sums.with_cycle > 0) reading.cycle_days = sums.days / sums.with_cycle;
    if (!reading.average_amount || !reading.cycle_days) return reading;
    reading.value = product(sums.orders, *reading.average_amount, *reading.win_rate, *reading.cycle_days);
    reading.levers = levers_of(reading, step);
    return reading;
}

Sums& sums_of(std::vector<Sums>& all, const std::string& owner) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Sums& one) { return one.owner == owner; });
    if (found != all.end()) return *found;
    all.emplace_back().owner = owner;
    return all.back();
}

}  // namespace

TeamProductivity read_productivity(const std::vector<const Deal*>& deals, const Practice& practice, Date from, Date to, Currency currency) {
    TeamProductivity team;
    team.currency = currency;
    Sums all;
    std::vector<Sums> owners;
    for (const Deal* deal : deals) {
        if (deal->status != DealStatus::won && deal->status != DealStatus::lost) continue;
        if (!deal->ended || *deal->ended < from || *deal->ended > to) continue;
        const std::optional<Money>& amount = deal->contract ? deal->contract : deal->objective.amount;
        if (!amount || amount->currency != currency) {
            ++team.left_out;
            continue;
        }
        for (Sums* sums : {&all, &sums_of(owners, deal->owner)}) {
            if (deal->status == DealStatus::won)
                add_order(*sums, *deal, *amount);
            else
                ++sums->lost;
        }
    }
    team.all = productivity_of(all, practice.lever_step);
    for (const Sums& sums : owners) team.owners.push_back(productivity_of(sums, practice.lever_step));
    std::sort(team.owners.begin(), team.owners.end(), [](const Productivity& a, const Productivity& b) {
        if (a.value.has_value() != b.value.has_value()) return a.value.has_value();
        if (a.value && *a.value != *b.value) return *a.value > *b.value;
        return a.owner < b.owner;
    });
    return team;
}

}  // namespace compass

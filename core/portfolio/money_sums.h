// Sums of money of many deals: one per currency, because amounts of different currencies are never added.
#pragma once

#include "model/numbers.h"

#include <vector>

namespace compass {

struct MoneySum {
    Currency currency;
    double amount = 0, weighted = 0;  // minor units; weighted by whatever the reading says
    bool operator==(const MoneySum&) const = default;
};

// In the order of the currencies' codes.
void add_money(std::vector<MoneySum>& sums, const Money& money, double weight);

}  // namespace compass

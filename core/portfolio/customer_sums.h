// What the deals of each customer come to.
#pragma once

#include "model/workspace.h"
#include "portfolio/money_sums.h"

#include <cstddef>
#include <vector>

namespace compass {

struct CustomerSum {
    std::vector<std::size_t> deals;  // in Workspace::deals, the open ones first
    int open = 0, won = 0, lost = 0, suspended = 0;
    std::vector<MoneySum> open_amount, won_amount;  // won: the contract where there is one, else what was aimed at
    bool operator==(const CustomerSum&) const = default;
};

// In the order of Workspace::customers.
std::vector<CustomerSum> sum_customers(const Workspace& workspace);

}  // namespace compass

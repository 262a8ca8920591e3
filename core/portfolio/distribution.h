// The exact distribution of a sum of independent orders, each of which comes as a whole or not at all (methodology §11).
// Correlation is out of scope: deals that fall together make the real spread wider than this one.
#pragma once

#include "model/numbers.h"

#include <vector>

namespace compass {

struct Order {
    double amount = 0;  // ≥ 0, in any one unit
    Probability chance;
};

struct Distribution {
    double step = 1;           // the money grid, in the unit of the amounts
    std::vector<double> mass;  // mass[i]: the chance that the sum is i steps; sums to 1
    bool operator==(const Distribution&) const = default;
};

inline constexpr int distribution_bins = 4096;

// Convolved by halves, without sampling. Amounts that are multiples of the step stand exactly on the grid, all of them wherever the
// grid is fine enough for their greatest common divisor; any other is split between its two neighbours so that its mean is kept.
// At least distribution_bins bins, two for each order where there are many, unless the amounts fit a coarser grid; chances below 1e-17 at both ends are left out.
// The result does not depend on the order of `orders` beyond rounding. Orders of 0 or with no chance change nothing.
Distribution total_of(const std::vector<Order>& orders);

// The smallest sum that is not exceeded with a chance of at least `share` (0 … 1): P10 is quantile(d, .1).
double quantile(const Distribution& distribution, double share);
// The chance that the sum is at least `target`.
Probability chance_to_reach(const Distribution& distribution, double target);
double mean_of(const Distribution& distribution);

}  // namespace compass

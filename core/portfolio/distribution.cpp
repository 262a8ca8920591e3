#include "portfolio/distribution.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>

namespace compass {
namespace {

constexpr double negligible = 1e-17;
constexpr double whole_at_most = 9e15;  // doubles hold every whole number up to here

// A distribution whose first mass stands at bin `first`.
struct Piece {
    std::size_t first = 0;
    std::vector<double> mass;
};

// Cuts off what is negligible at both ends.
void trim(Piece& piece) {
    std::size_t from = 0, to = piece.mass.size();
    for (double cut = 0; from + 1 < to && (cut += piece.mass[from]) < negligible; ++from) {
    }
    for (double cut = 0; from + 1 < to && (cut += piece.mass[to - 1]) < negligible; --to) {
    }
    piece.mass.resize(to);
    piece.mass.erase(piece.mass.begin(), piece.mass.begin() + static_cast<std::ptrdiff_t>(from));
    piece.first += from;
}

// Four of the shorter one's masses at a time: then a sum is loaded and stored once for four products.
Piece convolved(const Piece& shorter, const Piece& longer) {
    constexpr std::size_t together = 4;
    const std::size_t rounds = (shorter.mass.size() + together - 1) / together, edge = together - 1;
    std::vector<double> factors = shorter.mass, padded(longer.mass.size() + 2 * edge);
    factors.resize(rounds * together);
    std::copy(longer.mass.begin(), longer.mass.end(), padded.begin() + static_cast<std::ptrdiff_t>(edge));
    Piece product{shorter.first + longer.first, std::vector<double>(factors.size() + longer.mass.size() - 1)};
    for (std::size_t round = 0; round < rounds; ++round) {
        const double* factor = &factors[round * together];
        const double f0 = factor[0], f1 = factor[1], f2 = factor[2], f3 = factor[3];
        if (f0 == 0 && f1 == 0 && f2 == 0 && f3 == 0) continue;
        double* sum = &product.mass[round * together];
        const double* mass = padded.data();
        for (std::size_t j = 0; j < longer.mass.size() + edge; ++j)
            sum[j] += f0 * mass[j + 3] + f1 * mass[j + 2] + f2 * mass[j + 1] + f3 * mass[j];
    }
    trim(product);
    return product;
}

// Nothing, or the order: where it stands between two bins, both get their share.
void add_order(Piece& piece, const Order& order, double step) {
    const double at = order.amount / step, nearest = std::round(at);
    const bool on_grid = std::abs(at - nearest) < 1e-9 * std::max(1.0, at);
    const auto bin = static_cast<std::size_t>(on_grid ? nearest : std::floor(at));
    const double beyond = on_grid ? 0 : at - std::floor(at);
    const double none = 1 - order.chance.value, low = order.chance.value * (1 - beyond), high = order.chance.value * beyond;
    std::vector<double>& mass = piece.mass;
    mass.resize(mass.size() + bin + (beyond > 0 ? 1 : 0));
    // From the end: what is read has not been written yet.
    for (std::size_t i = mass.size(); i-- > 0;)
        mass[i] = none * mass[i] + (i >= bin ? low * mass[i - bin] : 0) + (i > bin ? high * mass[i - bin - 1] : 0);
}

// A few are added one by one, which costs less than a vector for each.
Piece total_between(const std::vector<Order>& orders, std::size_t from, std::size_t to, double step) {
    constexpr std::size_t few = 8;
    if (to - from <= few) {
        Piece piece{0, {1}};
        for (std::size_t i = from; i < to; ++i) add_order(piece, orders[i], step);
        trim(piece);
        return piece;
    }
    const std::size_t middle = from + (to - from) / 2;
    const Piece left = total_between(orders, from, middle, step), right = total_between(orders, middle, to, step);
    return left.mass.size() < right.mass.size() ? convolved(left, right) : convolved(right, left);
}

// Two for each order: what is split between neighbours widens the whole by a fiftieth at most. Most of them are trimmed away again.
double bins_for(std::size_t orders) {
    return static_cast<double>(std::clamp<std::size_t>(2 * orders, distribution_bins, 16 * distribution_bins));
}

double step_for(const std::vector<Order>& orders) {
    double sum = 0;
    std::int64_t divisor = 0;
    for (const Order& order : orders) {
        sum += order.amount;
        const bool whole = order.amount < whole_at_most && order.amount == std::floor(order.amount);
        divisor = whole && divisor >= 0 ? std::gcd(divisor, static_cast<std::int64_t>(order.amount)) : -1;
    }
    const double coarse = sum / (bins_for(orders.size()) - 1);
    return divisor > 0 && static_cast<double>(divisor) >= coarse ? static_cast<double>(divisor) : coarse;
}

}  // namespace

Distribution total_of(const std::vector<Order>& orders) {
    std::vector<Order> counted;
    std::copy_if(orders.begin(), orders.end(), std::back_inserter(counted),
                 [](const Order& order) { return order.amount > 0 && order.chance.value > 0; });
    if (counted.empty()) return {1, {1}};
    Distribution total;
    total.step = step_for(counted);
    Piece whole = total_between(counted, 0, counted.size(), total.step);
    total.mass.assign(whole.first, 0);
    total.mass.insert(total.mass.end(), whole.mass.begin(), whole.mass.end());
    return total;
}

double quantile(const Distribution& distribution, double share) {
    double sum = 0;
    for (std::size_t i = 0; i < distribution.mass.size(); ++i) {
        sum += distribution.mass[i];
        if (sum >= share - 1e-12 && distribution.mass[i] > 0) return static_cast<double>(i) * distribution.step;
    }
    return static_cast<double>(distribution.mass.size() - 1) * distribution.step;
}

Probability chance_to_reach(const Distribution& distribution, double target) {
    double sum = 0;
    for (std::size_t i = distribution.mass.size(); i-- > 0;) {
        if (static_cast<double>(i) * distribution.step < target - 1e-9 * std::max(1.0, std::abs(target))) break;
        sum += distribution.mass[i];
    }
    return {std::min(1.0, sum)};
}

double mean_of(const Distribution& distribution) {
    double mean = 0;
    for (std::size_t i = 0; i < distribution.mass.size(); ++i) mean += static_cast<double>(i) * distribution.step * distribution.mass[i];
    return mean;
}

}  // namespace compass

#include "portfolio/money_sums.h"

#include <algorithm>

namespace compass {

void add_money(std::vector<MoneySum>& sums, const Money& money, double weight) {
    auto at = std::lower_bound(sums.begin(), sums.end(), money.currency.text(),
                               [](const MoneySum& sum, std::string_view code) { return sum.currency.text() < code; });
    if (at == sums.end() || at->currency != money.currency) at = sums.insert(at, {money.currency, 0, 0});
    at->amount += static_cast<double>(money.minor);
    at->weighted += static_cast<double>(money.minor) * weight;
}

}  // namespace compass

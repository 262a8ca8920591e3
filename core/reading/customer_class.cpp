#include "reading/customer_class.h"

#include <algorithm>

namespace compass {

CustomerClass class_of(const Customer& customer, const std::vector<Criterion>& criteria) {
    if (criteria.empty()) return CustomerClass::unscored;
    int sum = 0, lowest = 5, at_one = 0;
    for (const Criterion& criterion : criteria) {
        const auto scored = std::find_if(customer.ideal.begin(), customer.ideal.end(),
                                         [&](const CriterionScore& score) { return score.criterion == criterion.id; });
        if (scored == customer.ideal.end()) return CustomerClass::unscored;
        sum += scored->score;
        lowest = std::min(lowest, scored->score);
        at_one += scored->score <= 1;
    }
    if (at_one >= 2 || sum < 2 * static_cast<int>(criteria.size())) return CustomerClass::unfit;
    if (lowest >= 4) return CustomerClass::ideal;
    return lowest >= 3 ? CustomerClass::fitting : CustomerClass::strained;
}

}  // namespace compass

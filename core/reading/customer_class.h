// How well a customer fits the team's model of an ideal one (methodology §1).
#pragma once

#include "model/customer.h"
#include "model/playbook.h"
#include "model/words.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace compass {

enum class CustomerClass : std::uint8_t { unscored, ideal, fitting, strained, unfit };

template <>
struct WordsOf<CustomerClass> {
    static constexpr auto words = words_up_to<CustomerClass, CustomerClass::unfit>("unscored", "ideal", "fitting", "strained", "unfit");
};

// How many criteria a team's model has.
inline constexpr std::size_t criteria_at_least = 4, criteria_at_most = 10;

// ideal: every criterion ≥ 4; fitting: every one ≥ 3; strained: some below 3; unfit: mean < 2, or two or more at 1.
// unscored until every criterion of the playbook has a score. Scores of criteria that it does not have do not count.
CustomerClass class_of(const Customer& customer, const std::vector<Criterion>& criteria);

}  // namespace compass

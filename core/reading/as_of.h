// A deal as it stood on an earlier day, as far as its dates tell (methodology §12: the snapshot at a stated lead time).
#pragma once

#include "model/deal.h"

#include <optional>
#include <vector>

namespace compass {

// Open, with the position, P-stage and objective of that day by trail, stage history and objective changes; of before their first
// entry the first is taken. Without what is dated later: evidence, people who came, reviews, gut feel. What carries no date – support,
// attitude, links – is as it is now; a later contact counts as one of that day, because the one before it is not kept.
Deal as_of(Deal deal, Date day);

// The day on which the deal was first on record: the earliest of its stage history and trail up to `today`.
std::optional<Date> first_day_of(const Deal& deal, Date today);

}  // namespace compass

// Which of two versions of a deal or customer goes further, where nobody knows what they were before.
#pragma once

#include "model/customer.h"
#include "model/deal.h"

#include <cstdint>

namespace compass {

// Ahead: theirs holds all that ours holds, and more. Values that differ do not matter where theirs has entries more, of a history or of
// facts: whoever changed the one wrote down the other. Behind: the same the other way round. Apart: each has what the other has not.
enum class Standing : std::uint8_t { same, ahead, behind, apart };

Standing standing_of(const Deal& ours, const Deal& theirs);
Standing standing_of(const Customer& ours, const Customer& theirs);

}  // namespace compass

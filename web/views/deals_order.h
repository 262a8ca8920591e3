// In which order the list of deals stands: as entered, or by one of its columns.
#pragma once

#include "views/frame.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace views {

enum class DealKey : std::uint8_t { entered, name, owner, amount, stage, index, gain, signing };

struct DealsOrder {
    DealKey by = DealKey::entered;
    bool descending = false;

    // Kept until something in the workspace, the day or the order changes.
    std::vector<std::size_t> deals;  // places in the workspace
    std::uint64_t revision = 0;
    compass::Date today;
};

// A header was pressed: first the direction in which people look at such a column, then the other one, then as entered.
void order_by(DealsOrder& order, DealKey key);
// In the direction in which people look at it.
void start_order(DealsOrder& order, DealKey key);
// Sorts anew: the first list stands as entered and can do without.
[[gnu::noinline]] void sort_deals(const Frame& frame, DealsOrder& order);
// The places of the deals in the workspace, in this order; what has no value comes last in either direction.
const std::vector<std::size_t>& ordered(const Frame& frame, DealsOrder& order);

}  // namespace views

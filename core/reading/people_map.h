// Where each person stands on the map of influence × support (methodology §6): plain numbers for whoever draws it.
#pragma once

#include "model/deal.h"
#include "model/playbook.h"

#include <array>
#include <cstddef>
#include <vector>

namespace compass {

struct MapSpot {
    std::size_t person = 0;           // in Deal::people
    double x = 0, y = 0, radius = 0;  // of a circle, in the unit of width and height
    bool operator==(const MapSpot&) const = default;
};

// Column 0 is for those whose support is unknown, 1 … 11 for −5 … +5; band 0 (top) for high influence, 2 for low.
inline constexpr int map_columns = 12, map_bands = 3;

struct PeopleMap {
    std::vector<MapSpot> spots;                          // in the order of Deal::people
    std::array<double, map_columns + 1> column_edges{};  // left to right; crowded columns are wider
    std::array<double, map_bands + 1> band_edges{};      // top to bottom
    bool operator==(const PeopleMap&) const = default;
};

// `width` and `height` are positive. Circles never overlap and never leave their column and band; a heavier person has a larger one,
// nobody less than half of the largest possible. In one cell the heaviest come first, else the deal's order. The same deal gives the same map.
PeopleMap people_map(const Deal& deal, const PeopleWeights& weights, double width, double height);

}  // namespace compass

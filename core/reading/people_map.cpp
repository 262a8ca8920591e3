#include "reading/people_map.h"

#include "reading/people.h"

#include <algorithm>
#include <cmath>

namespace compass {
namespace {

// An empty column is half as wide as one with a single person.
constexpr double empty_column = 0.5;

int column_of(const Person& person) { return person.support ? std::clamp(*person.support, -5, 5) + 6 : 0; }
int band_of(const Person& person) { return static_cast<int>(person.influence); }

struct Grid {
    int rows = 1;                               // of circles in each band
    std::array<double, map_columns> columns{};  // of circles in each column; empty_column where there is nobody
    double total = 0;                           // of them all
    double radius = 0;                          // the largest that fits
};

using Crowd = std::array<std::array<std::vector<std::size_t>, map_bands>, map_columns>;

Grid grid_with(int rows, const Crowd& crowd, double width, double height) {
    Grid grid;
    grid.rows = rows;
    for (std::size_t column = 0; column < crowd.size(); ++column) {
        std::size_t most = 0;
        for (const auto& cell : crowd[column]) most = std::max(most, cell.size());
        grid.columns[column] = most == 0 ? empty_column : std::ceil(static_cast<double>(most) / rows);
        grid.total += grid.columns[column];
    }
    grid.radius = std::min(width / grid.total, height / (map_bands * rows)) / 2;
    return grid;
}

}  // namespace

PeopleMap people_map(const Deal& deal, const PeopleWeights& weights, double width, double height) {
    Crowd crowd;
    double heaviest = 0;
    std::size_t most = 1;
    std::vector<double> weight;
    for (std::size_t i = 0; i < deal.people.size(); ++i) {
        auto& cell = crowd[static_cast<std::size_t>(column_of(deal.people[i]))][static_cast<std::size_t>(band_of(deal.people[i]))];
        cell.push_back(i);
        most = std::max(most, cell.size());
        weight.push_back(weight_of(deal.people[i], weights));
        heaviest = std::max(heaviest, weight.back());
    }
    Grid grid = grid_with(1, crowd, width, height);
    for (int rows = 2; rows <= static_cast<int>(most); ++rows) {
        const Grid other = grid_with(rows, crowd, width, height);
        if (other.radius > grid.radius) grid = other;
    }

    PeopleMap map;
    map.spots.resize(deal.people.size());
    const double unit = width / grid.total, band_height = height / map_bands, row_height = band_height / grid.rows;
    for (std::size_t band = 0; band <= map_bands; ++band) map.band_edges[band] = band_height * static_cast<double>(band);
    for (std::size_t column = 0; column < map_columns; ++column) {
        map.column_edges[column + 1] = map.column_edges[column] + grid.columns[column] * unit;
        for (std::size_t band = 0; band < map_bands; ++band) {
            auto& cell = crowd[column][band];
            std::stable_sort(cell.begin(), cell.end(), [&](std::size_t a, std::size_t b) { return weight[a] > weight[b]; });
            const std::size_t across = std::max<std::size_t>(1, static_cast<std::size_t>(grid.columns[column]));
            const double cell_width = grid.columns[column] * unit / static_cast<double>(across);
            const std::size_t used_rows = (cell.size() + across - 1) / across;
            const double top = map.band_edges[band] + (band_height - row_height * static_cast<double>(used_rows)) / 2;
            for (std::size_t i = 0; i < cell.size(); ++i) {
                const std::size_t row = i / across, in_row = std::min(across, cell.size() - row * across);
                const double left = map.column_edges[column] + cell_width * static_cast<double>(across - in_row) / 2;
                const double share = heaviest > 0 ? std::sqrt(weight[cell[i]] / heaviest) : 0;
                map.spots[cell[i]] = {cell[i], left + cell_width * (static_cast<double>(i % across) + .5),
                                      top + row_height * (static_cast<double>(row) + .5), grid.radius * (1 + share) / 2};
            }
        }
    }
    return map;
}

}  // namespace compass

// tests/data/golden_compass.json: results of the independent reference for methodology §4 and §5.
#pragma once

#include "model/position.h"

#include <string>
#include <utility>
#include <vector>

namespace compass {

struct GoldenIndex {
    Position position;
    double choose_factors = 0, decide_factors = 0;
    double decide = 0, choose = 0, index = 0;
};

struct GoldenNavigation {
    Position position;
    int periods = 0;
    double choose_factors = 0, decide_factors = 0;
    double hold_all = 0, best = 0;
    std::vector<std::pair<std::string, double>> actions;  // by the move's word
};

struct Golden {
    std::vector<GoldenIndex> index;
    std::vector<GoldenNavigation> navigator;
};

const Golden& golden();

}  // namespace compass

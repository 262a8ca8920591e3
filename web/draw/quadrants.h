// Customers by relationship × potential (methodology §1). Plain data in, a draw list out; places are device pixels. Laid out when something
// changes, and kept.
#pragma once

#include "ui/mirror.h"
#include "ui/theme.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace draw {

struct CustomerMark {
    // Said by whoever lays it out.
    std::string name;
    std::optional<int> relationship, potential;  // 1 … 5; without one of them it has no place on the scale
    double amount = 0;                           // of its open deals
    // Said by the layout.
    bool shown = false;  // one of too many at the same place is only counted
    ImVec2 centre;
    float radius = 0;
    ui::Rect label;        // without width there is no room for the name
    bool wrapped = false;  // the name stands in two lines
};

struct CrowdMark {  // how many more stand at a place than are shown
    int count = 0;
    ImVec2 at;
};

struct QuadrantDrawing {
    std::vector<CustomerMark> marks;
    std::vector<CrowdMark> crowds;
    ui::Rect field, unscored;             // without width nobody is unscored
    std::array<float, 6> across{}, up{};  // edges of the five scores, from 1 on; up counts from the bottom
    float split_x = 0, split_y = 0;       // from where on relationship and potential are high
};

struct QuadrantWords {
    struct Corner {
        std::string name, advice;
    };
    Corner visit_first, let_grow, build_relation, light_touch;
    std::string relationship, potential, unscored;
};

struct QuadrantFocus {
    int hovered = -1, focused = -1;
};

// `high_from`: the score from which both count as high. The four quadrants are of one size wherever that is.
void layout_quadrants(QuadrantDrawing& drawing, int high_from, const ui::Rect& area);
void draw_quadrants(ImDrawList& list, const QuadrantDrawing& drawing, const QuadrantWords& words, const QuadrantFocus& focus);
// The customer under a point, or the nearest within a finger's reach; −1 = none.
int hit_customer(const QuadrantDrawing& drawing, ImVec2 at);
// The next one in a direction; −1 = none.
int next_customer(const QuadrantDrawing& drawing, int from, ImVec2 direction);

}  // namespace draw

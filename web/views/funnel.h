// The funnel and what it will bring: the seven steps, four quarters, every open deal in a table, whom to look at first, and all deals among
// the 64 positions.
#pragma once

#include "draw/lattice.h"
#include "portfolio/productivity.h"
#include "views/chosen.h"
#include "views/funnel_order.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace views {

// The forecast has a tab of its own where there is no room for it beside the funnel.
enum class FunnelTab : std::uint8_t { numbers, forecast, reasons, productivity, positions };

// What speaks for looking at a deal.
struct ReasonWords {
    std::string title, basics, step, worth, reasons;
};

// What is worked out only of deals that come into sight, by their place in the workspace; kept until something changes.
struct InSight {
    std::map<std::size_t, std::vector<float>> trends;  // the index at each step of the trail, and today
    std::map<std::size_t, ReasonWords> reasons;
    std::uint64_t edition = 0;
    compass::Language language = compass::Language::zh;
};

enum class ProductivityPeriod : std::uint8_t { twelve_months, this_year, last_year };

struct ProductivityWords {
    std::string owner;
    std::array<std::string, 4> factors;  // in the order of Lever
    std::string lost, value;
};
struct ProductivityState {
    ProductivityPeriod period = ProductivityPeriod::twelve_months;

    // Kept until a deal, the day, the language or the period changes.
    compass::TeamProductivity team;
    ProductivityWords all;
    std::vector<ProductivityWords> owners;
    std::string sentence, about, levers_title;
    std::uint64_t edition = 0;
    compass::Date today;
    compass::Language language = compass::Language::zh;
    ProductivityPeriod made_for = ProductivityPeriod::twelve_months;
};

struct FunnelState {
    FunnelTab tab = FunnelTab::numbers;
    Portfolio portfolio;
    FunnelOrder order;
    InSight in_sight;
    ChosenDeals ticked;
    ProductivityState productivity;

    std::optional<compass::Id> dragged;  // a deal on its way to another step

    bool flat = false;  // of the positions
    draw::LatticeCamera camera;
    int chosen = -1;                     // index_of(position), −1: all deals
    std::vector<std::size_t> at_chosen;  // in Portfolio::deals
    std::uint64_t chosen_edition = 0;
    int chosen_for = -2;
};

[[gnu::noinline]] void draw_funnel(Frame& frame, FunnelState& state, const ui::Rect& area);

}  // namespace views

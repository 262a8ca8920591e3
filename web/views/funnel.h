// The funnel and what it will bring: the seven steps, four quarters, every open deal in a table, whom to look at first, and all deals among
// the 64 positions.
#pragma once

#include "draw/lattice.h"
#include "views/funnel_order.h"

#include <map>
#include <vector>

namespace views {

enum class FunnelTab : std::uint8_t { numbers, reasons, positions };

// How the index of a deal went, at each step of its trail and today.
struct KeptTrend {
    compass::Box<compass::Deal> deal;
    std::vector<float> index;
};

struct FunnelState {
    FunnelTab tab = FunnelTab::numbers;
    Portfolio portfolio;
    FunnelOrder order;
    std::map<compass::Id, KeptTrend> trends;
    std::uint64_t trends_edition = 0;

    bool flat = false;  // of the positions
    draw::LatticeCamera camera;
    int chosen = -1;                     // index_of(position), −1: all deals
    std::vector<std::size_t> at_chosen;  // in Portfolio::deals
    std::uint64_t chosen_edition = 0;
    int chosen_for = -2;
};

[[gnu::noinline]] void draw_funnel(Frame& frame, FunnelState& state, const ui::Rect& area);

}  // namespace views

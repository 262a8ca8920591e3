// Before a deal changes its step: what our own process still owes on the way there (methodology §8).
#pragma once

#include "views/frame.h"

namespace views {

struct GateCheckState {
    compass::Id deal;
    compass::FunnelStage to = compass::FunnelStage::p1;
};

// False when the user closed it: with the change made, or without.
[[gnu::noinline]] bool draw_gate_check(const Frame& frame, const GateCheckState& state);

}  // namespace views

// What a link brings, before anything is taken over; or why it was refused.
#pragma once

#include "model/result.h"
#include "session/beside.h"
#include "views/frame.h"

#include <optional>
#include <vector>

namespace views {

struct LinkState {
    std::optional<compass::Error> refused;
    compass::Workspace sent;
    std::vector<compass::Known> known;  // of each of its deals
};
compass::CopyName copy_name();
// False when it shall close.
[[gnu::noinline]] bool draw_link(const Frame& frame, LinkState& state);

}  // namespace views

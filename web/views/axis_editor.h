// One axis of the position: its four levels with their signs, and the facts behind them.
#pragma once

#include "ui/mirror.h"
#include "views/frame.h"

#include <optional>
#include <string>

namespace views {

struct AxisEditorState {
    std::optional<compass::Axis> axis;  // open on this one
    compass::Id editing;                // the fact whose details are open
    compass::Evidence fact;             // the buffer of the open fact
    std::string date;
    bool first_frame = false;
    std::size_t open_when = 0;  // the newest fact opens when there are this many
};

// Draws into the inspector from the top of `area`; returns the height it took.
float draw_axis_editor(const Frame& frame, AxisEditorState& state, const compass::Deal& deal, const ui::Rect& area);

}  // namespace views

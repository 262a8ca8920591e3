// One axis of the position: its four levels with their signs, and the facts behind them.
#pragma once

#include "ui/mirror.h"
#include "views/frame.h"

#include <optional>
#include <string>
#include <vector>

namespace views {

// A fact while it is written; it becomes part of the deal when it is saved.
struct FactDraft {
    compass::Id deal;
    compass::Axis axis = compass::Axis::stage;
    compass::Evidence fact, before;  // nobody's id: a new one
    std::string date, date_before;

    bool holds_work() const { return fact != before || date != date_before; }
};

struct AxisEditorState {
    std::optional<compass::Axis> axis;   // open on this one
    std::optional<compass::Id> editing;  // the fact whose details are open; nobody: a new one
    std::vector<FactDraft> drafts;       // of the open fact, and what was begun elsewhere and neither saved nor cancelled
    bool first_frame = false;            // of the open fact
    compass::Id led_to;                  // the fact the user was led to is marked
    bool leads = false;                  // … and is to come into view

    FactDraft* draft(const compass::Id& deal, compass::Axis axis, const compass::Id& fact);
    const FactDraft* unfinished(const compass::Id& deal, compass::Axis axis) const;  // one that holds work
    bool holds_work() const;
};

// Opens on an axis, and on the fact there that was begun and not finished.
void open_axis_editor(AxisEditorState& state, const compass::Id& deal, compass::Axis axis);
// What was begun stays for the next time.
void close_axis_editor(AxisEditorState& state);

// Draws into the inspector from the top of `area`; returns the height it took.
float draw_axis_editor(const Frame& frame, AxisEditorState& state, const compass::Deal& deal, const ui::Rect& area);

}  // namespace views

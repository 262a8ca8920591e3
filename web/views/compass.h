// The compass: where the deal stands in the customer's mind, the six moves from there, and why the number is what it is.
#pragma once

#include "draw/boards.h"
#include "draw/lattice.h"
#include "views/axis_editor.h"
#include "views/deal_menu.h"

#include <array>
#include <optional>
#include <string>

namespace views {

// What the 64 nodes are called in the mirror.
struct NodeNames {
    std::uint64_t readings = 0;  // their version
    compass::Language language = compass::Language::zh;
    std::array<std::string, compass::position_count> words;
};

struct CompassState {
    compass::Id deal;  // whose state this is; another deal starts afresh
    draw::LatticeCamera camera;
    bool flat = false;
    float flatten = 0;     // 0 solid … 1 flat, moves towards `flat`
    double turned_at = 0;  // the last frame of the turn, 0 = none runs
    draw::Slice slice = draw::Slice::all;
    bool show_field = true, show_trail = true, show_projection = true;
    std::optional<compass::Position> stood, from;  // where the disc stood in the last frame, and where its step began
    double stepped_at = 0;
    int hovered = -1, focused = -1;       // index_of(position)
    bool node_focused = false;            // one of the 64 has the focus, and the arrow keys with it
    std::optional<compass::Stage> stage;  // the board a phone shows; nothing = where the deal stands
    std::optional<compass::Position> what_if;
    compass::Position tried_from;     // where the deal stood when it was tried
    std::optional<int> looking_back;  // a step of the trail that is being looked at
    std::optional<int> trail_end;     // one past the last step of the trail that is shown; nothing = the newest is shown
    bool all_findings = false;        // not only the worst ones are shown
    bool to_findings = false;         // they are to come into view
    AxisEditorState axis;
    RenameState renaming;  // on a phone; elsewhere the basics hold the name
    NodeNames names;
};

// The facts behind one axis, when the deal is shown next; one of them in view and marked.
void open_axis(CompassState& state, const compass::Id& deal, compass::Axis axis, const compass::Id& fact = {});
void draw_compass(Frame& frame, CompassState& state, const compass::Box<compass::Deal>& deal, ui::Rect area);

}  // namespace views

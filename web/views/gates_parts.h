// The parts of the gates screen, each in its own file.
#pragma once

#include "ui/widgets.h"
#include "views/compass_parts.h"
#include "views/gates.h"

namespace views {

void keep_gates(const Frame& frame, GatesState& state, const compass::Box<compass::Deal>& deal);
const KeptStage& shown_gate(const GatesState& state, const compass::Deal& deal);
// Each returns the height it took.
float draw_gate_items(const Frame& frame, GatesState& state, const compass::Deal& deal, const ui::Rect& area);
float draw_gates_side(const Frame& frame, GatesState& state, const compass::Deal& deal, const ui::Rect& area);

// What is being written, and where: another part waits with what was begun in it.
void open_gates_part(GatesState& state, GatesPart part);
void open_gates_fact(GatesState& state, const std::string& item, const compass::Id& fact);
GatesDraft* gates_draft_of(GatesState& state, GatesPart part);
GatesDraft& begin_gates_draft(const Frame& frame, GatesState& state, const compass::Deal& deal);
void forget_gates_draft(GatesState& state, const GatesDraft& draft);

std::string gate_state_name(compass::GateState state);
std::string end_reason_name(compass::EndReason reason);

}  // namespace views

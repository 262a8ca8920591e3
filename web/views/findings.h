// Red flags and contradictions of a deal: how many and how bad in one row, and all of them with their next step.
#pragma once

#include "views/compass_parts.h"

namespace views {

// One row that leads to the list; nothing where there is nothing to say.
void draw_findings_row(Column& column, const Frame& frame, CompassState& state, const compass::Box<compass::Deal>& deal);
// The worst of them, on request all. What rests on the position or on the basics leads there.
void draw_findings(Column& column, const Frame& frame, CompassState& state, const compass::Box<compass::Deal>& deal);

// Where it can be mended: with the person it is about, else where the first fact that has a screen can be changed.
std::optional<Wish> way_to(const compass::Finding& finding, const compass::Id& deal);
// What a screen reader is told of it.
std::string finding_sentence(compass::Severity severity, bool contradiction, const std::string& words, const std::string& step);
void draw_finding_mark(compass::Severity severity, bool contradiction, ImVec2 at);

}  // namespace views

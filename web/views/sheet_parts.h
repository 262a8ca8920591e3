// The parts of the deal sheet, each in its own file.
#pragma once

#include "ui/widgets.h"
#include "views/compass_parts.h"
#include "views/sheet.h"

namespace views {

void keep_sheet(const Frame& frame, SheetState& state, const compass::Box<compass::Deal>& deal);
// Each returns the height it took.
float draw_sheet_paper(const Frame& frame, SheetState& state, const compass::Box<compass::Deal>& deal, const ui::Rect& area);
float draw_sheet_overview(const Frame& frame, SheetState& state, const compass::Deal& deal, const ui::Rect& area);
float draw_sheet_form(const Frame& frame, SheetState& state, const compass::Deal& deal, const ui::Rect& area);

// Lists of the page, each with its heading.
void draw_sheet_findings(Column& column, const Frame& frame, SheetState& state);
void draw_sheet_alternatives(Column& column, SheetState& state);
void draw_sheet_questions(Column& column, const Frame& frame, SheetState& state);
void draw_sheet_tasks(Column& column, SheetState& state);
float sheet_row_height();  // at least

void open_part(SheetState& state, const SheetTarget& target);
// What was begun there and not saved; null = nothing.
const SheetDraft* unfinished(const SheetState& state, const SheetTarget& target);
// The heading of a block, with a remark at its end.
void draw_block_head(Column& column, std::string_view words, std::string_view remark = {});
// A row of the sheet that is pressed: its plate and hover; `changed` is said of what was begun there.
bool press_entry(SheetState& state, std::string_view id, const ui::Rect& row, std::string_view spoken, const SheetTarget* target);

const compass::Answer& answer_of(const compass::Deal& deal, compass::Question question);
std::string question_name(compass::Question question);
std::string alternative_word(compass::AlternativeKind kind);
std::string team_word(compass::TeamRole role);

}  // namespace views

// The list of an import: a row for each deal and customer, with both versions side by side where they differ.
#pragma once

#include "ui/layout.h"
#include "views/import_dialog.h"

namespace views {

// Where each row begins below the first one, and where the last one ends; kept while nothing of it changed.
void lay_out_import(ImportState& state, float width);
// From `y` on, in a scrolling region that is as high as `rows`; of many only those in sight, and a screen more on either side.
void draw_import_rows(ImportState& state, const ui::Rect& rows, float y);
// The same choice for all that differ, where there are several. Returns the height.
float draw_import_choice(ImportState& state, const ui::Rect& area);
// "新增 3 · 两边都改过 1".
std::string import_counts(const compass::ImportPreview& preview);

}  // namespace views

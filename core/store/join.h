// What two tabs, or two versions of the program, did side by side.
#pragma once

#include "model/workspace.h"

#include <string_view>

namespace compass {

// Both sides' edits in one workspace: three-way where there is a common ancestor (null: nobody has it). A deal or customer that both changed
// in the same place, or of which nobody knows what changed, stands there twice, theirs as a copy whose name `mark` leads. No edit is lost.
Workspace joined(const Workspace* ancestor, const Workspace& ours, const Workspace& theirs, std::string_view mark);

}  // namespace compass

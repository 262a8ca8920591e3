// What differs between the version here and the file's, in words.
#pragma once

#include "model/workspace.h"

#include <string>
#include <vector>

namespace views {

struct ImportDifference {
    std::string field, mine, theirs;  // "状态", "进行中", "赢单"
};

// A line for each field that differs, in the order of the file; of lists what only one side has, or has otherwise.
std::vector<ImportDifference> import_differences(const compass::Deal& mine, const compass::Deal& theirs, const compass::Playbook& playbook);
std::vector<ImportDifference> import_differences(const compass::Customer& mine, const compass::Customer& theirs,
                                                 const compass::Playbook& playbook);

// The same for a deal as it was and became: "状态：进行中 → 赢单", the first few lines.
std::vector<std::string> difference_lines(const compass::Deal& before, const compass::Deal& after, const compass::Playbook& playbook);

}  // namespace views

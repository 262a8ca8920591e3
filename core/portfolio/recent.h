// What happened last in all deals of a workspace, as their histories tell it.
#pragma once

#include "model/workspace.h"
#include "reading/timeline.h"

#include <cstddef>
#include <vector>

namespace compass {

struct Recent {
    std::size_t deal;  // place in the workspace
    Happening what;
};
// Not more than `most`, the latest first; of one day in the order of the deals, each deal's last happening first.
std::vector<Recent> recent_happenings(const Workspace& workspace, Date today, std::size_t most);

}  // namespace compass

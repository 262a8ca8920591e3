// Any list of actions tried on a copy and compared with today (methodology §4).
#pragma once

#include "reading/comparison.h"
#include "session/update.h"

#include <vector>

namespace compass {

struct WhatIf {
    Workspace workspace;                   // the copy after all actions: what would be kept
    std::optional<Comparison> comparison;  // nothing where the deal is not there or closed, before or after
};

WhatIf what_if(const Workspace& workspace, const Id& deal, const std::vector<Action>& actions, const Playbook& playbook,
               const Context& context);

}  // namespace compass

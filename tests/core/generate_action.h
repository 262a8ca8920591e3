// Random actions on a workspace: on what is there or on nobody, with values that a file may hold or may not.
#pragma once

#include "generate.h"
#include "session/action.h"

namespace compass::generate {

// Any of the alternatives of Action, each as often as the others.
Action action(const Workspace& workspace, Random& random);

}  // namespace compass::generate

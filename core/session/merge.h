// A read workspace laid over the user's own: same id replaces, the rest is added (methodology §14).
#pragma once

#include "model/workspace.h"

namespace compass {

// The result's own things keep their places; new ones follow in the order of `incoming`. Equal things stay the same Box.
// A playbook of `incoming` replaces the own one. Deals whose customer exists nowhere are left out: no file may hold them.
Workspace merged(const Workspace& own, const Workspace& incoming);

}  // namespace compass

// Two workspaces become one (methodology §14).
#pragma once

#include "model/workspace.h"

#include <string>
#include <string_view>
#include <vector>

namespace compass {

// A read workspace laid over the user's own: same id replaces, the rest is added.
// The result's own things keep their places; new ones follow in the order of `incoming`. Equal things stay the same Box.
// A playbook of `incoming` replaces the own one. Deals whose customer exists nowhere are left out: no file may hold them.
Workspace merged(const Workspace& own, const Workspace& incoming);

// Where both sides changed the same thing, each in its own way.
struct Conflict {
    std::string place;  // "/deals/<id>/people/<id>/support": entries by id or key, those that have neither by what they say
    std::string ancestor, ours, theirs;  // JSON; empty = not there
    bool operator==(const Conflict&) const = default;
};

struct Merge {
    Workspace workspace;
    std::vector<Conflict> conflicts;
};

// Two versions of one workspace, field by field; entries of lists are the same where their id or key is. What one side alone changed is
// taken from it. In a conflict it is ours; yet what one side removed and the other changed, or refers to anew, stays. A list with more
// entries than a file may hold ends there and is a conflict. All three must be workspaces that a file may hold; then so is the result.
Merge merge(const Workspace& ancestor, const Workspace& ours, const Workspace& theirs);

// Two versions whose common ancestor nobody has: a deal or customer of theirs that differs from ours stands beside it as a copy, whose name
// `mark` leads; a deal's copy belongs to the customer's copy. The playbook stays ours. The same version again adds nothing.
Workspace with_copies(const Workspace& ours, const Workspace& theirs, std::string_view mark);
// Such a copy: the same version always gets the same id.
Deal marked_copy(const Deal& deal, std::string_view mark);
Customer marked_copy(const Customer& customer, std::string_view mark);

}  // namespace compass

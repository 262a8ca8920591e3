// Everything a user can do to a workspace: one small struct each, in one variant. update() is the only place where they take effect.
#pragma once

#include "model/workspace.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace compass {

// New things carry no id: update() draws it from Context.
struct CreateDeal {
    std::string customer_name;  // an existing customer of this name is used, else one is made
    std::string name, owner;
    Objective objective;
    Position position;
};
struct RenameDeal {
    Id deal;
    std::string name;
};
// The basics that stand in the header; a changed objective is kept with date and reason.
struct EditDeal {
    Id deal;
    std::string customer_name, name, owner;
    Objective objective;
    DealKind kind = DealKind::unknown;
    FunnelStage funnel_stage = FunnelStage::p1;
    std::string reason;  // why the objective changed
};
struct DuplicateDeal {
    Id deal;
    std::string name;
};
struct DeleteDeal {
    Id deal;
};
// The claimed level of one axis; the trail gains a step dated today.
struct SetLevel {
    Id deal;
    Axis axis = Axis::stage;
    int level = 0;
    std::string reason;
};
struct SetPosition {
    Id deal;
    Position position;
    std::string reason;
};
// Adds a fact where `evidence.id` is nobody, else replaces the one with that id.
// With `level` the claimed level moves there in the same step: a sign of that level was ticked.
struct PutEvidence {
    Id deal;
    Axis axis = Axis::stage;
    Evidence evidence;
    std::optional<int> level;
};
struct RemoveEvidence {
    Id deal;
    Axis axis = Axis::stage;
    Id evidence;
};
// A file that was read and previewed: its deals and customers replace those with the same id, the rest is added.
struct ImportWorkspace {
    Workspace incoming;
};
// Another tab saved: what it saved is what there is, and what was here is one step back.
struct FollowWorkspace {
    Workspace saved;
};

using Action = std::variant<CreateDeal, RenameDeal, EditDeal, DuplicateDeal, DeleteDeal, SetLevel, SetPosition, PutEvidence, RemoveEvidence,
                            ImportWorkspace, FollowWorkspace>;

}  // namespace compass

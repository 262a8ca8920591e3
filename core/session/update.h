// update(): the one pure function that changes a workspace.
#pragma once

#include "session/action.h"

#include <cstdint>
#include <variant>
#include <vector>

namespace compass {

// What the outside must do after an action. Its result, if any, comes back as another action.
struct Save {};
struct OpenDeal {
    Id deal;
};  // show this deal
using Request = std::variant<Save, OpenDeal>;

// What update() may know of the world. `random` is drawn from for ids: a counter-based stream, so that replay gives the same ids.
struct Context {
    Date today;
    std::uint64_t random = 0;
    int minute = -1;  // of the day; −1 = not told
};

struct Update {
    Workspace workspace;
    std::vector<Request> requests;
    bool changed = false;  // false: the action did not apply (no such deal) or changed nothing; workspace is the old one
};

// Texts are trimmed and length-limited, levels and amounts clamped to their ranges. Total: any action on any workspace.
Update update(const Workspace& workspace, const Action& action, const Context& context);

}  // namespace compass

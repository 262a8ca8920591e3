#include "session/what_if.h"

namespace compass {
namespace {

std::optional<DealReading> reading_of(const Workspace& workspace, const Id& id, const Playbook& playbook, Date today) {
    const Deal* deal = find_deal(workspace, id);
    if (!deal) return std::nullopt;
    return read_deal(*deal, find_customer(workspace, deal->customer), playbook, today);
}

}  // namespace

WhatIf what_if(const Workspace& workspace, const Id& deal, const std::vector<Action>& actions, const Playbook& playbook,
               const Context& context) {
    WhatIf tried{workspace, {}};
    Context each = context;
    for (const Action& action : actions) {
        tried.workspace = update(tried.workspace, action, each).workspace;
        ++each.random;
    }
    const auto before = reading_of(workspace, deal, playbook, context.today),
               after = reading_of(tried.workspace, deal, playbook, context.today);
    if (before && after) tried.comparison = compare(*before, *after);
    return tried;
}

}  // namespace compass

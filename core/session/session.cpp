#include "session/session.h"

#include <utility>

namespace compass {

ActionKind kind_of(const Action& action) {
    static_assert(std::variant_size_v<Action> == static_cast<std::size_t>(ActionKind::restore_backup) + 1,
                  "one kind per action, in the same order");
    return static_cast<ActionKind>(action.index());
}

namespace {

// A deal that the action makes has its id from the request to open it.
DoneStep done_step(const Action& action, const std::vector<Request>& requests, const Context& context) {
    DoneStep done{kind_of(action), {}, {}, context.today, context.minute};
    std::visit(
        [&](const auto& each) {
            using Each = std::decay_t<decltype(each)>;
            if constexpr (requires { Id(each.deal); }) done.deal = each.deal;
            if constexpr (std::is_same_v<Each, PutCustomer>) done.customer = each.customer.id;
            if constexpr (std::is_same_v<Each, DeleteCustomer>) done.customer = each.customer;
        },
        action);
    for (const Request& request : requests)
        if (const auto* opened = std::get_if<OpenDeal>(&request)) done.deal = opened->deal;
    return done;
}

}  // namespace

std::vector<Request> Session::apply(const Action& action, const Context& context) {
    Update next = update(workspace_, action, context);
    if (!next.changed) return {};
    undo_.push_back({done_step(action, next.requests, context), Difference(next.workspace, workspace_)});
    workspace_ = std::move(next.workspace);
    redo_.clear();
    ++version_;
    return std::move(next.requests);
}

std::vector<Request> Session::apply(const std::vector<Action>& together, const Context& context) {
    Workspace next = workspace_;
    std::optional<DoneStep> first;
    std::vector<Request> requests;
    for (std::size_t i = 0; i < together.size(); ++i) {
        Update step = update(next, together[i], {context.today, context.random + i});
        if (!step.changed) continue;
        if (!first) first = done_step(together[i], step.requests, context);
        next = std::move(step.workspace);
        requests.insert(requests.end(), step.requests.begin(), step.requests.end());
    }
    if (!first) return {};
    undo_.push_back({*first, Difference(next, workspace_)});
    workspace_ = std::move(next);
    redo_.clear();
    ++version_;
    return requests;
}

void Session::amend(const Deal& deal, const Customer& customer) {
    for (Box<Deal>& place : workspace_.deals) {
        if (place->id == deal.id) place = deal;
    }
    for (Box<Customer>& place : workspace_.customers) {
        if (place->id == customer.id) place = customer;
    }
    ++version_;
}

std::optional<ActionKind> Session::undo() { return travel(undo_, redo_); }
std::optional<ActionKind> Session::redo() { return travel(redo_, undo_); }

std::optional<ActionKind> Session::travel(std::vector<Step>& from, std::vector<Step>& to) {
    if (from.empty()) return std::nullopt;
    Step step = std::move(from.back());
    from.pop_back();
    step.way.apply(workspace_);
    to.push_back(std::move(step));
    ++version_;
    return to.back().done.kind;
}

std::optional<ActionKind> Session::next_undo() const { return undo_.empty() ? std::nullopt : std::optional(undo_.back().done.kind); }
std::optional<ActionKind> Session::next_redo() const { return redo_.empty() ? std::nullopt : std::optional(redo_.back().done.kind); }

std::vector<DoneStep> Session::steps() const {
    std::vector<DoneStep> steps;
    for (auto step = undo_.rbegin(); step != undo_.rend(); ++step) steps.push_back(step->done);
    return steps;
}

}  // namespace compass

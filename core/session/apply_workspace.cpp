// Customers, the method, and whole workspaces (methodology §1, 4, 12, 14).
#include "codec/workspace_codec.h"
#include "session/clean_text.h"
#include "session/edit.h"
#include "session/limits.h"
#include "session/merge.h"

namespace compass {

void apply(Edit& edit, const PutCustomer& action) {
    Id id = action.customer.id;
    if (!id) {
        if (edit.workspace.customers.size() >= things_at_most || clean_name(action.customer.name).empty()) return;
        Customer fresh;
        id = fresh.id = edit.identities.unused_in(edit.workspace);
        edit.workspace.customers.push_back(std::move(fresh));
    }
    Customer* customer = edit.customer(id);
    if (!customer) return;
    *customer = action.customer;
    customer->id = id;
}

void apply(Edit& edit, const DeleteCustomer& action) {
    std::erase_if(edit.workspace.customers, [&](const Box<Customer>& one) { return one->id == action.customer; });
    std::erase_if(edit.workspace.deals, [&](const Box<Deal>& one) { return one->customer == action.customer; });
}

void apply(Edit& edit, const SetPlaybook& action) {
    if (!action.playbook) return edit.workspace.playbook.reset();
    Result<Playbook> read = read_playbook(write_playbook(**action.playbook));
    if (read && edit.workspace.playbook != Box(*read)) edit.workspace.playbook = std::move(*read);
}

void apply(Edit& edit, const ImportWorkspace& action) {
    Workspace merge = merged(edit.workspace, action.incoming);
    if (merge.deals.size() > things_at_most || merge.customers.size() > things_at_most) return;
    edit.workspace = std::move(merge);
    if (action.incoming.deals.size() == 1) edit.show(action.incoming.deals.front()->id);
}

void apply(Edit& edit, const FollowWorkspace& action) { edit.workspace = action.saved; }

}  // namespace compass

// Customers, the method, and whole workspaces (methodology §1, 4, 12, 14).
#include "codec/workspace_codec.h"
#include "session/clean_text.h"
#include "session/edit.h"
#include "session/limits.h"
#include "session/merge.h"

#include <algorithm>

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

// As it was, its histories included: nothing is noted as a change of today.
void apply(Edit& edit, const RestoreVersion& action) {
    const auto place = find_boxed(edit.workspace.deals, action.deal.id);
    if (place == edit.workspace.deals.end()) return;
    if (!find_customer(edit.workspace, action.deal.customer)) {
        if (action.customer.id != action.deal.customer || edit.workspace.customers.size() >= things_at_most) return;
        edit.workspace.customers.push_back(action.customer);
    }
    if (**place != action.deal) *place = action.deal;
}

void apply(Edit& edit, const RestoreDeleted& action) {
    for (const Box<Customer>& customer : action.deleted.customers)
        if (!find_customer(edit.workspace, customer->id) && edit.workspace.customers.size() < things_at_most)
            edit.workspace.customers.push_back(customer);
    for (const Box<Deal>& deal : action.deleted.deals)
        if (!find_deal(edit.workspace, deal->id) && find_customer(edit.workspace, deal->customer) &&
            edit.workspace.deals.size() < things_at_most)
            edit.workspace.deals.push_back(deal);
}

// What is the same stays the same object, so that only what differs is written.
void apply(Edit& edit, const RestoreBackup& action) {
    const Workspace own = edit.workspace, both = merged(own, action.backup);
    edit.workspace.customers.clear(), edit.workspace.deals.clear();
    const auto take = [](auto& to, const auto& from, const auto& wanted) {
        for (const auto& one : wanted)
            if (const auto place = std::find_if(from.begin(), from.end(), [&](const auto& other) { return other->id == one->id; });
                place != from.end())
                to.push_back(*place);
    };
    take(edit.workspace.customers, both.customers, action.backup.customers);
    take(edit.workspace.deals, both.deals, action.backup.deals);
    std::erase_if(edit.workspace.deals, [&](const Box<Deal>& deal) { return !find_customer(edit.workspace, deal->customer); });
    edit.workspace.playbook = action.backup.playbook, edit.workspace.extra = action.backup.extra;
}

}  // namespace compass

#include "session/import_preview.h"

#include <algorithm>
#include <set>

namespace compass {
bool ImportPreview::changes_anything() const {
    return customers_added + customers_replaced + customers_gone > 0 || replaces_playbook ||
           std::any_of(deals.begin(), deals.end(), [](const ImportedDeal& deal) { return deal.kind != ImportKind::unchanged; });
}

ImportPreview preview_import(const Workspace& workspace, const Workspace& incoming) {
    ImportPreview preview;
    for (const auto& customer : incoming.customers) {
        const Customer* mine = find_customer(workspace, customer->id);
        preview.customers_added += mine == nullptr;
        preview.customers_replaced += mine != nullptr && *mine != *customer;
    }
    for (const auto& deal : incoming.deals) {
        const Customer* customer = find_customer(incoming, deal->customer);
        ImportedDeal row{deal->id, customer ? customer->name : std::string{}, deal->name, ImportKind::added, deal->position.claimed};
        if (const Deal* mine = find_deal(workspace, deal->id)) row.kind = *mine == *deal ? ImportKind::unchanged : ImportKind::replaced;
        preview.deals.push_back(std::move(row));
    }
    preview.replaces_playbook = incoming.playbook && incoming.playbook != workspace.playbook;
    return preview;
}

ImportPreview preview_restore(const Workspace& workspace, const Workspace& backup) {
    ImportPreview preview = preview_import(workspace, backup);
    std::set<Id> there;
    for (const auto& customer : backup.customers) there.insert(customer->id);
    for (const auto& customer : workspace.customers) preview.customers_gone += !there.count(customer->id);
    for (const auto& deal : backup.deals) there.insert(deal->id);
    for (const auto& deal : workspace.deals) {
        if (there.count(deal->id)) continue;
        const Customer* customer = find_customer(workspace, deal->customer);
        preview.deals.push_back(
            {deal->id, customer ? customer->name : std::string{}, deal->name, ImportKind::gone, deal->position.claimed});
    }
    preview.replaces_playbook = backup.playbook != workspace.playbook;
    return preview;
}

}  // namespace compass

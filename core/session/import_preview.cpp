#include "session/import_preview.h"

#include <algorithm>

namespace compass {
namespace {

std::vector<DealPart> differences(const Deal& a, const Deal& b) {
    std::vector<DealPart> parts;
    const auto note = [&](DealPart part, bool same) {
        if (!same) parts.push_back(part);
    };
    note(DealPart::basics, a.name == b.name && a.owner == b.owner && a.customer == b.customer && a.kind == b.kind && a.status == b.status);
    note(DealPart::objective, a.objective == b.objective);
    note(DealPart::position, a.position.claimed == b.position.claimed);
    note(DealPart::people, a.people == b.people && a.links == b.links);
    note(DealPart::evidence, a.position.stage_evidence == b.position.stage_evidence &&
                                 a.position.competition_evidence == b.position.competition_evidence &&
                                 a.position.urgency_evidence == b.position.urgency_evidence);
    note(DealPart::progress, a.funnel_stage == b.funnel_stage && a.gates == b.gates && a.tasks == b.tasks);
    if (parts.empty()) parts.push_back(DealPart::other);
    return parts;
}

}  // namespace

bool ImportPreview::changes_anything() const {
    return customers_added + customers_replaced > 0 || replaces_playbook ||
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
        ImportedDeal row{
            deal->id, customer ? customer->name : std::string{}, deal->name, ImportKind::added, {}, {}, deal->position.claimed};
        if (const Deal* mine = find_deal(workspace, deal->id)) {
            row.kind = *mine == *deal ? ImportKind::unchanged : ImportKind::replaced;
            row.before = mine->position.claimed;
            if (row.kind == ImportKind::replaced) row.differs = differences(*mine, *deal);
        }
        preview.deals.push_back(std::move(row));
    }
    preview.replaces_playbook = incoming.playbook && incoming.playbook != workspace.playbook;
    return preview;
}

}  // namespace compass

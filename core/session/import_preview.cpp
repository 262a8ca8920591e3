#include "session/import_preview.h"

#include "session/merge.h"
#include "session/standing.h"

#include <algorithm>
#include <map>
#include <set>

namespace compass {
namespace {

template <class T>
std::map<Id, const T*> by_id(const std::vector<Box<T>>& all) {
    std::map<Id, const T*> places;
    for (const Box<T>& one : all) places.emplace(one->id, &*one);
    return places;
}

template <class T>
const T* one_at(const std::map<Id, const T*>& places, const Id& id) {
    const auto found = places.find(id);
    return found == places.end() ? nullptr : found->second;
}

template <class T>
ImportKind import_kind(const T* mine, const T& theirs) {
    static constexpr ImportKind kinds[] = {ImportKind::unchanged, ImportKind::newer, ImportKind::older, ImportKind::conflicting};
    return mine ? kinds[static_cast<int>(standing_of(*mine, theirs))] : ImportKind::added;
}

ImportChoice usual_choice(ImportKind kind) {
    return kind == ImportKind::added || kind == ImportKind::newer ? ImportChoice::theirs : ImportChoice::mine;
}

}  // namespace

bool ImportPreview::changes_anything() const { return takes_playbook || std::any_of(rows.begin(), rows.end(), takes_effect); }

ImportPreview preview_import(const Workspace& workspace, const Workspace& incoming) {
    ImportPreview preview;
    const auto own_customers = by_id(workspace.customers), customers = by_id(incoming.customers);
    const auto own_deals = by_id(workspace.deals);
    std::set<Id> with_deals;
    for (const Box<Deal>& deal : incoming.deals) with_deals.insert(deal->customer);
    for (const Box<Customer>& customer : incoming.customers) {
        const Customer* own = one_at(own_customers, customer->id);
        const ImportKind kind = import_kind(own, *customer);
        if (kind == ImportKind::unchanged || (kind == ImportKind::added && with_deals.contains(customer->id))) continue;
        preview.rows.push_back({customer->id, false, (own ? own : &*customer)->name, {}, kind, usual_choice(kind), {}});
    }
    for (const Box<Deal>& deal : incoming.deals) {
        const Deal* own = one_at(own_deals, deal->id);
        const Customer* customer = own ? one_at(own_customers, own->customer) : one_at(customers, deal->customer);
        const ImportKind kind = import_kind(own, *deal);
        preview.rows.push_back({deal->id, true, customer ? customer->name : std::string{}, (own ? own : &*deal)->name, kind,
                                usual_choice(kind), deal->position.claimed});
    }
    // What asks something comes first.
    std::stable_sort(preview.rows.begin(), preview.rows.end(), [](const ImportRow& a, const ImportRow& b) {
        const auto rank = [](ImportKind kind) { return kind == ImportKind::conflicting ? 0 : kind == ImportKind::unchanged ? 2 : 1; };
        return rank(a.kind) < rank(b.kind);
    });
    preview.brings_playbook = preview.takes_playbook = incoming.playbook && incoming.playbook != workspace.playbook;
    return preview;
}

ImportPreview preview_restore(const Workspace& workspace, const Workspace& backup) {
    ImportPreview preview = preview_import(workspace, backup);
    for (ImportRow& row : preview.rows) row.choice = ImportChoice::theirs;
    std::set<Id> there, with_deals;
    for (const Box<Customer>& customer : backup.customers) there.insert(customer->id);
    for (const Box<Deal>& deal : backup.deals) there.insert(deal->id);
    for (const Box<Deal>& deal : workspace.deals) {
        with_deals.insert(deal->customer);
        if (there.contains(deal->id)) continue;
        const Customer* customer = find_customer(workspace, deal->customer);
        preview.rows.push_back({deal->id, true, customer ? customer->name : std::string{}, deal->name, ImportKind::gone,
                                ImportChoice::theirs, deal->position.claimed});
    }
    for (const Box<Customer>& customer : workspace.customers) {
        if (!there.contains(customer->id) && !with_deals.contains(customer->id))
            preview.rows.push_back({customer->id, false, customer->name, {}, ImportKind::gone, ImportChoice::theirs, {}});
    }
    preview.brings_playbook = false;
    preview.takes_playbook = backup.playbook != workspace.playbook;
    return preview;
}

Workspace chosen(const Workspace& incoming, const ImportPreview& preview, std::string_view mark) {
    std::map<Id, ImportChoice> deals, customers;
    for (const ImportRow& row : preview.rows) (row.is_deal ? deals : customers).emplace(row.id, row.choice);
    const auto choice_of = [](const std::map<Id, ImportChoice>& choices, const Id& id) {
        const auto found = choices.find(id);
        return found == choices.end() ? ImportChoice::theirs : found->second;
    };
    Workspace part;
    std::map<Id, Id> copied;  // customers
    for (const Box<Customer>& customer : incoming.customers) {
        const ImportChoice choice = choice_of(customers, customer->id);
        if (choice == ImportChoice::theirs) part.customers.push_back(customer);
        if (choice != ImportChoice::both) continue;
        Customer copy = marked_copy(*customer, mark);
        copied.emplace(customer->id, copy.id);
        part.customers.push_back(std::move(copy));
    }
    for (const Box<Deal>& deal : incoming.deals) {
        const ImportChoice choice = choice_of(deals, deal->id);
        if (choice == ImportChoice::theirs) part.deals.push_back(deal);
        if (choice != ImportChoice::both) continue;
        Deal copy = marked_copy(*deal, mark);
        if (const auto customer = copied.find(deal->customer); customer != copied.end()) copy.customer = customer->second;
        part.deals.push_back(std::move(copy));
    }
    if (preview.takes_playbook) part.playbook = incoming.playbook;
    part.extra = incoming.extra;
    return part;
}

}  // namespace compass

#include "session/beside.h"

#include "session/clean_text.h"
#include "session/identities.h"

#include <algorithm>
#include <map>

namespace compass {
namespace {

bool same_but_for_ids(const Customer& own, const Customer& sent, const CopyName& copy_name) {
    if (own.name != sent.name && own.name != clean_name(copy_name(sent.name))) return false;
    Customer copy = sent;
    copy.id = own.id, copy.name = own.name;
    return own == copy;
}

bool same_but_for_ids(const Deal& own, const Deal& sent, const CopyName& copy_name) {
    if (own.name != sent.name && own.name != clean_name(copy_name(sent.name))) return false;
    Deal copy = sent;
    copy.id = own.id, copy.customer = own.customer, copy.name = own.name;
    return own == copy;
}

template <class T>
bool is_id_taken(const std::vector<Box<T>>& all, const Id& id) {
    return std::any_of(all.begin(), all.end(), [&](const Box<T>& one) { return one->id == id; });
}

const Customer* same_customer(const Workspace& own, const Customer& sent, const CopyName& copy_name) {
    for (const Box<Customer>& customer : own.customers)
        if (same_but_for_ids(*customer, sent, copy_name)) return &*customer;
    return nullptr;
}

Known known(const Workspace& own, const Workspace& sent, const Deal& deal, const CopyName& copy_name) {
    const Customer* customer = find_customer(sent, deal.customer);
    Known found = Known::no;
    for (const Box<Deal>& mine : own.deals) {
        const Customer* theirs = find_customer(own, mine->customer);
        if (!customer || !theirs) continue;
        if (same_but_for_ids(*mine, deal, copy_name) && same_but_for_ids(*theirs, *customer, copy_name)) return Known::same;
        if (mine->id == deal.id || (mine->name == deal.name && theirs->name == customer->name)) found = Known::differs;
    }
    return found;
}

}  // namespace

std::vector<Known> known_of(const Workspace& own, const Workspace& sent, const CopyName& copy_name) {
    std::vector<Known> all;
    for (const Box<Deal>& deal : sent.deals) all.push_back(known(own, sent, *deal, copy_name));
    return all;
}

Workspace beside(const Workspace& own, const Workspace& sent, const CopyName& copy_name, std::uint64_t random) {
    const std::vector<Known> known = known_of(own, sent, copy_name);
    Identities identities(random);
    Workspace copies;
    std::map<Id, Id> customers;  // sent → here
    for (std::size_t i = 0; i < sent.deals.size(); ++i) {
        if (known[i] == Known::same) continue;
        Deal deal = *sent.deals[i];
        const Customer* customer = find_customer(sent, deal.customer);
        if (!customer) continue;
        const auto [place, is_new] = customers.emplace(customer->id, Id{});
        if (is_new) {
            const Customer* mine = same_customer(own, *customer, copy_name);
            Customer copy = mine ? *mine : *customer;
            if (!mine) {
                const bool namesake = is_id_taken(own.customers, customer->id) ||
                                      std::any_of(own.customers.begin(), own.customers.end(),
                                                  [&](const Box<Customer>& one) { return one->name == customer->name; });
                copy.id = identities.unused_in(own);
                if (namesake) copy.name = clean_name(copy_name(customer->name));
            }
            place->second = copy.id;
            copies.customers.emplace_back(std::move(copy));
        }
        deal.id = identities.unused_in(own);
        deal.customer = place->second;
        if (known[i] == Known::differs) deal.name = clean_name(copy_name(deal.name));
        copies.deals.emplace_back(std::move(deal));
    }
    return copies;
}

}  // namespace compass

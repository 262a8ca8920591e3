#include "session/merge.h"

#include <algorithm>
#include <cstddef>
#include <map>

namespace compass {
namespace {

using Places = std::map<Id, std::size_t>;

template <class T>
Places places_of(const std::vector<Box<T>>& all) {
    Places places;
    for (std::size_t i = 0; i < all.size(); ++i) places.emplace(all[i]->id, i);
    return places;
}

template <class T>
void put(std::vector<Box<T>>& all, Places& places, const Box<T>& one) {
    const auto [place, is_new] = places.emplace(one->id, all.size());
    if (is_new)
        all.push_back(one);
    else if (all[place->second] != one)
        all[place->second] = one;
}

void put(Extra& own, const Extra& incoming) {
    for (const auto& member : incoming.members) {
        const auto at = std::lower_bound(own.members.begin(), own.members.end(), member,
                                         [](const auto& a, const auto& b) { return a.first < b.first; });
        if (at == own.members.end() || at->first != member.first) own.members.insert(at, member);
    }
}

}  // namespace

Workspace merged(const Workspace& own, const Workspace& incoming) {
    Workspace result = own;
    Places customers = places_of(result.customers);
    for (const Box<Customer>& customer : incoming.customers) put(result.customers, customers, customer);
    Places deals = places_of(result.deals);
    for (const Box<Deal>& deal : incoming.deals)
        if (customers.contains(deal->customer)) put(result.deals, deals, deal);
    if (incoming.playbook && incoming.playbook != own.playbook) result.playbook = incoming.playbook;
    put(result.extra, incoming.extra);
    return result;
}

}  // namespace compass

#include "session/difference.h"

namespace compass {
namespace {

template <class T>
ListDifference<T> between(const std::vector<Box<T>>& from, const std::vector<Box<T>>& to) {
    if (from.size() != to.size()) return {{}, to};
    ListDifference<T> difference;
    for (std::size_t i = 0; i < to.size(); ++i)
        if (!from[i].same(to[i])) difference.places.emplace_back(i, to[i]);
    return difference;
}

template <class T>
void exchange(std::vector<Box<T>>& list, ListDifference<T>& difference) {
    if (difference.whole) std::swap(list, *difference.whole);
    for (auto& [place, box] : difference.places) std::swap(list[place], box);
}

}  // namespace

Difference::Difference(const Workspace& from, const Workspace& to)
    : customers_(between(from.customers, to.customers)), deals_(between(from.deals, to.deals)), playbook_(to.playbook), extra_(to.extra) {}

void Difference::apply(Workspace& workspace) {
    exchange(workspace.customers, customers_);
    exchange(workspace.deals, deals_);
    std::swap(workspace.playbook, playbook_);
    std::swap(workspace.extra, extra_);
}

}  // namespace compass

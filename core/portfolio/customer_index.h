// The customers of a workspace by their id, for readings of many deals.
#pragma once

#include "model/workspace.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace compass {

// The workspace must outlive it.
class CustomerIndex {
  public:
    explicit CustomerIndex(const Workspace& workspace) {
        for (const Box<Customer>& customer : workspace.customers) by_id_.emplace_back(customer->id, &customer);
        std::sort(by_id_.begin(), by_id_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    }
    // Null where there is none.
    const Customer* find(const Id& id) const {
        const Box<Customer>* customer = find_box(id);
        return customer ? &**customer : nullptr;
    }
    const Box<Customer>* find_box(const Id& id) const {
        const auto at =
            std::lower_bound(by_id_.begin(), by_id_.end(), id, [](const auto& one, const Id& wanted) { return one.first < wanted; });
        return at == by_id_.end() || at->first != id ? nullptr : at->second;
    }

  private:
    std::vector<std::pair<Id, const Box<Customer>*>> by_id_;
};

}  // namespace compass

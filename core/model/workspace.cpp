#include "model/workspace.h"

#include <algorithm>

namespace compass {
namespace {

template <class T>
const T* find(const std::vector<Box<T>>& all, const Id& id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Box<T>& one) { return one->id == id; });
    return found == all.end() ? nullptr : &**found;
}

}  // namespace

const Deal* find_deal(const Workspace& workspace, const Id& id) { return find(workspace.deals, id); }
const Customer* find_customer(const Workspace& workspace, const Id& id) { return find(workspace.customers, id); }

}  // namespace compass

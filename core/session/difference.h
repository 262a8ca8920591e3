// What turns one workspace into another, as small as the change: a history of many steps over many deals stays light.
#pragma once

#include "model/workspace.h"

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace compass {

// Of one list: the replaced places, or the whole list where its length changed.
template <class T>
struct ListDifference {
    std::vector<std::pair<std::size_t, Box<T>>> places;
    std::optional<std::vector<Box<T>>> whole;
};

class Difference {
  public:
    Difference(const Workspace& from, const Workspace& to);

    // `workspace` is `from` and becomes `to`; afterwards this is the way back.
    void apply(Workspace& workspace);

  private:
    ListDifference<Customer> customers_;
    ListDifference<Deal> deals_;
    std::optional<Box<Playbook>> playbook_;
    Extra extra_;
};

}  // namespace compass

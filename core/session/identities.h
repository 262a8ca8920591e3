// New ids from a counter-based stream: the same start gives the same ids.
#pragma once

#include "model/workspace.h"

#include <cstdint>

namespace compass {

class Identities {
  public:
    explicit Identities(std::uint64_t start) : counter_(start) {}

    Id next();
    Id unused_in(const Workspace& workspace);  // by a deal or customer

  private:
    std::uint64_t counter_;
};

}  // namespace compass

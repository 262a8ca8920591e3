// Everything the user has: one plain value. What is open, selected or scrolled is not in here.
#pragma once

#include "model/box.h"
#include "model/customer.h"
#include "model/deal.h"
#include "model/playbook.h"

#include <optional>
#include <vector>

namespace compass {

struct Workspace {
    std::vector<Box<Customer>> customers;
    std::vector<Box<Deal>> deals;
    std::optional<Box<Playbook>> playbook;  // replaces the default one
    Extra extra;
    bool operator==(const Workspace&) const = default;
};

const Deal* find_deal(const Workspace& workspace, const Id& id);
const Customer* find_customer(const Workspace& workspace, const Id& id);

}  // namespace compass

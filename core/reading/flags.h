// Red flags: what is missing or going wrong in a deal, each with the entries that raised it and one next step (methodology §7).
#pragma once

#include "reading/finding.h"

#include <string_view>
#include <vector>

namespace compass {

// `customer` may be null; `index` is the deal's present one, to compare gut feel with. Worst first. The playbook must hold the
// rules (codec/method.h); those that it lacks are silent. A date after today has not happened.
std::vector<Finding> read_flags(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today,
                                std::optional<Probability> index = {});

// The ids of all flags that can be raised.
std::vector<std::string_view> flag_rules();

}  // namespace compass

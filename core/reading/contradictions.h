// Contradictions: entries of a deal that cannot all be true, named together (methodology §3).
#pragma once

#include "reading/finding.h"

#include <string_view>
#include <vector>

namespace compass {

// Each finding's facts are the entries that contradict each other. Otherwise as read_flags().
std::vector<Finding> read_contradictions(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today);

// The ids of all rules.
std::vector<std::string_view> contradiction_rules();

}  // namespace compass

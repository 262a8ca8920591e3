// The organisation tree of a deal's people, from who reports to whom, with a place for each (methodology §6).
#pragma once

#include "model/deal.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace compass {

struct OrganisationNode {
    std::size_t person = 0;             // in Deal::people
    std::optional<std::size_t> parent;  // in the result; nothing = reports to nobody we know
    int level = 0;                      // 0 = top
    double column = 0;                  // leaves stand at 0, 1, 2 …; bosses in the middle above theirs
    bool operator==(const OrganisationNode&) const = default;
};

// Everybody once, bosses before theirs, in the order of the deal's list. Of several bosses the first link counts, and a link
// that would close a circle counts for nothing. No two of one level stand closer than one column.
std::vector<OrganisationNode> organisation_of(const Deal& deal);

}  // namespace compass

// Call high, call wide: how far up and how far across the customer we are in touch (methodology §10).
#pragma once

#include "model/deal.h"
#include "model/playbook.h"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace compass {

struct CoverageRow {
    int people = 0, covered = 0;                                                              // covered: is_covered() of reading/people.h
    double share() const { return people == 0 ? 0 : static_cast<double>(covered) / people; }  // 0 … 1
    bool operator==(const CoverageRow&) const = default;
};

struct DepartmentCoverage {
    std::string name;  // empty = not stated
    CoverageRow row;
    bool operator==(const DepartmentCoverage&) const = default;
};

struct Coverage {
    CoverageRow all;
    std::array<CoverageRow, 4> classes;           // by PersonClass: none, KDM, KI, KU
    std::vector<CoverageRow> levels;              // of the organisation tree, the top first
    std::vector<DepartmentCoverage> departments;  // the least covered first, then the larger; equals in the order of the people
    std::vector<std::size_t> uncovered;           // in Deal::people: who weighs most first
    bool high = false;                            // a KDM is covered, or somebody at the top of a tree that has levels
    bool wide = false;                            // every department that is named has somebody covered, and there are two at least
    bool operator==(const Coverage&) const = default;
};

Coverage read_coverage(const Deal& deal, const PeopleWeights& weights, Date today);

}  // namespace compass

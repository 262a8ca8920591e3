#include "reading/coverage.h"

#include "reading/organisation.h"
#include "reading/people.h"

#include <algorithm>

namespace compass {
namespace {

void count(CoverageRow& row, bool covered) {
    ++row.people;
    row.covered += covered;
}

CoverageRow& department_named(std::vector<DepartmentCoverage>& departments, const std::string& name) {
    const auto found =
        std::find_if(departments.begin(), departments.end(), [&](const DepartmentCoverage& one) { return one.name == name; });
    return found != departments.end() ? found->row : departments.emplace_back(DepartmentCoverage{name, {}}).row;
}

bool is_wide(const std::vector<DepartmentCoverage>& departments) {
    int named = 0;
    for (const DepartmentCoverage& department : departments) {
        if (department.name.empty()) continue;
        ++named;
        if (department.row.covered == 0) return false;
    }
    return named >= 2;
}

}  // namespace

Coverage read_coverage(const Deal& deal, const PeopleWeights& weights, Date today) {
    Coverage coverage;
    for (const OrganisationNode& node : organisation_of(deal)) {
        const Person& person = deal.people[node.person];
        const bool covered = is_covered(person, weights, today);
        const auto level = static_cast<std::size_t>(node.level);
        if (coverage.levels.size() <= level) coverage.levels.resize(level + 1);
        count(coverage.levels[level], covered);
    }
    for (std::size_t i = 0; i < deal.people.size(); ++i) {
        const Person& person = deal.people[i];
        const bool covered = is_covered(person, weights, today);
        count(coverage.all, covered);
        count(coverage.classes[static_cast<std::size_t>(person.person_class)], covered);
        count(department_named(coverage.departments, person.department), covered);
        if (!covered) coverage.uncovered.push_back(i);
    }
    std::stable_sort(coverage.departments.begin(), coverage.departments.end(), [](const auto& a, const auto& b) {
        return a.row.share() != b.row.share() ? a.row.share() < b.row.share() : a.row.people > b.row.people;
    });
    std::stable_sort(coverage.uncovered.begin(), coverage.uncovered.end(),
                     [&](std::size_t a, std::size_t b) { return weight_of(deal.people[a], weights) > weight_of(deal.people[b], weights); });
    coverage.high = coverage.classes[static_cast<std::size_t>(PersonClass::kdm)].covered > 0 ||
                    (coverage.levels.size() > 1 && coverage.levels.front().covered > 0);
    coverage.wide = is_wide(coverage.departments);
    return coverage;
}

}  // namespace compass

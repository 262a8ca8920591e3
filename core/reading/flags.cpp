#include "reading/flags.h"

#include "reading/flag_themes.h"

#include <array>

namespace compass {
namespace {

std::array<RuleTheme, 5> flag_themes() { return {people_flags(), position_flags(), process_flags(), work_flags(), reminder_flags()}; }

}  // namespace

std::vector<Finding> read_flags(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today,
                                std::optional<Probability> index) {
    return find_all({deal, customer, playbook, today, read_people(deal, playbook.people, today), index}, flag_themes());
}

std::vector<std::string_view> flag_rules() { return rule_ids(flag_themes()); }

}  // namespace compass

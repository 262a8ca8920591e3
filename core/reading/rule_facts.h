// What the rules of flags and contradictions share: how facts are pointed to and said.
#pragma once

#include "reading/finding.h"
#include "reading/people.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace compass {

inline bool has_type(const Person& person, RoleType type) {
    return std::any_of(person.roles.begin(), person.roles.end(), [&](Role role) { return type_of(role) == type; });
}
inline bool nobody_has(const Deal& deal, RoleType type) {
    return std::none_of(deal.people.begin(), deal.people.end(), [&](const Person& person) { return has_type(person, type); });
}
inline bool says_for(const std::vector<Evidence>& facts) {
    return std::any_of(facts.begin(), facts.end(), [](const Evidence& fact) { return fact.direction == Direction::for_; });
}
inline std::string date_text(const std::optional<Date>& date) { return date ? format(*date) : std::string(); }
inline std::string support_text(const Person& person) { return person.support ? std::to_string(*person.support) : std::string(); }
inline std::string list_place(const char* list, std::size_t at, const char* field = "") {
    return std::string(list) + '/' + std::to_string(at) + field;
}

// use(person, index) for each.
template <class Use>
void each_person(const Scene& scene, Use use) {
    for (std::size_t i = 0; i < scene.deal.people.size(); ++i) use(scene.deal.people[i], i);
}

}  // namespace compass

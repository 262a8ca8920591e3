// The people who decide: roles, influence, attitude, support, contact, and the links between them (methodology §6).
#pragma once

#include "model/evidence.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace compass {

enum class Role : std::uint8_t {
    economic_final,
    economic_proposing,
    user_hands_on,
    user_in_charge,
    technical_standards,
    technical_budget,
    technical_procedure,
    coach_guide,
    coach_advocate
};
enum class RoleType : std::uint8_t { economic, user, technical, coach };

constexpr RoleType type_of(Role role) {
    if (role <= Role::economic_proposing) return RoleType::economic;
    if (role <= Role::user_in_charge) return RoleType::user;
    if (role <= Role::technical_procedure) return RoleType::technical;
    return RoleType::coach;
}

enum class PersonClass : std::uint8_t { none, kdm, ki, ku };
enum class Degree : std::uint8_t { high, medium, low };
enum class Attitude : std::uint8_t { unknown, growth, trouble, even_keel, overconfident };
enum class ContactLadder : std::uint8_t { unknown, known, connected, trusting, acting_for_us };
enum class PersonKind : std::uint8_t { unknown, senior, hard, rising, retired, new_field, moving };
enum class InsideHelp : std::uint8_t { none, informant, coach };
enum class InfluenceCause : std::uint8_t { position, expertise, will, weight };

// The four things a credible coach needs, each with the fact behind it.
struct CoachTrust {
    Answer others_trust_them, we_are_credible, wants_us_to_win, told_us_true;
    std::optional<int> grade;  // 1 … 5
    Extra extra;
    bool operator==(const CoachTrust&) const = default;
};

struct OurContact {
    ContactLadder ladder = ContactLadder::unknown;
    std::vector<std::string> held_by;  // names of ours
    std::optional<Date> last;
    Extra extra;
    bool operator==(const OurContact&) const = default;
};

// One step of a person's way: from this day their support was this; nothing = unknown.
struct SupportStep {
    Date date;
    std::optional<int> support;
    Extra extra;
    bool operator==(const SupportStep&) const = default;
};

struct Person {
    Id id;
    std::string name, title, department;
    std::vector<Role> roles;
    PersonClass person_class = PersonClass::none;
    Degree influence = Degree::medium;
    std::vector<InfluenceCause> influence_causes;
    Degree participation = Degree::medium;
    Attitude attitude = Attitude::unknown;
    std::vector<Evidence> attitude_evidence;
    std::optional<int> support;  // −5 … +5; nothing = unknown, which is not neutral
    std::vector<Evidence> support_evidence;
    std::vector<SupportStep> support_trail;
    std::string business_result, personal_win;  // in their words
    PersonKind kind = PersonKind::unknown;
    InsideHelp inside_help = InsideHelp::none;
    CoachTrust coach;
    OurContact contact;
    std::optional<Date> since;  // when they joined the deal
    std::string notes;
    Extra extra;
    bool operator==(const Person&) const = default;
};

enum class LinkKind : std::uint8_t { reports_to, influences, allied, in_conflict };

struct Link {
    Id from, to;
    LinkKind kind = LinkKind::reports_to;
    std::string note;
    Extra extra;
    bool operator==(const Link&) const = default;
};

}  // namespace compass

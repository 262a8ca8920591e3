// A customer is an organisation; a deal is one project with it (methodology §1).
#pragma once

#include "model/evidence.h"
#include "model/numbers.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace compass {

enum class Nature : std::uint8_t { unknown, public_, state_owned, foreign_or_joint, private_ };
enum class CustomerSize : std::uint8_t { unknown, huge, large, medium, small };
enum class LifeStage : std::uint8_t { unknown, entering, growing, mature, turning };
enum class Purchasing : std::uint8_t { unknown, central, local, both };
enum class Decider : std::uint8_t { unknown, one_head, collective };
enum class Priority : std::uint8_t { unknown, price, technology, relationship };
enum class Funding : std::uint8_t { unknown, ordinary, government, financed };

// One criterion of the ideal-customer model, scored 1 … 5 with evidence.
struct CriterionScore {
    std::string criterion;  // id of the playbook's criterion
    int score = 3;
    std::vector<Evidence> evidence;
    Extra extra;
    bool operator==(const CriterionScore&) const = default;
};

struct Approval {
    Money up_to;  // amounts up to this one are approved by `approver`
    std::string approver;
    Extra extra;
    bool operator==(const Approval&) const = default;
};

struct DecisionMode {
    Purchasing purchasing = Purchasing::unknown;
    Decider decider = Decider::unknown;
    Priority priority = Priority::unknown;
    Funding funding = Funding::unknown;
    std::vector<Approval> approvals;  // rising; above the last one `above` approves
    std::string above;
    std::string acceptance_signed_by, payment_signed_by;
    Extra extra;
    bool operator==(const DecisionMode&) const = default;
};

// What they expect and what they perceive, 1 … 5 each; nothing = not asked.
struct Satisfaction {
    std::optional<int> expectation, perception;
    Extra extra;
    bool operator==(const Satisfaction&) const = default;
};

struct SatisfactionGaps {
    Satisfaction quick_response, understands_business, mobilises_resources, trustworthy;
    Extra extra;
    bool operator==(const SatisfactionGaps&) const = default;
};

// One item of the relationship house's checklists: true, false or not looked at.
struct HouseItem {
    std::string item;  // id of the playbook's checklist item
    bool met = false;
    std::vector<Evidence> evidence;
    Extra extra;
    bool operator==(const HouseItem&) const = default;
};

struct CalendarEvent {
    Date date;
    std::string text;
    Extra extra;
    bool operator==(const CalendarEvent&) const = default;
};

struct Customer {
    Id id;
    std::string name;
    Nature nature = Nature::unknown;
    std::string industry, region;
    CustomerSize size = CustomerSize::unknown;
    LifeStage life_stage = LifeStage::unknown;
    std::vector<CriterionScore> ideal;
    std::string strained_conditions;             // under which we cooperate with a strained customer
    std::optional<int> relationship, potential;  // 1 … 5
    bool strategic = false;
    std::vector<HouseItem> house;
    DecisionMode decision;
    SatisfactionGaps satisfaction;
    std::vector<CalendarEvent> calendar;
    std::string notes;
    Extra extra;
    bool operator==(const Customer&) const = default;
};

}  // namespace compass

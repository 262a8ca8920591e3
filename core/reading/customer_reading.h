// What follows from a customer: where to go first, the relationship, who approves, what disappoints, what comes next (methodology §1).
#pragma once

#include "model/customer.h"
#include "model/playbook.h"
#include "model/words.h"
#include "reading/customer_class.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace compass {

// Relationship × potential. visit_first: both high · let_grow: good relation, low volume · build_relation: the other way round ·
// light_touch: both low, wait for an event. unknown: one of the two is not scored.
enum class Quadrant : std::uint8_t { unknown, visit_first, let_grow, build_relation, light_touch };

template <>
struct WordsOf<Quadrant> {
    static constexpr auto words =
        words_up_to<Quadrant, Quadrant::light_touch>("unknown", "visit_first", "let_grow", "build_relation", "light_touch");
};

Quadrant quadrant_of(const Customer& customer, const Practice& practice);

// One layer of the relationship house.
struct HouseReading {
    HouseLayer layer = HouseLayer::key;
    int items = 0, met = 0, not_looked_at = 0;  // of the playbook's checklist; an item met without a fact counts as met
    double score() const { return items == 0 ? 0 : 100.0 * met / items; }  // 0 … 100
    std::vector<std::string> missing;                                      // ids of the items that are not met, in the playbook's order
    bool operator==(const HouseReading&) const = default;
};

// Key and general, and for strategic customers organisational.
std::vector<HouseReading> house_of(const Customer& customer, const Practice& practice);

// Whose yes the amount needs.
struct Approver {
    Text title;
    bool usual = false;  // of the playbook's usual levels, because the customer's own are not known
    bool operator==(const Approver&) const = default;
};

// The customer's own levels count where there are any. Nothing where a level that is needed stands in another currency or is not named.
std::optional<Approver> approver_of(const Customer& customer, const Money& amount, const Practice& practice);

enum class SatisfactionAspect : std::uint8_t { quick_response, understands_business, mobilises_resources, trustworthy };

template <>
struct WordsOf<SatisfactionAspect> {
    static constexpr auto words = words_up_to<SatisfactionAspect, SatisfactionAspect::trustworthy>("quick_response", "understands_business",
                                                                                                   "mobilises_resources", "trustworthy");
};

struct SatisfactionGap {
    SatisfactionAspect aspect = SatisfactionAspect::quick_response;
    std::optional<int> expectation, perception;  // 1 … 5
    std::optional<int> gap;                      // perception − expectation, −4 … 4; nothing where one of them is not known
    bool operator==(const SatisfactionGap&) const = default;
};

// All four, the largest disappointment first, the unknown last; equals in the order above.
std::array<SatisfactionGap, 4> satisfaction_of(const Customer& customer);

struct CalendarDay {
    std::size_t event = 0;  // in Customer::calendar
    int days = 0;           // until then, from 0
    bool operator==(const CalendarDay&) const = default;
};

struct CustomerReading {
    CustomerClass fit = CustomerClass::unscored;
    std::vector<std::string> weak_criteria;  // ids of the criteria scored below 3: what to name conditions for
    bool conditions_missing = false;         // a strained customer without the conditions of working together
    std::vector<std::string> unscored;       // ids of the criteria without a score
    Quadrant quadrant = Quadrant::unknown;
    std::vector<HouseReading> house;
    std::vector<std::string> decision_unknown;  // names of the fields of the decision mode that are not known
    std::array<SatisfactionGap, 4> satisfaction;
    std::vector<CalendarDay> calendar;  // from today on, the next first
    bool operator==(const CustomerReading&) const = default;
};

// The playbook must have its practice: with_method() in codec/method.h.
CustomerReading read_customer(const Customer& customer, const Playbook& playbook, Date today);

}  // namespace compass

// What the evidence says of each axis, beside what its owner claims (methodology §3).
#pragma once

#include "model/deal.h"
#include "model/playbook.h"

#include <array>
#include <optional>

namespace compass {

struct AxisReading {
    int claimed = 0;                           // level 0 … 3
    std::optional<int> evidenced;              // the level whose ticked signs weigh most; nothing = unknown
    std::array<double, level_count> weight{};  // Σ κ for − against of the ticked signs
    int facts = 0;                             // pieces of evidence on this axis
    bool has_evidence = false;                 // at least one ticked sign with date and source
    bool one_sided = false;                    // all positive and from one person
    std::optional<Certainty> best;             // best certainty among them
    bool operator==(const AxisReading&) const = default;
};

// The day on which a fact of this date was seen; nothing where it has none or one still to come, so that its age is not known.
// Tomorrow still is a day of today: somewhere it has begun.
std::optional<Date> seen_on(std::optional<Date> date, Date today);

// κ: certainty, halved for every 90 days of age, and once where the age is not known: never as strong as a fresh fact.
double strength(const Evidence& evidence, const PeopleWeights& weights, Date today);

AxisReading read_axis(const PositionRating& rating, Axis axis, const Playbook& playbook, Date today);
// The claimed position with each axis replaced by its evidenced level where there is one.
Position evidenced_position(const PositionRating& rating, const Playbook& playbook, Date today);

}  // namespace compass

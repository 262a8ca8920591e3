#include "reading/position_evidence.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace compass {
namespace {

const Sign* find_sign(const Playbook& playbook, Axis axis, const std::string& id) {
    if (id.empty()) return nullptr;
    const auto found =
        std::find_if(playbook.signs.begin(), playbook.signs.end(), [&](const Sign& sign) { return sign.axis == axis && sign.id == id; });
    return found == playbook.signs.end() ? nullptr : &*found;
}

// All positive and from one person; what is consensus comes from two by its meaning.
bool is_one_sided(const std::vector<Evidence>& facts) {
    Id only;
    for (const Evidence& fact : facts) {
        if (fact.direction == Direction::against || fact.certainty == Certainty::consensus) return false;
        if (!fact.source) continue;
        if (only && only != fact.source) return false;
        only = fact.source;
    }
    return static_cast<bool>(only);
}

}  // namespace

std::optional<Date> seen_on(std::optional<Date> date, Date today) { return date && *date <= today + 1 ? date : std::nullopt; }

double strength(const Evidence& evidence, const PeopleWeights& weights, Date today) {
    const double fresh = weights.certainty[static_cast<std::size_t>(evidence.certainty)];
    const int half_life = std::max(1, weights.evidence_half_life_days);
    const auto seen = seen_on(evidence.date, today);
    const int age = seen ? std::max(0, today - *seen) : half_life;
    return fresh * std::exp2(-static_cast<double>(age) / half_life);
}

AxisReading read_axis(const PositionRating& rating, Axis axis, const Playbook& playbook, Date today) {
    const std::vector<Evidence>& facts = evidence_of(rating, axis);
    AxisReading reading;
    reading.claimed = level(rating.claimed, axis);
    reading.facts = static_cast<int>(facts.size());
    reading.one_sided = is_one_sided(facts);
    std::array<std::optional<Date>, level_count> newest;
    for (const Evidence& fact : facts) {
        if (!reading.best || fact.certainty < *reading.best) reading.best = fact.certainty;
        const Sign* sign = find_sign(playbook, axis, fact.sign);
        if (!sign) continue;
        const auto at = static_cast<std::size_t>(sign->level);
        const bool in_favour = fact.direction == Direction::for_;
        reading.weight[at] += (in_favour ? 1 : -1) * strength(fact, playbook.people, today);
        if (in_favour) {
            const auto seen = seen_on(fact.date, today);
            newest[at] = std::max(newest[at], seen);
            reading.has_evidence = reading.has_evidence || (seen && fact.source);
        }
    }
    for (std::size_t at = 0; at < level_count; ++at) {
        if (reading.weight[at] <= 0) continue;
        const auto best = reading.evidenced ? static_cast<std::size_t>(*reading.evidenced) : at;
        const bool heavier = reading.weight[at] > reading.weight[best];
        const bool newer = reading.weight[at] == reading.weight[best] && newest[at] > newest[best];
        if (!reading.evidenced || heavier || newer) reading.evidenced = static_cast<int>(at);
    }
    return reading;
}

Position evidenced_position(const PositionRating& rating, const Playbook& playbook, Date today) {
    Position position = rating.claimed;
    for (const Axis axis : all_axes)
        if (const auto evidenced = read_axis(rating, axis, playbook, today).evidenced) position = with_level(position, axis, *evidenced);
    return position;
}

}  // namespace compass

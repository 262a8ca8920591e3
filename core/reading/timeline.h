// What happened to a deal, day by day, and the deal as it stood on one of them (methodology §2, 3, 6, 8, 10).
#pragma once

#include "model/deal.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace compass {

enum class HappeningKind : std::uint8_t { position, stage, objective, fact, support, review, task, story };
inline constexpr int happening_kind_count = 8;

struct Happening {
    Date date;
    HappeningKind kind = HappeningKind::story;
    std::string text;                  // in the deal's own words: reason, fact, result, diary; may be empty
    Id person;                         // of a fact its source; of support and task whom it concerns
    std::optional<Position> position;  // of a step of the position
    std::optional<FunnelStage> stage;
    std::optional<int> support;  // of a support step; nothing = unknown
    bool operator==(const Happening&) const = default;
};

// Everything dated up to `today`, the earliest first; of one day in the order of the kinds. A fact that stands in several places counts
// once. Tasks are there on the day they were done.
std::vector<Happening> timeline_of(const Deal& deal, Date today);

// as_of() with each person's support by its trail, and without what was planned, reviewed or told after that day.
Deal deal_on(const Deal& deal, Date day);

}  // namespace compass

// A fact with its date, source and certainty. Used for axes, people, gates and qualification alike (methodology §3).
#pragma once

#include "model/date.h"
#include "model/extra.h"
#include "model/identity.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace compass {

enum class Certainty : std::uint8_t { consensus, explicit_, inferred, unclear };
enum class Direction : std::uint8_t { for_, against };

struct Evidence {
    Id id;
    std::string text;
    std::optional<Date> date;
    Id source;  // a person of the deal; nobody = not stated
    Direction direction = Direction::for_;
    Certainty certainty = Certainty::unclear;
    std::string sign;  // id of the playbook's sign that this fact ticks; empty = none
    Extra extra;
    bool operator==(const Evidence&) const = default;
};

// Something we need to know, and what we know of it.
struct Answer {
    std::string text;
    std::vector<Evidence> evidence;
    Extra extra;
    bool operator==(const Answer&) const = default;
};

}  // namespace compass

// Whether a coach can be believed, and how far they go (methodology §6).
#pragma once

#include "model/playbook.h"
#include "reading/qualification.h"

#include <array>
#include <optional>

namespace compass {

struct CoachReading {
    std::array<AnswerStatus, 4>
        proofs{};              // the others trust them, we are credible to them, they want us to win, they told us what proved true
    bool credible = false;     // a fact for each of the four, and the last one verified: it *proved* true
    std::optional<int> grade;  // 1 gives facts … 5 works with us fully; nothing = not judged
    bool operator==(const CoachReading&) const = default;
};

CoachReading read_coach(const Person& person, const PeopleWeights& weights, Date today);

}  // namespace compass

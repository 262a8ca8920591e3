#include "reading/coach.h"

#include "reading/every_evidence.h"

#include <algorithm>

namespace compass {

CoachReading read_coach(const Person& person, const PeopleWeights& weights, Date today) {
    CoachReading reading;
    const auto answers = answers_of(person.coach);
    std::transform(answers.begin(), answers.end(), reading.proofs.begin(),
                   [&](const Answer* answer) { return status_of(*answer, weights, today); });
    reading.credible =
        std::all_of(reading.proofs.begin(), reading.proofs.end(), [](AnswerStatus its) { return its >= AnswerStatus::claimed; }) &&
        reading.proofs.back() == AnswerStatus::verified;
    reading.grade = person.coach.grade;
    return reading;
}

}  // namespace compass

// What we do not know of a deal: the possible answers, the spread they give the index, and what asking is worth (methodology §4).
#pragma once

#include "model/deal.h"
#include "model/playbook.h"
#include "reading/people.h"
#include "reading/win_index.h"

#include <vector>

namespace compass {

// One unknown with what each possible answer would contribute, in log-odds.
struct OpenQuestion {
    std::string id;  // of its prior: a factor, "person_support", "person_attitude", or an own factor
    Id person;
    FactorTarget target = FactorTarget::choose;
    LogOdds now;  // what it counts while unknown: 0, but for a blind spot
    struct Answer {
        double probability = 0;
        LogOdds contribution;
    };
    std::vector<Answer> answers;
};

// For every unknown of the terms and of the people who weigh anything. Nobody there: one question for all support, one for all attitude.
// An unknown without a prior in the playbook has no answers. A person who is asked answers explicitly and today.
std::vector<OpenQuestion> open_questions(const Deal& deal, const PeopleReading& people, const Playbook& playbook, const Side& decide,
                                         const Side& choose);

// Of the contribution over its answers.
double variance_of(const OpenQuestion& question);
// Standard deviation of the index over the answers, all else unchanged. 0 … 1.
double value_of_asking(const OpenQuestion& question, const Side& decide, const Side& choose);

}  // namespace compass

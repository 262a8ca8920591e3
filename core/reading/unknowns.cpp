#include "reading/unknowns.h"

#include "model/words.h"
#include "reading/factors.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>

namespace compass {
namespace {

constexpr const char *person_support = "person_support", *person_attitude = "person_attitude";

const Prior* find_prior(const Playbook& playbook, std::string_view unknown) {
    const auto found =
        std::find_if(playbook.priors.begin(), playbook.priors.end(), [&](const Prior& prior) { return prior.unknown == unknown; });
    return found == playbook.priors.end() ? nullptr : &*found;
}

const OwnFactor* find_own(const Playbook& playbook, std::string_view id) {
    const auto found =
        std::find_if(playbook.own_factors.begin(), playbook.own_factors.end(), [&](const OwnFactor& own) { return own.id == id; });
    return found == playbook.own_factors.end() ? nullptr : &*found;
}

// Priors hold numbers as text: "-2", "0.4". What is no number counts 0.
double as_number(const std::string& text) {
    const double number = std::strtod(text.c_str(), nullptr);
    return std::isfinite(number) ? number : 0;
}

template <class Contribution>
void add_answers(OpenQuestion& question, const Playbook& playbook, Contribution contribution) {
    if (const Prior* prior = find_prior(playbook, question.id))
        for (const PriorAnswer& one : prior->answers) question.answers.push_back({one.probability, LogOdds{contribution(one.answer)}});
}

bool is_open(const Term& term, const PeopleReading& people) {
    const bool from_people = term.factor == Factor::support || term.factor == Factor::receptivity;
    if (!term.known) return !from_people || people.total_weight <= 0;
    const bool blind_spot = term.factor >= Factor::blind_spot_competitors && term.factor <= Factor::blind_spot_budget;
    return blind_spot && term.state == "unknown";
}

void add_term(std::vector<OpenQuestion>& questions, const Term& term, const PeopleReading& people, const Playbook& playbook,
              FactorTarget target) {
    if (!is_open(term, people)) return;
    OpenQuestion question{term.factor == Factor::own ? term.own : name_of(term.factor), {}, target, term.contribution, {}};
    if (term.factor == Factor::own) {
        if (const OwnFactor* own = find_own(playbook, term.own))
            for (const FactorLevel& level : own->levels) question.answers.push_back({level.prior, {level.contribution}});
    } else if (const double per_unit = contribution_per_unit(playbook.index, term.factor).value; per_unit != 0) {
        add_answers(question, playbook, [&](const std::string& answer) { return per_unit * as_number(answer); });
    } else {
        add_answers(question, playbook, [&](const std::string& answer) {
            return contribution_of(playbook.index, term.factor, answer).value_or(LogOdds{}).value;
        });
    }
    questions.push_back(std::move(question));
}

void add_person(std::vector<OpenQuestion>& questions, const Person& person, const PeopleReading& people, const Playbook& playbook) {
    const PeopleWeights& weights = playbook.people;
    const double weight = weight_of(person, weights);
    if (weight <= 0) return;
    const double share = weight / people.total_weight;
    if (!person.support) {
        OpenQuestion question{person_support, person.id, FactorTarget::choose, {}, {}};
        const double told = weights.certainty[static_cast<std::size_t>(Certainty::explicit_)];
        add_answers(question, playbook,
                    [&](const std::string& answer) { return playbook.index.support * share * told * as_number(answer) / 5; });
        questions.push_back(std::move(question));
    }
    if (person.attitude == Attitude::unknown) {
        OpenQuestion question{person_attitude, person.id, FactorTarget::decide, {}, {}};
        add_answers(question, playbook, [&](const std::string& answer) {
            return playbook.index.receptivity * share * attitude_value(named<Attitude>(answer).value_or(Attitude::unknown), weights);
        });
        questions.push_back(std::move(question));
    }
}

// Mean and variance of `value` over the answers, as far as their probabilities reach.
template <class Value>
double variance_over(const OpenQuestion& question, Value value) {
    double mass = 0, mean = 0, square = 0;
    for (const OpenQuestion::Answer& answer : question.answers) {
        const double x = value(answer);
        mass += answer.probability;
        mean += answer.probability * x;
        square += answer.probability * x * x;
    }
    if (mass <= 0) return 0;
    return std::max(0.0, square / mass - mean / mass * (mean / mass));
}

}  // namespace

std::vector<OpenQuestion> open_questions(const Deal& deal, const PeopleReading& people, const Playbook& playbook, const Side& decide,
                                         const Side& choose) {
    std::vector<OpenQuestion> questions;
    for (const Term& term : decide.terms) add_term(questions, term, people, playbook, FactorTarget::decide);
    for (const Term& term : choose.terms) add_term(questions, term, people, playbook, FactorTarget::choose);
    for (const Person& person : deal.people) add_person(questions, person, people, playbook);
    return questions;
}

double variance_of(const OpenQuestion& question) {
    return variance_over(question, [](const OpenQuestion::Answer& answer) { return answer.contribution.value; });
}

double value_of_asking(const OpenQuestion& question, const Side& decide, const Side& choose) {
    const bool moves_decide = question.target == FactorTarget::decide;
    const Side &moving = moves_decide ? decide : choose, &still = moves_decide ? choose : decide;
    const LogOdds without = moving.base_log_odds + moving.factors - question.now;
    return std::sqrt(variance_over(
        question, [&](const OpenQuestion::Answer& answer) { return (sigma(without + answer.contribution) * still.value).value; }));
}

}  // namespace compass

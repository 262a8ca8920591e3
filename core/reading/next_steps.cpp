#include "reading/next_steps.h"

#include "reading/gates.h"
#include "reading/navigator.h"
#include "reading/people.h"
#include "reading/unknowns.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace compass {
namespace {

// The deal with the step taken; an answer changes no entry that we could know now.
void take(Deal& deal, const NextStep& step, Date today) {
    const auto person = std::find_if(deal.people.begin(), deal.people.end(), [&](const Person& one) { return one.id == step.person; });
    switch (step.kind) {
        case StepKind::move: deal.position.claimed = *moved(deal.position.claimed, step.move); break;
        case StepKind::raise_support: ++*person->support; break;
        case StepKind::cover:
            person->contact.ladder = std::max(person->contact.ladder, ContactLadder::connected);
            person->contact.last = today;
            break;
        case StepKind::answer: break;
        case StepKind::pay_gate: {
            auto gate = std::find_if(deal.gates.begin(), deal.gates.end(), [&](const GateItem& one) { return one.item == step.item; });
            if (gate == deal.gates.end()) gate = deal.gates.insert(gate, GateItem{step.item, GateState::met, {}, {}});
            gate->state = GateState::met;
            gate->evidence.emplace_back();  // a fact of today
            gate->evidence.back().date = today;
        }
    }
}

std::optional<double> effort_of(StepKind kind, const Practice& practice) {
    for (const StepEffort& effort : practice.efforts)
        if (effort.kind == kind) return effort.days;
    return std::nullopt;
}

class Trial {
  public:
    Trial(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today, const WinIndex& index)
        : deal_(deal),
          customer_(customer),
          playbook_(playbook),
          today_(today),
          index_(index),
          periods_(periods_left(playbook.navigator, deal.objective.signing_date, today)),
          now_(best_with(deal.position.claimed, index.decide.factors, index.choose.factors)) {}

    std::vector<NextStep> ranked() const {
        std::vector<NextStep> steps;
        moves(steps);
        people(steps);
        answers(steps);
        gates(steps);
        std::vector<NextStep> tried;
        for (NextStep& step : steps) {
            const auto best = best_after({&step});
            if (!best) continue;
            step.best = *best;
            step.gain = best->value - now_.value;
            step.effort = effort_of(step.kind, playbook_.practice);
            tried.push_back(std::move(step));
        }
        std::stable_sort(tried.begin(), tried.end(),
                         [](const NextStep& a, const NextStep& b) { return a.gain != b.gain ? a.gain > b.gain : a.kind < b.kind; });
        return tried;
    }

    std::vector<StepPair> pairs(const std::vector<NextStep>& steps, std::size_t candidates, std::size_t at_most) const {
        std::vector<StepPair> pairs;
        const std::size_t count = std::min(candidates, steps.size());
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t k = i + 1; k < count; ++k) {
                const NextStep &first = steps[i], &second = steps[k];
                const bool one_axis =
                    first.kind == StepKind::move && second.kind == StepKind::move && axis_of(first.move) == axis_of(second.move);
                const auto best = one_axis ? std::nullopt : best_after({&first, &second});
                if (!best) continue;
                const double gain = best->value - now_.value;
                StepPair pair{first, second, *best, gain, gain - first.gain - second.gain, {}};
                if (first.effort && second.effort) pair.effort = *first.effort + *second.effort;
                pairs.push_back(std::move(pair));
            }
        }
        std::stable_sort(pairs.begin(), pairs.end(), [](const StepPair& a, const StepPair& b) { return a.gain > b.gain; });
        if (pairs.size() > at_most) pairs.resize(at_most);
        return pairs;
    }

  private:
    using Steps = std::vector<const NextStep*>;

    Probability best_with(const Position& position, LogOdds decide, LogOdds choose) const {
        return navigate(playbook_, position, periods_, decide, choose).best;
    }

    // Nothing where an answer has no question left, or none with a prior. What depends on the stage is read anew where the position moved.
    std::optional<Probability> best_after(const Steps& steps) const {
        Deal edited = deal_;
        for (const NextStep* step : steps) take(edited, *step, today_);
        const auto index = read_win_index(edited, customer_, playbook_, today_);
        std::vector<OpenQuestion> asked;
        for (const NextStep* step : steps) {
            if (step->kind != StepKind::answer) continue;
            const PeopleReading people = read_people(edited, playbook_.people, today_);
            for (OpenQuestion& question : open_questions(edited, people, playbook_, index->decide, index->choose))
                if (question.id == step->item && question.person == step->person) asked.push_back(std::move(question));
        }
        const auto answers = static_cast<std::size_t>(
            std::count_if(steps.begin(), steps.end(), [](const NextStep* step) { return step->kind == StepKind::answer; }));
        if (asked.size() != answers) return std::nullopt;
        return mean_best(edited.position.claimed, index->decide.factors, index->choose.factors, asked, 0);
    }

    // Over the answers of the questions from `at` on, which are independent.
    std::optional<Probability> mean_best(const Position& position, LogOdds decide, LogOdds choose, const std::vector<OpenQuestion>& asked,
                                         std::size_t at) const {
        if (at == asked.size()) return best_with(position, decide, choose);
        const OpenQuestion& question = asked[at];
        double mass = 0, mean = 0;
        for (const OpenQuestion::Answer& answer : question.answers) {
            const LogOdds change = answer.contribution - question.now;
            const bool decides = question.target == FactorTarget::decide;
            const auto best =
                mean_best(position, decide + (decides ? change : LogOdds{}), choose + (decides ? LogOdds{} : change), asked, at + 1);
            if (!best) return std::nullopt;
            mass += answer.probability;
            mean += answer.probability * best->value;
        }
        if (mass <= 0) return std::nullopt;
        return Probability{mean / mass};
    }

    void moves(std::vector<NextStep>& steps) const {
        for (const Move move : all_moves) {
            const auto chance = chance_of(playbook_.navigator, deal_.position.claimed, move);
            if (move == Move::hold || !chance) continue;
            NextStep step;
            step.move = move;
            if (chance->value > 0) step.days = 1 / chance->value * playbook_.navigator.period_days;
            steps.push_back(std::move(step));
        }
    }

    void people(std::vector<NextStep>& steps) const {
        for (const Person& person : deal_.people) {
            if (person.roles.empty()) continue;
            NextStep step;
            step.person = person.id;
            step.kind = StepKind::raise_support;
            if (person.support && *person.support < 5) steps.push_back(step);
            step.kind = StepKind::cover;
            if (!is_covered(person, playbook_.people, today_)) steps.push_back(step);
        }
    }

    void answers(std::vector<NextStep>& steps) const {
        const PeopleReading people = read_people(deal_, playbook_.people, today_);
        for (const OpenQuestion& question : open_questions(deal_, people, playbook_, index_.decide, index_.choose)) {
            NextStep step;
            step.kind = StepKind::answer;
            step.person = question.person;
            step.item = question.id;
            step.value_of_asking = value_of_asking(question, index_.decide, index_.choose);
            steps.push_back(std::move(step));
        }
    }

    void gates(std::vector<NextStep>& steps) const {
        for (const StageGate& gate : stage_gates(deal_, playbook_)) {
            if (!gate.debt) continue;
            for (const GateItemReading& item : gate.items) {
                if (item.state != GateState::open && item.state != GateState::claimed) continue;
                NextStep step;
                step.kind = StepKind::pay_gate;
                step.item = item.id;
                steps.push_back(std::move(step));
            }
        }
    }

    const Deal& deal_;
    const Customer* customer_;
    const Playbook& playbook_;
    Date today_;
    const WinIndex& index_;
    int periods_;
    Probability now_;
};

}  // namespace

std::vector<NextStep> next_best_steps(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today) {
    const auto index = read_win_index(deal, customer, playbook, today);
    if (!index) return {};
    return Trial(deal, customer, playbook, today, *index).ranked();
}

std::vector<StepPair> next_best_pairs(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today,
                                      std::size_t candidates, std::size_t at_most) {
    const auto index = read_win_index(deal, customer, playbook, today);
    if (!index) return {};
    const Trial trial(deal, customer, playbook, today, *index);
    return trial.pairs(trial.ranked(), candidates, at_most);
}

}  // namespace compass

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

class Trial {
  public:
    Trial(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today, const WinIndex& index)
        : deal_(deal),
          customer_(customer),
          playbook_(playbook),
          today_(today),
          index_(index),
          periods_(periods_left(playbook.navigator, deal.objective.signing_date, today)),
          now_(navigate(playbook, deal.position.claimed, periods_, index.decide.factors, index.choose.factors)) {}

    std::vector<NextStep> ranked() {
        moves();
        people();
        answers();
        gates();
        std::stable_sort(steps_.begin(), steps_.end(),
                         [](const NextStep& a, const NextStep& b) { return a.gain != b.gain ? a.gain > b.gain : a.kind < b.kind; });
        return std::move(steps_);
    }

  private:
    Probability best_with(const Position& position, LogOdds decide, LogOdds choose) const {
        return navigate(playbook_, position, periods_, decide, choose).best;
    }
    Probability best_of(const Deal& edited) const {
        const auto index = read_win_index(edited, customer_, playbook_, today_);
        return best_with(edited.position.claimed, index->decide.factors, index->choose.factors);
    }
    void add(NextStep step, Probability best) {
        step.best = best;
        step.gain = best.value - now_.best.value;
        steps_.push_back(std::move(step));
    }

    // What depends on the stage is read anew where the position moved.
    void moves() {
        for (const RankedMove& ranked : now_.moves) {
            if (ranked.move == Move::hold) continue;
            Deal edited = deal_;
            edited.position.claimed = ranked.to;
            NextStep step;
            step.move = ranked.move;
            if (ranked.chance.value > 0) step.days = ranked.expected_periods * playbook_.navigator.period_days;
            add(std::move(step), best_of(edited));
        }
    }

    void people() {
        for (std::size_t i = 0; i < deal_.people.size(); ++i) {
            const Person& person = deal_.people[i];
            if (person.roles.empty()) continue;
            NextStep step;
            step.person = person.id;
            if (person.support && *person.support < 5) {
                Deal edited = deal_;
                ++*edited.people[i].support;
                step.kind = StepKind::raise_support;
                add(step, best_of(edited));
            }
            if (!is_covered(person, playbook_.people, today_)) {
                Deal edited = deal_;
                edited.people[i].contact.ladder = std::max(person.contact.ladder, ContactLadder::connected);
                edited.people[i].contact.last = today_;
                step.kind = StepKind::cover;
                add(step, best_of(edited));
            }
        }
    }

    void answers() {
        const PeopleReading people = read_people(deal_, playbook_.people, today_);
        for (const OpenQuestion& question : open_questions(deal_, people, playbook_, index_.decide, index_.choose)) {
            double mass = 0, mean = 0;
            for (const OpenQuestion::Answer& answer : question.answers) {
                const LogOdds change = answer.contribution - question.now;
                const bool decides = question.target == FactorTarget::decide;
                const Probability best = best_with(deal_.position.claimed, index_.decide.factors + (decides ? change : LogOdds{}),
                                                   index_.choose.factors + (decides ? LogOdds{} : change));
                mass += answer.probability;
                mean += answer.probability * best.value;
            }
            if (mass <= 0) continue;
            NextStep step;
            step.kind = StepKind::answer;
            step.person = question.person;
            step.item = question.id;
            step.value_of_asking = value_of_asking(question, index_.decide, index_.choose);
            add(std::move(step), {mean / mass});
        }
    }

    // A fact of today makes the item met.
    void gates() {
        for (const StageGate& gate : stage_gates(deal_, playbook_)) {
            if (!gate.debt) continue;
            for (const GateItemReading& item : gate.items) {
                if (item.state != GateState::open && item.state != GateState::claimed) continue;
                Deal edited = deal_;
                auto entry =
                    std::find_if(edited.gates.begin(), edited.gates.end(), [&](const GateItem& one) { return one.item == item.id; });
                if (entry == edited.gates.end()) entry = edited.gates.insert(entry, GateItem{item.id, GateState::met, {}, {}});
                entry->state = GateState::met;
                entry->evidence.emplace_back();
                entry->evidence.back().date = today_;
                NextStep step;
                step.kind = StepKind::pay_gate;
                step.item = item.id;
                add(std::move(step), best_of(edited));
            }
        }
    }

    const Deal& deal_;
    const Customer* customer_;
    const Playbook& playbook_;
    Date today_;
    const WinIndex& index_;
    int periods_;
    Navigation now_;
    std::vector<NextStep> steps_;
};

}  // namespace

std::vector<NextStep> next_best_steps(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today) {
    const auto index = read_win_index(deal, customer, playbook, today);
    if (!index) return {};
    return Trial(deal, customer, playbook, today, *index).ranked();
}

}  // namespace compass

#include "reading/navigator.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace compass {
namespace {

// index_of() of the neighbours: one level more on an axis.
constexpr int stage_step = 16, competition_step = 4, urgency_step = 1;

// One number per position, with room around, so that a neighbour off the board can be read; its weight is always 0.
class Values {
  public:
    double* begin() { return cells_.data() + stage_step; }
    const double* begin() const { return cells_.data() + stage_step; }
    double& operator[](int position) { return begin()[position]; }
    double operator[](int position) const { return begin()[position]; }

  private:
    std::array<double, stage_step + position_count + stage_step> cells_{};
};

// What we can do beside holding, and where it leads.
struct Act {
    Move move;
    int step;
};
constexpr std::array<Act, 5> acts = {{{Move::stage_forward, stage_step},
                                      {Move::stage_back, -stage_step},
                                      {Move::competition_up, competition_step},
                                      {Move::urgency_up, urgency_step},
                                      {Move::urgency_down, -urgency_step}}};
using Successes = std::array<Values, acts.size()>;  // chance of each act at each position; 0 where it does not exist

// D by stage and urgency, W by stage and competition: all that the index of a position is made of.
struct Chances {
    std::array<PerLevel, level_count> decide{}, choose{};
};

// What nature does to each position, as weights on the values of the next period:
// value = stays·v[p] + drifts·v[p + stage] + slips·v[p − competition] + slips_and_drifts·v[p + stage − competition] + paid.
struct Nature {
    Values stays{}, drifts{}, slips{}, slips_and_drifts{}, paid{};
};

struct Solution {
    Values hold{}, best{};                                               // with all periods left
    Values after{};                                                      // hold for this period, the best policy afterwards
    std::array<std::array<Move, position_count>, horizon_limit> policy;  // [periods left − 1], as far as solved
};

// Playbooks are edited by people: whatever they write, a chance stays a chance.
double as_chance(double value) { return std::clamp(value, 0.0, 1.0); }

std::size_t number(Stage stage) { return static_cast<std::size_t>(stage); }
std::size_t number(Competition competition) { return static_cast<std::size_t>(competition); }
std::size_t number(Urgency urgency) { return static_cast<std::size_t>(urgency); }

Nature nature_of(const NavigatorWeights& weights, const PerLevel& paid_at_closing) {
    Nature nature;
    for (int p = 0; p < position_count; ++p) {
        const Position position = position_at(p);
        const std::size_t urgency = number(position.urgency), competition = number(position.competition);
        const double lives = 1 - as_chance(weights.die[urgency]);
        const double slips = competition > 0 ? as_chance(weights.rival[competition]) : 0;
        const bool closing = position.stage == Stage::closing;
        const double goes_on = as_chance(closing ? weights.decide[urgency] : weights.drift[urgency]);
        nature.stays[p] = lives * (1 - slips) * (1 - goes_on);
        nature.slips[p] = lives * slips * (1 - goes_on);
        if (closing) {
            nature.paid[p] =
                lives * goes_on * ((1 - slips) * paid_at_closing[competition] + (slips > 0 ? slips * paid_at_closing[competition - 1] : 0));
        } else {
            nature.drifts[p] = lives * (1 - slips) * goes_on;
            nature.slips_and_drifts[p] = lives * slips * goes_on;
        }
    }
    return nature;
}

Chances chances_of(const IndexWeights& weights, LogOdds decide, LogOdds choose) {
    Chances chances;
    for (int stage = 0; stage < level_count; ++stage) {
        for (int level = 0; level < level_count; ++level) {
            const Position position{static_cast<Stage>(stage), static_cast<Competition>(level), static_cast<Urgency>(level)};
            chances.decide[number(position.stage)][number(position.urgency)] = decide_chance(weights, position, decide).value;
            chances.choose[number(position.stage)][number(position.competition)] = choose_chance(weights, position, choose).value;
        }
    }
    return chances;
}

void wait(const Nature& nature, const Values& next, Values& now) {
    const double* value = next.begin();
    for (int p = 0; p < position_count; ++p) {
        now[p] = nature.stays[p] * value[p] + nature.drifts[p] * value[p + stage_step] + nature.slips[p] * value[p - competition_step] +
                 nature.slips_and_drifts[p] * value[p + stage_step - competition_step] + nature.paid[p];
    }
}

Successes successes_of(const NavigatorWeights& weights) {
    Successes successes;
    for (std::size_t i = 0; i < acts.size(); ++i)
        for (int p = 0; p < position_count; ++p)
            successes[i][p] = chance_of(weights, position_at(p), acts[i].move).value_or(Probability{}).value;
    return successes;
}

double tried(double chance, double success, double failure) { return chance * success + (1 - chance) * failure; }

// Backwards from the end: value of every position and best move there, period by period.
void solve(const Playbook& playbook, int periods, LogOdds decide, LogOdds choose, Solution& solution) {
    const Chances chances = chances_of(playbook.index, decide, choose);
    for (int p = 0; p < position_count; ++p) {
        const Position position = position_at(p);
        const double index = chances.decide[number(position.stage)][number(position.urgency)] *
                             chances.choose[number(position.stage)][number(position.competition)];
        solution.best[p] = playbook.navigator.undecided * index;
    }
    solution.hold = solution.best;
    const Nature nature = nature_of(playbook.navigator, chances.choose[number(Stage::closing)]);
    const Successes successes = successes_of(playbook.navigator);
    Values held;
    for (int period = 0; period < periods; ++period) {
        wait(nature, solution.hold, held);
        solution.hold = held;
        wait(nature, solution.best, solution.after);
        solution.best = solution.after;
        auto& policy = solution.policy[static_cast<std::size_t>(period)];
        policy.fill(Move::hold);
        for (std::size_t i = 0; i < acts.size(); ++i) {
            for (int p = 0; p < position_count; ++p) {
                const double value = tried(successes[i][p], solution.after[p + acts[i].step], solution.after[p]);
                if (value <= solution.best[p]) continue;
                solution.best[p] = value;
                policy[static_cast<std::size_t>(p)] = acts[i].move;
            }
        }
    }
}

double expected_periods(double chance) { return chance > 0 ? 1 / chance : 0; }

std::vector<RankedMove> ranked(const NavigatorWeights& weights, const Position& position, const Values& after) {
    const double now = after[index_of(position)];
    std::vector<RankedMove> moves;
    for (const Move move : all_moves) {
        const auto chance = chance_of(weights, position, move);
        if (!chance) continue;
        const Position to = *moved(position, move);
        const double value = tried(chance->value, after[index_of(to)], now);
        moves.push_back({move, to, {value}, *chance, expected_periods(chance->value), value - now});
    }
    std::stable_sort(moves.begin(), moves.end(), [](const RankedMove& a, const RankedMove& b) { return a.value > b.value; });
    return moves;
}

std::optional<RankedMove> threat_at(const NavigatorWeights& weights, const Position& position, const Values& after) {
    const auto to = moved(position, Move::competition_down);
    const double chance = as_chance(weights.rival[number(position.competition)]);
    if (!to || chance <= 0) return std::nullopt;
    const double value = after[index_of(*to)];
    return RankedMove{Move::competition_down, *to, {value}, {chance}, expected_periods(chance), value - after[index_of(position)]};
}

// The policy's move with its expected periods, then on from there. Holding is a step where the customer goes on by itself.
std::vector<PathStep> path_from(const NavigatorWeights& weights, Position position, int periods, const Solution& solution) {
    std::vector<PathStep> path;
    while (periods > 0 && position.stage != Stage::closing) {
        const auto here = static_cast<std::size_t>(index_of(position));
        const Move move = solution.policy[static_cast<std::size_t>(periods - 1)][here];
        const bool holds = move == Move::hold;
        const double chance = holds ? as_chance(weights.drift[number(position.urgency)]) : chance_of(weights, position, move)->value;
        if (chance <= 0) break;
        const int expected = static_cast<int>(std::min(std::round(1 / chance), static_cast<double>(horizon_limit)));
        position = *moved(position, holds ? Move::stage_forward : move);
        path.push_back({move, position, std::max(1, expected)});
        periods -= path.back().periods;
    }
    return path;
}

}  // namespace

int periods_left(const NavigatorWeights& weights, std::optional<Date> signing_date, Date today) {
    const int most = std::clamp(weights.periods_at_most, 1, horizon_limit);
    if (!signing_date) return std::clamp(weights.periods_without_date, 1, most);
    const int days = *signing_date - today, period = std::max(1, weights.period_days);
    return std::clamp(days / period + (days % period > 0), 1, most);
}

std::optional<Probability> chance_of(const NavigatorWeights& weights, const Position& position, Move move) {
    if (move == Move::competition_down || !moved(position, move)) return std::nullopt;
    const std::size_t stage = number(position.stage), competition = number(position.competition), urgency = number(position.urgency);
    double chance = 0;
    switch (move) {
        case Move::hold: break;
        case Move::stage_forward: chance = weights.forward[stage] * weights.lead[competition]; break;
        case Move::stage_back: chance = weights.back[stage - 1]; break;
        case Move::competition_up: chance = weights.gain[stage] * weights.steep[competition]; break;
        case Move::competition_down: break;
        case Move::urgency_up: chance = weights.urgency_up[urgency]; break;
        case Move::urgency_down: chance = weights.urgency_down[urgency - 1]; break;
    }
    return Probability{as_chance(chance)};
}

Navigation navigate(const Playbook& playbook, const Position& position, int periods, LogOdds decide, LogOdds choose) {
    const NavigatorWeights& weights = playbook.navigator;
    Navigation navigation;
    navigation.position = position;
    navigation.periods = std::clamp(periods, 1, std::clamp(weights.periods_at_most, 1, horizon_limit));
    Solution solution;
    solve(playbook, navigation.periods, decide, choose, solution);

    navigation.hold_all = {solution.hold[index_of(position)]};
    navigation.best = {solution.best[index_of(position)]};
    navigation.moves = ranked(weights, position, solution.after);
    navigation.threat = threat_at(weights, position, solution.after);
    navigation.path = path_from(weights, position, navigation.periods, solution);
    const auto& policy = solution.policy[static_cast<std::size_t>(navigation.periods - 1)];
    for (int p = 0; p < position_count; ++p)
        navigation.field[static_cast<std::size_t>(p)] = {policy[static_cast<std::size_t>(p)], {solution.best[p]}};
    return navigation;
}

}  // namespace compass

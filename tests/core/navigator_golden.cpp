// The navigator against the independent reference of methodology §5, and the four statements that the method makes of itself.
#include "codec/workspace_codec.h"
#include "golden.h"
#include "reading/navigator.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace compass;

TEST_CASE("the value of holding, of the best policy and of every action matches the reference") {
    double largest = 0;
    const auto compare = [&](Probability mine, double reference) { largest = std::max(largest, std::abs(mine.value - reference)); };
    for (const GoldenNavigation& row : golden().navigator) {
        const Navigation navigation = navigate(default_playbook(), row.position, row.periods, {row.decide_factors}, {row.choose_factors});
        compare(navigation.hold_all, row.hold_all);
        compare(navigation.best, row.best);
        REQUIRE(navigation.moves.size() == row.actions.size());
        for (const auto& action : row.actions) {
            const auto move = std::find_if(navigation.moves.begin(), navigation.moves.end(),
                                           [&](const RankedMove& one) { return action.first == name_of(one.move); });
            REQUIRE(move != navigation.moves.end());
            compare(move->value, action.second);
        }
    }
    CHECK(largest <= 1e-9);
    CHECK(golden().navigator.size() == 3 * 4 * position_count);
}

namespace {

Move best_move(Stage stage, Competition competition, Urgency urgency) {
    return navigate(default_playbook(), {stage, competition, urgency}, 13, {}, {}).moves.front().move;
}

}  // namespace

TEST_CASE("behind in commercial while urgent, the best move goes back a stage") {
    CHECK(best_move(Stage::commercial, Competition::behind, Urgency::urgent) == Move::stage_back);
}

TEST_CASE("level in solution while active, the best move raises competition") {
    CHECK(best_move(Stage::solution, Competition::level, Urgency::active) == Move::competition_up);
}

TEST_CASE("ahead in commercial while active, the best move goes forward") {
    CHECK(best_move(Stage::commercial, Competition::ahead, Urgency::active) == Move::stage_forward);
}

TEST_CASE("sole and urgent in intent, the best move goes forward") {
    CHECK(best_move(Stage::intent, Competition::sole, Urgency::urgent) == Move::stage_forward);
}

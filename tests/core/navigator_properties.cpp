// What must hold for the navigator at every position (methodology §5).
#include "codec/workspace_codec.h"
#include "generate.h"
#include "reading/navigator.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace compass;
using doctest::Approx;

namespace {

template <class Visit>
void everywhere(Visit visit) {
    for (const int periods : {1, 2, 13, 26, 52})
        for (const double factors : {-3.0, 0.0, 2.0})
            for (int at = 0; at < position_count; ++at)
                visit(navigate(default_playbook(), position_at(at), periods, {factors}, {-factors}));
}

}  // namespace

TEST_CASE("the best policy is the best move and never worse than holding") {
    everywhere([](const Navigation& navigation) {
        CHECK(navigation.best == navigation.moves.front().value);
        CHECK(navigation.best >= navigation.hold_all);
        CHECK(navigation.field[static_cast<std::size_t>(index_of(navigation.position))].value == navigation.best);
        CHECK(navigation.field[static_cast<std::size_t>(index_of(navigation.position))].move == navigation.moves.front().move);
    });
}

TEST_CASE("moves stand in order, each with its chance, periods and gain over holding") {
    everywhere([](const Navigation& navigation) {
        double holding = -1;
        for (const RankedMove& move : navigation.moves)
            if (move.move == Move::hold) holding = move.value.value;
        for (std::size_t i = 0; i < navigation.moves.size(); ++i) {
            const RankedMove& move = navigation.moves[i];
            if (i > 0) CHECK(move.value <= navigation.moves[i - 1].value);
            CHECK(move.gain == Approx(move.value.value - holding).epsilon(1e-12));
            CHECK(*moved(navigation.position, move.move) == move.to);
            CHECK(move.move != Move::competition_down);
            if (move.chance.value > 0) CHECK(move.expected_periods == Approx(1 / move.chance.value));
        }
    });
}

TEST_CASE("from the middle of the board there are six moves beside the threat") {
    const Navigation navigation = navigate(default_playbook(), {Stage::solution, Competition::level, Urgency::active}, 13, {}, {});
    CHECK(navigation.moves.size() == 6);
    REQUIRE(navigation.threat);
    CHECK(navigation.threat->to.competition == Competition::behind);
    CHECK(navigation.threat->gain < 0);
    CHECK_FALSE(navigate(default_playbook(), {Stage::solution, Competition::behind, Urgency::active}, 13, {}, {}).threat);
}

TEST_CASE("the path leads step by step from the position until closing or the end of time") {
    everywhere([](const Navigation& navigation) {
        Position position = navigation.position;
        int periods = 0;
        for (const PathStep& step : navigation.path) {
            CHECK(periods < navigation.periods);
            CHECK(step.periods >= 1);
            CHECK(moved(position, step.move == Move::hold ? Move::stage_forward : step.move) == step.to);
            position = step.to;
            periods += step.periods;
        }
        CHECK((position.stage == Stage::closing || periods >= navigation.periods || !navigation.path.empty()));
    });
}

TEST_CASE("the signing date gives the periods, rounded up, from 1 to 52") {
    const NavigatorWeights& weights = default_playbook().navigator;
    const Date today = *date_of({2026, 11, 21});
    CHECK(periods_left(weights, *date_of({2027, 5, 20}), today) == 13);
    CHECK(periods_left(weights, today + 14, today) == 1);
    CHECK(periods_left(weights, today + 15, today) == 2);
    CHECK(periods_left(weights, today, today) == 1);
    CHECK(periods_left(weights, today - 400, today) == 1);
    CHECK(periods_left(weights, today + 4000, today) == 52);
    CHECK(periods_left(weights, std::nullopt, today) == 13);
}

TEST_CASE("a number of periods out of range is taken into it") {
    const Position position{Stage::intent, Competition::level, Urgency::active};
    CHECK(navigate(default_playbook(), position, 0, {}, {}).periods == 1);
    CHECK(navigate(default_playbook(), position, 1000, {}, {}).periods == 52);
}

TEST_CASE("whatever numbers a playbook holds, values stay chances") {
    generate::Random random(7);
    for (int round = 0; round < 50; ++round) {
        const Playbook playbook = generate::playbook(random);
        for (int at = 0; at < position_count; ++at) {
            const Navigation navigation = navigate(playbook, position_at(at), 20, {random.real(-5, 5)}, {random.real(-5, 5)});
            CHECK(navigation.best.value >= 0);
            CHECK(navigation.best.value <= 1);
            CHECK(navigation.best >= navigation.hold_all);
        }
    }
}

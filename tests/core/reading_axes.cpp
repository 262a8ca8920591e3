// What the evidence says of an axis (methodology §3).
#include "reading/position_evidence.h"

#include "sample_deal.h"

#include <doctest/doctest.h>

using namespace compass;

namespace {

Evidence ticked(std::uint64_t number, const char* sign, Certainty certainty, int days_ago = 0, std::uint64_t source = 10) {
    Evidence fact = sample_fact(number, certainty, sample_id(source), days_ago);
    fact.sign = sign;
    return fact;
}

AxisReading read(const PositionRating& rating, Axis axis) { return read_axis(rating, axis, default_playbook(), sample_today); }

}  // namespace

TEST_CASE("an axis without facts is only claimed") {
    const AxisReading reading = read(PositionRating{}, Axis::stage);
    CHECK(reading.claimed == 0);
    CHECK_FALSE(reading.evidenced);
    CHECK_FALSE(reading.has_evidence);
    CHECK_FALSE(reading.one_sided);
    CHECK_FALSE(reading.best);
}

TEST_CASE("the evidenced level is the one whose ticked signs weigh most") {
    PositionRating rating;
    rating.stage_evidence = {ticked(1, "stage.intent.asks_why_now", Certainty::inferred),
                             ticked(2, "stage.solution.compares", Certainty::explicit_)};
    CHECK(read(rating, Axis::stage).evidenced == 1);
    rating.stage_evidence.push_back(ticked(3, "stage.solution.compares", Certainty::explicit_));
    rating.stage_evidence.back().direction = Direction::against;
    CHECK(read(rating, Axis::stage).evidenced == 0);
    CHECK(evidenced_position(rating, default_playbook(), sample_today).stage == Stage::intent);
}

TEST_CASE("the newer level wins a tie") {
    PositionRating rating;
    rating.urgency_evidence = {ticked(1, "urgency.later.no_date", Certainty::explicit_, 90),
                               ticked(2, "urgency.later.no_owner", Certainty::explicit_, 90),
                               ticked(3, "urgency.active.board_date", Certainty::explicit_, 0)};
    CHECK(read(rating, Axis::urgency).evidenced == 2);
}

TEST_CASE("a date that is still to come neither makes a fact fresh nor breaks a tie") {
    PositionRating rating;
    rating.urgency_evidence = {ticked(1, "urgency.later.no_date", Certainty::explicit_, 90),
                               ticked(2, "urgency.active.board_date", Certainty::explicit_, -400)};
    CHECK(read(rating, Axis::urgency).weight[0] == read(rating, Axis::urgency).weight[2]);
    CHECK(read(rating, Axis::urgency).evidenced == 0);
    rating.urgency_evidence.erase(rating.urgency_evidence.begin());
    CHECK_FALSE(read(rating, Axis::urgency).has_evidence);
}

TEST_CASE("a sign of another axis and a sign that the playbook does not know weigh nothing") {
    PositionRating rating;
    rating.stage_evidence = {ticked(1, "urgency.later.no_date", Certainty::consensus), ticked(2, "stage.of_old", Certainty::consensus)};
    CHECK_FALSE(read(rating, Axis::stage).evidenced);
    CHECK(read(rating, Axis::stage).facts == 2);
}

TEST_CASE("a ticked sign is evidence only with its date and its source") {
    PositionRating rating;
    rating.stage_evidence = {ticked(1, "stage.solution.compares", Certainty::explicit_)};
    CHECK(read(rating, Axis::stage).has_evidence);
    rating.stage_evidence[0].date.reset();
    CHECK_FALSE(read(rating, Axis::stage).has_evidence);
    rating.stage_evidence[0] = ticked(1, "stage.solution.compares", Certainty::explicit_);
    rating.stage_evidence[0].source = {};
    CHECK_FALSE(read(rating, Axis::stage).has_evidence);
}

TEST_CASE("all positive and from one person is one-sided") {
    PositionRating rating;
    rating.competition_evidence = {ticked(1, "competition.level.any_could", Certainty::explicit_),
                                   ticked(2, "competition.level.any_could", Certainty::inferred)};
    CHECK(read(rating, Axis::competition).one_sided);
    rating.competition_evidence[1].source = sample_id(11);
    CHECK_FALSE(read(rating, Axis::competition).one_sided);
    rating.competition_evidence[1] = ticked(2, "competition.ahead.warns_us", Certainty::inferred);
    rating.competition_evidence[1].direction = Direction::against;
    CHECK_FALSE(read(rating, Axis::competition).one_sided);
}

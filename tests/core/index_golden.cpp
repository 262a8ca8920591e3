// The win index of every position against the independent reference of methodology §4.
#include "codec/workspace_codec.h"
#include "golden.h"
#include "reading/win_index.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace compass;

TEST_CASE("the index of every position matches the reference") {
    const IndexWeights& weights = default_playbook().index;
    for (const GoldenIndex& row : golden().index) {
        const Probability decide = decide_chance(weights, row.position, {row.decide_factors}),
                          choose = choose_chance(weights, row.position, {row.choose_factors});
        CHECK(std::abs(decide.value - row.decide) <= 1e-9);
        CHECK(std::abs(choose.value - row.choose) <= 1e-9);
        CHECK(std::abs((decide * choose).value - row.index) <= 1e-9);
    }
    CHECK(golden().index.size() == 3 * position_count);
}

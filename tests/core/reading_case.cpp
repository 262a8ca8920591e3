// The case that opens first: where it stands (spec of case 3).
#include "codec/builtin.h"
#include "codec/workspace_codec.h"
#include "json.h"
#include "reading/deal_reading.h"

#include <doctest/doctest.h>

using namespace compass;
using doctest::Approx;

TEST_CASE("case 3 stands where its reference says, in both languages") {
    for (const Language language : {Language::zh, Language::en}) {
        const Result<Workspace> workspace = read_workspace(builtin_case("3", language));
        REQUIRE(workspace);
        const bool canonical = write_workspace(*workspace, Layout::compact) == builtin_case("3", language);
        CHECK(canonical);
        const Deal& deal = *workspace->deals.front();
        const DealReading reading = read_deal(deal, &*workspace->customers.front(), default_playbook(), deal.teaching->today);
        CHECK(reading.position == Position{Stage::solution, Competition::level, Urgency::active});
        CHECK(reading.index->index.value == Approx(.2047).epsilon(.001));
        CHECK(reading.index->decide.value.value == Approx(.7654).epsilon(.001));
        CHECK(reading.index->choose.value.value == Approx(.2675).epsilon(.001));
        CHECK(reading.navigation.periods == 13);
        CHECK(reading.navigation.moves.front().move == Move::competition_up);
        CHECK(deal.teaching->best_moves.front() == Move::competition_up);
        for (const Axis axis : all_axes) {
            const ReferenceLevel& range = axis == Axis::stage         ? deal.teaching->stage
                                          : axis == Axis::competition ? deal.teaching->competition
                                                                      : deal.teaching->urgency;
            CHECK(range.from <= level(reading.position, axis));
            CHECK(level(reading.position, axis) <= range.to);
        }
        CHECK(deal.teaching->planted_errors.size() >= 3);
    }
}

TEST_CASE("no text of a case names a day, a month or a year: its dates move with the day it is opened") {
    for (const Language language : {Language::zh, Language::en}) {
        const Json flat = parsed(builtin_case("3", language)).flatten();
        for (const auto& [path, value] : flat.items()) {
            if (!value.is_string() || parse_date(value.get<std::string>()) || parse_id(value.get<std::string>())) continue;
            const std::string text = path + ": " + value.get<std::string>();
            for (const char* word : {"月", "199", "200", "201", "202", "203", "January", "February", "March", "April", " May", "June",
                                     "July", "August", "September", "October", "November", "December"})
                CHECK_MESSAGE(text.find(word) == std::string::npos, text);
        }
    }
}

TEST_CASE("a case holds nothing that this version does not know") {
    const Result<Workspace> workspace = read_workspace(builtin_case("3", Language::en));
    REQUIRE(workspace);
    for (const Person& person : workspace->deals.front()->people) CHECK(person.extra.members.empty());
    CHECK(workspace->deals.front()->extra.members.empty());
}

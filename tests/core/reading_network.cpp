// How people hang together (methodology §6): coaches, the way to somebody, the organisation tree, the map.
#include "generate.h"
#include "reading/coach.h"
#include "reading/introduction.h"
#include "reading/organisation.h"
#include "reading/people.h"
#include "reading/people_map.h"
#include "sample_deal.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

using namespace compass;

namespace {

// People 0 … count−1 who know us by name and have no opinion.
Deal strangers(int count) {
    Deal deal;
    for (int i = 0; i < count; ++i) {
        deal.people.push_back(sample_person(static_cast<std::uint64_t>(100 + i), Role::user_hands_on, 0));
        deal.people.back().contact = {ContactLadder::known, {}, {}, {}};
    }
    return deal;
}

Person& at(Deal& deal, int i) { return deal.people[static_cast<std::size_t>(i)]; }
void befriend(Deal& deal, int i, int support = 2) {
    at(deal, i).support = support;
    at(deal, i).contact = {ContactLadder::connected, {"Tian"}, sample_today - 60, {}};
}
void link(Deal& deal, int from, int to, LinkKind kind) { deal.links.push_back({at(deal, from).id, at(deal, to).id, kind, "", {}}); }

// "0 2 1": the numbers of the people on the way.
std::string way_to(const Deal& deal, int to) {
    std::string way;
    for (const IntroductionStep& step :
         introduction_to(deal.people[static_cast<std::size_t>(to)].id, deal, people_weights(), sample_today)) {
        const auto found = std::find_if(deal.people.begin(), deal.people.end(), [&](const Person& one) { return one.id == step.person; });
        way += (way.empty() ? "" : " ") + std::to_string(found - deal.people.begin());
    }
    return way;
}

Deal random_network(generate::Random& random, int people, int links) {
    Deal deal = strangers(people);
    for (int i = 0; i < people; ++i)
        if (random.chance(.2)) befriend(deal, i, static_cast<int>(random.between(1, 5)));
    for (int i = 0; i < links; ++i)
        link(deal, static_cast<int>(random.between(0, people - 1)), static_cast<int>(random.between(0, people - 1)),
             static_cast<LinkKind>(random.between(0, 3)));
    return deal;
}

}  // namespace

TEST_CASE("a coach is credible with a fact for each of the four proofs, the last one verified") {
    Person coach = sample_person(1, Role::coach_guide, 4);
    CHECK_FALSE(read_coach(coach, people_weights(), sample_today).credible);
    for (Answer* answer : {&coach.coach.others_trust_them, &coach.coach.we_are_credible, &coach.coach.wants_us_to_win})
        answer->evidence = {sample_fact(2, Certainty::inferred)};
    coach.coach.told_us_true.evidence = {sample_fact(3, Certainty::consensus)};
    CHECK(read_coach(coach, people_weights(), sample_today).credible);
    coach.coach.told_us_true.evidence.front().certainty = Certainty::inferred;
    CHECK_FALSE(read_coach(coach, people_weights(), sample_today).credible);
    coach.coach.told_us_true.evidence.front().certainty = Certainty::consensus;
    coach.coach.others_trust_them.evidence.front().direction = Direction::against;
    const CoachReading doubted = read_coach(coach, people_weights(), sample_today);
    CHECK_FALSE(doubted.credible);
    CHECK(doubted.proofs[0] == AnswerStatus::none);
}

TEST_CASE("a coach's grade is what was entered, or not judged") {
    Person coach = sample_person(1, Role::coach_guide, 4);
    CHECK_FALSE(read_coach(coach, people_weights(), sample_today).grade);
    coach.coach.grade = 3;
    CHECK(read_coach(coach, people_weights(), sample_today).grade == 3);
}

TEST_CASE("the way to somebody is the shortest one from a supporter") {
    Deal deal = strangers(4);
    befriend(deal, 0);
    link(deal, 0, 1, LinkKind::allied), link(deal, 1, 3, LinkKind::allied), link(deal, 0, 2, LinkKind::allied);
    CHECK(way_to(deal, 3) == "0 1 3");
    befriend(deal, 2);
    link(deal, 3, 2, LinkKind::reports_to);
    CHECK(way_to(deal, 3) == "2 3");
}

TEST_CASE("of equally short ways the one with more allied and influencing links is taken") {
    Deal deal = strangers(4);
    befriend(deal, 0);
    link(deal, 0, 1, LinkKind::reports_to), link(deal, 1, 3, LinkKind::reports_to);
    CHECK(way_to(deal, 3) == "0 1 3");
    link(deal, 0, 2, LinkKind::influences), link(deal, 2, 3, LinkKind::influences);
    CHECK(way_to(deal, 3) == "0 2 3");
}

TEST_CASE("influence leads only to whom it is exerted on, conflict nowhere") {
    Deal deal = strangers(2);
    befriend(deal, 0);
    link(deal, 1, 0, LinkKind::influences), link(deal, 0, 1, LinkKind::in_conflict);
    CHECK(way_to(deal, 1) == "");
    link(deal, 0, 1, LinkKind::influences);
    CHECK(way_to(deal, 1) == "0 1");
}

TEST_CASE("who supports us too little, or was never met, introduces nobody") {
    Deal deal = strangers(2);
    link(deal, 0, 1, LinkKind::allied);
    befriend(deal, 0, 1);
    CHECK(way_to(deal, 1) == "");
    befriend(deal, 0, 2);
    CHECK(way_to(deal, 1) == "0 1");
    at(deal, 0).contact.ladder = ContactLadder::known;
    CHECK(way_to(deal, 1) == "");
}

TEST_CASE("nobody needs to be introduced who is covered, and nobody can who is not in the deal") {
    Deal deal = strangers(2);
    link(deal, 0, 1, LinkKind::allied);
    befriend(deal, 0);
    at(deal, 1).contact = {ContactLadder::connected, {}, sample_today, {}};
    CHECK(way_to(deal, 1) == "");
    CHECK(introduction_to(sample_id(999), deal, people_weights(), sample_today).empty());
}

TEST_CASE("no shorter way than the one found exists, and every step of it is a link") {
    generate::Random random(7);
    for (int round = 0; round < 80; ++round) {
        const Deal deal = random_network(random, 8, 14);
        const auto leads = [&](const Id& from, const Id& to, LinkKind kind) {
            return std::any_of(deal.links.begin(), deal.links.end(), [&](const Link& one) {
                return one.kind == kind && kind != LinkKind::in_conflict &&
                       ((one.from == from && one.to == to) || (kind != LinkKind::influences && one.from == to && one.to == from));
            });
        };
        std::vector<int> steps;  // to everybody, by relaxing all pairs until nothing changes
        for (const Person& one : deal.people)
            steps.push_back(*one.support >= people_weights().supporter_from && one.contact.ladder >= ContactLadder::connected ? 0 : 99);
        for (int again = 0; again < 8; ++again)
            for (std::size_t from = 0; from < 8; ++from)
                for (std::size_t to = 0; to < 8; ++to)
                    for (const LinkKind kind : {LinkKind::reports_to, LinkKind::influences, LinkKind::allied})
                        if (leads(deal.people[from].id, deal.people[to].id, kind)) steps[to] = std::min(steps[to], steps[from] + 1);
        for (std::size_t to = 0; to < 8; ++to) {
            const auto chain = introduction_to(deal.people[to].id, deal, people_weights(), sample_today);
            CHECK(static_cast<int>(chain.size()) == (steps[to] == 0 || steps[to] >= 99 ? 0 : steps[to] + 1));
            for (std::size_t i = 1; i < chain.size(); ++i) CHECK(leads(chain[i - 1].person, chain[i].person, *chain[i].by));
        }
    }
}

TEST_CASE("a boss stands above the middle of theirs") {
    Deal deal = strangers(4);
    link(deal, 1, 0, LinkKind::reports_to), link(deal, 2, 0, LinkKind::reports_to), link(deal, 3, 2, LinkKind::reports_to);
    const auto nodes = organisation_of(deal);
    REQUIRE(nodes.size() == 4);
    CHECK(nodes[0] == OrganisationNode{0, std::nullopt, 0, .5});
    CHECK(nodes[1] == OrganisationNode{1, 0, 1, 0});
    CHECK(nodes[2] == OrganisationNode{2, 0, 1, 1});
    CHECK(nodes[3] == OrganisationNode{3, 2, 2, 1});
}

TEST_CASE("circles and second bosses do not break the tree") {
    Deal deal = strangers(3);
    link(deal, 0, 1, LinkKind::reports_to), link(deal, 1, 2, LinkKind::reports_to), link(deal, 2, 0, LinkKind::reports_to);
    link(deal, 0, 2, LinkKind::reports_to), link(deal, 1, 1, LinkKind::reports_to);
    const auto nodes = organisation_of(deal);
    REQUIRE(nodes.size() == 3);
    CHECK(nodes[0].person == 2);
    CHECK(nodes[2].level == 2);
    CHECK(organisation_of(Deal{}).empty());
}

TEST_CASE("in every tree each person stands once, below their boss, a column from everybody of their level") {
    generate::Random random(8);
    for (int round = 0; round < 200; ++round) {
        const Deal deal = random_network(random, 25, 40);
        const auto nodes = organisation_of(deal);
        REQUIRE(nodes.size() == deal.people.size());
        std::vector<int> seen(deal.people.size());
        bool sound = true;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            ++seen[nodes[i].person];
            if (nodes[i].parent) sound = sound && *nodes[i].parent < i && nodes[*nodes[i].parent].level + 1 == nodes[i].level;
            for (std::size_t j = 0; j < i; ++j)
                sound = sound && (nodes[i].level != nodes[j].level || std::abs(nodes[i].column - nodes[j].column) >= 1 - 1e-9);
        }
        CHECK(sound);
        CHECK(std::all_of(seen.begin(), seen.end(), [](int times) { return times == 1; }));
    }
}

TEST_CASE("on the map nobody overlaps, everybody stands in their own column and band, and the heavier are larger") {
    generate::Random random(9);
    for (int round = 0; round < 300; ++round) {
        Deal deal = strangers(static_cast<int>(random.between(1, 40)));
        const bool crowded = random.chance(.3);  // most in one cell
        for (Person& person : deal.people) {
            if (crowded && random.chance(.9)) continue;
            person.support = static_cast<int>(random.between(-5, 5));
            if (random.chance(.2)) person.support.reset();
            person.influence = static_cast<Degree>(random.between(0, 2));
            person.participation = static_cast<Degree>(random.between(0, 2));
            person.roles = {static_cast<Role>(random.between(0, 8))};
        }
        const double width = random.real(200, 2000), height = random.real(200, 2000);
        const PeopleMap map = people_map(deal, people_weights(), width, height);
        REQUIRE(map.spots.size() == deal.people.size());
        CHECK(map.column_edges.back() == doctest::Approx(width));
        CHECK(map.band_edges.back() == doctest::Approx(height));
        bool apart = true, inside = true, ordered = true;
        for (const MapSpot& spot : map.spots) {
            const Person& person = deal.people[spot.person];
            const std::size_t column = person.support ? static_cast<std::size_t>(*person.support + 6) : 0;
            const auto band = static_cast<std::size_t>(person.influence);
            inside = inside && spot.radius > 0 && spot.x - spot.radius >= map.column_edges[column] - 1e-6 &&
                     spot.x + spot.radius <= map.column_edges[column + 1] + 1e-6 && spot.y - spot.radius >= map.band_edges[band] - 1e-6 &&
                     spot.y + spot.radius <= map.band_edges[band + 1] + 1e-6;
            for (const MapSpot& other : map.spots) {
                if (other.person == spot.person) continue;
                apart = apart && std::hypot(spot.x - other.x, spot.y - other.y) >= spot.radius + other.radius - 1e-6;
                if (weight_of(person, people_weights()) > weight_of(deal.people[other.person], people_weights()))
                    ordered = ordered && spot.radius >= other.radius;
            }
        }
        CHECK(apart);
        CHECK(inside);
        CHECK(ordered);
        CHECK(people_map(deal, people_weights(), width, height) == map);
    }
}

TEST_CASE("forty people in one cell are still large enough to be seen") {
    const PeopleMap map = people_map(strangers(40), people_weights(), 1000, 600);
    for (const MapSpot& spot : map.spots) CHECK(spot.radius > 15);
}

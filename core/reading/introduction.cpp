#include "reading/introduction.h"

#include "reading/people.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

namespace compass {
namespace {

constexpr std::size_t nobody = std::numeric_limits<std::size_t>::max();

struct Way {
    std::pair<int, int> cost = {std::numeric_limits<int>::max(), 0};  // links; reporting lines among them
    std::size_t from = nobody;
    std::optional<LinkKind> by;
    bool settled = false;
};

bool can_introduce(const Person& person, const PeopleWeights& weights) {
    return person.support && *person.support >= weights.supporter_from && person.contact.ladder >= ContactLadder::connected;
}

}  // namespace

std::vector<IntroductionStep> introduction_to(const Id& person, const Deal& deal, const PeopleWeights& weights, Date today) {
    const std::vector<Person>& people = deal.people;
    const auto index_of = [&](const Id& id) {
        return static_cast<std::size_t>(std::find_if(people.begin(), people.end(), [&](const Person& one) { return one.id == id; }) -
                                        people.begin());
    };
    const std::size_t wanted = index_of(person);
    if (wanted == people.size() || is_covered(people[wanted], weights, today) || can_introduce(people[wanted], weights)) return {};

    std::vector<Way> ways(people.size());
    for (std::size_t i = 0; i < people.size(); ++i)
        if (can_introduce(people[i], weights)) ways[i].cost = {0, 0};
    struct Edge {
        std::size_t from, to;
        LinkKind kind;
    };
    std::vector<Edge> edges;
    for (const Link& link : deal.links) {
        const std::size_t from = index_of(link.from), to = index_of(link.to);
        if (link.kind == LinkKind::in_conflict || from == people.size() || to == people.size()) continue;
        edges.push_back({from, to, link.kind});
        if (link.kind != LinkKind::influences) edges.push_back({to, from, link.kind});
    }

    // Dijkstra's algorithm; the first of equal ways stays.
    for (;;) {
        std::size_t at = nobody;
        for (std::size_t i = 0; i < ways.size(); ++i)
            if (!ways[i].settled && ways[i].cost.first < std::numeric_limits<int>::max() && (at == nobody || ways[i].cost < ways[at].cost))
                at = i;
        if (at == nobody || at == wanted) break;
        ways[at].settled = true;
        for (const Edge& edge : edges) {
            if (edge.from != at) continue;
            const std::pair<int, int> cost = {ways[at].cost.first + 1, ways[at].cost.second + (edge.kind == LinkKind::reports_to)};
            if (cost < ways[edge.to].cost) ways[edge.to] = {cost, at, edge.kind, false};
        }
    }
    std::vector<IntroductionStep> chain;
    if (ways[wanted].from == nobody) return chain;
    for (std::size_t at = wanted; at != nobody; at = ways[at].from) chain.push_back({people[at].id, ways[at].by});
    std::reverse(chain.begin(), chain.end());
    return chain;
}

}  // namespace compass

#include "reading/organisation.h"

#include <algorithm>
#include <utility>

namespace compass {
namespace {

using Index = std::size_t;

// By person, whom they report to; people.size() = nobody.
std::vector<Index> bosses_of(const Deal& deal) {
    const Index nobody = deal.people.size();
    std::vector<std::pair<Id, Index>> by_id;
    for (Index i = 0; i < nobody; ++i) by_id.emplace_back(deal.people[i].id, i);
    std::sort(by_id.begin(), by_id.end());
    const auto index_of = [&](const Id& id) {
        const auto at = std::lower_bound(by_id.begin(), by_id.end(), std::pair{id, Index{0}});
        return at == by_id.end() || at->first != id ? nobody : at->second;
    };
    std::vector<Index> boss(deal.people.size(), nobody);
    for (const Link& link : deal.links) {
        const Index from = index_of(link.from), to = index_of(link.to);
        if (link.kind != LinkKind::reports_to || from == nobody || to == nobody || boss[from] != nobody) continue;
        Index above = to;
        while (above != nobody && above != from) above = boss[above];
        if (above == nobody) boss[from] = to;
    }
    return boss;
}

}  // namespace

std::vector<OrganisationNode> organisation_of(const Deal& deal) {
    const Index nobody = deal.people.size();
    const std::vector<Index> boss = bosses_of(deal);
    std::vector<std::vector<Index>> below(deal.people.size());
    std::vector<std::pair<Index, std::optional<Index>>> waiting;  // a person and the node above; the last one is next
    for (Index i = nobody; i-- > 0;) {
        if (boss[i] == nobody)
            waiting.emplace_back(i, std::nullopt);
        else
            below[boss[i]].push_back(i);
    }
    std::vector<OrganisationNode> nodes;
    double next_column = 0;
    while (!waiting.empty()) {
        const auto [person, parent] = waiting.back();
        waiting.pop_back();
        const Index at = nodes.size();
        nodes.push_back({person, parent, parent ? nodes[*parent].level + 1 : 0, 0});
        if (below[person].empty()) nodes[at].column = next_column++;
        for (const Index one : below[person]) waiting.emplace_back(one, at);
    }
    // From the last to the first, everybody below is placed before their boss: the middle of first and last of theirs.
    std::vector<std::pair<double, double>> span(nodes.size(), {next_column, -1});
    for (Index i = nodes.size(); i-- > 0;) {
        if (!below[nodes[i].person].empty()) nodes[i].column = (span[i].first + span[i].second) / 2;
        if (!nodes[i].parent) continue;
        auto& above = span[*nodes[i].parent];
        above = {std::min(above.first, nodes[i].column), std::max(above.second, nodes[i].column)};
    }
    return nodes;
}

}  // namespace compass

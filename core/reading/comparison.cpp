#include "reading/comparison.h"

#include <algorithm>
#include <cmath>

namespace compass {
namespace {

const Term* find_term(const Side& side, const Term& wanted) {
    const auto found = std::find_if(side.terms.begin(), side.terms.end(),
                                    [&](const Term& term) { return term.factor == wanted.factor && term.own == wanted.own; });
    return found == side.terms.end() ? nullptr : &*found;
}

void add_change(SideChange& change, const Term& term, LogOdds before, LogOdds after) {
    change.terms.push_back({term.factor, term.own, before, after, after - before});
}

SideChange compare_sides(const Side& before, const Side& after) {
    SideChange change;
    change.base = after.base_log_odds - before.base_log_odds;
    change.before = before.value;
    change.after = after.value;
    for (const Term& term : after.terms) {
        const Term* was = find_term(before, term);
        if (!was || *was != term) add_change(change, term, was ? was->contribution : LogOdds{}, term.contribution);
    }
    for (const Term& term : before.terms)
        if (!find_term(after, term)) add_change(change, term, term.contribution, {});
    std::stable_sort(change.terms.begin(), change.terms.end(),
                     [](const TermChange& a, const TermChange& b) { return std::abs(a.difference.value) > std::abs(b.difference.value); });
    change.total = change.base;
    for (const TermChange& term : change.terms) change.total += term.difference;
    return change;
}

}  // namespace

std::optional<Comparison> compare(const DealReading& before, const DealReading& after) {
    if (!before.index || !after.index) return std::nullopt;
    Comparison comparison;
    comparison.decide = compare_sides(before.index->decide, after.index->decide);
    comparison.choose = compare_sides(before.index->choose, after.index->choose);
    comparison.index = after.index->index.value - before.index->index.value;
    comparison.best = after.navigation.best.value - before.navigation.best.value;
    comparison.best_move_before = before.navigation.moves.front().move;
    comparison.best_move_after = after.navigation.moves.front().move;
    return comparison;
}

}  // namespace compass

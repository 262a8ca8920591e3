#include "views/funnel_order.h"

#include "portfolio/search.h"
#include "views/deal_words.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace views {

using namespace compass;
using namespace ui;

namespace {

// Nothing of a deal without it: such deals come last in either direction.
struct SortValue {
    bool known = true;
    double number = 0;
    std::string letters;
};

bool goes_down(SumKey key) {
    return key == SumKey::attention || key == SumKey::amount || key == SumKey::stage || key == SumKey::index || key == SumKey::gap;
}

SortValue value_of(const Frame& frame, const Portfolio& portfolio, const DealSum& sum, SumKey key) {
    const Deal& deal = *frame.workspace.deals[sum.deal];
    const auto letters = [&](const std::string& text) { return SortValue{!text.empty(), 0, sorting_letters(text, frame.initials)}; };
    switch (key) {
        case SumKey::attention: return {true, -static_cast<double>(sum.attention), {}};
        case SumKey::name: return letters(deal_title(portfolio.customers[sum.deal], deal));
        case SumKey::owner: return letters(deal.owner);
        case SumKey::amount: return {sum.amount.has_value(), sum.amount.value_or(0), {}};
        case SumKey::stage: return {true, static_cast<double>(deal.funnel_stage), {}};
        case SumKey::index: return {true, portfolio.known.of(sum.deal).index->value, {}};
        case SumKey::gap: return {sum.amount.has_value(), sum.gap, {}};
        case SumKey::signing:
            return {deal.objective.signing_date.has_value(), deal.objective.signing_date ? deal.objective.signing_date->days : 0.0, {}};
    }
    return {};
}

bool is_shown(const FunnelOrder& order, const Deal& deal) {
    if (order.stage && deal.funnel_stage != *order.stage) return false;
    if (order.owner && deal.owner != *order.owner) return false;
    return !order.quarter || (deal.objective.signing_date && quarter_of(*deal.objective.signing_date) == *order.quarter);
}

// By what the groups stand in their order, and how each is called.
std::pair<std::string, std::string> group_of(const Frame& frame, const Deal& deal, GroupBy by) {
    switch (by) {
        case GroupBy::none: break;
        case GroupBy::owner:
            if (deal.owner.empty()) return {"~", say(Phrase::group_no_owner)};
            return {sorting_letters(deal.owner, frame.initials) + deal.owner, deal.owner};
        case GroupBy::stage:
            return {std::to_string(9 - static_cast<int>(deal.funnel_stage)), funnel_words(frame.playbook, deal.funnel_stage)};
        case GroupBy::customer: {
            const Customer* customer = frame.customer_of(deal);
            if (!customer || customer->name.empty()) return {"~", say(Phrase::group_no_customer)};
            return {sorting_letters(customer->name, frame.initials) + customer->name, customer->name};
        }
        case GroupBy::quarter: {
            if (!deal.objective.signing_date) return {"~", say(Phrase::group_no_date)};
            const Quarter quarter = quarter_of(*deal.objective.signing_date);
            return {std::to_string(quarter.year * 4 + quarter.number), quarter_words(quarter)};
        }
    }
    return {};
}

void list_owners(const Frame& frame, const Portfolio& portfolio, FunnelOrder& order) {
    std::set<std::string_view> owners;
    for (const DealSum& sum : portfolio.deals) owners.insert(frame.workspace.deals[sum.deal]->owner);
    owners.erase("");
    std::vector<std::pair<std::string, std::string_view>> sorted;
    sorted.reserve(owners.size());
    for (const std::string_view owner : owners) sorted.emplace_back(sorting_letters(std::string(owner), frame.initials), owner);
    std::sort(sorted.begin(), sorted.end());
    order.owners.clear();
    for (const auto& [letters, owner] : sorted) order.owners.emplace_back(owner);
}

void gather(const Frame& frame, const Portfolio& portfolio, const std::vector<std::size_t>& sorted, FunnelOrder& order) {
    std::map<std::string, std::pair<TableGroup, std::vector<std::size_t>>> groups;
    for (const std::size_t at : sorted) {
        const DealSum& sum = portfolio.deals[at];
        auto [letters, name] = group_of(frame, *frame.workspace.deals[sum.deal], order.group);
        auto& [group, members] = groups[letters];
        group.name = std::move(name);
        ++group.count, group.amount += sum.amount.value_or(0), group.weighted += sum.weighted, group.compass += sum.compass;
        members.push_back(at);
    }
    for (auto& [letters, entry] : groups) {
        order.rows.push_back({true, order.groups.size()});
        order.groups.push_back(std::move(entry.first));
        for (const std::size_t at : entry.second) order.rows.push_back({false, at});
    }
}

}  // namespace

void sort_by(FunnelOrder& order, SumKey key) {
    order.descending = order.by == key && key != SumKey::attention ? !order.descending : goes_down(key);
    order.by = key;
    order.changed();
}

void order_rows(const Frame& frame, const Portfolio& portfolio, FunnelOrder& order) {
    if (order.edition == portfolio.edition && order.language == language()) return;
    order.edition = portfolio.edition, order.language = language();
    order.rows.clear(), order.groups.clear();
    list_owners(frame, portfolio, order);
    std::vector<SortValue> values;
    std::vector<std::size_t> sorted;
    for (std::size_t i = 0; i < portfolio.deals.size(); ++i) {
        values.push_back(value_of(frame, portfolio, portfolio.deals[i], order.by));
        if (is_shown(order, *frame.workspace.deals[portfolio.deals[i].deal])) sorted.push_back(i);
    }
    std::stable_sort(sorted.begin(), sorted.end(), [&](std::size_t a, std::size_t b) {
        const SortValue &one = values[a], &other = values[b];
        if (one.known != other.known) return one.known;
        const SortValue &before = order.descending ? other : one, &after = order.descending ? one : other;
        return before.number != after.number ? before.number < after.number : before.letters < after.letters;
    });
    order.shown = static_cast<int>(sorted.size());
    if (order.group != GroupBy::none) return gather(frame, portfolio, sorted, order);
    for (const std::size_t at : sorted) order.rows.push_back({false, at});
}

}  // namespace views

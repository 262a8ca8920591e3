#include "views/deals_order.h"

#include "portfolio/search.h"
#include "views/deal_words.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>

namespace views {

using namespace compass;

namespace {

// What a deal is compared by: letters or a number; nothing where the deal has none.
struct Key {
    bool known = true;
    double number = 0;
    std::string letters;
};

Key number(double value) { return {true, value, {}}; }
Key letters(const Frame& frame, const std::string& text) { return {!text.empty(), 0, sorting_letters(text, frame.initials)}; }

Key key_of(const Frame& frame, const Box<Deal>& deal, DealKey by) {
    switch (by) {
        case DealKey::entered: break;
        case DealKey::name: return letters(frame, deal_title(frame, *deal));
        case DealKey::owner: return letters(frame, deal->owner);
        case DealKey::amount:
            if (deal->objective.amount) return number(static_cast<double>(deal->objective.amount->minor));
            break;
        case DealKey::stage: return number(static_cast<double>(deal->funnel_stage));
        case DealKey::index:
            if (const auto& index = frame.readings.of(deal).index) return number(index->index.value);
            break;
        case DealKey::gain:
            if (frame.readings.of(deal).index) return number(frame.readings.of(deal).navigation.moves.front().gain);
            break;
        case DealKey::signing:
            if (deal->objective.signing_date) return number(deal->objective.signing_date->days);
            break;
    }
    return {false, 0, {}};
}

// Large amounts, indices and gains are looked for; names and dates go from the beginning.
bool first_descending(DealKey key) {
    return key == DealKey::amount || key == DealKey::stage || key == DealKey::index || key == DealKey::gain;
}

}  // namespace

void start_order(DealsOrder& order, DealKey key) {
    order.by = key, order.descending = first_descending(key);
    order.deals.clear();
}

void order_by(DealsOrder& order, DealKey key) {
    if (order.by != key) return start_order(order, key);
    if (order.descending != first_descending(key)) return start_order(order, DealKey::entered);
    order.descending = !order.descending;
    order.deals.clear();
}

void sort_deals(const Frame& frame, DealsOrder& order) {
    std::vector<Key> keys;
    keys.reserve(order.deals.size());
    for (const Box<Deal>& deal : frame.workspace.deals) keys.push_back(key_of(frame, deal, order.by));
    std::stable_sort(order.deals.begin(), order.deals.end(), [&](std::size_t a, std::size_t b) {
        const Key &one = keys[a], &other = keys[b];
        if (one.known != other.known) return one.known;
        const Key &before = order.descending ? other : one, &after = order.descending ? one : other;
        return before.number != after.number ? before.number < after.number : before.letters < after.letters;
    });
}

const std::vector<std::size_t>& ordered(const Frame& frame, DealsOrder& order) {
    const std::size_t count = frame.workspace.deals.size();
    if (order.deals.size() == count && order.revision == frame.readings.revision() && order.today == frame.today) return order.deals;
    order.revision = frame.readings.revision(), order.today = frame.today;
    order.deals.resize(count);
    std::iota(order.deals.begin(), order.deals.end(), std::size_t{0});
    if (order.by != DealKey::entered) sort_deals(frame, order);
    return order.deals;
}

}  // namespace views

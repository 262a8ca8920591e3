// What follows from customers, made when something changed and kept until then.
#include "portfolio/search.h"
#include "reading/our_roles.h"
#include "views/customers_parts.h"
#include "views/deal_header.h"
#include "views/deal_words.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace views {

using namespace compass;
using namespace ui;

namespace {

// First what promises most; nothing is last in either direction.
int quadrant_rank(Quadrant quadrant) {
    switch (quadrant) {
        case Quadrant::visit_first: return 0;
        case Quadrant::build_relation: return 1;
        case Quadrant::let_grow: return 2;
        case Quadrant::light_touch: return 3;
        case Quadrant::unknown: break;
    }
    return 4;
}

double largest_sum(const std::vector<MoneySum>& sums) {
    double largest = 0;
    for (const MoneySum& sum : sums) largest = std::max(largest, sum.amount);
    return largest;
}

struct CustomerValue {
    bool known = true;
    double number = 0;
    std::string letters;
};

CustomerValue customer_value(const Frame& frame, const KeptCustomers& kept, std::size_t at, CustomerKey key) {
    const CustomerReading& reading = kept.readings[at];
    const CustomerSum& sum = kept.sums[at];
    switch (key) {
        case CustomerKey::quadrant:
            return {reading.quadrant != Quadrant::unknown, static_cast<double>(quadrant_rank(reading.quadrant)), {}};
        case CustomerKey::name: return {true, 0, sorting_letters(frame.workspace.customers[at]->name, frame.initials)};
        case CustomerKey::fit: return {reading.fit != CustomerClass::unscored, static_cast<double>(reading.fit), {}};
        case CustomerKey::open: return {sum.open > 0, static_cast<double>(sum.open), {}};
        case CustomerKey::amount: return {!sum.open_amount.empty(), largest_sum(sum.open_amount), {}};
        case CustomerKey::won: return {!sum.won_amount.empty(), largest_sum(sum.won_amount), {}};
        case CustomerKey::event: return {!reading.calendar.empty(), reading.calendar.empty() ? 0.0 : reading.calendar.front().days, {}};
        case CustomerKey::gap: {
            const SatisfactionGap& worst = reading.satisfaction.front();
            return {worst.gap.has_value(), static_cast<double>(worst.gap.value_or(0)), {}};
        }
    }
    return {};
}

bool customers_go_down(CustomerKey key) { return key == CustomerKey::open || key == CustomerKey::amount || key == CustomerKey::won; }

void sort_customers(const Frame& frame, CustomersState& state) {
    KeptCustomers& kept = state.kept;
    std::vector<CustomerValue> values;
    std::vector<double> amounts;
    for (std::size_t i = 0; i < kept.readings.size(); ++i) {
        values.push_back(customer_value(frame, kept, i, state.by));
        amounts.push_back(largest_sum(kept.sums[i].open_amount));
    }
    kept.rows.resize(kept.readings.size());
    std::iota(kept.rows.begin(), kept.rows.end(), std::size_t{0});
    std::stable_sort(kept.rows.begin(), kept.rows.end(), [&](std::size_t a, std::size_t b) {
        const CustomerValue &one = values[a], &other = values[b];
        if (one.known != other.known) return one.known;
        const CustomerValue &before = state.descending ? other : one, &after = state.descending ? one : other;
        if (before.number != after.number) return before.number < after.number;
        if (before.letters != after.letters) return before.letters < after.letters;
        return amounts[a] > amounts[b];
    });
}

std::string customer_sentence(const Customer& customer, const CustomerReading& reading, const CustomerSum& sum) {
    const auto score = [](const std::optional<int>& value) { return value ? whole(*value) : std::string(say(Phrase::value_unknown)); };
    return say(Phrase::customer_sentence, {{"name", customer.name},
                                           {"relationship", score(customer.relationship)},
                                           {"potential", score(customer.potential)},
                                           {"quadrant", quadrant_word(reading.quadrant)},
                                           {"count", whole(sum.open)},
                                           {"amount", sums_words(sum.open_amount)}});
}

// Dots are compared in the currency that most customers have open deals in; one that has them in another has the least size.
void make_marks(const Frame& frame, CustomersState& state) {
    std::map<std::string, int> count;
    std::string main;
    for (const CustomerSum& sum : state.kept.sums)
        for (const MoneySum& money : sum.open_amount)
            if (const int now = ++count[std::string(money.currency.text())]; main.empty() || now > count[main])
                main = money.currency.text();
    state.drawing = {};
    for (std::size_t i = 0; i < state.kept.sums.size(); ++i) {
        const Customer& customer = *frame.workspace.customers[i];
        draw::CustomerMark mark;
        mark.name = customer.name, mark.relationship = customer.relationship, mark.potential = customer.potential;
        for (const MoneySum& money : state.kept.sums[i].open_amount)
            mark.amount = std::max(mark.amount, money.currency.text() == main ? money.amount : 1.0);
        state.drawing.marks.push_back(std::move(mark));
    }
}

draw::QuadrantWords chart_words() {
    const auto corner = [](Quadrant quadrant) { return draw::QuadrantWords::Corner{quadrant_word(quadrant), quadrant_advice(quadrant)}; };
    return {corner(Quadrant::visit_first),  corner(Quadrant::let_grow),  corner(Quadrant::build_relation), corner(Quadrant::light_touch),
            say(Phrase::axis_relationship), say(Phrase::axis_potential), say(Phrase::quadrant_unknown)};
}

std::string joined_words(std::initializer_list<std::string> parts) {
    std::string words;
    for (const std::string& part : parts)
        if (!part.empty()) words += (words.empty() ? "" : " \u00B7 ") + part;
    return words;
}

KeptCustomerDeal kept_deal(const Frame& frame, const Customer& customer, const Playbook& playbook, const Box<Deal>& box) {
    const Deal& deal = *box;
    const DealReading& reading = frame.readings.of(box);
    KeptCustomerDeal kept;
    kept.id = deal.id, kept.open = deal.status == DealStatus::open;
    kept.name = deal.name.empty() ? deal_title(frame, deal) : deal.name;
    const std::string amount = deal.objective.amount ? money(*deal.objective.amount) : std::string{};
    const std::string day =
        deal.objective.signing_date ? say(Phrase::customer_deal_signing, {{"date", date_short(*deal.objective.signing_date)}}) : "";
    kept.detail = kept.open ? joined_words({"P" + std::to_string(static_cast<int>(deal.funnel_stage) + 1), amount, day, deal.owner})
                            : joined_words({outcome_words(deal), amount, deal.owner});
    if (reading.index) kept.index = percent(reading.index->index.value);
    if (kept.open && deal.objective.amount) {
        const auto approver = approver_of(customer, *deal.objective.amount, playbook.practice);
        kept.approver =
            !approver ? std::string(say(Phrase::approver_unknown))
                      : say(approver->usual ? Phrase::approver_usual : Phrase::approver_own, {{"title", in(language(), approver->title)}});
    }
    kept.spoken = joined_words({kept.name, kept.detail, reading.index ? index_sentence(*reading.index) : std::string{}, kept.approver});
    return kept;
}

}  // namespace

void sort_customers_by(CustomersState& state, CustomerKey key) {
    state.descending = state.by == key ? !state.descending : customers_go_down(key);
    state.by = key;
    state.kept.revision.reset();
}

void keep_customers(const Frame& frame, CustomersState& state) {
    KeptCustomers& kept = state.kept;
    if (kept.revision == frame.readings.revision() && kept.language == language() && kept.today == frame.today) return;
    const std::uint64_t edition = kept.edition + 1;
    kept = {};
    kept.revision = frame.readings.revision(), kept.language = language(), kept.today = frame.today, kept.edition = edition;
    const Playbook& playbook = frame.readings.whole_playbook();
    kept.sums = sum_customers(frame.workspace);
    for (std::size_t i = 0; i < kept.sums.size(); ++i) {
        const Customer& customer = *frame.workspace.customers[i];
        kept.readings.push_back(read_customer(customer, playbook, frame.today));
        kept.sentences.push_back(customer_sentence(customer, kept.readings.back(), kept.sums[i]));
        kept.unplaced += kept.readings.back().quadrant == Quadrant::unknown;
    }
    sort_customers(frame, state);
    make_marks(frame, state);
    state.words = chart_words();
}

void keep_customer(const Frame& frame, CustomersState& state, const Customer& customer) {
    KeptCustomer& kept = state.one;
    if (kept.revision == frame.readings.revision() && kept.id == customer.id && kept.language == language() && kept.today == frame.today)
        return;
    if (kept.id != customer.id) state.renaming = {}, state.open_facts.clear(), state.hovered = state.focused = -1;
    kept = {};
    kept.revision = frame.readings.revision(), kept.id = customer.id, kept.language = language(), kept.today = frame.today;
    const Playbook& playbook = frame.readings.whole_playbook();
    kept.reading = read_customer(customer, playbook, frame.today);
    const std::vector<CustomerSum> sums = sum_customers(frame.workspace);
    for (std::size_t i = 0; i < sums.size(); ++i)
        if (frame.workspace.customers[i]->id == customer.id) kept.sum = sums[i];
    for (const std::size_t place : kept.sum.deals) kept.deals.push_back(kept_deal(frame, customer, playbook, frame.workspace.deals[place]));
    kept.headline = quadrant_word(kept.reading.quadrant) + say(Phrase::customer_colon) +
                    say_named("quadrant_sentence_", name_of(kept.reading.quadrant));
    kept.reason = fit_reason(kept.reading, playbook.criteria);
}

}  // namespace views

#include "views/portfolio.h"

#include "portfolio/customer_index.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::size_t deals_a_frame = 64;  // some 5 ms in the browser
constexpr int bars_of_a_quarter = 24;

// That of most open deals.
Currency main_currency(const Workspace& workspace) {
    std::map<std::array<char, 3>, int> counts;
    for (const Box<Deal>& deal : workspace.deals)
        if (deal->status == DealStatus::open && deal->objective.amount) ++counts[deal->objective.amount->currency.code];
    Currency currency;
    int most = 0;
    for (const auto& [code, count] : counts)
        if (count > most) most = count, currency.code = code;
    return currency;
}

// A round number of money per bar, so that the whole distribution but a thousandth stands in so many bars.
double bar_step(double end) {
    if (end <= 0) return 1;
    const double raw = end / bars_of_a_quarter, power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double round : {1.0, 2.0, 2.5, 5.0})
        if (round * power >= raw) return round * power;
    return 10 * power;
}

QuarterBars bars_of(const QuarterForecast& quarter) {
    QuarterBars bars;
    if (quarter.deals.empty() && quarter.won == 0) return bars;
    bars.step = bar_step(std::max(quantile(quarter.total, 0.999), quarter.weighted + quarter.won));
    const auto bar_at = [&](double amount) { return static_cast<std::size_t>(amount / bars.step + 1e-9); };
    const auto last = bar_at(std::max(quantile(quarter.total, 0.999), quarter.weighted + quarter.won));
    bars.bars.resize(last + 1);
    bars.end = bars.step * static_cast<double>(last + 1);
    for (std::size_t i = 0; i < quarter.total.mass.size(); ++i)
        bars.bars[std::min(last, bar_at(static_cast<double>(i) * quarter.total.step))].chance += quarter.total.mass[i];
    for (std::size_t i = 0; i <= last; ++i) bars.bars[i].inside = i >= bar_at(quarter.p10) && i <= bar_at(quarter.p90);
    return bars;
}

void count_deals(const Workspace& workspace, Portfolio& portfolio) {
    std::set<std::string_view> owners;
    portfolio.won = portfolio.lost = portfolio.suspended = 0;
    for (const Box<Deal>& deal : workspace.deals) {
        portfolio.won += deal->status == DealStatus::won;
        portfolio.lost += deal->status == DealStatus::lost;
        portfolio.suspended += deal->status == DealStatus::suspended;
        if (deal->status == DealStatus::open && !deal->owner.empty()) owners.insert(deal->owner);
    }
    portfolio.owners = static_cast<int>(owners.size());
}

DealSum sum_of(const Workspace& workspace, const Portfolio& portfolio, const std::array<double, funnel_stage_count>& weights,
               std::size_t place) {
    DealSum sum;
    sum.attention = place, sum.deal = portfolio.attention[place].deal;
    const Deal& deal = *workspace.deals[sum.deal];
    const Assessment& known = portfolio.known.of(sum.deal);
    for (const RaisedRule& raised : known.raised)
        ++(raised.severity == Severity::stop ? sum.stops : raised.severity == Severity::warn ? sum.warnings : sum.notes);
    if (!deal.objective.amount || deal.objective.amount->currency != portfolio.currency) return sum;
    sum.amount = static_cast<double>(deal.objective.amount->minor);
    sum.weighted = *sum.amount * weights[static_cast<std::size_t>(deal.funnel_stage)];
    sum.compass = *sum.amount * known.index->value;
    sum.gap = sum.weighted - sum.compass;
    return sum;
}

void sum_stages(const Workspace& workspace, const Funnel& funnel, Portfolio& portfolio) {
    portfolio.stages = {}, portfolio.all = {}, portfolio.largest_stage = 0;
    for (const FunnelRow& row : funnel.rows) {
        StageSum& stage = portfolio.stages[static_cast<std::size_t>(row.stage)];
        stage.count = row.count, stage.conversion = row.conversion, stage.median_days = row.median_days;
        portfolio.all.count += row.count;
    }
    for (const StuckDeal& stuck : funnel.stuck)
        ++portfolio.stages[static_cast<std::size_t>(workspace.deals[stuck.deal]->funnel_stage)].stuck;
    portfolio.all.stuck = static_cast<int>(funnel.stuck.size());
    for (const DealSum& deal : portfolio.deals) {
        StageSum& stage = portfolio.stages[static_cast<std::size_t>(workspace.deals[deal.deal]->funnel_stage)];
        for (StageSum* sum : {&stage, &portfolio.all})
            sum->amount += deal.amount.value_or(0), sum->weighted += deal.weighted, sum->compass += deal.compass;
        portfolio.largest_stage = std::max(portfolio.largest_stage, stage.amount);
    }
}

void sum_positions(const Workspace& workspace, Portfolio& portfolio) {
    portfolio.positions = {}, portfolio.largest_position = 0;
    for (const DealSum& deal : portfolio.deals) {
        PositionSum& sum = portfolio.positions[static_cast<std::size_t>(index_of(workspace.deals[deal.deal]->position.claimed))];
        ++sum.count, sum.amount += deal.amount.value_or(0);
        portfolio.largest_position = std::max(portfolio.largest_position, sum.amount);
    }
}

void find_widest_gaps(Portfolio& portfolio) {
    constexpr std::size_t shown = 5;
    std::vector<std::size_t>& widest = portfolio.widest_gaps;
    widest.clear();
    for (std::size_t i = 0; i < portfolio.deals.size(); ++i)
        if (portfolio.deals[i].gap > 0) widest.push_back(i);
    const auto end = widest.begin() + static_cast<std::ptrdiff_t>(std::min(shown, widest.size()));
    std::partial_sort(widest.begin(), end, widest.end(),
                      [&](std::size_t a, std::size_t b) { return portfolio.deals[a].gap > portfolio.deals[b].gap; });
    widest.erase(end, widest.end());
}

void find_customers(const Frame& frame, Portfolio& portfolio) {
    const CustomerIndex customers(frame.workspace);
    portfolio.customers.clear();
    for (const Box<Deal>& deal : frame.workspace.deals) portfolio.customers.push_back(customers.find(deal->customer));
    portfolio.currency = main_currency(frame.workspace);
}

void rank(const Frame& frame, Portfolio& portfolio) {
    std::array<double, funnel_stage_count> weights{};
    for (const FunnelStageText& stage : frame.playbook.funnel) weights[static_cast<std::size_t>(stage.stage)] = stage.weight;
    portfolio.attention = rank_attention(frame.workspace, portfolio.known, portfolio.currency);
    portfolio.deals.clear();
    for (std::size_t i = 0; i < portfolio.attention.size(); ++i) portfolio.deals.push_back(sum_of(frame.workspace, portfolio, weights, i));
}

void foresee(const Frame& frame, Portfolio& portfolio) {
    portfolio.forecast = read_forecast(frame.workspace, portfolio.known, frame.playbook, frame.today, portfolio.currency);
    for (std::size_t i = 0; i < portfolio.bars.size(); ++i) portfolio.bars[i] = bars_of(portfolio.forecast.quarters[i]);
}

void read_stages(const Frame& frame, Portfolio& portfolio) {
    std::vector<const Deal*> deals;
    for (const Box<Deal>& deal : frame.workspace.deals) deals.push_back(&*deal);
    Funnel funnel = read_funnel(deals, frame.playbook, frame.today);
    sum_stages(frame.workspace, funnel, portfolio);
    portfolio.stuck = std::move(funnel.stuck);
}

void sum_up(const Frame& frame, Portfolio& portfolio) {
    count_deals(frame.workspace, portfolio);
    sum_positions(frame.workspace, portfolio);
    find_widest_gaps(portfolio);
    ++portfolio.edition;
}

constexpr std::size_t step_count = 5;

// No table of pointers: what stands in one would have to be there with the first frame (.cmake/split_program.py).
void do_step(const Frame& frame, Portfolio& portfolio, std::size_t step) {
    switch (step) {
        case 0: return find_customers(frame, portfolio);
        case 1: return rank(frame, portfolio);
        case 2: return foresee(frame, portfolio);
        case 3: return read_stages(frame, portfolio);
        case 4: return sum_up(frame, portfolio);
    }
}

std::string currency_sign(const Currency& currency) {
    std::string zero = money({0, currency});
    zero.pop_back();
    return zero;
}

}  // namespace

bool update_portfolio(Frame& frame, Portfolio& portfolio) {
    const bool same =
        portfolio.revision == frame.readings.revision() && portfolio.playbook == &frame.playbook && portfolio.today == frame.today;
    if (same && portfolio.step == step_count) return true;
    if (!same) {
        if (portfolio.playbook != &frame.playbook) portfolio.known.clear();
        portfolio.known.follow(frame.workspace, frame.readings.whole_playbook(), frame.today);
        portfolio.revision = frame.readings.revision(), portfolio.playbook = &frame.playbook, portfolio.today = frame.today;
        portfolio.many = false, portfolio.step = 0;
    }
    if (!portfolio.known.read(deals_a_frame))
        portfolio.many = true;
    else
        do do_step(frame, portfolio, portfolio.step++);
        while (!portfolio.many && portfolio.step < step_count);
    const bool complete = portfolio.step == step_count;
    frame.moving = frame.moving || !complete;
    return complete;
}

MoneyUnit money_unit(const Currency& currency, double largest) {
    const double one = static_cast<double>(minor_units_of_one(currency)), units = largest / one;
    const bool chinese = language() == Language::zh;
    struct Step {
        double from, units;
        const char* name;
    };
    static constexpr Step chinese_steps[] = {{1e9, 1e8, "亿"}, {1e4, 1e4, "万"}},
                          english_steps[] = {{1e10, 1e9, "bn"}, {1e6, 1e6, "m"}, {1e4, 1e3, "k"}};
    MoneyUnit unit{one, 0, ""};
    const auto take = [&](const Step& step) {
        if (unit.divisor == one && units >= step.from) unit.divisor = one * step.units, unit.name = step.name;
    };
    if (chinese)
        for (const Step& step : chinese_steps) take(step);
    else
        for (const Step& step : english_steps) take(step);
    unit.digits = largest / unit.divisor < 200 ? 1 : 0;
    if (chinese && currency == Currency{})
        unit.name += "元";
    else
        unit.name = currency_sign(currency) + unit.name;
    return unit;
}

std::string amount_in(const MoneyUnit& unit, double minor) {
    const double value = minor / unit.divisor;
    if (unit.digits == 0) return whole(std::llround(value));
    const double tenths = std::round(std::fabs(value) * 10);
    if (tenths == 0) return "0";
    const std::string sign = value < 0 && tenths > 0 ? "\u2212" : "";
    return sign + whole(static_cast<long long>(tenths) / 10) + "." + std::to_string(static_cast<long long>(tenths) % 10);
}

std::string signed_amount_in(const MoneyUnit& unit, double minor) {
    const std::string text = amount_in(unit, minor);
    return text.find_first_of("123456789") == std::string::npos || text.starts_with("\u2212") ? text : "+" + text;
}

std::string money_words(const Currency& currency, double minor) { return money({std::llround(minor), currency}); }

std::string quarter_words(const Quarter& quarter) {
    static constexpr Phrase quarters[] = {Phrase::quarter_1, Phrase::quarter_2, Phrase::quarter_3, Phrase::quarter_4};
    return say(quarters[quarter.number - 1], {{"year", std::to_string(quarter.year)}});
}

}  // namespace views

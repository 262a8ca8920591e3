// What follows from all deals together, as the funnel's screen shows it: computed when a deal changed and kept until then.
#pragma once

#include "draw/portfolio_figures.h"
#include "portfolio/attention.h"
#include "portfolio/forecast.h"
#include "portfolio/funnel.h"
#include "views/frame.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace views {

// Amounts are minor units of the portfolio's currency.
struct StageSum {
    int count = 0;
    double amount = 0, weighted = 0, compass = 0;
    std::optional<double> conversion, median_days;
    int stuck = 0;
};

// An open deal.
struct DealSum {
    std::size_t deal = 0;          // in Workspace::deals
    std::size_t attention = 0;     // in Portfolio::attention
    std::optional<double> amount;  // nothing: it has none in this currency
    double weighted = 0, compass = 0, gap = 0;
    int stops = 0, warnings = 0, notes = 0;  // rules that speak
};

// The open deals of one position.
struct PositionSum {
    int count = 0;
    double amount = 0;
};

// The distribution of one quarter as bars over equal steps of money.
struct QuarterBars {
    std::vector<draw::HistogramBar> bars;
    double step = 0;  // of one bar
    double end = 0;   // of the last one
};

struct Portfolio {
    compass::Assessments known;
    compass::Currency currency;
    std::array<StageSum, compass::funnel_stage_count> stages;
    StageSum all;
    double largest_stage = 0;  // amount
    compass::Forecast forecast;
    std::array<QuarterBars, 4> bars;
    std::vector<compass::AttentionDeal> attention;
    std::vector<DealSum> deals;                                  // in the order of attention
    std::array<PositionSum, compass::position_count> positions;  // by index_of(position)
    double largest_position = 0;                                 // amount
    std::vector<compass::StuckDeal> stuck;                       // the longest first
    std::vector<std::size_t> widest_gaps;                        // in `deals`: where our process is the most optimistic
    std::vector<const compass::Customer*> customers;             // of each deal of the workspace, by its place: no row looks for its own
    int won = 0, lost = 0, suspended = 0, owners = 0;            // owners: of open deals
    std::uint64_t edition = 0;                                   // rises whenever it is computed anew

    // How far it is: many deals are read over several frames, and what follows from them one step a frame.
    bool many = false;
    std::size_t step = 0;

    // What it was computed from.
    std::optional<std::uint64_t> revision;
    const compass::Playbook* playbook = nullptr;
    compass::Date today;
};

// Brings it up to date, so many deals a frame; false while there is more to do. Another frame follows by itself then.
bool update_portfolio(Frame& frame, Portfolio& portfolio);

// Which unit amounts are written in, so that a column of them is short: 万元, ¥m.
struct MoneyUnit {
    double divisor = 1;  // minor units
    int digits = 0;
    std::string name;
};
MoneyUnit money_unit(const compass::Currency& currency, double largest);
inline MoneyUnit money_unit(const Portfolio& portfolio) { return money_unit(portfolio.currency, portfolio.all.amount); }
std::string amount_in(const MoneyUnit& unit, double minor);                // "1,265", "0.3"
std::string signed_amount_in(const MoneyUnit& unit, double minor);         // "+173", "−2"
std::string money_words(const compass::Currency& currency, double minor);  // "¥1,265 万"
std::string quarter_words(const compass::Quarter& quarter);                // "2026 四季度"

}  // namespace views

// deal-compass forecast: what the next four quarters bring, one line of JSON per currency.
#include "portfolio/forecast.h"
#include "cli/command.h"
#include "cli/deals.h"
#include "cli/json_line.h"
#include "cli/options.h"
#include "cli/sentences.h"

#include <algorithm>
#include <ostream>

namespace compass::cli {
namespace {

constexpr std::string_view forecast_usage = "cli_usage_forecast";

void write_quarter(JsonLine& json, const QuarterForecast& quarter, const Workspace& workspace, std::optional<double> target) {
    json.open('{').member("quarter", std::to_string(quarter.quarter.year) + "-Q" + std::to_string(quarter.quarter.number));
    json.member("won", quarter.won).member("weighted", quarter.weighted).member("compass", quarter.compass);
    json.member("optimism_gap", quarter.optimism_gap);
    json.member("p10", quarter.p10).member("p50", quarter.p50).member("p90", quarter.p90);
    if (target) json.member("chance_to_reach", chance_to_reach(quarter.total, *target));
    json.key("deals").open('[');
    for (const ForecastDeal& deal : quarter.deals) {
        json.open('{').member("deal", format(workspace.deals[deal.deal]->id)).member("name", workspace.deals[deal.deal]->name);
        json.member("amount", deal.amount).member("stage_weight", deal.stage_weight).member("index", deal.index);
        json.member("weighted", deal.weighted).member("compass", deal.compass).member("optimism_gap", deal.optimism_gap).close('}');
    }
    json.close(']').close('}');
}

void write_list(JsonLine& json, const char* name, const std::vector<std::size_t>& deals, const Workspace& workspace) {
    json.key(name).open('[');
    for (const std::size_t deal : deals) json.value(format(workspace.deals[deal]->id));
    json.close(']');
}

// Where no currency is asked for: those of the open deals and of the orders, by code.
std::vector<Currency> currencies_of(const Workspace& workspace) {
    std::vector<Currency> all;
    for (const Box<Deal>& deal : workspace.deals) {
        const bool is_won = deal->status == DealStatus::won;
        if (deal->status != DealStatus::open && !is_won) continue;
        const std::optional<Money>& amount = is_won && deal->contract ? deal->contract : deal->objective.amount;
        if (amount) all.push_back(amount->currency);
    }
    std::sort(all.begin(), all.end(), [](const Currency& a, const Currency& b) { return a.text() < b.text(); });
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

std::optional<Currency> currency_of(std::string_view text) {
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (text.size() != 3 || !std::all_of(text.begin(), text.end(), is_capital)) return std::nullopt;
    return Currency{{text[0], text[1], text[2]}};
}

int refuse_value(World& world, std::string_view option, std::string_view value, std::string_view permitted) {
    return refuse(
        world,
        say(world.language, "cli_value_wrong", {{"option", option}, {"value", value}, {"permitted", say(world.language, permitted)}}),
        forecast_usage);
}

}  // namespace

int forecast(const Arguments& arguments, World& world) {
    const Options options = read_options(arguments, {"--today", "--playbook", "--currency", "--target"}, world.language);
    if (!options.complaint.empty()) return refuse(world, options.complaint, forecast_usage);
    if (options.files.empty()) return refuse(world, say(world.language, "cli_file_missing"), forecast_usage);
    std::vector<Currency> currencies;
    if (const auto text = options.values.find("--currency"); text != options.values.end()) {
        const auto currency = currency_of(text->second);
        if (!currency) return refuse_value(world, "--currency", text->second, "cli_any_currency");
        currencies = {*currency};
    }
    std::optional<double> target;
    if (const auto text = options.values.find("--target"); text != options.values.end()) {
        target = number_of(text->second);
        if (!target || *target < 0) return refuse_value(world, "--target", text->second, "cli_any_number");
    }
    int status = fine;
    const std::optional<Manner> manner = manner_of(options, world, forecast_usage, status);
    if (!manner) return status;

    const Gathered all = gather(options.files, *manner, world);
    if (currencies.empty()) currencies = currencies_of(all.workspace);
    for (const Currency& currency : currencies) {
        const Forecast forecast = read_forecast(all.workspace, all.playbook, all.today, currency);
        JsonLine json;
        json.open('{').member("currency", currency.text()).member("minor_units", static_cast<int>(minor_units_of_one(currency)));
        json.member("today", format(all.today)).member("playbook", all.playbook.id).member("refused", all.refused);
        json.key("quarters").open('[');
        const auto minor_target = target ? std::optional(*target * static_cast<double>(minor_units_of_one(currency))) : std::nullopt;
        for (const QuarterForecast& quarter : forecast.quarters) write_quarter(json, quarter, all.workspace, minor_target);
        json.close(']');
        write_list(json, "undated", forecast.undated, all.workspace);
        write_list(json, "overdue", forecast.overdue, all.workspace);
        write_list(json, "later", forecast.later, all.workspace);
        write_list(json, "without_amount", forecast.without_amount, all.workspace);
        write_list(json, "of_other_currency", forecast.of_other_currency, all.workspace);
        world.out << json.close('}').text() << '\n';
    }
    return all.status;
}

}  // namespace compass::cli

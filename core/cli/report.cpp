// deal-compass report: deals as one HTML page to print or to send.
#include "cli/report.h"

#include "cli/command.h"
#include "cli/deals.h"
#include "cli/options.h"
#include "cli/report_drawings.h"
#include "cli/report_words.h"
#include "cli/sentences.h"
#include "portfolio/customer_index.h"
#include "portfolio/money_sums.h"
#include "reading/deal_reading.h"

#include <fstream>
#include <ostream>

namespace compass::cli {
namespace {

constexpr std::string_view report_usage = "cli_usage_report";

constexpr std::string_view style = R"(
body { font: 14px/1.5 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #1c2430; background: #fff;
  max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.3rem; border-bottom: 2px solid #1c2430; padding-bottom: .2rem; }
h3 { font-size: 1.05rem; margin: 1.2rem 0 .4rem; } h4 { font-size: .95rem; margin: .8rem 0 .2rem; }
table { border-collapse: collapse; width: 100%; font-size: .88rem; } th, td { text-align: left; vertical-align: top;
  padding: .25rem .5rem .25rem 0; border-bottom: 1px solid #d5dae1; overflow-wrap: anywhere; }
th { color: #56606e; white-space: nowrap; } .n { white-space: nowrap; }
.overview { font-size: .8rem; } .overview td { min-width: 6em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: .5rem 0; } dt { color: #56606e; } dd { margin: 0; }
.objective { font-weight: 600; } .note { color: #56606e; font-size: .8rem; margin: .2rem 0; }
.index strong { font-size: 2rem; } .index span { color: #56606e; } .index { margin: 0; }
svg { display: block; width: 100%; height: auto; } svg text { font-size: 12px; fill: #1c2430; }
.cell { fill: #eef1f5; } .here { fill: #9cc3f0; } .aim { fill: none; stroke: #b3560b; stroke-width: 3; } .evidenced { fill: #1c2430; }
.band { fill: #9cc3f0; } .weighted { fill: #c9cfd8; } .won { fill: #3f8f5b; } .mark { stroke: #1c2430; stroke-width: 3; }
.helps { fill: #3f8f5b; } .hurts { fill: #c4473a; } .axis { stroke: #56606e; }
* { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
@page { size: A4; margin: 14mm; }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10.5pt; } .deal { break-before: page; }
  h2, h3, h4 { break-after: avoid; } tr, li, svg { break-inside: avoid; } thead { display: table-header-group; } }
)";

class Page {
  public:
    Page(const Workspace& workspace, const Playbook& playbook, Date today, Language language)
        : workspace_(workspace), playbook_(playbook), today_(today), language_(language), customers_(workspace) {}

    std::string written() {
        begin();
        overview();
        forecasts();
        for (const Box<Deal>& deal : workspace_.deals)
            if (deal->status == DealStatus::open)
                write_deal_section(html_, *deal, customers_.find(deal->customer), playbook_, today_, language_);
        return html_.markup("</body>\n</html>\n").page();
    }

  private:
    std::string words(std::string_view key, Values values = {}) const { return say(language_, key, values); }

    std::string move_words(const RankedMove& move) const {
        return words(std::string("move_") + name_of(move.move)) + ' ' + (move.move == Move::hold ? std::string() : points_words(move.gain));
    }

    void begin() {
        html_.markup("<!doctype html>\n<html lang=\"").markup(language_ == Language::zh ? "zh-CN" : "en").markup("\">\n<head>\n");
        html_.markup("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
        html_.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        html_.element("title", words("cli_report_title")).markup("\n<style>").markup(style).markup("</style>\n</head>\n<body>\n");
        html_.element("h1", words("cli_report_title"));
        html_.element("p", words("cli_report_made", {{"date", format(today_)}, {"playbook", in(language_, playbook_.name)}}),
                      "class=\"note\"");
    }

    void overview() {
        html_.markup("<table class=\"overview\"><thead><tr>");
        for (const char* key :
             {"column_deal", "column_owner", "form_funnel_stage", "column_amount", "column_signing", "column_index", "column_move"})
            html_.element("th", words(key));
        html_.markup("</tr></thead><tbody>\n");
        for (const Box<Deal>& deal : workspace_.deals) {
            const Customer* customer = customers_.find(deal->customer);
            const DealReading reading = read_deal(*deal, customer, playbook_, today_);
            const Objective& objective = deal->objective;
            const auto index = reading.index ? percent(reading.index->index) + " (" + percent_range(reading.index->band) + ')'
                                             : words(std::string("status_") + name_of(deal->status));
            const auto move = reading.navigation.moves.empty() ? std::string() : move_words(reading.navigation.moves.front());
            html_.markup("<tr>").element("td", deal_words(*deal, customer)).element("td", deal->owner);
            html_.element("td", funnel_words(deal->funnel_stage, playbook_, language_));
            html_.element("td", objective.amount ? money_words(*objective.amount) : std::string(), "class=\"n\"");
            html_.element("td", objective.signing_date ? format(*objective.signing_date) : std::string(), "class=\"n\"");
            html_.element("td", index).element("td", move).markup("</tr>\n");
        }
        html_.markup("</tbody></table>\n");
    }

    // One for each currency of the open deals.
    void forecasts() {
        std::vector<MoneySum> sums;
        for (const Box<Deal>& deal : workspace_.deals)
            if (deal->status == DealStatus::open && deal->objective.amount) add_money(sums, *deal->objective.amount, 1);
        for (const MoneySum& sum : sums) {
            const Forecast forecast = read_forecast(workspace_, playbook_, today_, sum.currency);
            html_.element("h3", words("cli_report_forecast", {{"currency", sum.currency.text()}}));
            html_.markup(quarters_drawing(forecast, language_));
            html_.element("p", words("cli_report_forecast_legend"), "class=\"note\"");
            const auto left_out = forecast.undated.size() + forecast.overdue.size() + forecast.later.size();
            if (left_out > 0)
                html_.element("p",
                              words("cli_report_forecast_without", {{"undated", std::to_string(forecast.undated.size())},
                                                                    {"overdue", std::to_string(forecast.overdue.size())},
                                                                    {"later", std::to_string(forecast.later.size())}}),
                              "class=\"note\"");
        }
    }

    const Workspace& workspace_;
    const Playbook& playbook_;
    Date today_;
    Language language_;
    CustomerIndex customers_;
    Html html_;
};

}  // namespace

std::string report_page(const Workspace& workspace, const Playbook& playbook, Date today, Language language) {
    return Page(workspace, playbook, today, language).written();
}

int report(const Arguments& arguments, World& world) {
    const Options options = read_options(arguments, {"--today", "--playbook", "--html"}, world.language);
    if (!options.complaint.empty()) return refuse(world, options.complaint, report_usage);
    if (options.files.empty()) return refuse(world, say(world.language, "cli_file_missing"), report_usage);
    const auto out = options.values.find("--html");
    if (out == options.values.end()) return refuse(world, say(world.language, "cli_option_missing", {{"option", "--html"}}), report_usage);
    int status = fine;
    const std::optional<Manner> manner = manner_of(options, world, report_usage, status);
    if (!manner) return status;
    const Gathered all = gather(options.files, *manner, world);
    if (all.workspace.deals.empty() && all.status != fine) return all.status;
    const std::string page = report_page(all.workspace, all.playbook, all.today, world.language);
    if (out->second == "-") {
        world.out << page;
        return all.status;
    }
    std::ofstream file{std::string(out->second), std::ios::binary};
    if (!(file << page << std::flush)) {
        world.err << say(world.language, "cli_file_unwritable", {{"file", out->second}}) << '\n';
        return wrong_use;
    }
    return all.status;
}

}  // namespace compass::cli

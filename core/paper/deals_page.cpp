#include "model/words.h"
#include "paper/charts.h"
#include "paper/paper.h"
#include "paper/shell.h"
#include "paper/words.h"
#include "portfolio/customer_index.h"
#include "portfolio/money_sums.h"
#include "reading/deal_reading.h"

#include <algorithm>

namespace compass::paper {
namespace {

class DealsPage {
  public:
    DealsPage(const Workspace& workspace, const Playbook& playbook, Date today, Language language)
        : workspace_(workspace), playbook_(playbook), today_(today), language_(language), customers_(workspace) {}

    std::string of_deals() {
        begin(words("paper_title"));
        overview();
        forecasts();
        for (const Box<Deal>& deal : workspace_.deals)
            if (deal->status == DealStatus::open)
                write_deal_section(html_, *deal, customers_.find(deal->customer), playbook_, today_, language_);
        return ended();
    }

    std::string of_portfolio(std::string_view picture) {
        begin(words("paper_portfolio"));
        if (!picture.empty()) html_.markup("<div class=\"picture\">").markup(picture).markup("</div>");
        forecasts();
        html_.element("h3", words("funnel_deals"));
        overview();
        return ended();
    }

    std::string of_deal(const Deal& deal, std::string_view picture) {
        const Customer* customer = customers_.find(deal.customer);
        begin_page(html_, language_, deal_words(deal, customer));
        html_.markup("<main class=\"sheet\">");
        write_deal_sheet(html_, deal, customer, playbook_, today_, language_, picture);
        made();
        html_.markup("</main>");
        return ended();
    }

  private:
    std::string words(std::string_view key, Values values = {}) const { return say(language_, key, values); }

    std::string move_words(const RankedMove& move) const {
        return words(std::string("move_") + name_of(move.move)) + ' ' + (move.move == Move::hold ? std::string() : points_words(move.gain));
    }

    void begin(const std::string& title) {
        begin_page(html_, language_, title);
        html_.element("h1", title);
        made();
    }
    void made() {
        html_.element("p", words("paper_made", {{"date", format(today_)}, {"playbook", in(language_, playbook_.name)}}), "class=\"note\"");
    }
    std::string ended() {
        end_page(html_);
        return html_.page();
    }

    void overview() {
        html_.markup("<table class=\"overview\"><thead><tr>");
        for (const char* key :
             {"column_deal", "column_owner", "form_funnel_stage", "column_amount", "column_signing", "column_index", "column_move"})
            html_.element("th", words(key));
        html_.markup("</tr></thead><tbody>\n");
        std::vector<Box<Deal>> deals = workspace_.deals;
        std::stable_partition(deals.begin(), deals.end(), [](const Box<Deal>& deal) { return deal->status == DealStatus::open; });
        for (const Box<Deal>& deal : deals) {
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
            html_.element("h3", words("paper_forecast", {{"currency", sum.currency.text()}}));
            html_.markup(quarters_drawing(forecast, language_));
            html_.element("p", words("paper_forecast_legend"), "class=\"note\"");
            const auto left_out = forecast.undated.size() + forecast.overdue.size() + forecast.later.size();
            if (left_out > 0)
                html_.element("p",
                              words("paper_forecast_without", {{"undated", std::to_string(forecast.undated.size())},
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

std::string deals_page(const Workspace& workspace, const Playbook& playbook, Date today, Language language) {
    return DealsPage(workspace, playbook, today, language).of_deals();
}

std::string deal_page(const Workspace& workspace, const Deal& deal, const Playbook& playbook, Date today, Language language,
                      std::string_view picture) {
    return DealsPage(workspace, playbook, today, language).of_deal(deal, picture);
}

std::string portfolio_page(const Workspace& workspace, const Playbook& playbook, Date today, Language language, std::string_view picture) {
    return DealsPage(workspace, playbook, today, language).of_portfolio(picture);
}

}  // namespace compass::paper

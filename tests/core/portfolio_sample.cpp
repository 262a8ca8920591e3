// The sample portfolio: a team of six with enough of everything for funnel, forecast, productivity and track record to have something to say.
#include "case_files.h"
#include "codec/method.h"
#include "portfolio/attention.h"
#include "portfolio/forecast.h"
#include "portfolio/funnel.h"
#include "portfolio/productivity.h"
#include "portfolio/track_record.h"
#include "reading/as_of.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

using namespace compass;

namespace {

Workspace portfolio(Language language) {
    Result<Workspace> workspace = read_workspace(case_text("portfolio", language));
    REQUIRE(workspace);
    return *workspace;
}

std::vector<const Deal*> deals_of(const Workspace& workspace) {
    std::vector<const Deal*> deals;
    for (const Box<Deal>& deal : workspace.deals) deals.push_back(&*deal);
    return deals;
}

std::vector<AttentionDeal> ranked_of(const Workspace& workspace, const Playbook& playbook, Date today) {
    Assessments known;
    known.follow(workspace, playbook, today);
    known.read();
    return rank_attention(workspace, known, {});
}

}  // namespace

TEST_CASE("the sample portfolio has 36 deals of six people, 14 of them closed over five quarters") {
    const Workspace workspace = portfolio(Language::zh);
    std::set<std::string> owners;
    std::set<Quarter> quarters;
    std::map<DealStatus, int> status;
    for (const Box<Deal>& deal : workspace.deals) {
        owners.insert(deal->owner);
        ++status[deal->status];
        const std::optional<Date> first = first_day_of(*deal, deal->teaching->today);
        REQUIRE(first);
        quarters.insert(quarter_of(*first));
        CHECK(deal->teaching->today == workspace.deals.front()->teaching->today);
    }
    CHECK(workspace.deals.size() == 36);
    CHECK(owners.size() == 6);
    CHECK(quarters.size() >= 5);
    CHECK(status[DealStatus::open] == 22);
    CHECK(status[DealStatus::won] == 6);
    CHECK(status[DealStatus::lost] == 8);
}

TEST_CASE("both languages of the sample portfolio have the same ids, dates and numbers, and read alike") {
    compare_languages(parsed(case_text("portfolio", Language::zh)), parsed(case_text("portfolio", Language::en)), "");
    const Playbook playbook = with_method(default_playbook());
    const Workspace zh = portfolio(Language::zh), en = portfolio(Language::en);
    const Date today = zh.deals.front()->teaching->today;
    CHECK(read_forecast(zh, playbook, today, {}) == read_forecast(en, playbook, today, {}));
    CHECK(read_funnel(deals_of(zh), playbook, today) == read_funnel(deals_of(en), playbook, today));
    CHECK(ranked_of(zh, playbook, today) == ranked_of(en, playbook, today));
}

TEST_CASE("the sample portfolio fills each of the four quarters, every stage of the funnel and every reading of it") {
    const Playbook playbook = with_method(default_playbook());
    const Workspace workspace = portfolio(Language::zh);
    const Date today = workspace.deals.front()->teaching->today;

    const Forecast forecast = read_forecast(workspace, playbook, today, {});
    for (const QuarterForecast& quarter : forecast.quarters) CHECK_FALSE(quarter.deals.empty());
    CHECK(forecast.quarters.front().won > 0);
    CHECK(forecast.undated.size() == 1);
    CHECK(forecast.overdue.size() == 1);

    const Funnel funnel = read_funnel(deals_of(workspace), playbook, today);
    for (const FunnelRow& row : funnel.rows) CHECK(row.count > 0);
    CHECK_FALSE(funnel.stuck.empty());

    CHECK(ranked_of(workspace, playbook, today).size() == 22);
    const TeamProductivity team = read_productivity(deals_of(workspace), playbook.practice, {today.days - 365}, today, {});
    CHECK(team.all.value);
    CHECK(team.all.orders == 6);
    CHECK(read_track_record(workspace, playbook).deals.size() == 14);
}

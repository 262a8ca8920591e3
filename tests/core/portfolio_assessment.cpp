// What readings of many deals keep of each one: never anything else than reading all anew would give.
#include "portfolio/assessment.h"

#include "case_files.h"
#include "portfolio/attention.h"
#include "portfolio/forecast.h"
#include "sound_deal.h"

#include <doctest/doctest.h>

using namespace compass;

namespace {

Workspace portfolio() {
    Result<Workspace> workspace = read_workspace(case_text("portfolio", Language::zh));
    REQUIRE(workspace);
    return *workspace;
}

void check_up_to_date(const Assessments& known, const Workspace& workspace, Date today) {
    REQUIRE(known.size() == workspace.deals.size());
    for (std::size_t i = 0; i < known.size(); ++i) {
        const Deal& deal = *workspace.deals[i];
        CHECK(known.of(i) == assess(deal, find_customer(workspace, deal.customer), whole_playbook(), today));
    }
    CHECK(read_forecast(workspace, known, whole_playbook(), today, {}) == read_forecast(workspace, whole_playbook(), today, {}));
}

}  // namespace

TEST_CASE("only what changed is read again, and what is kept is what reading all anew gives") {
    Workspace workspace = portfolio();
    const Date today = workspace.deals.front()->teaching->today;
    const std::size_t count = workspace.deals.size();
    Assessments known;
    known.follow(workspace, whole_playbook(), today);
    CHECK_FALSE(known.read(count - 1));
    CHECK(known.done() == count - 1);
    CHECK(known.read());
    check_up_to_date(known, workspace, today);

    SUBCASE("a deal that was edited") {
        Deal edited = *workspace.deals[7];
        edited.position.claimed.competition = Competition::behind;
        workspace.deals[7] = edited;
        known.follow(workspace, whole_playbook(), today);
        CHECK(known.done() == count - 1);
    }
    SUBCASE("a customer that was edited: every deal with it") {
        const Id id = workspace.deals[7]->customer;
        Customer edited = *find_customer(workspace, id);
        edited.relationship = 0;
        std::size_t with_it = 0;
        for (const Box<Deal>& deal : workspace.deals) with_it += deal->customer == id;
        for (Box<Customer>& customer : workspace.customers)
            if (customer->id == id) customer = edited;
        known.follow(workspace, whole_playbook(), today);
        CHECK(known.done() == count - with_it);
    }
    SUBCASE("a deal that is gone: the others stay, elsewhere in the list") {
        workspace.deals.erase(workspace.deals.begin() + 3);
        known.follow(workspace, whole_playbook(), today);
        CHECK(known.done() == count - 1);
    }
    SUBCASE("a new deal in the middle") {
        workspace.deals.insert(workspace.deals.begin() + 3, Box<Deal>(sound_deal().deal));
        known.follow(workspace, whole_playbook(), today);
        CHECK(known.done() == count);
    }
    SUBCASE("another day: everything") {
        known.follow(workspace, whole_playbook(), today + 30);
        CHECK(known.done() == 0);
        CHECK(known.read());
        return check_up_to_date(known, workspace, today + 30);
    }
    CHECK(known.read());
    check_up_to_date(known, workspace, today);
}

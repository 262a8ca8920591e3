// The visit card of case 3: whom to see, what to ask, what they said, what is promised.
#include "reading/visit_card.h"

#include "codec/builtin.h"
#include "codec/workspace_codec.h"
#include "reading/next_steps.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace compass;

namespace {

struct Visit {
    Workspace workspace = *read_workspace(builtin_case("3", Language::zh));
    const Deal& deal = *workspace.deals.front();
    Date today{20778};
    const Playbook& playbook = default_playbook();
    std::vector<NextStep> steps = next_best_steps(deal, &*workspace.customers.front(), playbook, today);
    WinIndex index = *read_win_index(deal, &*workspace.customers.front(), playbook, today);
    const Person& person(std::string_view name) const {
        return *std::find_if(deal.people.begin(), deal.people.end(), [&](const Person& one) { return one.name == name; });
    }
};

}  // namespace

TEST_CASE("A visit goes first to whom it is worth most: the one who decides and was never met") {
    const Visit visit;
    const std::vector<VisitCandidate> order = whom_to_visit(visit.deal, visit.steps);
    CHECK(order.size() == visit.deal.people.size());
    CHECK(order.front().person == visit.person("严总").id);
    CHECK(std::is_sorted(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.worth > b.worth; }));
}

TEST_CASE(
    "A visit card holds the newest facts of that person, the questions worth most and what is promised, without what has its result") {
    const Visit visit;
    const Person& chen = visit.person("陈班长");
    const VisitCard card = read_visit_card(visit.deal, visit.index.unknowns, chen.id, visit.today);
    REQUIRE_FALSE(card.said.empty());
    CHECK(card.said.size() <= 3);
    CHECK(std::is_sorted(card.said.begin(), card.said.end(), [](const Evidence& a, const Evidence& b) { return a.date > b.date; }));
    for (const Unknown& question : card.questions) CHECK((!question.person || question.person == chen.id));
    REQUIRE(card.tasks.size() == 1);
    CHECK(visit.deal.tasks[card.tasks.front()].what == "把试装数据整理成一页给陈班长");
    const VisitCard qin = read_visit_card(visit.deal, visit.index.unknowns, visit.person("秦科长").id, visit.today);
    CHECK(qin.tasks.empty());
}

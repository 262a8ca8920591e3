// What follows from a customer (methodology §1), and what each of us does for one (§8).
#include "reading/customer_reading.h"

#include "codec/method.h"
#include "model/text.h"
#include "reading/our_roles.h"
#include "sample_deal.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace compass;
using doctest::Approx;

namespace {

const Practice& practice() { return default_method().practice; }
CustomerReading read(const Customer& customer) { return read_customer(customer, with_method(default_playbook()), sample_today); }
Money yuan(std::int64_t amount) { return {amount * 100, {}}; }
Customer at(std::optional<int> relationship, std::optional<int> potential) {
    Customer customer;
    customer.relationship = relationship;
    customer.potential = potential;
    return customer;
}
std::string title_of(const Customer& customer, const Money& amount) {
    const auto approver = approver_of(customer, amount, practice());
    return approver ? approver->title.en : "";
}

}  // namespace

TEST_CASE("relationship and potential make four quadrants, and an unscored one is none of them") {
    CHECK(quadrant_of(at(4, 5), practice()) == Quadrant::visit_first);
    CHECK(quadrant_of(at(4, 3), practice()) == Quadrant::let_grow);
    CHECK(quadrant_of(at(3, 4), practice()) == Quadrant::build_relation);
    CHECK(quadrant_of(at(3, 1), practice()) == Quadrant::light_touch);
    CHECK(quadrant_of(at({}, 5), practice()) == Quadrant::unknown);
    CHECK(quadrant_of(at(5, {}), practice()) == Quadrant::unknown);
}

TEST_CASE("a strained customer names the criteria that strain, and whether conditions are missing") {
    Customer customer = sample_customer(3);
    CHECK(read(customer).fit == CustomerClass::fitting);
    CHECK_FALSE(read(customer).conditions_missing);
    customer.ideal[1].score = 2;
    CHECK(read(customer).fit == CustomerClass::strained);
    CHECK(read(customer).weak_criteria == std::vector<std::string>{default_playbook().criteria[1].id});
    CHECK(read(customer).conditions_missing);
    customer.strained_conditions = "Half in advance";
    CHECK_FALSE(read(customer).conditions_missing);
    customer.ideal.erase(customer.ideal.begin());
    CHECK(read(customer).fit == CustomerClass::unscored);
    CHECK(read(customer).unscored == std::vector<std::string>{default_playbook().criteria[0].id});
}

TEST_CASE("each layer of the relationship house scores the share of its checklist; the roof is for strategic customers") {
    Customer customer;
    CHECK(house_of(customer, practice()).size() == 2);
    customer.strategic = true;
    customer.house = {{"organisational.contact", true, {}, {}}, {"organisational.matching", false, {}, {}}, {"no such item", true, {}, {}}};
    const auto house = house_of(customer, practice());
    REQUIRE(house.size() == 3);
    CHECK(house[2].layer == HouseLayer::organisational);
    CHECK(house[2].score() == Approx(25));
    CHECK(house[2].not_looked_at == 2);
    CHECK(house[2].missing.front() == "organisational.matching");
    CHECK(house[0].score() == 0);
    for (const HouseReading& layer : house) CHECK(layer.items >= 4);
}

TEST_CASE("the approver is the customer's own for the amount, else the usual one") {
    Customer customer;
    CHECK(title_of(customer, yuan(5'000'000)) == "Director");
    CHECK(title_of(customer, yuan(5'000'001)) == "Vice president");
    CHECK(title_of(customer, yuan(20'000'001)) == "President");
    CHECK(approver_of(customer, yuan(1), practice())->usual);
    CHECK(title_of(customer, {1, Currency{{'U', 'S', 'D'}}}) == "");
    customer.decision.approvals = {{yuan(3'000'000), "Chief engineer", {}}, {yuan(1'000'000), "Head of plant", {}}};
    CHECK(title_of(customer, yuan(1'000'000)) == "Head of plant");
    CHECK(title_of(customer, yuan(2'000'000)) == "Chief engineer");
    CHECK(title_of(customer, yuan(4'000'000)) == "");
    customer.decision.above = "Board";
    CHECK(title_of(customer, yuan(4'000'000)) == "Board");
    CHECK_FALSE(approver_of(customer, yuan(1), practice())->usual);
    CHECK(title_of(customer, {1, Currency{{'U', 'S', 'D'}}}) == "");
}

TEST_CASE("the largest disappointment comes first, what was not asked last") {
    Customer customer;
    customer.satisfaction.quick_response = {3, 4, {}};
    customer.satisfaction.mobilises_resources = {5, 2, {}};
    customer.satisfaction.trustworthy = {4, {}, {}};
    const auto gaps = satisfaction_of(customer);
    CHECK(gaps[0].aspect == SatisfactionAspect::mobilises_resources);
    CHECK(gaps[0].gap == -3);
    CHECK(gaps[1].gap == 1);
    CHECK(gaps[2].aspect == SatisfactionAspect::understands_business);
    CHECK_FALSE(gaps[3].gap);
}

TEST_CASE("the calendar shows what comes, the next first, today included and the past left out") {
    Customer customer;
    customer.calendar = {{sample_today + 40, "Board", {}}, {sample_today - 1, "Over", {}}, {sample_today, "Tender", {}}};
    CHECK(read(customer).calendar == std::vector<CalendarDay>{{2, 0}, {0, 40}});
}

TEST_CASE("what is not known of the way they decide is named") {
    Customer customer;
    CHECK(read(customer).decision_unknown.size() == 7);
    customer.decision.decider = Decider::collective;
    customer.decision.approvals = {{yuan(1), "Head", {}}};
    const auto unknown = read(customer).decision_unknown;
    CHECK(unknown.size() == 5);
    CHECK(std::count(unknown.begin(), unknown.end(), "decider") == 0);
}

TEST_CASE("every stage has key actions for sales, pre-sales and manager, none of them twice") {
    std::set<std::string> texts, ids;
    for (int stage = 0; stage < funnel_stage_count; ++stage)
        for (const OurRole role : {OurRole::sales, OurRole::presales, OurRole::manager}) {
            const auto actions = key_actions(practice(), static_cast<FunnelStage>(stage), role);
            CHECK(actions.size() >= 2);
            for (const KeyActionText& action : actions) {
                CHECK(ids.insert(action.id).second);
                CHECK(texts.insert(action.text.zh).second);
                CHECK(texts.insert(action.text.en).second);
                CHECK(length_of(action.text.zh) <= 30);
                CHECK(length_of(action.text.en) <= 90);
            }
        }
}

TEST_CASE("a deal calls in the senior for its size, and from P3 on a manager until the five elements are confirmed") {
    Deal deal = sample_deal();
    CHECK_FALSE(oversight_of(deal, practice()).senior);
    CHECK_FALSE(oversight_of(deal, practice()).confirmation_due);
    deal.funnel_stage = FunnelStage::p3;
    deal.objective.amount = yuan(8'600'000);
    CHECK(oversight_of(deal, practice()).confirmation_due);
    CHECK(oversight_of(deal, practice()).senior->en == "Sales director");
    CHECK_FALSE(oversight_of(deal, practice()).senior_named);
    deal.objective.amount = yuan(10'000'001);
    CHECK(oversight_of(deal, practice()).senior->zh == "销售副总裁");
    deal.five_elements.confirmed_by = "Lin";
    deal.team = {{TeamRole::sponsor, "Gu", {}}};
    CHECK_FALSE(oversight_of(deal, practice()).confirmation_due);
    CHECK(oversight_of(deal, practice()).senior_named);
}

TEST_CASE("a playbook's own practice counts, and the built-in one where it says nothing") {
    Playbook own = default_playbook();
    own.practice.review_again_days = 10;
    own.practice.house = {{"ours", HouseLayer::key, {"我们的", "Ours"}, {}}};
    const Playbook whole = with_method(own);
    CHECK(whole.practice.review_again_days == 10);
    CHECK(whole.practice.house.size() == 1);
    CHECK(whole.practice.review_judge_days == practice().review_judge_days);
    CHECK(whole.practice.key_actions == practice().key_actions);
    CHECK(with_method(whole) == whole);
    CHECK(with_method(default_playbook()).practice == practice());
}

TEST_CASE("the built-in practice leaves nothing open that a reading needs") {
    CHECK(practice().review_moved_days > 0);
    CHECK(practice().review_moved_days < practice().review_again_days);
    CHECK(practice().review_again_days < practice().review_judge_days);
    CHECK(practice().high_from > 1);
    CHECK(practice().lever_step > 0);
    CHECK(practice().closed_deals_at_least > 0);
    CHECK(practice().lead_days > 0);
    CHECK_FALSE(practice().approvals.back().up_to);
    CHECK_FALSE(practice().seniors.back().up_to);
    std::set<StepKind> kinds;
    for (const StepEffort& effort : practice().efforts) CHECK((effort.days > 0 && kinds.insert(effort.kind).second));
    CHECK(kinds.size() == WordsOf<StepKind>::words.size());
    std::set<Lever> levers;
    for (const LeverBehaviour& behaviour : practice().behaviours) levers.insert(behaviour.lever);
    CHECK(levers.size() == WordsOf<Lever>::words.size());
}

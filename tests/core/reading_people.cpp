// What the people add up to (methodology §6), and what counts as known of a question (§9).
#include "reading/people.h"

#include "reading/customer_class.h"
#include "reading/gates.h"
#include "reading/position_evidence.h"
#include "reading/qualification.h"
#include "sample_deal.h"

#include <doctest/doctest.h>

using namespace compass;
using doctest::Approx;

namespace {

PeopleReading people_of(const Deal& deal) { return read_people(deal, people_weights(), sample_today); }

}  // namespace

TEST_CASE("a person weighs as their heaviest role, times influence, times participation") {
    Person person = sample_person(1, Role::coach_guide, 0);
    person.roles.push_back(Role::user_hands_on);
    CHECK(weight_of(person, people_weights()) == Approx(2));
    person.influence = Degree::medium;
    person.participation = Degree::low;
    CHECK(weight_of(person, people_weights()) == Approx(2 * .6 * .4));
    person.roles.clear();
    CHECK(weight_of(person, people_weights()) == 0);
}

TEST_CASE("evidence loses half its strength every 90 days, and half where its age is not known") {
    CHECK(strength(sample_fact(1, Certainty::consensus), people_weights(), sample_today) == Approx(1));
    CHECK(strength(sample_fact(1, Certainty::explicit_, {}, 90), people_weights(), sample_today) == Approx(.4));
    CHECK(strength(sample_fact(1, Certainty::inferred, {}, 180), people_weights(), sample_today) == Approx(.125));
    CHECK(strength(sample_fact(1, Certainty::unclear, {}, -1), people_weights(), sample_today) == Approx(.25));
    CHECK(strength(sample_fact(1, Certainty::unclear, {}, -2), people_weights(), sample_today) == Approx(.125));
    CHECK(strength(sample_fact(1, Certainty::consensus, {}, -30000), people_weights(), sample_today) == Approx(.5));
    Evidence undated = sample_fact(1, Certainty::explicit_);
    undated.date.reset();
    CHECK(strength(undated, people_weights(), sample_today) == Approx(.4));
}

TEST_CASE("S weighs support by role, influence and the strength of its best evidence") {
    Deal deal;
    deal.people = {sample_person(10, Role::economic_final, -2), sample_person(11, Role::user_in_charge, 5)};
    deal.people[1].support_evidence.clear();
    CHECK(*people_of(deal).support == Approx((3 * 1 * -.4 + 2 * .2 * 1) / 5));
}

TEST_CASE("unknown support counts nothing and still dilutes") {
    Deal deal;
    deal.people = {sample_person(10, Role::user_in_charge, 5), sample_person(11, Role::user_in_charge, 5)};
    CHECK(*people_of(deal).support == Approx(1));
    deal.people[1].support.reset();
    CHECK(*people_of(deal).support == Approx(.5));
    deal.people[0].support.reset();
    CHECK_FALSE(people_of(deal).support);
}

TEST_CASE("R weighs who wants a change against who sees no gap") {
    Deal deal;
    deal.people = {sample_person(10, Role::economic_final, 0), sample_person(11, Role::user_in_charge, 0)};
    deal.people[0].attitude = Attitude::overconfident;
    CHECK(*people_of(deal).receptivity == Approx((-3.0 + 2) / 5));
    deal.people[0].attitude = Attitude::even_keel;
    CHECK(*people_of(deal).receptivity == Approx((-1.5 + 2) / 5));
    deal.people[0].attitude = deal.people[1].attitude = Attitude::unknown;
    CHECK_FALSE(people_of(deal).receptivity);
}

TEST_CASE("covered is who is connected and was spoken to within 30 days") {
    Person person = sample_person(10, Role::user_in_charge, 0);
    person.contact.last = sample_today - 30;
    CHECK(is_covered(person, people_weights(), sample_today));
    person.contact.last = sample_today - 31;
    CHECK_FALSE(is_covered(person, people_weights(), sample_today));
    person.contact.last = sample_today + 1;
    CHECK_FALSE(is_covered(person, people_weights(), sample_today));
    person.contact.last = sample_today;
    person.contact.ladder = ContactLadder::known;
    CHECK_FALSE(is_covered(person, people_weights(), sample_today));
}

TEST_CASE("a deal is single-threaded with fewer than two covered people or one source for everything") {
    Deal deal = sample_deal();
    CHECK(people_of(deal).threads == Threads::several);
    for (Person& person : deal.people) person.support_evidence.front().source = deal.people.front().id;
    CHECK(people_of(deal).threads == Threads::one_source);
    deal.people[1].contact = deal.people[2].contact = {};
    CHECK(people_of(deal).threads == Threads::few_covered);
    CHECK(people_of(Deal{}).threads == Threads::few_covered);
}

TEST_CASE("silence counts from the latest contact with anyone, and is unknown where none was recorded") {
    Deal deal = sample_deal();
    deal.people[1].contact.last = sample_today - 3;
    CHECK(people_of(deal).silent_days == 1);
    for (Person& person : deal.people) person.contact.last.reset();
    CHECK_FALSE(people_of(deal).silent_days);
}

TEST_CASE("an answer is unknown without evidence, claimed when inferred, verified when told, none when refuted") {
    Answer answer;
    const auto status = [&] { return status_of(answer, people_weights(), sample_today); };
    answer.text = "surely";
    CHECK(status() == AnswerStatus::unknown);
    answer.evidence = {sample_fact(1, Certainty::unclear), sample_fact(2, Certainty::inferred)};
    CHECK(status() == AnswerStatus::claimed);
    answer.evidence.push_back(sample_fact(3, Certainty::explicit_));
    CHECK(status() == AnswerStatus::verified);
    for (int i = 0; i < 2; ++i) {
        answer.evidence.push_back(sample_fact(4, Certainty::consensus));
        answer.evidence.back().direction = Direction::against;
    }
    CHECK(status() == AnswerStatus::none);
}

TEST_CASE("an ability to pay is no budget, yet it ends the blind spot") {
    Deal deal = sample_deal();
    deal.bantcc.budget = {};
    CHECK(blind_spots(deal, nullptr).budget);
    deal.five_elements.budget.evidence = {sample_fact(1, Certainty::explicit_)};
    CHECK_FALSE(blind_spots(deal, nullptr).budget);
    CHECK(budget_status(deal, people_weights(), sample_today) == AnswerStatus::unknown);
}

TEST_CASE("the timetable is one question wherever it is answered") {
    Deal deal = sample_deal();
    CHECK(timetable_status(deal, people_weights(), sample_today) == AnswerStatus::claimed);
    deal.five_elements.timetable.evidence = {sample_fact(1, Certainty::consensus)};
    CHECK(timetable_status(deal, people_weights(), sample_today) == AnswerStatus::verified);
}

TEST_CASE("how they buy is known from the deal or from the customer's decision mode") {
    Deal deal = sample_deal();
    deal.bantcc.authority = {};
    Customer customer;
    CHECK(blind_spots(deal, &customer).purchasing);
    customer.decision.decider = Decider::collective;
    CHECK_FALSE(blind_spots(deal, &customer).purchasing);
}

TEST_CASE("a customer is ideal, fitting, strained, unfit or unscored") {
    const auto& criteria = default_playbook().criteria;
    CHECK(class_of(sample_customer(4), criteria) == CustomerClass::ideal);
    CHECK(class_of(sample_customer(3), criteria) == CustomerClass::fitting);
    CHECK(class_of(sample_customer(2), criteria) == CustomerClass::strained);
    CHECK(class_of(sample_customer(1), criteria) == CustomerClass::unfit);
    Customer customer = sample_customer(5);
    customer.ideal[0].score = 1;
    CHECK(class_of(customer, criteria) == CustomerClass::strained);
    customer.ideal[1].score = 1;
    CHECK(class_of(customer, criteria) == CustomerClass::unfit);
    customer.ideal.pop_back();
    CHECK(class_of(customer, criteria) == CustomerClass::unscored);
    CHECK(class_of(sample_customer(4), {}) == CustomerClass::unscored);
}

TEST_CASE("gate debt is the share of unmet items in earlier stages") {
    Deal deal;
    CHECK(gate_debt(deal, default_playbook()) == GateDebt{});
    deal.funnel_stage = FunnelStage::p2;
    CHECK(gate_debt(deal, default_playbook()) == GateDebt{3, 3});
    deal.gates = {{"p1.fits_ideal_model", GateState::met, {sample_fact(1, Certainty::explicit_)}, {}},
                  {"p1.company_profile", GateState::claimed, {sample_fact(2, Certainty::explicit_)}, {}},
                  {"p1.key_roles", GateState::not_applicable, {}, {}}};
    CHECK(gate_debt(deal, default_playbook()) == GateDebt{2, 1});
}

TEST_CASE("a gate item that is met without a fact is only claimed") {
    Deal deal;
    deal.gates = {{"p1.key_roles", GateState::met, {}, {}}};
    CHECK(state_of(deal, "p1.key_roles") == GateState::claimed);
    CHECK(state_of(deal, "p1.company_profile") == GateState::open);
}

TEST_CASE("our process runs ahead by the stages that the customer has not reached") {
    const Playbook& playbook = default_playbook();
    CHECK(steps_ahead(FunnelStage::p2, Stage::intent, playbook) == 0);
    CHECK(steps_ahead(FunnelStage::p6, Stage::solution, playbook) == 1);
    CHECK(steps_ahead(FunnelStage::p7, Stage::intent, playbook) == 3);
    CHECK(steps_ahead(FunnelStage::p5, Stage::closing, playbook) == 0);
}

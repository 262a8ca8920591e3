// Red flags (methodology §7): each rule speaks when it must, and not a hair earlier.
#include "reading/flags.h"

#include "promises.h"

#include <doctest/doctest.h>

#include <set>

using namespace compass;

namespace {

void nothing(SoundDeal&) {}
void to_stage(SoundDeal& at, FunnelStage stage) { at.deal.funnel_stage = stage; }
void silent_for(SoundDeal& at, int days) {
    for (Person& person : at.deal.people) person.contact.last = sample_today - days;
}
void changes(SoundDeal& at, int count, int days_ago) {
    for (int i = 0; i < count; ++i) at.deal.objective_changes.push_back({sample_today - days_ago, {}, "", {}});
}
void conflict(SoundDeal& at, LinkKind kind) {
    user(at).support = 2;
    at.deal.links = {{user(at).id, buyer(at).id, kind, "", {}}};
}

const Promise flag_promises[] = {
    {"no_economic_buyer", [](SoundDeal& at) { buyer(at).roles = {Role::economic_proposing}; }, nothing},
    {"economic_buyer_not_covered", [](SoundDeal& at) { buyer(at).contact.last = sample_today - 31; },
     [](SoundDeal& at) { buyer(at).contact.last = sample_today - 30; }},
    {"no_user", [](SoundDeal& at) { user(at).roles = {Role::coach_guide}; }, [](SoundDeal& at) { user(at).roles = {Role::user_hands_on}; }},
    {"no_technical", [](SoundDeal& at) { at.person(Role::technical_standards).roles = {Role::user_hands_on}; },
     [](SoundDeal& at) { at.person(Role::technical_standards).roles = {Role::technical_budget}; }},
    {"no_coach", [](SoundDeal& at) { coach(at).roles = {Role::user_hands_on}; },
     [](SoundDeal& at) { coach(at).roles = {Role::coach_advocate}; }},
    {"coach_not_credible", [](SoundDeal& at) { coach(at).coach.told_us_true.evidence.front().certainty = Certainty::inferred; },
     [](SoundDeal& at) { coach(at).coach.others_trust_them.evidence.front().certainty = Certainty::inferred; }},
    {"influential_opponent", [](SoundDeal& at) { user(at).support = -1; },
     [](SoundDeal& at) { user(at).support = -5, user(at).influence = Degree::medium; }},
    {"influential_unknown", [](SoundDeal& at) { user(at).influence = Degree::medium, user(at).attitude = Attitude::unknown; },
     [](SoundDeal& at) { user(at).influence = Degree::low, user(at).support.reset(); }},
    {"new_person_not_contacted", [](SoundDeal& at) { user(at).since = sample_today - 30, user(at).contact.last.reset(); },
     [](SoundDeal& at) { user(at).since = sample_today - 31, user(at).contact.last.reset(); }},
    {"single_threaded",
     [](SoundDeal& at) {
         for (Person& person : at.deal.people) person.contact.ladder = ContactLadder::known;
     },
     [](SoundDeal& at) { user(at).contact.ladder = buyer(at).contact.ladder = ContactLadder::known; }},
    {"support_without_evidence", [](SoundDeal& at) { user(at).support = 3, user(at).support_evidence.clear(); },
     [](SoundDeal& at) { user(at).support = 2, user(at).support_evidence.clear(); }},
    {"one_sided_evidence", [](SoundDeal& at) { at.deal.position.urgency_evidence.pop_back(); },
     [](SoundDeal& at) {
         at.deal.position.urgency_evidence.pop_back();
         at.deal.position.urgency_evidence.front().direction = Direction::against;
     }},
    {"supporter_against_economic_buyer", [](SoundDeal& at) { conflict(at, LinkKind::in_conflict); },
     [](SoundDeal& at) { conflict(at, LinkKind::allied); }},
    {"behind_late_and_urgent",
     [](SoundDeal& at) {
         at.deal.position.claimed = {Stage::commercial, Competition::behind, Urgency::urgent};
     },
     [](SoundDeal& at) {
         at.deal.position.claimed = {Stage::solution, Competition::behind, Urgency::urgent};
     }},
    {"seller_ahead", [](SoundDeal& at) { to_stage(at, FunnelStage::p6); }, [](SoundDeal& at) { to_stage(at, FunnelStage::p5); }},
    {"objective_incomplete", [](SoundDeal& at) { at.deal.objective.signing_date.reset(); }, nothing},
    {"objective_not_single", [](SoundDeal& at) { at.deal.objective.product = "阀门、保温"; },
     [](SoundDeal& at) { at.deal.objective.product = "蒸汽系统改造"; }},
    {"objective_unstable", [](SoundDeal& at) { changes(at, 3, 60); },
     [](SoundDeal& at) { changes(at, 2, 60), changes(at, 2, 61), changes(at, 2, -1); }},
    {"signing_date_past", [](SoundDeal& at) { at.deal.objective.signing_date = sample_today - 1; },
     [](SoundDeal& at) { at.deal.objective.signing_date = sample_today; }},
    {"five_elements_incomplete", [](SoundDeal& at) { to_stage(at, FunnelStage::p3), at.deal.five_elements.need = {}; },
     [](SoundDeal& at) { to_stage(at, FunnelStage::p2), at.deal.five_elements.need = {}; }},
    {"no_senior_visit", [](SoundDeal& at) { to_stage(at, FunnelStage::p5); },
     [](SoundDeal& at) { to_stage(at, FunnelStage::p5), at.gate("p5.seniors_met"); }},
    {"budget_not_verified",
     [](SoundDeal& at) { to_stage(at, FunnelStage::p5), at.deal.bantcc.budget.evidence.front().certainty = Certainty::inferred; },
     [](SoundDeal& at) { to_stage(at, FunnelStage::p4), at.deal.bantcc.budget.evidence.front().certainty = Certainty::inferred; }},
    {"first_payment_low",
     [](SoundDeal& at) {
         to_stage(at, FunnelStage::p7), at.deal.contract = Money{1000, {}}, at.deal.first_payment = Money{299, {}};
     },
     [](SoundDeal& at) {
         to_stage(at, FunnelStage::p7), at.deal.contract = Money{1000, {}}, at.deal.first_payment = Money{300, {}};
     }},
    {"no_action_planned", [](SoundDeal& at) { at.deal.tasks[0].result = "agreed"; }, nothing},
    {"action_overdue", [](SoundDeal& at) { at.deal.tasks[0].due = sample_today - 1; },
     [](SoundDeal& at) { at.deal.tasks[0].due = sample_today; }},
    {"silent_short", [](SoundDeal& at) { silent_for(at, 16); }, [](SoundDeal& at) { silent_for(at, 31); }},
    {"silent_long", [](SoundDeal& at) { silent_for(at, 31); }, [](SoundDeal& at) { silent_for(at, 30); }},
    {"customer_strained", [](SoundDeal& at) { at.customer = sample_customer(2); }, [](SoundDeal& at) { at.customer = sample_customer(3); }},
    {"customer_unfit", [](SoundDeal& at) { at.customer = sample_customer(1); }, [](SoundDeal& at) { at.customer = sample_customer(2); }},
    {"protection_ended",
     [](SoundDeal& at) {
         at.deal.protection.claimed_on = *date_of({2026, 5, 20});
     },
     [](SoundDeal& at) {
         at.deal.protection.claimed_on = *date_of({2026, 5, 21});
     }},
    {"protection_ending",
     [](SoundDeal& at) {
         at.deal.protection.claimed_on = *date_of({2026, 6, 5});
     },
     [](SoundDeal& at) {
         at.deal.protection = {*date_of({2026, 6, 5}), 7, {}};
     }},
    {"relationship_held_by_one", [](SoundDeal& at) { user(at).contact.held_by = {"Tian"}; },
     [](SoundDeal& at) { user(at).contact.held_by = {"Tian"}, user(at).person_class = PersonClass::none; }},
    {"result_and_win_unknown", [](SoundDeal& at) { user(at).personal_win.clear(); },
     [](SoundDeal& at) { user(at).personal_win.clear(), user(at).influence = Degree::medium; }},
    {"gut_against_index",
     [](SoundDeal& at) {
         at.deal.gut_feel = {{sample_today, 4, "", {}}, {sample_today + 1, 0, "", {}}};
     },
     [](SoundDeal& at) {
         at.deal.gut_feel = {{sample_today, 4, "", {}}}, at.index = Probability{.7};
     }},
    {"reminder_best_score", [](SoundDeal& at) { at.gate("p5.bid_won").state = GateState::claimed; },
     [](SoundDeal& at) { at.gate("p5.bid_won").state = GateState::open; }},
    {"reminder_publicity", [](SoundDeal& at) { at.gate("p5.bid_won"); },
     [](SoundDeal& at) {
         at.gate("p5.bid_won"), at.deal.first_payment = Money{300, {}};
     }},
    {"reminder_award_letter",
     [](SoundDeal& at) {
         at.deal.position.stage_evidence = {sample_fact(70, Certainty::explicit_)};
         at.deal.position.stage_evidence.front().sign = "stage.closing.award_letter";
     },
     nothing},
    {"reminder_low_first_payment",
     [](SoundDeal& at) {
         at.gate("p7.contract_signed"), at.deal.contract = Money{1000, {}};
     },
     [](SoundDeal& at) {
         at.deal.contract = Money{1000, {}};
     }},
};

}  // namespace

TEST_CASE("nothing is flagged in a sound deal") { CHECK(names_of(sound_deal().flags()) == ""); }

TEST_CASE("every flag is raised by what it is about, and not by what comes close") { check_promises(flag_promises, &SoundDeal::flags); }

TEST_CASE("every flag has its test") { check_each_has_one(flag_promises, flag_rules()); }

TEST_CASE("worst flags come first, and each names entries and a next step in both languages") {
    SoundDeal sound = sound_deal();
    // Without those that take a role from somebody: the next ones would look for it.
    const std::set<std::string_view> left_out = {"no_economic_buyer", "no_user", "no_technical", "no_coach"};
    for (const Promise& promise : flag_promises)
        if (left_out.count(promise.rule) == 0) promise.bent(sound);
    const std::vector<Finding> flags = sound.flags();
    REQUIRE(flags.size() > 15);
    for (std::size_t i = 0; i < flags.size(); ++i) {
        CAPTURE(flags[i].rule);
        if (i > 0) CHECK(flags[i - 1].severity <= flags[i].severity);
        CHECK_FALSE(flags[i].facts.empty());
        for (const Fact& fact : flags[i].facts) CHECK(fact.place.front() == '/');
        for (const Language language : {Language::zh, Language::en}) {
            const std::string said =
                text_of(flags[i], sound.deal, sound.playbook, language) + step_of(flags[i], sound.deal, sound.playbook, language);
            CHECK_FALSE(said.empty());
            CHECK(said.find('{') == std::string::npos);
        }
    }
}

TEST_CASE("a flag about a person names the person") {
    SoundDeal sound = sound_deal();
    user(sound).name = "Liu Wei";
    user(sound).support = -2;
    const std::vector<Finding> flags = sound.flags();
    REQUIRE(flags.size() == 1);
    CHECK(flags[0].person == user(sound).id);
    CHECK(flags[0].facts == std::vector<Fact>{{"/people/1/influence", "high"}, {"/people/1/support", "-2"}});
    CHECK(text_of(flags[0], sound.deal, sound.playbook, Language::en) == "Liu Wei has much influence and is against us");
}

TEST_CASE("a playbook can silence a rule, soften it, and set its limit") {
    SoundDeal sound = sound_deal();
    sound.deal.tasks[0].due = sample_today - 1;
    user(sound).support = 2;
    user(sound).support_evidence.clear();
    CHECK(names_of(sound.flags()) == "action_overdue ");
    Playbook own = default_playbook();
    for (const FindingRule& rule : default_method().rules)
        if (rule.id == "action_overdue" || rule.id == "support_without_evidence") own.rules.push_back(rule);
    (own.rules[0].id == "action_overdue" ? own.rules[0] : own.rules[1]).severity = Severity::off;
    FindingRule& support = own.rules[0].id == "action_overdue" ? own.rules[1] : own.rules[0];
    support.limit = 2;
    support.severity = Severity::stop;
    sound.playbook = with_method(own);
    REQUIRE(names_of(sound.flags()) == "support_without_evidence ");
    CHECK(sound.flags()[0].severity == Severity::stop);
}

TEST_CASE("a rule that the playbook does not have is silent") {
    SoundDeal sound = sound_deal();
    sound.deal = Deal{};
    CHECK_FALSE(sound.flags().empty());
    sound.playbook = default_playbook();
    CHECK(sound.flags().empty());
}

TEST_CASE("a closed deal has no flags") {
    SoundDeal sound = sound_deal();
    sound.deal = Deal{};
    sound.deal.status = DealStatus::lost;
    CHECK(sound.flags().empty());
    CHECK(sound.contradictions().empty());
}

TEST_CASE("a month later is the same day, or the last one of a shorter month") {
    CHECK(months_after(*date_of({2026, 8, 31}), 6) == *date_of({2027, 2, 28}));
    CHECK(months_after(*date_of({2026, 1, 15}), 0) == *date_of({2026, 1, 15}));
    CHECK(months_after(*date_of({2026, 11, 30}), 1) == *date_of({2026, 12, 30}));
    CHECK(months_after(last_date, 120) == last_date);
}

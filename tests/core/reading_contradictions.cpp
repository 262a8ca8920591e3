// Contradictions (methodology §3): two entries that cannot both be true are named together; entries that agree are left alone.
#include "reading/contradictions.h"

#include "generate.h"
#include "promises.h"

#include <doctest/doctest.h>

#include <set>

using namespace compass;

namespace {

Position& position(SoundDeal& at) { return at.deal.position.claimed; }
void listed(SoundDeal& at, AlternativeKind kind) {
    at.deal.alternatives.resize(1);
    at.deal.alternatives[0].kind = kind;
}
void ticked(SoundDeal& at, Axis axis, const char* sign) {
    auto& facts = evidence_of(at.deal.position, axis);
    facts = {sample_fact(80, Certainty::explicit_, at.deal.people[0].id), sample_fact(81, Certainty::explicit_, at.deal.people[1].id)};
    facts.front().sign = sign;
}
void no_timetable(SoundDeal& at) {
    at.deal.compelling_events.clear();
    at.deal.bantcc.time = at.deal.five_elements.timetable = {};
}
void links(SoundDeal& at, std::initializer_list<std::pair<int, int>> all) {
    for (const auto& [from, to] : all)
        at.deal.links.push_back({at.deal.people[static_cast<std::size_t>(from)].id,
                                 at.deal.people[static_cast<std::size_t>(to)].id,
                                 LinkKind::reports_to,
                                 "",
                                 {}});
}

const Promise contradiction_promises[] = {
    {"closing_yet_buyer_never_met", [](SoundDeal& at) { position(at).stage = Stage::closing, buyer(at).contact = {}; },
     [](SoundDeal& at) { position(at).stage = Stage::commercial, buyer(at).contact = {}; }},
    {"sole_yet_rival", [](SoundDeal& at) { position(at).competition = Competition::sole, listed(at, AlternativeKind::rival); },
     [](SoundDeal& at) { position(at).competition = Competition::sole, listed(at, AlternativeKind::delay_or_cancel); }},
    {"behind_yet_nobody_listed", [](SoundDeal& at) { position(at).competition = Competition::behind, at.deal.bantcc.competitors = {}; },
     [](SoundDeal& at) {
         position(at).competition = Competition::behind, at.deal.bantcc.competitors = {};
         listed(at, AlternativeKind::solve_inside);
     }},
    {"urgent_yet_buyer_content", [](SoundDeal& at) { position(at).urgency = Urgency::urgent, buyer(at).attitude = Attitude::even_keel; },
     [](SoundDeal& at) { position(at).urgency = Urgency::urgent, user(at).attitude = Attitude::even_keel; }},
    {"urgent_yet_no_date", [](SoundDeal& at) { position(at).urgency = Urgency::urgent, no_timetable(at); },
     [](SoundDeal& at) { position(at).urgency = Urgency::active, no_timetable(at); }},
    {"active_yet_nobody_said_so", [](SoundDeal& at) { at.deal.position.urgency_evidence = {sample_fact(60, Certainty::unclear)}; },
     [](SoundDeal& at) { at.deal.position.urgency_evidence.clear(), position(at).urgency = Urgency::worked_in; }},
    {"signing_soon_yet_early_stage", [](SoundDeal& at) { at.deal.objective.signing_date = sample_today + 42; },
     [](SoundDeal& at) { at.deal.objective.signing_date = sample_today + 43; }},
    {"stage_claim_against_evidence", [](SoundDeal& at) { ticked(at, Axis::stage, "stage.intent.no_criteria"); },
     [](SoundDeal& at) { ticked(at, Axis::stage, "stage.solution.compares"); }},
    {"competition_claim_against_evidence", [](SoundDeal& at) { ticked(at, Axis::competition, "competition.behind.hear_last"); },
     [](SoundDeal& at) { ticked(at, Axis::competition, "competition.level.any_could"); }},
    {"urgency_claim_against_evidence", [](SoundDeal& at) { ticked(at, Axis::urgency, "urgency.later.no_owner"); },
     [](SoundDeal& at) { ticked(at, Axis::urgency, "urgency.active.chases_us"); }},
    {"budget_verified_yet_no_authority", [](SoundDeal& at) { at.deal.bantcc.authority = {}, buyer(at).roles = {Role::economic_proposing}; },
     [](SoundDeal& at) { at.deal.bantcc.authority = {}; }},
    {"kdm_met_but_never_contacted",
     [](SoundDeal& at) { at.gate("p4.introduced_to_kdm"), buyer(at).person_class = PersonClass::kdm, buyer(at).contact = {}; },
     [](SoundDeal& at) { at.gate("p4.introduced_to_kdm"), buyer(at).person_class = PersonClass::kdm; }},
    {"coach_gate_yet_informant", [](SoundDeal& at) { at.gate("p4.inside_coach"), coach(at).inside_help = InsideHelp::informant; },
     [](SoundDeal& at) { at.gate("p4.inside_coach"), user(at).inside_help = InsideHelp::informant; }},
    {"coach_yet_not_for_us", [](SoundDeal& at) { coach(at).support = 0; }, [](SoundDeal& at) { coach(at).support = 1; }},
    {"supports_yet_sees_no_need", [](SoundDeal& at) { user(at).support = 3, user(at).attitude = Attitude::overconfident; },
     [](SoundDeal& at) { user(at).support = 2, user(at).attitude = Attitude::overconfident; }},
    {"against_yet_acting_for_us", [](SoundDeal& at) { user(at).support = -1, user(at).contact.ladder = ContactLadder::acting_for_us; },
     [](SoundDeal& at) { user(at).support = -1, user(at).contact.ladder = ContactLadder::trusting; }},
    {"connected_yet_never_contacted", [](SoundDeal& at) { user(at).contact.last.reset(); },
     [](SoundDeal& at) {
         user(at).contact = {ContactLadder::known, {}, {}, {}};
     }},
    {"two_final_deciders", [](SoundDeal& at) { user(at).roles.push_back(Role::economic_final); },
     [](SoundDeal& at) { user(at).roles.push_back(Role::economic_proposing); }},
    {"reports_in_a_circle",
     [](SoundDeal& at) {
         links(at, {{3, 0}, {0, 1}, {1, 2}, {2, 0}});
     },
     [](SoundDeal& at) {
         links(at, {{3, 0}, {0, 1}, {1, 2}, {3, 2}});
     }},
    {"met_without_evidence", [](SoundDeal& at) { at.gate("p1.key_roles").evidence.clear(); },
     [](SoundDeal& at) { at.gate("p1.key_roles"); }},
    {"confirmed_by_nobody", [](SoundDeal& at) { at.gate("p3.five_elements_confirmed"); },
     [](SoundDeal& at) { at.gate("p3.five_elements_confirmed"), at.deal.five_elements.confirmed_by = "Luo"; }},
    {"award_yet_bid_open", [](SoundDeal& at) { at.gate("p6.award"); },
     [](SoundDeal& at) { at.gate("p6.award"), at.gate("p5.bid_won").state = GateState::not_applicable; }},
    {"paid_yet_not_signed",
     [](SoundDeal& at) {
         at.deal.first_payment = Money{1, {}};
     },
     [](SoundDeal& at) {
         at.deal.first_payment = Money{1, {}}, at.gate("p7.contract_signed");
     }},
    {"stage_history_differs",
     [](SoundDeal& at) {
         at.deal.stage_history = {{sample_today, FunnelStage::p2, {}}, {sample_today - 1, FunnelStage::p1, {}}};
     },
     [](SoundDeal& at) {
         at.deal.stage_history = {{sample_today, FunnelStage::p1, {}}, {sample_today - 1, FunnelStage::p2, {}}};
     }},
    {"done_without_result", [](SoundDeal& at) { at.deal.tasks[0].done = sample_today; },
     [](SoundDeal& at) { at.deal.tasks[0].done = sample_today, at.deal.tasks[0].result = "agreed"; }},
    {"dated_in_the_future", [](SoundDeal& at) { user(at).support_evidence.front().date = sample_today + 1; },
     [](SoundDeal& at) { user(at).support_evidence.front().date = sample_today; }},
};

}  // namespace

TEST_CASE("nothing in a sound deal contradicts") { CHECK(names_of(sound_deal().contradictions()) == ""); }

TEST_CASE("every contradiction is found, and entries that agree are left alone") {
    check_promises(contradiction_promises, &SoundDeal::contradictions);
}

TEST_CASE("every contradiction has its test, and there are at least twelve") {
    check_each_has_one(contradiction_promises, contradiction_rules());
    CHECK(contradiction_rules().size() >= 12);
}

TEST_CASE("both entries of a contradiction can be led to") {
    SoundDeal sound = sound_deal();
    position(sound).competition = Competition::sole;
    listed(sound, AlternativeKind::rival);
    sound.deal.alternatives[0].name = "Hengre";
    const std::vector<Finding> found = sound.contradictions();
    REQUIRE(found.size() == 1);
    CHECK(found[0].facts == std::vector<Fact>{{"/position/claimed/competition", "sole"}, {"/alternatives/0", "Hengre"}});
    CHECK(found[0].action == StepAction::set_level);
}

TEST_CASE("whatever a file may hold can be read: each finding has its facts and its words, the worst first") {
    const Playbook playbook = with_method(default_playbook());
    int findings = 0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const Workspace workspace = generate::workspace(seed, {.filled = .7, .items = 3});
        for (const Box<Deal>& box : workspace.deals) {
            Deal deal = *box;
            deal.status = DealStatus::open;
            const Customer* customer = find_customer(workspace, deal.customer);
            for (const auto& found : {read_flags(deal, customer, playbook, sample_today, Probability{.5}),
                                      read_contradictions(deal, customer, playbook, sample_today)}) {
                for (std::size_t i = 0; i < found.size(); ++i) {
                    ++findings;
                    CAPTURE(found[i].rule);
                    CHECK_FALSE(found[i].facts.empty());
                    CHECK_FALSE(text_of(found[i], deal, playbook, Language::zh).empty());
                    if (i > 0) CHECK(found[i - 1].severity <= found[i].severity);
                }
            }
        }
    }
    CHECK(findings > 500);
}

TEST_CASE("a circle of bosses is named once, with its links alone") {
    SoundDeal sound = sound_deal();
    links(sound, {{3, 0}, {0, 1}, {1, 2}, {2, 0}});
    const std::vector<Finding> found = sound.contradictions();
    REQUIRE(found.size() == 1);
    CHECK(found[0].facts.size() == 3);
    for (const Fact& fact : found[0].facts) CHECK(fact.place != "/links/0");
}

TEST_CASE("the built-in method has a text for every rule and no rule that nobody applies") {
    std::set<std::string_view> applied;
    for (const std::string_view rule : flag_rules()) applied.insert(rule);
    for (const std::string_view rule : contradiction_rules()) applied.insert(rule);
    CHECK(applied.size() == flag_rules().size() + contradiction_rules().size());
    std::set<std::string_view> said;
    for (const FindingRule& rule : default_method().rules) {
        CAPTURE(rule.id);
        CHECK(said.insert(rule.id).second);
        CHECK(rule.severity != Severity::off);
        for (const std::string& word : rule.words) CHECK_FALSE(word.empty());
    }
    CHECK(said == applied);
}

TEST_CASE("the gate items and signs that rules look for are those of the playbook") {
    std::set<std::string> known;
    for (const FunnelStageText& stage : default_playbook().funnel)
        for (const GateItemText& item : stage.gate) known.insert(item.id);
    for (const Sign& sign : default_playbook().signs) known.insert(sign.id);
    for (const FindingRule& rule : default_method().rules)
        for (const std::string& word : rule.words)
            if (word.find('.') != std::string::npos) CHECK(known.count(word) == 1);
}

TEST_CASE("a rule that a playbook has itself counts instead of the built-in one") {
    Playbook own = default_playbook();
    own.rules.push_back(default_method().rules.front());
    own.rules.front().text.en = "Ours";
    const Playbook whole = with_method(own);
    CHECK(whole.rules.size() == default_method().rules.size());
    CHECK(whole.rules.front().text.en == "Ours");
    CHECK(with_method(whole) == whole);
}

// What the actions on people, facts, plans and customers do (session/action.h).
#include "codec/workspace_codec.h"
#include "reading/finding.h"
#include "reading/qualification.h"
#include "sample_deal.h"
#include "session/session.h"

#include <doctest/doctest.h>
#include <fstream>
#include <nlohmann/json.hpp>

using namespace compass;

namespace {

// The sample deal, or the one given, after these actions.
Deal after(const std::vector<Action>& actions, Workspace workspace = sample_workspace()) {
    std::uint64_t random = 0;
    for (const Action& action : actions) workspace = update(workspace, action, {sample_today, ++random}).workspace;
    CHECK(read_workspace(write_workspace(workspace)));
    return *workspace.deals.front();
}

const Person& person_of(const Deal& deal, const Id& id) {
    return *std::find_if(deal.people.begin(), deal.people.end(), [&](const Person& one) { return one.id == id; });
}

Link link(const Id& from, const Id& to, LinkKind kind) { return {from, to, kind, {}, {}}; }

}  // namespace

TEST_CASE("a new person gets an id, and so do the facts about them; what may not be stored is taken into its range") {
    Person person;
    person.name = " 王工\n";
    person.support = 9;
    person.support_evidence = {Evidence{}, Evidence{}};
    person.coach.told_us_true.evidence = {Evidence{}};
    person.coach.grade = 0;
    person.contact.last = Date{1'000'000};
    person.since = sample_today;
    const Deal deal = after({PutPerson{sample_deal_id, person}});
    REQUIRE(deal.people.size() == 4);
    const Person& put = deal.people.back();
    CHECK(put.id);
    CHECK(put.name == "王工");
    CHECK(put.support == 5);
    CHECK(put.coach.grade == 1);
    CHECK_FALSE(put.contact.last);
    CHECK(put.since == sample_today);
    CHECK(put.support_evidence[0].id != put.support_evidence[1].id);
    CHECK(put.coach.told_us_true.evidence[0].id);
}

TEST_CASE("the support of a person keeps its way, and nothing that is put can change that way") {
    Person person = sample_deal().people[0];
    person.support = 2;
    person.support_trail = {{sample_today - 90, -5, {}}};
    const Deal deal =
        after({PutPerson{sample_deal_id, person}, RatePerson{sample_deal_id, sample_economic, -1, Degree::low, Attitude::trouble},
               RatePerson{sample_deal_id, sample_economic, {}, Degree::low, Attitude::growth}});
    const Person& rated = person_of(deal, sample_economic);
    CHECK(rated.support_trail == std::vector<SupportStep>{{sample_today, 2, {}}, {sample_today, -1, {}}, {sample_today, {}, {}}});
    CHECK_FALSE(rated.support);
    CHECK(rated.influence == Degree::low);
    CHECK(rated.attitude == Attitude::growth);
    CHECK(after({RatePerson{sample_deal_id, sample_economic, 0, Degree::low, Attitude::growth}}).people[0].support_trail.empty());
}

TEST_CASE("with a person go the links; tasks and facts stay with nobody named, and one undo brings all back") {
    Workspace workspace = sample_workspace();
    Deal deal = *workspace.deals[0];
    deal.links = {link(sample_user, sample_economic, LinkKind::reports_to), link(sample_economic, sample_coach, LinkKind::allied),
                  link(sample_user, sample_coach, LinkKind::influences)};
    deal.position.stage_evidence = {sample_fact(30, Certainty::explicit_, sample_economic),
                                    sample_fact(31, Certainty::explicit_, sample_user)};
    deal.tasks = {{}};
    deal.tasks[0].id = sample_id(40);
    deal.tasks[0].person = sample_economic;
    deal.people[1].support_evidence[0].source = sample_economic;
    workspace.deals[0] = deal;
    Session session(workspace);
    session.apply(RemovePerson{sample_deal_id, sample_economic}, {sample_today, 1});
    const Deal left = *session.workspace().deals[0];
    CHECK(left.people.size() == 2);
    CHECK(left.links == std::vector<Link>{link(sample_user, sample_coach, LinkKind::influences)});
    CHECK_FALSE(left.position.stage_evidence[0].source);
    CHECK(left.position.stage_evidence[1].source == sample_user);
    CHECK_FALSE(left.tasks[0].person);
    CHECK_FALSE(person_of(left, sample_user).support_evidence[0].source);
    CHECK(read_workspace(write_workspace(session.workspace())));
    CHECK(session.undo() == ActionKind::remove_person);
    CHECK(session.workspace() == workspace);
    CHECK_FALSE(session.undo());
}

TEST_CASE("between two people there is one link of a kind; allied and in conflict are mutual") {
    const Link reports = link(sample_user, sample_economic, LinkKind::reports_to),
               allied = link(sample_user, sample_coach, LinkKind::allied);
    Link noted = link(sample_coach, sample_user, LinkKind::allied);
    noted.note = "since 2019";
    CHECK(after({PutLink{sample_deal_id, reports, {}}, PutLink{sample_deal_id, reports, {}}}).links.size() == 1);
    CHECK(
        after({PutLink{sample_deal_id, reports, {}}, PutLink{sample_deal_id, link(sample_economic, sample_user, LinkKind::reports_to), {}}})
            .links.size() == 2);
    CHECK(after({PutLink{sample_deal_id, allied, {}}, PutLink{sample_deal_id, noted, {}}}).links == std::vector<Link>{noted});
    CHECK(after({PutLink{sample_deal_id, reports, {}}, PutLink{sample_deal_id, allied, reports}}).links == std::vector<Link>{allied});
    CHECK(after({PutLink{sample_deal_id, reports, {}}, PutLink{sample_deal_id, allied, {}}, PutLink{sample_deal_id, allied, reports}})
              .links.size() == 2);
    CHECK(after({PutLink{sample_deal_id, reports, {}}, RemoveLink{sample_deal_id, reports}}).links.empty());
    CHECK(after({PutLink{sample_deal_id, link(sample_user, sample_user, LinkKind::allied), {}}}).links.empty());
    CHECK(after({PutLink{sample_deal_id, link(sample_user, sample_id(99), LinkKind::allied), {}}}).links.empty());
}

TEST_CASE("doing nothing is an alternative in all its four kinds") {
    for (const AlternativeKind kind : {AlternativeKind::delay_or_cancel, AlternativeKind::divert_budget, AlternativeKind::solve_inside,
                                       AlternativeKind::withdraw, AlternativeKind::rival}) {
        Alternative alternative;
        alternative.kind = kind;
        alternative.customers_view = "the boiler holds another winter";
        Deal deal = after({PutAlternative{sample_deal_id, alternative}});
        REQUIRE(deal.alternatives.size() == 1);
        CHECK(deal.alternatives[0].kind == kind);
        Workspace workspace = sample_workspace();
        workspace.deals = {deal};
        CHECK(after({RemoveAlternative{sample_deal_id, deal.alternatives[0].id}}, workspace).alternatives.empty());
    }
}

TEST_CASE("an answer is as sure as its facts, whichever question it answers") {
    Answer answer;
    answer.text = "  headquarters, purchasing department ";
    answer.evidence = {sample_fact(0, Certainty::explicit_)};
    answer.evidence[0].id = {};
    for (int question = 0; question <= static_cast<int>(Question::bantcc_competitors); ++question) {
        const Deal deal = after({PutAnswer{sample_deal_id, static_cast<Question>(question), answer}});
        const FiveElements& five = deal.five_elements;
        const Bantcc& bantcc = deal.bantcc;
        const Answer* all[] = {&five.purchasing_body, &five.need,      &five.suitable_product, &five.budget,
                               &five.timetable,       &bantcc.budget,  &bantcc.authority,      &bantcc.need,
                               &bantcc.time,          &bantcc.company, &bantcc.competitors};
        CAPTURE(question);
        CHECK(all[question]->text == "headquarters, purchasing department");
        CHECK(status_of(*all[question], default_playbook().people, sample_today) == AnswerStatus::verified);
        CHECK(all[question]->evidence[0].id);
    }
    CHECK(after({ConfirmOpportunity{sample_deal_id, " 老周 "}}).five_elements.confirmed_by == "老周");
}

TEST_CASE("a gate item, a key action and an own factor are entered once each, under their ids") {
    GateItem gate{"p5.seniors_met", GateState::claimed, {}, {}};
    GateItem met = gate;
    met.state = GateState::met;
    met.evidence = {Evidence{}};
    const Deal deal = after(
        {PutGateItem{sample_deal_id, gate}, PutGateItem{sample_deal_id, met}, PutGateItem{sample_deal_id, {" ", GateState::met, {}, {}}},
         MarkKeyAction{sample_deal_id, "p5.visit", sample_today - 3}, MarkKeyAction{sample_deal_id, "p5.visit", sample_today},
         MarkKeyAction{sample_deal_id, "p5.demo", sample_today}, MarkKeyAction{sample_deal_id, "p5.demo", {}},
         PutFactorAnswer{sample_deal_id, {"own.1", "yes", {}, {}}}, PutFactorAnswer{sample_deal_id, {"own.1", "no", {}, {}}},
         PutFactorAnswer{sample_deal_id, {"own.2", "yes", {}, {}}}, PutFactorAnswer{sample_deal_id, {"own.2", "", {}, {}}}});
    REQUIRE(deal.gates.size() == 1);
    CHECK(deal.gates[0].state == GateState::met);
    CHECK(deal.gates[0].evidence[0].id);
    CHECK(deal.key_actions == std::vector<KeyAction>{{"p5.visit", sample_today, {}}});
    CHECK(deal.own_factors == std::vector<FactorAnswer>{{"own.1", "no", {}, {}}});
}

TEST_CASE("a task is done when its result is recorded, and not before") {
    Task task;
    task.what = "take the plant manager to the reference";
    task.person = sample_id(99);
    task.due = sample_today + 7;
    Deal deal = after({PutTask{sample_deal_id, task}});
    REQUIRE(deal.tasks.size() == 1);
    CHECK_FALSE(deal.tasks[0].person);
    const Id id = deal.tasks[0].id;
    Workspace workspace = sample_workspace();
    workspace.deals = {deal};
    CHECK_FALSE(after({FinishTask{sample_deal_id, id, "  "}}, workspace).tasks[0].done);
    deal = after({FinishTask{sample_deal_id, id, "he wants our figures for line two"}}, workspace);
    CHECK(deal.tasks[0].done == sample_today);
    CHECK(deal.tasks[0].result == "he wants our figures for line two");
    CHECK(after({RemoveTask{sample_deal_id, id}}, workspace).tasks.empty());
}

TEST_CASE("what has no id is replaced where it equals what was there, and left alone where it is gone") {
    const CompellingEvent event{sample_today + 30, "shutdown", {}, {}}, moved{sample_today + 60, "shutdown", {}, {}};
    CHECK(
        after({PutCompellingEvent{sample_deal_id, event, {}}, PutCompellingEvent{sample_deal_id, moved, event}}).compelling_events.back() ==
        moved);
    CHECK(after({PutCompellingEvent{sample_deal_id, moved, event}}).compelling_events == sample_deal().compelling_events);
    CHECK(after({PutCompellingEvent{sample_deal_id, event, {}}, RemoveCompellingEvent{sample_deal_id, event}}).compelling_events ==
          sample_deal().compelling_events);
    const TeamMember sponsor{TeamRole::sponsor, "Zhou", {}}, channel{TeamRole::channel, "Zhou", {}};
    CHECK(after({PutTeamMember{sample_deal_id, sponsor, {}}, PutTeamMember{sample_deal_id, channel, sponsor}}).team ==
          std::vector<TeamMember>{channel});
    CHECK(after({PutTeamMember{sample_deal_id, sponsor, {}}, RemoveTeamMember{sample_deal_id, sponsor}}).team.empty());
    const StoryEvent visit{sample_today, "they came to see our plant", {}}, call{sample_today, "they called", {}};
    CHECK(after({PutStoryEvent{sample_deal_id, visit, {}}, PutStoryEvent{sample_deal_id, call, visit}}).story ==
          std::vector<StoryEvent>{call});
    CHECK(after({PutStoryEvent{sample_deal_id, visit, {}}, RemoveStoryEvent{sample_deal_id, visit}}).story.empty());
}

TEST_CASE("an ended deal has its day, its reason and what it taught; a won one needs no reason and an open one has not ended") {
    Deal deal =
        after({SetStatus{sample_deal_id, DealStatus::lost, EndReason::budget_diverted, {}, " ask for the owner of the budget first "}});
    CHECK(deal.status == DealStatus::lost);
    CHECK(deal.end_reason == EndReason::budget_diverted);
    CHECK(deal.ended == sample_today);
    CHECK(deal.lessons == "ask for the owner of the budget first");
    deal = after({SetStatus{sample_deal_id, DealStatus::won, EndReason::rival, sample_today - 2, {}}});
    CHECK(deal.end_reason == EndReason::none);
    CHECK(deal.ended == sample_today - 2);
    deal = after({SetStatus{sample_deal_id, DealStatus::suspended, EndReason::we_withdrew, {}, {}},
                  SetStatus{sample_deal_id, DealStatus::open, EndReason::rival, sample_today, {}}});
    CHECK(deal.end_reason == EndReason::none);
    CHECK_FALSE(deal.ended);
}

TEST_CASE("a P-stage enters the stage history; contract, protection and teaching case stand as given") {
    TeachingCase teaching;
    teaching.case_id = "9";
    teaching.stage.to = 7;
    const Deal deal = after({SetFunnelStage{sample_deal_id, FunnelStage::p4}, SetFunnelStage{sample_deal_id, FunnelStage::p4},
                             SetContract{sample_deal_id, Money{500, {}}, Money{-1, {}}},
                             SetProtection{sample_deal_id, {sample_today, 900, {}}}, SetTeaching{sample_deal_id, teaching}});
    CHECK(deal.stage_history == std::vector<StageEntry>{{sample_today, FunnelStage::p4, {}}});
    CHECK(deal.contract == Money{500, {}});
    CHECK(deal.first_payment == Money{0, {}});
    CHECK(deal.protection.months == 120);
    REQUIRE(deal.teaching);
    CHECK(deal.teaching->stage.to == 3);
    CHECK_FALSE(after({SetTeaching{sample_deal_id, teaching}, SetTeaching{sample_deal_id, {}}}).teaching);
    CHECK_FALSE(after({SetTeaching{sample_deal_id, TeachingCase{}}}).teaching);
}

TEST_CASE("how it feels is kept by day") {
    Workspace workspace = sample_workspace();
    workspace.deals = {after({NoteGutFeel{sample_deal_id, -9, "they avoid us"}, NoteGutFeel{sample_deal_id, 1, "they called back"}})};
    CHECK(workspace.deals[0]->gut_feel == std::vector<GutFeel>{{sample_today, 1, "they called back", {}}});
    workspace = update(workspace, NoteGutFeel{sample_deal_id, 9, {}}, {sample_today + 1, 1}).workspace;
    CHECK(workspace.deals[0]->gut_feel.size() == 2);
    CHECK(workspace.deals[0]->gut_feel[1].value == 4);
}

TEST_CASE("a customer is put whole, added without an id, and goes with all its deals in one step") {
    Workspace workspace = sample_workspace();
    Customer customer = *workspace.customers[0];
    customer.name = " Linjiang ";
    customer.relationship = 7;
    customer.calendar = {{sample_today, "budget round", {}}};
    customer.ideal.push_back({"", 3, {}, {}});
    customer.decision.approvals = {{Money{500'000'000, {}}, "director", {}}};
    workspace = update(workspace, PutCustomer{customer}, {sample_today, 1}).workspace;
    CHECK(workspace.customers[0]->name == "Linjiang");
    CHECK(workspace.customers[0]->relationship == 5);
    CHECK(workspace.customers[0]->calendar == customer.calendar);
    CHECK(workspace.customers[0]->ideal.size() == customer.ideal.size() - 1);
    CHECK(workspace.customers[0]->decision == customer.decision);
    customer.id = {};
    workspace = update(workspace, PutCustomer{customer}, {sample_today, 2}).workspace;
    REQUIRE(workspace.customers.size() == 2);
    CHECK(workspace.customers[1]->id);
    CHECK_FALSE(update(workspace, PutCustomer{}, {sample_today, 3}).changed);
    Session session(workspace);
    session.apply(DeleteCustomer{sample_id(1)}, {sample_today, 4});
    CHECK(session.workspace().deals.empty());
    CHECK(session.workspace().customers.size() == 1);
    CHECK(session.undo() == ActionKind::delete_customer);
    CHECK(session.workspace() == workspace);
}

TEST_CASE("an own playbook is used if a file may hold it, and the default comes back") {
    Playbook own = default_playbook();
    own.id = "ours";
    own.criteria.pop_back();
    Workspace workspace = update({}, SetPlaybook{own}, {sample_today, 1}).workspace;
    REQUIRE(workspace.playbook);
    CHECK(**workspace.playbook == own);
    CHECK_FALSE(update(workspace, SetPlaybook{own}, {sample_today, 1}).changed);
    own.index.prior = 2;
    CHECK_FALSE(update(workspace, SetPlaybook{own}, {sample_today, 1}).changed);
    CHECK_FALSE(update(workspace, SetPlaybook{}, {sample_today, 1}).workspace.playbook);
}

TEST_CASE("a form that knows nothing of a newer version's members loses none of them") {
    Workspace workspace = sample_workspace();
    Deal deal = *workspace.deals[0];
    deal.objective.amount = Money{1, {}};
    deal.objective.extra.members = {{"amount\x1Fx_rate", "1"}, {"x_source", "2"}};
    deal.people[0].extra.members = {{"x_blood", "3"}};
    deal.people[0].support_evidence[0].extra.members = {{"x_page", "4"}};
    deal.compelling_events[0].extra.members = {{"x_sure", "5"}};
    workspace.deals = {deal};
    Person person = deal.people[0];
    person.extra = {};
    person.support_evidence[0].extra = {};
    person.title = "director";
    CompellingEvent event = deal.compelling_events[0];
    event.text = "shutdown of line two";
    event.extra = {};
    EditDeal edit{sample_deal_id, "", "", "", {}, DealKind::repeat, LeadChannel::referral, FunnelStage::p2, ""};
    edit.objective.sentence = "sell the boiler";
    const Deal kept =
        after({PutPerson{sample_deal_id, person}, PutCompellingEvent{sample_deal_id, event, deal.compelling_events[0]}, edit}, workspace);
    CHECK(kept.people[0].title == "director");
    CHECK(kept.people[0].extra == deal.people[0].extra);
    CHECK(kept.people[0].support_evidence[0].extra == deal.people[0].support_evidence[0].extra);
    CHECK(kept.compelling_events[0].text == "shutdown of line two");
    CHECK(kept.compelling_events[0].extra == deal.compelling_events[0].extra);
    CHECK(kept.objective.extra.members == std::vector<std::pair<std::string, std::string>>{{"x_source", "2"}});
    CHECK(kept.lead_channel == LeadChannel::referral);
}

TEST_CASE("a full list takes no more, and an id that stands twice is drawn anew") {
    Workspace workspace = sample_workspace();
    Deal deal = *workspace.deals[0];
    deal.alternatives.resize(200);
    for (std::size_t i = 0; i < deal.alternatives.size(); ++i) deal.alternatives[i].id = sample_id(1'000 + i);
    workspace.deals = {deal};
    CHECK_FALSE(update(workspace, PutAlternative{sample_deal_id, {}}, {sample_today, 1}).changed);
    Answer copied;
    copied.evidence = {deal.people[0].support_evidence[0], sample_fact(10, Certainty::explicit_)};
    const Deal put = after({PutAnswer{sample_deal_id, Question::five_need, copied}}, workspace);
    CHECK(put.people[0].id == sample_economic);
    CHECK(put.five_elements.need.evidence[0].id != put.people[0].support_evidence[0].id);
    CHECK(put.five_elements.need.evidence[1].id != sample_economic);
}

TEST_CASE("the step of every finding is an action that there is") {
    std::ifstream file(TEST_DATA "/../../assets/languages/zh.json", std::ios::binary);
    const nlohmann::json phrases = nlohmann::json::parse(file, nullptr, false);
    REQUIRE(phrases.is_object());
    for (const char* word : WordsOf<StepAction>::words) {
        CAPTURE(word);
        CHECK(phrases.contains(std::string("action_") + word));
    }
}

// What each action does to a workspace (session/action.h).
#include "session/update.h"

#include "codec/workspace_codec.h"
#include "model/text.h"
#include "sample_deal.h"
#include "session/clean_text.h"
#include "session/session.h"

#include <doctest/doctest.h>

using namespace compass;

namespace {

// Two deals of one customer.
Workspace two_deals() {
    Workspace workspace;
    workspace.customers.push_back(sample_customer());
    Deal other = sample_deal();
    other.id = sample_id(3);
    workspace.deals = {sample_deal(), other};
    return workspace;
}

Update apply(const Workspace& workspace, const Action& action) { return update(workspace, action, {sample_today, 42}); }

EditDeal edit_of(const Deal& deal, const std::string& customer_name) {
    return {deal.id, customer_name, deal.name, deal.owner, deal.objective, deal.kind, deal.lead_channel, deal.funnel_stage, {}};
}

}  // namespace

TEST_CASE("a new deal starts its trail and its stage history sample_today and is shown") {
    const Update made = apply({}, CreateDeal{" 临江化工 ", "节能改造", "小田", {}, {Stage::solution, Competition::ahead, Urgency::later}});
    REQUIRE(made.workspace.deals.size() == 1);
    const Deal& deal = *made.workspace.deals[0];
    CHECK(made.workspace.customers[0]->name == "临江化工");
    CHECK(deal.customer == made.workspace.customers[0]->id);
    CHECK(deal.trail == std::vector<TrailStep>{{sample_today, deal.position.claimed, {}, {}}});
    CHECK(deal.stage_history == std::vector<StageEntry>{{sample_today, FunnelStage::p1, {}}});
    REQUIRE(made.requests.size() == 2);
    CHECK(std::holds_alternative<Save>(made.requests[0]));
    CHECK(std::get<OpenDeal>(made.requests[1]).deal == deal.id);
}

TEST_CASE("a customer of the same name is used again") {
    Workspace workspace = apply({}, CreateDeal{"Linjiang", "a", {}, {}, {}}).workspace;
    workspace = update(workspace, CreateDeal{"Linjiang", "b", {}, {}, {}}, {sample_today, 43}).workspace;
    CHECK(workspace.customers.size() == 1);
    CHECK(workspace.deals.size() == 2);
}

TEST_CASE("an action on a deal that is not there, or without effect, changes nothing and asks for nothing") {
    const Workspace workspace = two_deals();
    const Id nobody = sample_id(99), deal = workspace.deals[0]->id;
    const Position position = workspace.deals[0]->position.claimed;
    for (const Action& action :
         {Action{RenameDeal{nobody, "x"}}, Action{RenameDeal{deal, " "}}, Action{RenameDeal{deal, workspace.deals[0]->name}},
          Action{edit_of(Deal{}, "x")}, Action{DuplicateDeal{nobody, "x"}}, Action{DeleteDeal{nobody}},
          Action{SetLevel{deal, Axis::stage, 1, "again"}}, Action{SetPosition{deal, position, "again"}},
          Action{PutEvidence{nobody, Axis::stage, {}, {}}}, Action{RemoveEvidence{deal, Axis::stage, nobody}}, Action{ImportWorkspace{}},
          Action{ImportWorkspace{workspace}}}) {
        const Update same = apply(workspace, action);
        CAPTURE(action.index());
        CHECK_FALSE(same.changed);
        CHECK(same.requests.empty());
        CHECK(same.workspace == workspace);
    }
}

TEST_CASE("untouched deals are shared, not copied") {
    const Workspace workspace = two_deals();
    const Update renamed = apply(workspace, RenameDeal{workspace.deals[0]->id, "new"});
    CHECK(renamed.workspace.deals[0]->name == "new");
    CHECK(renamed.workspace.deals[1].same(workspace.deals[1]));
    CHECK(renamed.workspace.customers[0].same(workspace.customers[0]));
}

TEST_CASE("a changed level adds a step to the trail, out of range is taken into it") {
    const Workspace workspace = two_deals();
    const Update moved = apply(workspace, SetLevel{workspace.deals[0]->id, Axis::competition, 7, " they said so "});
    const Deal& deal = *moved.workspace.deals[0];
    CHECK(deal.position.claimed == Position{Stage::solution, Competition::sole, Urgency::active});
    CHECK(deal.trail == std::vector<TrailStep>{{sample_today, deal.position.claimed, "they said so", {}}});
}

TEST_CASE("a changed deal names the playbook it was read with; nothing stands for the default one") {
    Playbook own = default_playbook();
    own.id = "team-2027";
    Workspace workspace = apply(two_deals(), SetPlaybook{own}).workspace;
    const Id first = workspace.deals[0]->id;
    workspace = apply(workspace, SetLevel{first, Axis::competition, 3, {}}).workspace;
    CHECK(workspace.deals[0]->playbook == "team-2027");
    CHECK(workspace.deals[1]->playbook.empty());
    workspace = apply(apply(workspace, SetPlaybook{}).workspace, SetLevel{first, Axis::competition, 1, {}}).workspace;
    CHECK(workspace.deals[0]->playbook.empty());
}

TEST_CASE("evidence is added with a new id, replaced by its id, and removed") {
    Workspace workspace = two_deals();
    const Id deal = workspace.deals[0]->id;
    Evidence fact;
    fact.text = "board on 15 January";
    fact.source = workspace.deals[0]->people[1].id;
    fact.sign = "urgency.active.board_date";
    workspace = apply(workspace, PutEvidence{deal, Axis::urgency, fact, 3}).workspace;
    const Evidence added = workspace.deals[0]->position.urgency_evidence.at(0);
    CHECK(added.id);
    CHECK(added.source == fact.source);
    CHECK(workspace.deals[0]->position.claimed.urgency == Urgency::urgent);
    CHECK(workspace.deals[0]->trail.back().reason == fact.text);
    fact.id = added.id;
    fact.certainty = Certainty::consensus;
    fact.source = sample_id(99);
    workspace = apply(workspace, PutEvidence{deal, Axis::urgency, fact, {}}).workspace;
    CHECK(workspace.deals[0]->position.urgency_evidence.size() == 1);
    CHECK(workspace.deals[0]->position.urgency_evidence[0].certainty == Certainty::consensus);
    CHECK_FALSE(workspace.deals[0]->position.urgency_evidence[0].source);
    workspace = apply(workspace, RemoveEvidence{deal, Axis::urgency, added.id}).workspace;
    CHECK(workspace.deals[0]->position.urgency_evidence.empty());
}

TEST_CASE("a changed objective is kept with its date and reason, the first one replaces nothing") {
    Workspace workspace = apply({}, CreateDeal{"Linjiang", "retrofit", {}, {}, {}}).workspace;
    EditDeal edit = edit_of(*workspace.deals[0], "Linjiang");
    edit.objective.amount = Money{860'000'000, {}};
    workspace = apply(workspace, edit).workspace;
    CHECK(workspace.deals[0]->objective_changes.empty());
    edit.objective.amount = Money{900'000'000, {}};
    edit.reason = "insulation too";
    workspace = apply(workspace, edit).workspace;
    REQUIRE(workspace.deals[0]->objective_changes.size() == 1);
    CHECK(workspace.deals[0]->objective_changes[0].before.amount->minor == 860'000'000);
    CHECK(workspace.deals[0]->objective_changes[0].date == sample_today);
    CHECK(workspace.deals[0]->objective_changes[0].reason == "insulation too");
}

TEST_CASE("a changed funnel stage enters the stage history") {
    Workspace workspace = two_deals();
    EditDeal edit = edit_of(*workspace.deals[0], "");
    edit.funnel_stage = FunnelStage::p4;
    workspace = apply(workspace, edit).workspace;
    CHECK(workspace.deals[0]->stage_history == std::vector<StageEntry>{{sample_today, FunnelStage::p4, {}}});
}

TEST_CASE("another customer name renames the deal's own customer, unless other deals are theirs too") {
    Workspace workspace = two_deals();
    const Update parted = apply(workspace, edit_of(*workspace.deals[0], "Other"));
    CHECK(parted.workspace.customers.size() == 2);
    CHECK(parted.workspace.deals[0]->customer != parted.workspace.deals[1]->customer);
    workspace.deals.pop_back();
    const Update renamed = apply(workspace, edit_of(*workspace.deals[0], "Other"));
    CHECK(renamed.workspace.customers.size() == 1);
    CHECK(renamed.workspace.customers[0]->name == "Other");
    CHECK(renamed.workspace.customers[0]->ideal == workspace.customers[0]->ideal);
}

TEST_CASE("a customer goes with the last deal only if nothing but the name is known") {
    Workspace bare = apply({}, CreateDeal{"Linjiang", "a", {}, {}, {}}).workspace;
    bare = apply(bare, DeleteDeal{bare.deals[0]->id}).workspace;
    CHECK(bare.customers.empty());
    Workspace rich = two_deals();
    rich = apply(rich, DeleteDeal{rich.deals[0]->id}).workspace;
    rich = apply(rich, DeleteDeal{rich.deals[0]->id}).workspace;
    CHECK(rich.deals.empty());
    CHECK(rich.customers.size() == 1);
}

TEST_CASE("a duplicate follows its original under a new id") {
    const Workspace workspace = two_deals();
    const Update copied = apply(workspace, DuplicateDeal{workspace.deals[0]->id, "copy"});
    REQUIRE(copied.workspace.deals.size() == 3);
    CHECK(copied.workspace.deals[1]->name == "copy");
    CHECK(copied.workspace.deals[1]->people == workspace.deals[0]->people);
    CHECK(copied.workspace.deals[1]->id != workspace.deals[0]->id);
}

TEST_CASE("an import replaces what has the same id, adds the rest, and shows a single deal") {
    const Workspace workspace = two_deals();
    Workspace incoming;
    incoming.customers = workspace.customers;
    Deal changed = *workspace.deals[1];
    changed.name = "theirs";
    incoming.deals = {changed};
    const Update merged = apply(workspace, ImportWorkspace{incoming});
    CHECK(merged.workspace.deals.size() == 2);
    CHECK(merged.workspace.deals[0].same(workspace.deals[0]));
    CHECK(merged.workspace.deals[1]->name == "theirs");
    REQUIRE(merged.requests.size() == 2);
    CHECK(std::get<OpenDeal>(merged.requests[1]).deal == changed.id);
    CHECK(apply({}, ImportWorkspace{incoming}).workspace.deals.size() == 1);
}

TEST_CASE("a deal without its customer is not imported") {
    Workspace incoming;
    incoming.deals = {sample_deal()};
    CHECK_FALSE(apply({}, ImportWorkspace{incoming}).changed);
}

TEST_CASE("a sample takes another language in place and leaves no step to undo") {
    Session session(two_deals());
    session.apply(RenameDeal{session.workspace().deals[1]->id, "renamed"}, {});
    Deal other = *session.workspace().deals[0];
    other.name = "节能改造";
    const std::uint64_t version = session.version();
    session.amend(other, sample_customer());
    CHECK(session.version() > version);
    CHECK(session.workspace().deals[0]->name == "节能改造");
    CHECK(session.workspace().deals.size() == 2);
    CHECK(session.undo() == ActionKind::rename_deal);
    CHECK(session.workspace().deals[0]->name == "节能改造");
    CHECK_FALSE(session.next_undo());
}

TEST_CASE("texts lose what no file may hold") {
    CHECK(clean_name("  Linjiang\r\n Chemical\t") == "Linjiang  Chemical");
    CHECK(clean_name("　临江化工\u00A0") == "临江化工");
    CHECK(clean_name("a\x01\x7F\u0085z") == "az");
    CHECK(clean_prose("one\r\ntwo\tthree") == "one\ntwo\tthree");
    CHECK(clean_name("\xFF"
                     "a\xED\xA0\x80") == "\uFFFDa\uFFFD\uFFFD\uFFFD");
    CHECK(clean_name("\xE4\xB8") == "\uFFFD\uFFFD");
    CHECK(clean_name("😀") == "😀");
    std::string chinese;
    for (int i = 0; i < 300; ++i) chinese += "临";
    CHECK(length_of(clean_name(chinese)) == name_length_at_most);
    CHECK(clean_name(std::string(name_length_at_most - 1, 'a') + "  b").size() == name_length_at_most - 1);
}

TEST_CASE("a name holds nothing that is invisible or turns its letters round; emoji and scripts keep their joiners") {
    for (const std::string_view hidden : {"\u200B", "\u2060", "\uFEFF", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066",
                                          "\u2067", "\u2068", "\u2069", "\u200C", "\u200D", "\u0085", "\x1B"}) {
        const std::string inside(hidden);
        CHECK(clean_name(inside + " 临" + inside + "江 " + inside + "a" + inside + "b" + inside) == "临江 ab");
        CHECK(clean_prose("a\n" + inside + "b") == "a\nb");
        CHECK(clean_name(inside).empty());
    }
    for (const std::string_view kept :
         {"👩\u200D💻", "❤\uFE0F\u200D🔥", "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", "\u0915\u094D\u200D\u0937"}) {
        CHECK(clean_name(kept) == kept);
        CHECK(clean_name(std::string(kept) + "\u200D") == kept);
        CHECK(clean_name("\u200D" + std::string(kept)) == kept);
    }
    CHECK(clean_name("👩\u200D\u200B\u200D💻") == "👩\u200D💻");
    std::string families;
    for (int i = 0; i < 199; ++i) families += "x";
    CHECK(clean_name(families + "\u200B\u200By") == families + "y");
    for (int i = 1; i < 8; ++i) {
        const std::string cut = clean_name(families.substr(static_cast<std::size_t>(i)) + "👩\u200D💻👩\u200D💻👩");
        CHECK(clean_name(cut) == cut);
        CHECK_FALSE(cut.ends_with("\u200D"));
    }
}

TEST_CASE("amounts, currencies and dates are taken into their ranges") {
    Objective objective;
    objective.amount = Money{-5, {{'c', 'n', 'y'}}};
    objective.signing_date = Date{1'000'000'000};
    const Update made = apply({}, CreateDeal{"Linjiang", "a", {}, objective, {}});
    CHECK(made.workspace.deals[0]->objective.amount == Money{});
    CHECK_FALSE(made.workspace.deals[0]->objective.signing_date);
}

TEST_CASE("a very long trail stays within what a file may hold") {
    Workspace workspace = two_deals();
    Deal old = *workspace.deals[0];
    old.trail.assign(1990, {sample_today - 1, old.position.claimed, {}, {}});
    workspace.deals[0] = old;
    Session session(workspace);
    const Id deal = session.workspace().deals[0]->id;
    for (int i = 0; i < 20; ++i) session.apply(SetLevel{deal, Axis::urgency, i % 4, {}}, {sample_today, 1});
    CHECK(session.workspace().deals[0]->trail.size() == 2000);
    CHECK(session.workspace().deals[0]->trail.back().date == sample_today);
    CHECK(read_workspace(write_workspace(session.workspace())));
}

TEST_CASE("what is asked for at once is one step, which one undo takes back; what has no effect is none") {
    Session session(sample_workspace());
    const Workspace before = session.workspace();
    const Id deal = before.deals.front()->id;
    session.apply(std::vector<Action>{RenameDeal{deal, "new"}, SetLevel{deal, Axis::urgency, 3, {}}, DeleteDeal{sample_id(999)}},
                  {sample_today, 1});
    CHECK(session.workspace().deals.front()->name == "new");
    CHECK(level(session.workspace().deals.front()->position.claimed, Axis::urgency) == 3);
    CHECK(session.version() == 1);
    CHECK(session.undo() == ActionKind::rename_deal);
    CHECK(session.workspace() == before);
    CHECK_FALSE(session.next_undo());
    session.apply(std::vector<Action>{DeleteDeal{sample_id(999)}}, {sample_today, 1});
    CHECK_FALSE(session.next_undo());
}

TEST_CASE("undo names what it undid, and a new step ends the way forward") {
    Session session(two_deals());
    const Id deal = session.workspace().deals[0]->id;
    CHECK_FALSE(session.next_undo());
    session.apply(RenameDeal{deal, "new"}, {sample_today, 1});
    session.apply(DeleteDeal{deal}, {sample_today, 2});
    CHECK(session.version() == 2);
    CHECK(session.undo() == ActionKind::delete_deal);
    CHECK(session.next_redo() == ActionKind::delete_deal);
    CHECK(session.next_undo() == ActionKind::rename_deal);
    session.apply(SetLevel{deal, Axis::stage, 3, {}}, {sample_today, 3});
    CHECK_FALSE(session.next_redo());
    CHECK(session.version() == 4);
    session.apply(RenameDeal{deal, "new"}, {sample_today, 4});
    CHECK(session.version() == 4);
}

// Two versions of a workspace become one (session/merge.h).
#include "session/merge.h"

#include "codec/workspace_codec.h"
#include "generate_action.h"
#include "sample_deal.h"
#include "session/settle.h"
#include "session/update.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace compass;

namespace {

Workspace after(Workspace workspace, const std::vector<Action>& actions, std::uint64_t random) {
    for (const Action& action : actions) workspace = update(workspace, action, {sample_today, ++random}).workspace;
    return workspace;
}

// Two sides that start from the sample.
Merge of_sample(const std::vector<Action>& ours, const std::vector<Action>& theirs) {
    const Workspace ancestor = sample_workspace();
    Merge merged = merge(ancestor, after(ancestor, ours, 100), after(ancestor, theirs, 200));
    CHECK(read_workspace(write_workspace(merged.workspace)));
    return merged;
}

RatePerson rate(const Id& person, std::optional<int> support) { return {sample_deal_id, person, support, Degree::high, Attitude::growth}; }

std::string place_of(const Id& person) { return "/deals/" + format(sample_deal_id) + "/people/" + format(person); }

// The ancestor, and what two people made of it without knowing of each other.
struct Three {
    Workspace ancestor, ours, theirs;
};

Workspace edited(Workspace workspace, generate::Random& random) {
    for (std::int64_t i = random.between(1, 5); i > 0; --i) {
        const Action action = generate::action(workspace, random);
        if (std::holds_alternative<FollowWorkspace>(action) || std::holds_alternative<RestoreBackup>(action)) continue;
        workspace = update(workspace, action, {sample_today, random.bits()}).workspace;
    }
    return workspace;
}

Three three(std::uint64_t seed) {
    generate::Random random(seed + 1'000'000);
    const Workspace ancestor = generate::workspace(seed % 400, {.filled = .3, .items = 3, .deals = 3, .unknown = .1});
    Workspace ours = edited(ancestor, random);
    return {ancestor, std::move(ours), edited(ancestor, random)};
}

bool is_valid(const Workspace& workspace) {
    const Result<Workspace> read = read_workspace(write_workspace(workspace, Layout::compact));
    return read && *read == workspace;
}

}  // namespace

TEST_CASE("different fields of one deal, of one person and of one position come together without a conflict") {
    EditDeal renamed{sample_deal_id,        "", "retrofit of line two", "Tian", sample_deal().objective,
                     DealKind::new_product, {}, FunnelStage::p1,        ""};
    Person titled = sample_deal().people[0];
    titled.title = "plant manager";
    const Merge both = of_sample({renamed, SetLevel{sample_deal_id, Axis::stage, 2, "tender is out"}, rate(sample_economic, 2)},
                                 {SetLevel{sample_deal_id, Axis::urgency, 3, "shutdown in May"}, PutPerson{sample_deal_id, titled}});
    CHECK(both.conflicts.empty());
    const Deal& deal = *both.workspace.deals[0];
    CHECK(deal.name == "retrofit of line two");
    CHECK(deal.position.claimed == Position{Stage::commercial, Competition::level, Urgency::urgent});
    CHECK(deal.trail.size() == 2);
    CHECK(deal.people[0].support == 2);
    CHECK(deal.people[0].title == "plant manager");
    CHECK(deal.people.size() == 3);
}

TEST_CASE("the same field changed on both sides is a conflict that names the place and all three; ours is kept") {
    const Merge both = of_sample({rate(sample_economic, 2)}, {rate(sample_economic, -4)});
    CHECK(both.workspace.deals[0]->people[0].support == 2);
    CHECK(both.workspace.deals[0]->people[0].support_trail.size() == 2);
    CHECK(both.conflicts == std::vector<Conflict>{{place_of(sample_economic) + "/support", "0", "2", "-4"}});
    CHECK(of_sample({rate(sample_economic, 2)}, {rate(sample_economic, 2)}).conflicts.empty());
}

TEST_CASE("money is one value: nobody's amount gets the other's currency") {
    const Merge both =
        of_sample({SetContract{sample_deal_id, Money{500, {}}, {}}}, {SetContract{sample_deal_id, Money{700, {{'E', 'U', 'R'}}}, {}}});
    CHECK(both.workspace.deals[0]->contract == Money{500, {}});
    CHECK(both.conflicts.size() == 1);
}

TEST_CASE("what one side removed goes, unless the other changed it: then it stays and is a conflict") {
    const Merge gone = of_sample({RemovePerson{sample_deal_id, sample_economic}}, {rate(sample_user, 3)});
    CHECK(gone.workspace.deals[0]->people.size() == 2);
    CHECK(gone.conflicts.empty());
    for (const bool ours_removes : {true, false}) {
        const std::vector<Action> remove = {RemovePerson{sample_deal_id, sample_economic}}, change = {rate(sample_economic, 3)};
        const Merge kept = ours_removes ? of_sample(remove, change) : of_sample(change, remove);
        CHECK(kept.workspace.deals[0]->people.size() == 3);
        CHECK(std::any_of(kept.workspace.deals[0]->people.begin(), kept.workspace.deals[0]->people.end(),
                          [](const Person& person) { return person.id == sample_economic && person.support == 3; }));
        REQUIRE(kept.conflicts.size() == 1);
        CHECK(kept.conflicts[0].place == place_of(sample_economic));
        CHECK(kept.conflicts[0].ours.empty() == ours_removes);
        CHECK(kept.conflicts[0].theirs.empty() != ours_removes);
    }
}

TEST_CASE("a deal or customer removed here and worked on there stays, the customer with it") {
    const Merge deal = of_sample({DeleteDeal{sample_deal_id}}, {rate(sample_economic, 3)});
    CHECK(deal.workspace.deals.size() == 1);
    CHECK(deal.conflicts.size() == 1);
    const Merge customer = of_sample({DeleteCustomer{sample_id(1)}}, {CreateDeal{sample_customer().name, "second", {}, {}, {}}});
    CHECK(customer.workspace.customers.size() == 1);
    REQUIRE(customer.workspace.deals.size() == 1);
    CHECK(customer.workspace.deals[0]->name == "second");
    CHECK(customer.conflicts.size() == 1);
}

TEST_CASE("who was removed here and is named anew there comes back") {
    Task task;
    task.what = "visit";
    task.person = sample_economic;
    const Merge both = of_sample({RemovePerson{sample_deal_id, sample_economic}}, {PutTask{sample_deal_id, task}});
    CHECK(both.workspace.deals[0]->tasks[0].person == sample_economic);
    CHECK(both.workspace.deals[0]->people.size() == 3);
    CHECK(both.conflicts.size() == 1);
}

TEST_CASE("people added on both sides are both there, whichever side is ours") {
    Person one, other;
    one.name = "Wang", other.name = "Li";
    const Merge both = of_sample({PutPerson{sample_deal_id, one}}, {PutPerson{sample_deal_id, other}});
    CHECK(both.conflicts.empty());
    CHECK(both.workspace.deals[0]->people.size() == 5);
    const Workspace ancestor = sample_workspace(), ours = after(ancestor, {PutPerson{sample_deal_id, one}}, 100),
                    theirs = after(ancestor, {PutPerson{sample_deal_id, other}}, 200);
    CHECK(merge(ancestor, theirs, ours).workspace == both.workspace);
}

TEST_CASE("the same gate item entered on both sides is one, with the facts of both") {
    const GateItem gate{"p5.seniors_met", GateState::met, {Evidence{}}, {}};
    const Merge both = of_sample({PutGateItem{sample_deal_id, gate}}, {PutGateItem{sample_deal_id, gate}});
    REQUIRE(both.workspace.deals[0]->gates.size() == 1);
    CHECK(both.workspace.deals[0]->gates[0].evidence.size() == 2);
    CHECK(both.conflicts.empty());
}

TEST_CASE("histories come together in the order of their days") {
    const Workspace ancestor = sample_workspace();
    Workspace ours = ancestor, theirs = ancestor;
    for (int day = 0; day < 6; ++day) {
        Workspace& side = day % 2 == 0 ? ours : theirs;
        side = update(side, PutStoryEvent{sample_deal_id, {sample_today + day, "day", {}}, {}}, {sample_today, 1}).workspace;
    }
    const std::vector<StoryEvent> story = merge(ancestor, ours, theirs).workspace.deals[0]->story;
    CHECK(story.size() == 6);
    CHECK(std::is_sorted(story.begin(), story.end(), [](const StoryEvent& a, const StoryEvent& b) { return a.date < b.date; }));
}

TEST_CASE("the order of a list is that of the side that changed it; where both did it is ours, and a conflict") {
    const auto with_order = [](std::vector<std::size_t> order) {
        Workspace workspace = sample_workspace();
        Deal deal = *workspace.deals[0];
        const std::vector<Person> people = deal.people;
        for (std::size_t i = 0; i < order.size(); ++i) deal.people[i] = people[order[i]];
        workspace.deals = {deal};
        return workspace;
    };
    const Workspace same = with_order({0, 1, 2}), turned = with_order({2, 1, 0}), moved = with_order({1, 0, 2});
    CHECK(merge(same, turned, same).workspace == turned);
    CHECK(merge(same, same, turned).workspace == turned);
    const Merge added = merge(same, after(same, {PutPerson{sample_deal_id, {}}}, 1), turned);
    CHECK(added.conflicts.empty());
    CHECK(added.workspace.deals[0]->people.size() == 4);
    CHECK(added.workspace.deals[0]->people[0].id == sample_id(12));
    const Merge both = merge(same, turned, moved);
    CHECK(both.workspace == turned);
    REQUIRE(both.conflicts.size() == 1);
    CHECK(both.conflicts[0].place == "/deals/" + format(sample_deal_id) + "/people");
}

TEST_CASE("a playbook is one value: a removed one gives way to a changed one, of two changed ones ours is kept") {
    Playbook one = default_playbook(), other = default_playbook();
    one.index.prior = .3, other.index.prior = .4;
    CHECK(**of_sample({SetPlaybook{one}}, {}).workspace.playbook == one);
    const Merge both = of_sample({SetPlaybook{one}}, {SetPlaybook{other}});
    CHECK(**both.workspace.playbook == one);
    REQUIRE(both.conflicts.size() == 1);
    CHECK(both.conflicts[0].place == "/playbook");
    Workspace ancestor = sample_workspace(), changed = ancestor;
    ancestor.playbook = one, changed.playbook = other;
    CHECK(**merge(ancestor, sample_workspace(), changed).workspace.playbook == other);
}

TEST_CASE("members that this version does not know are merged by name") {
    Workspace ancestor = sample_workspace();
    ancestor.extra.members = {{"x_a", "1"}, {"x_b", "1"}, {"x_c", "1"}};
    Workspace ours = ancestor, theirs = ancestor;
    ours.extra.members = {{"x_a", "2"}, {"x_b", "2"}, {"x_c", "1"}};
    theirs.extra.members = {{"x_a", "3"}, {"x_d", "4"}};
    const Merge both = merge(ancestor, ours, theirs);
    CHECK(both.workspace.extra.members == std::vector<std::pair<std::string, std::string>>{{"x_a", "2"}, {"x_b", "2"}, {"x_d", "4"}});
    CHECK(both.conflicts == std::vector<Conflict>{{"/x_a", "1", "2", "3"}, {"/x_b", "1", "2", ""}});
}

TEST_CASE("a list that would be too long for a file ends where a file's does, and is a conflict") {
    Workspace ancestor = sample_workspace(), ours = ancestor, theirs = ancestor;
    for (Workspace* side : {&ours, &theirs}) {
        Deal deal = *side->deals[0];
        for (std::uint64_t i = 0; i < 150; ++i) {
            deal.alternatives.emplace_back();
            deal.alternatives.back().id = sample_id((side == &ours ? 1'000 : 2'000) + i);
        }
        side->deals = {deal};
    }
    const Merge both = merge(ancestor, ours, theirs);
    CHECK(both.workspace.deals[0]->alternatives.size() == 200);
    CHECK(both.conflicts.size() == 1);
    CHECK(is_valid(both.workspace));
}

TEST_CASE("a thing that was moved here and changed there stands once") {
    Workspace ancestor = sample_workspace();
    const Workspace bare = ancestor;
    ancestor = after(ancestor, {PutAnswer{sample_deal_id, Question::five_need, {{}, {sample_fact(77, Certainty::unclear)}, {}}}}, 1);
    Workspace moved = after(bare, {PutAnswer{sample_deal_id, Question::bantcc_need, {{}, {sample_fact(77, Certainty::unclear)}, {}}}}, 1);
    Workspace changed = after(bare, {PutAnswer{sample_deal_id, Question::five_need, {{}, {sample_fact(77, Certainty::explicit_)}, {}}}}, 1);
    const Merge both = merge(ancestor, moved, changed);
    CHECK(is_valid(both.workspace));
    CHECK(both.workspace.deals[0]->five_elements.need.evidence.size() == 1);
    CHECK(both.workspace.deals[0]->bantcc.need.evidence.empty());
}

TEST_CASE("without an ancestor a deal edited in two places is kept in both versions, the other one marked, and only once") {
    const Workspace ours = after(sample_workspace(), {RenameDeal{sample_deal_id, "boiler"}, CreateDeal{"A", "only here", {}, {}, {}}}, 1);
    Workspace theirs = after(sample_workspace(), {RenameDeal{sample_deal_id, "retrofit"}, CreateDeal{"B", "only there", {}, {}, {}}}, 50);
    const Workspace both = with_copies(ours, theirs, "Other: ");
    REQUIRE(both.deals.size() == 4);
    CHECK(both.deals[0].same(ours.deals[0]));
    CHECK(both.deals[1]->name == "Other: retrofit");
    CHECK(both.deals[1]->id != sample_deal_id);
    CHECK(both.deals[1]->customer == sample_id(1));
    CHECK(both.deals[2]->name == "only here");
    CHECK(both.deals[3]->name == "only there");
    CHECK(is_valid(both));
    CHECK(with_copies(both, theirs, "Other: ") == both);
    Customer customer = *theirs.customers[0];
    customer.name = "Linjiang";
    theirs.customers[0] = customer;
    const Workspace parted = with_copies(ours, theirs, "Other: ");
    REQUIRE(parted.customers.size() == 4);
    CHECK(parted.customers[1]->name == "Other: Linjiang");
    CHECK(parted.deals[1]->customer == parted.customers[1]->id);
    CHECK(parted.deals[0]->customer == sample_id(1));
}

TEST_CASE("random versions: a side that changed nothing takes the other as it is") {
    for (std::uint64_t seed = 0; seed < generate::rounds / 5; ++seed) {
        const auto [ancestor, ours, theirs] = three(seed);
        CAPTURE(seed);
        for (const Workspace* side : {&ours, &theirs}) {
            const Merge left = merge(ancestor, ancestor, *side), right = merge(ancestor, *side, ancestor),
                        both = merge(ancestor, *side, *side);
            REQUIRE(left.workspace == *side);
            REQUIRE(right.workspace == *side);
            REQUIRE(both.workspace == *side);
            REQUIRE(left.conflicts.size() + right.conflicts.size() + both.conflicts.size() == 0);
        }
    }
}

TEST_CASE("random versions: what is merged is valid, merged again it is the same, and without a conflict it does not matter who is who") {
    int peaceful = 0, disputed = 0;
    for (std::uint64_t seed = 0; seed < generate::rounds / 5; ++seed) {
        const auto [ancestor, ours, theirs] = three(seed);
        const Merge once = merge(ancestor, ours, theirs);
        CAPTURE(seed);
        REQUIRE(is_valid(once.workspace));
        REQUIRE(merge(ancestor, once.workspace, theirs).workspace == once.workspace);
        REQUIRE(merge(ancestor, once.workspace, ours).workspace == once.workspace);
        const Merge turned = merge(ancestor, theirs, ours);
        REQUIRE(turned.conflicts.size() == once.conflicts.size());
        if (once.conflicts.empty()) REQUIRE(turned.workspace == once.workspace);
        ++(once.conflicts.empty() ? peaceful : disputed);
    }
    CHECK(peaceful > static_cast<int>(generate::rounds / 20));
    CHECK(disputed > static_cast<int>(generate::rounds / 100));
}

TEST_CASE("random workspaces that have nothing in common but some ids still merge into a valid one") {
    for (std::uint64_t seed = 0; seed < generate::rounds / 20; ++seed) {
        const auto [ancestor, ours, theirs] = three(seed);
        const auto other = three(seed + 400);
        CAPTURE(seed);
        REQUIRE(is_valid(merge(other.theirs, ours, other.ours).workspace));
        REQUIRE(is_valid(merge({}, ours, theirs).workspace));
        const Workspace copies = with_copies(ours, theirs, "* ");
        REQUIRE(is_valid(copies));
        REQUIRE(with_copies(copies, theirs, "* ") == copies);
        REQUIRE(with_copies(ours, ours, "* ") == ours);
    }
}

TEST_CASE("what a file may hold is clean already: an edit changes nothing beside what it is about") {
    for (std::uint64_t seed = 0; seed < generate::rounds / 10; ++seed) {
        const Workspace workspace = generate::workspace(seed, {.filled = .5, .items = 3, .unknown = .1});
        CAPTURE(seed);
        for (const Box<Deal>& deal : workspace.deals) {
            Deal cleaned = *deal;
            Identities identities(seed);
            clean(deal_description, &cleaned);
            drop_loose_links(cleaned);
            drop_repeated(deal_description, &cleaned);
            settle_ids(deal_description, &cleaned, identities);
            REQUIRE(cleaned == *deal);
        }
        for (const Box<Customer>& customer : workspace.customers) {
            Customer cleaned = *customer;
            clean(customer_description, &cleaned);
            REQUIRE(cleaned == *customer);
        }
    }
}

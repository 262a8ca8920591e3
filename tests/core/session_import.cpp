// What an import would change: which version goes further, and what each choice makes of it.
#include "session/import_preview.h"

#include "cli_fixture.h"
#include "session/clean_text.h"
#include "session/merge.h"
#include "session/standing.h"
#include "session/update.h"

#include <doctest/doctest.h>

using namespace compass;

namespace {

Workspace import_case() { return *read_workspace(builtin_case("3", Language::zh)); }

Workspace with_deal(Workspace workspace, const Deal& deal) {
    workspace.deals.front() = Box<Deal>(deal);
    return workspace;
}

Workspace imported(const Workspace& own, const Workspace& incoming, const ImportPreview& preview) {
    return update(own, ImportWorkspace{chosen(incoming, preview, "# ")}, {Date{20778}, 1}).workspace;
}

}  // namespace

TEST_CASE("A version that only says more is ahead, one that says less is behind, and one of each is apart") {
    Deal ours = *import_case().deals.front();
    ours.lessons.clear();
    CHECK(standing_of(ours, ours) == Standing::same);
    Deal more = ours;
    more.story.push_back({Date{20700}, "来过一次", {}});
    CHECK(standing_of(ours, more) == Standing::ahead);
    CHECK(standing_of(more, ours) == Standing::behind);
    Deal other = ours;
    other.lessons = "不一样的教训";
    Deal noted = ours;
    noted.lessons = "原来的教训";
    CHECK(standing_of(noted, other) == Standing::apart);
    CHECK(standing_of(more, noted) == Standing::apart);
    Deal swapped = ours;
    REQUIRE(swapped.people.size() > 1);
    std::swap(swapped.people[0], swapped.people[1]);
    CHECK(standing_of(ours, swapped) == Standing::apart);
    Deal unknown = ours;
    unknown.extra.members.emplace_back("later", "1");
    CHECK(standing_of(ours, unknown) == Standing::ahead);
    CHECK(standing_of(unknown, ours) == Standing::behind);
}

TEST_CASE("A changed value goes further where the change was written down, else nobody can tell") {
    const Deal ours = *import_case().deals.front();
    Deal moved = ours;
    moved.position.claimed.stage = Stage::closing;
    CHECK(standing_of(ours, moved) == Standing::apart);
    moved.trail.push_back({Date{20770}, moved.position.claimed, "定了", {}});
    CHECK(standing_of(ours, moved) == Standing::ahead);
    CHECK(standing_of(moved, ours) == Standing::behind);
    Deal elsewhere = ours;
    elsewhere.position.claimed.stage = Stage::commercial;
    elsewhere.trail.push_back({Date{20771}, elsewhere.position.claimed, "谈价", {}});
    CHECK(standing_of(moved, elsewhere) == Standing::apart);
}

TEST_CASE("New and newer deals come by themselves, of the rest one's own stays until something else is chosen") {
    const Workspace own = import_case();
    Deal changed = *own.deals.front();
    changed.owner = "别人";
    changed.name = "别的项目";
    Workspace incoming = with_deal(own, changed);
    Deal fresh = changed;
    fresh.id = make_id(5, 5);
    incoming.deals.push_back(fresh);
    ImportPreview preview = preview_import(own, incoming);
    REQUIRE(preview.rows.size() == 2);
    CHECK(preview.rows[0].kind == ImportKind::conflicting);  // what asks something comes first
    CHECK(preview.rows[0].choice == ImportChoice::mine);
    CHECK(preview.rows[0].name == own.deals.front()->name);  // what it is called here
    CHECK(preview.rows[1].kind == ImportKind::added);
    CHECK(preview.rows[1].name == fresh.name);
    Workspace result = imported(own, incoming, preview);
    CHECK(result.deals.size() == 2);
    CHECK(result.deals[0] == own.deals[0]);
    CHECK(*result.deals[1] == fresh);
    preview.rows[0].choice = ImportChoice::theirs;
    result = imported(own, incoming, preview);
    CHECK(*result.deals[0] == changed);
    preview.rows[0].choice = ImportChoice::both;
    result = imported(own, incoming, preview);
    REQUIRE(result.deals.size() == 3);
    CHECK(result.deals[0] == own.deals[0]);
    CHECK(result.deals[1]->name == "# " + changed.name);
    CHECK(result.deals[1]->owner == "别人");
    CHECK(imported(result, incoming, preview) == result);  // the same once more adds nothing
    CHECK(read_workspace(write_workspace(result)));
}

TEST_CASE("A customer that differs is asked about as well, and its copy takes the deal's copy along") {
    const Workspace own = import_case();
    Customer changed = *own.customers.front();
    changed.notes = "别的备注";
    changed.industry = "别的行业";
    Workspace incoming = own;
    incoming.customers.front() = Box<Customer>(changed);
    Deal deal = *own.deals.front();
    deal.owner = "别人";
    incoming = with_deal(incoming, deal);
    ImportPreview preview = preview_import(own, incoming);
    REQUIRE(preview.rows.size() == 2);
    CHECK_FALSE(preview.rows[0].is_deal);
    CHECK(imported(own, incoming, preview) == own);
    CHECK_FALSE(preview.changes_anything());
    for (ImportRow& row : preview.rows) row.choice = ImportChoice::both;
    const Workspace result = imported(own, incoming, preview);
    REQUIRE(result.customers.size() == 2);
    REQUIRE(result.deals.size() == 2);
    CHECK(result.deals[1]->customer == result.customers[1]->id);
    CHECK(result.customers[1]->industry == "别的行业");
}

TEST_CASE("The file's playbook comes only where it is wanted") {
    const Workspace own = import_case();
    Workspace incoming = own;
    Playbook playbook = default_playbook();
    playbook.protection_months = 9;
    incoming.playbook = Box<Playbook>(playbook);
    ImportPreview preview = preview_import(own, incoming);
    CHECK(preview.brings_playbook);
    CHECK(preview.changes_anything());
    CHECK(imported(own, incoming, preview).playbook == incoming.playbook);
    preview.takes_playbook = false;
    CHECK(imported(own, incoming, preview) == own);
}

// What differs between two deals, as an import shows it.
#include "codec/changes.h"

#include "codec_files.h"
#include "generate.h"

#include <string>

using namespace compass;

namespace {

bool nothing_named(std::string_view) { return false; }
bool amount_named(std::string_view field) { return field == "amount" || field == "objective"; }

std::string fields_of(const std::vector<Change>& all) {
    std::string fields;
    for (const Change& change : all) fields += (fields.empty() ? "" : " ") + std::string(change.field);
    return fields;
}

}  // namespace

TEST_CASE("changes name the fields that differ, in the order of the file, with both values") {
    const Deal before = *read_workspace(files::valid().dump())->deals[0];
    Deal after = before;
    CHECK(changes(before, after, nothing_named).empty());
    after.status = DealStatus::won;
    after.objective.amount->minor = 1;
    after.position.claimed.urgency = Urgency::later;
    after.people.clear();
    const std::vector<Change> found = changes(before, after, nothing_named);
    CHECK(fields_of(found) == "status amount urgency people");
    CHECK(*static_cast<const DealStatus*>(found[0].before) == before.status);
    CHECK(*static_cast<const DealStatus*>(found[0].after) == DealStatus::won);
    CHECK(*static_cast<const Urgency*>(found[2].after) == Urgency::later);
    CHECK(fields_of(changes(before, after, amount_named)) == "status objective urgency people");
    after = before;
    after.objective.amount.reset();
    CHECK(fields_of(changes(before, after, nothing_named)) == "amount");
    CHECK(fields_of(changes(after, before, nothing_named)) == "amount");
}

TEST_CASE("changes are found exactly where two deals differ") {
    const generate::Density dense{.filled = 0.5, .items = 2, .deals = 3, .unknown = 0};
    int different = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const Workspace workspace = generate::workspace(seed, dense);
        for (const auto& one : workspace.deals) {
            for (const auto& other : workspace.deals) {
                CHECK(changes(*one, *other, nothing_named).empty() == (*one == *other));
                different += *one != *other;
            }
        }
    }
    CHECK(different > 20);
}

// What is written can be read, says the same, and is always written the same way.
#include "codec/description.h"
#include "codec/workspace_codec.h"
#include "generate.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

using namespace compass;

namespace {

std::string errors_of(const Result<Workspace>& result) {
    std::string all;
    if (!result) {
        for (const Error& error : result.errors()) all += error.path + ' ' + error.code + ' ' + error.detail + '\n';
    }
    return all;
}

void check_round_trip(const Workspace& workspace, std::uint64_t seed) {
    const std::string once = write_workspace(workspace);
    const Result<Workspace> read = read_workspace(once);
    if (!read || !(*read == workspace) || write_workspace(*read) != once) FAIL("seed ", seed, ": ", errors_of(read), once);
}

// ROUNDS in the environment: the long form.
std::uint64_t round_trips() {
    const char* given = std::getenv("ROUNDS");
    return given ? std::strtoull(given, nullptr, 10) : generate::rounds;
}

}  // namespace

TEST_CASE("random workspaces are read as they were written, and written byte for byte as before") {
    for (std::uint64_t seed = 0; seed < round_trips(); ++seed) check_round_trip(generate::workspace(seed), seed);
}

TEST_CASE("so are workspaces with nearly every field of the model filled") {
    const generate::Density dense{.filled = 0.95, .items = 3, .deals = 2, .unknown = 0.3};
    for (std::uint64_t seed = 0; seed < 20; ++seed) check_round_trip(generate::workspace(seed, dense), seed);
}

TEST_CASE("an empty workspace is a file of two members") {
    CHECK(write_workspace({}) == "{\n  \"format\": \"deal-compass\",\n  \"version\": \"1.0\"\n}\n");
    const Result<Workspace> read = read_workspace(write_workspace({}));
    REQUIRE(read);
    CHECK(*read == Workspace{});
}

TEST_CASE("without blanks it says the same in fewer bytes") {
    const Workspace workspace = generate::workspace(3, {.filled = 0.5, .items = 2, .deals = 3, .unknown = 0.2});
    const std::string compact = write_workspace(workspace, Layout::compact), lines = write_workspace(workspace);
    CHECK(compact.size() < lines.size());
    CHECK(compact.find('\n') == std::string::npos);
    const Result<Workspace> read = read_workspace(compact);
    REQUIRE(read);
    CHECK(*read == workspace);
}

TEST_CASE("a deal to take away comes with its customer and nothing else") {
    Workspace workspace;
    for (std::uint64_t seed = 100; workspace.deals.size() < 2 || workspace.customers.size() < 2; ++seed)
        workspace = generate::workspace(seed);
    workspace.playbook = default_playbook();
    const Result<Workspace> read = read_workspace(write_deals(workspace, {workspace.deals[1]->id}));
    REQUIRE(read);
    REQUIRE(read->deals.size() == 1);
    CHECK(read->deals[0] == workspace.deals[1]);
    REQUIRE(read->customers.size() == 1);
    CHECK(read->customers[0]->id == workspace.deals[1]->customer);
    CHECK_FALSE(read->playbook);
}

TEST_CASE("the built-in playbook loads, and is the one in use until the workspace has its own") {
    CHECK_FALSE(default_playbook().id.empty());
    Workspace workspace;
    CHECK(&playbook_of(workspace) == &default_playbook());
    generate::Random random(1);
    workspace.playbook = generate::playbook(random);
    CHECK(playbook_of(workspace) == **workspace.playbook);
}

TEST_CASE("a playbook is a file of its own") {
    generate::Random random(2);
    for (int i = 0; i < 20; ++i) {
        const Playbook book = generate::playbook(random);
        const std::string once = write_playbook(book);
        const Result<Playbook> read = read_playbook(once);
        REQUIRE(read);
        CHECK(*read == book);
        CHECK(write_playbook(*read) == once);
    }
    CHECK_FALSE(read_workspace(write_playbook(default_playbook())));
    CHECK_FALSE(read_playbook(write_workspace({})));
}

namespace {

void collect(const Kind& kind, std::vector<const Description*>& all) {
    if (kind.item) return collect(*kind.item, all);
    if (!kind.object || std::find(all.begin(), all.end(), kind.object) != all.end()) return;
    all.push_back(kind.object);
    for (std::uint32_t i = 0; i < kind.object->count; ++i) collect(*kind.object->fields[i].kind, all);
}

}  // namespace

TEST_CASE("no member of the model is missing in its table") {
    const Kind root{.shape = Shape::object, .size = sizeof(Workspace), .object = &workspace_description};
    std::vector<const Description*> all;
    collect(root, all);
    CHECK(all.size() > 40);
    for (const Description* one : all) {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> taken;  // offset, end
        for (std::uint32_t i = 0; i < one->count; ++i)
            taken.emplace_back(one->fields[i].offset, one->fields[i].offset + one->fields[i].kind->size);
        if (one->extra != no_extra) taken.emplace_back(one->extra, one->extra + sizeof(Extra));
        std::sort(taken.begin(), taken.end());
        std::uint32_t end = 0;
        for (const auto& [from, to] : taken) {
            CHECK_MESSAGE(from - end < alignof(std::max_align_t), one->name, " has a member at ", end, " that is not in its table");
            end = to;
        }
    }
}

TEST_CASE("a value without place for unknown members always stands in a struct that has one") {
    const Kind root{.shape = Shape::object, .size = sizeof(Workspace), .object = &workspace_description};
    std::vector<const Description*> all;
    collect(root, all);
    for (const Description* one : all) {
        for (std::uint32_t i = 0; i < one->count; ++i) {
            const Kind* kind = one->fields[i].kind;
            if (kind->shape == Shape::list || kind->shape == Shape::row) {
                CHECK((!kind->item->object || kind->item->object->extra != no_extra));
                continue;
            }
            while (kind->item) kind = kind->item;
            if (kind->object && kind->object->extra == no_extra) CHECK(one->extra != no_extra);
        }
    }
}

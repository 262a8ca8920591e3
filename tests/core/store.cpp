// What the store promises when nothing goes wrong: the same workspace again, only what changed is written, older forms are taken over.
#include "store/store.h"

#include "codec/workspace_codec.h"
#include "generate.h"
#include "store_space.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>

using namespace compass;
using namespace compass::faults;

namespace {

Workspace workspace_of(std::size_t count) {
    Workspace all;
    for (std::uint64_t seed = 0; all.deals.size() < count; ++seed) {
        const Workspace some = generate::workspace(seed, {.filled = .5, .items = 3, .deals = 4});
        for (const Box<Customer>& customer : some.customers)
            if (!find_customer(all, customer->id)) all.customers.push_back(customer);
        for (const Box<Deal>& deal : some.deals)
            if (!find_deal(all, deal->id) && all.deals.size() < count) all.deals.push_back(deal);
    }
    return all;
}

Workspace with_name(Workspace workspace, std::size_t place, std::string name) {
    Deal deal = *workspace.deals[place];
    deal.name = std::move(name);
    workspace.deals[place] = std::move(deal);
    return workspace;
}

OpenedStore opened_store(Texts& texts) {
    FaultySpace space(texts);
    Store store(space);
    return store.open();
}

}  // namespace

TEST_CASE("the checksum is that of web/platform/shell.js") {
    CHECK(checksum("") == "1aee8d83488bdcb8");
    CHECK(checksum("临江化工") == "d575b7244e52d580");
    CHECK(checksum("{\"id\":1}") == "fbb840ecb3c68711");
}

TEST_CASE("what was saved opens again, whatever it holds") {
    for (std::uint64_t seed = 0; seed < generate::rounds / 10; ++seed) {
        Texts texts;
        FaultySpace space(texts);
        Store store(space);
        CAPTURE(seed);
        REQUIRE(store.open().from == OpenedStore::From::nothing);
        for (std::uint64_t step = 0; step < 3; ++step) {
            const Workspace workspace = generate::workspace(seed * 3 + step, {.filled = .4, .unknown = .2});
            REQUIRE(store.save(workspace) == SaveResult::ok);
            const OpenedStore again = opened_store(texts);
            REQUIRE(again.from == OpenedStore::From::newest);
            REQUIRE(again.workspace == workspace);
            REQUIRE(again.damaged.empty());
            REQUIRE(again.kept.empty());
        }
    }
}

TEST_CASE("an edit writes its own record and the index, and two generations stay") {
    Texts texts;
    FaultySpace space(texts);
    Store store(space);
    store.open();
    Workspace workspace = workspace_of(100);
    REQUIRE(store.save(workspace) == SaveResult::ok);
    const std::size_t whole = write_workspace(workspace).size();
    space.writes = 0, space.written = 0;
    for (std::size_t i = 0; i < 100; ++i) {
        workspace = with_name(workspace, i, "renamed");
        REQUIRE(store.save(workspace) == SaveResult::ok);
    }
    CHECK(space.writes == 200);
    CHECK(space.written / 100 < whole / 20);
    std::printf("an edit among 100 deals writes %zu bytes; the whole workspace in lines has %zu\n", space.written / 100, whole);

    // A deal's record more than the workspace has: that of the generation before.
    CHECK(texts.size() == 2 + 1 + workspace.customers.size() + workspace.deals.size() + 1);
    // The same again writes the index alone.
    space.writes = 0;
    REQUIRE(store.save(workspace) == SaveResult::ok);
    CHECK(space.writes == 1);
}

TEST_CASE("where something of the newest generation is damaged the one before opens, and it is said") {
    const Workspace first = workspace_of(5), second = with_name(first, 2, "second");
    for (const bool of_index : {true, false}) {
        for (const bool gone : {true, false}) {
            Texts texts;
            FaultySpace space(texts);
            Store store(space);
            store.open();
            REQUIRE(store.save(first) == SaveResult::ok);
            const Texts before = texts;
            REQUIRE(store.save(second) == SaveResult::ok);
            for (const auto& [key, text] : Texts(texts)) {
                if (before.contains(key) || key.starts_with("index") != of_index) continue;
                if (gone)
                    texts.erase(key);
                else
                    texts[key] = text.substr(0, text.size() / 2);
            }
            const OpenedStore again = opened_store(texts);
            CHECK(again.workspace == first);
            CHECK(again.from == OpenedStore::From::older);
            CHECK(again.damaged.size() == 1);
            CHECK(again.kept.find(of_index ? "second" : "index/") != std::string::npos);
        }
    }
}

TEST_CASE("where neither generation is whole, every deal that is opens, and the texts of the rest are kept") {
    const Workspace workspace = workspace_of(6);
    Texts texts;
    FaultySpace space(texts);
    Store store(space);
    store.open();
    store.save(workspace);
    store.save(with_name(workspace, 0, "newer"));
    int damaged = 0;
    for (auto& [key, text] : texts)
        if (key.starts_with("deal/") && text.find("newer") == std::string::npos && ++damaged <= 2) text += ' ';
    FaultySpace later(texts);
    Store reopened(later);
    const OpenedStore again = reopened.open();
    CHECK(again.from == OpenedStore::From::salvaged);
    CHECK(again.workspace.deals.size() >= 4);
    CHECK(again.damaged.size() >= 2);
    CHECK(read_workspace(write_workspace(again.workspace)));
    for (const std::string& key : again.damaged) CHECK(again.kept.find(key) != std::string::npos);
    CHECK(reopened.save(again.workspace) == SaveResult::ok);
    CHECK(opened_store(texts).workspace == again.workspace);
}

TEST_CASE("where neither index is left, or sound, every whole record opens, and it is said") {
    const Workspace workspace = workspace_of(6);
    for (const bool gone : {true, false}) {
        for (const bool one_save : {true, false}) {
            Texts texts;
            FaultySpace space(texts);
            Store store(space);
            store.open();
            REQUIRE(store.save(workspace) == SaveResult::ok);
            if (!one_save) REQUIRE(store.save(with_name(workspace, 0, "newer")) == SaveResult::ok);
            for (const char* slot : {"index/a", "index/b"}) {
                if (gone)
                    texts.erase(slot);
                else
                    texts[slot] = "?";
            }
            FaultySpace later(texts);
            Store reopened(later);
            const OpenedStore again = reopened.open();
            CHECK(again.from == OpenedStore::From::salvaged);
            CHECK(again.damaged.size() == 2);
            REQUIRE(again.workspace.deals.size() == workspace.deals.size());
            CHECK(again.workspace.customers.size() == workspace.customers.size());
            for (const Box<Deal>& deal : again.workspace.deals)
                CHECK((deal->name == "newer" || std::find(workspace.deals.begin(), workspace.deals.end(), deal) != workspace.deals.end()));
            for (const char* name : {"newer", "index/"})
                CHECK((again.kept.find(name) != std::string::npos) == (name[0] == 'n' ? !one_save : !gone));
            REQUIRE(reopened.save(again.workspace) == SaveResult::ok);
            CHECK(opened_store(texts).workspace == again.workspace);
        }
    }
}

TEST_CASE("the old form opens, stays until the new one has opened whole, and is not taken over twice") {
    const Workspace workspace = workspace_of(8);
    const std::string single = write_workspace(workspace);
    Texts texts{{"workspace", single}, {"settings", "view=flat"}};
    FaultySpace space(texts);
    Store store(space);
    OpenedStore first = store.open();
    CHECK(first.from == OpenedStore::From::single);
    CHECK(first.workspace == workspace);
    CHECK(texts.size() == 2);
    const Workspace edited = with_name(first.workspace, 0, "edited");
    REQUIRE(store.save(edited) == SaveResult::ok);
    CHECK(texts.at("workspace") == single);

    FaultySpace second_space(texts);
    Store second(second_space);
    const OpenedStore again = second.open();
    CHECK(again.from == OpenedStore::From::newest);
    CHECK(again.workspace == edited);
    CHECK_FALSE(again.beside);
    REQUIRE(second.save(with_name(again.workspace, 1, "twice")) == SaveResult::ok);
    CHECK_FALSE(texts.contains("workspace"));
    CHECK(texts.at("settings") == "view=flat");

    // A browser that puts it there again is not believed; one that changed it is heard, once.
    texts["workspace"] = single;
    CHECK_FALSE(opened_store(texts).beside);
    texts["workspace"] = write_workspace(with_name(workspace, 3, "by an older version"));
    FaultySpace third_space(texts);
    Store third(third_space);
    const OpenedStore beside = third.open();
    REQUIRE(beside.beside);
    CHECK(beside.beside->deals[3]->name == "by an older version");
    REQUIRE(third.save(beside.workspace) == SaveResult::ok);
    CHECK_FALSE(opened_store(texts).beside);
}

TEST_CASE("what cannot be read in the old form is kept word for word") {
    Texts texts{{"workspace", "{\"format\": \"deal-com"}};
    const OpenedStore again = opened_store(texts);
    CHECK(again.from == OpenedStore::From::none);
    CHECK(again.kept == texts.at("workspace"));
}

TEST_CASE("a workspace too large to stand there in both forms stays in the old one until it is smaller") {
    Workspace workspace = workspace_of(60);
    Texts texts{{"workspace", write_workspace(workspace)}};
    FaultySpace space(texts);
    space.room = texts["workspace"].size() + 2000;
    Store store(space);
    workspace = with_name(store.open().workspace, 0, "edited");
    REQUIRE(store.save(workspace) == SaveResult::ok);
    CHECK(opened_store(texts).from == OpenedStore::From::single);
    CHECK(opened_store(texts).workspace == workspace);
    workspace.deals.resize(10);
    REQUIRE(store.save(workspace) == SaveResult::ok);
    CHECK(opened_store(texts).workspace == workspace);
    CHECK(store.save(workspace) == SaveResult::ok);
    CHECK(opened_store(texts).from == OpenedStore::From::newest);
}

TEST_CASE("a later schema is refused and nothing is written") {
    const Workspace workspace = workspace_of(3);
    for (const char* slot : {"index/a", "index/b"}) {
        Texts texts;
        FaultySpace space(texts);
        Store store(space);
        store.open();
        store.save(workspace);
        texts[slot] = "deal-compass-store/2 whatever comes then";
        const Texts before = texts;
        CHECK(store.is_newer());
        CHECK(store.save(with_name(workspace, 0, "older program")) == SaveResult::newer);
        FaultySpace later(texts);
        Store reopened(later);
        CHECK(reopened.open().newer);
        CHECK(reopened.save(workspace) == SaveResult::newer);
        CHECK(texts == before);
    }
}

TEST_CASE("full: the generation before makes room, and what is acknowledged stays") {
    Workspace workspace = workspace_of(20);
    Texts texts;
    FaultySpace space(texts);
    Store store(space);
    store.open();
    REQUIRE(store.save(workspace) == SaveResult::ok);
    REQUIRE(store.save(workspace) == SaveResult::ok);
    space.room = space.used() + 50;
    Workspace larger = with_name(workspace, 0, std::string(100, 'x'));
    CHECK(store.save(larger) != SaveResult::unavailable);
    const OpenedStore again = opened_store(texts);
    CHECK(again.from == OpenedStore::From::newest);
    CHECK((again.workspace == workspace || again.workspace == larger));
    // Deleting always works.
    larger.deals.resize(5);
    CHECK(store.save(larger) == SaveResult::ok);
    CHECK(store.save(with_name(larger, 0, "room again")) == SaveResult::ok);
}

TEST_CASE("full before anything is acknowledged: with fewer deals it is saved after all") {
    const Workspace workspace = workspace_of(40);
    Workspace fewer = workspace;
    fewer.deals.resize(20);
    Texts texts;
    FaultySpace space(texts);
    Store measured(space);
    measured.open();
    REQUIRE(measured.save(fewer) == SaveResult::ok);
    space.room = space.used() + 200;
    texts.clear();
    Store store(space);
    store.open();
    REQUIRE(store.save(workspace) == SaveResult::full);
    REQUIRE_FALSE(texts.empty());
    REQUIRE(store.save(fewer) == SaveResult::ok);
    CHECK(opened_store(texts).workspace == fewer);
}

TEST_CASE("where storage was emptied behind us, the next save writes everything again") {
    const Workspace workspace = workspace_of(7);
    Texts texts;
    FaultySpace space(texts);
    Store store(space);
    store.open();
    CHECK_FALSE(store.is_cleared());
    store.save(workspace);
    CHECK_FALSE(store.is_cleared());
    texts.clear();
    CHECK(store.is_cleared());
    REQUIRE(store.save(workspace) == SaveResult::ok);
    CHECK_FALSE(store.is_cleared());
    Texts old = {{std::string(single_key), write_workspace(workspace)}};
    FaultySpace old_space(old);
    Store of_old(old_space);
    of_old.open();
    CHECK_FALSE(of_old.is_cleared());
    old.clear();
    CHECK(of_old.is_cleared());
    CHECK(opened_store(texts).workspace == workspace);
    texts.erase(std::find_if(texts.begin(), texts.end(), [](const auto& text) { return text.first.starts_with("deal/"); }));
    REQUIRE(store.save(workspace) == SaveResult::ok);
    CHECK(opened_store(texts).workspace == workspace);
}

TEST_CASE("what another tab saved since is never written over") {
    const Workspace workspace = workspace_of(4);
    Texts texts;
    FaultySpace space(texts);
    Store one(space), other(space);
    one.open();
    one.save(workspace);
    other.open();
    CHECK_FALSE(other.is_overtaken());
    REQUIRE(one.save(with_name(workspace, 0, "one")) == SaveResult::ok);
    CHECK(other.is_overtaken());
    CHECK(other.save(with_name(workspace, 1, "other")) == SaveResult::overtaken);
    CHECK(opened_store(texts).workspace == with_name(workspace, 0, "one"));
    CHECK(other.open().follows);
    CHECK(other.save(with_name(with_name(workspace, 0, "one"), 1, "other")) == SaveResult::ok);
    CHECK(one.is_overtaken());
    // Emptied and begun anew by the other: of another history.
    texts.clear();
    Store fresh(space);
    fresh.open();
    fresh.save(with_name(workspace, 2, "fresh"));
    CHECK(one.save(workspace) == SaveResult::overtaken);
    CHECK_FALSE(one.open().follows);
}

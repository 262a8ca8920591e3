// Whatever fails at whichever write: the last acknowledged state opens, and nothing half-done.
#include "codec/workspace_codec.h"
#include "generate_action.h"
#include "session/session.h"
#include "store/store.h"
#include "store_space.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>

using namespace compass;
using namespace compass::faults;

namespace {

const Date store_day = *date_of({2026, 11, 21});

// The start and what each of `count` actions with an effect made of it.
std::vector<Workspace> states_of_session(std::uint64_t seed, std::size_t count) {
    generate::Random random(seed);
    Session session(generate::workspace(seed, {.filled = .3, .deals = 4, .unknown = .1}));
    std::vector<Workspace> states{session.workspace()};
    while (states.size() <= count) {
        const std::uint64_t version = session.version();
        if (random.chance(.1))
            session.undo();
        else
            session.apply(generate::action(session.workspace(), random), {store_day, random.bits()});
        if (session.version() != version) states.push_back(session.workspace());
    }
    return states;
}

struct SavedStates {
    int acknowledged = -1;  // the last state of which the store said it is saved
    int tried = -1;         // the last one that it was given
};

// What opens is the last acknowledged state, or one that was tried since: whole in any case.
bool opens_saved(Texts texts, const std::vector<Workspace>& states, const SavedStates& saved) {
    FaultySpace space(texts);
    Store store(space);
    const OpenedStore opened = store.open();
    if (saved.acknowledged < 0) {
        if (opened.from == OpenedStore::From::nothing || opened.from == OpenedStore::From::none) return true;
        // Only the index of the first saves is missing or torn: what is there may be of any of them.
        const auto was_tried = [&](const Box<Deal>& deal) {
            const auto holds = [&](const Workspace& one) { return std::find(one.deals.begin(), one.deals.end(), deal) != one.deals.end(); };
            return std::any_of(states.begin(), states.begin() + saved.tried + 1, holds);
        };
        const auto& deals = opened.workspace.deals;
        if (opened.from == OpenedStore::From::salvaged) return std::all_of(deals.begin(), deals.end(), was_tried);
    }
    for (int i = std::max(saved.acknowledged, 0); i <= saved.tried; ++i)
        if (opened.workspace == states[static_cast<std::size_t>(i)]) return true;
    return false;
}

// Saves every state; what fails is followed by the next, as in the program. False where something acknowledged would not open.
bool save_all(Texts& texts, FaultySpace& space, const std::vector<Workspace>& states, SavedStates& saved) {
    Store store(space);
    store.open();
    bool sound = true;
    int looks = 0;
    for (std::size_t next = 0; next < states.size() && !space.dead(); ++next) {
        saved.tried = static_cast<int>(next);
        if (store.save(states[next]) == SaveResult::ok) saved.acknowledged = saved.tried;
        if (space.writes > space.at && ++looks <= 3) sound = sound && opens_saved(texts, states, saved);
    }
    if (!space.dead() && store.save(states.back()) == SaveResult::ok) saved.acknowledged = saved.tried;
    return sound && opens_saved(texts, states, saved);
}

}  // namespace

TEST_CASE("at every single write of a session of 40 actions, every fault: the last acknowledged state opens") {
    int scenarios = 0, killed = 0;
    for (std::uint64_t seed = 0; seed < (generate::all_rounds ? 10 : 1); ++seed) {
        const std::vector<Workspace> states = states_of_session(seed, 40);
        Texts sound;
        FaultySpace counting(sound);
        SavedStates all;
        REQUIRE(save_all(sound, counting, states, all));
        REQUIRE(all.acknowledged == 40);
        for (int at = 0; at < counting.writes; ++at) {
            for (int kind = 1; kind < fault_kinds; ++kind) {
                for (const double torn : {0.0, 0.5, 0.99}) {
                    const Fault fault = static_cast<Fault>(kind);
                    if (torn != 0.5 && fault != Fault::torn && fault != Fault::torn_and_killed) continue;
                    Texts texts;
                    FaultySpace space(texts);
                    space.fault = fault, space.at = at, space.torn = torn;
                    SavedStates saved;
                    CAPTURE(seed);
                    CAPTURE(at);
                    CAPTURE(kind);
                    CAPTURE(torn);
                    REQUIRE(save_all(texts, space, states, saved));
                    const bool lasts = fault == Fault::full_from_now_on || fault == Fault::unavailable_from_now_on;
                    if (!space.dead() && !lasts) REQUIRE(saved.acknowledged == 40);
                    killed += space.dead();
                    ++scenarios;
                }
            }
        }
    }
    std::printf("fault sweep: %d scenarios, %d of them kills; every last acknowledged state opened\n", scenarios, killed);
}

TEST_CASE("at every write of a session, its key gone or damaged when the page opens next: the state or the one before, never half of one") {
    int scenarios = 0, salvaged = 0;
    for (std::uint64_t seed = 20; seed < (generate::all_rounds ? 30 : 21); ++seed) {
        const std::vector<Workspace> states = states_of_session(seed, 40);
        Texts texts;
        FaultySpace space(texts);
        Store store(space);
        store.open();
        for (std::size_t i = 0; i < states.size(); ++i) {
            const Texts before = texts;
            REQUIRE(store.save(states[i]) == SaveResult::ok);
            const bool wrote_records = std::any_of(texts.begin(), texts.end(), [&](const auto& record) {
                return !record.first.starts_with("index") && !before.contains(record.first);
            });
            for (const auto& [key, text] : texts) {
                if (before.contains(key) && before.at(key) == text) continue;
                for (const int cut : {-1, 0, 1, 2}) {
                    Texts damaged = texts;
                    if (cut < 0)
                        damaged.erase(key);
                    else
                        damaged[key] = text.substr(0, text.size() * static_cast<std::size_t>(cut) / 3);
                    FaultySpace later(damaged);
                    Store reopened(later);
                    const OpenedStore opened = reopened.open();
                    CAPTURE(seed);
                    CAPTURE(i);
                    CAPTURE(damaged.size());
                    ++scenarios;
                    if (i == 0) {
                        salvaged += opened.from == OpenedStore::From::salvaged;
                        continue;  // no generation before it
                    }
                    REQUIRE((opened.workspace == states[i] || opened.workspace == states[i - 1]));
                    // Only where the index is gone and nothing but it was written, there is nothing left to tell it by.
                    if (cut >= 0 || !key.starts_with("index") || wrote_records) REQUIRE_FALSE(opened.damaged.empty());
                    REQUIRE(reopened.save(states[i]) == SaveResult::ok);
                    REQUIRE(opens_saved(damaged, states, {static_cast<int>(i), static_cast<int>(i)}));
                }
            }
        }
    }
    std::printf("damage at the next opening: %d scenarios, %d salvaged from a single generation\n", scenarios, salvaged);
}

TEST_CASE("an index of an older or a later schema at any moment of a session") {
    const std::vector<Workspace> states = states_of_session(40, 40);
    Texts texts;
    FaultySpace space(texts);
    Store store(space);
    store.open();
    for (std::size_t i = 0; i < states.size(); ++i) {
        REQUIRE(store.save(states[i]) == SaveResult::ok);
        for (const char* slot : {"index/a", "index/b"}) {
            Texts later = texts;
            later[slot] = "deal-compass-store/2 7 x\n";
            const Texts untouched = later;
            FaultySpace later_space(later);
            Store reopened(later_space);
            REQUIRE(reopened.open().newer);
            REQUIRE(reopened.save(states[0]) == SaveResult::newer);
            REQUIRE(later == untouched);
        }
        Texts older = texts;
        older["workspace"] = write_workspace(states[0]);
        FaultySpace older_space(older);
        Store reopened(older_space);
        const OpenedStore opened = reopened.open();
        REQUIRE(opened.workspace == states[i]);
        REQUIRE(opened.beside == states[0]);
    }
}

// In little room what was deleted goes before what was changed is there: each deal that all states since have is there in one of their versions.
bool opens_each_deal(Texts texts, const std::vector<Workspace>& states, const SavedStates& saved) {
    FaultySpace space(texts);
    Store store(space);
    const Workspace opened = store.open().workspace;
    bool all = true;
    for (const Box<Deal>& deal : states[static_cast<std::size_t>(std::max(saved.acknowledged, 0))].deals) {
        bool wanted = saved.acknowledged >= 0, there = false;
        const Deal* now = find_deal(opened, deal->id);
        for (int i = saved.acknowledged; i >= 0 && i <= saved.tried; ++i) {
            const Deal* then = find_deal(states[static_cast<std::size_t>(i)], deal->id);
            wanted = wanted && then;
            there = there || (then && now && *then == *now);
        }
        all = all && (!wanted || there);
    }
    return all;
}

TEST_CASE("random faults in random numbers: nothing acknowledged is lost") {
    for (std::uint64_t seed = 0; seed < generate::rounds / 5; ++seed) {
        generate::Random random(seed);
        const std::vector<Workspace> states = states_of_session(seed % 40, 12);
        Texts texts;
        SavedStates saved;
        CAPTURE(seed);
        std::size_t next = 0;
        bool little_room = false;  // since the last acknowledged state
        // One page after the other, each with a fault somewhere.
        while (next < states.size()) {
            FaultySpace space(texts);
            space.fault = static_cast<Fault>(random.between(0, fault_kinds - 1));
            space.at = static_cast<int>(random.between(0, 12));
            space.torn = random.real(0, 1);
            if (random.chance(.2)) space.room = space.used() + static_cast<std::size_t>(random.between(0, 4000));
            Store store(space);
            store.open();
            const std::size_t end = std::min(states.size(), next + static_cast<std::size_t>(random.between(1, 6)));
            for (; next < end && !space.dead(); ++next) {
                saved.tried = static_cast<int>(next);
                const SaveResult result = store.save(states[next]);
                if (result == SaveResult::ok) saved.acknowledged = saved.tried;
                // Where room is short, another fault may be the one that ends the save.
                little_room = space.dead() ? little_room || space.room != std::string::npos
                                           : result != SaveResult::ok &&
                                                 (little_room || result == SaveResult::full || space.room != std::string::npos);
                REQUIRE((little_room ? opens_each_deal(texts, states, saved) : opens_saved(texts, states, saved)));
            }
        }
    }
}

// Earlier versions and the trash: few, further apart the older they are, and never in the way of what is saved.
#include "store/history.h"

#include "generate_action.h"
#include "session/session.h"
#include "store/packed.h"
#include "store/store.h"
#include "store_space.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

using namespace compass;
using namespace compass::faults;

namespace {

constexpr std::int64_t day_minutes = 1440, morning = 20778 * day_minutes + 9 * 60;  // of a Saturday, 2026-11-21

Snapshot version_at(std::int64_t minute, Cause cause = Cause::edit) {
    Snapshot version;
    version.when = {minute, 0};
    version.cause = cause;
    version.key = std::to_string(minute);
    return version;
}

std::vector<Snapshot> thinned(std::vector<Snapshot> versions, std::int64_t now) {
    for (const Snapshot& gone : surplus_versions(versions, now))
        std::erase_if(versions, [&](const Snapshot& one) { return one.key == gone.key; });
    return versions;
}

std::vector<std::string> keys_of(const std::vector<Snapshot>& versions) {
    std::vector<std::string> keys;
    for (const Snapshot& one : versions) keys.push_back(one.key);
    return keys;
}

// Of a busy or a quiet year: bursts of edits, some imports.
std::vector<Snapshot> some_versions(generate::Random& random, std::int64_t now) {
    std::vector<Snapshot> versions;
    const std::int64_t span = random.between(0, random.chance(.3) ? day_minutes : 400 * day_minutes);
    const std::int64_t pause = random.between(10, 3 * day_minutes) / (random.chance(.3) ? 100 : 1) + span / 150;
    std::int64_t at = now - span;
    while (at <= now) {
        versions.push_back(version_at(at, random.chance(.1) ? Cause::import : Cause::edit));
        at += 10 + random.between(0, pause);
    }
    if (versions.empty()) versions.push_back(version_at(now));
    return versions;
}

Workspace two_deals() {
    Workspace workspace = generate::workspace(3, {.filled = .5, .items = 3, .deals = 1});
    for (std::uint64_t seed = 4; workspace.deals.size() < 2; ++seed) {
        const Workspace more = generate::workspace(seed, {.filled = .5, .items = 3, .deals = 3});
        if (more.deals.empty()) continue;
        workspace.customers.push_back(*std::find_if(more.customers.begin(), more.customers.end(),
                                                    [&](const Box<Customer>& one) { return one->id == more.deals[0]->customer; }));
        workspace.deals.push_back(more.deals[0]);
    }
    return workspace;
}

Workspace renamed(Workspace workspace, std::size_t place, std::string name) {
    Deal deal = *workspace.deals[place];
    deal.name = std::move(name);
    workspace.deals[place] = std::move(deal);
    return workspace;
}

Workspace without_deal(Workspace workspace, std::size_t place) {
    workspace.deals.erase(workspace.deals.begin() + static_cast<std::ptrdiff_t>(place));
    return workspace;
}

std::size_t count_of(const History& history, bool deleted) {
    return static_cast<std::size_t>(
        std::count_if(history.all().begin(), history.all().end(), [&](const Snapshot& one) { return one.is_deleted == deleted; }));
}

}  // namespace

TEST_CASE("what is packed is unpacked again, in as few units as its bits need, and nothing else is") {
    generate::Random random(1);
    for (std::size_t size = 0; size < 300; ++size) {
        std::string bytes;
        for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(random.chance(.2) ? 0 : random.bits());
        const std::string text = packed(bytes);
        CAPTURE(size);
        REQUIRE(unpacked(text) == bytes);
        REQUIRE(packed_units(text) == size * 8 / 14 + 1);
        REQUIRE_FALSE(unpacked(text + "x"));
        REQUIRE(unpacked(text.substr(0, text.size() - 3)) != bytes);
        for (int tries = 0; tries < 5; ++tries) {
            std::string broken = text;
            broken[random.bits() % broken.size()] = static_cast<char>(random.bits());
            const std::optional<std::string> read = unpacked(broken);
            REQUIRE((!read || packed(*read) == broken));  // one text for each
        }
    }
    CHECK_FALSE(unpacked(""));
    CHECK_FALSE(unpacked("\xE4\xB8\x80"));  // a group without its end
    CHECK_FALSE(unpacked("abc"));
}

TEST_CASE("of a deal's versions never more than 20 stay, the newest among them, and the order they come in does not count") {
    for (std::uint64_t seed = 0; seed < generate::rounds / 10; ++seed) {
        generate::Random random(seed);
        std::vector<Snapshot> versions = some_versions(random, morning);
        const std::string newest = versions.back().key;
        const std::vector<Snapshot> stay = thinned(versions, morning);
        CAPTURE(seed);
        REQUIRE(stay.size() <= versions_at_most);
        REQUIRE(stay.back().key == newest);
        REQUIRE(keys_of(thinned(stay, morning)) == keys_of(stay));
        for (std::size_t i = versions.size(); i > 1; --i) std::swap(versions[i - 1], versions[random.bits() % i]);
        std::vector<std::string> again = keys_of(thinned(versions, morning)), wanted = keys_of(stay);
        std::sort(again.begin(), again.end()), std::sort(wanted.begin(), wanted.end());
        REQUIRE(again == wanted);
    }
}

TEST_CASE("the older versions are the further apart they lie: days in the week before, weeks before that, then months") {
    for (std::uint64_t seed = 0; seed < generate::rounds / 10; ++seed) {
        generate::Random random(seed);
        const std::vector<Snapshot> versions = some_versions(random, morning);
        std::vector<Snapshot> stay = thinned(versions, morning);
        stay.pop_back();  // the newest is there whatever its age
        std::set<std::int32_t> days, weeks, months;
        CAPTURE(seed);
        for (const Snapshot& one : stay) {
            const Date day = day_of(one.when);
            const std::int32_t age = day_of({morning, 0}) - day;
            if (age == 0 || (age < 7 && one.cause != Cause::edit)) continue;
            const YearMonthDay date = civil(day);
            if (age < 7)
                REQUIRE(days.insert(day.days).second);
            else if (age < 35)
                REQUIRE(weeks.insert((day.days + 3) / 7).second);
            else
                REQUIRE(months.insert(date.year * 12 + date.month).second);
            // The first of its day: the deal as it was before that day.
            const auto earlier = std::find_if(versions.begin(), versions.end(), [&](const Snapshot& other) {
                return day_of(other.when) == day && other.when < one.when && other.cause == Cause::edit;
            });
            if (one.cause == Cause::edit) REQUIRE(earlier == versions.end());
        }
    }
}

TEST_CASE("thinned after every version, each of the last days still begins with the deal as it was before") {
    std::vector<Snapshot> versions;
    std::map<std::int32_t, std::string> first_of_day;
    for (std::int64_t day = 0; day < 40; ++day) {
        for (std::int64_t i = 0; i < 12; ++i) {
            const Snapshot next = version_at(morning + day * day_minutes + i * 15);
            first_of_day.emplace(day_of(next.when).days, next.key);
            versions.push_back(next);
            versions = thinned(std::move(versions), next.when.minute);
        }
    }
    const Date today = day_of(versions.back().when);
    for (std::int32_t age = 0; age < 7; ++age) {
        const std::vector<std::string> keys = keys_of(versions);
        CHECK(std::find(keys.begin(), keys.end(), first_of_day[today.days - age]) != keys.end());
    }
    CHECK(day_of(versions.front().when) < today - 21);
}

TEST_CASE("a key says all there is to know without reading, and any other key is none of ours") {
    const std::string id = "8a0b8a5e-9f43-4c1e-8d5a-0c7b1d2e3f40";
    const auto read = read_snapshot_key("version/" + id + "/29920320.2/import/0123456789abcdef");
    REQUIRE(read);
    CHECK(!read->is_deleted);
    CHECK(format(read->id) == id);
    CHECK(read->when == Moment{29920320, 2});
    CHECK(read->cause == Cause::import);
    CHECK(read_snapshot_key("trash/" + id + "/29920320.0/0123456789abcdef")->is_deleted);
    for (const std::string& other : {std::string("deal/0123456789abcdef"), "version/" + id, "version/" + id + "/x.0/edit/0123456789abcdef",
                                     "version/" + id + "/1.0/later/0123456789abcdef", "trash/" + id + "/1.0/edit/0123456789abcdef",
                                     "trash/" + id + "/1.0/01", "version/" + id + "/-1.0/edit/0123456789abcdef", std::string("trash/")})
        CHECK_FALSE(read_snapshot_key(other));
}

TEST_CASE("an edit after a pause keeps the deal as it was, one write for the deal that changed; edits soon after it keep none") {
    Texts texts;
    FaultySpace space(texts);
    History history(space);
    const Workspace first = two_deals(), second = renamed(first, 0, "second"), third = renamed(second, 0, "third");
    history.keep(first, second, {morning});
    CHECK(space.writes == 1);
    history.keep(second, third, {morning + 9});
    CHECK(space.writes == 1);
    history.keep(third, renamed(third, 1, "other"), {morning + 9});
    CHECK(space.writes == 2);
    history.keep(third, first, {morning + 10});
    REQUIRE(space.writes == 3);
    REQUIRE(history.all().size() == 3);
    const auto oldest = history.read(history.all()[0]), newest = history.read(history.all()[2]);
    REQUIRE(oldest);
    REQUIRE(newest);
    CHECK(*oldest->deals[0] == *first.deals[0]);
    CHECK(*newest->deals[0] == *third.deals[0]);
    CHECK(oldest->customers[0]->id == first.deals[0]->customer);
    // Before an import there is one at once; of what is there already there is no second one.
    history.keep(first, third, {morning + 11, Cause::import});
    CHECK(space.writes == 4);
    history.keep(first, third, {morning + 11, Cause::import});
    CHECK(space.writes == 4);
    CHECK(history.all().back().cause == Cause::import);
    // A clock that was wrong does not end it.
    history.keep(third, first, {morning - 400});
    CHECK(space.writes == 5);
}

TEST_CASE("a version that a clock dated years ahead makes no other one older than it is") {
    std::vector<Snapshot> versions = {version_at(morning + 1500 * day_minutes)};
    for (const int day : {-1, 0, 1, 5}) versions.push_back(version_at(morning + day * day_minutes));
    CHECK(surplus_versions(versions, morning + 5 * day_minutes).empty());
}

TEST_CASE("what vanished is in the trash until it is there again or its days are over; what was only taken back is not") {
    Texts texts;
    FaultySpace space(texts);
    History history(space);
    const Workspace both = two_deals(), one = without_deal(both, 1);
    history.keep(both, one, {.minute = morning, .takes_back = true});
    CHECK(history.all().empty());
    history.keep(both, one, {morning});
    history.settle(one);
    REQUIRE(history.trash_count() == 1);
    CHECK(history.read(history.all()[0])->deals[0] == both.deals[1]);
    history.settle(both);
    CHECK(history.trash_count() == 0);

    // A customer takes its deals along in one record, and comes back with them.
    Workspace bare = both;
    const Id customer = both.deals[1]->customer;
    std::erase_if(bare.customers, [&](const Box<Customer>& any) { return any->id == customer; });
    std::erase_if(bare.deals, [&](const Box<Deal>& any) { return any->customer == customer; });
    history.keep(both, bare, {morning});
    REQUIRE(history.trash_count() == 1);
    const Workspace lost = *history.read(history.all()[0]);
    CHECK(update(bare, RestoreDeleted{lost}, {}).workspace.deals.size() == both.deals.size());
    // Only half of it there: the other half stays in the trash.
    Workspace half = bare;
    half.customers.push_back(lost.customers[0]);
    history.settle(half);
    CHECK(history.trash_count() == 1);

    history.keep(renamed(both, 1, "before"), both, {morning - 90 * day_minutes, Cause::import});
    history.empty_by_age(bare, morning + trash_days * day_minutes);
    CHECK(history.all().size() == 2);  // its versions, too, as long as it can come back
    history.empty_by_age(bare, morning + (trash_days + 1) * day_minutes);
    CHECK(history.all().empty());
    CHECK(texts.empty());
}

TEST_CASE("deleted for good, a deal's versions go with it, but not those of a deal that is there") {
    Texts texts;
    FaultySpace space(texts);
    History history(space);
    const Workspace both = two_deals(), next = renamed(renamed(both, 0, "a"), 1, "b"), one = without_deal(next, 1);
    history.keep(both, next, {morning});
    history.keep(next, one, {morning + 1});
    REQUIRE(count_of(history, false) == 2);
    history.forget(history.all().back(), one);
    CHECK(count_of(history, true) == 0);
    REQUIRE(count_of(history, false) == 1);
    CHECK(history.all()[0].id == both.deals[0]->id);
}

TEST_CASE("where storage is short the oldest versions go first, then the trash, and the save is acknowledged") {
    Texts texts;
    FaultySpace space(texts);
    Store store(space);
    store.open();
    History history(space);
    const Workspace whole = two_deals();
    Workspace now = renamed(whole, 0, "start");
    REQUIRE(store.save(whole) == SaveResult::ok);
    REQUIRE(store.save(now) == SaveResult::ok);
    history.keep(whole, without_deal(whole, 1), {morning});
    const std::string deleted = history.all()[0].key;
    for (int i = 0; i < 8; ++i) history.keep(renamed(whole, 0, std::to_string(i)), now, {morning + 10 + i, Cause::import});
    REQUIRE(history.all().size() == 9);
    const std::string oldest = history.all()[1].key, newest = history.all().back().key;
    space.room = space.used() + 200;
    Deal larger = *now.deals[0];
    larger.lessons = std::string(history.read(history.all()[1]) ? 600 : 0, 'x');
    now.deals[0] = larger;
    REQUIRE(store.save(now) == SaveResult::ok);
    CHECK_FALSE(texts.contains(oldest));
    CHECK(texts.contains(newest));
    CHECK(texts.contains(deleted));
    larger.lessons = std::string(space.room, 'x');
    now.deals[0] = larger;
    REQUIRE(store.save(now) == SaveResult::full);
    history.look();
    CHECK(history.all().empty());

    // Beyond its share one version goes for another.
    space.room = std::string::npos;
    for (int i = 0; i < 3; ++i) history.keep(renamed(whole, 0, std::to_string(i)), now, {morning + i, Cause::import});
    history.keep(renamed(whole, 0, "3"), now, {.minute = morning + 3, .cause = Cause::import, .room = 0});
    CHECK(history.all().size() == 3);
    CHECK(history.all().front().when.minute == morning + 1);
}

TEST_CASE("a program without versions leaves them alone") {
    Texts texts;
    FaultySpace space(texts);
    Store store(space);
    store.open();
    History history(space);
    const Workspace whole = two_deals();
    history.keep(whole, without_deal(renamed(whole, 0, "a"), 1), {morning});
    const Texts kept = texts;
    REQUIRE(kept.size() == 2);
    for (int i = 0; i < 5; ++i) REQUIRE(store.save(renamed(whole, 0, std::to_string(i))) == SaveResult::ok);
    Store again(space);
    CHECK(again.open().kept.empty());
    for (const auto& [key, text] : kept) CHECK(texts.at(key) == text);
}

TEST_CASE("at every write of a session that keeps versions, every fault: the workspace opens as before, damaged versions are left out") {
    constexpr std::size_t actions = generate::all_rounds ? 20 : 8;
    int scenarios = 0, unreadable = 0, lost = 0;
    for (std::uint64_t seed = 0; seed < (generate::all_rounds ? 6 : 1); ++seed) {
        generate::Random random(seed);
        Session session(generate::workspace(seed + 7, {.filled = .3, .deals = 4, .unknown = .1}));
        std::vector<Workspace> states{session.workspace()};
        while (states.size() <= actions) {
            const std::uint64_t version = session.version();
            session.apply(generate::action(session.workspace(), random), {*date_of({2026, 11, 21}), random.bits()});
            if (session.version() != version) states.push_back(session.workspace());
        }
        const auto play = [&](FaultySpace& space, int& acknowledged, int& tried) {
            Store store(space);
            store.open();
            History history(space);
            for (std::size_t i = 0; i < states.size() && !space.dead(); ++i) {
                tried = static_cast<int>(i);
                if (i > 0) history.keep(states[i - 1], states[i], {morning + static_cast<std::int64_t>(i) * 11});
                if (store.save(states[i]) != SaveResult::ok) continue;
                acknowledged = tried;
                history.settle(states[i]);
            }
        };
        Texts sound;
        FaultySpace counting(sound);
        int last = -1, tried = -1;
        play(counting, last, tried);
        REQUIRE(last == static_cast<int>(actions));
        for (int at = 0; at < counting.writes; ++at) {
            for (int kind = 1; kind < fault_kinds; ++kind) {
                Texts texts;
                FaultySpace space(texts);
                space.fault = static_cast<Fault>(kind), space.at = at;
                int acknowledged = -1;
                tried = -1;
                play(space, acknowledged, tried);
                CAPTURE(seed);
                CAPTURE(at);
                CAPTURE(kind);
                ++scenarios;
                FaultySpace later(texts);
                Store reopened(later);
                const Workspace opened = reopened.open().workspace;
                bool whole = acknowledged < 0;
                for (int i = std::max(acknowledged, 0); i <= tried; ++i) whole = whole || opened == states[static_cast<std::size_t>(i)];
                REQUIRE(whole);
                History history(later);
                history.look();
                for (const Snapshot& one : history.all()) {
                    const std::optional<Workspace> read = history.read(one);
                    unreadable += !read;
                    if (!read) continue;
                    // Whatever can be read is a deal as it was.
                    for (const Box<Deal>& deal : read->deals)
                        REQUIRE(std::any_of(states.begin(), states.end(), [&](const Workspace& state) {
                            const Deal* then = find_deal(state, deal->id);
                            return then && *then == *deal;
                        }));
                }
                // A deal that an acknowledged save lost is in the trash, unless it was that write that failed.
                const bool fails_once = space.fault != Fault::full_from_now_on && space.fault != Fault::unavailable_from_now_on;
                for (int i = 1; fails_once && i <= acknowledged; ++i) {
                    for (const Box<Deal>& deal : states[static_cast<std::size_t>(i - 1)].deals) {
                        if (find_deal(opened, deal->id)) continue;
                        bool is_there = false;
                        for (const Snapshot& one : history.all()) {
                            const std::optional<Workspace> read = one.is_deleted ? history.read(one) : std::nullopt;
                            is_there = is_there || (read && find_deal(*read, deal->id));
                        }
                        lost += !is_there;
                        break;
                    }
                }
                REQUIRE(reopened.save(states.back()) == SaveResult::ok);
            }
        }
    }
    std::printf("versions under faults: %d scenarios, %d unreadable versions left out, %d deleted deals not kept\n", scenarios, unreadable,
                lost);
}

// What holds for any sequence of actions (architecture §2): no step is lost, no unknown member, no identity; replay gives the same.
#include "codec/value.h"
#include "codec/walk.h"
#include "codec/workspace_codec.h"
#include "generate_action.h"
#include "session/session.h"

#include <doctest/doctest.h>

#include <array>
#include <set>
#include <string>
#include <vector>

using namespace compass;

namespace {

const Date first_day = *date_of({2026, 11, 21}), another_day = *date_of({2031, 3, 3});

struct Played {
    Session session;
    std::vector<Workspace> states;  // the start and what each action with an effect made
    std::vector<ActionKind> kinds;  // of these actions
};

// Applies `count` random actions. The same seed makes the same ones.
Played played(std::uint64_t seed, int count, Date day = first_day, double filled = .3) {
    generate::Random random(seed);
    Played all{Session(generate::workspace(seed % 50, {.filled = filled, .deals = 3, .unknown = .1})), {}, {}};
    all.states.push_back(all.session.workspace());
    for (int i = 0; i < count; ++i) {
        const Action action = generate::action(all.session.workspace(), random);
        const std::uint64_t version = all.session.version();
        all.session.apply(action, {day, random.bits()});
        if (all.session.version() == version) continue;
        all.states.push_back(all.session.workspace());
        all.kinds.push_back(kind_of(action));
    }
    return all;
}

// Whether each unknown member of what is still there is still there. What was replaced as a whole is not followed further.
bool keeps_unknown(const Kind& kind, const void* before, const void* after);

bool keeps_unknown(const Description& object, const void* before, const void* after) {
    bool keeps = true;
    for (std::uint32_t i = 0; i < object.count; ++i) {
        const Field& field = object.fields[i];
        keeps = keeps && keeps_unknown(*field.kind, at_offset(before, field.offset), at_offset(after, field.offset));
    }
    if (object.extra == no_extra) return keeps;
    const Extra &were = *extra_of(object, before), &are = *extra_of(object, after);
    for (const auto& [name, json] : were.members) {
        const bool of_closed = name.find(nested_separator) != name.npos;  // goes with the money it belongs to
        const auto same_name = [&, &wanted = name](const auto& member) { return member.first == wanted; };
        keeps = keeps && (of_closed || std::any_of(are.members.begin(), are.members.end(), same_name));
    }
    return keeps;
}

bool keeps_unknown(const Kind& kind, const void* before, const void* after) {
    if (kind.shape == Shape::object) return keeps_unknown(*kind.object, before, after);
    if (kind.shape == Shape::optional) {
        const void *was = kind.optional->inside(before), *is = kind.optional->inside(after);
        return !was || !is || keeps_unknown(*kind.item, was, is);
    }
    if (kind.shape != Shape::list || kind.item->shape != Shape::object) return true;
    const Items were = kind.list->items(before), are = kind.list->items(after);
    bool keeps = true;
    for (std::size_t i = 0; i < are.count; ++i) {
        const std::string_view identity = identity_of(*kind.item, item_at(kind, are, i));
        for (std::size_t k = 0; k < were.count && !identity.empty(); ++k)
            if (identity_of(*kind.item, item_at(kind, were, k)) == identity)
                keeps = keeps && keeps_unknown(*kind.item, item_at(kind, were, k), item_at(kind, are, i));
    }
    return keeps;
}

bool keeps_unknown(const Workspace& before, const Workspace& after) {
    bool keeps = before.extra == after.extra;
    for (const Box<Deal>& deal : before.deals)
        if (const Deal* now = find_deal(after, deal->id)) keeps = keeps && keeps_unknown(deal_description, &*deal, now);
    for (const Box<Customer>& customer : before.customers)
        if (const Customer* now = find_customer(after, customer->id)) keeps = keeps && keeps_unknown(customer_description, &*customer, now);
    return keeps;
}

class Redating final : public Visitor {
  public:
    void visit(const Kind& kind, const Rule&, void* value, const std::string&) override {
        if (kind.shape == Shape::date && *static_cast<Date*>(value) == first_day) *static_cast<Date*>(value) = another_day;
    }
};

Workspace redated(Workspace workspace) {
    Redating redating;
    for (Box<Deal>& box : workspace.deals) {
        Deal deal = *box;
        walk(deal_description, &deal, {}, redating);
        box = std::move(deal);
    }
    for (Box<Customer>& box : workspace.customers) {
        Customer customer = *box;
        walk(customer_description, &customer, {}, redating);
        box = std::move(customer);
    }
    return workspace;
}

}  // namespace

TEST_CASE("random sequences of all actions: undo passes every state back to the start, redo every state to the end") {
    std::array<int, std::variant_size_v<Action>> taken{};
    for (std::uint64_t seed = 0; seed < generate::rounds; ++seed) {
        auto [session, states, kinds] = played(seed, 8);
        bool same = true;
        for (std::size_t i = states.size(); i-- > 1;) {
            same = same && session.workspace() == states[i] && session.next_undo() == kinds[i - 1];
            session.undo();
        }
        same = same && session.workspace() == states.front() && !session.undo();
        for (std::size_t i = 1; i < states.size(); ++i) {
            same = same && session.next_redo() == kinds[i - 1];
            session.redo();
            same = same && session.workspace() == states[i];
        }
        same = same && !session.redo();
        CAPTURE(seed);
        REQUIRE(same);
        for (const ActionKind kind : kinds) ++taken[static_cast<std::size_t>(kind)];
    }
    for (std::size_t kind = 0; kind < taken.size() && generate::all_rounds; ++kind) {
        CAPTURE(kind);
        CHECK(taken[kind] > 0);
    }
}

TEST_CASE("there is an action for every field of a deal, a person and a customer" * doctest::skip(!generate::all_rounds)) {
    std::set<std::string> edited;
    const auto note = [&](const Description& object, const void* before, const void* after) {
        for (std::uint32_t i = 0; before && after && i < object.count; ++i) {
            const Field& field = object.fields[i];
            if (!same(*field.kind, at_offset(before, field.offset), at_offset(after, field.offset)))
                edited.insert(std::string(object.name) + '.' + std::string(field.name));
        }
    };
    for (std::uint64_t seed = 0; seed < 600; ++seed) {
        const Played all = played(seed, 8, first_day, .9);
        for (std::size_t i = 1; i < all.states.size(); ++i) {
            if (all.kinds[i - 1] >= ActionKind::import_workspace) continue;  // whole workspaces, and what was
            const Workspace& after = all.states[i];
            for (const Box<Customer>& customer : all.states[i - 1].customers)
                note(customer_description, &*customer, find_customer(after, customer->id));
            for (const Box<Deal>& deal : all.states[i - 1].deals) {
                const Deal* now = find_deal(after, deal->id);
                note(deal_description, &*deal, now);
                for (const Person& person : deal->people)
                    for (std::size_t k = 0; now && k < now->people.size(); ++k)
                        if (now->people[k].id == person.id) note(generate::described("Person"), &person, &now->people[k]);
            }
        }
    }
    const std::set<std::string> never = {"Deal.id", "Person.id", "Customer.id"};
    for (const Description* object : {&deal_description, &customer_description, &generate::described("Person")}) {
        for (std::uint32_t i = 0; i < object->count; ++i) {
            const std::string field = std::string(object->name) + '.' + std::string(object->fields[i].name);
            CAPTURE(field);
            CHECK(edited.contains(field) != never.contains(field));
        }
    }
}

TEST_CASE("playing a sequence again gives the same ids and the same workspace") {
    for (std::uint64_t seed = 0; seed < generate::rounds / 20; ++seed) {
        const Played first = played(seed, 12), second = played(seed, 12);
        CAPTURE(seed);
        REQUIRE(first.session.workspace() == second.session.workspace());
        REQUIRE(first.session.version() == second.session.version());
    }
}

TEST_CASE("the day enters only as a date that is stored") {
    for (std::uint64_t seed = 0; seed < generate::rounds / 20; ++seed) {
        CAPTURE(seed);
        REQUIRE(redated(played(seed, 12).session.workspace()) == played(seed, 12, another_day).session.workspace());
    }
}

TEST_CASE("whatever was done, the workspace can be written and read again, byte for byte") {
    for (std::uint64_t seed = 0; seed < generate::rounds / 10; ++seed) {
        const Played all = played(seed, 12);
        for (std::size_t i = 1; i < all.states.size(); ++i) {
            const std::string file = write_workspace(all.states[i], Layout::compact);
            const Result<Workspace> read = read_workspace(file);
            CAPTURE(seed);
            CAPTURE(i);
            CAPTURE(static_cast<int>(all.kinds[i - 1]));
            if (!read) {
                CAPTURE(read.errors().front().path);
                CAPTURE(read.errors().front().code);
                REQUIRE(read);
            }
            REQUIRE(*read == all.states[i]);
            REQUIRE(write_workspace(*read, Layout::compact) == file);
        }
    }
}

TEST_CASE("no edit loses a member that this version does not know") {
    for (std::uint64_t seed = 0; seed < generate::rounds / 10; ++seed) {
        const Played all = played(seed, 12);
        for (std::size_t i = 1; i < all.states.size(); ++i) {
            if (all.kinds[i - 1] >= ActionKind::import_workspace) continue;  // whole workspaces, and what was
            CAPTURE(seed);
            CAPTURE(static_cast<int>(all.kinds[i - 1]));
            REQUIRE(keeps_unknown(all.states[i - 1], all.states[i]));
        }
    }
}

TEST_CASE("the same random number again still gives unused ids") {
    Session session;
    for (int i = 0; i < 20; ++i) session.apply(CreateDeal{"Linjiang", "deal", "Tian", {}, {}}, {first_day, 7});
    const Id deal = session.workspace().deals.front()->id;
    for (int i = 0; i < 20; ++i) session.apply(PutEvidence{deal, static_cast<Axis>(i % 3), {}, {}}, {first_day, 7});
    for (int i = 0; i < 20; ++i) session.apply(PutPerson{deal, {}}, {first_day, 7});
    CHECK(session.workspace().deals.size() == 20);
    CHECK(session.workspace().deals.front()->people.size() == 20);
    CHECK(read_workspace(write_workspace(session.workspace())));
}

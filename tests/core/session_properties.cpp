// Undo and redo never lose a step, and replay gives the same workspace (architecture §2).
#include "codec/workspace_codec.h"
#include "generate.h"
#include "session/session.h"

#include <doctest/doctest.h>

#include <vector>

using namespace compass;

namespace {

const Date today = *date_of({2026, 11, 21});

// Sometimes somebody's, sometimes nobody's.
Id some_deal(const Workspace& workspace, generate::Random& random) {
    if (workspace.deals.empty() || random.chance(.05)) return make_id(random.bits(), random.bits());
    return workspace.deals[static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(workspace.deals.size()) - 1))]->id;
}

Position some_position(generate::Random& random) { return position_at(static_cast<int>(random.between(0, position_count - 1))); }

std::string some_text(generate::Random& random) {
    static const char* const odd[] = {"", "  ", "\x01\x02", "a\r\nb", "\xFF\xFEx", "\xED\xA0\x80", "　临江　", "\u0085x", "e\u0301"};
    if (random.chance(.3)) return odd[random.between(0, 8)];
    return generate::text(random, 40, true);
}

Objective some_objective(generate::Random& random) {
    Objective objective;
    objective.sentence = some_text(random);
    objective.product = some_text(random);
    if (random.chance(.5)) objective.amount = Money{random.between(-5, 2'000'000'000'000'000), {}};
    if (random.chance(.5)) objective.signing_date = Date{static_cast<std::int32_t>(random.between(-1'000'000, 1'000'000))};
    return objective;
}

Evidence some_evidence(const Workspace& workspace, const Id& deal, Axis axis, generate::Random& random) {
    Evidence fact;
    fact.text = some_text(random);
    fact.date = today - static_cast<int>(random.between(0, 100));
    fact.certainty = static_cast<Certainty>(random.between(0, 3));
    const Deal* its = find_deal(workspace, deal);
    if (its && !its->people.empty() && random.chance(.5))
        fact.source = its->people.front().id;
    else if (random.chance(.2))
        fact.source = make_id(random.bits(), random.bits());
    if (its && !evidence_of(its->position, axis).empty() && random.chance(.4)) fact.id = evidence_of(its->position, axis).front().id;
    return fact;
}

Action some_action(const Workspace& workspace, generate::Random& random) {
    const Id deal = some_deal(workspace, random);
    const Axis axis = static_cast<Axis>(random.between(0, 2));
    switch (random.between(0, 10)) {
        case 0: return CreateDeal{some_text(random), some_text(random), "Tian", some_objective(random), some_position(random)};
        case 1: return RenameDeal{deal, some_text(random)};
        case 2:
            return EditDeal{deal,
                            some_text(random),
                            some_text(random),
                            "Tian",
                            some_objective(random),
                            DealKind::repeat,
                            static_cast<FunnelStage>(random.between(0, 6)),
                            some_text(random)};
        case 3: return DuplicateDeal{deal, some_text(random)};
        case 4: return DeleteDeal{deal};
        case 5: return SetLevel{deal, axis, static_cast<int>(random.between(-2, 5)), some_text(random)};
        case 6: return SetPosition{deal, some_position(random), some_text(random)};
        case 7: {
            PutEvidence put{deal, axis, some_evidence(workspace, deal, axis, random), {}};
            if (random.chance(.3)) put.level = static_cast<int>(random.between(-1, 4));
            return put;
        }
        case 8: {
            const Deal* its = find_deal(workspace, deal);
            const bool any = its && !evidence_of(its->position, axis).empty();
            return RemoveEvidence{deal, axis, any ? evidence_of(its->position, axis).back().id : Id{}};
        }
        case 9: return FollowWorkspace{generate::workspace(random.bits() % 40, {.deals = 2})};
        default: return ImportWorkspace{generate::workspace(random.bits() % 40, {.deals = 2})};
    }
}

// Applies `count` random actions. The same seed makes the same ones.
Session played(std::uint64_t seed, int count, std::vector<Workspace>* states) {
    generate::Random random(seed);
    Session session(generate::workspace(seed % 50, {.deals = 3}));
    if (states) states->push_back(session.workspace());
    for (int i = 0; i < count; ++i) {
        const Action action = some_action(session.workspace(), random);
        const std::uint64_t version = session.version();
        session.apply(action, {today, random.bits()});
        if (states && session.version() != version) states->push_back(session.workspace());
    }
    return session;
}

}  // namespace

TEST_CASE("random sequences: undo passes every state back to the start, redo every state to the end") {
    int steps = 0;
    for (std::uint64_t seed = 0; seed < generate::rounds; ++seed) {
        std::vector<Workspace> states;
        Session session = played(seed, 8, &states);
        bool same = true;
        for (std::size_t i = states.size(); i-- > 1;) {
            same = same && session.workspace() == states[i] && session.next_undo().has_value();
            session.undo();
        }
        same = same && session.workspace() == states.front() && !session.undo();
        for (std::size_t i = 1; i < states.size(); ++i) {
            same = same && session.next_redo().has_value();
            session.redo();
            same = same && session.workspace() == states[i];
        }
        same = same && !session.redo();
        CAPTURE(seed);
        REQUIRE(same);
        steps += static_cast<int>(states.size()) - 1;
    }
    CHECK(steps > static_cast<int>(4 * generate::rounds));
}

TEST_CASE("playing a sequence again gives the same ids and the same workspace") {
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const Session first = played(seed, 12, nullptr), second = played(seed, 12, nullptr);
        CAPTURE(seed);
        REQUIRE(first.workspace() == second.workspace());
        REQUIRE(first.version() == second.version());
    }
}

TEST_CASE("whatever was done, the workspace can be written and read again") {
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        const Session session = played(seed, 12, nullptr);
        const std::string file = write_workspace(session.workspace());
        const Result<Workspace> read = read_workspace(file);
        CAPTURE(seed);
        if (!read) {
            CAPTURE(read.errors().front().path);
            CAPTURE(read.errors().front().code);
            REQUIRE(read);
        }
        REQUIRE(*read == session.workspace());
    }
}

TEST_CASE("the same random number again still gives unused ids") {
    Session session;
    for (int i = 0; i < 20; ++i) session.apply(CreateDeal{"Linjiang", "deal", "Tian", {}, {}}, {today, 7});
    for (int i = 0; i < 20; ++i)
        session.apply(PutEvidence{session.workspace().deals.front()->id, static_cast<Axis>(i % 3), {}, {}}, {today, 7});
    CHECK(session.workspace().deals.size() == 20);
    CHECK(read_workspace(write_workspace(session.workspace())));
}

// What happened last in all deals, and what was done in a session: two lists in which the latest comes first.
#include "portfolio/recent.h"
#include "session/session.h"

#include <doctest/doctest.h>

using namespace compass;

namespace {

Workspace with_diaries(std::size_t deals, int days) {
    Workspace workspace;
    for (std::size_t i = 0; i < deals; ++i) {
        Deal deal;
        deal.id = make_id(2, i + 1), deal.name = "deal " + std::to_string(i);
        for (int day = 0; day < days; ++day) deal.story.push_back({Date{20000 + day}, "on " + std::to_string(day), {}});
        workspace.deals.push_back(deal);
    }
    return workspace;
}

}  // namespace

TEST_CASE("the latest happenings of all deals come first, no more than asked for, and none of tomorrow") {
    const Workspace workspace = with_diaries(3, 10);
    const auto recent = recent_happenings(workspace, Date{20008}, 7);
    REQUIRE(recent.size() == 7);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(recent[i].deal == i);
        CHECK(recent[i].what.date == Date{20008});
    }
    CHECK(recent.back().what.date == Date{20006});
    CHECK(recent_happenings(Workspace{}, Date{20008}, 7).empty());
    // Of many deals the same as of all at once.
    const Workspace many = with_diaries(200, 30);
    const auto few = recent_happenings(many, Date{20029}, 5), all = recent_happenings(many, Date{20029}, 10000);
    CHECK(all.size() == 6000);
    REQUIRE(few.size() == 5);
    for (std::size_t i = 0; i < few.size(); ++i) CHECK((few[i].deal == all[i].deal && few[i].what == all[i].what));
}

TEST_CASE("a session tells what was done, when and to which deal; what is undone is told no longer") {
    Session session(with_diaries(2, 1));
    const Id first = session.workspace().deals[0]->id, second = session.workspace().deals[1]->id;
    session.apply(RenameDeal{first, "new"}, {Date{20010}, 1, 642});
    session.apply(std::vector<Action>{NoteGutFeel{second, 2, {}}, RenameDeal{first, "newer"}}, {Date{20010}, 2, 700});
    session.apply(CreateDeal{"A", "B", {}, {}, {}}, {Date{20010}, 3, 701});
    const std::vector<DoneStep> edits = session.steps();
    REQUIRE(edits.size() == 3);
    CHECK(edits[0].kind == ActionKind::create_deal);
    CHECK(edits[0].deal == session.workspace().deals.back()->id);
    CHECK(edits[1].kind == ActionKind::note_gut_feel);
    CHECK(edits[1].deal == second);
    CHECK(edits[1].minute == 700);
    CHECK(edits[2].kind == ActionKind::rename_deal);
    CHECK(edits[2].deal == first);
    CHECK(edits[2].day == Date{20010});
    session.undo(), session.undo();
    REQUIRE(session.steps().size() == 1);
    CHECK(session.steps()[0].minute == 642);
    session.redo();
    CHECK(session.steps()[0].minute == 700);
}

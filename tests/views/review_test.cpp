// Plan and review over the sample team: what is shown is what the deals say, and what is decided there becomes an edit of theirs.
#include "views/review.h"

#include "codec/workspace_codec.h"
#include "stage.h"
#include "ui/widgets.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

using namespace compass;
using namespace ui;

namespace {

class ReviewScreen : public tests::ScreenStage {
  public:
    explicit ReviewScreen(float width = 1366, float height = 768, Workspace start = tests::sample_team())
        : ScreenStage(std::move(start), {.width = width, .height = height}) {
        frames();
    }

    views::ReviewState state;

  private:
    void draw_screen(views::Frame& frame, ui::Rect area) override { views::draw_review(frame, state, area); }
};

std::size_t open_tasks(const Workspace& workspace) {
    std::size_t count = 0;
    for (const Box<Deal>& deal : workspace.deals)
        for (const Task& task : deal->tasks) count += deal->status == DealStatus::open && state_of(task) != TaskState::seen;
    return count;
}

}  // namespace

TEST_CASE("every open task of every open deal stands in the plan once, however it is grouped, on a phone as well") {
    for (const float width : {1366.0f, 390.0f}) {
        ReviewScreen screen(width, 9000);
        for (const std::string_view grouping : {"到期", "负责人", "单子"}) {
            screen.press(ui::Role::radio, grouping);
            std::size_t tasks = 0;
            for (const Node& node : mirror().nodes()) tasks += node.role == ui::Role::button && (node.states & state_expandable) != 0;
            CHECK(tasks == open_tasks(screen.session.workspace()));
            ReviewScreen::ids_are_unique();
        }
    }
}

TEST_CASE("a task is finished in place by its result, and not without one") {
    ReviewScreen screen;
    REQUIRE(!screen.state.plan.plan.tasks.empty());
    const PlannedTask first = screen.state.plan.plan.tasks.front();
    const Id deal = screen.session.workspace().deals[first.deal]->id;
    const Task task = screen.deal(deal).tasks[first.task];
    screen.press(ui::Role::button, task.what);
    CHECK((screen.find(ui::Role::button, "记下结果")->states & state_disabled) != 0);
    screen.write(ui::Role::textbox, "结果", "  ");
    CHECK((screen.find(ui::Role::button, "记下结果")->states & state_disabled) != 0);
    screen.write(ui::Role::textbox, "结果", "当场答应了");
    CHECK(screen.state.holds_work());
    screen.press(ui::Role::button, "记下结果");
    CHECK(!screen.state.holds_work());
    CHECK(screen.deal(deal).tasks[first.task].result == "当场答应了");
    CHECK(screen.deal(deal).tasks[first.task].done == screen.today);
    screen.session.undo();
    screen.frames();
    CHECK(screen.deal(deal).tasks[first.task] == task);
}

TEST_CASE("tasks that are ticked move to another day together, and one undo brings all back") {
    ReviewScreen screen;
    REQUIRE(screen.state.plan.plan.tasks.size() >= 2);
    const Workspace before = screen.session.workspace();
    std::vector<std::pair<Id, std::size_t>> moved;
    for (std::size_t i = 0; i < 2; ++i) {
        const PlannedTask& planned = screen.state.plan.plan.tasks[i];
        const Deal& deal = *before.deals[planned.deal];
        moved.emplace_back(deal.id, planned.task);
        screen.press(ui::Role::checkbox, "选中：" + deal.tasks[planned.task].what);
    }
    CHECK(screen.find(ui::Role::status, "选中 2 件"));
    screen.write(ui::Role::textbox, "改到哪天", "不知道");
    CHECK((screen.find(ui::Role::button, "改期")->states & state_disabled) != 0);
    screen.write(ui::Role::textbox, "改到哪天", format(screen.today + 20));
    screen.press(ui::Role::button, "改到 ");
    for (const auto& [deal, task] : moved) CHECK(screen.deal(deal).tasks[task].due == screen.today + 20);
    CHECK(screen.state.plan.chosen.empty());
    CHECK(screen.session.undo() == ActionKind::put_task);
    CHECK(screen.session.workspace() == before);
}

TEST_CASE("a deal without a next step leads to the form for one") {
    Workspace workspace = tests::sample_team();
    std::size_t place = 0;
    while (workspace.deals[place]->status != DealStatus::open) ++place;
    Deal bare = *workspace.deals[place];
    bare.tasks.clear();
    workspace.deals[place] = bare;
    ReviewScreen screen(1366, 9000, workspace);
    CHECK(screen.find(ui::Role::cell, "没有下一步的单子"));
    screen.press(ui::Role::button, "加一件事");
    REQUIRE(screen.wishes.size() == 1);
    CHECK(std::get<views::GoToSheet>(screen.wishes.front()).part == views::SheetPart::task);
}

TEST_CASE("the queue begins with the greatest question; ticked deals alone are met") {
    ReviewScreen screen(1366, 9000);
    screen.press(ui::Role::tab, "该复盘的");
    const auto& queue = screen.state.queue;
    REQUIRE(queue.due >= 3);
    CHECK(ReviewScreen::count(ui::Role::checkbox) == static_cast<int>(queue.queue.size()));
    ReviewScreen::ids_are_unique();
    const Id second = screen.session.workspace().deals[queue.queue[1].deal]->id;
    const Node* box = nullptr;
    int seen = 0;
    for (const Node& node : mirror().nodes())
        if (node.role == ui::Role::checkbox && seen++ == 1) box = &node;
    mirror().activate(box->id);
    screen.frames();
    screen.press(ui::Role::button, "开始复盘会（1 张）");
    REQUIRE(screen.state.meeting.agenda.size() == 1);
    CHECK(screen.state.meeting.agenda.front() == second);
}

TEST_CASE("a decision is two keystrokes, becomes a review of today and shows the next deal; the minutes hold it") {
    for (const float width : {1366.0f, 390.0f}) {
        ReviewScreen screen(width, 4000);
        screen.press(ui::Role::tab, "复盘会");
        screen.press(ui::Role::button, "开始复盘会");
        views::MeetingState& meeting = screen.state.meeting;
        REQUIRE(meeting.agenda.size() >= 2);
        ReviewScreen::ids_are_unique();
        const Id first = meeting.agenda[0], second = meeting.agenda[1];
        CHECK((screen.find(ui::Role::button, "记下，看下一张")->states & state_disabled) != 0);
        screen.key(ImGuiKey_2);
        CHECK((screen.find(ui::Role::radio, "换个打法")->states & state_checked) != 0);
        CHECK(screen.state.holds_work());
        CHECK(mirror().take_focus_request() == screen.find(ui::Role::button, "记下，看下一张")->id);
        screen.write(ui::Role::textbox, "补一句", "请何总出面");
        screen.press(ui::Role::button, "记下，看下一张");
        const Review* recorded = review_of_today(screen.deal(first), screen.today);
        REQUIRE(recorded);
        CHECK(recorded->result == "换个打法：请何总出面");
        CHECK(recorded->position == screen.deal(first).position.claimed);
        CHECK(meeting.at == 1);
        CHECK(!screen.state.holds_work());
        screen.key(ImGuiKey_P);
        CHECK(meeting.at == 0);
        CHECK((screen.find(ui::Role::radio, "换个打法")->states & state_checked) != 0);
        screen.key(ImGuiKey_N);
        CHECK(meeting.at == 1);
        CHECK(!review_of_today(screen.deal(second), screen.today));
        for (std::size_t i = 1; i < meeting.agenda.size(); ++i) screen.key(ImGuiKey_PageDown);
        CHECK(meeting.at_end);
        ReviewScreen::ids_are_unique();
        screen.press(ui::Role::button, "导出纪要");
        REQUIRE(!screen.wishes.empty());
        const auto& file = std::get<views::DownloadText>(screen.wishes.back());
        CHECK(file.name == "复盘会纪要");
        CHECK(file.text.find("决定：换个打法：请何总出面") != std::string::npos);
        CHECK(file.text.find(screen.deal(first).name) != std::string::npos);
        screen.session.undo();
        screen.frames();
        CHECK(!review_of_today(screen.deal(first), screen.today));
        CHECK(meeting.minutes.sections.size() == 1);  // what was not decided
    }
}

TEST_CASE("what is decided a second time today replaces the first") {
    ReviewScreen screen(1366, 4000);
    screen.press(ui::Role::tab, "复盘会");
    screen.press(ui::Role::button, "开始复盘会");
    const Id first = screen.state.meeting.agenda.front();
    const std::size_t before = screen.deal(first).reviews.size();
    screen.key(ImGuiKey_1);
    screen.press(ui::Role::button, "记下，看下一张");
    screen.key(ImGuiKey_P);
    screen.key(ImGuiKey_4);
    screen.press(ui::Role::button, "记下，看下一张");
    CHECK(screen.deal(first).reviews.size() == before + 1);
    CHECK(review_of_today(screen.deal(first), screen.today)->result == "放一放");
}

TEST_CASE("a meeting compares with the review before today's, also once today's is recorded") {
    Workspace workspace = tests::sample_team();
    ReviewScreen screen(1366, 4000, workspace);
    std::size_t reviewed = 0;
    while (workspace.deals[reviewed]->status != DealStatus::open || workspace.deals[reviewed]->reviews.empty()) ++reviewed;
    const Deal& deal = *workspace.deals[reviewed];
    const auto before = changes_until_today(deal, nullptr, screen.readings.whole_playbook(), screen.today);
    REQUIRE(before);
    Deal again = deal;
    again.reviews.push_back(review_of(again, nullptr, screen.readings.whole_playbook(), screen.today, ReviewKind::moved, "go on"));
    CHECK(changes_until_today(again, nullptr, screen.readings.whole_playbook(), screen.today) == before);
    CHECK(changes_since_review(again, nullptr, screen.readings.whole_playbook(), screen.today)->nothing_moved());
}

TEST_CASE("an action is planned in the meeting, in one line") {
    ReviewScreen screen(1366, 4000);
    screen.press(ui::Role::tab, "复盘会");
    screen.press(ui::Role::button, "开始复盘会");
    screen.write(ui::Role::textbox, "要做什么", "明天 请何总打电话");
    CHECK(screen.state.holds_work());
    screen.press(ui::Role::button, "加入");
    const Deal& deal = screen.deal(screen.state.meeting.agenda.front());
    CHECK(deal.tasks.back().what == "请何总打电话");
    CHECK(deal.tasks.back().due == screen.today + 1);
    CHECK(screen.find(ui::Role::link, "请何总打电话"));
}

TEST_CASE("a handover names who must be re-established until the successor holds them, and leaves as text") {
    for (const float width : {1366.0f, 390.0f}) {
        ReviewScreen screen(width, 6000);
        screen.press(ui::Role::tab, "交接");
        screen.write(ui::Role::textbox, "找单子", "烘缸蒸汽");
        screen.press(ui::Role::button, "松陵纸业");
        ReviewScreen::ids_are_unique();
        for (const std::string_view heading : {"交接单：", "现在在哪", "先接上这些人", "答应过的事", "风险", "还不知道", "依据，新的在前"})
            CHECK_MESSAGE(screen.find(ui::Role::heading, heading), std::string(heading));
        screen.write(ui::Role::textbox, "谁来接", "沈静");
        screen.press(ui::Role::button, "导出交接单");
        REQUIRE(screen.wishes.size() == 1);
        const auto& file = std::get<views::DownloadText>(screen.wishes.front());
        CHECK(file.name.starts_with("交接单："));
        CHECK(file.text.find("→ 沈静") != std::string::npos);
    }
}

TEST_CASE("without deals each part says what will stand there and offers one way") {
    ReviewScreen screen(1366, 768, Workspace{});
    for (const std::string_view tab : {"行动", "该复盘的", "复盘会", "交接"}) {
        screen.press(ui::Role::tab, tab);
        screen.wishes.clear();
        screen.press(ui::Role::button, "打开示例团队");
        REQUIRE(screen.wishes.size() == 1);
        CHECK(std::holds_alternative<views::OpenTeam>(screen.wishes.front()));
    }
}

TEST_CASE("of ten thousand deals only what is in sight stands in the mirror") {
    Workspace workspace = tests::sample_team();
    const Workspace team = workspace;
    for (std::uint64_t i = 0; workspace.deals.size() < 10'000; ++i) {
        Deal deal = *team.deals[i % team.deals.size()];
        deal.id = make_id(i, 1);
        for (Task& task : deal.tasks) task.id = make_id(i, 2);
        workspace.deals.emplace_back(std::move(deal));
    }
    ReviewScreen screen(1366, 768, std::move(workspace));
    CHECK(screen.state.plan.plan.tasks.size() > 4000);
    CHECK(mirror().nodes().size() < 1500);
    screen.press(ui::Role::tab, "该复盘的");
    CHECK(mirror().nodes().size() < 1500);
    screen.press(ui::Role::tab, "交接");
    CHECK(mirror().nodes().size() < 1500);
    screen.press(ui::Role::tab, "复盘会");
    screen.press(ui::Role::button, "开始复盘会");
    CHECK(screen.state.meeting.agenda.size() > 4000);
    CHECK(mirror().nodes().size() < 1500);
}

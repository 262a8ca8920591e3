// Settings, the presentation and the tour, in the whole app: what is chosen counts everywhere, and what is shown to a room fits it.
#include "views/presentation.h"

#include "app_stage.h"
#include "codec/workspace_codec.h"
#include "ui/widgets.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace compass;
using namespace ui;
using tests::world;

namespace {

class Room : public tests::AppStage {
  public:
    explicit Room(float width = 1366, float height = 768, std::string_view settings = "tour=done") : AppStage(width, height, true, false) {
        world = {};
        focus_follows = true;
        tests::Earlier earlier;
        if (!settings.empty()) earlier.settings = settings;
        start(earlier);
    }
    void inside_and_single() {
        ids_are_unique();
        const ImVec2 size = ImGui::GetIO().DisplaySize;
        for (const Node& node : mirror().nodes())
            CHECK_MESSAGE(node.rect.x + node.rect.width <= size.x + 1, "beyond the edge: ", name(node));
    }
};

}  // namespace

TEST_CASE("what was chosen is stored as words beside the language, and read again") {
    views::Choices choices;
    views::read_choices("view=flat language=en theme=dark size=largest currency=USD tour=done colour=red", choices);
    CHECK(choices.language == Language::en);
    CHECK(choices.dark == true);
    CHECK(choices.size == views::TextSize::largest);
    CHECK(choices.currency.text() == "USD");
    CHECK(choices.toured);
    CHECK(choices.week == WeekStart::monday);
    CHECK(views::write_choices(choices) == " language=en theme=dark size=largest currency=USD tour=done");
    views::read_choices("week=sunday", choices);
    CHECK(choices.week == WeekStart::sunday);
    CHECK(views::write_choices(choices).find(" week=sunday") != std::string::npos);
    views::Choices other;
    views::read_choices("currency=XQX size=huge", other);
    CHECK(other.currency == Currency{});
    CHECK(other.size == views::TextSize::normal);
    CHECK(views::write_choices(other).empty());
}

TEST_CASE("larger text makes everything larger, and a narrow phone no wider than it is") {
    Room room;
    room.press(ui::Role::button, "设置");
    const float before = type(Type::body).size;
    room.press(ui::Role::radio, "特大");
    CHECK(type(Type::body).size > before * 1.2f);
    CHECK(world.stored["settings"].find("size=largest") != std::string::npos);
    room.inside_and_single();
    ImGui::GetIO().DisplaySize = {340, 640};
    room.frames();
    CHECK(unit() <= 340.0f / 320 + 0.001f);
}

TEST_CASE("a week begins on the day that was chosen: what is due this week follows") {
    Room room;
    Workspace workspace = room.app.workspace();
    Deal deal = *workspace.deals.front();
    deal.tasks.clear();
    Task task;
    task.id = make_id(9, 9), task.what = "周日交稿", task.due = Date{20779};  // a Sunday; today is the Saturday before
    deal.tasks.push_back(task);
    room.app.files_opened({{"a.json", write_workspace([&] {
                                workspace.deals.front() = deal;
                                return workspace;
                            }())}});
    room.frames();
    room.press(ui::Role::radio, "文件的");
    room.press(ui::Role::button, "导入");
    room.press(ui::Role::button, "复盘");
    CHECK(room.find(ui::Role::heading, "没有逾期。本周有 1 件到期"));
    room.press(ui::Role::button, "设置");
    room.press(ui::Role::radio, "周日");
    CHECK(world.stored["settings"].find("week=sunday") != std::string::npos);
    room.key(ImGuiKey_Escape);
    CHECK(!room.find(ui::Role::heading, "没有逾期。本周有 1 件到期"));
}

TEST_CASE("the theme follows the system until one is chosen, and again afterwards") {
    Room room;
    CHECK(!palette().dark);
    room.press(ui::Role::button, "设置");
    room.press(ui::Role::radio, "深色");
    CHECK(palette().dark);
    room.press(ui::Role::radio, "跟随系统");
    CHECK(!palette().dark);
    room.app.preferences_changed({true, true, true});
    room.frames();
    CHECK(palette().dark);
    CHECK(world.stored["settings"].find("theme=") == std::string::npos);
}

TEST_CASE("an amount typed without a currency is in the usual one") {
    Room room(1366, 1200, "currency=USD tour=done");
    room.press(ui::Role::button, "单子");
    room.press(ui::Role::button, "新建单子");
    const auto write = [&](std::string_view field, std::string_view text) {
        const Node* node = room.find(ui::Role::textbox, field);
        REQUIRE(node);
        mirror().set_value(node->id, text);
        room.frames();
    };
    write("客户", "东海港务");
    write("金额", "5m");
    room.press(ui::Role::button, "建好");
    const Deal& deal = *room.app.workspace().deals.back();
    REQUIRE(deal.objective.amount);
    CHECK(deal.objective.amount->currency.text() == "USD");
}

TEST_CASE("an own playbook is named, exported as a file that opens here, and given up for the default one") {
    Room room;
    Workspace own;
    Playbook playbook = default_playbook();
    playbook.id = "own", playbook.name = {"我们的打法", "Our way"};
    own.playbook = playbook;
    room.app.files_opened({{"playbook.json", write_workspace(own)}});
    room.frames();
    room.press(ui::Role::button, "导入");
    room.press(ui::Role::button, "设置");
    CHECK(room.find(ui::Role::text, "我们的打法"));
    room.press(ui::Role::button, "导出手册");
    const Result<Workspace> read = read_workspace(world.downloaded);
    REQUIRE(read);
    REQUIRE(read->playbook);
    CHECK((*read->playbook)->id == "own");
    room.press(ui::Role::button, "用回默认的");
    CHECK(!room.app.workspace().playbook);
}

TEST_CASE("one key makes the compass fit for a projector, wide or 4:3, and Esc ends it") {
    for (const ImVec2 size : {ImVec2(1920, 1080), ImVec2(1366, 768), ImVec2(1024, 768)}) {
        Room room(size.x, size.y);
        const float before = type(Type::body).size;
        room.key(ImGuiKey_F9);
        CHECK(scale() == Scale::presentation);
        if (size.x < 1800) CHECK(type(Type::body).size > before * 1.05f);
        CHECK(!room.find(ui::Role::navigation, "导航"));
        CHECK(!room.find(ui::Role::button, "导出"));
        CHECK(!room.find(ui::Role::toolbar, ""));
        CHECK(room.find(ui::Role::heading, "临江化工 · 节能改造"));
        CHECK(room.find(ui::Role::status, "赢单指数 20%"));
        CHECK(room.find(ui::Role::table, "为什么是这个数"));
        room.inside_and_single();
        room.key(ImGuiKey_Escape);
        CHECK(room.find(ui::Role::navigation, "导航"));
    }
}

TEST_CASE("arrow keys and a clicker's page keys step through the days of the story, and back to today") {
    Room room;
    room.key(ImGuiKey_F9);
    const auto shown = [&] { return room.name(*room.find(ui::Role::status, "20")); };
    const std::string today = shown();
    room.key(ImGuiKey_LeftArrow);
    const std::string earlier = shown();
    CHECK(earlier != today);
    room.key(ImGuiKey_PageUp);
    CHECK(shown() != earlier);
    room.key(ImGuiKey_Home);
    const std::string first = shown();
    room.key(ImGuiKey_LeftArrow);
    CHECK(shown() == first);
    room.key(ImGuiKey_PageDown);
    CHECK(shown() != first);
    room.key(ImGuiKey_End);
    CHECK(shown() == today);
}

TEST_CASE("what a room tries changes no deal, and Esc drops the trial before it leaves") {
    Room room;
    const Deal before = *room.app.workspace().deals.front();
    room.key(ImGuiKey_F9);
    room.press(ui::Role::button, "竞争提升");
    CHECK(room.find(ui::Role::status, "试走"));
    room.key(ImGuiKey_Escape);
    CHECK(scale() == Scale::presentation);
    room.key(ImGuiKey_Escape);
    CHECK(scale() == Scale::normal);
    CHECK(*room.app.workspace().deals.front() == before);
}

TEST_CASE("every screen of a deal can be presented, without the rail and its own tools") {
    Room room;
    for (const std::string_view tab : {"影响力", "一页纸", "阶段门", "拜访", "走势"}) {
        room.press(ui::Role::tab, tab);
        room.key(ImGuiKey_F9);
        CHECK(!room.find(ui::Role::navigation, "导航"));
        CHECK(!room.find(ui::Role::tablist, "这个单子的各个画面"));
        CHECK(room.find(ui::Role::heading, "临江化工 · 节能改造"));
        room.inside_and_single();
        room.key(ImGuiKey_Escape);
        CHECK(room.find(ui::Role::navigation, "导航"));
    }
}

TEST_CASE("a window that is too small says so, and stays as it is") {
    Room room(800, 600);
    room.key(ImGuiKey_F9);
    CHECK(scale() == Scale::phone);
    CHECK(room.find(ui::Role::status, "窗口再大一点"));
}

TEST_CASE("the tour is offered once, goes forth and back by keys, and is over when it is finished or skipped") {
    Room room(1366, 768, "");
    REQUIRE(room.find(ui::Role::status, "第一次来"));
    room.press(ui::Role::button, "看一圈");
    CHECK(room.find(ui::Role::dialog, "单子站在客户心里的哪一点"));
    CHECK(!room.find(ui::Role::button, "上一步"));
    room.key(ImGuiKey_RightArrow);
    CHECK(room.find(ui::Role::dialog, "赢单指数，连着它的范围"));
    room.key(ImGuiKey_LeftArrow);
    CHECK(room.find(ui::Role::dialog, "单子站在客户心里的哪一点"));
    for (int i = 0; i < 5; ++i) room.key(ImGuiKey_Enter);
    CHECK(world.stored["settings"].find("tour=done") == std::string::npos);
    room.inside_and_single();
    room.press(ui::Role::button, "开始用");
    CHECK(!room.find(ui::Role::dialog, ""));
    CHECK(world.stored["settings"].find("tour=done") != std::string::npos);

    room.press(ui::Role::button, "设置");
    room.press(ui::Role::button, "再看一遍");
    CHECK(room.find(ui::Role::dialog, "单子站在客户心里的哪一点"));
    room.key(ImGuiKey_Escape);
    CHECK(!room.find(ui::Role::dialog, ""));
}

TEST_CASE("who declines the tour is not asked again") {
    {
        Room room(1366, 768, "");
        room.press(ui::Role::button, "跳过");
        CHECK(world.stored["settings"].find("tour=done") != std::string::npos);
    }
    const Room again;
    CHECK(!again.find(ui::Role::status, "第一次来"));
}

// The whole app in a world of plain functions.
#include "app_stage.h"
#include "codec/builtin.h"
#include "codec/link.h"
#include "codec/sealed_text.h"
#include "codec/workspace_codec.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

using tests::Earlier;
using tests::Fresh;
using tests::world;

namespace {

// Another tab opens what is there and saves this.
void save_elsewhere(const compass::Workspace& workspace) {
    compass::Store other(tests::stored_texts);
    other.open();
    REQUIRE(other.save(workspace) == compass::SaveResult::ok);
}

compass::Workspace stored_workspace() {
    compass::Store reader(tests::stored_texts);
    return reader.open().workspace;
}

class Stage : public tests::AppStage {
  public:
    using AppStage::AppStage;

    // A field of one line or several.
    void write(std::string_view field, std::string_view text) {
        AppStage::write(find(ui::Role::textbox, field) ? ui::Role::textbox : ui::Role::textarea, field, text);
    }
    using AppStage::description;
    using AppStage::press;
    using AppStage::value;
    // In the first container of this role and name.
    void press(ui::Role role, std::string_view beginning, ui::Role container_role, std::string_view container_name) {
        const ui::Node* container = find(container_role, container_name);
        REQUIRE(container);
        for (const ui::Node& node : ui::mirror().nodes()) {
            if (node.role != role || !name(node).starts_with(beginning) || !is_below(node, *container)) continue;
            ui::mirror().activate(node.id);
            return frames();
        }
        FAIL("nothing is called " << std::string(beginning));
    }
    std::string value_of(std::string_view field) const {
        const ui::Node* node = find(ui::Role::textbox, field);
        if (!node) node = find(ui::Role::textarea, field);
        return node ? value(*node) : "no such field";
    }
    std::string value(std::string_view field) const {
        const ui::Node* node = find(ui::Role::textbox, field);
        return node ? value(*node) : "no such field";
    }
    std::string description(std::string_view field) const {
        const ui::Node* node = find(ui::Role::textbox, field);
        return node ? description(*node) : "no such field";
    }
};

}  // namespace

TEST_CASE_FIXTURE(Fresh, "the first start opens the sample on its compass, in the browser's language") {
    for (const bool chinese : {true, false}) {
        Stage stage(1366, 768, chinese);
        stage.start();
        CHECK(stage.shows(ui::Role::heading, chinese ? "临江化工 · 节能改造" : "Linjiang"));
        CHECK(stage.shows(ui::Role::button, chinese ? "竞争提升 → 领先" : "Competition up → Ahead"));
        CHECK(stage.shows(ui::Role::button, chinese ? "现在：方案·平手·活跃" : "Now: Solution · Level · Active"));
        CHECK(world.route.starts_with("/deal/"));
    }
}

TEST_CASE_FIXTURE(Fresh, "a what-if never changes the deal; keeping it does, in one step that undo takes back") {
    Stage stage;
    stage.start();
    const compass::Workspace before = stage.app.workspace();
    stage.press(ui::Role::button, "阶段退回 → 意向");
    CHECK(stage.app.workspace() == before);
    CHECK(world.stored.empty());
    CHECK(stage.shows(ui::Role::status, "试走：赢单指数"));
    stage.press(ui::Role::button, "放弃");
    CHECK(stage.app.workspace() == before);
    stage.press(ui::Role::button, "阶段退回 → 意向");
    stage.press(ui::Role::button, "保留");
    CHECK(stage.deal().position.claimed.stage == compass::Stage::intent);
    CHECK(stage.deal().trail.size() == before.deals.front()->trail.size() + 1);
    stage.press(ui::Role::button, "撤销");
    CHECK(stage.app.workspace() == before);
}

TEST_CASE_FIXTURE(Fresh, "the sample team comes beside what is there, as one step that undo takes back, and asks nothing") {
    Stage stage;
    stage.start({}, "/funnel");
    const compass::Workspace before = stage.app.workspace();
    stage.press(ui::Role::button, "打开示例团队");
    CHECK(world.asked == "portfolio.zh");
    CHECK(stage.app.workspace() == before);
    stage.app.library_answered("portfolio.zh", "");
    stage.frames();
    CHECK(stage.shows(ui::Role::status, "示例团队没有下载下来"));
    std::ifstream file(TEST_DATA "/../../assets/cases/portfolio.zh.json", std::ios::binary);
    stage.app.library_answered("portfolio.zh", std::string(std::istreambuf_iterator<char>(file), {}));
    stage.frames();
    CHECK(stage.shows(ui::Role::status, "已打开示例团队：36 张单子"));
    CHECK(stage.app.workspace().deals.size() == 37);
    for (const auto& deal : stage.app.workspace().deals) CHECK(deal->teaching->today == compass::Date{20778});
    CHECK_FALSE(stage.shows(ui::Role::button, "打开示例团队"));
    CHECK(stage.shows(ui::Role::heading, "漏斗与预测"));
    stage.press(ui::Role::button, "撤销");
    CHECK(stage.app.workspace() == before);
}

TEST_CASE_FIXTURE(Fresh, "before a deal changes its step the gate says what is owed; leaving it changes nothing") {
    Stage stage;
    world.history = {"/funnel"};
    stage.start({}, "/funnel");
    const compass::Workspace before = stage.app.workspace();
    const auto ask = [&] {
        stage.press(ui::Role::button, "P4，改临江化工");
        stage.press(ui::Role::menuitem, "P6 ");
        CHECK(stage.shows(ui::Role::dialog, "改到 P6 "));
        CHECK(stage.shows(ui::Role::heading, "P5 "));
    };
    ask();
    stage.press(ui::Role::button, "不改");
    CHECK_FALSE(stage.shows(ui::Role::dialog, ""));
    CHECK(stage.app.workspace() == before);
    ask();
    stage.press(ui::Role::button, "先欠着，改到 P6");
    CHECK_FALSE(stage.shows(ui::Role::dialog, ""));
    CHECK(stage.deal().funnel_stage == compass::FunnelStage::p6);
    CHECK(stage.shows(ui::Role::button, "P6，改临江化工"));
}

TEST_CASE_FIXTURE(Fresh, "another language is no step to undo, and an undone edit leaves the sample in the language of the page") {
    Stage stage;
    stage.start();
    stage.press(ui::Role::button, "English");
    CHECK(stage.shows(ui::Role::button, "Now: Solution · Level · Active"));
    CHECK((stage.find(ui::Role::button, "Undo")->states & ui::state_disabled) != 0);
    stage.press(ui::Role::button, "中文");
    stage.press(ui::Role::button, "阶段退回 → 意向");
    stage.press(ui::Role::button, "保留");
    stage.press(ui::Role::button, "English");
    CHECK(stage.shows(ui::Role::heading, "临江化工 · 节能改造"));
    stage.press(ui::Role::button, "Undo");
    CHECK(stage.shows(ui::Role::heading, "Linjiang"));
}

TEST_CASE_FIXTURE(Fresh, "a deal's people are a tab of their own with an address, and back leads to the compass again") {
    Stage stage;
    stage.start();
    stage.press(ui::Role::tab, "影响力");
    CHECK(world.route.ends_with("/people"));
    CHECK((stage.find(ui::Role::tab, "影响力")->states & ui::state_selected) != 0);
    CHECK(stage.shows(ui::Role::button, "严总，总经理。最终决策；影响大；支持度还不知道；态度：还不知道；未覆盖，还没联系过"));
    stage.go_to(world.history[world.history.size() - 2]);
    stage.frames();
    CHECK(stage.shows(ui::Role::button, "竞争提升 → 领先"));
    const std::string route = world.route;
    stage.press(ui::Role::tab, "影响力");
    stage.press(ui::Role::tab, "罗盘");
    CHECK(world.route == route);
}

TEST_CASE_FIXTURE(Fresh, "a person is rated by a press, in one step to undo; the evidence is asked for afterwards") {
    Stage stage;
    stage.start();
    const compass::Workspace before = stage.app.workspace();
    stage.press(ui::Role::tab, "影响力");
    stage.press(ui::Role::button, "魏副总，");
    CHECK(stage.shows(ui::Role::heading, "魏副总"));
    CHECK(stage.shows(ui::Role::radio, "+2 有兴趣"));
    stage.press(ui::Role::radio, "+3 支持");
    CHECK(stage.deal().people[1].support == 3);
    CHECK(stage.shows(ui::Role::status, "已改评价"));
    const ui::Node* notice = stage.find(ui::Role::region, "提示");
    REQUIRE(notice);
    stage.press(ui::Role::button, "撤销");
    CHECK(stage.app.workspace() == before);
    stage.press(ui::Role::radio, "小");
    CHECK(stage.deal().people[1].influence == compass::Degree::low);
    stage.press(ui::Role::button, "记一条事实");
    stage.write("看到、听到了什么", "他说预算已经留好");
    stage.press(ui::Role::button, "保存");
    CHECK(stage.deal().people[1].support_evidence.back().text == "他说预算已经留好");
}

TEST_CASE_FIXTURE(Fresh, "a person dragged on the map is rated where they are let go; Esc and the outside change nothing") {
    Stage stage;
    stage.start();
    const compass::Workspace before = stage.app.workspace();
    stage.press(ui::Role::tab, "影响力");
    const auto centre = [&](std::string_view name) {
        const ui::Rect& rect = stage.find(ui::Role::button, name)->rect;
        return ImVec2(rect.x + rect.width / 2, rect.y + rect.height / 2);
    };
    const auto drag = [&](ImVec2 from, ImVec2 to, bool escape) {
        ImGuiIO& io = ImGui::GetIO();
        io.AddMousePosEvent(from.x, from.y);
        stage.frames();
        io.AddMouseButtonEvent(0, true);
        stage.frames();
        io.AddMousePosEvent((from.x + to.x) / 2, (from.y + to.y) / 2);
        stage.frames();
        io.AddMousePosEvent(to.x, to.y);
        stage.frames();
        if (escape) stage.key_with(ImGuiKey_None, ImGuiKey_Escape);
        io.AddMouseButtonEvent(0, false);
        stage.frames();
    };
    const ImVec2 from = centre("秦科长，"), to = {centre("何工，").x, centre("魏副总，").y};
    drag(from, to, true);
    CHECK(stage.app.workspace() == before);
    drag(from, {700, 20}, false);
    CHECK(stage.app.workspace() == before);
    drag(from, to, false);
    CHECK(stage.deal().people[5].support == 5);
    CHECK(stage.deal().people[5].influence == compass::Degree::high);
    stage.press(ui::Role::button, "撤销");
    CHECK(stage.app.workspace() == before);
}

TEST_CASE_FIXTURE(Fresh, "a person tried is compared with today and changes nothing until kept") {
    Stage stage;
    stage.start();
    const compass::Workspace before = stage.app.workspace();
    stage.press(ui::Role::tab, "影响力");
    stage.press(ui::Role::button, "严总，");
    stage.press(ui::Role::checkbox, "只是试一试");
    stage.press(ui::Role::radio, "+4 大力支持");
    CHECK(stage.app.workspace() == before);
    CHECK(stage.shows(ui::Role::status, "试走：赢单指数"));
    stage.press(ui::Role::button, "放弃");
    CHECK(stage.app.workspace() == before);
    stage.press(ui::Role::checkbox, "只是试一试");
    stage.press(ui::Role::radio, "+4 大力支持");
    stage.press(ui::Role::button, "保留");
    CHECK(stage.deal().people[0].support == 4);
}

TEST_CASE_FIXTURE(Fresh, "a person is added by one line, and what is understood is shown first") {
    Stage stage;
    stage.start();
    stage.press(ui::Role::tab, "影响力");
    stage.press(ui::Role::button, "加一个人");
    stage.write("一行写一个人", "王强 财务总监 EB 高 +2 +9");
    for (const std::string_view part :
         {"姓名: 王强", "职务: 财务总监", "角色: 最终决策（按这样理解", "影响力: 大", "支持度: +2 有兴趣", "没看懂: +9"})
        CHECK_MESSAGE(stage.shows(ui::Role::text, part), part);
    const std::size_t before = stage.deal().people.size();
    stage.press(ui::Role::button, "加入");
    REQUIRE(stage.deal().people.size() == before + 1);
    CHECK(stage.deal().people.back().name == "王强");
    CHECK(stage.deal().people.back().support == 2);
    CHECK(stage.shows(ui::Role::status, "已加上王强"));
    CHECK(stage.shows(ui::Role::button, "王强，财务总监。最终决策；影响大；支持度+2 有兴趣，没有事实"));
}

TEST_CASE_FIXTURE(Fresh, "a person's details are edited and kept while another one is looked at; a removed person comes back by undo") {
    Stage stage;
    stage.start();
    stage.press(ui::Role::tab, "影响力");
    stage.press(ui::Role::button, "蒋会计，");
    stage.press(ui::Role::button, "改资料");
    stage.write("职务", "财务主管");
    stage.press(ui::Role::button, "何工，");
    stage.press(ui::Role::button, "蒋会计，");
    stage.press(ui::Role::button, "改资料");
    CHECK(stage.value("职务") == "财务主管");
    stage.press(ui::Role::checkbox, "用 直接使用");
    stage.press(ui::Role::button, "保存");
    CHECK(stage.deal().people[7].title == "财务主管");
    CHECK(stage.deal().people[7].roles.size() == 2);
    const std::size_t count = stage.deal().people.size();
    stage.press(ui::Role::button, "删除");
    CHECK(stage.deal().people.size() == count - 1);
    CHECK(stage.shows(ui::Role::status, "人物已删除"));
    stage.press(ui::Role::button, "撤销");
    CHECK(stage.deal().people.size() == count);
}

TEST_CASE_FIXTURE(Fresh, "people as a table, as a tree and filtered: the same persons") {
    Stage stage;
    stage.start();
    stage.press(ui::Role::tab, "影响力");
    const auto shown = [&] {
        int count = 0;
        for (const ui::Node& node : ui::mirror().nodes()) {
            const std::string name = Stage::name(node);
            for (const compass::Person& person : stage.deal().people)
                count += node.role == ui::Role::button && (name == person.name || name.starts_with(person.name + "，"));
        }
        return count;
    };
    CHECK(shown() == 9);
    stage.press(ui::Role::radio, "组织结构");
    CHECK(shown() == 9);
    stage.press(ui::Role::radio, "表格");
    CHECK(stage.shows(ui::Role::table, "表格"));
    CHECK(shown() == 9);
    stage.press(ui::Role::button, "按角色筛选");
    stage.press(ui::Role::menuitem, "技术把关者");
    CHECK(shown() == 3);
    stage.press(ui::Role::radio, "影响 × 支持");
    CHECK(shown() == 3);
}

TEST_CASE_FIXTURE(Fresh, "a link is added and removed by presses, and the way in follows from links") {
    Stage stage;
    stage.start();
    stage.press(ui::Role::tab, "影响力");
    stage.press(ui::Role::button, "蒋会计，");
    CHECK(stage.shows(ui::Role::heading, "怎样见到蒋会计"));
    const std::size_t before = stage.deal().links.size();
    stage.press(ui::Role::button, "加一条关系");
    stage.press(ui::Role::radio, "同盟");
    stage.press(ui::Role::button, "和谁同盟？");
    stage.press(ui::Role::menuitem, "何工");
    REQUIRE(stage.deal().links.size() == before + 1);
    CHECK(stage.deal().links.back().kind == compass::LinkKind::allied);
    CHECK(stage.shows(ui::Role::text, "1 请何工带我们见蒋会计"));
    stage.press(ui::Role::button, "去掉关系：同盟：何工");
    CHECK(stage.deal().links.size() == before);
}

TEST_CASE_FIXTURE(Fresh, "a deal without people says what will stand there, with one button to begin") {
    for (const auto& [width, height] : {std::pair(1366.f, 768.f), std::pair(390.f, 844.f)}) {
        Stage stage(width, height);
        stage.start();
        const int people = static_cast<int>(stage.deal().people.size());
        stage.press(ui::Role::tab, "影响力");
        for (int i = 0; i < people; ++i) {
            stage.press(ui::Role::button, stage.deal().people.front().name + "，");
            stage.press(ui::Role::button, "删除");
        }
        CHECK(stage.shows(ui::Role::heading, "还没有人"));
        stage.press(ui::Role::button, "写下第一个人");
        CHECK(stage.shows(ui::Role::textbox, "一行写一个人"));
    }
}

TEST_CASE_FIXTURE(Fresh, "on a phone one button leads back: from the facts to the deal, from the deal to the list") {
    Stage stage(390, 844);
    stage.start();
    stage.press(ui::Role::button, "紧迫程度：");
    CHECK(stage.shows(ui::Role::radio, "活跃"));
    int back = 0;
    for (const ui::Node& node : ui::mirror().nodes()) back += node.role == ui::Role::button && Stage::name(node) == "返回";
    CHECK(back == 1);
    stage.press(ui::Role::button, "返回");
    CHECK(stage.shows(ui::Role::button, "保留") == false);
    CHECK(stage.shows(ui::Role::button, "试最好的一步"));
    stage.press(ui::Role::button, "返回");
    CHECK(world.route == "/deals");
}

TEST_CASE_FIXTURE(Fresh, "without a deal the page shows the three ways to begin") {
    Stage stage;
    stage.start();
    stage.press(ui::Role::button, "单子");
    stage.press(ui::Role::button, "临江化工 · 节能改造：更多操作");
    stage.press(ui::Role::menuitem, "删除");
    CHECK(stage.shows(ui::Role::heading, "还没有单子"));
    stage.press(ui::Role::button, "打开案例");
    CHECK(stage.shows(ui::Role::button, "现在：方案·平手·活跃"));
}

TEST_CASE_FIXTURE(Fresh, "samples of one customer take its dates along once") {
    Stage first;
    first.start();
    compass::Workspace stored = first.app.workspace();
    compass::Deal deal = first.deal();
    deal.teaching->today = deal.teaching->today - 10;
    compass::Deal second = deal;
    second.id = compass::make_id(1, 2);
    stored.deals = {deal, second};
    compass::Customer customer = *stored.customers.front();
    customer.ideal.front().evidence = {{.id = compass::make_id(3, 4), .text = "seen", .date = deal.teaching->today}};
    stored.customers.front() = customer;
    Stage again;
    again.start({.workspace = compass::write_workspace(stored)});
    REQUIRE(again.app.workspace().deals.size() == 2);
    CHECK(again.app.workspace().customers.front()->ideal.front().evidence.front().date == deal.teaching->today + 10);
}

TEST_CASE_FIXTURE(Fresh, "a deal is copied as text, where one is shown") {
    Stage stage;
    stage.start();
    const std::string text = stage.app.text_copied();
    CHECK(text.starts_with("临江化工 · 节能改造\n"));
    CHECK(std::count(text.begin(), text.end(), '\n') == 7);
    stage.press(ui::Role::button, "单子");
    CHECK(stage.app.text_copied().empty());
    stage.press(ui::Role::button, "临江化工 · 节能改造：更多操作");
    stage.press(ui::Role::menuitem, "复制成文字");
    CHECK(ImGui::GetClipboardText() == text);
}

TEST_CASE_FIXTURE(Fresh, "dialogs have addresses: back closes them, and closing them goes back") {
    Stage stage;
    stage.start();
    const std::string compass = world.route;
    stage.press(ui::Role::button, "查找");
    CHECK(world.route == compass + "/search");
    stage.go_to(compass);
    stage.frames();
    CHECK_FALSE(stage.shows(ui::Role::dialog, "查找"));
    CHECK(world.steps_back == 0);
    stage.press(ui::Role::button, "查找");
    stage.press(ui::Role::button, "关闭");
    CHECK(world.steps_back == 1);
    CHECK(stage.shows(ui::Role::heading, "临江化工 · 节能改造"));

    Stage direct;
    direct.start({}, "/deals/search");
    CHECK(direct.shows(ui::Role::textbox, "找什么"));
    direct.press(ui::Role::button, "关闭");
    CHECK(world.route == "/deals");
    CHECK(world.steps_back == 1);
}

TEST_CASE_FIXTURE(Fresh, "the facts behind an axis have an address: back closes them, and closing them goes back") {
    Stage stage;
    stage.start();
    const std::string compass = world.route;
    stage.press(ui::Role::button, "紧迫程度：活跃");
    CHECK(world.route == compass + "/urgency");
    stage.go_to(compass);
    stage.frames();
    CHECK_FALSE(stage.shows(ui::Role::radio, "活跃"));
    stage.press(ui::Role::button, "紧迫程度：活跃");
    stage.press(ui::Role::button, "查找");
    CHECK(world.route == compass + "/urgency/search");
    stage.press(ui::Role::button, "关闭");
    CHECK(world.steps_back == 1);
    CHECK(stage.shows(ui::Role::radio, "活跃"));
    stage.press(ui::Role::button, "返回");
    CHECK(world.steps_back == 2);

    Stage direct;
    direct.start({}, compass + "/stage");
    CHECK(direct.shows(ui::Role::radio, "方案"));
    direct.press(ui::Role::button, "返回");
    CHECK(world.route == compass);
    CHECK(world.steps_back == 2);
}

TEST_CASE_FIXTURE(Fresh, "what is opened before the browser has taken a step back stays open") {
    Stage stage;
    stage.start();
    stage.press(ui::Role::button, "查找");
    world.slow = true;
    stage.press(ui::Role::button, "关闭");
    stage.press(ui::Role::button, "查找");
    CHECK(stage.shows(ui::Role::textbox, "找什么"));
    CHECK(world.route.ends_with("/search"));
    world.slow = false;
    stage.frames();
    CHECK(stage.shows(ui::Role::textbox, "找什么"));
    CHECK(world.route.ends_with("/compass/search"));
    stage.press(ui::Role::button, "关闭");
    CHECK(world.route.ends_with("/compass"));
    CHECK(world.steps_back == 2);
}

TEST_CASE_FIXTURE(Fresh, "an address that names nothing here is said and corrected") {
    for (const std::string_view address : {"/%%%%", "/deal/00000000-0000-4000-8000-000000000000/compass", "/people"}) {
        world.route = address;
        Stage stage;
        stage.start({}, address);
        CHECK(world.route.ends_with("/compass"));
        CHECK(world.route != address);
        CHECK(stage.shows(ui::Role::status, "这个地址指的内容不在这里"));
        world.route = "/deals/nonsense";
        stage.go_to("/deals/nonsense");
        stage.frames();
        CHECK(world.route == "/deals");
    }
}

TEST_CASE_FIXTURE(Fresh, "a trial ends with whatever moves the deal under it") {
    Stage stage;
    stage.start();
    stage.press(ui::Role::button, "紧迫程度：活跃");
    stage.press(ui::Role::button, "方案·平手·活跃 → 领先");
    CHECK(stage.shows(ui::Role::button, "保留"));
    stage.press(ui::Role::radio, "紧急");
    CHECK_FALSE(stage.shows(ui::Role::button, "保留"));
    stage.press(ui::Role::button, "方案·平手·紧急 → 领先");
    CHECK(stage.shows(ui::Role::button, "保留"));
    stage.key_with(ImGuiMod_Ctrl, ImGuiKey_Z);
    CHECK_FALSE(stage.shows(ui::Role::button, "保留"));
    CHECK(stage.deal().position.claimed.competition == compass::Competition::level);
}

TEST_CASE_FIXTURE(Fresh, "Esc leaves one thing at a time") {
    Stage stage;
    stage.start();
    stage.press(ui::Role::button, "紧迫程度：活跃");
    stage.press(ui::Role::button, "方案·平手·活跃 → 领先");
    stage.key_with(ImGuiKey_None, ImGuiKey_Escape);
    CHECK_FALSE(stage.shows(ui::Role::button, "保留"));
    CHECK(stage.shows(ui::Role::radio, "活跃"));
    stage.key_with(ImGuiKey_None, ImGuiKey_Escape);
    CHECK_FALSE(stage.shows(ui::Role::radio, "活跃"));
}

TEST_CASE_FIXTURE(Fresh, "a fact is part of the deal when it is saved, not before, and not without words") {
    Stage stage;
    stage.start();
    stage.press(ui::Role::button, "紧迫程度：活跃");
    const compass::Workspace before = stage.app.workspace();
    stage.press(ui::Role::button, "记一条事实");
    CHECK(stage.app.workspace() == before);
    CHECK((stage.find(ui::Role::button, "保存")->states & ui::state_disabled) != 0);
    stage.write("看到、听到了什么", "  ");
    CHECK((stage.find(ui::Role::button, "保存")->states & ui::state_disabled) != 0);
    stage.write("看到、听到了什么", "采购处开始催报价");
    stage.write("哪天", "2099-01-01");
    CHECK((stage.find(ui::Role::button, "保存")->states & ui::state_disabled) != 0);
    stage.write("哪天", "");
    stage.press(ui::Role::button, "取消");
    CHECK_FALSE(stage.shows(ui::Role::textarea, "看到、听到了什么"));
    CHECK(stage.app.workspace() == before);
    stage.press(ui::Role::button, "记一条事实");
    stage.write("看到、听到了什么", "采购处开始催报价");
    stage.press(ui::Role::button, "保存");
    CHECK(stage.deal().position.urgency_evidence.back().text == "采购处开始催报价");
    stage.key_with(ImGuiMod_Ctrl, ImGuiKey_Z);
    CHECK(stage.app.workspace() == before);
}

TEST_CASE_FIXTURE(Fresh, "a fact that is being written survives leaving, undoing, and the removal of what it changed") {
    Stage stage;
    stage.start();
    stage.press(ui::Role::button, "竞争提升 → 领先");
    stage.press(ui::Role::button, "保留");
    stage.press(ui::Role::button, "紧迫程度：活跃");
    stage.press(ui::Role::button, "记一条事实");
    stage.write("看到、听到了什么", "采购处开始催报价");
    stage.key_with(ImGuiMod_Ctrl, ImGuiKey_Z);
    CHECK(stage.deal().position.claimed.competition == compass::Competition::level);
    CHECK(stage.shows(ui::Role::textarea, "看到、听到了什么"));
    stage.press(ui::Role::button, "返回");
    CHECK(stage.shows(ui::Role::status, "没有保存的内容还留着"));
    stage.press(ui::Role::button, "单子");
    stage.press(ui::Role::link, "临江化工");
    stage.press(ui::Role::button, "紧迫程度：活跃");
    stage.press(ui::Role::button, "保存");
    CHECK(stage.deal().position.urgency_evidence.back().text == "采购处开始催报价");

    stage.press(ui::Role::button, "采购处开始催报价");
    stage.write("看到、听到了什么", "采购处天天催报价");
    stage.key_with(ImGuiMod_Ctrl, ImGuiKey_Z);
    CHECK(stage.deal().position.urgency_evidence.back().text != "采购处开始催报价");
    stage.press(ui::Role::button, "保存");
    CHECK(stage.deal().position.urgency_evidence.back().text == "采购处天天催报价");
}

TEST_CASE_FIXTURE(Fresh, "a closed deal offers no step, a date that has passed is said") {
    Stage stage;
    stage.start();
    compass::Workspace past = stage.app.workspace();
    compass::Deal open = *past.deals.front();
    open.teaching.reset();
    open.objective.signing_date = compass::Date{20778 - 21};
    past.deals.front() = open;
    Stage late;
    late.start({compass::write_workspace(past), {}, {}});
    CHECK(late.shows(ui::Role::text, "签约日已过 21 天"));
    compass::Deal won = open;
    won.status = compass::DealStatus::won;
    past.deals.front() = won;
    for (const float width : {1366.0f, 390.0f}) {
        Stage closed(width, 844);
        closed.start({compass::write_workspace(past), {}, {}});
        CHECK(closed.shows(ui::Role::text, "单子已经结束"));
        CHECK_FALSE(closed.shows(ui::Role::button, "竞争提升"));
        CHECK_FALSE(closed.shows(ui::Role::button, "试最好的一步"));
        closed.press(ui::Role::button, "方案·领先·活跃");
        CHECK_FALSE(closed.shows(ui::Role::button, "保留"));
    }
}

TEST_CASE_FIXTURE(Fresh, "what another tab saved is shown, and this tab's steps can still be undone") {
    Stage stage;
    stage.start();
    const compass::Workspace before = stage.app.workspace();
    stage.press(ui::Role::button, "竞争提升 → 领先");
    stage.press(ui::Role::button, "保留");
    const compass::Workspace mine = stage.app.workspace();
    compass::Workspace theirs = mine;
    compass::Deal renamed = *theirs.deals.front();
    renamed.name = "二期";
    theirs.deals.front() = renamed;
    save_elsewhere(theirs);
    stage.app.stored_elsewhere("index/a");
    stage.frames();
    CHECK(stage.shows(ui::Role::heading, "临江化工 · 二期"));
    CHECK(stage.shows(ui::Role::status, "另一个标签页改了单子"));
    stage.key_with(ImGuiMod_Ctrl, ImGuiKey_Z);
    CHECK(stage.app.workspace() == mine);
    stage.key_with(ImGuiMod_Ctrl, ImGuiKey_Z);
    CHECK(stage.app.workspace() == before);
}

TEST_CASE_FIXTURE(Fresh, "while another tab edits, what is done here is done as soon as this one may, on top of what the other did") {
    Stage stage;
    stage.start();
    stage.press(ui::Role::button, "竞争提升 → 领先");
    stage.press(ui::Role::button, "保留");
    stage.app.edits_here(false);
    stage.frames();
    CHECK(stage.shows(ui::Role::status, "另一个标签页正在编辑"));
    compass::Workspace theirs = stage.app.workspace();
    compass::Deal renamed = *theirs.deals.front();
    renamed.name = "二期";
    theirs.deals.front() = renamed;
    save_elsewhere(theirs);
    stage.app.stored_elsewhere("index/b");
    stage.frames();
    CHECK(stage.shows(ui::Role::heading, "临江化工 · 二期"));
    CHECK(stage.app.workspace() == theirs);
    stage.press(ui::Role::button, "竞争形势：领先");
    stage.press(ui::Role::radio, "落后");
    CHECK(world.take_overs == 1);
    CHECK(stage.app.workspace() == theirs);
    CHECK(stage.app.holds_unsaved());
    stage.key_with(ImGuiMod_Ctrl, ImGuiKey_Z);
    CHECK(stage.app.workspace() == theirs);
    stage.app.edits_here(true);
    stage.frames();
    CHECK_FALSE(stage.shows(ui::Role::status, "另一个标签页正在编辑"));
    CHECK(stage.deal().position.claimed.competition == compass::Competition::behind);
    CHECK(stage.deal().name == "二期");
    CHECK(stored_workspace() == stage.app.workspace());
}

TEST_CASE_FIXTURE(Fresh, "two tabs opened before anything was saved in records: the one that follows shows what the other saves first") {
    for (const bool from_old_form : {true, false}) {
        CAPTURE(from_old_form);
        world = {};
        Stage stage;
        stage.start(from_old_form ? Earlier{.workspace = compass::write_workspace(tests::read_case("1.zh.json"))} : Earlier{});
        stage.app.edits_here(false);
        stage.frames();
        compass::Workspace theirs = stage.app.workspace();
        compass::Deal moved = *theirs.deals.front();
        moved.position.claimed.competition = compass::Competition::sole;
        theirs.deals.front() = moved;
        save_elsewhere(theirs);
        stage.app.stored_elsewhere("index/a");
        stage.frames();
        CHECK(stage.app.workspace() == theirs);
        CHECK(world.take_overs == 0);
        stage.app.edits_here(true);
        stage.frames();
        CHECK(stage.app.workspace() == theirs);
    }
}

TEST_CASE_FIXTURE(Fresh, "two tabs that edit at once, because they cannot agree, lose nothing") {
    Stage stage;
    stage.start();
    stage.press(ui::Role::button, "竞争提升 → 领先");
    stage.press(ui::Role::button, "保留");
    compass::Workspace theirs = stage.app.workspace();
    compass::Deal renamed = *theirs.deals.front();
    renamed.name = "二期";
    theirs.deals.front() = renamed;
    save_elsewhere(theirs);
    stage.press(ui::Role::button, "竞争形势：领先");  // before the news is here
    stage.press(ui::Role::radio, "落后");
    CHECK(stage.deal().name == "二期");
    CHECK(stage.deal().position.claimed.competition == compass::Competition::behind);
    CHECK(stored_workspace() == stage.app.workspace());
    // An older version of the program knows the old form alone.
    compass::Deal older = *theirs.deals.front();
    older.name = "三期";
    theirs.deals.front() = older;
    world.stored["workspace"] = compass::write_workspace(theirs);
    stage.app.stored_elsewhere("workspace");
    stage.frames();
    REQUIRE(stage.app.workspace().deals.size() == 2);
    CHECK(stage.app.workspace().deals[1]->name == "另一版：三期");
    CHECK(stored_workspace() == stage.app.workspace());
}

TEST_CASE_FIXTURE(Fresh, "how full storage is and when all was last taken out as a file stands beside the time of saving") {
    Stage stage;
    stage.start({}, "/deals");
    world.used = 4'300'000;
    stage.press(ui::Role::button, "全部导出");
    stage.press(ui::Role::button, "新建单子");
    stage.write("客户", "北风");
    stage.write("项目", "吊车");
    stage.press(ui::Role::button, "建好");
    CHECK(stage.shows(ui::Role::status, "已保存 10:42 空间已用 82%"));
    world.downloaded_name.clear();
    stage.press(ui::Role::button, "今天备份过");
    CHECK(world.downloaded_name == "赢单罗盘 2026-11-21.json");
    CHECK(world.asked_to_keep == 1);
    CHECK(world.stored.at("backup") == "20778");
}

TEST_CASE_FIXTURE(Fresh, "on a phone, too, every screen tells when all was last taken out as a file") {
    world.stored["backup"] = std::to_string(world.today - 3);
    Stage stage(390, 844);
    stage.start({}, "/deals");
    const std::string deal = compass::format(stage.deal().id), customer = compass::format(stage.deal().customer);
    for (const std::string& route :
         {std::string("/deals"), "/deal/" + deal + "/compass", "/deal/" + deal + "/people", "/deal/" + deal + "/sheet",
          std::string("/funnel"), std::string("/customers"), "/customers/" + customer, std::string("/review"), std::string("/handbook")}) {
        CAPTURE(route);
        stage.go_to(route);
        stage.frames();
        CHECK(world.route == route);
        CHECK(stage.shows(ui::Role::status, "自动保存 · 3 天前备份"));
    }
}

TEST_CASE_FIXTURE(Fresh, "a later version of the program saved here: nothing is written, and it is said") {
    world.stored["index/a"] = "deal-compass-store/2 1 x";
    Stage stage;
    stage.start();
    CHECK(stage.shows(ui::Role::alert, "新版赢单罗盘"));
    stage.press(ui::Role::button, "竞争提升 → 领先");
    stage.press(ui::Role::button, "保留");
    CHECK(world.stored.size() == 1);
    stage.press(ui::Role::button, "刷新");
    CHECK(world.reloads == 1);
}

TEST_CASE_FIXTURE(Fresh, "part of what was saved is damaged: the rest opens, the texts are kept") {
    Stage stage;
    stage.start();
    stage.press(ui::Role::button, "竞争提升 → 领先");
    stage.press(ui::Role::button, "保留");
    const auto before = world.stored;
    stage.press(ui::Role::button, "竞争形势：领先");
    stage.press(ui::Role::radio, "落后");
    for (auto& [key, text] : world.stored)
        if (key.starts_with("deal/") && !before.contains(key)) text += "?";
    Stage again;
    again.start();
    CHECK(again.shows(ui::Role::alert, "存下的数据有一部分损坏"));
    CHECK(again.app.workspace().deals.size() == 1);
    CHECK(world.stored.contains("unreadable"));
}

TEST_CASE_FIXTURE(Fresh, "every step of a long trail can be reached") {
    Stage stage;
    stage.start();
    compass::Workspace workspace = stage.app.workspace();
    compass::Deal deal = *workspace.deals.front();
    deal.trail.clear();
    for (int i = 0; i < 40; ++i) deal.trail.push_back({compass::Date{20000 + i}, deal.position.claimed, std::to_string(i), {}});
    workspace.deals.front() = deal;
    Stage lasting;
    lasting.start({compass::write_workspace(workspace), {}, {}});
    const auto steps = [] {
        int count = 0;
        for (const ui::Node& node : ui::mirror().nodes()) count += Stage::name(node).find(", 方案·平手") != std::string_view::npos;
        return count;
    };
    int reached = 0, pages = 0;
    for (; pages < 40; ++pages) {
        reached += steps();
        if (!lasting.find(ui::Role::button, "更早的")) break;
        lasting.press(ui::Role::button, "更早的");
    }
    CHECK(reached >= 40);
    CHECK(pages > 1);
    CHECK(lasting.shows(ui::Role::button, "更晚的"));
}

TEST_CASE_FIXTURE(Fresh, "what was typed into a form that is left can be gone on with") {
    Stage stage;
    stage.start();
    stage.press(ui::Role::button, "单子");
    stage.press(ui::Role::button, "新建单子");
    stage.go_to("/deals");
    stage.frames();
    CHECK_FALSE(stage.shows(ui::Role::status, "没有保存的内容还留着"));
    stage.press(ui::Role::button, "新建单子");
    stage.write("客户", "长江港务");
    stage.go_to("/deals");
    stage.frames();
    CHECK(stage.shows(ui::Role::status, "没有保存的内容还留着"));
    stage.press(ui::Role::button, "继续填写");
    CHECK(stage.shows(ui::Role::textbox, "客户"));
    stage.press(ui::Role::button, "建好");
    REQUIRE(stage.app.workspace().deals.size() == 2);
    CHECK(stage.app.workspace().customers.back()->name == "长江港务");
    CHECK_FALSE(stage.shows(ui::Role::status, "没有保存的内容还留着"));
}

TEST_CASE_FIXTURE(Fresh, "the search finds by words and by initials, and leads to what it found") {
    Stage stage;
    stage.start({}, "/deals");
    stage.press(ui::Role::button, "查找");
    CHECK(stage.shows(ui::Role::status, "例如 fbz"));
    stage.write("找什么", "没有这个人");
    CHECK(stage.shows(ui::Role::status, "没有找到"));
    stage.write("找什么", "lj");
    stage.press(ui::Role::link, "单子: 临江化工");
    CHECK(world.route.ends_with("/compass"));
    CHECK_FALSE(stage.shows(ui::Role::textbox, "找什么"));
    const std::string fact = stage.deal().position.urgency_evidence.empty() ? stage.deal().position.stage_evidence.front().text
                                                                            : stage.deal().position.urgency_evidence.front().text;
    stage.press(ui::Role::button, "查找");
    stage.write("找什么", fact);
    stage.press(ui::Role::link, "");
    CHECK(stage.shows(ui::Role::radio, ""));
}

TEST_CASE_FIXTURE(Fresh, "the search offers what can be done, by words and by initials, of the deal on screen too") {
    Stage stage;
    stage.start();
    stage.press(ui::Role::button, "查找");
    CHECK(stage.shows(ui::Role::link, "去做: 影响力"));
    CHECK(stage.shows(ui::Role::link, "去做: 新建单子"));
    CHECK_FALSE(stage.shows(ui::Role::link, "去做: 撤销"));
    stage.write("找什么", "xj");
    CHECK_FALSE(stage.shows(ui::Role::link, "去做: 影响力"));
    stage.press(ui::Role::link, "去做: 新建单子");
    CHECK(world.route.ends_with("/new"));
    CHECK_FALSE(stage.shows(ui::Role::textbox, "找什么"));
}

TEST_CASE_FIXTURE(Fresh, "away from a deal the search offers nothing of one") {
    Stage stage;
    stage.start({}, "/deals");
    stage.press(ui::Role::button, "查找");
    CHECK(stage.shows(ui::Role::link, "去做: 漏斗"));
    CHECK_FALSE(stage.shows(ui::Role::link, "去做: 影响力"));
}

TEST_CASE_FIXTURE(Fresh, "of 10,000 deals only the rows in sight are drawn, and each says which one it is") {
    Stage before;
    before.start();
    compass::Workspace many = before.app.workspace();
    const compass::Id customer = many.deals.front()->customer;
    for (int i = 1; i < 10000; ++i) {
        compass::Deal next;
        next.id.bytes = {0x01, static_cast<std::uint8_t>(i & 255), static_cast<std::uint8_t>(i >> 8)};
        next.customer = customer, next.name = std::to_string(i);
        many.deals.push_back(compass::Box<compass::Deal>(std::move(next)));
    }
    Stage stage;
    stage.start({compass::write_workspace(many), {}, {}}, "/deals");
    const auto& nodes = ui::mirror().nodes();
    std::size_t rows = 0;
    for (const ui::Node& node : nodes) {
        if (node.role == ui::Role::table) CHECK(node.maximum == 10001);
        if (node.role == ui::Role::row) ++rows;
    }
    CHECK(rows > 10);
    CHECK(rows < 80);
}

TEST_CASE_FIXTURE(Fresh, "the terms of the method are asked for once, found by words, and come in the language shown") {
    Stage stage;
    stage.start();
    stage.press(ui::Role::button, "方法");
    CHECK(world.asked == "handbook.zh");
    CHECK(stage.shows(ui::Role::status, "正在取词条"));
    world.asked.clear();
    stage.frames();
    CHECK(world.asked.empty());
    stage.app.library_answered("handbook.zh", "# 一：甲\n\n## 教练 {#coach}\n指路的人。\n\n## 支持度 {#support}\n−5 到 +5。\n");
    stage.frames();
    CHECK(stage.shows(ui::Role::heading, "一：甲"));
    CHECK(stage.shows(ui::Role::link, "支持度"));
    stage.write("找一个词", "指路");
    CHECK(stage.shows(ui::Role::heading, "教练"));
    CHECK_FALSE(stage.shows(ui::Role::heading, "支持度"));
    stage.write("找一个词", "没有这个");
    CHECK(stage.shows(ui::Role::text, "没有这个词"));
    stage.press(ui::Role::button, "English");
    CHECK(world.asked == "handbook.en");
    stage.app.library_answered("handbook.en", "");
    stage.frames();
    CHECK(stage.shows(ui::Role::status, "The terms could not be fetched"));
}

TEST_CASE("both languages explain the same terms, each with a name and a text") {
    std::vector<std::string> ids[2];
    for (const int i : {0, 1}) {
        std::ifstream file(std::string(TEST_DATA "/../../assets/handbook/handbook.") + (i == 0 ? "zh.md" : "en.md"));
        const views::HandbookText book = views::read_handbook(std::string(std::istreambuf_iterator<char>(file), {}));
        CHECK(book.chapters.size() == 8);
        for (const views::HandbookTerm& term : book.terms) {
            CHECK_FALSE(term.name.empty());
            CHECK_MESSAGE(term.text.size() > 30, term.id);
            ids[i].push_back(term.id);
        }
    }
    CHECK(ids[0].size() > 50);
    CHECK(ids[0] == ids[1]);
}

TEST_CASE("a handbook of any bytes is read") {
    CHECK(views::read_handbook("").terms.empty());
    CHECK(views::read_handbook("text\n## no chapter {#a}\nx").terms.empty());
    CHECK(views::read_handbook("# c\n## no id\nx").terms.empty());
    CHECK(views::read_handbook("# c\n## a {#").terms.empty());
    const views::HandbookText book = views::read_handbook("# c\r\n## A {#a}\r\none\r\n\r\ntwo");
    REQUIRE(book.terms.size() == 1);
    CHECK(book.terms[0].text == "one\ntwo");
}

TEST_CASE_FIXTURE(Fresh, "a pasted deal is offered for import, any other text changes nothing") {
    Stage stage;
    stage.start();
    const compass::Workspace before = stage.app.workspace();
    stage.app.text_pasted("  ");
    stage.frames();
    CHECK_FALSE(stage.shows(ui::Role::status, "粘贴的不是"));
    stage.app.text_pasted("hello");
    stage.frames();
    CHECK(stage.shows(ui::Role::status, "粘贴的不是"));
    stage.app.text_pasted(compass::write_workspace(before));
    stage.frames();
    CHECK(stage.shows(ui::Role::dialog, ""));
    CHECK(stage.app.workspace() == before);
}

TEST_CASE_FIXTURE(Fresh, "what is saved after every action reads back as the same workspace") {
    Stage stage;
    stage.start();
    stage.press(ui::Role::button, "竞争形势：平手");
    stage.press(ui::Role::radio, "落后");
    CHECK(stage.deal().position.claimed.competition == compass::Competition::behind);
    CHECK(stage.shows(ui::Role::status, "已保存 10:42"));
    CHECK(stored_workspace() == stage.app.workspace());
    Stage again;
    again.start();
    CHECK(again.app.workspace() == stage.app.workspace());
}

TEST_CASE_FIXTURE(Fresh, "ticking a sign moves the level, records the fact, and is one step") {
    Stage stage;
    stage.start();
    const compass::Workspace before = stage.app.workspace();
    stage.press(ui::Role::button, "紧迫程度：活跃");
    const std::size_t facts = stage.deal().position.urgency_evidence.size();
    std::string sign;
    for (const compass::Sign& one : compass::default_playbook().signs) {
        if (one.axis == compass::Axis::urgency && one.level == 3) sign = one.text.zh;
    }
    stage.press(ui::Role::checkbox, sign);
    CHECK(stage.deal().position.claimed.urgency == compass::Urgency::urgent);
    CHECK(stage.deal().position.urgency_evidence.size() == facts + 1);
    stage.press(ui::Role::button, "撤销");
    CHECK(stage.app.workspace() == before);
}

TEST_CASE_FIXTURE(Fresh, "a stored workspace that cannot be read is kept, said, and never overwritten") {
    Stage stage;
    stage.start({"{\"format\": \"deal-compass\", \"version\": \"1.0\", \"deals\": [", {}, {}});
    CHECK(stage.shows(ui::Role::alert, "上次保存的数据读不出来"));
    CHECK(world.stored.at("unreadable").starts_with("{\"format\""));
    stage.press(ui::Role::button, "下载留存的数据");
    CHECK(world.downloaded.starts_with("{\"format\""));
    CHECK_FALSE(stage.shows(ui::Role::alert, ""));
}

TEST_CASE_FIXTURE(Fresh, "a second workspace that cannot be read costs neither the first nor itself") {
    world.stored = {{"unreadable", "first"}, {"workspace", "second"}};
    Stage stage;
    stage.start({"second", {}, "first"});
    stage.press(ui::Role::button, "竞争提升 → 领先");
    stage.press(ui::Role::button, "保留");
    CHECK(world.stored.at("workspace") == "second");
    CHECK(world.stored.at("unreadable") == "first");
    stage.press(ui::Role::button, "下载");
    CHECK(world.downloaded == "first");
    CHECK(world.stored.at("unreadable") == "second");
    stage.press(ui::Role::button, "下载");
    CHECK(world.downloaded == "second");
    CHECK(world.stored.count("unreadable") == 0);
}

TEST_CASE_FIXTURE(Fresh, "while nothing can be kept aside, the unreadable workspace stays where it is") {
    world.answer = views::Saved::full;
    Stage stage;
    stage.start({"not ours", {}, {}});
    world.answer = views::Saved::ok;
    stage.press(ui::Role::button, "竞争形势：平手");
    stage.press(ui::Role::radio, "落后");
    CHECK(world.stored.at("workspace") == "not ours");
    CHECK(world.stored.size() == 1);
    CHECK(stage.shows(ui::Role::alert, ""));
}

TEST_CASE_FIXTURE(Fresh, "an import shows what it would change and changes nothing until it is confirmed") {
    Stage stage;
    stage.start();
    const compass::Workspace before = stage.app.workspace();
    compass::Deal changed = stage.deal();
    changed.position.claimed.stage = compass::Stage::commercial;
    compass::Workspace incoming = before;
    incoming.deals.front() = compass::Box<compass::Deal>(changed);
    stage.app.files_opened({{"deals.json", compass::write_workspace(incoming)}, {"broken.json", "{"}});
    stage.frames();
    CHECK(stage.shows(ui::Role::dialog, "导入后会改变什么"));
    CHECK(stage.shows(ui::Role::text, "两边都改过：临江化工 · 节能改造，阶段：我的 方案，文件的 商务"));
    CHECK(stage.shows(ui::Role::text, "broken.json 有错"));
    CHECK(stage.app.workspace() == before);
    CHECK_FALSE(stage.shows(ui::Role::button, "取消"));  // one's own stays: nothing would happen
    stage.press(ui::Role::radio, "文件的");
    stage.press(ui::Role::button, "取消");
    CHECK(stage.app.workspace() == before);
    stage.app.files_opened({{"deals.json", compass::write_workspace(incoming)}});
    stage.frames();
    stage.press(ui::Role::radio, "文件的");
    // The dialog's own button, after the page's: the last of that name.
    const ui::Node* confirm = nullptr;
    for (const ui::Node& node : ui::mirror().nodes()) {
        if (node.role == ui::Role::button && Stage::name(node) == "导入") confirm = &node;
    }
    REQUIRE(confirm);
    ui::mirror().activate(confirm->id);
    stage.frames();
    CHECK(stage.app.workspace() == incoming);
    stage.key_with(ImGuiMod_Ctrl, ImGuiKey_Z);
    CHECK(stage.app.workspace() == before);
}

TEST_CASE_FIXTURE(Fresh, "an import shows both versions of every field that differs, and keeps both where that is chosen") {
    Stage stage;
    stage.start();
    compass::Workspace incoming = stage.app.workspace();
    compass::Deal changed = stage.deal();
    changed.status = compass::DealStatus::won;
    changed.objective.amount = compass::Money{400'000'000, {{'U', 'S', 'D'}}};
    changed.objective.signing_date.reset();
    changed.position.claimed.urgency = compass::Urgency::urgent;
    changed.people.back().support = 4;
    changed.lead_channel = compass::LeadChannel::inbound;
    changed.owner = "小王";
    incoming.deals.front() = compass::Box<compass::Deal>(changed);
    stage.app.files_opened({{"deals.json", compass::write_workspace(incoming)}});
    stage.frames();
    REQUIRE(stage.find(ui::Role::text, "两边都改过：临江化工 · 节能改造，"));
    const std::string row(Stage::name(*stage.find(ui::Role::text, "两边都改过：临江化工 · 节能改造，")));
    for (const char* part : {"负责人：我的 ", "，文件的 小王；", "状态：我的 进行中，文件的 赢单；", "金额：我的 ¥860 万，文件的 $400 万；",
                             "，文件的 –；", "紧迫程度：我的 活跃，文件的 紧急；", "（+4 大力支持）"}) {
        CAPTURE(part);
        CAPTURE(row);
        CHECK(row.find(part) != row.npos);
    }
    stage.press(ui::Role::radio, "都留");
    const ui::Node* confirm = nullptr;
    for (const ui::Node& node : ui::mirror().nodes())
        if (node.role == ui::Role::button && Stage::name(node) == "导入") confirm = &node;
    REQUIRE(confirm);
    ui::mirror().activate(confirm->id);
    stage.frames();
    REQUIRE(stage.app.workspace().deals.size() == 2);
    CHECK(stage.app.workspace().deals[1]->name == "（文件里的）节能改造");
    CHECK(stage.app.workspace().deals[1]->owner == "小王");
}

TEST_CASE_FIXTURE(Fresh, "everything as a ZIP file, dropped again, says that all is here already; what of it is broken is named") {
    Stage stage;
    stage.start();
    stage.go_to("/funnel");
    stage.frames();
    stage.press(ui::Role::button, "导出");
    stage.press(ui::Role::menuitem, "全部打包（ZIP）");
    CHECK(world.downloaded_name.ends_with(".zip"));
    REQUIRE(world.stored.contains("backup"));
    const std::string zip = world.downloaded;
    stage.app.files_opened({{"all.zip", zip}});
    stage.frames();
    CHECK(stage.shows(ui::Role::text, "文件里的内容你都有了。"));
    stage.press(ui::Role::button, "关闭");
    const compass::Workspace before = stage.app.workspace();
    stage.app.files_opened({{"all.zip", compass::write_zip({{"a.json", "{"}, {"../b.json", "{}"}, {"c.txt", "x"}}, {})}});
    stage.frames();
    CHECK(stage.shows(ui::Role::dialog, "没有导入"));
    CHECK(stage.shows(ui::Role::text, "all.zip/a.json 有错"));
    CHECK(stage.shows(ui::Role::text, "all.zip/../b.json 有错"));
    stage.app.files_opened({{"none.zip", compass::write_zip({{"c.doc", "x"}}, {})}});
    stage.frames();
    CHECK(stage.shows(ui::Role::text, "压缩包里没有能读的文件"));
    CHECK(stage.app.workspace() == before);
}

TEST_CASE_FIXTURE(Fresh, "everything is saved to one file; what somebody else wrote there is merged with what is here, then written") {
    Stage stage;
    stage.start();
    stage.go_to("/funnel");
    stage.frames();
    const compass::Workspace before = stage.app.workspace();
    stage.press(ui::Role::button, "导出");
    stage.press(ui::Role::menuitem, "保存到文件…");
    CHECK(world.keeping == views::KeepFile::ask);
    CHECK(world.kept_name == "赢单罗盘.json");
    CHECK(world.kept == compass::write_workspace(before));
    stage.app.file_kept(views::KeptFile::written, {"mine.json", {}});
    stage.frames();
    CHECK(stage.shows(ui::Role::status, "已保存到 mine.json"));
    CHECK(world.stored.contains("backup"));
    stage.press(ui::Role::button, "导出");
    stage.press(ui::Role::menuitem, "保存到 mine.json");
    CHECK(world.keeping == views::KeepFile::again);
    compass::Workspace theirs = before;
    compass::Deal more = *theirs.deals.front();
    more.story.push_back({compass::Date{20000}, "他们加的", {}});
    theirs.deals.front() = compass::Box<compass::Deal>(more);
    world.keeping.reset();
    stage.app.file_kept(views::KeptFile::changed, {"mine.json", compass::write_workspace(theirs)});
    stage.frames();
    CHECK(stage.shows(ui::Role::dialog, "文件在别处改过，先合并"));
    CHECK(stage.shows(ui::Role::text, "文件更新：临江化工"));
    stage.press(ui::Role::button, "取消");
    CHECK_FALSE(world.keeping);
    CHECK(stage.app.workspace() == before);
    stage.app.file_kept(views::KeptFile::changed, {"mine.json", compass::write_workspace(theirs)});
    stage.frames();
    stage.press(ui::Role::button, "合并并保存");
    CHECK(world.keeping == views::KeepFile::merged);
    CHECK(world.kept == compass::write_workspace(theirs));
    CHECK(stage.app.workspace() == theirs);
    stage.app.file_kept(views::KeptFile::failed, {"mine.json", {}});
    stage.frames();
    CHECK(stage.shows(ui::Role::status, "没能写进 mine.json"));
}

TEST_CASE_FIXTURE(Fresh, "an anonymous copy tells what it replaces before it is downloaded, and changes nothing here") {
    Stage stage;
    stage.start();
    const compass::Workspace before = stage.app.workspace();
    stage.press(ui::Role::button, "导出");
    stage.press(ui::Role::menuitem, "匿名副本…");
    CHECK(stage.shows(ui::Role::dialog, "匿名副本"));
    CHECK(stage.shows(ui::Role::text, "临江化工 换成 客户甲，"));
    CHECK(stage.shows(ui::Role::heading, "看着像名字、没有换的"));
    stage.press(ui::Role::button, "下载匿名副本");
    CHECK(world.downloaded_name == "客户甲 · 项目甲 匿名.json");
    CHECK(world.downloaded.find("临江化工") == std::string::npos);
    CHECK(compass::read_workspace(world.downloaded));
    CHECK(stage.app.workspace() == before);
}

TEST_CASE_FIXTURE(Fresh, "an address of any text leads to a screen that is there") {
    std::ifstream file(TEST_DATA "/injections.json", std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    Stage stage;
    stage.start();
    const std::string deal = "/deal/" + compass::format(stage.deal().id);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        for (const std::string& before :
             {std::string(), std::string("/"), std::string("/deal/"), deal, deal + "/compass/", std::string("/customers/")}) {
            stage.go_to(before + text.substr(at, end - at));
            stage.frames(1);
            CHECK((world.route.starts_with("/deals") || world.route.starts_with(deal) || world.route.starts_with("/customers")));
        }
        at = end + 1;
    }
}

TEST_CASE_FIXTURE(Fresh, "a file without deals is said to hold none, not that you have them all") {
    Stage stage(1366, 768, false);
    stage.start();
    stage.app.files_opened({{"deals.json", compass::write_workspace({})}});
    stage.frames();
    CHECK(stage.shows(ui::Role::text, "This file holds no deals."));
    stage.app.files_opened({{"deals.json", compass::write_workspace(stage.app.workspace())}});
    stage.frames();
    CHECK(stage.shows(ui::Role::text, "You already have everything in this file."));
}

TEST_CASE_FIXTURE(Fresh, "a fact without a date or with one to come says that it counts half, and its form takes no day to come") {
    Stage stage(1366, 768, false);
    stage.start();
    compass::Workspace incoming = stage.app.workspace();
    compass::Deal changed = stage.deal();
    changed.position.urgency_evidence.resize(1);
    changed.position.urgency_evidence.push_back(changed.position.stage_evidence.front());
    changed.position.stage_evidence.clear();
    changed.position.urgency_evidence[0].date = compass::date_of({2099, 1, 1});
    changed.position.urgency_evidence[1].date.reset();
    incoming.deals.front() = compass::Box<compass::Deal>(changed);
    stage.start({compass::write_workspace(incoming), {}, {}}, world.route);
    stage.press(ui::Role::button, "Urgency: Active");
    const auto detail = [&](int at) {
        const ui::Node* node = stage.find(ui::Role::button, changed.position.urgency_evidence[static_cast<std::size_t>(at)].text);
        return node ? std::string(ui::mirror().text().substr(node->description_at, node->description_size)) : "";
    };
    CHECK(detail(0).find("date still to come: counts half") != std::string::npos);
    CHECK(detail(1).find("no date: counts half") != std::string::npos);
    stage.press(ui::Role::button, changed.position.urgency_evidence[1].text);
    stage.write("When", "2099-01-01");
    CHECK(stage.description("When") == "A fact cannot lie ahead. Write the day it was seen.");
    stage.press(ui::Role::button, "Save");
    CHECK_FALSE(stage.deal().position.urgency_evidence[1].date);
    stage.write("When", "yesterday");
    stage.press(ui::Role::button, "Save");
    CHECK(stage.deal().position.urgency_evidence[1].date == compass::Date{20777});
    CHECK(detail(1).find("counts half") == std::string::npos);
}

TEST_CASE_FIXTURE(Fresh, "a new version is offered, put off, accepted, and taken only when nothing would be lost") {
    Stage stage;
    stage.start();
    CHECK_FALSE(stage.shows(ui::Role::status, "新版本已就绪"));
    stage.app.version_waits();
    stage.frames();
    CHECK(stage.shows(ui::Role::status, "新版本已就绪"));
    stage.press(ui::Role::button, "以后");
    CHECK_FALSE(stage.shows(ui::Role::status, "新版本已就绪"));
    CHECK(world.accepted_versions == 0);
    stage.app.version_waits();
    stage.frames();
    stage.press(ui::Role::button, "更新");
    CHECK(world.accepted_versions == 1);
    CHECK(world.reloads == 0);

    // What is still being written holds it back, and so does what could not be saved.
    stage.press(ui::Role::button, "修改基本信息");
    stage.write("项目", "余热回收");
    stage.app.version_taken();
    stage.frames();
    CHECK(stage.shows(ui::Role::status, "写完手头的内容，页面就会更新"));
    CHECK(world.reloads == 0);
    world.answer = views::Saved::full;
    stage.press(ui::Role::button, "保存");
    CHECK(world.reloads == 0);
    world.answer = views::Saved::ok;
    stage.press(ui::Role::button, "竞争提升 → 领先");
    CHECK(world.reloads == 0);
    stage.press(ui::Role::button, "保留");
    CHECK(world.reloads == 1);
    CHECK(stage.deal().name == "余热回收");
}

TEST_CASE_FIXTURE(Fresh, "a new deal is made from what people type") {
    Stage stage(1366, 768, false);
    stage.start({}, "/deals");
    stage.press(ui::Role::button, "New deal");
    stage.write("Customer", "Northwind");
    stage.write("Amount", "1.2m");
    stage.write("Signing date", "2027/3/18");
    stage.press(ui::Role::button, "Create");
    REQUIRE(stage.app.workspace().deals.size() == 2);
    const compass::Deal& made = *stage.app.workspace().deals.back();
    CHECK(made.objective.amount->minor == 120'000'000);
    CHECK(compass::format(*made.objective.signing_date) == "2027-03-18");
    CHECK(stage.shows(ui::Role::heading, "Northwind"));
}

TEST_CASE_FIXTURE(Fresh, "a typed currency becomes the deal's together with the amount, and one undo takes both back") {
    Stage stage(1366, 768, false);
    stage.start();
    const compass::Workspace before = stage.app.workspace();
    const auto type_amount = [&](std::string_view amount) {
        stage.press(ui::Role::button, "Edit basics");
        stage.write("Amount", amount);
        stage.press(ui::Role::button, "Save");
    };
    type_amount("USD 5m");
    CHECK(stage.deal().objective.amount == compass::Money{500'000'000, {{'U', 'S', 'D'}}});
    stage.press(ui::Role::button, "Edit basics");
    CHECK(stage.value("Amount") == "USD 5m");
    stage.write("Amount", "6m");
    stage.press(ui::Role::button, "Save");
    CHECK(stage.deal().objective.amount == compass::Money{600'000'000, {{'U', 'S', 'D'}}});
    stage.press(ui::Role::button, "Undo");
    stage.press(ui::Role::button, "Undo");
    CHECK(stage.app.workspace() == before);
    CHECK((stage.find(ui::Role::button, "Undo")->states & ui::state_disabled) != 0);
}

TEST_CASE_FIXTURE(Fresh, "a name that no file can hold is refused in the form, not cut") {
    Stage stage(1366, 768, false);
    stage.start();
    const compass::Workspace before = stage.app.workspace();
    stage.press(ui::Role::button, "Edit basics");
    for (const std::string_view field : {"Customer", "Deal", "Owner", "Unit that signs"}) {
        const std::string own(stage.value(field));
        stage.write(field, std::string(201, 'x'));
        CHECK(stage.description(field) == "The text is too long; up to 200 characters fit");
        stage.press(ui::Role::button, "Save");
        CHECK(stage.app.workspace() == before);
        stage.write(field, own);
    }
    stage.write("Customer", std::string(200, 'x'));
    stage.press(ui::Role::button, "Save");
    CHECK(stage.app.workspace().customers.front()->name.size() == 200);
}

TEST_CASE("no English sentence counts one of several") {
    ui::set_language(compass::Language::en);
    CHECK(ui::say(ui::Phrase::moves_left, {{"periods", "1"}, {"days", "14"}}) == "1 period of 14 days left");
    CHECK(ui::say(ui::Phrase::moves_left, {{"periods", "13"}, {"days", "1"}}) == "13 periods of 1 day left");
    for (int i = 0; i <= static_cast<int>(ui::Phrase::win_index); ++i) {
        const std::string text = ui::say(static_cast<ui::Phrase>(i), {{"periods", "1"}, {"days", "1"}, {"count", "1"}});
        for (std::size_t at = text.find("1 "); at != text.npos; at = text.find("1 ", at + 1)) {
            const std::size_t end = std::min(text.find_first_not_of("abcdefghijklmnopqrstuvwxyz", at + 2), text.size());
            CHECK_MESSAGE(text[end - 1] != 's', text);
        }
    }
}

TEST_CASE("money is shown in units of its currency, whatever its decimals") {
    for (const bool chinese : {true, false}) {
        ui::set_language(chinese ? compass::Language::zh : compass::Language::en);
        CHECK(ui::money({860'000'000, {}}) == (chinese ? "\u00A5860 万" : "\u00A58.6m"));
        CHECK(ui::money({5'000'000, {{'J', 'P', 'Y'}}}) == (chinese ? "JPY 500 万" : "JPY 5m"));
        CHECK(ui::money({1'500, {{'K', 'W', 'D'}}}) == "KWD 1.5");
    }
}

TEST_CASE_FIXTURE(Fresh, "an amount that cannot be is refused in a sentence that says why, and nothing is saved") {
    Stage stage(1366, 768, false);
    stage.start();
    const compass::Workspace before = stage.app.workspace();
    stage.press(ui::Role::button, "Edit basics");
    const std::pair<std::string_view, std::string_view> table[] = {{"what", "Cannot read this amount. Write 8.6m, 8600000 or USD 500k."},
                                                                   {"-5m", "An amount cannot be negative."},
                                                                   {"99999bn", "Too large: \u00A510,000bn is the most that fits."},
                                                                   {"0.001", "Too precise: 0.01 is the smallest step."},
                                                                   {"JPY 0.5", "Too precise: JPY 1 is the smallest step."}};
    for (const auto& row : table) {
        stage.write("Amount", row.first);
        CHECK(stage.description("Amount") == row.second);
        stage.press(ui::Role::button, "Save");
        CHECK(stage.app.workspace() == before);
    }
}

namespace {

// A deal of the user's own, in a workspace that an earlier visit left.
compass::Workspace real_deals() {
    const auto read = compass::read_workspace(compass::builtin_case("3", compass::Language::zh));
    compass::Workspace workspace = *read;
    compass::Deal first = *workspace.deals[0];
    first.teaching.reset();
    compass::Deal second = first;
    second.id.bytes[15] ^= 1;
    second.name = "二期";
    workspace.deals = {first, second};
    return workspace;
}

void set_competition(Stage& stage, std::string_view level) {
    if (!stage.shows(ui::Role::radio, level)) stage.press(ui::Role::button, "竞争形势：");
    stage.press(ui::Role::radio, level);
}

void open_versions(Stage& stage, std::string_view deal) {
    stage.go_to("/deals");
    stage.frames();
    stage.press(ui::Role::button, deal);
    stage.press(ui::Role::menuitem, "以前的版本");
}

}  // namespace

TEST_CASE_FIXTURE(Fresh, "an edit after a pause leaves a version that says what changed; restoring it is one step that undo takes back") {
    Stage stage;
    stage.start({compass::write_workspace(real_deals())});
    stage.press(ui::Role::link, "临江化工 · 节能改造");
    const compass::Workspace before = stage.app.workspace();
    set_competition(stage, "落后");
    world.minute += 3;
    set_competition(stage, "领先");
    open_versions(stage, "临江化工 · 节能改造：更多操作");
    REQUIRE(stage.shows(ui::Role::dialog, "以前的版本"));
    CHECK(stage.shows(ui::Role::button, "今天 10:42 修改之前"));
    CHECK_FALSE(stage.shows(ui::Role::button, "今天 10:45 修改之前"));  // so soon after the one before
    CHECK(stage.shows(ui::Role::text, "竞争形势：领先 → 平手"));
    const compass::Workspace after = stage.app.workspace();
    stage.press(ui::Role::button, "恢复这个版本");
    CHECK_FALSE(stage.shows(ui::Role::dialog, "以前的版本"));
    CHECK(stage.app.workspace() == before);
    CHECK(stage.shows(ui::Role::status, "已恢复旧版本"));
    open_versions(stage, "临江化工 · 节能改造：更多操作");
    CHECK(stage.shows(ui::Role::button, "今天 10:45 恢复旧版本之前"));
    stage.press(ui::Role::button, "关闭");
    stage.press(ui::Role::button, "撤销");
    CHECK(stage.app.workspace() == after);
    CHECK(stage.shows(ui::Role::status, "已撤销：恢复旧版本"));
    // What is damaged is left out, and said.
    for (auto& [key, text] : world.stored)
        if (key.starts_with("version/") && key.find("/restore/") != key.npos) text += "x";
    open_versions(stage, "临江化工 · 节能改造：更多操作");
    Stage again;
    again.start({}, "/deals");
    open_versions(again, "临江化工 · 节能改造：更多操作");
    CHECK(again.shows(ui::Role::text, "有 1 个版本已损坏"));
    CHECK(again.shows(ui::Role::button, "今天 10:42 修改之前"));
}

TEST_CASE_FIXTURE(Fresh, "what is deleted stays 30 days in the trash, comes back from it, and goes for good only after a question") {
    {
        Stage stage;
        stage.start({compass::write_workspace(real_deals())}, "/deals");
        CHECK_FALSE(stage.shows(ui::Role::button, "回收站"));
        stage.press(ui::Role::button, "临江化工 · 二期：更多操作");
        stage.press(ui::Role::menuitem, "删除");
        CHECK(stage.app.workspace().deals.size() == 1);
        CHECK(stage.shows(ui::Role::button, "回收站 1"));
        stage.press(ui::Role::button, "撤销");
        CHECK_FALSE(stage.shows(ui::Role::button, "回收站"));
        stage.press(ui::Role::button, "重做");
    }
    world.today += 30;
    Stage stage;
    stage.start({}, "/deals");
    stage.press(ui::Role::button, "回收站 1");
    CHECK(stage.shows(ui::Role::text, "11月21日 周六 10:42 删除，还留 0 天"));
    stage.press(ui::Role::button, "恢复");
    CHECK(stage.app.workspace().deals.size() == 2);
    CHECK(stage.shows(ui::Role::text, "回收站是空的"));
    stage.press(ui::Role::button, "关闭");
    stage.press(ui::Role::button, "撤销");
    CHECK(stage.app.workspace().deals.size() == 1);
    stage.press(ui::Role::button, "回收站 1");
    stage.press(ui::Role::button, "彻底删除");
    CHECK(stage.shows(ui::Role::text, "彻底删除以后找不回来"));
    stage.press(ui::Role::button, "取消");
    CHECK(stage.shows(ui::Role::button, "恢复"));
    stage.press(ui::Role::button, "彻底删除");
    stage.press(ui::Role::button, "彻底删除");
    CHECK(stage.shows(ui::Role::text, "回收站是空的"));
    for (const auto& [key, text] : world.stored) CHECK_FALSE(key.starts_with("trash/"));
}

TEST_CASE_FIXTURE(Fresh, "after 30 days the trash is emptied when the page opens; a customer comes back from it with its deals") {
    {
        Stage stage;
        stage.start({compass::write_workspace(real_deals())});
        stage.go_to("/customers");
        stage.frames();
        stage.press(ui::Role::link, "临江化工");
        const compass::Id customer = stage.app.workspace().customers[0]->id;
        stage.press(ui::Role::button, "客户：更多操作");
        stage.press(ui::Role::menuitem, "删除客户");
        for (const ui::Node& node : ui::mirror().nodes())
            if (node.role == ui::Role::button && Stage::name(node) == "删除") ui::mirror().activate(node.id);
        stage.frames();
        REQUIRE(stage.app.workspace().deals.empty());
        stage.go_to("/deals");
        stage.frames();
        stage.press(ui::Role::button, "回收站 1");
        CHECK(stage.shows(ui::Role::text, "客户 临江化工，连同 2 张单子"));
        stage.press(ui::Role::button, "恢复");
        CHECK(stage.app.workspace().deals.size() == 2);
        CHECK(find_customer(stage.app.workspace(), customer));
        stage.press(ui::Role::button, "关闭");
        stage.press(ui::Role::button, "撤销");
        CHECK(stage.shows(ui::Role::button, "回收站 1"));
    }
    world.today += 31;
    Stage stage;
    stage.start({}, "/deals");
    CHECK_FALSE(stage.shows(ui::Role::button, "回收站"));
}

TEST_CASE_FIXTURE(
    Fresh, "a backup of one's own may take the place of everything: what is new, changes or goes is shown before, and undo takes it back") {
    Stage stage;
    stage.start({compass::write_workspace(real_deals())});
    const compass::Workspace before = stage.app.workspace();
    compass::Workspace backup = before;
    compass::Deal changed = *backup.deals[0], other = changed;
    changed.owner = "小王";
    other.id.bytes[15] ^= 2, other.name = "三期";
    backup.deals = {changed, other};
    const auto offer = [&](const compass::Workspace& file) {
        stage.app.files_opened({{"backup.json", compass::write_workspace(file)}});
        stage.frames();
    };
    compass::Workspace single = backup;
    single.deals.pop_back();
    offer(single);
    CHECK_FALSE(stage.shows(ui::Role::radio, "恢复成这份备份"));  // one deal of many is no backup
    stage.press(ui::Role::button, "关闭");
    offer(backup);
    CHECK_FALSE(stage.shows(ui::Role::text, "移进回收站"));
    stage.press(ui::Role::radio, "恢复成这份备份");
    CHECK(stage.shows(ui::Role::dialog, "恢复备份会改变什么"));
    CHECK(stage.shows(ui::Role::text, "替换你的版本：临江化工 · 节能改造"));
    CHECK(stage.shows(ui::Role::text, "新增：临江化工 · 三期"));
    CHECK(stage.shows(ui::Role::text, "移进回收站：临江化工 · 二期"));
    CHECK(stage.app.workspace() == before);
    stage.press(ui::Role::button, "恢复这份备份");
    CHECK(stage.app.workspace() == backup);
    CHECK(stage.shows(ui::Role::button, "回收站 1"));
    open_versions(stage, "临江化工 · 节能改造：更多操作");
    CHECK(stage.shows(ui::Role::button, "今天 10:42 恢复备份之前"));
    stage.press(ui::Role::button, "关闭");
    stage.press(ui::Role::button, "撤销");
    CHECK(stage.app.workspace() == before);
    CHECK_FALSE(stage.shows(ui::Role::button, "回收站"));  // it is there again; what the backup brought is not deleted
}

TEST_CASE_FIXTURE(Fresh, "changes of a week in no backup file are spoken of once a day, with the button, unless that was switched off") {
    const auto opened = [](std::string_view settings = "") {
        Stage stage;
        Earlier earlier;
        earlier.settings = std::string(settings);
        stage.start(earlier, "/deals");
        return stage.shows(ui::Role::status, "7 天来的改动还没有备份成文件");
    };
    {
        Stage stage;
        stage.start({compass::write_workspace(real_deals())});
        stage.press(ui::Role::link, "临江化工 · 节能改造");
        set_competition(stage, "落后");
        CHECK(world.stored.at("edited") == "20778");
        stage.go_to("/deals");
        stage.frames();
        CHECK(stage.shows(ui::Role::button, "还没备份"));
    }
    world.today += 6;
    CHECK_FALSE(opened());
    ++world.today;
    CHECK_FALSE(opened("remind=off tour=done"));
    CHECK(opened());
    CHECK_FALSE(opened());  // said today
    ++world.today;
    Stage stage;
    stage.start({}, "/deals");
    stage.press(ui::Role::button, "现在备份");
    CHECK(world.downloaded.find("临江化工") != std::string::npos);
    CHECK_FALSE(world.stored.contains("edited"));
    CHECK(stage.shows(ui::Role::button, "今天备份过"));
    ++world.today;
    CHECK_FALSE(opened());
}

TEST_CASE_FIXTURE(Fresh,
                  "the settings say how full it is and of what, let versions go after a question, and ask the browser to keep the data") {
    Stage stage;
    stage.start({compass::write_workspace(real_deals())});
    stage.press(ui::Role::link, "临江化工 · 节能改造");
    set_competition(stage, "落后");
    world.used = 524'288;
    stage.press(ui::Role::radio, "领先");
    stage.press(ui::Role::button, "设置");
    CHECK(world.asked_user_to_keep == false);
    CHECK(stage.shows(ui::Role::text, "空间用了 10%，还剩 90%"));
    stage.app.told_to_keep(false);
    stage.frames();
    CHECK(stage.shows(ui::Role::text, "浏览器没有答应"));
    stage.press(ui::Role::button, "请浏览器长期保存");
    CHECK(world.asked_user_to_keep == true);
    stage.app.told_to_keep(true);
    stage.frames();
    CHECK(stage.shows(ui::Role::text, "浏览器答应长期保存"));
    CHECK_FALSE(stage.shows(ui::Role::button, "请浏览器长期保存"));
    stage.press(ui::Role::button, "清掉旧版本");
    stage.press(ui::Role::button, "取消");
    const auto has_versions = [] { return world.stored.lower_bound("version/") != world.stored.lower_bound("version0"); };
    CHECK(has_versions());
    stage.press(ui::Role::button, "清掉旧版本");
    stage.press(ui::Role::button, "清掉旧版本");
    CHECK_FALSE(has_versions());
    CHECK_FALSE(stage.shows(ui::Role::button, "清掉旧版本"));
    stage.press(ui::Role::radio, "不提醒");
    CHECK(world.stored.at("settings").find("remind=off") != std::string::npos);
}

TEST_CASE_FIXTURE(Fresh, "every node of a frame has its own id and lies on the page, on every screen, size and language") {
    struct Size {
        float width, height;
    };
    for (const Size size : {Size{1366, 768}, Size{1920, 1080}, Size{390, 844}}) {
        for (const bool chinese : {true, false}) {
            for (const std::string_view route : {"", "/deals", "/funnel", "/handbook", "/people", "/sheet", "/visit", "/story"}) {
                Stage stage(size.width, size.height, chinese);
                stage.start();
                const std::string deal = world.route.substr(0, world.route.rfind('/'));
                const bool of_deal = !route.empty() && route != "/deals" && route != "/funnel" && route != "/handbook";
                stage.go_to(of_deal ? deal + std::string(route) : route.empty() ? world.route : std::string(route));
                stage.frames();
                std::map<ui::ItemId, int> seen;
                for (const ui::Node& node : ui::mirror().nodes()) {
                    CHECK_MESSAGE(++seen[node.id] == 1, "twice: ", std::string(Stage::name(node)));
                    const bool operable = (node.states & ui::state_focusable) != 0;
                    if (operable && node.role != ui::Role::group) CHECK_MESSAGE(!Stage::name(node).empty(), "an item without a name");
                }
            }
        }
    }
}

namespace {

// The sample team beside the sample, on some screen.
void open_team(Stage& stage, std::string_view route) {
    world.history = {std::string(route)};
    stage.start({}, route);
    std::ifstream file(TEST_DATA "/../../assets/cases/portfolio.zh.json", std::ios::binary);
    stage.app.library_answered("portfolio.zh", std::string(std::istreambuf_iterator<char>(file), {}));
    stage.frames(20);
}

}  // namespace

TEST_CASE_FIXTURE(Fresh, "what a meeting has not recorded is announced when the review is left, and waits there") {
    Stage stage;
    open_team(stage, "/review");
    stage.press(ui::Role::tab, "复盘会");
    stage.press(ui::Role::button, "开始复盘会");
    stage.write("补一句", "等他们的预算批下来");
    CHECK(stage.app.holds_unsaved());
    stage.press(ui::Role::button, "单子");
    CHECK(stage.shows(ui::Role::status, "没有保存的内容还留着"));
    stage.press(ui::Role::button, "继续填写");
    CHECK_FALSE(stage.shows(ui::Role::status, "没有保存的内容还留着"));
    CHECK(stage.value_of("补一句") == "等他们的预算批下来");
}

TEST_CASE_FIXTURE(Fresh, "on a phone all of a deal and of the funnel can be exported") {
    for (const ImVec2 size : {ImVec2(390, 844), ImVec2(360, 640), ImVec2(844, 390)}) {
        world = {};
        Stage stage(size.x, size.y);
        stage.start();
        stage.press(ui::Role::button, "单子的操作");
        stage.press(ui::Role::menuitem, "导出…");
        CHECK(stage.shows(ui::Role::menu, "导出"));
        for (const ui::Node& node : ui::mirror().nodes())
            if (node.role == ui::Role::menuitem) CHECK_MESSAGE(node.rect.height >= 44, Stage::name(node));
        stage.press(ui::Role::menuitem, "人物表（CSV）");
        CHECK(world.downloaded_name.ends_with(".csv"));
        CHECK_FALSE(stage.shows(ui::Role::menu, "导出"));
        stage.go_to("/funnel");
        stage.frames();
        stage.press(ui::Role::button, "导出");
        stage.press(ui::Role::menuitem, "漏斗报告（HTML）");
        CHECK(world.downloaded_name.ends_with(".html"));
    }
}

TEST_CASE_FIXTURE(Fresh, "a menu that is higher than the window scrolls to whatever is asked for") {
    Stage stage(700, 300);
    stage.start();
    stage.press(ui::Role::button, "单子的操作");
    const ui::Node* menu = stage.find(ui::Role::menu, "");
    REQUIRE(menu);
    CHECK((menu->states & ui::state_clips) != 0);
    CHECK(menu->rect.y >= 0);
    CHECK(menu->rect.y + menu->rect.height <= 300);
    const ui::Node* last = stage.find(ui::Role::menuitem, "删除");
    REQUIRE(last);
    CHECK(last->rect.y > 300);
    ui::mirror().scroll(menu->id, 0, 1000);
    stage.frames();
    last = stage.find(ui::Role::menuitem, "删除");
    CHECK(last->rect.y + last->rect.height <= 300);
}

TEST_CASE_FIXTURE(Fresh, "no two things to do in the search have the same name") {
    Stage stage;
    open_team(stage, "/deals");
    stage.press(ui::Role::link, "临江化工");
    stage.key_with(ImGuiMod_Ctrl, ImGuiKey_K);
    std::vector<std::string> names;
    for (const ui::Node& node : ui::mirror().nodes())
        if (node.role == ui::Role::link) names.push_back(Stage::name(node));
    CHECK(names.size() > 30);
    std::sort(names.begin(), names.end());
    for (std::size_t i = 1; i < names.size(); ++i) CHECK_MESSAGE(names[i] != names[i - 1], names[i]);
}

TEST_CASE_FIXTURE(Fresh, "recent changes tell what was done and what the deals' histories say, and lead to the deal") {
    Stage stage;
    open_team(stage, "/deals");
    stage.press(ui::Role::link, "临江化工");
    stage.press(ui::Role::button, "竞争提升 → 领先");
    stage.press(ui::Role::button, "保留");
    stage.press(ui::Role::button, "单子");
    stage.press(ui::Role::button, "最近改动");
    CHECK(stage.shows(ui::Role::dialog, "最近改动"));
    CHECK(stage.shows(ui::Role::heading, "这次打开后做的"));
    CHECK(stage.shows(ui::Role::heading, "单子里记下的"));
    CHECK(Stage::says("10:42 导入"));
    const ui::Node* moved = stage.find(ui::Role::link, "10:42 ");
    REQUIRE(moved);
    CHECK(Stage::description(*moved).starts_with("临江化工 · 节能改造"));
    Stage::ids_are_unique();
    stage.press(ui::Role::link, Stage::name(*moved));
    CHECK_FALSE(stage.shows(ui::Role::dialog, "最近改动"));
    CHECK(world.route.ends_with("/compass"));
}

TEST_CASE_FIXTURE(Fresh, "several deals are given to somebody, taken along or deleted at once, in one step") {
    for (const char* screen : {"/deals", "/funnel"}) {
        world = {};
        Stage stage(1366, 1400);
        open_team(stage, screen);
        const compass::Workspace before = stage.app.workspace();
        const auto box = [&](std::size_t number) {
            std::vector<ui::ItemId> boxes;
            for (const ui::Node& node : ui::mirror().nodes())
                if (node.role == ui::Role::checkbox && Stage::name(node).starts_with("选中：")) boxes.push_back(node.id);
            REQUIRE(boxes.size() > number);
            return boxes[number];
        };
        ui::mirror().activate(box(0));
        stage.frames();
        CHECK(stage.shows(ui::Role::status, "已选 1 张单子"));
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
        stage.frames(1);
        ui::mirror().activate(box(3));
        stage.frames();
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
        stage.frames(1);
        CHECK(stage.shows(ui::Role::status, "已选 4 张单子"));
        stage.press(ui::Role::button, "导出", ui::Role::group, "选中的单子");
        const compass::Result<compass::Workspace> taken = compass::read_workspace(world.downloaded);
        REQUIRE(taken);
        CHECK(taken->deals.size() == 4);
        stage.write("交给谁", "新同事");
        CHECK(stage.app.holds_unsaved());
        stage.press(ui::Role::button, "改负责人");
        CHECK(stage.shows(ui::Role::status, "已改 4 张单子的负责人"));
        std::size_t given = 0;
        for (const auto& deal : stage.app.workspace().deals) given += deal->owner == "新同事";
        CHECK(given == 4);
        CHECK_FALSE(stage.shows(ui::Role::group, "选中的单子"));
        stage.press(ui::Role::button, "撤销");
        CHECK(stage.app.workspace() == before);
        ui::mirror().activate(box(1));
        stage.frames();
        ui::mirror().activate(box(2));
        stage.frames();
        stage.press(ui::Role::button, "删除", ui::Role::group, "选中的单子");
        CHECK(stage.app.workspace().deals.size() == before.deals.size() - 2);
        CHECK(stage.shows(ui::Role::status, "已删除 2 张单子"));
        stage.press(ui::Role::button, "撤销");
        CHECK(stage.app.workspace() == before);
    }
}

namespace {

// The sample as somebody else has it.
std::string sent_link(std::string_view owner) {
    Stage sender;
    sender.start();
    compass::Workspace sent = sender.app.workspace();
    compass::Deal deal = *sent.deals.front();
    deal.owner = owner;
    sent.deals.front() = deal;
    return compass::plain_link(compass::link_stream(sent, {deal.id}));
}

}  // namespace

TEST_CASE_FIXTURE(
    Fresh, "a link shows what it brings, in an address that does not carry it, and comes as a copy in one step that undo takes back") {
    const std::string link = sent_link("somebody else");
    world = {};
    Stage stage;
    stage.start({}, link);
    const compass::Workspace before = stage.app.workspace();
    CHECK(stage.shows(ui::Role::dialog, "链接里的单子"));
    CHECK(world.route.size() < 80);
    CHECK(world.stored.empty());
    stage.press(ui::Role::button, "加为副本");
    CHECK_FALSE(stage.shows(ui::Role::dialog, ""));
    REQUIRE(stage.app.workspace().deals.size() == 2);
    CHECK(stage.app.workspace().deals.front() == before.deals.front());
    CHECK(stage.app.workspace().deals.back()->name == before.deals.front()->name + "（副本）");
    CHECK(stage.shows(ui::Role::heading, "临江化工 · 节能改造（副本）"));
    stage.go_to(link);
    stage.frames();
    CHECK_FALSE(stage.shows(ui::Role::button, "加为副本"));
    stage.key(ImGuiKey_Escape);
    stage.press(ui::Role::button, "撤销");
    CHECK(stage.app.workspace() == before);
}

TEST_CASE_FIXTURE(Fresh, "a link that is declined or damaged leaves everything as it was, and the screen where it was") {
    const std::string link = sent_link("somebody else");
    world = {};
    Stage stage;
    stage.start();
    stage.press(ui::Role::button, "漏斗");
    const compass::Workspace before = stage.app.workspace();
    const auto stored = world.stored;
    for (const std::string& address : {link, link.substr(0, link.size() / 2), std::string("/link/9.AAAA.00000000")}) {
        stage.go_to(address);
        stage.frames();
        CHECK(stage.shows(ui::Role::dialog, address == link ? "链接里的单子" : "链接没有打开"));
        CHECK(world.history.back().size() < 80);
        stage.press(ui::Role::button, address == link ? "不要" : "关闭");
        CHECK_FALSE(stage.shows(ui::Role::dialog, ""));
        CHECK(world.route == "/funnel");
    }
    CHECK(stage.app.workspace() == before);
    CHECK(world.stored == stored);
}

TEST_CASE_FIXTURE(Fresh, "what a link holds is said before it is copied") {
    Stage stage;
    stage.start();
    stage.press(ui::Role::button, "导出");
    stage.press(ui::Role::menuitem, "复制链接");
    CHECK(stage.shows(ui::Role::text, "里面有"));
    CHECK(stage.shows(ui::Role::text, "链接长"));
    stage.press(ui::Role::checkbox, "用口令加锁");
    CHECK_FALSE(stage.shows(ui::Role::text, "链接长"));
    stage.write("新口令", "long enough");
    stage.press(ui::Role::button, "加锁");
    CHECK(world.to_lock.empty());
    stage.write("再输一次", "long enough");
    stage.press(ui::Role::button, "加锁");
    CHECK(world.passphrase == "long enough");
    REQUIRE(compass::read_link_stream(world.to_lock));
    stage.app.lock_answered(world.lock_number, "locked bytes");
    stage.frames();
    CHECK(stage.shows(ui::Role::text, "链接长"));
    stage.press(ui::Role::button, "复制链接");
    CHECK(std::string_view(ImGui::GetClipboardText()) == "https://compass.example/#" + compass::locked_link("locked bytes"));
}

TEST_CASE_FIXTURE(Fresh, "a locked file asks for its passphrase until it is the right one; an answer that comes too late is nothing") {
    Stage stage;
    stage.start();
    const compass::Workspace before = stage.app.workspace();
    stage.app.files_opened({{"deals locked.txt", compass::write_sealed_text("secret")}});
    stage.frames();
    CHECK(stage.shows(ui::Role::dialog, "需要口令"));
    stage.write("口令", "wrong");
    stage.press(ui::Role::button, "解锁");
    CHECK(world.to_unlock == "secret");
    stage.app.lock_answered(world.lock_number, std::nullopt);
    stage.frames();
    CHECK(stage.description("口令") == "口令不对，或者内容已经损坏。");
    stage.press(ui::Role::button, "解锁");
    const std::uint32_t late = world.lock_number;
    stage.press(ui::Role::button, "取消");
    stage.app.lock_answered(late, compass::write_workspace(before));
    stage.frames();
    CHECK_FALSE(stage.shows(ui::Role::dialog, ""));
    stage.app.files_opened({{"deals locked.txt", compass::write_sealed_text("secret")}});
    stage.frames();
    stage.write("口令", "right");
    stage.press(ui::Role::button, "解锁");
    stage.app.lock_answered(world.lock_number, compass::write_workspace(before));
    stage.frames();
    CHECK(stage.shows(ui::Role::dialog, "导入后会改变什么"));
    stage.press(ui::Role::button, "关闭");
    stage.app.files_opened({{"later.txt", "deal-compass-locked/2\nAAAA"}});
    stage.frames();
    CHECK(stage.shows(ui::Role::dialog, "没有导入"));
    CHECK(stage.app.workspace() == before);
}

TEST_CASE_FIXTURE(Fresh, "everything is exported locked, and that is a backup") {
    Stage stage;
    world.history = {"/funnel"};
    stage.start({}, "/funnel");
    stage.press(ui::Role::button, "导出");
    stage.press(ui::Role::menuitem, "加口令的文件");
    stage.write("新口令", "long enough");
    stage.write("再输一次", "long enough");
    stage.press(ui::Role::button, "导出文件");
    REQUIRE(compass::read_workspace(world.to_lock));
    CHECK(world.downloaded.empty());
    stage.app.lock_answered(world.lock_number, "bytes");
    stage.frames();
    CHECK(compass::read_sealed_text(world.downloaded) == "bytes");
    CHECK(world.stored.contains("backup"));
}

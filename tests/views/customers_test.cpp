// The customers' screen with the sample team: the list, the quadrants, and one customer edited in place.
#include "views/customers.h"

#include "codec/builtin.h"
#include "codec/method.h"
#include "stage.h"
#include "ui/widgets.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

using namespace compass;
using namespace ui;

namespace {

class CustomersScreen : public tests::ScreenStage {
  public:
    explicit CustomersScreen(float width = 1366, float height = 768, Language words = Language::zh)
        : ScreenStage(tests::sample_team(), {.width = width, .height = height, .language = words}) {
        today = *date_of({2026, 11, 27});
        frames();
    }
    void open(std::string_view name) {
        for (const Box<Customer>& customer : workspace().customers)
            if (customer->name == name) shown = customer->id;
        REQUIRE(shown);
        frames();
    }
    const Customer& customer() const { return *find_customer(workspace(), shown); }
    // The score of one of several rows of scores.
    void score(std::string_view of, int value) {
        const auto& nodes = mirror().nodes();
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            if (nodes[i].role != ui::Role::radiogroup || !name(nodes[i]).starts_with(of)) continue;
            mirror().activate(nodes[i + static_cast<std::size_t>(value)].id);
            return frames();
        }
        FAIL("nothing to score is called " << std::string(of));
    }

    Id shown;
    bool criteria = false;
    views::CriteriaState criteria_state;
    views::CustomersState state;

  private:
    void draw_screen(views::Frame& frame, ui::Rect area) override { views::draw_customers(frame, state, shown, area); }
    void draw_over(views::Frame& frame) override {
        if (criteria) criteria = views::draw_criteria(frame, criteria_state);
    }
};

}  // namespace

TEST_CASE("the list shows every customer, where to go first at the top, and each leads to itself") {
    CustomersScreen screen(1366, 1200);
    int rows = 0, dots = 0;
    for (const Node& node : mirror().nodes()) {
        rows += node.role == ui::Role::row;
        dots += node.role == ui::Role::link && CustomersScreen::name(node).find("客情") != std::string::npos;
    }
    CHECK(rows == 21);
    CHECK(dots == 20);
    CustomersScreen::ids_are_unique();
    const auto first =
        std::find_if(mirror().nodes().begin(), mirror().nodes().end(), [](const Node& node) { return node.role == ui::Role::link; });
    REQUIRE(first != mirror().nodes().end());
    const Customer* top = nullptr;
    for (const Box<Customer>& one : screen.workspace().customers)
        if (one->name == CustomersScreen::name(*first)) top = &*one;
    REQUIRE(top);
    CHECK(*top->relationship >= 4);
    CHECK(*top->potential >= 4);
    screen.press(ui::Role::link, "星汐半导体");
    REQUIRE(screen.wishes.size() == 1);
    CHECK(find_customer(screen.workspace(), std::get<views::GoToCustomers>(screen.wishes[0]).customer)->name == "星汐半导体");
}

TEST_CASE("a header sorts, and pressed again the other way round; what is not known stays last") {
    CustomersScreen screen(1366, 1200);
    const auto order = [&] {
        std::vector<std::string> names;
        for (const std::size_t at : screen.state.kept.rows) names.push_back(screen.workspace().customers[at]->name);
        return names;
    };
    screen.press(ui::Role::columnheader, "匹配");
    const std::vector<std::string> up = order();
    CHECK(up.back() == "星汐半导体");
    screen.press(ui::Role::columnheader, "匹配");
    CHECK(order().back() == "星汐半导体");
    CHECK(order().front() != up.front());
    CHECK((CustomersScreen::find(ui::Role::columnheader, "匹配")->states & state_descending) != 0);
}

TEST_CASE("of thousands of customers only the rows in sight are drawn") {
    CustomersScreen screen;
    screen.change([](Workspace& workspace) {
        for (int i = 0; i < 3000; ++i) {
            Customer customer;
            customer.id = make_id(77, static_cast<std::uint64_t>(i + 1));
            customer.name = "客户 " + std::to_string(i), customer.relationship = 1 + i % 5, customer.potential = 1 + i / 7 % 5;
            workspace.customers.push_back(customer);
        }
    });
    CHECK(screen.state.kept.rows.size() == 3020);
    CHECK(mirror().nodes().size() < 2500);
}

TEST_CASE("everything of one customer stands on a desktop, on a phone and in English, and nothing twice") {
    for (const Language words : {Language::zh, Language::en})
        for (const float width : {1366.0f, 1000.0f, 390.0f, 320.0f}) {
            CustomersScreen screen(width, 8000, words);
            screen.open("东陵热电");
            const std::vector<std::string_view> headings =
                words == Language::zh
                    ? std::vector<std::string_view>{"东陵热电",      "单子",       "关键事件", "概况",      "理想客户打分",
                                                    "客情 × 业务量", "客户关系房", "决策模式", "满意度落差"}
                    : std::vector<std::string_view>{"东陵热电",
                                                    "Deals",
                                                    "Key events",
                                                    "Profile",
                                                    "Ideal-customer score",
                                                    "Relationship × potential",
                                                    "Relationship house",
                                                    "Decision mode",
                                                    "Satisfaction gaps"};
            for (const std::string_view heading : headings)
                CHECK_MESSAGE(CustomersScreen::find(ui::Role::heading, heading), std::string(heading));
            CustomersScreen::ids_are_unique();
            for (const Node& node : mirror().nodes())
                CHECK_MESSAGE(node.rect.x + node.rect.width <= width + 1, CustomersScreen::name(node), " at ", width);
        }
}

TEST_CASE("scores make the class, one step each; a chosen score pressed again is none") {
    CustomersScreen screen(1366, 4000);
    screen.open("星汐半导体");
    const auto fit = [&] { return class_of(screen.customer(), default_playbook().criteria); };
    CHECK(CustomersScreen::find(ui::Role::status, "未打分客户"));
    for (const Criterion& criterion : default_playbook().criteria) {
        CHECK(fit() == CustomerClass::unscored);
        screen.score(criterion.text.zh, 4);
    }
    CHECK(screen.done.size() == default_playbook().criteria.size());
    CHECK(fit() == CustomerClass::ideal);
    CHECK(CustomersScreen::find(ui::Role::status, "理想客户"));
    screen.score(default_playbook().criteria[1].text.zh, 2);
    CHECK(fit() == CustomerClass::strained);
    screen.enter(ui::Role::textarea, "在什么条件下合作", "首付一半");
    CHECK(screen.customer().strained_conditions == "首付一半");
    screen.score(default_playbook().criteria[1].text.zh, 2);
    CHECK(fit() == CustomerClass::unscored);
}

TEST_CASE("a score carries what it rests on, with its day") {
    CustomersScreen screen(1366, 4000);
    screen.open("东陵热电");
    const std::string& criterion = default_playbook().criteria.front().text.zh;
    screen.press(ui::Role::button, criterion + "：没有凭据");
    screen.enter(ui::Role::textbox, "凭什么这么打分", "昨天 财务说预算批了");
    CHECK(screen.state.holds_work());
    screen.press(ui::Role::button, "记下");
    CHECK(!screen.state.holds_work());
    REQUIRE(screen.customer().ideal.front().evidence.size() == 1);
    CHECK(screen.customer().ideal.front().evidence.front().text == "财务说预算批了");
    CHECK(screen.customer().ideal.front().evidence.front().date == screen.today - 1);
    CHECK(CustomersScreen::find(ui::Role::button, criterion + "：1 条凭据"));
    screen.press(ui::Role::button, "删除“财务说预算批了”");
    CHECK(screen.customer().ideal.front().evidence.empty());
}

TEST_CASE("an item of the house is there, not there, not looked at; the roof is for strategic customers") {
    CustomersScreen screen(1366, 4000);
    screen.open("东陵热电");
    const auto item = [&] { return screen.customer().house; };
    screen.press(ui::Role::checkbox, "规划部门有熟人");
    REQUIRE(item().size() == 1);
    CHECK(item()[0].met);
    CHECK((CustomersScreen::find(ui::Role::checkbox, "规划部门有熟人")->states & state_checked) != 0);
    screen.press(ui::Role::checkbox, "规划部门有熟人");
    CHECK(!item()[0].met);
    screen.press(ui::Role::checkbox, "规划部门有熟人");
    CHECK(item().empty());
    CHECK(!CustomersScreen::find(ui::Role::checkbox, "两家公司有固定的高层沟通"));
    screen.press(ui::Role::checkbox, "战略客户");
    CHECK(CustomersScreen::find(ui::Role::checkbox, "两家公司有固定的高层沟通"));
}

TEST_CASE("an event is typed in one line with or without a blank, changed and removed") {
    CustomersScreen screen(1366, 4000);
    screen.open("松陵纸业");
    screen.enter(ui::Role::textbox, "一行写一件", "12月5日董事会");
    CHECK(CustomersScreen::find(ui::Role::status, "2026年12月5日 · 董事会"));
    screen.press(ui::Role::button, "加入日历");
    REQUIRE(screen.customer().calendar.size() == 1);
    CHECK(screen.customer().calendar[0].date == date_of({2026, 12, 5}));
    CHECK(screen.customer().calendar[0].text == "董事会");
    screen.enter(ui::Role::textbox, "一行写一件", "没有日子");
    CHECK((CustomersScreen::find(ui::Role::button, "加入日历")->states & state_disabled) != 0);
    screen.enter(ui::Role::textbox, "一行写一件", "");
    screen.press(ui::Role::button, "2026年12月5日");
    screen.enter(ui::Role::textbox, "改这件大事", "2026-12-08 董事会改期");
    screen.press(ui::Role::button, "保存");
    CHECK(screen.customer().calendar[0].text == "董事会改期");
    screen.press(ui::Role::button, "2026年12月8日");
    screen.press(ui::Role::button, "删除");
    CHECK(screen.customer().calendar.empty());
    CHECK(!screen.state.holds_work());
}

TEST_CASE("levels of approval are taken over, typed as people write amounts, and say whose yes a deal needs") {
    CustomersScreen screen(1366, 4000);
    screen.open("东陵热电");
    screen.press(ui::Role::button, "照通常的填上");
    REQUIRE(screen.customer().decision.approvals.size() == 2);
    CHECK(screen.customer().decision.above == "总裁");
    screen.enter(ui::Role::textbox, "总监批到多少", "300万");
    CHECK(screen.customer().decision.approvals[0].up_to.minor == 300'000'000);
    screen.enter(ui::Role::textbox, "总监批到多少", "三百来万");
    CHECK(screen.customer().decision.approvals[0].up_to.minor == 300'000'000);
    CHECK((CustomersScreen::find(ui::Role::textbox, "总监批到多少")->states & state_invalid) != 0);
    screen.enter(ui::Role::textbox, "总监批到多少", "300万");
    CHECK(!screen.state.holds_work());
    screen.enter(ui::Role::textbox, "再加一级", "1亿");
    screen.enter(ui::Role::textbox, "由谁批", "董事长");
    screen.press(ui::Role::button, "加一级");
    REQUIRE(screen.customer().decision.approvals.size() == 3);
    CHECK(screen.customer().decision.approvals[2].approver == "董事长");
    screen.press(ui::Role::button, "删除¥1 亿这一级");
    CHECK(screen.customer().decision.approvals.size() == 2);
}

TEST_CASE("gaps of satisfaction: the largest disappointment stands first") {
    CustomersScreen screen(1366, 4000);
    screen.open("东陵热电");
    screen.score("足以信任：期望", 5);
    screen.score("足以信任：感知", 2);
    screen.score("反应及时：期望", 3);
    screen.score("反应及时：感知", 4);
    CHECK(screen.customer().satisfaction.trustworthy.perception == 2);
    const auto at = [](std::string_view beginning) { return CustomersScreen::find(ui::Role::radiogroup, beginning)->rect.y; };
    CHECK(at("足以信任") < at("反应及时"));
    CHECK(at("反应及时") < at("理解业务"));
    screen.shown = {};
    screen.frames();
    CHECK(CustomersScreen::find(ui::Role::cell, "足以信任 −3"));
}

TEST_CASE("criteria are the team's: renamed, added and removed in one step, and the default again when nothing differs") {
    CustomersScreen screen(1366, 900);
    views::open_criteria(screen.criteria_state, playbook_of(screen.workspace()));
    screen.criteria = true;
    screen.frames();
    screen.press(ui::Role::button, "加一条");
    screen.enter(ui::Role::textbox, "第 7 条", "老板懂行");
    screen.press(ui::Role::button, "删除第 1 条");
    screen.press(ui::Role::button, "保存");
    CHECK(!screen.criteria);
    REQUIRE(screen.done.size() == 1);
    REQUIRE(screen.workspace().playbook);
    const auto& criteria = (*screen.workspace().playbook)->criteria;
    CHECK(criteria.size() == 6);
    CHECK(criteria.back().text.zh == "老板懂行");
    CHECK(criteria.front().id == "able_to_pay");
    CHECK(class_of(*screen.workspace().customers.front(), criteria) == CustomerClass::unscored);
    views::open_criteria(screen.criteria_state, playbook_of(screen.workspace()));
    screen.criteria = true;
    screen.frames();
    screen.press(ui::Role::button, "恢复默认标准");
    screen.press(ui::Role::button, "保存");
    CHECK(!screen.workspace().playbook);
}

TEST_CASE("the address of a customer leads back to it, and of the list to the list") {
    const Id id = make_id(7, 8);
    views::Route route;
    route.screen = views::Screen::customers;
    CHECK(views::write_route(route) == "/customers");
    route.customer = id;
    CHECK(views::write_route(route) == "/customers/" + format(id));
    CHECK(views::read_route(views::write_route(route)) == route);
    route.dialog = views::Dialog::criteria;
    CHECK(views::read_route(views::write_route(route)) == route);
    for (const std::string_view text : {"/customers", "/customers/", "/customers/nobody", "/customers/0123"}) {
        const auto read = views::read_route(text);
        REQUIRE(read);
        CHECK(read->screen == views::Screen::customers);
        CHECK(read->customer == Id{});
    }
}

TEST_CASE("an item of the house carries what shows it, and is not thrown away with it") {
    CustomersScreen screen(1366, 4000);
    screen.open("星汐半导体");
    const std::vector<HouseItemText> items = with_method(default_playbook()).practice.house;
    const std::string item = items.front().id, words = items.front().text.zh;
    const auto entry = [&]() -> const HouseItem* {
        for (const HouseItem& one : screen.customer().house)
            if (one.item == item) return &one;
        return nullptr;
    };
    while (!entry() || !entry()->met) screen.press(ui::Role::checkbox, words);
    const std::size_t before = entry()->evidence.size();
    const auto facts = [&] { return CustomersScreen::find(ui::Role::button, words + "："); };
    REQUIRE(facts());
    mirror().activate(facts()->id);
    screen.frames();
    CHECK((facts()->states & state_expanded) != 0);
    screen.write(ui::Role::textbox, "凭什么这么说", "昨天 老总来过厂里");
    CHECK(screen.state.holds_work());
    screen.press(ui::Role::button, "记下");
    REQUIRE(entry()->evidence.size() == before + 1);
    CHECK(entry()->evidence.back().text == "老总来过厂里");
    CHECK(entry()->evidence.back().date == screen.today - 1);
    CHECK(entry()->evidence.back().id);
    CHECK(!screen.state.holds_work());
    screen.press(ui::Role::checkbox, words);
    screen.press(ui::Role::checkbox, words);
    REQUIRE(entry());
    CHECK(entry()->evidence.size() == before + 1);
    screen.press(ui::Role::button, "删除“老总来过厂里”");
    CHECK(entry()->evidence.size() == before);
}

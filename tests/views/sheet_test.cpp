// The deal sheet with the sample case: what stands in the mirror is what the deal says, and every form changes what it names.
#include "views/sheet.h"

#include "stage.h"
#include "ui/widgets.h"
#include "views/task_line.h"

#include <doctest/doctest.h>

#include <string_view>

using namespace compass;
using namespace ui;

namespace {

// What is done is kept, not done.
class SheetScreen : public tests::ScreenStage {
  public:
    explicit SheetScreen(float width = 1366, float height = 768)
        : ScreenStage(tests::read_case("1.zh.json"), {.width = width, .height = height}) {
        frames();
    }
    template <class Wanted>
    const Wanted& only() const {
        REQUIRE(done.size() == 1);
        return std::get<Wanted>(done.front());
    }

    views::SheetState state;

  private:
    void draw_screen(views::Frame& frame, ui::Rect area) override {
        views::draw_sheet_screen(frame, state, workspace().deals.front(), area);
    }
};

}  // namespace

TEST_CASE("the sheet shows the objective, every question, finding, alternative, task and role of ours") {
    for (const float width : {1366.0f, 390.0f}) {
        SheetScreen screen(width, 4000);
        for (const std::string_view heading : {"在客户心里走到哪", "下一步", "商机五要素", "BANTCC", "警示", "客户还能选什么",
                                               "先问这几件事", "行动", "直觉", "我方团队", "目标改过什么"})
            CHECK_MESSAGE(screen.find(ui::Role::heading, heading), std::string(heading));
        CHECK(screen.find(ui::Role::button, "单一销售目标：赶在年底前"));
        CHECK(screen.find(ui::Role::button, "明确的需求：已核实。订单和回款对不上"));
        CHECK(screen.find(ui::Role::button, "公司 C：未知。还没问到"));
        CHECK(screen.find(ui::Role::button, "云策软件"));
        CHECK(screen.find(ui::Role::button, "给冯部长做一版年底折扣，待办"));
        CHECK(screen.find(ui::Role::button, "交付经理 · 还没有人"));
        CHECK((screen.find(ui::Role::radio, "+4")->states & state_checked) != 0);
        SheetScreen::ids_are_unique();
    }
}

TEST_CASE("an answer is changed with the fact it rests on, and what was begun waits") {
    SheetScreen screen(1366, 3000);
    screen.press(ui::Role::button, "公司 C");
    screen.write(ui::Role::textarea, "现在知道什么", "订单年增三成");
    CHECK(screen.state.holds_work());
    screen.press(ui::Role::button, "返回");
    CHECK(screen.find(ui::Role::heading, "直觉"));
    CHECK(screen.state.holds_work());
    screen.press(ui::Role::button, "公司 C");
    screen.write(ui::Role::textarea, "看到、听到了什么", "年报里写的");
    screen.press(ui::Role::button, "保存");
    const auto& put = screen.only<PutAnswer>();
    CHECK(put.question == Question::bantcc_company);
    CHECK(put.answer.text == "订单年增三成");
    REQUIRE(put.answer.evidence.size() == 1);
    CHECK(put.answer.evidence.front().text == "年报里写的");
    CHECK(put.answer.evidence.front().date == screen.today);
    CHECK(!screen.state.holds_work());
}

TEST_CASE("gut feel, a task's result and one of the team are entered in place") {
    SheetScreen screen(1366, 3000);
    screen.press(ui::Role::radio, "−2");
    CHECK(screen.only<NoteGutFeel>().value == -2);
    screen.done.clear();
    screen.press(ui::Role::button, "给冯部长做一版年底折扣");
    screen.write(ui::Role::textarea, "结果", "他没有接");
    screen.press(ui::Role::button, "记下结果");
    CHECK(screen.only<FinishTask>().result == "他没有接");
    screen.done.clear();
    screen.press(ui::Role::button, "交付经理");
    screen.write(ui::Role::textbox, "名字", "老杜");
    screen.press(ui::Role::button, "保存");
    CHECK(screen.only<PutTeamMember>().member.role == TeamRole::delivery);
    screen.done.clear();
    screen.press(ui::Role::button, "加一个选择");
    CHECK((screen.find(ui::Role::button, "保存")->states & state_disabled) != 0);
    screen.write(ui::Role::textbox, "名称", "蓝图科技");
    screen.press(ui::Role::button, "保存");
    CHECK(screen.only<PutAlternative>().alternative.name == "蓝图科技");
}

TEST_CASE("one line becomes a task, shown back in full") {
    SheetScreen screen(1366, 3000);
    screen.press(ui::Role::button, "加一件事");
    screen.write(ui::Role::textbox, "要做什么", "明天 请冯部长约陆董 老何");
    CHECK(screen.find(ui::Role::listitem, "谁来做: 老何"));
    screen.press(ui::Role::button, "加入");
    const Task& task = screen.only<PutTask>().task;
    CHECK(task.what == "请冯部长约陆董");
    CHECK(task.due == screen.today + 1);
    CHECK(task.owner == "老何");
    CHECK(task.person);

    const Deal& deal = screen.deal();
    CHECK(views::read_task_line("", deal, screen.today).what.empty());
    CHECK(views::read_task_line("明天", deal, screen.today).what.empty());
    const Task english = views::read_task_line("visit the plant on 20 May 2027", deal, screen.today);
    CHECK(english.what == "visit the plant on");
    CHECK(english.due == date_of({2027, 5, 20}));
    CHECK(english.owner.empty());
}

TEST_CASE("what stands on the sheet leads to where it is changed") {
    SheetScreen screen(1366, 3000);
    screen.press(ui::Role::button, "单一销售目标");
    REQUIRE(screen.wishes.size() == 1);
    CHECK(std::holds_alternative<views::EditBasics>(screen.wishes.front()));
    screen.wishes.clear();
    screen.press(ui::Role::button, "紧迫程度：");
    CHECK(std::get<views::GoToAxis>(screen.wishes.at(0)).axis == Axis::urgency);
}

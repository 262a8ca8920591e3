// The gates screen with the sample cases: what each stage owes, and every entry changed in place.
#include "views/gates.h"

#include "stage.h"
#include "ui/widgets.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace compass;
using namespace ui;

namespace {

class GatesScreen : public tests::ScreenStage {
  public:
    explicit GatesScreen(std::string_view name = "3.zh.json", float width = 1366)
        : ScreenStage(tests::read_case(name), {.width = width, .height = 3000}) {
        frames();
    }
    GateState gate(std::string_view item) const { return state_of(deal(), item); }

    views::GatesState state;

  private:
    void draw_screen(views::Frame& frame, ui::Rect area) override {
        views::draw_gates_screen(frame, state, workspace().deals.front(), area);
    }
};

}  // namespace

TEST_CASE("every stage stands in the strip with what it owes, and the deal's own stage is shown first") {
    for (const float width : {1366.0f, 390.0f}) {
        GatesScreen screen("3.zh.json", width);
        const std::vector<StageGate> gates = stage_gates(screen.deal(), screen.playbook);
        for (const StageGate& gate : gates) {
            const std::string number = "P" + std::to_string(static_cast<int>(gate.stage) + 1);
            const Node* node = screen.find(ui::Role::radio, number + " ");
            REQUIRE(node);
            CHECK(((node->states & state_checked) != 0) == (gate.stage == screen.deal().funnel_stage));
            if (gate.debt) CHECK(screen.name(*node).ends_with("欠 " + std::to_string(gate.unmet)));
        }
        CHECK(screen.find(ui::Role::heading, "P4 取得初步认可"));
        GatesScreen::ids_are_unique();
    }
}

TEST_CASE("met without a fact counts as claimed only: the screen says so and opens the form for the fact, which makes it count") {
    GatesScreen screen;
    screen.press(ui::Role::radio, "P5");
    const std::string_view item = "需求准确掌握";
    REQUIRE(screen.gate("p5.needs_exact") == GateState::open);
    screen.press(ui::Role::button, item);
    screen.press(ui::Role::menuitem, "做到了");
    CHECK(screen.gate("p5.needs_exact") == GateState::claimed);
    CHECK(screen.says("说做到了，可是没有一条事实"));
    screen.write(ui::Role::textarea, "看到、听到了什么", "需求书盖了章");
    CHECK(screen.state.holds_work());
    screen.press(ui::Role::button, "保存");
    CHECK(screen.gate("p5.needs_exact") == GateState::met);
    CHECK(!screen.says("说做到了，可是没有一条事实"));
    CHECK(screen.find(ui::Role::button, "需求书盖了章"));
    CHECK(!screen.state.holds_work());
}

TEST_CASE("a fact against a condition does not meet it") {
    GatesScreen screen;
    screen.press(ui::Role::radio, "P5");
    screen.press(ui::Role::button, "需求准确掌握：记一条事实");
    screen.write(ui::Role::textarea, "看到、听到了什么", "他们又改了需求");
    screen.press(ui::Role::radio, "不利");
    CHECK(!screen.find(ui::Role::checkbox, "有这条，就算做到了"));
    screen.press(ui::Role::button, "保存");
    CHECK(screen.gate("p5.needs_exact") == GateState::open);
    REQUIRE(!screen.deal().gates.empty());
    CHECK(screen.deal().gates.back().evidence.size() == 1);
}

TEST_CASE("what was begun waits when the form is left, and is marked") {
    GatesScreen screen;
    screen.press(ui::Role::radio, "P5");
    screen.press(ui::Role::button, "需求准确掌握：记一条事实");
    screen.write(ui::Role::textarea, "看到、听到了什么", "半句话");
    screen.press(ui::Role::radio, "P6");
    CHECK(screen.state.holds_work());
    screen.press(ui::Role::radio, "P5");
    CHECK(screen.says("改了还没保存"));
}

TEST_CASE("a key action is done today and undone again") {
    GatesScreen screen;
    screen.press(ui::Role::radio, "P3");
    const std::string_view action = "逐项问清商机五要素";
    screen.press(ui::Role::checkbox, action);
    REQUIRE(screen.deal().key_actions.size() == 1);
    CHECK(screen.deal().key_actions.front().done == screen.today);
    CHECK((screen.find(ui::Role::checkbox, action)->states & state_checked) != 0);
    screen.press(ui::Role::checkbox, action);
    CHECK(screen.deal().key_actions.empty());
}

TEST_CASE("a manager confirms, protection and payment are entered, and the screen says what is too little") {
    GatesScreen screen("1.zh.json");
    screen.press(ui::Role::button, "确认商机");
    screen.write(ui::Role::textbox, "哪位经理", "老韩");
    screen.press(ui::Role::button, "确认商机");
    CHECK(screen.deal().five_elements.confirmed_by == "老韩");
    screen.press(ui::Role::button, "修改：保护期");
    screen.write(ui::Role::textbox, "保护几个月", "很久");
    CHECK((screen.find(ui::Role::button, "保存")->states & state_disabled) != 0);
    screen.write(ui::Role::textbox, "保护几个月", "9");
    screen.press(ui::Role::button, "保存");
    CHECK(screen.deal().protection.months == 9);
    screen.press(ui::Role::button, "修改：合同与首付款");
    screen.write(ui::Role::textbox, "合同金额", "320万");
    screen.write(ui::Role::textbox, "首付款到账", "32万");
    screen.press(ui::Role::button, "保存");
    REQUIRE(screen.deal().contract);
    CHECK(screen.deal().contract->minor == 320000000);
    CHECK(screen.says("占 10%"));
}

TEST_CASE("a deal is lost with a reason and its lessons, and opened again with them") {
    GatesScreen screen;
    screen.press(ui::Role::button, "结束这张单子");
    screen.press(ui::Role::radio, "输单");
    CHECK((screen.find(ui::Role::button, "保存")->states & state_disabled) != 0);
    screen.press(ui::Role::button, "原因");
    screen.press(ui::Role::menuitem, "输给对手");
    screen.write(ui::Role::textarea, "学到了什么", "太晚见到拍板的人");
    screen.press(ui::Role::button, "保存");
    CHECK(screen.deal().status == DealStatus::lost);
    CHECK(screen.deal().end_reason == EndReason::rival);
    CHECK(screen.deal().ended == screen.today);
    CHECK(screen.says("太晚见到拍板的人"));
    screen.press(ui::Role::button, "重新打开");
    CHECK(screen.deal().status == DealStatus::open);
    CHECK(screen.deal().lessons == "太晚见到拍板的人");
}

TEST_CASE("another stage is gone to through the gate check, and a debt leads here from every screen of the deal") {
    GatesScreen screen;
    screen.press(ui::Role::button, "走到 P5");
    REQUIRE(screen.wishes.size() == 1);
    CHECK(std::get<views::CheckGate>(screen.wishes.back()).to == FunnelStage::p5);
    screen.press(ui::Role::radio, "P2");
    screen.press(ui::Role::button, "改到 P2");
    CHECK(std::get<views::CheckGate>(screen.wishes.back()).to == FunnelStage::p2);
    screen.press(ui::Role::button, "前面的阶段欠");
    CHECK(std::holds_alternative<views::GoToGates>(screen.wishes.back()));
}

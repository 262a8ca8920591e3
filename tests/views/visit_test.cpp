// The visit and the story of a deal: what is typed stands in the mirror as what it was understood as, and each part can be changed there.
#include "views/visit.h"

#include "codec/builtin.h"
#include "codec/workspace_codec.h"
#include "stage.h"
#include "ui/widgets.h"
#include "views/story.h"

#include <doctest/doctest.h>

#include <string_view>

using namespace compass;
using namespace ui;

namespace {

// Both screens of the sample deal.
class DealScreen : public tests::ScreenStage {
  public:
    explicit DealScreen(bool tells_story = false, float width = 1366, float height = 768)
        : ScreenStage(*read_workspace(builtin_case("3", Language::zh)), {.width = width, .height = height}), story_(tells_story) {
        frames();
    }
    void note(std::string_view text) { write(ui::Role::textarea, "", text); }

    views::VisitState visit;
    views::StoryState story;

  private:
    void draw_screen(views::Frame& frame, ui::Rect area) override {
        if (story_)
            views::draw_story_screen(frame, story, workspace().deals.front(), area);
        else
            views::draw_visit_screen(frame, visit, workspace().deals.front(), area);
    }

    bool story_;
};

}  // namespace

TEST_CASE("The card begins with whoever is worth most, with questions, promises and what was said") {
    DealScreen screen;
    CHECK(DealScreen::find(ui::Role::region, "拜访卡"));
    CHECK(DealScreen::find(ui::Role::heading, "严总"));
    CHECK(DealScreen::find(ui::Role::list, "先问什么"));
    screen.press(ui::Role::radio, "陈班长");
    CHECK(DealScreen::find(ui::Role::heading, "陈班长"));
    CHECK(DealScreen::find(ui::Role::text, "把试装数据整理成一页给陈班长"));
    screen.press(ui::Role::button, "复制拜访卡");
    REQUIRE(screen.wishes.size() == 1);
    CHECK(std::get<views::CopyText>(screen.wishes.front()).text.find("把试装数据整理成一页给陈班长") != std::string::npos);
}

TEST_CASE("Lines are understood while they are typed, saved in one step, and what is not understood stays") {
    DealScreen screen;
    const Deal before = screen.deal();
    screen.note("停机或投产日期已公布\n魏副总 +4 会上替我们说话\n秦科长 -2\n下周三 给韩经理测算\n今天天气很好");
    CHECK(DealScreen::find(ui::Role::text, "证据：停机或投产日期已公布"));
    CHECK(DealScreen::find(ui::Role::text, "支持度：会上替我们说话"));
    CHECK(DealScreen::find(ui::Role::text, "待办？：给韩经理测算"));
    CHECK(DealScreen::find(ui::Role::text, "没看懂：今天天气很好"));
    CHECK(DealScreen::find_within(ui::Role::status, "活跃 → 紧急"));
    CHECK(screen.deal() == before);
    CHECK(screen.visit.holds_work());
    screen.press(ui::Role::button, "存下 4 条");
    CHECK(screen.deal().position.claimed.urgency == Urgency::urgent);
    CHECK(screen.deal().people[1].support == 4);
    CHECK(screen.deal().tasks.size() == before.tasks.size() + 1);
    CHECK(screen.visit.draft().text == "今天天气很好");
    CHECK(DealScreen::find(ui::Role::status, "已存下 4 条。"));
    screen.session.undo();
    CHECK(screen.deal() == before);
}

TEST_CASE("Each part of a line can be changed by a menu before it is saved, and stays changed while other lines are written") {
    DealScreen screen;
    screen.note("今天天气很好");
    CHECK((DealScreen::find(ui::Role::button, "存下")->states & state_disabled) != 0);
    screen.press(ui::Role::button, "记成什么");
    screen.press(ui::Role::menuitem, "大事记");
    CHECK(DealScreen::find(ui::Role::text, "大事记：天气很好"));
    screen.note("今天天气很好\n魏副总 +3");
    CHECK(DealScreen::find(ui::Role::text, "大事记：天气很好"));
    screen.press(ui::Role::button, "支持度");
    screen.press(ui::Role::menuitem, "−1");
    screen.press(ui::Role::button, "存下 2 条");
    CHECK(screen.deal().people[1].support == -1);
    CHECK(screen.deal().story.back().text == "天气很好");
    CHECK_FALSE(screen.visit.holds_work());
}

TEST_CASE("Whom one met said what names nobody, and has been in contact today") {
    DealScreen screen;
    screen.press(ui::Role::button, "见了谁");
    screen.press(ui::Role::menuitem, "孙主任");
    screen.note("领导天天过问");
    const Node* source = DealScreen::find(ui::Role::button, "谁说的");
    REQUIRE(source);
    CHECK(DealScreen::value(*source) == "孙主任");
    screen.press(ui::Role::button, "存下 1 条");
    CHECK(screen.deal().people[3].contact.last == screen.today);
}

TEST_CASE("On a phone the card comes first and the note behind it, with the same things to press") {
    DealScreen screen(false, 390, 844);
    CHECK(DealScreen::find(ui::Role::region, "拜访卡"));
    screen.press(ui::Role::button, "记一次拜访");
    screen.note("秦科长 -2");
    screen.press(ui::Role::button, "存下 1 条");
    CHECK(screen.deal().people[5].support == -2);
    for (const Node& node : mirror().nodes())
        if (node.role == ui::Role::button && node.rect.width > 0) CHECK_MESSAGE(node.rect.height >= 44, DealScreen::name(node));
}

TEST_CASE("The story: arrows walk through the days, events lead to theirs, and what changed is told") {
    DealScreen screen(true);
    const Node* slider = DealScreen::find(ui::Role::slider, "看哪一天");
    REQUIRE(slider);
    CHECK(slider->now == slider->maximum);
    const float last = slider->maximum;
    mirror().focus(slider->id, true);
    screen.frames();
    screen.key(ImGuiKey_LeftArrow);
    CHECK(DealScreen::find(ui::Role::slider, "看哪一天")->now < last);
    screen.key(ImGuiKey_Home);
    CHECK(DealScreen::find(ui::Role::slider, "看哪一天")->now == 0);
    CHECK(DealScreen::find(ui::Role::text, "这段时间没有变化"));
    screen.press(ui::Role::button, "9月28日 位置");
    CHECK(DealScreen::find(ui::Role::img, "2026年9月28日，方案·落后·着手引入"));
    CHECK(DealScreen::find(ui::Role::text, "竞争形势: 平手 → 落后"));
    screen.press(ui::Role::button, "前一件");
    CHECK(DealScreen::find(ui::Role::slider, "看哪一天")->now > 0);
    screen.press(ui::Role::button, "和哪天比");
    CHECK(DealScreen::find(ui::Role::menuitem, "一开始"));
}

TEST_CASE("The story of a closed deal still has its index on the days when it was open") {
    DealScreen screen(true);
    screen.session.apply(SetStatus{screen.deal().id, DealStatus::won, EndReason::none, {}, {}}, {screen.today, 9});
    screen.frames();
    CHECK(DealScreen::find_within(ui::Role::img, "赢单指数"));
}

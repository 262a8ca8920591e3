// The funnel's screen with the sample team: what stands in the mirror is what the readings say, and only what is in sight stands there.
#include "views/funnel.h"

#include "codec/builtin.h"
#include "codec/method.h"
#include "stage.h"
#include "ui/widgets.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

using namespace compass;
using namespace ui;

namespace {

using tests::sample_team;

class Screen : public tests::ScreenStage {
  public:
    explicit Screen(Workspace shown, float width = 1366, float height = 768)
        : ScreenStage(std::move(shown), {.width = width, .height = height, .scheme = Scheme::dark}) {}

    // Frames until all is read; true: something still moves.
    bool frames(int count = 3) {
        ScreenStage::frames(count);
        return moving;
    }
    void show(views::FunnelTab tab) {
        state.tab = tab;
        frames();
    }

    views::FunnelState state;

  private:
    void draw_screen(views::Frame& frame, ui::Rect area) override { views::draw_funnel(frame, state, area); }
};

int open_deals(const Workspace& workspace) {
    return static_cast<int>(std::count_if(workspace.deals.begin(), workspace.deals.end(),
                                          [](const Box<Deal>& deal) { return deal->status == DealStatus::open; }));
}

}  // namespace

TEST_CASE("the seven steps stand in a table with their count, amounts, conversion, days and what is stuck") {
    Screen screen(sample_team());
    screen.frames();
    CHECK(screen.names(ui::Role::columnheader, ui::Role::table, "七步漏斗") ==
          std::vector<std::string>{"步", "单数", "金额", "按步加权", "按指数", "转化到下步", "中位天数", "超时"});
    const auto cells = screen.names(ui::Role::cell, ui::Role::table, "七步漏斗");
    const auto steps = screen.names(ui::Role::button, ui::Role::table, "七步漏斗");
    CHECK(steps.size() == 7);
    CHECK(steps.front().starts_with("P1 "));
    const views::Portfolio& portfolio = screen.state.portfolio;
    CHECK(portfolio.all.count == 22);
    CHECK(std::find(cells.begin(), cells.end(), "22") != cells.end());
    double amount = 0, compass = 0;
    int stuck = 0;
    for (const views::StageSum& stage : portfolio.stages) amount += stage.amount, compass += stage.compass, stuck += stage.stuck;
    CHECK(amount == doctest::Approx(portfolio.all.amount));
    CHECK(compass == doctest::Approx(portfolio.all.compass));
    CHECK(stuck == portfolio.all.stuck);
}

TEST_CASE("a press on a step or a quarter shows its deals alone, another press all again") {
    Screen screen(sample_team(), 1366, 2400);
    screen.frames();
    const auto shown = [&] { return screen.names(ui::Role::link, ui::Role::table, "单子").size(); };
    CHECK(shown() == 22);
    screen.press(ui::Role::button, "P5 ");
    CHECK(shown() == static_cast<std::size_t>(screen.state.portfolio.stages[4].count));
    CHECK((screen.find(ui::Role::button, "P5 ")->states & state_pressed) != 0);
    CHECK(screen.find(ui::Role::button, "筛选：P5"));
    screen.press(ui::Role::button, "P5 ");
    CHECK(shown() == 22);
    screen.press(ui::Role::button, "2027 一季度");
    CHECK(shown() == screen.state.portfolio.forecast.quarters[1].deals.size());
}

TEST_CASE("the distribution of a quarter stands in the mirror as a table whose chances are those of all outcomes") {
    Screen screen(sample_team());
    screen.frames();
    for (const views::QuarterBars& bars : screen.state.portfolio.bars) {
        double all = 0;
        for (const draw::HistogramBar& bar : bars.bars) all += bar.chance;
        CHECK(all == doctest::Approx(1));
    }
    const auto cells = screen.names(ui::Role::cell, ui::Role::table, "2027 一季度");
    CHECK(cells.size() >= 8);
    CHECK(cells[0].starts_with("¥0 – "));
    CHECK(cells[1].ends_with("%"));
}

TEST_CASE("deals are ordered by a choice or a header, and groups keep the sums of their deals") {
    Screen screen(sample_team(), 1366, 2400);
    screen.frames();
    screen.press(ui::Role::radio, "按金额");
    std::vector<double> amounts;
    for (const auto& row : screen.state.order.rows) amounts.push_back(screen.state.portfolio.deals[row.at].amount.value_or(0));
    CHECK(std::is_sorted(amounts.rbegin(), amounts.rend()));
    screen.press(ui::Role::columnheader, "负责人");
    CHECK((screen.find(ui::Role::columnheader, "负责人")->states & state_ascending) != 0);
    for (const views::GroupBy by : {views::GroupBy::owner, views::GroupBy::stage, views::GroupBy::customer, views::GroupBy::quarter}) {
        screen.state.order.group = by;
        screen.state.order.changed();
        screen.frames();
        int count = 0;
        double amount = 0;
        for (const views::TableGroup& group : screen.state.order.groups) count += group.count, amount += group.amount;
        CHECK(count == 22);
        CHECK(amount == doctest::Approx(screen.state.portfolio.all.amount));
        CHECK(screen.state.order.groups.size() > 1);
        CHECK(screen.names(ui::Role::cell, ui::Role::table, "单子").front() == screen.state.order.groups.front().name);
    }
}

TEST_CASE("a press on a deal leads to it, wherever it stands") {
    Screen screen(sample_team());
    for (const views::FunnelTab tab : {views::FunnelTab::numbers, views::FunnelTab::reasons, views::FunnelTab::positions}) {
        screen.show(tab);
        const views::DealSum& first = screen.state.portfolio.deals.front();
        const Deal& deal = *screen.workspace().deals[first.deal];
        screen.wishes.clear();
        screen.press(ui::Role::link, find_customer(screen.workspace(), deal.customer)->name + " · " + deal.name);
        REQUIRE(screen.wishes.size() == 1);
        CHECK(std::get<views::GoToDeal>(screen.wishes.front()).deal == deal.id);
    }
}

TEST_CASE("all open deals stand among the 64 positions, and a position shows its own") {
    Screen screen(sample_team(), 1366, 1600);
    screen.show(views::FunnelTab::positions);
    int count = 0;
    for (const views::PositionSum& sum : screen.state.portfolio.positions) count += sum.count;
    CHECK(count == 22);
    const auto positions = screen.names(ui::Role::button, ui::Role::group, "64 个位置");
    CHECK(positions.size() ==
          static_cast<std::size_t>(std::count_if(screen.state.portfolio.positions.begin(), screen.state.portfolio.positions.end(),
                                                 [](const views::PositionSum& sum) { return sum.count > 0; })));
    screen.press(ui::Role::button, positions.front());
    const std::string where = positions.front().substr(0, positions.front().find("："));
    CHECK(screen.names(ui::Role::link, ui::Role::list, where).size() ==
          static_cast<std::size_t>(screen.state.portfolio.positions[static_cast<std::size_t>(screen.state.chosen)].count));
    screen.press(ui::Role::radio, "平面");
    CHECK(screen.names(ui::Role::button, ui::Role::group, "64 个位置").size() == positions.size());
    screen.press(ui::Role::button, "看全部");
    CHECK(screen.names(ui::Role::link, ui::Role::list, "全部位置").size() == 22);
}

TEST_CASE("nothing is computed anew until something changes, then only then") {
    Screen screen(sample_team());
    screen.frames();
    const std::uint64_t edition = screen.state.portfolio.edition;
    screen.frames(5);
    screen.show(views::FunnelTab::positions);
    CHECK(screen.state.portfolio.edition == edition);
    const auto open = std::find_if(screen.workspace().deals.begin(), screen.workspace().deals.end(),
                                   [](const Box<Deal>& deal) { return deal->status == DealStatus::open; });
    screen.change([at = open - screen.workspace().deals.begin()](Workspace& workspace) {
        Box<Deal>& deal = workspace.deals[static_cast<std::size_t>(at)];
        Deal lost = *deal;
        lost.status = DealStatus::lost;
        deal = lost;
    });
    CHECK(screen.state.portfolio.edition == edition + 1);
    CHECK(screen.state.portfolio.all.count == 21);
}

TEST_CASE("of many deals only what is in sight stands in the mirror; they are read over several frames") {
    Workspace many = sample_team();
    std::vector<Box<Deal>> open;
    for (const Box<Deal>& deal : many.deals)
        if (deal->status == DealStatus::open) open.push_back(deal);
    for (std::uint64_t i = 0; many.deals.size() < 1200; ++i) {
        Deal copy = *open[i % open.size()];
        copy.id.bytes[0] = static_cast<std::uint8_t>(i), copy.id.bytes[1] = static_cast<std::uint8_t>(i >> 8), copy.id.bytes[2] = 7;
        many.deals.push_back(copy);
    }
    Screen screen(std::move(many));
    CHECK(screen.frames(1));
    CHECK(screen.find(ui::Role::status, "正在读单子"));
    while (screen.state.portfolio.step == 0) REQUIRE(screen.frames(1));
    // Between two steps a deal is lost: all is worked out anew.
    CHECK(screen.frames(1));
    screen.change([](Workspace& workspace) {
        const auto open = std::find_if(workspace.deals.begin(), workspace.deals.end(),
                                       [](const Box<Deal>& deal) { return deal->status == DealStatus::open; });
        Deal lost = **open;
        lost.status = DealStatus::lost;
        *open = lost;
    });
    while (screen.frames(1)) continue;
    CHECK(screen.state.portfolio.edition == 1);
    CHECK(screen.state.portfolio.all.count == open_deals(screen.workspace()));
    screen.state.portfolio.known.clear(), screen.state.portfolio.revision.reset();
    do REQUIRE(screen.frames(1));
    while (screen.state.portfolio.step <= 1);
    int frames = 0;  // one for each of the other steps
    while (screen.frames(1)) ++frames;
    CHECK(frames == 2);
    CHECK(screen.state.portfolio.edition == 2);
    for (const views::FunnelTab tab :
         {views::FunnelTab::numbers, views::FunnelTab::reasons, views::FunnelTab::productivity, views::FunnelTab::positions}) {
        screen.show(tab);
        CHECK(mirror().nodes().size() < 1200);
    }
}

TEST_CASE("a workspace without open deals says what will stand here and offers the sample team") {
    Workspace workspace = sample_team();
    std::erase_if(workspace.deals, [](const Box<Deal>& deal) { return deal->status == DealStatus::open; });
    Screen screen(std::move(workspace));
    screen.frames();
    CHECK(screen.find(ui::Role::heading, "还没有在跟的单子"));
    screen.press(ui::Role::button, "打开示例团队");
    REQUIRE(screen.wishes.size() == 1);
    CHECK(std::holds_alternative<views::OpenTeam>(screen.wishes.front()));
}

TEST_CASE("every node of the funnel has an id of its own, on every tab, also on a phone") {
    for (const float width : {1366.0f, 390.0f}) {
        Screen screen(sample_team(), width, width < 900 ? 844 : 768);
        for (const views::FunnelTab tab :
             {views::FunnelTab::numbers, views::FunnelTab::reasons, views::FunnelTab::productivity, views::FunnelTab::positions}) {
            screen.state.order.group = views::GroupBy::owner;
            screen.state.order.changed();
            screen.show(tab);
            Screen::ids_are_unique();
        }
    }
}

TEST_CASE("productivity stands with its four factors, what each would bring, and each owner's, of the period that is chosen") {
    for (const float width : {1366.0f, 390.0f}) {
        Screen screen(sample_team(), width, width < 900 ? 844 : 900);
        screen.show(views::FunnelTab::productivity);
        const views::ProductivityState& state = screen.state.productivity;
        std::vector<const Deal*> deals;
        for (const Box<Deal>& deal : screen.workspace().deals) deals.push_back(&*deal);
        const Practice practice = with_method(default_playbook()).practice;
        CHECK(state.team == read_productivity(deals, practice, months_after(screen.today, -12) + 1, screen.today, {}));
        REQUIRE(state.team.all.value);
        CHECK(screen.find(ui::Role::heading, state.sentence));
        CHECK(state.sentence.find("10%") != std::string::npos);
        CHECK(screen.says("生产力 = 单数 × 平均单额 × 赢率 ÷ 周期天数"));
        for (const std::string_view factor : {"单数，", "平均单额，", "赢率，", "周期，", "生产力，"})
            CHECK_MESSAGE(screen.says(factor), std::string(factor));
        for (const LeverBehaviour& behaviour : practice.behaviours) CHECK_MESSAGE(screen.says(behaviour.text.zh), behaviour.text.zh);
        for (const Productivity& one : state.team.owners) CHECK_MESSAGE(screen.says(one.owner), one.owner);
        screen.press(ui::Role::radio, "去年");
        CHECK(state.team == read_productivity(deals, practice, *date_of({2025, 1, 1}), *date_of({2025, 12, 31}), {}));
        if (!state.team.all.value) CHECK(screen.find(ui::Role::heading, "这段时间还算不出生产力"));
    }
}

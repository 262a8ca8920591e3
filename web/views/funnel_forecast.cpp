#include "views/deal_words.h"
#include "views/funnel_parts.h"
#include "views/handbook.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr double chance_worth_a_row = 0.0005;

void draw_forecast_legend(Rect row) {
    struct Mark {
        void (*paint)(ImDrawList&, const Rect&);
        Phrase words;
    };
    static constexpr Mark marks[] = {{draw::legend_fill, Phrase::forecast_band},
                                     {draw::legend_tick, Phrase::forecast_median},
                                     {draw::legend_weighted, Phrase::funnel_weighted}};
    const Font small = type(Type::caption);
    for (const Mark& mark : marks) {
        mark.paint(*ImGui::GetWindowDrawList(), cut_left(row, px(16), px(4)));
        const std::string_view words = say(mark.words);
        draw_text_in(cut_left(row, text_width(small, words), px(14)), small, palette().text2, words);
    }
}

// What a screen reader gets of the chart: what share of all outcomes lies between which amounts.
void bars_in_mirror(const Portfolio& portfolio, const QuarterBars& bars, std::string_view name, const Rect& chart) {
    const Group table(ui::Role::table, "chart", name, chart);
    {
        const Group header(ui::Role::row, "header", "", chart);
        mirror().add({.id = id_of("range"), .role = ui::Role::columnheader, .name = say(Phrase::column_amount), .rect = chart});
        mirror().add({.id = id_of("chance"), .role = ui::Role::columnheader, .name = say(Phrase::forecast_chance), .rect = chart});
    }
    for (std::size_t i = 0; i < bars.bars.size(); ++i) {
        if (bars.bars[i].chance < chance_worth_a_row) continue;
        const double from = bars.step * static_cast<double>(i);
        const float step = chart.width / static_cast<float>(bars.bars.size());
        const Rect place = {chart.x + step * static_cast<float>(i), chart.y, step, chart.height};
        ImGui::PushID(static_cast<int>(i));
        const Group row(ui::Role::row, "bar", "", place);
        mirror().add({.id = id_of("range"),
                      .role = ui::Role::cell,
                      .name = money_words(portfolio.currency, from) + " \u2013 " + money_words(portfolio.currency, from + bars.step),
                      .rect = place});
        mirror().add({.id = id_of("chance"), .role = ui::Role::cell, .name = percent(bars.bars[i].chance), .rect = place});
        ImGui::PopID();
    }
}

void draw_sums(const QuarterForecast& quarter, const MoneyUnit& unit, Rect row) {
    const Palette& colours = palette();
    const Font small = type(Type::caption), bold = type(Type::caption, Face::bold);
    const std::string weighted = std::string(say(Phrase::funnel_weighted)) + " " + amount_in(unit, quarter.weighted + quarter.won);
    draw_text_in(cut_right(row, text_width(small, weighted), px(8)), small, colours.negative, weighted, Align::right);
    const std::array<std::pair<const char*, double>, 3> sums = {{{"P10", quarter.p10}, {"P50", quarter.p50}, {"P90", quarter.p90}}};
    for (std::size_t i = 0; i < sums.size(); ++i) {
        Rect cell = column(row, static_cast<int>(i), 3, px(4));
        draw_text_in(cut_left(cell, text_width(small, sums[i].first), px(6)), small, colours.text3, sums[i].first);
        draw_text_in(cell, i == 1 ? bold : small, colours.text, amount_in(unit, sums[i].second));
    }
}

float draw_quarter(FunnelState& state, std::size_t index, const MoneyUnit& unit, const Rect& area) {
    const Palette& colours = palette();
    const Portfolio& portfolio = state.portfolio;
    const QuarterForecast& quarter = portfolio.forecast.quarters[index];
    const QuarterBars& bars = portfolio.bars[index];
    const bool phone = scale() == Scale::phone, chosen = state.order.quarter == quarter.quarter;
    const std::string name = quarter_words(quarter.quarter),
                      count = say(Phrase::funnel_deals_count, {{"count", whole(static_cast<long long>(quarter.deals.size()))}});
    const std::string won =
        quarter.won > 0 ? say(Phrase::forecast_won, {{"amount", money_words(portfolio.currency, quarter.won)}}) : std::string{};
    const auto words = [&](double amount) { return money_words(portfolio.currency, amount); };
    const std::string sentence = say(Phrase::forecast_sentence, {{"quarter", name},
                                                                 {"deals", count},
                                                                 {"p10", words(quarter.p10)},
                                                                 {"p50", words(quarter.p50)},
                                                                 {"p90", words(quarter.p90)},
                                                                 {"weighted", words(quarter.weighted + quarter.won)}}) +
                                 (won.empty() ? "" : ", " + won);
    Rect rest = {area.x, area.y, area.width, 0};
    Rect head = cut_top(rest, phone ? px(32) : px(26), px(2));
    ImGui::PushID(static_cast<int>(index));
    if (phone) {
        reading("quarter", head, sentence);
    } else {
        const Rect plate = {head.x - px(8), head.y, head.width + px(16), head.height};
        const Press press = ui::press(
            "quarter", plate,
            {.name = sentence, .states = static_cast<std::uint32_t>(state_toggle | (chosen ? state_pressed : state_none)), .radius = 5});
        if (chosen || press.hovered) ImGui::GetWindowDrawList()->AddRectFilled(top_left(plate), bottom_right(plate), colours.raised, px(5));
        if (press.pressed) {
            state.order.quarter = chosen ? std::nullopt : std::optional(quarter.quarter);
            state.order.changed();
        }
    }
    draw_text_in(cut_left(head, text_width(type(Type::body, Face::bold), name), px(14)), type(Type::body, Face::bold), colours.text, name);
    draw_text_in(cut_left(head, text_width(type(Type::caption), count), px(10)), type(Type::caption), colours.text2, count);
    draw_text_in(head, type(Type::caption), colours.text2, won, Align::right);
    const Rect chart = cut_top(rest, px(phone ? 76 : 62), px(4));
    const auto along = [&](double amount) { return bars.end > 0 ? static_cast<float>(amount / bars.end) : 0.0f; };
    draw::histogram(*ImGui::GetWindowDrawList(), chart, bars.bars, along(quarter.p50), along(quarter.weighted + quarter.won));
    bars_in_mirror(portfolio, bars, name, chart);
    draw_sums(quarter, unit, cut_top(rest, px(20), px(10)));
    ImGui::PopID();
    return rest.y - area.y;
}

// Open deals that stand in none of the four quarters.
std::string left_out(const Forecast& forecast) {
    std::string words;
    const auto add = [&](const std::vector<std::size_t>& deals, Phrase phrase) {
        if (deals.empty()) return;
        words += (words.empty() ? "" : " \u00B7 ") + say(phrase, {{"count", whole(static_cast<long long>(deals.size()))}});
    };
    add(forecast.overdue, Phrase::forecast_overdue);
    add(forecast.undated, Phrase::forecast_undated);
    add(forecast.later, Phrase::forecast_later);
    add(forecast.without_amount, Phrase::forecast_without_amount);
    add(forecast.of_other_currency, Phrase::forecast_other_currency);
    return words;
}

void draw_gap_row(const Frame& frame, const Portfolio& portfolio, const MoneyUnit& unit, std::size_t at, double widest, Rect row) {
    const Palette& colours = palette();
    const DealSum& sum = portfolio.deals[at];
    const Deal& deal = *frame.workspace.deals[sum.deal];
    const Customer* customer = portfolio.customers[sum.deal];
    const double weight = sum.amount ? sum.weighted / *sum.amount : 0, index = portfolio.known.of(sum.deal).index->value;
    const std::string against = say(Phrase::gap_against, {{"process", percent(weight)}, {"compass", percent(index)}}),
                      gap = signed_amount_in(unit, sum.gap);
    ImGui::PushID(static_cast<int>(at));
    const std::string title = deal_title(customer, deal);
    const Rect plate = {row.x - px(8), row.y, row.width + px(16), row.height};
    const Press press = ui::press(
        "gap", plate,
        {.role = ui::Role::link,
         .name = say(Phrase::gap_sentence, {{"deal", title}, {"amount", money_words(portfolio.currency, sum.gap)}, {"against", against}}),
         .radius = 5});
    ImGui::PopID();
    if (press.hovered) ImGui::GetWindowDrawList()->AddRectFilled(top_left(plate), bottom_right(plate), colours.raised, px(5));
    const Font body = type(Type::body), small = type(Type::caption);
    draw_text_in(cut_right(row, text_width(small, against), px(10)), small, colours.text2, against, Align::right);
    draw_text_in(cut_right(row, px(44), px(8)), type(Type::body, Face::bold), colours.negative, gap, Align::right);
    Rect bar = cut_right(row, px(62), px(10));
    draw::gap_bar(*ImGui::GetWindowDrawList(), middle(bar, px(12)), static_cast<float>(sum.gap / widest));
    draw_deal_name(row, {body, body, colours.text, colours.text2, " "}, customer ? customer->name : "", deal.name);
    if (press.pressed) frame.wish(GoToDeal{deal.id});
}

float draw_gaps(const Frame& frame, FunnelState& state, const MoneyUnit& unit, const Rect& area) {
    const Palette& colours = palette();
    const Portfolio& portfolio = state.portfolio;
    const double total = portfolio.all.weighted - portfolio.all.compass;
    Rect rest = {area.x, area.y, area.width, 0};
    Rect head = cut_top(rest, px(30));
    const std::string sum = amount_in(unit, total);
    const Rect number = cut_right(head, text_width(type(Type::title), sum), px(8));
    explained_heading(frame, head, say(Phrase::gap_title), "optimism_gap");
    label(number, type(Type::title), total > 0 ? colours.negative : colours.text, sum, Align::right);
    label(cut_top(rest, px(22), px(2)), type(Type::caption), colours.text2,
          say(Phrase::gap_difference,
              {{"weighted", amount_in(unit, portfolio.all.weighted)}, {"compass", amount_in(unit, portfolio.all.compass)}}));
    const float height = scale() == Scale::phone ? control_height() : px(26);
    for (const std::size_t at : portfolio.widest_gaps)
        draw_gap_row(frame, portfolio, unit, at, portfolio.deals[portfolio.widest_gaps.front()].gap, cut_top(rest, height));
    cut_top(rest, px(8));
    cut_top(rest, paragraph(rest, type(Type::caption), colours.text3, say(Phrase::forecast_independent)));
    return rest.y - area.y;
}

}  // namespace

float draw_funnel_forecast(const Frame& frame, FunnelState& state, const Rect& area) {
    const Palette& colours = palette();
    const Portfolio& portfolio = state.portfolio;
    const MoneyUnit unit = money_unit(portfolio);
    Rect rest = {area.x, area.y, area.width, 0};
    Rect title = cut_top(rest, px(42));
    label(cut_right(title, text_width(type(Type::caption), unit.name), px(8)), type(Type::caption), colours.text3, unit.name, Align::right);
    explained_heading(frame, title, say(Phrase::forecast_title), "forecast");
    draw_forecast_legend(cut_top(rest, px(18), px(8)));
    for (std::size_t i = 0; i < portfolio.forecast.quarters.size(); ++i) cut_top(rest, draw_quarter(state, i, unit, rest));
    if (const std::string words = left_out(portfolio.forecast); !words.empty())
        cut_top(rest, paragraph(rest, type(Type::caption), colours.text2, say(Phrase::forecast_left_out, {{"deals", words}})));
    cut_top(rest, px(14));
    hairline({rest.x - px(20), rest.y}, {right(rest) + px(20), rest.y}, colours.line);
    cut_top(rest, px(12));
    cut_top(rest, draw_gaps(frame, state, unit, rest));
    return rest.y + px(20) - area.y;
}

}  // namespace views

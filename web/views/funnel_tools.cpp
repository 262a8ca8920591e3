#include "views/deal_words.h"
#include "views/funnel_parts.h"

#include <algorithm>
#include <array>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::array<SumKey, 4> ways = {SumKey::attention, SumKey::amount, SumKey::gap, SumKey::signing};
constexpr std::array<Phrase, 4> way_words = {Phrase::sort_attention, Phrase::sort_amount, Phrase::sort_gap, Phrase::sort_signing};
constexpr std::array<Phrase, 5> group_words = {Phrase::group_none, Phrase::column_owner, Phrase::column_stage_long, Phrase::column_customer,
                                               Phrase::column_quarter};
constexpr std::size_t owners_in_menu = 14;  // more stand in the table grouped by them

int way_of(SumKey key) {
    const auto found = std::find(ways.begin(), ways.end(), key);
    return found == ways.end() ? -1 : static_cast<int>(found - ways.begin());
}

void draw_group_menu(FunnelOrder& order, const Rect& button) {
    if (!begin_menu("group-menu", say(Phrase::group_by), {button.x, bottom(button)}, px(180))) return;
    for (std::size_t i = 0; i < group_words.size(); ++i) {
        const GroupBy by = static_cast<GroupBy>(i);
        if (menu_item(say(group_words[i]), say(group_words[i]), false, order.group == by)) order.group = by, order.changed();
    }
    end_menu();
}

void draw_filter_menu(FunnelOrder& order, const Rect& button) {
    if (!begin_menu("filter-menu", say(Phrase::filter), {right(button) - px(200), bottom(button)}, px(200))) return;
    if (menu_item("all", say(Phrase::filter_all), false, !order.filters())) {
        order.stage.reset(), order.quarter.reset(), order.owner.reset();
        order.changed();
    }
    for (std::size_t i = 0; i < std::min(owners_in_menu, order.owners.size()); ++i) {
        const std::string& owner = order.owners[i];
        const bool chosen = order.owner == owner;
        if (menu_item("owner-" + owner, owner, false, chosen)) order.owner = chosen ? std::nullopt : std::optional(owner), order.changed();
    }
    end_menu();
}

void draw_columns_menu(FunnelOrder& order, const Rect& button) {
    if (!begin_menu("columns-menu", say(Phrase::columns), {right(button) - px(200), bottom(button)}, px(200))) return;
    const auto names = funnel_columns();
    for (std::size_t i = 0; i < names.size(); ++i) {
        const unsigned bit = 1u << i;
        if (menu_item(say(names[i]), say(names[i]), false, (order.hidden & bit) == 0))
            order.hidden = static_cast<std::uint16_t>(order.hidden ^ bit);
    }
    end_menu();
}

// What is shown alone: "P5 · 2027 一季度".
std::string filter_words(const FunnelOrder& order) {
    std::string words;
    const auto add = [&](const std::string& one) { words += (words.empty() ? "" : " \u00B7 ") + one; };
    if (order.stage) add("P" + std::to_string(static_cast<int>(*order.stage) + 1));
    if (order.quarter) add(quarter_words(*order.quarter));
    if (order.owner) add(*order.owner);
    return words;
}

}  // namespace

void draw_funnel_deal_tools(FunnelState& state, Rect area) {
    const Palette& colours = palette();
    FunnelOrder& order = state.order;
    area = middle(area, control_height());
    const std::string title = say(Phrase::funnel_deals);
    heading(cut_left(area, text_width(type(Type::section), title), px(12)), type(Type::section), title, 2, colours.text);
    const std::string group = order.group == GroupBy::none
                                  ? std::string(say(Phrase::group_by))
                                  : say(Phrase::group_chosen, {{"by", say(group_words[static_cast<std::size_t>(order.group)])}});
    const std::string filter =
        order.filters() ? say(Phrase::filter_chosen, {{"words", filter_words(order)}}) : std::string(say(Phrase::filter));
    const std::string_view columns = say(Phrase::columns);
    const auto [group_cell, filter_cell, columns_cell] =
        cut_right<3>(area, {button_width(group), button_width(filter), button_width(columns)}, px(8));
    std::array<std::string_view, ways.size()> names;
    for (std::size_t i = 0; i < ways.size(); ++i) names[i] = say(way_words[i]);
    const float width = segment_width(names);
    if (width <= area.width) {
        const int before = way_of(order.by), chosen = segment("sort", cut_left(area, width, px(12)), say(Phrase::sort_name), names, before);
        if (chosen != before) sort_by(order, ways[static_cast<std::size_t>(chosen)]);
    }
    const std::string count = order.filters()
                                  ? say(Phrase::funnel_shown, {{"shown", whole(order.shown)}, {"all", whole(state.portfolio.all.count)}})
                                  : say(Phrase::funnel_deals_count, {{"count", whole(order.shown)}});
    if (text_width(type(Type::caption), count) <= area.width) label(area, type(Type::caption), colours.text3, count);
    value_button("group", group_cell, "", group, "group-menu");
    draw_group_menu(order, group_cell);
    value_button("filter", filter_cell, "", filter, "filter-menu");
    draw_filter_menu(order, filter_cell);
    value_button("columns", columns_cell, "", columns, "columns-menu");
    draw_columns_menu(order, columns_cell);
}

}  // namespace views

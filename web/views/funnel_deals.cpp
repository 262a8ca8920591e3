#include "draw/figures.h"
#include "draw/icons.h"
#include "reading/as_of.h"
#include "views/deal_words.h"
#include "views/funnel_parts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace views {

using namespace compass;
using namespace ui;

namespace {

enum SumColumn : std::uint8_t {
    sum_owner,
    sum_amount,
    sum_stage,
    sum_position,
    sum_index,
    sum_gap,
    sum_trend,
    sum_flags,
    sum_move,
    sum_signing,
    sum_columns
};
constexpr std::array<Phrase, sum_columns> sum_names = {
    Phrase::column_owner,    Phrase::column_amount, Phrase::column_stage, Phrase::column_position, Phrase::column_index,
    Phrase::column_optimism, Phrase::column_trend,  Phrase::column_flags, Phrase::column_move,     Phrase::column_signing};
constexpr std::array<std::optional<SumKey>, sum_columns> sum_keys = {SumKey::owner,     SumKey::amount, SumKey::stage, std::nullopt,
                                                                     SumKey::index,     SumKey::gap,    std::nullopt,  std::nullopt,
                                                                     SumKey::attention, SumKey::signing};
constexpr std::array<bool, sum_columns> stands_right = {false, true, false, false, false, true, false, false, false, true};

struct SumCells {
    Rect check, name;
    std::array<Rect, sum_columns> cells;  // one without width is not shown
};

// The name takes what is left; where that is little, other columns go.
SumCells sum_cells(const FunnelOrder& order, Rect row) {
    const bool chinese = language() == Language::zh;
    const Rect check = cut_left(row, px(26));
    const float gap = px(10), least_name = px(chinese ? 180 : 200);
    std::array<float, sum_columns> widths = {px(chinese ? 48 : 74),   px(54), px(24), px(34), px(112), px(50), px(56), px(36),
                                             px(chinese ? 112 : 156), px(54)};
    widths[sum_stage] = std::max(widths[sum_stage], text_width(type(Type::caption), say(Phrase::column_stage)) + px(2));
    float name = row.width;
    for (std::size_t i = 0; i < sum_columns; ++i) {
        if ((order.hidden >> i & 1) != 0) widths[i] = 0;
        if (widths[i] > 0) name -= widths[i] + gap;
    }
    for (const SumColumn dispensable : {sum_position, sum_owner, sum_trend, sum_gap}) {
        if (name >= least_name) break;
        if (widths[dispensable] > 0) name += widths[dispensable] + gap;
        widths[dispensable] = 0;
    }
    const auto cells = cut_right<sum_columns>(row, widths, gap);
    return {check, row, cells};
}

// Longer names than the Chinese ones stand in two lines where there is little room.
constexpr float low_row = 32, high_row = 42;
float sum_row_height(const FunnelOrder& order, const Rect& row) {
    return px(language() == Language::en && names_have_little_room(sum_cells(order, row).name.width) ? high_row : low_row);
}

void draw_sum_header(FunnelOrder& order, const Rect& cell, Phrase name, std::optional<SumKey> key, std::string_view id, bool at_right) {
    if (cell.width == 0) return;
    const std::string_view words = say(name);
    const Align align = at_right ? Align::right : Align::left;
    if (!key) return funnel_header(id, cell, words, align);
    if (sort_header(id, cell, words, order.by == *key, order.descending, align)) sort_by(order, *key);
}

Rect sum_check_reach(const Rect& check) { return middle({check.x - px(6), check.y, px(26), check.height}, px(26)); }

// The deal of a row of the table; nobody in a group's.
Id deal_in_row(const Frame& frame, const FunnelState& state, std::size_t row) {
    const std::vector<FunnelOrder::Row>& rows = state.order.rows;
    if (row >= rows.size() || rows[row].is_group) return {};
    return frame.workspace.deals[state.portfolio.deals[rows[row].at].deal]->id;
}
void tick_sum(const Frame& frame, FunnelState& state, std::size_t row) {
    state.ticked.rows.tick(row, ImGui::GetIO().KeyShift, [&](std::size_t i) { return deal_in_row(frame, state, i); });
}

void draw_sum_headers(const Frame& frame, FunnelState& state, const Rect& row) {
    FunnelOrder& order = state.order;
    const SumCells columns = sum_cells(order, row);
    const Group header(ui::Role::row, "header", "", row);
    {
        const Group cell(ui::Role::columnheader, "all-cell", "", columns.check);
        ChosenRows& chosen = state.ticked.rows;
        const bool all = order.shown > 0 && chosen.size() == static_cast<std::size_t>(order.shown);
        if (row_check("all", sum_check_reach(columns.check), say(Phrase::plan_choose_all), all)) {
            chosen.clear();
            for (std::size_t i = 0; i < order.rows.size() && !all; ++i)
                if (const Id id = deal_in_row(frame, state, i)) chosen.ids.insert(id);
        }
    }
    draw_sum_header(order, columns.name, Phrase::column_deal, SumKey::name, "name", false);
    for (std::size_t i = 0; i < sum_columns; ++i)
        draw_sum_header(order, columns.cells[i], sum_names[i], sum_keys[i], say(sum_names[i]), stands_right[i]);
}

const std::vector<float>& trend_of(const Frame& frame, FunnelState& state, std::size_t place) {
    auto [kept, is_new] = state.in_sight.trends.try_emplace(place);
    std::vector<float>& trend = kept->second;
    if (!is_new) return trend;
    const Deal& deal = *frame.workspace.deals[place];
    const Customer* customer = state.portfolio.customers[place];
    const auto add = [&](const Deal& then, Date day) {
        if (const auto index = read_win_index(then, customer, frame.playbook, day)) trend.push_back(static_cast<float>(index->index.value));
    };
    for (const TrailStep& step : deal.trail)
        if (step.date < frame.today) add(as_of(deal, step.date), step.date);
    add(deal, frame.today);
    return trend;
}

void draw_trend_cell(const Frame& frame, FunnelState& state, std::size_t place, const Rect& cell) {
    if (cell.width == 0) return;
    const std::vector<float>& trend = trend_of(frame, state, place);
    const std::string words = trend.size() < 2 ? std::string("\u2014") : percent(trend.front()) + " \u2192 " + percent(trend.back());
    if (trend.size() < 2) return table_cell("trend", cell, type(Type::body), palette().text3, words);
    draw::sparkline(*ImGui::GetWindowDrawList(), middle(cell, px(18)), trend);
    mirror().add({.id = id_of("trend"), .role = ui::Role::cell, .name = words, .rect = cell});
}

void draw_flags_cell(const DealSum& sum, const Rect& cell) {
    if (cell.width == 0) return;
    const Palette& colours = palette();
    const int serious = sum.stops + sum.warnings, count = serious > 0 ? serious : sum.notes;
    if (count == 0) return table_cell("flags", cell, type(Type::body), colours.text3, "\u2014");
    const draw::FlagShape shape = sum.stops > 0 ? draw::FlagShape::stop : sum.warnings > 0 ? draw::FlagShape::warn : draw::FlagShape::note;
    const ImU32 ink = serious > 0 ? colours.negative : colours.text2;
    draw::draw_flag(*ImGui::GetWindowDrawList(), shape, {cell.x + px(7), centre(cell).y}, px(13), ink, colours.panel);
    draw_text_in({cell.x + px(20), cell.y, cell.width - px(20), cell.height}, type(Type::body, serious > 0 ? Face::bold : Face::regular),
                 ink, whole(count));
    mirror().add({.id = id_of("flags"), .role = ui::Role::cell, .name = flags_words(sum), .rect = cell});
}

void draw_sum_index_cell(const Assessment& known, const Rect& cell) {
    if (cell.width == 0) return;
    Rect rest = cell;
    draw_text_in(cut_left(rest, px(40), px(4)), type(Type::body, Face::bold), palette().text, percent(known.index->value));
    draw::band_bar(*ImGui::GetWindowDrawList(), middle(rest, px(8)), known.band.low.value, known.band.high.value, known.index->value);
    mirror().add({.id = id_of("index"),
                  .role = ui::Role::cell,
                  .name = percent(known.index->value) + ", " + percent_range(known.band.low.value, known.band.high.value),
                  .rect = cell});
}

void draw_sum_move_cell(const RankedMove& best, const Rect& cell) {
    if (cell.width == 0) return;
    const Palette& colours = palette();
    Rect rest = cell;
    const Rect icon = cut_left(rest, px(22));
    draw::draw_move(*ImGui::GetWindowDrawList(), best.move, {icon.x + px(8), centre(icon).y}, px(16), colours.text2, colours.panel);
    const std::string words = move_words(best.move), gain = best.move == Move::hold ? std::string{} : points(best.gain);
    const float width = draw_text_in(rest, type(Type::body), colours.text, words);
    cut_left(rest, width, px(6));
    draw_text_in(rest, type(Type::body, Face::bold), colours.positive, gain);
    mirror().add({.id = id_of("move"), .role = ui::Role::cell, .name = move_sentence(best.move, best.to) + " " + gain, .rect = cell});
}

// "12-27" within the coming year, "2028-03" later; whole in the mirror.
void draw_signing_cell(const Deal& deal, Date today, const Rect& cell) {
    if (cell.width == 0) return;
    const Palette& colours = palette();
    const std::optional<Date>& signing = deal.objective.signing_date;
    if (!signing) return table_cell("signing", cell, type(Type::body), colours.text2, "\u2014", Align::right);
    const std::string whole_date = format(*signing);
    const bool near = *signing < today + 330 && today < *signing + 330;
    draw_text_in(cell, type(Type::body), *signing < today ? colours.negative : colours.text2,
                 near ? std::string_view(whole_date).substr(5) : std::string_view(whole_date).substr(0, 7), Align::right);
    mirror().add({.id = id_of("signing"), .role = ui::Role::cell, .name = whole_date, .rect = cell});
}

// The step as a button: where else it could stand. By mouse a deal can be dragged onto a step of the funnel as well.
void draw_step_cell(const Frame& frame, const Deal& deal, const std::string& title, const Rect& cell) {
    if (cell.width == 0) return;
    const Palette& colours = palette();
    const std::string words = "P" + std::to_string(static_cast<int>(deal.funnel_stage) + 1);
    mirror().open({.id = id_of("step"), .role = ui::Role::cell, .rect = cell});
    const Rect plate = {cell.x - px(4), cell.y + px(3), cell.width + px(8), cell.height - px(6)};
    const Press press = ui::press(
        "change", plate, {.name = say(Phrase::stage_change_of, {{"stage", words}, {"deal", title}}), .radius = 4, .menu = "step-menu"});
    mirror().close();
    if (press.hovered) ImGui::GetWindowDrawList()->AddRectFilled(top_left(plate), bottom_right(plate), colours.sunk, px(4));
    draw_text_in(cell, type(Type::body), press.hovered ? colours.text : colours.text2, words);
    if (!begin_menu("step-menu", say(Phrase::stage_change_menu), {cell.x, bottom(cell)}, px(250))) return;
    for (const FunnelStageText& stage : frame.playbook.funnel) {
        const std::string name = funnel_words(frame.playbook, stage.stage);
        const bool here = stage.stage == deal.funnel_stage;
        if (menu_item(name, name, false, here) && !here) frame.wish(CheckGate{deal.id, stage.stage});
    }
    end_menu();
}

void drag(FunnelState& state, const Press& press, const Id& deal) {
    if (press.held && ImGui::IsMouseDragging(ImGuiMouseButton_Left, px(6))) state.dragged = deal;
}

void draw_sum_row(const Frame& frame, FunnelState& state, const MoneyUnit& unit, const DealSum& sum, const Rect& row, std::size_t number) {
    const Palette& colours = palette();
    const Deal& deal = *frame.workspace.deals[sum.deal];
    const Assessment& known = state.portfolio.known.of(sum.deal);
    const Customer* customer = state.portfolio.customers[sum.deal];
    const SumCells columns = sum_cells(state.order, row);
    ImGui::PushID(static_cast<int>(sum.deal));
    const Group group(ui::Role::row, "row", "", row, state_none, {.row = number});
    const std::string title = deal_title(customer, deal);
    mirror().open({.id = id_of("check-cell"), .role = ui::Role::cell, .rect = columns.check});
    if (row_check("check", sum_check_reach(columns.check), say(Phrase::queue_choose, {{"deal", title}}),
                  state.ticked.rows.contains(deal.id)))
        tick_sum(frame, state, number - 2);
    mirror().close();
    mirror().open({.id = id_of("name"), .role = ui::Role::cell, .rect = columns.name});
    ImGui::SetNextItemAllowOverlap();
    const Press press = ui::press("open", {columns.name.x, row.y, right(row) - columns.name.x, row.height},
                                  {.role = ui::Role::link, .name = title, .description = position_words(deal.position.claimed)});
    mirror().close();
    if (press.hovered) {
        ImGui::GetWindowDrawList()->AddRectFilled({columns.name.x - px(6), row.y}, {right(row) + px(10), bottom(row)}, colours.raised,
                                                  px(5));
    }
    const NameInRow name = draw_deal_name_in_row(columns.name, row.height > px(low_row), customer ? customer->name : "", deal.name);
    if (press.hovered && name.cut) tooltip(title);
    const Font body = type(Type::body);
    const auto& cells = columns.cells;
    table_cell("owner", cells[sum_owner], body, colours.text2, deal.owner);
    table_cell("amount", cells[sum_amount], body, colours.text, sum.amount ? amount_in(unit, *sum.amount) : "\u2014", Align::right);
    draw_step_cell(frame, deal, title, cells[sum_stage]);
    if (cells[sum_position].width > 0) {
        draw::position_glyph(*ImGui::GetWindowDrawList(), middle({cells[sum_position].x, row.y, px(34), row.height}, px(14)),
                             deal.position.claimed);
        mirror().add(
            {.id = id_of("position"), .role = ui::Role::cell, .name = position_words(deal.position.claimed), .rect = cells[sum_position]});
    }
    draw_sum_index_cell(known, cells[sum_index]);
    const bool wide_gap = sum.amount && sum.gap > 0.15 * *sum.amount;
    table_cell("gap", cells[sum_gap], type(Type::body, wide_gap ? Face::bold : Face::regular), wide_gap ? colours.negative : colours.text2,
               sum.amount ? signed_amount_in(unit, sum.gap) : "\u2014", Align::right);
    draw_trend_cell(frame, state, sum.deal, cells[sum_trend]);
    draw_flags_cell(sum, cells[sum_flags]);
    draw_sum_move_cell(known.best, cells[sum_move]);
    draw_signing_cell(deal, frame.today, cells[sum_signing]);
    hairline({row.x, bottom(row) - line_px(1)}, {right(row), bottom(row) - line_px(1)}, colours.line);
    drag(state, press, deal.id);
    if (press.pressed && (ImGui::GetIO().KeyShift || ImGui::GetIO().KeyCtrl))
        tick_sum(frame, state, number - 2);
    else if (press.pressed && !state.dragged)
        frame.wish(GoToDeal{deal.id});
    ImGui::PopID();
}

void draw_group_row(const MoneyUnit& unit, const TableGroup& group, std::size_t at, const Rect& row, std::size_t number) {
    const Palette& colours = palette();
    ImGui::PushID("group");
    ImGui::PushID(static_cast<int>(at));
    const Group line(ui::Role::row, "group", "", row, state_none, {.row = number});
    Rect rest = row;
    ImGui::GetWindowDrawList()->AddRectFilled({row.x - px(10), row.y}, {right(row) + px(10), bottom(row)}, with_alpha(colours.sunk, 0.7f),
                                              px(4));
    const std::string sums = say(Phrase::group_sums, {{"amount", amount_in(unit, group.amount)},
                                                      {"weighted", amount_in(unit, group.weighted)},
                                                      {"compass", amount_in(unit, group.compass)}});
    const Font bold = type(Type::body, Face::bold), small = type(Type::caption);
    table_cell("name", cut_left(rest, text_width(bold, group.name), px(12)), bold, colours.text, group.name);
    const std::string count = say(Phrase::funnel_deals_count, {{"count", whole(group.count)}});
    table_cell("count", cut_left(rest, text_width(small, count), px(12)), small, colours.text2, count);
    table_cell("sums", rest, small, colours.text2, sums, Align::right);
    ImGui::PopID();
    ImGui::PopID();
}

}  // namespace

std::span<const Phrase> funnel_columns() { return sum_names; }

void draw_funnel_deals(const Frame& frame, FunnelState& state, Rect area) {
    const Palette& colours = palette();
    const MoneyUnit unit = money_unit(state.portfolio);
    if (!state.ticked.rows.empty()) {
        const Rect bar = cut_bottom(area, chosen_deals_height());
        draw_chosen_deals(frame, state.ticked, {bar.x - px(24), bar.y, bar.width + px(48), bar.height});
    }
    draw_funnel_deal_tools(state, cut_top(area, px(48)));
    const Group table(ui::Role::table, "deals", say(Phrase::funnel_deals), area, state_none, {.of = state.order.rows.size() + 1});
    ImGui::PushID("columns-of-deals");
    draw_sum_headers(frame, state, cut_top(area, px(26)));
    ImGui::PopID();
    hairline({area.x, area.y}, {right(area), area.y}, colours.line2);
    cut_top(area, line_px(1));
    const float row_height = sum_row_height(state.order, area);
    const std::vector<FunnelOrder::Row>& all = state.order.rows;
    const Rect rows = begin_scroll("rows", {area.x - px(10), area.y, area.width + px(20), area.height}, ui::Role::rowgroup);
    const RowRange range = rows_in_sight(rows, row_height, all.size());
    for (std::size_t i = range.first; i < range.end; ++i) {
        const Rect row = {rows.x + px(10), rows.y + row_height * static_cast<float>(i), rows.width - px(20), row_height};
        if (all[i].is_group)
            draw_group_row(unit, state.order.groups[all[i].at], all[i].at, row, i + 2);
        else
            draw_sum_row(frame, state, unit, state.portfolio.deals[all[i].at], row, i + 2);
    }
    end_scroll(row_height * static_cast<float>(all.size()));
}

}  // namespace views

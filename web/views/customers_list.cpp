// The list: whom to go to first, how well they fit, what is open with them, what comes next.
#include "draw/icons.h"
#include "views/customers_parts.h"
#include "views/deal_words.h"
#include "views/funnel_parts.h"

#include <algorithm>
#include <array>

namespace views {

using namespace compass;
using namespace ui;

namespace {

enum CustomerColumn : std::uint8_t { list_quadrant, list_fit, list_open, list_amount, list_won, list_event, list_gap, list_columns };
constexpr std::array<Phrase, list_columns> list_names = {Phrase::column_quadrant,      Phrase::column_fit,
                                                         Phrase::column_customer_open, Phrase::column_customer_amount,
                                                         Phrase::column_customer_won,  Phrase::column_customer_event,
                                                         Phrase::column_customer_gap};
constexpr std::array<CustomerKey, list_columns> list_keys = {CustomerKey::quadrant, CustomerKey::fit, CustomerKey::open,
                                                             CustomerKey::amount,   CustomerKey::won, CustomerKey::event,
                                                             CustomerKey::gap};
constexpr std::array<bool, list_columns> list_at_right = {false, false, true, true, true, false, false};

struct ListCells {
    Rect name;
    std::array<Rect, list_columns> cells;  // one without width is not shown
};

// The name takes what is left; where that is little, other columns go.
ListCells list_cells(Rect row) {
    const bool chinese = language() == Language::zh;
    const float gap = px(12);
    std::array<float, list_columns> widths = {px(chinese ? 62 : 96), px(chinese ? 66 : 88), px(36),
                                              px(chinese ? 90 : 62), px(chinese ? 82 : 56), px(chinese ? 150 : 160),
                                              px(chinese ? 88 : 82)};
    float name = row.width;
    for (const float width : widths) name -= width + gap;
    for (const CustomerColumn dispensable : {list_won, list_gap, list_open, list_event}) {
        if (name >= px(chinese ? 120 : 140)) break;
        name += widths[dispensable] + gap;
        widths[dispensable] = 0;
    }
    const auto cells = cut_right<list_columns>(row, widths, gap);
    return {row, cells};
}

void draw_list_header(CustomersState& state, const Rect& row) {
    const ListCells columns = list_cells(row);
    const Group header(ui::Role::row, "header", "", row);
    const auto head = [&](const Rect& cell, Phrase name, CustomerKey key, bool at_right) {
        if (sort_header(say(name), cell, say(name), state.by == key, state.descending, at_right ? Align::right : Align::left))
            sort_customers_by(state, key);
    };
    head(columns.name, Phrase::column_customer, CustomerKey::name, false);
    for (std::size_t i = 0; i < list_columns; ++i) head(columns.cells[i], list_names[i], list_keys[i], list_at_right[i]);
}

std::string next_event(const Customer& customer, const CustomerReading& reading) {
    if (reading.calendar.empty()) return "\u2014";
    const CalendarEvent& event = customer.calendar[reading.calendar.front().event];
    return date_short(event.date) + " " + event.text;
}

// Only a disappointment counts as one.
std::string worst_gap(const CustomerReading& reading) {
    const SatisfactionGap& worst = reading.satisfaction.front();
    return worst.gap && *worst.gap < 0 ? aspect_short_word(worst.aspect) + " " + signed_whole(*worst.gap) : "\u2014";
}

void draw_list_row(const Frame& frame, const CustomersState& state, std::size_t at, const Rect& row, std::size_t number) {
    const Palette& colours = palette();
    const Customer& customer = *frame.workspace.customers[at];
    const CustomerReading& reading = state.kept.readings[at];
    const CustomerSum& sum = state.kept.sums[at];
    const ListCells columns = list_cells(row);
    const auto& cells = columns.cells;
    ImGui::PushID(static_cast<int>(at));
    const Group group(ui::Role::row, "row", "", row, state_none, {.row = number});
    mirror().open({.id = id_of("name"), .role = ui::Role::cell, .rect = columns.name});
    const Press press =
        ui::press("open", row, {.role = ui::Role::link, .name = customer.name, .description = quadrant_advice(reading.quadrant)});
    mirror().close();
    if (press.hovered)
        ImGui::GetWindowDrawList()->AddRectFilled({row.x - px(10), row.y}, {right(row) + px(10), bottom(row)}, colours.raised, px(5));
    const Font body = type(Type::body), bold = type(Type::body, Face::bold);
    draw_text_in(columns.name, bold, colours.text, customer.name);
    if (press.hovered && text_width(bold, customer.name) > columns.name.width) tooltip(customer.name);
    const bool first = reading.quadrant == Quadrant::visit_first, none = reading.quadrant == Quadrant::unknown;
    table_cell("quadrant", cells[list_quadrant], first ? bold : body,
               none    ? colours.text3
               : first ? colours.text
                       : colours.text2,
               quadrant_word(reading.quadrant));
    if (cells[list_fit].width > 0) {
        Rect fit = cells[list_fit];
        draw_fit(*ImGui::GetWindowDrawList(), reading.fit, {fit.x + px(6), centre(fit).y}, px(12));
        cut_left(fit, px(18));
        table_cell("fit", fit, body, reading.fit == CustomerClass::unscored ? colours.text3 : colours.text2, fit_word(reading.fit));
    }
    table_cell("open-deals", cells[list_open], body, sum.open ? colours.text : colours.text3, sum.open ? whole(sum.open) : "\u2014",
               Align::right);
    table_cell("amount", cells[list_amount], body, sum.open ? colours.text : colours.text3, sums_words(sum.open_amount), Align::right);
    table_cell("won", cells[list_won], body, colours.text2, sums_words(sum.won_amount), Align::right);
    table_cell("event", cells[list_event], body, colours.text2, next_event(customer, reading));
    const std::string gap = worst_gap(reading);
    table_cell("gap", cells[list_gap], body, gap == "\u2014" ? colours.text3 : colours.negative, gap);
    hairline({row.x, bottom(row) - line_px(1)}, {right(row), bottom(row) - line_px(1)}, colours.line);
    if (press.pressed) frame.wish(GoToCustomers{customer.id});
    ImGui::PopID();
}

void draw_customer_table(const Frame& frame, CustomersState& state, Rect area) {
    const Palette& colours = palette();
    const std::vector<std::size_t>& rows = state.kept.rows;
    const Group table(ui::Role::table, "customers", say(Phrase::nav_customers), area, state_none, {.of = rows.size() + 1});
    draw_list_header(state, cut_top(area, px(30)));
    hairline({area.x, area.y}, {right(area), area.y}, colours.line2);
    cut_top(area, line_px(1));
    const float row_height = px(36);
    const Rect view = begin_scroll("rows", {area.x - px(10), area.y, area.width + px(20), area.height}, ui::Role::rowgroup);
    const RowRange range = rows_in_sight(view, row_height, rows.size());
    for (std::size_t i = range.first; i < range.end; ++i)
        draw_list_row(frame, state, rows[i],
                      {view.x + px(10), view.y + row_height * static_cast<float>(i), view.width - px(20), row_height}, i + 2);
    end_scroll(row_height * static_cast<float>(rows.size()));
}

// On a phone a customer is a card.
void draw_customer_card(const Frame& frame, const CustomersState& state, std::size_t at, const Rect& card) {
    const Palette& colours = palette();
    const Customer& customer = *frame.workspace.customers[at];
    const CustomerReading& reading = state.kept.readings[at];
    const CustomerSum& sum = state.kept.sums[at];
    ImGui::PushID(static_cast<int>(at));
    const Group item(ui::Role::listitem, "card", "", card);
    const Press press =
        ui::press("open", card, {.role = ui::Role::link, .name = customer.name, .description = state.kept.sentences[at], .radius = 10});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(top_left(card), bottom_right(card), press.hovered ? colours.raised : colours.panel, px(10));
    list.AddRect(top_left(card), bottom_right(card), colours.line, px(10), 0, line_px(1));
    Rect body = inset(card, px(14), px(8));
    Rect first = cut_top(body, px(26));
    const std::string amount = sums_words(sum.open_amount);
    draw_text_in(cut_right(first, text_width(type(Type::body, Face::bold), amount) + 1, px(8)), type(Type::body, Face::bold), colours.text,
                 amount);
    draw_text_in(first, type(Type::strong, Face::bold), colours.text, customer.name);
    Rect second = cut_top(body, px(24));
    draw_fit(list, reading.fit, {second.x + px(7), centre(second).y}, px(12));
    cut_left(second, px(20));
    const std::string words = fit_word(reading.fit) + " \u00B7 " + quadrant_word(reading.quadrant) +
                              (sum.open ? " \u00B7 " + say(Phrase::customer_open_count, {{"count", whole(sum.open)}}) : "");
    draw_text_in(second, type(Type::body), colours.text2, words);
    const std::string event = reading.calendar.empty() ? std::string(say(Phrase::customer_no_event)) : next_event(customer, reading);
    draw_text_in(cut_top(body, px(22)), type(Type::caption), reading.calendar.empty() ? colours.text3 : colours.text2, event);
    if (press.pressed) frame.wish(GoToCustomers{customer.id});
    ImGui::PopID();
}

// As much as there is room for: how many, then how many of each kind.
std::string customers_summary(const CustomersState& state, float width) {
    const KeptCustomers& kept = state.kept;
    std::array<int, 5> counts{};
    for (const CustomerReading& reading : kept.readings) ++counts[static_cast<std::size_t>(reading.quadrant)];
    std::string words = say(Phrase::customers_summary, {{"count", whole(static_cast<long long>(kept.readings.size()))}});
    for (const Quadrant quadrant :
         {Quadrant::visit_first, Quadrant::build_relation, Quadrant::let_grow, Quadrant::light_touch, Quadrant::unknown}) {
        const int count = counts[static_cast<std::size_t>(quadrant)];
        const std::string more = words + " \u00B7 " + quadrant_word(quadrant) + " " + whole(count);
        if (count > 0 && text_width(type(Type::caption), more) <= width) words = more;
    }
    return words;
}

void draw_list_head(const Frame& frame, const CustomersState& state, Rect head, bool empty) {
    const bool phone = scale() == Scale::phone;
    const float height = control_height(), small = phone ? 0 : px(32);
    const auto [undo, redo, criteria, create] = cut_right<4>(
        head, {small, small, phone ? 0 : button_width(say(Phrase::criteria_edit)), empty ? 0 : button_width(say(Phrase::customer_new))},
        px(8));
    draw_screen_title(frame, head, say(Phrase::nav_customers), empty ? std::string() : customers_summary(state, head.width));
    if (small > 0) {
        if (icon_button("undo", middle(undo, small), say(Phrase::undo), paint_icon<draw::Icon::undo>, frame.can_undo)) frame.wish(Undo{});
        if (icon_button("redo", middle(redo, small), say(Phrase::redo), paint_icon<draw::Icon::redo>, frame.can_redo)) frame.wish(Redo{});
        if (button("criteria", middle(criteria, height), say(Phrase::criteria_edit))) frame.wish(EditCriteria{});
    }
    if (!empty && button("new-customer", middle(create, height), say(Phrase::customer_new), ButtonKind::primary)) frame.wish(NewCustomer{});
}

void draw_no_customers(const Frame& frame, Rect area) {
    const Font font = type(Type::body);
    const float width = std::min(area.width, px(480));
    area = {area.x + (area.width - width) * 0.5f, area.y + area.height * 0.28f, width, area.height * 0.6f};
    heading(cut_top(area, line_height(type(Type::title)), px(8)), type(Type::title), say(Phrase::customers_empty_title), 2, palette().text);
    cut_top(area, paragraph(area, font, palette().text2, say(Phrase::customers_empty_hint)), px(20));
    const Rect cell = cut_top(area, control_height());
    if (button("empty-new", {cell.x, cell.y, std::min(cell.width, button_width(say(Phrase::customer_new))), cell.height},
               say(Phrase::customer_new), ButtonKind::primary))
        frame.wish(NewCustomer{});
}

}  // namespace

void draw_customer_cards(const Frame& frame, CustomersState& state, const Rect& area) {
    const std::vector<std::size_t>& order = state.kept.rows;
    const Rect view = begin_scroll("customer-cards", {area.x, area.y, area.width + px(11), area.height});  // its bar stands in the margin
    const Rect rows = {view.x, view.y, area.width, view.height};
    const Group list(ui::Role::list, "customers", say(Phrase::nav_customers), rows);
    const int columns = is_lying(area) ? 2 : 1;
    const auto across = static_cast<std::size_t>(columns);
    const float row_height = px(102);
    const std::size_t lines = (order.size() + across - 1) / across;
    const RowRange range = rows_in_sight(rows, row_height, lines);
    for (std::size_t i = range.first * across; i < std::min(order.size(), range.end * across); ++i) {
        const std::size_t line = i / across;
        const Rect cell = ui::column(rows, static_cast<int>(i % across), columns, px(10));
        draw_customer_card(frame, state, order[i],
                           {cell.x, rows.y + row_height * static_cast<float>(line), cell.width, row_height - px(10)});
    }
    end_scroll(row_height * static_cast<float>(lines));
}

void draw_customers_list(const Frame& frame, CustomersState& state, Rect area) {
    keep_customers(frame, state);
    const Palette& colours = palette();
    const bool phone = scale() == Scale::phone, empty = frame.workspace.customers.empty();
    const Rect head = cut_top(area, screen_head_height(area));
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(head), bottom_right(head), colours.panel);
    hairline({head.x, bottom(head) - line_px(1)}, {right(head), bottom(head) - line_px(1)}, colours.line);
    draw_list_head(frame, state, inset(head, px(phone ? 12 : 24), 0), empty);
    area = inset(area, px(phone ? 12 : 24), px(phone ? 10 : 14));
    if (empty) return draw_no_customers(frame, area);
    if (phone) {
        const std::array<std::string_view, 2> views = {say(Phrase::customers_as_list), say(Phrase::customers_as_chart)};
        state.chart =
            segment("customers-view", cut_top(area, control_height(), px(10)), say(Phrase::customers_view), views, state.chart) == 1;
        return state.chart ? draw_customers_chart(frame, state, area) : draw_customer_cards(frame, state, area);
    }
    const Rect chart = cut_right(area, std::round(area.width * 0.34f), px(24));
    draw_customer_table(frame, state, area);
    draw_customers_chart(frame, state, chart);
}

}  // namespace views

// Productivity: what the orders of a period come to a day, what a better factor would add, and each owner's (methodology §11).
#include "ui/widgets.h"
#include "views/compass_parts.h"
#include "views/deal_words.h"
#include "views/funnel_parts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::array<Phrase, 4> lever_names = {Phrase::lever_orders, Phrase::lever_amount, Phrase::lever_win_rate, Phrase::lever_cycle};

std::string lever_word(Lever lever) { return say(lever_names[static_cast<std::size_t>(lever)]); }

std::pair<Date, Date> days_of(ProductivityPeriod period, Date today) {
    const int year = civil(today).year;
    switch (period) {
        case ProductivityPeriod::twelve_months: return {months_after(today, -12) + 1, today};
        case ProductivityPeriod::this_year: return {*date_of({year, 1, 1}), today};
        case ProductivityPeriod::last_year: break;
    }
    const std::optional<Date> first = date_of({year - 1, 1, 1}), last = date_of({year - 1, 12, 31});
    return {first.value_or(first_date), last.value_or(first_date)};
}

// Without cents, which nobody earns a day.
std::string rounded(const Currency& currency, double minor) {
    const auto one = static_cast<double>(minor_units_of_one(currency));
    return money_words(currency, std::round(minor / one) * one);
}
std::string a_day(const Currency& currency, double minor) {
    return say(Phrase::productivity_a_day, {{"amount", rounded(currency, minor)}});
}

ProductivityWords words_of(const Productivity& one, const Currency& currency) {
    const std::string unknown = "\u2014";
    ProductivityWords words;
    words.owner = one.owner.empty() ? std::string(say(Phrase::group_no_owner)) : one.owner;
    words.factors = {whole(one.orders), one.average_amount ? money_words(currency, *one.average_amount) : unknown,
                     one.win_rate ? percent(*one.win_rate) : unknown,
                     one.cycle_days ? say(Phrase::productivity_days, {{"days", whole(std::lround(*one.cycle_days))}}) : unknown};
    words.lost = whole(one.lost);
    words.value = one.value ? a_day(currency, *one.value) : unknown;
    return words;
}

void keep_productivity(const Frame& frame, const Portfolio& portfolio, ProductivityState& state) {
    const bool same =
        state.edition == portfolio.edition && state.today == frame.today && state.language == language() && state.made_for == state.period;
    if (same) return;
    state.edition = portfolio.edition, state.today = frame.today, state.language = language(), state.made_for = state.period;
    std::vector<const Deal*> deals;
    for (const Box<Deal>& deal : frame.workspace.deals) deals.push_back(&*deal);
    const Practice& practice = frame.readings.whole_playbook().practice;
    const auto [from, to] = days_of(state.period, frame.today);
    const TeamProductivity& team = state.team = read_productivity(deals, practice, from, to, portfolio.currency);
    const std::string step = percent(practice.lever_step);
    state.all = words_of(team.all, team.currency);
    state.owners.clear();
    for (const Productivity& one : team.owners) state.owners.push_back(words_of(one, team.currency));
    state.sentence = say(Phrase::productivity_none);
    if (team.all.value)
        state.sentence =
            say(Phrase::productivity_headline,
                {{"value", state.all.value}, {"step", step}, {"gain", rounded(team.currency, team.all.levers.front().change)}});
    state.levers_title = say(Phrase::productivity_levers, {{"step", step}});
    state.about = say(Phrase::productivity_formula);
    if (team.left_out > 0) state.about += " " + say(Phrase::productivity_left_out, {{"count", whole(team.left_out)}});
}

void draw_period(ProductivityState& state, const Rect& rect) {
    const std::array<std::string_view, 3> choices = {say(Phrase::productivity_twelve_months), say(Phrase::productivity_this_year),
                                                     say(Phrase::productivity_last_year)};
    state.period =
        static_cast<ProductivityPeriod>(segment("period", rect, say(Phrase::productivity_period), choices, static_cast<int>(state.period)));
}

float period_width() {
    const std::array<std::string_view, 3> choices = {say(Phrase::productivity_twelve_months), say(Phrase::productivity_this_year),
                                                     say(Phrase::productivity_last_year)};
    return segment_width(choices);
}

// Orders × amount × win rate ÷ days = what it comes to: each with what it is below its sign.
float draw_equation(const ProductivityState& state, const Rect& area) {
    const Palette& colours = palette();
    const bool phone = scale() == Scale::phone;
    const std::array<std::string_view, 5> signs = {"", "\u00D7", "\u00D7", "\u00F7", "="};
    const Font number = type(phone ? Type::strong : Type::title, Face::bold), small = type(Type::caption);
    const auto name = [&](std::size_t i) { return i < 4 ? lever_word(static_cast<Lever>(i)) : std::string(say(Phrase::productivity)); };
    const auto value = [&](std::size_t i) -> const std::string& { return i < 4 ? state.all.factors[i] : state.all.value; };
    const Group list(ui::Role::list, "equation", say(Phrase::productivity), {area.x, area.y, area.width, px(60)});
    float x = area.x, y = area.y;
    for (std::size_t i = 0; i < signs.size(); ++i) {
        const float sign = i == 0 ? 0 : px(24), width = std::max(text_width(number, value(i)), text_width(small, name(i))) + px(14);
        Rect cell = phone ? Rect{area.x, y, area.width, px(34)} : Rect{x, y, sign + width, px(52)};
        ImGui::PushID(static_cast<int>(i));
        const Group item(ui::Role::listitem, "factor", "", cell);
        ui::reading("words", cell, name(i) + say(Phrase::clause_separator) + value(i));
        ImGui::PopID();
        if (phone) {
            draw_text_in(cut_left(cell, px(24)), number, colours.text3, signs[i]);
            draw_text_in(cell, type(Type::body), colours.text2, name(i));
            draw_text_in(cell, number, colours.text, value(i), Align::right);
            hairline({area.x, bottom(cell) - line_px(1)}, {right(area), bottom(cell) - line_px(1)}, i == 3 ? colours.line2 : colours.line);
            y += px(34);
            continue;
        }
        const Rect sign_cell = cut_left(cell, sign);
        draw_text_in({sign_cell.x, sign_cell.y, sign_cell.width, px(28)}, type(Type::title), colours.text3, signs[i]);
        draw_text_in({cell.x, cell.y, cell.width, px(28)}, number, colours.text, value(i));
        draw_text_in({cell.x, cell.y + px(30), cell.width, px(20)}, small, colours.text2, name(i));
        x += sign + width;
    }
    return phone ? y - area.y : px(52);
}

// What one step of each factor would add, and what people do for it.
float draw_levers(const Frame& frame, const ProductivityState& state, const Rect& area) {
    const Palette& colours = palette();
    const Productivity& all = state.team.all;
    const Font body = type(Type::body), bold = type(Type::body, Face::bold);
    Column column{area, area.y};
    heading(column.next(section_height(), px(6)), type(Type::section), state.levers_title, 2, colours.text);
    const Group list(ui::Role::list, "levers", state.levers_title, {area.x, column.y, area.width, px(20)});
    float names = 0;
    for (const LeverEffect& lever : all.levers) names = std::max(names, text_width(bold, lever_word(lever.lever)));
    for (const LeverEffect& lever : all.levers) {
        const std::string gain = (lever.change > 0 ? "+" : "") + a_day(state.team.currency, lever.change), word = lever_word(lever.lever);
        std::string ways;
        for (const LeverBehaviour& behaviour : frame.readings.whole_playbook().practice.behaviours)
            if (behaviour.lever == lever.lever)
                ways += (ways.empty() ? "" : say(Phrase::productivity_ways_separator)) + in(language(), behaviour.text);
        Rect row = column.next(row_height(), px(2));
        const float indent = names + px(16), below = paragraph_height(body, ways, area.width - indent);
        ImGui::PushID(static_cast<int>(lever.lever));
        const Group item(ui::Role::listitem, "lever", "", {row.x, row.y, row.width, row.height + px(2) + below});
        ui::reading("words", {row.x, row.y, row.width, row.height + px(2) + below},
                    word + " " + gain + (ways.empty() ? "" : say(Phrase::clause_separator) + ways));
        ImGui::PopID();
        draw_text_in(cut_left(row, names, px(16)), bold, colours.text, word);
        draw_text_in(row, bold, lever.change > 0 ? colours.positive : colours.text2, gain);
        draw_paragraph({area.x + indent, column.y, area.width - indent, 0}, body, colours.text2, ways);
        column.y += below + px(12);
    }
    return column.y - area.y;
}

constexpr std::array<Phrase, 7> owner_columns = {Phrase::column_owner, Phrase::lever_orders,   Phrase::productivity_lost,
                                                 Phrase::lever_amount, Phrase::lever_win_rate, Phrase::lever_cycle,
                                                 Phrase::productivity};
std::array<const std::string*, 7> cells_of(const ProductivityWords& words) {
    return {&words.owner, &words.factors[0], &words.lost, &words.factors[1], &words.factors[2], &words.factors[3], &words.value};
}

// Each owner in a row; on a phone in two lines.
float draw_owners(const ProductivityState& state, const Rect& area) {
    const Palette& colours = palette();
    const Font body = type(Type::body), small = type(Type::caption);
    const std::string_view title = say(Phrase::productivity_owners);
    Column column{area, area.y};
    heading(column.next(section_height(), px(6)), type(Type::section), title, 2, colours.text);
    if (scale() == Scale::phone) {
        const Group list(ui::Role::list, "owners", title, {area.x, column.y, area.width, px(20)});
        for (std::size_t i = 0; i < state.owners.size(); ++i) {
            const ProductivityWords& words = state.owners[i];
            std::string line;
            for (std::size_t k = 1; k < 6; ++k)
                line += (k == 1 ? "" : " \u00B7 ") + std::string(say(owner_columns[k])) + " " + *cells_of(words)[k];
            const float below = paragraph_height(small, line, area.width);
            const Rect row = column.next(px(30) + below + px(10));
            ImGui::PushID(static_cast<int>(i));
            const Group item(ui::Role::listitem, "owner", "", row);
            ui::reading("words", row, words.owner + " " + words.value + say(Phrase::clause_separator) + line);
            ImGui::PopID();
            draw_text_in({row.x, row.y, row.width, px(30)}, type(Type::body, Face::bold), colours.text, words.owner);
            draw_text_in({row.x, row.y, row.width, px(30)}, type(Type::body, Face::bold), colours.text, words.value, Align::right);
            draw_paragraph({row.x, row.y + px(30), row.width, 0}, small, colours.text2, line);
            hairline({row.x, bottom(row) - line_px(1)}, {right(row), bottom(row) - line_px(1)}, colours.line);
        }
        return column.y - area.y;
    }
    std::array<float, 7> widths{};
    for (std::size_t i = 0; i < widths.size(); ++i) {
        widths[i] = text_width(small, say(owner_columns[i]));
        for (const ProductivityWords& words : state.owners) widths[i] = std::max(widths[i], text_width(body, *cells_of(words)[i]));
        widths[i] += px(4);
    }
    const float gap = px(28);
    const auto cells = [&](Rect row) {
        std::array<Rect, 7> places;
        for (std::size_t i = 0; i < widths.size(); ++i) places[i] = cut_left(row, widths[i], gap);
        return places;
    };
    const Group table(ui::Role::table, "owners", title, {area.x, column.y, area.width, px(20)});
    {
        const Rect row = column.next(px(26));
        const Group header(ui::Role::row, "header", "", row);
        const auto places = cells(row);
        for (std::size_t i = 0; i < places.size(); ++i)
            funnel_header(say(owner_columns[i]), places[i], say(owner_columns[i]), i == 0 ? Align::left : Align::right);
    }
    float width = -gap;
    for (const float one : widths) width += one + gap;
    hairline({area.x, column.y}, {area.x + width, column.y}, colours.line2);
    const Group rows(ui::Role::rowgroup, "rows", "", {area.x, column.y, area.width, px(20)});
    for (std::size_t k = 0; k < state.owners.size(); ++k) {
        const Rect row = column.next(px(32));
        ImGui::PushID(static_cast<int>(k));
        const Group line(ui::Role::row, "row", "", row);
        const auto places = cells(row);
        const auto words = cells_of(state.owners[k]);
        for (std::size_t i = 0; i < places.size(); ++i)
            table_cell(say(owner_columns[i]), places[i], i == 6 ? type(Type::body, Face::bold) : body,
                       i == 0 || i == 6 ? colours.text : colours.text2, *words[i], i == 0 ? Align::left : Align::right);
        ImGui::PopID();
        hairline({row.x, bottom(row) - line_px(1)}, {row.x + width, bottom(row) - line_px(1)}, colours.line);
    }
    return column.y - area.y;
}

}  // namespace

void draw_funnel_productivity(const Frame& frame, FunnelState& funnel, const Rect& area) {
    const Palette& colours = palette();
    const bool phone = scale() == Scale::phone;
    ProductivityState& state = funnel.productivity;
    keep_productivity(frame, funnel.portfolio, state);
    const Rect view = begin_scroll("productivity", area, ui::Role::group, true);
    Rect body = inset(view, px(phone ? 14 : 24), 0);
    body.width = std::min(body.width, px(960));
    cut_top(body, px(14));
    const Font strong = type(Type::strong, Face::bold);
    const float beside = phone ? 0 : period_width() + px(16);
    const float height = paragraph_height(strong, state.sentence, body.width - beside);
    Rect head = cut_top(body, std::max(height, phone ? 0 : control_height()), px(phone ? 8 : 4));
    const Rect period = phone ? cut_top(body, control_height(), px(8)) : middle(cut_right(head, beside - px(16), px(16)), control_height());
    head = middle(head, height);
    heading(head, state.sentence, 2);
    draw_paragraph(head, strong, colours.text, state.sentence);
    draw_period(state, period);
    cut_top(body, paragraph(body, type(Type::caption), colours.text2, state.about), px(14));
    const auto part = [&](const char* id, auto draw, float gap) {
        ImGui::PushID(id);
        cut_top(body, draw(), px(gap));
        ImGui::PopID();
    };
    part(
        "equation", [&] { return draw_equation(state, body); }, 22);
    if (state.team.all.value)
        part(
            "levers", [&] { return draw_levers(frame, state, body); }, 14);
    if (!state.owners.empty())
        part(
            "owners", [&] { return draw_owners(state, body); }, 20);
    end_scroll(body.y - view.y);
}

}  // namespace views

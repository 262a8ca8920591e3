#include "draw/icons.h"
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

float stages_title_height() { return px(42); }
float stages_header_height() { return px(24); }
float stage_row_height() { return px(28); }
float stages_total_height() { return px(38); }

std::string conversion_words(const StageSum& stage) { return stage.conversion ? percent(*stage.conversion) : "\u2014"; }
std::string days_words(const StageSum& stage) { return stage.median_days ? whole(std::llround(*stage.median_days)) : "\u2014"; }

struct StageColumns {
    Rect name, count, bar, amount, weighted, compass, conversion, days, stuck;
};

// Marks of the bar stand before the names of what they mean.
float mark_width() { return px(18); }
constexpr std::array<Phrase, 7> column_names = {Phrase::funnel_count,   Phrase::column_amount,     Phrase::funnel_weighted,
                                                Phrase::funnel_compass, Phrase::funnel_conversion, Phrase::funnel_median_days,
                                                Phrase::funnel_stuck};

StageColumns columns_of(const Frame& frame, Rect row) {
    const float gap = px(12);
    enum { count, bar, amount, weighted, compass, conversion, days, stuck, all };
    const auto width = [&](int name, float least, bool mark = false) {
        return std::max(px(least),
                        text_width(type(Type::caption), say(column_names[static_cast<std::size_t>(name)])) + (mark ? mark_width() : 0));
    };
    std::array<float, all> widths = {width(0, 32),       px(80),       width(1, 56, true), width(2, 56, true),
                                     width(3, 56, true), width(4, 52), width(5, 44),       width(6, 36)};
    float name = 0, rest = row.width;
    for (const FunnelStageText& stage : frame.playbook.funnel)
        name = std::max(name, text_width(type(Type::body), in(language(), stage.name)));
    name += px(38);
    for (const float one : widths) rest -= one + gap;
    widths[bar] = std::max(px(48), widths[bar] + rest - name);
    const auto cells = cut_right<all>(row, widths, gap);
    return {row, cells[count], cells[bar], cells[amount], cells[weighted], cells[compass], cells[conversion], cells[days], cells[stuck]};
}

using PaintMark = void (*)(ImDrawList&, const Rect&);

void draw_stages_header(const StageColumns& columns, const Rect& row) {
    const Group header(ui::Role::row, "header", "", row);
    const auto column = [&](std::string_view id, const Rect& cell, Phrase words, PaintMark mark = nullptr) {
        funnel_header(id, cell, say(words), Align::right);
        if (!mark) return;
        const float end = right(cell) - text_width(type(Type::caption), say(words));
        mark(*ImGui::GetWindowDrawList(), {end - mark_width(), cell.y, mark_width() - px(3), cell.height});
    };
    mirror().add({.id = id_of("stage"), .role = ui::Role::columnheader, .name = say(Phrase::column_stage), .rect = columns.name});
    column("count", columns.count, Phrase::funnel_count);
    column("amount", columns.amount, Phrase::column_amount, draw::legend_amount);
    column("weighted", columns.weighted, Phrase::funnel_weighted, draw::legend_fill);
    column("compass", columns.compass, Phrase::funnel_compass, draw::legend_tick);
    column("conversion", columns.conversion, Phrase::funnel_conversion);
    column("days", columns.days, Phrase::funnel_median_days);
    column("stuck", columns.stuck, Phrase::funnel_stuck);
}

void draw_stuck(const Rect& cell, int stuck) {
    const Palette& colours = palette();
    const std::string words = whole(stuck);
    table_cell("stuck", cell, type(Type::body, stuck > 0 ? Face::bold : Face::regular), stuck > 0 ? colours.negative : colours.text3, words,
               Align::right);
    if (stuck == 0) return;
    const float end = right(cell) - text_width(type(Type::body, Face::bold), words);
    draw::draw_flag(*ImGui::GetWindowDrawList(), draw::FlagShape::warn, {end - px(14), centre(cell).y}, px(13), colours.negative,
                    colours.background);
}

void choose_stage(FunnelState& state, FunnelStage stage) {
    state.order.stage = state.order.stage == stage ? std::nullopt : std::optional(stage);
    state.order.changed();
}

// A deal is being dragged over this step.
void receive(const Frame& frame, const FunnelState& state, FunnelStage at, const Rect& plate) {
    const Deal* deal = find_deal(frame.workspace, *state.dragged);
    if (!deal || deal->funnel_stage == at) return;
    ImGui::GetWindowDrawList()->AddRect(top_left(plate), bottom_right(plate), palette().text, px(5), 0, line_px(2));
    if (ImGui::IsMouseReleased(ImGuiMouseButton_Left)) frame.wish(CheckGate{deal->id, at});
}

// "P5", then its name.
void draw_stage_name(Rect cell, FunnelStage stage, const std::string& words) {
    const Palette& colours = palette();
    const Rect number = cut_left(cell, px(28));
    draw_text_in(number, type(Type::body, Face::bold), colours.text3, "P" + std::to_string(static_cast<int>(stage) + 1));
    draw_text_in(cell, type(Type::body), colours.text, std::string_view(words).substr(std::min<std::size_t>(3, words.size())));
}

void draw_stage(const Frame& frame, FunnelState& state, const MoneyUnit& unit, FunnelStage at, const Rect& row) {
    const Palette& colours = palette();
    const Portfolio& portfolio = state.portfolio;
    const StageSum& stage = portfolio.stages[static_cast<std::size_t>(at)];
    const StageColumns columns = columns_of(frame, row);
    ImGui::PushID(static_cast<int>(at));
    const Group group(ui::Role::row, "row", "", row);
    const bool chosen = state.order.stage == at;
    const std::string words = funnel_words(frame.playbook, at);
    mirror().open({.id = id_of("name"), .role = ui::Role::cell, .rect = columns.name});
    const Rect plate = {row.x - px(10), row.y, row.width + px(20), row.height};
    const Press press =
        ui::press("stage", plate,
                  {.name = words, .states = static_cast<std::uint32_t>(state_toggle | (chosen ? state_pressed : state_none)), .radius = 5});
    mirror().close();
    if (chosen || press.hovered) ImGui::GetWindowDrawList()->AddRectFilled(top_left(plate), bottom_right(plate), colours.raised, px(5));
    draw_stage_name(columns.name, at, words);
    const Font body = type(Type::body);
    table_cell("count", columns.count, body, colours.text, whole(stage.count), Align::right);
    const float most = static_cast<float>(std::max(1.0, portfolio.largest_stage));
    const auto part = [&](double amount) { return static_cast<float>(amount) / most; };
    draw::funnel_bar(*ImGui::GetWindowDrawList(), middle(columns.bar, px(18)), part(stage.amount), part(stage.weighted),
                     part(stage.compass));
    table_cell("amount", columns.amount, body, colours.text, amount_in(unit, stage.amount), Align::right);
    table_cell("weighted", columns.weighted, body, colours.text2, amount_in(unit, stage.weighted), Align::right);
    table_cell("compass", columns.compass, type(Type::body, Face::bold), colours.text, amount_in(unit, stage.compass), Align::right);
    table_cell("conversion", columns.conversion, body, colours.text2, conversion_words(stage), Align::right);
    table_cell("days", columns.days, body, colours.text2, days_words(stage), Align::right);
    draw_stuck(columns.stuck, stage.stuck);
    ImGui::PopID();
    if (press.pressed && !state.dragged) choose_stage(state, at);
    if (state.dragged && ImGui::IsMouseHoveringRect(top_left(plate), bottom_right(plate))) receive(frame, state, at, plate);
}

// How much more our process sees than the compass.
std::string gap_sentence(const Portfolio& portfolio) {
    const double gap = portfolio.all.weighted - portfolio.all.compass;
    return say(gap >= 0 ? Phrase::funnel_optimistic : Phrase::funnel_cautious,
               {{"amount", money_words(portfolio.currency, std::fabs(gap))}});
}

void draw_stages_total(const Frame& frame, const Portfolio& portfolio, const MoneyUnit& unit, const Rect& row) {
    const Palette& colours = palette();
    const StageColumns columns = columns_of(frame, row);
    const Group group(ui::Role::row, "total", "", row);
    const Font bold = type(Type::body, Face::bold);
    const StageSum& all = portfolio.all;
    table_cell("name", columns.name, bold, colours.text, say(Phrase::funnel_total));
    table_cell("count", columns.count, bold, colours.text, whole(all.count), Align::right);
    const std::string gap = gap_sentence(portfolio);
    if (text_width(type(Type::body), gap) <= columns.bar.width)
        table_cell("gap", columns.bar, type(Type::body), all.weighted > all.compass ? colours.negative : colours.text2, gap);
    table_cell("amount", columns.amount, bold, colours.text, amount_in(unit, all.amount), Align::right);
    table_cell("weighted", columns.weighted, bold, colours.text, amount_in(unit, all.weighted), Align::right);
    table_cell("compass", columns.compass, bold, colours.text, amount_in(unit, all.compass), Align::right);
}

// What the numbers of a card are, in words.
std::string card_words(const Portfolio& portfolio, const StageSum& stage) {
    std::string words = say(Phrase::funnel_card, {{"weighted", money_words(portfolio.currency, stage.weighted)},
                                                  {"compass", money_words(portfolio.currency, stage.compass)}});
    if (stage.conversion) words += " \u00B7 " + say(Phrase::funnel_card_conversion, {{"share", percent(*stage.conversion)}});
    if (stage.median_days) words += " \u00B7 " + say(Phrase::funnel_card_days, {{"days", days_words(stage)}});
    return words;
}

}  // namespace

float funnel_stages_height() {
    return stages_title_height() + stages_header_height() + 7 * stage_row_height() + stages_total_height() + px(2);
}

void draw_funnel_stages(const Frame& frame, FunnelState& state, Rect area) {
    const Palette& colours = palette();
    const Portfolio& portfolio = state.portfolio;
    const MoneyUnit unit = money_unit(portfolio);
    Rect title = cut_top(area, stages_title_height());
    const Rect words = cut_left(title, explained_heading_width(say(Phrase::funnel_stages)), px(14));
    explained_heading(frame, words, say(Phrase::funnel_stages), "funnel");
    label(title, type(Type::caption), colours.text3, say(Phrase::funnel_unit, {{"unit", unit.name}}));
    const Group table(ui::Role::table, "stages", say(Phrase::funnel_stages), area);
    ImGui::PushID("stages");
    const Rect header = cut_top(area, stages_header_height());
    draw_stages_header(columns_of(frame, header), header);
    hairline({header.x, bottom(header)}, {right(header), bottom(header)}, colours.line);
    for (std::size_t i = 0; i < portfolio.stages.size(); ++i)
        draw_stage(frame, state, unit, static_cast<FunnelStage>(i), cut_top(area, stage_row_height()));
    hairline(top_left(area), {right(area), area.y}, colours.line);
    ImGui::PushID("total");
    draw_stages_total(frame, portfolio, unit, cut_top(area, stages_total_height()));
    ImGui::PopID();
    ImGui::PopID();
}

float draw_funnel_stage_cards(const Frame& frame, FunnelState& state, const Rect& area) {
    const Palette& colours = palette();
    const Portfolio& portfolio = state.portfolio;
    float y = area.y;
    const Rect title = {area.x, y, area.width, px(28)};
    heading(title, type(Type::section), say(Phrase::funnel_stages), 2, colours.text);
    y += px(32);
    const Group list(ui::Role::list, "stages", say(Phrase::funnel_stages), {area.x, y, area.width, px(84) * 7});
    const float most = static_cast<float>(std::max(1.0, portfolio.largest_stage));
    for (std::size_t i = 0; i < portfolio.stages.size(); ++i) {
        const StageSum& stage = portfolio.stages[i];
        const Font small = type(Type::caption);
        const std::string words = card_words(portfolio, stage), name = funnel_words(frame.playbook, static_cast<FunnelStage>(i));
        const std::string sum =
            say(Phrase::funnel_deals_count, {{"count", whole(stage.count)}}) + " \u00B7 " + money_words(portfolio.currency, stage.amount);
        const std::string stuck = stage.stuck > 0 ? say(Phrase::funnel_card_stuck, {{"count", whole(stage.stuck)}}) : std::string{};
        const float below = paragraph_height(small, words, area.width);
        Rect row = {area.x, y, area.width, px(26) + px(22) + below + px(12)};
        y += row.height;
        ImGui::PushID(static_cast<int>(i));
        const Group item(ui::Role::listitem, "stage", name, row);
        reading("sum", row, name + ", " + sum + ", " + words + (stuck.empty() ? "" : ", " + stuck));
        ImGui::PopID();
        Rect first = cut_top(row, px(26));
        const Rect amount = cut_right(first, text_width(type(Type::body, Face::bold), sum), px(8));
        draw_text_in(amount, type(Type::body, Face::bold), colours.text, sum, Align::right);
        draw_stage_name(first, static_cast<FunnelStage>(i), name);
        Rect second = cut_top(row, px(22));
        if (!stuck.empty()) draw_text_in(cut_right(second, text_width(small, stuck), px(10)), small, colours.negative, stuck, Align::right);
        draw::funnel_bar(*ImGui::GetWindowDrawList(), middle(second, px(14)), static_cast<float>(stage.amount) / most,
                         static_cast<float>(stage.weighted) / most, static_cast<float>(stage.compass) / most);
        draw_paragraph(row, small, colours.text2, words);
        hairline({row.x, bottom(row) - px(6)}, {right(row), bottom(row) - px(6)}, colours.line);
    }
    y += px(4);
    y += paragraph({area.x, y, area.width, 0}, type(Type::body, Face::bold),
                   portfolio.all.weighted > portfolio.all.compass ? colours.negative : colours.text2, gap_sentence(portfolio));
    return y + px(16) - area.y;
}

}  // namespace views

#include "views/funnel.h"

#include "draw/icons.h"
#include "views/deal_menu.h"
#include "views/deal_words.h"
#include "views/funnel_parts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::array<Phrase, 5> funnel_tab_words = {Phrase::funnel_tab_numbers, Phrase::funnel_tab_forecast, Phrase::funnel_tab_reasons,
                                                    Phrase::productivity, Phrase::funnel_tab_positions};

std::string funnel_summary(const Frame& frame, const Portfolio& portfolio) {
    const int closed = portfolio.won + portfolio.lost;
    std::string words = say(Phrase::funnel_summary, {{"people", whole(portfolio.owners)}, {"open", whole(portfolio.all.count)}});
    if (closed > 0)
        words += " \u00B7 " + say(Phrase::funnel_summary_closed,
                                  {{"closed", whole(closed)}, {"won", whole(portfolio.won)}, {"lost", whole(portfolio.lost)}});
    if (portfolio.suspended > 0) words += " \u00B7 " + say(Phrase::funnel_summary_suspended, {{"count", whole(portfolio.suspended)}});
    if (scale() == Scale::phone) return words;
    return words + " \u00B7 " + say(Phrase::funnel_summary_day, {{"day", date_long(frame.today)}});
}

void draw_funnel_head(const Frame& frame, const FunnelState& state, Rect head, bool few) {
    const bool phone = scale() == Scale::phone;
    const float height = control_height(), team = few && !phone ? button_width(say(Phrase::open_team)) : 0, small = phone ? 0 : px(32);
    const float exports = frame.workspace.deals.empty() ? 0 : phone ? height : button_width(say(Phrase::export_deal));
    const auto [undo, redo, open, out] = cut_right<4>(head, {small, small, team, exports}, px(8));
    if (small > 0) {
        if (icon_button("undo", middle(undo, px(32)), say(Phrase::undo), paint_icon<draw::Icon::undo>, frame.can_undo)) frame.wish(Undo{});
        if (icon_button("redo", middle(redo, px(32)), say(Phrase::redo), paint_icon<draw::Icon::redo>, frame.can_redo)) frame.wish(Redo{});
    }
    if (exports > 0 && phone) {
        icon_button("export", middle(out, height), say(Phrase::export_deal), paint_icon<draw::Icon::download>, true, "export-menu");
        draw_export_menu(frame, nullptr, middle(out, height));
    } else if (exports > 0) {
        draw_export_button(frame, nullptr, middle(out, height));
    }
    if (team > 0 && button("team", middle(open, height), say(Phrase::open_team), ButtonKind::primary)) frame.wish(OpenTeam{});
    draw_screen_title(frame, head, say(Phrase::funnel_title), funnel_summary(frame, state.portfolio));
}

void draw_funnel_tabs(FunnelState& state, const Rect& area, bool forecast_apart) {
    std::vector<std::string_view> words;
    std::vector<FunnelTab> tabs;
    for (std::size_t i = 0; i < funnel_tab_words.size(); ++i) {
        if (static_cast<FunnelTab>(i) == FunnelTab::forecast && !forecast_apart) continue;
        words.push_back(say(funnel_tab_words[i])), tabs.push_back(static_cast<FunnelTab>(i));
    }
    const auto here = std::find(tabs.begin(), tabs.end(), state.tab);
    state.tab =
        tabs[static_cast<std::size_t>(tab_strip("tabs", area, say(Phrase::funnel_title), words, static_cast<int>(here - tabs.begin())))];
}

// Nothing open: what will stand here, and the way to see it filled.
void draw_no_funnel(const Frame& frame, Rect area) {
    const Font font = type(Type::body);
    const float width = std::min(area.width, px(460));
    area = {area.x + (area.width - width) * 0.5f, area.y + area.height * 0.3f, width, area.height * 0.6f};
    heading(cut_top(area, line_height(type(Type::title)), px(8)), type(Type::title), say(Phrase::funnel_empty_title), 2, palette().text);
    cut_top(area, paragraph(area, font, palette().text2, say(Phrase::funnel_empty_hint)), px(20));
    for (const auto& [id, words, kind] : {std::tuple{"empty-team", Phrase::open_team, ButtonKind::primary},
                                          std::tuple{"empty-new", Phrase::new_deal, ButtonKind::secondary}}) {
        const Rect cell = cut_top(area, control_height(), px(10));
        if (!button(id, {cell.x, cell.y, std::min(cell.width, button_width(say(words))), cell.height}, say(words), kind)) continue;
        if (kind == ButtonKind::primary)
            frame.wish(OpenTeam{});
        else
            frame.wish(NewDeal{});
    }
}

// Not more than some screens of it.
void forget_out_of_sight(FunnelState& state) {
    constexpr std::size_t most = 500;
    InSight& kept = state.in_sight;
    if (kept.edition == state.portfolio.edition && kept.language == language() && kept.trends.size() <= most && kept.reasons.size() <= most)
        return;
    kept = {};
    kept.edition = state.portfolio.edition, kept.language = language();
}

// Many deals are read over several frames.
void draw_reading_progress(const Portfolio& portfolio, const Rect& area) {
    const std::string words = say(Phrase::funnel_reading, {{"done", whole(static_cast<long long>(portfolio.known.done()))},
                                                           {"all", whole(static_cast<long long>(portfolio.known.size()))}});
    const Rect line = {area.x, area.y + area.height * 0.4f, area.width, line_height(type(Type::strong))};
    draw_text_in(line, type(Type::strong), palette().text2, words, Align::centre);
    mirror().add({.id = id_of("progress"),
                  .role = ui::Role::status,
                  .name = say(Phrase::funnel_reading_name),
                  .rect = line,
                  .states = state_polite});
}

// A deal under way to another step, as a card at the pointer.
void draw_dragged(const Frame& frame, FunnelState& state) {
    if (!state.dragged) return;
    const Palette& colours = palette();
    const Deal* deal = find_deal(frame.workspace, *state.dragged);
    if (deal && ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
        const std::string words = deal_title(frame, *deal);
        const ImVec2 at = ImGui::GetIO().MousePos;
        const Rect card = {at.x + px(12), at.y + px(8), text_width(type(Type::body, Face::bold), words) + px(24), px(32)};
        ImDrawList& list = *ImGui::GetForegroundDrawList();
        list.AddRectFilled(top_left(card), bottom_right(card), colours.raised, px(6));
        list.AddRect(top_left(card), bottom_right(card), colours.line2, px(6), 0, line_px(1));
        const Font font = type(Type::body, Face::bold);
        list.AddText(font.font, font.size, {card.x + px(12), card.y + (card.height - font.size) * 0.5f}, colours.text, words.c_str());
        return;
    }
    state.dragged.reset();
}

void draw_funnel_numbers(const Frame& frame, FunnelState& state, Rect area, bool forecast_apart) {
    const Palette& colours = palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Rect side = forecast_apart ? Rect{} : cut_right(area, px(384));
    list.AddRectFilled(top_left(side), bottom_right(side), colours.panel);
    hairline(top_left(side), {side.x, bottom(side)}, colours.line);
    const Rect stages = cut_top(area, funnel_stages_height());
    draw_funnel_stages(frame, state, inset(stages, px(24), 0));
    list.AddRectFilled(top_left(area), bottom_right(area), colours.panel);
    hairline(top_left(area), {right(area), area.y}, colours.line);
    draw_funnel_deals(frame, state, inset(area, px(24), 0));
    draw_dragged(frame, state);
    if (forecast_apart) return;
    const Rect column = begin_scroll("forecast", {side.x + line_px(1), side.y, side.width - line_px(1), side.height});
    end_scroll(draw_funnel_forecast(frame, state, inset(column, px(20), 0)));
}

void draw_forecast_tab(const Frame& frame, FunnelState& state, const Rect& area) {
    const Rect column = begin_scroll("forecast", area);
    const Rect body = inset(column, px(24), 0);
    end_scroll(draw_funnel_forecast(frame, state, {body.x, body.y, std::min(body.width, px(640)), body.height}));
}

void draw_phone_numbers(const Frame& frame, FunnelState& state, const Rect& area, bool few) {
    const Rect column = begin_scroll("numbers", area);
    Rect body = inset(column, px(14), 0);
    const float top = body.y;
    body.y += px(12);
    if (few) {
        if (button("team", {body.x, body.y, body.width, control_height()}, say(Phrase::open_team), ButtonKind::primary))
            frame.wish(OpenTeam{});
        body.y += control_height() + px(12);
    }
    body.y += draw_funnel_stage_cards(frame, state, body);
    body.y += draw_funnel_forecast(frame, state, body);
    end_scroll(body.y + px(12) - top);
}

}  // namespace

void funnel_header(std::string_view id, const Rect& rect, std::string_view words, Align align) {
    if (rect.width == 0) return;
    draw_text_in(rect, type(Type::caption), palette().text3, words, align);
    mirror().add({.id = id_of(id), .role = ui::Role::columnheader, .name = words, .rect = rect});
}

bool sort_header(std::string_view id, const Rect& cell, std::string_view words, bool sorted, bool descending, Align align) {
    if (cell.width == 0) return false;
    const Palette& colours = palette();
    const Font font = type(Type::caption, sorted ? Face::bold : Face::regular);
    const std::uint32_t direction = !sorted ? state_none : descending ? state_descending : state_ascending;
    const Press press =
        ui::press(id, cell, {.role = ui::Role::columnheader, .name = words, .states = state_sortable | direction, .radius = 4});
    const ImU32 ink = sorted || press.hovered ? colours.text : colours.text3;
    draw_text_in(cell, font, ink, words, align);
    if (sorted && text_width(font, words) + px(14) <= cell.width) {
        const float x = align == Align::right ? right(cell) - text_width(font, words) - px(8) : cell.x + text_width(font, words) + px(8);
        draw::draw_icon(*ImGui::GetWindowDrawList(), descending ? draw::Icon::chevron_down : draw::Icon::chevron_up, {x, centre(cell).y},
                        px(9), ink);
    }
    return press.pressed;
}

void draw_funnel(Frame& frame, FunnelState& state, const Rect& whole) {
    const Palette& colours = palette();
    const bool phone = scale() == Scale::phone, complete = update_portfolio(frame, state.portfolio),
               few = frame.workspace.deals.size() <= 1;
    Rect area = whole;
    const Rect head = cut_top(area, screen_head_height(whole)), tabs = cut_top(area, phone ? control_height() : px(40));
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(head), bottom_right(tabs), colours.panel);
    if (!complete) return draw_reading_progress(state.portfolio, area);
    order_rows(frame, state.portfolio, state.order);
    forget_out_of_sight(state);
    draw_funnel_head(frame, state, inset(head, px(phone ? 14 : 24), 0), few);
    const bool forecast_apart = !phone && whole.width < px(1080);
    if (!forecast_apart && state.tab == FunnelTab::forecast) state.tab = FunnelTab::numbers;
    draw_funnel_tabs(state, tabs, forecast_apart);
    if (state.tab == FunnelTab::productivity) return draw_funnel_productivity(frame, state, area);
    if (state.portfolio.all.count == 0) return draw_no_funnel(frame, area);
    if (state.tab == FunnelTab::reasons) return draw_funnel_reasons(frame, state, area);
    if (state.tab == FunnelTab::forecast) return draw_forecast_tab(frame, state, area);
    if (state.tab == FunnelTab::positions) return draw_funnel_positions(frame, state, area);
    if (phone)
        draw_phone_numbers(frame, state, area, few);
    else
        draw_funnel_numbers(frame, state, area, forecast_apart);
}

}  // namespace views

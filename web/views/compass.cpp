#include "views/compass.h"

#include "draw/figures.h"
#include "ui/widgets.h"
#include "views/compass_parts.h"
#include "views/deal_words.h"

#include <algorithm>
#include <cmath>

namespace views {

using namespace compass;
using namespace ui;

namespace {

void draw_index(Rect area, const DealReading& today, const DealReading* tried, const Deal& deal) {
    const Palette& colours = palette();
    if (!today.index) {
        label(area, type(Type::title), colours.text, outcome_words(deal), Align::right);
        return;
    }
    const Font hero = type(Type::hero), small = type(Type::caption);
    const WinIndex& index = tried && tried->index ? *tried->index : *today.index;
    Rect words =
        cut_right(area, std::max(text_width(small, say(Phrase::win_index)), text_width(small, percent_range(0.15, 0.27))) + px(4), px(10));
    const float half = area.height * 0.5f;
    draw_text_in({words.x, words.y + half - px(20), words.width, px(20)}, small, colours.text2, say(Phrase::win_index));
    draw_text_in({words.x, words.y + half, words.width, px(20)}, small, colours.text3,
                 percent_range(index.band.low.value, index.band.high.value));
    const std::string number = percent(index.index.value);
    const float width = text_width(hero, number);
    draw_text_in(cut_right(area, width), hero, colours.text, number);
    std::string sentence = index_sentence(index);
    if (tried && tried->index) {
        const std::string before = percent(today.index->index.value) + " \u2192 ";
        draw_text_in(cut_right(area, text_width(type(Type::title), before)), type(Type::title), colours.text3, before);
        sentence = index_sentence(index, &*today.index);
    }
    mirror().add({.id = ImGui::GetID("index"), .role = ui::Role::status, .name = sentence, .rect = words, .states = state_polite});
}

// Another deal: what is open and tried of the last one does not count; the way of looking does.
void start_afresh(CompassState& state, const Id& deal) {
    CompassState fresh;
    fresh.deal = deal, fresh.flat = state.flat, fresh.flatten = state.flatten;
    fresh.axis.drafts = std::move(state.axis.drafts);
    state = std::move(fresh);
}

}  // namespace

void open_axis(CompassState& state, const Id& deal, Axis axis, const Id& fact) {
    if (state.deal != deal) start_afresh(state, deal);
    open_axis_editor(state.axis, deal, axis);
    state.axis.led_to = fact, state.axis.leads = static_cast<bool>(fact);
}

std::string basics_line(const Playbook& playbook, const Deal& deal, Date today) {
    std::string line;
    const auto add = [&](const std::string& part) {
        if (part.empty()) return;
        if (!line.empty()) line += " \u00B7 ";
        line += part;
    };
    if (deal.teaching) add(say(Phrase::sample_mark));
    add(deal.objective.unit);
    if (deal.objective.amount) add(money(*deal.objective.amount));
    add(signing_words(deal, today));
    add(deal.owner);
    add(funnel_words(playbook, deal.funnel_stage));
    return line;
}

std::string signing_words(const Deal& deal, Date today) {
    const std::optional<Date>& date = deal.objective.signing_date;
    if (!date) return std::string(say(Phrase::no_signing_date));
    const bool past = deal.status == DealStatus::open && *date < today;
    return say(past ? Phrase::signing_past : Phrase::signing_on, {{"date", date_long(*date)}, {"days", whole(today - *date)}});
}

std::string outcome_words(const Deal& deal) {
    return say(deal.status == DealStatus::won    ? Phrase::status_won
               : deal.status == DealStatus::lost ? Phrase::status_lost
                                                 : Phrase::status_suspended);
}

void try_position(CompassState& state, const Deal& deal, const Position& position) {
    state.looking_back.reset();
    const bool ends = position == deal.position.claimed || state.what_if == position || deal.status != DealStatus::open;
    state.what_if = ends ? std::nullopt : std::optional(position);
    state.tried_from = deal.position.claimed;
}

void keep_what_if(const Frame& frame, CompassState& state, const Deal& deal) {
    if (!state.what_if) return;
    frame.act(SetPosition{deal.id, *state.what_if, {}});
    state.what_if.reset();
}

void leave_on_escape(const Frame& frame, CompassState& state) {
    if (frame.dialog_open || !take_escape()) return;
    if (state.what_if)
        state.what_if.reset();
    else if (state.looking_back)
        state.looking_back.reset();
    else
        close_axis_editor(state.axis);
}

void draw_compass_header(const Frame& frame, CompassState& state, const Box<Deal>& deal, Rect area) {
    const Palette& colours = palette();
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(area), bottom_right(area), colours.panel);
    hairline({area.x, bottom(area) - line_px(1)}, {right(area), bottom(area) - line_px(1)}, colours.line);
    const Group banner(ui::Role::region, "header", deal_title(frame.workspace, *deal), area);
    area = inset(area, px(24), 0);

    const DealReading& today = frame.readings.of(deal);
    const DealReading* tried = state.what_if ? &frame.readings.what_if(deal, *state.what_if) : nullptr;
    const bool can_try = !tried && has_step(today);
    const auto width = [](bool shown, Phrase words) { return shown ? button_width(say(words)) : 0; };
    const float icon = tried ? 0 : px(32), height = px(32);
    const auto [undo, redo, out, best, drop, keep] =
        cut_right<6>(area,
                     {icon, icon, width(!tried, Phrase::export_deal), width(can_try, Phrase::try_best), width(tried, Phrase::drop),
                      width(tried, Phrase::keep)},
                     px(8));
    const float line_x = right(area) - px(4);
    hairline({line_x, area.y + px(14)}, {line_x, bottom(area) - px(14)}, colours.line);
    cut_right(area, px(20));
    const Rect index = cut_right(area, px(tried ? 230 : 180), px(12));

    const Rect top = {area.x, area.y + px(8), area.width, px(28)};
    const float title_width = deal_heading(frame, {top.x, top.y, top.width - px(36), top.height}, Type::title, *deal);
    if (icon_button("basics", middle({top.x + title_width + px(6), top.y, px(28), top.height}, px(28)), say(Phrase::edit_basics),
                    paint_icon<draw::Icon::pencil>))
        frame.wish(EditBasics{deal->id});
    label({area.x, bottom(top), area.width, px(20)}, type(Type::caption), colours.text2, basics_line(frame.playbook, *deal, frame.today));
    draw_index(index, today, tried, *deal);

    if (tried) {
        if (button("drop", middle(drop, height), say(Phrase::drop))) state.what_if.reset();
        if (button("keep", middle(keep, height), say(Phrase::keep), ButtonKind::primary)) keep_what_if(frame, state, *deal);
        return;
    }
    if (icon_button("undo", middle(undo, px(32)), say(Phrase::undo), paint_icon<draw::Icon::undo>, frame.can_undo)) frame.wish(Undo{});
    if (icon_button("redo", middle(redo, px(32)), say(Phrase::redo), paint_icon<draw::Icon::redo>, frame.can_redo)) frame.wish(Redo{});
    if (button("export", middle(out, height), say(Phrase::export_deal))) frame.wish(ExportDeals{{deal->id}});
    if (can_try && button("try-best", middle(best, height), say(Phrase::try_best), ButtonKind::primary))
        try_position(state, *deal, today.navigation.moves.front().to);
}

void draw_compass(Frame& frame, CompassState& state, const Box<Deal>& deal, Rect area) {
    if (state.deal != deal->id) start_afresh(state, deal->id);
    // A trial is of one step from where the deal stood; it ends with an edit, an undo or an import that moved the deal.
    if (state.tried_from != deal->position.claimed || deal->status != DealStatus::open) state.what_if.reset();
    if (state.looking_back && *state.looking_back >= static_cast<int>(deal->trail.size())) state.looking_back.reset();
    const Palette& colours = palette();
    const Scale now = scale();
    if (now == Scale::phone) return draw_compass_phone(frame, state, deal, area);
    draw_compass_header(frame, state, deal, cut_top(area, px(64)));
    const bool chinese = language() == Language::zh;
    const Rect side = cut_right(area, px(chinese ? 384 : 404));
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(side), bottom_right(side), colours.panel);
    hairline({side.x, side.y}, {side.x, bottom(side)}, colours.line);
    const bool has_trail = deal->trail.size() > 1;
    const Rect trail = has_trail ? cut_bottom(area, px(84)) : Rect{};
    draw_compass_canvas(frame, state, deal, area);
    if (has_trail) draw_compass_trail(frame, state, *deal, trail);

    const Group inspector(ui::Role::complementary, "inspector", say(Phrase::inspector_name), side);
    const std::string part = state.axis.axis ? "axis" + std::to_string(static_cast<int>(*state.axis.axis)) : "readings";
    const Rect column = begin_scroll(part, {side.x + line_px(1), side.y, side.width - line_px(1), side.height});
    const float height =
        state.axis.axis ? draw_axis_editor(frame, state.axis, *deal, column) : draw_compass_inspector(frame, state, deal, column);
    end_scroll(height);
    leave_on_escape(frame, state);
}

}  // namespace views

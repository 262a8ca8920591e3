#include "draw/figures.h"
#include "ui/widgets.h"
#include "views/compass_parts.h"
#include "views/deal_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace views {

using namespace compass;
using namespace ui;

namespace {

// Controls left to right; what does not fit starts a second row.
class Flow {
  public:
    Flow(const Rect& area, float height, float gap) : area_(area), x_(area.x), y_(area.y), height_(height), gap_(gap) {}
    Rect next(float width) {
        if (x_ > area_.x && x_ + width > right(area_)) x_ = area_.x, y_ += height_ + px(6);
        const Rect cell = {x_, y_, width, height_};
        x_ += width + gap_;
        return cell;
    }
    float height() const { return y_ + height_ - area_.y; }
    float room() const { return right(area_) - x_; }

  private:
    Rect area_;
    float x_, y_, height_, gap_;
};

}  // namespace

float draw_compass_tools(CompassState& state, const Rect& area) {
    Flow flow(area, px(32), px(12));
    const Group tools(ui::Role::toolbar, "tools", say(Phrase::tools_name), {area.x, area.y, area.width, px(32)});
    const std::array<std::string_view, 2> views = {say(Phrase::view_solid), say(Phrase::view_flat)};
    state.flat = segment("view", flow.next(segment_width(views)), say(Phrase::view_name), views, state.flat ? 1 : 0) == 1;
    if (!state.flat) {
        const std::array<std::string_view, 3> slices = {say(Phrase::slice_all), say(Phrase::slice_stage), say(Phrase::slice_moves)};
        state.slice = static_cast<draw::Slice>(
            segment("slice", flow.next(segment_width(slices)), say(Phrase::slice_name), slices, static_cast<int>(state.slice)));
    }
    check("field", flow.next(check_width(say(Phrase::show_field))), say(Phrase::show_field), state.show_field);
    check("trail", flow.next(check_width(say(Phrase::show_trail))), say(Phrase::show_trail), state.show_trail);
    if (!state.flat)
        check("projection", flow.next(check_width(say(Phrase::show_projection))), say(Phrase::show_projection), state.show_projection);
    const draw::LatticeCamera rest;
    if (!state.flat && state.camera != rest) {
        if (button("reset", flow.next(button_width(say(Phrase::reset_view))), say(Phrase::reset_view), ButtonKind::plain))
            state.camera = rest;
    }
    return flow.height();
}

ImVec2 draw_compass_headline(const CompassState& state, const Deal& deal, const DealReading& reading, Rect area) {
    const Palette& colours = palette();
    const Font strong = type(Type::title), plain = type(Type::body);
    std::string title, detail;
    Move icon = Move::hold;
    if (state.what_if) {
        title = say(Phrase::what_if_title, {{"position", position_words(*state.what_if)}});
        detail = say(Phrase::what_if_detail);
    } else if (state.looking_back && *state.looking_back < static_cast<int>(deal.trail.size())) {
        const TrailStep& step = deal.trail[static_cast<std::size_t>(*state.looking_back)];
        title = date_long(step.date) + "  " + position_words(step.position);
        detail = step.reason;
    } else if (!reading.index) {
        title = position_words(deal.position.claimed);
    } else {
        const RankedMove& best = reading.navigation.moves.front();
        icon = best.move;
        title = move_sentence(best.move, best.to);
        detail = best.move == Move::hold ? say(Phrase::hold_detail) : best_detail(best);
    }
    Rect line = cut_top(area, px(30));
    const Rect whole = line;
    if (!state.what_if && !state.looking_back && reading.index)
        draw::draw_move(*ImGui::GetWindowDrawList(), icon, centre(cut_left(line, px(24), px(10))), px(24), colours.accent_line,
                        colours.background);
    const float width = draw_text_in(line, strong, colours.text, title), gap = px(14), wanted = text_width(plain, detail);
    ui::reading("headline", whole, title + (detail.empty() ? "" : ": " + detail));
    const float used = line.x - whole.x + width + gap;
    if (used + wanted <= whole.width + 1) {
        draw_text({line.x + width + gap, whole.y + px(1) + (whole.height - plain.size) * 0.5f}, plain, colours.text2, detail);
        return {used + wanted, whole.height};
    }
    const Rect below = cut_top(area, line_height(plain));
    draw_text_in({line.x, below.y, line.width, below.height}, plain, colours.text2, detail);
    return {whole.width, whole.height + below.height};
}

void draw_compass_legend(const Rect& area, bool flat) {
    const Palette& colours = palette();
    const Font font = type(Type::caption);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    Rect rest = area;
    const auto item = [&](Phrase words, float mark_width, auto paint) {
        const float width = px(mark_width + 8) + text_width(font, say(words));
        if (width > rest.width) return;
        Rect cell = cut_left(rest, width, px(20));
        paint(cut_left(cell, px(mark_width), px(8)));
        draw_text_in({cell.x, cell.y, cell.width + px(2), cell.height}, font, colours.text2, say(words));
    };
    if (flat) {
        const float unit_width = text_width(font, say(Phrase::legend_cells));
        draw_text_in(cut_right(rest, unit_width, px(20)), font, colours.text3, say(Phrase::legend_cells), Align::right);
        for (const Move move :
             {Move::stage_forward, Move::stage_back, Move::competition_up, Move::urgency_up, Move::urgency_down, Move::hold})
            item(move_phrase(move), 14,
                 [&](const Rect& mark) { draw::draw_flat_move(list, move, centre(mark), px(14), colours.text, colours.background); });
        return;
    }
    item(Phrase::legend_forward, 22, [&](const Rect& mark) { draw::legend_needle(list, mark, false); });
    item(Phrase::legend_back, 22, [&](const Rect& mark) { draw::legend_needle(list, mark, true); });
    item(colours.dark ? Phrase::legend_value_dark : Phrase::legend_value_light, 38,
         [&](const Rect& mark) { draw::legend_ramp(list, mark); });
    item(Phrase::legend_projection, 20, [&](const Rect& mark) { draw::legend_dots(list, mark); });
}

void draw_compass_path(const DealReading& reading, Rect area) {
    const Palette& colours = palette();
    const Navigation& navigation = reading.navigation;
    hairline({area.x, area.y}, {right(area), area.y}, colours.line);
    cut_top(area, px(14));
    Rect head = cut_top(area, px(26));
    const std::string odds = say(
        Phrase::path_odds,
        {{"periods", whole(navigation.periods)}, {"best", percent(navigation.best.value)}, {"hold", percent(navigation.hold_all.value)}});
    label(cut_right(head, text_width(type(Type::body), odds)), type(Type::body), colours.text2, odds, Align::right);
    heading(head, type(Type::section), say(Phrase::path_title), 2, colours.text);
    cut_top(area, px(10));

    const int steps = std::min<int>(static_cast<int>(navigation.path.size()), 3);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (int i = 0; i <= steps; ++i) {
        const Rect cell = column(area, i, 4, px(12));
        const ImVec2 dot = {cell.x + px(14), cell.y + px(14)};
        if (i < steps) draw::path_line(list, {dot.x + px(16), dot.y}, {right(cell) + px(8), dot.y}, i == 0);
        draw::path_dot(list, dot, i);
        const PathStep* step = i == 0 ? nullptr : &navigation.path[static_cast<std::size_t>(i - 1)];
        const std::string title = step ? move_sentence(step->move, step->to) : position_words(navigation.position);
        const std::string detail = step ? say(Phrase::path_periods, {{"periods", whole(step->periods)}}) : std::string(say(Phrase::now));
        const float height = draw_paragraph({cell.x, cell.y + px(34), cell.width, 0}, type(Type::body, i < 2 ? Face::bold : Face::regular),
                                            colours.text, title, 2);
        draw_text_in({cell.x, cell.y + px(34) + height, cell.width, px(20)}, type(Type::caption), colours.text2, detail);
        ui::reading("step" + std::to_string(i), {cell.x, cell.y, cell.width, px(74)},
                    say(Phrase::pair, {{"first", title}, {"second", detail}}));
    }
}

}  // namespace views

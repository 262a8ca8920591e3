#include "views/compass.h"

#include "draw/figures.h"
#include "ui/widgets.h"
#include "views/compass_parts.h"
#include "views/deal_header.h"
#include "views/deal_words.h"

#include <algorithm>
#include <cmath>

namespace views {

using namespace compass;
using namespace ui;

namespace {

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
    const DealReading& today = frame.readings.of(deal);
    const DealReading* tried = state.what_if ? &frame.readings.what_if(deal, *state.what_if) : nullptr;
    const bool can_try = !tried && has_step(today);
    const auto width = [](bool shown, Phrase words) { return shown ? button_width(say(words)) : 0; };
    const float drop_width = width(tried, Phrase::drop), own = width(can_try, Phrase::try_best) + width(tried, Phrase::keep);
    DealHeader header(frame, deal, Screen::compass, area, tried, own + (tried ? drop_width + px(8) : 0));
    if (tried) {
        if (button("drop", cut_left(header.buttons, drop_width, px(8)), say(Phrase::drop))) state.what_if.reset();
        if (button("keep", header.buttons, say(Phrase::keep), ButtonKind::primary)) keep_what_if(frame, state, *deal);
    } else if (can_try && button("try-best", header.buttons, say(Phrase::try_best), ButtonKind::primary)) {
        try_position(state, *deal, today.navigation.moves.front().to);
    }
}

void draw_compass(Frame& frame, CompassState& state, const Box<Deal>& deal, Rect area) {
    if (state.deal != deal->id) start_afresh(state, deal->id);
    // A trial is of one step from where the deal stood; it ends with an edit, an undo or an import that moved the deal.
    if (state.tried_from != deal->position.claimed || deal->status != DealStatus::open) state.what_if.reset();
    if (state.looking_back && *state.looking_back >= static_cast<int>(deal->trail.size())) state.looking_back.reset();
    const Palette& colours = palette();
    const Scale now = scale();
    if (now == Scale::phone) return draw_compass_phone(frame, state, deal, area);
    draw_compass_header(frame, state, deal, cut_top(area, deal_header_height()));
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

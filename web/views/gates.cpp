#include "views/gates.h"

#include "draw/figures.h"
#include "draw/icons.h"
#include "views/deal_header.h"
#include "views/deal_words.h"
#include "views/gates_parts.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace views {

using namespace compass;
using namespace ui;

namespace {

void begin_gates_of(GatesState& state, const Id& deal) {
    GatesState fresh;
    fresh.deal = deal, fresh.drafts = std::move(state.drafts);
    std::erase_if(fresh.drafts, [](const GatesDraft& draft) { return !draft.holds_work(); });
    state = std::move(fresh);
}

// The way's marks: the gold disc where the deal is, a tick where all is done, a triangle where something is owed, a ring ahead.
void draw_way_mark(const KeptStage& stage, FunnelStage now, ImVec2 at, ImU32 behind) {
    const Palette& colours = palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (stage.stage == now) return draw::trail_dot(list, at, true, false);
    list.AddCircleFilled(at, px(9), behind);
    if (stage.debt) return draw::draw_flag(list, draw::FlagShape::warn, at, px(17), colours.negative, behind);
    if (stage.stage > now) return list.AddCircle(at, px(6), colours.line2, 0, px(1.5f));
    list.AddCircleFilled(at, px(8), colours.text2);
    draw::draw_icon(list, draw::Icon::check, at, px(11), colours.panel);
}

struct WayLook {
    int columns = 7;
    bool names = true;
    float mark = 0, height = 0;
};

// Names where there is room for their longest word; on an upright phone two rows.
WayLook way_look(const KeptGates& kept, float width, bool phone) {
    WayLook look;
    look.columns = phone && width < px(560) ? 4 : 7;
    const float cell = width / static_cast<float>(look.columns) - px(10);
    look.names = !phone && cell > px(language() == Language::zh ? 72 : 92);
    look.mark = px(26);
    float lines = 0;
    if (look.names)
        for (const KeptStage& stage : kept.stages) lines = std::max(lines, paragraph_height(type(Type::caption), stage.name, cell));
    look.height = look.mark + px(22) + lines + line_height(type(Type::caption)) + px(14);
    return look;
}

float draw_way(GatesState& state, const Deal& deal, const Rect& area) {
    const Palette& colours = palette();
    const bool phone = scale() == Scale::phone;
    const KeptGates& kept = state.kept;
    const WayLook look = way_look(kept, area.width, phone);
    const int rows = (static_cast<int>(kept.stages.size()) + look.columns - 1) / look.columns;
    const FunnelStage shown = shown_gate(state, deal).stage;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto cell_of = [&](int i) {
        const int line = i / look.columns;
        const Rect row = {area.x, area.y + static_cast<float>(line) * (look.height + px(4)), area.width, look.height};
        return ui::column(row, i % look.columns, look.columns, px(4));
    };
    for (int i = 0; i + 1 < static_cast<int>(kept.stages.size()); ++i) {
        const Rect from = cell_of(i), to = cell_of(i + 1);
        if (from.y != to.y) continue;
        const bool passed = kept.stages[static_cast<std::size_t>(i)].stage < deal.funnel_stage;
        const float y = from.y + px(16);
        list.AddLine({centre(from).x + px(14), y}, {centre(to).x - px(14), y}, passed ? colours.text2 : colours.line2, px(passed ? 2 : 1));
    }
    const auto chosen = std::find_if(kept.stages.begin(), kept.stages.end(), [&](const KeptStage& one) { return one.stage == shown; });
    const int at = static_cast<int>(chosen - kept.stages.begin());
    Radios radios("way", say(Phrase::funnel_stages), {area.x, area.y, area.width, static_cast<float>(rows) * (look.height + px(4))}, at);
    ImGui::PushID("way");
    for (int i = 0; i < static_cast<int>(kept.stages.size()); ++i) {
        const KeptStage& stage = kept.stages[static_cast<std::size_t>(i)];
        Rect cell = cell_of(i);
        const Press press = radios.item(stage.number, cell, stage.spoken);
        const bool on = i == at;
        if (on) list.AddRect(top_left(cell), bottom_right(cell), colours.text, px(6), 0, px(2));
        if (press.hovered && !on) list.AddRect(top_left(cell), bottom_right(cell), colours.line2, px(6), 0, line_px(1));
        draw_way_mark(stage, deal.funnel_stage, {centre(cell).x, cell.y + px(16)}, palette().background);
        cut_top(cell, look.mark);
        draw_text_in(cut_top(cell, px(22)), type(Type::strong, Face::bold), colours.text, stage.number, Align::centre);
        if (look.names) {
            const float room = cell.width - px(6);
            for (const std::string_view line : wrap(type(Type::caption), stage.name, room))
                draw_text_in(cut_top(cell, line_height(type(Type::caption))), type(Type::caption), colours.text2, line, Align::centre);
        }
        const Rect words = {cell.x, area.y + (cell_of(i).y - area.y) + look.height - px(8) - line_height(type(Type::caption)), cell.width,
                            line_height(type(Type::caption))};
        const std::string& status =
            text_width(type(Type::caption, Face::bold), stage.status) <= cell.width - px(6) ? stage.status : stage.short_status;
        draw_text_in(words, type(Type::caption, stage.debt || stage.stage == deal.funnel_stage ? Face::bold : Face::regular),
                     stage.debt                         ? colours.negative
                     : stage.stage == deal.funnel_stage ? colours.accent_text
                     : stage.stage > deal.funnel_stage  ? colours.text3
                                                        : colours.text2,
                     status, Align::centre);
    }
    ImGui::PopID();
    if (const int to = radios.chosen(); to != at && to >= 0) {
        state.stage = kept.stages[static_cast<std::size_t>(to)].stage;
        if (state.open == GatesPart::fact) state.open.reset();
    }
    return static_cast<float>(rows) * (look.height + px(4));
}

void draw_gates_phone(const Frame& frame, GatesState& state, const Box<Deal>& deal, Rect area) {
    const PhoneHeader header =
        draw_phone_header(frame, state.renaming, deal, Screen::gates, cut_top(area, phone_header_height(is_lying(area))), 0);
    if (header.back) frame.wish(GoToDeals{});
    const Rect view = begin_scroll("gates", area);
    Rect inner = {view.x + px(16), view.y + px(12), view.width - px(32), view.height};
    cut_top(inner, draw_way(state, *deal, inner), px(14));
    cut_top(inner, draw_gate_items(frame, state, *deal, inner), px(8));
    const Rect side = {view.x, inner.y, view.width, view.height};
    const float height = draw_gates_side(frame, state, *deal, side);
    end_scroll(inner.y + height - view.y);
}

void draw_gates_wide(const Frame& frame, GatesState& state, const Box<Deal>& deal, Rect area) {
    const Palette& colours = palette();
    const Rect side = cut_right(area, px(language() == Language::zh ? 384 : 404));
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(side), bottom_right(side), colours.panel);
    hairline({side.x, side.y}, {side.x, bottom(side)}, colours.line);
    {
        const Group canvas(ui::Role::region, "gates", say(Phrase::tab_gates), area);
        Rect inner = inset(area, px(24), px(14));
        cut_top(inner, draw_way(state, *deal, inner), px(16));
        const Rect list = {inner.x - px(8), inner.y, inner.width + px(24), bottom(area) - inner.y};
        const Rect view = begin_scroll("items-scroll", list);
        end_scroll(draw_gate_items(frame, state, *deal, {view.x + px(8), view.y + px(2), inner.width, view.height}) + px(20));
    }
    const Group panel(ui::Role::complementary, "inspector", say(Phrase::gates_panel), side);
    const Rect view = begin_scroll("gates-side", {side.x + line_px(1), side.y, side.width - line_px(1), side.height});
    end_scroll(draw_gates_side(frame, state, *deal, view));
}

// The stage that comes next, where there is one.
std::optional<FunnelStage> stage_after(const Deal& deal) {
    if (deal.status != DealStatus::open || deal.funnel_stage == FunnelStage::p7) return std::nullopt;
    return static_cast<FunnelStage>(static_cast<int>(deal.funnel_stage) + 1);
}

}  // namespace

void open_gates(GatesState& state, const Id& deal, bool ending) {
    if (state.deal != deal) begin_gates_of(state, deal);
    if (ending) open_gates_part(state, GatesPart::end);
}

void draw_gates_screen(Frame& frame, GatesState& state, const Box<Deal>& deal, Rect area) {
    if (state.deal != deal->id) begin_gates_of(state, deal->id);
    keep_gates(frame, state, deal);
    if (scale() == Scale::phone) {
        draw_gates_phone(frame, state, deal, area);
    } else {
        const std::optional<FunnelStage> next = stage_after(*deal);
        const std::string go =
            next ? say(Phrase::gates_go_on, {{"stage", "P" + std::to_string(static_cast<int>(*next) + 1)}}) : std::string{};
        if (!frame.presents) {
            const DealHeader header(frame, deal, Screen::gates, cut_top(area, deal_header_height()), nullptr, next ? button_width(go) : 0);
            if (next && button("go-on", header.buttons, go, ButtonKind::primary)) frame.wish(CheckGate{deal->id, *next});
        }
        draw_gates_wide(frame, state, deal, area);
    }
    if (!frame.dialog_open && state.open && take_escape()) state.open.reset();
}

}  // namespace views

// The quadrants of relationship × potential: a dot per customer, which opens it; arrow keys go from one to the next.
#include "views/customers_parts.h"

#include <algorithm>
#include <cmath>

namespace views {

using namespace compass;
using namespace ui;

namespace {

void lay_out_customers(const Frame& frame, CustomersState& state, const Rect& area) {
    CustomersState::LaidOut& last = state.laid_out;
    const bool same = last.edition == state.kept.edition && last.area.x == area.x && last.area.y == area.y &&
                      last.area.width == area.width && last.area.height == area.height && last.unit == unit();
    if (same) return;
    last = {state.kept.edition, area, unit()};
    draw::layout_quadrants(state.drawing, frame.readings.whole_playbook().practice.high_from, area);
}

ImGuiID dot_id(std::size_t at) { return ImGui::GetID(static_cast<int>(at) + 7000); }

void dots_in_mirror(const Frame& frame, CustomersState& state, const Rect& area) {
    const draw::QuadrantDrawing& drawing = state.drawing;
    const Group group(ui::Role::group, "quadrants", say(Phrase::customers_chart), area);
    const std::size_t count = drawing.marks.size();
    std::size_t stop = count;
    for (std::size_t i = 0; i < count; ++i)
        if (drawing.marks[i].shown && (stop == count || static_cast<int>(i) == state.focused)) stop = i;
    state.focused = -1;
    for (std::size_t i = 0; i < count; ++i) {
        const draw::CustomerMark& mark = drawing.marks[i];
        if (!mark.shown) continue;
        const float reach = std::max(mark.radius + px(4), px(scale() == Scale::phone ? 22 : 12));
        const std::uint32_t states = state_focusable | (i == stop ? state_none : state_roving);
        mirror().add({.id = dot_id(i),
                      .role = ui::Role::link,
                      .name = state.kept.sentences[i],
                      .rect = {mark.centre.x - reach, mark.centre.y - reach, 2 * reach, 2 * reach},
                      .states = states});
        if (mirror().activated(dot_id(i))) frame.wish(GoToCustomers{frame.workspace.customers[i]->id});
        if (!mirror().focused(dot_id(i))) continue;
        if (mirror().focus_visible()) state.focused = static_cast<int>(i);
        const auto walk = [&](ImGuiKey key, ImVec2 direction) {
            if (!ImGui::IsKeyPressed(key)) return;
            if (const int to = draw::next_customer(drawing, static_cast<int>(i), direction); to >= 0)
                mirror().request_focus(dot_id(static_cast<std::size_t>(to)));
        };
        walk(ImGuiKey_RightArrow, {1, 0}), walk(ImGuiKey_LeftArrow, {-1, 0}), walk(ImGuiKey_DownArrow, {0, 1}),
            walk(ImGuiKey_UpArrow, {0, -1});
    }
    for (std::size_t i = 0; i < drawing.crowds.size(); ++i) {
        const draw::CrowdMark& crowd = drawing.crowds[i];
        mirror().add({.id = ImGui::GetID(static_cast<int>(i) + 900),
                      .role = ui::Role::text,
                      .name = say(Phrase::customers_crowd, {{"count", whole(crowd.count)}}),
                      .rect = {crowd.at.x - px(12), crowd.at.y - px(8), px(24), px(16)}});
    }
}

// Whole, where the name has no room beside its dot, and how much is open there.
void draw_customer_hint(const Frame& frame, const CustomersState& state, const Rect& area) {
    const int shown = state.hovered >= 0 ? state.hovered : state.focused;
    if (shown < 0) return;
    const auto at = static_cast<std::size_t>(shown);
    const draw::CustomerMark& mark = state.drawing.marks[at];
    const std::string words = frame.workspace.customers[at]->name + " \u00B7 " + sums_words(state.kept.sums[at].open_amount);
    const Font font = type(Type::body, Face::bold);
    const float width = text_width(font, words) + px(20), height = px(28);
    const float left = std::clamp(mark.centre.x - width / 2, area.x, std::max(area.x, right(area) - width));
    const float top = mark.centre.y - mark.radius - px(8) - height;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({left, top}, {left + width, top + height}, palette().raised, px(6));
    list.AddRect({left, top}, {left + width, top + height}, palette().line2, px(6), 0, line_px(1));
    draw_text_in({left, top, width, height}, font, palette().text, words, Align::centre);
}

}  // namespace

void draw_customers_chart(const Frame& frame, CustomersState& state, const Rect& whole) {
    const Group group(ui::Role::region, "customers-chart", say(Phrase::customers_chart), whole);
    Rect area = whole;
    heading(cut_top(area, section_height(), px(2)), type(Type::section), say(Phrase::customers_chart), 2, palette().text);
    cut_top(area, paragraph(area, type(Type::caption), palette().text2, say(Phrase::customers_chart_help)), px(8));
    area.height = std::min(area.height, area.width * 1.25f);
    lay_out_customers(frame, state, area);
    ImGui::SetCursorScreenPos(top_left(area));
    ImGui::InvisibleButton("quadrants-area", {std::max(1.0f, area.width), std::max(1.0f, area.height)});
    const bool over = ImGui::IsItemHovered();
    const ImVec2 from = ImGui::GetIO().MouseClickedPos[0], at = ImGui::GetIO().MousePos;
    const bool still = std::fabs(from.x - at.x) + std::fabs(from.y - at.y) < px(5);
    state.hovered = over ? draw::hit_customer(state.drawing, at) : -1;
    if (state.hovered >= 0) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (ImGui::IsItemDeactivated() && over && still && state.hovered >= 0)
        frame.wish(GoToCustomers{frame.workspace.customers[static_cast<std::size_t>(state.hovered)]->id});
    draw::draw_quadrants(*ImGui::GetWindowDrawList(), state.drawing, state.words, {state.hovered, state.focused});
    dots_in_mirror(frame, state, area);
    draw_customer_hint(frame, state, area);
}

}  // namespace views

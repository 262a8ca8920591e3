#include "draw/boards.h"
#include "draw/figures.h"
#include "views/deal_words.h"
#include "views/funnel_parts.h"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr float disc_most = 27, disc_least = 6;  // radii, design pixels of the drawing
constexpr float orbit_degrees = 0.05f;           // per design pixel of dragging

// The strings behind a scene's views of them.
struct LatticeWords {
    std::array<std::string, 4> stage, competition, urgency, urgency_short;
    std::string competition_axis, urgency_axis;
};

void fill_words(LatticeWords& text, draw::PositionWords& words) {
    static constexpr Phrase short_urgencies[] = {Phrase::urgency_later_short, Phrase::urgency_worked_in_short, Phrase::urgency_active,
                                                 Phrase::urgency_urgent};
    static constexpr Phrase questions[] = {Phrase::stage_intent_question, Phrase::stage_solution_question,
                                           Phrase::stage_commercial_question, Phrase::stage_closing_question};
    text.competition_axis = axis_word(Axis::competition), text.urgency_axis = axis_word(Axis::urgency);
    for (std::size_t i = 0; i < 4; ++i) {
        text.stage[i] = level_word(Axis::stage, static_cast<int>(i)),
        text.competition[i] = level_word(Axis::competition, static_cast<int>(i));
        text.urgency[i] = level_word(Axis::urgency, static_cast<int>(i)), text.urgency_short[i] = say(short_urgencies[i]);
        words.stage[i] = text.stage[i], words.competition[i] = text.competition[i], words.urgency[i] = text.urgency[i];
        words.urgency_short[i] = text.urgency_short[i], words.question[i] = say(questions[i]);
    }
    words.competition_axis = text.competition_axis, words.urgency_axis = text.urgency_axis;
}

std::string position_sentence(const Portfolio& portfolio, int at) {
    const PositionSum& sum = portfolio.positions[static_cast<std::size_t>(at)];
    return say(Phrase::positions_sentence, {{"position", position_words(position_at(at))},
                                            {"deals", say(Phrase::funnel_deals_count, {{"count", whole(sum.count)}})},
                                            {"amount", money_words(portfolio.currency, sum.amount)}});
}

struct Discs {
    std::array<ImVec2, position_count> centre;
    std::array<float, position_count> radius;  // 0: no deal stands there
};

Discs discs_of(const Portfolio& portfolio, float most) {
    Discs discs{};
    for (std::size_t i = 0; i < position_count; ++i) {
        const PositionSum& sum = portfolio.positions[i];
        if (sum.count == 0) continue;
        const double part = portfolio.largest_position > 0 ? sum.amount / portfolio.largest_position : 0;
        discs.radius[i] = std::max(most * disc_least / disc_most, most * static_cast<float>(std::sqrt(part)));
    }
    return discs;
}

int disc_at(const Discs& discs, ImVec2 point) {
    int found = -1;
    float nearest = 0;
    for (int i = 0; i < position_count; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const float far = std::hypot(discs.centre[at].x - point.x, discs.centre[at].y - point.y) - std::max(discs.radius[at], px(9));
        if (discs.radius[at] > 0 && far <= 0 && (found < 0 || far < nearest)) found = i, nearest = far;
    }
    return found;
}

void choose_position(FunnelState& state, int at) { state.chosen = state.chosen == at ? -1 : at; }

// Places of the discs; what is under them is drawn.
Discs draw_flat_positions(const Portfolio& portfolio, const Rect& area, const draw::PositionScene& scene) {
    const draw::BoardsLayout boards = draw::layout_boards(area, unit(), scene.words);
    draw::draw_boards(*ImGui::GetWindowDrawList(), boards, scene);
    const Rect& cell = boards.boards[0].cells[0];
    Discs discs = discs_of(portfolio, std::min(cell.width, cell.height) * 0.46f);
    for (int i = 0; i < position_count; ++i) discs.centre[static_cast<std::size_t>(i)] = draw::cell_centre(boards, position_at(i));
    return discs;
}

Discs draw_solid_positions(const Portfolio& portfolio, const FunnelState& state, const Rect& area, const draw::PositionScene& scene) {
    const draw::LatticeLayout layout = draw::layout_lattice(area, state.camera, unit());
    draw::draw_lattice(*ImGui::GetWindowDrawList(), layout, scene);
    Discs discs = discs_of(portfolio, disc_most * layout.size);
    for (std::size_t i = 0; i < position_count; ++i) {
        discs.centre[i] = layout.nodes[i].centre;
        discs.radius[i] *= 0.85f + 0.15f * layout.nodes[i].near;
    }
    return discs;
}

void draw_discs(const Portfolio& portfolio, const FunnelState& state, const Discs& discs, int hovered) {
    std::array<int, position_count> order;
    for (int i = 0; i < position_count; ++i) order[static_cast<std::size_t>(i)] = i;
    // The small ones last: none hides under a large one.
    std::sort(order.begin(), order.end(),
              [&](int a, int b) { return discs.radius[static_cast<std::size_t>(a)] > discs.radius[static_cast<std::size_t>(b)]; });
    const Font font = type(Type::caption, Face::bold);
    for (const int i : order) {
        const auto at = static_cast<std::size_t>(i);
        if (discs.radius[at] == 0) continue;
        draw::amount_disc(*ImGui::GetWindowDrawList(), discs.centre[at], discs.radius[at], i == state.chosen || i == hovered);
        const std::string count = whole(portfolio.positions[at].count);
        if (portfolio.positions[at].count < 2 || text_width(font, count) > 1.3f * discs.radius[at]) continue;
        draw_text_in({discs.centre[at].x - px(20), discs.centre[at].y - px(10), px(40), px(20)}, font, palette().text, count,
                     Align::centre);
    }
}

// Positions with deals as things to press; arrow keys go from one to the next.
void positions_in_mirror(FunnelState& state, const Rect& area, const Discs& discs) {
    const Group group(ui::Role::group, "positions", say(Phrase::funnel_tab_positions), area, state.flat ? ui::state_none : ui::state_drags);
    int first = -1, before = -1, turn = 0, focused = -1;
    bool leads_on = false;
    const auto id = [](int at) { return ImGui::GetID(at + 1000); };
    for (int i = 0; i < position_count; ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (discs.radius[at] == 0) continue;
        if (first < 0) first = i;
        if (leads_on) mirror().request_focus(id(i)), leads_on = false;
        const float reach = std::max(discs.radius[at], px(11));
        const Rect spot = {discs.centre[at].x - reach, discs.centre[at].y - reach, 2 * reach, 2 * reach};
        const bool is_stop = state.chosen >= 0 ? i == state.chosen : i == first;
        mirror().add({.id = id(i),
                      .role = ui::Role::button,
                      .name = position_sentence(state.portfolio, i),
                      .rect = spot,
                      .states = static_cast<std::uint32_t>(state_focusable | state_toggle | (is_stop ? state_none : state_roving) |
                                                           (i == state.chosen ? state_pressed : state_none))});
        if (mirror().activated(id(i))) turn = i + 1;
        if (mirror().focused(id(i))) {
            if (mirror().focus_visible()) focused = i;
            if (ImGui::IsKeyPressed(ImGuiKey_RightArrow) || ImGui::IsKeyPressed(ImGuiKey_DownArrow)) leads_on = true;
            if (before >= 0 && (ImGui::IsKeyPressed(ImGuiKey_LeftArrow) || ImGui::IsKeyPressed(ImGuiKey_UpArrow)))
                mirror().request_focus(id(before));
        }
        before = i;
    }
    if (turn > 0) choose_position(state, turn - 1);
    if (focused < 0) return;
    const auto at = static_cast<std::size_t>(focused);
    ImGui::GetWindowDrawList()->AddCircle(discs.centre[at], discs.radius[at] + px(5), palette().text, 0, line_px(2));
}

void draw_drawing(const Frame& frame, FunnelState& state, const Rect& area) {
    LatticeWords text;
    draw::PositionScene scene;
    fill_words(text, scene.words);
    ImGui::SetCursorScreenPos(top_left(area));
    ImGui::InvisibleButton("positions-area", {std::max(1.0f, area.width), std::max(1.0f, area.height)});
    const ImGuiIO& io = ImGui::GetIO();
    const bool over = ImGui::IsItemHovered(), dragging = ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, px(4));
    const ImVec2 pressed = io.MouseClickedPos[0];
    const bool clicked =
        ImGui::IsItemDeactivated() && over && std::fabs(pressed.x - io.MousePos.x) + std::fabs(pressed.y - io.MousePos.y) < px(5);
    if (!state.flat && frame.pinch && ImRect(top_left(area), bottom_right(area)).Contains(frame.pinch->from))
        state.camera = draw::pinched(state.camera, area, frame.pinch->from, frame.pinch->to, frame.pinch->factor);
    if (!state.flat && dragging) {
        state.camera.yaw += io.MouseDelta.x * orbit_degrees / unit(), state.camera.pitch += io.MouseDelta.y * orbit_degrees / unit();
        state.camera = draw::clamp_camera(state.camera);
    }
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRect(top_left(area), bottom_right(area), true);
    const Discs discs =
        state.flat ? draw_flat_positions(state.portfolio, area, scene) : draw_solid_positions(state.portfolio, state, area, scene);
    const int hovered = over && !dragging ? disc_at(discs, io.MousePos) : -1;
    draw_discs(state.portfolio, state, discs, hovered);
    list.PopClipRect();
    if (hovered >= 0) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        tooltip(position_sentence(state.portfolio, hovered));
    }
    if (over && hovered < 0 && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) state.camera = {};
    if (clicked && hovered >= 0) choose_position(state, hovered);
    positions_in_mirror(state, area, discs);
}

// The deals of the chosen position, of all where none is chosen; by amount.
void list_chosen(const Frame& frame, FunnelState& state) {
    if (state.chosen_for == state.chosen && state.chosen_edition == state.portfolio.edition) return;
    state.chosen_for = state.chosen, state.chosen_edition = state.portfolio.edition;
    state.at_chosen.clear();
    for (std::size_t i = 0; i < state.portfolio.deals.size(); ++i) {
        const Position& position = frame.workspace.deals[state.portfolio.deals[i].deal]->position.claimed;
        if (state.chosen < 0 || index_of(position) == state.chosen) state.at_chosen.push_back(i);
    }
    std::stable_sort(state.at_chosen.begin(), state.at_chosen.end(), [&](std::size_t a, std::size_t b) {
        return state.portfolio.deals[a].amount.value_or(-1) > state.portfolio.deals[b].amount.value_or(-1);
    });
}

void draw_chosen_row(const Frame& frame, const Portfolio& portfolio, const DealSum& sum, const Rect& row) {
    const Palette& colours = palette();
    const Deal& deal = *frame.workspace.deals[sum.deal];
    const Customer* customer = portfolio.customers[sum.deal];
    ImGui::PushID(static_cast<int>(sum.deal));
    const Group item(ui::Role::listitem, "item", "", row);
    const std::string index = percent(portfolio.known.of(sum.deal).index->value);
    std::string basics = "P" + std::to_string(static_cast<int>(deal.funnel_stage) + 1);
    if (deal.objective.amount) basics = money(*deal.objective.amount) + " \u00B7 " + basics;
    if (!deal.owner.empty()) basics += " \u00B7 " + deal.owner;
    const Rect plate = {row.x - px(8), row.y, row.width + px(16), row.height};
    const Press press =
        ui::press("open", plate, {.role = ui::Role::link, .name = deal_title(customer, deal), .description = index + ", " + basics});
    ImGui::PopID();
    if (press.hovered) ImGui::GetWindowDrawList()->AddRectFilled(top_left(plate), bottom_right(plate), colours.raised, px(5));
    Rect rest = middle(row, px(42));
    draw_text_in(cut_right(rest, px(44), px(8)), type(Type::body, Face::bold), colours.text, index, Align::right);
    const Rect name = cut_top(rest, px(22));
    draw_deal_name(name, name_in_list(Type::body), customer ? customer->name : "", deal.name);
    draw_text_in(rest, type(Type::caption), colours.text2, basics);
    if (press.pressed) frame.wish(GoToDeal{deal.id});
}

void draw_chosen(const Frame& frame, FunnelState& state, Rect area) {
    const Palette& colours = palette();
    list_chosen(frame, state);
    const std::string title = state.chosen < 0 ? std::string(say(Phrase::positions_all)) : position_words(position_at(state.chosen));
    Rect head = cut_top(area, px(44));
    if (state.chosen >= 0) {
        const std::string_view words = say(Phrase::positions_show_all);
        const Rect cell = cut_right(head, button_width(words), px(8));
        if (button("all", middle(cell, control_height()), words, ButtonKind::plain)) state.chosen = -1;
    }
    heading(head, type(Type::section), title, 2, colours.text);
    const PositionSum* sum = state.chosen < 0 ? nullptr : &state.portfolio.positions[static_cast<std::size_t>(state.chosen)];
    label(cut_top(area, px(22), px(6)), type(Type::caption), colours.text2,
          say(Phrase::funnel_deals_count, {{"count", whole(sum ? sum->count : state.portfolio.all.count)}}) + " \u00B7 " +
              money_words(state.portfolio.currency, sum ? sum->amount : state.portfolio.all.amount));
    const float row_height = px(scale() == Scale::phone ? 54 : 48);
    const Rect rows = begin_scroll("chosen", {area.x - px(8), area.y, area.width + px(16), area.height});
    const Group list(ui::Role::list, "deals", title, rows);
    const RowRange range = rows_in_sight(rows, row_height, state.at_chosen.size());
    for (std::size_t i = range.first; i < range.end; ++i)
        draw_chosen_row(frame, state.portfolio, state.portfolio.deals[state.at_chosen[i]],
                        {rows.x + px(8), rows.y + row_height * static_cast<float>(i), rows.width - px(22), row_height});
    end_scroll(row_height * static_cast<float>(state.at_chosen.size()));
}

}  // namespace

void draw_funnel_positions(const Frame& frame, FunnelState& state, Rect area) {
    const Palette& colours = palette();
    const bool phone = scale() == Scale::phone;
    Rect side = phone && !is_lying(area) ? cut_bottom(area, area.height * 0.42f)
                                         : cut_right(area, phone ? area.width * 0.44f : std::min(px(384), area.width * 0.36f));
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(side), bottom_right(side), colours.panel);
    area = inset(area, px(phone ? 8 : 24), px(phone ? 4 : 12));
    const std::array<std::string_view, 2> views = {say(Phrase::view_solid), say(Phrase::view_flat)};
    Rect tools = cut_top(area, control_height(), px(6));
    const int chosen = segment("view", cut_left(tools, segment_width(views), px(16)), say(Phrase::view_name), views, state.flat ? 1 : 0);
    state.flat = chosen == 1;
    const std::string_view hint = say(Phrase::positions_hint);
    if (text_width(type(Type::caption), hint) <= tools.width) label(tools, type(Type::caption), colours.text3, hint);
    draw_drawing(frame, state, area);
    draw_chosen(frame, state, inset(side, px(phone ? 14 : 20), px(phone ? 0 : 8)));
}

}  // namespace views

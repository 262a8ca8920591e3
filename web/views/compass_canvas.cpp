#include "draw/figures.h"
#include "ui/widgets.h"
#include "views/compass_parts.h"
#include "views/deal_words.h"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr double turn_seconds = 0.24;     // solid ↔ flat
constexpr double step_seconds = 0.24;     // the disc from one position to the next
constexpr float orbit_per_pixel = 0.05f;  // degrees per design pixel of dragging

// The strings behind a scene's views of them, for one frame.
// "方案·平手·活跃 → 领先：赢单指数 20% → 36%" where one move leads, else the chance there.
std::string node_sentence(const Frame& frame, const Box<Deal>& deal, const Position& position, const Navigation& navigation) {
    if (navigation.moves.empty()) return position_words(position);  // of a closed deal
    const std::string chance = percent(navigation.field[static_cast<std::size_t>(index_of(position))].value.value);
    for (const RankedMove& move : navigation.moves) {
        if (move.move == Move::hold || move.to != position) continue;
        const auto before = frame.readings.index_at(deal, navigation.position), after = frame.readings.index_at(deal, position);
        if (!before || !after) break;
        return say(Phrase::node_move_sentence, {{"from", position_words(navigation.position)},
                                                {"level", move_target(move.move, move.to)},
                                                {"before", percent(before->value)},
                                                {"after", percent(after->value)},
                                                {"gain", points(move.gain)}});
    }
    if (position == navigation.position)
        return say(Phrase::node_now_sentence, {{"position", position_words(position)}, {"chance", chance}});
    return say(Phrase::node_sentence, {{"position", position_words(position)}, {"chance", chance}});
}

Stage shown_stage(const CompassState& state, const Deal& deal) {
    return state.stage.value_or(state.what_if ? state.what_if->stage : deal.position.claimed.stage);
}

// Where there is room for one board only.
void draw_stage_choice(CompassState& state, const Deal& deal, const Rect& area) {
    std::array<std::string, 4> names;
    std::array<std::string_view, 4> views;
    for (int i = 0; i < level_count; ++i)
        names[static_cast<std::size_t>(i)] = level_word(Axis::stage, i),
        views[static_cast<std::size_t>(i)] = names[static_cast<std::size_t>(i)];
    const int before = static_cast<int>(shown_stage(state, deal));
    const int chosen = segment("stage", area, axis_word(Axis::stage), views, before, static_cast<int>(deal.position.claimed.stage));
    if (chosen != before) state.stage = static_cast<Stage>(chosen);
}

// Solid ↔ flat: the panes turn for a moment.
void turn(Frame& frame, CompassState& state, bool at_once) {
    const float target = state.flat ? 1.0f : 0.0f;
    if (state.flatten == target) {
        state.turned_at = 0;
        return;
    }
    if (state.turned_at == 0) state.turned_at = frame.now;
    const float step = frame.reduced_motion || at_once ? 1.0f : static_cast<float>((frame.now - state.turned_at) / turn_seconds);
    state.turned_at = frame.now;
    state.flatten = target > state.flatten ? std::min(1.0f, state.flatten + step) : std::max(0.0f, state.flatten - step);
    frame.moving |= state.flatten != target;
}

// The disc goes to a new position, it does not jump. Returns how much of its way lies behind it, 0 … 1.
float step(Frame& frame, CompassState& state, const Position& now) {
    if (state.stood && *state.stood != now) state.from = state.stood, state.stepped_at = frame.now;
    state.stood = now;
    const double way = (frame.now - state.stepped_at) / step_seconds;
    if (!state.from || frame.reduced_motion || way >= 1) {
        state.from.reset();
        return 1;
    }
    frame.moving = true;
    const float left = 1 - static_cast<float>(way);
    return 1 - left * left * left;
}

// Both views' places are known in both, so that one turns into the other without a jump.
struct Places {
    Rect lattice, boards, stages;  // stages: the choice of the board, where there is one
    std::optional<Rect> path;
};

Places place_views(const CompassState& state, const Deal& deal, const DealReading& reading, const Rect& area, bool phone, bool one_board) {
    Places places = {area, area, {}, {}};
    if (!phone) {
        const ImVec2 headline = draw_compass_headline(state, deal, reading, area);
        cut_top(places.boards, headline.y, px(8));
        // The panes rise to the right: beside a short headline the drawing uses its height too.
        cut_top(places.lattice, headline.x < area.width * 0.5f ? px(6) : headline.y + px(6));
    }
    if (one_board) places.stages = cut_top(places.boards, control_height(), px(8));
    if (phone) return places;
    const Rect lattice_legend = cut_bottom(places.lattice, px(24));
    if (places.boards.height > px(430) && reading.index) places.path = cut_bottom(places.boards, px(136));
    const Rect boards_legend = cut_bottom(places.boards, px(28), px(4));
    if (reading.index) draw_compass_legend(state.flatten < 1 ? lattice_legend : boards_legend, state.flatten >= 1);
    return places;
}

struct Pointer {
    bool over = false, dragging = false, clicked = false;
    ImVec2 at;
};

// The drawing under the pointer: dragging orbits within limits, a double click on nothing resets.
Pointer point(const Frame& frame, CompassState& state, const Rect& area) {
    const ImGuiIO& io = ImGui::GetIO();
    ImGui::SetCursorScreenPos(top_left(area));
    ImGui::InvisibleButton("positions-area", {std::max(1.0f, area.width), std::max(1.0f, area.height)});
    Pointer pointer{ImGui::IsItemHovered(), ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, px(4)), false,
                    io.MousePos};
    const ImVec2 pressed = io.MouseClickedPos[0];
    const bool still = std::fabs(pressed.x - io.MousePos.x) + std::fabs(pressed.y - io.MousePos.y) < px(5);
    pointer.clicked = ImGui::IsItemDeactivated() && pointer.over && still;
    if (state.flat) return pointer;
    if (frame.pinch && ImRect(top_left(area), bottom_right(area)).Contains(frame.pinch->from))
        state.camera = draw::pinched(state.camera, area, frame.pinch->from, frame.pinch->to, frame.pinch->factor);
    const float degrees = orbit_per_pixel / unit();
    if (pointer.dragging) {
        state.camera.yaw += io.MouseDelta.x * degrees, state.camera.pitch += io.MouseDelta.y * degrees;
        state.camera = draw::clamp_camera(state.camera);
    }
    if (pointer.over && state.hovered < 0 && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) state.camera = {};
    return pointer;
}

// Where each position can be pressed; an empty rectangle where it is not shown.
using Spots = std::array<Rect, position_count>;

// Each returns index_of the position under the pointer, −1 where there is none.
int draw_flat_view(const Rect& area, draw::PositionScene scene, std::optional<Stage> only, const Pointer& pointer, Spots& spots) {
    const draw::BoardsLayout layout =
        only ? draw::layout_board(area, unit(), scene.words, *only) : draw::layout_boards(area, unit(), scene.words);
    for (int b = 0; b < layout.count; ++b) {
        const draw::Board& board = layout.boards[static_cast<std::size_t>(b)];
        std::copy(board.cells.begin(), board.cells.end(), spots.begin() + static_cast<int>(board.stage) * 16);
    }
    const int hit = pointer.over ? draw::hit_cell(layout, pointer.at) : -1;
    scene.hovered = hit;
    draw::draw_boards(*ImGui::GetWindowDrawList(), layout, scene);
    return hit;
}

int draw_solid_view(const Rect& area, const Rect& boards_area, const draw::PositionScene& scene, const CompassState& state,
                    const Pointer& pointer, Spots& spots) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const bool turning = state.flatten > 0;
    const draw::BoardsLayout boards = turning ? draw::layout_boards(boards_area, unit(), scene.words) : draw::BoardsLayout{};
    const draw::LatticeLayout layout = turning ? draw::layout_lattice(area, state.camera, unit(), state.flatten, boards)
                                               : draw::layout_lattice(area, state.camera, unit());
    const float reach = px(11);
    for (std::size_t i = 0; i < position_count; ++i) {
        const ImVec2 at = layout.nodes[i].centre;
        const bool seen = state.camera.zoom == 1 || ImRect(top_left(area), bottom_right(area)).Contains(at);
        spots[i] = seen ? Rect{at.x - reach, at.y - reach, 2 * reach, 2 * reach} : Rect{};
    }
    if (state.camera.zoom > 1) list.PushClipRect(top_left(area), bottom_right(area), true);
    draw::draw_lattice(list, layout, scene);
    if (state.camera.zoom > 1) list.PopClipRect();
    if (turning) {
        draw::PositionScene coming = scene;
        coming.opacity = state.flatten * state.flatten;
        draw::draw_boards(list, boards, coming);
    }
    if (!pointer.over || pointer.dragging) return -1;
    if (const int tag = draw::hit_tag(draw::place_tags(layout, scene), pointer.at); tag >= 0) return tag;
    if (const int node = draw::hit_node(layout, pointer.at); node >= 0) return node;
    return draw::hit_arrow(layout, scene, pointer.at);
}

const NodeNames& node_names(const Frame& frame, NodeNames& names, const Box<Deal>& deal, const Navigation& navigation) {
    if (names.readings == frame.readings.version() && names.language == language()) return names;
    names.readings = frame.readings.version(), names.language = language();
    for (int i = 0; i < position_count; ++i)
        names.words[static_cast<std::size_t>(i)] = node_sentence(frame, deal, position_at(i), navigation);
    return names;
}

// The 64 nodes as things to press and to walk through by arrow keys.
void nodes_in_mirror(const Frame& frame, CompassState& state, const Box<Deal>& box, const DealReading& reading, const Rect& area,
                     const Spots& spots) {
    const Deal& deal = *box;
    const Group group(ui::Role::group, "positions", say(Phrase::positions_name), area, state.flat ? ui::state_none : ui::state_drags);
    const NodeNames& names = node_names(frame, state.names, box, reading.navigation);
    const int stop = state.focused >= 0 ? state.focused : index_of(deal.position.claimed);
    state.focused = -1, state.node_focused = false;
    for (int i = 0; i < position_count; ++i) {
        if (spots[static_cast<std::size_t>(i)].width == 0) continue;
        const Position position = position_at(i);
        const ImGuiID id = ImGui::GetID(static_cast<int>(i + 1000));
        const bool tried = state.what_if == position;
        mirror().add({.id = id,
                      .role = ui::Role::button,
                      .name = names.words[static_cast<std::size_t>(i)],
                      .rect = spots[static_cast<std::size_t>(i)],
                      .states = static_cast<std::uint32_t>(state_focusable | state_toggle | (i == stop ? state_none : state_roving) |
                                                           (tried ? state_pressed : state_none) |
                                                           (position == deal.position.claimed ? state_current : state_none))});
        if (mirror().activated(id)) try_position(state, deal, position);
        if (!mirror().focused(id)) continue;
        state.node_focused = true;
        if (mirror().focus_visible()) state.focused = i;
        std::optional<Position> to;
        const auto walk = [&](ImGuiKey key, Move move) {
            if (ImGui::IsKeyPressed(key)) to = moved(position, move);
        };
        walk(ImGuiKey_RightArrow, Move::stage_forward), walk(ImGuiKey_LeftArrow, Move::stage_back),
            walk(ImGuiKey_UpArrow, Move::competition_up), walk(ImGuiKey_DownArrow, Move::competition_down);
        walk(ImGuiKey_PageUp, Move::urgency_up), walk(ImGuiKey_PageDown, Move::urgency_down);
        if (to) mirror().request_focus(ImGui::GetID(index_of(*to) + 1000));
    }
}

}  // namespace

draw::PositionScene scene_of(const CompassState& state, const Deal& deal, const DealReading& reading, SceneText& text) {
    draw::PositionScene scene;
    if (reading.index) scene.navigation = &reading.navigation;
    scene.now = deal.position.claimed;
    scene.ghost = state.what_if;
    scene.hovered = state.hovered, scene.focused = state.focused;
    scene.show_field = state.show_field, scene.show_trail = state.show_trail, scene.show_projection = state.show_projection;
    scene.slice = state.slice;
    for (const TrailStep& step : deal.trail) text.trail.push_back(step.position);
    scene.trail = text.trail;
    if (state.looking_back && *state.looking_back < static_cast<int>(deal.trail.size()))
        scene.ghost = deal.trail[static_cast<std::size_t>(*state.looking_back)].position;

    static constexpr Phrase questions[] = {Phrase::stage_intent_question, Phrase::stage_solution_question,
                                           Phrase::stage_commercial_question, Phrase::stage_closing_question};
    for (std::size_t i = 0; i < 4; ++i) {
        text.stage[i] = level_word(Axis::stage, static_cast<int>(i)),
        text.competition[i] = level_word(Axis::competition, static_cast<int>(i)),
        text.urgency[i] = level_word(Axis::urgency, static_cast<int>(i));
        text.question[i] = say(questions[i]);
    }
    text.competition_axis = axis_word(Axis::competition), text.urgency_axis = axis_word(Axis::urgency);
    if (reading.navigation.threat) text.threat = say(Phrase::threat_tag, {{"chance", percent(reading.navigation.threat->chance.value)}});
    if (!deal.trail.empty()) text.trail_start = date_short(deal.trail.front().date);
    if (state.hovered >= 0) text.hover = position_words(position_at(state.hovered));
    if (state.hovered >= 0 && reading.index)
        text.hover += "  " + percent(reading.navigation.field[static_cast<std::size_t>(state.hovered)].value.value);
    static constexpr Phrase short_urgencies[] = {Phrase::urgency_later_short, Phrase::urgency_worked_in_short, Phrase::urgency_active,
                                                 Phrase::urgency_urgent};
    for (std::size_t i = 0; i < 4; ++i) text.urgency_short[i] = say(short_urgencies[i]);
    if (reading.index) text.now_value = percent(reading.index->index.value);
    draw::PositionWords& words = scene.words;
    for (std::size_t i = 0; i < 4; ++i) words.urgency_short[i] = text.urgency_short[i];
    words.now = say(Phrase::now), words.now_value = text.now_value, words.move = say(Phrase::move_word),
    words.threat_name = say(Phrase::threat_word);
    words.best = say(Phrase::best_word);
    for (std::size_t i = 0; i < 4; ++i)
        words.stage[i] = text.stage[i], words.competition[i] = text.competition[i], words.urgency[i] = text.urgency[i],
        words.question[i] = text.question[i];
    words.competition_axis = text.competition_axis, words.urgency_axis = text.urgency_axis, words.threat = text.threat,
    words.trail_start = text.trail_start, words.hover = text.hover;
    return scene;
}

void draw_compass_canvas(Frame& frame, CompassState& state, const Box<Deal>& deal, Rect area) {
    const bool phone = scale() == Scale::phone;
    const DealReading& reading = frame.readings.of(deal);
    const Group group(ui::Role::region, "canvas", say(Phrase::canvas_name), area);
    if (!phone) area = inset(area, px(24), px(14));
    const bool one_board = phone || area.width < px(600);
    if (phone)
        state.flat = true;
    else if (!frame.presents)
        cut_top(area, draw_compass_tools(state, area), px(10));
    turn(frame, state, one_board);

    SceneText text;
    draw::PositionScene scene = scene_of(state, *deal, reading, text);
    scene.travel = step(frame, state, deal->position.claimed);
    scene.from = state.from;
    const Places places = place_views(state, *deal, reading, area, phone, one_board);
    const bool flat = state.flatten >= 1;
    if (flat && one_board) draw_stage_choice(state, *deal, places.stages);
    const Rect drawing = flat ? places.boards : places.lattice;
    const Pointer pointer = point(frame, state, drawing);
    Spots spots;
    int hit = flat ? draw_flat_view(drawing, scene, one_board ? std::optional(shown_stage(state, *deal)) : std::nullopt, pointer, spots)
                   : draw_solid_view(drawing, places.boards, scene, state, pointer, spots);
    state.hovered = hit;
    if (!reading.index) hit = -1;  // nothing to try once it is closed
    if (hit >= 0) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (pointer.clicked && hit >= 0) try_position(state, *deal, position_at(hit));
    nodes_in_mirror(frame, state, deal, reading, drawing, spots);
    if (places.path && flat) draw_compass_path(reading, *places.path);
}

}  // namespace views

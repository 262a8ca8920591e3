#include "draw/boards.h"
#include "draw/lattice.h"
#include "draw/lattice_marks.h"
#include "draw/strokes.h"
#include "ui/layout.h"

#include <algorithm>
#include <cmath>

namespace draw {
namespace {

using compass::level_count;

// The recipe of the design for a drawing of 980 × 620.
constexpr float rest_width = 980, stage_step = 194, competition_step = 102, urgency_step = 94, eye = 3600;
constexpr float middle = 1.5f;  // of levels 0 … 3
constexpr float radius_far = 3.2f, radius_near = 5.6f, radius_least = 2.2f;
constexpr float label_margin = 8;  // above and below stage name and question, design pixels

float radians(float degrees) { return degrees * pi / 180; }

struct Extent {
    ImVec2 least, most;
    void add(ImVec2 point) {
        least = {std::min(least.x, point.x), std::min(least.y, point.y)};
        most = {std::max(most.x, point.x), std::max(most.y, point.y)};
    }
};

std::array<ImVec2, 4> pane_corners(const LatticeProjection& p, float stage) {
    return {p.at(stage, pane_top, pane_back), p.at(stage, pane_top, pane_front), p.at(stage, pane_bottom, pane_front),
            p.at(stage, pane_bottom, pane_back)};
}

std::array<ImVec2, 4> floor_corners(const LatticeProjection& p) {
    return {p.at(room_left, floor_level, wall_level), p.at(room_right, floor_level, wall_level), p.at(room_right, floor_level, room_front),
            p.at(room_left, floor_level, room_front)};
}

std::array<ImVec2, 4> wall_corners(const LatticeProjection& p) {
    return {p.at(room_left, floor_level, wall_level), p.at(room_right, floor_level, wall_level), p.at(room_right, room_top, wall_level),
            p.at(room_left, room_top, wall_level)};
}

LatticeProjection solid(LatticeCamera camera, float size) {
    LatticeProjection p;
    p.sin_yaw = std::sin(radians(camera.yaw)), p.cos_yaw = std::cos(radians(camera.yaw));
    p.sin_pitch = std::sin(radians(camera.pitch)), p.cos_pitch = std::cos(radians(camera.pitch));
    p.stage_step = stage_step * size, p.competition_step = competition_step * size, p.urgency_step = urgency_step * size;
    p.eye = eye * size;
    return p;
}

Extent extent_of(const LatticeProjection& p) {
    Extent extent = {p.at(0, 0, 0), p.at(0, 0, 0)};
    for (int stage = 0; stage < level_count; ++stage) {
        for (const ImVec2 corner : pane_corners(p, static_cast<float>(stage))) extent.add(corner);
    }
    for (const ImVec2 corner : floor_corners(p)) extent.add(corner);
    return extent;
}

void fill(LatticeLayout& layout) {
    const LatticeProjection& p = layout.projection;
    std::array<float, compass::position_count> depth;
    for (int i = 0; i < compass::position_count; ++i) {
        const compass::Position position = compass::position_at(i);
        const auto stage = static_cast<float>(position.stage), competition = static_cast<float>(position.competition),
                   urgency = static_cast<float>(position.urgency);
        LatticeNode& node = layout.nodes[static_cast<std::size_t>(i)];
        node.centre = p.at(stage, competition, urgency);
        node.near = mix(urgency / 3, 1, layout.flatten);
        node.radius = std::max(mix(radius_far, radius_near, node.near) * layout.size, radius_least * layout.scale);
        depth[static_cast<std::size_t>(i)] = p.depth(stage, competition, urgency);
        layout.far_to_near[static_cast<std::size_t>(i)] = i;
    }
    const auto is_farther = [&](int a, int b) {
        const float far = depth[static_cast<std::size_t>(a)], near = depth[static_cast<std::size_t>(b)];
        return far != near ? far < near : a < b;
    };
    std::sort(layout.far_to_near.begin(), layout.far_to_near.end(), is_farther);
    for (int stage = 0; stage < level_count; ++stage) {
        layout.panes[static_cast<std::size_t>(stage)] = pane_corners(p, static_cast<float>(stage));
        // With yaw to the right the last stage is farthest.
        layout.panes_far_to_near[static_cast<std::size_t>(stage)] = level_count - 1 - stage;
    }
    layout.floor = floor_corners(p);
    layout.wall = wall_corners(p);
}

}  // namespace

LatticeCamera clamp_camera(LatticeCamera camera) {
    camera.yaw = std::clamp(camera.yaw, camera_least.yaw, camera_most.yaw);
    camera.pitch = std::clamp(camera.pitch, camera_least.pitch, camera_most.pitch);
    camera.zoom = std::clamp(camera.zoom, camera_least.zoom, camera_most.zoom);
    const float reach = (camera.zoom - 1) / 2;
    camera.shift_x = std::clamp(camera.shift_x, -reach, reach), camera.shift_y = std::clamp(camera.shift_y, -reach, reach);
    return camera;
}

LatticeCamera pinched(LatticeCamera camera, const ui::Rect& rect, ImVec2 from, ImVec2 to, float factor) {
    const float before = camera.zoom;
    camera.zoom = std::clamp(camera.zoom * factor, camera_least.zoom, camera_most.zoom);
    const ImVec2 middle_point = ui::centre(rect);
    const auto shift = [&](float at, float now, float where, float extent, float old) {
        const float of_drawing = (at - where) / extent - old;
        return (now - where) / extent - of_drawing * camera.zoom / before;
    };
    camera.shift_x = shift(from.x, to.x, middle_point.x, rect.width, camera.shift_x);
    camera.shift_y = shift(from.y, to.y, middle_point.y, rect.height, camera.shift_y);
    return clamp_camera(camera);
}

ImVec2 LatticeProjection::at(float stage, float competition, float urgency) const {
    const float along = (urgency - middle) * urgency_step;
    const float x = (stage - middle) * stage_step + along * sin_turn;
    const float y = (competition - middle) * competition_step;
    const float z = along * cos_turn;
    const float turned_x = x * cos_yaw + z * sin_yaw, turned_z = -x * sin_yaw + z * cos_yaw;
    const float factor = 1 / (1 - (y * sin_pitch + turned_z * cos_pitch) / eye);
    return {centre.x + turned_x * factor, centre.y - (y * cos_pitch - turned_z * sin_pitch) * factor};
}

float LatticeProjection::depth(float stage, float competition, float urgency) const {
    const float along = (urgency - middle) * urgency_step;
    const float x = (stage - middle) * stage_step + along * sin_turn;
    return (competition - middle) * competition_step * sin_pitch + (-x * sin_yaw + along * cos_turn * cos_yaw) * cos_pitch;
}

LatticeLayout layout_lattice(const ui::Rect& rect, LatticeCamera camera, float scale) {
    camera = clamp_camera(camera);
    LatticeLayout layout;
    layout.rect = rect;
    layout.scale = scale;
    // As large as the rectangle allows with the labels above; a steeper look needs more height.
    const Extent unit = extent_of(solid(camera, 1));
    const float labels = label_margin * scale + ui::type(ui::Type::strong).size + ui::type(ui::Type::caption).size;
    const float room = rect.height - labels - 2 * scale;
    layout.size = std::max(0.05f * scale, std::min(rect.width / rest_width, room / (unit.most.y - unit.least.y)));
    const float middle_x = (unit.least.x + unit.most.x) / 2, middle_y = (unit.least.y + unit.most.y) / 2;
    // Zoomed, the drawing grows about the middle of the rectangle, its marks with it but less.
    const float zoom = camera.zoom, above = labels / 2;
    layout.projection = solid(camera, layout.size * zoom);
    layout.projection.centre = {rect.x + rect.width * (0.5f + camera.shift_x) - middle_x * layout.size * zoom,
                                rect.y + rect.height * (0.5f + camera.shift_y) + (above - middle_y * layout.size) * zoom};
    layout.size *= std::sqrt(zoom);
    fill(layout);
    return layout;
}

LatticeLayout layout_lattice(const ui::Rect& rect, LatticeCamera camera, float scale, float flatten, const BoardsLayout& boards) {
    LatticeLayout layout = layout_lattice(rect, camera, scale);
    if (flatten <= 0) return layout;
    const float t = std::min(flatten, 1.0f);
    const ImVec2 first = cell_centre(boards, compass::position_at(0));
    const ImVec2 last = cell_centre(boards, compass::position_at(compass::position_count - 1));
    const ImVec2 second_board = cell_centre(boards, {compass::Stage::solution, compass::Competition::behind, compass::Urgency::later});
    LatticeProjection& p = layout.projection;
    const float yaw = radians(clamp_camera(camera).yaw) * (1 - t), pitch = radians(clamp_camera(camera).pitch) * (1 - t);
    p.sin_yaw = std::sin(yaw), p.cos_yaw = std::cos(yaw);
    p.sin_pitch = std::sin(pitch), p.cos_pitch = std::cos(pitch);
    p.sin_turn = std::sin(radians(90) * t), p.cos_turn = std::cos(radians(90) * t);
    const float board_step = second_board.x - first.x;
    p.stage_step = mix(p.stage_step, board_step, t);
    p.urgency_step = mix(p.urgency_step, (last.x - first.x - 3 * board_step) / 3, t);
    p.competition_step = mix(p.competition_step, (first.y - last.y) / 3, t);
    p.centre = {mix(p.centre.x, (first.x + last.x) / 2, t), mix(p.centre.y, (first.y + last.y) / 2, t)};
    layout.flatten = t;
    fill(layout);
    return layout;
}

float solidity(const LatticeLayout& layout) { return std::clamp(1 - 1.6f * layout.flatten, 0.0f, 1.0f); }

}  // namespace draw

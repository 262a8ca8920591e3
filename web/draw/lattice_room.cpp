#include "draw/lattice_brush.h"

namespace draw {
namespace {

using compass::level_count;

struct RoomPainter : LatticeBrush {
    using LatticeBrush::LatticeBrush;

    ImU32 glass(float alpha) const { return ui::with_alpha(colours.glass, alpha); }
    bool is_current_pane(int stage) const { return scene.now && static_cast<int>(scene.now->stage) == stage; }
    float pane_opacity(int stage) const {
        return scene.slice == Slice::this_stage && scene.now && !is_current_pane(stage) ? dimmed * 3 : 1;
    }

    // Floor and back wall.
    void walls() const {
        if (solid <= 0) return;
        const ImU32 floor = glass(0.055f * solid), wall = glass(0.026f * solid);
        filled_quad(list, layout.floor, floor);
        filled_quad(list, layout.wall, wall);
        const ImU32 on_floor = glass(0.2f * solid), on_wall = glass(0.085f * solid);
        for (int i = 0; i < level_count; ++i) {
            const auto level = static_cast<float>(i);
            list.AddLine(p.at(level, floor_level, wall_level), p.at(level, floor_level, room_front), on_floor, line(1));
            list.AddLine(p.at(room_left, floor_level, level), p.at(room_right, floor_level, level), on_floor, line(1));
            list.AddLine(p.at(level, floor_level, wall_level), p.at(level, room_top, wall_level), on_wall, line(1));
            list.AddLine(p.at(room_left, level, wall_level), p.at(room_right, level, wall_level), on_wall, line(1));
        }
        list.AddLine(layout.floor[0], layout.floor[1], glass(0.3f * solid), line(1));
    }

    void panes() const {
        for (const int stage : layout.panes_far_to_near) {
            const auto& corners = layout.panes[static_cast<std::size_t>(stage)];
            const bool is_current = is_current_pane(stage);
            const float opacity = pane_opacity(stage);
            filled_quad(list, corners, glass((is_current ? 0.14f : 0.05f) * opacity));
            const ImU32 grid = glass((is_current ? 0.32f : 0.16f) * opacity);
            const auto s = static_cast<float>(stage);
            for (int i = 0; i < level_count; ++i) {
                const auto level = static_cast<float>(i);
                list.AddLine(p.at(s, pane_bottom, level), p.at(s, pane_top, level), grid, 1);
                list.AddLine(p.at(s, level, pane_back), p.at(s, level, pane_front), grid, 1);
            }
            list.AddPolyline(corners.data(), 4, glass((is_current ? 0.9f : 0.34f) * opacity), ImDrawFlags_Closed,
                             line(is_current ? 1.4f : 1));
        }
    }

    void axes() const {
        if (solid <= 0) return;
        const ImU32 tick = ui::with_alpha(colours.line2, solid);
        for (int i = 0; i < level_count; ++i) {
            const ImVec2 edge = p.at(0, static_cast<float>(i), pane_back);
            list.AddLine(edge - ImVec2(10 * layout.scale, 0), edge - ImVec2(3 * layout.scale, 0), tick, ui::line_px(1));
        }
        const LatticeLabels labels = place_labels(layout, scene);
        for (int i = 0; i < labels.count; ++i) {
            const LatticeLabel& label = labels.items[static_cast<std::size_t>(i)];
            const bool is_caption = label.role == ui::Type::caption;
            const ui::Font font = ui::type(label.role, label.current ? ui::Face::bold : ui::Face::regular);
            const ImU32 colour = ui::with_alpha(label.current ? colours.text : is_caption ? colours.text3 : colours.text2, solid);
            ImVec2 at = label.minimum;
            if (label.number) {
                text(list, font, at, 0, 0, colour, {&label.number, 1});
                at.x += text_width(font, {&label.number, 1}) + text_width(font, " ");
            }
            text(list, font, at, 0, 0, colour, label.words);
        }
    }

    void diamond(ImVec2 at, ImVec2 half, bool is_filled, float alpha) const {
        const ImU32 colour = ui::with_alpha(is_filled ? colours.accent : colours.accent_line, alpha);
        const ImVec2 left = at - ImVec2(half.x, 0), top = at - ImVec2(0, half.y), right = at + ImVec2(half.x, 0),
                     bottom = at + ImVec2(0, half.y);
        if (is_filled)
            filled_quad(list, {left, top, right, bottom}, colour);
        else
            list.AddQuad(left, top, right, bottom, colour, line(1.3f));
    }

    void drop_lines() const {
        if (!scene.show_projection || !scene.now || solid <= 0) return;
        const float s = level_here(compass::Axis::stage), c = level_here(compass::Axis::competition),
                    u = level_here(compass::Axis::urgency);
        const ImU32 dots = ui::with_alpha(colours.accent_line, 0.7f * solid);
        const ImVec2 foot = p.at(s, floor_level, u), back = p.at(s, c, wall_level);
        // The rival's arrow has the first part of the way down.
        const bool has_threat = scene.navigation && scene.navigation->threat && !travels();
        const ImVec2 from = has_threat ? centre_of(compass::index_of(scene.navigation->threat->to)) : here();
        dashed_line(list, from, foot, dots, line(1.2f), line(1.5f), line(3.5f));
        dashed_line(list, here(), back, ui::with_alpha(colours.accent_line, 0.45f * solid), line(1.2f), line(1.5f), line(3.5f));
        // The step before, as it looks from above.
        const compass::Position* before = previous_on_floor();
        if (before && scene.show_trail) {
            const ImVec2 old = p.at(static_cast<float>(before->stage), floor_level, static_cast<float>(before->urgency));
            dashed_line(list, old, foot, ui::with_alpha(colours.text3, 0.8f * solid), line(1.2f), line(3), line(3));
            list.AddCircleFilled(old, line(2.4f), ui::with_alpha(colours.text3, solid));
        }
        diamond(foot, floor_mark * size, true, 0.8f * solid);
        diamond(back, wall_mark * size, false, 0.85f * solid);
    }

    const compass::Position* previous_on_floor() const {
        for (std::size_t i = scene.trail.size(); i-- > 0;) {
            if (scene.trail[i].stage != scene.now->stage || scene.trail[i].urgency != scene.now->urgency) return &scene.trail[i];
        }
        return nullptr;
    }
};

}  // namespace

void draw_room(ImDrawList& list, const LatticeLayout& layout, const PositionScene& scene) {
    const RoomPainter painter(list, layout, scene);
    painter.walls();
    painter.panes();
    painter.axes();
    painter.drop_lines();
}

}  // namespace draw

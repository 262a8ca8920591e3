#include "draw/lattice.h"
#include "draw/lattice_marks.h"
#include "draw/strokes.h"

#include <algorithm>
#include <cmath>

namespace draw {
namespace {

constexpr float above_pane = 5, beside_pane = 14;  // design pixels between a label and its pane
constexpr float urgency_left = 9, urgency_below = 12, edge = 4;

// Letters stand in the middle of their line: lines may overlap by this share of their height.
constexpr float air = 0.12f;

bool meets(const LatticeLabel& a, const LatticeLabel& b) {
    const float spare = air * ((a.maximum.y - a.minimum.y) + (b.maximum.y - b.minimum.y));
    return a.minimum.x < b.maximum.x && a.maximum.x > b.minimum.x && a.minimum.y + spare < b.maximum.y && a.maximum.y - spare > b.minimum.y;
}

struct Placer {
    const LatticeLayout& layout;
    const PositionScene& scene;
    LatticeLabels labels;
    std::array<float, compass::level_count> raised = {};  // stage names that met another one

    float px(float design) const { return design * layout.scale; }
    bool is_current(compass::Axis axis, int level) const { return scene.now && compass::level(*scene.now, axis) == level; }

    // `at` is the left (align 0) or right (align 1) middle of the line.
    LatticeLabel label(std::string_view words, ImVec2 at, float align, ui::Type role, bool current, char number = 0) const {
        const ui::Font font = ui::type(role, current ? ui::Face::bold : ui::Face::regular);
        float width = text_width(font, words);
        if (number) width += text_width(font, {&number, 1}) + text_width(font, " ");
        const float least = layout.rect.x + px(edge), most = layout.rect.x + layout.rect.width - px(edge) - width;
        const ImVec2 corner(std::round(std::max(least, std::min(most, at.x - align * width))), std::round(at.y - font.size / 2));
        return {words, number, corner, {corner.x + width, corner.y + font.size}, role, current};
    }

    bool is_free(const LatticeLabel& label) const {
        for (int i = 0; i < labels.count; ++i) {
            if (meets(label, labels.items[static_cast<std::size_t>(i)])) return false;
        }
        return true;
    }

    // Where another label stands already, the later one is left out.
    void add(const LatticeLabel& label) {
        const bool has_room = labels.count < static_cast<int>(labels.items.size());
        if (has_room && !label.words.empty() && is_free(label)) labels.items[static_cast<std::size_t>(labels.count++)] = label;
    }

    // Left middle of the stage's name.
    ImVec2 stage_line(std::size_t stage) const {
        const ImVec2 corner = layout.panes[stage][0];
        return {corner.x, corner.y - px(above_pane) - ui::type(ui::Type::strong).size / 2 - raised[stage]};
    }

    void level(compass::Axis axis, int i) {
        const LatticeProjection& p = layout.projection;
        const auto at = static_cast<std::size_t>(i);
        const bool current = is_current(axis, i);
        switch (axis) {
            case compass::Axis::stage: {
                const auto name = [&] {
                    return label(scene.words.stage[at], stage_line(at), 0, ui::Type::strong, current, static_cast<char>('1' + i));
                };
                if (!is_free(name())) raised[at] = ui::type(ui::Type::strong).size * 0.8f;
                return add(name());
            }
            case compass::Axis::competition: {
                const ImVec2 point = p.at(0, static_cast<float>(i), pane_back);
                return add(label(scene.words.competition[at], point - ImVec2(px(beside_pane), 0), 1, ui::Type::strong, current));
            }
            case compass::Axis::urgency: {
                const auto name = [&](float aside) {
                    return label(scene.words.urgency[at], urgency_line(i) - ImVec2(aside, 0), 1, ui::Type::strong, current);
                };
                const float aside = behind_floor_mark(name(0));
                return add(name(aside > 0 && is_free(name(aside)) ? aside : 0));
            }
        }
    }

    // How far a label must go left so that the diamond on the floor does not lie on it.
    float behind_floor_mark(const LatticeLabel& label) const {
        if (!scene.now || !scene.show_projection) return 0;
        const ImVec2 foot = layout.projection.at(static_cast<float>(scene.now->stage), floor_level, static_cast<float>(scene.now->urgency));
        const ImVec2 least = foot - floor_mark * layout.size, most = foot + floor_mark * layout.size;
        const bool covered = label.minimum.x < most.x && label.maximum.x > least.x && label.minimum.y < most.y && label.maximum.y > least.y;
        return covered ? label.maximum.x - least.x + px(edge) : 0;
    }

    ImVec2 urgency_line(int i) const {
        return layout.projection.at(0, pane_bottom, static_cast<float>(i)) + ImVec2(-px(urgency_left), px(urgency_below));
    }

    void axis_names() {
        const float below = (ui::type(ui::Type::strong).size + ui::type(ui::Type::caption).size) / 2 + px(1);
        add(label(scene.words.competition_axis, stage_line(0) - ImVec2(px(beside_pane), 0), 1, ui::Type::caption, false));
        add(label(scene.words.urgency_axis, urgency_line(3) + ImVec2(0, below), 1, ui::Type::caption, false));
    }

    // In two lines where one is wider than its pane's share.
    void question(std::size_t stage) {
        const std::string_view words = scene.words.question[stage];
        const ImVec2 at = stage_line(stage) - ImVec2(0, ui::type(ui::Type::strong).size);
        const ui::Font font = ui::type(ui::Type::caption);
        const float right = stage == 3 ? layout.rect.x + layout.rect.width : layout.panes[stage + 1][0].x;
        if (text_width(font, words) <= right - at.x - px(10)) return add(label(words, at, 0, ui::Type::caption, false));
        const std::size_t later = words.find(' ', words.size() / 2), space = later == std::string_view::npos ? words.rfind(' ') : later;
        if (space == std::string_view::npos) return;
        const LatticeLabel first = label(words.substr(0, space), at - ImVec2(0, font.size), 0, ui::Type::caption, false);
        const LatticeLabel second = label(words.substr(space + 1), at, 0, ui::Type::caption, false);
        if (!is_free(first) || !is_free(second)) return;
        add(first), add(second);
    }

    // What says where the deal stands comes first.
    void place() {
        for (const bool current : {true, false}) {
            for (const compass::Axis axis : compass::all_axes) {
                for (int i = 0; i < compass::level_count; ++i) {
                    if (is_current(axis, i) == current) level(axis, i);
                }
            }
        }
        axis_names();
        for (std::size_t stage = 0; stage < compass::level_count; ++stage) question(stage);
    }
};

}  // namespace

LatticeLabels place_labels(const LatticeLayout& layout, const PositionScene& scene) {
    Placer placer = {layout, scene, {}, {}};
    placer.place();
    return placer.labels;
}

}  // namespace draw

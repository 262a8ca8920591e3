#include "views/tour.h"

#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace views {

using namespace compass;
using namespace ui;

namespace {

struct TourStep {
    Phrase title, words;
    ui::Role role;  // of what it explains, whose name begins with
    Phrase name;
};
constexpr std::array tour_steps = {
    TourStep{Phrase::tour_where_title, Phrase::tour_where, ui::Role::region, Phrase::canvas_name},
    TourStep{Phrase::tour_index_title, Phrase::tour_index, ui::Role::status, Phrase::win_index},
    TourStep{Phrase::tour_why_title, Phrase::tour_why, ui::Role::complementary, Phrase::inspector_name},
    TourStep{Phrase::tour_try_title, Phrase::tour_try, ui::Role::button, Phrase::try_best},
    TourStep{Phrase::tour_tabs_title, Phrase::tour_tabs, ui::Role::tablist, Phrase::tabs_name},
    TourStep{Phrase::tour_rail_title, Phrase::tour_rail, ui::Role::navigation, Phrase::nav_name},
};

// Of what stands on the screen now; without height where it does not.
Rect place_of(const TourStep& step) {
    const std::string_view name = say(step.name);
    for (const Node& node : mirror().nodes())
        if (node.role == step.role && mirror().text().substr(node.name_at, node.name_size).starts_with(name)) return node.rect;
    return {};
}

// Beside the thing, where there is most room; within it where it fills the screen.
Rect card_place(const Rect& thing, float width, float height) {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float gap = px(16), edge = px(12);
    const auto at = [&](float x, float y) {
        return Rect{std::floor(std::clamp(x, edge, std::max(edge, screen.x - width - edge))),
                    std::floor(std::clamp(y, edge, std::max(edge, screen.y - height - edge))), width, height};
    };
    if (thing.height <= 0) return at((screen.x - width) * 0.5f, screen.y - height - edge);
    const float middle_y = centre(thing).y - height * 0.5f;
    if (right(thing) + gap + width + edge <= screen.x) return at(right(thing) + gap, middle_y);
    if (thing.x - gap - width - edge >= 0) return at(thing.x - gap - width, middle_y);
    if (bottom(thing) + gap + height + edge <= screen.y) return at(centre(thing).x - width * 0.5f, bottom(thing) + gap);
    if (thing.y - gap - height - edge >= 0) return at(centre(thing).x - width * 0.5f, thing.y - gap - height);
    return at(right(thing) - width - gap, bottom(thing) - height - gap);
}

}  // namespace

bool draw_tour(const Frame& frame, TourState& state) {
    if (frame.dialog_open) return true;
    const Palette& colours = palette();
    const int last = static_cast<int>(tour_steps.size()) - 1;
    const TourStep& step = tour_steps[static_cast<std::size_t>(std::clamp(state.step, 0, last))];
    const Rect thing = place_of(step);
    const float width = std::min(px(340), ImGui::GetIO().DisplaySize.x - px(24)), pad = px(16), inner = width - 2 * pad;
    const float title = paragraph_height(type(Type::section), say(step.title), inner),
                words = paragraph_height(type(Type::body), say(step.words), inner);
    const Rect card = card_place(thing, width, 2 * pad + title + px(6) + words + px(14) + control_height());
    if (thing.height > 0) {
        // On the whole screen, yet within it: what is explained may reach its edges.
        const float gap = px(3), line = px(2);
        const ImVec2 screen = ImGui::GetIO().DisplaySize;
        ImGui::GetForegroundDrawList()->AddRect(
            {std::max(line, thing.x - gap), std::max(line, thing.y - gap)},
            {std::min(screen.x - line, right(thing) + gap), std::min(screen.y - line, bottom(thing) + gap)}, colours.text, px(8), 0, line);
    }
    begin_bare("tour", card, 0, ImGuiWindowFlags_NoFocusOnAppearing);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(top_left(card), bottom_right(card), colours.raised, px(10));
    list.AddRect(top_left(card), bottom_right(card), colours.line2, px(10), 0, line_px(1));
    const ImGuiID dialog = id_of("tour-card");
    mirror().open({.id = dialog, .role = ui::Role::dialog, .name = say(step.title), .description = say(step.words), .rect = card});
    const bool appeared = layer(dialog, dialog);
    if (std::exchange(state.turned, false) && !appeared) mirror().request_focus(dialog);
    Rect area = inset(card, pad, pad);
    cut_top(area, paragraph(area, type(Type::section), colours.text, say(step.title)), px(6));
    cut_top(area, paragraph(area, type(Type::body), colours.text2, say(step.words)), px(14));
    Rect row = cut_top(area, control_height());
    const std::string count = say(Phrase::tour_step, {{"at", whole(state.step + 1)}, {"of", whole(last + 1)}});
    const std::string_view next_words = say(state.step == last ? Phrase::tour_done : Phrase::tour_next);
    const Rect next_cell = cut_right(row, button_width(next_words), px(6));
    const Rect back_cell = state.step > 0 ? cut_right(row, button_width(say(Phrase::tour_back)) - px(12), px(6)) : Rect{};
    label(cut_left(row, text_width(type(Type::caption), count) + 1, px(10)), type(Type::caption), colours.text3, count);
    const bool skip =
        state.step < last && button("tour-skip", cut_left(row, std::min(row.width, button_width(say(Phrase::tour_skip)) - px(12))),
                                    say(Phrase::tour_skip), ButtonKind::plain);
    bool back = state.step > 0 && button("tour-back", back_cell, say(Phrase::tour_back));
    bool next = button("tour-next", next_cell, next_words, ButtonKind::primary);
    const ItemId focused = mirror().focused_item();
    const bool mine = focused == dialog || focused == id_of("tour-next") || focused == id_of("tour-back") || focused == id_of("tour-skip");
    if (mine) {
        next |= ImGui::IsKeyPressed(ImGuiKey_RightArrow, false) || (focused == dialog && ImGui::IsKeyPressed(ImGuiKey_Enter, false));
        back |= state.step > 0 && ImGui::IsKeyPressed(ImGuiKey_LeftArrow, false);
    }
    mirror().close();
    ImGui::End();
    if (next && state.step == last) return false;
    if (next || back) state.step += next ? 1 : -1, state.turned = true;
    return !skip;
}

}  // namespace views

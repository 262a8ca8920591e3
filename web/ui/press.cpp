#include "ui/widgets.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

ImRect im(const Rect& rect) { return {top_left(rect), bottom_right(rect)}; }

// The box behind words or an icon.
void plate(const Rect& rect, ImU32 fill, ImU32 outline, float radius) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (fill) list.AddRectFilled(top_left(rect), bottom_right(rect), fill, radius);
    if (outline) list.AddRect({rect.x + 0.5f, rect.y + 0.5f}, {right(rect) - 0.5f, bottom(rect) - 0.5f}, outline, radius, 0, line_px(1));
}

}  // namespace

void focus_ring(const Rect& rect, float radius) {
    const float gap = px(3);
    ImGui::GetWindowDrawList()->AddRect({rect.x - gap, rect.y - gap}, {right(rect) + gap, bottom(rect) + gap}, palette().text,
                                        px(radius) + gap, 0, px(2));
}

void hairline(ImVec2 from, ImVec2 to, ImU32 colour) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float width = line_px(1);
    if (from.y == to.y)
        list.AddRectFilled(from, {to.x, from.y + width}, colour);
    else
        list.AddRectFilled(from, {from.x + width, to.y}, colour);
}

Press press(std::string_view id_text, const Rect& rect, const PressItem& item) {
    const ImGuiID id = id_of(id_text);
    const bool enabled = (item.states & state_disabled) == 0;
    std::uint32_t states = item.states | state_focusable;
    if (!item.menu.empty()) states |= state_menu | (ImGui::IsPopupOpen(id_of(item.menu), 0) ? state_expanded : state_none);
    mirror().add({.id = id,
                  .role = item.role,
                  .name = item.name,
                  .value = item.value,
                  .description = item.description,
                  .rect = rect,
                  .states = states});
    const bool visible = ImGui::ItemAdd(im(rect), id, nullptr, enabled ? 0 : ImGuiItemFlags_Disabled);
    Press press;
    press.focused = mirror().focused(id) && mirror().focus_visible();
    if (visible && enabled) {
        press.pressed = ImGui::ButtonBehavior(im(rect), id, &press.hovered, &press.held);
        if (press.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    press.pressed |= enabled && mirror().activated(id);
    press.context = (press.hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Right)) ||
                    (mirror().focused(id) && ImGui::IsKeyPressed(ImGuiKey_Menu, false));
    if (press.pressed && !item.menu.empty()) open_menu(item.menu);
    if (press.focused) focus_ring(rect, item.radius);
    return press;
}

bool button(std::string_view id, const Rect& rect, std::string_view words, ButtonKind kind, bool enabled) {
    const Palette& colours = palette();
    const Press press = ui::press(id, rect, {.name = words, .states = enabled ? state_none : state_disabled});
    const float radius = px(6);
    ImU32 ink = colours.text;
    if (kind == ButtonKind::primary) {
        plate(rect,
              !enabled        ? colours.raised
              : press.held    ? mix(colours.accent, colours.text, 0.15f)
              : press.hovered ? mix(colours.accent, IM_COL32_WHITE, 0.15f)
                              : colours.accent,
              0, radius);
        ink = enabled ? colours.on_accent : colours.text2;
    } else if (kind == ButtonKind::plain) {
        if (press.hovered || press.held) plate(rect, colours.raised, 0, radius);
        ink = colours.accent_text;
    } else {
        plate(rect, press.held ? colours.sunk : press.hovered ? colours.raised : colours.panel, colours.line2, radius);
        if (kind == ButtonKind::danger) ink = colours.negative;
    }
    const Font font = type(Type::body, Face::bold);
    draw_text_in(inset(rect, px(4), 0), font, enabled ? ink : with_alpha(ink, 0.45f), words, Align::centre);
    return press.pressed;
}

void value_button(std::string_view id, const Rect& rect, std::string_view name, std::string_view value, std::string_view menu) {
    const Palette& colours = palette();
    const bool named = !name.empty();
    const Press press = ui::press(id, rect, {.name = named ? name : value, .value = named ? value : "", .menu = menu});
    plate(rect, press.held ? colours.sunk : press.hovered ? colours.raised : colours.panel, colours.line2, px(6));
    Rect words = inset(rect, px(7), 0);  // with the arrow a little less than button_width() leaves room for
    const ImVec2 tip = {right(cut_right(words, px(10), px(6))) - px(5), centre(rect).y + px(2)};
    const float arm = px(4);
    const ImVec2 points[] = {{tip.x - arm, tip.y - arm}, tip, {tip.x + arm, tip.y - arm}};
    ImGui::GetWindowDrawList()->AddPolyline(points, 3, colours.text2, 0, px(1.5f));
    draw_text_in(words, type(Type::body), colours.text, value);
}

float button_width(std::string_view words) { return text_width(type(Type::body, Face::bold), words) + px(32); }

bool icon_button(std::string_view id, const Rect& rect, std::string_view name, IconPainter paint, bool enabled, std::string_view menu) {
    const Palette& colours = palette();
    const Press press = ui::press(id, rect, {.name = name, .states = enabled ? state_none : state_disabled, .menu = menu});
    if (press.hovered || press.held) plate(rect, colours.raised, 0, px(6));
    paint(*ImGui::GetWindowDrawList(), centre(rect), px(16), enabled ? colours.text2 : with_alpha(colours.text3, 0.45f));
    if (press.hovered) tooltip(name);
    return press.pressed;
}

Radios::Radios(std::string_view id, std::string_view name, const Rect& rect, int chosen, Arrows arrows)
    : group_(Role::radiogroup, id, name, rect), arrows_(arrows), chosen_(chosen), next_(chosen) {}

Press Radios::item(std::string_view id, const Rect& rect, std::string_view words) {
    const int at = static_cast<int>(items_.size());
    items_.push_back(id_of(id));
    const std::uint32_t states = (at == chosen_ ? state_checked : state_none) | (at == std::max(chosen_, 0) ? state_none : state_roving);
    const Press press = ui::press(id, rect, {.role = Role::radio, .name = words, .states = states, .radius = 5});
    if (press.pressed) next_ = at;
    if (mirror().focused(items_.back())) focused_ = at;
    return press;
}

bool Radios::chip(const Rect& rect, std::string_view words) {
    const Palette& colours = palette();
    const bool on = static_cast<int>(items_.size()) == chosen_;
    const Press press = item(words, rect, words);
    plate(rect, press.hovered ? colours.raised : colours.sunk, 0, px(5));
    if (on) ImGui::GetWindowDrawList()->AddRect(top_left(rect), bottom_right(rect), colours.text, px(5), 0, px(2));
    draw_text_in(inset(rect, px(4), 0), type(Type::body, on ? Face::bold : Face::regular), on ? colours.text : colours.text2, words,
                 Align::centre);
    return press.pressed;
}

int Radios::chosen() {
    if (focused_ < 0) return next_;
    const int count = static_cast<int>(items_.size());
    int step = 0;
    if (ImGui::IsKeyPressed(ImGuiKey_RightArrow) || ImGui::IsKeyPressed(ImGuiKey_DownArrow)) step = 1;
    if (ImGui::IsKeyPressed(ImGuiKey_LeftArrow) || ImGui::IsKeyPressed(ImGuiKey_UpArrow)) step = count - 1;
    if (step == 0) return next_;
    const int to = (focused_ + step) % count;
    mirror().request_focus(items_[static_cast<std::size_t>(to)]);
    return arrows_ == Arrows::choose ? to : next_;
}

// On a phone a single character is wide enough for a thumb.
float segment_padding() { return px(scale() == Scale::phone ? 15 : 14); }

int segment(std::string_view id, const Rect& rect, std::string_view name, std::span<const std::string_view> choices, int chosen, int here) {
    const Palette& colours = palette();
    Radios radios(id, name, rect, chosen);
    ImGui::PushID(id.data(), id.data() + id.size());
    plate(rect, colours.sunk, colours.line, px(6));
    const Font plain = type(Type::body), bold = type(Type::body, Face::bold);
    Rect rest = inset(rect, px(2), px(2));
    const float padding = (rest.width - (segment_width(choices) - px(4))) / static_cast<float>(2 * choices.size()) + segment_padding();
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const bool on = static_cast<int>(i) == chosen;
        const Rect cell = cut_left(rest, text_width(bold, choices[i]) + 2 * padding);
        // As high as the frame: a finger needs it.
        const Press press = radios.item(choices[i], {cell.x, rect.y, cell.width, rect.height}, choices[i]);
        if (on)
            plate(cell, colours.dark ? colours.raised : colours.panel, colours.line2, px(5));
        else if (press.hovered)
            plate(cell, with_alpha(colours.line, 0.6f), 0, px(5));
        draw_text_in(cell, on ? bold : plain, on ? colours.text : colours.text2, choices[i], Align::centre);
        if (static_cast<int>(i) == here)
            ImGui::GetWindowDrawList()->AddCircleFilled({right(cell) - px(10), cell.y + px(10)}, px(4), colours.accent_line);
    }
    ImGui::PopID();
    return radios.chosen();
}

int tab_strip(std::string_view id, const Rect& rect, std::string_view name, std::span<const std::string_view> tabs, int chosen) {
    const Palette& colours = palette();
    const Group list(Role::tablist, id, name, rect);
    hairline({rect.x, bottom(rect) - line_px(1)}, {right(rect), bottom(rect) - line_px(1)}, colours.line);
    Rect row = inset(rect, px(scale() == Scale::phone ? 6 : 18), 0);
    const Font bold = type(Type::strong, Face::bold);
    float words = 0;
    for (const std::string_view tab : tabs) words += text_width(bold, tab);
    const float around = std::clamp((row.width - words) / static_cast<float>(std::max<std::size_t>(tabs.size(), 1)), px(4), px(24));
    const float gap = std::floor(around / 3);
    int next = chosen;
    ImGui::PushID(id.data(), id.data() + id.size());
    for (std::size_t i = 0; i < tabs.size(); ++i) {
        const bool here = static_cast<int>(i) == chosen;
        const Rect cell = cut_left(row, text_width(bold, tabs[i]) + around - gap, gap);
        ImGui::PushID(static_cast<int>(i));
        const Press press = ui::press("tab", scale() == Scale::phone ? cell : inset(cell, 0, px(2)),
                                      {.role = Role::tab, .name = tabs[i], .states = here ? state_selected : state_none});
        ImGui::PopID();
        draw_text_in(cell, type(Type::strong, here ? Face::bold : Face::regular), here || press.hovered ? colours.text : colours.text2,
                     tabs[i], Align::centre);
        const float side = std::min(px(6), (around - gap) * 0.5f);
        if (here)
            ImGui::GetWindowDrawList()->AddRectFilled({cell.x + side, bottom(cell) - px(3)}, {right(cell) - side, bottom(cell)},
                                                      colours.accent, px(1));
        if (press.pressed) next = static_cast<int>(i);
    }
    ImGui::PopID();
    return next;
}

float segment_width(std::span<const std::string_view> choices) {
    float width = px(4);
    for (const std::string_view words : choices) width += text_width(type(Type::body, Face::bold), words) + 2 * segment_padding();
    return width;
}

void draw_check_box(const Rect& box, bool on, bool hovered) {
    const Palette& colours = palette();
    plate(box, on ? colours.text2 : hovered ? colours.raised : 0, on ? 0 : colours.line2, px(3));
    if (!on) return;
    const ImVec2 points[] = {{box.x + box.width * 0.22f, box.y + box.height * 0.52f},
                             {box.x + box.width * 0.42f, box.y + box.height * 0.72f},
                             {box.x + box.width * 0.78f, box.y + box.height * 0.30f}};
    ImGui::GetWindowDrawList()->AddPolyline(points, 3, colours.panel, 0, px(2));
}

bool check(std::string_view id, const Rect& rect, std::string_view words, bool& on) {
    const Palette& colours = palette();
    const Press press =
        ui::press(id, rect, {.role = Role::checkbox, .name = words, .states = on ? state_checked : state_none, .radius = 5});
    if (press.pressed) on = !on;
    const float side = px(15);
    draw_check_box({rect.x, rect.y + std::floor((rect.height - side) * 0.5f), side, side}, on, press.hovered);
    draw_text_in({rect.x + side + px(8), rect.y, rect.width - side - px(8), rect.height}, type(Type::body), colours.text, words);
    return press.pressed;
}

float check_width(std::string_view words) { return px(23) + text_width(type(Type::body), words); }

void tooltip(std::string_view words) {
    if (!ImGui::IsItemHovered(ImGuiHoveredFlags_DelayNormal)) return;
    ImGui::PushStyleColor(ImGuiCol_PopupBg, palette().raised);
    ImGui::PushStyleColor(ImGuiCol_Border, palette().line2);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(px(10), px(6)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, line_px(1));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(6));
    if (ImGui::BeginTooltip()) {
        const Font font = type(Type::body);
        const float width = std::min(text_width(font, words), px(320));
        const float height = paragraph_height(font, words, width + 1);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::Dummy({width, height});
        draw_paragraph({at.x, at.y, width + 1, height}, font, palette().text, words);
        ImGui::EndTooltip();
    }
    ImGui::PopStyleVar(3);
    ImGui::PopStyleColor(2);
}

}  // namespace ui

#include "ui/widgets.h"
#include "ui/words.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace ui {
namespace {

// The one that is open.
struct Menu {
    std::vector<ItemId> items;
    int chosen = 0;
    bool appeared = false, entered = false;
    ItemId id = 0;
    float height = 0;  // as its last frame made it
} menu;

void push_surface() {
    ImGui::PushStyleColor(ImGuiCol_PopupBg, palette().panel);
    ImGui::PushStyleColor(ImGuiCol_Border, palette().line2);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(px(6), px(6)));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, px(8));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, line_px(1));
}
void pop_surface() {
    ImGui::PopStyleVar(4);
    ImGui::PopStyleColor(2);
}

}  // namespace

Group::Group(Role role, std::string_view id, std::string_view name, const Rect& rect, std::uint32_t states, RowCount count) {
    mirror().open({.id = ImHashData(&role, sizeof role, id_of(id)),
                   .role = role,
                   .name = name,
                   .rect = rect,
                   .states = states,
                   .maximum = static_cast<float>(count.of),
                   .now = static_cast<float>(count.row)});
}

namespace {

bool draws_all_rows = false;
constexpr std::size_t rows_on_paper = 2000;

}  // namespace

void draw_all_rows(bool all) { draws_all_rows = all; }

RowRange rows_in_sight(const Rect& rows, float row_height, std::size_t count) {
    if (draws_all_rows) return {0, std::min(count, rows_on_paper)};
    const float scrolled = ImGui::GetScrollY();
    const auto first = static_cast<std::size_t>(std::max(0.0f, std::floor((scrolled - rows.height) / row_height)));
    const auto end = static_cast<std::size_t>(std::ceil((scrolled + 2 * rows.height) / row_height));
    return {std::min(first, count), std::min(end, count)};
}

Rect begin_scroll(std::string_view id, const Rect& rect, Role role, bool stop) {
    const ImGuiID region = id_of(id);
    ImGui::SetCursorScreenPos(top_left(rect));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarSize, px(10));
    ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarRounding, px(5));
    ImGui::PushStyleColor(ImGuiCol_ChildBg, ImU32{0});
    ImGui::PushStyleColor(ImGuiCol_ScrollbarBg, ImU32{0});
    ImGui::PushStyleColor(ImGuiCol_ScrollbarGrab, palette().line);
    ImGui::PushStyleColor(ImGuiCol_ScrollbarGrabHovered, palette().line2);
    ImGui::PushStyleColor(ImGuiCol_ScrollbarGrabActive, palette().line2);
    ImGui::BeginChild(region, {rect.width, rect.height}, ImGuiChildFlags_None, ImGuiWindowFlags_NoSavedSettings);
    float x = 0, y = 0;
    if (mirror().take_scroll(region, x, y)) ImGui::SetScrollY(y);
    mirror().open({.id = region,
                   .role = role,
                   .rect = rect,
                   .states = static_cast<std::uint32_t>(state_clips | (stop ? state_focusable : state_none)),
                   .scroll_y = ImGui::GetScrollY()});
    const ImVec2 start = ImGui::GetCursorScreenPos();
    return {start.x, start.y, rect.width, rect.height};
}

void scroll_to(float y, float height) {
    const float from = ImGui::GetScrollY(), seen = ImGui::GetWindowHeight();
    if (y < from)
        ImGui::SetScrollY(y);
    else if (y + height > from + seen)
        ImGui::SetScrollY(y + height - seen);
}

void end_scroll(float content_height) {
    mirror().close();
    ImGui::SetCursorPos({0, 0});
    ImGui::Dummy({1, content_height});
    ImGui::EndChild();
    ImGui::PopStyleColor(5);
    ImGui::PopStyleVar(3);
}

void begin_bare(const char* name, const Rect& rect, ImU32 fill, ImGuiWindowFlags flags) {
    ImGui::SetNextWindowPos(top_left(rect));
    ImGui::SetNextWindowSize({rect.width, rect.height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0f);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0f);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, ImVec2(1, 1));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, fill);
    ImGui::Begin(name, nullptr,
                 flags | ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(4);
}

// A dialog's distance from the edges of the screen, its head, and its margins: beside the content and beneath it.
constexpr float dialog_distance = 8, dialog_head = 56, dialog_margin = 24, dialog_foot = 20;

static float dialog_width(float width) { return std::min(width, ImGui::GetIO().DisplaySize.x - px(2 * dialog_distance)); }
float dialog_inside(float width) { return dialog_width(width) - px(2 * dialog_margin); }
float dialog_around(float content) { return content + px(dialog_head + dialog_foot); }

bool begin_dialog(std::string_view id, std::string_view title, float width, float height, Rect& content) {
    const Palette& colours = palette();
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const std::string name(id);
    begin_bare(name.c_str(), {0, 0, screen.x, screen.y}, with_alpha(IM_COL32(5, 9, 15, 255), colours.dark ? 0.6f : 0.4f));

    width = dialog_width(width), height = std::min(height, screen.y - px(2 * dialog_distance));
    Rect box = {std::floor((screen.x - width) * 0.5f), std::floor((screen.y - height) * 0.45f), width, height};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(top_left(box), bottom_right(box), colours.panel, px(10));
    list.AddRect(top_left(box), bottom_right(box), colours.line, px(10), 0, line_px(1));

    const ImGuiID dialog = ImGui::GetID("dialog");
    mirror().open({.id = dialog, .role = Role::dialog, .name = title, .rect = box, .states = state_modal});
    if (layer(dialog, dialog)) ImGui::SetWindowFocus();

    Rect head = cut_top(box, px(dialog_head));
    const Rect close = inset(cut_right(head, px(dialog_head)), px(6), px(6));
    cut_left(head, px(dialog_margin));
    heading(head, type(Type::title), title, 2, colours.text);
    bool open = !take_escape();
    const Press x = press("close", close, {.name = say(Phrase::close)});
    const ImVec2 middle = centre(close);
    const float arm = px(5);
    const ImU32 ink = x.hovered ? colours.text : colours.text2;
    list.AddLine({middle.x - arm, middle.y - arm}, {middle.x + arm, middle.y + arm}, ink, px(1.5f));
    list.AddLine({middle.x - arm, middle.y + arm}, {middle.x + arm, middle.y - arm}, ink, px(1.5f));
    open &= !x.pressed;
    content = {box.x + px(dialog_margin), box.y, box.width - px(2 * dialog_margin), box.height - px(dialog_foot)};
    return open;
}

void end_dialog() {
    mirror().close();
    ImGui::End();
}

void open_menu(std::string_view id) { ImGui::OpenPopup(id_of(id)); }

bool begin_menu(std::string_view id, std::string_view name, ImVec2 at, float width) {
    push_surface();
    const float widest = ImGui::GetIO().DisplaySize.x - px(8);
    at.x = std::max(px(8), std::min(at.x, widest - width));
    const ItemId item = id_of(id);
    const float highest = ImGui::GetIO().DisplaySize.y;
    at.y = std::max(0.0f, std::min(at.y, highest - (menu.id == item ? menu.height : 0)));
    ImGui::SetNextWindowPos(at);
    ImGui::SetNextWindowSize({width, 0});
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, highest});  // what is higher scrolls
    if (!ImGui::BeginPopupEx(item, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoMove)) {
        pop_surface();
        return false;
    }
    const ImGuiID popup = ImGui::GetID("menu");
    const bool scrolls = ImGui::GetScrollMaxY() > 0;
    float x = 0, y = 0;
    if (mirror().take_scroll(popup, x, y)) ImGui::SetScrollY(y);
    mirror().open({.id = popup,
                   .role = Role::menu,
                   .name = name,
                   .rect = {at.x, at.y, width, scrolls ? ImGui::GetWindowHeight() : px(8)},
                   .states = scrolls ? state_clips : state_none,
                   .scroll_y = ImGui::GetScrollY()});
    menu_is_drawn();
    menu.id = item;
    menu.items.clear();
    menu.chosen = 0;
    if (layer(popup, 0)) menu.appeared = true, menu.entered = false;
    if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) ImGui::CloseCurrentPopup();
    return true;
}

bool menu_item(std::string_view id, std::string_view words, bool danger, bool chosen) {
    const Palette& colours = palette();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Rect rect = {at.x, at.y, ImGui::GetContentRegionAvail().x, control_height()};
    ImGui::Dummy({rect.width, rect.height});
    if (chosen) menu.chosen = static_cast<int>(menu.items.size());
    menu.items.push_back(id_of(id));
    const Press press = ui::press(id, rect,
                                  {.role = Role::menuitem,
                                   .name = words,
                                   .states = static_cast<std::uint32_t>(state_roving | (chosen ? state_current : state_none)),
                                   .radius = 5});
    if (press.hovered) ImGui::GetWindowDrawList()->AddRectFilled(top_left(rect), bottom_right(rect), colours.raised, px(5));
    if (chosen) ImGui::GetWindowDrawList()->AddRectFilled({rect.x, rect.y + px(8)}, {rect.x + px(2), bottom(rect) - px(8)}, colours.accent);
    draw_text_in(inset(rect, px(12), 0), type(Type::body, chosen ? Face::bold : Face::regular), danger ? colours.negative : colours.text,
                 words);
    if (press.pressed) ImGui::CloseCurrentPopup();
    return press.pressed;
}

// Opens on the item that is chosen; the arrows go round. Tab leaves the menu, and that closes it.
void end_menu() {
    const int count = static_cast<int>(menu.items.size());
    const auto found = std::find(menu.items.begin(), menu.items.end(), mirror().focused_item());
    const int focused = found == menu.items.end() ? -1 : static_cast<int>(found - menu.items.begin());
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key); };
    int to = -1;
    if (std::exchange(menu.appeared, false)) to = menu.chosen;
    if (pressed(ImGuiKey_DownArrow)) to = (focused + 1) % count;
    if (pressed(ImGuiKey_UpArrow)) to = (std::max(focused, 0) + count - 1) % count;
    if (pressed(ImGuiKey_Home)) to = 0;
    if (pressed(ImGuiKey_End)) to = count - 1;
    if (to >= 0) mirror().request_focus(menu.items[static_cast<std::size_t>(to)]);
    menu.entered |= focused >= 0;
    if (menu.entered && focused < 0 && mirror().focused_item() != 0) ImGui::CloseCurrentPopup();
    mirror().close();
    menu.height = ImGui::GetWindowHeight();
    ImGui::EndPopup();
    pop_surface();
}

}  // namespace ui

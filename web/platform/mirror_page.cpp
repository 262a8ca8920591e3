// Hands the semantic mirror to the page and what the user did there back to it.
#include "platform/internal.h"
#include "ui/widgets.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cstddef>

extern "C" {
void page_mirror(const ui::Node* nodes, std::size_t count, const char* text, float dpr);
void page_focus(ui::ItemId id);
}

namespace platform {
namespace {

// mirror.js reads the nodes where they lie.
static_assert(sizeof(ui::Node) == 84 && offsetof(ui::Node, states) == 12 && offsetof(ui::Node, rect) == 16 &&
              offsetof(ui::Node, name_at) == 32 && offsetof(ui::Node, minimum) == 56 && offsetof(ui::Node, scroll_x) == 68 &&
              offsetof(ui::Node, meaning) == 80);

bool is_text_box(ui::ItemId id) {
    const auto& nodes = ui::mirror().nodes();
    return std::any_of(nodes.begin(), nodes.end(), [id](const ui::Node& node) {
        return node.id == id && (node.role == ui::Role::textbox || node.role == ui::Role::textarea || node.role == ui::Role::spinbutton);
    });
}

}  // namespace

void give_mirror_to_page() {
    const ui::Mirror& mirror = ui::mirror();
    page_mirror(mirror.nodes().data(), mirror.nodes().size(), mirror.text().data(), pixels_per_css_pixel());
}

void take_text_boxes_from_imgui() {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    if (g.ActiveId == 0 || g.ActiveId != g.InputTextState.ID || !is_text_box(g.ActiveId)) return;
    if (!ui::mirror().focused(g.ActiveId)) ui::mirror().request_focus(g.ActiveId);
    ImGui::ClearActiveID();
}

void give_focus_to_page() {
    if (const ui::ItemId id = ui::mirror().take_focus_request()) page_focus(id);
}

}  // namespace platform

// Each runs frames at once: the page and the tests see the result when the event is over.
extern "C" {

// For paper: the rows that are out of sight, too.
EMSCRIPTEN_KEEPALIVE void platform_all_rows(int all) {
    ui::draw_all_rows(all != 0);
    platform::settle();
}

EMSCRIPTEN_KEEPALIVE void platform_activate(ui::ItemId id) {
    ui::mirror().activate(id);
    platform::settle();
}

EMSCRIPTEN_KEEPALIVE void platform_focus(ui::ItemId id, int visible) {
    ui::mirror().focus(id, visible != 0);
    platform::settle();
}

// The new text is in the inbox.
EMSCRIPTEN_KEEPALIVE void platform_value(ui::ItemId id) {
    ui::mirror().set_value(id, platform::inbox());
    platform::settle();
}

EMSCRIPTEN_KEEPALIVE void platform_done(ui::ItemId id) {
    ui::mirror().finish(id);
    platform::settle();
}

EMSCRIPTEN_KEEPALIVE void platform_scroll(ui::ItemId id, float x, float y) {
    ui::mirror().scroll(id, x, y);
    platform::settle();
}

}  // extern "C"

#include "ui/widgets.h"

#include <imgui.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace ui {
namespace {

struct Layer {
    ItemId id, focus_before;
    bool drawn;  // in this frame
};
std::vector<Layer> layers;  // in the order they appeared

bool menu_drawn = false, menu_was_drawn = false;  // in this frame, in the last one
bool escape_taken = false;

}  // namespace

bool layer(ItemId id, ItemId focus) {
    const auto known = std::find_if(layers.begin(), layers.end(), [id](const Layer& layer) { return layer.id == id; });
    if (known != layers.end()) {
        known->drawn = true;
        return false;
    }
    layers.push_back({id, mirror().focused_item(), true});
    if (focus) mirror().request_focus(focus);
    return true;
}

// A layer that went gives its way back to one that came in its place. Who has put the focus elsewhere meanwhile keeps it there.
void settle_layers() {
    const bool lost = !mirror().has(mirror().focused_item());
    for (std::size_t i = layers.size(); i-- > 0;) {
        if (std::exchange(layers[i].drawn, false)) continue;
        if (i + 1 < layers.size())
            layers[i + 1].focus_before = layers[i].focus_before;
        else if (lost)
            mirror().request_focus(layers[i].focus_before);
        layers.erase(layers.begin() + static_cast<std::ptrdiff_t>(i));
    }
    menu_was_drawn = std::exchange(menu_drawn, false);
    escape_taken = false;
}

void menu_is_drawn() { menu_drawn = true; }

bool take_escape() {
    if (!ImGui::IsKeyPressed(ImGuiKey_Escape, false) || escape_taken || menu_drawn || menu_was_drawn) return false;
    return escape_taken = true;
}

}  // namespace ui

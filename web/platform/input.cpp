// Pointer, wheel and keys for ImGui. Presses and keys run frames at once, so that what they cause (opening a file dialog,
// copying, focusing a text box) still happens inside the browser's user gesture; mere movement waits for the animation frame.
#include "platform/internal.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <cfloat>
#include <cmath>

namespace platform {
namespace {

ImGuiKey letter_or_digit(std::string_view key) {
    if (key.size() != 1) return ImGuiKey_None;
    const char c = key[0];
    if (c >= 'a' && c <= 'z') return static_cast<ImGuiKey>(ImGuiKey_A + (c - 'a'));
    if (c >= 'A' && c <= 'Z') return static_cast<ImGuiKey>(ImGuiKey_A + (c - 'A'));
    if (c >= '0' && c <= '9') return static_cast<ImGuiKey>(ImGuiKey_0 + (c - '0'));
    return ImGuiKey_None;
}

// Letters by what is printed on the key (AZERTY), everything else, and letters of other scripts, by where the key is.
ImGuiKey key_of(std::string_view key, std::string_view code) {
    if (const ImGuiKey found = letter_or_digit(key); found != ImGuiKey_None) return found;
    if (code.starts_with("Key")) return letter_or_digit(code.substr(3));
    if (code.starts_with("Digit")) return letter_or_digit(code.substr(5));
    static constexpr struct {
        std::string_view code;
        ImGuiKey key;
    } keys[] = {
        {"ArrowLeft", ImGuiKey_LeftArrow},
        {"ArrowRight", ImGuiKey_RightArrow},
        {"ArrowUp", ImGuiKey_UpArrow},
        {"ArrowDown", ImGuiKey_DownArrow},
        {"PageUp", ImGuiKey_PageUp},
        {"PageDown", ImGuiKey_PageDown},
        {"Home", ImGuiKey_Home},
        {"End", ImGuiKey_End},
        {"Enter", ImGuiKey_Enter},
        {"NumpadEnter", ImGuiKey_Enter},
        {"Escape", ImGuiKey_Escape},
        {"Space", ImGuiKey_Space},
        {"Backspace", ImGuiKey_Backspace},
        {"Delete", ImGuiKey_Delete},
        {"Insert", ImGuiKey_Insert},
        {"ContextMenu", ImGuiKey_Menu},
        {"Minus", ImGuiKey_Minus},
        {"Equal", ImGuiKey_Equal},
        {"NumpadAdd", ImGuiKey_KeypadAdd},
        {"NumpadSubtract", ImGuiKey_KeypadSubtract},
        {"Slash", ImGuiKey_Slash},
        {"Period", ImGuiKey_Period},
        {"Comma", ImGuiKey_Comma},
        {"F2", ImGuiKey_F2},
        {"F9", ImGuiKey_F9},
    };
    // Soft keyboards tell no code; what a key of this kind does is its name, too.
    for (const auto& known : keys)
        if (known.code == (code.empty() ? key : code)) return known.key;
    return ImGuiKey_None;
}

// ImGui scrolls by lines of its own; this is how many device pixels it makes of one unit over the window under the pointer.
float scroll_step(ImGuiAxis axis) {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    const ImGuiWindow* window = g.WheelingWindow ? g.WheelingWindow : g.HoveredWindow;
    if (!window) return 1;
    if (!g.WheelingWindow)
        while ((window->Flags & ImGuiWindowFlags_ChildWindow) &&
               (window->ScrollMax[static_cast<std::size_t>(axis)] == 0 || (window->Flags & ImGuiWindowFlags_NoScrollWithMouse)))
            window = window->ParentWindow;
    const float most = 0.67f * (axis == ImGuiAxis_X ? window->InnerRect.GetWidth() : window->InnerRect.GetHeight());
    return ImMax(1.0f, ImTrunc(ImMin((axis == ImGuiAxis_X ? 2.0f : 5.0f) * window->FontRefSize, most)));
}

}  // namespace
}  // namespace platform

extern "C" {

// Position in device pixels and the buttons now down (bit 0 left, 1 right, 2 middle, as ImGui counts them).
EMSCRIPTEN_KEEPALIVE void platform_pointer(float x, float y, int buttons, int touch) {
    using namespace platform;
    static int down = 0;
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
    io.AddMousePosEvent(x, y);
    const int changed = buttons ^ down;
    down = buttons;
    if (!changed) {
        request_one_frame();
        // A finger comes out of nowhere: what is under it must be known before it scrolls.
        if (touch) build_now();
        return;
    }
    // What lies over something else notices a press only when it was hovered in the frame before.
    build_now();
    for (int button = 0; button < 3; ++button)
        if (changed >> button & 1) io.AddMouseButtonEvent(button, (buttons >> button & 1) != 0);
    settle();
}

EMSCRIPTEN_KEEPALIVE void platform_pointer_left() {
    ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    platform::request_one_frame();
}

EMSCRIPTEN_KEEPALIVE void platform_pinch(float from_x, float from_y, float to_x, float to_y, float factor) {
    platform::host().pinched({from_x, from_y, to_x, to_y, factor});
    platform::settle();
}

// Device pixels, positive to the right and down, as a page would scroll.
EMSCRIPTEN_KEEPALIVE void platform_wheel(float x, float y) {
    // ImGui scrolls by whole pixels; what a trackpad sends in fractions of them adds up.
    static float rest_x = 0, rest_y = 0;
    rest_x += x, rest_y += y;
    x = std::trunc(rest_x), y = std::trunc(rest_y);
    rest_x -= x, rest_y -= y;
    ImGuiIO& io = ImGui::GetIO();
    const float across = -x / platform::scroll_step(ImGuiAxis_X), down = -y / platform::scroll_step(ImGuiAxis_Y);
    // The browser has already turned a wheel with Shift sideways; ImGui would turn it again.
    if (io.KeyShift && !io.ConfigMacOSXBehaviors)
        io.AddMouseWheelEvent(0, across);
    else
        io.AddMouseWheelEvent(across, down);
    platform::add_trailing_frames();
}

// In the inbox: key, a newline, code. Modifiers: 1 Ctrl, 2 Shift, 4 Alt, 8 Meta. A repeat is a release and a press: so no key can stick.
EMSCRIPTEN_KEEPALIVE void platform_key(int down, int repeat, int modifiers) {
    using namespace platform;
    const std::string_view names = inbox();
    const std::size_t split = names.find('\n');
    const ImGuiKey key = key_of(names.substr(0, split), names.substr(split + 1));
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, (modifiers & 1) != 0);
    io.AddKeyEvent(ImGuiMod_Shift, (modifiers & 2) != 0);
    io.AddKeyEvent(ImGuiMod_Alt, (modifiers & 4) != 0);
    io.AddKeyEvent(ImGuiMod_Super, (modifiers & 8) != 0);
    if (key != ImGuiKey_None) {
        if (repeat) io.AddKeyEvent(key, false);
        io.AddKeyEvent(key, down != 0);
    }
    settle();
    // macOS never tells that a key was released while Command is held.
    if (key != ImGuiKey_None && down && io.ConfigMacOSXBehaviors && (modifiers & 8)) {
        io.AddKeyEvent(key, false);
        settle();
    }
}

// The window lost or got the keyboard; losing it releases every key and button.
EMSCRIPTEN_KEEPALIVE void platform_window_focus(int focused) {
    ImGui::GetIO().AddFocusEvent(focused != 0);
    platform::add_trailing_frames();
}

}  // extern "C"

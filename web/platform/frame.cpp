// When a frame is drawn, and drawing it. Nothing runs while nothing changes: input and timers ask for frames, a frame asks for
// the next one only while its picture still changes, and WebGL is touched only when the picture is a new one.
#include "platform/internal.h"

#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include <GLES3/gl3.h>

#include <algorithm>
#include <cstring>

extern "C" {
void page_cursor(int cursor);
void page_copy(const char* text, std::size_t size);
double page_seconds();
}

namespace platform {
namespace {

// Most changes settle in two frames (a hover, a popup that measures itself); the rest keep changing the picture and so go on by themselves.
constexpr int trailing_frames = 2;
// A synchronous event may cost this many frames, then the animation frame goes on.
constexpr int frames_at_once = 6;
// ImGui takes a longer frame as a jump in time; a shorter limit would make two slow clicks a double click.
constexpr float longest_step = 1.0f;
// A text scrolls on while a selection is dragged beyond its box.
constexpr double held_interval = 1.0 / 20;

struct Frames {
    int width = 0, height = 0;  // device pixels
    float dpr = 1;
    double previous = 0;  // seconds
    int wanted = trailing_frames;
    bool moving = false;  // an animation runs
    double wakes = -1;    // seconds: when the program wants a frame by itself, negative = never
    bool building = false;
    bool lost = false;                     // the WebGL context
    std::uint64_t built = 0, painted = 0;  // hash of the picture
    std::uint64_t mirrored = 0;
    ImGuiMouseCursor cursor = ImGuiMouseCursor_Arrow;
} frames;

std::uint64_t hash_bytes(std::uint64_t hash, const void* data, std::size_t size) {
    const auto* bytes = static_cast<const unsigned char*>(data);
    const auto mix = [&hash](std::uint64_t word) {
        hash = (hash ^ word) * 0xD6E8FEB86659FD93u;
        hash ^= hash >> 32;
    };
    std::size_t at = 0;
    for (; at + 8 <= size; at += 8) {
        std::uint64_t word;
        std::memcpy(&word, bytes + at, 8);
        mix(word);
    }
    std::uint64_t rest = size;
    for (; at < size; ++at) rest = rest << 8 | bytes[at];
    mix(rest);
    return hash;
}

std::uint64_t hash_picture(const ImDrawData& picture) {
    std::uint64_t hash = hash_bytes(0, &picture.DisplaySize, sizeof picture.DisplaySize);
    for (const ImDrawList* list : picture.CmdLists) {
        hash = hash_bytes(hash, list->VtxBuffer.Data, static_cast<std::size_t>(list->VtxBuffer.size_in_bytes()));
        hash = hash_bytes(hash, list->IdxBuffer.Data, static_cast<std::size_t>(list->IdxBuffer.size_in_bytes()));
        for (const ImDrawCmd& command : list->CmdBuffer) {
            hash = hash_bytes(hash, &command.ClipRect, sizeof command.ClipRect);
            hash = hash_bytes(hash, &command.ElemCount, sizeof command.ElemCount);
        }
    }
    return hash;
}

bool textures_wait() {
    const auto& textures = ImGui::GetPlatformIO().Textures;
    return std::any_of(textures.begin(), textures.end(), [](const ImTextureData* texture) {
        return texture->Status != ImTextureStatus_OK && texture->Status != ImTextureStatus_Destroyed;
    });
}

void build() {
    frames.building = true;
    ImGuiContext& g = *ImGui::GetCurrentContext();
    ImGuiIO& io = g.IO;
    const double now = page_seconds();
    io.DisplaySize = {static_cast<float>(frames.width), static_cast<float>(frames.height)};
    io.DeltaTime = std::clamp(static_cast<float>(now - frames.previous), 1e-4f, longest_step);
    frames.previous = now;
    g.Style.FontScaleDpi = frames.dpr;

    ImGui::NewFrame();
    ui::mirror().begin_frame();
    const double wait = host().frame(now, frames.dpr);
    frames.moving = wait == 0;
    frames.wakes = wait > 0 ? now + wait : -1;
    const std::uint64_t mirrored = ui::mirror().end_frame();
    ImGui::Render();
    take_text_boxes_from_imgui();

    const std::uint64_t built = hash_picture(*ImGui::GetDrawData());
    const bool changed = built != frames.built || mirrored != frames.mirrored;
    const bool unsettled = g.HoveredId != g.HoveredIdPreviousFrame || g.ActiveId != g.ActiveIdPreviousFrame || g.InputEventsQueue.Size > 0;
    frames.wanted = std::max(frames.wanted - 1, changed || unsettled ? 1 : 0);
    frames.built = built;
    give_focus_to_page();
    if (mirrored != frames.mirrored) {
        frames.mirrored = mirrored;
        give_mirror_to_page();
    }
    if (ImGui::GetMouseCursor() != frames.cursor) {
        frames.cursor = ImGui::GetMouseCursor();
        page_cursor(frames.cursor);
    }
    frames.building = false;
}

bool must_paint() { return !frames.lost && (frames.built != frames.painted || textures_wait()); }

void paint() {
    ImGui_ImplOpenGL3_NewFrame();
    glViewport(0, 0, frames.width, frames.height);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    frames.painted = frames.built;
}

// Seconds until something happens that ImGui waits for by itself; negative when there is nothing.
double seconds_to_next_event() {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    if (g.ActiveId != 0 && g.ActiveId == g.InputTextState.ID && ImGui::IsAnyMouseDown()) return held_interval;
    double next = frames.wakes < 0 ? -1 : std::max(frames.wakes - page_seconds(), 0.001);
    const auto waits_for = [&next](float delay, float passed) {
        const double left = static_cast<double>(delay) - static_cast<double>(passed);
        if (left > 0 && (next < 0 || left < next)) next = left;
    };
    if (g.HoverItemDelayId != 0) {
        waits_for(g.Style.HoverStationaryDelay, g.MouseStationaryTimer);
        waits_for(g.Style.HoverDelayShort, g.HoverItemDelayTimer);
        waits_for(g.Style.HoverDelayNormal, g.HoverItemDelayTimer);
    }
    return next;
}

// What the page schedules next: 0 an animation frame, > 0 that many milliseconds, < 0 nothing.
double next_wait() {
    if (frames.wanted > 0 || frames.moving || must_paint()) return 0;
    const double seconds = seconds_to_next_event();
    return seconds < 0 ? -1 : seconds * 1000 + 1;
}

}  // namespace

void request_one_frame() { frames.wanted = std::max(frames.wanted, 1); }
void add_trailing_frames() { frames.wanted = trailing_frames; }
float pixels_per_css_pixel() { return frames.dpr; }

void build_now() {
    if (!frames.building && frames.width > 0) build();
}

void settle() {
    frames.wanted = std::max(frames.wanted, trailing_frames);
    if (frames.building || frames.width == 0) return;
    // An animation goes on by itself; it must not run ahead here.
    for (int i = 0; i < (frames.moving ? trailing_frames : frames_at_once) && frames.wanted > 0; ++i) build();
}

void request_frame() { add_trailing_frames(); }

}  // namespace platform

extern "C" {

// The canvas has its first size: everything can be made.
EMSCRIPTEN_KEEPALIVE void platform_begin(int mac) {
    // Out of memory must reach the new handler, not write to address zero.
    ImGui::SetAllocatorFunctions([](std::size_t size, void*) { return ::operator new(size); },
                                 [](void* memory, void*) { ::operator delete(memory); });
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.ConfigMacOSXBehaviors = mac != 0;
    io.ConfigInputTextCursorBlink = false;
    io.ConfigErrorRecoveryEnableTooltip = false;
    // The browser repeats keys, at the speed the user has set.
    io.KeyRepeatDelay = io.KeyRepeatRate = 1e9f;
    ImGui::GetPlatformIO().Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) { page_copy(text, std::strlen(text)); };
    ImGui::GetPlatformIO().Platform_GetClipboardTextFn = [](ImGuiContext*) { return ""; };
    ui::install_fonts(platform::canvas_glyphs());
    ImGui_ImplOpenGL3_Init("#version 300 es");
    glClearColor(0, 0, 0, 0);
}

// The backing store was resized, and with that cleared.
EMSCRIPTEN_KEEPALIVE void platform_resize(int width, int height, float dpr) {
    platform::frames.width = width, platform::frames.height = height, platform::frames.dpr = dpr;
    platform::frames.painted = 0;
    platform::settle();
}

// One animation frame. `now` builds even when nothing asked for it: a timer came due.
EMSCRIPTEN_KEEPALIVE double platform_frame(int now) {
    using namespace platform;
    if (now || frames.wanted > 0 || frames.moving) build();
    if (must_paint()) paint();
    return next_wait();
}

EMSCRIPTEN_KEEPALIVE double platform_next_wait() { return platform::next_wait(); }

EMSCRIPTEN_KEEPALIVE void platform_context_lost(int lost) {
    platform::frames.lost = lost != 0;
    if (lost)
        ImGui_ImplOpenGL3_DestroyDeviceObjects();
    else
        platform::add_trailing_frames();  // ImGui hands over its textures anew in its next frame, not before
    platform::frames.painted = 0;
}

}  // extern "C"

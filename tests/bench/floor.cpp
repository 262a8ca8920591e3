// The floor that our page is measured against: Dear ImGui, its OpenGL backend, and just enough browser to show one
// window with text drawn by a canvas. Built with the flags of the product and served the same way.
#include <GLES3/gl3.h>
#include <emscripten.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>
#include <misc/freetype/imgui_freetype.h>

#include <cstdint>
#include <vector>

EM_JS(int, draw_glyph, (int code_point, float em, int width, int height, float baseline, std::uint8_t* rgba), {
    const canvas = Module.glyphCanvas || (Module.glyphCanvas = document.createElement("canvas"));
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext("2d", {willReadFrequently : true});
    context.font = em + "px system-ui, sans-serif";
    context.fillStyle = "#fff";
    const text = String.fromCodePoint(code_point);
    context.fillText(text, 0, baseline);
    if (rgba) HEAPU8.set(context.getImageData(0, 0, width, height).data, rgba);
    return Math.round(context.measureText(text).width);
})

EM_JS(void, listen_to_mouse, (), {
    for (const type of["mousemove", "mousedown", "mouseup"]) {
        Module.canvas.addEventListener(
            type, function(event) { _move_mouse(event.offsetX, event.offsetY, event.buttons & 1); });
    }
})

EM_JS(void, announce_first_frame, (), {
    performance.mark("first-frame");
    document.documentElement.dataset.state = "ready";
})

namespace {

constexpr float em_per_font_size = 0.8f;

bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) { return true; }

bool init_size(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
    baked->Ascent = baked->Size * em_per_font_size;
    baked->Descent = baked->Ascent - baked->Size;
    return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code_point, ImFontGlyph* glyph,
                float* advance) {
    const int size = static_cast<int>(baked->Size) + 2;
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(size * size) * 4);
    const float width = static_cast<float>(draw_glyph(static_cast<int>(code_point), baked->Size * em_per_font_size, size, size,
                                                      baked->Ascent, advance ? nullptr : pixels.data()));
    if (advance) {
        *advance = width;
        return true;
    }
    const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, size, size);
    ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, id);
    glyph->Codepoint = code_point;
    glyph->AdvanceX = width;
    glyph->X1 = glyph->Y1 = static_cast<float>(size);
    glyph->Visible = true;
    glyph->PackId = id;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, rect, pixels.data(), ImTextureFormat_RGBA32, size * 4);
    return true;
}

void draw_frame() {
    int width = 0, height = 0;
    emscripten_get_canvas_element_size("#canvas", &width, &height);
    ImGui::GetIO().DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    ImGui::Begin("Floor");
    ImGui::TextUnformatted("The quick brown fox 赢单罗盘");
    ImGui::Button("OK");
    ImGui::End();
    ImGui::Render();
    glViewport(0, 0, width, height);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace

extern "C" EMSCRIPTEN_KEEPALIVE void move_mouse(float x, float y, int pressed) {
    ImGui::GetIO().AddMousePosEvent(x, y);
    ImGui::GetIO().AddMouseButtonEvent(0, pressed != 0);
    draw_frame();
}

const ImFontLoader* ImGuiFreeType::GetFontLoader() {
    static ImFontLoader loader;
    loader.Name = "canvas";
    loader.FontSrcContainsGlyph = contains_glyph;
    loader.FontBakedInit = init_size;
    loader.FontBakedLoadGlyph = load_glyph;
    return &loader;
}

#ifdef IMGUI_ENABLE_TEST_ENGINE
void ImGuiTestEngineHook_ItemAdd(ImGuiContext*, ImGuiID, const ImRect&, const ImGuiLastItemData*) {}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }
#endif

int main() {
    EmscriptenWebGLContextAttributes attributes;
    emscripten_webgl_init_context_attributes(&attributes);
    attributes.majorVersion = 2;
    emscripten_webgl_make_context_current(emscripten_webgl_create_context("#canvas", &attributes));
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().DeltaTime = 1.0f / 60.0f;
    ImGui_ImplOpenGL3_Init("#version 300 es");
    ImFontConfig config;
    config.SizePixels = 20;
    ImGui::GetIO().Fonts->SetFontLoader(ImGuiFreeType::GetFontLoader());
    ImGui::GetIO().Fonts->AddFont(&config);
    listen_to_mouse();
    draw_frame();
    announce_first_frame();
}

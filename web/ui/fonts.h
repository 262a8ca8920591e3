// Text without font files: ImGui asks for a glyph, a GlyphSource draws it. In the browser the source is a 2-D canvas with
// the user's system fonts (platform/), in tests a plain box. Sizes are em in device pixels; ImGui's FontSize is em ÷ 0.8.
#pragma once

#include <cstdint>

struct ImFont;

namespace ui {

enum class Face : std::uint8_t { regular, bold };
inline constexpr int face_count = 2;
inline constexpr float em_per_font_size = 0.8f;

struct GlyphBitmap {
    int width = 0, height = 0;           // device pixels; 0 for a blank such as a space
    float left = 0, top = 0;             // from the pen position and the baseline to the bitmap's top left, y down
    float advance = 0;                   // whole device pixels
    bool coloured = false;               // an emoji: keep its own colours
    const std::uint8_t* rgba = nullptr;  // width × height × 4, white with coverage in alpha unless coloured; valid until the next call
};

struct FaceMetrics {
    float ascent = 0, descent = 0;  // device pixels, both positive
};

struct GlyphSource {
    FaceMetrics (*metrics)(Face face, float em);
    bool (*draw)(Face face, char32_t code_point, float em, bool advance_only, GlyphBitmap& out);
};

// Once, after ImGui::CreateContext(): both faces through `source`, which must outlive the context.
void install_fonts(const GlyphSource& source);
ImFont* font(Face face);

}  // namespace ui

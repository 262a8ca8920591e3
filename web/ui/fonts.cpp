#include "ui/fonts.h"

#include <imgui.h>
#include <imgui_internal.h>
#include <misc/freetype/imgui_freetype.h>

#include <cmath>
#include <cstring>

namespace ui {
namespace {

const GlyphSource* glyphs = nullptr;
ImFont* faces[face_count] = {};

Face face_of(const ImFontConfig* source) { return static_cast<Face>(source->FontNo); }

bool keep_source(ImFontAtlas*, ImFontConfig*) { return true; }

// The source draws every code point, with a box where no font has it.
bool has_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) { return true; }

bool set_metrics(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
    // The line is the font size; the letters stand in its middle, as in a line box of CSS with the same height.
    const FaceMetrics metrics = glyphs->metrics(face_of(source), baked->Size * em_per_font_size);
    baked->Ascent = std::round((baked->Size - (metrics.ascent + metrics.descent)) * 0.5f + metrics.ascent);
    baked->Descent = baked->Ascent - baked->Size;
    return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code_point, ImFontGlyph* glyph,
                float* advance) {
    GlyphBitmap bitmap;
    if (!glyphs->draw(face_of(source), static_cast<char32_t>(code_point), baked->Size * em_per_font_size, advance != nullptr, bitmap))
        return false;
    if (advance) {
        *advance = bitmap.advance;
        return true;
    }
    glyph->Codepoint = static_cast<unsigned>(code_point) & 0x3FFFFFF;  // a field of 26 bits
    glyph->AdvanceX = bitmap.advance;
    if (bitmap.width == 0 || bitmap.height == 0) return true;

    const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, bitmap.width, bitmap.height);
    if (place == ImFontAtlasRectId_Invalid) return false;
    glyph->X0 = bitmap.left;
    glyph->Y0 = bitmap.top + baked->Ascent;
    glyph->X1 = glyph->X0 + static_cast<float>(bitmap.width);
    glyph->Y1 = glyph->Y0 + static_cast<float>(bitmap.height);
    glyph->Visible = true;
    glyph->Colored = bitmap.coloured;
    glyph->PackId = place;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, ImFontAtlasPackGetRect(atlas, place), bitmap.rgba,
                                       ImTextureFormat_RGBA32, bitmap.width * 4);
    return true;
}

}  // namespace

void install_fonts(const GlyphSource& source) {
    glyphs = &source;
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    // Growing the atlas later stalls for a tenth of a second; this holds a working day of Chinese.
    atlas.TexMinWidth = atlas.TexMinHeight = 1024;
    atlas.TexDesiredFormat = ImTextureFormat_RGBA32;
    for (int face = 0; face < face_count; ++face) {
        ImFontConfig config;
        config.FontLoader = ImGuiFreeType::GetFontLoader();
        config.FontNo = static_cast<ImU32>(face);
        config.SizePixels = 16;
        config.PixelSnapH = true;
        faces[face] = atlas.AddFont(&config);
    }
}

ImFont* font(Face face) { return faces[static_cast<int>(face)]; }

}  // namespace ui

// ImGui asks for its font loader under this name when IMGUI_ENABLE_FREETYPE is set: with ours, stb_truetype is never linked.
namespace ImGuiFreeType {

const ImFontLoader* GetFontLoader() {
    static const ImFontLoader loader = [] {
        ImFontLoader made;
        made.Name = "GlyphSource";
        made.FontSrcInit = ui::keep_source;
        made.FontSrcContainsGlyph = ui::has_glyph;
        made.FontBakedInit = ui::set_metrics;
        made.FontBakedLoadGlyph = ui::load_glyph;
        return made;
    }();
    return &loader;
}

}  // namespace ImGuiFreeType

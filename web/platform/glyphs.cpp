// Glyphs in the user's own fonts, drawn by the browser on a 2-D canvas.
#include "platform/internal.h"

#include <memory>

namespace {

// glyphs.js fills this where it lies.
struct Drawn {
    float left, top, advance;
    std::int32_t width, height, coloured;
};

struct Pixels {
    std::unique_ptr<std::uint8_t[]> bytes;
    std::size_t size = 0;
} pixels;

}  // namespace

extern "C" {
void page_font_metrics(int face, float em, ui::FaceMetrics* metrics);
void page_glyph(int face, std::uint32_t code_point, float em, bool advance_only, Drawn* drawn);

// Room for a bitmap, kept from glyph to glyph.
EMSCRIPTEN_KEEPALIVE std::uint8_t* platform_pixels(std::size_t size) {
    if (pixels.size < size) pixels.bytes = std::make_unique<std::uint8_t[]>(size), pixels.size = size;
    return pixels.bytes.get();
}
}

namespace platform {
namespace {

ui::FaceMetrics metrics(ui::Face face, float em) {
    ui::FaceMetrics found;
    page_font_metrics(static_cast<int>(face), em, &found);
    return found;
}

bool draw(ui::Face face, char32_t code_point, float em, bool advance_only, ui::GlyphBitmap& out) {
    Drawn drawn = {};
    page_glyph(static_cast<int>(face), code_point, em, advance_only, &drawn);
    out = {.width = drawn.width,
           .height = drawn.height,
           .left = drawn.left,
           .top = drawn.top,
           .advance = drawn.advance,
           .coloured = drawn.coloured != 0,
           .rgba = pixels.bytes.get()};
    return true;
}

constexpr ui::GlyphSource source = {metrics, draw};

}  // namespace

const ui::GlyphSource& canvas_glyphs() { return source; }

}  // namespace platform

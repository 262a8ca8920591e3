// Glyphs without a browser: solid boxes with fixed advances, the same on every machine.
// CJK and full-width characters are 1 em wide, all others 0.55 em, rounded to whole pixels; spaces are blank.
#pragma once

#include "ui/fonts.h"

#include <cmath>
#include <vector>

namespace tests {

inline bool is_wide(char32_t c) {
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFF60) || (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

inline ui::FaceMetrics box_metrics(ui::Face, float em) { return {std::round(em * 0.88f), std::round(em * 0.24f)}; }

inline bool draw_box(ui::Face, char32_t code_point, float em, bool advance_only, ui::GlyphBitmap& out) {
    static std::vector<std::uint8_t> pixels;
    out = {};
    out.advance = std::round(em * (is_wide(code_point) ? 1.0f : 0.55f));
    if (advance_only || code_point == U' ' || code_point == 0x3000 || code_point == 0xA0) return true;
    out.width = static_cast<int>(out.advance) > 2 ? static_cast<int>(out.advance) - 2 : 1;
    out.height = static_cast<int>(em * 0.75f) > 1 ? static_cast<int>(em * 0.75f) : 1;
    out.left = 1;
    out.top = -static_cast<float>(out.height);
    pixels.assign(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) * 4, 255);
    out.rgba = pixels.data();
    return true;
}

inline const ui::GlyphSource box_glyphs = {box_metrics, draw_box};

}  // namespace tests

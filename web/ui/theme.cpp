#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr ImU32 rgb(unsigned hex) { return IM_COL32((hex >> 16) & 0xFF, (hex >> 8) & 0xFF, hex & 0xFF, 0xFF); }

constexpr Palette dark = {
    rgb(0x0C121B), rgb(0x121A26), rgb(0x192435), rgb(0x0A0F17), rgb(0x222F42), rgb(0x222F42), rgb(0x5F718C), rgb(0xE9EFF7),
    rgb(0xAEBACB), rgb(0x8797AE), rgb(0xF4BC4F), rgb(0x1A1405), rgb(0xF4BC4F), rgb(0xF4BC4F), rgb(0x2A2519), rgb(0x6DB9F2),
    rgb(0xFF8F75), rgb(0x33201F), rgb(0x6A7E9C), rgb(0x93A5BF), rgb(0x9DB7D9), rgb(0x16212F), rgb(0x4F9AD6), true,
};
constexpr Palette light = {
    rgb(0xF5F7FA), rgb(0xFFFFFF), rgb(0xEFF3F7), rgb(0xE9EEF4), rgb(0xE9EEF4), rgb(0xDCE3EB), rgb(0x7D8CA0), rgb(0x15202E),
    rgb(0x435266), rgb(0x5B6A7F), rgb(0xEBAA1E), rgb(0x1A1405), rgb(0xB07500), rgb(0x855700), rgb(0xFDF3DC), rgb(0x0B69A6),
    rgb(0xB53A10), rgb(0xFCEAE3), rgb(0x5E748F), rgb(0x5E7088), rgb(0x4A6A92), rgb(0xF1F5F9), rgb(0x5FA3D6), false,
};

// Captions as strong as text, hairlines as strong as outlines; coloured words, which in light are the faintest, stand out sevenfold.
constexpr Palette stronger(Palette colours) {
    colours.line = colours.line2, colours.line2 = colours.text2, colours.text3 = colours.text2, colours.text2 = colours.text;
    if (!colours.dark) colours.positive = rgb(0x084E7D), colours.negative = rgb(0x8A2A08), colours.accent_text = rgb(0x6A4500);
    return colours;
}
constexpr Palette strong_dark = stronger(dark), strong_light = stronger(light);

// em in design pixels, by Type and then by Scale.
constexpr float em_of[6][3] = {{12, 18, 13}, {13, 20, 15}, {14, 23, 16}, {14, 28, 17}, {18, 32, 20}, {29, 48, 24}};

struct Current {
    const Palette* palette = &dark;
    Scale scale = Scale::normal;
    float dpr = 1;
    float unit = 1;
} current;

constexpr float presentation_growth = 1.5f;

}  // namespace

const Palette& palette(Scheme scheme) { return scheme == Scheme::dark ? dark : light; }
const Palette& palette() { return *current.palette; }
Scale scale() { return current.scale; }

void set_theme(Scheme scheme, Scale scale, float dpr, bool more_contrast) {
    const Palette& strong = scheme == Scheme::dark ? strong_dark : strong_light;
    const float growth = scale == Scale::presentation ? presentation_growth : 1.0f;
    current = {more_contrast ? &strong : &palette(scheme), scale, dpr, dpr * growth};
}

ImU32 with_alpha(ImU32 colour, float alpha) {
    const float own = static_cast<float>(colour >> IM_COL32_A_SHIFT);
    return (colour & ~IM_COL32_A_MASK) | (static_cast<ImU32>(std::lround(own * std::clamp(alpha, 0.0f, 1.0f))) << IM_COL32_A_SHIFT);
}

ImU32 mix(ImU32 from, ImU32 to, float t) {
    ImU32 mixed = 0;
    for (int shift = 0; shift < 32; shift += 8) {
        const float a = static_cast<float>((from >> shift) & 0xFF), b = static_cast<float>((to >> shift) & 0xFF);
        mixed |= static_cast<ImU32>(std::lround(a + (b - a) * std::clamp(t, 0.0f, 1.0f))) << shift;
    }
    return mixed;
}

ImU32 value_colour(double chance) { return mix(palette().value_low, palette().value_high, static_cast<float>(chance)); }

Font type(Type role, Face face) {
    const bool bold = role >= Type::section || face == Face::bold;
    const float em = em_of[static_cast<int>(role)][static_cast<int>(current.scale)];
    return {font(bold ? Face::bold : Face::regular), std::round(em * current.dpr / em_per_font_size)};
}

float unit() { return current.unit; }
float px(float design) { return std::round(design * current.unit); }
float control_height() { return px(current.scale == Scale::phone ? 44 : 32); }
float line_px(float design) { return std::max(1.0f, std::round(design * (design > 1 ? current.unit : current.dpr))); }

}  // namespace ui

// Colours, type sizes and spaces by name. Nothing else in web/ knows a colour or a size.
#pragma once

#include "ui/fonts.h"

#include <imgui.h>

#include <cstdint>

namespace ui {

enum class Scheme : std::uint8_t { dark, light };
enum class Scale : std::uint8_t { normal, presentation, phone };

// Every colour of the design by its role; ImU32 as ImGui packs it.
struct Palette {
    ImU32 background, panel, raised, sunk;
    ImU32 track;                                                     // what a bar of a share runs on; never as strong as the bar
    ImU32 line, line2;                                               // hairline, control outline
    ImU32 text, text2, text3;                                        // main, secondary, captions
    ImU32 accent, on_accent, accent_line, accent_text, accent_soft;  // gold: here we are, there we go, the one primary button
    ImU32 positive, negative, negative_soft;
    ImU32 node, needle, glass;    // lattice
    ImU32 value_low, value_high;  // chance by position, ramp
    bool dark;
};

const Palette& palette(Scheme scheme);
const Palette& palette();  // of the current frame
void set_theme(Scheme scheme, Scale scale, float dpr, bool more_contrast = false);

ImU32 with_alpha(ImU32 colour, float alpha);  // alpha 0 … 1 times the colour's own
ImU32 mix(ImU32 from, ImU32 to, float t);     // t 0 … 1
ImU32 value_colour(double chance);            // 0 … 1 on the value ramp

// Type roles of the design; each has a size per Scale.
enum class Type : std::uint8_t { caption, body, strong, section, title, hero };
struct Font {
    ImFont* font;
    float size;  // ImGui FontSize in device pixels (em ÷ 0.8)
};
Font type(Type role, Face face = Face::regular);  // section, title and hero are bold whatever is asked
Scale scale();

// Device pixels per design pixel. A design pixel is a CSS pixel, and half as large again in a presentation: what has a size grows with
// the type there.
float unit();
// Design pixels → device pixels, whole.
float px(float design);
// How high a control is: 32 design pixels, for a finger 44.
float control_height();
// Strokes: at least one device pixel. A hairline (1) stays one in a presentation.
float line_px(float design);

}  // namespace ui

#include "draw/strokes.h"

#include "draw/picture.h"

#include <imgui_internal.h>  // the white pixel of ImDrawListSharedData

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <iterator>

namespace draw {
namespace {

ImVec2 on_circle(ImVec2 centre, float radius, float angle) {
    return {centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)};
}

bool is_clockwise(ImVec2 a, ImVec2 b, ImVec2 c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0; }

}  // namespace

ImVec2 between(ImVec2 from, ImVec2 to, float t) { return from + (to - from) * t; }
float distance(ImVec2 a, ImVec2 b) { return std::hypot(a.x - b.x, a.y - b.y); }

ImVec2 towards(ImVec2 from, ImVec2 to, float length) {
    const float whole = distance(from, to);
    return whole > 0 ? between(from, to, length / whole) : from;
}

void glow(ImDrawList& list, ImVec2 centre, float radius, ImU32 colour) {
    if (Picture* picture = picture_of(list)) return picture->add_glow(centre, radius, colour);
    constexpr int spokes = 40, bands = std::size(glow_steps) - 1;
    const ImVec2 white = list._Data->TexUvWhitePixel;
    list.PrimReserve(spokes * (3 + (bands - 1) * 6), 1 + spokes * bands);
    const auto first = static_cast<ImDrawIdx>(list._VtxCurrentIdx);
    const auto vertex = [&](int band, int spoke) { return static_cast<ImDrawIdx>(first + 1 + band * spokes + spoke % spokes); };
    const auto triangle = [&](ImDrawIdx a, ImDrawIdx b, ImDrawIdx c) { list.PrimWriteIdx(a), list.PrimWriteIdx(b), list.PrimWriteIdx(c); };
    list.PrimWriteVtx(centre, white, colour);
    for (int band = 0; band < bands; ++band) {
        for (int spoke = 0; spoke < spokes; ++spoke) {
            const float angle = 2 * pi * static_cast<float>(spoke) / spokes;
            const auto& [at, light] = glow_steps[band + 1];
            list.PrimWriteVtx(on_circle(centre, radius * at, angle), white, ui::with_alpha(colour, light));
        }
    }
    for (int spoke = 0; spoke < spokes; ++spoke) {
        triangle(first, vertex(0, spoke), vertex(0, spoke + 1));
        for (int band = 1; band < bands; ++band) {
            triangle(vertex(band - 1, spoke), vertex(band, spoke), vertex(band, spoke + 1));
            triangle(vertex(band - 1, spoke), vertex(band, spoke + 1), vertex(band - 1, spoke + 1));
        }
    }
}

void ring(ImDrawList& list, ImVec2 centre, float radius, ImU32 fill, ImU32 stroke, float thickness) {
    list.AddCircleFilled(centre, radius, fill);
    list.AddCircle(centre, radius, stroke, 0, thickness);
}

void dashed_line(ImDrawList& list, ImVec2 from, ImVec2 to, ImU32 colour, float thickness, float dash, float gap) {
    const float whole = distance(from, to);
    for (float at = 0; at < whole; at += dash + gap) {
        list.AddLine(towards(from, to, at), towards(from, to, std::min(at + dash, whole)), colour, thickness);
    }
}

void dashed_ring(ImDrawList& list, ImVec2 centre, float radius, ImU32 colour, float thickness, int dashes) {
    const float step = 2 * pi / static_cast<float>(dashes);
    for (int i = 0; i < dashes; ++i) {
        const float start = step * static_cast<float>(i) - pi / 2;
        list.PathArcTo(centre, radius, start, start + step * 0.6f);
        list.PathStroke(colour, 0, thickness);
    }
}

void dashed_rect(ImDrawList& list, ImVec2 minimum, ImVec2 maximum, ImU32 colour, float rounding, float thickness, float dash, float gap) {
    const ImVec2 in(rounding, rounding);
    const ImVec2 a = minimum + in, b = maximum - in;
    dashed_line(list, {a.x, minimum.y}, {b.x, minimum.y}, colour, thickness, dash, gap);
    dashed_line(list, {maximum.x, a.y}, {maximum.x, b.y}, colour, thickness, dash, gap);
    dashed_line(list, {b.x, maximum.y}, {a.x, maximum.y}, colour, thickness, dash, gap);
    dashed_line(list, {minimum.x, b.y}, {minimum.x, a.y}, colour, thickness, dash, gap);
    const ImVec2 corners[4] = {a, {b.x, a.y}, b, {a.x, b.y}};
    for (int i = 0; i < 4; ++i) {
        list.PathArcTo(corners[i], rounding, pi + pi / 2 * static_cast<float>(i), pi * 1.5f + pi / 2 * static_cast<float>(i));
        list.PathStroke(colour, 0, thickness);
    }
}

void arrow_head(ImDrawList& list, ImVec2 from, ImVec2 to, ImU32 colour, float thickness, float length, Head head, ImU32 inside) {
    const float whole = distance(from, to);
    if (whole <= 0) return;
    const ImVec2 along = (to - from) * (1 / whole);
    const float half = length * 0.42f;
    const ImVec2 base = to - along * length, side(-along.y * half, along.x * half);
    if (head == Head::filled) {
        list.AddTriangleFilled(to, base + side, base - side, colour);
        return;
    }
    list.AddTriangleFilled(to, base + side, base - side, inside);
    list.AddTriangle(to, base + side, base - side, colour, thickness);
}

void arrow(ImDrawList& list, ImVec2 from, ImVec2 to, ImU32 colour, float thickness, float head_length, Head head, ImU32 inside) {
    const float shaft = distance(from, to) - head_length;
    if (shaft > 0) list.AddLine(from, towards(from, to, shaft), colour, thickness);
    arrow_head(list, from, to, colour, thickness, head_length, head, inside);
}

void filled_triangle(ImDrawList& list, ImVec2 a, ImVec2 b, ImVec2 c, ImU32 colour) {
    if (is_clockwise(a, b, c))
        list.AddTriangleFilled(a, b, c, colour);
    else
        list.AddTriangleFilled(a, c, b, colour);
}

void filled_quad(ImDrawList& list, const std::array<ImVec2, 4>& corners, ImU32 colour) {
    const auto& [a, b, c, d] = corners;
    if (is_clockwise(a, b, c))
        list.AddQuadFilled(a, b, c, d, colour);
    else
        list.AddQuadFilled(a, d, c, b, colour);
}

float text_width(ui::Font font, std::string_view words) {
    if (words.empty()) return 0;
    return font.font->CalcTextSizeA(font.size, FLT_MAX, 0, words.data(), words.data() + words.size()).x;
}

void text(ImDrawList& list, ui::Font font, ImVec2 at, float align_x, float align_y, ImU32 colour, std::string_view words) {
    if (words.empty()) return;
    if (Picture* picture = picture_of(list)) return picture->add_text(font, {at.x, at.y - align_y * font.size}, align_x, colour, words);
    const float x = align_x == 0 ? at.x : at.x - align_x * text_width(font, words);
    list.AddText(font.font, font.size, {std::round(x), std::round(at.y - align_y * font.size)}, colour, words.data(),
                 words.data() + words.size());
}

void fade(ImDrawList& list, int first_vertex, float opacity) {
    if (opacity >= 1) return;
    for (int i = first_vertex; i < list.VtxBuffer.Size; ++i) {
        list.VtxBuffer[i].col = ui::with_alpha(list.VtxBuffer[i].col, opacity);
    }
}

}  // namespace draw

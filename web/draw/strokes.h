// Strokes that Dear ImGui's draw list lacks. Coordinates and widths are device pixels; nothing here allocates.
#pragma once

#include "ui/theme.h"

#include <array>
#include <numbers>
#include <string_view>
#include <utility>

namespace draw {

constexpr ImVec2 operator+(ImVec2 a, ImVec2 b) { return {a.x + b.x, a.y + b.y}; }
constexpr ImVec2 operator-(ImVec2 a, ImVec2 b) { return {a.x - b.x, a.y - b.y}; }
constexpr ImVec2 operator*(ImVec2 a, float factor) { return {a.x * factor, a.y * factor}; }
constexpr float mix(float from, float to, float t) { return from + (to - from) * t; }
inline constexpr auto pi = std::numbers::pi_v<float>;

// A disc of light: `colour` in the centre, transparent at `radius`. Three bands bend the linear fall of one fan into a soft one; each step
// is a part of the radius and how much light is left there.
inline constexpr std::pair<float, float> glow_steps[] = {{0, 1}, {0.34f, 0.58f}, {0.64f, 0.2f}, {1, 0}};
void glow(ImDrawList& list, ImVec2 centre, float radius, ImU32 colour);
void ring(ImDrawList& list, ImVec2 centre, float radius, ImU32 fill, ImU32 stroke, float thickness);
void dashed_line(ImDrawList& list, ImVec2 from, ImVec2 to, ImU32 colour, float thickness, float dash, float gap);
void dashed_ring(ImDrawList& list, ImVec2 centre, float radius, ImU32 colour, float thickness, int dashes);
void dashed_rect(ImDrawList& list, ImVec2 minimum, ImVec2 maximum, ImU32 colour, float rounding, float thickness, float dash, float gap);

enum class Head : bool { filled, hollow };
// The head's point is at `to`; the shaft ends where the head begins. `inside` fills a hollow head.
void arrow_head(ImDrawList& list, ImVec2 from, ImVec2 to, ImU32 colour, float thickness, float length, Head head, ImU32 inside);
void arrow(ImDrawList& list, ImVec2 from, ImVec2 to, ImU32 colour, float thickness, float head_length, Head head, ImU32 inside);

// Corners in either direction; Dear ImGui softens the edges of clockwise shapes only.
void filled_triangle(ImDrawList& list, ImVec2 a, ImVec2 b, ImVec2 c, ImU32 colour);
void filled_quad(ImDrawList& list, const std::array<ImVec2, 4>& corners, ImU32 colour);

// Text whose point (align_x, align_y) of its line box, 0 … 1, stands at `at`.
void text(ImDrawList& list, ui::Font font, ImVec2 at, float align_x, float align_y, ImU32 colour, std::string_view words);
float text_width(ui::Font font, std::string_view words);

// Multiplies the opacity of all vertices from `first_vertex` on: a whole drawing fades as one.
void fade(ImDrawList& list, int first_vertex, float opacity);

ImVec2 between(ImVec2 from, ImVec2 to, float t);
float distance(ImVec2 a, ImVec2 b);
// The point `length` away from `from` towards `to`; `from` where both are the same.
ImVec2 towards(ImVec2 from, ImVec2 to, float length);

}  // namespace draw

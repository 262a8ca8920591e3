// Rectangles are cut, never guessed: a screen is its rectangle minus what was cut off for its parts.
#pragma once

#include "ui/mirror.h"

#include <imgui.h>

#include <array>
#include <cmath>
#include <cstddef>

namespace ui {

inline ImVec2 top_left(const Rect& r) { return {r.x, r.y}; }
inline ImVec2 bottom_right(const Rect& r) { return {r.x + r.width, r.y + r.height}; }
inline ImVec2 centre(const Rect& r) { return {r.x + r.width * 0.5f, r.y + r.height * 0.5f}; }
inline float right(const Rect& r) { return r.x + r.width; }
inline float bottom(const Rect& r) { return r.y + r.height; }

inline Rect inset(const Rect& r, float x, float y) { return {r.x + x, r.y + y, r.width - 2 * x, r.height - 2 * y}; }

// Each returns the part cut off and leaves the rest; gap is lost between the two.
inline Rect cut_top(Rect& r, float height, float gap = 0) {
    const Rect part = {r.x, r.y, r.width, height};
    r.y += height + gap, r.height -= height + gap;
    return part;
}
inline Rect cut_bottom(Rect& r, float height, float gap = 0) {
    r.height -= height + gap;
    return {r.x, r.y + r.height + gap, r.width, height};
}
inline Rect cut_left(Rect& r, float width, float gap = 0) {
    const Rect part = {r.x, r.y, width, r.height};
    r.x += width + gap, r.width -= width + gap;
    return part;
}
inline Rect cut_right(Rect& r, float width, float gap = 0) {
    r.width -= width + gap;
    return {r.x + r.width + gap, r.y, width, r.height};
}
// Several at once, laid out from the right edge but named in reading order; a width of 0 takes no room.
template <std::size_t Count>
std::array<Rect, Count> cut_right(Rect& r, const std::array<float, Count>& widths, float gap) {
    std::array<Rect, Count> parts;
    for (std::size_t i = Count; i-- > 0;) parts[i] = widths[i] > 0 ? cut_right(r, widths[i], gap) : Rect{};
    return parts;
}
// As high as `height`, in the middle of the height of `r`.
inline Rect middle(const Rect& r, float height) { return {r.x, std::floor(r.y + (r.height - height) * 0.5f), r.width, height}; }
// Much wider than high: there is room beside, not below. A phone on its side is so, one that shows its keyboard is not.
inline bool is_lying(const Rect& r) { return r.width > 1.3f * r.height; }
// The column `index` of `count` equal ones.
inline Rect column(const Rect& r, int index, int count, float gap) {
    const float width = (r.width - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
    return {r.x + static_cast<float>(index) * (width + gap), r.y, width, r.height};
}

}  // namespace ui

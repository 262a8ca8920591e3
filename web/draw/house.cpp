#include "draw/house.h"

#include "draw/strokes.h"
#include "ui/layout.h"

#include <algorithm>
#include <cmath>

namespace draw {

using ui::line_px;
using ui::Palette;
using ui::palette;
using ui::px;
using ui::Rect;

namespace {

ImU32 brick_fill() { return ui::value_colour(palette().dark ? 0.72 : 0.9); }

void hatch_brick(ImDrawList& list, const Rect& rect) {
    const ImU32 ink = ui::with_alpha(palette().line2, 0.55f);
    list.PushClipRect(ui::top_left(rect), ui::bottom_right(rect), true);
    for (float x = rect.x - rect.height; x < ui::right(rect); x += px(6))
        list.AddLine({x, ui::bottom(rect)}, {x + rect.height, rect.y}, ink, line_px(1));
    list.PopClipRect();
}

// Filled where it is there, empty where it is not, hatched and dashed where nobody looked.
void draw_brick(ImDrawList& list, const Rect& rect, Brick brick) {
    const Palette& colours = palette();
    const ImVec2 from = {rect.x + 0.5f, rect.y + 0.5f}, to = {ui::right(rect) - 0.5f, ui::bottom(rect) - 0.5f};
    if (brick == Brick::met) list.AddRectFilled(ui::top_left(rect), ui::bottom_right(rect), brick_fill(), px(2));
    if (brick == Brick::unknown) {
        hatch_brick(list, rect);
        dashed_rect(list, from, to, colours.line2, px(2), line_px(1), px(4), px(3));
    } else {
        list.AddRect(from, to, brick == Brick::met ? colours.text2 : colours.negative, px(2), 0, line_px(brick == Brick::met ? 1 : 1.5f));
    }
}

// Slabs between the two slopes, the lowest the widest.
void draw_roof(ImDrawList& list, const HouseScene& scene, const Rect& place) {
    const Palette& colours = palette();
    const ImVec2 top = {ui::centre(place).x, place.y}, left = {place.x, ui::bottom(place)}, right = {ui::right(place), ui::bottom(place)};
    if (!scene.has_roof) {
        dashed_line(list, left, top, colours.line2, line_px(1), px(4), px(4));
        dashed_line(list, top, right, colours.line2, line_px(1), px(4), px(4));
        dashed_line(list, left, right, colours.line2, line_px(1), px(4), px(4));
        return;
    }
    const auto count = static_cast<float>(std::max<std::size_t>(1, scene.roof.size()));
    const auto half = [&](float y) { return place.width / 2 * (y - place.y) / place.height; };
    for (std::size_t i = 0; i < scene.roof.size(); ++i) {
        const float low = ui::bottom(place) - place.height * static_cast<float>(i) / count,
                    high = ui::bottom(place) - place.height * static_cast<float>(i + 1) / count + px(3);
        const ImVec2 corners[] = {
            {top.x - half(high), high}, {top.x + half(high), high}, {top.x + half(low), low}, {top.x - half(low), low}};
        const Brick brick = scene.roof[i];
        if (brick == Brick::met) list.AddConvexPolyFilled(corners, 4, brick_fill());
        if (brick == Brick::unknown)
            for (std::size_t k = 0; k < 4; ++k)
                dashed_line(list, corners[k], corners[(k + 1) % 4], colours.line2, line_px(1), px(4), px(3));
        else
            list.AddPolyline(corners, 4, brick == Brick::met ? colours.text2 : colours.negative, ImDrawFlags_Closed,
                             line_px(brick == Brick::met ? 1 : 1.5f));
    }
}

}  // namespace

HousePlaces house_places(const Rect& area) {
    Rect rest = area;
    const float gap = px(5), roof = std::round(area.height * 0.36f), base = std::round(area.height * 0.2f);
    HousePlaces places;
    places.roof = ui::cut_top(rest, roof, gap);
    places.foundation = ui::cut_bottom(rest, base, gap);
    places.pillars = ui::inset(rest, area.width * 0.06f, 0);
    return places;
}

void draw_house(ImDrawList& list, const HouseScene& scene, const Rect& area) {
    const HousePlaces places = house_places(area);
    draw_roof(list, scene, places.roof);
    const auto along = [&](const std::vector<Brick>& bricks, const Rect& place, float gap) {
        const int count = static_cast<int>(bricks.size());
        for (int i = 0; i < count; ++i) draw_brick(list, ui::column(place, i, count, gap), bricks[static_cast<std::size_t>(i)]);
    };
    along(scene.pillars, places.pillars, std::min(px(18), places.pillars.width * 0.08f));
    along(scene.foundation, places.foundation, px(3));
}

}  // namespace draw

// The relationship house (methodology §1): a foundation, pillars and a roof, each built of the items of its checklist.
#pragma once

#include "ui/mirror.h"
#include "ui/theme.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace draw {

enum class Brick : std::uint8_t { unknown, missing, met };  // nobody looked · looked, not there · there

struct HouseScene {
    std::vector<Brick> roof, pillars, foundation;
    bool has_roof = false;  // else only its outline stands
};

// Where each part stands, and room for its words beside it.
struct HousePlaces {
    ui::Rect roof, pillars, foundation;
};
HousePlaces house_places(const ui::Rect& area);
void draw_house(ImDrawList& list, const HouseScene& scene, const ui::Rect& area);

}  // namespace draw

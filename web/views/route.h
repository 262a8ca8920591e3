// What is on screen as an address: "/deals", "/funnel", "/deal/<id>/compass", "/deal/<id>/compass/urgency" with the facts behind an axis
// open, "/deal/<id>/people", and what stands over it: "/deals/new", "/deal/<id>/compass/search" …
#pragma once

#include "model/identity.h"
#include "model/position.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace views {

enum class Screen : std::uint8_t { deals, compass, people, funnel };
enum class Dialog : std::uint8_t { none, new_deal, basics, import, about, search, gate };

constexpr bool is_of_deal(Screen screen) { return screen == Screen::compass || screen == Screen::people; }

struct Route {
    Screen screen = Screen::deals;
    compass::Id deal;                   // of a deal's screen
    std::optional<compass::Axis> axis;  // open in the compass
    Dialog dialog = Dialog::none;
    bool operator==(const Route&) const = default;
};

std::string write_route(const Route& route);
// Nothing where it names no screen; an axis or a dialog it does not know is none.
std::optional<Route> read_route(std::string_view text);

}  // namespace views

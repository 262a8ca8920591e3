// What is on screen as an address: "/deals", "/funnel", "/deal/<id>/compass", "/deal/<id>/compass/urgency" with the facts behind an axis
// open, "/deal/<id>/people", "/deal/<id>/sheet", "/customers/<id>", and what stands over it: "/deals/new", "/deal/<id>/compass/search" …
#pragma once

#include "model/identity.h"
#include "model/position.h"
#include "ui/words.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace views {

enum class Screen : std::uint8_t { deals, funnel, customers, review, handbook, compass, people, sheet, gates, visit, story };
enum class Dialog : std::uint8_t {
    none,
    new_deal,
    basics,
    import,
    about,
    search,
    gate,
    settings,
    new_customer,
    criteria,
    delete_customer,
    left_texts,
    versions,
    trash,
    recent,
    anonymise,
    share,
    link,
    lock_file,
    unlock
};

struct ScreenEntry {
    std::string_view path;
    ui::Phrase name;
};
// In the order of Screen. Those of a deal come last, as its tabs stand.
inline constexpr std::array screens = {
    ScreenEntry{"/deals", ui::Phrase::nav_deals},         ScreenEntry{"/funnel", ui::Phrase::nav_funnel},
    ScreenEntry{"/customers", ui::Phrase::nav_customers}, ScreenEntry{"/review", ui::Phrase::nav_review},
    ScreenEntry{"/handbook", ui::Phrase::nav_handbook},   ScreenEntry{"/compass", ui::Phrase::tab_compass},
    ScreenEntry{"/people", ui::Phrase::tab_people},       ScreenEntry{"/sheet", ui::Phrase::tab_sheet},
    ScreenEntry{"/gates", ui::Phrase::tab_gates},         ScreenEntry{"/visit", ui::Phrase::tab_visit},
    ScreenEntry{"/story", ui::Phrase::tab_story},
};
constexpr bool is_of_deal(Screen screen) { return screen >= Screen::compass; }
constexpr const ScreenEntry& entry_of(Screen screen) { return screens[static_cast<std::size_t>(screen)]; }

struct Route {
    Screen screen = Screen::deals;
    compass::Id deal;                   // of a deal's screen
    std::optional<compass::Axis> axis;  // open in the compass
    Dialog dialog = Dialog::none;
    compass::Id customer = {};  // of the customers' screen; nobody: the list
    bool operator==(const Route&) const = default;
};

std::string write_route(const Route& route);
// Nothing where it names no screen; an axis or a dialog it does not know is none.
std::optional<Route> read_route(std::string_view text);

}  // namespace views

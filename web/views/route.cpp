#include "views/route.h"

#include <array>

namespace views {
namespace {

// In the order of Dialog.
constexpr std::array<std::string_view, 7> dialogs = {"", "/new", "/basics", "/import", "/about", "/search", "/gate"};
// In the order of Axis.
constexpr std::array<std::string_view, compass::axis_count> axes = {"/stage", "/competition", "/urgency"};
constexpr std::string_view deals = "/deals", funnel = "/funnel", deal = "/deal/", compass_screen = "/compass", people_screen = "/people";
constexpr std::size_t id_length = 36;

}  // namespace

std::string write_route(const Route& route) {
    std::string text(deals);
    if (route.screen == Screen::funnel) text = funnel;
    if (is_of_deal(route.screen)) {
        const std::string_view screen = route.screen == Screen::people ? people_screen : compass_screen;
        text = std::string(deal) + format(route.deal) + std::string(screen);
    }
    if (route.axis) text += axes[static_cast<std::size_t>(*route.axis)];
    return text + std::string(dialogs[static_cast<std::size_t>(route.dialog)]);
}

std::optional<Route> read_route(std::string_view text) {
    Route route;
    if (text.starts_with(deal)) {
        const auto id = compass::parse_id(text.substr(deal.size(), id_length));
        if (!id) return std::nullopt;
        route.screen = Screen::compass, route.deal = *id;
        text.remove_prefix(deal.size() + id_length);
        if (text.starts_with(compass_screen)) text.remove_prefix(compass_screen.size());
        if (text.starts_with(people_screen)) route.screen = Screen::people, text.remove_prefix(people_screen.size());
        for (std::size_t i = 0; route.screen == Screen::compass && i < axes.size(); ++i) {
            if (!text.starts_with(axes[i])) continue;
            route.axis = static_cast<compass::Axis>(i);
            text.remove_prefix(axes[i].size());
            break;
        }
    } else if (text.starts_with(deals)) {
        text.remove_prefix(deals.size());
    } else if (text.starts_with(funnel)) {
        route.screen = Screen::funnel;
        text.remove_prefix(funnel.size());
    } else {
        return std::nullopt;
    }
    for (std::size_t i = 1; i < dialogs.size(); ++i) {
        if (text == dialogs[i]) route.dialog = static_cast<Dialog>(i);
    }
    return route;
}

}  // namespace views

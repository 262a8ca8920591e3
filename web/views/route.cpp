#include "views/route.h"

#include <algorithm>
#include <array>

namespace views {
namespace {

// In the order of Dialog.
constexpr std::array<std::string_view, 20> dialogs = {
    "",        "/new",  "/basics",   "/import", "/about",  "/search",    "/gate",  "/settings", "/new-customer", "/criteria",
    "/delete", "/left", "/versions", "/trash",  "/recent", "/anonymise", "/share", "/link",     "/lock-file",    "/unlock"};
// In the order of Axis.
constexpr std::array<std::string_view, compass::axis_count> axes = {"/stage", "/competition", "/urgency"};
constexpr std::string_view deal_path = "/deal/";
constexpr std::size_t id_length = 36;

}  // namespace

std::string write_route(const Route& route) {
    std::string text = is_of_deal(route.screen) ? std::string(deal_path) + format(route.deal) : std::string{};
    text += entry_of(route.screen).path;
    if (route.customer) text += '/' + format(route.customer);
    if (route.axis) text += axes[static_cast<std::size_t>(*route.axis)];
    return text + std::string(dialogs[static_cast<std::size_t>(route.dialog)]);
}

std::optional<Route> read_route(std::string_view text) {
    Route route;
    const bool of_deal = text.starts_with(deal_path);
    if (of_deal) {
        const auto id = compass::parse_id(text.substr(deal_path.size(), id_length));
        if (!id) return std::nullopt;
        route.screen = Screen::compass, route.deal = *id;
        text.remove_prefix(deal_path.size() + id_length);
    }
    const auto named = std::find_if(screens.begin(), screens.end(), [&](const ScreenEntry& entry) { return text.starts_with(entry.path); });
    const auto screen = static_cast<Screen>(named - screens.begin());
    if (named != screens.end() && is_of_deal(screen) == of_deal) {
        route.screen = screen;
        text.remove_prefix(named->path.size());
    } else if (!of_deal) {
        return std::nullopt;
    }
    if (route.screen == Screen::customers && text.size() > id_length && text.front() == '/') {
        if (const auto id = compass::parse_id(text.substr(1, id_length))) route.customer = *id, text.remove_prefix(1 + id_length);
    }
    for (std::size_t i = 0; route.screen == Screen::compass && i < axes.size(); ++i) {
        if (!text.starts_with(axes[i])) continue;
        route.axis = static_cast<compass::Axis>(i);
        text.remove_prefix(axes[i].size());
        break;
    }
    for (std::size_t i = 1; i < dialogs.size(); ++i) {
        if (text == dialogs[i]) route.dialog = static_cast<Dialog>(i);
    }
    return route;
}

}  // namespace views

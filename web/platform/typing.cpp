// What is being written in text boxes, kept from kills.
#include "platform/internal.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace platform {
namespace {

std::pair<std::string_view, std::string_view> divided(std::string_view text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    return {text.substr(0, end), text.substr(std::min(end + 1, text.size()))};
}

}  // namespace
}  // namespace platform

extern "C" {

// The tab and, after a line break, what is written are in the inbox.
EMSCRIPTEN_KEEPALIVE void platform_typing() {
    const std::string told = platform::inbox();
    const auto [tab, texts] = platform::divided(told);
    if (platform::host().typing) platform::host().typing(tab, texts);
}

// The names of the tabs that are there, a line each.
EMSCRIPTEN_KEEPALIVE void platform_typing_of_others() {
    const std::string told = platform::inbox();
    std::vector<std::string_view> tabs;
    for (std::string_view rest = told; !rest.empty();) {
        const auto [tab, more] = platform::divided(rest);
        tabs.push_back(tab);
        rest = more;
    }
    if (platform::host().tabs_there) platform::host().tabs_there(tabs);
    platform::settle();
}

}  // extern "C"

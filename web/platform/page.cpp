// The page around the canvas: start, failure, address, title, language, theme, preferences, clock, randomness.
#include "platform/internal.h"

#include <new>

extern "C" {
void page_start();
[[noreturn]] void page_fail(const char* what, std::size_t size);
[[noreturn]] void page_fail_memory();
void page_route();
void page_set_route(const char* route, std::size_t size, bool replace);
void page_set_title(const char* title, std::size_t size);
void page_set_language(bool chinese);
void page_set_theme(bool dark);
void page_go_back();
int page_preferences();
double page_now();
int page_minutes_west();
void page_random(std::uint64_t* bits);
}

namespace platform {
namespace {

Host the_host = {};
std::string the_inbox;

constexpr std::int64_t minute = 60'000, day = 1440 * minute;

std::int64_t local_milliseconds() { return milliseconds() - page_minutes_west() * minute; }

}  // namespace

const Host& host() { return the_host; }
std::string& inbox() { return the_inbox; }

void run(const Host& host) {
    the_host = host;
    std::set_new_handler([] { page_fail_memory(); });
    page_start();
}

void fail(std::string_view what) { page_fail(what.data(), what.size()); }

std::string route() {
    page_route();
    return the_inbox;
}
void set_route(std::string_view route, bool replace) { page_set_route(route.data(), route.size(), replace); }
void set_title(std::string_view title) { page_set_title(title.data(), title.size()); }
void set_language(bool chinese) { page_set_language(chinese); }
void set_theme(bool dark) { page_set_theme(dark); }
void go_back() { page_go_back(); }

Preferences preferences() {
    const int bits = page_preferences();
    return {.chinese = (bits & 1) != 0, .dark = (bits & 2) != 0, .reduced_motion = (bits & 4) != 0, .more_contrast = (bits & 8) != 0};
}

std::int64_t milliseconds() { return static_cast<std::int64_t>(page_now()); }
std::int64_t today() { return local_milliseconds() / day; }
int minute_of_day() { return static_cast<int>(local_milliseconds() % day / minute); }

std::uint64_t random_bits() {
    std::uint64_t bits = 0;
    page_random(&bits);
    return bits;
}

}  // namespace platform

extern "C" {

// Room for a string of `size` bytes, to be filled before the next call.
EMSCRIPTEN_KEEPALIVE char* platform_inbox(std::size_t size) {
    platform::inbox().resize(size);
    return platform::inbox().data();
}

EMSCRIPTEN_KEEPALIVE void platform_route_changed() {
    const std::string route = platform::inbox();
    if (platform::host().route_changed) platform::host().route_changed(route);
    platform::settle();
}

EMSCRIPTEN_KEEPALIVE void platform_preferences_changed() {
    if (platform::host().preferences_changed) platform::host().preferences_changed(platform::preferences());
    platform::add_trailing_frames();
}

EMSCRIPTEN_KEEPALIVE int platform_holds_unsaved() { return platform::host().holds_unsaved(); }

// Only for the failure page: the program may be in any state.
EMSCRIPTEN_KEEPALIVE std::size_t platform_rescue() {
    platform::inbox() = platform::host().rescue ? platform::host().rescue() : std::string();
    return platform::inbox().size();
}

}  // extern "C"

// What the app may ask of the world around it. main.cpp fills it with the browser, tests with a fake.
#pragma once

#include "portfolio/search.h"

#include <cstdint>
#include <string_view>

namespace views {

enum class Saved : std::uint8_t { ok, full, unavailable };

struct Outside {
    Saved (*save)(std::string_view key, std::string_view text);  // an empty text removes the key
    void (*download)(std::string_view name, std::string_view media_type, std::string_view bytes);
    void (*download_picture)(std::string_view name, std::string_view svg);  // as PNG, two pixels for one of the drawing
    void (*print)(std::string_view page);                                   // a page of its own: HTML without scripts
    void (*open_files)();                                                   // the answer comes through App::files_opened
    void (*ask_library)(std::string_view name);  // a text of the page's library; the answer comes through App::library_answered
    void (*set_route)(std::string_view route, bool replace);
    void (*go_back)();  // one step of the browser's history; the answer comes through App::route_changed
    void (*set_title)(std::string_view title);
    void (*set_appearance)(bool chinese, bool dark);
    void (*accept_version)();  // the answer comes through App::version_taken
    void (*reload)();
    std::int64_t (*today)();  // days since 1970-01-01, local
    int (*minute_of_day)();
    std::uint64_t (*random)();
    compass::PinyinInitials pinyin_initials;
    bool local_file = false;  // the page was opened from a file: the browser keeps data for it, but not in it
};

// Keys of what is stored in the browser.
inline constexpr std::string_view workspace_key = "workspace";
inline constexpr std::string_view settings_key = "settings";
inline constexpr std::string_view unreadable_key = "unreadable";  // a workspace that could not be read, kept untouched

}  // namespace views

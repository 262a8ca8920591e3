// What the app may ask of the world around it. main.cpp fills it with the browser, tests with a fake.
#pragma once

#include "portfolio/search.h"
#include "store/space.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace views {

using Saved = compass::Written;

// Saving to the same file again: to the one of last time; to one that is asked for first; to that of last time, after what it held was seen.
enum class KeepFile : std::uint8_t { again, ask, merged };
enum class KeptFile : std::uint8_t { written, changed, failed };

struct Outside {
    compass::Space* space;                                       // of the stored workspace
    Saved (*save)(std::string_view key, std::string_view text);  // an empty text removes the key
    std::size_t (*storage_used)();                               // of everything that is stored here: UTF-16 units, as browsers count
    void (*keep_stored)();                // asks the browser not to throw it away when it needs room; where that asks nobody
    void (*ask_to_keep)(bool asks_user);  // the same, told through App::told_to_keep; else only whether it was promised already
    void (*take_over)();                  // the answer comes through App::edits_here
    void (*download)(std::string_view name, std::string_view media_type, std::string_view bytes);
    void (*download_picture)(std::string_view name, std::string_view svg);          // as PNG, two pixels for one of the drawing
    void (*keep_file)(std::string_view name, std::string_view text, KeepFile how);  // answered by App::file_kept; null: it cannot
    void (*print)(std::string_view page);                                           // a page of its own: HTML without scripts
    void (*open_files)();                                                           // the answer comes through App::files_opened
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
    std::string (*address)() = nullptr;  // of the page, without what stands behind '#'
    // With a passphrase, which takes a moment: both are answered through App::lock_answered, with the same number.
    void (*lock)(std::uint32_t number, std::string_view passphrase, std::string_view bytes) = nullptr;
    void (*unlock)(std::uint32_t number, std::string_view passphrase, std::string_view locked) = nullptr;
    // What is stored here, with a passphrase and without one again; answered in the same way.
    void (*lock_workspace)(std::uint32_t number, std::string_view passphrase) = nullptr;
    void (*open_workspace)(std::uint32_t number) = nullptr;
    bool (*is_locked)() = nullptr;  // it has a passphrase, and that was given
    void (*lock_now)() = nullptr;
    void (*lock_after)(int minutes) = nullptr;  // without any input; 0 = never
    bool can_lock = false;                      // the browser has the cryptography: on https and on this computer
    bool local_file = false;                    // the page was opened from a file: the browser keeps data for it, but not in it
};

// Keys of what is stored in the browser.
inline constexpr std::string_view settings_key = "settings";
inline constexpr std::string_view backup_key = "backup";          // the day of the last file with everything
inline constexpr std::string_view edited_key = "edited";          // the day of the first change that is in no such file
inline constexpr std::string_view reminded_key = "reminded";      // the day on which that was said last
inline constexpr std::string_view unreadable_key = "unreadable";  // a workspace that could not be read, kept untouched

}  // namespace views

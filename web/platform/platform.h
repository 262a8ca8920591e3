// All that the program knows of the browser. main.cpp includes this; views, drawings and core never do.
// Strings are UTF-8. Nothing here blocks; what takes time comes back through Host.
#pragma once

#include "ui/fonts.h"
#include "ui/mirror.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace platform {

struct File {
    std::string name;
    std::string bytes;
};

// Of a file that is saved to again and again: it was written; it holds what was not seen yet, which comes along; it failed.
enum class Kept : std::uint8_t { written, changed, failed };

struct Preferences {
    bool chinese = true;  // first language of the browser
    bool dark = false;    // prefers-color-scheme
    bool reduced_motion = false;
    bool more_contrast = false;
};

// Two fingers moved: their middle from one place to another, their distance by a factor. Device pixels.
struct Pinch {
    float from_x, from_y, to_x, to_y, factor;
};

// What the program gives the platform. Every function is called on the main thread, outside any frame unless it is `frame`.
struct Host {
    // Draws one frame between NewFrame and Render. `dpr` is device pixels per CSS pixel; the display size in ImGui's io is in device pixels,
    // and so is everything else. style.FontScaleDpi is dpr; nothing else of the style is touched.
    // Returns the seconds until it wants the next frame: 0 while something moves, negative when only an event brings it.
    double (*frame)(double now_seconds, float dpr);
    void (*files_opened)(std::vector<File> files);
    void (*file_refused)(std::string_view name, std::string_view why);  // too large, unreadable
    void (*file_kept)(Kept what, const File& file);                     // what became of keep_file()
    void (*route_changed)(std::string_view route);
    void (*preferences_changed)(const Preferences& preferences);
    void (*stored_elsewhere)(std::string_view key);  // another tab wrote this key
    bool (*holds_unsaved)();                         // what closing the page would lose
    std::string (*rescue)();                         // the user's data as one JSON file, for the failure page; must not allocate much
    void (*pinched)(const Pinch& pinch);
    std::string (*text_copied)() = nullptr;                // what copying anywhere but in a text box gives
    std::string (*page_printed)() = nullptr;               // what printing this screen gives: HTML of a page of its own, or nothing
    void (*text_pasted)(std::string_view text) = nullptr;  // pasted anywhere but in a text box
    void (*library_answered)(std::string_view name, std::string_view text) = nullptr;  // empty: it could not be downloaded
    void (*texts_arrived)() = nullptr;          // the page opens: texts() of the other language are there
    void (*told_to_keep)(bool kept) = nullptr;  // whether the browser promised to keep what is stored
    void (*version_waits)() = nullptr;          // a new version of the page is here, whole, and waits to be accepted
    // What is being written in text boxes and nothing has taken yet, as parts that U+001F divides: the route, when, and name and text of each
    // box; empty: nothing any more. `tab` is a name for this tab.
    void (*typing)(std::string_view tab, std::string_view texts) = nullptr;
    void (*tabs_there)(const std::vector<std::string_view>& tabs) = nullptr;  // the page opens: the names of all tabs, this one's too
    void (*edits_here)(bool here) = nullptr;                                  // of all tabs it is this one that edits, or another
    // What lock() or unlock() was asked for under this number; nothing: it failed, or the passphrase is another one.
    void (*lock_answered)(std::uint32_t number, const std::optional<std::string>& bytes) = nullptr;
    void (*version_taken)() = nullptr;  // it was accepted, in this tab or another: reload() leads into it
};

// Starts the page: canvas, WebGL2, ImGui context and fonts, input, mirror. Never returns to a half-started page:
// where it fails, the shell shows why in words and offers the stored data as a file.
void run(const Host& host);
void request_frame();  // something changed outside a frame
[[noreturn]] void fail(std::string_view what);

// Keys are kept under "deal-compass/" in the browser's local storage.
enum class Stored : std::uint8_t { ok, full, unavailable };
std::optional<std::string> storage_read(std::string_view key);
Stored storage_write(std::string_view key, std::string_view value);  // read back and compared before it says ok
void storage_remove(std::string_view key);
std::vector<std::string> storage_keys();
std::size_t storage_used();  // UTF-16 units of all our keys and values, as browsers count
void keep_stored();          // asks the browser never to throw it away by itself, where it asks nobody
// Whether it promised that, which Host::told_to_keep answers; asks_user: it is asked to first, and may ask the user.
void ask_to_keep(bool asks_user);
// Of all tabs one edits: asks that it be this one. The answer comes through Host::edits_here; where tabs cannot agree every one does.
void take_over();

std::optional<std::string> texts(bool chinese);          // of a language: what has arrived and was not given yet, file by file
void open_files(std::string_view accept, bool several);  // must be called in the frame of the user's click or key
void ask_library(std::string_view name);                 // a text of the page's library: "portfolio.zh"
void download(std::string_view name, std::string_view media_type, std::string_view bytes);
void download_picture(std::string_view name, std::string_view svg);  // as PNG, drawn by the browser at twice its size
// Saves to a file of the user's choice, in Chromium; must be called in the frame of their click or key, like open_files(). 0: to the one of
// last time; 1: to one that is asked for; 2: to that of last time, whose content came through Host::file_kept and has been seen.
bool keeps_files();
void keep_file(std::string_view name, std::string_view text, int how);
void print(std::string_view page);  // HTML of a page of its own

// With a passphrase. The answers come through Host::lock_answered; not where can_lock() is false.
void lock(std::uint32_t number, std::string_view passphrase, std::string_view bytes);
void unlock(std::uint32_t number, std::string_view passphrase, std::string_view locked);
void lock_workspace(std::uint32_t number, std::string_view passphrase);  // what is stored here
void open_workspace(std::uint32_t number);                               // without a passphrase again
bool is_locked();                                                        // it has a passphrase, and that was given
void lock_now();                                                         // reloads the page, which asks for it
void lock_after(int minutes);                                            // without any input; 0 = never
bool can_lock();                                                         // the browser has the cryptography: on https and on this computer

std::string address();  // of the page, without what stands behind '#'
std::string route();    // without the '#'
void set_route(std::string_view route, bool replace);
void go_back();  // one step of the history
void set_title(std::string_view title);
void set_language(bool chinese);  // <html lang>, title attribute language, glyph forms
void set_theme(bool dark);        // page background and color-scheme around the canvas

// The letters a Chinese character's readings begin with, as the browser sorts them: one or two of a … z, the first in the low byte;
// 0 where there is none, or the browser cannot sort by pinyin.
std::uint16_t pinyin_initials(char32_t character);
void accept_version();  // the version that waits replaces this one in all tabs
void reload();          // after the current frame; what is not stored is lost
bool is_local_file();   // opened from a file, not from a server

Preferences preferences();
std::int64_t today();         // local calendar date, days since 1970-01-01
int minute_of_day();          // local time, 0 … 1439
std::int64_t milliseconds();  // since 1970, UTC
std::uint64_t random_bits();  // from the browser's cryptographic source

}  // namespace platform

// What the user chooses about the page itself: what is the same on every screen. And the playbook that is in use.
#pragma once

#include "store/history.h"
#include "views/frame.h"

#include <optional>

namespace views {

enum class TextSize : std::uint8_t { normal, large, largest };
float factor_of(TextSize size);  // of every size on the page

inline constexpr int reminder_days = 7;

// What was chosen; nothing: as the system has it.
struct Choices {
    std::optional<compass::Language> language;
    std::optional<bool> dark;
    TextSize size = TextSize::normal;
    compass::Currency currency;  // of an amount that is typed without one
    bool toured = false;         // the tour was taken, or declined
    bool reminds = true;         // of a backup, after so many days
    compass::WeekStart week = compass::WeekStart::monday;
    int idle = 15;  // minutes after which a locked workspace asks for its passphrase again; 0 = never
};
// Of what is stored here.
struct LockView {
    bool can_lock = false, locked = false, working = false, failed = false;
};
// Stored as "key=value" words; those it does not know are skipped.
void read_choices(std::string_view text, Choices& choices);
std::string write_choices(const Choices& choices);  // as further words
std::string_view setting_in(std::string_view text, std::string_view key);

// What is stored, and whether it is kept.
struct StorageState {
    compass::SpaceTaken taken;
    std::size_t used = 0, limit = 1;  // UTF-16 units
    std::optional<bool> kept;         // promised by the browser; nothing: it did not say
    bool asked = false;               // the user asked it to
    bool asks_versions = false;       // the question before they go
};

// False when it was closed.
[[gnu::noinline]] bool draw_settings(const Frame& frame, const Choices& choices, StorageState& storage, const LockView& lock);

}  // namespace views

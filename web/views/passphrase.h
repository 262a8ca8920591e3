// Passphrases: a new one is typed twice, with what it means said before; a known one opens what was locked with it.
#pragma once

#include "ui/mirror.h"
#include "views/frame.h"

#include <cstdint>
#include <string>
#include <vector>

namespace views {

struct NewPassphrase {
    std::string words, again;
    bool shown = false, tried = false, take_focus = false;
    bool is_good() const;  // long enough, and twice the same
};
// Both fields, what is wrong with them, and that forgotten means lost. True when Enter finished the second one.
bool draw_new_passphrase(const ui::Rect& area, NewPassphrase& state);
float new_passphrase_height(float width, const NewPassphrase& state);

// A file of deals that is to be locked.
struct LockFileState {
    std::vector<compass::Id> deals;  // none = everything
    bool workspace = false;          // not a file: what is stored here
    NewPassphrase passphrase;
    bool working = false, failed = false;
};
// False when it shall close. `can_lock`: the browser has the cryptography.
[[gnu::noinline]] bool draw_lock_file(const Frame& frame, LockFileState& state, bool can_lock);

// A file or link that was locked.
struct UnlockState {
    std::string name;    // of the file; empty: it came as a link
    std::string locked;  // of a link
    std::string passphrase;
    bool shown = false, take_focus = true, working = false, failed = false;
};
[[gnu::noinline]] bool draw_unlock(const Frame& frame, UnlockState& state, bool can_lock);

}  // namespace views

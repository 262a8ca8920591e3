// A deal as a link: what is in it, how long it is, and whether a chat will carry it.
#pragma once

#include "views/passphrase.h"

#include <string>
#include <vector>

namespace views {

struct ShareState {
    std::vector<compass::Id> deals;   // what was asked for
    std::vector<compass::Id> others;  // of the same customer
    bool with_others = false;
    std::string stream;  // of the link; empty: it is too much for one
    std::string link;    // the address behind '#'; empty: there is none yet
    std::string title;
    int people = 0, facts = 0, tasks = 0;
    std::vector<std::string> names;  // of the people in it
    bool locks = false, working = false, failed = false;
    NewPassphrase passphrase;
};
// What is asked for as a stream and, unless it is to be locked, as a link.
void prepare_share(const compass::Workspace& workspace, ShareState& state);

// Where a link leads to.
struct PagePlace {
    std::size_t address_length = 0;
    bool local_file = false, can_lock = false;
};
// False when it shall close.
[[gnu::noinline]] bool draw_share(const Frame& frame, ShareState& state, const PagePlace& place);

}  // namespace views

// A copy in which nobody can be recognised: what is replaced, and what a human being should look at, before it is downloaded.
#pragma once

#include "session/anonymise.h"
#include "views/frame.h"

#include <optional>

namespace views {

struct AnonymiseState {
    bool amounts = false, dates = false;
    struct Made {  // kept until something of it changes
        std::uint64_t revision = 0;
        compass::Id deal;
        compass::AnonymiseOptions options;
        compass::Anonymised copy;
    };
    std::optional<Made> made;
    std::uint64_t random = 0;
};

// Of the deal, or where there is none of everything. False when it shall close.
[[gnu::noinline]] bool draw_anonymise(const Frame& frame, AnonymiseState& state, const compass::Id& deal);

}  // namespace views

// What was changed last: in this session step by step, before that as the deals' histories tell it. Each leads to its deal.
#pragma once

#include "session/session.h"
#include "views/frame.h"

#include <optional>
#include <string>
#include <vector>

namespace views {

struct RecentRow {
    std::string when, what, where;  // "10:42", "位置：方案·平手", "临江化工 · 节能改造 · 方怡"
    std::optional<Wish> way;        // nothing: what it was about is gone
};
struct RecentState {
    // Kept until something changes.
    std::vector<RecentRow> here, before;
    std::uint64_t revision = 0;
    compass::Date today;
    compass::Language language = compass::Language::zh;
    bool made = false;
};

// What an action is called: "改位置".
std::string_view action_words(compass::ActionKind kind);
// False when the user closed it or went to a deal.
[[gnu::noinline]] bool draw_recent(const Frame& frame, const compass::Session& session, RecentState& state);

}  // namespace views

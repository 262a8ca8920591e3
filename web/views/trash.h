// What was deleted and is still here: restored, or deleted for good.
#pragma once

#include "store/history.h"
#include "views/frame.h"

#include <string>
#include <vector>

namespace views {

struct TrashRow {
    compass::Snapshot snapshot;
    compass::Workspace content;
    std::string title, line;  // "临江化工 · 节能改造", "今天 9:14 删除，还留 30 天"
};

struct TrashState {
    std::string asks;  // the key of what is to be deleted for good
    struct Kept {
        std::uint64_t revision = 0;  // of the history; 0: nothing is kept
        compass::Language language = compass::Language::zh;
        compass::Date today;
        std::vector<TrashRow> rows;  // what was deleted last comes first
        int damaged = 0;
    } kept;
};

// False when it was closed.
[[gnu::noinline]] bool draw_trash(const Frame& frame, TrashState& state, const compass::History& history);

}  // namespace views

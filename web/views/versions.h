// The earlier versions of a deal: when each was, what changed then, what restoring it would change.
#pragma once

#include "store/history.h"
#include "views/frame.h"

#include <optional>
#include <string>
#include <vector>

namespace views {

struct VersionRow {
    compass::Snapshot snapshot;
    compass::Workspace content;     // the deal with its customer
    std::string title, then;        // "今天 9:14 修改之前"; what changed then
    std::vector<std::string> back;  // what restoring changes, nothing where it is as now
};

struct VersionsState {
    compass::Id deal;
    std::optional<std::size_t> open = 0;  // the row that shows what it would change
    struct Kept {
        std::optional<compass::Box<compass::Deal>> deal;
        std::uint64_t revision = 0;  // of the history
        compass::Language language = compass::Language::zh;
        compass::Date today;
        std::string name;
        std::vector<VersionRow> rows;  // the newest first
        int damaged = 0;
    } kept;
};

// False when it was closed.
[[gnu::noinline]] bool draw_versions(const Frame& frame, VersionsState& state, const compass::History& history);

}  // namespace views

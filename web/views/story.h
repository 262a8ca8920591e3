// The story of a deal: what happened on which day, where it stood then, and what changed between any two days.
#pragma once

#include "draw/boards.h"
#include "reading/timeline.h"
#include "views/deal_menu.h"
#include "views/frame.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace views {

// The deal on one day.
struct StoryDay {
    compass::Date date;
    compass::Deal deal;
    compass::DealReading reading;
};

struct StoryWords {
    std::array<std::string, 4> stage, competition, urgency, urgency_short, question;
    std::string competition_axis, urgency_axis, now_value;
    std::vector<compass::Position> trail;
};

struct StoryRow {
    compass::Date date;
    std::string kind, words;
};

struct StoryChange {
    std::string name, words, difference;  // "竞争形势", "平手 → 领先", "+1"; difference may be empty
    int sign = 0;                         // of the difference
};

// Made when the deal, a day or the language changed.
struct KeptStory {
    std::optional<compass::Box<compass::Deal>> deal;
    std::uint64_t readings = 0;  // their version
    compass::Language language = compass::Language::zh;
    std::optional<compass::Date> asked_day, asked_since;
    compass::Date first, last;
    std::vector<StoryRow> rows;       // the newest first
    std::vector<compass::Date> days;  // on which something happened, rising
    std::vector<float> trend;         // the index from first to last, evenly
    std::optional<StoryDay> shown, since;
    std::vector<StoryChange> changes;
    StoryWords words;
    std::string sentence;  // of the day that is shown
};

struct StoryState {
    compass::Id deal;                         // whose state this is; another deal starts afresh
    std::optional<compass::Date> day, since;  // nothing: today, the beginning
    bool dragging = false;
    RenameState renaming;
    KeptStory kept;
};

[[gnu::noinline]] void draw_story_screen(Frame& frame, StoryState& state, const compass::Box<compass::Deal>& deal, ui::Rect area);

}  // namespace views

// The parts of the story screen, each in its own file.
#pragma once

#include "ui/widgets.h"
#include "views/compass_parts.h"
#include "views/story.h"

namespace views {

// Reads what is to be shown where the deal, a day or the language changed.
void keep_story(const Frame& frame, StoryState& state, const compass::Box<compass::Deal>& deal);
// The day before or after which something happened, as it stands on `day`.
std::optional<compass::Date> next_day(const KeptStory& kept, compass::Date day, int direction);
// Which days are compared, what changed between them, what happened. Returns the height it took.
float draw_story_panel(StoryState& state, const ui::Rect& area);

// What a happening is called, and what is told of it.
std::string happening_word(compass::HappeningKind kind);
std::string happening_words(const compass::Deal& deal, const compass::Playbook& playbook, const compass::Happening& one);

}  // namespace views

// Plan and review: what was promised, which deals are due, and the meeting that walks them one after the other (methodology §10).
#pragma once

#include "ui/mirror.h"
#include "views/frame.h"

namespace views {

struct ReviewState {};

[[gnu::noinline]] void draw_review(Frame& frame, ReviewState& state, ui::Rect area);

}  // namespace views

// What the user chooses about the page itself: language, theme and what else is the same on every screen.
#pragma once

#include "views/frame.h"

namespace views {

// False when it was closed.
[[gnu::noinline]] bool draw_settings(const Frame& frame);

}  // namespace views

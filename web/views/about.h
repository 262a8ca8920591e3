// What this is, whose work it stands on, and how to take the data away.
#pragma once

#include "views/frame.h"

namespace views {

void draw_about(const Frame& frame, bool local_file);

}  // namespace views

// What this is, whose work it stands on, and how to take the data away.
#pragma once

namespace views {

// False when it shall close.
[[gnu::noinline]] bool draw_about(bool local_file);

}  // namespace views

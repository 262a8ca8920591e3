// Several tabs of one workspace: one edits, the others follow.
#include "platform/internal.h"

extern "C" {
void page_take_over();
}

namespace platform {

void take_over() { page_take_over(); }

}  // namespace platform

extern "C" {

// What is being written is taken in first; before the page goes, too.
EMSCRIPTEN_KEEPALIVE void platform_flush() { platform::settle(); }

EMSCRIPTEN_KEEPALIVE void platform_edits_here(bool here) {
    if (!here) platform::settle();
    if (platform::host().edits_here) platform::host().edits_here(here);
    platform::settle();
}

}  // extern "C"

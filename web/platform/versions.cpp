// New versions of the page: the browser fetches one beside the running one, the user accepts it, every tab reloads into it.
#include "platform/internal.h"

extern "C" {
void page_accept_version();
void page_reload();
bool page_is_local_file();
}

namespace platform {

void accept_version() { page_accept_version(); }
void reload() { page_reload(); }
bool is_local_file() { return page_is_local_file(); }

}  // namespace platform

extern "C" {

EMSCRIPTEN_KEEPALIVE void platform_version_waits() {
    if (platform::host().version_waits) platform::host().version_waits();
    platform::settle();
}

EMSCRIPTEN_KEEPALIVE void platform_version_taken() {
    if (platform::host().version_taken) platform::host().version_taken();
    platform::settle();
}

}  // extern "C"

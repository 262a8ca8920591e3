// Sample deals: a file of the page that arrives behind its first frame.
#include "platform/internal.h"

extern "C" void page_open_samples(const char* name, std::size_t size);

namespace platform {

void open_samples(std::string_view name) { page_open_samples(name.data(), name.size()); }

}  // namespace platform

// Their text is in the inbox.
extern "C" EMSCRIPTEN_KEEPALIVE void platform_samples() {
    const std::string text = platform::inbox();
    if (platform::host().samples_opened) platform::host().samples_opened(text);
    platform::settle();
}

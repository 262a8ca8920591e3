// Copying by the program and pasting outside a text box. Inside a text box the clipboard is the browser's own.
#include "platform/internal.h"

extern "C" void page_copy(const char* text, std::size_t size);

namespace platform {

void copy_text(std::string_view text) { page_copy(text.data(), text.size()); }

}  // namespace platform

// The pasted text is in the inbox.
extern "C" EMSCRIPTEN_KEEPALIVE void platform_pasted() {
    const std::string text = platform::inbox();
    if (platform::host().text_pasted) platform::host().text_pasted(text);
    platform::settle();
}

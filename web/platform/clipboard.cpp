// Copying and pasting outside a text box. Inside a text box the clipboard is the browser's own; ImGui's copying goes through frame.cpp.
#include "platform/internal.h"

// Leaves what is to be copied in the inbox; returns its size, 0 where there is nothing.
extern "C" EMSCRIPTEN_KEEPALIVE std::size_t platform_copied() {
    platform::inbox() = platform::host().text_copied ? platform::host().text_copied() : std::string{};
    return platform::inbox().size();
}

// The pasted text is in the inbox.
extern "C" EMSCRIPTEN_KEEPALIVE void platform_pasted() {
    const std::string text = platform::inbox();
    if (platform::host().text_pasted) platform::host().text_pasted(text);
    platform::settle();
}

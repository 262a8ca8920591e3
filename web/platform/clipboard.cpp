// Pasting outside a text box. Inside a text box the clipboard is the browser's own; ImGui's copying goes through frame.cpp.
#include "platform/internal.h"

// The pasted text is in the inbox.
extern "C" EMSCRIPTEN_KEEPALIVE void platform_pasted() {
    const std::string text = platform::inbox();
    if (platform::host().text_pasted) platform::host().text_pasted(text);
    platform::settle();
}

// The page's library: texts that may be asked for by name; they arrive in one file behind the first frame.
#include "platform/internal.h"

extern "C" void page_ask_library(const char* name, std::size_t size);

namespace platform {

void ask_library(std::string_view name) { page_ask_library(name.data(), name.size()); }

}  // namespace platform

// The name and, after a line break, the text are in the inbox.
extern "C" EMSCRIPTEN_KEEPALIVE void platform_library() {
    const std::string answer = platform::inbox();
    const std::size_t end = answer.find('\n');
    if (platform::host().library_answered)
        platform::host().library_answered(std::string_view(answer).substr(0, end), std::string_view(answer).substr(end + 1));
    platform::settle();
}

// The page's texts: those of the languages, of which the one shown is there before main(), the other one when the page opens; and its
// library: texts that may be asked for by name, which arrive in one file behind the first frame.
#include "platform/internal.h"

#include <utility>

extern "C" {
bool page_texts(bool chinese);
void page_ask_library(const char* name, std::size_t size);
}

namespace platform {

std::optional<std::string> texts(bool chinese) {
    if (!page_texts(chinese)) return std::nullopt;
    return std::exchange(inbox(), {});
}

void ask_library(std::string_view name) { page_ask_library(name.data(), name.size()); }

}  // namespace platform

extern "C" EMSCRIPTEN_KEEPALIVE void platform_texts() {
    if (platform::host().texts_arrived) platform::host().texts_arrived();
}

// The name and, after a line break, the text are in the inbox.
extern "C" EMSCRIPTEN_KEEPALIVE void platform_library() {
    const std::string answer = platform::inbox();
    const std::size_t end = answer.find('\n');
    if (platform::host().library_answered)
        platform::host().library_answered(std::string_view(answer).substr(0, end), std::string_view(answer).substr(end + 1));
    platform::settle();
}

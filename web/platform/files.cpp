// Files in: chosen in the browser's dialog, dropped on the page, or opened with the installed app. Files out: downloads.
#include "platform/internal.h"

extern "C" {
void page_open_files(const char* accept, std::size_t size, bool several);
void page_download(const char* name, std::size_t name_size, const char* type, std::size_t type_size, const char* bytes, std::size_t size);
void page_download_picture(const char* name, std::size_t name_size, const char* svg, std::size_t size);
bool page_keeps_files();
void page_keep_file(const char* name, std::size_t name_size, const char* text, std::size_t size, int how);
void page_print(const char* page, std::size_t size);
}

namespace platform {
namespace {

std::vector<File> arriving;

}  // namespace

void open_files(std::string_view accept, bool several) { page_open_files(accept.data(), accept.size(), several); }

void download(std::string_view name, std::string_view media_type, std::string_view bytes) {
    page_download(name.data(), name.size(), media_type.data(), media_type.size(), bytes.data(), bytes.size());
}

void download_picture(std::string_view name, std::string_view svg) {
    page_download_picture(name.data(), name.size(), svg.data(), svg.size());
}

bool keeps_files() { return page_keeps_files(); }

void keep_file(std::string_view name, std::string_view text, int how) {
    page_keep_file(name.data(), name.size(), text.data(), text.size(), how);
}

void print(std::string_view page) { page_print(page.data(), page.size()); }

}  // namespace platform

extern "C" {

// Leaves the page that is to be printed instead of the screen in the inbox; returns its size, 0 where there is none.
EMSCRIPTEN_KEEPALIVE std::size_t platform_printed() {
    platform::inbox() = platform::host().page_printed ? platform::host().page_printed() : std::string{};
    return platform::inbox().size();
}

// A file's name is in the inbox; returns the room for its bytes.
EMSCRIPTEN_KEEPALIVE char* platform_file(std::size_t size) {
    platform::arriving.push_back({platform::inbox(), std::string(size, '\0')});
    return platform::arriving.back().bytes.data();
}

EMSCRIPTEN_KEEPALIVE void platform_files_arrived() {
    if (platform::host().files_opened) platform::host().files_opened(std::move(platform::arriving));
    platform::arriving.clear();
    platform::settle();
}

// A file's name is in the inbox; where it changed its bytes have arrived.
EMSCRIPTEN_KEEPALIVE void platform_file_kept(int what) {
    platform::File file{platform::inbox(), {}};
    if (!platform::arriving.empty()) file = std::move(platform::arriving.back());
    platform::arriving.clear();
    if (platform::host().file_kept) platform::host().file_kept(static_cast<platform::Kept>(what), file);
    platform::settle();
}

// In the inbox: name, a newline, why.
EMSCRIPTEN_KEEPALIVE void platform_file_refused() {
    const std::string words = platform::inbox();
    const std::size_t split = words.find('\n');
    if (platform::host().file_refused)
        platform::host().file_refused(std::string_view(words).substr(0, split), std::string_view(words).substr(split + 1));
    platform::settle();
}

}  // extern "C"

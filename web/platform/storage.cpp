// The browser's local storage. It holds about five million characters per site, and the browser may throw it away: a file is the only backup.
#include "platform/internal.h"

extern "C" {
bool page_storage_read(const char* key, std::size_t key_size);
int page_storage_write(const char* key, std::size_t key_size, const char* value, std::size_t value_size);
void page_storage_remove(const char* key, std::size_t key_size);
void page_storage_keys();
double page_storage_used();
void page_keep_stored();
void page_ask_to_keep(bool asks_user);
}

namespace platform {

std::optional<std::string> storage_read(std::string_view key) {
    if (!page_storage_read(key.data(), key.size())) return std::nullopt;
    return std::move(inbox());
}

Stored storage_write(std::string_view key, std::string_view value) {
    return static_cast<Stored>(page_storage_write(key.data(), key.size(), value.data(), value.size()));
}

void storage_remove(std::string_view key) { page_storage_remove(key.data(), key.size()); }

std::vector<std::string> storage_keys() {
    page_storage_keys();
    std::vector<std::string> keys;
    std::string_view lines = inbox();
    while (!lines.empty()) {
        const std::size_t end = lines.find('\n');
        keys.emplace_back(lines.substr(0, end));
        lines.remove_prefix(end + 1);
    }
    return keys;
}

std::size_t storage_used() { return static_cast<std::size_t>(page_storage_used()); }
void keep_stored() { page_keep_stored(); }
void ask_to_keep(bool asks_user) { page_ask_to_keep(asks_user); }

}  // namespace platform

extern "C" EMSCRIPTEN_KEEPALIVE void platform_stored_elsewhere() {
    const std::string key = platform::inbox();
    if (platform::host().stored_elsewhere) platform::host().stored_elsewhere(key);
    platform::add_trailing_frames();
}

extern "C" EMSCRIPTEN_KEEPALIVE void platform_told_to_keep(bool kept) {
    if (platform::host().told_to_keep) platform::host().told_to_keep(kept);
    platform::add_trailing_frames();
}

// Locking with a passphrase: the browser's own cryptography does it (vault.js).
#include "platform/internal.h"

extern "C" {
void page_lock(std::uint32_t number, const char* passphrase, std::size_t passphrase_size, const char* bytes, std::size_t size);
void page_unlock(std::uint32_t number, const char* passphrase, std::size_t passphrase_size, const char* bytes, std::size_t size);
void page_lock_workspace(std::uint32_t number, const char* passphrase, std::size_t passphrase_size);
void page_open_workspace(std::uint32_t number);
bool page_is_locked();
void page_lock_now();
void page_lock_after(int minutes);
bool page_can_lock();
void page_address();
}

namespace platform {

void lock(std::uint32_t number, std::string_view passphrase, std::string_view bytes) {
    page_lock(number, passphrase.data(), passphrase.size(), bytes.data(), bytes.size());
}
void unlock(std::uint32_t number, std::string_view passphrase, std::string_view locked) {
    page_unlock(number, passphrase.data(), passphrase.size(), locked.data(), locked.size());
}
void lock_workspace(std::uint32_t number, std::string_view passphrase) {
    page_lock_workspace(number, passphrase.data(), passphrase.size());
}
void open_workspace(std::uint32_t number) { page_open_workspace(number); }
bool is_locked() { return page_is_locked(); }
void lock_now() { page_lock_now(); }
void lock_after(int minutes) { page_lock_after(minutes); }
bool can_lock() { return page_can_lock(); }
std::string address() {
    page_address();
    return inbox();
}

}  // namespace platform

// The answer is in the inbox, where it is one.
extern "C" EMSCRIPTEN_KEEPALIVE void platform_lock_answered(std::uint32_t number, int is_there) {
    std::optional<std::string> bytes;
    if (is_there) bytes = platform::inbox();
    if (platform::host().lock_answered) platform::host().lock_answered(number, bytes);
    platform::settle();
}

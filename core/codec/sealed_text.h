// A file that is locked with a passphrase, as text: it survives mail, chats and the clipboard.
//
//   deal-compass-locked/1
//   <what vault.js made of the file, as base64url in lines>
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace compass {

std::string write_sealed_text(std::string_view sealed);
bool is_sealed_text(std::string_view text);
// What must be unlocked; nothing where it is damaged or of a later version. Line breaks and blanks do not count.
std::optional<std::string> read_sealed_text(std::string_view text);

}  // namespace compass

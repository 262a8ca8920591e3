// Bytes as letters that stand in an address, a message or a mail unchanged: base64url (RFC 4648 §5) without padding.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace compass {

std::string base64url(std::string_view bytes);
// Nothing where it is not exactly what base64url() makes of some bytes.
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace compass

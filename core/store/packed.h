// Bytes as text for a storage that counts UTF-16 units: 14 bits in each, as characters of one unbroken block of Chinese ones.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace compass {

std::string packed(std::string_view bytes);
// Nothing where it is not what packed() makes.
std::optional<std::string> unpacked(std::string_view text);
// Units of a text that packed() made.
inline std::size_t packed_units(std::string_view text) { return text.size() / 3; }

}  // namespace compass

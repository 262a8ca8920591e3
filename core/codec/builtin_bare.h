// Playbook and method without their texts, for programs whose texts come apart: generated at build time by assets/embed.py. Where a text
// was stands the byte 1.
#pragma once

#include <cstddef>
#include <string_view>

namespace compass {

extern const std::size_t bare_text_count;  // in both together, those of the playbook first
std::string_view bare_playbook();
std::string_view bare_method();

}  // namespace compass

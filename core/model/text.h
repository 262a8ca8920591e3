// What a text in the workspace may be. The reader of files refuses what breaks these rules; update() makes its texts keep them.
// Texts are UTF-8. They are compared and kept byte by byte: no Unicode normalisation is done.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace compass {

// In Unicode code points.
inline constexpr std::size_t name_length_at_most = 200;    // names, titles, ids of the playbook: one line
inline constexpr std::size_t prose_length_at_most = 4000;  // sentences and notes: line breaks and tabs are welcome

// Without the spaces, tabs and line breaks at both ends, also the ideographic and the no-break space.
std::string_view trimmed(std::string_view text);

// The bytes of the code point that the text begins with; 0 where they are not well-formed (overlong, surrogate, cut off, beyond U+10FFFF).
std::size_t code_point_bytes(std::string_view text);

// Code points of well-formed UTF-8.
std::size_t length_of(std::string_view text);

// The first 60 code points and "…", where there are more: to quote what may be of any length.
std::string excerpt(std::string_view text);

// Without what nobody sees and what turns others round: U+200B, U+2060, U+FEFF, the embeddings, overrides and isolates of direction
// (U+202A–E, U+2066–9), and joiners (U+200C, U+200D) except between two characters of an emoji or of a script that needs them.
// For well-formed UTF-8; what comes back would come back again.
std::string without_invisible(std::string_view text);

// A control character (C0, DEL, C1) other than the permitted ones: none in a name, line break and tab in prose.
bool has_control_character(std::string_view text, bool lines_permitted);

}  // namespace compass

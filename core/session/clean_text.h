// Texts as a workspace may hold them, whatever was typed or pasted: well-formed, trimmed, without control and
// invisible characters, not too long (model/text.h).
#pragma once

#include <string>
#include <string_view>

namespace compass {

// One line: line breaks and tabs become blanks. At most name_length_at_most code points.
std::string clean_name(std::string_view text);
// May have several lines, each ended by \n. At most prose_length_at_most code points.
std::string clean_prose(std::string_view text);

}  // namespace compass

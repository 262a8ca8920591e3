// What the JSON parser stumbled over, said in our codes.
#pragma once

#include "codec/scalar.h"

#include <cstddef>
#include <string_view>

namespace compass {

// `read`: how many bytes the parser took, one more than there are when it met the end; `message`: what it says itself.
// The detail is "345 (12:5)": the last byte it took, and that byte's line and column.
Problem syntax_error(std::string_view json, std::size_t read, std::string_view message);
bool breaks_off(std::string_view json, std::size_t read);

}  // namespace compass

// Text files of other programs as UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace compass::cli {

// UTF-8 as it is, UTF-16 by its byte order mark, else GB18030, which Chinese spreadsheets write. Nothing where it is none of them.
std::optional<std::string> as_utf8(std::string_view bytes);

}  // namespace compass::cli

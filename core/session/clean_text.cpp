#include "session/clean_text.h"

#include "model/text.h"

#include <cstddef>

namespace compass {
namespace {

constexpr std::string_view replacement = "\uFFFD";

std::string clean(std::string_view text, bool lines_permitted, std::size_t code_points_at_most) {
    std::string sound;
    while (!text.empty()) {
        const std::size_t bytes = code_point_bytes(text);
        const std::string_view here = bytes ? text.substr(0, bytes) : replacement;
        text.remove_prefix(bytes ? bytes : 1);
        if (!has_control_character(here, lines_permitted))
            sound += here;
        else if (here == "\n" || here == "\t")
            sound += ' ';
    }
    std::string result(trimmed(without_invisible(sound)));
    std::size_t end = 0;
    for (std::size_t count = 0; end < result.size() && count < code_points_at_most; ++count)
        end += code_point_bytes(std::string_view(result).substr(end));
    result.resize(end);
    return std::string(trimmed(without_invisible(result)));  // the cut may have left a joiner or a blank at the end
}

}  // namespace

std::string clean_name(std::string_view text) { return clean(text, false, name_length_at_most); }

std::string clean_prose(std::string_view text) { return clean(text, true, prose_length_at_most); }

}  // namespace compass

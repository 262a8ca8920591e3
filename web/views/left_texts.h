// What was being written when a tab was killed, and nothing had taken yet: to be read, copied, and gone on with.
#pragma once

#include "views/frame.h"

#include <string>
#include <string_view>
#include <vector>

namespace views {

struct LeftText {
    struct Box {
        std::string name, text;
    };
    std::string tab;    // the name under which it is stored
    std::string route;  // where it was written
    std::string when;   // as it is shown: local day and minute
    std::vector<Box> boxes;
};

// As the platform writes it: parts that U+001F divides. Without boxes where it is nothing of that kind.
LeftText read_left_text(std::string_view tab, std::string_view stored);

// The key of what is being written in a tab.
inline constexpr std::string_view typing_prefix = "typing/";
inline std::string typing_key(std::string_view tab) { return std::string(typing_prefix) + std::string(tab); }

// False when it shall close.
[[gnu::noinline]] bool draw_left_texts(const Frame& frame, const std::vector<LeftText>& left);

}  // namespace views

// The two languages of the product, and a text that exists in both.
#pragma once

#include <cstdint>
#include <string>

namespace compass {

enum class Language : std::uint8_t { zh, en };

struct Text {
    std::string zh, en;
    bool operator==(const Text&) const = default;
};

inline const std::string& in(Language language, const Text& text) { return language == Language::zh ? text.zh : text.en; }

}  // namespace compass

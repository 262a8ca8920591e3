#include "case_files.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

namespace compass {

std::string case_text(const std::string& id, Language language) {
    std::ifstream file(TEST_DATA "/../../assets/cases/" + id + (language == Language::zh ? ".zh.json" : ".en.json"), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void compare_languages(const Json& zh, const Json& en, const std::string& path) {
    CAPTURE(path);
    REQUIRE(zh.type() == en.type());
    REQUIRE(zh.size() == en.size());
    if (zh.is_structured()) {
        for (const auto& [key, value] : zh.items()) {
            if (zh.is_object()) REQUIRE(en.contains(key));
            compare_languages(value, zh.is_object() ? en[key] : en[static_cast<std::size_t>(std::stoul(key))], path + '/' + key);
        }
    } else if (!zh.is_string() || zh.get<std::string>().find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-.") == std::string::npos) {
        CHECK(zh == en);
    }
}

}  // namespace compass

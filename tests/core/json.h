// nlohmann's parser, compiled once for all tests.
#pragma once

#include <nlohmann/json.hpp>

#include <string_view>

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;  // members stay in the order in which they were written

Json parsed(std::string_view text);
OrderedJson parsed_in_order(std::string_view text);

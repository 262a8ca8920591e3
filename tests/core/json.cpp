#include "json.h"

Json parsed(std::string_view text) { return Json::parse(text); }
OrderedJson parsed_in_order(std::string_view text) { return OrderedJson::parse(text); }

// The sample files in assets/cases, and what both languages of one have in common.
#pragma once

#include "codec/workspace_codec.h"
#include "json.h"

#include <string>

namespace compass {

std::string case_text(const std::string& id, Language language);

// Same members, same lists, same numbers, same ids, dates and words of the method; only sentences and names may differ.
void compare_languages(const Json& zh, const Json& en, const std::string& path);

}  // namespace compass

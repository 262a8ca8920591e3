// What is built in from assets/: generated at build time by assets/embed.py.
#pragma once

#include "model/language.h"

#include <string>
#include <string_view>

namespace compass {

std::string builtin_playbook();                                              // JSON text
std::string builtin_method();                                                // JSON text
std::string_view builtin_case(std::string_view case_id, Language language);  // JSON text; empty where there is none
std::string_view builtin_names();                                            // lists of words, see assets/names.txt
std::string_view third_party_notices();                                      // plain text

}  // namespace compass

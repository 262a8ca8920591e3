// The page around what is printed: its head and its style sheet.
#pragma once

#include "model/language.h"
#include "paper/html.h"

#include <string_view>

namespace compass::paper {

void begin_page(Html& html, Language language, std::string_view title);
void end_page(Html& html);

}  // namespace compass::paper

// Where the texts of the languages are not built in but come apart: a page then carries only those that its first picture shows, in the
// language of the user. Such a program links compass_texts_apart instead of compass_texts.
#pragma once

#include "model/language.h"

#include <string>

namespace compass {

// A file that `embed.py apart` wrote for this language; what it leaves empty another one brings. Until then a phrase is that of the other
// language, or empty, and there are no cases; when more have come, read_defaults_again() (codec/workspace_codec.h). A text that is cut off is not taken, and the answer is false.
bool take_texts(Language language, std::string text);

}  // namespace compass

// Where the texts of the languages are not built in but come apart, in one file for each language: a page then carries only the one that
// it shows. Such a program links compass_texts_apart instead of compass_texts.
#pragma once

#include "model/language.h"

#include <string>

namespace compass {

// What `embed.py apart` wrote for this language. Until then its phrases are those of the other language, its cases are none; a text that
// is cut off is not taken, and the answer is false.
bool take_texts(Language language, std::string text);

}  // namespace compass

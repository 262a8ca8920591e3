// What the command says, in the user's language. Phrases live in assets/languages.
#pragma once

#include "cli/command.h"
#include "model/result.h"
#include "paper/words.h"

#include <string>
#include <string_view>

namespace compass::cli {

using paper::Values;

// The phrase with this key, each {name} replaced by its value, {name:one|many} by the form that fits its value; the key itself where
// there is no such phrase.
std::string say(Language language, std::string_view key, Values values = {});
bool has_phrase(std::string_view key);
// Why a file was refused, without its path.
std::string say(Language language, const Error& error);

// Wrong use: the reason and the usage line on `err`. Returns the exit status.
int refuse(World& world, const std::string& reason, std::string_view usage);
// What is wrong with the data, one line each on `err`.
void report(World& world, std::string_view where, const std::vector<Error>& errors);

// "zh" where the environment asks for Chinese: LC_ALL, LC_MESSAGES, LANG, the first that is set.
Language language_of_environment();

}  // namespace compass::cli

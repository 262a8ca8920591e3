#include "cli/sentences.h"

#include "command_phrases.h"
#include "phrases.h"

#include <cstdlib>
#include <ostream>

namespace compass::cli {
namespace {

std::string_view text_of(Language language, std::string_view key) {
    if (const auto phrase = command_phrase_named(key)) return command_phrase_text(language, *phrase);
    const auto phrase = phrase_named(key);
    return phrase ? phrase_text(language, *phrase) : key;
}

}  // namespace

std::string say(Language language, std::string_view key, Values values) { return paper::filled(text_of(language, key), values); }

bool has_phrase(std::string_view key) { return command_phrase_named(key) || phrase_named(key); }

std::string say(Language language, const Error& error) { return say(language, "error_" + error.code, {{"detail", error.detail}}); }

int refuse(World& world, const std::string& reason, std::string_view usage) {
    world.err << reason << '\n' << say(world.language, usage) << '\n';
    return wrong_use;
}

void report(World& world, std::string_view where, const std::vector<Error>& errors) {
    for (const Error& error : errors)
        world.err << say(world.language, "cli_finding", {{"file", where}, {"path", error.path}, {"sentence", say(world.language, error)}})
                  << '\n';
}

Language language_of_environment() {
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(variable);
        if (value && *value) return std::string_view(value).starts_with("zh") ? Language::zh : Language::en;
    }
    return Language::en;
}

}  // namespace compass::cli

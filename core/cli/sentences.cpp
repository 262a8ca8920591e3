#include "cli/sentences.h"

#include "phrases.h"

#include <cstdlib>
#include <ostream>

namespace compass::cli {

std::string say(Language language, std::string_view key, Values values) {
    const std::optional<Phrase> phrase = phrase_named(key);
    std::string_view rest = phrase ? phrase_text(language, *phrase) : key;
    std::string sentence;
    while (!rest.empty()) {
        const auto open = rest.find('{'), close = rest.find('}', open);
        if (open == rest.npos || close == rest.npos) break;
        sentence += rest.substr(0, open);
        for (const auto& [name, value] : values)
            if (name == rest.substr(open + 1, close - open - 1)) sentence += value;
        rest.remove_prefix(close + 1);
    }
    return sentence += rest;
}

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

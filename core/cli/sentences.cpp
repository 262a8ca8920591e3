#include "cli/sentences.h"

#include "command_phrases.h"
#include "phrases.h"

#include <algorithm>
#include <cstdlib>
#include <ostream>

namespace compass::cli {
namespace {

std::string_view text_of(Language language, std::string_view key) {
    if (const auto phrase = command_phrase_named(key)) return command_phrase_text(language, *phrase);
    const auto phrase = phrase_named(key);
    return phrase ? phrase_text(language, *phrase) : key;
}

// "period|periods": the first for 1, else the second.
std::string_view form_for(std::string_view count, std::string_view forms) {
    const auto bar = forms.find('|');
    return count == "1" ? forms.substr(0, bar) : forms.substr(bar + 1);
}

}  // namespace

std::string say(Language language, std::string_view key, Values values) {
    std::string_view rest = text_of(language, key);
    std::string sentence;
    while (!rest.empty()) {
        const auto open = rest.find('{'), close = rest.find('}', open);
        if (open == rest.npos || close == rest.npos) break;
        sentence += rest.substr(0, open);
        const std::string_view gap = rest.substr(open + 1, close - open - 1);
        const auto colon = std::min(gap.find(':'), gap.size());
        for (const auto& [name, value] : values)
            if (name == gap.substr(0, colon)) sentence += colon == gap.size() ? value : form_for(value, gap.substr(colon + 1));
        rest.remove_prefix(close + 1);
    }
    return sentence += rest;
}

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

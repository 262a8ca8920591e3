#include "cli/command.h"

#include "cli/sentences.h"

#include <algorithm>
#include <iterator>
#include <ostream>
#include <string>

namespace compass::cli {
namespace {

struct Verb {
    std::string_view name;
    int (*run)(const Arguments&, World&);
};
constexpr Verb verbs[] = {{"navigate", navigate}, {"evaluate", evaluate},   {"forecast", forecast},
                          {"report", report},     {"calibrate", calibrate}, {"validate", validate},
                          {"convert", convert},   {"anonymise", anonymise}, {"schema", schema}};

bool asks_for_help(std::string_view word) { return word == "--help" || word == "-h"; }

}  // namespace

int run(const Arguments& arguments, World& world) {
    if (arguments.empty()) return refuse(world, say(world.language, "cli_command_missing"), "cli_usage");
    const auto verb = std::find_if(std::begin(verbs), std::end(verbs), [&](const Verb& one) { return one.name == arguments.front(); });
    if (std::any_of(arguments.begin(), arguments.end(), asks_for_help)) {
        world.out << say(world.language, verb == std::end(verbs) ? "cli_help" : "cli_help_" + std::string(verb->name));
        return fine;
    }
    if (verb != std::end(verbs)) {
        const int status = verb->run(Arguments(arguments.begin() + 1, arguments.end()), world);
        if (world.out.flush()) return status;
        world.err << say(world.language, "cli_output_failed") << '\n';
        return wrong_use;
    }
    return refuse(world, say(world.language, "cli_command_unknown", {{"command", arguments.front()}}), "cli_usage");
}

}  // namespace compass::cli

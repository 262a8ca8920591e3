#include "cli/command.h"

#include "cli/sentences.h"

#include <algorithm>
#include <ostream>

namespace compass::cli {
namespace {

struct Verb {
    std::string_view name;
    int (*run)(const Arguments&, World&);
};
constexpr Verb verbs[] = {{"navigate", navigate}, {"evaluate", evaluate}, {"validate", validate}, {"schema", schema}, {"convert", convert}};

bool asks_for_help(std::string_view word) { return word == "--help" || word == "-h"; }

}  // namespace

int run(const Arguments& arguments, World& world) {
    if (arguments.empty()) return refuse(world, say(world.language, "cli_command_missing"), "cli_usage");
    if (std::any_of(arguments.begin(), arguments.end(), asks_for_help)) {
        world.out << say(world.language, "cli_help");
        return fine;
    }
    for (const Verb& verb : verbs)
        if (verb.name == arguments.front()) return verb.run(Arguments(arguments.begin() + 1, arguments.end()), world);
    return refuse(world, say(world.language, "cli_command_unknown", {{"command", arguments.front()}}), "cli_usage");
}

}  // namespace compass::cli

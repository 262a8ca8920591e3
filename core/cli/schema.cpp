// deal-compass schema: the JSON Schema of the file format.
#include "cli/command.h"
#include "cli/sentences.h"
#include "codec/workspace_codec.h"

#include <ostream>

namespace compass::cli {

int schema(const Arguments& arguments, World& world) {
    if (!arguments.empty())
        return refuse(world, say(world.language, "cli_argument_unexpected", {{"argument", arguments.front()}}), "cli_usage_schema");
    world.out << json_schema();
    return fine;
}

}  // namespace compass::cli

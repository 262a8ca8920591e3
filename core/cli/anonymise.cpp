// deal-compass anonymise: a file of deals in which nobody can be recognised.
#include "session/anonymise.h"

#include "cli/command.h"
#include "cli/files.h"
#include "cli/options.h"
#include "cli/sentences.h"
#include "codec/workspace_codec.h"

#include <algorithm>
#include <istream>
#include <iterator>
#include <ostream>

namespace compass::cli {
namespace {

constexpr std::string_view anonymise_usage = "cli_usage_anonymise";
constexpr std::string_view amounts_option = "--amounts", dates_option = "--dates";

}  // namespace

int anonymise(const Arguments& arguments, World& world) {
    AnonymiseOptions wanted{.random = world.random};
    Arguments rest;
    for (const std::string_view word : arguments) {
        if (word == amounts_option)
            wanted.amounts = true;
        else if (word == dates_option)
            wanted.dates = true;
        else
            rest.push_back(word);
    }
    const Options options = read_options(rest, {}, world.language);
    if (!options.complaint.empty()) return refuse(world, options.complaint, anonymise_usage);
    if (options.files.size() != 1) return refuse(world, say(world.language, "cli_one_file"), anonymise_usage);
    const std::string_view path = options.files.front();
    const std::optional<std::string> text =
        path == "-" ? std::string(std::istreambuf_iterator<char>(world.in), std::istreambuf_iterator<char>()) : read_file(path);
    if (!text) return refuse(world, say(world.language, "cli_file_unreadable", {{"file", path}}), anonymise_usage);
    const Result<Workspace> workspace = read_workspace(*text);
    if (!workspace) {
        report(world, path, workspace.errors());
        return findings;
    }
    const Anonymised copy = anonymised(*workspace, wanted);
    const auto tell = [&](std::string_view key, std::string_view words) {
        world.err << say(world.language, key, {{"words", words}}) << '\n';
    };
    for (const std::string& words : copy.unsure) tell("cli_anonymise_unsure", words);
    for (const std::string& words : copy.left) tell("cli_anonymise_left", words);
    if (!copy.left.empty()) return findings;
    world.out << write_workspace(copy.workspace);
    return fine;
}

}  // namespace compass::cli

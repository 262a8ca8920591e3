// deal-compass validate: every error of files of deals and playbooks.
#include "cli/command.h"
#include "cli/files.h"
#include "cli/options.h"
#include "cli/sentences.h"
#include "codec/workspace_codec.h"

namespace compass::cli {
namespace {

// The text is of another format altogether.
bool is_other_format(const std::vector<Error>& errors) { return errors.size() == 1 && errors.front().code == "format"; }

std::vector<Error> errors_of(std::string_view text) {
    std::vector<Error> as_workspace = read_workspace(text).errors();
    if (!is_other_format(as_workspace)) return as_workspace;
    const std::vector<Error> as_playbook = read_playbook(text).errors();
    return is_other_format(as_playbook) ? as_workspace : as_playbook;
}

}  // namespace

int validate(const Arguments& arguments, World& world) {
    const Options options = read_options(arguments, {}, world.language);
    if (!options.complaint.empty()) return refuse(world, options.complaint, "cli_usage_validate");
    if (options.files.empty()) return refuse(world, say(world.language, "cli_file_missing"), "cli_usage_validate");
    return for_each_text(options.files, world, [&](std::string_view where, std::string_view text) {
        const std::vector<Error> errors = errors_of(text);
        report(world, where, errors);
        return errors.empty() ? fine : findings;
    });
}

}  // namespace compass::cli

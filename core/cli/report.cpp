// deal-compass report: deals as one HTML page to print or to send.
#include "cli/command.h"
#include "cli/deals.h"
#include "cli/options.h"
#include "cli/sentences.h"
#include "paper/paper.h"

#include <fstream>
#include <ostream>

namespace compass::cli {
namespace {

constexpr std::string_view report_usage = "cli_usage_report";

}  // namespace

int report(const Arguments& arguments, World& world) {
    const Options options = read_options(arguments, {"--today", "--playbook", "--html"}, world.language);
    if (!options.complaint.empty()) return refuse(world, options.complaint, report_usage);
    if (options.files.empty()) return refuse(world, say(world.language, "cli_file_missing"), report_usage);
    const auto out = options.values.find("--html");
    if (out == options.values.end()) return refuse(world, say(world.language, "cli_option_missing", {{"option", "--html"}}), report_usage);
    int status = fine;
    const std::optional<Manner> manner = manner_of(options, world, report_usage, status);
    if (!manner) return status;
    const Gathered all = gather(options.files, *manner, world);
    if (all.workspace.deals.empty() && all.status != fine) return all.status;
    const std::string page = paper::deals_page(all.workspace, all.playbook, all.today, world.language);
    if (out->second == "-") {
        world.out << page;
        return all.status;
    }
    std::ofstream file{std::string(out->second), std::ios::binary};
    if (!(file << page << std::flush)) {
        world.err << say(world.language, "cli_file_unwritable", {{"file", out->second}}) << '\n';
        return wrong_use;
    }
    return all.status;
}

}  // namespace compass::cli

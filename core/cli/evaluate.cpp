// deal-compass evaluate: what follows from each deal of a file, one line of JSON per deal.
#include "cli/command.h"
#include "cli/deals.h"
#include "cli/options.h"
#include "cli/result_json.h"
#include "cli/sentences.h"

#include <ostream>

namespace compass::cli {

int evaluate(const Arguments& arguments, World& world) {
    constexpr std::string_view usage = "cli_usage_evaluate";
    const Options options = read_options(arguments, {"--today", "--playbook"}, world.language);
    if (!options.complaint.empty()) return refuse(world, options.complaint, usage);
    if (options.files.empty()) return refuse(world, say(world.language, "cli_file_missing"), usage);
    int status = fine;
    const std::optional<Manner> manner = manner_of(options, world, usage, status);
    if (!manner) return status;
    return for_each_deal(options.files, *manner, world,
                         [&](const Deal& deal, const Customer* customer, const Playbook& playbook, Date today) {
                             JsonLine json;
                             const DealReading reading = read_deal(deal, customer, playbook, today);
                             write_deal(json, deal, customer, playbook, reading, today, world.language);
                             world.out << json.text() << '\n';
                         });
}

}  // namespace compass::cli

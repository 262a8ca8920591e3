// deal-compass calibrate: how well the index foretold what happened to closed deals, one line of JSON.
#include "cli/command.h"
#include "cli/deals.h"
#include "cli/json_line.h"
#include "cli/options.h"
#include "cli/sentences.h"
#include "portfolio/track_record.h"

#include <ostream>

namespace compass::cli {
namespace {

std::string verdict_of(const TrackRecord& record, const Playbook& playbook, Language language) {
    if (!record.enough)
        return say(language, "cli_calibrate_too_few",
                   {{"count", std::to_string(record.deals.size())}, {"needed", std::to_string(playbook.practice.closed_deals_at_least)}});
    return say(language, record.beats_base_rate ? "cli_calibrate_better" : "cli_calibrate_no_better");
}

}  // namespace

int calibrate(const Arguments& arguments, World& world) {
    constexpr std::string_view usage = "cli_usage_calibrate";
    const Options options = read_options(arguments, {"--playbook"}, world.language);
    if (!options.complaint.empty()) return refuse(world, options.complaint, usage);
    if (options.files.empty()) return refuse(world, say(world.language, "cli_file_missing"), usage);
    int status = fine;
    const std::optional<Manner> manner = manner_of(options, world, usage, status);
    if (!manner) return status;

    const Gathered all = gather(options.files, *manner, world);
    const TrackRecord record = read_track_record(all.workspace, all.playbook);
    JsonLine json;
    json.open('{').member("playbook", all.playbook.id).member("refused", all.refused);
    json.member("lead_days", all.playbook.practice.lead_days).member("deals", static_cast<int>(record.deals.size()));
    json.member("won", record.won).member("without_end", record.without_end).member("base_rate", record.base_rate);
    json.member("brier", record.brier).member("base_brier", record.base_brier);
    json.member("log_loss", record.log_loss).member("base_log_loss", record.base_log_loss);
    json.member("enough", record.enough).member("beats_base_rate", record.beats_base_rate);
    json.member("verdict", verdict_of(record, all.playbook, world.language)).key("bins").open('[');
    for (const ReliabilityBin& bin : record.bins) {
        json.open('{').member("low", bin.low).member("high", bin.high).member("deals", bin.deals).member("won", bin.won);
        json.member("index", bin.index).close('}');
    }
    json.close(']').key("foretold").open('[');
    for (const ForetoldDeal& deal : record.deals) {
        json.open('{').member("deal", format(all.workspace.deals[deal.deal]->id)).member("index", deal.index);
        json.member("recorded", deal.recorded).member("won", deal.won).close('}');
    }
    world.out << json.close(']').close('}').text() << '\n';
    return all.status;
}

}  // namespace compass::cli

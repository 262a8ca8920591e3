// deal-compass evaluate: what follows from each deal of a file, one line of JSON per deal.
#include "cli/command.h"
#include "cli/files.h"
#include "cli/options.h"
#include "cli/result_json.h"
#include "cli/sentences.h"
#include "codec/method.h"
#include "codec/workspace_codec.h"

#include <ostream>

namespace compass::cli {
namespace {

constexpr std::string_view usage = "cli_usage_evaluate";

// A pipeline counts lines: a refused text has its line too.
void write_refusal(World& world, const std::vector<Error>& errors) {
    JsonLine json;
    json.open('{').key("errors").open('[');
    for (const Error& error : errors)
        json.open('{').member("path", error.path).member("code", error.code).member("sentence", say(world.language, error)).close('}');
    world.out << json.close(']').close('}').text() << '\n';
}

}  // namespace

int evaluate(const Arguments& arguments, World& world) {
    const Options options = read_options(arguments, {"--today", "--playbook"}, world.language);
    if (!options.complaint.empty()) return refuse(world, options.complaint, usage);
    if (options.files.empty()) return refuse(world, say(world.language, "cli_file_missing"), usage);
    std::optional<Date> given_today;
    if (const auto text = options.values.find("--today"); text != options.values.end()) {
        given_today = parse_date(text->second);
        if (!given_today) {
            const std::string permitted = say(world.language, "cli_any_date");
            return refuse(
                world, say(world.language, "cli_value_wrong", {{"option", "--today"}, {"value", text->second}, {"permitted", permitted}}),
                usage);
        }
    }
    std::optional<Playbook> given_playbook;
    if (const auto path = options.values.find("--playbook"); path != options.values.end()) {
        int status = fine;
        given_playbook = playbook_in(path->second, world, status);
        if (!given_playbook) return status;
        given_playbook = with_method(std::move(*given_playbook));
    }
    const Playbook usual = with_method(default_playbook());

    return for_each_text(options.files, world, [&](std::string_view where, std::string_view text) {
        const Result<Workspace> workspace = read_workspace(text);
        if (!workspace) {
            report(world, where, workspace.errors());
            write_refusal(world, workspace.errors());
            return findings;
        }
        std::optional<Playbook> own;
        const Playbook& playbook = given_playbook        ? *given_playbook
                                   : workspace->playbook ? own.emplace(with_method(**workspace->playbook))
                                                         : usual;
        for (const Box<Deal>& deal : workspace->deals) {
            const Customer* customer = find_customer(*workspace, deal->customer);
            const Date today = given_today ? *given_today : deal->teaching ? deal->teaching->today : world.today;
            JsonLine json;
            write_deal(json, *deal, customer, playbook, read_deal(*deal, customer, playbook, today), today, world.language);
            world.out << json.text() << '\n';
        }
        return fine;
    });
}

}  // namespace compass::cli

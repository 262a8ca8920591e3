#include "cli/deals.h"

#include "cli/files.h"
#include "cli/json_line.h"
#include "cli/sentences.h"
#include "codec/method.h"
#include "codec/workspace_codec.h"

#include <map>
#include <ostream>
#include <utility>

namespace compass::cli {
namespace {

void write_refusal(World& world, const std::vector<Error>& errors) {
    JsonLine json;
    json.open('{').key("errors").open('[');
    for (const Error& error : errors)
        json.open('{').member("path", error.path).member("code", error.code).member("sentence", say(world.language, error)).close('}');
    world.out << json.close(']').close('}').text() << '\n';
}

// Adds or replaces, by id.
template <class Thing>
void put(std::vector<Box<Thing>>& all, std::map<Id, std::size_t>& places, const Box<Thing>& thing) {
    const auto [place, is_new] = places.try_emplace(thing->id, all.size());
    if (is_new)
        all.push_back(thing);
    else
        all[place->second] = thing;
}

}  // namespace

std::optional<Manner> manner_of(const Options& options, World& world, std::string_view usage, int& status) {
    Manner manner;
    if (const auto text = options.values.find("--today"); text != options.values.end()) {
        manner.today = parse_date(text->second);
        if (!manner.today) {
            const std::string permitted = say(world.language, "cli_any_date");
            status = refuse(
                world, say(world.language, "cli_value_wrong", {{"option", "--today"}, {"value", text->second}, {"permitted", permitted}}),
                usage);
            return std::nullopt;
        }
    }
    if (const auto path = options.values.find("--playbook"); path != options.values.end()) {
        manner.playbook = playbook_in(path->second, world, status);
        if (!manner.playbook) return std::nullopt;
        manner.playbook = with_method(std::move(*manner.playbook));
    }
    manner.usual = with_method(default_playbook());
    return manner;
}

Date today_for(const Deal& deal, const Manner& manner, const World& world) {
    if (manner.today) return *manner.today;
    return deal.teaching ? deal.teaching->today : world.today;
}

int for_each_deal(const Arguments& files, const Manner& manner, World& world, const UseDeal& use) {
    return for_each_text(files, world, [&](std::string_view where, std::string_view text) {
        const Result<Workspace> workspace = read_workspace(text);
        if (!workspace) {
            report(world, where, workspace.errors());
            write_refusal(world, workspace.errors());
            return findings;
        }
        std::optional<Playbook> own;
        if (!manner.playbook && workspace->playbook) own = with_method(**workspace->playbook);
        const Playbook& playbook = manner.playbook ? *manner.playbook : own ? *own : manner.usual;
        for (const Box<Deal>& deal : workspace->deals)
            use(*deal, find_customer(*workspace, deal->customer), playbook, today_for(*deal, manner, world));
        return fine;
    });
}

Gathered gather(const Arguments& files, const Manner& manner, World& world) {
    Gathered all;
    all.playbook = manner.playbook.value_or(manner.usual);
    all.today = manner.today.value_or(world.today);
    std::map<Id, std::size_t> deals, customers;
    all.status = for_each_text(files, world, [&](std::string_view where, std::string_view text) {
        const Result<Workspace> read = read_workspace(text);
        if (!read) {
            report(world, where, read.errors());
            ++all.refused;
            return findings;
        }
        for (const Box<Customer>& customer : read->customers) put(all.workspace.customers, customers, customer);
        for (const Box<Deal>& deal : read->deals) {
            put(all.workspace.deals, deals, deal);
            all.today = today_for(*deal, manner, world);
        }
        if (!manner.playbook && read->playbook) all.playbook = with_method(**read->playbook);
        return fine;
    });
    return all;
}

}  // namespace compass::cli

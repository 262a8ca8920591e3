// deal-compass convert: a table of deals from a spreadsheet into a file of deals, and back.
#include "cli/command.h"
#include "cli/encoding.h"
#include "cli/files.h"
#include "cli/options.h"
#include "cli/sentences.h"
#include "codec/workspace_codec.h"
#include "model/text.h"
#include "session/deal_table.h"

#include <istream>
#include <iterator>
#include <ostream>

namespace compass::cli {
namespace {

constexpr std::string_view convert_usage = "cli_usage_convert";

int to_table(std::string_view text, std::string_view where, World& world) {
    const Result<Workspace> workspace = read_workspace(text);
    if (!workspace) {
        report(world, where, workspace.errors());
        return findings;
    }
    world.out << write_csv(deal_rows(*workspace, world.language));
    return fine;
}

int to_deals(std::string_view text, std::string_view where, World& world) {
    const Result<CsvTable> table = read_csv(text);
    if (!table) {
        report(world, where, table.errors());
        return findings;
    }
    const std::vector<ColumnUse> columns = recognised_columns(*table);
    if (!names_anything(columns)) {
        report(world, where, {{"", "table_no_columns", ""}});
        return findings;
    }
    const TableImport import = deals_of(*table, columns, {}, {world.today, world.random});
    report(world, where, import.errors);
    world.out << write_workspace(import.incoming);
    return import.errors.empty() ? fine : findings;
}

}  // namespace

int convert(const Arguments& arguments, World& world) {
    const Options options = read_options(arguments, {}, world.language);
    if (!options.complaint.empty()) return refuse(world, options.complaint, convert_usage);
    if (options.files.size() != 1) return refuse(world, say(world.language, "cli_one_file"), convert_usage);
    const std::string_view path = options.files.front();
    const std::optional<std::string> bytes =
        path == "-" ? std::string(std::istreambuf_iterator<char>(world.in), std::istreambuf_iterator<char>()) : read_file(path);
    if (!bytes) return refuse(world, say(world.language, "cli_file_unreadable", {{"file", path}}), convert_usage);
    const std::optional<std::string> text = as_utf8(*bytes);
    if (!text) {
        report(world, path, {{"", "encoding", "1"}});
        return findings;
    }
    return trimmed(*text).starts_with('{') ? to_table(*text, path, world) : to_deals(*text, path, world);
}

}  // namespace compass::cli

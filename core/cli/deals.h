// What the verbs that read deals have in common: --today, --playbook, one deal after the other, or all of them together.
#pragma once

#include "cli/command.h"
#include "cli/options.h"
#include "model/playbook.h"
#include "model/result.h"
#include "model/workspace.h"

#include <functional>
#include <optional>
#include <string_view>

namespace compass::cli {

// How the deals are to be read.
struct Manner {
    std::optional<Date> today;         // as asked for
    std::optional<Playbook> playbook;  // as asked for, with the method
    Playbook usual;                    // the default one, with the method
};

// From --today and --playbook; nothing and `status` where they cannot be used, after `err` was told with the usage line of the verb.
std::optional<Manner> manner_of(const Options& options, World& world, std::string_view usage, int& status);

// The day asked for, else the case's own, else that of the world.
Date today_for(const Deal& deal, const Manner& manner, const World& world);

using UseDeal = std::function<void(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today)>;

// Each deal of each file, or of each line of "-", with the playbook asked for, else its file's own, else the usual one. No more than one
// file or line is held at a time. Of a text that is refused the errors go to `err` and one line to `out`, because a pipeline counts lines:
// {"errors": [{"path", "code", "sentence"}, …]}. Returns the exit status.
int for_each_deal(const Arguments& files, const Manner& manner, World& world, const UseDeal& use);

struct Gathered {
    Workspace workspace;  // of all files together: of the same id the last one read; without a playbook
    Playbook playbook;    // asked for, else the last one that a file brought, else the usual one
    Date today;           // asked for, else the last case's own, else that of the world
    int refused = 0;      // files or lines with errors: named on `err`, left out
    int status = fine;
};

Gathered gather(const Arguments& files, const Manner& manner, World& world);

}  // namespace compass::cli

// Files that the command reads.
#pragma once

#include "cli/command.h"
#include "model/playbook.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace compass::cli {

// Nothing where it cannot be opened or read.
std::optional<std::string> read_file(std::string_view path);

// Calls use(where, text) for each file, and for each line of standard input where a file is "-" (where = "-:7"; blank lines are skipped).
// Returns the worst exit status of them; a file that cannot be opened is named on `err` and is wrong use.
int for_each_text(const Arguments& files, World& world, const std::function<int(std::string_view where, std::string_view text)>& use);

// The playbook in this file; where it is refused, nothing and `status` says why after `err` was told.
std::optional<Playbook> playbook_in(std::string_view path, World& world, int& status);

}  // namespace compass::cli

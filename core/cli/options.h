// "--name value" and "--name=value" among the words after a verb.
#pragma once

#include "cli/command.h"

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace compass::cli {

struct Options {
    std::map<std::string_view, std::string_view> values;  // by name, "--stage"
    Arguments files;                                      // what is no option; "-" is standard input
    std::string complaint;                                // why they cannot be used; empty = they can
};

Options read_options(const Arguments& arguments, std::initializer_list<std::string_view> known, Language language);

// Nothing where the text is no finite number ("0", "-1.5", "1e-3") or no whole one.
std::optional<double> number_of(std::string_view text);
std::optional<int> whole_of(std::string_view text);

}  // namespace compass::cli

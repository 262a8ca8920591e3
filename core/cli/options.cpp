#include "cli/options.h"

#include "cli/sentences.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace compass::cli {
namespace {

template <class Number>
std::optional<Number> parsed(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace

Options read_options(const Arguments& arguments, std::initializer_list<std::string_view> known, Language language) {
    Options options;
    for (std::size_t i = 0; i < arguments.size() && options.complaint.empty(); ++i) {
        const std::string_view word = arguments[i];
        if (!word.starts_with("--")) {
            options.files.push_back(word);
            continue;
        }
        const auto equals = word.find('=');
        const std::string_view name = word.substr(0, equals);
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            options.complaint = say(language, "cli_option_unknown", {{"option", name}});
        } else if (equals != word.npos) {
            options.values[name] = word.substr(equals + 1);
        } else if (i + 1 < arguments.size()) {
            options.values[name] = arguments[++i];
        } else {
            options.complaint = say(language, "cli_value_missing", {{"option", name}});
        }
    }
    return options;
}

std::optional<double> number_of(std::string_view text) {
    const auto number = parsed<double>(text);
    return number && std::isfinite(*number) ? number : std::nullopt;
}

std::optional<int> whole_of(std::string_view text) { return parsed<int>(text); }

}  // namespace compass::cli

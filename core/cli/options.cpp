#include "cli/options.h"

#include "cli/sentences.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <system_error>

namespace compass::cli {

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
        } else if (options.values.count(name) > 0) {
            options.complaint = say(language, "cli_option_twice", {{"option", name}});
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
    const std::string digits(text);
    if (digits.empty() || std::isspace(static_cast<unsigned char>(digits.front()))) return std::nullopt;
    char* end = nullptr;
    const double number = std::strtod(digits.c_str(), &end);
    return end == digits.c_str() + digits.size() && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<int> whole_of(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

}  // namespace compass::cli

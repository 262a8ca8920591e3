// What people and companies are called besides their whole names.
#include "model/text.h"
#include "session/anonymise_names.h"
#include "session/anonymise_words.h"

#include <algorithm>
#include <iterator>

namespace compass::anonymity {
namespace {

constexpr std::string_view straight = "'", typographic = "\u2019";

std::string with_apostrophes(std::string_view text, std::string_view from, std::string_view to) {
    std::string result(text);
    for (std::size_t at = result.find(from); at != result.npos; at = result.find(from, at + to.size())) result.replace(at, from.size(), to);
    return result;
}

// Without the longest of the ends, over and over, as long as two characters are left.
std::string_view without_ends(std::string_view name, const NameWords::List& ends) {
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view end : ends) {
            if (!name.ends_with(end) || characters(name.substr(0, name.size() - end.size())).size() < 2) continue;
            name = trimmed(name.substr(0, name.size() - end.size()));
            if (name.ends_with(',')) name = trimmed(name.substr(0, name.size() - 1));
            again = true;
            break;
        }
    }
    return name;
}

// Behind "上海" or "上海市".
std::string_view without_place(std::string_view name) {
    for (const std::string_view place : name_words().places) {
        if (!name.starts_with(place)) continue;
        std::string_view rest = name.substr(place.size());
        if (rest.starts_with("\u5E02") || rest.starts_with("\u7701")) rest.remove_prefix(3);
        return characters(rest).size() >= 2 ? rest : name;
    }
    return name;
}

bool is_of_many(std::string_view name) {
    const NameWords& words = name_words();
    return is_one_of(words.places, name) || is_one_of(words.trades, name) || is_one_of(words.trades, " " + std::string(name));
}

// A word of which nobody can say without reading whether it means the company.
bool is_doubtful(std::string_view name) { return is_of_many(name) || is_common(name) || is_word_too(folded(name)); }

}  // namespace

std::vector<std::string> spellings(std::string_view name) {
    const std::string one = with_apostrophes(name, typographic, straight), other = with_apostrophes(name, straight, typographic);
    return one == other ? std::vector{one} : std::vector{one, other};
}

std::vector<std::string_view> parts_of(std::string_view name) {
    constexpr std::string_view between = " ,;()\"";
    std::vector<std::string_view> parts;
    for (std::size_t at = name.find_first_not_of(between); at < name.size();) {
        const std::size_t end = std::min(name.find_first_of(between, at), name.size());
        const std::string_view part = name.substr(at, end - at);
        const bool is_word = (part.size() >= 3 || characters(part).size() == 2) && part.find('.') == part.npos;
        if (is_word && !is_one_of(name_words().honorifics, part)) parts.push_back(part);
        at = name.find_first_not_of(between, end);
    }
    return parts;
}

std::string first_name_first(std::string_view name) {
    const std::size_t comma = name.find(", ");
    if (comma == name.npos || name.find(',', comma + 1) != name.npos) return {};
    return std::string(trimmed(name.substr(comma + 1))) + " " + std::string(trimmed(name.substr(0, comma)));
}

std::string_view surname_of(std::string_view name) {
    for (const std::string_view two : name_words().double_surnames)
        if (name.starts_with(two)) return two;
    const auto letters = characters(name);
    return letters.empty() ? name : letters.front();
}

bool is_word_too(std::string_view name) {
    return is_one_of(name_words().words_too, name) || is_one_of(name_words().double_surnames_and_words, name);
}

std::string_view legal_name(std::string_view company) { return without_ends(company, name_words().company_ends); }

ShortNames short_names(std::string_view company) {
    ShortNames names;
    const std::string_view legal = legal_name(company);
    if (legal != company) (is_of_many(legal) ? names.doubtful : names.sure).push_back(legal);
    const auto consider = [&](std::string_view name) {
        if (name != company && name != legal) (is_doubtful(name) ? names.doubtful : names.sure).push_back(name);
    };
    for (const std::string_view name : {legal, without_place(legal)}) {
        consider(name);
        consider(without_ends(name, name_words().trades));
    }
    const std::string_view first = legal.substr(0, legal.find(' '));
    const bool is_sure = std::find(names.sure.begin(), names.sure.end(), first) != names.sure.end();
    if (first != legal && !is_sure && !is_common(first) && characters(first).size() >= 2) names.doubtful.push_back(first);
    return names;
}

void add_doubtful(Names& doubtful, std::string_view person) {
    const auto letters = characters(person);
    if (letters.empty()) return;
    if (!is_han(letters.front())) {
        for (const std::string_view part : parts_of(person))
            if (const std::string small = folded(part); is_word_too(small)) doubtful.add(Anonymous::person, part.size() < 3 ? part : small);
        return;
    }
    const std::string small = folded(person);
    const std::string_view surname = surname_of(small), given = person.substr(surname.size());
    if (is_word_too(surname)) doubtful.add(Anonymous::person, surname);
    const bool two = characters(given).size() == 2 && std::all_of(letters.begin(), letters.end(), is_han);
    if (two && title_at(given) == 0) doubtful.add(Anonymous::person, given);
}

}  // namespace compass::anonymity

#include "session/anonymise_words.h"

#include "codec/builtin.h"

namespace compass::anonymity {
namespace {

struct Line {
    std::string_view name;
    NameWords::List NameWords::*list;
    std::string_view NameWords::*characters;
};
constexpr Line lines[] = {
    {"titles", &NameWords::titles, nullptr},
    {"before_surname", &NameWords::before_surname, nullptr},
    {"honorifics", &NameWords::honorifics, nullptr},
    {"double_surnames", &NameWords::double_surnames, nullptr},
    {"double_surnames_and_words", &NameWords::double_surnames_and_words, nullptr},
    {"no_people", &NameWords::no_people, nullptr},
    {"words_with_surnames", &NameWords::words_with_surnames, nullptr},
    {"doings", &NameWords::doings, nullptr},
    {"company_ends", &NameWords::company_ends, nullptr},
    {"trades", &NameWords::trades, nullptr},
    {"places", &NameWords::places, nullptr},
    {"no_names", &NameWords::no_names, nullptr},
    {"common_words", &NameWords::common_words, nullptr},
    {"words_too", &NameWords::words_too, nullptr},
    {"sayings", &NameWords::sayings, nullptr},
    {"short_titles", &NameWords::short_titles, nullptr},
    {"traditional", nullptr, &NameWords::traditional},
    {"simplified", nullptr, &NameWords::simplified},
    {"surnames", nullptr, &NameWords::surnames},
    {"surnames_and_words", nullptr, &NameWords::surnames_and_words},
    {"given_characters", nullptr, &NameWords::given_characters},
    {"no_given_characters", nullptr, &NameWords::no_given_characters},
    {"before_people", nullptr, &NameWords::before_people},
    {"behind_people", nullptr, &NameWords::behind_people},
};

std::string_view cut(std::string_view& rest, char end) {
    const std::string_view part = rest.substr(0, rest.find(end));
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    return part;
}

NameWords read_words() {
    NameWords words;
    for (std::string_view rest = builtin_names(); !rest.empty();) {
        std::string_view items = cut(rest, '\n');
        const std::string_view name = cut(items, '=');
        for (const Line& line : lines) {
            if (line.name != name) continue;
            if (line.characters) words.*line.characters = items;
            while (line.list && !items.empty()) (words.*line.list).push_back(cut(items, '|'));
        }
    }
    return words;
}

}  // namespace

std::vector<std::string_view> unknown_lists() {
    std::vector<std::string_view> unknown;
    for (std::string_view rest = builtin_names(); !rest.empty();) {
        std::string_view items = cut(rest, '\n');
        unknown.push_back(cut(items, '='));
    }
    for (const Line& line : lines)
        if (const auto found = std::find(unknown.begin(), unknown.end(), line.name); found != unknown.end())
            unknown.erase(found);
        else
            unknown.push_back(line.name);
    return unknown;
}

const NameWords& name_words() {
    static const NameWords words = read_words();
    return words;
}

}  // namespace compass::anonymity

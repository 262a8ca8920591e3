// What the user chose, as it is stored: the first frame needs it.
#include "views/settings.h"

#include <algorithm>

namespace views {

using namespace compass;

namespace {

struct SizeWord {
    TextSize size;
    std::string_view word;
    float factor;
};
constexpr SizeWord size_words[] = {
    {TextSize::normal, "normal", 1}, {TextSize::large, "large", 1.15f}, {TextSize::largest, "largest", 1.3f}};

}  // namespace

float factor_of(TextSize size) { return size_words[static_cast<int>(size)].factor; }

std::string_view setting_in(std::string_view text, std::string_view key) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        if (word.size() > key.size() && word.starts_with(key) && word[key.size()] == '=') return word.substr(key.size() + 1);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return {};
}

void read_choices(std::string_view text, Choices& choices) {
    if (const auto word = setting_in(text, "language"); !word.empty()) choices.language = word == "en" ? Language::en : Language::zh;
    if (const auto word = setting_in(text, "theme"); !word.empty()) choices.dark = word == "dark";
    for (const SizeWord& one : size_words)
        if (setting_in(text, "size") == one.word) choices.size = one.size;
    Currency currency;
    if (const auto code = setting_in(text, "currency"); code.size() == currency.code.size()) {
        std::copy(code.begin(), code.end(), currency.code.begin());
        if (in_use(currency)) choices.currency = currency;
    }
    if (setting_in(text, "week") == "sunday") choices.week = WeekStart::sunday;
    for (const int minutes : {0, 5, 15, 60})
        if (setting_in(text, "idle") == std::to_string(minutes)) choices.idle = minutes;
    choices.toured = setting_in(text, "tour") == "done";
    choices.reminds = setting_in(text, "remind") != "off";
}

std::string write_choices(const Choices& choices) {
    std::string text;
    if (choices.language) text += *choices.language == Language::en ? " language=en" : " language=zh";
    if (choices.dark) text += *choices.dark ? " theme=dark" : " theme=light";
    if (choices.size != TextSize::normal) text += " size=" + std::string(size_words[static_cast<int>(choices.size)].word);
    if (choices.currency != Currency{}) text += " currency=" + std::string(choices.currency.text());
    if (choices.week == WeekStart::sunday) text += " week=sunday";
    if (choices.idle != Choices{}.idle) text += " idle=" + std::to_string(choices.idle);
    if (choices.toured) text += " tour=done";
    if (!choices.reminds) text += " remind=off";
    return text;
}

}  // namespace views

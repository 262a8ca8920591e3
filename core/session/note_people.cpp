// Who of a deal's people a line names.
#include "session/note_letters.h"

#include <algorithm>
#include <array>

namespace compass {
namespace {

using Spans = std::vector<NoteSpan>;

void find_all_of(const NoteLetters& line, std::string_view words, Spans& spans) {
    for (auto span = line.find(words); span; span = line.find(words, span->to)) spans.push_back(*span);
}

std::vector<std::string_view> latin_parts(const std::string& name) {
    std::vector<std::string_view> parts;
    std::string_view rest = name;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (end >= 2) parts.push_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return parts;
}

// "Wei" where somebody else is called so, too, is nobody.
bool is_shared(const std::vector<Person>& people, const Person& person, std::string_view part) {
    return std::any_of(people.begin(), people.end(),
                       [&](const Person& other) { return &other != &person && NoteLetters(other.name).holds(part); });
}

bool same_surname(const std::vector<Person>& people, const Person& person, char32_t surname) {
    return std::any_of(people.begin(), people.end(),
                       [&](const Person& other) { return &other != &person && NoteLetters(other.name)[0] == surname; });
}

// "陆总" for 陆副总 or 陆明, "老陆", "小陆".
void find_address(const NoteLetters& line, char32_t surname, Spans& spans) {
    static constexpr std::u32string_view titles = U"总工部主处科院局厂董书老经班会";
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] != surname) continue;
        const char32_t before = i > 0 ? line[i - 1] : U'\0', next = line[i + 1];
        if (before == U'老' || before == U'小') spans.push_back({i - 1, i + 1});
        if (next == 0 || titles.find(next) == titles.npos) continue;
        static constexpr std::array<std::string_view, 10> endings = {"部长", "主任", "处长", "科长", "院长",
                                                                     "局长", "厂长", "经理", "班长", "会计"};
        std::size_t to = i + 2;
        for (const std::string_view ending : endings)
            if (const auto end = line.after(i + 1, ending)) to = *end;
        spans.push_back({i, to});
    }
}

bool spells(const NoteLetters& line, NoteSpan word, const NoteLetters& name, std::uint16_t (*initials)(char32_t)) {
    if (word.to - word.at != name.size() || name.size() < 2) return false;
    for (std::size_t k = 0; k < name.size(); ++k) {
        const std::uint16_t letters = is_cjk_letter(name[k]) ? initials(name[k]) : std::uint16_t{0};
        const char32_t typed = line[word.at + k];
        if (letters == 0 || (typed != (letters & 0xFFu) && typed != static_cast<char32_t>(letters >> 8))) return false;
    }
    return true;
}

void find_initials(const NoteLetters& line, const NoteLetters& name, std::uint16_t (*initials)(char32_t), Spans& spans) {
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (!is_latin_letter(line[i])) continue;
        std::size_t to = i;
        while (is_latin_letter(line[to])) ++to;
        if (spells(line, {i, to}, name, initials)) spans.push_back({i, to});
        i = to;
    }
}

}  // namespace

std::vector<NoteMention> mentions(const NoteLetters& line, const NoteScene& scene) {
    std::vector<NoteMention> all;
    const std::vector<Person>& people = scene.deal.people;
    for (const Person& person : people) {
        const auto add = [&](const Spans& spans, bool assumed) {
            for (const NoteSpan& span : spans) all.push_back({person.id, span, assumed});
        };
        Spans whole, part;
        find_all_of(line, person.name, whole);
        add(whole, false);
        const NoteLetters name(person.name);
        if (name.size() > 0 && is_cjk_letter(name[0])) {
            if (!same_surname(people, person, name[0])) find_address(line, name[0], part);
            if (scene.initials) find_initials(line, name, scene.initials, part);
        } else {
            for (const std::string_view word : latin_parts(person.name))
                if (!is_shared(people, person, word)) find_all_of(line, word, part);
        }
        add(part, true);
    }
    // A longer name hides what stands in it; of two that are equally long and assumed neither counts.
    const auto hidden = [&](const NoteMention& one) {
        return std::any_of(all.begin(), all.end(), [&](const NoteMention& other) {
            const bool same_span = other.span.at == one.span.at && other.span.to == one.span.to;
            if (other.person == one.person && same_span && one.assumed && !other.assumed) return true;
            if (other.person == one.person &&
                (other.span.at > one.span.at || (other.span.at == one.span.at && other.span.to <= one.span.to)))
                return false;
            const bool meet = other.span.at < one.span.to && one.span.at < other.span.to;
            const std::size_t length = one.span.to - one.span.at, others = other.span.to - other.span.at;
            return meet && (others > length || (others == length && other.person != one.person && (one.assumed || !other.assumed)));
        });
    };
    std::vector<NoteMention> seen;
    for (const NoteMention& one : all)
        if (!hidden(one)) seen.push_back(one);
    std::stable_sort(seen.begin(), seen.end(), [](const NoteMention& a, const NoteMention& b) { return a.span.at < b.span.at; });
    return seen;
}

}  // namespace compass

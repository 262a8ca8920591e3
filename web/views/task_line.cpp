#include "views/task_line.h"

#include "codec/typed_input.h"
#include "model/text.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace views {

using namespace compass;

namespace {

using Words = std::vector<std::string>;

Words words_of(std::string_view line) {
    Words words;
    std::string word;
    const auto end = [&] {
        if (!word.empty()) words.push_back(std::move(word));
        word.clear();
    };
    while (!line.empty()) {
        static constexpr std::string_view wide_blank = "\u3000";
        const bool wide = line.starts_with(wide_blank), blank = wide || line.front() == ' ' || line.front() == '\t';
        if (blank)
            end();
        else
            word += line.front();
        line.remove_prefix(wide ? wide_blank.size() : 1);
    }
    end();
    return words;
}

std::string joined(const Words& words, std::size_t from, std::size_t count) {
    std::string text;
    for (std::size_t i = from; i < from + count; ++i) text += (text.empty() ? "" : " ") + words[i];
    return text;
}

// The longest one, and of those the first.
std::optional<Date> take_date(Words& words, Date today) {
    for (std::size_t count = std::min<std::size_t>(3, words.size()); count > 0; --count) {
        for (std::size_t from = 0; from + count <= words.size(); ++from) {
            std::string text = joined(words, from, count);
            while (text.ends_with(",") || text.ends_with(":")) text.pop_back();
            const std::optional<Date> date = read_typed_date(text, today);
            if (!date) continue;
            const auto first = words.begin() + static_cast<std::ptrdiff_t>(from);
            words.erase(first, first + static_cast<std::ptrdiff_t>(count));
            return date;
        }
    }
    return std::nullopt;
}

std::string take_owner(Words& words, const Deal& deal) {
    std::vector<std::string_view> ours = {deal.owner};
    for (const TeamMember& member : deal.team) ours.push_back(member.name);
    for (std::size_t from = words.size(); from-- > 0;) {
        std::string tail = joined(words, from, words.size() - from);
        if (std::find(ours.begin(), ours.end(), tail) == ours.end()) continue;
        words.resize(from);
        return tail;
    }
    return {};
}

// Whose name comes first.
Id person_in(std::string_view text, const Deal& deal) {
    Id person;
    std::size_t place = std::string_view::npos;
    for (const Person& one : deal.people) {
        const std::size_t at = one.name.empty() ? std::string_view::npos : text.find(one.name);
        if (at < place) place = at, person = one.id;
    }
    return person;
}

}  // namespace

Task read_task_line(std::string_view line, const Deal& deal, Date today) {
    Task task;
    Words words = words_of(line);
    task.due = take_date(words, today);
    task.owner = take_owner(words, deal);
    task.what = joined(words, 0, words.size());
    task.person = person_in(task.what, deal);
    return task;
}

}  // namespace views

#include "portfolio/search.h"

#include "model/text.h"

#include <algorithm>
#include <utility>

namespace compass {
namespace {

// What counts as the same letter is one code point.
char32_t folded(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (c == 0x3000) c = ' ';
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

struct Letter {
    char32_t folded;
    std::uint16_t initials;
    std::size_t at, to;  // bytes
};

// Texts of a workspace are well-formed UTF-8; what is typed may not be, and then its bytes stand for themselves.
void read_letters(std::string_view text, PinyinInitials initials, std::vector<Letter>& letters) {
    letters.clear();
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i]);
        std::size_t size = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        char32_t c = size == 1 ? first : first & (0xFFu >> (size + 1));
        if (i + size > text.size()) size = 1, c = first;
        for (std::size_t k = 1; k < size; ++k) c = c << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3Fu);
        c = folded(c);
        letters.push_back({c, initials && c >= 0x3400 ? initials(c) : std::uint16_t{0}, i, i + size});
        i += size;
    }
}

bool meets(const Letter& letter, char32_t wanted) {
    if (letter.folded == wanted) return true;
    return letter.initials != 0 && (wanted == (letter.initials & 0xFFu) || wanted == static_cast<char32_t>(letter.initials >> 8)) &&
           wanted != 0;
}

using Word = std::vector<char32_t>;

std::vector<Word> words_of(std::string_view text) {
    std::vector<Letter> letters;
    read_letters(text, nullptr, letters);
    std::vector<Word> words(1);
    for (const Letter& letter : letters) {
        if (letter.folded != ' ')
            words.back().push_back(letter.folded);
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

// `letters` is room to read the text into.
std::optional<Met> find(std::string_view text, const std::vector<Word>& words, PinyinInitials initials, std::vector<Letter>& letters) {
    Met met;
    read_letters(text, initials, letters);
    for (const Word& word : words) {
        const auto found = std::search(letters.begin(), letters.end(), word.begin(), word.end(), meets);
        if (found == letters.end()) return std::nullopt;
        if (&word == &words.front()) met = {found->at, (found + static_cast<std::ptrdiff_t>(word.size()) - 1)->to};
    }
    return met;
}

class Searching {
  public:
    Searching(std::string_view words, PinyinInitials initials, std::size_t at_most)
        : words_(words_of(words)), initials_(initials), at_most_(at_most) {}

    bool hopeless() const { return words_.empty(); }

    void look(Hit hit) {
        if (hit.text.empty()) return;
        const std::optional<Met> met = find(hit.text, words_, initials_, letters_);
        if (!met) return;
        hit.at = met->at, hit.to = met->to;
        const int rank = std::min(static_cast<int>(hit.kind), static_cast<int>(HitKind::fact)) * 2 + (hit.at == 0 ? 0 : 1);
        found_.push_back({rank, std::move(hit)});
    }

    std::vector<Hit> best() {
        std::stable_sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        if (found_.size() > at_most_) found_.resize(at_most_);
        std::vector<Hit> hits;
        for (auto& [rank, hit] : found_) hits.push_back(std::move(hit));
        return hits;
    }

  private:
    std::vector<Word> words_;
    PinyinInitials initials_;
    std::size_t at_most_;
    std::vector<Letter> letters_;
    std::vector<std::pair<int, Hit>> found_;
};

// Parts that are there, apart.
std::string joined(std::initializer_list<std::string_view> parts) {
    std::string text;
    for (const std::string_view part : parts) {
        if (part.empty()) continue;
        if (!text.empty()) text += " \u00B7 ";
        text += part;
    }
    return text;
}

void look_at_facts(Searching& searching, const Deal& deal) {
    const auto look = [&](HitKind kind, const Id& item, std::string text, std::optional<Axis> axis = {}) {
        searching.look({kind, deal.id, item, axis, std::move(text)});
    };
    for (const Axis axis : all_axes) {
        for (const Evidence& fact : evidence_of(deal.position, axis)) look(HitKind::fact, fact.id, fact.text, axis);
    }
    look(HitKind::objective, {}, deal.objective.sentence);
    look(HitKind::lesson, {}, deal.lessons);
    for (const Alternative& alternative : deal.alternatives)
        look(HitKind::alternative, alternative.id, joined({alternative.name, alternative.customers_view}));
    for (const Task& task : deal.tasks) look(HitKind::task, task.id, joined({task.what, task.owner}));
    for (const StoryEvent& event : deal.story) look(HitKind::event, {}, event.text);
    for (const Person& person : deal.people) {
        for (const Evidence& fact : person.support_evidence) look(HitKind::fact, person.id, fact.text);
        look(HitKind::fact, person.id, person.notes);
    }
}

}  // namespace

std::vector<Hit> search(const Workspace& workspace, std::string_view words, PinyinInitials initials, std::size_t at_most) {
    Searching searching(words, initials, at_most);
    if (searching.hopeless()) return {};
    for (const Box<Customer>& customer : workspace.customers)
        searching.look({HitKind::customer, {}, customer->id, {}, joined({customer->name, customer->industry, customer->region})});
    for (const Box<Deal>& deal : workspace.deals) {
        const Customer* customer = find_customer(workspace, deal->customer);
        searching.look({HitKind::deal, deal->id, {}, {}, joined({customer ? customer->name : "", deal->name, deal->owner})});
        for (const Person& person : deal->people)
            searching.look({HitKind::person, deal->id, person.id, {}, joined({person.name, person.title, person.department})});
        look_at_facts(searching, *deal);
    }
    return searching.best();
}

std::optional<Met> find_words(std::string_view text, std::string_view typed, PinyinInitials initials) {
    const std::vector<Word> words = words_of(typed);
    std::vector<Letter> letters;
    return words.empty() ? std::nullopt : find(text, words, initials, letters);
}

std::string sorting_letters(std::string_view text, PinyinInitials initials) {
    std::vector<Letter> letters;
    read_letters(text, initials, letters);
    std::string sorting;
    for (const Letter& letter : letters) {
        if (letter.initials != 0)
            sorting += static_cast<char>(letter.initials & 0xFFu);
        else if (letter.folded < 0x80)
            sorting += static_cast<char>(letter.folded);
        else
            sorting += text.substr(letter.at, letter.to - letter.at);
    }
    return sorting;
}

}  // namespace compass

// Words that look like names and are none that is known: a human being has to look at them.
#include "model/text.h"
#include "session/anonymise_names.h"
#include "session/anonymise_words.h"

#include <algorithm>
#include <bitset>
#include <iterator>

namespace compass::anonymity {
namespace {

// Chinese characters, to be asked for each character of a text.
class Characters {
  public:
    explicit Characters(std::string_view all) {
        for (const std::string_view one : characters(all)) set_.set(place(one));
    }
    bool contains(std::string_view character) const { return place(character) > 0 && set_.test(place(character)); }

  private:
    static constexpr std::size_t first = 0x4E00, count = 0x5200;
    static std::size_t place(std::string_view c) {
        if (c.size() != 3) return 0;
        const auto low = [&](std::size_t i) { return static_cast<unsigned char>(c[i]) & 0x3Fu; };
        const std::size_t point = (static_cast<unsigned char>(c[0]) & 0xFu) << 12 | low(1) << 6 | low(2);
        return point > first && point < first + count ? point - first : 0;
    }

    std::bitset<count> set_;
};

struct Sets {
    Characters surnames{name_words().surnames}, surnames_and_words{name_words().surnames_and_words};
    Characters beginning_two{beginnings_of_two()};
    Characters given{name_words().given_characters}, no_given{name_words().no_given_characters};
    Characters before{name_words().before_people}, behind{name_words().behind_people};

    static std::string beginnings_of_two() {
        std::string all;
        for (const std::string_view two : name_words().double_surnames) all += character_at(two, 0);
        return all;
    }
};

const Sets& sets() {
    static const Sets all;
    return all;
}

// Two characters.
bool is_double(std::string_view surname) { return surname.size() == 6; }

bool is_only_surname(std::string_view character) { return sets().surnames.contains(character); }

bool may_begin_surname(std::string_view character) {
    return is_only_surname(character) || sets().surnames_and_words.contains(character) || sets().beginning_two.contains(character);
}

bool is_surname(std::string_view name) { return is_double(name) || is_only_surname(name) || sets().surnames_and_words.contains(name); }

// How well what stands behind a name fits to it.
enum class Behind { badly, well, best };

Behind behind_name(std::string_view text) {
    for (const std::string_view doing : name_words().doings)
        if (text.starts_with(doing)) return Behind::best;
    const std::string_view next = character_at(text, 0);
    return !is_han(next) || sets().behind.contains(next) ? Behind::well : Behind::badly;
}

bool may_be_named_behind(std::string_view before) { return !is_han(before) || sets().before.contains(before); }

// The bytes of the surname and the one or two given characters that a text begins with; `small` is folded.
std::size_t full_name_size(std::string_view small) {
    const std::string_view surname = surname_of(small);
    bool usual = true;
    const bool sure = is_double(surname) ? !is_word_too(surname) : is_only_surname(surname);
    std::size_t size = surname.size(), best = 0;
    Behind best_behind = Behind::well;
    for (int given = 0; given < 2; ++given) {
        const std::string_view next = character_at(small, size);
        if (!is_han(next) || sets().no_given.contains(next)) break;
        usual &= sets().given.contains(next);
        size += next.size();
        const Behind behind = behind_name(small.substr(size));
        const bool fits = behind >= best_behind && (usual || (sure && behind == Behind::best));
        if (fits && !is_one_of(name_words().no_people, small.substr(0, size))) best = size, best_behind = behind;
    }
    return best;
}

// "赵部长", "王总" at a place of a text. A surname that is a word, too, must not end another one, and before a title of one character
// it has to stand where somebody may be named.
std::size_t titled_size(std::string_view small, std::size_t at) {
    constexpr std::string_view short_ones = "\u603B\u5DE5\u8463";  // 总工董
    const std::string_view surname = surname_of(small.substr(at)), before = character_before(small, at);
    const std::size_t title = title_at(small.substr(at + surname.size()));
    const bool is_short = title <= 3;
    if (title == 0 || (is_short && short_ones.find(small.substr(at + surname.size(), title)) == short_ones.npos)) return 0;
    const bool sure = is_double(surname) || is_only_surname(surname);
    const bool ends_word = is_one_of(name_words().words_with_surnames, small.substr(at - before.size(), before.size() + surname.size()));
    return sure || (is_short ? may_be_named_behind(before) : !ends_word) ? surname.size() + title : 0;
}

bool is_of_company(std::string_view character) {
    constexpr std::string_view not_of_it = "\u7684\u4E86\u8BF4\u5728\u53BB\u62A5\u4EEC\u7740\u7ED9\u6211\u5979\u5E26\u4ECE\u8DDF\u662F";
    return is_han(character) && not_of_it.find(character) == not_of_it.npos;  // 的了说在去报们着给我她带从跟是
}

// 某某集团, at the beginning of 集团.
void collect_company(std::string_view text, std::string_view small, std::size_t at, std::set<std::string>& unsure) {
    for (const std::string_view end : name_words().company_ends) {
        if (!is_han(end.substr(0, 3)) || !small.substr(at).starts_with(end) || end == "\u80A1\u4EFD" || end == "\u63A7\u80A1") continue;
        std::size_t from = at;
        for (int count = 0; count < 6 && from >= 3 && is_of_company(small.substr(from - 3, 3)); ++count) from -= 3;
        if (at - from >= 6) unsure.insert(std::string(text.substr(from, at + end.size() - from)));
        return;
    }
}

// "老孙", "小马".
void collect_old(std::string_view text, std::string_view small, std::size_t at, std::set<std::string>& unsure) {
    constexpr std::size_t size = 6;
    const std::string_view words = small.substr(at, size);
    if (behind_name(small.substr(at + size)) != Behind::badly && !is_one_of(name_words().no_people, words))
        unsure.insert(std::string(text.substr(at, size)));
}

void collect_chinese(std::string_view text, std::set<std::string>& unsure) {
    const std::string small = folded(text);
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view here = character_at(small, at), rest = std::string_view(small).substr(at);
        const std::string_view before = character_before(small, at);
        std::size_t size = 0;
        if (may_begin_surname(here) && is_surname(surname_of(rest))) {
            size = titled_size(small, at);
            if (size == 0 && may_be_named_behind(before)) size = full_name_size(rest);
            if (size > 0) unsure.insert(std::string(text.substr(at, size)));
            for (const std::string_view old : name_words().before_surname)
                if (before == old) collect_old(text, small, at - old.size(), unsure);
        }
        collect_company(text, small, at, unsure);
        at += std::max(size, here.size());
    }
}

bool is_letter(std::string_view character) { return is_latin(character) && !(character[0] >= '0' && character[0] <= '9'); }
bool is_capital(std::string_view character) { return is_letter(character) && folded(character) != character; }
bool joins(std::string_view character) { return character == "'" || character == "\u2019" || character == "-"; }

struct Word {
    std::string_view text;
    bool name = false;  // a capital, and further ones only as in O'Brien, Jean-Luc and McKay
};

// The word that begins at a letter.
Word word_at(std::string_view text, std::size_t from) {
    std::size_t at = from;
    int letters = 0, capitals = 0, joined = 0;
    for (;;) {
        const std::string_view here = character_at(text, at);
        if (is_letter(here)) {
            ++letters, capitals += is_capital(here), at += here.size();
        } else if (!here.empty() && joins(here) && is_capital(character_at(text, at + here.size()))) {
            ++joined, at += here.size();
        } else {
            break;
        }
    }
    const std::string_view word = text.substr(from, at - from);
    const bool name = is_capital(character_at(word, 0)) && letters > capitals && capitals <= 1 + joined + (word.starts_with("Mc") ? 1 : 0);
    return {word, name && !is_common(word)};
}

// "Peter Miller": two or three words with a capital one after the other, one behind "Mr", and in prose one inside of a sentence.
class LatinNames {
  public:
    LatinNames(std::string_view text, bool prose, std::set<std::string>& unsure) : text_(text), prose_(prose), unsure_(unsure) {}

    void collect() {
        for (std::size_t at = 0; at < text_.size();) {
            const std::string_view here = character_at(text_, at);
            if (is_letter(here)) {
                const Word word = word_at(text_, at);
                read(word, at);
                at += word.text.size();
            } else {
                if (here != " " && !(here == "." && titled_ && words_ == 0)) pass(here);
                at += here.size();
            }
        }
        close(false);
    }

  private:
    void read(const Word& word, std::size_t at) {
        if (is_one_of(name_words().honorifics, word.text)) {
            close(false);
            titled_ = true;
        } else if (word.name && words_ < 3) {
            if (words_ == 0) from_ = at, first_ = fresh_;
            ++words_, end_ = at + word.text.size();
        } else {
            close(is_one_of(name_words().sayings, word.text));
        }
        fresh_ = false;
    }

    void pass(std::string_view sign) {
        constexpr std::string_view ends =
            ".!?;\n\t\"()[]/\u2013\u2014\u00B7\u2026\u201C\u201D\u2018\u3002\uFF1A\uFF1B\uFF01\uFF1F\u300C\u300E";
        close(false);
        fresh_ = ends.find(sign) != ends.npos || (fresh_ && !is_latin(sign) && !is_han(sign));
    }

    void close(bool says) {
        const bool inside = prose_ && words_ == 1 && (says || !first_);
        if (words_ >= 2 || (titled_ && words_ == 1) || inside) unsure_.insert(std::string(text_.substr(from_, end_ - from_)));
        words_ = 0, titled_ = false;
    }

    std::string_view text_;
    bool prose_;
    std::set<std::string>& unsure_;
    std::size_t from_ = 0, end_ = 0;
    int words_ = 0;
    bool titled_ = false, first_ = false;
    bool fresh_ = true;  // at the beginning of a sentence
};

}  // namespace

bool is_common(std::string_view word) { return is_one_of(name_words().common_words, word); }

bool begins_with_surname(std::string_view name) {
    const std::string small = folded(name);
    const std::string_view surname = surname_of(small);
    if (!sets().surnames_and_words.contains(surname)) return is_double(surname) || is_only_surname(surname);
    const auto letters = characters(small);
    const auto is_of_other_words = [](std::string_view one) { return sets().no_given.contains(one); };
    return std::none_of(letters.begin() + 1, letters.end(), is_of_other_words) && !is_one_of(name_words().no_people, small);
}

void collect_unsure(std::string_view text, bool prose, std::set<std::string>& unsure) {
    LatinNames(text, prose, unsure).collect();
    collect_chinese(text, unsure);
}

}  // namespace compass::anonymity

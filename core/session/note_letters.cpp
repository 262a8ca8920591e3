#include "session/note_letters.h"

#include "codec/typed_input.h"

#include <algorithm>

namespace compass {
namespace {

constexpr std::size_t date_letters_at_most = 20;

char32_t folded_letter(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (c == 0x3000 || c == 0xA0 || c == '\t') return ' ';
    if (c == 0x2212 || c == 0x2013 || c == 0x2014 || c == 0x2010 || c == 0x2011) return '-';
    if (c == 0x2192) return '>';
    if (c == 0x2019) return '\'';
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

bool is_separator(char32_t c) {
    return c == ' ' || c == ',' || c == ':' || c == ';' || c == '>' || c == '.' || c == 0x3002 || c == 0x3001 || c == '|' || c == '=';
}

// The letter at byte `i`; moves `i` past it.
NoteLetter take_letter(std::string_view text, std::size_t& i) {
    const auto first = static_cast<unsigned char>(text[i]);
    std::size_t size = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (i + size > text.size()) size = 1;
    char32_t c = size == 1 ? first : first & (0xFFu >> (size + 1));
    for (std::size_t k = 1; k < size; ++k) c = c << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3Fu);
    const std::size_t at = i;
    i += size;
    return {folded_letter(c), at, i};
}

std::vector<NoteLetter> letters_of(std::string_view text) {
    std::vector<NoteLetter> letters;
    letters.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) letters.push_back(take_letter(text, i));
    return letters;
}

bool could_begin_date(char32_t c) {
    static constexpr std::u32string_view days = U"今明后昨前下本这上";
    return is_digit_letter(c) || is_latin_letter(c) || days.find(c) != days.npos;
}

bool could_end_date(char32_t c) {
    static constexpr std::u32string_view days = U"日号天月一二三四五六.";
    return is_digit_letter(c) || is_latin_letter(c) || days.find(c) != days.npos;
}

// "3-5", "1.2", "20270520" are other things in running text.
bool is_doubtful_date(std::string_view text) {
    const bool numeric = std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '-' || c == '.'; });
    return numeric && (text.size() < 8 || text.find_first_of("-.") == text.npos);
}

}  // namespace

bool is_latin_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x250); }
bool is_digit_letter(char32_t c) { return c >= '0' && c <= '9'; }
bool is_cjk_letter(char32_t c) { return c >= 0x3400 && c <= 0x9FFF; }

NoteLetters::NoteLetters(std::string_view text) : text_(text), letters_(letters_of(text)) {}

std::string_view NoteLetters::typed(NoteSpan span) const {
    span.to = std::min(span.to, size());
    if (span.at >= span.to) return {};
    return text_.substr(letters_[span.at].at, letters_[span.to - 1].to - letters_[span.at].at);
}

std::string_view NoteLetters::bare(NoteSpan span) const {
    span.to = std::min(span.to, size());
    span.at = skip_separators(span.at);
    while (span.to > span.at && is_separator((*this)[span.to - 1]) && (*this)[span.to - 1] != 0x3002 && (*this)[span.to - 1] != '.')
        --span.to;
    return typed(span);
}

std::size_t NoteLetters::skip_separators(std::size_t i) const {
    while (i < size() &&
           (is_separator(letters_[i].folded) || (letters_[i].folded == '-' && ((*this)[i + 1] == '>' || (*this)[i + 1] == ' '))))
        ++i;
    return i;
}

std::optional<std::size_t> NoteLetters::after(std::size_t i, std::string_view words) const {
    if (words.empty()) return std::nullopt;
    char32_t last = 0;
    for (std::size_t byte = 0, from = i; byte < words.size(); ++i) {
        last = take_letter(words, byte).folded;
        if ((*this)[i] != last || i >= size()) return std::nullopt;
        if (i == from && i > 0 && is_latin_letter(last) && is_latin_letter((*this)[i - 1])) return std::nullopt;
    }
    if (is_latin_letter(last) && is_latin_letter((*this)[i])) return std::nullopt;
    return i;
}

std::optional<NoteSpan> NoteLetters::find(std::string_view words, std::size_t from) const {
    if (words.empty()) return std::nullopt;
    std::size_t second = 0;
    const char32_t first = take_letter(words, second).folded;
    for (std::size_t i = from; i < size(); ++i) {
        if (letters_[i].folded != first) continue;
        if (const auto to = after(i, words)) return NoteSpan{i, *to};
    }
    return std::nullopt;
}

std::optional<NoteDate> find_date(const NoteLetters& line, Date today, bool ahead) {
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (!could_begin_date(line[i])) continue;
        const char32_t before = i > 0 ? line[i - 1] : U' ';
        const bool number = is_digit_letter(line[i]);
        if (number && (is_digit_letter(before) || before == '.' || before == '-' || before == '/' || is_latin_letter(before))) continue;
        if (is_latin_letter(line[i]) && (is_latin_letter(before) || is_digit_letter(before))) continue;
        for (std::size_t to = std::min(line.size(), i + date_letters_at_most); to > i + 1; --to) {
            const char32_t last = line[to - 1], next = line[to];
            if (!could_end_date(last) || (is_digit_letter(last) && (is_digit_letter(next) || next == '/' || next == '%' || next == '.')) ||
                (is_latin_letter(last) && is_latin_letter(next)))
                continue;
            const std::string_view typed = line.typed({i, to});
            if (is_doubtful_date(typed)) continue;
            if (const auto date = read_typed_date(typed, today, ahead ? Ahead::yes : Ahead::no)) return NoteDate{*date, {i, to}};
        }
    }
    return std::nullopt;
}

std::optional<NoteSupport> find_support(const NoteLetters& line, std::size_t from) {
    for (std::size_t i = from; i + 1 < line.size(); ++i) {
        const char32_t digit = line[i + 1], next = line[i + 2], before = i > 0 ? line[i - 1] : U' ';
        if ((line[i] != '+' && line[i] != '-') || digit < '0' || digit > '5') continue;
        static constexpr std::u32string_view units = U"%./:-天点周月年个次万亿元度℃小";
        if (is_digit_letter(next) || is_latin_letter(next) || (next != 0 && units.find(next) != units.npos)) continue;
        if (is_digit_letter(before) || before == '+' || before == '-') continue;
        const int value = static_cast<int>(digit - '0');
        return NoteSupport{line[i] == '-' ? -value : value, {i, i + 2}};
    }
    return std::nullopt;
}

std::vector<std::u32string> note_tokens(const NoteLetters& line) {
    // They stand between what matters and are left out of the pairs.
    static constexpr std::u32string_view fillers = U"的了着过在是有得把被说出们他她和或也都就这那要来去已经我你到";
    constexpr std::size_t stem = 5;
    std::vector<std::u32string> tokens;
    char32_t last = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char32_t c = line[i];
        if (is_cjk_letter(c)) {
            if (fillers.find(c) != fillers.npos) continue;
            if (last) tokens.push_back({last, c});
            last = c;
            continue;
        }
        last = 0;
        if (!is_latin_letter(c)) continue;
        std::u32string word;
        for (; i < line.size() && is_latin_letter(line[i]); ++i) word += line[i];
        --i;
        if (word.size() >= 4) tokens.push_back(word.substr(0, stem));
    }
    std::sort(tokens.begin(), tokens.end());
    tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
    return tokens;
}

}  // namespace compass

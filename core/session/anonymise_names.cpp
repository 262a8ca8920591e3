#include "session/anonymise_names.h"

#include "model/text.h"
#include "session/anonymise_words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_map>

namespace compass::anonymity {
namespace {

constexpr int tries_at_most = 200;

char32_t point_of(std::string_view character) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
    if (character.empty()) return 0;
    char32_t point = character.size() == 1 ? byte(0) : byte(0) & (0xFFu >> (character.size() + 1));
    for (std::size_t i = 1; i < character.size(); ++i) point = point << 6 | (byte(i) & 0x3Fu);
    return point;
}

// Whether text[at … to) ends words on both sides, where its own ends are of Latin letters.
bool is_bounded(std::string_view text, std::size_t at, std::size_t to) {
    if (is_latin(character_at(text, at)) && is_latin(character_before(text, at))) return false;
    return !(is_latin(character_before(text, to)) && is_latin(character_at(text, to)));
}

bool has_han(std::string_view text) {
    const auto all = characters(text);
    return std::any_of(all.begin(), all.end(), is_han);
}

// Too short to be looked for inside of texts: 王, X, 7.
bool is_short(std::string_view name) { return characters(name).size() < 2; }

std::string lettered(int number, bool chinese) {
    static constexpr std::string_view stems[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
    if (chinese) return number <= 10 ? std::string(stems[number - 1]) : " " + std::to_string(number);
    return number <= 26 ? " " + std::string(1, static_cast<char>('A' + number - 1)) : " " + std::to_string(number);
}

std::string named(Anonymous kind, int number, bool chinese) {
    const std::string plain = " " + std::to_string(number);
    switch (kind) {
        case Anonymous::customer: return (chinese ? "客户" : "Customer") + lettered(number, chinese);
        case Anonymous::project: return (chinese ? "项目" : "Project") + lettered(number, chinese);
        case Anonymous::unit: return (chinese ? "单位" : "Unit") + lettered(number, chinese);
        case Anonymous::region: return (chinese ? "地区" : "Region") + lettered(number, chinese);
        case Anonymous::rival: return (chinese ? "对手" : "Rival") + lettered(number, chinese);
        case Anonymous::person: return (chinese ? "人物" : "Person") + plain;
        case Anonymous::ours: return (chinese ? "同事" : "Colleague") + plain;
        case Anonymous::phone: return (chinese ? "电话" : "phone") + plain;
        case Anonymous::account: return (chinese ? "账号" : "account") + plain;
        case Anonymous::plate: return (chinese ? "号牌" : "plate") + plain;
        case Anonymous::mail: return "mail" + std::to_string(number) + "@example.com";
        case Anonymous::link: return "https://example.com/" + std::to_string(number);
    }
    return {};
}

bool is_no_name(const std::string& small) {
    const auto is_it = [&](std::string_view word) { return folded(word) == small; };
    const NameWords& words = name_words();
    return std::any_of(words.no_names.begin(), words.no_names.end(), is_it) || std::any_of(words.titles.begin(), words.titles.end(), is_it);
}

// Characters as they are written elsewhere → in short forms, each of as many bytes.
const std::unordered_map<std::string_view, std::string_view>& short_forms() {
    static const auto forms = [] {
        std::unordered_map<std::string_view, std::string_view> made;
        const std::string_view traditional = name_words().traditional, simplified = name_words().simplified;
        for (std::size_t at = 0; at < traditional.size(); at += character_at(traditional, at).size())
            made.emplace(character_at(traditional, at), character_at(simplified, at));
        return made;
    }();
    return forms;
}

std::string key_of(std::string_view name) { return folded(spellings(trimmed(name)).front()); }

}  // namespace

std::string_view character_at(std::string_view text, std::size_t at) {
    const std::size_t bytes = at < text.size() ? code_point_bytes(text.substr(at)) : 0;
    return text.substr(std::min(at, text.size()), std::max<std::size_t>(bytes, at < text.size() ? 1 : 0));
}

std::string_view character_before(std::string_view text, std::size_t at) {
    std::size_t from = at;
    while (from > 0 && at - from < 4 && (from == at || (static_cast<unsigned char>(text[from]) & 0xC0u) == 0x80)) --from;
    return text.substr(from, at - from);
}

std::size_t title_at(std::string_view text) {
    for (const std::string_view title : name_words().titles)
        if (text.starts_with(title)) return title.size();
    for (const std::string_view one : name_words().short_titles) {
        const std::string_view title = one.substr(0, one.find('>')), not_before = one.substr(title.size());
        if (!text.starts_with(title)) continue;
        const std::string_view next = character_at(text, title.size());
        return next.empty() || not_before.find(next) == not_before.npos ? title.size() : 0;
    }
    return 0;
}

std::string folded(std::string_view text) {
    std::string small(text);
    for (std::size_t i = 0; i < small.size(); ++i) {
        const auto byte = static_cast<unsigned char>(small[i]);
        if (byte >= 'A' && byte <= 'Z') small[i] = static_cast<char>(byte + 32);
        const bool accented = i > 0 && static_cast<unsigned char>(small[i - 1]) == 0xC3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
        if (accented) small[i] = static_cast<char>(byte + 32);
        if (byte < 0xE4 || byte > 0xE9) continue;
        if (const auto found = short_forms().find(text.substr(i, 3)); found != short_forms().end()) small.replace(i, 3, found->second);
    }
    return small;
}

bool is_han(std::string_view character) {
    const char32_t point = point_of(character);
    return (point >= 0x3400 && point <= 0x9FFF) || (point >= 0xF900 && point <= 0xFAFF) || (point >= 0x20000 && point <= 0x3FFFF);
}

bool is_latin(std::string_view character) {
    const char32_t point = point_of(character);
    return (point >= '0' && point <= '9') || (point >= 'A' && point <= 'Z') || (point >= 'a' && point <= 'z') ||
           (point >= 0xC0 && point <= 0x24F && point != 0xD7 && point != 0xF7);
}

std::vector<std::string_view> characters(std::string_view text) {
    std::vector<std::string_view> all;
    for (std::size_t at = 0; at < text.size(); at += all.back().size()) all.push_back(character_at(text, at));
    return all;
}

void Names::add(Anonymous kind, std::string_view text) {
    const std::string_view name = trimmed(text);
    if (name.empty() || is_no_name(folded(name))) return;
    const auto [place, is_new] = by_words_.emplace(key_of(name), names_.size());
    if (!is_new) return;
    names_.push_back({kind, std::string(name), {}, 0});
    add_patterns(name, place->second, true);
    if (kind == Anonymous::person || kind == Anonymous::ours) add_patterns(first_name_first(name), place->second, false);
    if (kind == Anonymous::customer || kind == Anonymous::rival)
        for (const std::string_view one : short_names(name).sure) add_patterns(one, place->second, false);
    if (kind == Anonymous::unit) add_patterns(legal_name(name), place->second, false);
}

// A whole name goes before what another one is called for short.
void Names::add_patterns(std::string_view words, std::size_t name, bool whole) {
    if (is_short(words)) return;
    for (const std::string& spelling : spellings(words)) {
        const std::string small = folded(spelling);
        if (is_no_name(small)) return;
        if (whole)
            patterns_.insert_or_assign(small, name);
        else
            patterns_.emplace(small, name);
        lengths_[std::string(character_at(small, 0))].insert(small.size());
    }
}

void Names::settle() {
    for (StandIn& name : names_) name.stand_in = stand_in(name.kind, name.name);
}

std::string Names::stand_in(Anonymous kind, std::string_view like) {
    const bool chinese = has_han(like);
    int& number = numbers_[{kind, chinese}];
    std::string made;
    for (int tries = 0; tries < tries_at_most; ++tries) {
        made = named(kind, ++number, chinese);
        if (!in(made)) return made;
    }
    for (const char* sign : {"#", "\u2116", "\u25CB"}) {
        made = sign + std::to_string(number);
        if (!in(made)) break;
    }
    return made;
}

const std::string* Names::whole(std::string_view text) const {
    const auto found = by_words_.find(key_of(text));
    return found == by_words_.end() ? nullptr : &names_[found->second].stand_in;
}

std::optional<std::size_t> Names::find(std::string_view name) const {
    const auto found = by_words_.find(key_of(name));
    return found == by_words_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Place> Names::at(std::string_view text, std::string_view small, std::size_t at) const {
    const auto lengths = lengths_.find(character_at(small, at));
    if (lengths == lengths_.end()) return std::nullopt;
    for (const std::size_t length : lengths->second) {
        if (length > small.size() - at) continue;
        const auto found = patterns_.find(small.substr(at, length));
        if (found != patterns_.end() && is_bounded(text, at, at + length)) return Place{at, length, found->second};
    }
    return std::nullopt;
}

bool Names::in(std::string_view text) const {
    const std::string small = folded(text);
    for (std::size_t at = 0; at < small.size(); ++at) {
        const auto lengths = lengths_.find(character_at(small, at));
        if (lengths == lengths_.end()) continue;
        for (const std::size_t length : lengths->second)
            if (length <= small.size() - at && patterns_.find(std::string_view(small).substr(at, length)) != patterns_.end()) return true;
    }
    return false;
}

std::size_t Names::met(Anonymous kind, std::string_view words, std::string_view text) {
    std::string key;  // as nobody writes a name, so that a number with blanks is the same without
    for (const char c : folded(words))
        if (kind != Anonymous::phone || (c >= '0' && c <= '9')) key += c;
    const auto [place, is_new] = by_words_.emplace("\x01" + key, names_.size());
    if (is_new) names_.push_back({kind, std::string(words), stand_in(kind, text), 0});
    return place->second;
}

void Addresses::add(const Names& names, std::string_view name, std::string_view title) {
    const auto number = names.find(name);
    const auto letters = characters(name);
    if (!number || letters.empty()) return;
    const auto know = [&](Known known, std::string first) {
        by_first_[std::move(first)].push_back(known_.size());
        known_.push_back(std::move(known));
    };
    if (is_han(letters.front())) {
        const std::string small = folded(name), surname(surname_of(small));
        know({surname, folded(title) + " " + small, {}, *number}, std::string(character_at(surname, 0)));
        return;
    }
    for (const std::string_view part : parts_of(name)) {
        const std::string small = folded(part);
        if (part.size() < 3 ? part == small || is_word_too(small) : is_word_too(part)) continue;  // "He", "von"
        for (const std::string& spelling : spellings(part))
            know({{}, folded(spelling), spelling, *number}, std::string(character_at(folded(spelling), 0)));
    }
}

// In capitals or small letters, too, unless two letters or a word that is no name would be taken for one.
bool Addresses::is_part(const Known& known, std::string_view words, std::string_view small) {
    if (words.starts_with(known.part)) return true;
    return known.part.size() > 2 && small.starts_with(known.small) && !(words.starts_with(known.small) && is_word_too(known.small));
}

std::optional<Place> Addresses::at(std::string_view text, std::string_view small, std::size_t at) const {
    std::size_t from = at;
    for (const std::string_view before : name_words().before_surname)
        if (text.substr(at).starts_with(before)) from = at + before.size();
    std::optional<Place> best;
    bool best_fits = false;
    const auto take = [&](std::size_t size, const Known& known, bool fits) {
        if (best && (best->size > size || (best->size == size && (best_fits || !fits)))) return;
        best = Place{at, size, known.name}, best_fits = fits;
    };
    for (const std::size_t begin : {at, from}) {
        const auto found = by_first_.find(character_at(small, begin));
        if (found == by_first_.end()) continue;
        for (const std::size_t i : found->second) {
            const Known& known = known_[i];
            const std::string_view rest = small.substr(begin);
            if (!known.part.empty()) {
                if (begin == at && is_part(known, text.substr(at), rest) && is_bounded(text, at, at + known.part.size()))
                    take(known.part.size(), known, true);
                continue;
            }
            if (!rest.starts_with(known.surname)) continue;
            const std::string_view after = rest.substr(known.surname.size());
            const std::size_t until = begin - at + known.surname.size();
            const bool tells_alone = known.surname.size() > character_at(known.surname, 0).size() && !is_word_too(known.surname);
            if (begin > at || tells_alone) take(until, known, false);
            if (const std::size_t size = title_at(after); size > 0)
                take(until + size, known, known.small.find(after.substr(0, size)) != known.small.npos);
        }
        if (from == at) break;
    }
    return best;
}

}  // namespace compass::anonymity

// What of a text is no name that is known and yet leads to somebody: numbers, addresses, words that look like names.
#include "model/text.h"
#include "session/anonymise_names.h"
#include "session/anonymise_words.h"

#include <algorithm>
#include <iterator>

namespace compass::anonymity {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_of_mail(char c) { return is_digit(c) || is_ascii_letter(c) || std::string_view("._%+-").find(c) != std::string_view::npos; }
bool is_of_address(char c) {
    return is_digit(c) || is_ascii_letter(c) || std::string_view("-._~:/?#[]@!$&'()*+,;=%").find(c) != std::string_view::npos;
}

std::size_t mail_size(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && is_of_mail(text[at])) ++at;
    if (at == 0 || at >= text.size() || text[at] != '@') return 0;
    std::size_t end = at + 1, dot = 0;
    while (end < text.size() && (is_digit(text[end]) || is_ascii_letter(text[end]) || text[end] == '-' || text[end] == '.')) {
        if (text[end] == '.') dot = end;
        ++end;
    }
    while (end > at && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
    return dot > at + 1 && end > dot + 1 ? end : 0;
}

std::size_t link_size(std::string_view text) {
    const std::string small = folded(text.substr(0, 8));
    if (!small.starts_with("http://") && !small.starts_with("https://") && !small.starts_with("www.")) return 0;
    std::size_t end = 0;
    while (end < text.size() && is_of_address(text[end])) ++end;
    while (end > 0 && std::string_view(".,;:!?)").find(text[end - 1]) != std::string_view::npos) --end;
    return end;
}

bool is_mobile_or_land_line(std::string_view digits) {
    const bool mobile = digits.size() == 11 && digits[0] == '1' && digits[1] >= '3';
    return mobile || (digits[0] == '0' && digits.size() >= 10 && digits.size() <= 12) || digits.size() >= 14;
}

// Groups of digits as phone numbers have them; no date, no amount.
std::size_t phone_size(std::string_view text) {
    const bool with_plus = text[0] == '+', in_brackets = text[0] == '(';
    std::string digits;
    std::size_t end = 0, groups = 1, at = with_plus || in_brackets ? 1 : 0, longest_later = 0, first_group = 0, group = 0;
    bool even_groups = true;  // three digits each behind the first: an amount
    for (; at < text.size(); ++at) {
        if (is_digit(text[at])) {
            digits += text[at], ++group, end = at + 1;
            continue;
        }
        const bool separates = std::string_view(" -.()/").find(text[at]) != std::string_view::npos && at + 1 < text.size() && group > 0;
        std::size_t next = at + 1;
        while (next < text.size() && next < at + 3 && std::string_view(" ()-").find(text[next]) != std::string_view::npos) ++next;
        if (!separates || next >= text.size() || !is_digit(text[next])) break;
        if (groups == 1) first_group = group;
        if (groups > 1) even_groups &= group == 3;
        ++groups, longest_later = std::max(longest_later, group), group = 0, at = next - 1;
    }
    if (groups == 1) first_group = group;
    if (groups > 1) even_groups &= group == 3;
    if (digits.size() < 7 || digits.size() > 20) return 0;
    if (with_plus) return digits.size() >= 8 ? end : 0;
    if (groups == 1) return is_mobile_or_land_line(digits) ? end : 0;
    const bool date = groups == 3 && (first_group == 4 || group == 4) && digits.size() <= 8;
    if (date || (even_groups && first_group <= 3 && digits[0] != '0' && !in_brackets)) return 0;
    return groups <= 5 ? end : 0;
}

bool is_surname(std::string_view character) { return is_han(character) && surnames.find(character) != surnames.npos; }

// "Peter Miller": two or three words with a capital one after the other, or one behind "Mr".
void collect_latin(std::string_view text, std::set<std::string>& unsure) {
    std::size_t from = 0, words = 0, end = 0;
    bool titled = false;
    const auto close = [&] {
        if (words >= 2 || (titled && words == 1)) unsure.insert(std::string(text.substr(from, end - from)));
        words = 0, titled = false;
    };
    for (std::size_t at = 0; at < text.size();) {
        if (!is_ascii_letter(text[at])) {
            if (text[at] != ' ' && !(text[at] == '.' && titled && words == 0)) close();
            ++at;
            continue;
        }
        std::size_t to = at, letters = 0, small = 0;
        while (to < text.size() && (is_ascii_letter(text[to]) || static_cast<unsigned char>(text[to]) >= 0xC3)) {
            if (static_cast<unsigned char>(text[to]) >= 0xC3) {
                const auto bytes = code_point_bytes(text.substr(to));
                if (!bytes || !is_latin(text.substr(to, bytes))) break;
                to += bytes, ++letters, ++small;
                continue;
            }
            ++letters, small += text[to] >= 'a', ++to;
        }
        const std::string_view word = text.substr(at, to - at);
        const bool honorific = std::find(std::begin(honorifics), std::end(honorifics), word) != std::end(honorifics);
        const bool name = word[0] >= 'A' && word[0] <= 'Z' && letters >= 2 && small + 1 == letters && !is_common(word);
        const bool counted = to < text.size() && text[to] == ' ' && to + 1 < text.size() && is_digit(text[to + 1]);  // "Person 3"
        if (honorific) {
            close();
            titled = true;
        } else if (name && !counted && words < 3) {
            if (words == 0) from = at;
            ++words, end = to;
        } else {
            close();
        }
        at = std::max(to, at + 1);
    }
    close();
}

// "赵部长", "老孙", "某某集团".
void collect_chinese(std::string_view text, std::set<std::string>& unsure) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t bytes = std::max<std::size_t>(1, code_point_bytes(text.substr(at)));
        const std::string_view here = text.substr(at, bytes), after = text.substr(at + bytes);
        if (is_surname(here)) {
            if (const std::size_t title = title_at(after); title > 3) unsure.insert(std::string(text.substr(at, bytes + title)));
            for (const std::string_view before : before_surname)
                if (at >= before.size() && text.substr(at - before.size(), before.size()) == before && !is_han(after.substr(0, 3)))
                    unsure.insert(std::string(text.substr(at - before.size(), before.size() + bytes)));
        }
        for (const std::string_view end : company_ends) {
            if (!is_han(end.substr(0, 3)) || !text.substr(at).starts_with(end) || end == "\u80A1\u4EFD" || end == "\u63A7\u80A1") continue;
            std::size_t from = at;
            for (int count = 0; count < 6 && from >= 3 && is_han(text.substr(from - 3, 3)); ++count) from -= 3;
            if (at - from >= 6) unsure.insert(std::string(text.substr(from, at + end.size() - from)));
            break;
        }
        at += bytes;
    }
}

}  // namespace

bool is_common(std::string_view word) {
    return std::find(std::begin(common_words), std::end(common_words), word) != std::end(common_words);
}

std::optional<Contact> contact_at(std::string_view text, std::size_t at) {
    const char c = text[at];
    const bool begins = at == 0 || !is_of_mail(text[at - 1]);
    if (begins && is_of_mail(c))
        if (const std::size_t size = mail_size(text.substr(at)); size > 0) return Contact{Anonymous::mail, size};
    if (begins && is_ascii_letter(c))
        if (const std::size_t size = link_size(text.substr(at)); size > 0) return Contact{Anonymous::link, size};
    const bool number = at == 0 || !(is_digit(text[at - 1]) || is_ascii_letter(text[at - 1]) || text[at - 1] == '.');
    if (number && (is_digit(c) || c == '+' || c == '('))
        if (const std::size_t size = phone_size(text.substr(at)); size > 0) return Contact{Anonymous::phone, size};
    return std::nullopt;
}

void collect_unsure(std::string_view text, std::set<std::string>& unsure) {
    collect_latin(text, unsure);
    collect_chinese(text, unsure);
}

}  // namespace compass::anonymity

// What of a text is no name and yet leads to somebody: numbers and addresses.
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

// Where what is written before `at` ends without blanks, colons and the word "number".
std::size_t label_end(std::string_view text, std::size_t at, bool& colon) {
    constexpr std::string_view between[] = {" ", ":", "\uFF1A", "\u53F7", "\u662F", "\u4E3A"};  // ： 号 是 为
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view one : between) {
            if (!text.substr(0, at).ends_with(one)) continue;
            at -= one.size(), again = true;
            colon |= one != " ";
        }
    }
    return at;
}

bool is_labelled(std::string_view text, std::string_view label) {
    const std::string small = folded(text.substr(text.size() - std::min(text.size(), label.size())));
    return small == label && !(is_ascii_letter(label.front()) && is_latin(character_before(text, text.size() - label.size())));
}

// What stands behind "微信" or "QQ".
std::size_t account_size(std::string_view text, std::size_t at) {
    constexpr std::string_view messengers[] = {"\u5FAE\u4FE1", "wechat", "wechat id", "weixin", "wx", "vx"}, qq = "qq";
    bool colon = false;
    const std::string_view before = text.substr(0, label_end(text, at, colon));
    if (before.empty()) return 0;
    std::size_t end = at, others = 0;
    for (; end < text.size() && (is_digit(text[end]) || is_ascii_letter(text[end]) || text[end] == '_' || text[end] == '-'); ++end)
        others += !is_ascii_letter(text[end]);
    const std::size_t size = end - at;
    const auto is_before = [&](std::string_view label) { return is_labelled(before, label); };
    if (size >= 6 && size <= 20 && (colon || others > 0) && std::any_of(std::begin(messengers), std::end(messengers), is_before))
        return size;
    const bool digits =
        std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + static_cast<std::ptrdiff_t>(end), is_digit);
    return digits && size >= 5 && size <= 11 && is_before(qq) ? size : 0;
}

// 京A12345, 沪B·D1234F: a province, a letter, five or six letters and digits.
std::size_t plate_size(std::string_view text) {
    constexpr std::string_view provinces =
        "\u4EAC\u6D25\u6CAA\u6E1D\u5180\u8C6B\u4E91\u8FBD\u9ED1\u6E58\u7696\u9C81\u65B0\u82CF\u6D59\u8D63\u9102\u6842\u7518\u664B\u8499"
        "\u9655\u5409\u95FD\u8D35\u7CA4\u9752\u85CF\u5DDD\u5B81\u743C";
    const std::string_view province = character_at(text, 0);
    if (!is_han(province) || provinces.find(province) == provinces.npos) return 0;
    std::size_t at = province.size();
    if (at >= text.size() || text[at] < 'A' || text[at] > 'Z') return 0;
    ++at;
    for (const std::string_view between : {" ", "\u00B7", "-"})
        if (text.substr(at).starts_with(between)) at += between.size();
    std::size_t count = 0, digits = 0;
    for (; at < text.size() && (is_digit(text[at]) || (text[at] >= 'A' && text[at] <= 'Z')); ++at) ++count, digits += is_digit(text[at]);
    return count >= 5 && count <= 6 && digits >= 2 && !is_latin(character_at(text, at)) ? at : 0;
}

}  // namespace

std::optional<Contact> contact_at(std::string_view text, std::size_t at) {
    const char c = text[at];
    const bool begins = at == 0 || !is_of_mail(text[at - 1]);
    if (begins && is_of_mail(c))
        if (const std::size_t size = mail_size(text.substr(at)); size > 0) return Contact{Anonymous::mail, size};
    if (begins && is_ascii_letter(c))
        if (const std::size_t size = link_size(text.substr(at)); size > 0) return Contact{Anonymous::link, size};
    if (const std::size_t size = plate_size(text.substr(at)); size > 0) return Contact{Anonymous::plate, size};
    const bool number = at == 0 || !(is_digit(text[at - 1]) || is_ascii_letter(text[at - 1]) || text[at - 1] == '.');
    if (number && (is_digit(c) || c == '+' || c == '('))
        if (const std::size_t size = phone_size(text.substr(at)); size > 0) return Contact{Anonymous::phone, size};
    if (is_digit(c) || is_ascii_letter(c))
        if (const std::size_t size = account_size(text, at); size > 0) return Contact{Anonymous::account, size};
    return std::nullopt;
}

}  // namespace compass::anonymity

#include "codec/typed_input.h"

#include <cmath>
#include <cstdint>
#include <vector>

namespace compass {
namespace {

bool take(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

std::optional<int> take_number(std::string_view& text) {
    int value = 0, digits = 0;
    for (; !text.empty() && text.front() >= '0' && text.front() <= '9' && digits < 5; ++digits, text.remove_prefix(1))
        value = value * 10 + (text.front() - '0');
    if (digits == 0) return std::nullopt;
    return value;
}

bool take_separator(std::string_view& text) {
    return take(text, "-") || take(text, "/") || take(text, ".") || take(text, "年") || take(text, "月");
}

struct Unit {
    std::string_view word;
    std::int64_t hundredths;  // minor units of one
};
constexpr Unit units[] = {{"亿", 10'000'000'000}, {"万", 1'000'000},  {"bn", 100'000'000'000}, {"b", 100'000'000'000},
                          {"m", 100'000'000},     {"M", 100'000'000}, {"k", 100'000},          {"K", 100'000}};

}  // namespace

std::optional<Date> read_typed_date(std::string_view text, Date today) {
    text = trimmed(text);
    std::vector<int> numbers;
    for (;;) {
        const auto number = take_number(text);
        if (!number) return std::nullopt;
        numbers.push_back(*number);
        if (text.empty()) break;
        if (take(text, "日")) {
            if (!text.empty()) return std::nullopt;
            break;
        }
        if (numbers.size() == 3 || !take_separator(text)) return std::nullopt;
        if (text.empty()) return std::nullopt;
    }
    if (numbers.size() == 3) return date_of({numbers[0], numbers[1], numbers[2]});
    if (numbers.size() != 2) return std::nullopt;
    const int year = civil(today).year;
    const auto this_year = date_of({year, numbers[0], numbers[1]});
    if (this_year && *this_year >= today) return this_year;
    return date_of({year + 1, numbers[0], numbers[1]});
}

std::optional<Money> read_typed_money(std::string_view text, Currency currency) {
    text = trimmed(text);
    for (const std::string_view sign : {"¥", "￥", "$", "€"}) {
        if (take(text, sign)) break;
    }
    text = trimmed(text);
    std::int64_t digits = 0;
    int count = 0, decimals = -1;
    for (; !text.empty(); text.remove_prefix(1)) {
        const char c = text.front();
        if (c == ',' && decimals < 0 && count > 0) continue;
        if (c == '.' && decimals < 0 && count > 0) {
            decimals = 0;
            continue;
        }
        if (c < '0' || c > '9') break;
        if (++count > 15) return std::nullopt;
        digits = digits * 10 + (c - '0');
        if (decimals >= 0) ++decimals;
    }
    if (count == 0 || decimals == 0) return std::nullopt;
    text = trimmed(text);
    std::int64_t unit = 100;
    for (const Unit& one : units) {
        if (take(text, one.word)) {
            unit = one.hundredths;
            break;
        }
    }
    take(text, "元");
    if (!trimmed(text).empty()) return std::nullopt;
    const double minor = std::round(static_cast<double>(digits) * static_cast<double>(unit) / std::pow(10.0, decimals < 0 ? 0 : decimals));
    if (minor > 1e15) return std::nullopt;
    return Money{static_cast<std::int64_t>(minor), currency};
}

std::string typed_money(const Money& money, bool chinese) {
    const std::int64_t step = chinese ? 10'000 : 1'000'000;  // a hundredth of 万, of m
    const std::int64_t unit = 100 * step;
    if (money.minor >= unit && money.minor % step == 0) {
        std::string text = std::to_string(money.minor / unit);
        if (const std::int64_t rest = money.minor % unit / step; rest != 0) {
            text += rest < 10 ? ".0" : ".";
            text += std::to_string(rest % 10 == 0 ? rest / 10 : rest);
        }
        return text + (chinese ? "万" : "m");
    }
    std::string text = std::to_string(money.minor / 100);
    if (const std::int64_t cents = money.minor % 100; cents != 0) text += (cents < 10 ? ".0" : ".") + std::to_string(cents);
    return text;
}

}  // namespace compass

#include "ui/words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace ui {
namespace {

compass::Language chosen_language = compass::Language::zh;

constexpr const char* minus = "\u2212";

bool chinese() { return chosen_language == compass::Language::zh; }

bool is_zero(std::string_view digits) { return digits.find_first_of("123456789") == digits.npos; }

std::string signed_decimal(double value, int digits) {
    std::string text = decimal(value, digits);
    return text.starts_with(minus) || is_zero(text) ? text : "+" + text;
}

// 8600000 → "8,600,000"
std::string grouped(std::int64_t value) {
    std::string digits = std::to_string(value);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, ",");
    }
    return digits;
}

// At most one decimal, and none where it would be 0.
std::string short_amount(double value) {
    const double tenths = std::round(value * 10);
    const std::int64_t whole_part = static_cast<std::int64_t>(tenths) / 10, rest = static_cast<std::int64_t>(tenths) % 10;
    return rest == 0 ? grouped(whole_part) : grouped(whole_part) + "." + std::to_string(rest);
}

std::string currency_sign(const compass::Currency& currency) {
    if (currency.text() == "CNY") return "\u00A5";
    if (currency.text() == "USD") return "$";
    if (currency.text() == "EUR") return "\u20AC";
    return std::string(currency.text()) + " ";
}

// "period|periods": the first for 1, else the second.
std::string_view form_for(std::string_view count, std::string_view forms) {
    const std::size_t bar = forms.find('|');
    return count == "1" ? forms.substr(0, bar) : forms.substr(bar + 1);
}

constexpr std::array<const char*, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

}  // namespace

compass::Language language() { return chosen_language; }
void set_language(compass::Language language) { chosen_language = language; }

const char* say(Phrase phrase) { return compass::phrase_text(chosen_language, phrase); }

std::string say(Phrase phrase, std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
    std::string text;
    for (std::string_view rest = say(phrase); !rest.empty();) {
        const std::size_t open = rest.find('{'), close = rest.find('}', open == rest.npos ? 0 : open);
        if (open == rest.npos || close == rest.npos) return text.append(rest);
        text.append(rest.substr(0, open));
        const std::string_view gap = rest.substr(open + 1, close - open - 1);
        const std::size_t colon = std::min(gap.find(':'), gap.size());
        for (const auto& [name, value] : values) {
            if (name == gap.substr(0, colon)) text.append(colon == gap.size() ? value : form_for(value, gap.substr(colon + 1)));
        }
        rest.remove_prefix(close + 1);
    }
    return text;
}

std::string say_named(std::string_view prefix, std::string_view name) {
    std::string key(prefix);
    key.append(name);
    const auto phrase = compass::phrase_named(key);
    return phrase ? say(*phrase) : std::string(name);
}

std::string percent(double probability) {
    if (probability > 0 && probability < 0.005) return "<1%";
    if (probability < 1 && probability >= 0.995) return ">99%";
    return std::to_string(std::lround(probability * 100)) + "%";
}

std::string percent_range(double low, double high) {
    return std::to_string(std::lround(low * 100)) + "\u2013" + std::to_string(std::lround(high * 100)) + "%";
}
std::string points(double gain) { return signed_decimal(gain * 100, 1); }
std::string log_odds(double value) { return signed_decimal(value, 2); }

std::string decimal(double value, int digits) {
    char text[32];
    std::snprintf(text, sizeof text, "%.*f", digits, std::fabs(value));
    return value < 0 && !is_zero(text) ? std::string(minus) + text : std::string(text);
}

std::string whole(long long value) { return value < 0 ? minus + grouped(-value) : grouped(value); }

std::string money(const compass::Money& money) {
    const std::string sign = currency_sign(money.currency);
    const double units = static_cast<double>(money.minor) / static_cast<double>(compass::minor_units_of_one(money.currency));
    if (chinese()) {
        if (units >= 1e8) return sign + short_amount(units / 1e8) + " 亿";
        if (units >= 1e4) return sign + short_amount(units / 1e4) + " 万";
    } else {
        if (units >= 1e9) return sign + short_amount(units / 1e9) + "bn";
        if (units >= 1e6) return sign + short_amount(units / 1e6) + "m";
        if (units >= 1e4) return sign + short_amount(units / 1e3) + "k";
    }
    return sign + short_amount(units);
}

std::string date_long(compass::Date date) {
    const compass::YearMonthDay day = compass::civil(date);
    if (chinese()) return std::to_string(day.year) + "年" + std::to_string(day.month) + "月" + std::to_string(day.day) + "日";
    return std::to_string(day.day) + " " + months[static_cast<std::size_t>(day.month - 1)] + " " + std::to_string(day.year);
}

std::string date_short(compass::Date date) {
    const compass::YearMonthDay day = compass::civil(date);
    if (chinese()) return std::to_string(day.month) + "月" + std::to_string(day.day) + "日";
    return std::to_string(day.day) + " " + months[static_cast<std::size_t>(day.month - 1)];
}

std::string clock(int minute_of_day) {
    char text[8];
    std::snprintf(text, sizeof text, "%d:%02d", minute_of_day / 60 % 24, minute_of_day % 60);
    return text;
}

}  // namespace ui

#include "codec/typed_input.h"

#include "model/text.h"

#include <algorithm>
#include <cstddef>

namespace compass {
namespace {

using namespace std::string_view_literals;

bool take(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

std::string_view take_while(std::string_view& text, bool (*fits)(char)) {
    std::size_t count = 0;
    while (count < text.size() && fits(text[count])) ++count;
    const std::string_view taken = text.substr(0, count);
    text.remove_prefix(count);
    return taken;
}

// At most 16 digits.
std::int64_t number(std::string_view digits) {
    std::int64_t value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

// The value of the first name in `table` that `text` begins with, taken from it; empty where there is none. A table is a list of names,
// each followed by its value of `size` characters. A name of letters must end where the letters end.
std::string_view take_named(std::string_view& text, std::string_view table, std::size_t size) {
    while (!table.empty()) {
        const std::size_t end = std::min(table.find(' '), table.size());
        const std::string_view name = table.substr(0, end - size), value = table.substr(end - size, size);
        table.remove_prefix(std::min(end + 1, table.size()));
        std::string_view rest = text;
        if (!take(rest, name) || (is_letter(name.back()) && !rest.empty() && is_letter(rest.front()))) continue;
        text = rest;
        return value;
    }
    return {};
}

// Longer names before those they begin with.
constexpr std::string_view powers = "thousand3 million6 billion9 trillion< mio6 mn6 bn9 k3 m6 b9";  // '<' is 12 after '0'

constexpr std::string_view chinese_powers = "十1 百2 千3 万4 萬4 亿8 億8";
constexpr std::string_view currencies =
    "us$USD hk$HKD nt$TWD ca$CAD nz$NZD a$AUD c$CAD s$SGD r$BRL £GBP €EUR ₩KRW ₹INR ₽RUB ₫VND ฿THB rmbCNY yuanCNY yenJPY "
    "euroEUR "
    "eurosEUR"
    " dollarsUSD poundsGBP 人民币CNY 人民幣CNY 美元USD 美金USD 欧元EUR 英镑GBP 日元JPY 港元HKD 港币HKD 韩元KRW 新台币TWD 台币TWD 元CNY";

Currency currency_of(std::string_view code) {
    Currency currency;
    std::copy(code.begin(), code.end(), currency.code.begin());
    return currency;
}

// A three-letter code of ISO 4217.
std::optional<Currency> take_code(std::string_view& text) {
    std::string_view rest = text;
    std::string code(take_while(rest, is_letter));
    for (char& c : code) c = static_cast<char>(c - 'a' + 'A');
    if (code.size() != 3 || !in_use(currency_of(code))) return std::nullopt;
    text = rest;
    return currency_of(code);
}

// ¥ is the yuan's and the yen's, $ that of every dollar; '\0' is no sign and fits all.
bool is_written_with(char sign, const Currency& currency) {
    const std::string_view code = currency.text();
    if (sign == '$') return code.back() == 'D' && currencies.find("$" + std::string(code)) != currencies.npos;
    return sign == '\0' || code == "CNY" || code == "JPY";
}

// The digits of "8,600,000.50" and how many of them are decimals. Marks between groups stand before three digits each.
struct Figures {
    std::string digits;
    int decimals = 0;
    bool sound = false;
};
Figures take_figures(std::string_view& text) {
    Figures figures;
    std::string_view group = take_while(text, is_digit);
    figures.digits = group;
    const bool first_fits = !group.empty() && group.size() <= 3;
    for (;;) {
        std::string_view rest = text;
        const bool comma = take(rest, ",") || take(rest, "'");
        if (!comma && !take(rest, " ")) break;
        group = take_while(rest, is_digit);
        if (group.empty() && !comma) break;  // the blank before a unit
        if (!first_fits || group.size() != 3) return figures;
        figures.digits += group;
        text = rest;
    }
    if (take(text, ".")) {
        group = take_while(text, is_digit);
        if (group.empty()) return figures;
        figures.digits += group;
        figures.decimals = static_cast<int>(group.size());
    }
    figures.sound = !figures.digits.empty();
    return figures;
}

// digits · 10^power minor units.
TypedMoney scaled(std::string digits, int power, const Currency& currency) {
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    if (digits.empty()) return {{0, currency}};
    for (; power < 0; ++power) {
        if (digits.empty() || digits.back() != '0') return {{0, currency}, AmountFault::too_precise};
        digits.pop_back();
    }
    if (digits.size() + static_cast<std::size_t>(power) > 16) return {{0, currency}, AmountFault::too_large};
    std::int64_t minor = number(digits);
    for (; power > 0; --power) minor *= 10;
    if (minor > minor_units_at_most) return {{0, currency}, AmountFault::too_large};
    return {{minor, currency}};
}

// 0 for Monday … 6; nothing where it is no day of the week.
std::optional<int> weekday_named(std::string_view name) {
    static constexpr std::string_view days =
        "mon0 tue1 wed2 thu3 fri4 sat5 sun6 monday0 tuesday1 wednesday2 thursday3 friday4 saturday5"
        " sunday6 一0 二1 三2 四3 五4 六5 日6 天6";
    const std::string_view day = take_named(name, days, 1);
    return !day.empty() && name.empty() ? std::optional(day[0] - '0') : std::nullopt;
}

std::optional<Date> relative_day(std::string_view text, Date today, Ahead ahead) {
    static constexpr std::string_view days = "今天2 今日2 明天3 明日3 后天4 昨天1 昨日1 前天0 today2 tomorrow3 yesterday1";
    std::string_view rest = text;
    if (const std::string_view day = take_named(rest, days, 1); !day.empty() && rest.empty()) return today + (day[0] - '2');
    rest = text;
    const bool next = (take(rest, "下周") || take(rest, "下星期") || take(rest, "下礼拜") || take(rest, "next "));
    const bool named = next || take(rest, "周") || take(rest, "星期") || take(rest, "礼拜") || (!rest.empty() && is_letter(rest.front()));
    const std::optional<int> day = named ? weekday_named(trimmed(rest)) : std::nullopt;
    if (!day) return std::nullopt;
    const int weekday = day_of_week(today);
    if (next) return today + (7 - weekday + *day);
    return ahead == Ahead::yes ? today + (*day - weekday + 7) % 7 : today + -((weekday - *day + 7) % 7);
}

std::optional<int> take_month(std::string_view& text) {
    static constexpr std::string_view months[] = {"january", "february", "march",     "april",   "may",      "june",
                                                  "july",    "august",   "september", "october", "november", "december"};
    std::string_view rest = text;
    const std::string_view word = take_while(rest, is_letter);
    for (int month = 0; month < 12; ++month) {
        if (word.size() < 3 || !months[month].starts_with(word)) continue;
        text = rest;
        take(text, ".");
        return month + 1;
    }
    return std::nullopt;
}

// What a date is written like: y for a number of four digits, n for one or two, d for eight, M for a month's name; blanks and commas fall.
struct Written {
    std::string pattern;
    int year = 0, month = 0, numbers[3] = {0, 0, 0}, count = 0, compact = 0;
};
std::optional<Written> written(std::string_view text) {
    Written shape;
    while (!text.empty()) {
        if (is_digit(text.front())) {
            const std::string_view digits = take_while(text, is_digit);
            const int value = digits.size() <= 8 ? static_cast<int>(number(digits)) : 0;
            if (digits.size() == 8)
                shape.pattern += 'd', shape.compact = value;
            else if (digits.size() == 4)
                shape.pattern += 'y', shape.year = value;
            else if (digits.size() <= 2 && shape.count < 3)
                shape.pattern += 'n', shape.numbers[shape.count++] = value, take_named(text, "st1 nd1 rd1 th1", 1);
            else
                return std::nullopt;
        } else if (const auto month = take_month(text)) {
            shape.pattern += 'M', shape.month = *month;
        } else if (!take(text, " ") && !take(text, ",")) {
            shape.pattern += text.front();
            text.remove_prefix(1);
        }
    }
    return shape;
}

}  // namespace

std::string plainly_written(std::string_view text) {
    static constexpr std::string_view pairs[][2] = {{"\u3000", " "}, {"\u00A0", " "}, {"\u202F", " "}, {"\u2009", " "},
                                                    {"\u2007", " "}, {"\u2212", "-"}, {"￥", "¥"},     {"￡", "£"},
                                                    {"￦", "₩"},     {"’", "'"},      {"号", "日"}};
    std::string result;
    const auto take_byte = [&](char c, std::size_t bytes) {
        result += c == '\t' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        text.remove_prefix(bytes);
    };
    while (!text.empty()) {
        if (static_cast<unsigned char>(text.front()) < 0x80) {
            take_byte(text.front(), 1);
            continue;
        }
        const auto pair = std::find_if(std::begin(pairs), std::end(pairs), [&](const auto& one) { return text.starts_with(one[0]); });
        if (pair != std::end(pairs)) {
            text.remove_prefix((*pair)[0].size()), result += (*pair)[1];
            continue;
        }
        // U+FF01 … U+FF5E are the printable characters of ASCII once more.
        char c = text.front();
        std::size_t bytes = 1;
        if (text.size() >= 3 && (text.starts_with("\xEF\xBC") || text.starts_with("\xEF\xBD"))) {
            const int wide = (static_cast<unsigned char>(text[1]) - 0xBC) * 64 + (static_cast<unsigned char>(text[2]) - 0x80);
            if (wide >= 1 && wide <= 0x5E) c = static_cast<char>(wide + 0x20), bytes = 3;
        }
        take_byte(c, bytes);
    }
    return std::string(trimmed(result));
}

std::optional<Date> read_typed_date(std::string_view typed, Date today, Ahead ahead) {
    const std::string text = plainly_written(typed);
    if (const auto day = relative_day(text, today, ahead)) return day;
    const std::optional<Written> shape = written(text);
    if (!shape) return std::nullopt;
    const auto is_one_of = [&](std::string_view patterns) {
        std::string_view rest = shape->pattern;
        return !take_named(rest, patterns, 1).empty() && rest.empty();
    };
    const int first = shape->numbers[0], second = shape->numbers[1];
    if (is_one_of("d1")) return date_of({shape->compact / 10000, shape->compact / 100 % 100, shape->compact % 100});
    if (is_one_of("y-n-n1 y/n/n1 y.n.n1 y年n月n日1 y年n月n1 ynn1")) return date_of({shape->year, first, second});
    if (is_one_of("nMy1 Mny1 yMn1")) return date_of({shape->year, shape->month, first});
    if (is_one_of("n.n.y1")) return date_of({shape->year, second, first});
    if (is_one_of("n/n/y1 n-n-y1")) {
        if (first <= 12 && second <= 12 && first != second) return std::nullopt;
        return date_of({shape->year, std::min(first, second), std::max(first, second)});
    }
    int month = first, day = second;
    if (is_one_of("nM1 Mn1"))
        month = shape->month, day = first;
    else if (!is_one_of("n-n1 n/n1 n.n1 n月n日1 n月n1"))
        return std::nullopt;
    for (int years = 0; years <= 8; ++years) {  // 29 February
        const auto date = date_of({civil(today).year + (ahead == Ahead::yes ? years : -years), month, day});
        if (date && (ahead == Ahead::yes ? *date >= today : *date <= today)) return date;
    }
    return std::nullopt;
}

TypedMoney read_typed_money(std::string_view typed, Currency usual) {
    constexpr TypedMoney unreadable{{}, AmountFault::unreadable};
    const std::string normal = plainly_written(typed);
    std::string_view text = normal;
    Figures figures;
    std::optional<Currency> named;
    char sign = '\0';
    int power = 0;
    bool negative = false, has_power = false, chinese = false;
    while (!text.empty()) {
        std::optional<Currency> here;
        if (take(text, " ")) continue;
        if (is_digit(text.front()) && !figures.sound) {
            figures = take_figures(text);
            if (!figures.sound) return unreadable;
        } else if (text.front() == '-' && !figures.sound && !negative) {
            negative = take(text, "-");
        } else if (std::string_view unit = figures.sound && !has_power ? take_named(text, powers, 1) : ""sv; !unit.empty()) {
            power = unit[0] - '0', has_power = true;
        } else if (unit = figures.sound && chinese == has_power ? take_named(text, chinese_powers, 1) : ""sv; !unit.empty()) {
            power += unit[0] - '0', has_power = chinese = true;
        } else if (const std::string_view code = take_named(text, currencies, 3); !code.empty()) {
            here = currency_of(code);
        } else if (here = take_code(text); !here) {
            const char found = take(text, "$") ? '$' : take(text, "¥") ? 'Y' : '\0';
            if (found == '\0' || (sign != '\0' && sign != found)) return unreadable;
            sign = found;
        }
        if (here && named && *here != *named) return unreadable;
        if (here) named = here;
    }
    if (!figures.sound || (named && !is_written_with(sign, *named))) return unreadable;
    if (negative) return {{}, AmountFault::negative};
    if (!named) named = is_written_with(sign, usual) ? usual : sign == '$' ? currency_of("USD") : Currency{};
    return scaled(figures.digits, power + minor_digits(*named) - figures.decimals, *named);
}

std::string typed_money(const Money& money, bool chinese) {
    const std::int64_t one = minor_units_of_one(money.currency);
    std::string text = money.currency == Currency{} ? "" : std::string(money.currency.text()) + ' ';
    const auto append = [&](std::int64_t unit, std::int64_t step) {
        text += std::to_string(money.minor / unit);
        std::string rest = std::to_string((unit + money.minor % unit) / step);  // its first digit is 1, to be replaced by the point
        while (rest.size() > 1 && rest.back() == '0') rest.pop_back();
        rest[0] = '.';
        if (rest.size() > 1) text += rest;
    };
    const std::int64_t unit = one * (chinese ? 10'000 : 1'000'000), step = unit / 100;
    const bool exact = money.minor >= unit && money.minor % step == 0;
    append(exact ? unit : one, exact ? step : 1);
    if (exact) text += chinese ? "万" : "m";
    return text;
}

}  // namespace compass

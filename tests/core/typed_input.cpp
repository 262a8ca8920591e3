// Amounts and dates as people type them.
#include "codec/typed_input.h"

#include "generate.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace compass;

namespace {

struct Row {
    std::string_view typed, expected;
};

Currency currency(std::string_view code) { return {{code[0], code[1], code[2]}}; }

// What is typed where deals are in yuan, with the currency that comes of it: "CNY 320000000"; or why nothing does.
std::string read(std::string_view text, std::string_view usual = "CNY") {
    const TypedMoney typed = read_typed_money(text, currency(usual));
    static constexpr const char* faults[] = {"", "unreadable", "negative", "too large", "too precise"};
    if (typed.fault != AmountFault::none) return faults[static_cast<int>(typed.fault)];
    return std::string(typed.money.currency.text()) + ' ' + std::to_string(typed.money.minor);
}

const Date sunday = *date_of({2026, 11, 22});

std::string day(std::string_view text, Ahead ahead = Ahead::yes) {
    const auto date = read_typed_date(text, sunday, ahead);
    return date ? format(*date) : "nothing";
}

}  // namespace

TEST_CASE("an amount is read with its powers, groups and blanks, whatever the width of its characters") {
    const Row table[] = {
        {"8600000", "CNY 860000000"},
        {"860万", "CNY 860000000"},
        {"1.2 亿", "CNY 12000000000"},
        {"3.2m", "CNY 320000000"},
        {"3.2M", "CNY 320000000"},
        {"850k", "CNY 85000000"},
        {"2bn", "CNY 200000000000"},
        {"8,600,000", "CNY 860000000"},
        {"8,600,000.50", "CNY 860000050"},
        {"3 200 000", "CNY 320000000"},
        {"3\u202F200\u202F000", "CNY 320000000"},
        {"3\u00A0200", "CNY 320000"},
        {"1'000'000", "CNY 100000000"},
        {"３２０万", "CNY 320000000"},
        {"１，２００", "CNY 120000"},
        {"３．２ｍ", "CNY 320000000"},
        {"5百万", "CNY 500000000"},
        {"3千万", "CNY 3000000000"},
        {"1万亿", "CNY 100000000000000"},
        {"1.5 million", "CNY 150000000"},
        {" 860 万 元 ", "CNY 860000000"},
        {"0", "CNY 0"},
        {"0.00", "CNY 0"},
        {"0.01", "CNY 1"},
        {"1.23456万", "CNY 1234560"},
        {"10000000000000", "CNY 1000000000000000"},
    };
    for (const Row& row : table) CHECK_MESSAGE(read(row.typed) == row.expected, row.typed);
}

TEST_CASE("a typed currency is the amount's, before or behind it, as sign, code or word") {
    const Row table[] = {
        {"$5m", "USD 500000000"},
        {"5 USD", "USD 500"},
        {"usd5m", "USD 500000000"},
        {"EUR 1.5m", "EUR 150000000"},
        {"500 万 美元", "USD 500000000"},
        {"500万欧元", "EUR 500000000"},
        {"人民币500万元", "CNY 500000000"},
        {"€2k", "EUR 200000"},
        {"£2k", "GBP 200000"},
        {"US$5m", "USD 500000000"},
        {"HK$ 5m", "HKD 500000000"},
        {"500万港元", "HKD 500000000"},
        {"￥500", "CNY 50000"},
        {"RMB 5m", "CNY 500000000"},
        {"5m yuan", "CNY 500000000"},
        {"₩500万", "KRW 5000000"},
        {"JPY 5000000", "JPY 5000000"},
        {"500万日元", "JPY 5000000"},
        {"KWD 1.234", "KWD 1234"},
        {"$5 USD", "USD 500"},
        {"$5 HKD", "HKD 500"},
        {"¥500 JPY", "JPY 500"},
        {"5 万 元", "CNY 5000000"},
        {"＄５ｍ", "USD 500000000"},
    };
    for (const Row& row : table) CHECK_MESSAGE(read(row.typed) == row.expected, row.typed);
}

TEST_CASE("without a currency an amount has the deal's; a sign of several currencies means the deal's among them") {
    CHECK(read("5m", "USD") == "USD 500000000");
    CHECK(read("500", "JPY") == "JPY 500");
    CHECK(read("¥500", "JPY") == "JPY 500");
    CHECK(read("¥500", "USD") == "CNY 50000");
    CHECK(read("$500", "HKD") == "HKD 50000");
    CHECK(read("$500", "JPY") == "USD 50000");
    CHECK(read("$500", "USD") == "USD 50000");
}

TEST_CASE("what is no amount is refused and says why") {
    for (const std::string_view text :
         {"",      "m",   "abc",  "NaN",   "inf",       "1e6",    "5 5",    "1,5m", "32,00",     "1,,000", "5.",  ".",
          "1.2.3", "5mm", "5k万", "5 XYZ", "5 USD EUR", "$5 EUR", "¥5 USD", "5m5",  "12 34 567", "5 m万",  "USD", "元"})
        CHECK_MESSAGE(read(text) == "unreadable", text);
    for (const std::string_view text : {"-5", "−5m", "-$5", "$-5", "－５"}) CHECK_MESSAGE(read(text) == "negative", text);
    for (const std::string_view text :
         {"10000000000001", "99999999999999999999999999", "100万亿", "99999 trillion", "1000000000000001 JPY"})
        CHECK_MESSAGE(read(text) == "too large", text);
    for (const std::string_view text : {"0.001", "1.234567k", "0.5 JPY", "0.0001 KWD"}) CHECK_MESSAGE(read(text) == "too precise", text);
}

TEST_CASE("a currency has the decimals of ISO 4217") {
    struct {
        std::string_view code;
        int digits;
    } const table[] = {{"CNY", 2}, {"USD", 2}, {"JPY", 0}, {"KRW", 0}, {"VND", 0}, {"KWD", 3}, {"BHD", 3}, {"CLF", 4}, {"ZZZ", 2}};
    for (const auto& row : table) {
        CHECK_MESSAGE(minor_digits(currency(row.code)) == row.digits, row.code);
        CHECK_MESSAGE(in_use(currency(row.code)) == (row.code != "ZZZ"), row.code);
    }
    CHECK_FALSE(in_use(currency("NYA")));  // across two codes of a list
}

TEST_CASE("an amount that is written for a field is read again as the same") {
    generate::Random random(1);
    for (int i = 0; i < 3000; ++i) {
        static constexpr std::string_view codes[] = {"CNY", "USD", "JPY", "KWD", "CLF", "HKD"};
        const Money money{
            random.between(0, minor_units_at_most) / (random.chance(0.7) ? 1'000'000'000 : 1) * (random.chance(0.5) ? 100 : 1),
            currency(codes[random.bits() % 6])};
        if (money.minor > minor_units_at_most) continue;
        for (const bool chinese : {true, false}) {
            const std::string text = typed_money(money, chinese);
            const TypedMoney again = read_typed_money(text, {});
            CHECK_MESSAGE((again.fault == AmountFault::none && again.money == money), text);
        }
    }
    CHECK(typed_money({860'000'000, {}}, true) == "860万");
    CHECK(typed_money({860'000'000, {}}, false) == "8.6m");
    CHECK(typed_money({5'000'000, currency("JPY")}, false) == "JPY 5m");
    CHECK(typed_money({1'005, currency("USD")}, false) == "USD 10.05");
}

TEST_CASE("a date is read in the orders that people write it in") {
    for (const std::string_view text : {"2027-05-20",
                                        "2027/5/20",
                                        "2027.5.20",
                                        "2027年5月20日",
                                        "2027年5月20号",
                                        "2027 年 5 月 20 日",
                                        "20270520",
                                        "20 May 2027",
                                        "20 may 2027",
                                        "20th May, 2027",
                                        "May 20, 2027",
                                        "May 20 2027",
                                        "2027 May 20",
                                        "20.05.2027",
                                        "20/5/2027",
                                        "5/20/2027",
                                        "20-05-2027",
                                        "２０２７－０５－２０",
                                        "２０２７年５月２０日",
                                        " 2027-05-20 ",
                                        "2027 5 20",
                                        "20 MAY 2027"})
        CHECK_MESSAGE(day(text) == "2027-05-20", text);
    CHECK(day("Sept. 3, 2027") == "2027-09-03");
    CHECK(day("3 December 2027") == "2027-12-03");
    CHECK(day("29 Feb 2028") == "2028-02-29");
}

TEST_CASE("a day without a year is the next one, or the latest where it has happened; month before day") {
    CHECK(day("12/5") == "2026-12-05");
    CHECK(day("5/20") == "2027-05-20");
    CHECK(day("5月20日") == "2027-05-20");
    CHECK(day("20 May") == "2027-05-20");
    CHECK(day("May 20") == "2027-05-20");
    CHECK(day("11/22") == "2026-11-22");
    CHECK(day("11-21") == "2027-11-21");
    CHECK(day("2/29") == "2028-02-29");
    CHECK(day("11/23", Ahead::no) == "2025-11-23");
    CHECK(day("11/22", Ahead::no) == "2026-11-22");
    CHECK(day("5月20日", Ahead::no) == "2026-05-20");
}

TEST_CASE("days near today have names") {
    const Row table[] = {{"今天", "2026-11-22"},      {"today", "2026-11-22"},          {"明天", "2026-11-23"},
                         {"Tomorrow", "2026-11-23"},  {"后天", "2026-11-24"},           {"昨天", "2026-11-21"},
                         {"yesterday", "2026-11-21"}, {"下周三", "2026-11-25"},         {"下星期日", "2026-11-29"},
                         {"下周一", "2026-11-23"},    {"next Wednesday", "2026-11-25"}, {"next sun", "2026-11-29"}};
    for (const Row& row : table) CHECK_MESSAGE(day(row.typed) == row.expected, row.typed);
    CHECK(day("周三") == "2026-11-25");
    CHECK(day("星期日") == "2026-11-22");
    CHECK(day("wed") == "2026-11-25");
    CHECK(day("周三", Ahead::no) == "2026-11-18");
    CHECK(day("Sunday", Ahead::no) == "2026-11-22");
    for (int i = 0; i < 21; ++i) {
        const Date from = sunday + i;
        const auto monday = read_typed_date("下周一", from);
        REQUIRE(monday);
        CHECK((*monday - *date_of({2026, 11, 23})) % 7 == 0);
        CHECK((*monday > from && *monday - from <= 7));
        CHECK(*read_typed_date("next sunday", from) - *monday == 6);
    }
}

TEST_CASE("what is no date, or could be two, is nothing") {
    for (const std::string_view text : {"",
                                        "x",
                                        "5/6/2027",
                                        "05-06-2027",
                                        "2027-13-01",
                                        "2027-02-30",
                                        "30/30/2027",
                                        "20.13.2027",
                                        "20271301",
                                        "2027",
                                        "5",
                                        "27-5-20",
                                        "2027-5",
                                        "2027年5月",
                                        "20 Mai 2027",
                                        "20 May 27",
                                        "May",
                                        "5月20年",
                                        "2027-05-20-1",
                                        "31/4/2027",
                                        "下周",
                                        "下周八",
                                        "next",
                                        "1850-01-01",
                                        "20270520000",
                                        "5/20/27",
                                        "2027-05-20 10:00"})
        CHECK_MESSAGE(day(text) == "nothing", text);
}

TEST_CASE("every date is read as it is shown, in each order") {
    static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    generate::Random random(2);
    for (int i = 0; i < 2000; ++i) {
        const Date date{static_cast<std::int32_t>(random.between(first_date.days, last_date.days))};
        const YearMonthDay parts = civil(date);
        const std::string y = std::to_string(parts.year), m = std::to_string(parts.month), d = std::to_string(parts.day);
        const std::string name = months[parts.month - 1];
        for (const std::string& text : {format(date), y + "年" + m + "月" + d + "日", d + " " + name + " " + y, name + " " + d + ", " + y,
                                        d + "." + m + "." + y, y + "/" + m + "/" + d})
            CHECK_MESSAGE(read_typed_date(text, sunday) == date, text);
    }
}

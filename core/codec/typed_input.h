// Dates and amounts as people type them. Nothing is guessed: what is not understood is nothing.
// Full-width digits and signs, capital letters and blanks of any width make no difference.
#pragma once

#include "model/date.h"
#include "model/numbers.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace compass {

// One way to write what may be written in several: small letters, half-width signs, plain blanks, none at the ends.
std::string plainly_written(std::string_view text);

enum class Ahead : bool { no, yes };

// "2027-05-20", "2027/5/20", "2027.5.20", "2027年5月20日", "20270520", "20 May 2027", "May 20, 2027", "20.05.2027", "20/5/2027" where
// only one reading exists; without a year ("5/20", "5月20日", "20 May") the next such day from today on, or the latest up to today
// where what is dated has happened (Ahead::no). 今天, 明天, 后天, 昨天, today, tomorrow, yesterday; 周三, "Wed": likewise the next or
// the latest one; 下周三, "next Wednesday": of the week after today's, weeks begin on Monday.
std::optional<Date> read_typed_date(std::string_view text, Date today, Ahead ahead = Ahead::yes);

enum class AmountFault : std::uint8_t { none, unreadable, negative, too_large, too_precise };

struct TypedMoney {
    Money money;  // where it is too precise, its currency still is what was typed
    AmountFault fault = AmountFault::none;
};

// "320万", "1.2 亿", "3.2m", "850k", "8,600,000", "3 200 000", with or without a currency on either side: "$5m", "5 USD", "500 万美元".
// `usual` is that of an amount that names none, and what ¥ or $ mean where its own sign is that; else ¥ is CNY, $ is USD.
TypedMoney read_typed_money(std::string_view text, Currency usual);
// What the reader above understands again: "860万", "8.6m" where it is exact, else the plain number; "USD 5m" where it is not yuan.
std::string typed_money(const Money& money, bool chinese);

}  // namespace compass

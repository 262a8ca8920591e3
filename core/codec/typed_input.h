// Dates and amounts as people type them. Nothing is guessed: what is not understood is nothing.
#pragma once

#include "model/date.h"
#include "model/numbers.h"

#include <optional>
#include <string>
#include <string_view>

namespace compass {

// "2027-05-20", "2027/5/20", "2027.5.20", "2027年5月20日"; without a year ("5/20", "5月20日") the next such day from today on.
std::optional<Date> read_typed_date(std::string_view text, Date today);
// "320万", "1.2 亿", "3.2m", "850k", "8,600,000", with or without ¥, $, €, 元. Units → minor; 0 … 10^13 units.
std::optional<Money> read_typed_money(std::string_view text, Currency currency);
// What the reader above understands again: "860万" or "8.6m" where it is exact, else the plain number.
std::string typed_money(const Money& money, bool chinese);

}  // namespace compass

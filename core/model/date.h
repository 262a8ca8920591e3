// A calendar date without time zone, proleptic Gregorian.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace compass {

struct Date {
    std::int32_t days = 0;  // since 1970-01-01
    auto operator<=>(const Date&) const = default;
    friend Date operator+(Date date, std::int32_t count) { return {date.days + count}; }
    friend Date operator-(Date date, std::int32_t count) { return {date.days - count}; }
    friend std::int32_t operator-(Date later, Date earlier) { return later.days - earlier.days; }
};

// What a file can hold: 1900-01-01 … 2199-12-31.
inline constexpr Date first_date{-25567}, last_date{84005};

struct YearMonthDay {
    int year = 1970, month = 1, day = 1;  // 1 … 12, 1 … 31
};

// The day with which a week begins.
enum class WeekStart : std::uint8_t { monday, sunday };
// 0 for the first day of its week … 6.
int day_of_week(Date date, WeekStart begins = WeekStart::monday);

YearMonthDay civil(Date date);
// Nothing for a day that does not exist or a year outside 1900 … 2199.
std::optional<Date> date_of(YearMonthDay day);
// The same day of the month so many months later, the last day where that month is shorter; last_date where it would be beyond.
Date months_after(Date date, int months);
// ISO 8601, exactly "2027-05-20".
std::optional<Date> parse_date(std::string_view text);
std::string format(Date date);

}  // namespace compass

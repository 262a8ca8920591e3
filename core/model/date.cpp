#include "model/date.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace compass {

int day_of_week(Date date, WeekStart begins) {
    // 1970-01-01 was a Thursday, three days after a Monday and four after a Sunday.
    const std::int64_t since = std::int64_t{date.days} + (begins == WeekStart::monday ? 3 : 4);
    return static_cast<int>((since % 7 + 7) % 7);
}

YearMonthDay civil(Date date) {
    const std::chrono::year_month_day day{std::chrono::sys_days{std::chrono::days{date.days}}};
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
            static_cast<int>(static_cast<unsigned>(day.day()))};
}

std::optional<Date> date_of(YearMonthDay day) {
    if (day.year < 1900 || day.year > 2199 || day.month < 1 || day.month > 12 || day.day < 1) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{day.year}, std::chrono::month{static_cast<unsigned>(day.month)},
                                           std::chrono::day{static_cast<unsigned>(day.day)}};
    if (!date.ok()) return std::nullopt;
    return Date{static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count())};
}

Date months_after(Date date, int months) {
    using namespace std::chrono;
    const year_month_day from{sys_days{std::chrono::days{date.days}}};
    const year_month month = year_month{from.year(), from.month()} + std::chrono::months{months};
    const year_month_day_last last = month / std::chrono::last;
    const auto to = sys_days{month / std::min(from.day(), last.day())}.time_since_epoch().count();
    return std::min(Date{static_cast<std::int32_t>(to)}, last_date);
}

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    int number[3] = {0, 0, 0};
    int part = 0;
    for (const char c : text) {
        if (c == '-') {
            if (++part > 2) return std::nullopt;
        } else if (c >= '0' && c <= '9') {
            number[part] = number[part] * 10 + (c - '0');
        } else {
            return std::nullopt;
        }
    }
    return date_of({number[0], number[1], number[2]});
}

std::string format(Date date) {
    const YearMonthDay day = civil(date);
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", day.year, day.month, day.day);
    return text;
}

}  // namespace compass

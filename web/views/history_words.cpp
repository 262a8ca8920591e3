#include "views/history_words.h"

#include "ui/words.h"

namespace views {

using namespace compass;
using namespace ui;

std::string moment_words(const Moment& moment, Date today) {
    const Date day = day_of(moment);
    const std::string time = clock(static_cast<int>(moment.minute - std::int64_t{day.days} * 1440));
    if (day == today) return say(Phrase::when_today, {{"time", time}});
    if (day == today - 1) return say(Phrase::when_yesterday, {{"time", time}});
    const std::int32_t weekday = ((day.days + 3) % 7 + 7) % 7;  // 1970-01-01 was a Thursday
    return say(Phrase::when_day, {{"date", civil(day).year == civil(today).year ? date_short(day) : date_long(day)},
                                  {"weekday", say_named("weekday_", std::to_string(weekday))},
                                  {"time", time}});
}

}  // namespace views

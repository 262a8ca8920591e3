#include "codec/typed_input.h"
#include "draw/icons.h"
#include "draw/strokes.h"
#include "model/text.h"
#include "views/customers_parts.h"
#include "views/task_line.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace views {

using namespace compass;
using namespace ui;

std::string fit_word(CustomerClass fit) { return say_named("fit_", name_of(fit)); }
std::string quadrant_word(Quadrant quadrant) { return say_named("quadrant_", name_of(quadrant)); }
std::string quadrant_advice(Quadrant quadrant) { return say_named("quadrant_advice_", name_of(quadrant)); }
std::string aspect_word(SatisfactionAspect aspect) { return say_named("satisfaction_", name_of(aspect)); }

std::string sums_words(const std::vector<MoneySum>& sums) {
    std::string words;
    for (const MoneySum& sum : sums) words += (words.empty() ? "" : " + ") + money({std::llround(sum.amount), sum.currency});
    return words.empty() ? "\u2014" : words;
}

std::string signed_whole(int value) { return (value > 0 ? "+" : value < 0 ? "\u2212" : "") + whole(std::abs(value)); }

std::string aspect_short_word(SatisfactionAspect aspect) { return say_named("satisfaction_short_", name_of(aspect)); }

std::string days_words(int days) {
    return days == 0 ? std::string(say(Phrase::event_today)) : say(Phrase::event_days_left, {{"days", whole(days)}});
}

std::string fit_reason(const CustomerReading& reading, const std::vector<Criterion>& criteria) {
    std::string weak;
    for (const Criterion& criterion : criteria) {
        if (std::find(reading.weak_criteria.begin(), reading.weak_criteria.end(), criterion.id) == reading.weak_criteria.end()) continue;
        weak += (weak.empty() ? "" : say(Phrase::customer_list_between)) + in(language(), criterion.text);
    }
    switch (reading.fit) {
        case CustomerClass::unscored:
            return say(Phrase::fit_reason_unscored, {{"count", whole(static_cast<long long>(reading.unscored.size()))}});
        case CustomerClass::ideal: return say(Phrase::fit_reason_ideal);
        case CustomerClass::fitting: return say(Phrase::fit_reason_fitting);
        case CustomerClass::strained: return say(Phrase::fit_reason_strained, {{"criteria", weak}});
        case CustomerClass::unfit: return say(Phrase::fit_reason_unfit, {{"criteria", weak}});
    }
    return {};
}

void draw_fit(ImDrawList& list, CustomerClass fit, ImVec2 at, float extent) {
    const Palette& colours = palette();
    const float half = extent / 2;
    const ImVec2 diamond[] = {{at.x, at.y - half}, {at.x + half, at.y}, {at.x, at.y + half}, {at.x - half, at.y}};
    switch (fit) {
        case CustomerClass::unscored: return draw::dashed_ring(list, at, half - px(1), colours.text3, line_px(1.4f), 7);
        case CustomerClass::ideal: return list.AddConvexPolyFilled(diamond, 4, colours.positive);
        case CustomerClass::fitting: return list.AddPolyline(diamond, 4, colours.positive, ImDrawFlags_Closed, line_px(1.6f));
        case CustomerClass::strained: return draw::draw_flag(list, draw::FlagShape::warn, at, extent, colours.negative, colours.panel);
        case CustomerClass::unfit: return draw::draw_flag(list, draw::FlagShape::stop, at, extent, colours.negative, colours.panel);
    }
}

// The day may also stand before the words without a blank: "12月5日董事会".
CalendarEvent read_event_line(std::string_view line, Date today, bool& dated) {
    const Task task = read_task_line(line, Deal{}, today);
    CalendarEvent event;
    event.text = task.what;
    dated = task.due.has_value();
    if (dated) {
        event.date = *task.due;
        return event;
    }
    std::size_t best = 0;
    const std::string_view words = trimmed(line);
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t step = std::max<std::size_t>(1, code_point_bytes(words.substr(at)));
        at += step;
        const std::optional<Date> date = read_typed_date(words.substr(0, at), today);
        if (date) event.date = *date, best = at;
    }
    dated = best > 0;
    if (dated) event.text = std::string(trimmed(words.substr(best)));
    return event;
}

}  // namespace views

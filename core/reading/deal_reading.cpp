#include "reading/deal_reading.h"

#include <algorithm>

namespace compass {

DealReading read_deal(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today, std::optional<Position> what_if) {
    DealReading reading;
    reading.position = what_if.value_or(deal.position.claimed);
    reading.index = read_win_index(deal, customer, playbook, today, reading.position);
    const std::optional<Date>& signing = deal.objective.signing_date;
    reading.no_signing_date = !signing;
    reading.navigation.position = reading.position;
    const auto navigate_from = [&](const Position& position, const WinIndex& index) {
        return navigate(playbook, position, periods_left(playbook.navigator, signing, today), index.decide.factors, index.choose.factors);
    };
    if (reading.index) {
        reading.navigation = navigate_from(reading.position, *reading.index);
        if (signing) reading.days_past_signing = std::max(0, today - *signing);
    }
    for (const Axis axis : all_axes) reading.axes[static_cast<std::size_t>(axis)] = read_axis(deal.position, axis, playbook, today);
    reading.evidenced = evidenced_position(deal.position, playbook, today);
    if (reading.evidenced != deal.position.claimed) {
        if (const auto index = read_win_index(deal, customer, playbook, today, reading.evidenced)) {
            reading.evidenced_index = index->index;
            reading.evidenced_move = navigate_from(reading.evidenced, *index).moves.front();
        }
    }
    return reading;
}

}  // namespace compass

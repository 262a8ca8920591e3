#include "reading/deal_reading.h"

namespace compass {

DealReading read_deal(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today, std::optional<Position> what_if) {
    DealReading reading;
    reading.position = what_if.value_or(deal.position.claimed);
    reading.index = read_win_index(deal, customer, playbook, today, reading.position);
    const LogOdds decide = reading.index ? reading.index->decide.factors : LogOdds{},
                  choose = reading.index ? reading.index->choose.factors : LogOdds{};
    reading.no_signing_date = !deal.objective.signing_date;
    reading.navigation =
        navigate(playbook, reading.position, periods_left(playbook.navigator, deal.objective.signing_date, today), decide, choose);
    for (const Axis axis : all_axes) reading.axes[static_cast<std::size_t>(axis)] = read_axis(deal.position, axis, playbook, today);
    reading.evidenced = evidenced_position(deal.position, playbook, today);
    if (reading.evidenced != deal.position.claimed) {
        if (const auto index = read_win_index(deal, customer, playbook, today, reading.evidenced)) reading.evidenced_index = index->index;
    }
    return reading;
}

}  // namespace compass

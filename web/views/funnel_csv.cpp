// The funnel's table as a table for spreadsheets: its columns, its order, what is filtered out left out.
#include "paper/html.h"
#include "views/deal_words.h"
#include "views/funnel_parts.h"

#include <cmath>

namespace views {

using namespace compass;
using namespace ui;

namespace {

// Whole units without signs or groups, so that a spreadsheet counts with it.
std::string plain_amount(const Currency& currency, double minor) {
    return std::to_string(std::llround(minor / static_cast<double>(minor_units_of_one(currency))));
}

std::string csv_cell(const Frame& frame, const Portfolio& portfolio, const DealSum& sum, Phrase column) {
    const Deal& deal = *frame.workspace.deals[sum.deal];
    const Assessment& known = portfolio.known.of(sum.deal);
    switch (column) {
        case Phrase::column_owner: return deal.owner;
        case Phrase::column_amount: return sum.amount ? plain_amount(portfolio.currency, *sum.amount) : std::string();
        case Phrase::column_stage: return funnel_words(frame.playbook, deal.funnel_stage);
        case Phrase::column_position: return position_words(deal.position.claimed);
        case Phrase::column_index:
            return percent(known.index->value) + " (" + percent_range(known.band.low.value, known.band.high.value) + ")";
        case Phrase::column_optimism: return sum.amount ? plain_amount(portfolio.currency, sum.gap) : std::string();
        case Phrase::column_flags: return flags_words(sum);
        case Phrase::column_move:
            return move_sentence(known.best.move, known.best.to) +
                   (known.best.move == Move::hold ? std::string() : " (" + points(known.best.gain) + ")");
        case Phrase::column_signing: return deal.objective.signing_date ? format(*deal.objective.signing_date) : std::string();
        default: return {};
    }
}

}  // namespace

std::vector<CsvRow> funnel_rows(const Frame& frame, const Portfolio& portfolio, const FunnelOrder& order) {
    std::vector<Phrase> columns;
    for (std::size_t i = 0; i < funnel_columns().size(); ++i) {
        const Phrase column = funnel_columns()[i];
        if ((order.hidden >> i & 1) == 0 && column != Phrase::column_trend) columns.push_back(column);  // a course is no cell
    }
    const auto is_money = [](Phrase column) { return column == Phrase::column_amount || column == Phrase::column_optimism; };
    std::vector<CsvRow> rows = {{say(Phrase::column_deal)}};
    for (const Phrase column : columns)
        rows[0].push_back(is_money(column) ? std::string(say(column)) + " (" + std::string(portfolio.currency.text()) + ")" : say(column));
    for (const FunnelOrder::Row& row : order.rows) {
        if (row.is_group) continue;
        const DealSum& sum = portfolio.deals[row.at];
        CsvRow& cells = rows.emplace_back();
        cells.push_back(paper::clean(deal_title(frame, *frame.workspace.deals[sum.deal])));
        for (const Phrase column : columns) cells.push_back(paper::clean(csv_cell(frame, portfolio, sum, column)));
    }
    return rows;
}

}  // namespace views

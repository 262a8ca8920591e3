// What the columns of a table mean, from their headers and from the cells below them.
#include "session/table_cells.h"

#include <algorithm>
#include <utility>

namespace compass {
namespace {

// The header of each column, and what else people call it: words divided by "|".
struct ColumnWords {
    Phrase header, also;
};
constexpr std::array<ColumnWords, deal_column_count> column_words = {{
    {Phrase::table_ignored, Phrase::table_ignored},
    {Phrase::table_id, Phrase::table_id_also},
    {Phrase::table_customer, Phrase::table_customer_also},
    {Phrase::table_name, Phrase::table_name_also},
    {Phrase::table_owner, Phrase::table_owner_also},
    {Phrase::table_unit, Phrase::table_unit_also},
    {Phrase::table_product, Phrase::table_product_also},
    {Phrase::table_objective, Phrase::table_objective_also},
    {Phrase::table_amount, Phrase::table_amount_also},
    {Phrase::table_currency, Phrase::table_currency_also},
    {Phrase::table_signing_date, Phrase::table_signing_date_also},
    {Phrase::table_funnel_stage, Phrase::table_funnel_stage_also},
    {Phrase::table_status, Phrase::table_status_also},
    {Phrase::table_stage, Phrase::table_stage_also},
    {Phrase::table_competition, Phrase::table_competition_also},
    {Phrase::table_urgency, Phrase::table_urgency_also},
}};

// "金额（万元）" → "金额" and "万元".
std::pair<std::string, std::string> without_brackets(std::string_view header) {
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
        const std::size_t at = header.find(open), end = header.find(close, at);
        if (at == header.npos || end == header.npos) continue;
        return {folded(header.substr(0, at)), folded(header.substr(at + open.size(), end - at - open.size()))};
    }
    return {folded(header), {}};
}

bool is_called(DealColumn column, const std::string& header) {
    const ColumnWords& words = column_words[static_cast<std::size_t>(column)];
    return is_one_of(words.header, header) || is_one_of(words.also, header);
}

// 1.234.567,50 or 12,5: a comma that cannot divide thousands. A column is of one style; without a sign of the other it is the usual one.
AmountStyle amounts_of(const CsvTable& table, std::size_t at) {
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
        const std::string_view cell = cell_of(table.rows[i], at);
        const std::size_t comma = cell.rfind(','), point = cell.rfind('.');
        if (comma == cell.npos) continue;
        std::size_t digits = 0;
        while (comma + 1 + digits < cell.size() && cell[comma + 1 + digits] >= '0' && cell[comma + 1 + digits] <= '9') ++digits;
        if (point != cell.npos ? point < comma : digits == 1 || digits == 2) return AmountStyle::point_groups;
    }
    return AmountStyle::comma_groups;
}

DateOrder dates_of(const CsvTable& table, std::size_t at) {
    DateOrder order = DateOrder::year_first;
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
        const auto numbers = year_last(cell_of(table.rows[i], at));
        if (!numbers) continue;
        if ((*numbers)[0] > 12) return DateOrder::day_first;
        if ((*numbers)[1] > 12) return DateOrder::month_first;
        order = DateOrder::unclear;
    }
    return order;
}

}  // namespace

std::string_view header_of(DealColumn column, Language language) {
    return phrase_text(language, column_words[static_cast<std::size_t>(column)].header);
}

ColumnUse recognised_use(const CsvTable& table, std::size_t at, DealColumn column) {
    ColumnUse use;
    use.column = column;
    if (column == DealColumn::amount) {
        const std::string unit = without_brackets(table.rows.front()[at]).second;
        for (const std::string_view known : {"亿", "万", "k", "m"})
            if (use.unit.empty() && unit.find(known) != unit.npos) use.unit = known;
        use.amounts = amounts_of(table, at);
    }
    if (column == DealColumn::signing_date) use.dates = dates_of(table, at);
    return use;
}

std::vector<ColumnUse> recognised_columns(const CsvTable& table) {
    if (table.rows.empty()) return {};
    std::vector<ColumnUse> columns(table.rows.front().size());
    std::array<bool, deal_column_count> given{};
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const std::string header = without_brackets(table.rows.front()[at]).first;
        for (std::size_t each = 1; each < deal_column_count; ++each) {
            const auto column = static_cast<DealColumn>(each);
            if (given[each] || !is_called(column, header)) continue;
            given[each] = true;
            columns[at] = recognised_use(table, at, column);
            break;
        }
    }
    return columns;
}

bool names_anything(const std::vector<ColumnUse>& columns) {
    return std::any_of(columns.begin(), columns.end(), [](const ColumnUse& use) { return use.column != DealColumn::ignored; });
}

}  // namespace compass

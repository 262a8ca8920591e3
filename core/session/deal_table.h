// Deals as a table, one row each: from a spreadsheet after its columns were recognised and shown, and out into one.
#pragma once

#include "codec/csv.h"
#include "model/language.h"
#include "model/workspace.h"
#include "session/update.h"

#include <cstdint>
#include <vector>

namespace compass {

enum class DealColumn : std::uint8_t {
    ignored,
    id,
    customer,
    name,
    owner,
    unit,
    product,
    objective,
    amount,
    currency,
    signing_date,
    funnel_stage,
    status,
    stage,
    competition,
    urgency
};
inline constexpr int deal_column_count = 16;

enum class AmountStyle : std::uint8_t { comma_groups, point_groups };  // 1,234.50 or 1.234,50
enum class DateOrder : std::uint8_t { year_first, day_first, month_first, unclear };

// What a column means and how its cells are written. Recognised, shown, changed by the user where it is wrong, then used.
struct ColumnUse {
    DealColumn column = DealColumn::ignored;
    std::string unit;  // "万" where the header says so: "金额（万元）"; multiplies the column's plain numbers
    AmountStyle amounts = AmountStyle::comma_groups;
    DateOrder dates = DateOrder::year_first;
    bool operator==(const ColumnUse&) const = default;
};

// From the headers in either language, and from the cells below them. One per cell of the header; no meaning is given twice.
std::vector<ColumnUse> recognised_columns(const CsvTable& table);
// The column `at` taken for `column`: its unit, amounts and dates as header and cells say.
ColumnUse recognised_use(const CsvTable& table, std::size_t at, DealColumn column);
bool names_anything(const std::vector<ColumnUse>& columns);  // whether any column is used
// What the column is called.
std::string_view header_of(DealColumn column, Language language);

struct TableImport {
    Workspace incoming;  // what ImportWorkspace takes: the deals of the good rows, with what is known of them already, and their customers
    std::vector<Error> errors;  // path "/<row as the spreadsheet counts>/<header>": these rows are left out whole
    int rows = 0;               // that became deals
};
// A row is the deal with its id, else the one of this customer and name, else a new one; cells that are empty change nothing.
TableImport deals_of(const CsvTable& table, const std::vector<ColumnUse>& columns, const Workspace& present, const Context& context,
                     Currency usual = {});

// Header and rows as deals_of() reads them back, in the order of the workspace.
std::vector<CsvRow> deal_rows(const Workspace& workspace, Language language);

}  // namespace compass

// Tables of text as spreadsheets write them: RFC 4180, and what people really have – other delimiters, a byte order mark, Excel's "sep=;"
// line, any line ends. Knows no fields: what the columns mean is session/deal_table.h.
#pragma once

#include "model/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace compass {

using CsvRow = std::vector<std::string>;

struct CsvTable {
    char delimiter = ',';
    std::vector<CsvRow> rows;  // as they are: also of different lengths; blank lines are left out
};

inline constexpr std::size_t csv_rows_at_most = 20001, csv_cells_at_most = 256;  // a header and as many deals as a workspace holds

// UTF-8. The delimiter is the one of , ; tab | that divides the first rows most evenly.
// Errors: an empty text, a quote that is never closed, more rows or cells than there is room for.
Result<CsvTable> read_csv(std::string_view text);

// With a byte order mark, so that spreadsheets read UTF-8, and CRLF. A cell that a spreadsheet would take for a formula (= + - @, also in
// full width, after blanks too) gets an apostrophe before it, unless it is a plain number; read_csv takes it away again.
std::string write_csv(const std::vector<CsvRow>& rows);

}  // namespace compass

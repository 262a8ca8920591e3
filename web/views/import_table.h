// A table among what is imported: how its columns are read, to be corrected, and which of its rows are left out and why.
#pragma once

#include "codec/zip.h"
#include "session/deal_table.h"
#include "ui/layout.h"
#include "views/frame.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace views {

struct ImportedTable {
    std::string name;
    compass::CsvTable table;
    std::vector<compass::ColumnUse> columns;  // one per cell of the header
    std::vector<std::string> samples;         // of each column the first cell in which anything stands
    bool order_unclear = false;               // the dates of the column that is read as dates do not say whether the day comes first
    int rows = 0;                             // that became deals
    std::vector<compass::Error> errors;       // of those that did not
    std::optional<std::size_t> choosing;      // the column whose meanings are open
};

// Whether a file is an archive of files to read; a workbook is none, though it is made as one.
bool is_archive(std::string_view name, std::string_view bytes);
// What of it can be read here: files of deals, or where there are none its tables.
compass::Result<compass::Zip> read_archive(std::string_view bytes);
// Whether a file or a pasted text is to be read as a table, by its name, else by what stands in it.
bool is_table(std::string_view name, std::string_view text);
// Its columns as recognised. Errors: those of read_csv(), a workbook that no text is, no line below a header.
compass::Result<ImportedTable> read_table(std::string name, std::string_view text);
// Reads the column `at` as `column` or, with `order`, its dates in that order; another column that was read as this one is left out.
void use_column(ImportedTable& table, std::size_t at, compass::DealColumn column, std::optional<compass::DateOrder> order);

// Draws from `y` on; returns the height.
float draw_table(const Frame& frame, ImportedTable& table, std::size_t number, const ui::Rect& area, float y);

}  // namespace views

#include "codec/csv.h"

#include "model/text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace compass {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::array formula_signs = {"="sv, "+"sv, "-"sv, "@"sv, "\uFF1D"sv, "\uFF0B"sv, "\uFF0D"sv, "\uFF20"sv};

bool is_plain_number(std::string_view text) {
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    int digits = 0, points = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            ++digits;
        else if (c != '.' || ++points > 1)
            return false;
    }
    return digits > 0;
}

// What a spreadsheet would take for a formula, whatever apostrophes stand before it: writing adds one, reading takes one away.
bool is_dangerous(std::string_view cell) {
    cell.remove_prefix(std::min(cell.find_first_not_of('\''), cell.size()));
    const std::string_view shown = trimmed(cell);
    const auto is_sign = [&](std::string_view sign) { return shown.starts_with(sign); };
    return std::any_of(formula_signs.begin(), formula_signs.end(), is_sign) && !is_plain_number(cell);
}

struct DividedText {
    std::vector<CsvRow> rows;
    std::optional<std::size_t> open_quote;  // the line of one that is never closed
    bool too_many = false;
};

// At most `rows_at_most` rows.
DividedText divide(std::string_view text, char delimiter, std::size_t rows_at_most) {
    DividedText reading;
    CsvRow row;
    std::string cell;
    bool quoted = false, was_quoted = false;
    std::size_t line = 1, quote_line = 0;
    const auto end_cell = [&] {
        row.push_back(std::move(cell));
        cell.clear(), was_quoted = false;
        reading.too_many |= row.size() > csv_cells_at_most;
    };
    const auto end_row = [&] {
        end_cell();
        const bool blank = std::all_of(row.begin(), row.end(), [](const std::string& each) { return trimmed(each).empty(); });
        if (!blank) reading.rows.push_back(std::move(row));
        row.clear();
    };
    for (std::size_t i = 0; i < text.size() && !reading.too_many && reading.rows.size() < rows_at_most; ++i) {
        const char c = text[i];
        line += c == '\n';
        if (quoted) {
            if (c != '"')
                cell += c;
            else if (i + 1 < text.size() && text[i + 1] == '"')
                cell += text[++i];
            else
                quoted = false;
        } else if (c == '"' && cell.empty() && !was_quoted) {
            quoted = was_quoted = true, quote_line = line;
        } else if (c == delimiter) {
            end_cell();
        } else if (c == '\n' || c == '\r') {
            if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i, ++line;
            end_row();
        } else {
            cell += c;
        }
    }
    if (quoted && reading.rows.size() < rows_at_most) reading.open_quote = quote_line;
    if (reading.rows.size() < rows_at_most && (!cell.empty() || !row.empty())) end_row();
    return reading;
}

// How evenly this delimiter divides the first rows: the rows as long as the first one, times its cells; 0 where it divides nothing.
std::size_t evenness(std::string_view text, char delimiter) {
    const std::vector<CsvRow> rows = divide(text, delimiter, 50).rows;
    if (rows.empty() || rows.front().size() < 2) return 0;
    const auto as_long = [&](const CsvRow& row) { return row.size() == rows.front().size(); };
    return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), as_long)) * rows.front().size();
}

char delimiter_of(std::string_view text) {
    char best = ',';
    std::size_t most = 0;
    for (const char delimiter : {',', '\t', ';', '|'}) {
        const std::size_t even = evenness(text, delimiter);
        if (even > most) best = delimiter, most = even;
    }
    return best;
}

}  // namespace

Result<CsvTable> read_csv(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    if (trimmed(text).empty()) return std::vector<Error>{{"", "empty_file", ""}};
    CsvTable table;
    if (text.starts_with("sep=") && text.size() > 5 && (text[5] == '\n' || text[5] == '\r')) {
        table.delimiter = text[4];
        text.remove_prefix(5);
    } else {
        table.delimiter = delimiter_of(text);
    }
    DividedText reading = divide(text, table.delimiter, csv_rows_at_most + 1);
    if (reading.open_quote) return std::vector<Error>{{"", "csv_quote", std::to_string(*reading.open_quote)}};
    if (reading.too_many) return std::vector<Error>{{"", "csv_cells", std::to_string(csv_cells_at_most)}};
    if (reading.rows.size() > csv_rows_at_most) return std::vector<Error>{{"", "too_many", std::to_string(csv_rows_at_most - 1)}};
    table.rows = std::move(reading.rows);
    for (CsvRow& row : table.rows)
        for (std::string& cell : row)
            if (cell.starts_with('\'') && is_dangerous(cell)) cell.erase(0, 1);
    return table;
}

std::string write_csv(const std::vector<CsvRow>& rows) {
    std::string text(byte_order_mark);
    for (const CsvRow& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) text += ',';
            const std::string cell = (is_dangerous(row[i]) ? "'" : "") + row[i];
            if (cell.find_first_of(",;\t|\"\r\n'") == cell.npos) {
                text += cell;
                continue;
            }
            text += '"';
            for (const char c : cell) text.append(c == '"' ? 2 : 1, c);
            text += '"';
        }
        text += "\r\n";
    }
    return text;
}

}  // namespace compass

#include "session/table_cells.h"

#include "codec/typed_input.h"
#include "model/text.h"

#include <algorithm>

namespace compass {
namespace {

constexpr std::array languages = {Language::zh, Language::en};

// Spreadsheets count days from 1899-12-30.
constexpr Date spreadsheet_epoch{-25569};

}  // namespace

std::string_view cell_of(const CsvRow& row, std::size_t at) { return at < row.size() ? trimmed(row[at]) : std::string_view(); }

std::string folded(std::string_view text) {
    std::string letters;
    for (const char c : trimmed(text)) {
        if (c == ' ' || c == '_') continue;
        letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return letters;
}

bool is_one_of(Phrase words, const std::string& word) {
    for (const Language language : languages) {
        std::string_view rest = phrase_text(language, words);
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('|'), rest.size());
            if (folded(rest.substr(0, end)) == word) return true;
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return false;
}

std::optional<std::array<int, 3>> year_last(std::string_view cell) {
    std::array<int, 3> numbers{};
    std::size_t count = 0, digits = 0;
    for (const char c : cell) {
        if (c >= '0' && c <= '9') {
            if (++digits > 4) return std::nullopt;
            numbers[count] = numbers[count] * 10 + (c - '0');
        } else if ((c == '/' || c == '.' || c == '-') && digits > 0 && count < 2) {
            ++count, digits = 0;
        } else {
            return std::nullopt;
        }
    }
    return count == 2 && digits == 4 && numbers[0] <= 31 && numbers[1] <= 31 ? std::optional(numbers) : std::nullopt;
}

std::optional<Date> date_in(std::string_view cell, DateOrder order, Date today) {
    if (const auto numbers = year_last(cell)) {
        const auto [first, second, year] = *numbers;
        if (order == DateOrder::unclear) return std::nullopt;
        return order == DateOrder::month_first ? date_of({year, first, second}) : date_of({year, second, first});
    }
    const bool counts = cell.size() == 5 && cell.front() != '0' && cell.find_first_not_of("0123456789") == cell.npos;
    if (counts) return spreadsheet_epoch + static_cast<std::int32_t>(std::stoi(std::string(cell)));
    return read_typed_date(cell, today);
}

std::optional<Money> amount_in(std::string_view cell, const ColumnUse& use, Currency currency) {
    std::string text;
    for (const char c : cell) {
        if (use.amounts == AmountStyle::point_groups && c == '.') continue;
        text += use.amounts == AmountStyle::point_groups && c == ',' ? '.' : c;
    }
    const bool plain = text.find_first_not_of("0123456789.,") == text.npos;
    const TypedMoney typed = read_typed_money(plain ? text + use.unit : text, currency);
    return typed.fault == AmountFault::none ? std::optional(typed.money) : std::nullopt;
}

std::optional<FunnelStage> funnel_stage_in(std::string_view cell) {
    if (cell.starts_with('P') || cell.starts_with('p')) cell.remove_prefix(1);
    const bool alone = cell.size() == 1 || (cell.size() > 1 && cell[1] == ' ');
    if (cell.empty() || !alone || cell[0] < '1' || cell[0] > '7') return std::nullopt;
    return static_cast<FunnelStage>(cell[0] - '1');
}

std::optional<Currency> currency_in(std::string_view cell) {
    if (cell.size() != 3 || !std::all_of(cell.begin(), cell.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) return std::nullopt;
    return Currency{{cell[0], cell[1], cell[2]}};
}

}  // namespace compass

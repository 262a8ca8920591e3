// How people write things into the cells of a table of deals.
#pragma once

#include "model/numbers.h"
#include "model/position.h"
#include "model/words.h"
#include "phrases.h"
#include "session/deal_table.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace compass {

// Trimmed; empty beyond the end of a short row.
std::string_view cell_of(const CsvRow& row, std::size_t at);
// Small letters, without blanks: as headers and words are compared.
std::string folded(std::string_view text);
// Whether `word`, folded, is one of the words of a phrase, in either language: words divided by "|".
bool is_one_of(Phrase words, const std::string& word);

// "12/5/2027": the three numbers of a date that does not begin with its year.
std::optional<std::array<int, 3>> year_last(std::string_view cell);
std::optional<Date> date_in(std::string_view cell, DateOrder order, Date today);
std::optional<Money> amount_in(std::string_view cell, const ColumnUse& use, Currency currency);
// "P4", "p4", "4", "P4 取得初步认可".
std::optional<FunnelStage> funnel_stage_in(std::string_view cell);
std::optional<Currency> currency_in(std::string_view cell);

// The level, status or stage with this word, in either language or as in files.
template <class Enum>
std::optional<Enum> worded(std::string_view cell, const std::array<Phrase, 4>& phrases, const std::array<Phrase, 4>& also) {
    const std::string word = folded(cell);
    for (std::size_t i = 0; i < phrases.size(); ++i) {
        const auto value = static_cast<Enum>(i);
        if (folded(name_of(value)) == word || is_one_of(phrases[i], word) || is_one_of(also[i], word)) return value;
    }
    return std::nullopt;
}
template <class Enum>
std::optional<Enum> worded(std::string_view cell, const std::array<Phrase, 4>& phrases) {
    return worded<Enum>(cell, phrases, phrases);
}

inline constexpr std::array stage_phrases = {Phrase::stage_intent, Phrase::stage_solution, Phrase::stage_commercial, Phrase::stage_closing};
inline constexpr std::array competition_phrases = {Phrase::competition_behind, Phrase::competition_level, Phrase::competition_ahead,
                                                   Phrase::competition_sole};
inline constexpr std::array urgency_phrases = {Phrase::urgency_later, Phrase::urgency_worked_in, Phrase::urgency_active,
                                               Phrase::urgency_urgent};
inline constexpr std::array status_phrases = {Phrase::status_open, Phrase::status_won, Phrase::status_lost, Phrase::status_suspended};
inline constexpr std::array status_also = {Phrase::table_open_also, Phrase::table_won_also, Phrase::table_lost_also,
                                           Phrase::table_suspended_also};

}  // namespace compass

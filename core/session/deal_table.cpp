#include "session/deal_table.h"

#include "codec/typed_input.h"
#include "model/text.h"
#include "model/words.h"
#include "phrases.h"
#include "session/clean_text.h"
#include "session/identities.h"
#include "session/limits.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
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

constexpr std::array languages = {Language::zh, Language::en};

// Small letters, without blanks: as headers and words are compared.
std::string folded(std::string_view text) {
    std::string letters;
    for (const char c : trimmed(text)) {
        if (c == ' ' || c == '_') continue;
        letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return letters;
}

// "金额（万元）" → "金额" and "万元".
std::pair<std::string, std::string> without_brackets(std::string_view header) {
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
        const std::size_t at = header.find(open), end = header.find(close, at);
        if (at == header.npos || end == header.npos) continue;
        return {folded(header.substr(0, at)), folded(header.substr(at + open.size(), end - at - open.size()))};
    }
    return {folded(header), {}};
}

// Whether `word`, folded, is one of the words of a phrase, in either language.
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

bool is_called(DealColumn column, const std::string& header) {
    const ColumnWords& words = column_words[static_cast<std::size_t>(column)];
    return is_one_of(words.header, header) || is_one_of(words.also, header);
}

std::string_view cell_of(const CsvRow& row, std::size_t at) { return at < row.size() ? trimmed(row[at]) : std::string_view(); }

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

// "12/5/2027": the three numbers of a date that does not begin with its year.
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

// Spreadsheets count days from 1899-12-30.
constexpr Date spreadsheet_epoch{-25569};

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

constexpr std::array stage_phrases = {Phrase::stage_intent, Phrase::stage_solution, Phrase::stage_commercial, Phrase::stage_closing};
constexpr std::array competition_phrases = {Phrase::competition_behind, Phrase::competition_level, Phrase::competition_ahead,
                                            Phrase::competition_sole};
constexpr std::array urgency_phrases = {Phrase::urgency_later, Phrase::urgency_worked_in, Phrase::urgency_active, Phrase::urgency_urgent};
constexpr std::array status_phrases = {Phrase::status_open, Phrase::status_won, Phrase::status_lost, Phrase::status_suspended};
constexpr std::array status_also = {Phrase::table_open_also, Phrase::table_won_also, Phrase::table_lost_also, Phrase::table_suspended_also};

// "P4", "p4", "4", "P4 取得初步认可".
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

// One row after the other becomes a deal.
class Importing {
  public:
    Importing(const CsvTable& table, const std::vector<ColumnUse>& columns, const Workspace& present, const Context& context,
              Currency usual)
        : table_(table), columns_(columns), present_(present), today_(context.today), usual_(usual), identities_(context.random) {
        for (const Box<Customer>& customer : present.customers) customers_.emplace(customer->name, customer->id);
        for (const Box<Deal>& deal : present.deals) deals_.emplace(std::pair(deal->customer, deal->name), &*deal);
    }

    TableImport result() && {
        for (std::size_t i = 1; i < table_.rows.size(); ++i) take(i);
        return std::move(import_);
    }

  private:
    std::string_view cell(DealColumn column) const {
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (columns_[i].column == column) return cell_of(*row_, i);
        return {};
    }
    ColumnUse use(DealColumn column) const {
        const auto found = std::find_if(columns_.begin(), columns_.end(), [&](const ColumnUse& one) { return one.column == column; });
        return found == columns_.end() ? ColumnUse{} : *found;
    }

    void refuse(DealColumn column, std::string code, std::string_view detail) {
        std::string path = "/" + std::to_string(number_ + 1);
        for (std::size_t i = 0; i < columns_.size() && column != DealColumn::ignored; ++i)
            if (columns_[i].column == column) path += "/" + table_.rows.front()[i];
        import_.errors.push_back({std::move(path), std::move(code), excerpt(detail)});
        good_ = false;
    }

    // Reads the cell, where there is anything in it, into `to`.
    template <class T, class Read>
    void read(DealColumn column, T& to, const char* code, Read as) {
        const std::string_view text = cell(column);
        if (text.empty()) return;
        if (const auto value = as(text))
            to = *value;
        else
            refuse(column, code, text);
    }
    void read(DealColumn column, std::string& to, bool prose = false) const {
        const std::string_view text = cell(column);
        if (!text.empty()) to = prose ? clean_prose(text) : clean_name(text);
    }

    const Deal* known(const Id& id, const Id& customer, const std::string& name) const {
        if (id) return find_deal(present_, id);
        const auto found = deals_.find({customer, name});
        return found == deals_.end() ? nullptr : found->second;
    }

    void take(std::size_t number) {
        number_ = number, row_ = &table_.rows[number], good_ = true;
        Id id;
        read(DealColumn::id, id, "id", [](std::string_view text) { return parse_id(text); });
        std::string customer_name, name;
        read(DealColumn::customer, customer_name);
        read(DealColumn::name, name);
        const auto customer = customers_.find(customer_name);
        const Deal* before = known(id, customer == customers_.end() ? Id{} : customer->second, name);
        if (!before && customer_name.empty() && name.empty()) return refuse(DealColumn::ignored, "table_nameless", {});
        Deal deal = before ? *before : Deal{};
        deal.id = before ? before->id : id ? id : identities_.unused_in(present_);
        if (!name.empty()) deal.name = name;
        if (!before) deal.stage_history = {{today_, FunnelStage::p1, {}}};
        fill(deal);
        if (good_ && !taken_.insert(deal.id).second) refuse(DealColumn::ignored, "table_twice", deal.name);
        if (!good_) return;
        const bool had_objective = before && before->objective != Objective{};
        if (had_objective && deal.objective != before->objective) append(deal.objective_changes, {today_, before->objective, {}, {}});
        deal.customer = customer_of(deal.customer, customer_name);
        // The next row of the same new deal is this one again.
        if (!before) deal.trail = {{today_, deal.position.claimed, {}, {}}};
        import_.incoming.deals.push_back(deal);
        deals_.emplace(std::pair(deal.customer, deal.name), &*import_.incoming.deals.back());
        ++import_.rows;
    }

    void fill(Deal& deal) {
        read(DealColumn::owner, deal.owner);
        read(DealColumn::unit, deal.objective.unit);
        read(DealColumn::product, deal.objective.product);
        read(DealColumn::objective, deal.objective.sentence, true);
        Currency currency = deal.objective.amount ? deal.objective.amount->currency : usual_;
        read(DealColumn::currency, currency, "currency", currency_in);
        const ColumnUse amounts = use(DealColumn::amount), dates = use(DealColumn::signing_date);
        read(DealColumn::amount, deal.objective.amount, "table_amount", [&](std::string_view text) {
            const auto money = amount_in(text, amounts, currency);
            return money ? std::optional<std::optional<Money>>(money) : std::nullopt;
        });
        read(DealColumn::signing_date, deal.objective.signing_date, dates.dates == DateOrder::unclear ? "table_date_order" : "table_date",
             [&](std::string_view text) {
                 const auto date = date_in(text, dates.dates, today_);
                 return date ? std::optional<std::optional<Date>>(date) : std::nullopt;
             });
        const FunnelStage stage_before = deal.funnel_stage;
        read(DealColumn::funnel_stage, deal.funnel_stage, "table_word", funnel_stage_in);
        if (deal.funnel_stage != stage_before) append(deal.stage_history, {today_, deal.funnel_stage, {}});
        const DealStatus status_before = deal.status;
        read(DealColumn::status, deal.status, "table_word",
             [](std::string_view text) { return worded<DealStatus>(text, status_phrases, status_also); });
        if (deal.status != status_before) deal.ended = deal.status == DealStatus::open ? std::nullopt : std::optional(today_);
        Position position = deal.position.claimed;
        read(DealColumn::stage, position.stage, "table_word", [](std::string_view text) { return worded<Stage>(text, stage_phrases); });
        read(DealColumn::competition, position.competition, "table_word",
             [](std::string_view text) { return worded<Competition>(text, competition_phrases); });
        read(DealColumn::urgency, position.urgency, "table_word",
             [](std::string_view text) { return worded<Urgency>(text, urgency_phrases); });
        if (position != deal.position.claimed) append(deal.trail, {today_, position, {}, {}});
        deal.position.claimed = position;
    }

    // The customer of this name, made if need be; without a name the deal's own.
    Id customer_of(const Id& own, const std::string& name) {
        Customer customer;
        if (name.empty() && find_customer(present_, own)) {
            customer = *find_customer(present_, own);
        } else if (const auto found = customers_.find(name); found != customers_.end()) {
            if (const Customer* known = find_customer(present_, found->second))
                customer = *known;
            else
                return found->second;
        } else {
            customer.id = identities_.unused_in(present_), customer.name = name;
            customers_.emplace(name, customer.id);
        }
        if (!find_customer(import_.incoming, customer.id)) import_.incoming.customers.push_back(customer);
        return customer.id;
    }

    const CsvTable& table_;
    const std::vector<ColumnUse>& columns_;
    const Workspace& present_;
    Date today_;
    Currency usual_;
    Identities identities_;
    TableImport import_;
    std::map<std::string, Id> customers_;
    std::map<std::pair<Id, std::string>, const Deal*> deals_;
    std::set<Id> taken_;
    const CsvRow* row_ = nullptr;
    std::size_t number_ = 0;
    bool good_ = true;
};

std::string plain_amount(const Money& money) {
    const std::int64_t one = minor_units_of_one(money.currency);
    std::string text = std::to_string(money.minor / one);
    if (const std::int64_t rest = money.minor % one; rest != 0) text += '.' + std::to_string(one + rest).substr(1);
    return text;
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

TableImport deals_of(const CsvTable& table, const std::vector<ColumnUse>& columns, const Workspace& present, const Context& context,
                     Currency usual) {
    return Importing(table, columns, present, context, usual).result();
}

std::vector<CsvRow> deal_rows(const Workspace& workspace, Language language) {
    std::vector<CsvRow> rows(1);
    for (std::size_t each = 1; each < deal_column_count; ++each)
        rows.front().emplace_back(header_of(static_cast<DealColumn>(each), language));
    const auto word = [&](const auto& phrases, auto value) {
        return std::string(phrase_text(language, phrases[static_cast<std::size_t>(value)]));
    };
    for (const Box<Deal>& deal : workspace.deals) {
        const Customer* customer = find_customer(workspace, deal->customer);
        const Objective& objective = deal->objective;
        const Position& position = deal->position.claimed;
        rows.push_back({format(deal->id), customer ? customer->name : "", deal->name, deal->owner, objective.unit, objective.product,
                        objective.sentence, objective.amount ? plain_amount(*objective.amount) : "",
                        objective.amount ? std::string(objective.amount->currency.text()) : "",
                        objective.signing_date ? format(*objective.signing_date) : "",
                        "P" + std::to_string(static_cast<int>(deal->funnel_stage) + 1), word(status_phrases, deal->status),
                        word(stage_phrases, position.stage), word(competition_phrases, position.competition),
                        word(urgency_phrases, position.urgency)});
    }
    return rows;
}

}  // namespace compass

#include "session/deal_table.h"

#include "model/text.h"
#include "session/clean_text.h"
#include "session/identities.h"
#include "session/limits.h"
#include "session/table_cells.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace compass {
namespace {

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

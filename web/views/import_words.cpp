#include "views/import_words.h"

#include "codec/changes.h"
#include "codec/value.h"
#include "model/text.h"
#include "views/people_words.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::size_t import_entries_named = 4;
constexpr const char* import_nothing = "\u2013";

// What the fields of a deal and of a customer are called here.
struct ImportField {
    std::string_view field;
    Phrase name;
};
constexpr ImportField import_fields[] = {{"name", Phrase::form_name},
                                         {"customer", Phrase::form_customer},
                                         {"owner", Phrase::form_owner},
                                         {"status", Phrase::import_status},
                                         {"end_reason", Phrase::gates_end_as},
                                         {"ended", Phrase::import_ended},
                                         {"lessons", Phrase::gates_lessons},
                                         {"kind", Phrase::form_kind},
                                         {"lead_channel", Phrase::import_lead},
                                         {"sentence", Phrase::form_objective},
                                         {"product", Phrase::objective_product},
                                         {"unit", Phrase::form_unit},
                                         {"amount", Phrase::form_amount},
                                         {"signing_date", Phrase::form_signing_date},
                                         {"objective_changes", Phrase::objective_history},
                                         {"stage", Phrase::axis_stage},
                                         {"competition", Phrase::axis_competition},
                                         {"urgency", Phrase::axis_urgency},
                                         {"stage_evidence", Phrase::part_evidence},
                                         {"competition_evidence", Phrase::part_evidence},
                                         {"urgency_evidence", Phrase::part_evidence},
                                         {"trail", Phrase::trail_title},
                                         {"gut_feel", Phrase::gut_title},
                                         {"alternatives", Phrase::sheet_alternatives},
                                         {"people", Phrase::part_people},
                                         {"links", Phrase::part_people},
                                         {"funnel_stage", Phrase::form_funnel_stage},
                                         {"stage_history", Phrase::part_progress},
                                         {"gates", Phrase::part_progress},
                                         {"key_actions", Phrase::part_progress},
                                         {"tasks", Phrase::part_progress},
                                         {"five_elements", Phrase::sheet_five},
                                         {"bantcc", Phrase::sheet_bantcc},
                                         {"compelling_events", Phrase::line_event},
                                         {"contract", Phrase::gates_contract_amount},
                                         {"first_payment", Phrase::gates_payment_amount},
                                         {"team", Phrase::team_title},
                                         {"reviews", Phrase::story_review},
                                         {"story", Phrase::story_diary},
                                         {"protection", Phrase::gates_protection},
                                         {"nature", Phrase::customer_nature},
                                         {"industry", Phrase::customer_industry},
                                         {"region", Phrase::customer_region},
                                         {"size", Phrase::customer_size},
                                         {"life_stage", Phrase::customer_life_stage},
                                         {"ideal", Phrase::customer_ideal},
                                         {"house", Phrase::customer_house},
                                         {"decision", Phrase::customer_decision},
                                         {"satisfaction", Phrase::customer_satisfaction},
                                         {"strategic", Phrase::customer_strategic},
                                         {"calendar", Phrase::customer_calendar},
                                         {"notes", Phrase::customer_notes}};

const ImportField* import_field(std::string_view field) {
    const auto found =
        std::find_if(std::begin(import_fields), std::end(import_fields), [&](const ImportField& one) { return one.field == field; });
    return found == std::end(import_fields) ? nullptr : found;
}

bool is_import_field(std::string_view field) { return import_field(field) != nullptr; }

struct ImportSide {
    std::vector<std::string> words;
    std::size_t more = 0;  // entries without words, or too many to name
    void add(std::string text) {
        if (text.empty() || words.size() >= import_entries_named)
            ++more;
        else if (std::find(words.begin(), words.end(), text) == words.end())
            words.push_back(std::move(text));
    }
    std::string line() const {
        std::string line;
        for (const std::string& one : words) line += (line.empty() ? "" : say(Phrase::import_line_separator)) + one;
        if (more > 0 && !words.empty())
            return line + say(Phrase::import_line_separator) + say(Phrase::import_more, {{"count", whole(static_cast<long long>(more))}});
        if (more > 0) return say(Phrase::import_entries, {{"count", whole(static_cast<long long>(more))}});
        return line.empty() ? import_nothing : line;
    }
};

// Reads values of one pair of versions. `mine` and `theirs` know who an id means.
class ImportWords {
  public:
    ImportWords(const Playbook& playbook, const Deal* mine, const Deal* theirs) : playbook_(playbook), mine_(mine), theirs_(theirs) {}

    void field(std::string_view field, const Kind& kind, const void* before, const void* after, ImportSide& mine,
               ImportSide& theirs) const {
        switch (kind.shape) {
            case Shape::list:
                for (const EntryChange& entry : entry_changes(kind, before, after)) this->entry(*kind.item, entry, mine, theirs);
                if (mine.words.empty() && theirs.words.empty() && mine.more + theirs.more == 0) theirs.add(say(Phrase::import_order));
                return;
            case Shape::object:
                if (!is_money(kind)) return inside(*kind.object, before, after, mine, theirs);
                break;
            case Shape::optional: {
                const void *was = kind.optional->inside(before), *is = kind.optional->inside(after);
                if (kind.item->shape == Shape::object && !is_money(*kind.item) && was && is)
                    return inside(*kind.item->object, was, is, mine, theirs);
                break;
            }
            default: break;
        }
        const std::string here = value(field, kind, before), there = value(field, kind, after);
        if (here.empty() || there.empty()) return theirs.add(say(Phrase::import_differs));
        if (here != import_nothing) mine.add(here);
        if (there != import_nothing) theirs.add(there);
    }

  private:
    static bool is_money(const Kind& kind) { return kind.shape == Shape::object && std::string_view(kind.object->name) == "Money"; }

    void inside(const Description& object, const void* before, const void* after, ImportSide& mine, ImportSide& theirs) const {
        for (const Change& change : field_changes(object, before, after))
            field(change.field, *change.kind, change.before, change.after, mine, theirs);
    }

    void entry(const Kind& item, const EntryChange& entry, ImportSide& mine, ImportSide& theirs) const {
        std::string before = entry.before ? title(item, entry.before, mine_) : std::string(),
                    after = entry.after ? title(item, entry.after, theirs_) : std::string();
        if (entry.before && entry.after && item.shape == Shape::object) {
            ImportSide here, there;
            for (const Change& change : field_changes(*item.object, entry.before, entry.after)) {
                ImportSide one, other;
                field(change.field, *change.kind, change.before, change.after, one, other);
                if (one.line() == before || other.line() == after) continue;  // the title itself
                here.add(one.line()), there.add(other.line());
            }
            const auto with = [](const std::string& name, const ImportSide& side) {
                if (side.words.empty() && side.more == 0) return name;
                return name.empty() ? side.line() : say(Phrase::import_of_entry, {{"entry", name}, {"value", side.line()}});
            };
            mine.add(with(before, here)), theirs.add(with(after, there));
            return;
        }
        if (entry.before) mine.add(std::move(before));
        if (entry.after) theirs.add(std::move(after));
    }

    static std::string name_in(const Deal* deal, const Id& id) {
        const Person* person = deal ? find_person(*deal, id) : nullptr;
        return person ? excerpt(person->name) : import_nothing;
    }

    // What an entry of a list is called: its words, else its day; who a link is between.
    std::string title(const Kind& item, const void* value, const Deal* deal) const {
        if (item.shape != Shape::object) return this->value({}, item, value);
        if (std::string_view(item.object->name) == "Link") {
            const auto& link = *static_cast<const Link*>(value);
            return name_in(deal, link.from) + " " + link_word(link.kind) + " " + name_in(deal, link.to);
        }
        std::string day;
        for (std::uint32_t i = 0; i < item.object->count; ++i) {
            const Field& field = item.object->fields[i];
            const void* member = at_offset(value, field.offset);
            if (field.kind->shape == Shape::date && day.empty()) day = date_long(as<Date>(member));
            if (field.kind->shape != Shape::text || field.rule.meaning == Meaning::key) continue;
            const auto& text = as<std::string>(member);
            if (!text.empty() && field.name != "sign") return day.empty() ? excerpt(text) : day + " " + excerpt(text);
        }
        return day;
    }

    // Empty for what no words are known of.
    std::string value(std::string_view field, const Kind& kind, const void* value) const {
        switch (kind.shape) {
            case Shape::optional: {
                const void* inside = kind.optional->inside(value);
                return inside ? this->value(field, *kind.item, inside) : import_nothing;
            }
            case Shape::text: {
                const auto& text = as<std::string>(value);
                return text.empty() ? import_nothing : excerpt(text);
            }
            case Shape::date: return date_long(as<Date>(value));
            case Shape::whole: return field == "support" ? support_words(as<int>(value)) : whole(as<int>(value));
            case Shape::truth: return say(as<bool>(value) ? Phrase::import_yes : Phrase::import_no);
            case Shape::word: {
                const auto word = as<std::uint8_t>(value);
                if (field == "funnel_stage" || (field == "stage" && kind.count == funnel_stage_count))
                    return funnel_words(playbook_, static_cast<FunnelStage>(word));
                const auto phrase = phrase_named(std::string(field) + '_' + kind.words[word]);
                return phrase ? say(*phrase) : "";
            }
            case Shape::object:
                if (is_money(kind)) return money(as<Money>(value));
                return title(kind, value, nullptr);
            default: return "";
        }
    }

    const Playbook& playbook_;
    const Deal *mine_, *theirs_;
};

std::vector<ImportDifference> import_lines(const std::vector<Change>& changes, const ImportWords& differences) {
    struct Named {
        std::string field;
        ImportSide mine, theirs;
    };
    std::vector<Named> all;
    bool others = false;
    for (const Change& change : changes) {
        const ImportField* name = import_field(change.field);
        if (!name) {
            others = true;
            continue;
        }
        const std::string field = say(name->name);
        auto found = std::find_if(all.begin(), all.end(), [&](const Named& one) { return one.field == field; });
        if (found == all.end()) found = all.insert(all.end(), Named{field, {}, {}});
        differences.field(change.field, *change.kind, change.before, change.after, found->mine, found->theirs);
    }
    std::vector<ImportDifference> lines;
    for (const Named& one : all) {
        ImportDifference line{one.field, one.mine.line(), one.theirs.line()};
        if (line.mine == line.theirs) line.theirs = say(Phrase::import_differs);
        lines.push_back(std::move(line));
    }
    if (others || lines.empty()) lines.push_back({say(Phrase::part_other), import_nothing, say(Phrase::import_differs)});
    return lines;
}

}  // namespace

std::vector<ImportDifference> import_differences(const Deal& mine, const Deal& theirs, const Playbook& playbook) {
    return import_lines(changes(mine, theirs, is_import_field), ImportWords(playbook, &mine, &theirs));
}

std::vector<ImportDifference> import_differences(const Customer& mine, const Customer& theirs, const Playbook& playbook) {
    return import_lines(changes(mine, theirs, is_import_field), ImportWords(playbook, nullptr, nullptr));
}

std::vector<std::string> difference_lines(const Deal& before, const Deal& after, const Playbook& playbook) {
    constexpr std::size_t lines_at_most = 6;
    const std::vector<ImportDifference> all = import_differences(before, after, playbook);
    const std::size_t shown = std::min(all.size(), lines_at_most);
    std::vector<std::string> lines;
    for (const ImportDifference& one : std::span(all).first(shown))
        lines.push_back(say(Phrase::import_change, {{"field", one.field}, {"before", one.mine}, {"after", one.theirs}}));
    if (all.size() > shown) lines.push_back(say(Phrase::import_more, {{"count", std::to_string(all.size() - shown)}}));
    return lines;
}

}  // namespace views

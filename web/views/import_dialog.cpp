#include "views/import_dialog.h"

#include "codec/changes.h"
#include "model/text.h"
#include "ui/widgets.h"
#include "views/deal_words.h"

#include <algorithm>
#include <array>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::size_t lines_at_most = 6;

// What the fields of a deal are called here.
struct FieldName {
    std::string_view field;
    Phrase name;
};
constexpr FieldName field_names[] = {{"name", Phrase::form_name},
                                     {"customer", Phrase::form_customer},
                                     {"owner", Phrase::form_owner},
                                     {"status", Phrase::import_status},
                                     {"kind", Phrase::form_kind},
                                     {"sentence", Phrase::form_objective},
                                     {"unit", Phrase::form_unit},
                                     {"amount", Phrase::form_amount},
                                     {"signing_date", Phrase::form_signing_date},
                                     {"stage", Phrase::axis_stage},
                                     {"competition", Phrase::axis_competition},
                                     {"urgency", Phrase::axis_urgency},
                                     {"funnel_stage", Phrase::form_funnel_stage},
                                     {"people", Phrase::part_people},
                                     {"links", Phrase::part_people},
                                     {"stage_evidence", Phrase::part_evidence},
                                     {"competition_evidence", Phrase::part_evidence},
                                     {"urgency_evidence", Phrase::part_evidence},
                                     {"gates", Phrase::part_progress},
                                     {"tasks", Phrase::part_progress},
                                     {"reviews", Phrase::part_progress}};

const FieldName* name_of_field(std::string_view field) {
    const auto found =
        std::find_if(std::begin(field_names), std::end(field_names), [&](const FieldName& one) { return one.field == field; });
    return found == std::end(field_names) ? nullptr : found;
}

// Empty for what is not shown as a value: lists, ids, structs other than money.
std::string value_words(const Playbook& playbook, std::string_view field, const Kind& kind, const void* value) {
    constexpr const char* nothing = "\u2013";
    switch (kind.shape) {
        case Shape::optional: {
            const void* inside = kind.optional->inside(value);
            return inside ? value_words(playbook, field, *kind.item, inside) : nothing;
        }
        case Shape::text: {
            const auto& text = *static_cast<const std::string*>(value);
            return text.empty() ? nothing : excerpt(text);
        }
        case Shape::date: return date_long(*static_cast<const Date*>(value));
        case Shape::word: {
            const auto word = *static_cast<const std::uint8_t*>(value);
            if (field == "funnel_stage") return funnel_words(playbook, static_cast<FunnelStage>(word));
            const auto phrase = phrase_named(std::string(field) + '_' + kind.words[word]);
            return phrase ? say(*phrase) : nothing;
        }
        case Shape::object: return field == "amount" ? money(*static_cast<const Money*>(value)) : "";
        default: return "";
    }
}

}  // namespace

std::string difference_words(const Deal& mine, const Deal& theirs, const Playbook& playbook) {
    std::vector<std::string> lines;
    bool others = false;
    for (const Change& change : changes(mine, theirs, [](std::string_view field) { return name_of_field(field) != nullptr; })) {
        const FieldName* name = name_of_field(change.field);
        if (!name) {
            others = true;
            continue;
        }
        std::string line = say(name->name);
        const std::string before = value_words(playbook, change.field, *change.kind, change.before);
        if (!before.empty())
            line = say(Phrase::import_change,
                       {{"field", line}, {"before", before}, {"after", value_words(playbook, change.field, *change.kind, change.after)}});
        if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(std::move(line));
    }
    if (others || lines.empty()) lines.push_back(say(Phrase::part_other));
    if (lines.size() > lines_at_most) {
        const std::size_t more = lines.size() - lines_at_most;
        lines.resize(lines_at_most);
        lines.push_back(say(Phrase::import_more, {{"count", std::to_string(more)}}));
    }
    std::string words;
    for (const std::string& line : lines) words += (words.empty() ? "" : "\n") + line;
    return words;
}

namespace {

std::string_view kind_of(const ImportedDeal& deal) {
    static constexpr Phrase kinds[] = {Phrase::import_added, Phrase::import_replaced, Phrase::import_unchanged, Phrase::import_gone};
    return say(kinds[static_cast<int>(deal.kind)]);
}

std::string detail_of(const ImportedDeal& deal, const std::string& differences) {
    return differences.empty() ? position_words(deal.position) : differences;
}

// Where each row begins below the first one, and where the last one ends.
void lay_out(ImportState& state, float width) {
    ImportState::Rows& rows = state.rows;
    if (rows.width == width && rows.unit == unit() && rows.language == language()) return;
    rows = {width, unit(), language(), {0}};
    for (std::size_t i = 0; i < state.preview.deals.size(); ++i) {
        const ImportedDeal& deal = state.preview.deals[i];
        const float room = width - text_width(type(Type::body, Face::bold), kind_of(deal)) - px(12);
        rows.tops.push_back(rows.tops.back() + px(31) + paragraph_height(type(Type::caption), detail_of(deal, state.differences[i]), room));
    }
}

void draw_row(const Rect& whole, const ImportedDeal& deal, const std::string& differences) {
    const Palette& colours = palette();
    const std::string title = deal.customer.empty() ? deal.name : deal.customer + " \u00B7 " + deal.name;
    const std::string detail = detail_of(deal, differences);
    const std::string_view kind_words = kind_of(deal);
    const float kind_width = text_width(type(Type::body, Face::bold), kind_words);
    Rect row = whole;
    const Rect kind = cut_right(row, kind_width, px(12));
    draw_deal_name({row.x, row.y + px(4), row.width, px(22)}, name_in_list(Type::body), deal.customer, deal.name);
    draw_paragraph({row.x, row.y + px(26), row.width, row.height - px(30)}, type(Type::caption), colours.text2, detail);
    draw_text_in({kind.x, kind.y, kind.width, px(48)}, type(Type::body, Face::bold),
                 deal.kind == ImportKind::replaced || deal.kind == ImportKind::gone ? colours.negative
                 : deal.kind == ImportKind::added                                   ? colours.positive
                                                                                    : colours.text3,
                 kind_words, Align::right);
    hairline({whole.x, bottom(whole)}, {right(whole), bottom(whole)}, colours.line);
    const Group item(ui::Role::listitem, format(deal.id), "", whole);
    std::string sentence = say(Phrase::import_row, {{"kind", kind_words}, {"deal", title}, {"detail", detail}});
    for (std::size_t at = sentence.find('\n'); at != sentence.npos; at = sentence.find('\n'))
        sentence.replace(at, 1, say(Phrase::import_line_separator));
    reading(format(deal.id) + "r", whole, sentence);
}

// Of many rows only those in sight, and a screen more on either side.
void draw_rows(ImportState& state, const Rect& rows, float y) {
    lay_out(state, rows.width);
    const std::vector<float>& tops = state.rows.tops;
    const float from = ImGui::GetScrollY() - (y - rows.y);
    const auto first = std::upper_bound(tops.begin(), tops.end() - 1, from - rows.height);
    const Group list(ui::Role::list, "changes", say(Phrase::import_title), rows);
    for (auto i = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, first - tops.begin() - 1));
         i < state.preview.deals.size() && tops[i] < from + 2 * rows.height; ++i)
        draw_row({rows.x, y + tops[i], rows.width, tops[i + 1] - tops[i] - px(1)}, state.preview.deals[i], state.differences[i]);
}

// One file that knows what is here, and no single deal of many: a backup of one's own.
bool may_be_backup(const Workspace& own, const ImportState& state) {
    const Workspace& file = state.incoming;
    if (state.accepted.size() != 1 || !state.tables.empty() || !state.refused.empty()) return false;
    if (file.deals.empty() || (file.deals.size() == 1 && own.deals.size() > 1)) return false;
    return std::any_of(own.deals.begin(), own.deals.end(), [&](const Box<Deal>& deal) { return find_deal(file, deal->id) != nullptr; });
}

// Beside what is here, or in its place.
void choose_restore(const Frame& frame, const ImportState& state, Rect& content) {
    const std::array<std::string_view, 2> ways = {say(Phrase::import_mode_add), say(Phrase::import_mode_restore)};
    const Rect row = cut_top(content, control_height(), px(12));
    const int now = state.restores ? 1 : 0;
    const int chosen =
        segment("mode", {row.x, row.y, std::min(segment_width(ways), row.width), row.height}, say(Phrase::import_mode), ways, now);
    if (chosen != now) frame.wish(ChooseRestore{chosen == 1});
}

float draw_refusal(const Rect& area, float y, const RefusedFile& file) {
    const Palette& colours = palette();
    float at = y;
    at += paragraph({area.x, at, area.width, 0}, type(Type::body, Face::bold), colours.negative,
                    say(Phrase::import_refused, {{"file", file.name}}));
    for (const Error& error : file.errors) {
        const std::string where = error.path.empty() ? std::string{} : error.path + "  ";
        at +=
            paragraph({area.x + px(12), at + px(2), area.width - px(12), 0}, type(Type::caption), colours.text2, where + sentence(error)) +
            px(2);
    }
    return at - y + px(10);
}

}  // namespace

std::string sentence(const Error& error) {
    if (error.code.empty()) return error.detail;
    const auto phrase = phrase_named("error_" + error.code);
    return phrase ? say(*phrase, {{"detail", error.detail}}) : error.code + " " + error.detail;
}

void preview(const Workspace& own, const Playbook& playbook, const Currency& usual, const Context& context, ImportState& state) {
    state.incoming = state.from_files;
    for (ImportedTable& table : state.tables) {
        TableImport import = deals_of(table.table, table.columns, own, context, usual);
        table.rows = import.rows, table.errors = std::move(import.errors);
        state.incoming = update(state.incoming, ImportWorkspace{std::move(import.incoming)}, context).workspace;
    }
    state.can_restore = may_be_backup(own, state);
    state.restores = state.restores && state.can_restore;
    state.preview = state.restores ? preview_restore(own, state.incoming) : preview_import(own, state.incoming);
    state.differences.clear();
    state.rows = {};
    for (const ImportedDeal& deal : state.preview.deals) {
        const bool replaced = deal.kind == ImportKind::replaced;
        state.differences.push_back(replaced ? difference_words(*find_deal(own, deal.id), *find_deal(state.incoming, deal.id), playbook)
                                             : "");
    }
}

bool draw_import(const Frame& frame, ImportState& state) {
    const bool usable = !state.accepted.empty();
    const bool changes = usable && state.preview.changes_anything();
    const auto replaced =
        std::count_if(state.differences.begin(), state.differences.end(), [](const std::string& one) { return !one.empty(); });
    const float wanted = px(170) + px(49) * static_cast<float>(state.preview.deals.size()) + px(70) * static_cast<float>(replaced) +
                         px(120) * static_cast<float>(state.refused.size()) + (state.tables.empty() ? 0 : px(450)) +
                         (state.can_restore ? px(70) : 0);
    for (ImportedTable& table : state.tables)
        if (table.choosing && take_escape()) table.choosing.reset();
    Rect content;
    bool stays = begin_dialog("import",
                              say(state.restores ? Phrase::restore_title
                                  : usable       ? Phrase::import_title
                                                 : Phrase::import_title_refused),
                              px(640), std::clamp(wanted, px(260), px(620)), content);
    Rect buttons = cut_bottom(content, control_height(), px(16));

    if (state.can_restore) choose_restore(frame, state, content);
    if (usable) {
        const std::string_view summary = say(state.restores ? changes ? Phrase::restore_summary : Phrase::restore_nothing
                                             : changes      ? Phrase::import_summary
                                             : !state.tables.empty() && state.preview.deals.empty() ? Phrase::import_no_rows
                                             : state.preview.deals.empty()                          ? Phrase::import_no_deals
                                                                                                    : Phrase::import_nothing_new);
        cut_top(content, paragraph(content, type(Type::body), palette().text2, summary), px(8));
    }
    const Rect area = begin_scroll("rows", content);
    const Rect rows = {area.x, area.y, area.width - px(12), area.height};
    float y = rows.y;
    for (const RefusedFile& file : state.refused) y += draw_refusal(rows, y, file);
    if (!state.refused.empty())
        y += paragraph({rows.x, y, rows.width, 0}, type(Type::body), palette().text2, say(Phrase::import_untouched)) + px(8);
    for (std::size_t i = 0; i < state.tables.size(); ++i) y += draw_table(frame, state.tables[i], i, rows, y);
    draw_rows(state, rows, y);
    y += state.rows.tops.back();
    if (state.preview.replaces_playbook)
        y += paragraph({rows.x, y + px(8), rows.width, 0}, type(Type::body), palette().negative, say(Phrase::import_playbook)) + px(8);
    end_scroll(y - area.y);

    const std::string done = say(!changes ? Phrase::close : state.restores ? Phrase::restore_confirm : Phrase::import_confirm);
    const auto [cancel_cell, done_cell] =
        cut_right<2>(buttons, {changes ? button_width(say(Phrase::cancel)) : 0, button_width(done)}, px(10));
    if (changes && button("cancel", cancel_cell, say(Phrase::cancel))) stays = false;
    if (button("done", done_cell, done, ButtonKind::primary)) {
        if (changes) frame.wish(ConfirmImport{});
        stays = false;
    }
    end_dialog();
    return stays;
}

}  // namespace views

#include "views/import_dialog.h"

#include "ui/widgets.h"
#include "views/import_rows.h"

#include <algorithm>
#include <array>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::size_t refused_told = 30;

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
    for (ImportRow& row : state.preview.rows) {
        if (const auto choice = state.choices.find(row.id); choice != state.choices.end() && differs(row.kind)) row.choice = choice->second;
        std::vector<ImportDifference>& lines = state.differences.emplace_back();
        if (!differs(row.kind)) continue;
        if (row.is_deal)
            lines = import_differences(*find_deal(own, row.id), *find_deal(state.incoming, row.id), playbook);
        else
            lines = import_differences(*find_customer(own, row.id), *find_customer(state.incoming, row.id), playbook);
    }
}

bool draw_import(const Frame& frame, ImportState& state) {
    const bool usable = !state.accepted.empty(), kept = usable && !state.kept.empty();
    const bool changes = usable && (state.preview.changes_anything() || kept);
    const bool any_differs =
        std::any_of(state.preview.rows.begin(), state.preview.rows.end(), [](const ImportRow& row) { return differs(row.kind); });
    const float width = px(any_differs ? 760 : 640), inside = dialog_inside(width) - px(12);
    lay_out_import(state, inside);
    const float wanted = px(any_differs ? 270 : 210) + state.rows.tops.back() +
                         px(120) * static_cast<float>(std::min(refused_told, state.refused.size())) + (state.tables.empty() ? 0 : px(450)) +
                         (state.can_restore ? px(70) : 0);
    for (ImportedTable& table : state.tables)
        if (table.choosing && take_escape()) table.choosing.reset();
    Rect content;
    const Phrase title = !usable          ? Phrase::import_title_refused
                         : state.restores ? Phrase::restore_title
                         : kept           ? Phrase::import_title_kept
                                          : Phrase::import_title;
    bool stays = begin_dialog("import", say(title), width, std::clamp(wanted, px(260), px(640)), content);
    Rect buttons = cut_bottom(content, control_height(), px(16));
    if (state.can_restore) choose_restore(frame, state, content);

    const Rect area = begin_scroll("rows", content);
    const Rect rows = {area.x, area.y, area.width - px(12), area.height};
    float y = rows.y;
    const auto tell = [&](std::string_view words) {
        if (!words.empty()) y += paragraph({rows.x, y, rows.width, 0}, type(Type::body), palette().text2, words) + px(8);
    };
    if (usable) {
        const bool something = changes || any_differs;
        tell(kept ? say(Phrase::import_summary_kept, {{"file", state.kept}}) : std::string());
        tell(say(state.restores                                        ? changes ? Phrase::restore_summary : Phrase::restore_nothing
                 : something                                           ? Phrase::import_summary
                 : !state.tables.empty() && state.preview.rows.empty() ? Phrase::import_no_rows
                 : state.preview.rows.empty()                          ? Phrase::import_no_deals
                                                                       : Phrase::import_nothing_new));
        if (any_differs && !state.restores) tell(say(Phrase::import_summary_choose));
        if (something && !state.restores && state.preview.rows.size() > 1) tell(import_counts(state.preview));
    }
    const std::size_t told = std::min(refused_told, state.refused.size());
    for (std::size_t i = 0; i < told; ++i) y += draw_refusal(rows, y, state.refused[i]);
    if (told < state.refused.size())
        tell(say(Phrase::import_more, {{"count", whole(static_cast<long long>(state.refused.size() - told))}}));
    if (!state.refused.empty() && !changes) tell(say(Phrase::import_untouched));
    for (std::size_t i = 0; i < state.tables.size(); ++i) y += draw_table(frame, state.tables[i], i, rows, y);
    if (state.preview.brings_playbook) {
        check("playbook", {rows.x, y, rows.width, control_height()}, say(Phrase::import_playbook_take), state.preview.takes_playbook);
        y += control_height() + px(8);
    }
    if (!state.restores) y += draw_import_choice(state, {rows.x, y, rows.width, 0});
    draw_import_rows(state, rows, y);
    y += state.rows.tops.back();
    end_scroll(y - area.y);

    const std::string done = say(!changes         ? Phrase::close
                                 : state.restores ? Phrase::restore_confirm
                                 : kept           ? Phrase::import_confirm_kept
                                                  : Phrase::import_confirm);
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

#include "views/import_rows.h"

#include "ui/widgets.h"
#include "views/deal_words.h"

#include <algorithm>
#include <array>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::array import_kinds = {Phrase::import_added,       Phrase::import_newer,     Phrase::import_older,
                                     Phrase::import_conflicting, Phrase::import_unchanged, Phrase::import_gone};
// A backup that replaces everything replaces what differs, whichever is newer.
std::string_view import_kind_words(ImportKind kind, bool restores) {
    return say(restores && differs(kind) ? Phrase::restore_replaced : import_kinds[static_cast<std::size_t>(kind)]);
}

std::string import_row_title(const ImportRow& row) {
    if (!row.is_deal) return say(Phrase::import_customer, {{"name", row.customer}});
    return row.customer.empty() ? row.name : row.customer + " \u00B7 " + row.name;
}

std::array<std::string_view, 3> import_choices() {
    return {say(Phrase::import_mine), say(Phrase::import_theirs), say(Phrase::import_both)};
}

Font import_small() { return type(Type::caption); }

// Field, mine, the file's.
std::array<float, 3> import_columns(float width) {
    const float field = std::floor(std::min(width * 0.24f, px(150))), side = std::floor((width - field) / 2);
    return {field, side, side};
}

constexpr float import_column_gap = 10, import_line_gap = 5;

float import_difference_height(const ImportDifference& line, const std::array<float, 3>& columns) {
    const float gap = px(import_column_gap);
    return std::max({paragraph_height(import_small(), line.field, columns[0] - gap),
                     paragraph_height(import_small(), line.mine, columns[1] - gap),
                     paragraph_height(import_small(), line.theirs, columns[2] - gap)}) +
           px(import_line_gap);
}

float import_title_height() { return px(30); }

// Of a backup that replaces everything nothing is left to choose.
float import_choice_height(bool restores) { return restores ? px(8) : control_height() + px(14); }

float import_row_height(const ImportRow& row, const std::vector<ImportDifference>& lines, float width, bool restores) {
    if (!differs(row.kind)) return import_title_height() + (row.is_deal ? line_height(import_small()) + px(8) : px(8));
    const auto columns = import_columns(width);
    float height = import_title_height() + line_height(import_small()) + px(import_line_gap);
    for (const ImportDifference& line : lines) height += import_difference_height(line, columns);
    return height + px(6) + import_choice_height(restores);
}

void draw_import_differences(const Rect& area, const ImportRow& row, const std::vector<ImportDifference>& lines) {
    const Palette& colours = palette();
    const auto columns = import_columns(area.width);
    const float gap = px(import_column_gap), mine_x = area.x + columns[0], theirs_x = mine_x + columns[1];
    const bool mine = row.choice != ImportChoice::theirs, theirs = row.choice != ImportChoice::mine;
    float y = area.y;
    const auto cell = [&](float x, float width, Face face, ImU32 ink, std::string_view words) {
        draw_paragraph({x, y, width - gap, 0}, type(Type::caption, face), ink, words);
    };
    cell(mine_x, columns[1], Face::bold, mine ? colours.text : colours.text3, say(Phrase::import_mine));
    cell(theirs_x, columns[2], Face::bold, theirs ? colours.text : colours.text3, say(Phrase::import_theirs));
    y += line_height(import_small()) + px(import_line_gap);
    for (const ImportDifference& line : lines) {
        hairline({area.x, y - px(3)}, {right(area), y - px(3)}, with_alpha(colours.line, 0.6f));
        cell(area.x, columns[0], Face::regular, colours.text2, line.field);
        cell(mine_x, columns[1], Face::regular, mine ? colours.text : colours.text3, line.mine);
        cell(theirs_x, columns[2], Face::regular, theirs ? colours.text : colours.text3, line.theirs);
        y += import_difference_height(line, columns);
    }
}

std::string import_row_sentence(const ImportRow& row, const std::vector<ImportDifference>& lines, bool restores) {
    std::string detail = row.is_deal && !differs(row.kind) ? position_words(row.position) : std::string();
    for (const ImportDifference& line : lines) {
        if (!detail.empty()) detail += say(Phrase::import_line_separator);
        detail += say(Phrase::import_versions, {{"field", line.field}, {"mine", line.mine}, {"theirs", line.theirs}});
    }
    std::string words = say(detail.empty() ? Phrase::import_row_short : Phrase::import_row,
                            {{"kind", import_kind_words(row.kind, restores)}, {"deal", import_row_title(row)}, {"detail", detail}});
    std::replace(words.begin(), words.end(), '\n', ' ');
    return words;
}

ImU32 import_kind_ink(ImportKind kind) {
    const Palette& colours = palette();
    if (kind == ImportKind::added || kind == ImportKind::newer) return colours.positive;
    return kind == ImportKind::conflicting || kind == ImportKind::gone ? colours.negative : colours.text3;
}

std::optional<ImportChoice> choose_version(std::string_view name, const Rect& rect, int now) {
    const auto words = import_choices();
    const int chosen = segment("choice", {rect.x, rect.y, std::min(segment_width(words), rect.width), rect.height}, name, words, now);
    return chosen == now || chosen < 0 ? std::nullopt : std::optional(static_cast<ImportChoice>(chosen));
}

void draw_import_row(ImportState& state, std::size_t at, const Rect& whole) {
    ImportRow& row = state.preview.rows[at];
    const std::vector<ImportDifference>& lines = state.differences[at];
    const Palette& colours = palette();
    const std::string id = format(row.id);
    Rect rest = {whole.x, whole.y + px(4), whole.width, whole.height - px(4)};
    Rect head = cut_top(rest, import_title_height() - px(4));
    const std::string_view kind = import_kind_words(row.kind, state.restores);
    const Font bold = type(Type::body, Face::bold);
    draw_text_in(cut_right(head, text_width(bold, kind), px(12)), bold, import_kind_ink(row.kind), kind, Align::right);
    if (row.is_deal)
        draw_deal_name(head, name_in_list(Type::body), row.customer, row.name);
    else
        draw_text_in(head, bold, colours.text, import_row_title(row));
    hairline({whole.x, bottom(whole)}, {right(whole), bottom(whole)}, colours.line);
    const Group item(ui::Role::listitem, id, "", whole);
    reading(id + "r",
            {whole.x, whole.y, whole.width, differs(row.kind) ? whole.height - import_choice_height(state.restores) : whole.height},
            import_row_sentence(row, lines, state.restores));
    if (!differs(row.kind)) {
        if (row.is_deal)
            draw_text_in({rest.x, rest.y, rest.width, line_height(import_small())}, import_small(), colours.text2,
                         position_words(row.position));
        return;
    }
    ImGui::PushID(id.c_str());
    draw_import_differences(rest, row, lines);
    if (state.restores) return ImGui::PopID();
    const Rect buttons = {whole.x, bottom(whole) - control_height() - px(12), whole.width, control_height()};
    if (const auto choice =
            choose_version(say(Phrase::import_choice, {{"deal", import_row_title(row)}}), buttons, static_cast<int>(row.choice)))
        row.choice = state.choices[row.id] = *choice;
    ImGui::PopID();
}

}  // namespace

void lay_out_import(ImportState& state, float width) {
    ImportState::Rows& rows = state.rows;
    if (rows.width == width && rows.unit == unit() && rows.language == language()) return;
    rows = {width, unit(), language(), {0}};
    for (std::size_t i = 0; i < state.preview.rows.size(); ++i)
        rows.tops.push_back(rows.tops.back() + import_row_height(state.preview.rows[i], state.differences[i], width, state.restores) +
                            px(1));
}

void draw_import_rows(ImportState& state, const Rect& rows, float y) {
    lay_out_import(state, rows.width);
    if (state.preview.rows.empty()) return;
    const std::vector<float>& tops = state.rows.tops;
    const float from = ImGui::GetScrollY() - (y - rows.y);
    const auto first = std::upper_bound(tops.begin(), tops.end() - 1, from - rows.height);
    const Group list(ui::Role::list, "changes", say(Phrase::import_title), {rows.x, y, rows.width, std::max(px(1), tops.back())});
    for (auto i = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, first - tops.begin() - 1));
         i < state.preview.rows.size() && tops[i] < from + 2 * rows.height; ++i)
        draw_import_row(state, i, {rows.x, y + tops[i], rows.width, tops[i + 1] - tops[i] - px(1)});
}

float draw_import_choice(ImportState& state, const Rect& area) {
    int count = 0, common = -2;  // −2: none yet, −1: not the same
    for (const ImportRow& row : state.preview.rows) {
        if (!differs(row.kind)) continue;
        ++count;
        const int choice = static_cast<int>(row.choice);
        common = common == -2 || common == choice ? choice : -1;
    }
    if (count < 2) return 0;
    const std::string_view name = say(Phrase::import_choice_all);
    Rect row = {area.x, area.y, area.width, control_height()};
    label(cut_left(row, text_width(type(Type::body), name), px(12)), type(Type::body), palette().text2, name);
    if (const auto choice = choose_version(name, row, common))
        for (ImportRow& each : state.preview.rows)
            if (differs(each.kind)) each.choice = state.choices[each.id] = *choice;
    return control_height() + px(10);
}

std::string import_counts(const ImportPreview& preview) {
    std::array<long long, import_kinds.size()> counts = {};
    for (const ImportRow& row : preview.rows) ++counts[static_cast<std::size_t>(row.kind)];
    std::string words;
    for (const ImportKind kind :
         {ImportKind::gone, ImportKind::conflicting, ImportKind::added, ImportKind::newer, ImportKind::older, ImportKind::unchanged}) {
        const long long count = counts[static_cast<std::size_t>(kind)];
        if (count > 0) words += (words.empty() ? "" : " \u00B7 ") + std::string(import_kind_words(kind, false)) + " " + whole(count);
    }
    return words;
}

}  // namespace views

#include "views/import_dialog.h"

#include "ui/widgets.h"
#include "views/deal_words.h"

#include <algorithm>

namespace views {

using namespace compass;
using namespace ui;

namespace {

std::string difference_words(const ImportedDeal& deal) {
    static constexpr Phrase parts[] = {Phrase::part_basics,   Phrase::part_objective, Phrase::part_position, Phrase::part_people,
                                       Phrase::part_evidence, Phrase::part_progress,  Phrase::part_other};
    std::string words;
    for (const DealPart part : deal.differs) {
        if (!words.empty()) words += say(Phrase::list_separator);
        words += say(parts[static_cast<int>(part)]);
    }
    if (deal.before != deal.after) words += " (" + position_words(deal.before) + " \u2192 " + position_words(deal.after) + ")";
    return words;
}

float draw_row(const Rect& area, float y, const ImportedDeal& deal) {
    const Palette& colours = palette();
    static constexpr Phrase kinds[] = {Phrase::import_added, Phrase::import_replaced, Phrase::import_unchanged};
    const std::string title = deal.customer.empty() ? deal.name : deal.customer + " \u00B7 " + deal.name;
    const std::string detail =
        deal.kind == ImportKind::replaced ? say(Phrase::import_differs, {{"parts", difference_words(deal)}}) : position_words(deal.after);
    Rect row = {area.x, y, area.width, px(48)};
    const std::string_view kind_words = say(kinds[static_cast<int>(deal.kind)]);
    const Rect kind = cut_right(row, text_width(type(Type::body, Face::bold), kind_words), px(12));
    draw_deal_name({row.x, row.y + px(4), row.width, px(22)}, name_in_list(Type::body), deal.customer, deal.name);
    draw_text_in({row.x, row.y + px(24), row.width, px(20)}, type(Type::caption), colours.text2, detail);
    draw_text_in(kind, type(Type::body, Face::bold),
                 deal.kind == ImportKind::replaced ? colours.negative
                 : deal.kind == ImportKind::added  ? colours.positive
                                                   : colours.text3,
                 kind_words, Align::right);
    hairline({area.x, y + px(48)}, {right(area), y + px(48)}, colours.line);
    const Group item(ui::Role::listitem, format(deal.id), "", {area.x, y, area.width, px(48)});
    reading(format(deal.id) + "r", {area.x, y, area.width, px(48)}, std::string(kind_words) + ": " + title + ", " + detail);
    return px(49);
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

bool draw_import(const Frame& frame, const ImportState& state) {
    const bool usable = !state.accepted.empty();
    const bool changes = usable && state.preview.changes_anything();
    const float wanted =
        px(170) + px(49) * static_cast<float>(state.preview.deals.size()) + px(120) * static_cast<float>(state.refused.size());
    Rect content;
    bool stays = begin_dialog("import", say(usable ? Phrase::import_title : Phrase::import_title_refused), px(640),
                              std::clamp(wanted, px(260), px(620)), content);
    Rect buttons = cut_bottom(content, control_height(), px(16));

    if (usable) {
        const std::string_view summary = say(changes ? Phrase::import_summary : Phrase::import_nothing_new);
        cut_top(content, paragraph(content, type(Type::body), palette().text2, summary), px(8));
    }
    const Rect area = begin_scroll("rows", content);
    const Rect rows = {area.x, area.y, area.width - px(12), area.height};
    float y = rows.y;
    for (const RefusedFile& file : state.refused) y += draw_refusal(rows, y, file);
    if (!state.refused.empty())
        y += paragraph({rows.x, y, rows.width, 0}, type(Type::body), palette().text2, say(Phrase::import_untouched)) + px(8);
    {
        const Group list(ui::Role::list, "changes", say(Phrase::import_title), rows);
        for (const ImportedDeal& deal : state.preview.deals) y += draw_row(rows, y, deal);
    }
    if (state.preview.replaces_playbook)
        y += paragraph({rows.x, y + px(8), rows.width, 0}, type(Type::body), palette().negative, say(Phrase::import_playbook)) + px(8);
    end_scroll(y - area.y);

    const std::string done = say(changes ? Phrase::import_confirm : Phrase::close);
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

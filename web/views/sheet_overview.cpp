// Beside the sheet while nothing on it is open: gut feel, who of us is in it, what moved since the last review, how the objective changed.
#include "draw/icons.h"
#include "views/people_words.h"
#include "views/sheet_parts.h"

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr int gut_most = 4;

// −4 … +4, nothing chosen where nothing was noted.
void draw_gut(Column& column, const Frame& frame, const KeptSheet& kept, const Deal& deal) {
    const Palette& colours = palette();
    draw_block_head(column, say(Phrase::gut_title));
    const int in_row = scale() == Scale::phone ? 5 : 2 * gut_most + 1, now = kept.gut ? *kept.gut + gut_most : -1;
    const float height = scale() == Scale::phone ? control_height() : px(30);
    {
        Radios radios("gut", say(Phrase::gut_title), {column.area.x, column.y, column.area.width, height}, now, Radios::Arrows::lead);
        ImGui::PushID("gut");
        Rect row;
        for (int i = 0; i <= 2 * gut_most; ++i) {
            if (i % in_row == 0) row = column.next(height, px(4));
            const Rect cell = ui::column(row, i % in_row, in_row, px(3));
            const std::string number = support_number(i - gut_most);
            const std::string name = i == 0              ? number + " " + say(Phrase::gut_panic)
                                     : i == gut_most     ? number + " " + say(Phrase::gut_calm)
                                     : i == 2 * gut_most ? number + " " + say(Phrase::gut_euphoria)
                                                         : number;
            const bool on = i == now;
            const Press press = radios.item(number, cell, name);
            ImDrawList& list = *ImGui::GetWindowDrawList();
            list.AddRectFilled(top_left(cell), bottom_right(cell),
                               on              ? colours.text
                               : press.hovered ? colours.raised
                                               : colours.sunk,
                               px(4));
            draw_text_in(cell, type(Type::caption, on ? Face::bold : Face::regular), on ? colours.panel : colours.text2, number,
                         Align::centre);
        }
        ImGui::PopID();
        if (const int to = radios.chosen(); to != now && to >= 0) frame.act(NoteGutFeel{deal.id, to - gut_most, {}});
    }
    const Rect words = column.next(px(20), px(4));
    const Font small = type(Type::caption);
    draw_text_in(words, small, colours.text2, say(Phrase::gut_panic));
    draw_text_in(words, small, colours.text2, say(Phrase::gut_calm), Align::centre);
    draw_text_in(words, small, colours.text2, say(Phrase::gut_euphoria), Align::right);
    column.y += paragraph(column.next(0), small, colours.text2, kept.gut_words) + px(4);
    if (kept.gut_apart.empty()) return;
    const float height_needed = paragraph_height(type(Type::body), kept.gut_apart, column.area.width - px(52)) + px(16);
    const Rect plate = column.next(height_needed);
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(plate), bottom_right(plate), colours.negative_soft, px(6));
    draw::draw_flag(*ImGui::GetWindowDrawList(), draw::FlagShape::warn, {plate.x + px(20), plate.y + px(18)}, px(15), colours.negative,
                    colours.negative_soft);
    paragraph({plate.x + px(40), plate.y + px(8), plate.width - px(52), 0}, type(Type::body), colours.text, kept.gut_apart);
}

// Account, solution and delivery, and as the fourth corner the channel; the sponsor above all.
void draw_team(Column& column, SheetState& state) {
    const Palette& colours = palette();
    draw_block_head(column, say(Phrase::team_title));
    const Group list(ui::Role::list, "team", say(Phrase::team_title), {column.area.x, column.y, column.area.width, px(180)});
    const float gap = px(16), height = std::max(px(44), control_height());
    Rect row;
    int place = 0;
    for (const SheetEntry& entry : state.kept.team) {
        if (place % 2 == 0) row = column.next(height, px(4));
        const Rect cell = ui::column(row, place++ % 2, 2, gap);
        ImGui::PushID(static_cast<int>(entry.target.role));
        const Group item(ui::Role::listitem, "member", "", cell);
        if (press_entry(state, "member", cell, entry.spoken, &entry.target)) open_part(state, entry.target);
        ImGui::PopID();
        draw_text_in({cell.x, cell.y, cell.width, px(20)}, type(Type::caption), colours.text2, entry.name);
        draw_text_in({cell.x, cell.y + px(20), cell.width, px(22)}, type(Type::body, entry.missing ? Face::regular : Face::bold),
                     entry.missing ? colours.text3 : colours.text, entry.words);
    }
}

void draw_changes(Column& column, const KeptSheet& kept) {
    if (kept.changes_since.empty()) return;
    column.divide(px(20));
    draw_block_head(column, say(Phrase::changes_title), kept.changes_since);
    if (kept.changes.empty()) column.y += paragraph(column.next(0), type(Type::body), palette().text2, say(Phrase::changes_none));
    for (const KeptSheet::Change& change : kept.changes) {
        Rect row = column.next(px(24));
        ui::reading(change.name, row, change.name + ": " + change.words);
        draw_text_in(cut_left(row, std::round(row.width * 0.4f)), type(Type::body), palette().text2, change.name);
        draw_text_in(row, type(Type::body, Face::bold), palette().text, change.words);
    }
}

void draw_history(Column& column, const KeptSheet& kept) {
    if (kept.history.empty()) return;
    column.divide(px(20));
    draw_block_head(column, say(Phrase::objective_history));
    for (const std::string& change : kept.history) column.y += paragraph(column.next(0), type(Type::body), palette().text2, change) + px(6);
}

}  // namespace

float draw_sheet_overview(const Frame& frame, SheetState& state, const Deal& deal, const Rect& area) {
    const float padding = px(scale() == Scale::phone ? 16 : 20);
    Column column{{area.x + padding, area.y, area.width - 2 * padding, area.height}, area.y + px(16)};
    draw_gut(column, frame, state.kept, deal);
    column.divide(padding);
    draw_team(column, state);
    draw_changes(column, state.kept);
    draw_history(column, state.kept);
    return column.y + px(20) - area.y;
}

}  // namespace views

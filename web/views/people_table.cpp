#include "draw/figures.h"
#include "ui/widgets.h"
#include "views/people_parts.h"
#include "views/people_words.h"

#include <array>

namespace views {

using namespace compass;
using namespace ui;

namespace {

enum PersonCell { roles_cell, influence_cell, participation_cell, attitude_cell, support_cell, contact_cell, person_cell_count };
constexpr std::array<Phrase, person_cell_count> heads = {Phrase::column_roles,    Phrase::column_influence, Phrase::column_participation,
                                                         Phrase::column_attitude, Phrase::column_support,   Phrase::column_contact};

struct Cells {
    Rect name;
    std::array<Rect, person_cell_count> parts;
};

// The name takes what is left; where that is little, other columns go.
Cells cells_of(Rect row) {
    const bool chinese = language() == Language::zh;
    std::array<float, person_cell_count> widths = {
        px(chinese ? 118 : 150), px(52), px(chinese ? 52 : 84), px(chinese ? 76 : 100), px(chinese ? 116 : 150), px(chinese ? 104 : 130)};
    const float gap = px(12);
    float name = row.width;
    for (const float width : widths) name -= width + gap;
    for (const PersonCell dispensable : {participation_cell, attitude_cell, contact_cell, roles_cell}) {
        if (name >= px(150)) break;
        name += widths[dispensable] + gap;
        widths[dispensable] = 0;
    }
    const auto parts = cut_right<person_cell_count>(row, widths, gap);
    return {row, parts};
}

void person_cell(const Rect& rect, int id, ImU32 ink, const std::string& words, Face face = Face::regular) {
    if (rect.width == 0) return;
    draw_text_in(rect, type(Type::body, face), ink, words);
    mirror().add({.id = ImGui::GetID(id), .role = ui::Role::cell, .name = words, .rect = rect});
}

void draw_person_row(const Frame& frame, PeopleState& state, const Deal& deal, std::size_t at, const Rect& row) {
    const Palette& colours = palette();
    const Person& person = deal.people[at];
    ImGui::PushID(format(person.id).c_str());
    const Cells cells = cells_of(inset(row, px(10), 0));
    const Group group(ui::Role::row, "row", "", row);
    const bool chosen = person.id == state.chosen, covered = state.kept.covered[at];
    mirror().open({.id = ImGui::GetID("who"), .role = ui::Role::cell, .rect = cells.name});
    const Press open = ui::press("open", row,
                                 {.name = person.name,
                                  .description = person.title,
                                  .states = static_cast<std::uint32_t>(state_toggle | (chosen ? state_pressed : state_none)),
                                  .radius = 5});
    mirror().close();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (chosen || open.hovered) list.AddRectFilled(top_left(row), bottom_right(row), colours.raised, px(5));
    if (chosen) list.AddRectFilled(top_left(row), {row.x + px(3), bottom(row)}, colours.accent, px(1));
    Rect name = cells.name;
    const Font bold = type(Type::body, Face::bold);
    cut_left(name, draw_text_in(name, bold, colours.text, person.name), px(8));
    if (name.width > px(30)) draw_text_in(name, type(Type::caption), colours.text2, person.title);
    person_cell(cells.parts[roles_cell], roles_cell, person.roles.empty() ? colours.text3 : colours.text, roles_line(person));
    person_cell(cells.parts[influence_cell], influence_cell, colours.text, degree_word(person.influence));
    person_cell(cells.parts[participation_cell], participation_cell, colours.text2, degree_word(person.participation));
    person_cell(cells.parts[attitude_cell], attitude_cell, person.attitude == Attitude::unknown ? colours.text3 : colours.text,
                attitude_word(person.attitude));
    if (Rect place = cells.parts[support_cell]; place.width > 0) {
        const Rect whole = place;
        const Rect disc = cut_left(place, px(24), px(4)), bars = cut_right(place, px(20));
        draw::draw_disc(list, centre(disc), px(11), person.support, covered);
        draw_text_in(place, type(Type::body), colours.text2, support_word(person.support));
        if (person.support) draw::certainty_bars(list, {bars.x, centre(bars).y - px(6)}, px(12), best_certainty(person));
        mirror().add({.id = ImGui::GetID(support_cell), .role = ui::Role::cell, .name = support_words(person.support), .rect = whole});
    }
    person_cell(cells.parts[contact_cell], contact_cell, covered ? colours.text : colours.negative,
                contact_words(person, covered, frame.today));
    hairline({row.x, bottom(row) - line_px(1)}, {right(row), bottom(row) - line_px(1)}, colours.line);
    if (open.pressed) choose(state, person.id);
    ImGui::PopID();
}

}  // namespace

void draw_people_table(const Frame& frame, PeopleState& state, const Deal& deal, Rect area) {
    const Group table(ui::Role::table, "people-table", say(Phrase::people_table), area);
    {
        const Rect row = cut_top(area, px(30));
        const Group header(ui::Role::row, "header", "", row);
        const Cells cells = cells_of(inset({row.x, row.y, row.width - px(12), row.height}, px(10), 0));
        const auto head = [](const Rect& rect, Phrase words) {
            if (rect.width == 0) return;
            draw_text_in(rect, type(Type::caption), palette().text3, say(words));
            mirror().add({.id = ImGui::GetID(say(words)), .role = ui::Role::columnheader, .name = say(words), .rect = rect});
        };
        head(cells.name, Phrase::column_person);
        for (std::size_t i = 0; i < person_cell_count; ++i) head(cells.parts[i], heads[i]);
    }
    hairline({area.x, area.y}, {right(area), area.y}, palette().line2);
    const Rect rows = begin_scroll("people-rows", area, ui::Role::rowgroup);
    const float height = scale() == Scale::phone ? control_height() : px(36);
    float y = rows.y;
    for (std::size_t i = 0; i < deal.people.size(); ++i) {
        if (!is_shown(state, deal, i)) continue;
        draw_person_row(frame, state, deal, i, {rows.x, y, rows.width - px(12), height});
        y += height;
    }
    end_scroll(y - rows.y);
}

}  // namespace views

// The parts of the people screen, each in its own file.
#pragma once

#include "ui/widgets.h"
#include "views/compass_parts.h"
#include "views/people.h"

#include <span>

namespace views {

// Brings what is shown up to date with the deal, the day and the language.
void keep_people(const Frame& frame, PeopleState& state, const compass::Box<compass::Deal>& deal);
// The map or the tree alone, as a picture of it is drawn.
void draw_people_alone(const Frame& frame, ImDrawList& list, PeopleView view, const compass::Box<compass::Deal>& deal,
                       const ui::Rect& area);
// Which view, what is shown; below it the map, the tree or the table, and the legend.
void draw_people_canvas(Frame& frame, PeopleState& state, const compass::Box<compass::Deal>& deal, ui::Rect area);
void draw_people_table(const Frame& frame, PeopleState& state, const compass::Deal& deal, ui::Rect area);
void draw_people_legend(const draw::PeopleDrawing& drawing, const draw::PeopleWords& words, ui::Rect area);
float people_legend_height(const draw::PeopleDrawing& drawing, const draw::PeopleWords& words, float width);

// Each returns the height it took.
float draw_people_inspector(const Frame& frame, PeopleState& state, const compass::Box<compass::Deal>& deal, const ui::Rect& area);
float draw_person_form(const Frame& frame, PeopleState& state, const compass::Deal& deal, const ui::Rect& area);
float draw_person_line(const Frame& frame, PeopleState& state, const compass::Deal& deal, const ui::Rect& area);
void draw_person_facts(Column& column, const Frame& frame, PeopleState& state, const compass::Deal& deal, const compass::Person& person);
void draw_person_links(Column& column, const Frame& frame, PeopleState& state, const compass::Deal& deal, const compass::Person& person);

// One of several as a row of plates that wraps; the chosen one, −1 = none is. Returns its height in `area`'s.
int choice_row(Column& column, std::string_view id, std::string_view name, std::span<const std::string_view> choices, int chosen,
               std::string_view note = {});
// What is shown: the trial while there is one.
inline const compass::Box<compass::Deal>& shown_deal(const PeopleState& state, const compass::Box<compass::Deal>& deal) {
    return state.trial ? state.trial->deal : deal;
}
bool is_shown(const PeopleState& state, const compass::Deal& deal, std::size_t person);
void choose(PeopleState& state, const compass::Id& person);
// Rates, or tries the rating while only trying.
void rate(const Frame& frame, PeopleState& state, const compass::Box<compass::Deal>& deal, const compass::RatePerson& rating);
PersonDraft& begin_person_form(PeopleState& state, const compass::Person& person);

}  // namespace views

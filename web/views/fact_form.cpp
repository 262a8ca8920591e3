#include "views/fact_form.h"

#include "codec/typed_input.h"
#include "model/text.h"
#include "reading/position_evidence.h"
#include "ui/widgets.h"
#include "views/people_words.h"

#include <array>

namespace views {

using namespace compass;
using namespace ui;

FactFields draw_fact_fields(const Frame& frame, const Deal& deal, Evidence& fact, std::string& date_text, bool take_focus, Rect& area) {
    const Palette& colours = palette();
    const std::optional<Date> date = read_typed_date(date_text, frame.today, Ahead::no);
    const bool date_wrong = !date_text.empty() && !date, date_to_come = date && !seen_on(date, frame.today);
    const bool complete = !trimmed(fact.text).empty() && !date_wrong && !date_to_come;
    cut_top(area, px(6));
    const FieldOptions words{.hint = say(Phrase::fact_text_hint), .several_lines = true, .take_focus = take_focus};
    text_field("fact-text", cut_top(area, field_height(words), px(8)), say(Phrase::fact_text), fact.text, words);
    const std::string error = date_wrong ? say(Phrase::form_date_wrong) : date_to_come ? say(Phrase::fact_date_ahead) : "";
    const FieldOptions when{.hint = say(Phrase::form_signing_date_hint), .error = error};
    text_field("fact-date", cut_top(area, field_height(when), px(8)), say(Phrase::fact_date), date_text, when);

    draw_text_in(cut_top(area, px(22)), type(Type::caption), colours.text2, say(Phrase::fact_source));
    const Rect field = cut_top(area, control_height(), px(8));
    value_button("fact-source", field, say(Phrase::fact_source), person_name(deal, fact.source), "fact-sources");
    if (begin_menu("fact-sources", say(Phrase::fact_source), {field.x, bottom(field) + px(2)}, field.width)) {
        if (menu_item("nobody", say(Phrase::source_unknown), false, !fact.source)) fact.source = {};
        for (const Person& person : deal.people) {
            const std::string name = person.title.empty() ? person.name : person.name + " \u00B7 " + person.title;
            if (menu_item(format(person.id), name, false, person.id == fact.source)) fact.source = person.id;
        }
        end_menu();
    }
    std::array<std::string, 4> certainties;
    std::array<std::string_view, 4> certainty_views;
    for (std::size_t i = 0; i < 4; ++i) certainties[i] = certainty_word(static_cast<Certainty>(i)), certainty_views[i] = certainties[i];
    draw_text_in(cut_top(area, px(22)), type(Type::caption), colours.text2, say(Phrase::fact_certainty));
    fact.certainty = static_cast<Certainty>(segment("fact-certainty", cut_top(area, control_height(), px(8)), say(Phrase::fact_certainty),
                                                    certainty_views, static_cast<int>(fact.certainty)));
    const std::array<std::string_view, 2> directions = {say(Phrase::fact_for), say(Phrase::fact_against)};
    fact.direction = static_cast<Direction>(segment("fact-direction", cut_top(area, control_height(), px(12)), say(Phrase::fact_direction),
                                                    directions, static_cast<int>(fact.direction)));
    return {complete, date};
}

std::string fact_detail(const Deal& deal, const Evidence& fact, Date today) {
    std::string detail = certainty_word(fact.certainty) + " \u00B7 " + person_name(deal, fact.source);
    if (fact.date) detail += " \u00B7 " + date_short(*fact.date);
    if (!seen_on(fact.date, today)) detail += std::string(" \u00B7 ") + say(fact.date ? Phrase::fact_ahead : Phrase::fact_undated);
    if (fact.direction == Direction::against) detail += std::string(" \u00B7 ") + say(Phrase::fact_against);
    return detail;
}

}  // namespace views

// What a score or a tick of a customer rests on: facts with their day, added in one line and taken away again.
#include "draw/icons.h"
#include "views/customers_parts.h"
#include "views/deal_words.h"

#include <algorithm>

namespace views {

using namespace compass;
using namespace ui;

namespace {

std::string facts_count(const std::vector<Evidence>& facts) {
    return facts.empty() ? std::string(say(Phrase::criterion_no_fact))
                         : say(Phrase::criterion_facts, {{"count", whole(static_cast<long long>(facts.size()))}});
}

}  // namespace

float facts_button_width(const std::vector<Evidence>& facts) { return text_width(type(Type::caption), facts_count(facts)) + px(16); }

bool draw_facts_button(const CustomerPage& page, const Rect& place, const std::string& of, std::string_view words,
                       const std::vector<Evidence>& facts) {
    const Palette& colours = palette();
    const bool open = page.state.open_facts == of;
    const std::string count = facts_count(facts);
    const Press press = ui::press("facts", place,
                                  {.name = say(Phrase::line_sentence, {{"kind", words}, {"words", count}}),
                                   .states = static_cast<std::uint32_t>(state_expandable | (open ? state_expanded : state_none)),
                                   .radius = 4});
    if (press.hovered || open) ImGui::GetWindowDrawList()->AddRectFilled(top_left(place), bottom_right(place), colours.raised, px(4));
    draw_text_in(place, type(Type::caption), press.hovered ? colours.text : colours.text2, count, Align::centre);
    if (press.pressed) page.state.open_facts = open ? std::string{} : of;
    return open;
}

void draw_customer_facts(const CustomerPage& page, Column& body, const std::string& of, const std::vector<Evidence>& facts, Phrase why,
                         const FactsOf& facts_of) {
    const Palette& colours = palette();
    for (const Evidence& fact : facts) {
        std::string words = fact.date ? date_short(*fact.date) + " \u00B7 " + fact.text : fact.text;
        Rect row = {body.area.x + px(12), body.y, body.area.width - px(12), 0};
        const float remove = scale() == Scale::phone ? control_height() : px(26);
        const float height = std::max(remove, paragraph_height(type(Type::body), words, row.width - remove));
        row = {row.x, row.y, row.width, height};
        body.y += height + px(2);
        const Rect bin = cut_right(row, remove);
        ImGui::PushID(format(fact.id).c_str());
        paragraph(row, type(Type::body), colours.text, words);
        if (icon_button("remove", middle(bin, remove), say(Phrase::remove_named, {{"name", fact.text}}), paint_icon<draw::Icon::close>)) {
            page.put([&](Customer& customer) {
                if (std::vector<Evidence>* kept = facts_of(customer))
                    std::erase_if(*kept, [&](const Evidence& each) { return each.id == fact.id; });
            });
        }
        ImGui::PopID();
    }
    const std::string id = "fact-" + of;
    std::string words;
    FieldOptions options;
    options.hint = say(Phrase::criterion_fact_hint);
    const Rect field = body.next(field_height(options), px(6));
    const bool entered = draft_field(page, id, {field.x + px(12), field.y, field.width - px(12), field.height}, say(why), words, options);
    Rect row = body.next(control_height(), px(8));
    cut_left(row, px(12));
    const std::string_view add = say(Phrase::criterion_fact_add);
    const bool pressed =
        button("fact-add", cut_left(row, std::min(row.width, button_width(add))), add, ButtonKind::secondary, !words.empty());
    if (words.empty() || (!pressed && !entered)) return;
    bool dated = false;
    const CalendarEvent read = read_event_line(words, page.frame.today, dated);
    Evidence fact;
    fact.certainty = Certainty::explicit_;
    const bool seen = dated && read.date <= page.frame.today && !read.text.empty();  // a day to come belongs to what was said
    fact.text = seen ? read.text : words, fact.date = seen ? read.date : page.frame.today;
    drop_draft(page, id);
    page.put([&](Customer& customer) {
        if (std::vector<Evidence>* kept = facts_of(customer)) kept->push_back(fact);
    });
}

}  // namespace views

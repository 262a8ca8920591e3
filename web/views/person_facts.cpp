// What we heard of a person, and the lines to others.
#include "draw/figures.h"
#include "model/words.h"
#include "ui/widgets.h"
#include "views/fact_form.h"
#include "views/handbook.h"
#include "views/people_parts.h"
#include "views/people_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace views {

using namespace compass;
using namespace ui;

namespace {

PersonFactDraft* draft_of(PeopleState& state, const Id& person, const Id& fact) {
    const auto found = std::find_if(state.facts.begin(), state.facts.end(),
                                    [&](const PersonFactDraft& draft) { return draft.person == person && draft.fact.id == fact; });
    return found == state.facts.end() ? nullptr : &*found;
}

PersonFactDraft& begin_fact(PeopleState& state, const Id& person, const Evidence& fact, bool about_attitude) {
    if (PersonFactDraft* draft = draft_of(state, person, fact.id)) return *draft;
    const std::string date = fact.date ? format(*fact.date) : "";
    return state.facts.emplace_back(PersonFactDraft{person, about_attitude, fact, fact, date, date});
}

void put_fact(const Frame& frame, const Id& deal, Person person, const PersonFactDraft& draft) {
    for (std::vector<Evidence>* facts : {&person.support_evidence, &person.attitude_evidence})
        std::erase_if(*facts, [&](const Evidence& one) { return draft.fact.id && one.id == draft.fact.id; });
    (draft.about_attitude ? person.attitude_evidence : person.support_evidence).push_back(draft.fact);
    frame.act(PutPerson{deal, std::move(person)});
}

void draw_form(Column& column, const Frame& frame, PeopleState& state, const Deal& deal, const Person& person, PersonFactDraft& draft) {
    Rect area = {column.area.x, column.y, column.area.width, column.area.height};
    const float start = area.y;
    const std::array<std::string_view, 2> subjects = {say(Phrase::fact_about_support), say(Phrase::fact_about_attitude)};
    draft.about_attitude =
        segment("fact-about", cut_top(area, control_height(), px(4)), say(Phrase::fact_about), subjects, draft.about_attitude) == 1;
    const FactFields fields = draw_fact_fields(frame, deal, draft.fact, draft.date, std::exchange(state.first_frame, false), area);
    Rect row = cut_top(area, control_height(), px(8));
    const bool saved = button("fact-save", cut_left(row, button_width(say(Phrase::form_save)), px(8)), say(Phrase::form_save),
                              ButtonKind::primary, fields.complete);
    const bool cancelled = button("fact-cancel", cut_left(row, button_width(say(Phrase::cancel)), px(8)), say(Phrase::cancel));
    const bool removed =
        draft.fact.id && button("fact-remove", cut_right(row, button_width(say(Phrase::remove))), say(Phrase::remove), ButtonKind::danger);
    column.y = area.y;
    if (std::exchange(state.to_fact, false)) scroll_to(start - ImGui::GetWindowPos().y + ImGui::GetScrollY(), area.y - start + px(20));
    if (!saved && !cancelled && !removed) return;
    if (saved) draft.fact.date = fields.date, put_fact(frame, deal.id, person, draft);
    if (removed) {
        Person without = person;
        for (std::vector<Evidence>* facts : {&without.support_evidence, &without.attitude_evidence})
            std::erase_if(*facts, [&](const Evidence& one) { return one.id == draft.fact.id; });
        frame.act(PutPerson{deal.id, std::move(without)});
    }
    state.writing_fact = false;
    state.facts.erase(state.facts.begin() + (&draft - state.facts.data()));
}

void draw_fact_row(Column& column, const Frame& frame, PeopleState& state, const Deal& deal, const Person& person, const Evidence& fact,
                   bool about_attitude) {
    const Palette& colours = palette();
    ImGui::PushID(format(fact.id).c_str());
    const std::string words = fact.text.empty() ? std::string(say(Phrase::fact_no_words)) : fact.text;
    const std::string detail = std::string(say(about_attitude ? Phrase::fact_about_attitude : Phrase::fact_about_support)) + " \u00B7 " +
                               fact_detail(deal, fact, frame.today);
    const float indent = px(28), width = column.area.width - indent, height = paragraph_height(type(Type::body), words, width);
    const float detail_height = paragraph_height(type(Type::caption), detail, width);
    const Rect row = column.next(std::max(height + detail_height + px(4), scale() == Scale::phone ? control_height() : 0), px(6));
    PersonFactDraft* draft = draft_of(state, person.id, fact.id);
    const Press press = ui::press("fact", row,
                                  {.name = words,
                                   .description = detail,
                                   .states = static_cast<std::uint32_t>(state_expandable | (draft ? state_expanded : state_none)),
                                   .radius = 4});
    if (press.hovered) ImGui::GetWindowDrawList()->AddRectFilled(top_left(row), bottom_right(row), with_alpha(colours.line, 0.5f), px(4));
    draw::certainty_bars(*ImGui::GetWindowDrawList(), {row.x + px(2), row.y + px(5)}, px(12), fact.certainty);
    draw_paragraph({row.x + indent, row.y, width, 0}, type(Type::body), colours.text, words);
    draw_paragraph({row.x + indent, row.y + height, width, 0}, type(Type::caption), colours.text3, detail);
    if (press.pressed && draft && !draft->holds_work())
        state.facts.erase(state.facts.begin() + (draft - state.facts.data())), draft = nullptr;
    else if (press.pressed && !draft)
        draft = &begin_fact(state, person.id, fact, about_attitude), state.first_frame = state.to_fact = true;
    if (draft) draw_form(column, frame, state, deal, person, *draft);
    ImGui::PopID();
}

}  // namespace

void draw_person_facts(Column& column, const Frame& frame, PeopleState& state, const Deal& deal, const Person& shown) {
    const Person& person = *find_person(deal, shown.id);
    column.divide(px(20));
    explained_heading(frame, column.next(section_height(), px(4)), say(Phrase::person_heard), "evidence");
    if (person.support_evidence.empty() && person.attitude_evidence.empty())
        column.y += paragraph(column.next(0), type(Type::body), palette().text2, say(Phrase::person_heard_nothing)) + px(4);
    for (const Evidence& fact : person.support_evidence) draw_fact_row(column, frame, state, deal, person, fact, false);
    for (const Evidence& fact : person.attitude_evidence) draw_fact_row(column, frame, state, deal, person, fact, true);
    PersonFactDraft* draft = draft_of(state, person.id, {});
    if (state.writing_fact && !draft) {
        Evidence fact;
        fact.date = frame.today, fact.certainty = Certainty::explicit_;
        draft = &begin_fact(state, person.id, fact, false);
    }
    if (draft) return draw_form(column, frame, state, deal, person, *draft);
    const Rect row = column.next(control_height());
    if (button("fact-add", {row.x, row.y, std::min(row.width, button_width(say(Phrase::fact_add))), row.height}, say(Phrase::fact_add)))
        state.writing_fact = state.first_frame = state.to_fact = true;
}

void draw_person_links(Column& column, const Frame& frame, PeopleState& state, const Deal& deal, const Person& person) {
    const Palette& colours = palette();
    column.divide(px(20));
    heading(column.next(section_height(), px(4)), type(Type::section), say(Phrase::links_title), 2, colours.text);
    {
        const Group list(ui::Role::list, "links", say(Phrase::links_title), {column.area.x, column.y, column.area.width, px(28)});
        int at = 0;
        for (const Link& link : deal.links) {
            const bool from = link.from == person.id;
            if (!from && link.to != person.id) continue;
            ImGui::PushID(at++);
            const std::string other = person_name(deal, from ? link.to : link.from);
            const std::string words = say_named(from ? "link_out_" : "link_in_", name_of(link.kind)) + other;
            Rect row = column.next(control_height());
            const Group item(ui::Role::listitem, "link", "", row);
            const Rect close = cut_right(row, control_height(), px(4));
            const Rect mark = cut_left(row, px(34), px(8));
            const bool outwards = from || link.kind != LinkKind::influences;
            draw::draw_link(*ImGui::GetWindowDrawList(), {outwards ? mark.x : right(mark), centre(mark).y},
                            {outwards ? right(mark) : mark.x, centre(mark).y}, link.kind);
            label(row, type(Type::body), colours.text, link.note.empty() ? words : words + " \u00B7 " + link.note);
            if (icon_button("remove", close, say(Phrase::link_remove, {{"link", words}}), paint_icon<draw::Icon::close>))
                frame.act(RemoveLink{deal.id, link});
            ImGui::PopID();
        }
        if (at == 0) column.y += paragraph(column.next(0), type(Type::body), colours.text2, say(Phrase::links_none)) + px(4);
    }
    if (deal.people.size() < 2) return;
    if (!state.new_link) {
        const Rect row = column.next(control_height());
        if (button("link-add", {row.x, row.y, std::min(row.width, button_width(say(Phrase::link_add))), row.height}, say(Phrase::link_add)))
            state.new_link = LinkKind::reports_to;
        return;
    }
    std::array<std::string, 4> names;
    std::array<std::string_view, 4> views;
    for (std::size_t i = 0; i < 4; ++i) names[i] = link_word(static_cast<LinkKind>(i)), views[i] = names[i];
    state.new_link =
        static_cast<LinkKind>(choice_row(column, "link-kind", say(Phrase::link_kind), views, static_cast<int>(*state.new_link)));
    Rect row = column.next(control_height(), px(4));
    const Rect cancel = cut_right(row, button_width(say(Phrase::cancel)), px(8));
    const std::string prompt = say_named("link_pick_", name_of(*state.new_link));
    value_button("link-person", row, "", prompt, "link-people");
    if (begin_menu("link-people", prompt, {row.x, bottom(row) + px(2)}, row.width)) {
        for (const Person& other : deal.people) {
            if (other.id == person.id ||
                !menu_item(format(other.id), other.title.empty() ? other.name : other.name + " \u00B7 " + other.title))
                continue;
            Link link;
            link.from = person.id, link.to = other.id, link.kind = *state.new_link;
            frame.act(PutLink{deal.id, link, {}});
            state.new_link.reset();
        }
        end_menu();
    }
    if (button("link-cancel", cancel, say(Phrase::cancel))) state.new_link.reset();
}

}  // namespace views

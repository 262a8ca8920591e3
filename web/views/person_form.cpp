// A person's details, and a new person in one line.
#include "codec/typed_input.h"
#include "codec/typed_person.h"
#include "model/text.h"
#include "model/words.h"
#include "reading/position_evidence.h"
#include "ui/widgets.h"
#include "views/people_parts.h"
#include "views/people_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::size_t role_count = 9;

std::vector<std::string> names_in(std::string_view text) {
    std::vector<std::string> names;
    while (!text.empty()) {
        std::size_t end = text.size(), skip = 0;
        for (const std::string_view separator : {",", ";", "\u3001", "\uFF0C", "\uFF1B"}) {
            const std::size_t at = text.find(separator);
            if (at < end) end = at, skip = separator.size();
        }
        if (const std::string_view name = trimmed(text.substr(0, end)); !name.empty()) names.emplace_back(name);
        text.remove_prefix(std::min(end + skip, text.size()));
    }
    return names;
}

// The form's fields on the person as they are now: what the form does not hold may have changed meanwhile.
Person with_fields(Person person, const PersonDraft& draft, std::optional<Date> last) {
    const Person& form = draft.person;
    person.name = form.name, person.title = form.title, person.department = form.department;
    person.roles = form.roles, person.person_class = form.person_class, person.kind = form.kind, person.inside_help = form.inside_help;
    person.business_result = form.business_result, person.personal_win = form.personal_win, person.notes = form.notes;
    person.contact.held_by = names_in(draft.held_by), person.contact.last = last;
    return person;
}

template <class Enum, std::size_t Count>
void pick(Column& column, std::string_view id, Phrase name, std::string_view prefix, Enum& value) {
    std::array<std::string, Count> names;
    std::array<std::string_view, Count> views;
    for (std::size_t i = 0; i < Count; ++i) names[i] = say_named(prefix, name_of(static_cast<Enum>(i))), views[i] = names[i];
    value = static_cast<Enum>(choice_row(column, id, say(name), views, static_cast<int>(value)));
}

void draw_roles(Column& column, std::vector<compass::Role>& roles) {
    draw_text_in(column.next(px(22)), type(Type::caption), palette().text2, say(Phrase::column_roles));
    const Group group(ui::Role::group, "roles", say(Phrase::column_roles), column.area);
    const float height = scale() == Scale::phone ? control_height() : px(28);
    Rect row = column.next(height);
    const float half = (column.area.width - px(12)) / 2;
    for (std::size_t i = 0; i < role_count; ++i) {
        const auto role = static_cast<compass::Role>(i);
        const std::string words = role_sign(type_of(role)) + " " + role_word(role);
        const auto at = std::find(roles.begin(), roles.end(), role);
        bool on = at != roles.end();
        if (row.width < half) row = column.next(height);
        if (!check(role_word(role), cut_left(row, half, px(12)), words, on)) continue;
        if (on)
            roles.push_back(role);
        else
            roles.erase(at);
        std::sort(roles.begin(), roles.end());
    }
    column.y += px(8);
}

// What stands at the top of a panel: back, and what it is.
void draw_panel_head(Column& column, PeopleState& state, std::string_view words) {
    Rect head = column.next(px(32), px(8));
    if (scale() != Scale::phone &&
        icon_button("back", cut_left(head, px(32), px(6)), say(Phrase::back), paint_icon<draw::Icon::chevron_left>))
        state.panel = PeoplePanel::person;
    heading(head, type(Type::title), words, 2, palette().text);
}

Column panel_column(const Rect& area) {
    const float padding = px(scale() == Scale::phone ? 16 : 20);
    return {{area.x + padding, area.y, area.width - 2 * padding, area.height}, area.y + px(14)};
}

Phrase part_name(TypedPart part) {
    static constexpr std::array names = {
        Phrase::column_person,    Phrase::person_title,         Phrase::person_department, Phrase::column_roles,   Phrase::person_class,
        Phrase::column_influence, Phrase::column_participation, Phrase::column_attitude,   Phrase::column_support, Phrase::typed_unread};
    return names[static_cast<std::size_t>(part)];
}

std::string part_meaning(const TypedWords& words, const Person& person) {
    switch (words.part) {
        case TypedPart::role: return role_word(words.role);
        case TypedPart::person_class: return class_word(person.person_class);
        case TypedPart::influence: return degree_word(person.influence);
        case TypedPart::participation: return degree_word(person.participation);
        case TypedPart::attitude: return attitude_word(person.attitude);
        case TypedPart::support: return support_words(person.support);
        default: return words.words;
    }
}

// What was understood, before anything is applied.
void draw_understood(Column& column, const TypedPerson& typed) {
    const Palette& colours = palette();
    const Group list(ui::Role::list, "understood", say(Phrase::typed_understood), {column.area.x, column.y, column.area.width, px(26)});
    const float name_width = px(language() == Language::zh ? 78 : 104);
    for (std::size_t i = 0; i < typed.parts.size(); ++i) {
        const TypedWords& part = typed.parts[i];
        const bool unread = part.part == TypedPart::unread;
        std::string meaning = part_meaning(part, typed.person);
        if (part.assumed) meaning += say(Phrase::typed_assumed);
        if (unread) meaning += say(Phrase::typed_left_out);
        const float width = column.area.width - name_width - px(20);
        Rect row = column.next(std::max(px(26), paragraph_height(type(Type::body), meaning, width) + px(6)));
        ImGui::PushID(static_cast<int>(i));
        const Group item(ui::Role::listitem, "part", "", row);
        ui::reading("words", row, std::string(say(part_name(part.part))) + ": " + meaning);
        ImGui::PopID();
        cut_left(row, px(4));
        draw_text_in({row.x, row.y, name_width, px(26)}, type(Type::caption), unread ? colours.negative : colours.text3,
                     say(part_name(part.part)));
        draw_paragraph({row.x + name_width, row.y + px(3), width, 0}, type(Type::body, unread ? Face::regular : Face::bold),
                       unread ? colours.negative : colours.text, meaning);
    }
}

}  // namespace

PersonDraft& begin_person_form(PeopleState& state, const Person& person) {
    const auto found =
        std::find_if(state.drafts.begin(), state.drafts.end(), [&](const PersonDraft& draft) { return draft.person.id == person.id; });
    if (found != state.drafts.end()) return *found;
    std::string held_by;
    for (const std::string& name : person.contact.held_by) held_by += (held_by.empty() ? "" : say(Phrase::list_separator)) + name;
    const std::string last = person.contact.last ? format(*person.contact.last) : "";
    return state.drafts.emplace_back(PersonDraft{person, person, held_by, held_by, last, last});
}

float draw_person_form(const Frame& frame, PeopleState& state, const Deal& deal, const Rect& area) {
    const Person* person = find_person(deal, state.chosen);
    if (!person) {
        state.panel = PeoplePanel::person;
        return 0;
    }
    PersonDraft& draft = begin_person_form(state, *person);
    Column column = panel_column(area);
    draw_panel_head(column, state, person->name);
    const auto field = [&](std::string_view id, Phrase name, std::string& value, const FieldOptions& options) {
        text_field(id, column.next(field_height(options), px(8)), say(name), value, options);
    };
    const bool no_name = trimmed(draft.person.name).empty();
    field("name", Phrase::column_person, draft.person.name,
          {.error = no_name ? say(Phrase::person_name_missing) : "", .take_focus = std::exchange(state.first_frame, false)});
    field("title", Phrase::person_title, draft.person.title, {});
    field("department", Phrase::person_department, draft.person.department, {});
    draw_roles(column, draft.person.roles);
    pick<PersonClass, 4>(column, "class", Phrase::person_class, "class_", draft.person.person_class);
    pick<PersonKind, 7>(column, "kind", Phrase::person_kind, "kind_", draft.person.kind);
    pick<InsideHelp, 3>(column, "inside", Phrase::person_inside, "inside_", draft.person.inside_help);
    field("result", Phrase::person_result_long, draft.person.business_result, {.hint = say(Phrase::fact_text_hint), .several_lines = true});
    field("win", Phrase::person_win_long, draft.person.personal_win, {.hint = say(Phrase::fact_text_hint), .several_lines = true});
    field("held-by", Phrase::contact_held_by, draft.held_by, {});
    const std::optional<Date> last = read_typed_date(draft.last, frame.today, Ahead::no);
    const bool wrong = !draft.last.empty() && !last, ahead = last && *last > frame.today;
    field("last", Phrase::contact_last, draft.last,
          {.hint = say(Phrase::form_signing_date_hint),
           .error = wrong   ? say(Phrase::form_date_wrong)
                    : ahead ? say(Phrase::fact_date_ahead)
                            : ""});
    field("notes", Phrase::person_notes, draft.person.notes, {.several_lines = true});
    Rect row = column.next(control_height(), px(8));
    const bool saved = button("person-save", cut_left(row, button_width(say(Phrase::form_save)), px(8)), say(Phrase::form_save),
                              ButtonKind::primary, !no_name && !wrong && !ahead);
    const bool cancelled = button("person-cancel", cut_left(row, button_width(say(Phrase::cancel))), say(Phrase::cancel));
    if (saved) frame.act(PutPerson{deal.id, with_fields(*person, draft, last)});
    if (saved || cancelled) {
        state.drafts.erase(state.drafts.begin() + (&draft - state.drafts.data()));
        state.panel = PeoplePanel::person;
    }
    return column.y + px(20) - area.y;
}

float draw_person_line(const Frame& frame, PeopleState& state, const Deal& deal, const Rect& area) {
    const Palette& colours = palette();
    Column column = panel_column(area);
    draw_panel_head(column, state, say(Phrase::person_add));
    column.y += paragraph(column.next(0), type(Type::body), colours.text2, say(Phrase::typed_help)) + px(10);
    const FieldOptions options{.hint = say(Phrase::typed_hint), .take_focus = std::exchange(state.first_frame, false)};
    const FieldResult field =
        text_field("person-line", column.next(field_height(options), px(8)), say(Phrase::typed_line), state.line, options);
    const TypedPerson typed = read_typed_person(state.line);
    draw_understood(column, typed);
    const bool has_name = !typed.person.name.empty();
    std::string told;
    if (!state.line.empty() && !has_name) told = say(Phrase::typed_no_name);
    const auto same = [&](const Person& one) { return has_name && one.name == typed.person.name; };
    if (std::any_of(deal.people.begin(), deal.people.end(), same)) told = say(Phrase::typed_same_name, {{"name", typed.person.name}});
    const auto is_final = [](const Person& one) { return has_role(one, compass::Role::economic_final); };
    const auto other_final = std::find_if(deal.people.begin(), deal.people.end(), is_final);
    if (is_final(typed.person) && other_final != deal.people.end()) told = say(Phrase::typed_second_final, {{"name", other_final->name}});
    if (!told.empty()) column.y += paragraph(column.next(0), type(Type::body), colours.negative, told) + px(4);
    column.y += px(6);
    Rect row = column.next(control_height(), px(8));
    const bool pressed = button("person-put", cut_left(row, button_width(say(Phrase::typed_put)), px(8)), say(Phrase::typed_put),
                                ButtonKind::primary, has_name);
    if (button("person-close", cut_left(row, button_width(say(Phrase::close)), px(8)), say(Phrase::close)))
        state.panel = PeoplePanel::person;
    const bool entered = field.editing && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
    if (has_name && (pressed || entered)) {
        frame.act(PutPerson{deal.id, typed.person});
        state.added = typed.person.name;
        state.line.clear();
        state.first_frame = true;
    }
    if (!state.added.empty()) {
        const std::string words = say(Phrase::typed_added, {{"name", state.added}});
        const Rect said = column.next(px(24));
        draw_text_in(said, type(Type::body), colours.text2, words);
        mirror().add({.id = ImGui::GetID("added"), .role = ui::Role::status, .name = words, .rect = said, .states = state_polite});
    }
    return column.y + px(20) - area.y;
}

}  // namespace views

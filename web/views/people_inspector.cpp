#include "draw/figures.h"
#include "draw/icons.h"
#include "model/words.h"
#include "ui/widgets.h"
#include "views/handbook.h"
#include "views/people_parts.h"
#include "views/people_words.h"

#include <algorithm>
#include <array>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::size_t findings_at_most = 4;

// The worst flag says what to do first; about everybody where nobody is chosen.
void draw_person_findings(Column& column, const Frame& frame, PeopleState& state, const Box<Deal>& deal) {
    const Palette& colours = palette();
    const Playbook& playbook = frame.readings.whole_playbook();
    const Warnings& warnings = frame.readings.warnings_of(deal);
    const Font bold = type(Type::body, Face::bold), small = type(Type::caption);
    std::size_t shown = 0;
    const auto draw_one = [&](const Finding& finding) {
        const bool on_people = finding.person || (!finding.facts.empty() && finding.facts.front().place.starts_with("/people"));
        if (shown == findings_at_most || !on_people || (state.chosen && finding.person != state.chosen)) return;
        const std::string step = step_of(finding, *deal, playbook, language()), words = text_of(finding, *deal, playbook, language());
        const float indent = px(26), width = column.area.width - indent;
        const float height = paragraph_height(bold, step, width) + paragraph_height(small, words, width) + px(8);
        const Rect row = column.next(std::max(height, finding.person && !state.chosen ? press_row_height() : 0), px(2));
        ImGui::PushID(static_cast<int>(shown++));
        const std::string sentence = say(Phrase::person_step_sentence, {{"step", step}, {"finding", words}});
        if (finding.person && !state.chosen) {
            const Rect plate = {row.x - px(8), row.y - px(2), row.width + px(16), row.height};
            const Press press = ui::press("finding", plate, {.name = sentence, .radius = 4});
            if (press.hovered)
                ImGui::GetWindowDrawList()->AddRectFilled(top_left(plate), bottom_right(plate), with_alpha(colours.line, 0.5f), px(4));
            if (press.pressed) choose(state, finding.person);
        } else {
            ui::reading("finding", row, sentence);
        }
        ImGui::PopID();
        const draw::FlagShape shape = finding.severity == Severity::stop   ? draw::FlagShape::stop
                                      : finding.severity == Severity::warn ? draw::FlagShape::warn
                                                                           : draw::FlagShape::note;
        draw::draw_flag(*ImGui::GetWindowDrawList(), shape, {row.x + px(8), row.y + line_height(bold) / 2}, px(15),
                        finding.severity == Severity::note ? colours.text2 : colours.negative, colours.panel);
        const float taken = draw_paragraph({row.x + indent, row.y, width, 0}, bold, colours.text, step);
        draw_paragraph({row.x + indent, row.y + taken, width, 0}, small, colours.text2, words);
    };
    heading(column.next(section_height(), px(2)), type(Type::section), say(Phrase::person_next), 2, colours.text);
    const float top = column.y;
    for (const Finding& finding : warnings.flags) draw_one(finding);
    for (const Finding& finding : warnings.contradictions) draw_one(finding);
    // What it would bring, by the navigator.
    for (const NextStep& step : state.kept.steps) {
        if (step.person != state.chosen || step.gain < 0.001 || (step.kind != StepKind::cover && step.kind != StepKind::raise_support))
            continue;
        const Phrase words = step.kind == StepKind::cover ? Phrase::step_cover : Phrase::step_raise_support;
        column.y += paragraph(column.next(0), type(Type::body), colours.text2, say(words, {{"gain", points(step.gain)}})) + px(4);
    }
    if (column.y == top) column.y += paragraph(column.next(0), type(Type::body), colours.text2, say(Phrase::person_nothing_to_do)) + px(4);
}

// The suggested way to whoever is not covered, with who on it is at odds with somebody of weight.
void draw_way(Column& column, const PeopleState& state, const Deal& deal) {
    const Palette& colours = palette();
    const std::vector<IntroductionStep>& way = state.kept.way;
    const Person* target = find_person(deal, state.kept.target);
    if (!target || state.kept.covered[static_cast<std::size_t>(target - deal.people.data())]) return;
    column.divide(px(20));
    heading(column.next(section_height(), px(4)), type(Type::section), say(Phrase::way_title, {{"person", target->name}}), 2, colours.text);
    if (way.size() < 2) {
        column.y += paragraph(column.next(0), type(Type::body), colours.text2, say(Phrase::way_none));
        return;
    }
    const Group list(ui::Role::list, "way", say(Phrase::way_title, {{"person", target->name}}), column.area);
    for (std::size_t i = 1; i < way.size(); ++i) {
        const Person *from = find_person(deal, way[i - 1].person), *to = find_person(deal, way[i].person);
        if (!from || !to) continue;
        const std::string words = say(i + 1 == way.size() ? Phrase::way_last : Phrase::way_step, {{"from", from->name}, {"to", to->name}});
        const std::string why = say_named("way_by_", name_of(way[i].by.value_or(LinkKind::influences))) + " \u00B7 " + from->name + " " +
                                support_words(from->support);
        const Font bold = type(Type::body, Face::bold), small = type(Type::caption);
        const float indent = px(30), width = column.area.width - indent,
                    height = paragraph_height(bold, words, width) + paragraph_height(small, why, width);
        const Rect row = column.next(height, px(8));
        ImGui::PushID(static_cast<int>(i));
        const Group item(ui::Role::listitem, "step", "", row);
        ui::reading("words", row, std::to_string(i) + " " + words + " " + why);
        ImGui::PopID();
        ImDrawList& draw_list = *ImGui::GetWindowDrawList();
        if (i + 1 < way.size())
            draw_list.AddLine({row.x + px(10), row.y + px(22)}, {row.x + px(10), bottom(row) + px(6)}, colours.accent_line, line_px(1.5f));
        draw_list.AddCircleFilled({row.x + px(10), row.y + px(10)}, px(10), colours.accent);
        draw_text_in({row.x, row.y, px(20), px(20)}, bold, colours.on_accent, std::to_string(i), Align::centre);
        const float taken = draw_paragraph({row.x + indent, row.y, width, 0}, bold, colours.text, words);
        draw_paragraph({row.x + indent, row.y + taken, width, 0}, small, colours.text2, why);
    }
    for (const Link& link : deal.links) {
        if (link.kind != LinkKind::in_conflict) continue;
        for (const bool turned : {false, true}) {
            const Person *helper = find_person(deal, turned ? link.to : link.from),
                         *other = find_person(deal, turned ? link.from : link.to);
            const bool on_way =
                helper && std::any_of(way.begin(), way.end() - 1, [&](const IntroductionStep& step) { return step.person == helper->id; });
            if (!on_way || !other || other->influence == Degree::low) continue;
            const std::string words = say(Phrase::way_conflict, {{"person", helper->name}, {"other", other->name}});
            const float width = column.area.width - px(56);
            const float height = paragraph_height(type(Type::body), words, width) + px(16);
            const Rect plate = column.next(height, px(4));
            ImGui::GetWindowDrawList()->AddRectFilled(top_left(plate), bottom_right(plate), colours.negative_soft, px(6));
            draw::draw_flag(*ImGui::GetWindowDrawList(), draw::FlagShape::warn, {plate.x + px(20), plate.y + px(17)}, px(15),
                            colours.negative, colours.negative_soft);
            paragraph({plate.x + px(40), plate.y + px(8), width, 0}, type(Type::body), colours.text, words);
        }
    }
}

template <class Enum, std::size_t Count, class Word>
std::optional<Enum> choose_one(Column& column, std::string_view id, Phrase name, const std::array<Enum, Count>& all, Enum now, Word word,
                               std::string_view note = {}) {
    std::array<std::string, Count> names;
    std::array<std::string_view, Count> views;
    int chosen = -1;
    for (std::size_t i = 0; i < Count; ++i) {
        names[i] = word(all[i]), views[i] = names[i];
        if (all[i] == now) chosen = static_cast<int>(i);
    }
    const int after = choice_row(column, id, say(name), views, chosen, note);
    return after == chosen ? std::nullopt : std::optional(all[static_cast<std::size_t>(after)]);
}

void row_name(Column& column, std::string_view name, std::string_view note, ImU32 note_ink, std::optional<Certainty> bars = {},
              bool has_bars = false) {
    Rect head = column.next(px(20));
    draw_text_in(cut_left(head, text_width(type(Type::caption), name), px(10)), type(Type::caption), palette().text2, name);
    if (note.empty()) return;
    const float bars_width = has_bars ? px(24) : 0, needed = text_width(type(Type::caption), note) + 1;
    if (needed + bars_width > head.width) head = column.next(px(20));  // below the name, where it is too long
    const Rect place =
        head.width == column.area.width ? Rect{head.x + bars_width, head.y, head.width - bars_width, head.height} : cut_right(head, needed);
    label(place, type(Type::caption), note_ink, note);
    if (has_bars) draw::certainty_bars(*ImGui::GetWindowDrawList(), {place.x - px(24), centre(place).y - px(6)}, px(12), bars);
}

// Unknown, and −5 … +5. Returns whether another one was pressed.
bool support_scale(Column& column, const Deal& deal, const Person& person, std::optional<int>& support) {
    const Palette& colours = palette();
    const auto certainty = best_certainty(person);
    std::string note = support_words(person.support);
    if (person.support) {
        Id only;
        bool others = false;
        for (const Evidence& fact : person.support_evidence) others = others || (only && fact.source != only), only = fact.source;
        note += " \u00B7 " + (certainty ? certainty_word(*certainty) : std::string(say(Phrase::person_no_grounds)));
        if (only && !others && only != person.id)
            note += " \u00B7 " + say(Phrase::person_one_source, {{"person", person_name(deal, only)}});
    }
    const bool weak = !person.support || !certainty || *certainty == Certainty::unclear;
    row_name(column, say(Phrase::column_support), note, weak ? colours.negative : colours.text2, certainty, person.support.has_value());
    const int in_row = scale() == Scale::phone ? 6 : 12;
    const float height = scale() == Scale::phone ? control_height() : px(28), gap = px(2);
    const int now = person.support ? *person.support + 6 : 0;
    Radios radios("support", say(Phrase::column_support), {column.area.x, column.y, column.area.width, height}, now);
    ImGui::PushID("support");
    for (int start = 0; start < 12; start += in_row) {
        const Rect row = column.next(height, gap);
        for (int i = 0; i < in_row; ++i) {
            const std::optional<int> value = start + i == 0 ? std::nullopt : std::optional(start + i - 6);
            const bool on = value == person.support;
            const Rect cell = ui::column(row, i, in_row, gap);
            const std::string name = support_words(value), number = support_number(value);
            const Press press = radios.item(number, cell, name);
            ImDrawList& list = *ImGui::GetWindowDrawList();
            list.AddRectFilled(top_left(cell), bottom_right(cell),
                               on && value     ? draw::support_colour(value)
                               : press.hovered ? colours.raised
                                               : colours.sunk,
                               px(4));
            if (on) list.AddRect(top_left(cell), bottom_right(cell), colours.text, px(4), 0, line_px(1.5f));
            draw_text_in(cell, type(Type::caption, on ? Face::bold : Face::regular),
                         on && value ? draw::ink_on(draw::support_colour(value)) : colours.text2, number, Align::centre);
            if (press.hovered) tooltip(name);
        }
    }
    ImGui::PopID();
    column.y += px(8);
    const int to = radios.chosen();
    if (to == now) return false;
    support = to == 0 ? std::nullopt : std::optional(to - 6);
    return true;
}

void draw_ratings(Column& column, const Frame& frame, PeopleState& state, const Box<Deal>& deal, const Person& person) {
    RatePerson rating{deal->id, person.id, person.support, person.influence, person.attitude};
    constexpr std::array degrees = {Degree::high, Degree::medium, Degree::low};
    bool rated = support_scale(column, *deal, person, rating.support);
    std::string causes;
    for (const InfluenceCause cause : person.influence_causes)
        causes += (causes.empty() ? "" : say(Phrase::list_separator)) + say_named("cause_", name_of(cause));
    if (const auto one = choose_one(column, "influence", Phrase::column_influence, degrees, person.influence, degree_word, causes))
        rating.influence = *one, rated = true;
    constexpr std::array attitudes = {Attitude::unknown, Attitude::growth, Attitude::trouble, Attitude::even_keel, Attitude::overconfident};
    if (const auto one = choose_one(column, "attitude", Phrase::column_attitude, attitudes, person.attitude, attitude_word))
        rating.attitude = *one, rated = true;
    if (rated) rate(frame, state, deal, rating);
    bool on = state.trying;
    if (deal->status == DealStatus::open && check("trying", column.next(control_height(), px(8)), say(Phrase::person_try), on)) {
        state.trying = on;
        if (!on) state.trial.reset();
    }
    Person edited = *find_person(*deal, person.id);  // not what is only tried
    if (const auto one = choose_one(column, "participation", Phrase::column_participation, degrees, person.participation, degree_word))
        edited.participation = *one;
    constexpr std::array ladders = {ContactLadder::unknown, ContactLadder::known, ContactLadder::connected, ContactLadder::trusting,
                                    ContactLadder::acting_for_us};
    if (const auto one = choose_one(column, "ladder", Phrase::person_ladder, ladders, person.contact.ladder, ladder_word))
        edited.contact.ladder = *one;
    const bool covered = is_covered(person, frame.playbook.people, frame.today);
    std::string ours;
    for (const std::string& name : person.contact.held_by) ours += (ours.empty() ? "" : say(Phrase::list_separator)) + name;
    if (ours.empty()) ours = say(Phrase::contact_nobody);
    const std::string contact = ours + " \u00B7 " + contact_words(person, covered, frame.today);
    row_name(column, say(Phrase::column_contact), contact, covered ? palette().text2 : palette().negative);
    if (person.contact.last != frame.today) {
        const Rect row = column.next(control_height(), px(4));
        if (button("met-today", {row.x, row.y, std::min(row.width, button_width(say(Phrase::contact_today))), row.height},
                   say(Phrase::contact_today))) {
            edited.contact.last = frame.today;
            edited.contact.ladder = std::max(edited.contact.ladder, ContactLadder::connected);
        }
    }
    if (edited != *find_person(*deal, person.id)) frame.act(PutPerson{deal->id, edited});
}

void draw_own_words(Column& column, const Frame& frame, const Person& person) {
    const Palette& colours = palette();
    column.divide(px(20));
    explained_heading(frame, column.next(section_height()), say(Phrase::person_wants), "result_and_win");
    const auto line = [&](Phrase name, const std::string& words) {
        const float indent = px(language() == Language::zh ? 44 : 58), width = column.area.width - indent;
        const std::string told = words.empty() ? std::string(say(Phrase::person_not_asked)) : words;
        const Rect row = column.next(paragraph_height(type(Type::body), told, width), px(4));
        draw_text_in({row.x, row.y, indent, line_height(type(Type::body))}, type(Type::body), colours.text2, say(name));
        draw_paragraph({row.x + indent, row.y, width, 0}, type(Type::body), words.empty() ? colours.negative : colours.text, told);
        ui::reading(say(name), row, std::string(say(name)) + ": " + told);
    };
    line(Phrase::person_result, person.business_result), line(Phrase::person_win, person.personal_win);
    if (!person.notes.empty()) line(Phrase::person_notes, person.notes);
}

void draw_title(Column& column, PeopleState& state, const Person& person) {
    const Palette& colours = palette();
    Rect head = column.next(px(30));
    const Rect edit = cut_right(head, control_height(), px(4));
    if (icon_button("edit-person", middle(edit, control_height()), say(Phrase::person_edit), paint_icon<draw::Icon::pencil>))
        begin_person_form(state, person), state.panel = PeoplePanel::edit, state.first_frame = true;
    heading(cut_left(head, std::min(head.width, text_width(type(Type::title), person.name)), px(10)), type(Type::title), person.name, 2,
            colours.text);
    if (const std::string word = class_word(person.person_class);
        !word.empty() && text_width(type(Type::caption), word) + px(16) < head.width) {
        const Rect tag = middle({head.x, head.y, text_width(type(Type::caption), word) + px(16), head.height}, px(22));
        ImGui::GetWindowDrawList()->AddRectFilled(top_left(tag), bottom_right(tag), colours.raised, px(5));
        label(tag, type(Type::caption), colours.text2, word, Align::centre);
    }
    std::string line;
    for (const std::string& part : {person.title, person.department, roles_line(person)}) {
        if (!part.empty()) line += (line.empty() ? "" : " \u00B7 ") + part;
    }
    column.y += paragraph(column.next(0), type(Type::body), colours.text2, line) + px(10);
}

}  // namespace

int choice_row(Column& column, std::string_view id, std::string_view name, std::span<const std::string_view> choices, int chosen,
               std::string_view note) {
    const Palette& colours = palette();
    row_name(column, name, note, colours.text3);
    const float height = scale() == Scale::phone ? control_height() : px(28), gap = px(4), padding = px(10);
    const Font bold = type(Type::body, Face::bold);
    Radios radios(id, name, {column.area.x, column.y, column.area.width, height}, chosen);
    ImGui::PushID(id.data(), id.data() + id.size());
    Rect row = column.next(height, gap);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const float width = std::max(text_width(bold, choices[i]) + 2 * padding, height);
        if (row.width < width) row = column.next(height, gap);
        const Rect cell = cut_left(row, width, gap);
        const bool on = static_cast<int>(i) == chosen;
        const Press press = radios.item(choices[i], cell, choices[i]);
        ImDrawList& list = *ImGui::GetWindowDrawList();
        list.AddRectFilled(top_left(cell), bottom_right(cell), on || press.hovered ? colours.raised : colours.sunk, px(4));
        if (on) list.AddRect(top_left(cell), bottom_right(cell), colours.line2, px(4), 0, line_px(1));
        draw_text_in(cell, on ? bold : type(Type::body), on ? colours.text : colours.text2, choices[i], Align::centre);
    }
    ImGui::PopID();
    column.y += px(6);
    return radios.chosen();
}

float draw_people_inspector(const Frame& frame, PeopleState& state, const Box<Deal>& deal, const Rect& area) {
    const float padding = px(scale() == Scale::phone ? 16 : 20);
    Column column{{area.x + padding, area.y, area.width - 2 * padding, area.height}, area.y + px(16)};
    const Box<Deal> shown = shown_deal(state, deal);  // a new trial would take it away
    const Person* person = find_person(*shown, state.chosen);
    if (shown->people.empty()) return 0;
    if (!person) {
        column.y += paragraph(column.next(0), type(Type::body), palette().text2,
                              say(scale() == Scale::phone ? Phrase::people_hint_phone : Phrase::people_hint)) +
                    px(12);
        draw_person_findings(column, frame, state, deal);
        draw_way(column, state, *shown);
        return column.y + px(20) - area.y;
    }
    draw_title(column, state, *person);
    draw_person_findings(column, frame, state, deal);
    column.divide(padding);
    draw_ratings(column, frame, state, deal, *person);
    draw_own_words(column, frame, *person);
    draw_way(column, state, *shown);
    draw_person_facts(column, frame, state, *deal, *person);
    draw_person_links(column, frame, state, *deal, *person);
    column.divide(padding);
    Rect row = column.next(control_height());
    if (button("edit-all", cut_left(row, button_width(say(Phrase::person_edit)), px(8)), say(Phrase::person_edit)))
        begin_person_form(state, *person), state.panel = PeoplePanel::edit, state.first_frame = true;
    if (button("remove-person", cut_left(row, button_width(say(Phrase::person_remove))), say(Phrase::person_remove), ButtonKind::danger))
        frame.act(RemovePerson{deal->id, person->id});
    return column.y + px(20) - area.y;
}

}  // namespace views

// After the visit: whom one met, one box for what was heard, and what its lines become.
#include "model/text.h"
#include "session/update.h"
#include "views/people_words.h"
#include "views/visit_parts.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace views {

using namespace compass;
using namespace ui;

namespace {

// Lines changed by hand stay while their text does.
void read_lines(const Frame& frame, KeptSigns& kept, VisitDraft& draft, const Box<Deal>& deal) {
    const bool same = draft.read_from && draft.read_from->same(deal) && draft.read_text == draft.text && draft.read_met == draft.met &&
                      draft.language == language();
    if (same) return;
    if (kept.playbook != &frame.playbook || kept.revision != frame.readings.revision())
        kept = {&frame.playbook, frame.readings.revision(), note_signs(frame.playbook)};
    std::vector<VisitLine> lines = read_note(draft.text, {*deal, kept.signs, frame.today, draft.met, frame.initials});
    std::vector<NotedLine> before;
    before.swap(draft.lines);
    for (VisitLine& line : lines) {
        NotedLine noted;
        const auto known =
            std::find_if(before.begin(), before.end(), [&](const NotedLine& one) { return one.changed && one.line.typed == line.typed; });
        if (known != before.end())
            noted.line = known->line, noted.changed = true, known->changed = false;
        else
            noted.line = std::move(line);
        noted.words = line_words(*deal, frame.playbook, noted.line, frame.today);
        draft.lines.push_back(std::move(noted));
    }
    draft.read_from = deal, draft.read_text = draft.text, draft.read_met = draft.met, draft.language = language();
    ++draft.made;
}

RecordVisit record_of(const VisitDraft& draft) {
    RecordVisit record{draft.deal, draft.met, {}};
    for (const NotedLine& noted : draft.lines)
        if (lack_of(noted.line) == LineLack::nothing) record.lines.push_back(noted.line);
    return record;
}

void keep_preview(const Frame& frame, VisitState& state, const VisitDraft& draft, const Box<Deal>& deal) {
    const DealReading& now = frame.readings.of(deal);
    VisitPreview& preview = state.preview;
    if (preview.made == draft.made && preview.readings == frame.readings.version()) return;
    preview = {draft.made, frame.readings.version(), {}, {}, {}};
    if (draft.ready() == 0) return;
    const Workspace next = update(frame.workspace, record_of(draft), {frame.today, 0}).workspace;
    const Deal* after = find_deal(next, draft.deal);
    if (!after) return;
    preview.after = read_deal(*after, find_customer(next, after->customer), frame.playbook, frame.today);
    if (now.index && preview.after->index) {
        const WinIndex& index = *preview.after->index;
        preview.words = std::string(say(Phrase::win_index)) + " " + percent(now.index->index.value) + " \u2192 " +
                        percent(index.index.value) + " (" + percent_range(index.band.low.value, index.band.high.value) + ")";
    }
    for (const Axis axis : all_axes) {
        const int from = level(deal->position.claimed, axis), to = level(after->position.claimed, axis);
        if (from == to) continue;
        preview.position += (preview.position.empty() ? "" : " \u00B7 ") + std::string(axis_short_word(axis)) + " " +
                            level_word(axis, from) + " \u2192 " + level_word(axis, to);
    }
}

void draw_met(Column& column, VisitDraft& draft, const Deal& deal) {
    const Rect row = column.next(control_height(), px(8));
    const std::string value = draft.met ? person_name(deal, draft.met) : std::string(say(Phrase::visit_met_nobody));
    draw_text_in({row.x, row.y, px(90), row.height}, type(Type::body), palette().text2, say(Phrase::visit_met));
    const float name = text_width(type(Type::body), say(Phrase::visit_met)) + px(12);
    const Rect field = {row.x + name, row.y, std::min(row.width - name, std::max(px(150), text_width(type(Type::body), value) + px(40))),
                        row.height};
    value_button("met", field, say(Phrase::visit_met), value, "met-menu");
    if (!begin_menu("met-menu", say(Phrase::visit_met), {field.x, bottom(field) + px(2)}, px(240))) return;
    if (menu_item("nobody", say(Phrase::visit_met_nobody), false, !draft.met)) draft.met = {};
    for (const Person& person : deal.people) {
        const std::string words = person.title.empty() ? person.name : person.name + " \u00B7 " + person.title;
        if (menu_item(format(person.id), words, false, person.id == draft.met)) draft.met = person.id;
    }
    end_menu();
}

// What saving would change, before it is done.
void draw_preview(Column& column, const Frame& frame, const VisitState& state, const Box<Deal>& deal) {
    const VisitPreview& preview = state.preview;
    const DealReading& now = frame.readings.of(deal);
    if (!preview.after || !now.index || !preview.after->index) return;
    const Palette& colours = palette();
    const Font small = type(Type::caption), strong = type(Type::title);
    const float pad = px(14), width = column.area.width - 2 * pad;
    const float moved = preview.position.empty() ? 0 : paragraph_height(type(Type::body, Face::bold), preview.position, width) + px(2);
    const Rect plate = column.next(px(10) + px(20) + moved + px(30) + px(10), px(12));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(top_left(plate), bottom_right(plate), colours.accent_soft, px(8));
    list.AddRect(top_left(plate), bottom_right(plate), colours.accent_line, px(8), 0, line_px(1.5f));
    Rect inner = inset(plate, pad, px(10));
    draw_text_in(cut_top(inner, px(20)), type(Type::caption, Face::bold), colours.accent_text, say(Phrase::visit_after_saving));
    if (moved > 0) draw_paragraph(cut_top(inner, moved), type(Type::body, Face::bold), colours.text, preview.position);
    Rect line = cut_top(inner, px(30));
    draw_text_in(cut_left(line, text_width(small, say(Phrase::win_index)), px(10)), small, colours.text2, say(Phrase::win_index));
    const std::string numbers = percent(now.index->index.value) + " \u2192 " + percent(preview.after->index->index.value);
    draw_text_in(cut_left(line, text_width(strong, numbers), px(10)), strong, colours.text, numbers);
    const Band& band = preview.after->index->band;
    draw_text_in(line, small, colours.text3, percent_range(band.low.value, band.high.value));
    const std::string sentence =
        preview.position.empty() ? preview.words : preview.position + say(Phrase::clause_separator) + preview.words;
    mirror().add({.id = id_of("preview"), .role = ui::Role::status, .name = sentence, .rect = plate, .states = state_polite});
}

void draw_saved_note(Column& column, const VisitState& state) {
    const Palette& colours = palette();
    const std::string& words = state.saved->words;
    const float width = column.area.width - px(28), height = paragraph_height(type(Type::body, Face::bold), words, width);
    const Rect plate = column.next(height + px(20), px(12));
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(plate), bottom_right(plate), colours.raised, px(8));
    draw_paragraph({plate.x + px(14), plate.y + px(10), width, 0}, type(Type::body, Face::bold), colours.text, words);
    mirror().add({.id = id_of("saved"), .role = ui::Role::status, .name = words, .rect = plate, .states = state_polite});
}

void draw_help(Column& column) {
    static constexpr std::array examples = {Phrase::visit_example_fact,   Phrase::visit_example_support, Phrase::visit_example_level,
                                            Phrase::visit_example_answer, Phrase::visit_example_task,    Phrase::visit_example_person};
    heading(column.next(section_height(), px(4)), type(Type::section), say(Phrase::visit_help_title), 3, palette().text);
    const Group list(ui::Role::list, "examples", say(Phrase::visit_help_title), {column.area.x, column.y, column.area.width, px(20)});
    for (const Phrase example : examples) {
        const float height = paragraph_height(type(Type::body), say(example), column.area.width);
        const Rect row = column.next(height, px(6));
        ImGui::PushID(static_cast<int>(example));
        const Group item(ui::Role::listitem, "example", "", row);
        paragraph(row, type(Type::body), palette().text2, say(example));
        ImGui::PopID();
    }
}

}  // namespace

int VisitDraft::ready() const {
    return static_cast<int>(
        std::count_if(lines.begin(), lines.end(), [](const NotedLine& noted) { return lack_of(noted.line) == LineLack::nothing; }));
}

void save_visit(const Frame& frame, VisitState& state, const Deal& deal) {
    VisitDraft& draft = state.draft();
    const int count = draft.ready();
    if (count == 0) return;
    std::string rest;
    int left = 0;
    for (const NotedLine& noted : draft.lines) {
        if (lack_of(noted.line) == LineLack::nothing) continue;
        rest += (rest.empty() ? "" : "\n") + noted.line.typed, ++left;
    }
    frame.act(record_of(draft));
    std::string words = say(Phrase::visit_saved, {{"count", whole(count)}});
    if (!state.preview.words.empty()) words += " " + state.preview.words;
    if (left > 0) words += " " + say(Phrase::visit_left, {{"count", whole(left)}});
    state.saved = VisitSaved{std::move(words), deal.id};
    draft.text = std::move(rest);
}

float draw_visit_note(const Frame& frame, VisitState& state, const Box<Deal>& deal, const Rect& area) {
    const float padding = px(scale() == Scale::phone ? 16 : 20);
    Column column{{area.x + padding, area.y, area.width - 2 * padding, area.height}, area.y + px(16)};
    VisitDraft& draft = state.draft();
    if (draft.met && !find_person(*deal, draft.met)) draft.met = {};
    heading(column.next(section_height(), px(6)), type(Type::section), say(Phrase::visit_note_title), 2, palette().text);
    draw_met(column, draft, *deal);
    const FieldOptions options{.hint = say(Phrase::visit_note_hint), .several_lines = true, .box = px(scale() == Scale::phone ? 150 : 170)};
    const FieldResult field =
        text_field("note", column.next(field_height(options), px(10)), say(Phrase::visit_note_field), draft.text, options);
    if (field.changed) state.saved.reset();
    read_lines(frame, state.signs, draft, deal);
    keep_preview(frame, state, draft, deal);
    const int ready = draft.ready();
    if (!draft.lines.empty()) draw_preview(column, frame, state, deal);
    if (state.saved && state.saved->deal == deal->id) draw_saved_note(column, state);
    if (scale() != Scale::phone) {
        const std::string words =
            ready > 0 ? say(Phrase::visit_save, {{"count", whole(ready)}}) : std::string(say(Phrase::visit_save_none));
        Rect row = column.next(control_height(), px(14));
        if (button("visit-save", cut_left(row, button_width(words), px(10)), words, ButtonKind::primary, ready > 0))
            save_visit(frame, state, *deal);
    }
    if (draft.lines.empty()) {
        draw_help(column);
    } else {
        heading(column.next(section_height(), px(6)), type(Type::section), say(Phrase::visit_understood), 3, palette().text);
        const Group list(ui::Role::list, "noted", say(Phrase::visit_understood), {column.area.x, column.y, column.area.width, px(20)});
        Column inner{{column.area.x + px(10), column.y, column.area.width - px(10), 0}, column.y};
        for (std::size_t i = 0; i < draft.lines.size(); ++i) draw_noted_line(inner, frame, draft, *deal, i);
        column.y = inner.y;
    }
    return column.y + px(20) - area.y;
}

}  // namespace views

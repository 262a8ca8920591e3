#include "views/axis_editor.h"

#include "codec/typed_input.h"
#include "draw/figures.h"
#include "model/text.h"
#include "ui/widgets.h"
#include "views/deal_words.h"
#include "views/fact_form.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace views {

using namespace compass;
using namespace ui;

namespace {

const Evidence* ticked(const std::vector<Evidence>& facts, const std::string& sign) {
    const auto found = std::find_if(facts.begin(), facts.end(), [&](const Evidence& fact) { return fact.sign == sign; });
    return found == facts.end() ? nullptr : &*found;
}

void edit(AxisEditorState& state, const Deal& deal, const Evidence& fact) {
    state.editing = fact.id, state.first_frame = true;
    if (state.draft(deal.id, *state.axis, fact.id)) return;
    const std::string date = fact.date ? format(*fact.date) : "";
    state.drafts.push_back({deal.id, *state.axis, fact, fact, date, date});
}

void stop_editing(AxisEditorState& state) {
    std::erase_if(state.drafts, [](const FactDraft& draft) { return !draft.holds_work(); });
    state.editing.reset();
}

void forget(AxisEditorState& state, const FactDraft& draft) {
    state.editing.reset();
    state.drafts.erase(state.drafts.begin() + (&draft - state.drafts.data()));
}

float draw_fact_form(const Frame& frame, AxisEditorState& state, FactDraft& draft, const Deal& deal, Rect area) {
    const float start = area.y;
    const FactFields fields = draw_fact_fields(frame, deal, draft.fact, draft.date, state.first_frame, area);

    Rect row = cut_top(area, control_height(), px(8));
    const bool saved = button("fact-save", cut_left(row, button_width(say(Phrase::form_save)), px(8)), say(Phrase::form_save),
                              ButtonKind::primary, fields.complete);
    const bool cancelled = button("fact-cancel", cut_left(row, button_width(say(Phrase::cancel)), px(8)), say(Phrase::cancel));
    const bool removed =
        draft.fact.id && button("fact-remove", cut_right(row, button_width(say(Phrase::remove))), say(Phrase::remove), ButtonKind::danger);
    if (std::exchange(state.first_frame, false)) scroll_to(start - ImGui::GetWindowPos().y + ImGui::GetScrollY(), area.y - start + px(20));
    if (saved) {
        draft.fact.date = fields.date;
        frame.act(PutEvidence{deal.id, draft.axis, draft.fact, {}});
    }
    if (removed) frame.act(RemoveEvidence{deal.id, draft.axis, draft.fact.id});
    if (saved || cancelled || removed) forget(state, draft);
    return area.y - start;
}

float draw_fact(const Frame& frame, AxisEditorState& state, const Deal& deal, const Evidence& fact, Rect area) {
    const Palette& colours = palette();
    const float start = area.y;
    ImGui::PushID(format(fact.id).c_str());
    const std::string words = fact.text.empty() ? std::string(say(Phrase::fact_no_words)) : fact.text;
    std::string detail = fact_detail(deal, fact, frame.today);
    FactDraft* draft = state.draft(deal.id, *state.axis, fact.id);
    if (draft && draft->holds_work()) detail += std::string(" \u00B7 ") + say(Phrase::fact_unfinished);
    const float text_height = paragraph_height(type(Type::body), words, area.width - px(28));
    const Rect row = {area.x, area.y, area.width, text_height + px(24)};
    const Press press =
        ui::press("fact", row,
                  {.name = words,
                   .description = detail,
                   .states = static_cast<std::uint32_t>(state_expandable | (state.editing == fact.id ? state_expanded : state_none) |
                                                        (state.led_to == fact.id ? state_current : state_none)),
                   .radius = 4});
    const bool found = state.led_to == fact.id;
    if (found && std::exchange(state.leads, false)) {
        mirror().request_focus(id_of("fact"));
        scroll_to(row.y - ImGui::GetWindowPos().y + ImGui::GetScrollY(), row.height + px(20));
    }
    if (found) ImGui::GetWindowDrawList()->AddRectFilled({row.x - px(8), row.y - px(4)}, bottom_right(row), colours.raised, px(4));
    if (press.hovered) ImGui::GetWindowDrawList()->AddRectFilled(top_left(row), bottom_right(row), with_alpha(colours.line, 0.5f), px(4));
    draw::certainty_bars(*ImGui::GetWindowDrawList(), {row.x + px(2), row.y + px(5)}, px(12), fact.certainty);
    draw_paragraph({row.x + px(28), row.y + px(1), row.width - px(28), 0}, type(Type::body),
                   fact.text.empty() ? colours.text3 : colours.text, words);
    draw_text_in({row.x + px(28), row.y + text_height, row.width - px(28), px(20)}, type(Type::caption), colours.text3, detail);
    cut_top(area, row.height, px(2));
    if (press.pressed) {
        const bool open = state.editing == fact.id;
        stop_editing(state);
        if (!open) edit(state, deal, fact);
        draft = state.draft(deal.id, *state.axis, fact.id);
    }
    if (state.editing == fact.id && draft) cut_top(area, draw_fact_form(frame, state, *draft, deal, area));
    ImGui::PopID();
    return area.y - start;
}

// A sign that ticks itself as a fact of today.
float draw_sign(const Frame& frame, const Deal& deal, const Sign& sign, const Rect& area) {
    const Evidence* fact = ticked(evidence_of(deal.position, sign.axis), sign.id);
    const std::string& words = in(language(), sign.text);
    const float words_height = paragraph_height(type(Type::body), words, area.width - px(32));
    const float height = std::max(scale() == Scale::phone ? control_height() : px(28), words_height + px(8));
    const Rect line = {area.x, area.y, area.width, height};
    const float words_y = line.y + std::floor((height - words_height) * 0.5f);
    const Press tick =
        ui::press(sign.id, line, {.role = ui::Role::checkbox, .name = words, .states = fact ? state_checked : state_none, .radius = 4});
    if (tick.hovered)
        ImGui::GetWindowDrawList()->AddRectFilled(top_left(line), bottom_right(line), with_alpha(palette().line, 0.5f), px(4));
    draw_check_box({line.x + px(8), words_y + px(3), px(15), px(15)}, fact, tick.hovered);
    draw_paragraph({line.x + px(32), words_y, line.width - px(32), 0}, type(Type::body), palette().text, words);
    if (tick.pressed && fact) {
        frame.act(RemoveEvidence{deal.id, sign.axis, fact->id});
    } else if (tick.pressed) {
        Evidence seen;
        seen.text = words, seen.date = frame.today, seen.certainty = Certainty::inferred, seen.sign = sign.id;
        frame.act(PutEvidence{deal.id, sign.axis, seen, sign.level});
    }
    return height;
}

// The four levels, each with its signs. Returns the height it took.
float draw_levels(const Frame& frame, const Deal& deal, Axis axis, Rect area) {
    const Palette& colours = palette();
    const AxisReading grounds = read_axis(deal.position, axis, frame.playbook, frame.today);
    const int now = level(deal.position.claimed, axis);
    const float start = area.y;
    Radios levels("levels", axis_word(axis), area, now);
    for (int to = 0; to < level_count; ++to) {
        const bool on = now == to;
        const std::string word = level_word(axis, to);
        const Rect row = cut_top(area, std::max(px(34), control_height()), px(2));
        ImGui::PushID(to);
        const Press press = levels.item("level", row, word);
        draw_level_plate(row, on, press.hovered);
        Rect inner = inset(row, px(12), 0);
        const std::string note = grounds.evidenced == to ? say(Phrase::evidence_here) : "";
        if (!note.empty())
            draw_text_in(cut_right(inner, text_width(type(Type::caption), note)), type(Type::caption),
                         on ? colours.on_accent : colours.text2, note);
        draw_text_in(inner, type(Type::strong, on ? Face::bold : Face::regular), on ? colours.on_accent : colours.text, word);
        for (const Sign& sign : frame.playbook.signs) {
            if (sign.axis == axis && sign.level == to) cut_top(area, draw_sign(frame, deal, sign, area));
        }
        ImGui::PopID();
        cut_top(area, px(8));
    }
    if (const int to = levels.chosen(); to != now) frame.act(SetLevel{deal.id, axis, to, {}});
    return area.y - start;
}

// A new fact; also one that was undone or removed elsewhere while it was being changed: saving it adds it again.
void adopt_orphan(AxisEditorState& state, const Deal& deal, const std::vector<Evidence>& facts) {
    if (!state.editing || !*state.editing) return;
    const auto is_edited = [&](const Evidence& fact) { return fact.id == *state.editing; };
    if (std::any_of(facts.begin(), facts.end(), is_edited)) return;
    FactDraft* draft = state.draft(deal.id, *state.axis, *state.editing);
    const bool worth_it = draft && draft->holds_work() && !state.draft(deal.id, *state.axis, {});
    if (!worth_it) return stop_editing(state);
    draft->fact.id = {}, draft->before = {}, state.editing = Id{};
}

}  // namespace

FactDraft* AxisEditorState::draft(const Id& deal, Axis of, const Id& fact) {
    const auto found = std::find_if(drafts.begin(), drafts.end(), [&](const FactDraft& draft) {
        return draft.deal == deal && draft.axis == of && draft.fact.id == fact;
    });
    return found == drafts.end() ? nullptr : &*found;
}

const FactDraft* AxisEditorState::unfinished(const Id& deal, Axis of) const {
    const auto found = std::find_if(drafts.begin(), drafts.end(),
                                    [&](const FactDraft& draft) { return draft.deal == deal && draft.axis == of && draft.holds_work(); });
    return found == drafts.end() ? nullptr : &*found;
}

bool AxisEditorState::holds_work() const {
    return std::any_of(drafts.begin(), drafts.end(), [](const FactDraft& draft) { return draft.holds_work(); });
}

void open_axis_editor(AxisEditorState& state, const Id& deal, Axis axis) {
    close_axis_editor(state);
    state.axis = axis;
    state.led_to = {};
    if (const FactDraft* draft = state.unfinished(deal, axis)) state.editing = draft->fact.id, state.first_frame = true;
}

void close_axis_editor(AxisEditorState& state) {
    stop_editing(state);
    state.axis.reset();
}

float draw_axis_editor(const Frame& frame, AxisEditorState& state, const Deal& deal, const Rect& whole) {
    const Palette& colours = palette();
    const Axis axis = *state.axis;
    const std::vector<Evidence>& facts = evidence_of(deal.position, axis);
    Rect area = {whole.x + px(20), whole.y + px(14), whole.width - px(40), whole.height};
    static constexpr Phrase questions[] = {Phrase::axis_stage_question, Phrase::axis_competition_question, Phrase::axis_urgency_question};

    Rect head = cut_top(area, px(32), px(2));
    // On a phone the header's button leads back here, too.
    const bool back = scale() != Scale::phone &&
                      icon_button("back", cut_left(head, px(32), px(6)), say(Phrase::back), paint_icon<draw::Icon::chevron_left>);
    layer(ImGui::GetID("axis-editor"), heading(head, type(Type::title), axis_word(axis), 2, colours.text));
    cut_top(area, paragraph(area, type(Type::body), colours.text2, say(questions[static_cast<int>(axis)])), px(12));

    cut_top(area, draw_levels(frame, deal, axis, area));
    cut_top(area, paragraph(area, type(Type::caption), colours.text3, say(Phrase::sign_hint)), px(14));

    heading(cut_top(area, px(26)), type(Type::section), say(Phrase::facts_title), 3, colours.text);
    adopt_orphan(state, deal, facts);
    if (facts.empty()) cut_top(area, paragraph(area, type(Type::body), colours.text2, say(Phrase::facts_empty)), px(4));
    for (const Evidence& fact : facts) cut_top(area, draw_fact(frame, state, deal, fact, area), px(6));
    FactDraft* fresh = state.draft(deal.id, axis, {});
    if (state.editing == Id{} && fresh) {
        cut_top(area, draw_fact_form(frame, state, *fresh, deal, area));
    } else if (Rect row = cut_top(area, control_height());
               button("fact-add", cut_left(row, std::min(row.width, button_width(say(Phrase::fact_add)))), say(Phrase::fact_add))) {
        Evidence fact;
        fact.date = frame.today, fact.certainty = Certainty::explicit_;
        edit(state, deal, fact);
    }
    if (back) close_axis_editor(state);
    return area.y + px(20) - whole.y;
}

}  // namespace views

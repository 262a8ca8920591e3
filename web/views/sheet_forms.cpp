// Beside the sheet while something on it is open: the form that changes it.
#include "codec/typed_input.h"
#include "model/text.h"
#include "ui/widgets.h"
#include "views/deal_words.h"
#include "views/fact_form.h"
#include "views/people_words.h"
#include "views/sheet_parts.h"
#include "views/task_line.h"

#include <algorithm>
#include <utility>

namespace views {

using namespace compass;
using namespace ui;

namespace {

const Task* task_of(const Deal& deal, const Id& id) {
    const auto found = std::find_if(deal.tasks.begin(), deal.tasks.end(), [&](const Task& task) { return task.id == id; });
    return found == deal.tasks.end() ? nullptr : &*found;
}
const Alternative* alternative_of(const Deal& deal, const Id& id) {
    const auto found =
        std::find_if(deal.alternatives.begin(), deal.alternatives.end(), [&](const Alternative& one) { return one.id == id; });
    return found == deal.alternatives.end() ? nullptr : &*found;
}
const TeamMember* member_of(const Deal& deal, TeamRole role) {
    const auto found = std::find_if(deal.team.begin(), deal.team.end(), [&](const TeamMember& one) { return one.role == role; });
    return found == deal.team.end() ? nullptr : &*found;
}

Evidence fresh_fact(Date today) {
    Evidence fact;
    fact.date = today, fact.certainty = Certainty::explicit_;
    return fact;
}

void write_fact(SheetDraft& draft, const Evidence& fact) {
    draft.fact = draft.fact_before = fact;
    draft.date = draft.date_before = fact.date ? format(*fact.date) : "";
    draft.writes_fact = true;
}

SheetDraft fresh_draft(const Frame& frame, const Deal& deal, const SheetTarget& target) {
    SheetDraft draft;
    draft.deal = deal.id, draft.target = target;
    if (target.part == SheetPart::answer) {
        draft.words[0] = answer_of(deal, target.question).text;
        if (answer_of(deal, target.question).evidence.empty()) write_fact(draft, fresh_fact(frame.today));
    } else if (const Task* task = task_of(deal, target.item); task && target.part == SheetPart::finish) {
        draft.words[0] = task->result;
    } else if (const Alternative* one = alternative_of(deal, target.item); one && target.part == SheetPart::alternative) {
        draft.words = {one->name, one->customers_view, one->our_unique_value}, draft.kind = one->kind;
    } else if (const TeamMember* member = member_of(deal, target.role); member && target.part == SheetPart::team) {
        draft.words[0] = member->name;
    }
    draft.words_before = draft.words, draft.kind_before = draft.kind;
    return draft;
}

SheetDraft* draft_of(SheetState& state, const SheetTarget& target) {
    const auto found = std::find_if(state.drafts.begin(), state.drafts.end(),
                                    [&](const SheetDraft& draft) { return draft.deal == state.deal && draft.target == target; });
    return found == state.drafts.end() ? nullptr : &*found;
}

void forget(SheetState& state, const SheetDraft& draft) {
    state.open.reset();
    state.drafts.erase(state.drafts.begin() + (&draft - state.drafts.data()));
}

void field(Column& column, std::string_view id, Phrase name, std::string& value, const FieldOptions& options) {
    text_field(id, column.next(field_height(options), px(8)), say(name), value, options);
}

struct Pressed {
    bool save = false, cancel = false, remove = false;
};
Pressed draw_buttons(Column& column, bool can_save, Phrase save, bool can_remove) {
    column.y += px(6);
    Rect row = column.next(control_height(), px(8));
    Pressed pressed;
    pressed.save = button("sheet-save", cut_left(row, button_width(say(save)), px(8)), say(save), ButtonKind::primary, can_save);
    pressed.cancel = button("sheet-cancel", cut_left(row, button_width(say(Phrase::cancel)), px(8)), say(Phrase::cancel));
    if (!can_remove) return pressed;
    const float width = button_width(say(Phrase::remove));
    if (width > row.width) row = column.next(control_height(), px(8));
    pressed.remove = button("sheet-remove", cut_right(row, width), say(Phrase::remove), ButtonKind::danger);
    return pressed;
}

void draw_facts(Column& column, const Frame& frame, SheetDraft& draft, const Deal& deal, const Answer& answer) {
    const Palette& colours = palette();
    for (const Evidence& fact : answer.evidence) {
        const std::string detail = fact_detail(deal, fact, frame.today);
        const float words = paragraph_height(type(Type::body), fact.text, column.area.width);
        const float height = words + paragraph_height(type(Type::caption), detail, column.area.width) + px(4);
        const Rect row = column.next(std::max(height, scale() == Scale::phone ? control_height() : 0), px(4));
        const bool open = draft.writes_fact && draft.fact.id == fact.id;
        ImGui::PushID(format(fact.id).c_str());
        const Press press =
            ui::press("fact", row, {.name = fact.text, .description = detail, .states = open ? state_current : state_none, .radius = 4});
        ImGui::PopID();
        if (open || press.hovered)
            ImGui::GetWindowDrawList()->AddRectFilled({row.x - px(8), row.y - px(2)}, {right(row) + px(8), bottom(row)}, colours.raised,
                                                      px(4));
        draw_paragraph(row, type(Type::body), colours.text, fact.text);
        draw_paragraph({row.x, row.y + words, row.width, 0}, type(Type::caption), colours.text2, detail);
        if (press.pressed && (!draft.writes_fact || draft.fact == draft.fact_before)) write_fact(draft, fact);
    }
    if (draft.writes_fact) return;
    Rect row = column.next(control_height(), px(8));
    if (button("fact-add", cut_left(row, button_width(say(Phrase::fact_add))), say(Phrase::fact_add)))
        write_fact(draft, fresh_fact(frame.today));
}

void draw_answer_form(Column& column, const Frame& frame, SheetState& state, SheetDraft& draft, const Deal& deal) {
    const Answer& before = answer_of(deal, draft.target.question);
    field(column, "answer", Phrase::answer_text, draft.words[0],
          {.hint = say(Phrase::answer_hint), .several_lines = true, .take_focus = std::exchange(state.first_frame, false)});
    column.y += px(6);
    heading(column.next(section_height(), px(2)), type(Type::section), say(Phrase::answer_facts), 3, palette().text);
    column.y += paragraph(column.next(0), type(Type::caption), palette().text2, say(Phrase::answer_facts_help)) + px(6);
    draw_facts(column, frame, draft, deal, before);
    FactFields fields{true, {}};
    const bool written = draft.writes_fact && !trimmed(draft.fact.text).empty();
    if (draft.writes_fact) {
        Rect area = {column.area.x, column.y, column.area.width, column.area.height};
        fields = draw_fact_fields(frame, deal, draft.fact, draft.date, false, area);
        column.y = area.y;
    }
    const Pressed pressed =
        draw_buttons(column, draft.holds_work() && (fields.complete || !written), Phrase::form_save, draft.writes_fact && draft.fact.id);
    if (pressed.save || pressed.remove) {
        Answer answer = before;
        answer.text = draft.words[0];
        Evidence fact = draft.fact;
        fact.date = fields.date;
        const auto same =
            std::find_if(answer.evidence.begin(), answer.evidence.end(), [&](const Evidence& one) { return fact.id && one.id == fact.id; });
        const bool known = same != answer.evidence.end();
        if (pressed.remove && known)
            answer.evidence.erase(same);
        else if (written && known)
            *same = fact;
        else if (written && !pressed.remove)
            answer.evidence.push_back(fact);
        frame.act(PutAnswer{deal.id, draft.target.question, answer});
    }
    if (pressed.save || pressed.cancel || pressed.remove) forget(state, draft);
}

void draw_confirm_form(Column& column, const Frame& frame, SheetState& state, SheetDraft& draft, const Deal& deal) {
    column.y += paragraph(column.next(0), type(Type::body), palette().text2, say(Phrase::five_confirm_help)) + px(8);
    field(column, "manager", Phrase::five_manager, draft.words[0], {.take_focus = std::exchange(state.first_frame, false)});
    const Pressed pressed = draw_buttons(column, !trimmed(draft.words[0]).empty(), Phrase::five_confirm, false);
    if (pressed.save) frame.act(ConfirmOpportunity{deal.id, draft.words[0]});
    if (pressed.save || pressed.cancel) forget(state, draft);
}

// What was understood of the line, shown back in full.
void draw_understood(Column& column, const Frame& frame, const Deal& deal, const Task& task) {
    const Group list(ui::Role::list, "understood", say(Phrase::typed_understood), {column.area.x, column.y, column.area.width, px(96)});
    const auto line = [&](Phrase name, const std::string& value) {
        const Rect row = column.next(px(24));
        const Group item(ui::Role::listitem, say(name), std::string(say(name)) + ": " + value, row);
        draw_text_in({row.x, row.y, px(64), row.height}, type(Type::body), palette().text2, say(name));
        draw_text_in({row.x + px(64), row.y, row.width - px(64), row.height}, type(Type::body, Face::bold), palette().text, value);
    };
    line(Phrase::task_what, task.what.empty() ? "?" : task.what);
    line(Phrase::task_due, task.due ? date_long(*task.due) : std::string(say(Phrase::task_no_day)));
    line(Phrase::task_owner, task.owner.empty() ? deal.owner : task.owner);
    if (task.person) line(Phrase::task_person, person_name(deal, task.person));
    if (task.due && *task.due < frame.today)
        column.y += paragraph(column.next(0), type(Type::caption), palette().negative, say(Phrase::task_day_past));
}

void draw_task_form(Column& column, const Frame& frame, SheetState& state, SheetDraft& draft, const Deal& deal) {
    column.y += paragraph(column.next(0), type(Type::body), palette().text2, say(Phrase::task_help)) + px(8);
    const FieldOptions options{.hint = say(Phrase::task_hint), .take_focus = std::exchange(state.first_frame, false)};
    const FieldResult line =
        text_field("task-line", column.next(field_height(options), px(8)), say(Phrase::task_line), draft.words[0], options);
    field(column, "purpose", Phrase::task_purpose, draft.words[1], {.hint = say(Phrase::task_purpose_hint)});
    Task task = read_task_line(draft.words[0], deal, frame.today);
    if (!draft.words[0].empty()) draw_understood(column, frame, deal, task);
    const Pressed pressed = draw_buttons(column, !task.what.empty(), Phrase::task_put, false);
    const bool entered = line.editing && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
    if (!task.what.empty() && (pressed.save || entered)) {
        task.purpose = draft.words[1];
        frame.act(PutTask{deal.id, std::move(task)});
        forget(state, draft);
    } else if (pressed.cancel) {
        forget(state, draft);
    }
}

void draw_finish_form(Column& column, const Frame& frame, SheetState& state, SheetDraft& draft, const Deal& deal, const Task& task) {
    column.y += paragraph(column.next(0), type(Type::body, Face::bold), palette().text, task.what) + px(4);
    std::string detail = task.owner.empty() ? deal.owner : task.owner;
    if (task.due) detail += (detail.empty() ? "" : " \u00B7 ") + date_long(*task.due);
    if (!task.purpose.empty()) detail += (detail.empty() ? "" : " \u00B7 ") + say(Phrase::task_for, {{"purpose", task.purpose}});
    column.y += paragraph(column.next(0), type(Type::body), palette().text2, detail) + px(8);
    field(column, "result", Phrase::task_result_name, draft.words[0],
          {.hint = say(Phrase::task_result_hint), .several_lines = true, .take_focus = std::exchange(state.first_frame, false)});
    const Pressed pressed = draw_buttons(column, !trimmed(draft.words[0]).empty(), Phrase::task_finish, true);
    if (pressed.save) frame.act(FinishTask{deal.id, task.id, draft.words[0]});
    if (pressed.remove) frame.act(RemoveTask{deal.id, task.id});
    if (pressed.save || pressed.cancel || pressed.remove) forget(state, draft);
}

void draw_alternative_form(Column& column, const Frame& frame, SheetState& state, SheetDraft& draft, const Deal& deal) {
    const Rect button_row = column.next(control_height(), px(8));
    value_button("kind", button_row, say(Phrase::alternative_kind), alternative_word(draft.kind), "alternative-kinds");
    if (begin_menu("alternative-kinds", say(Phrase::alternative_kind), {button_row.x, bottom(button_row) + px(2)}, button_row.width)) {
        for (int i = 0; i <= static_cast<int>(AlternativeKind::withdraw); ++i) {
            const auto kind = static_cast<AlternativeKind>(i);
            if (menu_item(name_of(kind), alternative_word(kind), false, kind == draft.kind)) draft.kind = kind;
        }
        end_menu();
    }
    field(column, "name", Phrase::alternative_name, draft.words[0], {.take_focus = std::exchange(state.first_frame, false)});
    field(column, "view", Phrase::alternative_view_name, draft.words[1], {.hint = say(Phrase::fact_text_hint), .several_lines = true});
    field(column, "value", Phrase::alternative_value_name, draft.words[2], {.several_lines = true});
    const Alternative* before = alternative_of(deal, draft.target.item);
    const bool says = draft.kind != AlternativeKind::rival || !trimmed(draft.words[0]).empty();
    const Pressed pressed = draw_buttons(column, says && (draft.holds_work() || !before), Phrase::form_save, before);
    if (pressed.save) {
        Alternative changed = before ? *before : Alternative{};
        changed.kind = draft.kind;
        changed.name = draft.words[0], changed.customers_view = draft.words[1], changed.our_unique_value = draft.words[2];
        frame.act(PutAlternative{deal.id, std::move(changed)});
    }
    if (pressed.remove) frame.act(RemoveAlternative{deal.id, draft.target.item});
    if (pressed.save || pressed.cancel || pressed.remove) forget(state, draft);
}

void draw_team_form(Column& column, const Frame& frame, SheetState& state, SheetDraft& draft, const Deal& deal) {
    const TeamMember* before = member_of(deal, draft.target.role);
    field(column, "member", Phrase::team_name, draft.words[0], {.take_focus = std::exchange(state.first_frame, false)});
    const Pressed pressed = draw_buttons(column, draft.holds_work() && !trimmed(draft.words[0]).empty(), Phrase::form_save, before);
    if (pressed.save) {
        TeamMember member = before ? *before : TeamMember{};
        member.role = draft.target.role, member.name = draft.words[0];
        frame.act(PutTeamMember{deal.id, member, before ? std::optional(*before) : std::nullopt});
    }
    if (pressed.remove && before) frame.act(RemoveTeamMember{deal.id, *before});
    if (pressed.save || pressed.cancel || pressed.remove) forget(state, draft);
}

std::string form_title(const SheetTarget& target) {
    switch (target.part) {
        case SheetPart::answer: return question_name(target.question);
        case SheetPart::confirm: return say(Phrase::five_confirm);
        case SheetPart::task: return say(Phrase::task_add);
        case SheetPart::finish: return say(Phrase::task_finish);
        case SheetPart::alternative: return say(target.item ? Phrase::alternative_edit : Phrase::alternative_add);
        case SheetPart::team: return team_word(target.role);
        case SheetPart::overview: break;
    }
    return {};
}

}  // namespace

const SheetDraft* unfinished(const SheetState& state, const SheetTarget& target) {
    const auto found = std::find_if(state.drafts.begin(), state.drafts.end(), [&](const SheetDraft& draft) {
        return draft.deal == state.deal && draft.target == target && draft.holds_work();
    });
    return found == state.drafts.end() ? nullptr : &*found;
}

bool SheetState::holds_work() const {
    return renaming.deal || std::any_of(drafts.begin(), drafts.end(), [](const SheetDraft& draft) { return draft.holds_work(); });
}

void open_part(SheetState& state, const SheetTarget& target) {
    std::erase_if(state.drafts, [](const SheetDraft& draft) { return !draft.holds_work(); });
    state.open = target.part == SheetPart::overview ? std::nullopt : std::optional(target);
    state.first_frame = true;
}

float draw_sheet_form(const Frame& frame, SheetState& state, const Deal& deal, const Rect& area) {
    const SheetTarget target = *state.open;
    const Task* task = task_of(deal, target.item);
    const bool gone = (target.part == SheetPart::finish && !task) ||
                      (target.part == SheetPart::alternative && target.item && !alternative_of(deal, target.item));
    if (gone) {
        state.open.reset();
        return 0;
    }
    SheetDraft* draft = draft_of(state, target);
    if (!draft) draft = &state.drafts.emplace_back(fresh_draft(frame, deal, target));
    const float padding = px(scale() == Scale::phone ? 16 : 20);
    Column column{{area.x + padding, area.y, area.width - 2 * padding, area.height}, area.y + px(14)};
    Rect head = column.next(px(32), px(8));
    if (scale() != Scale::phone &&
        icon_button("sheet-back", cut_left(head, px(32), px(6)), say(Phrase::back), paint_icon<draw::Icon::chevron_left>))
        state.open.reset();
    ImGui::PushID(static_cast<int>(target.part) * 100 + static_cast<int>(target.question) * 8 + static_cast<int>(target.role));
    layer(ImGui::GetID("sheet-form"), 0);
    ImGui::PopID();
    heading(head, type(Type::title), form_title(target), 2, palette().text);
    switch (target.part) {
        case SheetPart::answer: draw_answer_form(column, frame, state, *draft, deal); break;
        case SheetPart::confirm: draw_confirm_form(column, frame, state, *draft, deal); break;
        case SheetPart::task: draw_task_form(column, frame, state, *draft, deal); break;
        case SheetPart::finish: draw_finish_form(column, frame, state, *draft, deal, *task); break;
        case SheetPart::alternative: draw_alternative_form(column, frame, state, *draft, deal); break;
        case SheetPart::team: draw_team_form(column, frame, state, *draft, deal); break;
        case SheetPart::overview: break;
    }
    return column.y + px(20) - area.y;
}

}  // namespace views

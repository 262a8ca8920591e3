// Beside the gate's items: what each of us does in this stage, who looks after the deal, protection, payment, and how it ends.
#include "codec/typed_input.h"
#include "draw/icons.h"
#include "model/text.h"
#include "views/deal_form.h"
#include "views/deal_header.h"
#include "views/deal_words.h"
#include "views/gates_parts.h"
#include "views/handbook.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace views {

using namespace compass;
using namespace ui;

namespace {

void gates_field(Column& column, std::string_view id, Phrase name, std::string& value, const FieldOptions& options) {
    text_field(id, column.next(field_height(options), px(8)), say(name), value, options);
}

struct GatesPressed {
    bool save = false, cancel = false;
};
GatesPressed draw_gates_buttons(Column& column, std::string_view save, bool can_save) {
    Rect row = column.next(control_height(), px(8));
    GatesPressed pressed;
    pressed.save = button("save", cut_left(row, button_width(save), px(8)), save, ButtonKind::primary, can_save);
    pressed.cancel = button("cancel", cut_left(row, button_width(say(Phrase::cancel))), say(Phrase::cancel));
    return pressed;
}

void draw_key_action(Column& column, const Frame& frame, const Deal& deal, const KeptKeyAction& action) {
    const Palette& colours = palette();
    const float box = px(15), indent = box + px(10), width = column.area.width - indent;
    const float words = paragraph_height(type(Type::body), action.words, width);
    const float height = words + (action.done ? line_height(type(Type::caption)) : 0);
    const Rect row = column.next(std::max(height + px(8), scale() == Scale::phone ? control_height() : px(26)), px(2));
    const Group item(ui::Role::listitem, action.id, "", row);
    const Press press = ui::press(action.id, row,
                                  {.role = ui::Role::checkbox,
                                   .name = action.words,
                                   .description = action.done_words,
                                   .states = action.done ? state_checked : state_none,
                                   .radius = 4});
    if (press.hovered)
        ImGui::GetWindowDrawList()->AddRectFilled({row.x - px(8), row.y}, {right(row) + px(8), bottom(row)}, with_alpha(colours.line, 0.5f),
                                                  px(4));
    const float top = row.y + std::floor((row.height - height) * 0.5f);
    draw_check_box({row.x, top + std::floor((line_height(type(Type::body)) - box) * 0.5f), box, box}, action.done, press.hovered);
    draw_paragraph({row.x + indent, top, width, 0}, type(Type::body), action.done ? colours.text2 : colours.text, action.words);
    if (action.done) draw_paragraph({row.x + indent, top + words, width, 0}, type(Type::caption), colours.text3, action.done_words);
    if (press.pressed) frame.act(MarkKeyAction{deal.id, action.id, action.done ? std::nullopt : std::optional(frame.today)});
}

void draw_key_actions(Column& column, const Frame& frame, const Deal& deal, const KeptStage& stage) {
    constexpr std::array roles = {Phrase::our_role_sales, Phrase::our_role_presales, Phrase::our_role_manager};
    explained_heading(frame, column.next(section_height(), px(2)), say(Phrase::gates_actions, {{"stage", stage.number}}), "gate_debt");
    for (std::size_t i = 0; i < roles.size(); ++i) {
        if (stage.actions[i].empty()) continue;
        const std::string_view role = say(roles[i]);
        column.y += px(6);
        heading(column.next(px(24)), type(Type::body, Face::bold), role, 3, palette().text2);
        const Group list(ui::Role::list, role, role, {column.area.x, column.y, column.area.width, px(60)});
        for (const KeptKeyAction& action : stage.actions[i]) draw_key_action(column, frame, deal, action);
    }
}

// A section: its heading, and behind it what changes it.
bool draw_part_head(Column& column, const GatesState& state, GatesPart part, std::string_view words, std::string_view change,
                    std::string_view spoken) {
    column.divide(px(scale() == Scale::phone ? 16 : 20));
    Rect head = column.next(std::max(section_height(), control_height()), px(2));
    bool pressed = false;
    if (!change.empty() && state.open != part) {
        const Rect cell = cut_right(head, text_width(type(Type::body), change) + px(16), px(8));
        const Press press = ui::press(words, middle(cell, control_height()), {.name = spoken});
        const Rect plate = middle({cell.x, cell.y, cell.width + px(8), cell.height}, px(30));
        if (press.hovered) ImGui::GetWindowDrawList()->AddRectFilled(top_left(plate), bottom_right(plate), palette().raised, px(6));
        draw_text_in(cell, type(Type::body), palette().accent_text, change, Align::right);
        pressed = press.pressed;
    }
    heading(head, type(Type::section), words, 2, palette().text);
    return pressed;
}

void draw_unfinished(Column& column, GatesState& state, GatesPart part) {
    const GatesDraft* draft = gates_draft_of(state, part);
    if (state.open != part && draft && draft->holds_work())
        column.y += paragraph(column.next(0), type(Type::caption), palette().accent_text, say(Phrase::fact_unfinished));
}

// Over the form, so that it comes into view as a whole.
GatesDraft& begin_gates_form(Column& column, const Frame& frame, GatesState& state, const Deal& deal) {
    column.y += px(6);
    layer(id_of("part" + std::to_string(static_cast<int>(*state.open))), 0);
    return begin_gates_draft(frame, state, deal);
}
void show_form(const Column& column, GatesState& state, float start) {
    if (std::exchange(state.to_form, false)) scroll_to(start - ImGui::GetWindowPos().y + ImGui::GetScrollY(), column.y - start + px(20));
}

void draw_oversight(Column& column, const Frame& frame, GatesState& state, const Deal& deal) {
    const Palette& colours = palette();
    const KeptGates& kept = state.kept;
    const bool may = deal.five_elements.confirmed_by.empty() && deal.funnel_stage >= FunnelStage::p3;
    const float start = column.y;
    const std::string_view confirm = say(Phrase::five_confirm);
    if (draw_part_head(column, state, GatesPart::confirm, say(Phrase::gates_oversight), may ? confirm : std::string_view{}, confirm))
        open_gates_part(state, GatesPart::confirm);
    column.y +=
        paragraph(column.next(0), type(Type::body), kept.confirmation_due ? colours.negative : colours.text, kept.confirmed) + px(2);
    draw_unfinished(column, state, GatesPart::confirm);
    if (state.open == GatesPart::confirm && may) {
        GatesDraft& draft = begin_gates_form(column, frame, state, deal);
        gates_field(column, "manager", Phrase::five_manager, draft.words[0], {.take_focus = std::exchange(state.first_frame, false)});
        const GatesPressed pressed = draw_gates_buttons(column, confirm, !trimmed(draft.words[0]).empty());
        show_form(column, state, start);
        if (pressed.save) frame.act(ConfirmOpportunity{deal.id, draft.words[0]});
        if (pressed.save || pressed.cancel) forget_gates_draft(state, draft);
    }
    if (kept.senior.empty()) return;
    column.y += px(4);
    column.y += paragraph(column.next(0), type(Type::body), kept.senior_missing ? colours.negative : colours.text, kept.senior) + px(2);
    if (!kept.senior_missing) return;
    const std::string_view name_them = say(Phrase::gates_name_senior);
    const Rect row = column.next(control_height());
    if (button("senior", {row.x, row.y, button_width(name_them), row.height}, name_them)) frame.wish(GoToSheet{deal.id});
}

std::optional<int> months_in(const std::string& text) {
    const std::string plain = plainly_written(text);
    int months = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), months);
    return error == std::errc{} && end == plain.data() + plain.size() && months >= 0 && months <= 120 ? std::optional(months)
                                                                                                      : std::nullopt;
}

void draw_protection(Column& column, const Frame& frame, GatesState& state, const Deal& deal) {
    const KeptGates& kept = state.kept;
    const float start = column.y;
    const std::string_view change = say(deal.protection.claimed_on ? Phrase::gates_change : Phrase::gates_claim);
    const std::string_view title = say(Phrase::gates_protection);
    const std::string spoken = say(Phrase::gates_change_of, {{"what", title}});
    if (draw_part_head(column, state, GatesPart::protection, title, change, spoken)) open_gates_part(state, GatesPart::protection);
    column.y += paragraph(column.next(0), type(Type::body), kept.protection_over ? palette().negative : palette().text, kept.protection);
    draw_unfinished(column, state, GatesPart::protection);
    if (state.open != GatesPart::protection) return;
    GatesDraft& draft = begin_gates_form(column, frame, state, deal);
    const std::optional<Date> day = read_typed_date(draft.date, frame.today, Ahead::no);
    const bool no_day = trimmed(draft.date).empty(), no_months = trimmed(draft.words[0]).empty();
    const std::optional<int> months = months_in(draft.words[0]);
    gates_field(column, "claimed", Phrase::gates_claimed_on, draft.date,
                {.hint = say(Phrase::form_signing_date_hint),
                 .error = !no_day && !day ? say(Phrase::form_date_wrong) : "",
                 .take_focus = std::exchange(state.first_frame, false)});
    const std::string usual = whole(frame.playbook.protection_months);
    gates_field(column, "months", Phrase::gates_months, draft.words[0],
                {.hint = usual, .error = !no_months && !months ? say(Phrase::gates_months_wrong) : ""});
    const GatesPressed pressed =
        draw_gates_buttons(column, say(Phrase::form_save), draft.holds_work() && (no_day || day) && (no_months || months));
    show_form(column, state, start);
    if (pressed.save) {
        Protection protection = deal.protection;
        protection.claimed_on = no_day ? std::nullopt : day, protection.months = no_months ? std::nullopt : months;
        frame.act(SetProtection{deal.id, std::move(protection)});
    }
    if (pressed.save || pressed.cancel) forget_gates_draft(state, draft);
}

struct TypedAmount {
    std::optional<Money> money;
    std::string error;
};
TypedAmount amount_typed(const std::string& text, const Currency& usual) {
    if (trimmed(text).empty()) return {};
    const TypedMoney typed = read_typed_money(text, usual);
    return {typed.fault == AmountFault::none ? std::optional(typed.money) : std::nullopt, amount_fault_sentence(typed)};
}

void draw_payment(Column& column, const Frame& frame, GatesState& state, const Deal& deal) {
    const KeptGates& kept = state.kept;
    const float start = column.y;
    const std::string_view title = say(Phrase::gates_payment);
    const std::string_view change = say(deal.contract || deal.first_payment ? Phrase::gates_change : Phrase::gates_enter);
    const std::string spoken = say(Phrase::gates_change_of, {{"what", title}});
    if (draw_part_head(column, state, GatesPart::payment, title, change, spoken)) open_gates_part(state, GatesPart::payment);
    column.y += paragraph(column.next(0), type(Type::body), palette().text, kept.payment);
    if (kept.payment_low)
        column.y += px(2) + paragraph({column.area.x, column.y + px(2), column.area.width, 0}, type(Type::body), palette().negative,
                                      say(Phrase::gates_payment_low));
    draw_unfinished(column, state, GatesPart::payment);
    if (state.open != GatesPart::payment) return;
    GatesDraft& draft = begin_gates_form(column, frame, state, deal);
    const Currency usual = deal.contract           ? deal.contract->currency
                           : deal.objective.amount ? deal.objective.amount->currency
                                                   : frame.currency;
    const TypedAmount contract = amount_typed(draft.words[0], usual), payment = amount_typed(draft.words[1], usual);
    gates_field(column, "contract", Phrase::gates_contract_amount, draft.words[0],
                {.hint = say(Phrase::form_amount_hint), .error = contract.error, .take_focus = std::exchange(state.first_frame, false)});
    gates_field(column, "payment", Phrase::gates_payment_amount, draft.words[1],
                {.hint = say(Phrase::form_amount_hint), .error = payment.error});
    const GatesPressed pressed =
        draw_gates_buttons(column, say(Phrase::form_save), draft.holds_work() && contract.error.empty() && payment.error.empty());
    show_form(column, state, start);
    if (pressed.save) frame.act(SetContract{deal.id, contract.money, payment.money});
    if (pressed.save || pressed.cancel) forget_gates_draft(state, draft);
}

constexpr std::array end_reasons = {EndReason::rival, EndReason::delayed_or_cancelled, EndReason::budget_diverted, EndReason::solved_inside,
                                    EndReason::we_withdrew};

void draw_reason(Column& column, GatesDraft& draft) {
    draw_text_in(column.next(px(22)), type(Type::caption), palette().text2, say(Phrase::gates_reason));
    const Rect field = column.next(control_height(), px(8));
    const bool none = draft.reason == EndReason::none;
    value_button("reason", field, say(Phrase::gates_reason),
                 none ? std::string(say(Phrase::gates_reason_choose)) : end_reason_name(draft.reason), "reasons");
    if (!begin_menu("reasons", say(Phrase::gates_reason), {field.x, bottom(field) + px(2)}, field.width)) return;
    for (const EndReason reason : end_reasons)
        if (menu_item(end_reason_name(reason), end_reason_name(reason), false, reason == draft.reason)) draft.reason = reason;
    end_menu();
}

void draw_end_form(Column& column, const Frame& frame, GatesState& state, const Deal& deal, float start) {
    GatesDraft& draft = begin_gates_form(column, frame, state, deal);
    const std::array<std::string_view, 3> ends = {say(Phrase::status_won), say(Phrase::status_lost), say(Phrase::status_suspended)};
    draft.status = static_cast<DealStatus>(
        segment("end-as", column.next(control_height(), px(8)), say(Phrase::gates_end_as), ends, static_cast<int>(draft.status) - 1) + 1);
    const bool won = draft.status == DealStatus::won;
    if (!won) draw_reason(column, draft);
    const std::optional<Date> day = read_typed_date(draft.date, frame.today, Ahead::no);
    const bool ahead = day && *day > frame.today;
    gates_field(column, "ended", Phrase::gates_ended_on, draft.date,
                {.hint = say(Phrase::form_signing_date_hint),
                 .error = ahead  ? say(Phrase::gates_ended_ahead)
                          : !day ? say(Phrase::form_date_wrong)
                                 : ""});
    gates_field(column, "lessons", Phrase::gates_lessons, draft.words[0],
                {.hint = say(Phrase::gates_lessons_hint), .several_lines = true, .take_focus = std::exchange(state.first_frame, false)});
    const bool complete = day && !ahead && (won || draft.reason != EndReason::none);
    const GatesPressed pressed = draw_gates_buttons(column, say(Phrase::form_save), complete);
    if (!won && draft.reason == EndReason::none)
        column.y += paragraph(column.next(0), type(Type::caption), palette().text2, say(Phrase::gates_reason_missing));
    show_form(column, state, start);
    if (pressed.save) frame.act(SetStatus{deal.id, draft.status, won ? EndReason::none : draft.reason, day, draft.words[0]});
    if (pressed.save || pressed.cancel) forget_gates_draft(state, draft);
}

void draw_ending(Column& column, const Frame& frame, GatesState& state, const Deal& deal) {
    const Palette& colours = palette();
    const KeptGates& kept = state.kept;
    const bool open = deal.status == DealStatus::open;
    const float start = column.y;
    const std::string_view title = say(Phrase::gates_ending);
    const std::string spoken = say(Phrase::gates_change_of, {{"what", title}});
    if (draw_part_head(column, state, GatesPart::end, title, open ? std::string_view{} : say(Phrase::gates_change), spoken))
        open_gates_part(state, GatesPart::end);
    if (open && state.open != GatesPart::end) {
        column.y += paragraph(column.next(0), type(Type::body), colours.text2, say(Phrase::gates_ending_help)) + px(8);
        Rect row = column.next(control_height(), px(4));
        if (button("end", cut_left(row, button_width(say(Phrase::gates_end))), say(Phrase::gates_end)))
            open_gates_part(state, GatesPart::end);
    } else if (!open) {
        column.y += paragraph(column.next(0), type(Type::body, Face::bold), colours.text, kept.ended) + px(2);
        const bool learned = !deal.lessons.empty();
        column.y += paragraph(column.next(0), type(Type::body), learned ? colours.text : colours.text2,
                              learned ? std::string_view(deal.lessons) : std::string_view(say(Phrase::gates_no_lessons))) +
                    px(8);
        Rect row = column.next(state.open == GatesPart::end ? 0 : control_height(), px(4));
        if (state.open != GatesPart::end &&
            button("reopen", cut_left(row, button_width(say(Phrase::gates_reopen))), say(Phrase::gates_reopen)))
            frame.act(SetStatus{deal.id, DealStatus::open, EndReason::none, {}, deal.lessons});
    }
    draw_unfinished(column, state, GatesPart::end);
    if (state.open == GatesPart::end) draw_end_form(column, frame, state, deal, start);
}

}  // namespace

float draw_gates_side(const Frame& frame, GatesState& state, const Deal& deal, const Rect& area) {
    const float padding = px(scale() == Scale::phone ? 16 : 20);
    Column column{{area.x + padding, area.y, area.width - 2 * padding, area.height}, area.y + px(16)};
    const KeptStage& stage = shown_gate(state, deal);
    const bool pays = stage.stage >= FunnelStage::p7 || deal.funnel_stage >= FunnelStage::p6 || deal.contract || deal.first_payment ||
                      deal.status == DealStatus::won;
    draw_key_actions(column, frame, deal, stage);
    draw_oversight(column, frame, state, deal);
    draw_protection(column, frame, state, deal);
    if (pays) draw_payment(column, frame, state, deal);
    draw_ending(column, frame, state, deal);
    return column.y + px(20) - area.y;
}

}  // namespace views

// How the customer decides: who, by what, with whose money; whose yes which amount needs; who signs.
#include "codec/typed_input.h"
#include "draw/icons.h"
#include "views/customers_parts.h"
#include "views/deal_words.h"

#include <algorithm>

namespace views {

using namespace compass;
using namespace ui;

namespace {

struct LevelCells {
    Rect amount, approver, remove;
};
LevelCells level_cells(Rect row) {
    const float bin = scale() == Scale::phone ? control_height() : px(30);
    const Rect remove = cut_right(row, bin, px(6));
    return {cut_left(row, std::floor(row.width * 0.44f), px(8)), row, middle(remove, bin)};
}

// Empty where it can be read; else what is wrong with it.
std::string level_fault(const std::string& typed, const TypedMoney& read) {
    if (typed.empty() || read.fault == AmountFault::none) return {};
    return say(Phrase::approval_amount_wrong);
}

std::string level_amount(const Money& money) { return typed_money(money, language() == Language::zh); }

void sort_levels(DecisionMode& decision) {
    std::stable_sort(decision.approvals.begin(), decision.approvals.end(),
                     [](const Approval& a, const Approval& b) { return a.up_to.minor < b.up_to.minor; });
}

Currency usual_currency(const Customer& customer) {
    return customer.decision.approvals.empty() ? Currency{} : customer.decision.approvals.front().up_to.currency;
}

void cell_fields(const LevelCells& cells, std::string_view id, const auto& amount, const auto& approver) {
    ImGui::PushID(id.data(), id.data() + id.size());
    mirror().open({.id = ImGui::GetID("amount-cell"), .role = ui::Role::cell, .rect = cells.amount});
    amount();
    mirror().close();
    mirror().open({.id = ImGui::GetID("approver-cell"), .role = ui::Role::cell, .rect = cells.approver});
    approver();
    mirror().close();
    ImGui::PopID();
}

void draw_level(const CustomerPage& page, Column& body, std::size_t at) {
    const Approval& level = page.customer.decision.approvals[at];
    const std::string id = "level-" + std::to_string(at), shown = money(level.up_to);
    FieldOptions options;
    options.label_visible = false;
    const std::string typed_now = draft_of(page, id + "-amount");
    const std::string fault = level_fault(typed_now, read_typed_money(typed_now, level.up_to.currency));
    options.error = fault;
    const Rect row = body.next(field_height(options), px(6));
    const LevelCells cells = level_cells({row.x, row.y, row.width, control_height()});
    const Group line(ui::Role::row, id, "", row);
    cell_fields(
        cells, id,
        [&] {
            const auto typed =
                field_in_place(page, id + "-amount", {cells.amount.x, cells.amount.y, cells.amount.width, row.height},
                               say(Phrase::approval_up_to_of, {{"approver", level.approver}}), level_amount(level.up_to), options);
            if (!typed) return;
            const TypedMoney read = read_typed_money(*typed, level.up_to.currency);
            if (read.fault != AmountFault::none)
                page.state.typed[format(page.customer.id) + "/" + id + "-amount"] = *typed;  // stays, with what is wrong with it
            else
                page.put([&](Customer& customer) { customer.decision.approvals[at].up_to = read.money, sort_levels(customer.decision); });
        },
        [&] {
            FieldOptions plain;
            plain.label_visible = false;
            if (const auto typed = field_in_place(page, id + "-approver", cells.approver,
                                                  say(Phrase::approval_approver_of, {{"amount", shown}}), level.approver, plain))
                page.put([&](Customer& customer) { customer.decision.approvals[at].approver = *typed; });
        });
    mirror().open({.id = id_of(id + "-end"), .role = ui::Role::cell, .rect = cells.remove});
    const bool removed =
        icon_button(id + "-remove", cells.remove, say(Phrase::approval_remove, {{"amount", shown}}), paint_icon<draw::Icon::close>);
    mirror().close();
    if (removed)
        page.put([&](Customer& customer) {
            customer.decision.approvals.erase(customer.decision.approvals.begin() + static_cast<std::ptrdiff_t>(at));
        });
}

void draw_level_heads(Column& body) {
    const LevelCells cells = level_cells(body.next(px(22)));
    const Group row(ui::Role::row, "level-heads", "", {cells.amount.x, cells.amount.y, body.area.width, px(22)});
    const auto head = [](std::string_view id, const Rect& cell, Phrase words) {
        draw_text_in(cell, type(Type::caption), palette().text2, say(words));
        mirror().add({.id = id_of(id), .role = ui::Role::columnheader, .name = say(words), .rect = cell});
    };
    head("level-amount", cells.amount, Phrase::approval_up_to), head("level-approver", cells.approver, Phrase::approval_approver);
    mirror().add({.id = id_of("level-end"), .role = ui::Role::columnheader, .name = say(Phrase::approval_end), .rect = cells.remove});
}

// A new level: its amount is shown back in full while it is typed.
void draw_new_level(const CustomerPage& page, Column& body) {
    const std::string typed_amount = draft_of(page, "new-amount");
    const Currency usual = usual_currency(page.customer);
    const TypedMoney read = read_typed_money(typed_amount, usual);
    const std::string fault = level_fault(typed_amount, read);
    FieldOptions options;
    options.hint = say(Phrase::form_amount_hint), options.error = fault;
    const Rect row = body.next(field_height(options), px(4));
    const LevelCells cells = level_cells(row);
    std::string amount, approver;
    draft_field(page, "new-amount", cells.amount, say(Phrase::approval_new_amount), amount, options);
    FieldOptions who;
    who.hint = say(Phrase::approval_approver_hint);
    const bool entered = draft_field(page, "new-approver", cells.approver, say(Phrase::approval_new_approver), approver, who);
    const bool complete = !amount.empty() && fault.empty() && !approver.empty();
    if (!amount.empty() && fault.empty())
        body.y += paragraph(body.next(0), type(Type::caption), palette().text2,
                            say(Phrase::approval_understood, {{"amount", money(read.money)}})) +
                  px(4);
    Rect buttons = body.next(control_height(), px(10));
    const std::string_view add = say(Phrase::approval_add);
    const bool pressed =
        button("level-add", cut_left(buttons, std::min(buttons.width, button_width(add))), add, ButtonKind::secondary, complete);
    if (!complete || (!pressed && !entered)) return;
    drop_draft(page, "new-amount"), drop_draft(page, "new-approver");
    page.put([&](Customer& customer) {
        customer.decision.approvals.push_back({read.money, approver, {}});
        sort_levels(customer.decision);
    });
}

// What counts while the customer's own levels are not known; a press takes them over.
void draw_usual_levels(const CustomerPage& page, Column& body) {
    const std::vector<AmountLevel>& usual = page.playbook.practice.approvals;
    std::string words;
    for (const AmountLevel& level : usual) {
        const std::string amount =
            level.up_to ? say(Phrase::approval_to, {{"amount", money(*level.up_to)}}) : std::string(say(Phrase::approval_above_short));
        words += (words.empty() ? "" : say(Phrase::customer_list_between)) + amount + " " + in(language(), level.title);
    }
    body.y += paragraph(body.next(0), type(Type::body), palette().text2, say(Phrase::approvals_usual, {{"levels", words}})) + px(6);
    Rect row = body.next(control_height(), px(10));
    const std::string_view take = say(Phrase::approvals_take);
    if (!button("take-usual", cut_left(row, std::min(row.width, button_width(take))), take)) return;
    page.put([&](Customer& customer) {
        for (const AmountLevel& level : usual) {
            if (level.up_to)
                customer.decision.approvals.push_back({*level.up_to, in(language(), level.title), {}});
            else
                customer.decision.above = in(language(), level.title);
        }
    });
}

void draw_levels(const CustomerPage& page, Column& body) {
    const DecisionMode& decision = page.customer.decision;
    heading(body.next(px(28)), type(Type::body, Face::bold), say(Phrase::approvals), 3, palette().text2);
    if (decision.approvals.empty() && decision.above.empty()) {
        draw_usual_levels(page, body);
    } else if (!decision.approvals.empty()) {
        const Group table(ui::Role::table, "levels", say(Phrase::approvals), {body.area.x, body.y, body.area.width, px(99)});
        draw_level_heads(body);
        const Group rows(ui::Role::rowgroup, "level-rows", "", {body.area.x, body.y, body.area.width, px(99)});
        for (std::size_t i = 0; i < decision.approvals.size(); ++i) draw_level(page, body, i);
    }
    draw_new_level(page, body);
    if (decision.approvals.empty() && decision.above.empty()) return;
    if (const auto typed = field_in_place(page, "above", body.next(field_height(), px(10)), say(Phrase::approval_above), decision.above))
        page.put([&](Customer& customer) { customer.decision.above = *typed; });
}

}  // namespace

void draw_customer_decision(const CustomerPage& page, Column& column) {
    CustomerCard card(page.frame, column, "decision", say(Phrase::customer_decision), "decision_mode");
    Column& body = card.body;
    const DecisionMode& decision = page.customer.decision;
    const auto pair = [&](float height) {
        const Rect row = body.next(height, px(8));
        return std::pair(ui::column(row, 0, 2, px(12)), ui::column(row, 1, 2, px(12)));
    };
    const auto [purchasing, decider] = pair(choice_height());
    if (const auto chosen = choose_in_place("purchasing", purchasing, Phrase::decision_purchasing, decision.purchasing, "purchasing_"))
        page.put([&](Customer& edited) { edited.decision.purchasing = *chosen; });
    if (const auto chosen = choose_in_place("decider", decider, Phrase::decision_decider, decision.decider, "decider_"))
        page.put([&](Customer& edited) { edited.decision.decider = *chosen; });
    const auto [priority, funding] = pair(choice_height());
    if (const auto chosen = choose_in_place("priority", priority, Phrase::decision_priority, decision.priority, "priority_"))
        page.put([&](Customer& edited) { edited.decision.priority = *chosen; });
    if (const auto chosen = choose_in_place("funding", funding, Phrase::decision_funding, decision.funding, "funding_"))
        page.put([&](Customer& edited) { edited.decision.funding = *chosen; });
    draw_levels(page, body);
    const auto [acceptance, payment] = pair(field_height());
    if (const auto typed = field_in_place(page, "acceptance", acceptance, say(Phrase::decision_acceptance), decision.acceptance_signed_by))
        page.put([&](Customer& edited) { edited.decision.acceptance_signed_by = *typed; });
    if (const auto typed = field_in_place(page, "payment", payment, say(Phrase::decision_payment), decision.payment_signed_by))
        page.put([&](Customer& edited) { edited.decision.payment_signed_by = *typed; });
}

}  // namespace views

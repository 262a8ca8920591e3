// Who the customer is, and the deals with them.
#include "draw/icons.h"
#include "views/customers_parts.h"
#include "views/deal_words.h"

#include <algorithm>

namespace views {

using namespace compass;
using namespace ui;

namespace {

void draw_customer_deal(const CustomerPage& page, Column& column, const KeptCustomerDeal& deal) {
    const Palette& colours = palette();
    const Font bold = type(Type::body, Face::bold), small = type(Type::caption);
    const float index = deal.index.empty() ? 0 : text_width(bold, deal.index) + px(8), width = column.area.width - index;
    const float name = paragraph_height(bold, deal.name, width), detail = paragraph_height(small, deal.detail, column.area.width);
    const float approver = deal.approver.empty() ? 0 : paragraph_height(small, deal.approver, column.area.width);
    const Rect row = column.next(std::max(name + detail + approver + px(6), card_row_height()), px(4));
    ImGui::PushID(format(deal.id).c_str());
    const Group item(ui::Role::listitem, "deal", "", row);
    const Rect plate = {row.x - px(8), row.y - px(2), row.width + px(16), row.height};
    const Press press = ui::press("open", plate, {.role = ui::Role::link, .name = deal.spoken, .radius = 4});
    ImGui::PopID();
    if (press.hovered) ImGui::GetWindowDrawList()->AddRectFilled(top_left(plate), bottom_right(plate), colours.raised, px(4));
    draw_paragraph({row.x, row.y, width, 0}, bold, deal.open ? colours.text : colours.text2, deal.name);
    draw_text_in({row.x, row.y, row.width, line_height(bold)}, bold, colours.text, deal.index, Align::right);
    draw_paragraph({row.x, row.y + name, row.width, 0}, small, colours.text2, deal.detail);
    if (approver > 0) draw_paragraph({row.x, row.y + name + detail, row.width, 0}, small, colours.text2, deal.approver);
    if (press.pressed) page.frame.wish(GoToDeal{deal.id});
}

void text_in_place(const CustomerPage& page, const Rect& rect, std::string_view id, Phrase name, std::string Customer::*field,
                   Phrase hint) {
    if (const auto typed = field_in_place(page, id, rect, say(name), page.customer.*field, {.hint = say(hint)}))
        page.put([&](Customer& customer) { customer.*field = *typed; });
}

}  // namespace

void draw_customer_deals(const CustomerPage& page, Column& column) {
    const CustomerSum& sum = page.kept.sum;
    const std::string remark = sum.open ? sums_words(sum.open_amount) : std::string{};
    CustomerCard card(page.frame, column, "deals-card", say(Phrase::customer_deals), {}, remark);
    if (page.kept.deals.empty()) {
        card.body.y += paragraph(card.body.next(0), type(Type::body), palette().text2, say(Phrase::customer_no_deals)) + px(8);
        Rect row = card.body.next(control_height());
        if (button("first-deal", cut_left(row, std::min(row.width, button_width(say(Phrase::new_deal)))), say(Phrase::new_deal)))
            page.frame.wish(NewDeal{page.customer.name});
        return;
    }
    const Group list(ui::Role::list, "deals", say(Phrase::customer_deals), {card.body.area.x, card.body.y, card.body.area.width, px(99)});
    for (const KeptCustomerDeal& deal : page.kept.deals) draw_customer_deal(page, card.body, deal);
}

void draw_customer_profile(const CustomerPage& page, Column& column) {
    CustomerCard card(page.frame, column, "profile", say(Phrase::customer_profile), "customer");
    const Customer& customer = page.customer;
    const auto pair = [&](float height) {
        const Rect row = card.body.next(height, px(8));
        return std::pair(ui::column(row, 0, 2, px(12)), ui::column(row, 1, 2, px(12)));
    };
    const auto [nature, size] = pair(choice_height());
    if (const auto chosen = choose_in_place("nature", nature, Phrase::customer_nature, customer.nature, "nature_"))
        page.put([&](Customer& edited) { edited.nature = *chosen; });
    if (const auto chosen = choose_in_place("size", size, Phrase::customer_size, customer.size, "customer_size_"))
        page.put([&](Customer& edited) { edited.size = *chosen; });
    const auto [industry, region] = pair(field_height());
    text_in_place(page, industry, "industry", Phrase::customer_industry, &Customer::industry, Phrase::customer_industry_hint);
    text_in_place(page, region, "region", Phrase::customer_region, &Customer::region, Phrase::customer_region_hint);
    if (const auto chosen = choose_in_place("life-stage", card.body.next(choice_height(), px(4)), Phrase::customer_life_stage,
                                            customer.life_stage, "life_stage_"))
        page.put([&](Customer& edited) { edited.life_stage = *chosen; });
    card.body.y +=
        paragraph(card.body.next(0), type(Type::caption), palette().text2, say_named("life_stage_hint_", name_of(customer.life_stage))) +
        px(8);
    bool strategic = customer.strategic;
    if (check("strategic", card.body.next(card_row_height()), say(Phrase::customer_strategic), strategic))
        page.put([&](Customer& edited) { edited.strategic = strategic; });
    card.body.y += paragraph(card.body.next(0), type(Type::caption), palette().text2, say(Phrase::customer_strategic_hint)) + px(8);
    FieldOptions notes;
    notes.several_lines = true, notes.hint = say(Phrase::customer_notes_hint);
    if (const auto typed =
            field_in_place(page, "notes", card.body.next(field_height(notes)), say(Phrase::customer_notes), customer.notes, notes))
        page.put([&](Customer& edited) { edited.notes = *typed; });
}

void draw_customer_quadrant(const CustomerPage& page, Column& column) {
    CustomerCard card(page.frame, column, "quadrant", say(Phrase::customer_quadrant), "relationship_and_potential");
    const auto score = [&](std::string_view id, Phrase name, Phrase low, Phrase high, std::optional<int> Customer::*field) {
        draw_text_in(card.body.next(px(22)), type(Type::body), palette().text, say(name));
        const Rect row = card.body.next(card_row_height());
        if (const auto chosen = score_choice(id, row, say(name), page.customer.*field))
            page.put([&](Customer& edited) { edited.*field = *chosen; });
        const Rect ends = card.body.next(px(20), px(6));
        draw_text_in(ends, type(Type::caption), palette().text3, say(low));
        draw_text_in(ends, type(Type::caption), palette().text3, say(high), Align::right);
    };
    score("relationship", Phrase::axis_relationship, Phrase::relationship_low, Phrase::relationship_high, &Customer::relationship);
    score("potential", Phrase::axis_potential, Phrase::potential_low, Phrase::potential_high, &Customer::potential);
}

}  // namespace views

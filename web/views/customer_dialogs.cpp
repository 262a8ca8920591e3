// A new customer; and the question before one goes with all its deals.
#include "model/text.h"
#include "views/customers_parts.h"

#include <algorithm>

namespace views {

using namespace compass;
using namespace ui;

void open_new_customer(NewCustomerState& state) {
    if (!state.holds_work()) state = {};
    state.first_frame = true;
}

bool draw_new_customer(const Frame& frame, NewCustomerState& state) {
    Rect content;
    const bool phone = scale() == Scale::phone;
    bool stays = begin_dialog("new-customer", say(Phrase::customer_new), px(480), px(phone ? 380 : 350), content);
    Rect buttons = cut_bottom(content, control_height(), px(12));
    const std::string name(trimmed(state.name));
    const bool known = std::any_of(frame.workspace.customers.begin(), frame.workspace.customers.end(),
                                   [&](const Box<Customer>& one) { return one->name == name; });
    std::string error;
    if (!name.empty() && known) error = say(Phrase::customer_known);
    if (name.empty() && state.tried) error = say(Phrase::customer_name_missing);
    const FieldOptions naming{
        .hint = say(Phrase::form_customer_hint), .error = error, .take_focus = std::exchange(state.first_frame, false)};
    bool enter = ImGui::IsKeyPressed(ImGuiKey_Enter, false) && ImGui::GetIO().KeyCtrl;
    const FieldResult named =
        text_field("name", cut_top(content, field_height(naming), px(10)), say(Phrase::customer_name), state.name, naming);
    enter |= named.editing && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
    const FieldOptions industry{.hint = say(Phrase::customer_industry_hint)}, region{.hint = say(Phrase::customer_region_hint)};
    text_field("industry", cut_top(content, field_height(), px(10)), say(Phrase::customer_industry), state.industry, industry);
    text_field("region", cut_top(content, field_height(), px(10)), say(Phrase::customer_region), state.region, region);
    const auto [cancel, create] =
        cut_right<2>(buttons, {button_width(say(Phrase::cancel)), button_width(say(Phrase::form_create))}, px(10));
    if (button("cancel", cancel, say(Phrase::cancel))) stays = false;
    if (button("create", create, say(Phrase::form_create), ButtonKind::primary) || enter) {
        state.tried = true;
        if (!name.empty() && !known) {
            Customer customer;
            customer.name = name, customer.industry = state.industry, customer.region = state.region;
            frame.act(PutCustomer{std::move(customer)});
            state.saved = true;
        }
    }
    end_dialog();
    return stays && !state.saved;
}

bool draw_delete_customer(const Frame& frame, const Id& id) {
    const Customer* customer = find_customer(frame.workspace, id);
    if (!customer) return false;
    const auto deals = std::count_if(frame.workspace.deals.begin(), frame.workspace.deals.end(),
                                     [&](const Box<Deal>& deal) { return deal->customer == id; });
    Rect content;
    bool stays = begin_dialog("delete-customer", say(Phrase::customer_delete), px(480), px(230), content);
    Rect buttons = cut_bottom(content, control_height(), px(12));
    const std::string words = deals == 0 ? say(Phrase::customer_delete_alone, {{"name", customer->name}})
                                         : say(Phrase::customer_delete_with, {{"name", customer->name}, {"count", whole(deals)}});
    cut_top(content, paragraph(content, type(Type::strong, Face::bold), palette().text, words), px(8));
    paragraph(content, type(Type::body), palette().text2, say(Phrase::customer_delete_undo));
    const std::string_view remove = say(Phrase::menu_delete);
    const auto [keep, gone] = cut_right<2>(buttons, {button_width(say(Phrase::cancel)), button_width(remove)}, px(10));
    if (button("keep", keep, say(Phrase::cancel))) stays = false;
    if (button("delete", gone, remove, ButtonKind::danger)) {
        frame.act(DeleteCustomer{id});
        stays = false;
    }
    end_dialog();
    return stays;
}

}  // namespace views

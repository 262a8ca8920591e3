#include "views/chosen.h"

#include "model/text.h"
#include "ui/widgets.h"

#include <array>
#include <cmath>
#include <vector>

namespace views {

using namespace compass;
using namespace ui;

namespace {

std::vector<Id> in_order(const Frame& frame, const std::set<Id>& deals) {
    std::vector<Id> there;
    for (const Box<Deal>& deal : frame.workspace.deals)
        if (deals.contains(deal->id)) there.push_back(deal->id);
    return there;
}

void give_to(const Frame& frame, const std::set<Id>& deals, const std::string& owner) {
    for (const Box<Deal>& deal : frame.workspace.deals) {
        if (!deals.contains(deal->id) || deal->owner == owner) continue;
        const Customer* customer = frame.customer_of(*deal);
        frame.act(EditDeal{deal->id,
                           customer ? customer->name : std::string{},
                           deal->name,
                           owner,
                           deal->objective,
                           deal->kind,
                           deal->lead_channel,
                           deal->funnel_stage,
                           {}});
    }
}

}  // namespace

bool row_check(std::string_view id, const Rect& reach, std::string_view name, bool on) {
    const Press press =
        ui::press(id, reach, {.role = ui::Role::checkbox, .name = name, .states = on ? state_checked : state_none, .radius = 4});
    const float side = px(15);
    draw_check_box({std::floor(reach.x + (reach.width - side) * 0.5f), std::floor(reach.y + (reach.height - side) * 0.5f), side, side}, on,
                   press.hovered);
    return press.pressed;
}

float chosen_deals_height() { return scale() == Scale::phone ? 3 * control_height() + px(32) : control_height() + px(20); }

void draw_chosen_deals(const Frame& frame, ChosenDeals& chosen, const Rect& area) {
    const Palette& colours = palette();
    const bool phone = scale() == Scale::phone;
    std::set<Id>& ids = chosen.rows.ids;
    if (chosen.revision != frame.readings.revision()) {
        chosen.revision = frame.readings.revision();
        const std::vector<Id> there = in_order(frame, ids);
        ids = {there.begin(), there.end()};
    }
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(area), bottom_right(area), colours.panel);
    hairline(top_left(area), {right(area), area.y}, colours.line2);
    const Group bar(ui::Role::group, "chosen", say(Phrase::chosen_name), area);
    const std::string words = say(Phrase::chosen_deals, {{"count", whole(static_cast<long long>(ids.size()))}});
    const std::string_view give = say(Phrase::chosen_give), out = say(Phrase::chosen_export), drop = say(Phrase::chosen_delete),
                           none = say(Phrase::plan_choose_none);
    const Font bold = type(Type::body, Face::bold);
    Rect row = inset(area, px(phone ? 14 : 24), px(10)), count, field, give_cell, out_cell, drop_cell, none_cell;
    if (phone) {
        count = cut_top(row, control_height(), px(4));
        none_cell = cut_right(count, button_width(none), px(8));
        Rect second = cut_top(row, control_height(), px(8));
        give_cell = cut_right(second, button_width(give), px(8)), field = second;
        Rect third = {row.x, row.y, row.width, control_height()};
        out_cell = cut_left(third, button_width(out), px(8)), drop_cell = cut_left(third, button_width(drop), px(8));
    } else {
        row = middle(row, control_height());
        count = cut_left(row, text_width(bold, words), px(20));
        field = cut_left(row, px(180), px(8)), give_cell = cut_left(row, button_width(give), px(20));
        out_cell = cut_left(row, button_width(out), px(8)), drop_cell = cut_left(row, button_width(drop), px(20));
        none_cell = cut_left(row, button_width(none));
    }
    mirror().add({.id = id_of("count"), .role = ui::Role::status, .name = words, .rect = count, .states = state_polite});
    draw_text_in(count, bold, colours.text, words);
    const auto draw_none = [&] { return button("none", none_cell, none, ButtonKind::plain); };
    bool left = phone && draw_none();
    const FieldResult typed =
        text_field("owner", field, say(Phrase::chosen_owner), chosen.owner, {.hint = say(Phrase::chosen_owner), .label_visible = false});
    const std::string owner(trimmed(chosen.owner));
    const bool entered = typed.editing && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
    const bool any = !ids.empty(), gives = any && !owner.empty();  // none: exporting nothing would be exporting all
    if ((button("give", give_cell, give, ButtonKind::secondary, gives) || entered) && gives)
        give_to(frame, ids, owner), chosen.owner.clear(), left = true;
    if (button("export", out_cell, out, ButtonKind::secondary, any)) frame.wish(ExportDeals{in_order(frame, ids)});
    if (button("delete", drop_cell, drop, ButtonKind::danger, any)) {
        for (const Id& id : in_order(frame, ids)) frame.act(DeleteDeal{id});
        left = true;
    }
    if (!phone) left |= draw_none();
    if (!frame.dialog_open && take_escape()) left = true;
    if (left) chosen.rows.clear(), chosen.owner.clear(), chosen.on_phone = false;
}

}  // namespace views

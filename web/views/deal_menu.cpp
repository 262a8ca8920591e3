#include "views/deal_menu.h"

#include "ui/widgets.h"
#include "views/exports.h"

#include <algorithm>

namespace views {

using namespace compass;
using namespace ui;

[[gnu::noinline]] static void draw_deal_items(const Frame& frame, RenameState& renaming, const Deal& deal, bool history) {
    bool exports = false;
    if (history && frame.can_undo && menu_item("undo", say(Phrase::undo))) frame.wish(Undo{});
    if (history && frame.can_redo && menu_item("redo", say(Phrase::redo))) frame.wish(Redo{});
    if (history && menu_item("recent", say(Phrase::recent_title))) frame.wish(ShowRecent{});
    if (menu_item("rename", say(Phrase::menu_rename))) renaming = {deal.id, deal.name, true};
    if (menu_item("edit", say(Phrase::edit_basics))) frame.wish(EditBasics{deal.id});
    if (deal.customer && menu_item("customer", say(Phrase::menu_customer))) frame.wish(GoToCustomers{deal.customer});
    if (menu_item("end", say(Phrase::menu_end))) frame.wish(GoToGates{deal.id, true});
    if (menu_item("duplicate", say(Phrase::menu_duplicate))) frame.act(DuplicateDeal{deal.id, say(Phrase::copy_of, {{"name", deal.name}})});
    if (menu_item("copy", say(Phrase::menu_copy))) frame.wish(CopyDeal{deal.id});
    if (menu_item("versions", say(Phrase::menu_versions))) frame.wish(ShowVersions{deal.id});
    if (menu_item("link", say(Phrase::menu_link))) frame.wish(ShareDeals{{deal.id}});
    if (deal.status == DealStatus::open && menu_item("handover", say(Phrase::menu_handover))) frame.wish(GoToHandover{deal.id});
    exports = menu_item("export", say(Phrase::menu_export));
    if (menu_item("delete", say(Phrase::menu_delete), true)) frame.act(DeleteDeal{deal.id});
    end_menu();
    if (exports) open_menu("export-menu");
}

void draw_deal_menu(const Frame& frame, RenameState& renaming, const Deal& deal, const Rect& button, bool history) {
    const float width = px(190);
    draw_export_menu(frame, &deal, button);
    if (begin_menu("deal-menu", say(Phrase::deal_menu), {right(button) - width, bottom(button)}, width))
        draw_deal_items(frame, renaming, deal, history);
}

void draw_export_menu(const Frame& frame, const Deal* deal, const Rect& button) {
    const float width = px(language() == Language::zh ? 220 : 250);
    if (!begin_menu("export-menu", say(Phrase::export_deal), {right(button) - width, bottom(button)}, width)) return;
    draw_export_items(frame, deal);
    end_menu();
}

void draw_export_button(const Frame& frame, const Deal* deal, const Rect& rect) {
    value_button("export", rect, "", say(Phrase::export_deal), "export-menu");
    draw_export_menu(frame, deal, rect);
}

void draw_rename(const Frame& frame, RenameState& state, const Deal& deal, const Rect& rect) {
    const Rect box = middle({rect.x, rect.y, std::min(rect.width, px(320)), rect.height}, control_height());
    const FieldResult field =
        text_field("new-name", box, say(Phrase::menu_rename), state.name, {.take_focus = state.first_frame, .label_visible = false});
    layer(ImGui::GetID("renaming"), 0);
    const bool left = state.editing && !field.editing;
    state.editing = field.editing;
    state.first_frame = false;
    const bool dropped = take_escape();
    if (!field.done && !left && !dropped) return;
    if (!dropped && !state.name.empty() && state.name != deal.name) frame.act(RenameDeal{deal.id, state.name});
    state = {};
}

}  // namespace views

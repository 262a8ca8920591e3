#include "views/sheet.h"

#include "views/deal_header.h"
#include "views/sheet_parts.h"

#include <algorithm>
#include <utility>

namespace views {

using namespace compass;
using namespace ui;

namespace {

void begin_sheet_of(SheetState& state, const Id& deal) {
    SheetState fresh;
    fresh.deal = deal, fresh.drafts = std::move(state.drafts);
    state = std::move(fresh);
}

// A page upon the table; its height is known once it is drawn.
float draw_page(const Frame& frame, SheetState& state, const Box<Deal>& deal, const Rect& area) {
    const Palette& colours = palette();
    const bool phone = scale() == Scale::phone;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float around = px(phone ? 0 : 24), inside = px(phone ? 16 : 28), widest = px(1080);
    const float width = std::min(area.width - 2 * around, widest);
    Rect page = {area.x + std::floor((area.width - width) * 0.5f), area.y + around, width, 0};
    ImDrawListSplitter splitter;
    splitter.Split(&list, 2);
    splitter.SetCurrentChannel(&list, 1);
    page.height = draw_sheet_paper(frame, state, deal, {page.x + inside, page.y + inside, width - 2 * inside, area.height}) + 2 * inside;
    splitter.SetCurrentChannel(&list, 0);
    if (!phone)
        list.AddRectFilled({page.x + px(4), page.y + px(4)}, {right(page) + px(4), bottom(page) + px(4)}, with_alpha(colours.text, 0.05f),
                           px(3));
    list.AddRectFilled(top_left(page), bottom_right(page), colours.panel, px(phone ? 0 : 3));
    if (!phone) list.AddRect(top_left(page), bottom_right(page), colours.line, px(3), 0, line_px(1));
    splitter.Merge(&list);
    return page.height + 2 * around;
}

float draw_side(const Frame& frame, SheetState& state, const Deal& deal, const Rect& area) {
    return state.open ? draw_sheet_form(frame, state, deal, area) : draw_sheet_overview(frame, state, deal, area);
}

// One column that scrolls; what is open takes its place.
void draw_phone_sheet(const Frame& frame, SheetState& state, const Box<Deal>& deal, Rect area) {
    const bool lies = is_lying(area);
    const PhoneHeader header = draw_phone_header(frame, state.renaming, deal, Screen::sheet, cut_top(area, phone_header_height(lies)), 0);
    if (header.back && state.open)
        state.open.reset();
    else if (header.back)
        frame.wish(GoToDeals{});
    const Rect view = begin_scroll(state.open ? "sheet-form" : "sheet", area);
    if (state.open) return end_scroll(draw_sheet_form(frame, state, *deal, view));
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(area), bottom_right(area), palette().panel);
    const float height = draw_page(frame, state, deal, view);
    end_scroll(height + draw_sheet_overview(frame, state, *deal, {view.x, view.y + height, view.width, view.height}));
}

}  // namespace

void open_sheet_part(SheetState& state, const Id& deal, const SheetTarget& target) {
    if (state.deal != deal) begin_sheet_of(state, deal);
    open_part(state, target);
}

void draw_sheet_screen(Frame& frame, SheetState& state, const Box<Deal>& deal, Rect area) {
    if (state.deal != deal->id) begin_sheet_of(state, deal->id);
    keep_sheet(frame, state, deal);
    if (scale() == Scale::phone) {
        draw_phone_sheet(frame, state, deal, area);
    } else {
        const std::string_view add = say(Phrase::task_add);
        if (!frame.presents) {
            const DealHeader header(frame, deal, Screen::sheet, cut_top(area, deal_header_height()), nullptr, button_width(add));
            if (button("add-task", header.buttons, add, ButtonKind::primary)) open_part(state, {.part = SheetPart::task});
        }
        const Rect side = cut_right(area, px(language() == Language::zh ? 384 : 404));
        ImGui::GetWindowDrawList()->AddRectFilled(top_left(side), bottom_right(side), palette().panel);
        hairline({side.x, side.y}, {side.x, bottom(side)}, palette().line);
        {
            const Rect view = begin_scroll("sheet", area);
            end_scroll(draw_page(frame, state, deal, view));
        }
        const Group inspector(ui::Role::complementary, "inspector", say(Phrase::sheet_panel), side);
        const Rect column =
            begin_scroll(state.open ? "sheet-form" : "sheet-overview", {side.x + line_px(1), side.y, side.width - line_px(1), side.height});
        end_scroll(draw_side(frame, state, *deal, column));
    }
    if (!frame.dialog_open && state.open && take_escape()) state.open.reset();
}

}  // namespace views

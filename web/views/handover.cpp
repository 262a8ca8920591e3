// Who takes a deal over, and the document they need: which deal first, then what stands in it.
#include "model/text.h"
#include "portfolio/search.h"
#include "views/deal_words.h"
#include "views/review_parts.h"

#include <algorithm>
#include <utility>

namespace views {

using namespace compass;
using namespace ui;

namespace {

// Open deals whose title or owner holds what was typed.
void keep_found(const Frame& frame, HandoverState& state) {
    const ReviewEdition now = edition_of(frame);
    if (state.edition == now && state.found_for == state.words) return;
    state.edition = now, state.found_for = state.words;
    state.found.clear();
    const bool all = trimmed(state.words).empty();
    for (std::size_t i = 0; i < frame.workspace.deals.size(); ++i) {
        const Deal& deal = *frame.workspace.deals[i];
        if (deal.status != DealStatus::open) continue;
        if (all || find_words(deal_title(frame, deal) + " " + deal.owner, state.words, frame.initials)) state.found.push_back(i);
    }
}

// Ours who know the deal already, and the owners of the other deals.
void keep_colleagues(const Frame& frame, HandoverState& state, const Deal& deal) {
    constexpr std::size_t at_most = 8;
    state.colleagues.clear();
    const auto add = [&](const std::string& name) {
        if (name.empty() || name == deal.owner || state.colleagues.size() >= at_most) return;
        if (std::find(state.colleagues.begin(), state.colleagues.end(), name) == state.colleagues.end()) state.colleagues.push_back(name);
    };
    for (const TeamMember& member : deal.team) add(member.name);
    for (const Box<Deal>& other : frame.workspace.deals)
        if (other->status == DealStatus::open) add(other->owner);
}

void keep_handover(const Frame& frame, HandoverState& state, const Deal& deal) {
    const ReviewEdition now = edition_of(frame);
    if (state.paper_edition == now && state.paper_deal == deal.id && state.paper_to == state.to) return;
    if (state.paper_edition != now || state.paper_deal != deal.id) keep_colleagues(frame, state, deal);
    state.paper_edition = now, state.paper_deal = deal.id, state.paper_to = state.to;
    state.paper = handover_paper(frame, deal, std::string(trimmed(state.to)), state.relationships_open);
}

void draw_found_row(const Frame& frame, HandoverState& state, std::size_t place, const Rect& row) {
    const Palette& colours = palette();
    const Deal& deal = *frame.workspace.deals[place];
    const Customer* customer = frame.customer_of(deal);
    ImGui::PushID(static_cast<int>(place));
    const Group item(ui::Role::listitem, "item", "", row);
    const Press press = ui::press("choose", row, {.name = deal_title(frame, deal), .description = deal.owner, .radius = 4});
    ImGui::PopID();
    if (press.hovered) ImGui::GetWindowDrawList()->AddRectFilled(top_left(row), bottom_right(row), colours.raised, px(4));
    Rect words = inset(row, px(10), 0);
    draw_text_in(cut_right(words, text_width(type(Type::body), deal.owner) + 1, px(12)), type(Type::body), colours.text2, deal.owner,
                 Align::right);
    draw_deal_name(words, name_in_list(Type::body), customer ? customer->name : "", deal.name);
    hairline({row.x, bottom(row) - line_px(1)}, {right(row), bottom(row) - line_px(1)}, colours.line);
    if (press.pressed) state.deal = deal.id, state.to.clear(), state.to_heading = true;
}

void draw_choice_of_deal(const Frame& frame, HandoverState& state, const Rect& area) {
    const Palette& colours = palette();
    const bool phone = scale() == Scale::phone;
    keep_found(frame, state);
    Rect body = inset(area, px(phone ? 14 : 24), 0);
    body.width = std::min(body.width, px(760));
    cut_top(body, px(14));
    const Font font = type(Type::strong, Face::bold);
    const std::string_view title = say(Phrase::handover_choose);
    const Rect head = cut_top(body, paragraph_height(font, title, body.width), px(4));
    heading(head, title, 2);
    draw_paragraph(head, font, colours.text, title);
    cut_top(body, paragraph(body, type(Type::body), colours.text2, say(Phrase::handover_help)), px(10));
    if (state.found.empty() && trimmed(state.words).empty()) {
        const std::string_view open = say(Phrase::open_team);
        if (button("empty-team", {body.x, body.y, std::min(body.width, button_width(open)), control_height()}, open, ButtonKind::primary))
            frame.wish(OpenTeam{});
        return;
    }
    text_field("handover-find", cut_top(body, field_height(), px(10)), say(Phrase::handover_find), state.words,
               {.hint = say(Phrase::handover_find_hint)});
    if (state.found.empty()) {
        paragraph(body, type(Type::body), colours.text2, say(Phrase::handover_none));
        return;
    }
    const float height = std::max(px(38), phone ? control_height() : 0);
    const Rect rows = begin_scroll("handover-deals", body);
    const Group list(ui::Role::list, "deals", say(Phrase::handover_choose), rows);
    const RowRange range = rows_in_sight(rows, height, state.found.size());
    for (std::size_t i = range.first; i < range.end; ++i)
        draw_found_row(frame, state, state.found[i], {rows.x, rows.y + height * static_cast<float>(i), rows.width - px(14), height});
    end_scroll(height * static_cast<float>(state.found.size()));
}

float draw_handover_panel(const Frame& frame, HandoverState& state, const Deal& deal, const Rect& area) {
    const Palette& colours = palette();
    const bool phone = scale() == Scale::phone;
    const float padding = px(phone ? 14 : 20);
    Column column{{area.x + padding, area.y, area.width - 2 * padding, area.height}, area.y + px(14)};
    const std::string title = deal_title(frame, deal);
    const Font font = type(Type::strong, Face::bold);
    const Rect head = column.next(paragraph_height(font, title, column.area.width), px(4));
    const ItemId id = heading(head, title, 2);
    if (std::exchange(state.to_heading, false)) mirror().request_focus(id);
    draw_paragraph(head, font, colours.text, title);
    const std::string from = deal.owner.empty() ? std::string(say(Phrase::plan_nobody)) : deal.owner;
    column.y += paragraph(column.next(0), type(Type::body), colours.text2, say(Phrase::handover_from, {{"owner", from}})) + px(8);
    text_field("successor", column.next(field_height(), px(6)), say(Phrase::handover_to), state.to,
               {.hint = say(Phrase::handover_to_hint)});
    if (!state.colleagues.empty()) {
        const auto here = std::find(state.colleagues.begin(), state.colleagues.end(), state.to);
        const int chosen = here == state.colleagues.end() ? -1 : static_cast<int>(here - state.colleagues.begin());
        Rect line = column.next(control_height(), px(6));
        Radios radios("colleagues", say(Phrase::handover_colleagues), line, chosen);
        for (const std::string& name : state.colleagues) {
            const float width = std::min(column.area.width, text_width(type(Type::body, Face::bold), name) + px(24));
            if (width > line.width) line = column.next(control_height(), px(6));
            radios.chip(cut_left(line, width, px(6)), name);
        }
        if (const int to = radios.chosen(); to != chosen && to >= 0) state.to = state.colleagues[static_cast<std::size_t>(to)];
    }
    column.y += px(6);
    const std::string open =
        say(state.relationships_open > 0 ? Phrase::handover_open : Phrase::handover_all_held, {{"count", whole(state.relationships_open)}});
    column.y += paragraph(column.next(0), type(Type::body, Face::bold), colours.text, open) + px(10);
    const auto place = [&](std::string_view name) {
        const Rect row = column.next(control_height(), px(8));
        return Rect{row.x, row.y, phone ? row.width : std::min(row.width, button_width(name)), row.height};
    };
    const std::string_view save = say(Phrase::handover_export), copy = say(Phrase::handover_copy), other = say(Phrase::handover_other);
    if (button("export", place(save), save, ButtonKind::primary))
        frame.wish(DownloadText{say(Phrase::handover_file, {{"deal", title}}), text_of(state.paper)});
    if (button("copy", place(copy), copy)) frame.wish(CopyText{text_of(state.paper)});
    if (button("other", place(other), other)) state.deal = {};
    return column.y + px(12) - area.y;
}

}  // namespace

void draw_review_handover(const Frame& frame, HandoverState& state, const Rect& whole) {
    const Deal* deal = state.deal ? find_deal(frame.workspace, state.deal) : nullptr;
    if (!deal) return draw_choice_of_deal(frame, state, whole);
    keep_handover(frame, state, *deal);
    Rect area = whole;
    if (scale() == Scale::phone) {
        const Rect view = begin_scroll("handover", area);
        const float height = draw_handover_panel(frame, state, *deal, view);
        if (!state.deal) return end_scroll(height);
        return end_scroll(height + draw_paper(state.paper, {view.x, view.y + height, view.width, view.height}));
    }
    Rect side = cut_left(area, px(language() == Language::zh ? 340 : 360));
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(side), bottom_right(side), palette().panel);
    hairline({right(side) - line_px(1), side.y}, {right(side) - line_px(1), bottom(side)}, palette().line);
    {
        const Group panel(ui::Role::complementary, "panel", say(Phrase::handover_panel), side);
        const Rect column = begin_scroll("handover-panel", side);
        end_scroll(draw_handover_panel(frame, state, *deal, column));
    }
    const Rect view = begin_scroll("handover", area, ui::Role::group, true);
    end_scroll(draw_paper(state.paper, view));
}

}  // namespace views

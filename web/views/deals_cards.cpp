#include "ui/widgets.h"
#include "views/deal_words.h"
#include "views/deals_parts.h"

#include <algorithm>
#include <array>

namespace views {

using namespace compass;
using namespace ui;

namespace {

// On a phone a deal is a card; in English the position has a line of its own.
bool cards_are_tall() { return language() == Language::en; }
float card_height() { return px(cards_are_tall() ? 128 : 106); }

void draw_card(const Frame& frame, DealsState& state, const Box<Deal>& deal, Rect card) {
    const Palette& colours = palette();
    const DealReading& reading = frame.readings.of(deal);
    ImGui::PushID(format(deal->id).c_str());
    const Customer* customer = frame.customer_of(*deal);
    const std::string title = deal_title(customer, *deal);
    const Group item(ui::Role::listitem, "card", "", card);
    if (state.chosen.on_phone && row_check("check", middle(cut_left(card, px(44)), px(44)), say(Phrase::queue_choose, {{"deal", title}}),
                                           state.chosen.rows.contains(deal->id)))
        state.chosen.rows.tick_one(deal->id);
    const Press open =
        ui::press("open", {card.x, card.y, card.width - px(48), card.height},
                  {.role = ui::Role::link, .name = title, .description = position_words(deal->position.claimed), .radius = 10});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(top_left(card), bottom_right(card), colours.panel, px(10));
    list.AddRect(top_left(card), bottom_right(card), open.hovered ? colours.line2 : colours.line, px(10), 0, line_px(1));
    const Rect dots = {right(card) - px(46), card.y + px(4), px(44), px(44)};
    open_deal_menu(dots, say(Phrase::deal_menu_of, {{"deal", title}}), open);
    draw_deal_menu(frame, state.renaming, *deal, dots);
    Rect body = inset(card, px(14), px(10));
    Rect words = cut_top(body, px(cards_are_tall() ? 72 : 50));
    if (state.renaming.deal == deal->id) {
        cut_right(words, px(40));
        draw_rename(frame, state.renaming, *deal, words);
    } else {
        Rect first = cut_top(words, px(26));
        cut_right(first, px(40));
        const bool whole = deal->name.empty() || !customer || text_width(type(Type::strong, Face::bold), title) <= first.width;
        draw_deal_name(first, name_in_list(Type::strong), whole && customer ? customer->name : "", deal->name);
        std::string line;  // what may be cut stands last
        if (deal->objective.amount) {
            add_part(line, money(*deal->objective.amount));
            add_part(line, "P" + std::to_string(static_cast<int>(deal->funnel_stage) + 1));
        }
        const std::string position = position_words(deal->position.claimed);
        Rect second = cards_are_tall() ? cut_top(words, px(23)) : words, &marked = cards_are_tall() ? words : second;
        if (!cards_are_tall()) add_part(line, position);
        if (!whole) add_part(line, customer->name);
        if (deal->teaching) draw_sample_mark(cut_right(marked, sample_mark_width(), px(8)));
        draw_text_in(second, type(Type::body), colours.text2, line);
        if (cards_are_tall()) draw_text_in(words, type(Type::body), colours.text2, position);
    }
    Rect last = cut_top(body, px(28));
    if (reading.index) {
        const Rect index = cut_right(last, std::min(px(130), last.width * 0.36f), px(8));
        draw_deal_move(last, reading);
        draw_deal_index(index, reading, *deal);
    } else {
        draw_deal_index(last, reading, *deal);
    }
    if (open.pressed) frame.wish(GoToDeal{deal->id});
    ImGui::PopID();
}

// Fewer are all in sight.
constexpr std::size_t sorted_from = 4;

void draw_card_order(DealsOrder& order, const Rect& area) {
    static constexpr std::array keys = {DealKey::entered, DealKey::gain, DealKey::signing};
    const std::array<std::string_view, keys.size()> names = {say(Phrase::sort_entered), say(Phrase::sort_gain), say(Phrase::sort_signing)};
    const auto now = std::find(keys.begin(), keys.end(), order.by);
    const int before = now == keys.end() ? -1 : static_cast<int>(now - keys.begin());
    const int chosen = segment("sort", area, say(Phrase::sort_name), names, before);
    if (chosen != before) start_order(order, keys[static_cast<std::size_t>(chosen)]);
}

}  // namespace

void draw_deal_cards(const Frame& frame, DealsState& state, Rect area, bool lying) {
    const std::size_t count = frame.workspace.deals.size();
    if (count >= sorted_from || state.order.by != DealKey::entered) draw_card_order(state.order, cut_top(area, control_height(), px(10)));
    const int columns = lying ? 2 : 1;
    Rect rows = begin_scroll("cards", {area.x, area.y, area.width + px(11), area.height});  // its bar stands in the margin
    rows.width = area.width;
    const Group list(ui::Role::list, "deals", say(Phrase::nav_deals), rows);
    const auto across = static_cast<std::size_t>(columns);
    const float row_height = card_height() + px(10);
    const std::size_t lines = (count + across - 1) / across;
    const std::vector<std::size_t>& places = ordered(frame, state.order);
    const RowRange range = rows_in_sight(rows, row_height, lines);
    for (std::size_t line = range.first; line < range.end; ++line) {
        const float y = rows.y + row_height * static_cast<float>(line);
        for (std::size_t i = line * across; i < std::min(count, (line + 1) * across); ++i) {
            const Rect cell = column(rows, static_cast<int>(i % across), columns, px(10));
            draw_card(frame, state, frame.workspace.deals[places[i]], {cell.x, y, cell.width, card_height()});
        }
    }
    end_scroll(row_height * static_cast<float>(lines));
}

}  // namespace views

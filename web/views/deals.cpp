#include "views/deals.h"

#include "draw/figures.h"
#include "draw/lattice.h"
#include "ui/widgets.h"
#include "views/deal_words.h"
#include "views/deals_parts.h"

#include <algorithm>
#include <array>

namespace views {

using namespace compass;
using namespace ui;

namespace {

struct Columns {
    Rect check, name, owner, amount, stage, position, index, move, signing, menu;  // one without width has no room
};

// The name takes what is left; where that is little, other columns go.
Columns columns_of(Rect row) {
    const float gap = px(14);
    const Rect check = cut_left(row, px(28));
    enum { owner, amount, stage, position, index, move, signing, menu, count };
    std::array<float, count> widths = {px(72), px(90), px(30), px(46), px(140), px(language() == Language::zh ? 190 : 230), px(96), px(36)};
    float name = row.width;
    for (const float width : widths) name -= width + gap;
    for (const int dispensable : {owner, position, stage, amount}) {
        if (name >= px(200)) break;
        name += widths[static_cast<std::size_t>(dispensable)] + gap;
        widths[static_cast<std::size_t>(dispensable)] = 0;
    }
    const auto cells = cut_right<count>(row, widths, gap);
    return {check, row, cells[owner], cells[amount], cells[stage], cells[position], cells[index], cells[move], cells[signing], cells[menu]};
}

// A press sorts the list by the column; an arrow beside its name shows how.
void draw_header(DealsOrder& order, const Rect& cell, Phrase name, DealKey key, Align align = Align::left) {
    if (cell.width == 0) return;
    const Palette& colours = palette();
    const bool sorted = order.by == key;
    const Font font = type(Type::caption, sorted ? Face::bold : Face::regular);
    const std::string_view words = say(name);
    const std::uint32_t direction = !sorted ? state_none : order.descending ? state_descending : state_ascending;
    const Press press =
        ui::press(words, cell, {.role = ui::Role::columnheader, .name = words, .states = state_sortable | direction, .radius = 4});
    const ImU32 ink = sorted || press.hovered ? colours.text : colours.text3;
    draw_text_in(cell, font, ink, words, align);
    if (sorted) {
        const float width = text_width(font, words), arm = px(3);
        const float x = align == Align::right ? right(cell) - width - px(8) : cell.x + width + px(8);
        const ImVec2 at = {x, centre(cell).y};
        const float rise = order.descending ? -arm : arm;
        ImGui::GetWindowDrawList()->AddTriangleFilled({at.x - arm, at.y + rise * 0.7f}, {at.x + arm, at.y + rise * 0.7f},
                                                      {at.x, at.y - rise * 0.7f}, ink);
    }
    if (press.pressed) order_by(order, key);
}

// The box in a row; those of all rows in the header.
Rect check_reach(const Rect& check) { return middle({check.x - px(6), check.y, px(28), check.height}, px(28)); }

void tick_deals(const Frame& frame, DealsState& state, std::size_t row) {
    const std::vector<std::size_t>& places = ordered(frame, state.order);
    state.chosen.rows.tick(row, ImGui::GetIO().KeyShift,
                           [&](std::size_t i) { return i < places.size() ? frame.workspace.deals[places[i]]->id : Id{}; });
}

void draw_header_row(const Frame& frame, DealsState& state, const Rect& row) {
    DealsOrder& order = state.order;
    const Columns columns = columns_of(row);
    const Group header(ui::Role::row, "header", "", row);
    {
        const Group cell(ui::Role::columnheader, "all-cell", "", columns.check);
        ChosenRows& chosen = state.chosen.rows;
        const bool all = chosen.size() == frame.workspace.deals.size();
        if (row_check("all", check_reach(columns.check), say(Phrase::plan_choose_all), all)) {
            chosen.clear();
            for (const Box<Deal>& deal : frame.workspace.deals)
                if (!all) chosen.ids.insert(deal->id);
        }
    }
    draw_header(order, columns.name, Phrase::column_deal, DealKey::name);
    draw_header(order, columns.owner, Phrase::column_owner, DealKey::owner);
    draw_header(order, columns.amount, Phrase::column_amount, DealKey::amount, Align::right);
    draw_header(order, columns.stage, Phrase::column_stage, DealKey::stage);
    if (columns.position.width > 0) {
        draw_text_in(columns.position, type(Type::caption), palette().text3, say(Phrase::column_position));
        mirror().add({.id = ImGui::GetID("position"),
                      .role = ui::Role::columnheader,
                      .name = say(Phrase::column_position),
                      .rect = columns.position});
    }
    draw_header(order, columns.index, Phrase::column_index, DealKey::index);
    draw_header(order, columns.move, Phrase::column_move, DealKey::gain);
    draw_header(order, columns.signing, Phrase::column_signing, DealKey::signing, Align::right);
}

// True where the name does not stand whole.
bool draw_name(Rect area, const Customer* customer, const Deal& deal) {
    const float whole = area.width;
    if (deal.teaching) area.width -= sample_mark_width() + px(10);
    const NameInRow name = draw_deal_name_in_row(area, names_have_little_room(whole), customer ? customer->name : "", deal.name);
    if (deal.teaching) draw_sample_mark({area.x + name.used + px(10), area.y, whole, area.height});
    return name.cut;
}

void draw_row(const Frame& frame, DealsState& state, const Box<Deal>& deal, const Rect& row, std::size_t number) {
    const Palette& colours = palette();
    const DealReading& reading = frame.readings.of(deal);
    const std::string id = format(deal->id);
    ImGui::PushID(id.c_str());
    const Columns columns = columns_of(row);
    const Group group(ui::Role::row, "row", "", row, state_none, {.row = number});
    const Customer* customer = frame.customer_of(*deal);
    const std::string title = deal_title(customer, *deal);
    const bool renaming = state.renaming.deal == deal->id;

    mirror().open({.id = ImGui::GetID("check-cell"), .role = ui::Role::cell, .rect = columns.check});
    if (row_check("check", check_reach(columns.check), say(Phrase::queue_choose, {{"deal", title}}), state.chosen.rows.contains(deal->id)))
        tick_deals(frame, state, number - 2);
    mirror().close();
    mirror().open({.id = ImGui::GetID("name"), .role = ui::Role::cell, .rect = columns.name});
    Press open;
    if (!renaming)
        open = ui::press("open", {columns.name.x, row.y, row.width - px(72), row.height},
                         {.role = ui::Role::link, .name = title, .description = position_words(deal->position.claimed)});
    if (open.hovered)
        ImGui::GetWindowDrawList()->AddRectFilled({columns.name.x - px(6), row.y}, {right(row) + px(10), bottom(row)}, colours.raised,
                                                  px(5));
    if (renaming) {
        draw_rename(frame, state.renaming, *deal, columns.name);
    } else {
        const bool cut = draw_name(columns.name, customer, *deal);
        if (open.hovered && cut) tooltip(title);
    }
    mirror().close();
    const Rect dots = {columns.menu.x, row.y + (row.height - px(32)) * 0.5f, px(32), px(32)};
    table_cell("owner", columns.owner, type(Type::body), colours.text2, deal->owner);
    table_cell("amount", columns.amount, type(Type::body), colours.text, deal->objective.amount ? money(*deal->objective.amount) : "\u2014",
               Align::right);
    table_cell("stage", columns.stage, type(Type::body), colours.text2, "P" + std::to_string(static_cast<int>(deal->funnel_stage) + 1));
    if (columns.position.width > 0) {
        draw::position_glyph(*ImGui::GetWindowDrawList(), {columns.position.x, centre(columns.position).y - px(7), px(34), px(14)},
                             deal->position.claimed);
        mirror().add({.id = ImGui::GetID("position"),
                      .role = ui::Role::cell,
                      .name = position_words(deal->position.claimed),
                      .rect = columns.position});
    }
    draw_deal_index(columns.index, reading, *deal);
    draw_deal_move(columns.move, reading);
    const bool past = deal->status == DealStatus::open && deal->objective.signing_date && *deal->objective.signing_date < frame.today;
    table_cell("signing", columns.signing, type(Type::body), past ? colours.negative : colours.text2,
               deal->objective.signing_date ? format(*deal->objective.signing_date) : "\u2014", Align::right);
    mirror().open({.id = ImGui::GetID("end"), .role = ui::Role::cell, .rect = columns.menu});
    open_deal_menu(dots, say(Phrase::deal_menu_of, {{"deal", title}}), open);
    mirror().close();
    draw_deal_menu(frame, state.renaming, *deal, dots);
    hairline({row.x, bottom(row) - line_px(1)}, {right(row), bottom(row) - line_px(1)}, colours.line);
    if (open.pressed && (ImGui::GetIO().KeyShift || ImGui::GetIO().KeyCtrl))
        tick_deals(frame, state, number - 2);
    else if (open.pressed)
        frame.wish(GoToDeal{deal->id});
    ImGui::PopID();
}

// What will stand here, quietly, and the three ways to begin.
void draw_empty(const Frame& frame, Rect area) {
    const Palette& colours = palette();
    struct Way {
        std::string_view id;
        Phrase words;
        ButtonKind kind;
        Wish wish;
    };
    const Way ways[] = {{"empty-sample", Phrase::open_sample, ButtonKind::primary, OpenSample{}},
                        {"empty-new", Phrase::new_deal, ButtonKind::secondary, NewDeal{}},
                        {"empty-import", Phrase::import_file, ButtonKind::secondary, OpenFiles{}}};
    const float button_height = control_height(), gap = px(10);
    float row_width = -gap;
    for (const Way& way : ways) row_width += button_width(say(way.words)) + gap;
    const bool stacked = row_width > area.width;

    const Font hint = type(Type::body);
    const std::vector<std::string_view> lines = wrap(hint, say(Phrase::empty_hint), area.width);
    const float hint_height = line_height(hint) * static_cast<float>(lines.size());
    const float buttons_height = stacked ? 3 * (button_height + gap) : button_height;
    const float words_height = line_height(type(Type::title)) + px(8) + hint_height + px(20) + buttons_height;
    const float picture_height = std::min(area.height - words_height - px(24), area.width * 0.62f);
    Rect block = {area.x, area.y, area.width, words_height};
    if (picture_height > px(160)) {
        const float above = std::max(0.0f, (area.height - words_height - picture_height - px(24)) * 0.4f);
        draw::PositionScene quiet;
        quiet.opacity = 0.4f;
        draw::draw_lattice(*ImGui::GetWindowDrawList(),
                           draw::layout_lattice({area.x, area.y + above, area.width, picture_height}, {}, unit()), quiet);
        block.y += above + picture_height + px(24);
    } else {
        block.y += std::max(px(12), (area.height - words_height) * 0.4f);
    }
    const auto centred = [&](float width, float height, float below) {
        const Rect row = cut_top(block, height, below);
        return Rect{row.x + std::max(0.0f, (row.width - width) * 0.5f), row.y, std::min(width, row.width), row.height};
    };
    const float title_width = text_width(type(Type::title), say(Phrase::empty_title));
    heading(centred(title_width, line_height(type(Type::title)), px(8)), type(Type::title), say(Phrase::empty_title), 2, colours.text);
    Rect words = centred(area.width, hint_height, px(20));
    reading("hint", words, say(Phrase::empty_hint));
    for (const std::string_view line : lines) draw_text_in(cut_top(words, line_height(hint)), hint, colours.text2, line, Align::centre);
    Rect row = stacked ? Rect{} : centred(row_width, button_height, 0);
    for (const Way& way : ways) {
        const float width = button_width(say(way.words));
        const Rect place = stacked ? centred(std::min(area.width, px(280)), button_height, gap) : cut_left(row, width, gap);
        if (button(way.id, place, say(way.words), way.kind)) frame.wish(way.wish);
    }
}

void draw_head(const Frame& frame, Rect head, bool empty) {
    const auto width = [&](Phrase words) { return empty ? 0 : button_width(say(words)); };
    const std::string trash = say(Phrase::trash_entry, {{"count", std::to_string(frame.trash)}});
    const auto [bin, undo, redo, out, in, create] =
        cut_right<6>(head,
                     {frame.trash > 0 ? button_width(trash) : 0, px(32), px(32), width(Phrase::export_all), width(Phrase::import_file),
                      width(Phrase::new_deal)},
                     px(8));
    heading(head, type(Type::title), say(Phrase::nav_deals), 1, palette().text);
    if (frame.trash > 0 && button("trash", middle(bin, control_height()), trash, ButtonKind::plain)) frame.wish(ShowTrash{});
    if (icon_button("undo", middle(undo, px(32)), say(Phrase::undo), paint_icon<draw::Icon::undo>, frame.can_undo)) frame.wish(Undo{});
    if (icon_button("redo", middle(redo, px(32)), say(Phrase::redo), paint_icon<draw::Icon::redo>, frame.can_redo)) frame.wish(Redo{});
    if (empty) return;
    const float height = control_height();
    if (button("export-all", middle(out, height), say(Phrase::export_all))) frame.wish(ExportDeals{});
    if (button("import", middle(in, height), say(Phrase::import_file))) frame.wish(OpenFiles{});
    if (button("new", middle(create, height), say(Phrase::new_deal), ButtonKind::primary)) frame.wish(NewDeal{});
}

// A new deal at hand, the rest in a menu.
void draw_phone_head(const Frame& frame, DealsState& state, Rect head, bool empty) {
    const float height = control_height();
    const bool has_menu = !empty || frame.can_undo || frame.can_redo || frame.trash > 0;
    const auto [create, more] = cut_right<2>(head, {empty ? 0 : button_width(say(Phrase::new_deal)), has_menu ? height : 0}, px(8));
    draw_screen_title(frame, head, say(Phrase::nav_deals));
    if (!empty && button("new", middle(create, height), say(Phrase::new_deal), ButtonKind::primary)) frame.wish(NewDeal{});
    if (!has_menu) return;
    icon_button("more", middle(more, height), say(Phrase::deals_menu), paint_icon<draw::Icon::more>, true, "deals-menu");
    const float width = px(190);
    if (!begin_menu("deals-menu", say(Phrase::deals_menu), {right(more) - width, middle(more, height).y + height}, width)) return;
    if (frame.can_undo && menu_item("undo", say(Phrase::undo))) frame.wish(Undo{});
    if (frame.can_redo && menu_item("redo", say(Phrase::redo))) frame.wish(Redo{});
    if (!empty && menu_item("choose", say(Phrase::chosen_start))) state.chosen.on_phone = true;
    if (!empty && menu_item("recent", say(Phrase::recent_title))) frame.wish(ShowRecent{});
    if (!empty && menu_item("import", say(Phrase::import_file))) frame.wish(OpenFiles{});
    if (!empty && menu_item("export-all", say(Phrase::export_all))) frame.wish(ExportDeals{});
    if (frame.trash > 0 && menu_item("trash", say(Phrase::trash_entry, {{"count", std::to_string(frame.trash)}}))) frame.wish(ShowTrash{});
    end_menu();
}

}  // namespace

void draw_deal_index(const Rect& rect, const DealReading& reading, const Deal& deal) {
    const Palette& colours = palette();
    if (!reading.index)
        return table_cell("index", rect, type(Type::body, Face::bold), colours.text2,
                          say(deal.status == DealStatus::won    ? Phrase::status_won
                              : deal.status == DealStatus::lost ? Phrase::status_lost
                                                                : Phrase::status_suspended));
    const WinIndex& index = *reading.index;
    Rect rest = rect;
    draw_text_in(cut_left(rest, px(44), px(6)), type(Type::body, Face::bold), colours.text, percent(index.index.value));
    draw::band_bar(*ImGui::GetWindowDrawList(), {rest.x, centre(rest).y - px(4), rest.width, px(8)}, index.band.low.value,
                   index.band.high.value, index.index.value);
    mirror().add({.id = ImGui::GetID("index"), .role = ui::Role::cell, .name = index_sentence(index), .rect = rect});
}

void draw_deal_move(const Rect& rect, const DealReading& reading) {
    const Palette& colours = palette();
    if (!reading.index) return table_cell("move", rect, type(Type::body), colours.text3, "\u2014");
    const RankedMove& best = reading.navigation.moves.front();
    Rect rest = rect;
    const Rect icon = cut_left(rest, px(24));
    draw::draw_move(*ImGui::GetWindowDrawList(), best.move, {icon.x + px(8), centre(icon).y}, px(18), colours.text2, colours.panel);
    const std::string gain = best.move == Move::hold ? std::string{} : points(best.gain);
    const float width =
        draw_text_in({rest.x, rest.y, rest.width - px(44), rest.height}, type(Type::body), colours.text, move_words(best.move));
    draw_text_in({rest.x + width + px(8), rest.y, rest.width - width, rest.height}, type(Type::body, Face::bold),
                 best.gain > 0.0005 ? colours.positive : colours.text2, gain);
    mirror().add(
        {.id = ImGui::GetID("move"), .role = ui::Role::cell, .name = move_sentence(best.move, best.to) + " " + gain, .rect = rect});
}

// By its button, or as the menu of the deal itself.
void open_deal_menu(const Rect& button, std::string_view name, const Press& whole) {
    icon_button("menu", button, name, paint_icon<draw::Icon::more>, true, "deal-menu");
    if (whole.context) open_menu("deal-menu");
}

void draw_deals(const Frame& frame, DealsState& state, const Rect& whole) {
    const Palette& colours = palette();
    const bool phone = scale() == Scale::phone;
    Rect area = whole;
    Rect head = cut_top(area, px(64));
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(head), bottom_right(head), colours.panel);
    hairline({head.x, bottom(head) - line_px(1)}, {right(head), bottom(head) - line_px(1)}, colours.line);
    head = inset(head, px(phone ? 12 : 24), px(phone ? 8 : 0));
    const bool empty = frame.workspace.deals.empty();
    if (phone)
        draw_phone_head(frame, state, head, empty);
    else
        draw_head(frame, head, empty);

    const bool chooses = !empty && (phone ? state.chosen.on_phone : !state.chosen.rows.empty());
    if (chooses) draw_chosen_deals(frame, state.chosen, cut_bottom(area, chosen_deals_height()));
    area = inset(area, px(phone ? 12 : 24), px(phone ? 10 : 14));
    if (empty) return draw_empty(frame, area);
    if (phone) return draw_deal_cards(frame, state, area, is_lying(whole));
    const Group table(ui::Role::table, "deals", say(Phrase::nav_deals), area, state_none, {.of = frame.workspace.deals.size() + 1});
    const float row_height = px(44);
    draw_header_row(frame, state, inset(cut_top(area, px(30)), px(10), 0));
    hairline({area.x, area.y}, {right(area), area.y}, colours.line2);
    const Rect rows = begin_scroll("rows", area, ui::Role::rowgroup);
    const std::vector<std::size_t>& places = ordered(frame, state.order);
    const RowRange range = rows_in_sight(rows, row_height, places.size());
    for (std::size_t i = range.first; i < range.end; ++i)
        draw_row(frame, state, frame.workspace.deals[places[i]],
                 {rows.x + px(10), rows.y + row_height * static_cast<float>(i), rows.width - px(20), row_height}, i + 2);
    end_scroll(row_height * static_cast<float>(places.size()));
}

}  // namespace views

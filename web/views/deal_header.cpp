#include "views/deal_header.h"

#include "draw/icons.h"
#include "reading/gates.h"
#include "views/deal_words.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace views {

using namespace compass;
using namespace ui;

namespace {

Font tab_font(bool current) { return type(Type::strong, current ? Face::bold : Face::regular); }
float tab_padding() { return px(scale() == Scale::phone ? 14 : 12); }

float tab_width(Screen screen) { return text_width(tab_font(true), say(entry_of(screen).name)) + 2 * tab_padding(); }
float more_width() { return 2 * tab_padding() + px(16); }

using Tabs = std::vector<Screen>;

Tabs every_tab() {
    Tabs tabs;
    for (std::size_t i = 0; i < screens.size(); ++i)
        if (is_of_deal(static_cast<Screen>(i))) tabs.push_back(static_cast<Screen>(i));
    return tabs;
}

float tabs_width(const Tabs& tabs) {
    float width = 0;
    for (const Screen tab : tabs) width += tab_width(tab);
    return width;
}

// Takes out of `tabs` what has no room, the last ones first; the current one stays.
Tabs cut_to(Tabs& tabs, Screen current, float width) {
    Tabs rest;
    if (tabs_width(tabs) <= width) return rest;
    while (tabs.size() > 1 && tabs_width(tabs) + more_width() > width) {
        const auto last = tabs.back() == current ? tabs.end() - 2 : tabs.end() - 1;
        rest.insert(rest.begin(), *last);
        tabs.erase(last);
    }
    return rest;
}

void draw_more_tabs(const Frame& frame, const Tabs& rest, const Id& deal, const Rect& area) {
    icon_button("more-tabs", middle(area, std::min(area.height, control_height())), say(Phrase::tabs_more), paint_icon<draw::Icon::more>,
                true, "tabs-menu");
    const float width = px(190);
    if (!begin_menu("tabs-menu", say(Phrase::tabs_more), {right(area) - width, bottom(area)}, width)) return;
    for (const Screen tab : rest)
        if (menu_item(entry_of(tab).path, say(entry_of(tab).name))) frame.wish(GoToTab{deal, tab});
    end_menu();
}

bool draw_tab(Screen tab, bool current, const Rect& cell) {
    const Palette& colours = palette();
    const std::string_view words = say(entry_of(tab).name);
    const Press press = ui::press(words, cell,
                                  {.role = ui::Role::tab,
                                   .name = words,
                                   .states = static_cast<std::uint32_t>(current ? state_selected | state_current : state_roving),
                                   .radius = 4});
    draw_text_in(cell, tab_font(current), current || press.hovered ? colours.text : colours.text2, words, Align::centre);
    if (current)
        ImGui::GetWindowDrawList()->AddRectFilled({cell.x + tab_padding(), bottom(cell) - px(3)},
                                                  {right(cell) - tab_padding(), bottom(cell)}, colours.accent, px(1));
    return press.pressed && !current;
}

void draw_tabs(const Frame& frame, Screen screen, const Id& deal, Rect area) {
    Tabs tabs = every_tab();
    const Tabs rest = cut_to(tabs, screen, area.width);
    {
        const Group list(ui::Role::tablist, "tabs", say(Phrase::tabs_name), {area.x, area.y, tabs_width(tabs), area.height});
        ImGui::PushID("tabs");
        for (std::size_t i = 0; i < tabs.size(); ++i) {
            if (draw_tab(tabs[i], tabs[i] == screen, cut_left(area, tab_width(tabs[i])))) frame.wish(GoToTab{deal, tabs[i]});
            if (!mirror().focused(id_of(say(entry_of(tabs[i]).name)))) continue;
            const std::size_t step = ImGui::IsKeyPressed(ImGuiKey_RightArrow)  ? 1
                                     : ImGui::IsKeyPressed(ImGuiKey_LeftArrow) ? tabs.size() - 1
                                                                               : 0;
            if (step) mirror().request_focus(id_of(say(entry_of(tabs[(i + step) % tabs.size()]).name)));
        }
        ImGui::PopID();
    }
    if (!rest.empty()) draw_more_tabs(frame, rest, deal, cut_left(area, more_width()));
}

void draw_index(Rect area, const DealReading& today, const DealReading* tried, const Deal& deal) {
    const Palette& colours = palette();
    if (!today.index) {
        label(area, type(Type::title), colours.text, outcome_words(deal), Align::right);
        return;
    }
    const Font hero = type(Type::hero), small = type(Type::caption);
    const WinIndex& index = tried && tried->index ? *tried->index : *today.index;
    Rect words =
        cut_right(area, std::max(text_width(small, say(Phrase::win_index)), text_width(small, percent_range(0.15, 0.27))) + px(4), px(10));
    const float half = area.height * 0.5f;
    draw_text_in({words.x, words.y + half - px(20), words.width, px(20)}, small, colours.text2, say(Phrase::win_index));
    draw_text_in({words.x, words.y + half, words.width, px(20)}, small, colours.text3,
                 percent_range(index.band.low.value, index.band.high.value));
    const std::string number = percent(index.index.value);
    const float width = text_width(hero, number);
    draw_text_in(cut_right(area, width), hero, colours.text, number);
    std::string sentence = index_sentence(index);
    if (tried && tried->index) {
        const std::string before = percent(today.index->index.value) + " \u2192 ";
        draw_text_in(cut_right(area, text_width(type(Type::title), before)), type(Type::title), colours.text3, before);
        sentence = index_sentence(index, &*today.index);
    }
    mirror().add({.id = ImGui::GetID("index"), .role = ui::Role::status, .name = sentence, .rect = words, .states = state_polite});
}

// What earlier stages owe, beside the stage: it leads to where it is paid.
float owed_width(int owed) {
    return owed == 0 ? 0 : px(16) + text_width(type(Type::caption, Face::bold), say(Phrase::header_owed, {{"count", whole(owed)}})) + px(8);
}
void draw_owed_mark(const Frame& frame, const Deal& deal, int owed, const Rect& area) {
    if (owed == 0) return;
    const Palette& colours = palette();
    const Press press = ui::press("owed", area, {.name = say(Phrase::header_owed_spoken, {{"count", whole(owed)}}), .radius = 4});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (press.hovered) list.AddRectFilled(top_left(area), bottom_right(area), colours.raised, px(4));
    draw::draw_flag(list, draw::FlagShape::warn, {area.x + px(10), centre(area).y}, px(12), colours.negative, colours.panel);
    draw_text_in({area.x + px(18), area.y, area.width - px(18), area.height}, type(Type::caption, Face::bold), colours.negative,
                 say(Phrase::header_owed, {{"count", whole(owed)}}));
    if (press.pressed) frame.wish(GoToGates{deal.id});
}
// The same where a thumb must hit it: the word below the sign.
void draw_owed_sign(const Frame& frame, const Deal& deal, int owed, const Rect& area) {
    const Press press = ui::press("owed", area, {.name = say(Phrase::header_owed_spoken, {{"count", whole(owed)}}), .radius = 4});
    draw::draw_flag(*ImGui::GetWindowDrawList(), draw::FlagShape::warn, {centre(area).x, area.y + px(13)}, px(16), palette().negative,
                    palette().panel);
    const Font font = type(Type::caption, Face::bold);
    const std::string words = say(Phrase::header_owed, {{"count", whole(owed)}});
    const bool fits = text_width(font, words) <= area.width;
    draw_text_in({area.x, area.y + px(24), area.width, px(18)}, font, palette().negative, fits ? words : whole(owed), Align::centre);
    if (press.pressed) frame.wish(GoToGates{deal.id});
}
int owed_by(const Frame& frame, const Deal& deal) { return deal.status == DealStatus::open ? gate_debt(deal, frame.playbook).unmet : 0; }

void draw_plate(const Rect& area) {
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(area), bottom_right(area), palette().panel);
    hairline({area.x, bottom(area) - line_px(1)}, {right(area), bottom(area) - line_px(1)}, palette().line);
}

}  // namespace

std::string basics_line(const Playbook& playbook, const Deal& deal, Date today) {
    std::string line;
    if (deal.teaching) add_part(line, say(Phrase::sample_mark));
    add_part(line, deal.objective.unit);
    if (deal.objective.amount) add_part(line, money(*deal.objective.amount));
    add_part(line, signing_words(deal, today));
    add_part(line, deal.owner);
    add_part(line, funnel_words(playbook, deal.funnel_stage));
    return line;
}

std::string signing_words(const Deal& deal, Date today) {
    const std::optional<Date>& date = deal.objective.signing_date;
    if (!date) return std::string(say(Phrase::no_signing_date));
    const bool past = deal.status == DealStatus::open && *date < today;
    return say(past ? Phrase::signing_past : Phrase::signing_on, {{"date", date_long(*date)}, {"days", whole(today - *date)}});
}

std::string outcome_words(const Deal& deal) {
    return say(deal.status == DealStatus::won    ? Phrase::status_won
               : deal.status == DealStatus::lost ? Phrase::status_lost
                                                 : Phrase::status_suspended);
}

float deal_header_height() { return px(64) + px(40); }

DealHeader::DealHeader(const Frame& frame, const Box<Deal>& deal, Screen screen, Rect area, const DealReading* tried, float buttons_width)
    : group_(ui::Role::region, "header", deal_title(frame, *deal), area) {
    const Palette& colours = palette();
    draw_plate(area);
    area = inset(area, px(24), 0);
    const Rect tabs_row = cut_bottom(area, px(40));

    const float icon = tried ? 0 : px(32), height = px(32);
    const auto [present, undo, redo, out, own] =
        cut_right<5>(area, {icon, icon, icon, tried ? 0 : button_width(say(Phrase::export_deal)), buttons_width}, px(8));
    buttons = middle(own, height);
    const float line_x = right(area) - px(4);
    hairline({line_x, area.y + px(14)}, {line_x, bottom(area) - px(14)}, colours.line);
    cut_right(area, px(20));
    const Rect index = cut_right(area, px(tried ? 230 : 180), px(12));

    const Rect top = {area.x, area.y + px(8), area.width, px(28)};
    const float title_width = deal_heading(frame, {top.x, top.y, top.width - px(70), top.height}, Type::title, *deal);
    if (icon_button("basics", middle({top.x + title_width + px(6), top.y, px(28), top.height}, px(28)), say(Phrase::edit_basics),
                    paint_icon<draw::Icon::pencil>))
        frame.wish(EditBasics{deal->id});
    if (deal->customer && icon_button("customer", middle({top.x + title_width + px(38), top.y, px(28), top.height}, px(28)),
                                      say(Phrase::menu_customer), paint_icon<draw::Icon::customers>))
        frame.wish(GoToCustomers{deal->customer});
    const int owed = owed_by(frame, *deal);
    const std::string basics = basics_line(frame.playbook, *deal, frame.today);
    const Rect line = {area.x, bottom(top), std::min(text_width(type(Type::caption), basics) + 1, area.width - owed_width(owed)), px(20)};
    label(line, type(Type::caption), colours.text2, basics);
    draw_owed_mark(frame, *deal, owed, {right(line) + px(4), line.y, owed_width(owed), line.height});
    draw_index(index, frame.readings.of(deal), tried, *deal);
    draw_tabs(frame, screen, deal->id, {tabs_row.x - tab_padding(), tabs_row.y, tabs_row.width, tabs_row.height});
    if (tried) return;
    if (icon_button("present", middle(present, px(32)), say(Phrase::present_key), paint_icon<draw::Icon::present>)) frame.wish(Present{});
    if (icon_button("undo", middle(undo, px(32)), say(Phrase::undo), paint_icon<draw::Icon::undo>, frame.can_undo)) frame.wish(Undo{});
    if (icon_button("redo", middle(redo, px(32)), say(Phrase::redo), paint_icon<draw::Icon::redo>, frame.can_redo)) frame.wish(Redo{});
    draw_export_button(frame, &*deal, middle(out, height));
}

float phone_header_height(bool lies) { return lies ? px(52) : px(60) + control_height(); }

PhoneHeader draw_phone_header(const Frame& frame, RenameState& renaming, const Box<Deal>& box, Screen screen, Rect area,
                              float buttons_width) {
    const Deal& deal = *box;
    const Palette& colours = palette();
    draw_plate(area);
    const Group group(ui::Role::region, "header", deal_title(frame, deal), area);
    PhoneHeader header;
    const float touch = control_height();
    const bool lies = area.height < px(60);
    const Rect tabs_row = lies ? Rect{} : cut_bottom(area, touch);
    const Rect back = middle(cut_left(area, touch, px(2)), touch), dots = middle(cut_right(area, touch), touch);
    header.back = icon_button("back", back, say(Phrase::back), paint_icon<draw::Icon::chevron_left>);
    const int owed = owed_by(frame, deal);
    const Rect debt = owed > 0 ? middle(cut_right(area, touch, px(4)), touch) : Rect{};
    if (buttons_width > 0) header.buttons = middle(cut_right(area, buttons_width, px(12)), touch);
    const Rect tabs_beside =
        lies ? middle(cut_right(area, std::min(tabs_width(every_tab()), std::round(area.width * 0.5f)), px(8)), touch) : Rect{};
    if (renaming.deal == deal.id) {
        draw_rename(frame, renaming, deal, area);
    } else {
        Rect words = middle(area, px(44));
        const bool shortened = deal_heading_in_little_room(frame, cut_top(words, px(24)), Type::section, deal);
        const Font small = type(Type::caption);
        const Rect saved = cut_left(words, text_width(small, frame.saved), px(8));
        const Customer* customer = shortened ? frame.customer_of(deal) : nullptr;
        std::string basics = customer ? customer->name : "";
        add_part(basics, basics_line(frame.playbook, deal, frame.today));
        label(words, small, colours.text2, basics);
        draw_saved(frame, {saved.x, saved.y, saved.width + 1, saved.height});
    }
    if (owed > 0) draw_owed_sign(frame, deal, owed, debt);
    icon_button("menu", dots, say(Phrase::deal_menu), paint_icon<draw::Icon::more>, true, "deal-menu");
    draw_deal_menu(frame, renaming, deal, dots, true);
    draw_tabs(frame, screen, deal.id, lies ? tabs_beside : tabs_row);
    return header;
}

}  // namespace views

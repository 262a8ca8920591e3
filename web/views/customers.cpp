#include "views/customers.h"

#include "draw/icons.h"
#include "views/customers_parts.h"
#include "views/deal_words.h"

#include <algorithm>
#include <array>
#include <span>

namespace views {

using namespace compass;
using namespace ui;

namespace {

void begin_rename(CustomersState& state, const Customer& customer) { state.renaming = {customer.id, customer.name, true}; }

void draw_customer_menu(const CustomerPage& page, const Rect& dots) {
    const Frame& frame = page.frame;
    icon_button("more", dots, say(Phrase::customer_menu), paint_icon<draw::Icon::more>, true, "customer-menu");
    const float width = px(190);
    if (!begin_menu("customer-menu", say(Phrase::customer_menu), {right(dots) - width, bottom(dots)}, width)) return;
    if (scale() == Scale::phone) {
        if (frame.can_undo && menu_item("undo", say(Phrase::undo))) frame.wish(Undo{});
        if (frame.can_redo && menu_item("redo", say(Phrase::redo))) frame.wish(Redo{});
        if (menu_item("new-deal", say(Phrase::new_deal))) frame.wish(NewDeal{page.customer.name});
    }
    if (menu_item("rename", say(Phrase::menu_rename))) begin_rename(page.state, page.customer);
    if (menu_item("criteria", say(Phrase::criteria_edit))) frame.wish(EditCriteria{});
    if (menu_item("delete", say(Phrase::customer_delete), true)) frame.wish(AskDeleteCustomer{page.customer.id});
    end_menu();
}

// The name, or a field in its place.
void draw_customer_name(const CustomerPage& page, const Rect& rect) {
    CustomersState& state = page.state;
    const bool phone = scale() == Scale::phone;
    const float dots = phone ? 0 : px(36);
    if (state.renaming.deal != page.customer.id) {
        const std::string& name = page.customer.name;
        const Font font = type(phone ? Type::section : Type::title);
        const float width = std::min(text_width(font, name) + 1, rect.width - dots);
        heading({rect.x, rect.y, width, rect.height}, font, name, 1, palette().text);
        if (!phone && icon_button("rename", middle({rect.x + width + px(6), rect.y, px(28), rect.height}, px(28)), say(Phrase::menu_rename),
                                  paint_icon<draw::Icon::pencil>))
            begin_rename(state, page.customer);
        return;
    }
    const Rect box = middle({rect.x, rect.y, std::min(rect.width, px(320)), rect.height}, control_height());
    RenameState& renaming = state.renaming;
    const FieldResult field =
        text_field("name", box, say(Phrase::menu_rename), renaming.name, {.take_focus = renaming.first_frame, .label_visible = false});
    layer(id_of("renaming"), 0);
    const bool left = renaming.editing && !field.editing;
    renaming.editing = field.editing, renaming.first_frame = false;
    const bool dropped = take_escape();
    if (!field.done && !left && !dropped) return;
    const std::string name = std::exchange(renaming, {}).name;
    if (!dropped && !name.empty() && name != page.customer.name) page.put([&](Customer& customer) { customer.name = name; });
}

void draw_customer_tags(const CustomerPage& page, Rect area) {
    const CustomerReading& reading = page.kept.reading;
    draw_fit(*ImGui::GetWindowDrawList(), reading.fit, {area.x + px(7), area.y + line_height(type(Type::caption)) * 0.5f}, px(12));
    std::string words = say(Phrase::customer_fit_tag, {{"fit", fit_word(reading.fit)}});
    words += " \u00B7 " + quadrant_word(reading.quadrant);
    const bool phone = scale() == Scale::phone;  // there the profile tells it
    if (page.customer.strategic && !phone) words += " \u00B7 " + std::string(say(Phrase::customer_strategic_tag));
    if (!page.customer.industry.empty() && !phone) words += " \u00B7 " + page.customer.industry;
    cut_left(area, px(20));
    draw_below_title(page.frame, area, words);
}

void draw_customer_header(const CustomerPage& page, const Rect& whole) {
    const Frame& frame = page.frame;
    const bool phone = scale() == Scale::phone;
    const Group group(ui::Role::region, "customer-header", page.customer.name, whole);
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(whole), bottom_right(whole), palette().panel);
    hairline({whole.x, bottom(whole) - line_px(1)}, {right(whole), bottom(whole) - line_px(1)}, palette().line);
    Rect area = inset(whole, px(phone ? 6 : 20), 0);
    const float back = phone ? control_height() : px(32);
    if (icon_button("back", middle(cut_left(area, back, px(6)), back), say(Phrase::customers_back), paint_icon<draw::Icon::chevron_left>))
        frame.wish(GoToCustomers{});
    const float small = phone ? 0 : px(32);
    const auto [undo, redo, more, create] =
        cut_right<4>(area, {small, small, phone ? control_height() : px(32), phone ? 0 : button_width(say(Phrase::new_deal))}, px(8));
    const float name = px(28);
    Rect words = middle(area, name + line_height(type(Type::caption)) * static_cast<float>(lines_below_title("?", area.width)));
    draw_customer_name(page, cut_top(words, name));
    draw_customer_tags(page, words);
    if (!phone) {
        if (icon_button("undo", middle(undo, px(32)), say(Phrase::undo), paint_icon<draw::Icon::undo>, frame.can_undo)) frame.wish(Undo{});
        if (icon_button("redo", middle(redo, px(32)), say(Phrase::redo), paint_icon<draw::Icon::redo>, frame.can_redo)) frame.wish(Redo{});
    }
    draw_customer_menu(page, middle(more, more.width));
    if (!phone && button("new-deal", middle(create, control_height()), say(Phrase::new_deal), ButtonKind::primary))
        frame.wish(NewDeal{page.customer.name});
}

using CardDrawing = void (*)(const CustomerPage&, Column&);

// In the order of reading: column by column.
float draw_customer_columns(const CustomerPage& page, const Rect& area, float top) {
    static constexpr CardDrawing one[] = {draw_customer_deals, draw_customer_calendar,     draw_customer_score,    draw_customer_quadrant,
                                          draw_customer_house, draw_customer_satisfaction, draw_customer_decision, draw_customer_profile};
    static constexpr CardDrawing left[] = {draw_customer_deals, draw_customer_score, draw_customer_quadrant, draw_customer_satisfaction},
                                 right_part[] = {draw_customer_calendar, draw_customer_house, draw_customer_decision,
                                                 draw_customer_profile};
    static constexpr CardDrawing first[] = {draw_customer_deals, draw_customer_calendar, draw_customer_quadrant, draw_customer_profile},
                                 second[] = {draw_customer_score, draw_customer_satisfaction},
                                 third[] = {draw_customer_house, draw_customer_decision};
    const int count = area.width >= px(1020) ? 3 : area.width >= px(700) ? 2 : 1;
    float lowest = top;
    const auto draw = [&](int at, std::span<const CardDrawing> cards) {
        const Rect cell = ui::column(area, at, count, px(16));
        Column column{{cell.x, top, cell.width, area.height}, top};
        for (const CardDrawing card : cards) card(page, column);
        lowest = std::max(lowest, column.y);
    };
    if (count == 1) draw(0, one);
    if (count == 2) draw(0, left), draw(1, right_part);
    if (count == 3) draw(0, first), draw(1, second), draw(2, third);
    return lowest;
}

void draw_one_customer(Frame& frame, CustomersState& state, const Customer& customer, Rect area) {
    keep_customer(frame, state, customer);
    std::optional<Customer> changed;
    const CustomerPage page{frame, state, customer, state.one, frame.readings.whole_playbook(), changed};
    const bool phone = scale() == Scale::phone;
    ImGui::PushID(format(customer.id).c_str());
    draw_customer_header(page, cut_top(area, screen_head_height(area)));
    const Rect view = begin_scroll("customer", area);
    const float around = px(phone ? 12 : 24);
    const Rect body = {view.x + around, view.y, view.width - 2 * around, view.height};
    float y = view.y + px(phone ? 12 : 16);
    y += paragraph({body.x, y, body.width, 0}, type(Type::strong, Face::bold), palette().text, state.one.headline) + px(14);
    y = draw_customer_columns(page, body, y);
    end_scroll(y + px(24) - view.y);
    ImGui::PopID();
}

}  // namespace

CustomerCard::CustomerCard(const Frame& frame, Column& outer, std::string_view id, std::string_view title, std::string_view term,
                           std::string_view remark)
    : body{{}, 0}, outer_(outer), top_(outer.y), group_(ui::Role::group, id, title, {outer.area.x, outer.y, outer.area.width, px(200)}) {
    splitter_.Split(ImGui::GetWindowDrawList(), 2);
    splitter_.SetCurrentChannel(ImGui::GetWindowDrawList(), 1);
    ImGui::PushID(id.data(), id.data() + id.size());
    const float inside = px(scale() == Scale::phone ? 14 : 16);
    body = {{outer.area.x + inside, outer.y, outer.area.width - 2 * inside, outer.area.height}, outer.y + px(12)};
    if (term.empty() || !remark.empty()) {
        draw_block_head(body, title, remark);
    } else {
        explained_heading(frame, body.next(section_height(), px(4)), title, term);
    }
}

CustomerCard::~CustomerCard() {
    ImGui::PopID();
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Rect plate = {outer_.area.x, top_, outer_.area.width, body.y + px(14) - top_};
    splitter_.SetCurrentChannel(list, 0);
    list->AddRectFilled(top_left(plate), bottom_right(plate), palette().panel, px(8));
    list->AddRect(top_left(plate), bottom_right(plate), palette().line, px(8), 0, line_px(1));
    splitter_.Merge(list);
    outer_.y = bottom(plate) + px(14);
}

std::string draft_of(const CustomerPage& page, std::string_view id) {
    const auto draft = page.state.typed.find(format(page.customer.id) + "/" + std::string(id));
    return draft == page.state.typed.end() ? std::string{} : draft->second;
}

void drop_draft(const CustomerPage& page, std::string_view id) { page.state.typed.erase(format(page.customer.id) + "/" + std::string(id)); }

// What was left in the box without its end being told – the screen went away – is taken when the field is drawn again.
std::optional<std::string> field_in_place(const CustomerPage& page, std::string_view id, const Rect& rect, std::string_view name,
                                          const std::string& now, const FieldOptions& options) {
    const std::string key = format(page.customer.id) + "/" + std::string(id);
    const auto draft = page.state.typed.find(key);
    const bool begun = draft != page.state.typed.end();
    std::string value = begun ? draft->second : now;
    const FieldResult field = text_field(id, rect, name, value, options);
    if (field.changed) page.state.typed[key] = value;
    if (field.editing && !page.frame.dialog_open && begun && take_escape()) {
        page.state.typed.erase(key);
        return std::nullopt;
    }
    if (!field.done && (field.editing || field.changed || !begun)) return std::nullopt;
    page.state.typed.erase(key);
    return value == now ? std::nullopt : std::optional(value);
}

bool draft_field(const CustomerPage& page, std::string_view id, const Rect& rect, std::string_view name, std::string& value,
                 const FieldOptions& options) {
    value = draft_of(page, id);
    const FieldResult field = text_field(id, rect, name, value, options);
    if (field.changed && value.empty()) drop_draft(page, id);
    if (field.changed && !value.empty()) page.state.typed[format(page.customer.id) + "/" + std::string(id)] = value;
    return field.editing && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
}

float card_row_height() { return scale() == Scale::phone ? control_height() : px(30); }

float score_width(float room) { return std::min(room, scale() == Scale::phone ? 5 * px(46) : 5 * px(31)); }

std::optional<std::optional<int>> score_choice(std::string_view id, const Rect& rect, std::string_view name, std::optional<int> now) {
    const Palette& colours = palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const int chosen = now ? *now - 1 : -1;
    bool dropped = false;
    Radios radios(id, name, rect, chosen);
    ImGui::PushID(id.data(), id.data() + id.size());
    for (int i = 0; i < 5; ++i) {
        const Rect cell = ui::column(rect, i, 5, px(3));
        const std::string words = whole(i + 1);
        const bool on = i == chosen;
        const Press press = radios.item(words, cell, words);
        list.AddRectFilled(top_left(cell), bottom_right(cell), press.hovered ? colours.raised : on ? colours.text2 : colours.sunk, px(5));
        if (on && press.hovered) list.AddRect(top_left(cell), bottom_right(cell), colours.text, px(5), 0, px(2));
        draw_text_in(cell, type(Type::body, on ? Face::bold : Face::regular), on && !press.hovered ? colours.panel : colours.text2, words,
                     Align::centre);
        dropped |= press.pressed && on;
    }
    ImGui::PopID();
    const int to = dropped ? -1 : radios.chosen();
    if (to == chosen) return std::nullopt;
    return to < 0 ? std::optional<int>{} : std::optional<int>{to + 1};
}

float choice_height() { return px(22) + control_height(); }

std::optional<int> choose_word(std::string_view id, const Rect& rect, std::string_view name, const std::vector<std::string>& words,
                               int now) {
    Rect rest = rect;
    draw_text_in(cut_top(rest, px(22)), type(Type::caption), palette().text2, name);
    const Rect box = {rest.x, rest.y, rest.width, control_height()};
    const std::string menu = std::string(id) + "-menu";
    value_button(id, box, name, words[static_cast<std::size_t>(now)], menu);
    if (!begin_menu(menu, name, {box.x, bottom(box) + px(2)}, std::max(box.width, px(150)))) return std::nullopt;
    std::optional<int> chosen;
    for (int i = 0; i < static_cast<int>(words.size()); ++i) {
        const int at = (i + 1) % static_cast<int>(words.size());  // the unknown one comes last
        const std::string& word = words[static_cast<std::size_t>(at)];
        if (menu_item(word, word, false, at == now) && at != now) chosen = at;
    }
    end_menu();
    return chosen;
}

void draw_customers(Frame& frame, CustomersState& state, const Id& id, Rect area) {
    if (const Customer* customer = find_customer(frame.workspace, id)) return draw_one_customer(frame, state, *customer, area);
    draw_customers_list(frame, state, area);
}

}  // namespace views

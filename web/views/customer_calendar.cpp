// The customer's dated key events: typed in one line, the day shown back in full.
#include "draw/icons.h"
#include "views/customers_parts.h"
#include "views/deal_words.h"

#include <algorithm>
#include <numeric>

namespace views {

using namespace compass;
using namespace ui;

namespace {

void sort_calendar(Customer& customer) {
    std::stable_sort(customer.calendar.begin(), customer.calendar.end(),
                     [](const CalendarEvent& a, const CalendarEvent& b) { return a.date < b.date; });
}

std::string event_line(const CalendarEvent& event) { return format(event.date) + " " + event.text; }

// What was understood of a line, or what it lacks.
bool draw_event_understood(const CustomerPage& page, Column& body, const std::string& line, CalendarEvent& event) {
    bool dated = false;
    const CalendarEvent read = read_event_line(line, page.frame.today, dated);
    event.date = read.date, event.text = read.text;
    const bool complete = dated && !event.text.empty();
    const std::string words = complete
                                  ? date_long(event.date) + " \u00B7 " + event.text +
                                        (event.date < page.frame.today ? " \u00B7 " + std::string(say(Phrase::event_past)) : std::string{})
                              : dated ? say(Phrase::event_no_text, {{"date", date_long(event.date)}})
                                      : std::string(say(Phrase::event_no_date));
    const float height = paragraph_height(type(Type::caption), words, body.area.width);
    const Rect row = body.next(height, px(6));
    draw_paragraph(row, type(Type::caption), complete ? palette().text2 : palette().negative, words);
    mirror().add({.id = id_of("understood"), .role = ui::Role::status, .name = words, .rect = row, .states = state_polite});
    return complete;
}

void draw_event_field(const CustomerPage& page, Column& body, EventEdit& edit, std::size_t at) {
    ImGui::PushID("edited-event");
    FieldOptions options;
    options.take_focus = std::exchange(edit.first_frame, false);
    layer(id_of("editing"), 0);
    const FieldResult field = text_field("line", body.next(field_height(options), px(4)), say(Phrase::event_change), edit.line, options);
    const bool entered = field.editing && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
    CalendarEvent changed = edit.event;
    const bool complete = draw_event_understood(page, body, edit.line, changed);
    Rect buttons = body.next(control_height(), px(8));
    const auto place = [&](std::string_view name, Phrase words, ButtonKind kind, bool enabled = true) {
        return button(name, cut_left(buttons, std::min(buttons.width, button_width(say(words))), px(8)), say(words), kind, enabled);
    };
    const bool save = (place("save", Phrase::form_save, ButtonKind::secondary, complete) || entered) && complete;
    const bool cancel = place("cancel", Phrase::cancel, ButtonKind::plain) || (!page.frame.dialog_open && take_escape());
    const bool remove = place("remove", Phrase::remove, ButtonKind::danger);
    ImGui::PopID();
    if (save) page.put([&](Customer& customer) { customer.calendar[at] = changed, sort_calendar(customer); });
    if (remove) page.put([&](Customer& customer) { customer.calendar.erase(customer.calendar.begin() + static_cast<std::ptrdiff_t>(at)); });
    if (save || cancel || remove) page.state.edited.reset();
}

void draw_event(const CustomerPage& page, Column& body, std::size_t at) {
    const Palette& colours = palette();
    const CalendarEvent& event = page.customer.calendar[at];
    const int days = event.date - page.frame.today;
    const bool past = days < 0;
    const std::string when = past ? std::string(say(Phrase::event_past)) : days_words(days);
    const Font font = type(Type::body), small = type(Type::caption);
    const float date = text_width(type(Type::body, Face::bold), date_short(event.date)) + px(12), beside = text_width(small, when) + px(8);
    const float height = paragraph_height(font, event.text, body.area.width - date - beside);
    const Rect row = body.next(std::max(card_row_height(), height + px(8)));
    ImGui::PushID(static_cast<int>(at));
    const Group item(ui::Role::listitem, "event", "", row);
    const Press press = ui::press("open", row, {.name = date_long(event.date) + " \u00B7 " + event.text, .description = when, .radius = 4});
    ImGui::PopID();
    if (press.hovered)
        ImGui::GetWindowDrawList()->AddRectFilled({row.x - px(6), row.y}, {right(row) + px(6), bottom(row)}, colours.raised, px(4));
    const float y = row.y + (row.height - height) / 2;
    draw_text_in({row.x, y, date, line_height(font)}, type(Type::body, Face::bold), past ? colours.text3 : colours.text,
                 date_short(event.date));
    draw_paragraph({row.x + date, y, row.width - date - beside, 0}, font, past ? colours.text3 : colours.text, event.text);
    draw_text_in({row.x, y, row.width, line_height(font)}, small, colours.text3, when, Align::right);
    if (press.pressed) page.state.edited = EventEdit{page.customer.id, event, event_line(event), event_line(event)};
}

}  // namespace

void draw_customer_calendar(const CustomerPage& page, Column& column) {
    CustomerCard card(page.frame, column, "calendar", say(Phrase::customer_calendar));
    Column& body = card.body;
    const std::vector<CalendarEvent>& events = page.customer.calendar;
    // What comes first, then what has been, the latest first.
    std::vector<std::size_t> order;
    for (const CalendarDay& day : page.kept.reading.calendar) order.push_back(day.event);
    for (std::size_t i = events.size(); i-- > 0;)
        if (events[i].date < page.frame.today) order.push_back(i);
    if (events.empty()) body.y += paragraph(body.next(0), type(Type::body), palette().text2, say(Phrase::calendar_empty)) + px(6);
    if (!order.empty()) {
        const Group list(ui::Role::list, "events", say(Phrase::customer_calendar), {body.area.x, body.y, body.area.width, px(99)});
        for (const std::size_t at : order) {
            std::optional<EventEdit>& edited = page.state.edited;
            if (!edited || edited->customer != page.customer.id || edited->event != events[at]) {
                draw_event(page, body, at);
                continue;
            }
            const Group item(ui::Role::listitem, "edited", "", {body.area.x, body.y, body.area.width, px(99)});
            draw_event_field(page, body, *edited, at);
        }
    }
    body.y += px(6);
    FieldOptions options;
    options.hint = say(Phrase::event_hint);
    std::string line;
    const bool entered = draft_field(page, "event-line", body.next(field_height(options), px(4)), say(Phrase::event_new), line, options);
    CalendarEvent event;
    const bool complete = !line.empty() && draw_event_understood(page, body, line, event);
    Rect row = body.next(control_height());
    const std::string_view add = say(Phrase::event_add);
    const bool pressed = button("event-add", cut_left(row, std::min(row.width, button_width(add))), add, ButtonKind::secondary, complete);
    if (!complete || (!pressed && !entered)) return;
    drop_draft(page, "event-line");
    page.put([&](Customer& customer) { customer.calendar.push_back(event), sort_calendar(customer); });
}

}  // namespace views

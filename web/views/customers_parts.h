// The parts of the customers' screen, each in its own file.
#pragma once

#include "model/words.h"
#include "ui/widgets.h"
#include "views/compass_parts.h"
#include "views/customers.h"
#include "views/handbook.h"
#include "views/sheet_parts.h"

#include <functional>
#include <utility>

namespace views {

void keep_customers(const Frame& frame, CustomersState& state);
void keep_customer(const Frame& frame, CustomersState& state, const compass::Customer& customer);
// A header was pressed: first the direction in which people look at such a column, then the other one.
void sort_customers_by(CustomersState& state, CustomerKey key);

void draw_customers_list(const Frame& frame, CustomersState& state, ui::Rect area);
void draw_customer_cards(const Frame& frame, CustomersState& state, const ui::Rect& area);
void draw_customers_chart(const Frame& frame, CustomersState& state, const ui::Rect& area);

// Words.
std::string fit_word(compass::CustomerClass fit);         // "理想"
std::string quadrant_word(compass::Quadrant quadrant);    // "先拜访"
std::string quadrant_advice(compass::Quadrant quadrant);  // "现在就去找订单"
std::string aspect_word(compass::SatisfactionAspect aspect);
std::string sums_words(const std::vector<compass::MoneySum>& sums);  // "¥860 万 + $1.2m"; "—" for none
std::string aspect_short_word(compass::SatisfactionAspect aspect);   // in a table
std::string signed_whole(int value);                                 // "+1", "−2", "0"
std::string days_words(int days);                                    // "还有 42 天"
std::string fit_reason(const compass::CustomerReading& reading, const std::vector<compass::Criterion>& criteria);
// The class by its shape: filled and hollow diamond, triangle, octagon, dashed ring.
void draw_fit(ImDrawList& list, compass::CustomerClass fit, ImVec2 centre, float extent);
// A line that begins or ends with a day: "12月5日 董事会", "5 Dec board meeting".
compass::CalendarEvent read_event_line(std::string_view line, compass::Date today, bool& dated);

// What every card of one customer's screen works with.
struct CustomerPage {
    const Frame& frame;
    CustomersState& state;
    const compass::Customer& customer;
    const KeptCustomer& kept;
    const compass::Playbook& playbook;          // whole
    std::optional<compass::Customer>& changed;  // in this frame: two edits that meet in one are both kept

    template <class Change>
    void put(Change change) const {
        if (!changed) changed = customer;
        change(*changed);
        frame.act(compass::PutCustomer{*changed});
    }
};

// A card of a column: its ground is drawn behind what was put into `body`, as high as that became.
class CustomerCard {
  public:
    CustomerCard(const Frame& frame, Column& outer, std::string_view id, std::string_view title, std::string_view term = {},
                 std::string_view remark = {});
    ~CustomerCard();
    CustomerCard(const CustomerCard&) = delete;
    CustomerCard& operator=(const CustomerCard&) = delete;
    Column body;

  private:
    Column& outer_;
    float top_;
    ImDrawListSplitter splitter_;
    ui::Group group_;
};

// A field whose text becomes the customer's with Enter or when it is left; Esc takes it back. The new text, once.
std::optional<std::string> field_in_place(const CustomerPage& page, std::string_view id, const ui::Rect& rect, std::string_view name,
                                          const std::string& now, const ui::FieldOptions& options = {});
// A field for something that is added by a button beside it; what was begun stays. True when Enter was pressed in it.
bool draft_field(const CustomerPage& page, std::string_view id, const ui::Rect& rect, std::string_view name, std::string& value,
                 const ui::FieldOptions& options = {});
std::string draft_of(const CustomerPage& page, std::string_view id);
void drop_draft(const CustomerPage& page, std::string_view id);
// 1 … 5, or not scored: pressing the chosen one again takes it away. The new score, once.
std::optional<std::optional<int>> score_choice(std::string_view id, const ui::Rect& rect, std::string_view name, std::optional<int> now);
float score_width(float room);
float card_row_height();
// A caption and a menu of all words of an enumeration; what was chosen, once.
std::optional<int> choose_word(std::string_view id, const ui::Rect& rect, std::string_view name, const std::vector<std::string>& words,
                               int now);
float choice_height();
template <compass::Worded Enum>
std::optional<Enum> choose_in_place(std::string_view id, const ui::Rect& rect, ui::Phrase name, Enum now, std::string_view prefix) {
    std::vector<std::string> words;
    words.reserve(std::size(compass::WordsOf<Enum>::words));
    for (const char* word : compass::WordsOf<Enum>::words) words.push_back(ui::say_named(prefix, word));
    const std::optional<int> chosen = choose_word(id, rect, ui::say(name), words, static_cast<int>(now));
    return chosen ? std::optional(static_cast<Enum>(*chosen)) : std::nullopt;
}

// The facts behind a score or a tick, each in a list of the customer's: nowhere where there is none yet.
using FactsOf = std::function<std::vector<compass::Evidence>*(compass::Customer&)>;
// "2 条事实", which opens them; whether they are open. `of` is the id of what they speak for, `words` what it is called.
bool draw_facts_button(const CustomerPage& page, const ui::Rect& place, const std::string& of, std::string_view words,
                       const std::vector<compass::Evidence>& facts);
float facts_button_width(const std::vector<compass::Evidence>& facts);
void draw_customer_facts(const CustomerPage& page, Column& body, const std::string& of, const std::vector<compass::Evidence>& facts,
                         ui::Phrase why, const FactsOf& facts_of);

void draw_customer_deals(const CustomerPage& page, Column& column);
void draw_customer_calendar(const CustomerPage& page, Column& column);
void draw_customer_profile(const CustomerPage& page, Column& column);
void draw_customer_score(const CustomerPage& page, Column& column);
void draw_customer_quadrant(const CustomerPage& page, Column& column);
void draw_customer_house(const CustomerPage& page, Column& column);
void draw_customer_decision(const CustomerPage& page, Column& column);
void draw_customer_satisfaction(const CustomerPage& page, Column& column);

}  // namespace views

// Customers: who they are, which to go to first, how the relationship stands (methodology §1). The list with its quadrants, and one of them
// with everything that is known of it, edited in place.
#pragma once

#include "draw/quadrants.h"
#include "portfolio/customer_sums.h"
#include "reading/customer_reading.h"
#include "views/deal_menu.h"
#include "views/frame.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace views {

enum class CustomerKey : std::uint8_t { quadrant, name, fit, open, amount, won, event, gap };

// What follows from all customers; made when the workspace, the day or the language changed.
struct KeptCustomers {
    std::optional<std::uint64_t> revision;
    compass::Language language = compass::Language::zh;
    compass::Date today;
    std::vector<compass::CustomerReading> readings;  // in the order of Workspace::customers, as the sums are
    std::vector<compass::CustomerSum> sums;
    std::vector<std::string> sentences;  // what the chart tells of each
    std::vector<std::size_t> rows;       // sorted
    std::size_t unplaced = 0;            // how many have no place among the quadrants
    std::uint64_t edition = 0;
};

struct KeptCustomerDeal {
    compass::Id id;
    std::string name, detail, approver, index, spoken;
    bool open = false;
};

// The same of the one on screen.
struct KeptCustomer {
    std::optional<std::uint64_t> revision;
    compass::Id id;
    compass::Language language = compass::Language::zh;
    compass::Date today;
    compass::CustomerReading reading;
    compass::CustomerSum sum;
    std::vector<KeptCustomerDeal> deals;
    std::string headline, reason;  // what to do there; why it is of its class
};

struct NewCustomerState {
    std::string name, industry, region;
    bool first_frame = false, tried = false, saved = false;
    bool holds_work() const { return !saved && !(name + industry + region).empty(); }
};

// The team's model of an ideal customer while it is changed.
struct CriteriaState {
    std::vector<compass::Criterion> criteria, opened;
    std::uint64_t revision = 0;
    bool first_frame = false, saved = false;
    std::optional<std::size_t> focus;  // the one that was added
    bool holds_work() const { return !saved && criteria != opened; }
};

// An event of the calendar while its line is changed.
struct EventEdit {
    compass::Id customer;
    compass::CalendarEvent event;
    std::string line, before;
    bool first_frame = true;
};

struct CustomersState {
    CustomerKey by = CustomerKey::quadrant;
    bool descending = false;
    KeptCustomers kept;
    KeptCustomer one;
    // What is typed and not yet part of the customer, by customer and field.
    std::map<std::string, std::string> typed;
    RenameState renaming;    // its id is the customer's
    std::string open_facts;  // the criterion or item of the house whose facts are shown
    std::optional<EventEdit> edited;

    bool chart = false;  // on a phone it takes the list's place
    draw::QuadrantDrawing drawing;
    draw::QuadrantWords words;
    struct LaidOut {
        std::uint64_t edition = 0;
        ui::Rect area;
        float unit = 0;
    } laid_out;
    int hovered = -1, focused = -1;

    bool holds_work() const { return !typed.empty() || renaming.deal || (edited && edited->line != edited->before); }
};

// `customer`: the one on screen; nobody: the list.
[[gnu::noinline]] void draw_customers(Frame& frame, CustomersState& state, const compass::Id& customer, ui::Rect area);

// Dialogs. False when they shall close.
void open_new_customer(NewCustomerState& state);
[[gnu::noinline]] bool draw_new_customer(const Frame& frame, NewCustomerState& state);
void open_criteria(CriteriaState& state, const compass::Playbook& playbook);
[[gnu::noinline]] bool draw_criteria(const Frame& frame, CriteriaState& state);
[[gnu::noinline]] bool draw_delete_customer(const Frame& frame, const compass::Id& customer);

}  // namespace views

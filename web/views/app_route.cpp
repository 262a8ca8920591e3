#include "views/app.h"

#include "codec/link.h"
#include "views/deal_words.h"

#include <algorithm>
#include <utility>

namespace views {

using namespace compass;
using namespace ui;

namespace {

// No screen's: the address has to be corrected.
const Route nowhere = {Screen::compass, {}, {}, Dialog::none};

Route route_told(std::string_view text) {
    const std::optional<Route> route = read_route(text);
    return route && write_route(*route) == text ? *route : nowhere;
}

}  // namespace

void App::show(Screen screen, Id deal, Id customer) {
    if (here_.screen != screen || here_.deal != deal) close_axis_editor(compass_.axis);
    const bool leaves = here_.customer && here_.customer != customer;
    if (leaves && customers_.holds_work())
        notice_ = {std::string(say(Phrase::notice_form_left)), Phrase::resume_form, GoToCustomers{here_.customer}};
    if (here_.screen == Screen::review && screen != Screen::review && review_.holds_work())
        notice_ = {std::string(say(Phrase::notice_form_left)), Phrase::resume_form, GoToReview{}};
    here_ = {screen, deal, {}, Dialog::none, customer};
    const auto* offered = notice_.wish ? std::get_if<GoToCustomers>(&*notice_.wish) : nullptr;
    const bool resumed = screen == Screen::review && notice_.wish && std::holds_alternative<GoToReview>(*notice_.wish);
    if (resumed || (offered && customer && offered->customer == customer)) notice_ = {};
}

void App::open(Dialog dialog) { here_.dialog = dialog; }

// What was typed and not saved waits for the user to change their mind.
void App::close_dialog() {
    const auto waits = [&](bool holds_work, Wish resume) {
        if (holds_work) notice_ = {std::string(say(Phrase::notice_form_left)), Phrase::resume_form, std::move(resume)};
    };
    waits(writes_form() && form_.holds_work(), ResumeForm{});
    waits(here_.dialog == Dialog::new_customer && new_customer_.holds_work(), NewCustomer{});
    waits(here_.dialog == Dialog::criteria && criteria_.holds_work(), EditCriteria{});
    here_.dialog = Dialog::none;
}

// A route that names nothing we have shows the only deal, else the list. An import cannot be opened again by its address.
void App::follow(std::string_view text) {
    const Route before = here_;
    const std::optional<Route> read = read_route(text);
    const bool lost_customer = read && read->customer && !find_customer(workspace(), read->customer);
    const bool known = read && (!is_of_deal(read->screen) || find_deal(workspace(), read->deal)) && !lost_customer;
    Route to = known ? *read : Route{};
    if (lost_customer)
        to.screen = Screen::customers;
    else if (!known && workspace().deals.size() == 1)
        to.screen = Screen::compass, to.deal = workspace().deals.front()->id;
    if (before.dialog != Dialog::none && before.dialog != to.dialog) close_dialog();
    if (!known && !text.empty()) notice_ = {std::string(say(Phrase::notice_nowhere))};
    const Dialog wanted = to.dialog;
    show(to.screen, to.deal, to.customer);
    if (!to.axis)
        close_axis_editor(compass_.axis);
    else if (compass_.deal != to.deal || compass_.axis.axis != to.axis)
        open_axis(compass_, to.deal, *to.axis);
    if (wanted == before.dialog)
        here_.dialog = wanted;
    else if (wanted == Dialog::new_deal)
        fulfil(NewDeal{});
    else if (wanted == Dialog::basics && is_of_deal(to.screen))
        fulfil(EditBasics{to.deal});
    else if (wanted == Dialog::about)
        fulfil(ShowAbout{});
    else if (wanted == Dialog::settings)
        fulfil(ShowSettings{});
    else if (wanted == Dialog::versions && is_of_deal(to.screen))
        fulfil(ShowVersions{to.deal});
    else if (wanted == Dialog::trash)
        fulfil(ShowTrash{});
    else if (wanted == Dialog::recent)
        fulfil(ShowRecent{});
    else if (wanted == Dialog::search)
        fulfil(ShowSearch{});
    else if (wanted == Dialog::left_texts)
        fulfil(ShowLeftTexts{});
    else if (wanted == Dialog::new_customer)
        fulfil(NewCustomer{});
    else if (wanted == Dialog::criteria)
        fulfil(EditCriteria{});
    replaces_ = true;
}

void App::route_changed(std::string_view route) {
    if (route.starts_with(link_path)) return follow_link(route);
    const Route to = route_told(route);
    if (std::exchange(returning_, false) && to == passed_.back()) return;  // the step that was asked for: the screen is ahead of it
    const auto before = std::find(passed_.rbegin(), passed_.rend(), to);
    passed_.erase(before == passed_.rend() ? passed_.end() : before.base(), passed_.end());
    if (before == passed_.rend()) passed_.push_back(to);
    follow(route);
}

// Another screen is entered at its heading: what had the focus is gone.
void App::settle_focus() {
    const Route screen = {here_.screen, here_.deal, {}, Dialog::none, here_.customer};
    const bool entered = entered_ && *entered_ != screen;
    entered_ = screen;
    if (!entered || here_.dialog != Dialog::none || here_.axis) return;
    const auto& nodes = mirror().nodes();
    const auto title =
        std::find_if(nodes.begin(), nodes.end(), [](const ui::Node& node) { return node.role == ui::Role::heading && node.level == 1; });
    if (title != nodes.end()) mirror().request_focus(title->id);
}

// What was begun on an axis that is left waits, too.
void App::settle_axis() {
    std::optional<GoToAxis> open;
    if (here_.screen == Screen::compass && compass_.deal == here_.deal && compass_.axis.axis) open = {here_.deal, *compass_.axis.axis};
    here_.axis = open ? std::optional(open->axis) : std::nullopt;
    const auto* offered = notice_.wish ? std::get_if<GoToAxis>(&*notice_.wish) : nullptr;
    if (offered && open && offered->deal == open->deal && offered->axis == open->axis) notice_ = {};
    const bool left = open_axis_ && (!open || open->deal != open_axis_->deal || open->axis != open_axis_->axis);
    if (left && compass_.axis.unfinished(open_axis_->deal, open_axis_->axis))
        notice_ = {std::string(say(Phrase::notice_form_left)), Phrase::resume_fact, *open_axis_};
    open_axis_ = open;
}

// After every frame: the address follows the screen. What leads to the address before the last one gives its step of the history back.
void App::settle_route() {
    if (returning_) return;
    Route& told = passed_.back();
    const bool closes = (told.dialog != Dialog::none && here_.dialog == Dialog::none) ||
                        (told.axis && !here_.axis && told.screen == here_.screen && told.deal == here_.deal);
    const bool replace = std::exchange(replaces_, false) || told.dialog != Dialog::none || closes;
    if (here_ == told) return;
    if (passed_.size() > 1 && passed_[passed_.size() - 2] == here_) {
        passed_.pop_back();
        returning_ = true;
        return outside_.go_back();
    }
    if (replace)
        told = here_;
    else
        passed_.push_back(here_);
    outside_.set_route(write_route(here_), replace);
}

void App::settle_title() {
    const Deal* shown = is_of_deal(here_.screen) ? find_deal(workspace(), here_.deal) : nullptr;
    const Customer* customer = here_.customer ? find_customer(workspace(), here_.customer) : nullptr;
    std::string title = (shown      ? deal_title(workspace(), *shown)
                         : customer ? customer->name
                                    : std::string(say(entry_of(here_.screen).name))) +
                        " \u00B7 " + say(Phrase::app_name);
    if (title == title_) return;
    title_ = std::move(title);
    outside_.set_title(title_);
}

}  // namespace views

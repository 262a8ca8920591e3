#include "views/app.h"
#include "views/deal_words.h"

#include <utility>

namespace views {

using namespace compass;
using namespace ui;

void App::show(Screen screen, Id deal) { here_ = {screen, deal, Dialog::none}; }

void App::open(Dialog dialog) { here_.dialog = dialog; }

// What was typed and not saved waits for the user to change their mind.
void App::close_dialog() {
    if (writes_form() && form_.holds_work()) notice_ = {std::string(say(Phrase::notice_form_left)), Offer::resume_form};
    here_.dialog = Dialog::none;
}

// A route that names nothing we have shows the only deal, else the list. An import cannot be opened again by its address.
void App::follow(std::string_view text) {
    const Route before = here_;
    Route to = read_route(text).value_or(Route{});
    const bool unknown_deal = to.screen == Screen::compass && !find_deal(workspace(), to.deal);
    if (unknown_deal || !read_route(text)) {
        to = {};
        if (workspace().deals.size() == 1) to = {Screen::compass, workspace().deals.front()->id};
    }
    if (before.dialog != Dialog::none && before.dialog != to.dialog) close_dialog();
    const Dialog wanted = to.dialog;
    show(to.screen, to.deal);
    if (wanted == before.dialog)
        here_.dialog = wanted;
    else if (wanted == Dialog::new_deal)
        fulfil(NewDeal{});
    else if (wanted == Dialog::basics && to.screen == Screen::compass)
        fulfil(EditBasics{to.deal});
    else if (wanted == Dialog::about)
        fulfil(ShowAbout{});
    else if (wanted == Dialog::search)
        fulfil(ShowSearch{});
    replaces_ = true;
}

void App::route_changed(std::string_view route) {
    told_ = read_route(route).value_or(Route{});
    follow(route);
    over_own_ = here_.dialog != Dialog::none;
}

// After every frame: the address follows the screen. A dialog that closes gives its step of the history back.
void App::settle_route() {
    const bool replace = std::exchange(replaces_, false);
    if (here_ == told_) return;
    Route under = told_;
    under.dialog = Dialog::none;
    const bool left_dialog = told_.dialog != Dialog::none && over_own_;
    if (here_ == under && left_dialog)
        outside_.go_back();
    else
        outside_.set_route(write_route(here_), replace || told_.dialog != Dialog::none);
    over_own_ = here_.dialog != Dialog::none && !replace;
    told_ = here_;
}

void App::settle_title() {
    const Deal* shown = here_.screen == Screen::compass ? find_deal(workspace(), here_.deal) : nullptr;
    std::string title =
        (shown ? deal_title(workspace(), *shown) : std::string(say(Phrase::nav_deals))) + " \u00B7 " + say(Phrase::app_name);
    if (title == title_) return;
    title_ = std::move(title);
    outside_.set_title(title_);
}

}  // namespace views

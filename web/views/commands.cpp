#include "views/commands.h"

#include "ui/theme.h"
#include "views/deal_words.h"
#include "views/export_words.h"
#include "views/exports.h"

namespace views {

using namespace compass;
using namespace ui;

namespace {

void add_of_deal(std::vector<Command>& list, const Deal& deal) {
    for (std::size_t i = 0; i < screens.size(); ++i) {
        const auto screen = static_cast<Screen>(i);
        if (is_of_deal(screen)) list.push_back({std::string(say(screens[i].name)), GoToTab{deal.id, screen}});
    }
    for (const Axis axis : all_axes) list.push_back({say(Phrase::command_facts, {{"axis", axis_word(axis)}}), GoToAxis{deal.id, axis}});
    list.push_back({std::string(say(Phrase::edit_basics)), EditBasics{deal.id}});
    if (deal.customer) list.push_back({std::string(say(Phrase::menu_customer)), GoToCustomers{deal.customer}});
    list.push_back({std::string(say(Phrase::menu_copy)), CopyDeal{deal.id}});
    list.push_back({std::string(say(Phrase::menu_versions)), ShowVersions{deal.id}});
    list.push_back({std::string(say(Phrase::menu_link)), ShareDeals{{deal.id}}});
    list.push_back({say(Phrase::export_named, {{"what", say(Phrase::export_locked)}}), ExportLocked{{deal.id}}});
    list.push_back({say(Phrase::command_export_deal, {{"deal", deal.name}}), ExportDeals{{deal.id}}});
    list.push_back({std::string(say(Phrase::export_print)), PrintDeal{deal.id}});
    list.push_back({std::string(say(Phrase::export_anonymous)), AskAnonymous{deal.id}});
}

// The tasks of the deal on screen stand for those of all: two of the same name would be a riddle.
void add_exports(std::vector<Command>& list, const Frame& frame, const Deal* deal, bool of_a_deal_before = false) {
    for (const auto& [what, words] : export_names(deal != nullptr)) {
        if (!can_export(frame, what, deal)) continue;
        if (of_a_deal_before && what == Export::tasks_csv) continue;
        const Id id = deal ? deal->id : Id{};
        const std::string named = say(Phrase::export_named, {{"what", say(words)}});
        list.push_back({named, ExportAs{what, id}});
        const bool is_drawing = what == Export::compass_svg || what == Export::compass_png || what == Export::people_svg ||
                                what == Export::people_png || what == Export::funnel_svg || what == Export::funnel_png;
        if (is_drawing) list.push_back({say(Phrase::export_in_dark, {{"what", named}}), ExportAs{what, id, true}});
    }
}

}  // namespace

std::vector<Command> commands(const Frame& frame, const Id& id) {
    std::vector<Command> list;
    const auto add = [&](Phrase words, Wish wish) { list.push_back({std::string(say(words)), std::move(wish)}); };
    if (const Deal* deal = find_deal(frame.workspace, id)) {
        add_of_deal(list, *deal);
        add_exports(list, frame, deal);
    }
    add(Phrase::new_deal, NewDeal{});
    add(Phrase::customer_new, NewCustomer{});
    add(Phrase::criteria_edit, EditCriteria{});
    add(Phrase::nav_deals, GoToDeals{});
    add(Phrase::nav_funnel, GoToFunnel{});
    add(Phrase::nav_customers, GoToCustomers{});
    add(Phrase::nav_review, GoToReview{});
    add(Phrase::nav_handbook, GoToTerm{});
    if (frame.can_undo) add(Phrase::undo, Undo{});
    if (frame.can_redo) add(Phrase::redo, Redo{});
    add(Phrase::recent_title, ShowRecent{});
    add(Phrase::import_file, OpenFiles{});
    if (!frame.workspace.deals.empty()) {
        add(Phrase::export_all, ExportDeals{});
        const Deal* deal = find_deal(frame.workspace, id);
        add_exports(list, frame, nullptr, deal && can_export(frame, Export::tasks_csv, deal));
        if (frame.keeps_files) add(Phrase::export_keep, SaveToFile{});
        add(Phrase::export_all_locked, ExportLocked{});
    }
    if (frame.trash > 0) add(Phrase::command_trash, ShowTrash{});
    add(Phrase::open_sample, OpenSample{});
    add(Phrase::open_team, OpenTeam{});
    add(palette().dark ? Phrase::command_light : Phrase::command_dark, ChooseDark{!palette().dark});
    add(Phrase::command_language, ChooseLanguage{language() == Language::zh ? Language::en : Language::zh});
    add(Phrase::present, Present{});
    if (frame.locked) add(Phrase::lock_now, LockNow{});
    add(Phrase::settings_tour, StartTour{});
    add(Phrase::nav_settings, ShowSettings{});
    add(Phrase::nav_about, ShowAbout{});
    return list;
}

}  // namespace views

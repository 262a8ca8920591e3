#include "views/commands.h"

#include "ui/theme.h"
#include "views/deal_words.h"

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
    list.push_back({std::string(say(Phrase::menu_copy)), CopyDeal{deal.id}});
    list.push_back({say(Phrase::command_export_deal, {{"deal", deal.name}}), ExportDeals{{deal.id}}});
}

}  // namespace

std::vector<Command> commands(const Frame& frame, const Id& id) {
    std::vector<Command> list;
    const auto add = [&](Phrase words, Wish wish) { list.push_back({std::string(say(words)), std::move(wish)}); };
    if (const Deal* deal = find_deal(frame.workspace, id)) add_of_deal(list, *deal);
    add(Phrase::new_deal, NewDeal{});
    add(Phrase::nav_deals, GoToDeals{});
    add(Phrase::nav_funnel, GoToFunnel{});
    add(Phrase::nav_customers, GoToCustomers{});
    add(Phrase::nav_review, GoToReview{});
    add(Phrase::nav_handbook, GoToTerm{});
    if (frame.can_undo) add(Phrase::undo, Undo{});
    if (frame.can_redo) add(Phrase::redo, Redo{});
    add(Phrase::import_file, OpenFiles{});
    if (!frame.workspace.deals.empty()) add(Phrase::export_all, ExportDeals{});
    add(Phrase::open_sample, OpenSample{});
    add(Phrase::open_team, OpenTeam{});
    add(palette().dark ? Phrase::command_light : Phrase::command_dark, ChooseDark{!palette().dark});
    add(Phrase::command_language, ChooseLanguage{language() == Language::zh ? Language::en : Language::zh});
    add(Phrase::present, Present{});
    add(Phrase::settings_tour, StartTour{});
    add(Phrase::nav_settings, ShowSettings{});
    add(Phrase::nav_about, ShowAbout{});
    return list;
}

}  // namespace views

#include "views/app.h"

#include "codec/workspace_codec.h"
#include "paper/html.h"
#include "views/deal_summary.h"

#include <algorithm>
#include <utility>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::string_view media_type = "application/json";

std::string file_name(const Workspace& workspace, const std::vector<Id>& deals, Date day) {
    std::string name = say(Phrase::app_name);
    if (deals.size() == 1) {
        if (const Deal* deal = find_deal(workspace, deals.front())) name = deal->name;
    }
    return paper::file_name(name, " " + format(day) + ".json");
}

}  // namespace

void App::fulfil(const Undo&) {
    if (may_change()) step(session_.undo(), Phrase::notice_undone);
}
void App::fulfil(const Redo&) {
    if (may_change()) step(session_.redo(), Phrase::notice_redone);
}
void App::fulfil(const GoToDeals&) { show(Screen::deals); }
void App::fulfil(const GoToFunnel&) { show(Screen::funnel); }
void App::fulfil(const GoToCustomers& wish) { show(Screen::customers, {}, wish.customer); }
void App::fulfil(const GoToReview&) { show(Screen::review); }

void App::fulfil(const GoToHandover& wish) {
    show(Screen::review);
    open_handover(review_, wish.deal);
}

void App::fulfil(const ShowSettings&) {
    measure_history();
    open(Dialog::settings);
}
void App::fulfil(const ShowRecent&) { open(Dialog::recent); }

void App::fulfil(const GoToDeal& wish) {
    show(Screen::compass, wish.deal);
    close_axis_editor(compass_.axis);
}

void App::fulfil(const GoToTab& wish) { show(wish.screen, wish.deal); }

void App::fulfil(const GoToPerson& wish) {
    show(Screen::people, wish.deal);
    open_person(people_, wish.deal, wish.person, wish.fact);
}

void App::fulfil(const GoToSheet& wish) {
    show(Screen::sheet, wish.deal);
    open_sheet_part(sheet_, wish.deal, {.part = wish.part, .question = wish.question});
}

void App::fulfil(const GoToGates& wish) {
    show(Screen::gates, wish.deal);
    open_gates(gates_, wish.deal, wish.ending);
}

void App::fulfil(const GoToAxis& wish) {
    show(Screen::compass, wish.deal);
    open_axis(compass_, wish.deal, wish.axis, wish.fact);
}

void App::fulfil(const ExportDeals& wish) {
    const std::string name = file_name(workspace(), wish.deals, today());
    outside_.download(name, media_type, wish.deals.empty() ? write_workspace(workspace()) : write_deals(workspace(), wish.deals));
    if (wish.deals.empty()) note_backup();
    notice_ = {say(Phrase::notice_exported, {{"file", name}})};
}

std::string App::copy_of_deal(const Id& id) {
    const Box<Deal>* deal = find_box(workspace(), id);
    if (!deal) return {};
    notice_ = {say(Phrase::notice_copied)};
    return deal_summary(workspace(), playbook_of(workspace()), **deal, readings_.of(*deal), today());
}

void App::fulfil(const CopyDeal& wish) { ImGui::SetClipboardText(copy_of_deal(wish.deal).c_str()); }

void App::fulfil(const CopyText& wish) {
    ImGui::SetClipboardText(wish.text.c_str());
    notice_ = {say(Phrase::notice_copied)};
}

// Editors and messengers that guess at Chinese without the mark guess wrong.
void App::fulfil(const DownloadText& wish) {
    const std::string name = paper::file_name(wish.name, " " + format(today()) + ".txt");
    outside_.download(name, "text/plain;charset=utf-8", "\xEF\xBB\xBF" + wish.text);
    notice_ = {say(Phrase::notice_exported, {{"file", name}})};
}

std::string App::text_copied() {
    return is_of_deal(here_.screen) && here_.dialog == Dialog::none ? copy_of_deal(here_.deal) : std::string{};
}

void App::fulfil(const DownloadUnreadable&) {
    outside_.download(std::string(say(Phrase::app_name)) + " " + format(today()) + " (unreadable).json", media_type, unreadable_);
    outside_.save(unreadable_key, {});
    unreadable_.clear();
    damaged_ = false;
    may_save_ = true;
    if (!unreadable_next_.empty()) keep_aside(std::exchange(unreadable_next_, {}));
    if (saved_ != Saved::ok) save();
}

void App::fulfil(const SaveAgain&) { save(); }

void App::fulfil(const Reload&) { outside_.reload(); }

void App::fulfil(const OpenFiles&) { outside_.open_files(); }

void App::fulfil(const OpenSample&) {
    const Workspace opened = sample(language());
    if (opened.deals.empty()) return;
    perform(ImportWorkspace{opened});
    show(Screen::compass, opened.deals.front()->id);
}

void App::fulfil(const OpenTeam&) { outside_.ask_library(language() == Language::zh ? "portfolio.zh" : "portfolio.en"); }

void App::fulfil(const CheckGate& wish) {
    gate_check_ = {wish.deal, wish.to};
    open(Dialog::gate);
}

void App::fulfil(const NewDeal& wish) {
    if (form_.deal || !form_.holds_work()) {
        open_new_deal(form_);
        form_.fields.customer = form_.opened.customer = wish.customer;
    }
    fulfil(ResumeForm{});
}

void App::fulfil(const NewCustomer&) {
    if (notice_.wish && std::holds_alternative<NewCustomer>(*notice_.wish)) notice_ = {};
    open_new_customer(new_customer_);
    open(Dialog::new_customer);
}

void App::fulfil(const EditCriteria&) {
    if (notice_.wish && std::holds_alternative<EditCriteria>(*notice_.wish)) notice_ = {};
    open_criteria(criteria_, playbook_of(workspace()));
    open(Dialog::criteria);
}

void App::fulfil(const AskDeleteCustomer& wish) {
    if (here_.customer == wish.customer) open(Dialog::delete_customer);
}

void App::fulfil(const EditBasics& wish) {
    const Deal* deal = find_deal(workspace(), wish.deal);
    if (!deal) return;
    if (form_.deal != wish.deal || !form_.holds_work()) open_edit_deal(form_, *deal, find_customer(workspace(), deal->customer));
    fulfil(ResumeForm{});
}

void App::fulfil(const ShowAbout&) { open(Dialog::about); }
void App::fulfil(const ShowLeftTexts&) {
    if (!left_texts_.empty()) open(Dialog::left_texts);
}
void App::fulfil(const DropLeftText& wish) {
    outside_.save(typing_key(wish.tab), "");
    std::erase_if(left_texts_, [&](const LeftText& left) { return left.tab == wish.tab; });
}
void App::fulfil(const GoToAddress& wish) {
    follow(wish.route);
    replaces_ = false;
}

void App::fulfil(const GoToTerm& wish) {
    show(Screen::handbook);
    handbook_.term = wish.term, handbook_.to_term = true;
    handbook_.words.clear();
}

void App::fulfil(const AskHandbook&) {
    handbook_.asked = language();
    outside_.ask_library(language() == Language::zh ? "handbook.zh" : "handbook.en");
}

void App::fulfil(const ShowSearch&) {
    close_dialog();
    open_search(search_, is_of_deal(here_.screen) ? here_.deal : Id{});
    open(Dialog::search);
}

void App::fulfil(const ChooseLanguage& wish) { set_language(wish.language); }

void App::fulfil(const ChooseDark& wish) {
    choices_.dark = wish.dark;
    appearance();
    write_settings();
}

void App::fulfil(const ChooseTextSize& wish) {
    choices_.size = static_cast<TextSize>(wish.size);
    write_settings();
}

void App::fulfil(const ChooseCurrency& wish) {
    choices_.currency = wish.currency;
    write_settings();
}

void App::fulfil(const ChooseWeek& wish) {
    choices_.week = wish.begins;
    write_settings();
}

// As a file that can be opened here again.
void App::fulfil(const ExportPlaybook&) {
    Workspace alone;
    alone.playbook = playbook_of(workspace());
    const std::string name = std::string(say(Phrase::settings_playbook)) + " " + format(today()) + ".json";
    outside_.download(name, media_type, write_workspace(alone));
    notice_ = {say(Phrase::notice_exported, {{"file", name}})};
}

void App::fulfil(const Present& wish) {
    if (wish.on && present_factor_ == 0) {
        notice_ = {std::string(say(Phrase::present_too_small))};
        return;
    }
    close_dialog();
    present_ = {};
    present_.on = wish.on;
    present_.compass.flat = compass_.flat;
    entered_ = Route{};  // the heading takes the focus
    if (!wish.on) return;
    const bool steps = here_.screen == Screen::compass || here_.screen == Screen::story;
    notice_ = {std::string(say(steps ? Phrase::present_started : Phrase::present_started_plain))};
}

// On the deal that is shown; else on a sample, which is opened where there is none.
void App::fulfil(const StartTour&) {
    close_dialog();
    notice_ = {};
    const Deal* shown = is_of_deal(here_.screen) ? find_deal(workspace(), here_.deal) : nullptr;
    const auto sample_here = std::find_if(workspace().deals.begin(), workspace().deals.end(),
                                          [](const Box<Deal>& deal) { return deal->teaching && deal->status == DealStatus::open; });
    if (shown && shown->status == DealStatus::open)
        show(Screen::compass, shown->id);
    else if (sample_here != workspace().deals.end())
        show(Screen::compass, (*sample_here)->id);
    else
        fulfil(OpenSample{});
    present_.on = false;
    tour_ = {.on = true};
}

void App::fulfil(const DeclineTour&) {
    tour_ = {};
    choices_.toured = true;
    write_settings();
}

void App::fulfil(const ConfirmImport&) {
    if (import_.restores)
        perform(RestoreBackup{std::move(import_.incoming)});
    else if (import_.preview.changes_anything())
        perform(ImportWorkspace{chosen(import_.incoming, import_.preview, say(Phrase::import_copy_mark))});
    const bool kept = !import_.kept.empty() && edits_ && outside_.keep_file;
    if (kept) outside_.keep_file(import_.kept, write_workspace(workspace()), KeepFile::merged);
    import_ = {};
    if (workspace().deals.size() == 1) show(Screen::compass, workspace().deals.front()->id);
}

void App::fulfil(const UseColumn& wish) {
    use_column(import_.tables[wish.table], wish.column, wish.use, wish.dates);
    preview(workspace(), playbook_of(workspace()), choices_.currency, {today(), outside_.random()}, import_);
}

void App::fulfil(const ResumeForm&) {
    if (notice_.wish && std::holds_alternative<ResumeForm>(*notice_.wish)) notice_ = {};
    form_.first_frame = true;
    open(form_.deal ? Dialog::basics : Dialog::new_deal);
}

}  // namespace views

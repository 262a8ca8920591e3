#include "views/app.h"

#include "codec/workspace_codec.h"
#include "views/deal_summary.h"

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
    for (char& c : name) {
        if (static_cast<unsigned char>(c) < 32 || std::string_view("\\/:*?\"<>|").find(c) != std::string_view::npos) c = ' ';
    }
    return name + " " + format(day) + ".json";
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
void App::fulfil(const GoToCustomers&) { show(Screen::customers); }
void App::fulfil(const GoToReview&) { show(Screen::review); }
void App::fulfil(const ShowSettings&) { open(Dialog::settings); }

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

void App::fulfil(const NewDeal&) {
    if (form_.deal || !form_.holds_work()) open_new_deal(form_);
    fulfil(ResumeForm{});
}

void App::fulfil(const EditBasics& wish) {
    const Deal* deal = find_deal(workspace(), wish.deal);
    if (!deal) return;
    if (form_.deal != wish.deal || !form_.holds_work()) open_edit_deal(form_, *deal, find_customer(workspace(), deal->customer));
    fulfil(ResumeForm{});
}

void App::fulfil(const ShowAbout&) { open(Dialog::about); }

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
    dark_ = wish.dark;
    appearance();
    write_settings();
}

void App::fulfil(const ConfirmImport&) {
    perform(ImportWorkspace{std::move(import_.incoming)});
    import_ = {};
    if (workspace().deals.size() == 1) show(Screen::compass, workspace().deals.front()->id);
}

void App::fulfil(const UseColumn& wish) {
    use_column(import_.tables[wish.table], wish.column, wish.use, wish.dates);
    preview(workspace(), playbook_of(workspace()), {today(), outside_.random()}, import_);
}

void App::fulfil(const ResumeForm&) {
    if (notice_.wish && std::holds_alternative<ResumeForm>(*notice_.wish)) notice_ = {};
    form_.first_frame = true;
    open(form_.deal ? Dialog::basics : Dialog::new_deal);
}

}  // namespace views

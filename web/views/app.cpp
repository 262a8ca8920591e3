#include "views/app.h"

#include "codec/sealed_text.h"
#include "codec/workspace_codec.h"
#include "model/text.h"

#include <algorithm>

namespace views {

using namespace compass;
using namespace ui;

Date App::today() const { return Date{static_cast<std::int32_t>(outside_.today())}; }

void App::start(StoredTexts stored, const Preferences& preferences, std::string_view route) {
    preferences_ = preferences;
    if (stored.settings) read_settings(*stored.settings);
    if (outside_.lock_after) outside_.lock_after(choices_.idle);
    appearance();
    load(std::move(stored));
    route_changed(route);
}

// Once, to whoever comes for the first time: taken or declined, it is not offered again.
void App::offer_tour() {
    if (!choices_.toured && unreadable_.empty()) notice_ = {std::string(say(Phrase::tour_offer)), Phrase::tour_take, StartTour{}};
}

void App::read_settings(std::string_view text) {
    read_choices(text, choices_);
    compass_.flat = setting_in(text, "view") == "flat";
    compass_.flatten = compass_.flat ? 1.0f : 0.0f;
}

void App::write_settings() { outside_.save(settings_key, (compass_.flat ? "view=flat" : "view=solid") + write_choices(choices_)); }

void App::appearance() {
    ui::set_language(choices_.language.value_or(preferences_.chinese ? Language::zh : Language::en));
    outside_.set_appearance(language() == Language::zh, choices_.dark.value_or(preferences_.dark));
}

void App::set_language(Language chosen) {
    choices_.language = chosen;
    appearance();
    write_settings();
    if (translate_sample()) save();
}

// An untouched sample follows the language: it is no edit of the user's and no step to undo.
bool App::translate_sample() {
    const Workspace other = sample(language() == Language::zh ? Language::en : Language::zh);
    if (other.deals.empty()) return false;
    const Deal* mine = find_deal(workspace(), other.deals.front()->id);
    const Customer* customer = find_customer(workspace(), other.customers.front()->id);
    if (!mine || !customer || *mine != *other.deals.front() || *customer != *other.customers.front()) return false;
    const Workspace translated = sample(language());
    session_.amend(*translated.deals.front(), *translated.customers.front());
    before_ = workspace();
    return true;
}

void App::preferences_changed(const Preferences& preferences) {
    preferences_ = preferences;
    appearance();
}

void App::perform(const Action& action) { perform(std::vector{action}); }

// What was asked for in one frame is one step: it is undone together.
void App::perform(const std::vector<Action>& together) {
    if (edits_) return perform_here(together);
    held_.push_back(together);
    outside_.take_over();
}

void App::perform_here(const Action& action) {
    const std::uint64_t version = session_.version();
    for (const Request& request : session_.apply(action, {today(), outside_.random(), outside_.minute_of_day()})) {
        if (const auto* opened = std::get_if<OpenDeal>(&request)) show(Screen::compass, opened->deal);
    }
    if (session_.version() == version) return;
    notice_ = {};
    if (std::holds_alternative<DeleteDeal>(action)) {
        notice_ = {say(Phrase::notice_deleted), Phrase::undo, Undo{}};
        leave_deleted();
    } else if (std::holds_alternative<DeleteCustomer>(action)) {
        notice_ = {say(Phrase::notice_customer_deleted), Phrase::undo, Undo{}};
        leave_deleted();
    } else if (const auto* put = std::get_if<PutCustomer>(&action); put && !put->customer.id) {
        show(Screen::customers, {}, workspace().customers.back()->id);
    } else if (std::holds_alternative<ImportWorkspace>(action)) {
        notice_ = {say(Phrase::notice_imported), Phrase::undo, Undo{}};
    } else if (kind_of(action) >= ActionKind::restore_version && kind_of(action) <= ActionKind::restore_backup) {
        notice_ = {say(restored_words(action)), Phrase::undo, Undo{}};
        leave_deleted();
    } else if (const auto* rated = std::get_if<RatePerson>(&action)) {
        notice_ = {say(Phrase::notice_rated), Phrase::fact_add, GoToPerson{rated->deal, rated->person, true}};
    } else if (std::holds_alternative<RemovePerson>(action)) {
        notice_ = {say(Phrase::notice_person_removed), Phrase::undo, Undo{}};
    }
    save(std::holds_alternative<ImportWorkspace>(action)  ? Cause::import
         : std::holds_alternative<RestoreVersion>(action) ? Cause::restore
         : std::holds_alternative<RestoreBackup>(action)  ? Cause::backup
                                                          : Cause::edit);
}

void App::perform_here(const std::vector<Action>& together) {
    if (together.size() == 1) return perform_here(together.front());
    const std::uint64_t version = session_.version();
    session_.apply(together, {today(), outside_.random(), outside_.minute_of_day()});
    if (session_.version() == version) return;
    notice_ = {};
    if (std::holds_alternative<PutTask>(together.front()))
        notice_ = {say(Phrase::notice_tasks_moved, {{"count", whole(static_cast<int>(together.size()))}}), Phrase::undo, Undo{}};
    if (std::holds_alternative<DeleteDeal>(together.front()))
        notice_ = {say(Phrase::notice_deals_deleted, {{"count", whole(static_cast<int>(together.size()))}}), Phrase::undo, Undo{}};
    if (std::holds_alternative<EditDeal>(together.front()))
        notice_ = {say(Phrase::notice_deals_given, {{"count", whole(static_cast<int>(together.size()))}}), Phrase::undo, Undo{}};
    leave_deleted();
    save();
}

// The screen of a deal or customer that is gone leads nowhere.
void App::leave_deleted() {
    if (here_.customer && !find_customer(workspace(), here_.customer)) show(Screen::customers);
    if (is_of_deal(here_.screen) && !find_deal(workspace(), here_.deal)) show(Screen::deals);
}

void App::step(std::optional<ActionKind> undone, Phrase words) {
    if (!undone) return;
    translate_sample();
    notice_ = {say(words, {{"action", action_words(*undone)}})};
    leave_deleted();
    // What a step back takes away was added by that step: it is no deletion.
    const bool adds = *undone == ActionKind::create_deal || *undone == ActionKind::duplicate_deal || *undone == ActionKind::put_customer ||
                      *undone == ActionKind::import_workspace || *undone == ActionKind::restore_backup;
    save(Cause::edit, adds && words == Phrase::notice_undone);
}

void App::files_opened(const std::vector<OpenedFile>& files) {
    if (ask_passphrase(files)) return;
    import_ = {};
    for (const OpenedFile& file : files) {
        if (is_sealed_text(file.bytes))
            import_.refused.push_back({file.name, {{"", "unlock", ""}}});
        else if (is_archive(file.name, file.bytes))
            take_archive(file);
        else
            take_file(file);
    }
    preview(workspace(), playbook_of(workspace()), choices_.currency, {today(), outside_.random()}, import_);
    if (files.empty()) return;
    close_dialog();
    open(Dialog::import);
}

void App::take_file(const OpenedFile& file) {
    if (is_table(file.name, file.bytes)) return take_table(file);
    Result<Workspace> read = read_workspace(file.bytes);
    if (!read) return import_.refused.push_back({file.name, read.errors()});
    import_.accepted.push_back(file.name);
    import_.from_files = update(import_.from_files, ImportWorkspace{std::move(*read)}, {today(), 0}).workspace;
}

// Each file in it is one of those that are opened. Beside files of deals its tables say nothing that these do not say.
void App::take_archive(const OpenedFile& file) {
    Result<Zip> read = read_archive(file.bytes);
    if (!read) return import_.refused.push_back({file.name, read.errors()});
    for (const Error& error : read->refused) import_.refused.push_back({file.name + error.path, {{"", error.code, error.detail}}});
    for (ZipEntry& entry : read->entries) take_file({file.name + "/" + entry.name, std::move(entry.bytes)});
}

void App::take_table(const OpenedFile& file) {
    Result<ImportedTable> table = read_table(file.name, file.bytes);
    if (!table) return import_.refused.push_back({file.name, table.errors()});
    import_.accepted.push_back(file.name);
    import_.tables.push_back(std::move(*table));
}

void App::file_refused(std::string_view name, std::string_view why) {
    if (here_.dialog != Dialog::import) import_ = {};
    import_.refused.insert(import_.refused.begin(), {std::string(name), {{"", "", std::string(why)}}});
    open(Dialog::import);
}

void App::library_answered(std::string_view name, std::string_view text) {
    if (!name.starts_with("handbook")) return take_samples(text);
    take_handbook(handbook_, name.ends_with("zh") ? Language::zh : Language::en, text);
    if (text.empty()) notice_ = {std::string(say(Phrase::handbook_missing))};
}

void App::take_samples(std::string_view text) {
    Result<Workspace> read = read_workspace(text);
    if (!read) {
        notice_ = {std::string(say(Phrase::notice_team_missing))};
        return;
    }
    const std::string count = std::to_string(read->deals.size());
    perform(ImportWorkspace{set_on_day(std::move(*read), today())});
    if (notice_.wish) notice_.words = say(Phrase::notice_team_opened, {{"count", count}});
}

void App::pinched(const Pinch& pinch) { pinch_ = pinch; }

void App::text_pasted(std::string_view text) {
    if (here_.dialog == Dialog::import || trimmed(text).empty()) return;
    const std::string name(say(Phrase::pasted_text));
    if (const std::size_t link = text.find("#/link/"); link != std::string_view::npos) {
        text.remove_prefix(link + 1);
        return receive_link(text.substr(0, text.find_first_of(" \t\r\n")));
    }
    if (trimmed(text).front() == '{' || is_sealed_text(text) || is_table(name, text)) return files_opened({{name, std::string(text)}});
    notice_ = {std::string(say(Phrase::notice_paste_unknown))};
}

// Everything is stored after every action; what is still being written is not.
bool App::holds_unsaved() const {
    return saved_ != Saved::ok || !may_save_ || !held_.empty() || (writes_form() && form_.holds_work()) || here_.dialog == Dialog::import ||
           deals_.renaming.deal || deals_.chosen.holds_work() || funnel_.ticked.holds_work() || compass_.renaming.deal ||
           here_.dialog == Dialog::link || here_.dialog == Dialog::unlock || compass_.axis.holds_work() || people_.holds_work() ||
           visit_.holds_work() || sheet_.holds_work() || customers_.holds_work() || new_customer_.holds_work() || criteria_.holds_work() ||
           gates_.holds_work() || review_.holds_work();
}

std::string App::rescue() const { return write_workspace(workspace()); }

}  // namespace views

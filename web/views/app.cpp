#include "views/app.h"

#include "codec/builtin.h"
#include "codec/workspace_codec.h"

#include <algorithm>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::string_view sample_id = "3";
constexpr std::string_view media_type = "application/json";

Date today(const Outside& outside) { return Date{static_cast<std::int32_t>(outside.today())}; }

// A teaching case is always set on the day it is opened.
Workspace set_on(Workspace workspace, Date day) {
    for (Box<Deal>& deal : workspace.deals) {
        if (!deal->teaching || deal->teaching->today == day) continue;
        const int days = day - deal->teaching->today;
        for (Box<Customer>& customer : workspace.customers) {
            if (customer->id == deal->customer) customer = shifted(*customer, days);
        }
        deal = shifted(*deal, days);
    }
    return workspace;
}

Workspace sample(Language language, Date day) {
    Result<Workspace> file = read_workspace(builtin_case(sample_id, language));
    return file ? set_on(std::move(*file), day) : Workspace{};
}

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

// "key=value" words; unknown ones are skipped.
std::string_view setting(std::string_view text, std::string_view key) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        if (word.size() > key.size() && word.starts_with(key) && word[key.size()] == '=') return word.substr(key.size() + 1);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return {};
}

}  // namespace

void App::start(StoredTexts stored, const Preferences& preferences, std::string_view route) {
    preferences_ = preferences;
    if (stored.settings) read_settings(*stored.settings);
    appearance();
    load(std::move(stored));
    follow(route);
}

void App::load(StoredTexts stored) {
    const Date day = today(outside_);
    unreadable_ = stored.unreadable.value_or("");
    if (stored.workspace) {
        Result<Workspace> read = read_workspace(*stored.workspace);
        if (read) {
            session_ = Session(set_on(std::move(*read), day));
            return;
        }
        unreadable_ = std::move(*stored.workspace);
        may_save_ = outside_.save(unreadable_key, unreadable_) == Saved::ok;
    }
    session_ = Session(sample(language(), day));
}

void App::read_settings(std::string_view text) {
    if (const auto word = setting(text, "language"); !word.empty()) language_ = word == "en" ? Language::en : Language::zh;
    if (const auto word = setting(text, "theme"); !word.empty()) dark_ = word == "dark";
    compass_.flat = setting(text, "view") == "flat";
    compass_.flatten = compass_.flat ? 1.0f : 0.0f;
}

void App::write_settings() {
    std::string text = compass_.flat ? "view=flat" : "view=solid";
    if (language_) text += *language_ == Language::en ? " language=en" : " language=zh";
    if (dark_) text += *dark_ ? " theme=dark" : " theme=light";
    outside_.save(settings_key, text);
}

void App::appearance() {
    ui::set_language(language_.value_or(preferences_.chinese ? Language::zh : Language::en));
    outside_.set_appearance(language() == Language::zh, dark_.value_or(preferences_.dark));
}

void App::set_language(Language chosen) {
    language_ = chosen;
    appearance();
    write_settings();
    if (translate_sample()) save();
}

// An untouched sample follows the language: it is no edit of the user's and no step to undo.
bool App::translate_sample() {
    const Date day = today(outside_);
    const Workspace other = sample(language() == Language::zh ? Language::en : Language::zh, day);
    if (other.deals.empty()) return false;
    const Deal* mine = find_deal(workspace(), other.deals.front()->id);
    const Customer* customer = find_customer(workspace(), other.customers.front()->id);
    if (!mine || !customer || *mine != *other.deals.front() || *customer != *other.customers.front()) return false;
    const Workspace translated = sample(language(), day);
    session_.amend(*translated.deals.front(), *translated.customers.front());
    return true;
}

void App::show(Screen screen, Id deal, bool replace) {
    screen_ = screen, open_deal_ = deal;
    outside_.set_route(screen == Screen::deals ? std::string("/deals") : "/deal/" + format(deal) + "/compass", replace);
    const Deal* shown = screen == Screen::compass ? find_deal(workspace(), deal) : nullptr;
    outside_.set_title(shown ? shown->name + " \u00B7 " + say(Phrase::app_name)
                             : std::string(say(Phrase::nav_deals)) + " \u00B7 " + say(Phrase::app_name));
}

// A route that names nothing we have shows the only deal, else the list.
void App::follow(std::string_view route) {
    constexpr std::string_view prefix = "/deal/";
    if (route.starts_with(prefix)) {
        const auto id = parse_id(route.substr(prefix.size(), 36));
        if (id && find_deal(workspace(), *id)) return show(Screen::compass, *id, true);
    }
    if (!route.starts_with("/deals") && workspace().deals.size() == 1) return show(Screen::compass, workspace().deals.front()->id, true);
    show(Screen::deals, {}, true);
}

void App::route_changed(std::string_view route) { follow(route); }

void App::preferences_changed(const Preferences& preferences) {
    preferences_ = preferences;
    appearance();
}

void App::perform(const Action& action) {
    const std::uint64_t version = session_.version();
    for (const Request& request : session_.apply(action, {today(outside_), outside_.random()})) {
        if (const auto* open = std::get_if<OpenDeal>(&request)) show(Screen::compass, open->deal, false);
    }
    if (session_.version() == version) return;
    notice_ = {};
    if (std::holds_alternative<DeleteDeal>(action)) {
        notice_ = {say(Phrase::notice_deleted), true, false};
        if (screen_ == Screen::compass && !find_deal(workspace(), open_deal_)) show(Screen::deals, {}, false);
    } else if (std::holds_alternative<ImportWorkspace>(action)) {
        notice_ = {say(Phrase::notice_imported), true, false};
    }
    save();
}

void App::step(std::optional<ActionKind> undone, Phrase words) {
    static constexpr Phrase kinds[] = {Phrase::action_create_deal,     Phrase::action_rename_deal,  Phrase::action_edit_deal,
                                       Phrase::action_duplicate_deal,  Phrase::action_delete_deal,  Phrase::action_set_level,
                                       Phrase::action_set_position,    Phrase::action_put_evidence, Phrase::action_remove_evidence,
                                       Phrase::action_import_workspace};
    if (!undone) return;
    translate_sample();
    notice_ = {say(words, {{"action", say(kinds[static_cast<int>(*undone)])}}), false, false};
    if (screen_ == Screen::compass && !find_deal(workspace(), open_deal_)) show(Screen::deals, {}, false);
    save();
}

void App::save() {
    if (!may_save_) {
        saved_ = Saved::full;
        return;
    }
    saved_ = outside_.save(workspace_key, write_workspace(workspace()));
    if (saved_ == Saved::ok) saved_at_ = outside_.minute_of_day();
}

void App::export_deals(const std::vector<Id>& deals) {
    const std::string name = file_name(workspace(), deals, today(outside_));
    outside_.download(name, media_type, deals.empty() ? write_workspace(workspace()) : write_deals(workspace(), deals));
    notice_ = {say(Phrase::notice_exported, {{"file", name}}), false, false};
}

void App::fulfil(const Wish& wish) {
    if (std::holds_alternative<Undo>(wish))
        step(session_.undo(), Phrase::notice_undone);
    else if (std::holds_alternative<Redo>(wish))
        step(session_.redo(), Phrase::notice_redone);
    else if (std::holds_alternative<GoToDeals>(wish))
        show(Screen::deals, {}, false);
    else if (const auto* go = std::get_if<GoToDeal>(&wish))
        show(Screen::compass, go->deal, false);
    else if (const auto* out = std::get_if<ExportDeals>(&wish))
        export_deals(out->deals);
    else if (std::holds_alternative<DownloadUnreadable>(wish)) {
        outside_.download(std::string(say(Phrase::app_name)) + " " + format(today(outside_)) + " (unreadable).json", media_type,
                          unreadable_);
        outside_.save(unreadable_key, {});
        unreadable_.clear();
        may_save_ = true;
    } else if (std::holds_alternative<OpenFiles>(wish))
        outside_.open_files();
    else if (std::holds_alternative<OpenSample>(wish)) {
        const Workspace opened = sample(language(), today(outside_));
        if (opened.deals.empty()) return;
        perform(ImportWorkspace{opened});
        show(Screen::compass, opened.deals.front()->id, false);
    } else if (std::holds_alternative<NewDeal>(wish))
        open_new_deal(form_);
    else if (const auto* edit = std::get_if<EditBasics>(&wish)) {
        if (const Deal* deal = find_deal(workspace(), edit->deal)) open_edit_deal(form_, *deal, find_customer(workspace(), deal->customer));
    } else if (std::holds_alternative<ShowAbout>(wish))
        about_ = true;
    else if (const auto* language = std::get_if<ChooseLanguage>(&wish))
        set_language(language->language);
    else if (const auto* theme = std::get_if<ChooseDark>(&wish))
        dark_ = theme->dark, appearance(), write_settings();
    else if (std::holds_alternative<ConfirmImport>(wish)) {
        perform(ImportWorkspace{std::move(import_.incoming)});
        import_ = {};
        if (workspace().deals.size() == 1) show(Screen::compass, workspace().deals.front()->id, false);
    } else if (std::holds_alternative<CloseDialog>(wish))
        about_ = false;
}

void App::files_opened(const std::vector<OpenedFile>& files) {
    import_ = {};
    for (const OpenedFile& file : files) {
        Result<Workspace> read = read_workspace(file.bytes);
        if (!read) {
            import_.refused.push_back({file.name, read.errors()});
            continue;
        }
        import_.accepted.push_back(file.name);
        import_.incoming = update(import_.incoming, ImportWorkspace{std::move(*read)}, {today(outside_), 0}).workspace;
    }
    import_.preview = preview_import(workspace(), import_.incoming);
    import_.open = !files.empty();
}

void App::file_refused(std::string_view name, std::string_view why) {
    import_ = {};
    import_.refused.push_back({std::string(name), {{"", "", std::string(why)}}});
    import_.open = true;
}

void App::stored_elsewhere(std::string_view text) {
    Result<Workspace> stored = read_workspace(text);
    if (!stored || *stored == workspace()) return;
    session_ = Session(std::move(*stored));
    notice_ = {say(Phrase::notice_other_tab), false, false};
    if (screen_ == Screen::compass && !find_deal(workspace(), open_deal_)) show(Screen::deals, {}, true);
}

// Everything is stored after every action; what is still being written is not.
bool App::holds_unsaved() const {
    return saved_ != Saved::ok || !may_save_ || form_.open || import_.open || deals_.renaming != Id{} ||
           (compass_.axis.axis && compass_.axis.editing != Id{});
}

std::string App::rescue() const { return write_workspace(workspace()); }

}  // namespace views

// Links and passphrases: what leaves as a link or locked, and what comes in so.
#include "codec/link.h"
#include "codec/sealed_text.h"
#include "codec/workspace_codec.h"
#include "paper/html.h"
#include "views/app.h"
#include "views/deal_words.h"

#include <algorithm>
#include <utility>

namespace views {

using namespace compass;
using namespace ui;

PagePlace App::place() const { return {outside_.address ? outside_.address().size() : 0, outside_.local_file, outside_.can_lock}; }

// What the address brought is taken out of it at once: no step of the history keeps it.
void App::follow_link(std::string_view address) {
    if (passed_.empty())
        route_changed("");  // the page was opened with it
    else
        passed_.push_back(here_);  // the browser went a step on: it becomes that of the dialog
    returning_ = false;
    receive_link(address);
    passed_.back() = here_;
    outside_.set_route(write_route(here_), true);
}

void App::receive_link(std::string_view address) {
    Result<SentLink> link = read_link(address);
    close_dialog();
    if (!link) return show_link(link.errors());
    if (link->locked.empty()) return show_link(std::move(link->deals));
    unlock_ = {.locked = std::move(link->locked)};
    waiting_.clear();
    open(Dialog::unlock);
}

void App::show_link(const Result<Workspace>& sent) {
    link_ = {};
    if (sent)
        link_.sent = set_on_day(*sent, today());
    else
        link_.refused = sent.errors().front();
    link_.known = known_of(workspace(), link_.sent, copy_name());
    open(Dialog::link);
}

void App::fulfil(const AcceptLink&) {
    const Workspace copies = beside(workspace(), link_.sent, copy_name(), outside_.random());
    const std::string count = whole(static_cast<long long>(copies.deals.size()));
    link_ = {};
    const bool follows = !edits_;
    perform(ImportWorkspace{copies});
    if (!follows && notice_.wish) notice_.words = say(Phrase::notice_link_taken, {{"count", count}});
    if (copies.deals.size() > 1) show(Screen::deals);
}

void App::fulfil(const ShareDeals& wish) {
    close_dialog();
    share_ = {.deals = wish.deals};
    prepare_share(workspace(), share_);
    open(Dialog::share);
}

// A page that was opened from a file has no address that others could open: there the part behind it is copied, to be pasted onto theirs.
void App::fulfil(const CopyLink&) {
    const std::string link = (outside_.local_file || !outside_.address ? std::string() : outside_.address()) + '#' + share_.link;
    ImGui::SetClipboardText(link.c_str());
    notice_ = {std::string(say(Phrase::notice_link_copied))};
    share_ = {};
}

void App::fulfil(const LockLink&) {
    share_.working = true, share_.failed = false;
    outside_.lock(++lock_number_, share_.passphrase.words, share_.stream);
}

void App::fulfil(const ExportLocked& wish) {
    close_dialog();
    lock_file_ = {.deals = wish.deals, .passphrase = {.take_focus = true}};
    open(Dialog::lock_file);
}

void App::fulfil(const LockFile&) {
    lock_file_.working = true, lock_file_.failed = false;
    if (lock_file_.workspace) return outside_.lock_workspace(++lock_number_, lock_file_.passphrase.words);
    const std::vector<Id>& deals = lock_file_.deals;
    outside_.lock(++lock_number_, lock_file_.passphrase.words,
                  deals.empty() ? write_workspace(workspace(), Layout::compact) : write_deals(workspace(), deals, Layout::compact));
}

void App::fulfil(const Unlock&) {
    unlock_.working = true, unlock_.failed = false;
    outside_.unlock(++lock_number_, unlock_.passphrase, unlock_.locked);
}

void App::fulfil(const LockWorkspace&) {
    if (!may_change()) return;
    close_dialog();
    lock_file_ = {.workspace = true, .passphrase = {.take_focus = true}};
    open(Dialog::lock_file);
}

void App::fulfil(const OpenWorkspace&) {
    if (!may_change()) return;
    opens_ = true, open_failed_ = false;
    outside_.open_workspace(++lock_number_);
}

void App::fulfil(const LockNow&) { outside_.lock_now(); }

void App::fulfil(const ChooseIdle& wish) {
    choices_.idle = wish.minutes;
    write_settings();
    outside_.lock_after(wish.minutes);
}

LockView App::lock_view() const { return {outside_.can_lock, outside_.is_locked && outside_.is_locked(), opens_, open_failed_}; }

bool App::ask_passphrase(const std::vector<OpenedFile>& files) {
    for (const OpenedFile& file : files) {
        std::optional<std::string> locked = is_sealed_text(file.bytes) ? read_sealed_text(file.bytes) : std::nullopt;
        if (!locked) continue;
        std::vector<OpenedFile> waiting = files;
        close_dialog();
        waiting_ = std::move(waiting);
        unlock_ = {.name = file.name, .locked = std::move(*locked)};
        open(Dialog::unlock);
        return true;
    }
    return false;
}

void App::lock_answered(std::uint32_t number, const std::optional<std::string>& bytes) {
    if (number != lock_number_) return;  // it was left meanwhile
    if (opens_) {
        opens_ = false, open_failed_ = !bytes;
        if (bytes) notice_ = {std::string(say(Phrase::notice_unlocked))};
        return;
    }
    if (here_.dialog == Dialog::share && share_.working) {
        share_.working = false, share_.failed = !bytes;
        if (bytes) share_.link = locked_link(*bytes), share_.passphrase = {};
    } else if (here_.dialog == Dialog::lock_file && lock_file_.working) {
        lock_file_.working = false, lock_file_.failed = !bytes;
        if (!bytes) return;
        if (std::exchange(lock_file_.workspace, false)) {
            lock_file_ = {};
            close_dialog();
            notice_ = {std::string(say(Phrase::notice_locked))};
            return;
        }
        const Deal* deal = lock_file_.deals.size() == 1 ? find_deal(workspace(), lock_file_.deals.front()) : nullptr;
        const std::string name = paper::file_name(deal ? deal->name : std::string(say(Phrase::app_name)),
                                                  " " + format(today()) + " " + say(Phrase::file_locked) + ".txt");
        outside_.download(name, "text/plain", write_sealed_text(*bytes));
        if (lock_file_.deals.empty()) note_backup();
        lock_file_ = {};
        close_dialog();
        notice_ = {say(Phrase::notice_exported, {{"file", name}})};
    } else if (here_.dialog == Dialog::unlock && unlock_.working) {
        unlock_.working = false, unlock_.failed = !bytes, unlock_.take_focus = !bytes;
        if (!bytes) return;
        const std::string name = std::exchange(unlock_, {}).name;
        close_dialog();
        if (waiting_.empty()) return show_link(read_link_stream(*bytes));
        std::vector<OpenedFile> files = std::exchange(waiting_, {});
        for (OpenedFile& file : files)
            if (file.name == name && is_sealed_text(file.bytes)) {
                file.bytes = *bytes;
                if (file.name.ends_with(".txt")) file.name.resize(file.name.size() - 4);  // what is in it is no table
                break;
            }
        files_opened(files);
    }
}

}  // namespace views

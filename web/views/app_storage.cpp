// What the app keeps in the browser: opening, saving, and the other tabs.
#include "codec/builtin.h"
#include "codec/workspace_codec.h"
#include "store/join.h"
#include "views/app.h"

#include <algorithm>
#include <charconv>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::string_view sample_id = "3";
constexpr std::size_t quiet_percent = 80;  // of the storage: from here on it is said

}  // namespace

// A teaching case is always set on the day it is opened.
Workspace set_on_day(Workspace workspace, Date day) {
    std::vector<Id> moved;  // customers: several of their deals may be samples
    for (Box<Deal>& deal : workspace.deals) {
        if (!deal->teaching || deal->teaching->today == day) continue;
        const int days = day - deal->teaching->today;
        if (std::find(moved.begin(), moved.end(), deal->customer) == moved.end()) {
            for (Box<Customer>& customer : workspace.customers) {
                if (customer->id == deal->customer) customer = shifted(*customer, days);
            }
            moved.push_back(deal->customer);
        }
        deal = shifted(*deal, days);
    }
    return workspace;
}

Workspace App::sample(Language language) const {
    Result<Workspace> file = read_workspace(builtin_case(sample_id, language));
    return file ? set_on_day(std::move(*file), today()) : Workspace{};
}

void App::load(StoredTexts stored) {
    unreadable_ = stored.unreadable.value_or("");
    if (stored.backup) {
        Date day;
        const std::string& text = *stored.backup;
        if (std::from_chars(text.data(), text.data() + text.size(), day.days).ec == std::errc{}) backup_ = day;
    }
    OpenedStore opened = store_.open();
    newer_ = opened.newer;
    if (outside_.storage_used) storage_used_ = outside_.storage_used();
    const bool is_there = opened.from != OpenedStore::From::nothing && opened.from != OpenedStore::From::none;
    if (!opened.kept.empty()) keep_aside(std::move(opened.kept));
    damaged_ = is_there && !unreadable_.empty();
    if (opened.from == OpenedStore::From::single) old_form_ = opened.workspace;
    session_ = Session(is_there ? set_on_day(std::move(opened.workspace), today()) : sample(language()));
    if (!is_there) store_.begin_with(workspace());
    if (opened.beside) join_other();
    before_ = workspace();
    if (!is_there) offer_tour();
}

// One text can be kept aside; a second one stays where it is, and nothing is saved over it, until the first was downloaded.
void App::keep_aside(std::string text) {
    if (text == unreadable_) return;
    if (!unreadable_.empty()) {
        unreadable_next_ = std::move(text);
        may_save_ = false;
        return;
    }
    unreadable_ = std::move(text);
    may_save_ = outside_.save(unreadable_key, unreadable_) == Saved::ok;
}

void App::save(Cause cause, bool takes_back) {
    if (!edits_) return;
    if (!may_save_ || newer_) {
        saved_ = Saved::full;
        return;
    }
    keep_history(cause, takes_back);
    SaveResult result = store_.save(workspace());
    for (int tries = 0; result == SaveResult::overtaken && tries < 3; ++tries) {
        join_other();
        result = store_.save(workspace());
    }
    newer_ = result == SaveResult::newer;
    cleared_ = false;
    saved_ = result == SaveResult::ok ? Saved::ok : result == SaveResult::full ? Saved::full : Saved::unavailable;
    if (saved_ == Saved::ok) settle_history();
    if (outside_.storage_used) storage_used_ = outside_.storage_used();
    if (saved_ == Saved::full) storage_limit_ = std::max<std::size_t>(storage_used_, 1);
    if (saved_ != Saved::ok) return;
    saved_at_ = outside_.minute_of_day();
    const bool is_real = std::any_of(workspace().deals.begin(), workspace().deals.end(), [](const auto& deal) { return !deal->teaching; });
    if (is_real && !edited_) {
        edited_ = today();
        outside_.save(edited_key, std::to_string(edited_->days));
    }
    if (is_real && !asked_to_keep_ && outside_.keep_stored) asked_to_keep_ = true, outside_.keep_stored();
}

// Another tab saved in between, or an older version of the program beside us: what both did becomes one, as a step that can be undone.
bool App::join_other() {
    // A sample counts from the day on which it is looked at, on all sides.
    const auto today_of = [&](Workspace one) { return set_on_day(std::move(one), today()); };
    const Workspace ancestor = today_of(store_.acknowledged()), ours = today_of(workspace());
    OpenedStore other = store_.open();
    newer_ = other.newer;
    if (!other.kept.empty()) keep_aside(std::move(other.kept));
    other.workspace = today_of(std::move(other.workspace));
    if (other.beside) other.beside = today_of(std::move(*other.beside));
    const std::string mark(say(Phrase::other_tab_mark));
    Workspace both = ours;
    const auto join_old_form = [&](Workspace theirs) {
        if (old_form_) old_form_ = today_of(std::move(*old_form_));
        both = joined(old_form_ ? &*old_form_ : nullptr, both, theirs, mark);
        old_form_ = std::move(theirs);
    };
    if (other.from == OpenedStore::From::single) {
        join_old_form(other.workspace);
    } else if (other.from != OpenedStore::From::nothing && other.from != OpenedStore::From::none && other.workspace != ancestor) {
        // Of another history: what is stored stays as it is, ours beside it, so that two tabs come to rest.
        if (other.follows)
            both = joined(&ancestor, both, other.workspace, mark);
        else if (!other.precedes)
            both = joined(nullptr, other.workspace, both, mark);
    }
    if (other.beside) join_old_form(std::move(*other.beside));
    const bool more = both != other.workspace;
    if (both == ours) return more;
    session_.apply(FollowWorkspace{std::move(both)}, {today(), 0});
    before_ = workspace();
    if (edits_) notice_ = {std::string(say(Phrase::notice_other_tab)), Phrase::undo, Undo{}};
    leave_deleted();
    return more;
}

void App::stored_elsewhere(std::string_view key) {
    if (key.empty() || read_snapshot_key(key)) history_changed_ = true;
    if (key.starts_with("index/") && store_.is_newer()) {
        newer_ = true;
        return;
    }
    if (edits_ && store_.is_cleared()) saved_ = Saved::unavailable, cleared_ = true;
    if (read_snapshot_key(key)) return;
    bool more = store_.misses(key);
    if (key == single_key || store_.is_overtaken()) more = join_other();
    if (!more) return;
    // Where the news of our last save came too late to the other, it is saved once more.
    if (edits_)
        save();
    else
        outside_.take_over();
}

void App::typing(std::string_view tab, std::string_view texts) { outside_.save(typing_key(tab), texts); }

void App::tabs_there(const std::vector<std::string_view>& tabs) {
    for (const std::string& key : outside_.space->keys()) {
        if (!key.starts_with(typing_prefix)) continue;
        const std::string_view tab = std::string_view(key).substr(typing_prefix.size());
        if (std::find(tabs.begin(), tabs.end(), tab) != tabs.end()) continue;
        LeftText left = read_left_text(tab, outside_.space->get(key).value_or(""));
        if (left.boxes.empty())
            outside_.save(key, "");
        else
            left_texts_.push_back(std::move(left));
    }
    if (!left_texts_.empty()) notice_ = {std::string(say(Phrase::left_notice)), Phrase::left_show, ShowLeftTexts{}};
}

void App::edits_here(bool here) {
    edits_ = here;
    if (!here) return;
    if (store_.is_overtaken()) join_other();
    if (set_on_day(store_.acknowledged(), today()) != workspace()) save();
    std::vector<std::vector<Action>> held;
    held.swap(held_);
    for (const std::vector<Action>& together : held) perform_here(together);
}

// Undo and redo are of what is on screen, which another tab may be changing: they wait for the user to see that it is theirs to edit.
bool App::may_change() {
    if (!edits_) outside_.take_over();
    return edits_;
}

void App::note_backup() {
    backup_ = today();
    outside_.save(backup_key, std::to_string(backup_->days));
    edited_.reset();
    outside_.save(edited_key, {});
}

std::string App::saved_words() const {
    if (saved_ != Saved::ok) return std::string(say(Phrase::save_failed_short));
    std::string words(say(Phrase::save_nothing_yet));
    if (saved_at_ >= 0) words = say(outside_.local_file ? Phrase::save_done_file : Phrase::save_done, {{"time", clock(saved_at_)}});
    const std::size_t percent = storage_used_ * 100 / storage_limit_;
    if (percent >= quiet_percent)
        words += ' ' + say(Phrase::save_space, {{"percent", std::to_string(std::min<std::size_t>(percent, 100))}});
    return words;
}

std::string App::backup_words() const {
    if (saved_ != Saved::ok) return {};
    if (!backup_) return edited_ ? std::string(say(Phrase::backup_none)) : std::string();
    const int days = std::max(0, today() - *backup_);
    return days == 0 ? std::string(say(Phrase::backup_today)) : say(Phrase::backup_days, {{"days", std::to_string(days)}});
}

}  // namespace views

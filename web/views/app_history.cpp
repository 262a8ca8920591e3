// What the app keeps of what was: versions, the trash, and the reminder of a backup.
#include "codec/workspace_codec.h"
#include "views/app.h"

#include <algorithm>
#include <charconv>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::size_t history_percent = 70;  // of the storage: beyond it an older version goes for a newer one

std::optional<Date> stored_day(Space& space, std::string_view key) {
    const std::optional<std::string> text = space.get(key);
    Date day;
    if (!text || std::from_chars(text->data(), text->data() + text->size(), day.days).ec != std::errc{}) return std::nullopt;
    return day;
}

}  // namespace

Phrase restored_words(const Action& action) {
    if (std::holds_alternative<RestoreVersion>(action)) return Phrase::notice_version_restored;
    return std::holds_alternative<RestoreDeleted>(action) ? Phrase::notice_trash_restored : Phrase::notice_backup_restored;
}

std::int64_t App::minute() const { return std::int64_t{today().days} * 1440 + outside_.minute_of_day(); }

void App::opened() {
    edited_ = stored_day(*outside_.space, edited_key);
    reminded_ = stored_day(*outside_.space, reminded_key);
    if (!newer_)
        history_.empty_by_age(workspace(), minute());
    else
        history_.look();
    remind_of_backup();
}

void App::look_at_history() {
    history_changed_ = false;
    history_.look();
}

void App::keep_history(Cause cause, bool takes_back) {
    const std::size_t most = storage_limit_ / 100 * history_percent;
    history_.keep(before_, workspace(), {minute(), cause, takes_back, most > storage_used_ ? most - storage_used_ : 0});
}

void App::settle_history() {
    history_.settle(workspace());
    before_ = workspace();
    remind_of_backup();
}

// Once a day, where nothing else is being said.
void App::remind_of_backup() {
    const Date day = today();
    if (!choices_.reminds || !edits_ || !edited_ || day - *edited_ < reminder_days || reminded_ == day || !notice_.words.empty()) return;
    reminded_ = day;
    outside_.save(reminded_key, std::to_string(day.days));
    notice_ = {say(Phrase::reminder_words, {{"days", whole(day - *edited_)}}), Phrase::reminder_offer, ExportDeals{}};
}

void App::measure_history() {
    if (!history_.looked()) history_.look();
    storage_ = {history_.taken(), storage_used_, std::max<std::size_t>(storage_limit_, 1), {}, false, false};
    if (outside_.ask_to_keep) outside_.ask_to_keep(false);
}

void App::told_to_keep(bool kept) { storage_.kept = kept; }

void App::fulfil(const ShowVersions& wish) {
    versions_ = {};
    versions_.deal = wish.deal;
    if (!history_.looked()) history_.look();
    open(Dialog::versions);
}

void App::fulfil(const ShowTrash&) {
    trash_ = {};
    if (!history_.looked()) history_.look();
    open(Dialog::trash);
}

void App::fulfil(const ForgetDeleted& wish) {
    if (!may_change()) return;
    const auto found = std::find_if(history_.all().begin(), history_.all().end(), [&](const Snapshot& one) { return one.key == wish.key; });
    if (found == history_.all().end()) return;
    history_.forget(Snapshot(*found), workspace());  // a copy: it goes from the list
}

void App::fulfil(const ForgetVersions&) {
    if (!may_change()) return;
    history_.forget_versions();
    if (outside_.storage_used) storage_used_ = outside_.storage_used();
    const std::optional<bool> kept = storage_.kept;
    storage_ = {history_.taken(), storage_used_, std::max<std::size_t>(storage_limit_, 1), kept, storage_.asked, false};
}

void App::fulfil(const AskToKeep&) {
    storage_.asked = true;
    if (outside_.ask_to_keep) outside_.ask_to_keep(true);
}

void App::fulfil(const ChooseReminder& wish) {
    choices_.reminds = wish.on;
    write_settings();
}

void App::fulfil(const ChooseRestore& wish) {
    import_.restores = wish.on;
    preview(workspace(), playbook_of(workspace()), choices_.currency, {today(), outside_.random()}, import_);
}

}  // namespace views

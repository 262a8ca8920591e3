// Wires the app to the browser and starts it.
#include "codec/texts_apart.h"
#include "codec/workspace_codec.h"
#include "platform/platform.h"
#include "views/app.h"

namespace {

views::Saved write(std::string_view key, std::string_view text) {
    switch (platform::storage_write(key, text)) {
        case platform::Stored::ok: return views::Saved::ok;
        case platform::Stored::full: return views::Saved::full;
        case platform::Stored::unavailable: break;
    }
    return views::Saved::unavailable;
}

void take_texts() {
    for (const compass::Language language : {compass::Language::zh, compass::Language::en})
        while (auto texts = platform::texts(language == compass::Language::zh)) compass::take_texts(language, std::move(*texts));
}

class LocalStorage final : public compass::Space {
  public:
    std::optional<std::string> get(std::string_view key) override { return platform::storage_read(key); }
    compass::Written set(std::string_view key, std::string_view value) override { return write(key, value); }
    void remove(std::string_view key) override { platform::storage_remove(key); }
    std::vector<std::string> keys() override { return platform::storage_keys(); }
};

views::Saved save(std::string_view key, std::string_view text) {
    return text.empty() ? platform::storage_remove(key), views::Saved::ok : write(key, text);
}

void keep_file(std::string_view name, std::string_view text, views::KeepFile how) {
    platform::keep_file(name, text, static_cast<int>(how));
}

views::App& app() {
    static LocalStorage storage;
    static views::App app({
        .space = &storage,
        .save = save,
        .storage_used = platform::storage_used,
        .keep_stored = platform::keep_stored,
        .ask_to_keep = platform::ask_to_keep,
        .take_over = platform::take_over,
        .download = platform::download,
        .download_picture = platform::download_picture,
        .keep_file = platform::keeps_files() ? keep_file : nullptr,
        .print = platform::print,
        .open_files = [] { platform::open_files(".json,.csv,.tsv,.txt,.zip,application/json,text/csv,text/plain,application/zip", true); },
        .ask_library = platform::ask_library,
        .set_route = platform::set_route,
        .go_back = platform::go_back,
        .set_title = platform::set_title,
        .set_appearance = [](bool chinese, bool dark) { platform::set_language(chinese), platform::set_theme(dark); },
        .accept_version = platform::accept_version,
        .reload = platform::reload,
        .today = platform::today,
        .minute_of_day = platform::minute_of_day,
        .random = platform::random_bits,
        .pinyin_initials = platform::pinyin_initials,
        .address = platform::address,
        .lock = platform::lock,
        .unlock = platform::unlock,
        .lock_workspace = platform::lock_workspace,
        .open_workspace = platform::open_workspace,
        .is_locked = platform::is_locked,
        .lock_now = platform::lock_now,
        .lock_after = platform::lock_after,
        .can_lock = platform::can_lock(),
        .local_file = platform::is_local_file(),
    });
    return app;
}

views::Preferences preferences(const platform::Preferences& now) { return {now.chinese, now.dark, now.reduced_motion, now.more_contrast}; }

void files_opened(std::vector<platform::File> files) {
    std::vector<views::OpenedFile> opened;
    for (platform::File& file : files) opened.push_back({std::move(file.name), std::move(file.bytes)});
    app().files_opened(opened);
}

}  // namespace

int main() {
    take_texts();
    app().start({platform::storage_read(views::settings_key), platform::storage_read(views::unreadable_key),
                 platform::storage_read(views::backup_key)},
                preferences(platform::preferences()), platform::route());
    platform::run({
        .frame = [](double now, float dpr) { return app().frame(now, dpr); },
        .files_opened = files_opened,
        .file_refused = [](std::string_view name, std::string_view why) { app().file_refused(name, why); },
        .file_kept =
            [](platform::Kept what, const platform::File& file) {
                app().file_kept(static_cast<views::KeptFile>(what), {file.name, file.bytes});
            },
        .route_changed = [](std::string_view route) { app().route_changed(route); },
        .preferences_changed = [](const platform::Preferences& now) { app().preferences_changed(preferences(now)); },
        .stored_elsewhere = [](std::string_view key) { app().stored_elsewhere(key); },
        .holds_unsaved = [] { return app().holds_unsaved(); },
        .rescue = [] { return app().rescue(); },
        .pinched =
            [](const platform::Pinch& pinch) {
                app().pinched({{pinch.from_x, pinch.from_y}, {pinch.to_x, pinch.to_y}, pinch.factor});
            },
        .text_copied = [] { return app().text_copied(); },
        .page_printed = [] { return app().page_printed(); },
        .text_pasted = [](std::string_view text) { app().text_pasted(text); },
        .library_answered = [](std::string_view name, std::string_view text) { app().library_answered(name, text); },
        .texts_arrived =
            [] {
                take_texts();
                compass::read_defaults_again();
                app().opened();
                platform::request_frame();
            },
        .told_to_keep = [](bool kept) { app().told_to_keep(kept); },
        .version_waits = [] { app().version_waits(); },
        .typing = [](std::string_view tab, std::string_view texts) { app().typing(tab, texts); },
        .tabs_there = [](const std::vector<std::string_view>& tabs) { app().tabs_there(tabs); },
        .edits_here = [](bool here) { app().edits_here(here); },
        .lock_answered = [](std::uint32_t number, const std::optional<std::string>& bytes) { app().lock_answered(number, bytes); },
        .version_taken = [] { app().version_taken(); },
    });
}

#include "app_stage.h"

namespace tests {

World world;

namespace {

class StoredTexts final : public compass::Space {
  public:
    std::optional<std::string> get(std::string_view key) override {
        const auto found = world.stored.find(key);
        return found == world.stored.end() ? std::nullopt : std::optional(found->second);
    }
    compass::Written set(std::string_view key, std::string_view value) override {
        if (world.answer == views::Saved::ok) world.stored[std::string(key)] = value;
        return world.answer;
    }
    void remove(std::string_view key) override { world.stored.erase(std::string(key)); }
    std::vector<std::string> keys() override {
        std::vector<std::string> keys;
        for (const auto& [key, text] : world.stored) keys.push_back(key);
        return keys;
    }
} space;

}  // namespace

compass::Space& stored_texts = space;

const views::Outside outside = {
    .space = &space,
    .save =
        [](std::string_view key, std::string_view text) {
            if (world.answer != views::Saved::ok) return world.answer;
            if (text.empty())
                world.stored.erase(std::string(key));
            else
                world.stored[std::string(key)] = text;
            return views::Saved::ok;
        },
    .storage_used = [] { return world.used; },
    .keep_stored = [] { ++world.asked_to_keep; },
    .ask_to_keep = [](bool asks_user) { world.asked_user_to_keep = asks_user; },
    .take_over = [] { ++world.take_overs; },
    .download = [](std::string_view name, std::string_view,
                   std::string_view bytes) { world.downloaded_name = name, world.downloaded = bytes; },
    .download_picture = [](std::string_view name, std::string_view svg) { world.downloaded_name = name, world.downloaded = svg; },
    .keep_file = [](std::string_view name, std::string_view text,
                    views::KeepFile how) { world.kept_name = name, world.kept = text, world.keeping = how; },
    .print = [](std::string_view page) { world.printed = page; },
    .open_files = [] { ++world.file_dialogs; },
    .ask_library = [](std::string_view name) { world.asked = name; },
    .set_route =
        [](std::string_view route, bool replace) {
            world.route = route;
            if (replace && !world.history.empty()) world.history.pop_back();
            world.history.emplace_back(route);
        },
    .go_back = [] { ++world.steps_back, world.owes_step = true; },
    .set_title = [](std::string_view title) { world.title = title; },
    .set_appearance = [](bool, bool) {},
    .accept_version = [] { ++world.accepted_versions; },
    .reload = [] { ++world.reloads; },
    .today = [] { return world.today; },
    .minute_of_day = [] { return world.minute; },
    .random = [] { return ++world.random; },
    .pinyin_initials =
        [](char32_t c) {
            static const std::map<char32_t, char> initials = {{U'临', 'l'}, {U'江', 'j'}, {U'新', 'x'}, {U'建', 'j'}};
            const auto found = initials.find(c);
            return static_cast<std::uint16_t>(found == initials.end() ? 0 : found->second);
        },
    .address = [] { return std::string("https://compass.example/"); },
    .lock = [](std::uint32_t number, std::string_view passphrase,
               std::string_view bytes) { world.lock_number = number, world.passphrase = passphrase, world.to_lock = bytes; },
    .unlock = [](std::uint32_t number, std::string_view passphrase,
                 std::string_view locked) { world.lock_number = number, world.passphrase = passphrase, world.to_unlock = locked; },
    .can_lock = true,
};

AppStage::AppStage(float width, float height, bool chinese, bool dark) : Stage({.width = width, .height = height}), app(outside) {
    preferences = {chinese, dark, true};
}

void AppStage::start(Earlier earlier, std::string_view route) {
    if (earlier.workspace) world.stored["workspace"] = *earlier.workspace;
    const auto backup = world.stored.find("backup");
    app.start({earlier.settings, earlier.unreadable, backup == world.stored.end() ? std::nullopt : std::optional(backup->second)},
              preferences, route);
    app.opened();
    frames();
}

void AppStage::go_to(const std::string& route) {
    const bool back = world.history.size() > 1 && world.history[world.history.size() - 2] == route;
    world.route = route;
    if (back)
        world.history.pop_back();
    else
        world.history.push_back(world.route);
    app.route_changed(world.route);
}

void AppStage::after_frame() {
    if (world.owes_step && !world.slow) {
        world.owes_step = false;
        go_to(world.history[world.history.size() - 2]);
    }
    if (!focus_follows) return;
    if (const ui::ItemId wanted = ui::mirror().take_focus_request()) ui::mirror().focus(wanted, true);
}

}  // namespace tests

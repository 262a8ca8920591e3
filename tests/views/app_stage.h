// The whole app without a browser: a world of plain functions, faked storage among them.
#pragma once

#include "stage.h"
#include "views/app.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tests {

// What the app did to its world.
struct World {
    std::map<std::string, std::string, std::less<>> stored;
    std::string route, title, downloaded_name, downloaded, asked, printed, kept_name, kept;
    std::optional<views::KeepFile> keeping;
    views::Saved answer = views::Saved::ok;
    std::size_t used = 0;
    std::int64_t today = 20778;
    int minute = 642;
    int asked_to_keep = 0, take_overs = 0;
    std::optional<bool> asked_user_to_keep;
    int file_dialogs = 0, steps_back = 0, accepted_versions = 0, reloads = 0;
    std::uint64_t random = 1;
    std::vector<std::string> history;  // of the browser; the last one is its address
    std::uint32_t lock_number = 0;
    std::string passphrase, to_lock, to_unlock;
    bool slow = false, owes_step = false;  // a step back is taken after the frame, or later when it is slow
};
extern World world;
extern compass::Space& stored_texts;  // world.stored as the app sees it
extern const views::Outside outside;

// For TEST_CASE_FIXTURE: a world in which nothing has happened yet.
struct Fresh {
    Fresh() { world = {}; }
};

// What an earlier visit left: the workspace in its old form.
struct Earlier {
    std::optional<std::string> workspace = {}, settings = {}, unreadable = {};
};

class AppStage : public Stage {
  public:
    explicit AppStage(float width = 1366, float height = 768, bool chinese = true, bool dark = true);

    void start(Earlier earlier = {}, std::string_view route = "");
    // The user follows an address, or goes back to the one before.
    void go_to(const std::string& route);
    const compass::Deal& deal() const { return *app.workspace().deals.front(); }

    views::App app;
    views::Preferences preferences;
    double now = 0;
    bool focus_follows = false;  // as in the browser: what is to have the focus gets it

  private:
    void draw() final { app.frame(now += 0.3, 1); }
    void after_frame() final;
};

}  // namespace tests

// What every test of a screen stands on: Dear ImGui without a window or a browser, and the semantic mirror as eyes and hands.
#pragma once

#include "codec/workspace_codec.h"
#include "model/workspace.h"
#include "session/session.h"
#include "ui/layout.h"
#include "ui/mirror.h"
#include "ui/theme.h"
#include "ui/words.h"
#include "views/frame.h"

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

namespace tests {

// One of assets/cases.
compass::Workspace read_case(std::string_view file);
inline compass::Workspace sample_team() { return read_case("portfolio.zh.json"); }

class Stage {
  public:
    struct Setting {
        float width = 1366, height = 768;
        compass::Language language = compass::Language::zh;
        ui::Scheme scheme = ui::Scheme::light;
    };
    explicit Stage(const Setting& setting);
    virtual ~Stage();
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    void frames(int count = 3);

    static std::string name(const ui::Node& node);
    static std::string value(const ui::Node& node);
    static std::string description(const ui::Node& node);
    // The first one of this role whose name begins so; whose name contains it.
    static const ui::Node* find(ui::Role role, std::string_view beginning);
    static const ui::Node* find_within(ui::Role role, std::string_view part);
    static bool shows(ui::Role role, std::string_view beginning) { return find(role, beginning) != nullptr; }
    static bool says(std::string_view part);  // whatever its role
    static int count(ui::Role role);
    static bool is_below(const ui::Node& node, const ui::Node& container);
    // The names of all such nodes in the first container of this role and name.
    static std::vector<std::string> names(ui::Role role, ui::Role container_role, std::string_view container_name);
    static void ids_are_unique();

    // Each does what the user does, and waits until it has had its effect.
    void press(ui::Role role, std::string_view beginning);
    void press_within(ui::Role role, std::string_view part);
    void write(ui::Role role, std::string_view field, std::string_view text);  // and stays in it
    void enter(ui::Role role, std::string_view field, std::string_view text);  // Enter, and leaves it
    void key(ImGuiKey key) { key_with(ImGuiKey_None, key); }
    void key_with(ImGuiKey modifier, ImGuiKey key);

  protected:
    // What one frame shows, between the mirror's beginning and its end.
    virtual void draw() = 0;
    virtual void after_frame() {}
    void begin_frame();
    void end_frame();

  private:
    void activate(const ui::Node* node, std::string_view called);

    ImGuiContext* context_;
};

// One screen of a workspace. What is done there takes effect at once, as in the app, and is noted.
class ScreenStage : public Stage {
  public:
    explicit ScreenStage(compass::Workspace shown, const Setting& setting = {});

    // An edit from elsewhere.
    void change(auto edit) {
        compass::Workspace changed = workspace();
        edit(changed);
        session.apply(compass::FollowWorkspace{std::move(changed)}, {today, 0});
        frames();
    }
    const compass::Workspace& workspace() const { return session.workspace(); }
    const compass::Deal& deal() const { return *workspace().deals.front(); }
    const compass::Deal& deal(const compass::Id& id) const { return *compass::find_deal(workspace(), id); }

    compass::Session session;
    const compass::Playbook playbook;
    compass::Date today;  // the case's
    views::Readings readings;
    std::vector<compass::Action> actions, done;  // of the frame; all until now
    std::vector<views::Wish> wishes;
    bool moving = false;  // something still moves

  protected:
    virtual void draw_screen(views::Frame& frame, ui::Rect area) = 0;
    virtual void draw_over(views::Frame&) {}  // dialogs
    void with_frame(auto use) {
        readings.begin(workspace(), session.version(), compass::playbook_of(workspace()), today);
        views::Frame frame{
            workspace(), compass::playbook_of(workspace()), today, 0, true, false, false, false, "", false, {}, nullptr, readings, actions,
            wishes};
        use(frame);
        moving = frame.moving;
    }

  private:
    void draw() final;
    void after_frame() final;

    std::uint64_t random_ = 100;
};

}  // namespace tests

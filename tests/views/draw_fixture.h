// A frame to draw in without a window: Dear ImGui with box glyphs, and one deal to show.
#pragma once

#include "box_glyphs.h"
#include "codec/workspace_codec.h"
#include "draw/boards.h"
#include "draw/lattice.h"
#include "raster.h"
#include "reading/navigator.h"
#include "ui/fonts.h"
#include "ui/theme.h"

#include <array>
#include <cstdlib>
#include <vector>

namespace tests {

// Counts what Dear ImGui takes from the heap between construction and destruction of a Drawing.
inline int allocations = 0;

class Drawing {
  public:
    Drawing(float width, float height, ui::Scheme scheme = ui::Scheme::dark, ui::Scale scale = ui::Scale::normal, float dpr = 1) {
        ImGui::SetAllocatorFunctions(
            [](std::size_t size, void*) {
                ++allocations;
                return std::malloc(size);
            },
            [](void* memory, void*) { std::free(memory); });
        ImGui::CreateContext();
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        io.DisplaySize = {width * dpr, height * dpr};
        ui::install_fonts(box_glyphs);
        ui::set_theme(scheme, scale, dpr);
        ImGui::NewFrame();
    }
    ~Drawing() { ImGui::DestroyContext(); }
    Drawing(const Drawing&) = delete;
    Drawing& operator=(const Drawing&) = delete;

    ImDrawList& list() { return *ImGui::GetBackgroundDrawList(); }
    float scale() const { return ui::unit(); }
    ui::Rect rect() const { return {0, 0, ImGui::GetIO().DisplaySize.x, ImGui::GetIO().DisplaySize.y}; }

    // Ends the frame and begins the next. The picture is what was drawn upon the theme's background.
    Picture finish() {
        const ImDrawData* data = end_frame();
        Picture picture =
            blank_picture(static_cast<int>(data->DisplaySize.x), static_cast<int>(data->DisplaySize.y), ui::palette().background);
        rasterise(*data, picture);
        ImGui::NewFrame();
        return picture;
    }
    void finish_unseen() { end_frame(), ImGui::NewFrame(); }

  private:
    static const ImDrawData* end_frame() {
        ImGui::Render();
        for (ImTextureData* texture : *ImGui::GetDrawData()->Textures) texture->SetStatus(ImTextureStatus_OK);
        return ImGui::GetDrawData();
    }
};

enum class Words : bool { chinese, english };

// A deal with a trail that goes back and returns; the scene points into it.
struct Shown {
    compass::Navigation navigation;
    std::vector<compass::Position> trail;
    draw::PositionScene scene;

    explicit Shown(const compass::Position& now, Words words = Words::chinese) {
        using namespace compass;
        navigation = navigate(default_playbook(), now, 13, {0.86}, {-0.3});
        trail = {{Stage::intent, Competition::level, Urgency::later},       {Stage::intent, Competition::level, Urgency::worked_in},
                 {Stage::solution, Competition::level, Urgency::worked_in}, {Stage::solution, Competition::behind, Urgency::worked_in},
                 {Stage::solution, Competition::level, Urgency::worked_in}, now};
        scene.navigation = &navigation;
        scene.now = now;
        scene.trail = trail;
        draw::PositionWords& w = scene.words;
        if (words == Words::chinese) {
            w.competition_axis = "竞争形势", w.urgency_axis = "紧迫程度";
            w.stage = {"意向", "方案", "商务", "成交"};
            w.competition = {"落后", "平手", "领先", "单一"};
            w.urgency = {"以后再说", "着手引入", "活跃", "紧急"};
            w.urgency_short = {"以后", "引入", "活跃", "紧急"};
            w.question = {"为什么要改变？", "要什么，怎么做？", "选谁风险最小？", "签字与付款"};
            w.threat = "威胁 8%", w.threat_name = "威胁", w.trail_start = "6月18日", w.hover = "方案・领先・紧急 51%";
            w.now = "现在", w.now_value = "20%", w.move = "走法";
        } else {
            w.competition_axis = "Competition", w.urgency_axis = "Urgency";
            w.stage = {"Intent", "Solution", "Commercial", "Closing"};
            w.competition = {"Behind", "Level", "Ahead", "Sole"};
            w.urgency = {"Later", "Worked in", "Active", "Urgent"};
            w.question = {"Why change?", "What, and how?", "Which choice is the least risk?", "Sign and pay"};
            w.threat = "Threat 8%", w.threat_name = "Threat", w.trail_start = "18 Jun", w.hover = "Solution, ahead, urgent: 51%";
            w.now = "Now", w.now_value = "20%", w.move = "Move";
        }
    }
    Shown(const Shown&) = delete;
    Shown& operator=(const Shown&) = delete;
};

inline constexpr compass::Position middle_of_the_board = {compass::Stage::solution, compass::Competition::level, compass::Urgency::active};

struct Size {
    float width, height;
    ui::Scale scale;
};
// What the canvas leaves to the lattice at 1440 × 900, 1366 × 768 and when presenting at 1920 × 1080.
inline constexpr std::array<Size, 3> canvas_sizes = {
    Size{980, 620, ui::Scale::normal}, {906, 560, ui::Scale::normal}, {1405, 900, ui::Scale::presentation}};

// Rest and the corners of the orbit.
inline constexpr std::array<draw::LatticeCamera, 5> cameras = {draw::LatticeCamera{},
                                                               {draw::camera_least.yaw, draw::camera_least.pitch},
                                                               {draw::camera_most.yaw, draw::camera_least.pitch},
                                                               {draw::camera_least.yaw, draw::camera_most.pitch},
                                                               {draw::camera_most.yaw, draw::camera_most.pitch}};

}  // namespace tests

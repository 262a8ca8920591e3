#include "stage.h"

#include "box_glyphs.h"
#include "codec/builtin.h"
#include "codec/workspace_codec.h"
#include "ui/fonts.h"
#include "ui/widgets.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace tests {

using namespace ui;

namespace {

std::string part_of_text(std::uint32_t at, std::uint32_t size) { return std::string(mirror().text().substr(at, size)); }

}  // namespace

compass::Workspace read_case(std::string_view file) {
    std::ifstream stream(std::string(TEST_DATA "/../../assets/cases/") + std::string(file), std::ios::binary);
    compass::Result<compass::Workspace> read = compass::read_workspace(std::string(std::istreambuf_iterator<char>(stream), {}));
    REQUIRE_MESSAGE(read, "not readable: ", std::string(file));
    return *read;
}

Stage::Stage(const Setting& setting) : context_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.DisplaySize = {setting.width, setting.height};
    install_fonts(box_glyphs);
    set_language(setting.language);
    set_theme(setting.scheme, setting.width < 900 ? Scale::phone : Scale::normal, 1);
}

Stage::~Stage() {
    set_language(compass::Language::zh);
    ImGui::DestroyContext(context_);
}

void Stage::begin_frame() {
    ImGui::SetCurrentContext(context_);
    ImGui::GetIO().DeltaTime = 1.0f / 60;
    ImGui::NewFrame();
    mirror().begin_frame();
}

void Stage::end_frame() {
    mirror().end_frame();
    ImGui::Render();
    for (ImTextureData* texture : *ImGui::GetDrawData()->Textures) texture->SetStatus(ImTextureStatus_OK);
}

void Stage::frames(int count) {
    for (int i = 0; i < count; ++i) {
        begin_frame();
        draw();
        end_frame();
        after_frame();
    }
}

std::string Stage::name(const Node& node) { return part_of_text(node.name_at, node.name_size); }
std::string Stage::value(const Node& node) { return part_of_text(node.value_at, node.value_size); }
std::string Stage::description(const Node& node) { return part_of_text(node.description_at, node.description_size); }

const Node* Stage::find(ui::Role role, std::string_view beginning) {
    for (const Node& node : mirror().nodes())
        if (node.role == role && name(node).starts_with(beginning)) return &node;
    return nullptr;
}

const Node* Stage::find_within(ui::Role role, std::string_view part) {
    for (const Node& node : mirror().nodes())
        if (node.role == role && name(node).find(part) != std::string::npos) return &node;
    return nullptr;
}

bool Stage::says(std::string_view part) {
    return std::ranges::any_of(mirror().nodes(), [&](const Node& node) { return name(node).find(part) != std::string::npos; });
}

int Stage::count(ui::Role role) {
    return static_cast<int>(std::ranges::count_if(mirror().nodes(), [&](const Node& node) { return node.role == role; }));
}

bool Stage::is_below(const Node& node, const Node& container) {
    const auto place = static_cast<std::int32_t>(&container - mirror().nodes().data());
    for (std::int32_t at = node.parent; at >= 0; at = mirror().nodes()[static_cast<std::size_t>(at)].parent)
        if (at == place) return true;
    return false;
}

std::vector<std::string> Stage::names(ui::Role role, ui::Role container_role, std::string_view container_name) {
    const Node* container = find(container_role, container_name);
    REQUIRE_MESSAGE(container, "nothing is called ", std::string(container_name));
    std::vector<std::string> found;
    for (const Node& node : mirror().nodes())
        if (node.role == role && is_below(node, *container)) found.push_back(name(node));
    return found;
}

void Stage::ids_are_unique() {
    std::set<ItemId> seen;
    for (const Node& node : mirror().nodes()) CHECK_MESSAGE(seen.insert(node.id).second, "twice: ", name(node));
}

void Stage::activate(const Node* node, std::string_view called) {
    REQUIRE_MESSAGE(node, "nothing is called ", std::string(called));
    mirror().activate(node->id);
    frames();
}

void Stage::press(ui::Role role, std::string_view beginning) { activate(find(role, beginning), beginning); }
void Stage::press_within(ui::Role role, std::string_view part) { activate(find_within(role, part), part); }

void Stage::write(ui::Role role, std::string_view field, std::string_view text) {
    const Node* node = find(role, field);
    REQUIRE_MESSAGE(node, "no field is called ", std::string(field));
    mirror().set_value(node->id, text);
    frames();
}

void Stage::enter(ui::Role role, std::string_view field, std::string_view text) {
    const Node* node = find(role, field);
    REQUIRE_MESSAGE(node, "no field is called ", std::string(field));
    const ItemId id = node->id;
    mirror().focus(id, true);
    mirror().set_value(id, text);
    frames(1);
    mirror().finish(id);
    frames(2);
    mirror().focus(0, false);
    frames();
}

void Stage::key_with(ImGuiKey modifier, ImGuiKey key) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    if (modifier != ImGuiKey_None) io.AddKeyEvent(modifier, true);
    io.AddKeyEvent(key, true);
    frames();
    io.AddKeyEvent(key, false);
    if (modifier != ImGuiKey_None) io.AddKeyEvent(modifier, false);
    frames();
}

ScreenStage::ScreenStage(compass::Workspace shown, const Setting& setting)
    : Stage(setting), session(std::move(shown)), playbook(compass::default_playbook()), today{20778} {
    if (!workspace().deals.empty() && deal().teaching) today = deal().teaching->today;
}

void ScreenStage::draw() {
    with_frame([this](views::Frame& frame) {
        const ImVec2 size = ImGui::GetIO().DisplaySize;
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize(size);
        ImGui::Begin("page", nullptr, ImGuiWindowFlags_NoDecoration);
        draw_screen(frame, {0, 0, size.x, size.y});
        ImGui::End();
        draw_over(frame);
        settle_layers();
    });
}

void ScreenStage::after_frame() {
    if (!actions.empty()) session.apply(actions, {today, ++random_});
    done.insert(done.end(), actions.begin(), actions.end());
    actions.clear();
}

}  // namespace tests

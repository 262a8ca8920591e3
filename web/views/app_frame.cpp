#include "views/app.h"

#include "codec/workspace_codec.h"
#include "draw/figures.h"
#include "ui/widgets.h"
#include "views/about.h"
#include "views/deal_words.h"

#include <array>

#include <cmath>
#include <utility>

namespace views {

using namespace compass;
using namespace ui;

namespace {

// Phones are narrow, or low when they lie on their side. CSS pixels.
Scale scale_for(float width, float height) {
    if (width < 900 || height < 450 || (width < 1000 && height < 600)) return Scale::phone;  // the last: a full HD screen zoomed twofold
    return width >= 1800 && height >= 800 ? Scale::presentation : Scale::normal;
}

// A window without anything of ImGui's own look.
void begin_bare(const char* name, const Rect& rect, ImU32 fill, ImGuiWindowFlags flags) {
    ImGui::SetNextWindowPos(top_left(rect));
    ImGui::SetNextWindowSize({rect.width, rect.height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0f);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0f);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, ImVec2(1, 1));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, fill);
    ImGui::Begin(name, nullptr,
                 flags | ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(4);
}

// The language that a press switches to, by a sign of its own script.
void paint_language(ImDrawList&, ImVec2 at, float extent, ImU32 colour) {
    draw_text_in({at.x - extent, at.y - extent, 2 * extent, 2 * extent}, type(Type::strong, Face::bold), colour,
                 language() == Language::zh ? "A" : "\u4E2D", Align::centre);
}

}  // namespace

bool App::frame(double now, float dpr) {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    set_theme(dark_.value_or(preferences_.dark) ? Scheme::dark : Scheme::light, scale_for(size.x / dpr, size.y / dpr), dpr,
              preferences_.more_contrast);
    const Playbook& playbook = playbook_of(workspace());
    const Date day{static_cast<std::int32_t>(outside_.today())};
    const std::string saved = saved_words();
    readings_.begin(workspace(), session_.version(), playbook, day);
    Frame frame{workspace(),
                playbook,
                day,
                now,
                preferences_.reduced_motion,
                session_.next_undo().has_value(),
                session_.next_redo().has_value(),
                here_.dialog != Dialog::none,
                saved,
                saved_ != Saved::ok,
                std::exchange(pinch_, std::nullopt),
                outside_.pinyin_initials,
                readings_,
                actions_,
                wishes_};

    begin_bare("page", {0, 0, size.x, size.y}, palette().background, ImGuiWindowFlags_NoBringToFrontOnFocus);
    keys(frame);
    Rect page = {0, 0, size.x, size.y};
    const Box<Deal>* deal = here_.screen == Screen::compass ? find_box(workspace(), here_.deal) : nullptr;
    if (scale() != Scale::phone)
        draw_rail(frame, cut_left(page, px(76)));
    else if (!deal)
        draw_rail(frame, is_lying(page) ? cut_left(page, px(72)) : cut_bottom(page, px(64)));
    if (saved_ != Saved::ok || !unreadable_.empty())
        draw_banner(frame, cut_top(page, px(scale() == Scale::phone ? 84 : 44)));
    else if (version_waits_ || version_taken_)
        draw_version_banner(cut_top(page, control_height() + px(12)));
    {
        const Group main(ui::Role::main, "main", say(Phrase::app_name), page);
        const bool was_flat = compass_.flat;
        if (deal)
            draw_compass(frame, compass_, *deal, page);
        else if (here_.screen == Screen::funnel)
            draw_funnel(frame, funnel_, page);
        else
            draw_deals(frame, deals_, page);
        if (compass_.flat != was_flat) write_settings();
    }
    ImGui::End();
    draw_notice(frame, page);
    draw_dialogs(frame);

    const bool changed = !actions_.empty() || !wishes_.empty();
    if (changed) take_effect();
    settle_axis();
    settle_route();
    settle_title();
    if (version_taken_ && !holds_unsaved()) {
        version_taken_ = false;
        outside_.reload();
    }
    return frame.moving || changed;
}

void App::take_effect() {
    std::vector<Action> actions;
    actions.swap(actions_);
    std::vector<Wish> wishes;
    wishes.swap(wishes_);
    for (const Action& action : actions) perform(action);
    for (const Wish& wish : wishes) std::visit([this](const auto& each) { fulfil(each); }, wish);
}

void App::keys(Frame& frame) {
    const ImGuiIO& io = ImGui::GetIO();
    if (!io.KeyCtrl || io.WantTextInput || frame.dialog_open) return;
    if (ImGui::IsKeyPressed(ImGuiKey_Z)) io.KeyShift ? frame.wish(Redo{}) : frame.wish(Undo{});
    if (ImGui::IsKeyPressed(ImGuiKey_Y)) frame.wish(Redo{});
    if (ImGui::IsKeyPressed(ImGuiKey_S, false))
        frame.wish(ExportDeals{here_.screen == Screen::compass ? std::vector<Id>{here_.deal} : std::vector<Id>{}});
    if (ImGui::IsKeyPressed(ImGuiKey_O, false)) frame.wish(OpenFiles{});
    if (ImGui::IsKeyPressed(ImGuiKey_F, false)) frame.wish(ShowSearch{});
}

std::string App::saved_words() const {
    if (saved_ != Saved::ok) return std::string(say(Phrase::save_failed_short));
    if (saved_at_ < 0) return std::string(say(Phrase::save_nothing_yet));
    return say(outside_.local_file ? Phrase::save_done_file : Phrase::save_done, {{"time", clock(saved_at_)}});
}

void App::draw_rail(const Frame& frame, Rect area) {
    const Palette& colours = palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const bool phone = scale() == Scale::phone, along = area.width > area.height;
    const Group navigation(ui::Role::navigation, "rail", say(Phrase::nav_name), area);
    list.AddRectFilled(top_left(area), bottom_right(area), colours.panel);
    if (along)
        hairline(top_left(area), {right(area), area.y}, colours.line);
    else
        hairline({right(area) - line_px(1), area.y}, {right(area) - line_px(1), bottom(area)}, colours.line);

    const float step = along ? area.width / 6 : phone ? area.height / 6 : px(64);
    const auto next = [&](bool from_end) { return along ? cut_left(area, step) : from_end ? cut_bottom(area, step) : cut_top(area, step); };
    const auto place = [&](std::string_view id, bool from_end, Phrase words, IconPainter icon, bool current) {
        const Rect cell = next(from_end);
        const Rect plate = inset(cell, px(8), px(4));
        const Press press =
            ui::press(id, plate, {.role = ui::Role::button, .name = say(words), .states = current ? state_current : state_none});
        if ((current && !along) || press.hovered) list.AddRectFilled(top_left(plate), bottom_right(plate), colours.raised, px(6));
        if (current && along)
            list.AddRectFilled({centre(cell).x - px(20), cell.y}, {centre(cell).x + px(20), cell.y + px(3)}, colours.accent, px(1));
        else if (current)
            list.AddRectFilled({cell.x, plate.y + px(10)}, {cell.x + px(3), bottom(plate) - px(10)}, colours.accent, px(1));
        const ImU32 ink = current || press.hovered ? colours.text : colours.text2;
        icon(list, {centre(plate).x, plate.y + plate.height * 0.34f}, px(20), ink);
        draw_text_in({cell.x, plate.y + plate.height * 0.60f, cell.width, plate.height * 0.34f},
                     type(Type::caption, current ? Face::bold : Face::regular), ink, say(words), Align::centre);
        return press.pressed;
    };

    if (!phone) draw::draw_logo(list, centre(cut_top(area, px(72))), px(34));
    if (place("deals", false, Phrase::nav_deals, paint_icon<draw::Icon::deals>,
              here_.dialog == Dialog::none && here_.screen != Screen::funnel))
        frame.wish(GoToDeals{});
    if (place("funnel", false, Phrase::nav_funnel, paint_icon<draw::Icon::funnel>,
              here_.dialog == Dialog::none && here_.screen == Screen::funnel))
        frame.wish(GoToFunnel{});
    if (place("search", false, Phrase::nav_search, paint_icon<draw::Icon::search>, here_.dialog == Dialog::search))
        frame.wish(ShowSearch{});
    if (place("about", !phone, Phrase::nav_about, paint_icon<draw::Icon::handbook>, here_.dialog == Dialog::about)) frame.wish(ShowAbout{});
    if (place("language", !phone, Phrase::nav_other_language, paint_language, false))
        frame.wish(ChooseLanguage{language() == Language::zh ? Language::en : Language::zh});
    if (place("theme", !phone, colours.dark ? Phrase::nav_light : Phrase::nav_dark,
              colours.dark ? paint_icon<draw::Icon::sun> : paint_icon<draw::Icon::moon>, false))
        frame.wish(ChooseDark{!colours.dark});
    if (!phone) {
        area = inset(area, px(6), 0);
        draw_saved(frame, cut_bottom(area, paragraph_height(type(Type::caption), frame.saved, area.width) + px(8)), Align::centre);
    }
}

void App::draw_banner(const Frame& frame, Rect area) {
    const Palette& colours = palette();
    const bool phone = scale() == Scale::phone, unreadable = !unreadable_.empty();
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(area), bottom_right(area), colours.negative_soft);
    const std::string words = say(unreadable              ? Phrase::banner_unreadable
                                  : saved_ == Saved::full ? Phrase::banner_full
                                  : outside_.local_file   ? Phrase::banner_unavailable_file
                                                          : Phrase::banner_unavailable);
    mirror().add({.id = ImGui::GetID("banner"), .role = ui::Role::alert, .name = words, .rect = area});
    area = inset(area, px(phone ? 12 : 24), px(6));
    const std::string download = say(unreadable ? Phrase::banner_download_kept : Phrase::banner_download);
    const Rect cell = cut_right(area, button_width(download), px(16));
    draw_paragraph({area.x, area.y + (phone ? 0 : px(6)), area.width, area.height}, type(Type::body, Face::bold), colours.negative, words,
                   phone ? 3 : 1);
    if (!button("banner-download", {cell.x, cell.y, cell.width, control_height()}, download)) return;
    if (unreadable)
        frame.wish(DownloadUnreadable{});
    else
        frame.wish(ExportDeals{});
}

void App::draw_version_banner(Rect area) {
    const Palette& colours = palette();
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(area), bottom_right(area), colours.raised);
    hairline({area.x, bottom(area) - line_px(1)}, {right(area), bottom(area) - line_px(1)}, colours.line);
    const std::string_view words = say(version_taken_ ? Phrase::banner_version_held : Phrase::banner_version);
    mirror().add({.id = ImGui::GetID("version"), .role = ui::Role::status, .name = words, .rect = area, .states = state_polite});
    area = inset(area, px(scale() == Scale::phone ? 12 : 24), px(6));
    const auto place = [&](std::string_view id, Phrase phrase, ButtonKind kind) {
        if (version_taken_) return false;
        const Rect cell = cut_right(area, button_width(say(phrase)), px(8));
        return button(id, {cell.x, cell.y, cell.width, control_height()}, say(phrase), kind);
    };
    const bool later = place("version-later", Phrase::banner_version_later, ButtonKind::plain);
    const bool accepted = place("version-accept", Phrase::banner_version_accept, ButtonKind::secondary);
    draw_text_in(area, type(Type::body), colours.text, words);
    if (accepted) outside_.accept_version();
    if (accepted || later) version_waits_ = false;
}

void App::draw_notice(const Frame& frame, const Rect& page) {
    if (notice_.words.empty()) return;
    const Palette& colours = palette();
    const bool offers = notice_.wish.has_value();
    const std::string offer(say(notice_.offer));
    const Font font = type(Type::body);
    const float buttons = (offers ? button_width(offer) + px(8) : 0) + control_height() + px(4);
    const float width = std::min(text_width(font, notice_.words) + buttons + px(36), page.width - px(24));
    Rect box = {page.x + std::floor((page.width - width) * 0.5f), bottom(page) - control_height() - px(28), width,
                control_height() + px(12)};
    begin_bare("notice", box, 0, ImGuiWindowFlags_NoFocusOnAppearing);  // above whatever scrolls there
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(top_left(box), bottom_right(box), colours.raised, px(8));
    list.AddRect(top_left(box), bottom_right(box), colours.line2, px(8), 0, line_px(1));
    mirror().open(
        {.id = ImGui::GetID("notice"), .role = ui::Role::group, .name = say(Phrase::notice_name), .rect = box, .states = state_floating});
    mirror().add({.id = ImGui::GetID("words"), .role = ui::Role::status, .name = notice_.words, .rect = box, .states = state_polite});
    box = inset(box, px(8), px(6));
    const auto [offer_cell, close_cell] = cut_right<2>(box, {offers ? button_width(offer) : 0, control_height()}, px(4));
    draw_text_in({box.x + px(8), box.y, box.width - px(8), box.height}, font, colours.text, notice_.words);
    const bool taken = offers && button("offer", offer_cell, offer, ButtonKind::plain);
    const bool close = icon_button("close", close_cell, say(Phrase::close), paint_icon<draw::Icon::close>);
    mirror().close();
    ImGui::End();
    if (taken) frame.wish(*notice_.wish);
    if (close || taken) notice_ = {};
}

void App::draw_dialogs(const Frame& frame) {
    bool stays = true;
    switch (here_.dialog) {
        case Dialog::none: break;
        case Dialog::new_deal:
        case Dialog::basics: stays = draw_deal_form(frame, form_); break;
        case Dialog::import: stays = draw_import(frame, import_); break;
        case Dialog::about: stays = draw_about(outside_.local_file); break;
        case Dialog::gate: stays = draw_gate_check(frame, gate_check_); break;
        case Dialog::search: stays = draw_search(frame, search_); break;
    }
    if (!stays) close_dialog();
    settle_dialogs();
}

}  // namespace views

#include "views/app.h"

#include "codec/workspace_codec.h"
#include "draw/figures.h"
#include "ui/widgets.h"
#include "views/about.h"
#include "views/deal_words.h"

#include <algorithm>
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

// Whether the focus stood in a text box in the last frame.
bool is_being_written_in() {
    const std::vector<ui::Node>& nodes = mirror().nodes();
    const auto found = std::find_if(nodes.begin(), nodes.end(), [](const ui::Node& node) { return mirror().focused(node.id); });
    return found != nodes.end() &&
           (found->role == ui::Role::textbox || found->role == ui::Role::textarea || found->role == ui::Role::spinbutton);
}

// A soft keyboard takes of the height, and tablets are turned: the layout stays while somebody writes in it, or the text box would go.
Scale scale_here(float width, float height, bool writes) {
    const bool stays = writes && scale() == Scale::normal && width >= 600;
    return stays ? Scale::normal : scale_for(width, height);
}

// Larger type may not make a page that is narrower than the narrowest phone's.
float text_factor(TextSize size, float width) { return std::clamp(width / 320, 1.0f, factor_of(size)); }

// What stands on a phone, where there is no room for more.
constexpr std::array bar = {Phrase::nav_deals,  Phrase::nav_funnel, Phrase::nav_customers,
                            Phrase::nav_review, Phrase::nav_search, Phrase::nav_settings};

// Wide enough for the longest of its names, in bold as well.
float rail_width() {
    float words = 0;
    for (const Phrase name : bar) words = std::max(words, text_width(type(Type::caption, Face::bold), say(name)));
    words = std::max(words, text_width(type(Type::caption, Face::bold), say(Phrase::nav_handbook)));
    return std::max(px(scale() == Scale::phone ? 72 : 76), std::ceil(words) + px(26));  // the plate behind it, and some room inside
}

// The language that a press switches to, by a sign of its own script.
void paint_language(ImDrawList&, ImVec2 at, float extent, ImU32 colour) {
    draw_text_in({at.x - extent, at.y - extent, 2 * extent, 2 * extent}, type(Type::strong, Face::bold), colour,
                 language() == Language::zh ? "A" : "\u4E2D", Align::centre);
}

}  // namespace

double App::frame(double now, float dpr) {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    present_factor_ = presentation_factor(size.x / dpr, size.y / dpr);
    const bool presents = this->presents();
    const float each = dpr * (presents ? present_factor_ : text_factor(choices_.size, size.x / dpr));
    set_theme(choices_.dark.value_or(preferences_.dark) ? Scheme::dark : Scheme::light,
              presents ? Scale::presentation : scale_here(size.x / each, size.y / each, writes_), each, preferences_.more_contrast);
    const Playbook& playbook = playbook_of(workspace());
    const Date day{static_cast<std::int32_t>(outside_.today())};
    std::string saved = saved_words();
    const std::string backup = backup_words();
    if (scale() == Scale::phone) add_part(saved, backup);
    if (history_changed_) look_at_history();
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
    frame.presents = presents, frame.currency = choices_.currency, frame.trash = history_.trash_count(), frame.week = choices_.week;
    if (scale() != Scale::phone) frame.backup = backup;
    frame.keeps_files = outside_.keep_file != nullptr, frame.kept_file = kept_file_;
    frame.locked = outside_.is_locked && outside_.is_locked();

    begin_bare("page", {0, 0, size.x, size.y}, palette().background, ImGuiWindowFlags_NoBringToFrontOnFocus);
    keys(frame);
    Rect page = {0, 0, size.x, size.y};
    const Box<Deal>* deal = is_of_deal(here_.screen) ? find_box(workspace(), here_.deal) : nullptr;
    if (presents) {
    } else if (scale() != Scale::phone)
        draw_rail(frame, cut_left(page, rail_width()));
    else if (!deal)
        draw_rail(frame, is_lying(page) ? cut_left(page, rail_width()) : cut_bottom(page, px(64)));
    if (saved_ != Saved::ok || !unreadable_.empty() || newer_)
        draw_banner(frame, page);
    else if (version_waits_ || version_taken_)
        draw_version_banner(cut_top(page, control_height() + px(12)));
    else if (!edits_)
        draw_reader_banner(frame, cut_top(page, control_height() + px(scale() == Scale::phone ? 16 : 12)));
    const Rect notice = notice_place(page);
    if (scale() == Scale::phone && notice.height > 0) cut_bottom(page, notice.height);
    {
        const Group main(ui::Role::main, "main", say(Phrase::app_name), page);
        draw_screen(frame, deal, page);
    }
    ImGui::End();
    const double notice_ends = draw_notice(frame, notice);
    if (tour_.on && here_.screen == Screen::compass && !presents && !draw_tour(frame, tour_)) fulfil(DeclineTour{});
    draw_dialogs(frame);
    if (presents && !frame.dialog_open && take_escape()) frame.wish(Present{false});
    settle_layers();
    settle_focus();
    writes_ = is_being_written_in();

    const bool changed = !actions_.empty() || !wishes_.empty();
    if (changed) take_effect();
    settle_axis();
    settle_route();
    settle_title();
    if (version_taken_ && !holds_unsaved()) {
        version_taken_ = false;
        outside_.reload();
    }
    return frame.moving || changed ? 0 : notice_ends;
}

void App::draw_screen(Frame& frame, const Box<Deal>* deal, Rect area) {
    if (frame.presents && deal && here_.screen == Screen::compass) return draw_compass_presentation(frame, present_, *deal, area);
    if (frame.presents && draw_presentation_header(frame, deal, nullptr, cut_top(area, presentation_header_height())))
        frame.wish(Present{false});
    switch (is_of_deal(here_.screen) && !deal ? Screen::deals : here_.screen) {
        case Screen::deals: return draw_deals(frame, deals_, area);
        case Screen::funnel: return draw_funnel(frame, funnel_, area);
        case Screen::customers: return draw_customers(frame, customers_, here_.customer, area);
        case Screen::review: return draw_review(frame, review_, area);
        case Screen::handbook: return draw_handbook(frame, handbook_, area);
        case Screen::people: return draw_people_screen(frame, people_, *deal, area);
        case Screen::sheet: return draw_sheet_screen(frame, sheet_, *deal, area);
        case Screen::gates: return draw_gates_screen(frame, gates_, *deal, area);
        case Screen::visit: return draw_visit_screen(frame, visit_, *deal, area);
        case Screen::story: return draw_story_screen(frame, story_, *deal, area);
        case Screen::compass: break;
    }
    const bool was_flat = compass_.flat;
    draw_compass(frame, compass_, *deal, area);
    if (compass_.flat != was_flat) write_settings();
}

void App::take_effect() {
    std::vector<Action> actions;
    actions.swap(actions_);
    std::vector<Wish> wishes;
    wishes.swap(wishes_);
    if (!actions.empty()) perform(actions);
    for (const Wish& wish : wishes) std::visit([this](const auto& each) { fulfil(each); }, wish);
}

void App::keys(Frame& frame) {
    const ImGuiIO& io = ImGui::GetIO();
    if (tour_.on && !frame.dialog_open && here_.screen == Screen::compass && take_escape()) frame.wish(DeclineTour{});
    if (ImGui::IsKeyPressed(ImGuiKey_F9, false) && !frame.dialog_open) frame.wish(Present{!present_.on});
    if (!io.KeyCtrl || io.WantTextInput) return;
    // A form that is left for a search waits; the question of an import or a link does not.
    const bool search = ImGui::IsKeyPressed(ImGuiKey_F, false) || ImGui::IsKeyPressed(ImGuiKey_K, false);
    if (search && here_.dialog != Dialog::import && here_.dialog != Dialog::link && here_.dialog != Dialog::unlock &&
        here_.dialog != Dialog::search)
        frame.wish(ShowSearch{});
    if (frame.dialog_open) return;
    if (ImGui::IsKeyPressed(ImGuiKey_Z)) io.KeyShift ? frame.wish(Redo{}) : frame.wish(Undo{});
    if (ImGui::IsKeyPressed(ImGuiKey_Y)) frame.wish(Redo{});
    if (ImGui::IsKeyPressed(ImGuiKey_S, false))
        frame.wish(ExportDeals{is_of_deal(here_.screen) ? std::vector<Id>{here_.deal} : std::vector<Id>{}});
    if (ImGui::IsKeyPressed(ImGuiKey_O, false)) frame.wish(OpenFiles{});
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

    const float saved_height = std::max(px(48), saved_words_height(frame, area.width - 2 * px(6)) + px(8));
    // A low window has lower places; along the lower edge they share what their words leave, so that each is wide enough for a thumb.
    const float step = phone ? area.height / 6 : std::min(px(64), (area.height - px(72) - saved_height) / 8);
    const auto least = [](Phrase words) { return std::max(px(44), text_width(type(Type::caption, Face::bold), say(words))); };
    float left = area.width;
    if (along)
        for (const Phrase words : bar) left -= least(words);
    const auto place = [&](std::string_view id, Phrase words, IconPainter icon, bool current) {
        const Rect cell = along ? cut_left(area, least(words) + left / static_cast<float>(bar.size())) : cut_top(area, step);
        const Rect plate = inset(cell, along ? 0 : px(8), px(4));
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

    Rect saved;
    if (!phone) {
        draw::draw_logo(list, centre(cut_top(area, px(72))), px(34));
        saved = inset(cut_bottom(area, saved_height), px(6), 0);
    }
    const bool free = here_.dialog == Dialog::none;
    const auto is = [&](Screen screen) { return free && here_.screen == screen; };
    if (place("deals", Phrase::nav_deals, paint_icon<draw::Icon::deals>, is(Screen::deals) || (free && is_of_deal(here_.screen))))
        frame.wish(GoToDeals{});
    if (place("funnel", Phrase::nav_funnel, paint_icon<draw::Icon::funnel>, is(Screen::funnel))) frame.wish(GoToFunnel{});
    if (place("customers", Phrase::nav_customers, paint_icon<draw::Icon::customers>, is(Screen::customers))) frame.wish(GoToCustomers{});
    if (place("review", Phrase::nav_review, paint_icon<draw::Icon::review>, is(Screen::review))) frame.wish(GoToReview{});
    if (!phone && place("handbook", Phrase::nav_handbook, paint_icon<draw::Icon::handbook>, is(Screen::handbook))) frame.wish(GoToTerm{});
    if (!phone) area = cut_bottom(area, 3 * step);  // the rest stands at its lower end
    if (place("search", Phrase::nav_search, paint_icon<draw::Icon::search>, here_.dialog == Dialog::search)) frame.wish(ShowSearch{});
    if (!phone && place("language", Phrase::nav_other_language, paint_language, false))
        frame.wish(ChooseLanguage{language() == Language::zh ? Language::en : Language::zh});
    if (place("settings", Phrase::nav_settings, paint_icon<draw::Icon::gear>, here_.dialog == Dialog::settings)) frame.wish(ShowSettings{});
    if (phone) return;
    // What is below these words is a button of its own.
    const Rect told = {saved.x, saved.y, saved.width, paragraph_height(type(Type::caption), frame.saved, saved.width)};
    const Press recent = ui::press("recent", told, {.name = say(Phrase::recent_title), .radius = 4});
    if (recent.hovered) list.AddRectFilled(top_left(told), bottom_right(told), colours.raised, px(4));
    tooltip(say(Phrase::recent_title));
    if (recent.pressed) frame.wish(ShowRecent{});
    draw_saved(frame, saved, Align::centre);
}

void App::draw_dialogs(const Frame& frame) {
    bool stays = true;
    switch (here_.dialog) {
        case Dialog::none: break;
        case Dialog::new_deal:
        case Dialog::basics: stays = draw_deal_form(frame, form_); break;
        case Dialog::import: stays = draw_import(frame, import_); break;
        case Dialog::about: stays = draw_about(outside_.local_file); break;
        case Dialog::new_customer: stays = draw_new_customer(frame, new_customer_); break;
        case Dialog::criteria: stays = draw_criteria(frame, criteria_); break;
        case Dialog::delete_customer: stays = draw_delete_customer(frame, here_.customer); break;
        case Dialog::left_texts: stays = draw_left_texts(frame, left_texts_); break;
        case Dialog::settings: stays = draw_settings(frame, choices_, storage_, lock_view()); break;
        case Dialog::gate: stays = draw_gate_check(frame, gate_check_); break;
        case Dialog::versions: stays = draw_versions(frame, versions_, history_); break;
        case Dialog::trash: stays = draw_trash(frame, trash_, history_); break;
        case Dialog::recent: stays = draw_recent(frame, session_, recent_); break;
        case Dialog::share: stays = draw_share(frame, share_, place()); break;
        case Dialog::link: stays = draw_link(frame, link_); break;
        case Dialog::lock_file: stays = draw_lock_file(frame, lock_file_, outside_.can_lock); break;
        case Dialog::unlock: stays = draw_unlock(frame, unlock_, outside_.can_lock); break;
        case Dialog::search: stays = draw_search(frame, search_); break;
        case Dialog::anonymise:
            if (anonymise_.random == 0) anonymise_.random = outside_.random();  // by its address
            stays = draw_anonymise(frame, anonymise_, is_of_deal(here_.screen) ? here_.deal : Id{});
            break;
    }
    if (!stays) close_dialog();
}

}  // namespace views

// What the app tells of itself: above the page what must be dealt with, below it what just happened.
#include "views/app.h"

#include "draw/figures.h"
#include "ui/widgets.h"
#include "views/deal_words.h"

#include <algorithm>
#include <cmath>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr double notice_lasts = 10;  // seconds
constexpr int notice_lines = 3;

float close_size() { return control_height(); }
float offer_width(const std::string& offer) { return button_width(offer) + px(8); }

}  // namespace

// Cuts its place off the page.
void App::draw_banner(const Frame& frame, Rect& page) {
    struct Trouble {
        Phrase words, remedy;
        std::optional<Phrase> other_remedy;
    };
    using enum Phrase;
    const bool unsaved = saved_ != Saved::ok;
    const Trouble trouble = newer_ && unsaved                  ? Trouble{banner_newer_unsaved, banner_download, banner_reload}
                            : newer_                           ? Trouble{banner_newer, banner_reload, {}}
                            : !unreadable_.empty() && damaged_ ? Trouble{banner_damaged, banner_download_kept, {}}
                            : !unreadable_.empty()             ? Trouble{banner_unreadable, banner_download_kept, {}}
                            : cleared_                         ? Trouble{banner_cleared, banner_save_again, banner_download}
                            : saved_ == Saved::full            ? Trouble{banner_full, banner_download, {}}
                            : outside_.local_file              ? Trouble{banner_unavailable_file, banner_download, {}}
                                                               : Trouble{banner_unavailable, banner_download, {}};
    const bool phone = scale() == Scale::phone, both = trouble.other_remedy && !phone;
    const std::string_view words = say(trouble.words);
    const Font font = type(Type::body, Face::bold);
    const float width = button_width(say(trouble.remedy)), other_width = both ? button_width(say(*trouble.other_remedy)) : 0;
    const float beside = page.width - px(2 * 12) - width - px(8);
    Rect area = cut_top(page, phone ? std::max(control_height(), paragraph_height(font, words, beside)) + px(12) : px(44));
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(area), bottom_right(area), palette().negative_soft);
    mirror().add({.id = ImGui::GetID("banner"), .role = ui::Role::alert, .name = words, .rect = area});
    area = inset(area, px(phone ? 12 : 24), px(6));
    const auto [first, other] = cut_right<2>(area, {width, other_width}, px(8));
    std::optional<Phrase> pressed;
    if (button("remedy", {first.x, first.y, first.width, control_height()}, say(trouble.remedy))) pressed = trouble.remedy;
    if (both && button("other", {other.x, other.y, other.width, control_height()}, say(*trouble.other_remedy)))
        pressed = trouble.other_remedy;
    if (pressed == banner_reload) frame.wish(Reload{});
    if (pressed == banner_save_again) frame.wish(SaveAgain{});
    if (pressed == banner_download) frame.wish(ExportDeals{});
    if (pressed == banner_download_kept) frame.wish(DownloadUnreadable{});
    if (phone)
        draw_paragraph(area, font, palette().negative, words);
    else
        draw_text_in(area, font, palette().negative, words);
}

// Another tab edits; this one shows what it does.
void App::draw_reader_banner(const Frame&, Rect area) {
    const Palette& colours = palette();
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(area), bottom_right(area), colours.raised);
    hairline({area.x, bottom(area) - line_px(1)}, {right(area), bottom(area) - line_px(1)}, colours.line);
    const std::string_view words = say(Phrase::banner_reader);
    mirror().add({.id = ImGui::GetID("reader"), .role = ui::Role::status, .name = words, .rect = area, .states = state_polite});
    area = inset(area, px(scale() == Scale::phone ? 12 : 24), px(6));
    const std::string_view take = say(Phrase::banner_edit_here);
    const Rect cell = cut_right(area, button_width(take), px(8));
    const float lines = scale() == Scale::phone ? 2 : 1;
    draw_paragraph(middle(area, lines * line_height(type(Type::body))), type(Type::body), colours.text, words, static_cast<int>(lines));
    if (button("edit-here", middle(cell, control_height()), take, ButtonKind::secondary)) outside_.take_over();
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

// Over the page; on a phone a strip of its own, since it would lie on what a thumb wants to press.
Rect App::notice_place(const Rect& page) const {
    if (notice_.words.empty()) return {};
    // The tour walks the compass and is offered there, where there is room for both.
    const bool tour = notice_.wish && std::holds_alternative<StartTour>(*notice_.wish);
    if (tour && (here_.screen != Screen::compass || (scale() == Scale::phone && is_lying(page)))) return {};
    const Font font = type(Type::body);
    const float around = (notice_.wish ? offer_width(std::string(say(notice_.offer))) : 0) + close_size() + px(4) + px(36);
    const float width = scale() == Scale::phone ? page.width : std::min(text_width(font, notice_.words) + around, page.width - px(24));
    const float lines = paragraph_height(font, notice_.words, width - around + 1, notice_lines);
    const float height = std::max(control_height(), lines + px(8)) + px(12);
    // Not over what can be done with deals that are ticked.
    const bool chooses =
        here_.screen == Screen::deals ? !deals_.chosen.rows.empty() : here_.screen == Screen::funnel && !funnel_.ticked.rows.empty();
    const float below = scale() == Scale::phone ? 0 : px(16) + (chooses ? chosen_deals_height() : 0);
    return {page.x + std::floor((page.width - width) * 0.5f), bottom(page) - height - below, width, height};
}

// What can be done about it nowhere else stays until it is done or closed.
bool App::notice_passes() const { return !notice_.wish || std::holds_alternative<Undo>(*notice_.wish); }

double App::draw_notice(const Frame& frame, const Rect& box) {
    if (box.height == 0) return -1;
    if (notice_.since < 0) notice_.since = frame.now, notice_.route = here_;
    const Palette& colours = palette();
    const bool offers = notice_.wish.has_value();
    const std::string offer(say(notice_.offer));
    begin_bare("notice", box, 0, ImGuiWindowFlags_NoFocusOnAppearing);  // above whatever scrolls there
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float radius = scale() == Scale::phone ? 0 : px(8);
    list.AddRectFilled(top_left(box), bottom_right(box), colours.raised, radius);
    list.AddRect(top_left(box), bottom_right(box), colours.line2, radius, 0, line_px(1));
    mirror().open(
        {.id = ImGui::GetID("notice"), .role = ui::Role::region, .name = say(Phrase::notice_name), .rect = box, .states = state_floating});
    mirror().add({.id = ImGui::GetID("words"), .role = ui::Role::status, .name = notice_.words, .rect = box, .states = state_polite});
    Rect area = inset(box, px(8), px(6));
    const auto [offer_cell, close_cell] = cut_right<2>(area, {offers ? button_width(offer) : 0, close_size()}, px(4));
    area = {area.x + px(8), area.y, area.width - px(8), area.height};
    const float lines = paragraph_height(type(Type::body), notice_.words, area.width, notice_lines);
    draw_paragraph(middle(area, lines), type(Type::body), colours.text, notice_.words, notice_lines);
    const bool tour = offers && std::holds_alternative<StartTour>(*notice_.wish);
    const bool taken = offers && button("offer", middle(offer_cell, control_height()), offer, ButtonKind::plain);
    const bool close = icon_button("close", middle(close_cell, close_size()), say(tour ? Phrase::tour_skip : Phrase::close),
                                   paint_icon<draw::Icon::close>);
    const bool held = ImGui::IsWindowHovered() || mirror().focused(id_of("offer")) || mirror().focused(id_of("close"));
    mirror().close();
    ImGui::End();
    if (taken) frame.wish(*notice_.wish);
    if (close && tour) frame.wish(DeclineTour{});
    if (held) notice_.since = frame.now;
    const double left = notice_.since + notice_lasts - frame.now;
    const bool passed = notice_passes() && (left <= 0 || notice_.route != here_);
    if (close || taken || passed) notice_ = {};
    return held || !notice_passes() ? -1 : std::max(left, 0.0);
}

}  // namespace views

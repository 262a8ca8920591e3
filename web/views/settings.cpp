#include "views/settings.h"

#include "ui/widgets.h"

#include <array>

namespace views {

using namespace compass;
using namespace ui;

bool draw_settings(const Frame& frame) {
    Rect area;
    const bool stays = begin_dialog("settings", say(Phrase::settings_title), px(520), px(420), area);
    const Font font = type(Type::body);
    const auto row = [&](Phrase name) {
        Rect cell = cut_top(area, control_height(), px(14));
        draw_text_in(cut_left(cell, px(120), px(12)), font, palette().text2, say(name));
        return cell;
    };
    {
        const std::array<std::string_view, 2> choices = {"\u4E2D\u6587", "English"};
        const Rect cell = row(Phrase::settings_language);
        const int now = language() == Language::zh ? 0 : 1;
        const int chosen =
            segment("language", {cell.x, cell.y, segment_width(choices), cell.height}, say(Phrase::settings_language), choices, now);
        if (chosen != now) frame.wish(ChooseLanguage{chosen == 0 ? Language::zh : Language::en});
    }
    {
        const std::array<std::string_view, 2> choices = {say(Phrase::nav_light), say(Phrase::nav_dark)};
        const Rect cell = row(Phrase::settings_theme);
        const int now = palette().dark ? 1 : 0;
        const int chosen =
            segment("theme", {cell.x, cell.y, segment_width(choices), cell.height}, say(Phrase::settings_theme), choices, now);
        if (chosen != now) frame.wish(ChooseDark{chosen == 1});
    }
    Rect links = cut_bottom(area, control_height());
    for (const auto& [id, words] : {std::pair{"method", Phrase::nav_handbook}, std::pair{"about", Phrase::nav_about}}) {
        if (!button(id, cut_left(links, button_width(say(words)), px(10)), say(words))) continue;
        if (words == Phrase::nav_about)
            frame.wish(ShowAbout{});
        else
            frame.wish(GoToTerm{});
    }
    end_dialog();
    return stays;
}

}  // namespace views

#include "views/about.h"

#include "codec/builtin.h"
#include "ui/widgets.h"
#include "ui/words.h"

namespace views {

using namespace ui;

bool draw_about(bool local_file) {
    Rect content;
    const bool stays = begin_dialog("about", say(Phrase::about_title), px(640), px(560), content);
    const Rect area = begin_scroll("text", content, ui::Role::group, true);
    const Rect column = {area.x, area.y, area.width - px(14), area.height};
    float y = column.y;
    const auto part = [&](Phrase title, std::string_view words) {
        heading({column.x, y, column.width, px(26)}, type(Type::section), say(title), 3, palette().text);
        y += px(28);
        y += paragraph({column.x, y, column.width, 0}, type(Type::body), palette().text2, words) + px(14);
    };
    part(Phrase::about_what_title, say(Phrase::about_what));
    part(Phrase::about_numbers_title, say(Phrase::about_numbers));
    part(Phrase::about_privacy_title, say(local_file ? Phrase::about_privacy_file : Phrase::about_privacy));
    part(Phrase::about_keys_title, say(Phrase::about_keys));
    part(Phrase::about_notices_title, compass::third_party_notices());
    end_scroll(y - area.y);
    end_dialog();
    return stays;
}

}  // namespace views

#include "views/left_texts.h"

#include "ui/widgets.h"
#include "views/deal_words.h"

#include <algorithm>

namespace views {

using namespace compass;
using namespace ui;

namespace {

std::string place_words(const Frame& frame, const LeftText& left) {
    const std::optional<Route> route = read_route(left.route);
    std::string words;
    if (!route) return words;
    if (const Deal* deal = is_of_deal(route->screen) ? find_deal(frame.workspace, route->deal) : nullptr)
        add_part(words, deal_title(frame, *deal));
    if (const Customer* customer = route->customer ? find_customer(frame.workspace, route->customer) : nullptr)
        add_part(words, customer->name);
    add_part(words, say(entry_of(route->screen).name));
    return words;
}

}  // namespace

LeftText read_left_text(std::string_view tab, std::string_view stored) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t end = stored.find('\x1f');
        parts.emplace_back(stored.substr(0, end));
        if (end == std::string_view::npos) break;
        stored.remove_prefix(end + 1);
    }
    LeftText left;
    if (parts.size() < 4 || parts.size() % 2 != 0) return left;
    left.tab = tab, left.route = parts[0], left.when = parts[1];
    for (std::size_t i = 2; i < parts.size(); i += 2) left.boxes.push_back({parts[i], parts[i + 1]});
    return left;
}

bool draw_left_texts(const Frame& frame, const std::vector<LeftText>& left) {
    Rect content;
    bool stays = begin_dialog("left-texts", say(Phrase::left_title), px(640), px(480), content);
    const Rect view = begin_scroll("left", content);
    const Rect column = {view.x + px(2), view.y, view.width - px(16), view.height};
    float y = column.y;
    const auto write = [&](Type size, Face face, ImU32 ink, std::string_view words) {
        y += paragraph({column.x, y, column.width, 0}, type(size, face), ink, words);
    };
    write(Type::body, Face::regular, palette().text2, say(Phrase::left_help));
    y += px(12);
    for (const LeftText& one : left) {
        ImGui::PushID(one.tab.c_str());
        std::string title = place_words(frame, one);
        add_part(title, one.when);
        const Group group(ui::Role::group, "one", title, {column.x, y, column.width, px(40)});
        heading({column.x, y, column.width, px(26)}, type(Type::section), title, 3, palette().text);
        y += px(30);
        std::string all;
        for (const LeftText::Box& box : one.boxes) {
            write(Type::caption, Face::regular, palette().text2, box.name);
            write(Type::body, Face::regular, palette().text, box.text);
            y += px(8);
            all += box.text + "\n";
        }
        Rect row = {column.x, y, column.width, control_height()};
        const auto place = [&](std::string_view id, Phrase words, ButtonKind kind) {
            return button(id, cut_left(row, button_width(say(words)), px(8)), say(words), kind);
        };
        if (place("copy", Phrase::left_copy, ButtonKind::secondary)) frame.wish(CopyText{all});
        if (place("go", Phrase::left_go, ButtonKind::secondary)) frame.wish(GoToAddress{one.route});
        if (place("drop", Phrase::left_drop, ButtonKind::plain)) frame.wish(DropLeftText{one.tab});
        y += control_height() + px(20);
        ImGui::PopID();
    }
    end_scroll(y - view.y);
    end_dialog();
    return stays && !left.empty();
}

}  // namespace views

#include "draw/strokes.h"
#include "views/people_parts.h"
#include "views/people_words.h"

#include <algorithm>

namespace views {

using namespace compass;
using namespace ui;

namespace {

// Walks over the marks that are on the map with their words, and calls paint(mark's rectangle) where `list` is there.
// Returns the height they take in this width.
float flow(const draw::PeopleDrawing& drawing, const draw::PeopleWords& words, Rect area, ImDrawList* list) {
    const Font font = type(Type::caption);
    const Palette& colours = palette();
    const float row = px(22), gap = px(16);
    float x = area.x, y = area.y;
    const auto entry = [&](float mark, std::string_view name, auto paint) {
        const float width = mark + px(6) + text_width(font, name);
        if (x > area.x && x + width > right(area)) x = area.x, y += row;
        if (list) {
            paint(Rect{x, y, mark, row});
            draw_text_in({x + mark + px(6), y, width, row}, font, colours.text2, name);
        }
        x += width + gap;
    };
    entry(px(26), say(Phrase::legend_weight), [&](const Rect& at) {
        list->AddCircle({at.x + px(5), centre(at).y}, px(4), colours.text2, 0, line_px(1.5f));
        list->AddCircle({at.x + px(18), centre(at).y}, px(7), colours.text2, 0, line_px(1.5f));
    });
    entry(px(70), say(Phrase::legend_support), [&](const Rect& at) {
        float left = at.x;
        for (const int support : {-5, -2, 0, 2, 5}) {
            list->AddRectFilled({left, centre(at).y - px(6)}, {left + px(13), centre(at).y + px(6)}, draw::support_colour(support), px(2));
            left += px(14);
        }
    });
    const auto ring = [&](bool covered, Phrase name) {
        entry(px(16), say(name), [&](const Rect& at) {
            if (covered)
                list->AddCircle(centre(at), px(7), colours.text, 0, line_px(2));
            else
                draw::dashed_ring(*list, centre(at), px(7), colours.text2, line_px(1.5f), 9);
        });
    };
    ring(true, Phrase::legend_covered), ring(false, Phrase::legend_not_covered);
    const auto badge = [&](draw::BadgeShape shape, const std::string& sign, const std::string& name) {
        entry(draw::badge_size(), name, [&](const Rect& at) { draw::draw_badge(*list, centre(at), shape, sign); });
    };
    const auto any = [&](auto is_one) { return std::any_of(drawing.marks.begin(), drawing.marks.end(), is_one); };
    const auto has_sign = [&](const std::string& sign) {
        return any(
            [&](const draw::PersonMark& mark) { return std::find(mark.badges.begin(), mark.badges.end(), sign) != mark.badges.end(); });
    };
    if (any([](const draw::PersonMark& mark) { return mark.final_say; }))
        badge(draw::BadgeShape::filled_square, role_sign(RoleType::economic), role_word(compass::Role::economic_final));
    if (any([](const draw::PersonMark& mark) { return !mark.final_say && mark.badges[0] == role_sign(RoleType::economic); }))
        badge(draw::BadgeShape::square, role_sign(RoleType::economic), role_word(compass::Role::economic_proposing));
    for (const RoleType type : {RoleType::user, RoleType::technical, RoleType::coach})
        if (has_sign(role_sign(type))) badge(draw::BadgeShape::square, role_sign(type), role_type_word(type));
    for (const Attitude attitude : {Attitude::growth, Attitude::trouble, Attitude::even_keel, Attitude::overconfident}) {
        const std::string sign = attitude_sign(attitude);
        if (any([&](const draw::PersonMark& mark) { return mark.attitude == sign; }))
            badge(draw::BadgeShape::round, sign, attitude_word(attitude));
    }
    for (int i = 0; i < 4; ++i) {
        const auto kind = static_cast<LinkKind>(i);
        const auto is_one = [&](const draw::PersonLine& line) { return line.kind == kind; };
        if (std::none_of(drawing.lines.begin(), drawing.lines.end(), is_one)) continue;
        entry(px(30), words.links[static_cast<std::size_t>(i)], [&](const Rect& at) {
            draw::draw_link(*list, {at.x, centre(at).y}, {right(at), centre(at).y}, kind);
        });
    }
    if (drawing.path.size() > 1)
        entry(px(30), say(Phrase::legend_way), [&](const Rect& at) {
            draw::draw_leg(*list, {at.x, centre(at).y}, {right(at), centre(at).y}, false, 0);
        });
    return y + row - area.y;
}

}  // namespace

float people_legend_height(const draw::PeopleDrawing& drawing, const draw::PeopleWords& words, float width) {
    return flow(drawing, words, {0, 0, width, 0}, nullptr);
}

void draw_people_legend(const draw::PeopleDrawing& drawing, const draw::PeopleWords& words, Rect area) {
    hairline({area.x, area.y - px(5)}, {right(area), area.y - px(5)}, palette().line);
    flow(drawing, words, area, ImGui::GetWindowDrawList());
}

}  // namespace views

#include "draw/icons.h"
#include "model/words.h"
#include "ui/widgets.h"
#include "views/people_parts.h"
#include "views/people_words.h"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace views {

using namespace compass;
using namespace ui;

namespace {

std::size_t index_of(const Deal& deal, const Id& person) {
    return static_cast<std::size_t>(
        std::find_if(deal.people.begin(), deal.people.end(), [&](const Person& one) { return one.id == person; }) - deal.people.begin());
}

draw::PersonMark mark_of(const PeopleState& state, const Deal& deal, std::size_t at) {
    const Person& person = deal.people[at];
    draw::PersonMark mark;
    mark.name = person.name, mark.detail = person.title;
    std::size_t count = 0;
    for (int type = 0; type < 4; ++type) {
        const auto is_one = [&](compass::Role role) { return static_cast<int>(type_of(role)) == type; };
        if (std::any_of(person.roles.begin(), person.roles.end(), is_one)) mark.badges[count++] = role_sign(static_cast<RoleType>(type));
    }
    mark.final_say = has_role(person, compass::Role::economic_final);
    mark.attitude = attitude_sign(person.attitude);
    mark.support = person.support;
    mark.covered = state.kept.covered[at];
    mark.shown = is_shown(state, deal, at);
    return mark;
}

// Made anew when what is shown, its room or the size of the type changed.
void lay_out(const Frame& frame, PeopleState& state, const Deal& deal, const Rect& area) {
    PeopleState::LaidOut& last = state.laid_out;
    const bool same = last.made == state.kept.made && last.area.x == area.x && last.area.width == area.width &&
                      last.area.height == area.height && last.unit == unit() && last.view == state.view && last.role == state.role &&
                      last.covered == state.covered;
    if (same && last.area.y == area.y) return;
    last = {state.kept.made, area, unit(), state.view, state.role, state.covered};
    draw::PeopleDrawing& drawing = state.drawing;
    drawing = {};
    for (std::size_t i = 0; i < deal.people.size(); ++i) drawing.marks.push_back(mark_of(state, deal, i));
    for (const Link& link : deal.links) {
        const std::size_t from = index_of(deal, link.from), to = index_of(deal, link.to);
        if (from < deal.people.size() && to < deal.people.size()) drawing.lines.push_back({from, to, link.kind});
    }
    for (const IntroductionStep& step : state.kept.way) drawing.path.push_back(index_of(deal, step.person));
    if (state.view == PeopleView::tree)
        draw::layout_people_tree(drawing, deal, frame.playbook.people, area);
    else
        draw::layout_people_map(drawing, deal, frame.playbook.people, area, state.words);
}

void filter_menu(std::string_view id, const Rect& at, Phrase name, const std::string& value, auto items) {
    value_button(id, at, say(name), value, say(name));
    if (!begin_menu(say(name), say(name), {at.x, bottom(at) + px(2)}, std::max(at.width, px(150)))) return;
    items();
    end_menu();
}

// Narrow ones take two rows. Returns the height.
float draw_tools(PeopleState& state, Rect area) {
    const float height = control_height(), start = area.y;
    const std::array<std::string_view, 3> views = {say(Phrase::people_map), say(Phrase::people_tree), say(Phrase::people_table)};
    const bool phone = scale() == Scale::phone;
    Rect row = cut_top(area, height, px(8));
    const float width = std::min(row.width, phone ? row.width : segment_width(views));
    state.view = static_cast<PeopleView>(
        segment("people-view", cut_left(row, width, px(12)), say(Phrase::people_view), views, static_cast<int>(state.view)));
    const std::string role = state.role ? role_type_word(*state.role) : std::string(say(Phrase::filter_all_roles));
    const std::string covered = say(!state.covered   ? Phrase::filter_all_coverage
                                    : *state.covered ? Phrase::person_covered
                                                     : Phrase::person_not_covered);
    const float filters = button_width(role) + button_width(covered) + px(8);
    if (row.width < filters) row = cut_top(area, height, px(8));
    filter_menu("filter-role", cut_left(row, button_width(role), px(8)), Phrase::filter_roles, role, [&] {
        if (menu_item("all", say(Phrase::filter_all_roles), false, !state.role)) state.role.reset();
        for (int i = 0; i < 4; ++i) {
            const auto type = static_cast<RoleType>(i);
            if (menu_item(role_type_word(type), role_type_word(type), false, state.role == type)) state.role = type;
        }
    });
    filter_menu("filter-covered", cut_left(row, button_width(covered), px(14)), Phrase::filter_coverage, covered, [&] {
        if (menu_item("all", say(Phrase::filter_all_coverage), false, !state.covered)) state.covered.reset();
        if (menu_item("covered", say(Phrase::person_covered), false, state.covered == true)) state.covered = true;
        if (menu_item("not", say(Phrase::person_not_covered), false, state.covered == false)) state.covered = false;
    });
    if (state.view != PeopleView::table) {
        const auto tick = [&](std::string_view id, Phrase words, bool& on) {
            const float needed = check_width(say(words));
            if (row.width < needed) return;
            check(id, cut_left(row, needed, px(14)), say(words), on);
        };
        tick("lines", Phrase::people_lines, state.lines);
        tick("way", Phrase::people_way, state.way);
    }
    const PeopleReading& people = state.kept.people;
    const auto number = [](const std::optional<double>& value) {
        return value ? (*value >= 0 ? "+" : "") + decimal(*value, 2) : std::string(say(Phrase::value_unknown));
    };
    const std::string sums = say(Phrase::people_sums, {{"count", whole(static_cast<long long>(state.kept.covered.size()))},
                                                       {"covered", whole(people.covered)},
                                                       {"support", number(people.support)},
                                                       {"receptivity", number(people.receptivity)}});
    const Font small = type(Type::caption);
    if (row.width < text_width(small, sums) + px(4)) row = cut_top(area, px(20), px(4));
    label(row, small, palette().text2, sums, phone || row.x == area.x ? Align::left : Align::right);
    return area.y - start;
}

// The nearest in a direction: what lies aside counts double.
int neighbour(const draw::PeopleDrawing& drawing, int from, ImVec2 direction) {
    const ImVec2 at = drawing.marks[static_cast<std::size_t>(from)].centre;
    int best = -1;
    float least = 0;
    for (std::size_t i = 0; i < drawing.marks.size(); ++i) {
        const draw::PersonMark& mark = drawing.marks[i];
        const float x = mark.centre.x - at.x, y = mark.centre.y - at.y;
        const float along = x * direction.x + y * direction.y, aside = std::fabs(x * direction.y) + std::fabs(y * direction.x);
        if (static_cast<int>(i) == from || !mark.shown || along <= 0.5f) continue;
        if (const float cost = along + 2 * aside; best < 0 || cost < least) best = static_cast<int>(i), least = cost;
    }
    return best;
}

ImGuiID mark_id(std::size_t at) { return ImGui::GetID(static_cast<int>(at) + 5000); }

void marks_in_mirror(PeopleState& state, const Deal& deal, const Rect& area) {
    const draw::PeopleDrawing& drawing = state.drawing;
    const bool drags = scale() != Scale::phone && state.view == PeopleView::map;
    const Group group(ui::Role::group, "people", say(state.view == PeopleView::tree ? Phrase::people_tree : Phrase::people_map), area,
                      drags ? state_drags : state_none);
    const std::size_t count = drawing.marks.size();
    std::size_t stop = count;
    const int wanted = state.focused >= 0 ? state.focused : state.chosen ? static_cast<int>(index_of(deal, state.chosen)) : -1;
    for (std::size_t i = 0; i < count; ++i)
        if (drawing.marks[i].shown && (stop == count || static_cast<int>(i) == wanted)) stop = i;
    state.focused = -1;
    for (std::size_t i = 0; i < count; ++i) {
        const draw::PersonMark& mark = drawing.marks[i];
        if (!mark.shown) continue;
        const float reach = std::max(mark.radius + px(4), control_height() / 2);
        const bool chosen = deal.people[i].id == state.chosen;
        mirror().add({.id = mark_id(i),
                      .role = ui::Role::button,
                      .name = state.kept.sentences[i],
                      .description = state.kept.links[i],
                      .rect = {mark.centre.x - reach, mark.centre.y - reach, 2 * reach, 2 * reach},
                      .states = static_cast<std::uint32_t>(state_focusable | state_toggle | (i == stop ? state_none : state_roving) |
                                                           (chosen ? state_pressed : state_none))});
        if (mirror().activated(mark_id(i))) choose(state, deal.people[i].id);
        if (!mirror().focused(mark_id(i))) continue;
        if (mirror().focus_visible()) state.focused = static_cast<int>(i);
        const auto walk = [&](ImGuiKey key, ImVec2 direction) {
            if (!ImGui::IsKeyPressed(key)) return;
            if (const int to = neighbour(drawing, static_cast<int>(i), direction); to >= 0)
                mirror().request_focus(mark_id(static_cast<std::size_t>(to)));
        };
        walk(ImGuiKey_RightArrow, {1, 0}), walk(ImGuiKey_LeftArrow, {-1, 0}), walk(ImGuiKey_DownArrow, {0, 1}),
            walk(ImGuiKey_UpArrow, {0, -1});
    }
}

// Beside the chosen one: a line to somebody else is drawn from there.
ImVec2 link_handle(const draw::PersonMark& mark) {
    const float away = std::max(mark.radius * 0.72f + px(4), px(15));
    return {mark.centre.x - away, mark.centre.y + away};
}

const draw::PersonMark* chosen_mark(const PeopleState& state, const Deal& deal) {
    const std::size_t at = state.chosen ? index_of(deal, state.chosen) : deal.people.size();
    return at < state.drawing.marks.size() && state.drawing.marks[at].shown ? &state.drawing.marks[at] : nullptr;
}

// Returns whether the pointer is busy with a line.
bool draw_line_out(PeopleState& state, const Deal& deal, bool held, bool released) {
    const draw::PersonMark* mark = scale() == Scale::phone || deal.people.size() < 2 ? nullptr : chosen_mark(state, deal);
    if (!mark) return state.linking = false;
    const ImGuiIO& io = ImGui::GetIO();
    const ImVec2 handle = link_handle(*mark);
    const auto near = [&](ImVec2 at) { return std::hypot(at.x - handle.x, at.y - handle.y) < px(11); };
    if (held && io.MouseDownDuration[0] == 0 && near(io.MousePos)) state.linking = true;
    if (near(io.MousePos)) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (!state.linking) return false;
    state.hovered = draw::hit_person(state.drawing, io.MousePos);
    if (!released) return true;
    state.linking = false;
    if (state.hovered >= 0 && deal.people[static_cast<std::size_t>(state.hovered)].id != state.chosen) {
        state.link_to = deal.people[static_cast<std::size_t>(state.hovered)].id, state.link_at = io.MousePos;
        open_menu("link-kinds");
    }
    return true;
}

void draw_link_handle(const Frame& frame, PeopleState& state, const Deal& deal) {
    if (const draw::PersonMark* mark = chosen_mark(state, deal); mark && scale() != Scale::phone && deal.people.size() > 1) {
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const ImVec2 handle = link_handle(*mark);
        if (state.linking) list.AddLine(handle, ImGui::GetIO().MousePos, palette().text2, line_px(2));
        list.AddCircleFilled(handle, px(9), palette().panel);
        list.AddCircle(handle, px(9), palette().line2, 0, line_px(1));
        draw::draw_icon(list, draw::Icon::plus, handle, px(11), palette().text);
    }
    if (!begin_menu("link-kinds", say(Phrase::link_kind), state.link_at, px(230))) return;
    for (int i = 0; i < 4; ++i) {
        const auto kind = static_cast<LinkKind>(i);
        const std::string words = say_named("link_out_", name_of(kind)) + person_name(deal, state.link_to);
        if (!menu_item(words, words)) continue;
        Link link;
        link.from = state.chosen, link.to = state.link_to, link.kind = kind;
        frame.act(PutLink{deal.id, link, {}});
    }
    end_menu();
}

// A press chooses; dragging rates, where places mean something.
void point(const Frame& frame, PeopleState& state, const Box<Deal>& deal, const Rect& area) {
    const ImGuiIO& io = ImGui::GetIO();
    ImGui::SetCursorScreenPos(top_left(area));
    ImGui::InvisibleButton("people-area", {std::max(1.0f, area.width), std::max(1.0f, area.height)});
    const bool over = ImGui::IsItemHovered(), held = ImGui::IsItemActive(), released = ImGui::IsItemDeactivated();
    const ImVec2 pressed = io.MouseClickedPos[0];
    const bool still = std::fabs(pressed.x - io.MousePos.x) + std::fabs(pressed.y - io.MousePos.y) < px(5);
    state.hovered = over && state.dragged == -1 ? draw::hit_person(state.drawing, io.MousePos) : -1;
    if (state.hovered >= 0) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    const Box<Deal> held_deal = shown_deal(state, deal);
    const Deal& shown = *held_deal;
    if (draw_line_out(state, shown, held, released)) return;
    const bool can_drag = scale() != Scale::phone && state.view == PeopleView::map;
    if (held && !still && state.dragged == -1 && can_drag) {
        state.dragged = draw::hit_person(state.drawing, pressed);
        if (state.dragged >= 0) choose(state, shown.people[static_cast<std::size_t>(state.dragged)].id);
        if (state.dragged < 0) state.dragged = -2;
    }
    if (!released && (held || state.dragged == -1)) return;
    const int dragged = std::exchange(state.dragged, -1);
    if (dragged >= 0) {
        const Person& person = shown.people[static_cast<std::size_t>(dragged)];
        const auto rating = draw::rating_at(state.drawing, io.MousePos);
        if (rating && *rating != draw::Rating{person.support, person.influence})
            rate(frame, state, deal, {deal->id, person.id, rating->support, rating->influence, person.attitude});
    } else if (dragged == -1 && still && over) {
        const int hit = draw::hit_person(state.drawing, io.MousePos);
        choose(state, hit >= 0 ? shown.people[static_cast<std::size_t>(hit)].id : Id{});
    }
}

// What the place under the dragged person means, and who stands where no name has room.
void draw_words_at_pointer(const PeopleState& state, const Deal& deal) {
    std::string words;
    ImVec2 at = ImGui::GetIO().MousePos;
    const int shown = state.dragged >= 0 ? state.dragged : state.hovered >= 0 ? state.hovered : state.focused;
    if (shown < 0) return;
    const Person& person = deal.people[static_cast<std::size_t>(shown)];
    const draw::PersonMark& mark = state.drawing.marks[static_cast<std::size_t>(shown)];
    if (state.dragged >= 0) {
        const auto rating = draw::rating_at(state.drawing, at);
        words =
            rating
                ? say(Phrase::drag_words,
                      {{"name", person.name}, {"support", support_words(rating->support)}, {"influence", degree_word(rating->influence)}})
                : say(Phrase::drag_nowhere);
        at.y -= px(52);
    } else {
        if (mark.label.width > 0 && mark.label_lines == (person.title.empty() ? 1 : 2) && !mark.wrapped_name && !mark.shortened) return;
        words = person.title.empty() ? person.name : person.name + " \u00B7 " + person.title;
        at = {mark.centre.x, mark.centre.y - mark.radius - px(30)};
    }
    const Font font = type(Type::body, Face::bold);
    const float width = text_width(font, words) + px(20), height = px(28);
    const float left = std::clamp(at.x - width / 2, px(4), std::max(px(4), ImGui::GetIO().DisplaySize.x - width - px(4)));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({left, at.y}, {left + width, at.y + height}, palette().raised, px(6));
    list.AddRect({left, at.y}, {left + width, at.y + height}, palette().line2, px(6), 0, line_px(1));
    draw_text_in({left, at.y, width, height}, font, palette().text, words, Align::centre);
}

void draw_nobody(PeopleState& state, Rect area) {
    const Font font = type(Type::body);
    const float width = std::min(area.width, px(460)), button_wide = button_width(say(Phrase::person_add_first));
    const float words_height = paragraph_height(font, say(Phrase::people_empty), width);
    Rect block = {area.x + (area.width - width) / 2, area.y + std::max(0.0f, (area.height - words_height - px(90)) * 0.4f), width,
                  area.height};
    heading(cut_top(block, line_height(type(Type::title)), px(8)), type(Type::title), say(Phrase::people_empty_title), 2, palette().text);
    cut_top(block, paragraph(block, font, palette().text2, say(Phrase::people_empty)), px(16));
    if (button("add-first", {block.x, block.y, std::min(button_wide, width), control_height()}, say(Phrase::person_add_first),
               ButtonKind::primary))
        state.panel = PeoplePanel::add, state.first_frame = true;
}

}  // namespace

void draw_people_alone(const Frame& frame, ImDrawList& list, PeopleView view, const Box<Deal>& deal, const Rect& area) {
    PeopleState state;
    state.view = view == PeopleView::tree ? view : PeopleView::map;
    keep_people(frame, state, deal);
    lay_out(frame, state, *deal, area);
    draw::draw_people(list, state.drawing, state.words, {});
}

void draw_people_canvas(Frame& frame, PeopleState& state, const Box<Deal>& deal, Rect area) {
    const Group group(ui::Role::region, "canvas", say(Phrase::people_canvas), area);
    const bool phone = scale() == Scale::phone;
    area = inset(area, px(phone ? 12 : 24), px(phone ? 10 : 14));
    const Box<Deal> held = shown_deal(state, deal);  // a new trial would take it away
    const Deal& shown = *held;
    if (shown.people.empty()) return draw_nobody(state, area);
    cut_top(area, draw_tools(state, area), px(4));
    if (state.view == PeopleView::table) return draw_people_table(frame, state, shown, area);
    const bool has_legend = !phone && area.height > px(300);
    if (has_legend) {
        lay_out(frame, state, shown, state.laid_out.area.width > 0 ? state.laid_out.area : area);
        const float height = people_legend_height(state.drawing, state.words, area.width);
        draw_people_legend(state.drawing, state.words, cut_bottom(area, height, px(10)));
    }
    lay_out(frame, state, shown, area);
    point(frame, state, deal, area);
    const int chosen = state.chosen ? static_cast<int>(index_of(shown, state.chosen)) : -1;
    draw::draw_people(*ImGui::GetWindowDrawList(), state.drawing, state.words,
                      {chosen, state.hovered, state.focused, state.lines, state.way, std::max(state.dragged, -1), ImGui::GetIO().MousePos});
    draw_link_handle(frame, state, shown);
    marks_in_mirror(state, shown, area);
    draw_words_at_pointer(state, shown);
}

}  // namespace views

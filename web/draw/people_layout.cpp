#include "draw/people.h"
#include "draw/strokes.h"
#include "model/text.h"
#include "reading/organisation.h"
#include "reading/people.h"
#include "reading/people_map.h"
#include "ui/layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace draw {

using namespace compass;
using ui::px;
using ui::Rect;

namespace {

// What one person wants of the map, design pixels: a disc with two lines below.
constexpr float cell_width = 92, cell_height = 100, largest_radius = 31, smallest_radius = 11, number_radius = 10;

ui::Font name_font() { return ui::type(ui::Type::body, ui::Face::bold); }
ui::Font detail_font() { return ui::type(ui::Type::caption); }

bool meet(const Rect& a, const Rect& b) {
    return a.width > 0 && b.width > 0 && a.x < ui::right(b) && b.x < ui::right(a) && a.y < ui::bottom(b) && b.y < ui::bottom(a);
}
bool meet(const Rect& rect, ImVec2 centre, float radius) {
    const float x = std::clamp(centre.x, rect.x, ui::right(rect)), y = std::clamp(centre.y, rect.y, ui::bottom(rect));
    return (x - centre.x) * (x - centre.x) + (y - centre.y) * (y - centre.y) < radius * radius;
}

struct LabelTry {
    Rect rect;
    int lines;
    bool wrapped, shortened = false;
};

// Where a label could stand, the fullest first.
std::vector<LabelTry> label_tries(const PersonMark& mark) {
    const float line = px(17), gap = px(3), name = text_width(name_font(), mark.name) + px(2),
                detail = text_width(detail_font(), mark.detail) + px(2);
    const float sign_end = badge_distance(mark.radius) + badge_size() / 2;
    const float below = mark.centre.y + (mark.attitude.empty() ? mark.radius + gap : std::max(mark.radius + gap, sign_end)),
                beside = mark.radius + px(6),
                beyond = mark.badges[0].empty() && mark.attitude.empty() ? beside : std::max(beside, sign_end + gap);
    const auto under = [&](float width, int lines) {
        return Rect{mark.centre.x - width / 2, below, width, line * static_cast<float>(lines)};
    };
    std::vector<LabelTry> tries;
    if (!mark.detail.empty()) tries.push_back({under(std::max(name, detail), 2), 2, false});
    tries.push_back({under(name, 1), 1, false});
    if (const auto [first, second] = name_lines(mark.name); !second.empty())
        tries.push_back({under(std::max(text_width(name_font(), first), text_width(name_font(), second)) + px(2), 2), 2, true});
    const float middle = mark.centre.y - line / 2;
    tries.push_back({{mark.centre.x - beside - name, middle, name, line}, 1, false});
    tries.push_back({{mark.centre.x + beyond, middle, name, line}, 1, false});
    const float above = mark.badges[0].empty() ? mark.radius + gap : std::max(mark.radius + gap, sign_end);
    tries.push_back({{mark.centre.x - name / 2, mark.centre.y - above - line, name, line}, 1, false});
    // Not in the middle, but still with its end at the disc.
    const float reach = mark.radius * 0.5f, above_y = mark.centre.y - above - line;
    for (const float y : {below, above_y}) {
        tries.push_back({{mark.centre.x + reach - name, y, name, line}, 1, false});
        tries.push_back({{mark.centre.x - reach, y, name, line}, 1, false});
    }
    if (!name_lines(mark.name).second.empty()) {
        const float initial = text_width(name_font(), short_name(mark.name)) + px(2);
        tries.push_back({under(initial, 1), 1, false, true});
        tries.push_back({{mark.centre.x - beside - initial, middle, initial, line}, 1, false, true});
        tries.push_back({{mark.centre.x + beyond, middle, initial, line}, 1, false, true});
        tries.push_back({{mark.centre.x - initial / 2, mark.centre.y - above - line, initial, line}, 1, false, true});
    }
    return tries;
}

ImVec2 point_of(const PathLeg& leg, float t) {
    const ImVec2 peak = leg_peak(leg.from, leg.to, leg.bend);
    return between(between(leg.from, peak, t), between(peak, leg.to, t), t);
}

PathLeg leg_of(const PeopleDrawing& drawing, std::size_t number) {
    const std::size_t start = drawing.path[number - 1], end = drawing.path[number];
    const auto [from, to] = ends_of(drawing.marks[start], drawing.marks[end]);
    const float whole = distance(from, to);
    PathLeg leg{from, to, std::min(whole * 0.28f, px(56)), {}};
    const ImVec2 middle = between(from, to, 0.5f);
    for (std::size_t i = 0; i < drawing.marks.size(); ++i) {
        const PersonMark& other = drawing.marks[i];
        if (i == start || i == end || distance(other.centre, middle) > whole / 2) continue;
        const float aside =
            std::fabs((to.x - from.x) * (other.centre.y - from.y) - (to.y - from.y) * (other.centre.x - from.x)) / std::max(1.0f, whole);
        if (aside < other.radius + px(4)) leg.bend = std::max(leg.bend, 2 * (other.radius + px(14)));
    }
    leg.number = point_of(leg, 0.5f);
    return leg;
}

// Where a name had to stand in the way of a number, the number moves along its leg, and the leg aside; where that does not help, the name goes.
void move_numbers(PeopleDrawing& drawing) {
    for (PathLeg& leg : drawing.legs) {
        const auto is_free = [&] {
            const Rect place = number_place(leg);
            return std::none_of(drawing.marks.begin(), drawing.marks.end(),
                                [&](const PersonMark& mark) { return meet(place, mark.label); });
        };
        const float bend = leg.bend;
        for (const float more : {0.0f, 24.0f, 48.0f, 72.0f}) {
            leg.bend = bend + px(more);
            for (const float t : {0.5f, 0.42f, 0.58f, 0.34f, 0.66f, 0.26f, 0.74f, 0.18f, 0.82f})
                if (leg.number = point_of(leg, t); is_free()) break;
            if (is_free()) break;
        }
        if (is_free()) continue;
        leg.bend = bend, leg.number = point_of(leg, 0.5f);
        for (PersonMark& mark : drawing.marks)
            if (meet(number_place(leg), mark.label)) mark.label = {};
    }
}

// Every sign on the map: nothing is written on them.
std::vector<Rect> every_sign(const PeopleDrawing& drawing) {
    std::vector<Rect> all;
    for (const PersonMark& mark : drawing.marks)
        for (const Rect& sign : signs_of(mark)) all.push_back(sign);
    return all;
}

bool has_room(const PeopleDrawing& drawing, const PersonMark& mark, const Rect& label, const Rect& area, const std::vector<Rect>& signs) {
    if (label.x < area.x || ui::right(label) > ui::right(area) || label.y < area.y || ui::bottom(label) > ui::bottom(area)) return false;
    if (std::any_of(signs.begin(), signs.end(), [&](const Rect& sign) { return meet(label, sign); })) return false;
    const Rect spaced = {label.x - px(5), label.y, label.width + px(10), label.height};
    return std::none_of(drawing.marks.begin(), drawing.marks.end(), [&](const PersonMark& other) {
        if (&other == &mark) return false;
        return meet(label, other.centre, other.radius + px(5)) || meet(spaced, other.label);
    });
}

// The heaviest choose first, clear of the numbers where they can; whoever finds no room goes without, and is named under the pointer.
void place_labels(PeopleDrawing& drawing, const std::vector<double>& weights, const Rect& area) {
    drawing.legs.clear();
    for (std::size_t i = 1; i < drawing.path.size(); ++i) drawing.legs.push_back(leg_of(drawing, i));
    const std::vector<Rect> signs = every_sign(drawing);
    std::vector<Rect> all = signs;
    for (const PathLeg& leg : drawing.legs) all.push_back(number_place(leg));
    std::vector<std::size_t> order(drawing.marks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return weights[a] > weights[b]; });
    for (PersonMark& mark : drawing.marks) mark.label = {};
    for (const std::size_t at : order) {
        PersonMark& mark = drawing.marks[at];
        const std::vector<LabelTry> tries = label_tries(mark);
        for (const bool clear : {true, false}) {
            const auto found = std::find_if(tries.begin(), tries.end(), [&](const LabelTry& one) {
                return has_room(drawing, mark, one.rect, area, clear ? all : signs);
            });
            if (found == tries.end()) continue;
            mark.label = found->rect, mark.label_lines = found->lines;
            mark.wrapped_name = found->wrapped, mark.shortened = found->shortened;
            break;
        }
    }
    move_numbers(drawing);
}

std::vector<double> weights_of(const Deal& deal, const PeopleWeights& weights) {
    std::vector<double> all;
    for (const Person& person : deal.people) all.push_back(weight_of(person, weights));
    return all;
}

// The largest disc, where a person has so much height; the room for words below it.
struct Sizes {
    float radius, words;
};
Sizes sizes_for(float width, float height) {
    const float two_lines = px(40), one_line = px(22);
    const bool both = (height - two_lines) / 2 >= px(20);
    const float words = both ? two_lines : one_line;
    const float radius = std::min({px(largest_radius), (height - words) / 2, width / 2 - px(3)});
    return {std::max(radius, px(smallest_radius)), words};
}

void set_radii(PeopleDrawing& drawing, const std::vector<double>& weights, float largest) {
    const double heaviest = weights.empty() ? 0 : *std::max_element(weights.begin(), weights.end());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const auto share = static_cast<float>(heaviest > 0 ? std::sqrt(weights[i] / heaviest) : 0);
        drawing.marks[i].radius = std::max(largest * (1 + share) / 2, std::min(largest, px(smallest_radius)));
    }
}

}  // namespace

float badge_size() { return px(16); }

std::size_t badges_drawn(const PersonMark& mark) {
    std::size_t count = 0;
    while (count < mark.badges.size() && !mark.badges[count].empty()) ++count;
    return mark.radius < px(18) ? std::min<std::size_t>(count, 1) : count;
}

std::vector<Rect> signs_of(const PersonMark& mark) {
    const float away = badge_distance(mark.radius), side = badge_size(), half = side / 2;
    std::vector<Rect> signs;
    for (std::size_t i = 0; i < badges_drawn(mark); ++i)
        signs.push_back({mark.centre.x + away - half + static_cast<float>(i) * (side + px(2)), mark.centre.y - away - half, side, side});
    if (!mark.attitude.empty()) signs.push_back({mark.centre.x + away - half, mark.centre.y + away - half, side, side});
    return signs;
}

Rect number_place(const PathLeg& leg) {
    const float radius = px(number_radius);
    return {leg.number.x - radius, leg.number.y - radius, 2 * radius, 2 * radius};
}

ImVec2 leg_peak(ImVec2 from, ImVec2 to, float bend) {
    const float whole = std::max(1.0f, distance(from, to));
    ImVec2 up = {-(to.y - from.y) / whole, (to.x - from.x) / whole};
    if (up.y > 0) up = up * -1;
    return between(from, to, 0.5f) + up * bend;
}

std::array<ImVec2, 2> ends_of(const PersonMark& from, const PersonMark& to) {
    return {towards(from.centre, to.centre, from.radius + px(3)), towards(to.centre, from.centre, to.radius + px(3))};
}

// Never on the number.
float badge_distance(float radius) { return std::max(radius * 0.72f + px(2), badge_size() * 0.9f); }

std::pair<std::string_view, std::string_view> name_lines(std::string_view name) {
    const std::size_t blank = name.rfind(' ');
    if (blank == std::string_view::npos) return {name, {}};
    return {name.substr(0, blank), name.substr(blank + 1)};
}

std::string short_name(std::string_view name) {
    const auto [first, last] = name_lines(name);
    if (last.empty()) return std::string(name);
    return std::string(first.substr(0, std::max<std::size_t>(1, code_point_bytes(first)))) + ". " + std::string(last);
}

void layout_people_map(PeopleDrawing& drawing, const Deal& deal, const PeopleWeights& weights, const Rect& area, const PeopleWords& words) {
    drawing.map = true;
    Rect field = area;
    float bands = 0;
    for (const std::vector<std::string>& lines : words.bands)
        for (const std::string& line : lines) bands = std::max(bands, text_width(ui::type(ui::Type::body), line));
    ui::cut_left(field, bands + px(14));
    ui::cut_right(field, px(8));  // for the signs of whoever stands at the edge
    ui::cut_bottom(field, px(42));
    const float gap = px(12), unit_x = px(cell_width), unit_y = px(cell_height);
    const PeopleMap map = people_map(deal, weights, std::max(1.0f, field.width) / unit_x, std::max(1.0f, field.height) / unit_y);
    for (std::size_t i = 0; i < map.column_edges.size(); ++i)
        drawing.column_edges[i] = field.x + static_cast<float>(map.column_edges[i]) * unit_x;
    for (std::size_t i = 0; i < map.band_edges.size(); ++i)
        drawing.band_edges[i] = field.y + static_cast<float>(map.band_edges[i]) * unit_y;
    drawing.unknown = {field.x, field.y, drawing.column_edges[1] - field.x - gap, field.height};
    drawing.field = {drawing.column_edges[1], field.y, ui::right(field) - drawing.column_edges[1], field.height};

    const std::vector<double> all = weights_of(deal, weights);
    const double heaviest = all.empty() ? 0 : *std::max_element(all.begin(), all.end());
    double cell = 1;  // of the grid, in cells of the wanted size
    if (!all.empty()) cell = map.spots[0].radius * 4 / (1 + (heaviest > 0 ? std::sqrt(all[0] / heaviest) : 0));
    const Sizes sizes = sizes_for(static_cast<float>(cell) * unit_x, static_cast<float>(cell) * unit_y);
    set_radii(drawing, all, sizes.radius);
    for (const MapSpot& spot : map.spots) {
        PersonMark& mark = drawing.marks[spot.person];
        mark.centre = {field.x + static_cast<float>(spot.x) * unit_x, field.y + static_cast<float>(spot.y) * unit_y - sizes.words / 2};
        if (!mark.support) mark.centre.x -= gap / 2;
    }
    place_labels(drawing, all, field);
}

void layout_people_tree(PeopleDrawing& drawing, const Deal& deal, const PeopleWeights& weights, const Rect& area) {
    drawing.map = false;
    const std::vector<OrganisationNode> nodes = organisation_of(deal);
    int levels = 1;
    double columns = 0;
    for (const OrganisationNode& node : nodes) levels = std::max(levels, node.level + 1), columns = std::max(columns, node.column + 1);
    const float across = std::min(area.width / static_cast<float>(std::max(1.0, columns)), px(150)),
                down = std::min(area.height / static_cast<float>(levels), px(140));
    const float left = area.x + (area.width - across * static_cast<float>(columns)) / 2;
    const Sizes sizes = sizes_for(across, down);
    const std::vector<double> all = weights_of(deal, weights);
    set_radii(drawing, all, sizes.radius);
    for (const OrganisationNode& node : nodes) {
        drawing.marks[node.person].centre = {left + across * (static_cast<float>(node.column) + 0.5f),
                                             area.y + down * (static_cast<float>(node.level) + 0.5f) - sizes.words / 2};
    }
    place_labels(drawing, all, area);
}

int hit_person(const PeopleDrawing& drawing, ImVec2 at) {
    int nearest = -1;
    float least = px(ui::scale() == ui::Scale::phone ? 24 : 6);
    for (std::size_t i = 0; i < drawing.marks.size(); ++i) {
        const PersonMark& mark = drawing.marks[i];
        if (!mark.shown) continue;
        const bool on_label = meet(mark.label, at, 1);
        const float away = on_label ? 0 : distance(mark.centre, at) - mark.radius;
        if (away < least) least = away, nearest = static_cast<int>(i);
    }
    return nearest;
}

std::optional<Rating> rating_at(const PeopleDrawing& drawing, ImVec2 at) {
    const float top = drawing.band_edges.front(), end = drawing.band_edges.back();
    if (!drawing.map || at.y < top || at.y >= end || at.x < drawing.column_edges.front() || at.x >= drawing.column_edges.back())
        return std::nullopt;
    const auto column = std::upper_bound(drawing.column_edges.begin(), drawing.column_edges.end(), at.x) - drawing.column_edges.begin() - 1;
    const auto band = std::upper_bound(drawing.band_edges.begin(), drawing.band_edges.end(), at.y) - drawing.band_edges.begin() - 1;
    return Rating{column == 0 ? std::nullopt : std::optional(static_cast<int>(column) - 6), static_cast<Degree>(band)};
}

}  // namespace draw

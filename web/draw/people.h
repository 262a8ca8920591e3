// The people of a deal as a drawing: influence × support, or the organisation tree (methodology §6). Plain data in, a draw list out;
// places are device pixels. Laid out when something changes, and kept.
#pragma once

#include "model/deal.h"
#include "model/playbook.h"
#include "ui/mirror.h"
#include "ui/theme.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace draw {

struct PersonMark {
    // Said by whoever lays it out.
    std::string name, detail;            // below the disc, as far as there is room
    std::array<std::string, 4> badges;   // a sign per role type, the heaviest first; empty = no more
    bool final_say = false;              // the first badge is filled
    std::string attitude;                // a sign in a round badge; empty = unknown
    std::optional<int> support;          // nothing = unknown
    bool covered = false, shown = true;  // one that is not shown stands faintly in its place
    // Said by the layout.
    ImVec2 centre;
    float radius = 0;
    ui::Rect label;  // of both lines; without width there is no room for any
    int label_lines = 0;
    bool wrapped_name = false;  // both lines are the name's
    bool shortened = false;     // the first one by its initial
};

struct PersonLine {
    std::size_t from = 0, to = 0;  // in marks
    compass::LinkKind kind = compass::LinkKind::reports_to;
};

// A leg of the suggested way; it goes round whoever stands between, and carries its number.
struct PathLeg {
    ImVec2 from, to;
    float bend = 0;  // how far its control point lies above the straight line
    ImVec2 number;
};

struct PeopleDrawing {
    std::vector<PersonMark> marks;  // in the order of Deal::people
    std::vector<PersonLine> lines;
    std::vector<std::size_t> path;  // marks, from the supporter who begins
    std::vector<PathLeg> legs;      // said by the layout
    bool map = true;                // else a tree
    ui::Rect field, unknown;        // of the map: where support is known, and where it is not
    std::array<float, 13> column_edges{};
    std::array<float, 4> band_edges{};
};

struct PeopleWords {
    std::array<std::vector<std::string>, 3> bands;  // influence, high first, in lines
    std::array<std::string, 11> support;            // −5 … +5; empty = has no word of its own
    std::string unknown, not_neutral;
    std::string against, in_favour, eager;  // what the corners ask for
    std::array<std::string, 4> links;       // in the order of LinkKind
};

struct PeopleFocus {
    int chosen = -1, hovered = -1, focused = -1;
    bool lines = true, path = true;
    int dragged = -1;  // drawn at `at` with the rating it would get there
    ImVec2 at;
};

// Discs never overlap, and stand in their column and band: one is larger the more weight its person has.
void layout_people_map(PeopleDrawing& drawing, const compass::Deal& deal, const compass::PeopleWeights& weights, const ui::Rect& area,
                       const PeopleWords& words);
// Who reports to whom, top down.
void layout_people_tree(PeopleDrawing& drawing, const compass::Deal& deal, const compass::PeopleWeights& weights, const ui::Rect& area);

void draw_people(ImDrawList& list, const PeopleDrawing& drawing, const PeopleWords& words, const PeopleFocus& focus);

// The person under a point, or the nearest within a finger's reach; −1 = nobody.
int hit_person(const PeopleDrawing& drawing, ImVec2 at);
struct Rating {
    std::optional<int> support;
    compass::Degree influence = compass::Degree::medium;
    bool operator==(const Rating&) const = default;
};
// What a place on the map means; nothing outside it.
std::optional<Rating> rating_at(const PeopleDrawing& drawing, ImVec2 at);

// A name in two lines, where it has two words.
std::pair<std::string_view, std::string_view> name_lines(std::string_view name);
std::string short_name(std::string_view name);  // "A. Wang"; of one word the word
ImU32 support_colour(std::optional<int> support);
ImU32 ink_on(ImU32 fill);
void draw_disc(ImDrawList& list, ImVec2 centre, float radius, std::optional<int> support, bool covered);
enum class BadgeShape : std::uint8_t { square, filled_square, round };
void draw_badge(ImDrawList& list, ImVec2 centre, BadgeShape shape, std::string_view sign);
float badge_size();
std::size_t badges_drawn(const PersonMark& mark);  // where it is crowded, the heaviest role only
// What no name may stand on: the signs of a mark, and the numbers of the way's legs.
std::vector<ui::Rect> signs_of(const PersonMark& mark);
ui::Rect number_place(const PathLeg& leg);
float badge_distance(float radius);  // of the signs from the middle of the disc, each way
void draw_link(ImDrawList& list, ImVec2 from, ImVec2 to, compass::LinkKind kind);
ImVec2 leg_peak(ImVec2 from, ImVec2 to, float bend);
// From rim to rim.
std::array<ImVec2, 2> ends_of(const PersonMark& from, const PersonMark& to);
void draw_leg(ImDrawList& list, ImVec2 from, ImVec2 to, bool dashed, float bend);

}  // namespace draw

// The people of a deal: influence × support or the organisation as a map, or as a table; beside it the one who is chosen.
#pragma once

#include "draw/people.h"
#include "reading/introduction.h"
#include "reading/next_steps.h"
#include "reading/people.h"
#include "views/deal_menu.h"
#include "views/frame.h"

#include <optional>
#include <string>
#include <vector>

namespace views {

enum class PeopleView : std::uint8_t { map, tree, table };
enum class PeoplePanel : std::uint8_t { person, edit, add };

// A person or a fact about one while it is written; it becomes part of the deal when it is saved.
struct PersonDraft {
    compass::Person person, before;
    std::string held_by, held_by_before, last, last_before;
    bool holds_work() const { return person != before || held_by != held_by_before || last != last_before; }
};
struct PersonFactDraft {
    compass::Id person;
    bool about_attitude = false;  // else about the support
    compass::Evidence fact, before;
    std::string date, date_before;
    bool holds_work() const { return fact != before || date != date_before; }
};

// A rating that is looked at beside the one that counts.
struct PersonTrial {
    compass::RatePerson rating;
    compass::Box<compass::Deal> from, deal;
    compass::DealReading reading;
};

// What is shown, made when the deal, the day or the language changed.
struct KeptPeople {
    std::optional<compass::Box<compass::Deal>> deal;
    std::uint64_t readings = 0;  // their version
    compass::Language language = compass::Language::zh;
    compass::PeopleReading people;
    std::vector<bool> covered;
    std::vector<std::string> sentences, links;  // of each person
    std::vector<compass::NextStep> steps;       // about a person
    compass::Id chosen, target;                 // whom the way leads to: the chosen one, else the one who decides
    std::vector<compass::IntroductionStep> way;
    std::uint64_t made = 0;  // rises each time
};

struct PeopleState {
    compass::Id deal;  // whose state this is; another deal starts afresh
    PeopleView view = PeopleView::map;
    PeoplePanel panel = PeoplePanel::person;
    bool lines = true, way = true, trying = false;
    std::optional<compass::RoleType> role;  // only these are shown
    std::optional<bool> covered;
    compass::Id chosen;
    std::string line;   // the person being typed
    std::string added;  // whoever was added last
    bool first_frame = false;
    std::vector<PersonDraft> drafts;     // of the open form, and what was begun and neither saved nor cancelled
    std::vector<PersonFactDraft> facts;  // the same
    bool writing_fact = false;
    bool to_panel = false;  // on a phone: who was chosen is to come into view
    bool to_fact = false;   // the form is to come into view
    std::optional<compass::LinkKind> new_link;
    std::optional<PersonTrial> trial;
    RenameState renaming;

    KeptPeople kept;
    draw::PeopleDrawing drawing;
    draw::PeopleWords words;
    struct LaidOut {
        std::uint64_t made = 0;
        ui::Rect area;
        float unit = 0;
        PeopleView view = PeopleView::map;
        std::optional<compass::RoleType> role;
        std::optional<bool> covered;
    } laid_out;
    int hovered = -1, focused = -1, dragged = -1;
    bool linking = false;  // a line is drawn from the chosen one
    compass::Id link_to;   // where it ended: its kind is asked for
    ImVec2 link_at;

    bool holds_work() const;
};

// A person is chosen when the deal's people are shown next; with `fact` the form for what was heard is open.
void open_person(PeopleState& state, const compass::Id& deal, const compass::Id& person, bool fact);
[[gnu::noinline]] void draw_people_screen(Frame& frame, PeopleState& state, const compass::Box<compass::Deal>& deal, ui::Rect area);

}  // namespace views

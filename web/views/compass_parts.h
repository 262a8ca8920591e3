// The parts of the compass screen, each in its own file.
#pragma once

#include "ui/widgets.h"
#include "views/compass.h"

namespace views {

// A column that is filled from the top; sections are divided by hairlines over the full width.
struct Column {
    ui::Rect area;
    float y;

    ui::Rect next(float height, float gap = 0) {
        const ui::Rect row = {area.x, y, area.width, height};
        y += height + gap;
        return row;
    }
    void divide(float padding) {
        y += ui::px(16);
        ui::hairline({area.x - padding, y}, {right(area) + padding, y}, ui::palette().line);
        y += ui::px(16);
    }
};
float section_height();    // of a section's heading
float row_height();        // of a list in the inspector
float press_row_height();  // of one whose rows are pressed

// The words of a scene, kept alive beside it.
struct SceneText {
    std::array<std::string, 4> stage, competition, urgency, question;
    std::array<std::string, 4> urgency_short;
    std::string competition_axis, urgency_axis, threat, trail_start, hover, now_value;
    std::vector<compass::Position> trail;
};
// What the drawings show.
draw::PositionScene scene_of(const CompassState& state, const compass::Deal& deal, const compass::DealReading& reading, SceneText& text);

// Header: title and basics left; the index, and keeping or dropping a what-if, right.
void draw_compass_header(const Frame& frame, CompassState& state, const compass::Box<compass::Deal>& deal, ui::Rect area);
// Tools, the lattice or the boards, the legend. On a phone one board, with the choice of its stage.
void draw_compass_canvas(Frame& frame, CompassState& state, const compass::Box<compass::Deal>& deal, ui::Rect area);
// Which view, which slice, what to show. Returns the height it took.
float draw_compass_tools(CompassState& state, const ui::Rect& area);
// One sentence first: the next step, or what is being tried or looked at; its detail below where it is too long. Returns the size it took.
ImVec2 draw_compass_headline(const CompassState& state, const compass::Deal& deal, const compass::DealReading& reading, ui::Rect area);
// Marks with their words, as many as there is room for.
void draw_compass_legend(const ui::Rect& area, bool flat);
// The likely course of the best policy.
void draw_compass_path(const compass::DealReading& reading, ui::Rect area);
// The way so far, as steps.
void draw_compass_trail(const Frame& frame, CompassState& state, const compass::Deal& deal, ui::Rect area);
// Will they buy × will they choose us, why, the moves, the questions, what the position rests on. Returns the height it took.
float draw_compass_inspector(const Frame& frame, CompassState& state, const compass::Box<compass::Deal>& deal, const ui::Rect& area);

// Will they buy, will they choose us; with what they were before a trial.
void draw_sides(Column& column, const compass::WinIndex& index, const compass::WinIndex* before);
std::string term_name(const compass::Term& term, const compass::Playbook& playbook);
// The ranked moves: why, chance, expected periods, gain; the one being tried with its proof, who can give it and the question.
void draw_compass_moves(Column& column, const Frame& frame, CompassState& state, const compass::Deal& deal,
                        const compass::DealReading& today);
// What the playbook says of a move at a stage; null where it says nothing.
const compass::MoveAdvice* advice_for(const compass::Playbook& playbook, compass::Move move, compass::Stage stage);
// The reason alone, or the whole of it, from the top of the rectangle. Returns the height it took.
float draw_advice(const ui::Rect& at, const compass::MoveAdvice& advice, bool whole);
float advice_height(const compass::MoveAdvice& advice, float width, bool whole);
// The whole screen on a phone.
void draw_compass_phone(Frame& frame, CompassState& state, const compass::Box<compass::Deal>& deal, ui::Rect area);

// There is something better than waiting.
inline bool has_step(const compass::DealReading& today) {
    return !today.navigation.moves.empty() && today.navigation.moves.front().move != compass::Move::hold;
}

// Tries a position beside today; today's own position ends the trial.
void try_position(CompassState& state, const compass::Deal& deal, const compass::Position& position);
// Esc ends a trial, else looking back, else the editing of an axis.
void leave_on_escape(const Frame& frame, CompassState& state);
void keep_what_if(const Frame& frame, CompassState& state, const compass::Deal& deal);

}  // namespace views

// The parts of the visit screen, each in its own file.
#pragma once

#include "ui/widgets.h"
#include "views/compass_parts.h"
#include "views/visit.h"

namespace views {

// Reads what is to be shown where the deal, the person, the day or the language changed.
void keep_visit(const Frame& frame, VisitState& state, const compass::Box<compass::Deal>& deal);
LineWords line_words(const compass::Deal& deal, const compass::Playbook& playbook, const compass::VisitLine& line, compass::Date today);
CardWords card_words(const Frame& frame, const compass::Box<compass::Deal>& deal, const compass::Person& person,
                     const compass::VisitCard& card);
std::string line_kind_word(compass::LineKind kind);
std::string question_word(compass::Question question);
std::string question_words(const compass::Playbook& playbook, const compass::Deal& deal, const compass::Unknown& unknown);

// Each returns the height it took.
float draw_visit_card(const Frame& frame, VisitState& state, const compass::Deal& deal, const ui::Rect& area);
float draw_visit_note(const Frame& frame, VisitState& state, const compass::Box<compass::Deal>& deal, const ui::Rect& area);
// What one line was understood as, each part with a menu that changes it.
void draw_noted_line(Column& column, const Frame& frame, VisitDraft& draft, const compass::Deal& deal, std::size_t index);
// Saves what lacks nothing; the rest stays in the box.
void save_visit(const Frame& frame, VisitState& state, const compass::Deal& deal);

// Things side by side, the next row where there is no room.
struct Flow {
    ui::Rect area;
    float x, y, height, gap;
    Flow(const Column& column, float row_height, float between)
        : area(column.area), x(column.area.x), y(column.y), height(row_height), gap(between) {}
    ui::Rect next(float width) {
        if (x > area.x && x + width > right(area) + 1) x = area.x, y += height + gap;
        const ui::Rect rect = {x, y, width < area.width ? width : area.width, height};
        x += rect.width + gap;
        return rect;
    }
    float end() const { return y + height; }
};

}  // namespace views

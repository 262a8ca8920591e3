// Words and small drawings of a deal that several views share.
#pragma once

#include "draw/icons.h"
#include "ui/widgets.h"
#include "views/frame.h"

#include <string>

namespace views {

// For icon_button(): the drawing of an icon as a plain function.
template <draw::Icon icon>
void paint_icon(ImDrawList& list, ImVec2 centre, float extent, ImU32 colour) {
    draw::draw_icon(list, icon, centre, extent, colour);
}

std::string stage_word(compass::Stage stage);
std::string competition_word(compass::Competition competition);
std::string urgency_word(compass::Urgency urgency);
std::string level_word(compass::Axis axis, int level);
std::string axis_word(compass::Axis axis);
std::string axis_short_word(compass::Axis axis);                // "竞争" where space is short
std::string position_words(const compass::Position& position);  // "方案·平手·活跃"
ui::Phrase move_phrase(compass::Move move);
std::string move_words(compass::Move move);                                               // "竞争提升"
std::string move_target(compass::Move move, const compass::Position& to);                 // "领先"; empty for hold
std::string move_sentence(compass::Move move, const compass::Position& to);               // "竞争提升 → 领先"
std::string best_detail(const compass::RankedMove& move);                                 // "把握 34% · 约 4 期 · 增益 +6.1 点"
std::string funnel_words(const compass::Playbook& playbook, compass::FunnelStage stage);  // "P4 取得初步认可"
std::string deal_title(const Frame& frame, const compass::Deal& deal);                    // "临江化工 · 节能改造"
std::string deal_title(const compass::Workspace& workspace, const compass::Deal& deal);
std::string deal_title(const compass::Customer* customer, const compass::Deal& deal);
// "赢单指数 20%，区间 15–27%"; "试走：赢单指数 20% → 36%，区间 28–44%" where there is a before
std::string index_sentence(const compass::WinIndex& index, const compass::WinIndex* before = nullptr);
std::string side_sentence(
    ui::Phrase name, const compass::Side& side,
    const compass::Side* before);  // "会不会买 77%，区间 70–82%"; "会不会买 77% → 81%，区间 …" where there is a before

// One more part of a line whose parts a dot divides; an empty one is none.
void add_part(std::string& line, std::string_view part);

// Customer and deal in one line. Where it is too short for both, the deal's name goes first and the customer keeps three tenths.
struct NameLook {
    ui::Font customer, name;
    ImU32 customer_ink, name_ink;
    std::string_view between;
};
NameLook name_in_list(ui::Type role);
float draw_deal_name(ui::Rect rect, const NameLook& look, std::string_view customer, std::string_view name);  // returns the width it took
// In a row of a list. Where names have little room the customer stands over the deal in smaller type, in all rows alike; elsewhere only
// where one line is too short and the row is high enough for two.
bool names_have_little_room(float width);
struct NameInRow {
    float used;  // width
    bool cut;    // not all of it could be shown
};
NameInRow draw_deal_name_in_row(const ui::Rect& rect, bool little_room, std::string_view customer, std::string_view name);
// The deal's title over its screen: in the mirror whole, and whole beside the pointer.
float deal_heading(const Frame& frame, const ui::Rect& rect, ui::Type role, const compass::Deal& deal);
// The same where the customer may have to stand elsewhere: true when the name of the deal stands alone. Spoken is always the whole title.
bool deal_heading_in_little_room(const Frame& frame, const ui::Rect& rect, ui::Type role, const compass::Deal& deal);
// That a deal is a sample, at the rectangle's left edge.
void draw_sample_mark(const ui::Rect& rect);
float sample_mark_width();
// When it was saved, or that it failed, and when there was a backup last, which is the button for the next; in lines as wide as the area,
// in one where it has no room for more.
float saved_words_height(const Frame& frame, float width);
void draw_saved(const Frame& frame, ui::Rect area, ui::Align align = ui::Align::left);
// A screen's title and under it what the screen says of itself; on a phone, whose bar has no room for it, also when all was saved.
void draw_screen_title(const Frame& frame, const ui::Rect& head, std::string_view title, std::string_view words = {});
int lines_below_title(std::string_view words, float width);
void draw_below_title(const Frame& frame, ui::Rect area, std::string_view words);
float screen_head_height(const ui::Rect& screen);

// Where a deal stands, as three rows of four words to press. Returns true when it changed.
bool position_picker(std::string_view id, ui::Rect area, compass::Position& position);
void draw_level_plate(const ui::Rect& rect, bool on, bool hovered);  // of a level that can be chosen
float position_picker_height(float width);

}  // namespace views

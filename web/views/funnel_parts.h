// The parts of the funnel's screen, each in its own file.
#pragma once

#include "codec/csv.h"
#include "ui/widgets.h"
#include "views/funnel.h"

#include <span>

namespace views {

// The seven steps as a table with bars. A press on a step shows its deals alone.
void draw_funnel_stages(const Frame& frame, FunnelState& state, ui::Rect area);
float funnel_stages_height();
// The same as cards under each other. Returns the height it took.
float draw_funnel_stage_cards(const Frame& frame, FunnelState& state, const ui::Rect& area);
// Four quarters with their distributions, then where our process says too much. Returns the height it took.
float draw_funnel_forecast(const Frame& frame, FunnelState& state, const ui::Rect& area);
// Every open deal, with what orders, groups and filters them.
void draw_funnel_deals(const Frame& frame, FunnelState& state, ui::Rect area);
// The table's columns but the name, by their bit in FunnelOrder::hidden.
std::span<const ui::Phrase> funnel_columns();
void draw_funnel_deal_tools(FunnelState& state, ui::Rect area);
// "先解决 1 条 · 警示 3 条"; empty where nothing speaks.
std::string flags_words(const DealSum& sum);
// Whom to look at first, and why.
void draw_funnel_reasons(const Frame& frame, FunnelState& state, const ui::Rect& area);
// What the orders of a period come to a day, and what would lift it.
void draw_funnel_productivity(const Frame& frame, FunnelState& state, const ui::Rect& area);
// All open deals among the 64 positions.
void draw_funnel_positions(const Frame& frame, FunnelState& state, ui::Rect area);

// The deals that the table shows, in its order, with the columns that are shown.
std::vector<compass::CsvRow> funnel_rows(const Frame& frame, const Portfolio& portfolio, const FunnelOrder& order);

// A header that is pressed to sort by it; an arrow beside its words shows how. True when it was.
bool sort_header(std::string_view id, const ui::Rect& rect, std::string_view words, bool sorted, bool descending, ui::Align align);
void funnel_header(std::string_view id, const ui::Rect& rect, std::string_view words, ui::Align align = ui::Align::left);

}  // namespace views

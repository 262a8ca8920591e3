// The drawings of the printed report, as inline SVG. Colours are classes of the page's style sheet; each has a title for who cannot see it.
#pragma once

#include "model/language.h"
#include "portfolio/forecast.h"
#include "reading/deal_reading.h"

#include <string>

namespace compass::paper {

// Three rows of four levels: where it stands, where the evidence says, where the best move leads.
std::string position_drawing(const DealReading& reading, Language language);
// A scale from 0 to 100 % with the index on its band.
std::string band_drawing(const WinIndex& index, Language language);
// What lifts and what lowers one side, a bar per known term that counts, to the right where it helps.
std::string terms_drawing(const Side& side, const Playbook& playbook, Language language);
// Per quarter: won, weighted and compass amount, and the span from P10 to P90.
std::string quarters_drawing(const Forecast& forecast, Language language);

}  // namespace compass::paper

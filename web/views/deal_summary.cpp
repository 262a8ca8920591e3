#include "views/deal_summary.h"

#include "views/compass_parts.h"
#include "views/deal_header.h"
#include "views/deal_words.h"

namespace views {

using namespace compass;
using namespace ui;

std::string deal_summary(const Workspace& workspace, const Playbook& playbook, const Deal& deal, const DealReading& reading, Date today) {
    std::string text;
    const auto line = [&](const std::string& words) { text += words + "\n"; };
    line(deal_title(workspace, deal));
    line(basics_line(playbook, deal, today));
    line(say(Phrase::summary_position, {{"position", position_words(deal.position.claimed)}}));
    if (!reading.index) {
        line(outcome_words(deal));
        return text;
    }
    line(index_sentence(*reading.index));
    line(side_sentence(Phrase::side_decide, reading.index->decide, nullptr));
    line(side_sentence(Phrase::side_choose, reading.index->choose, nullptr));
    const RankedMove& best = reading.navigation.moves.front();
    const std::string detail = best.move == Move::hold ? std::string(say(Phrase::hold_detail)) : best_detail(best);
    line(say(Phrase::summary_step, {{"step", move_sentence(best.move, best.to)}, {"detail", detail}}));
    return text;
}

}  // namespace views

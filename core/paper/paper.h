// What is printed or sent: pages of their own as HTML. Without scripts, without anything to load, and with every text of the workspace
// escaped; they print on A4. The playbook must hold the method (codec/method.h).
#pragma once

#include "model/language.h"
#include "model/playbook.h"
#include "model/workspace.h"
#include "paper/html.h"

#include <string>
#include <string_view>

namespace compass::paper {

// The deals of a workspace: what they are worth together, then one section for each that is open.
std::string deals_page(const Workspace& workspace, const Playbook& playbook, Date today, Language language);
// One deal. `picture`, our own SVG, stands beside its position; empty = the position as three rows alone.
std::string deal_page(const Workspace& workspace, const Deal& deal, const Playbook& playbook, Date today, Language language,
                      std::string_view picture);
// What the deals are worth together alone, below `picture`.
std::string portfolio_page(const Workspace& workspace, const Playbook& playbook, Date today, Language language, std::string_view picture);
// The minutes of all reviews of one day: per deal what had changed, what was decided, and the tasks.
std::string review_page(const Workspace& workspace, const Playbook& playbook, Date day, Language language);

// Parts of those pages: one deal as a section, and as a sheet in two columns.
void write_deal_section(Html& html, const Deal& deal, const Customer* customer, const Playbook& playbook, Date today, Language language);
void write_deal_sheet(Html& html, const Deal& deal, const Customer* customer, const Playbook& playbook, Date today, Language language,
                      std::string_view picture);

}  // namespace compass::paper

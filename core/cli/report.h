// The parts of the printed report.
#pragma once

#include "cli/html.h"
#include "model/language.h"
#include "model/playbook.h"
#include "model/workspace.h"
#include "portfolio/forecast.h"

#include <string>
#include <vector>

namespace compass::cli {

// One page for the deals of a workspace: what they are worth together, then one section for each that is open. Without scripts, without
// anything to load, and with every text of the workspace escaped; it prints on A4, a deal to a page. The playbook holds the method.
std::string report_page(const Workspace& workspace, const Playbook& playbook, Date today, Language language);

// Its section of one open deal. `customer` may be null.
void write_deal_section(Html& html, const Deal& deal, const Customer* customer, const Playbook& playbook, Date today, Language language);

}  // namespace compass::cli

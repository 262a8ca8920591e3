// A deal in a few lines of text, for a message or a mail: what it is, where it stands, the index and its two questions, the next step.
#pragma once

#include "model/workspace.h"
#include "reading/deal_reading.h"

#include <string>

namespace views {

// Lines end with "\n"; in the language of the page.
[[gnu::noinline]] std::string deal_summary(const compass::Workspace& workspace, const compass::Playbook& playbook,
                                           const compass::Deal& deal, const compass::DealReading& reading, compass::Date today);

}  // namespace views

// Tables of a deal for spreadsheets: a header in the user's language, then a row for each. Clean texts; codec/csv writes them.
#pragma once

#include "codec/csv.h"
#include "model/language.h"
#include "model/playbook.h"
#include "model/workspace.h"

#include <vector>

namespace compass::paper {

std::vector<CsvRow> people_rows(const Deal& deal, const Playbook& playbook, Date today, Language language);
// The open deals' tasks whose result is not recorded yet, the earliest day first.
std::vector<CsvRow> task_rows(const Workspace& workspace, const std::vector<const Deal*>& deals, const Playbook& playbook, Date today,
                              Language language);

}  // namespace compass::paper

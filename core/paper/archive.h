// Everything a workspace holds as one ZIP file: to keep, to move to another computer, to open with other programs.
#pragma once

#include "codec/zip.h"
#include "model/language.h"
#include "model/playbook.h"
#include "model/workspace.h"

#include <string>
#include <vector>

namespace compass::paper {

// The whole workspace as one file, then a file for each deal with its customer, then tables of deals, people and actions. File names are
// fit for every system, and no two are the same, whatever its letters' case.
std::vector<ZipEntry> archive_entries(const Workspace& workspace, const Playbook& playbook, Date today, Language language);
std::string archive(const Workspace& workspace, const Playbook& playbook, Date today, Language language);

}  // namespace compass::paper

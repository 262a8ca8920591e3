// Files of Deal Compass: JSON ⇄ model, with every error of a file and where it is (methodology §14).
//
//   {"format": "deal-compass", "version": "1.0", "customers": […], "deals": […], "playbook": {…}}
//
// A newer minor version opens and keeps what it does not know; an unknown major version is refused.
#pragma once

#include "codec/format.h"
#include "model/playbook.h"
#include "model/result.h"
#include "model/workspace.h"

#include <string>
#include <string_view>

namespace compass {

enum class Layout {
    lines,    // two spaces per level: for people, mail and version control
    compact,  // no blanks: for storage, links and one-deal-per-line streams
};

// All errors of the text at once, at most errors_at_most; the text may be anything, of any size.
Result<Workspace> read_workspace(std::string_view json);
// Canonical: the same model gives the same bytes. Members in the order of the schema, unknown ones after them by name; defaults left out.
std::string write_workspace(const Workspace& workspace, Layout layout = Layout::lines);
// Only these deals with their customers: a deal to take away as a file.
std::string write_deals(const Workspace& workspace, const std::vector<Id>& deals, Layout layout = Layout::lines);

Result<Playbook> read_playbook(std::string_view json);
std::string write_playbook(const Playbook& playbook);
// The built-in one; a build whose default playbook does not load has failed its tests.
const Playbook& default_playbook();
// Where the built-in texts come apart (codec/texts_apart.h) and more have come. The default playbook is another object then; the one before
// stays.
void read_defaults_again();
// The workspace's own playbook, else the default one.
const Playbook& playbook_of(const Workspace& workspace);

// Every date of the deal and its customer moved by `days`: a case set on the day it is opened.
Deal shifted(Deal deal, int days);
Customer shifted(Customer customer, int days);

// The JSON Schema (2020-12) of the file format, as kept in assets/deal-compass.schema.json.
std::string json_schema();

}  // namespace compass

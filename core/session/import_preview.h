// What an import would change, told before it happens, and what the user wants of it.
#pragma once

#include "model/workspace.h"

#include <string>
#include <string_view>
#include <vector>

namespace compass {

// Against what is here already; session/standing.h says what is newer. Gone is what a backup lacks that replaces everything.
enum class ImportKind : std::uint8_t { added, newer, older, conflicting, unchanged, gone };
enum class ImportChoice : std::uint8_t { mine, theirs, both };

// A deal of the import, or a customer that is no part of one: it differs from the one here, or comes without deals. It is called what it is
// called here, where it is.
struct ImportRow {
    Id id;
    bool is_deal = true;
    std::string customer, name;  // a customer's row has no second one
    ImportKind kind = ImportKind::added;
    ImportChoice choice = ImportChoice::theirs;  // at first what loses nothing: new and newer comes, for the rest one's own stays
    Position position;
};
constexpr bool differs(ImportKind kind) {
    return kind == ImportKind::newer || kind == ImportKind::older || kind == ImportKind::conflicting;
}
constexpr bool takes_effect(const ImportRow& row) { return row.kind != ImportKind::unchanged && row.choice != ImportChoice::mine; }

struct ImportPreview {
    std::vector<ImportRow> rows;
    bool brings_playbook = false;  // another one than what is here
    bool takes_playbook = false;
    bool changes_anything() const;
};

ImportPreview preview_import(const Workspace& workspace, const Workspace& incoming);
// The same where it becomes all there is; what it lacks comes last.
ImportPreview preview_restore(const Workspace& workspace, const Workspace& backup);

// What of `incoming` is to be laid over the user's own (ImportWorkspace) so that each row becomes what was chosen. A copy that stands
// beside the own version is called by `mark` and its name; a deal's copy belongs to the customer's copy, where there is one.
Workspace chosen(const Workspace& incoming, const ImportPreview& preview, std::string_view mark);

}  // namespace compass

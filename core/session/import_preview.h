// What an import would change, told before it happens.
#pragma once

#include "model/workspace.h"

#include <string>
#include <vector>

namespace compass {

enum class ImportKind : std::uint8_t { added, replaced, unchanged, gone };

struct ImportedDeal {
    Id id;
    std::string customer, name;
    ImportKind kind = ImportKind::added;
    Position position;
};

struct ImportPreview {
    std::vector<ImportedDeal> deals;
    int customers_added = 0, customers_replaced = 0, customers_gone = 0;
    bool replaces_playbook = false;
    bool changes_anything() const;
};

ImportPreview preview_import(const Workspace& workspace, const Workspace& incoming);
// The same where it becomes all there is; what it lacks comes last.
ImportPreview preview_restore(const Workspace& workspace, const Workspace& backup);

}  // namespace compass

// What files would change, before they change anything, and which version of what is here already shall stay; or why they were refused.
#pragma once

#include "model/result.h"
#include "session/import_preview.h"
#include "views/frame.h"
#include "views/import_table.h"
#include "views/import_words.h"

#include <map>

namespace views {

struct RefusedFile {
    std::string name;
    std::vector<compass::Error> errors;  // at least one
};

struct ImportState {
    std::vector<RefusedFile> refused;
    std::vector<std::string> accepted;  // file names
    compass::Workspace from_files;      // of deals
    std::vector<ImportedTable> tables;
    compass::Workspace incoming;                 // from all of them
    bool can_restore = false, restores = false;  // a file with everything: it may become all there is
    compass::ImportPreview preview;
    std::map<compass::Id, compass::ImportChoice> choices;    // that the user made
    std::vector<std::vector<ImportDifference>> differences;  // of each row of the preview
    std::string kept;  // the file that everything is saved to and that somebody else changed; empty: none is meant
    struct Rows {      // kept while the list looks the same
        float width = 0, unit = 0;
        compass::Language language = compass::Language::zh;
        std::vector<float> tops;  // of each row below the first one, and where the last one ends
    } rows;
};

// What files and tables bring, as they are read now, and what that would change.
void preview(const compass::Workspace& own, const compass::Playbook& playbook, const compass::Currency& usual,
             const compass::Context& context, ImportState& state);

// False when it shall close.
[[gnu::noinline]] bool draw_import(const Frame& frame, ImportState& state);
// The sentence of an error in the user's language.
std::string sentence(const compass::Error& error);

}  // namespace views

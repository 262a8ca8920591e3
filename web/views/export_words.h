// What can be exported, by name.
#pragma once

#include "views/frame.h"

#include <span>

namespace views {

struct ExportName {
    Export what;
    ui::Phrase words;
};
// Of a deal, or of all of them, in the order of the menu.
std::span<const ExportName> export_names(bool of_deal);

}  // namespace views

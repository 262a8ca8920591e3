// Stands where Dear ImGui's imgui_tables.cpp would: we draw our tables ourselves, and its own would be a tenth of the program. What its
// core calls of them does nothing, because no table and no columns are ever begun.
#include <imgui_internal.h>

namespace ImGui {

void EndColumns() {}
void PopColumnsBackground() {}
void PushColumnsBackground() {}
void EndTable() {}
void TableEndCell(ImGuiTable*) {}
void TableEndRow(ImGuiTable*) {}
void TableGcCompactSettings() {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void TablePopBackgroundChannel() {}
void TablePopColumnChannel() {}
void TablePushBackgroundChannel() {}
void TablePushColumnChannel(int) {}
void TableSettingsAddSettingsHandler() {}

}  // namespace ImGui

// The product's controls: each draws itself in the given rectangle, works by mouse, touch and keyboard, and stands in the semantic mirror.
// `id` is any string unique in the current ImGui window (or PushID scope). Rectangles are device pixels.
#pragma once

#include "ui/layout.h"
#include "ui/mirror.h"
#include "ui/theme.h"

#include <imgui.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

// Of an item in the current window and PushID scope.
inline ImGuiID id_of(std::string_view id) { return ImGui::GetID(id.data(), id.data() + id.size()); }

enum class Align : std::uint8_t { left, centre, right };

// --- text -------------------------------------------------------------------------------------------------------------
float text_width(Font font, std::string_view words);
float line_height(Font font);  // distance of two lines of running text
// Draws only; y is the top of the line. Returns the width.
float draw_text(ImVec2 at, Font font, ImU32 colour, std::string_view words);
// Draws only, one line, middle of the rectangle; what does not fit ends in "…".
float draw_text_in(const Rect& rect, Font font, ImU32 colour, std::string_view words, Align align = Align::left);
// Breaks between CJK characters as well as between words; 。，、」 never start a line.
std::vector<std::string_view> wrap(Font font, std::string_view words, float width);
// Draws wrapped text from the top of the rectangle; returns the height it took.
float draw_paragraph(const Rect& rect, Font font, ImU32 colour, std::string_view words, int lines_at_most = 100);
float paragraph_height(Font font, std::string_view words, float width, int lines_at_most = 100);

// Text that also stands in the mirror.
void label(const Rect& rect, Font font, ImU32 colour, std::string_view words, Align align = Align::left);
// In a row of a table; nothing where the column has no width.
void table_cell(std::string_view id, const Rect& rect, Font font, ImU32 colour, std::string_view words, Align align = Align::left);
ItemId heading(const Rect& rect, Font font, std::string_view words, int level, ImU32 colour);
ItemId heading(const Rect& rect, std::string_view words, int level);  // drawn by the caller
float paragraph(const Rect& rect, Font font, ImU32 colour, std::string_view words, int lines_at_most = 100);
// A drawn number or picture as a sentence in the mirror.
void reading(std::string_view id, const Rect& rect, std::string_view sentence);

struct RowCount {                 // where only the rows in sight are drawn, the header being the first
    std::size_t of = 0, row = 0;  // how many a table has; which one a row is, from 1; 0 = not told
};
struct Group {  // a mirror container as a scope
    Group(Role role, std::string_view id, std::string_view name, const Rect& rect, std::uint32_t states = state_none, RowCount count = {});
    ~Group() { mirror().close(); }
    Group(const Group&) = delete;
    Group& operator=(const Group&) = delete;
};

// --- things to press ---------------------------------------------------------------------------------------------------
struct Press {
    bool pressed = false, hovered = false, held = false, focused = false;
    bool context = false;  // its own menu is asked for: right button, resting finger, menu key, Shift+F10
};
// The behaviour under every control: no drawing except the focus ring.
struct PressItem {
    Role role = Role::button;
    std::string_view name;
    std::string_view value = {};
    std::string_view description = {};
    std::uint32_t states = state_none;
    float radius = 6;            // of the focus ring, design pixels
    std::string_view menu = {};  // that it opens
};
Press press(std::string_view id, const Rect& rect, const PressItem& item);

enum class ButtonKind : std::uint8_t { primary, secondary, plain, danger };
bool button(std::string_view id, const Rect& rect, std::string_view words, ButtonKind kind = ButtonKind::secondary, bool enabled = true);
// A choice that a menu offers: the chosen value on it; `name` says what is chosen, none where the value itself does.
void value_button(std::string_view id, const Rect& rect, std::string_view name, std::string_view value, std::string_view menu);
float button_width(std::string_view words);  // with its padding
// A drawing instead of words; `name` for the mirror and the tooltip.
using IconPainter = void (*)(ImDrawList& list, ImVec2 centre, float size, ImU32 colour);
bool icon_button(std::string_view id, const Rect& rect, std::string_view name, IconPainter paint, bool enabled = true,
                 std::string_view menu = {});
// One of several: Tab reaches the one that is chosen, the arrows choose the next, or only lead to it. Items in order, then the choice.
class Radios {
  public:
    enum class Arrows : std::uint8_t { choose, lead };
    Radios(std::string_view id, std::string_view name, const Rect& rect, int chosen, Arrows arrows = Arrows::choose);  // −1: none is
    Press item(std::string_view id, const Rect& rect, std::string_view words);  // drawn by the caller
    bool chip(const Rect& rect, std::string_view words);                        // as a box of its own; true when pressed
    int chosen();

  private:
    Group group_;
    Arrows arrows_;
    int chosen_, next_, focused_ = -1;
    std::vector<ItemId> items_;
};
// The same as one bar; returns the chosen index. `here` carries a gold dot: where the deal stands.
int segment(std::string_view id, const Rect& rect, std::string_view name, std::span<const std::string_view> choices, int chosen,
            int here = -1);
// Parts of one screen side by side, the chosen one underlined; returns which. Where there is little room they stand closer.
int tab_strip(std::string_view id, const Rect& rect, std::string_view name, std::span<const std::string_view> tabs, int chosen);
float segment_width(std::span<const std::string_view> choices);
bool check(std::string_view id, const Rect& rect, std::string_view words, bool& on);
void draw_check_box(const Rect& box, bool on, bool hovered);  // draws only
float check_width(std::string_view words);
void tooltip(std::string_view words);  // for the item pressed() was asked for last, when hovered

// --- text fields --------------------------------------------------------------------------------------------------------
struct FieldOptions {
    std::string_view hint = {};
    std::string_view error = {};  // a sentence below; the outline turns to it
    bool several_lines = false;
    float box = 0;            // height of one of several lines, device pixels; 0 = three lines
    bool take_focus = false;  // in this frame
    bool label_visible = true;
    bool secret = false;        // a passphrase: drawn as dots, and a password box of the browser
    bool secret_shown = false;  // the user wants to see it all the same
    bool secret_known = false;  // it was set before: the browser may offer what it remembers
};
struct FieldResult {
    bool changed = false;  // `value` is new
    bool done = false;     // the user pressed Enter, or left the box after a change
    bool editing = false;  // the browser's box is open over the drawn one
};
// Label above, field below; edited in the browser's own text box (the rule is in ui/mirror.h).
FieldResult text_field(std::string_view id, const Rect& rect, std::string_view name, std::string& value, const FieldOptions& options = {});
float field_height(const FieldOptions& options = {});  // label, box and, where there is one, the error

// --- containers ---------------------------------------------------------------------------------------------------------
// A region that scrolls vertically. begin returns the content's rectangle (its height is the visible height); the caller
// tells at the end how tall the content became.
// With `stop` the region itself is a tab stop: for content in which nothing else is.
Rect begin_scroll(std::string_view id, const Rect& rect, Role role = Role::group, bool stop = false);
void end_scroll(float content_height);
// Between the two: which rows of equal height are in sight, and as many again below and above, so that the keyboard finds the next one.
struct RowRange {
    std::size_t first = 0, end = 0;
};
// For paper: until it is taken back, all rows count as in sight, up to some thousands.
void draw_all_rows(bool all);
RowRange rows_in_sight(const Rect& rows, float row_height, std::size_t count);
// Between the two: brings the part from y to y + height of the content into view.
void scroll_to(float y, float height);

// A window without anything of ImGui's own look; ends with ImGui::End().
void begin_bare(const char* name, const Rect& rect, ImU32 fill, ImGuiWindowFlags flags = 0);

// A dialog over the page; everything else is inert. begin returns false when the user closed it (Esc, ×, click outside).
bool begin_dialog(std::string_view id, std::string_view title, float width, float height, Rect& content);
void end_dialog();
float dialog_inside(float width);    // the width of its content, on a small screen less
float dialog_around(float content);  // the height around so much content

// A menu under the item that names it (PressItem::menu) or calls open_menu; begin_menu in every frame, in the same scope. The arrows go
// from item to item, Esc and a choice close it.
void open_menu(std::string_view id);
bool begin_menu(std::string_view id, std::string_view name, ImVec2 at, float width);
bool menu_item(std::string_view id, std::string_view words, bool danger = false, bool chosen = false);
void end_menu();

// --- layers: what stands over something else or in its place – a dialog, a menu, a panel, a field ------------------------------
// In every frame in which it is drawn. As it appears the focus goes to `focus` (0 = the caller sees to that), and back to where it was
// when it is no longer drawn. True in its first frame.
bool layer(ItemId id, ItemId focus);
void settle_layers();  // after everything else of a frame
void menu_is_drawn();
// Esc, once: an open menu has it first, then who asks first in the frame.
bool take_escape();

void focus_ring(const Rect& rect, float radius);
void hairline(ImVec2 from, ImVec2 to, ImU32 colour);

}  // namespace ui

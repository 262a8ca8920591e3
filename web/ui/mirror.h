// The semantic mirror: what a screen reader, a keyboard user and a browser test know of the canvas.
// Widgets describe themselves here in the order they are drawn; the platform turns the list into ARIA elements
// and sends back what the user did to them. No ImGui and no browser in this header: plain data and one class.
//
// Text boxes, the one rule: the browser's own <input> or <textarea> edits, the canvas shows. While a text box has the DOM
// focus, however it got it (click, tap, Tab, screen reader, request_focus), its element becomes visible exactly over
// the drawn field, in the same font; so IME, candidate window, soft keyboard, selection, undo, clipboard, dictation
// and assistive tools are the browser's own. Every change arrives through take_value in the frame it happens in (a composition when it
// is committed); take_done tells that the user finished (Enter or left the box). What the program changes itself wins over what the
// box shows, except during a composition. ImGui's InputText may draw the field, but it never keeps the caret: as soon as it
// takes the focus (a click, SetKeyboardFocusHere), the platform hands the focus on to the element with the same id.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

using ItemId = std::uint32_t;  // an ImGuiID; stable while the same thing is on screen, never 0

enum class Role : std::uint8_t {
    // containers: open() … close()
    banner,
    navigation,
    main,
    complementary,
    region,
    group,
    list,
    listitem,
    radiogroup,
    tablist,
    menu,
    dialog,
    alertdialog,
    table,
    row,
    // items: add()  (listbox, img and cell may also be open()ed)
    button,
    link,
    checkbox,
    radio,
    tab,
    menuitem,
    textbox,
    textarea,
    spinbutton,
    slider,
    img,
    heading,
    text,
    status,
    alert,
    columnheader,
    cell,
    option,
    listbox,
    combobox,
    rowgroup,  // containers as well
    toolbar,   // what is in it are tools, not content
};

enum State : std::uint32_t {
    state_none = 0,
    state_disabled = 1u << 0,
    state_checked = 1u << 1,     // checkbox, radio: aria-checked is written either way
    state_selected = 1u << 2,    // tab, option: aria-selected is written either way
    state_expandable = 1u << 3,  // aria-expanded is written, true with state_expanded
    state_expanded = 1u << 4,
    state_pressed = 1u << 5,  // toggle button
    state_toggle = 1u << 6,   // aria-pressed is written either way
    state_current = 1u << 7,  // aria-current
    state_invalid = 1u << 8,
    state_modal = 1u << 9,       // everything outside is inert
    state_focusable = 1u << 10,  // set for every item that can be operated; it is a tab stop unless state_roving
    state_roving = 1u << 11,     // reached by arrow keys inside its group, not by Tab
    state_polite = 1u << 12,     // a live region that announces changes
    state_editing = 1u << 13,    // the text box the user writes in: the same as focused(id), kept for views that draw it
    state_clips = 1u << 14,      // container: shows only what lies inside its rect, scrolled by scroll_x, scroll_y; see take_scroll
    state_floating = 1u << 15,   // container drawn above the page and not clipped by its parents; dialogs and menus always are
    state_drags = 1u << 16,      // a finger moves it instead of scrolling the page; sliders always do
    state_align_end = 1u << 17,  // text box: its text stands at the right edge
    state_sortable = 1u << 18,   // column header: aria-sort is written, none without one of the two
    state_ascending = 1u << 19,
    state_descending = 1u << 20,
    state_menu = 1u << 21,    // pressing it opens a menu: aria-haspopup, and aria-expanded either way
    state_secret = 1u << 22,  // text box: a password
    state_shown = 1u << 23,   // a secret that may be seen
    state_known = 1u << 24,   // a secret that was set before
};

struct Rect {
    float x = 0, y = 0, width = 0, height = 0;  // device pixels, canvas origin top left
};

struct Item {
    ItemId id = 0;
    Role role = Role::text;
    std::string_view name = {};   // accessible name, in the user's language
    std::string_view value = {};  // text of a text box, value text of a slider or reading
    std::string_view description = {};
    Rect rect = {};
    std::uint32_t states = state_none;
    float minimum = 0, maximum = 0, now = 0;  // slider, spinbutton; table: how many rows; row: which one, from 1
    std::uint8_t level = 0;                   // heading
    float scroll_x = 0, scroll_y = 0;         // state_clips: how far the content is scrolled, device pixels
    float em = 0;                             // text box: its type size, device pixels; 0 is the body size
};

// One node as kept for the frame; strings are offsets into Mirror::text() so that nothing is allocated per frame.
struct Node {
    ItemId id;
    std::int32_t parent;  // index into nodes(), −1 at the root
    Role role;
    std::uint8_t level;
    std::uint16_t layer;  // stacking order, higher is nearer; dialogs above the page
    std::uint32_t states;
    Rect rect;
    std::uint32_t name_at, name_size, value_at, value_size, description_at, description_size;
    float minimum, maximum, now;
    float scroll_x, scroll_y, em;
    std::uint32_t meaning;  // hash of what it says, without where it stands; from end_frame()
};

class Mirror {
  public:
    void begin_frame();
    void open(const Item& container);
    void close();
    void add(const Item& item);
    // Hash of everything added; the platform touches the DOM only when it changes.
    std::uint64_t end_frame();

    const std::vector<Node>& nodes() const { return nodes_; }
    std::string_view text() const { return text_; }

    // What the user did through the mirror, one frame long. Widgets ask for their own id.
    bool activated(ItemId id) const { return id != 0 && id == activated_; }
    bool focused(ItemId id) const { return id != 0 && id == focused_; }
    bool focus_visible() const { return focus_visible_; }  // the focus came by keyboard: draw the ring
    ItemId focused_item() const { return focused_; }       // 0 when nothing has the focus
    bool has(ItemId id) const;                             // among the nodes of this frame, so far
    // The text of a text box after the user, or an assistive tool, changed it; true once.
    bool take_value(ItemId id, std::string& text);
    // The user finished an edit: pressed Enter, or left the box after changing it. True once.
    bool take_done(ItemId id);
    // state_clips: the scroll position the browser wants, to bring a focused or searched item into view; true once. Device pixels.
    bool take_scroll(ItemId id, float& x, float& y);

    // Called by the platform (or by a test) between frames.
    void activate(ItemId id) { activated_next_ = id; }
    void focus(ItemId id, bool visible) { focused_ = id, focus_visible_ = visible; }
    void set_value(ItemId id, std::string_view text) { value_for_ = id, value_ = text; }
    void finish(ItemId id) { done_for_ = id; }
    void scroll(ItemId id, float x, float y) { scroll_for_ = id, scroll_x_ = x, scroll_y_ = y; }
    // A widget or view asks that the DOM focus goes to this item after the frame (a dialog that opens, a row that was deleted).
    void request_focus(ItemId id) { focus_request_ = id; }
    ItemId take_focus_request() {
        const ItemId id = focus_request_;
        focus_request_ = 0;
        return id;
    }

  private:
    std::vector<Node> nodes_;
    std::vector<std::int32_t> open_;
    std::string text_;
    ItemId activated_ = 0, activated_next_ = 0, focused_ = 0, value_for_ = 0, done_for_ = 0, scroll_for_ = 0, focus_request_ = 0;
    bool focus_visible_ = false;
    float scroll_x_ = 0, scroll_y_ = 0;
    std::string value_;

    void append(const Item& item);
};

// The mirror of the current frame; widgets write to it as they write to ImGui's current context.
Mirror& mirror();

}  // namespace ui

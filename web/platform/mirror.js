// The DOM side of the semantic mirror (ui/mirror.h): every node of a frame is an element over the spot where the canvas shows it.
// Elements are found again by id and touched only where something changed. Order in the DOM is the order of drawing, which is
// the order of reading and of Tab; dialogs stand at the end.
mergeInto(LibraryManager.library, {
  $Mirror__deps: ['$Page', '$Frames', '$Input', '$TextBox'],
  $Mirror: {
    // In the order of ui::Role.
    roles: ['banner', 'navigation', 'main', 'complementary', 'region', 'group', 'list', 'listitem', 'radiogroup', 'tablist', 'menu', 'dialog', 'alertdialog', 'table', 'row',
      'button', 'link', 'checkbox', 'radio', 'tab', 'menuitem', 'textbox', 'textarea', 'spinbutton', 'slider', 'img', 'heading', 'text', 'status', 'alert', 'columnheader',
      'cell', 'option', 'listbox', 'combobox', 'rowgroup', 'toolbar'],
    spoken: (role) => /^(heading|text|status|alert|columnheader|cell|listitem)$/.test(role),  // their words are their content
    pressed: (role) => /^(button|link|checkbox|radio|tab|menuitem|img|option|cell|combobox|columnheader|listitem)$/.test(role),  // Enter and Space activate
    root: null,
    records: null,  // key → record; a record is { element, key, id, role, … what was last written }
    clipping: null, // records of containers that clip
    lost: null,     // where that was which had the focus and is gone
    size: 84,       // bytes of a node
    wanted: 0,      // id that shall get the focus as soon as it can
    round: 0,

    start: () => {
      Mirror.root = { element: document.getElementById('mirror'), x: 0, y: 0, layer: 0 };
      Mirror.records = new Map();
      Mirror.clipping = new Set();
      TextBox.start();  // first: a text box hands over its text before it loses the focus
      const on = (type, handler, options) => Page.listen(Mirror.root.element, type, handler, options);
      on('focusin', (event) => Mirror.focus(event.target.record, event.target));
      on('focusout', (event) => event.relatedTarget && event.relatedTarget.record || Mirror.focus(null));
      // A click by pointer has reached the canvas already; one without comes from a script or an assistive tool.
      on('click', (event) => event.detail === 0 && event.target.record && !event.target.record.text && Mirror.press(event.target.record));
      on('scroll', () => Mirror.take_scrolls(), { capture: true });
    },

    focus: (record, element) => {
      if (record) Mirror.wanted = 0, Mirror.lost = null;
      // Where a tap led to what takes the focus, browsers say that it is to be seen.
      _platform_focus(record ? record.id : 0, record && Input.keys ? element.matches(':focus-visible') : 0);
      Frames.next();
    },
    press: (record) => {
      if (!(record.states & 1)) _platform_activate(record.id);
      Frames.next();
    },
    // Enter or Space: true when it belonged to the focused item.
    activate: (event) => {
      const record = event.target.record;
      if (!record || !Mirror.pressed(record.role) || !(record.states & 1 << 10)) return false;
      if (!event.repeat) Mirror.press(record);
      return true;
    },
    drags: (element) => {
      for (let at = element; at && at.record; at = at.parentElement) if (at.record.role === 'slider' || at.record.states & 1 << 16) return true;
      return false;
    },

    // The browser scrolled a region to show what was focused or searched: ImGui follows.
    take_scrolls: () => {
      for (const record of Mirror.clipping) {
        const element = record.element;
        if (element.scrollTop === record.top && element.scrollLeft === record.left) continue;
        _platform_scroll(record.id, element.scrollLeft * Frames.dpr, element.scrollTop * Frames.dpr);
        Mirror.scroll_to(record);
        Frames.next();
      }
    },
    scroll_to: (record) => {
      const element = record.element;
      element.scrollLeft = record.scroll_x;
      element.scrollTop = record.scroll_y;
      record.left = element.scrollLeft;
      record.top = element.scrollTop;
    },

    make: (key, id, role) => {
      const element = document.createElement(role === 'textarea' ? 'textarea' : role === 'textbox' || role === 'spinbutton' ? 'input' : 'div');
      const record = { element, key, id, role, attributes: {}, x: NaN, y: NaN, width: NaN, height: NaN, layer: 0, states: 0, text: element.localName !== 'div' };
      element.record = record;
      if (record.text) TextBox.make(record);
      if (role !== 'textbox' && role !== 'textarea' && role !== 'text') element.setAttribute('role', role);
      Mirror.records.set(key, record);
      return record;
    },
    // Browsers do not say that a removed element lost the focus.
    lose: (record) => {
      if (record.element !== document.activeElement) return;
      Mirror.lost = Mirror.centre(record);
      record.element.blur();
    },
    remove: (record) => {
      Mirror.lose(record);
      record.element.remove();
      Mirror.records.delete(record.key);
      Mirror.clipping.delete(record);
    },
    set: (record, name, value) => {
      if (record.attributes[name] === value) return;
      record.attributes[name] = value;
      if (value === null) record.element.removeAttribute(name);
      else record.element.setAttribute(name, value);
    },
    move: (record, parent, x, y, width, height) => {
      const style = record.element.style;
      x -= parent.x;
      y -= parent.y;
      if (record.left_px !== x) style.left = (record.left_px = x) + 'px';
      if (record.top_px !== y) style.top = (record.top_px = y) + 'px';
      if (record.width !== width) style.width = (record.width = width) + 'px';
      if (record.height !== height) style.height = (record.height = height) + 'px';
    },

    sync: (nodes, count, text, dpr) => {
      const round = ++Mirror.round, order = [], parents = new Set();
      for (let i = 0, at = nodes; i < count; ++i, at += Mirror.size) {
        const id = HEAPU32[at >> 2], role = Mirror.roles[HEAPU8[at + 8]];
        // The same id twice would be the view's mistake; both stay reachable.
        let key = id;
        while (Mirror.records.has(key) && Mirror.records.get(key).round === round) key += 0x100000000;
        let record = Mirror.records.get(key);
        if (record && record.role !== role) Mirror.remove(record), record = null;
        record = record || Mirror.make(key, id, role);
        record.round = round;
        order.push(record);
        parents.add(HEAP32[at + 4 >> 2]);
      }
      const focused = document.activeElement && document.activeElement.record;
      if (focused && focused.round !== round) Mirror.lose(focused);  // before what it stands in goes
      for (const record of Mirror.records.values()) if (record.round !== round) Mirror.remove(record);

      let modal = null;
      Mirror.root.last = null;
      order.forEach((record, i) => {
        const at = nodes + i * Mirror.size;
        const meaning = HEAPU32[at + 80 >> 2], above_others = parents.has(i);
        if (record.meaning !== meaning || record.above_others !== above_others || record.text) Mirror.describe(record, at, text, dpr, above_others);
        record.meaning = meaning;
        record.above_others = above_others;
        const above = HEAP32[at + 4 >> 2], owner = above < 0 ? Mirror.root : order[above];
        record.layer = HEAPU16[at + 10 >> 1];
        record.owner = owner;
        const floats = record.layer > owner.layer;
        if (floats) record.element.style.zIndex = record.layer;
        Mirror.place(record, floats ? Mirror.ground(record) : owner, at, dpr);
        if (record.states & 1 << 9) modal = record;
      });
      for (const element of Mirror.root.element.children) element.inert = !!modal && element.record.layer < modal.layer;
      if (focused && focused.round === round && document.activeElement !== focused.element) focused.element.focus({ preventScroll: true });
      Mirror.try_focus();
      if (Mirror.lost) Mirror.focus_nearest();
    },
    centre: (record) => [record.x + record.width / 2, record.y + record.height / 2],
    // Nobody said where the focus goes from what is gone: to what stands nearest. Not into a text box, which would bring up a keyboard.
    focus_nearest: () => {
      const lost = Mirror.lost, away = (record) => {
        const centre = Mirror.centre(record);
        return Math.hypot(centre[0] - lost[0], centre[1] - lost[1]);
      };
      let nearest = null;
      for (const record of Mirror.records.values()) {
        if (record.text || record.states & 1 || record.element.tabIndex !== 0 || record.element.closest('[inert]')) continue;
        if (!nearest || away(record) < away(nearest)) nearest = record;
      }
      Mirror.lost = null;
      if (nearest) nearest.element.focus({ preventScroll: true });
    },

    // What floats leaves the regions that scroll: a menu for the main part or the dialog that it belongs to, a dialog for the page.
    ground: (record) => {
      if (/dialog$/.test(record.role)) return Mirror.root;
      let at = record.owner;
      while (at !== Mirror.root && !/^main$|dialog$/.test(at.role)) at = at.owner;
      return at;
    },
    place: (record, parent, at, dpr) => {
      const element = record.element;
      const here = parent.last ? parent.last.nextSibling : parent.element.firstChild;
      if (here !== element) parent.element.insertBefore(element, here);
      parent.last = element;
      const f = at >> 2, css = (i) => HEAPF32[f + i] / dpr;
      const x = css(4), y = css(5), width = css(6), height = css(7);
      Mirror.move(record, parent, x, y, Math.max(width, 1), Math.max(height, 1));
      record.x = x;
      record.y = y;
      record.last = null;
      if (!(record.states & 1 << 14)) return;
      // Children stand where they are in the scrolled content, so that scrolling moves one number and the browser can scroll to any of them.
      Mirror.clipping.add(record);
      record.scroll_x = css(17);
      record.scroll_y = css(18);
      record.x -= record.scroll_x;
      record.y -= record.scroll_y;
      if (!record.end) {
        element.className = 'clips';
        record.end = element.appendChild(document.createElement('i'));
      }
      record.end.style.transform = `translate(${record.scroll_x + width - 1}px, ${record.scroll_y + height - 1}px)`;
      if (record.left !== record.scroll_x || record.top !== record.scroll_y) Mirror.scroll_to(record);
    },

    describe: (record, at, text, dpr, has_children) => {
      const u = at >> 2, words = (i) => HEAPU32[u + i + 1] ? Page.text(text + HEAPU32[u + i], HEAPU32[u + i + 1]) : '';
      const states = HEAPU32[u + 3], name = words(8), value = words(10), description = words(12);
      const set = (attribute, when, content) => Mirror.set(record, attribute, when ? String(content) : null);
      const bit = (n) => (states & 1 << n) !== 0;
      const role = record.role;
      record.states = states;
      const range = role === 'slider' || role === 'spinbutton';
      const speaks = Mirror.spoken(role) && !has_children;
      const all = value && !record.text && !range ? (name ? name + ' ' + value : value) : name;
      if (speaks) Mirror.say(record, all);
      set('aria-label', all && !speaks, all);
      // A text box says its hint the way text boxes do, and what is wrong with it as its description.
      const hint = record.text && !bit(8);
      set('aria-description', description && !hint, description);
      set('placeholder', record.text && hint && description, description);
      set('aria-level', role === 'heading', HEAPU8[at + 9] || 2);
      set('aria-checked', role === 'checkbox' || role === 'radio', bit(1));
      set('aria-selected', role === 'tab' || role === 'option', bit(2));
      set('aria-expanded', bit(3) || bit(21) || role === 'combobox', bit(4));
      set('aria-pressed', bit(6), bit(5));
      set('aria-current', bit(7), true);
      set('aria-invalid', bit(8), true);
      set('aria-modal', bit(9), true);
      set('aria-live', bit(12), 'polite');
      set('aria-sort', bit(18), bit(19) ? 'ascending' : bit(20) ? 'descending' : 'none');
      const number = (i) => +HEAPF32[u + i].toPrecision(6);
      set('aria-valuemin', range, number(14));
      set('aria-valuemax', range, number(15));
      set('aria-valuenow', range, number(16));
      set('aria-rowcount', role === 'table' && number(15), number(15));
      set('aria-rowindex', role === 'row' && number(16), number(16));
      set('aria-valuetext', range && value, value);
      set('aria-orientation', role === 'slider', 'horizontal');
      set('aria-haspopup', bit(21) || role === 'combobox', bit(21) ? 'menu' : 'listbox');
      const reachable = bit(10);
      set('tabindex', reachable, bit(11) ? -1 : 0);
      set('data-hit', reachable || bit(16), '');
      set('data-drags', bit(16), '');
      if (record.text) TextBox.write(record, value, HEAPF32[u + 19] / dpr, bit(17), states);
      else set('aria-disabled', bit(0), true);
    },
    // A live region must be there before its words, or they are not read out.
    say: (record, words) => {
      if (record.words === words) return;
      const first = record.words === undefined && (record.role === 'status' || record.role === 'alert');
      record.words = words;
      if (first) setTimeout(() => record.element.textContent = record.words, 100);
      else record.element.textContent = words;
    },

    try_focus: () => {
      const record = Mirror.wanted && Mirror.records.get(Mirror.wanted);
      if (!record) return;
      if (!record.element.hasAttribute('tabindex')) record.element.tabIndex = -1;
      record.element.focus();
      if (document.activeElement === record.element) Mirror.wanted = 0;
    },
  },

  page_mirror__deps: ['$Mirror'],
  page_mirror: function(nodes, count, text, dpr) {
    Mirror.sync(nodes, count, text, dpr);
  },

  // What is still inert (a dialog is closing) gets the focus with a later frame, unless the user went elsewhere by then.
  page_focus__deps: ['$Mirror'],
  page_focus: function(id) {
    Mirror.wanted = id >>> 0;
    Mirror.try_focus();
  },
});

// Pointer, wheel and keys. Listeners sit on the wrapper of canvas and mirror: elements of the mirror lie over what they describe,
// take the browser's hit tests and focus, and their events bubble up to here.
mergeInto(LibraryManager.library, {
  $Input__deps: ['$Page', '$Frames', '$Mirror', '$TextBox', '$Touch'],
  $Input: {
    wrapper: null,
    buttons: 0,
    keys: true,  // the keyboard is used, not a pointer
    focused: null,  // what had the focus when a pointer came down
    // What is printed on the key; where that is no Latin letter, its place.
    letter: (event) => (/^[a-z]$/i.test(event.key) ? event.key : event.code.startsWith('Key') ? event.code[3] : '').toLowerCase(),
    modifiers: (event) => event.ctrlKey | event.shiftKey << 1 | event.altKey << 2 | event.metaKey << 3,

    start: () => {
      Input.wrapper = document.getElementById('app');
      const on = (target, types, handler, options) => Page.listen(target, types, handler, options);
      on(Input.wrapper, 'pointerdown', Input.pointer);
      on(window, 'pointermove pointerup pointercancel', Input.pointer);
      on(document.documentElement, 'pointerleave', () => Input.buttons || (_platform_pointer_left(), Frames.next()));
      // After a tap or press the browser focuses what lies there by then. When that is no longer what was tapped, or the focus has moved, the
      // program has put it where it belongs: into the name that is to be changed, into the menu that opened.
      on(Input.wrapper, 'mousedown', (event) => ((Touch.target && event.target !== Touch.target) || document.activeElement !== Input.focused) && event.preventDefault());
      on(Input.wrapper, 'wheel', Input.wheel, { passive: false });
      on(Input.wrapper, 'contextmenu', (event) => TextBox.is(event.target) || event.preventDefault());
      on(Input.wrapper, 'dragstart', (event) => event.preventDefault());
      on(document, 'keydown keyup', Input.key);
      on(window, 'blur', () => Input.focus(0));
      on(window, 'focus', () => Input.focus(1));
    },

    send: (x, y, buttons, touch) => {
      const box = Input.wrapper.getBoundingClientRect();
      Mirror.take_scrolls();
      _platform_pointer((x - box.left) * Frames.dpr, (y - box.top) * Frames.dpr, buttons, touch);
      Frames.next();
    },

    pointer: (event) => {
      if (event.type === 'pointerdown') {
        Input.keys = false;
        Input.focused = document.activeElement;
      }
      if (event.pointerType === 'touch') return Touch.pointer(event);
      Touch.target = null;
      // Chords come as moves: only `buttons` tells all.
      const buttons = event.type === 'pointercancel' ? 0 : event.buttons & 7;
      // A drag goes on outside the window. Not from the press on: the browser must still give the focus to what was pressed.
      if (event.type === 'pointermove' && buttons && Input.buttons && !TextBox.is(event.target) && !Input.wrapper.hasPointerCapture(event.pointerId)) {
        Input.wrapper.setPointerCapture(event.pointerId);
      }
      Input.buttons = buttons;
      Input.send(event.clientX, event.clientY, buttons, 0);
    },

    wheel: (event) => {
      // With Ctrl it is the browser's zoom; a long text being edited scrolls by itself.
      if (event.ctrlKey || TextBox.scrolls(event.target)) return;
      event.preventDefault();
      const unit = event.deltaMode === 1 ? 100 / 3 : event.deltaMode === 2 ? Input.wrapper.clientHeight : 1;
      let x = event.deltaX * unit, y = event.deltaY * unit;
      if (event.shiftKey && x === 0) [x, y] = [y, 0];
      _platform_wheel(x * Frames.dpr, y * Frames.dpr);
      Frames.next();
    },

    // Ours are only the keys named here; everything else stays the browser's (reload, tabs, zoom, find, print, developer tools).
    key: (event) => {
      if (event.type === 'keydown') Input.keys = true;
      if (event.isComposing || event.keyCode === 229 || event.key === 'Tab') return;
      const command = Page.mac ? event.metaKey : event.ctrlKey;
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      // The menu key, or what stands for it.
      const menu = event.key === 'ContextMenu' || (event.key === 'F10' && (event.shiftKey || event.type === 'keyup'));
      const shortcut = command && !event.altKey && (event.shiftKey ? /z/ : /[zysofk]/).test(Input.letter(event));
      if (event.type === 'keydown') {
        if (command && !shortcut && event.key.length === 1) return;
        if (TextBox.is(event.target)) {
          if (!TextBox.gives_away(event, plain, shortcut)) return;
        } else if (plain && (event.key === 'Enter' || event.key === ' ') && Mirror.activate(event)) {
          return event.preventDefault();
        } else if (menu || shortcut || (plain && /^(Arrow|Page|Home|End|Backspace|F9$| $)/.test(event.key))) {
          event.preventDefault();
        }
      }
      Page.post(menu ? '\nContextMenu' : event.key + '\n' + event.code);
      _platform_key(event.type === 'keydown', event.repeat, Input.modifiers(event));
      Frames.next();
    },

    focus: (focused) => {
      _platform_window_focus(focused);
      Frames.next();
    },
  },

  // A finger taps, drags what can be dragged, scrolls everything else with inertia, and opens the context menu by resting.
  $Touch__deps: ['$Input', '$Mirror', '$Frames', '$TextBox'],
  $Touch: {
    finger: -1,
    target: null,  // under the finger when it came down; null once a mouse or a pen took over
    second: null,
    mode: '',  // '' undecided, 'drag', 'scroll', 'pinch', 'done'
    x: 0,
    y: 0,
    rest: 0,
    speed_x: 0,  // CSS pixels per millisecond, of the last moves
    speed_y: 0,
    time: 0,
    gliding: 0,

    pointer: (event) => {
      if (Touch.pinches(event)) return;
      if (event.type === 'pointerdown') {
        if (Touch.finger >= 0) return;
        Touch.finger = event.pointerId;
        Touch.target = event.target;
        Touch.x = event.clientX;
        Touch.y = event.clientY;
        Touch.mode = '';
        Touch.speed_x = Touch.speed_y = 0;
        cancelAnimationFrame(Touch.gliding);
        if (Mirror.drags(event.target)) Touch.press('drag', 1);
        else if (!TextBox.is(event.target)) Touch.rest = setTimeout(() => Touch.mode === '' && (Touch.press('done', 2), Touch.lift()), 500);
        return;
      }
      if (event.pointerId !== Touch.finger) return;
      const across = Touch.x - event.clientX, down = Touch.y - event.clientY;
      if (event.type === 'pointermove') {
        if (Touch.mode === '' && Math.hypot(across, down) > 8) {
          Touch.mode = 'scroll';
          Input.send(Touch.x, Touch.y, 0, 1);
        }
        if (Touch.mode === 'drag') Input.send(event.clientX, event.clientY, 1, 1);
        if (Touch.mode === 'scroll') {
          Touch.x = event.clientX;
          Touch.y = event.clientY;
          const passed = Math.max(1, event.timeStamp - Touch.time);
          Touch.speed_x = (Touch.speed_x + across / passed) / 2;
          Touch.speed_y = (Touch.speed_y + down / passed) / 2;
          Touch.scroll(across, down);
        }
        Touch.time = event.timeStamp;
        return;
      }
      clearTimeout(Touch.rest);
      if (event.type === 'pointerup' && Touch.mode === '') Touch.press('done', 1);
      if (Touch.mode === 'drag') Input.send(event.clientX, event.clientY, 0, 1);
      Touch.finger = -1;
      // A finger that rested before it left throws nothing.
      if (Touch.mode === 'scroll' && event.timeStamp - Touch.time < 60) Touch.glide(performance.now());
      else Touch.lift();
    },
    // A second finger beside one that drags. Returns whether the event was part of it.
    pinches: (event) => {
      if (event.type === 'pointerdown' && Touch.mode === 'drag' && Touch.finger >= 0 && !Touch.second) {
        Touch.second = { id: event.pointerId, x: event.clientX, y: event.clientY };
        // The first one lets go, and has pressed nothing.
        Input.focus(0);
        Input.focus(1);
        Touch.mode = 'pinch';
        return true;
      }
      const second = Touch.second;
      if (!second || (event.pointerId !== Touch.finger && event.pointerId !== second.id)) return false;
      if (event.type === 'pointermove') {
        const one = { x: Touch.x, y: Touch.y }, two = { x: second.x, y: second.y };
        const moved = event.pointerId === second.id ? second : Touch;
        moved.x = event.clientX;
        moved.y = event.clientY;
        const box = Input.wrapper.getBoundingClientRect();
        const middle = (a, b, origin) => ((a + b) / 2 - origin) * Frames.dpr, apart = (a, b) => Math.max(8, Math.hypot(a.x - b.x, a.y - b.y));
        _platform_pinch(middle(one.x, two.x, box.left), middle(one.y, two.y, box.top), middle(Touch.x, second.x, box.left), middle(Touch.y, second.y, box.top), apart(Touch, second) / apart(one, two));
        Frames.next();
      } else {
        Touch.second = null;
        Touch.finger = -1;
        Touch.lift();
      }
      return true;
    },
    scroll: (across, down) => {
      _platform_wheel(across * Frames.dpr, down * Frames.dpr);
      Frames.next();
    },
    glide: (before) => {
      if (Math.hypot(Touch.speed_x, Touch.speed_y) < 0.02 || Page.listening.signal.aborted) return Touch.lift();
      Touch.gliding = requestAnimationFrame((now) => {
        const passed = Math.max(0, now - before), slower = Math.exp(-passed / 325);
        Touch.scroll(Touch.speed_x * passed, Touch.speed_y * passed);
        Touch.speed_x *= slower;
        Touch.speed_y *= slower;
        Touch.glide(now);
      });
    },
    press: (mode, buttons) => {
      Touch.mode = mode;
      Input.send(Touch.x, Touch.y, buttons, 1);
    },
    // A finger that is gone hovers nothing.
    lift: () => {
      Input.send(Touch.x, Touch.y, 0, 1);
      _platform_pointer_left();
      Frames.next();
    },
  },
});

// The browser's side of typing.cpp. What is being written and nothing that is saved has taken yet is kept, so that not even a kill loses more
// than a moment of it: until nothing unsaved is held any more, under the name of this tab, which holds a lock of that name as long as it is
// there. What tabs that are gone left behind the program offers.
mergeInto(LibraryManager.library, {
  $Typing__deps: ['$Page', '$Frames'],
  $Typing: {
    moment: 100,  // milliseconds
    lock: 'deal-compass/typing/',
    tab: '',
    boxes: null,  // element → its name and what stands in it
    kept: false,
    timer: 0,

    start: () => {
      Typing.boxes = new Map();
      Typing.tab = String(crypto.getRandomValues(new Uint32Array(1))[0]);
      const found = (alive) => {
        Page.post(alive.join('\n'));
        _platform_typing_of_others();
        Frames.next();
      };
      const mine = [Typing.tab];
      if (!navigator.locks) return found(mine);
      navigator.locks.request(Typing.lock + Typing.tab, () => new Promise(() => {})).catch(() => {});
      const of = (lock) => lock.name.startsWith(Typing.lock) ? [lock.name.slice(Typing.lock.length)] : [];
      navigator.locks.query().then((all) => found(mine.concat(all.held.flatMap(of))), () => found(mine));
    },

    note: (element) => {
      if (!Typing.boxes || element.type === 'password' || location.hash.endsWith('/search')) return;
      Typing.boxes.set(element, [element.getAttribute('aria-label') || '', element.value]);
      Typing.timer = Typing.timer || setTimeout(Typing.keep, Typing.moment);
    },
    // Parts that U+001F divides: the address, when, and name and text of each box.
    keep: () => {
      clearTimeout(Typing.timer);
      Typing.timer = 0;
      const texts = Array.from(Typing.boxes.values()).filter((box) => box[1].trim()).flat();
      Typing.kept = texts.length > 0;
      const parts = Typing.kept ? [location.hash.slice(1), Typing.minute()].concat(texts) : [];
      Page.post(Typing.tab + '\n' + parts.map((part) => String(part).replaceAll('\x1f', ' ')).join('\x1f'));
      _platform_typing();
    },
    // Of local time, as it is shown.
    minute: () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 16).replace('T', ' '),
    // After every frame: it may have taken what was written.
    look: () => {
      const record = document.activeElement && document.activeElement.record;
      if (record && record.text && (record.edited || record.composing) || _platform_holds_unsaved()) return;
      Typing.boxes.clear();
      if (Typing.kept || Typing.timer) Typing.keep();
    },
    flush: () => Typing.timer && Typing.keep(),
  },
});

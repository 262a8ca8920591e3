// The browser's side of tabs.cpp. Whoever has the lock edits; the others wait for it in a queue, so that one of them goes on when its tab
// closes. A tab that wants to edit asks over the channel: the one that does saves what it has, says so, and the lock is taken from it. A tab
// that sleeps is not waited for. Without locks (on a plain http address) every tab edits, and the program joins what they did.
mergeInto(LibraryManager.library, {
  $Tabs__deps: ['$Page', '$Frames', '$TextBox', '$Typing'],
  $Tabs: {
    name: 'deal-compass/workspace',
    channel: null,
    patience: 1000,  // milliseconds
    moment: 50,
    has_lock: false,
    edits: true,
    waiting: null,   // ends the wait in the queue
    asked: false,    // the one that edits, for the lock
    timer: 0,

    start: () => {
      try {
        if (!navigator.locks || typeof BroadcastChannel !== 'function') return;
        Tabs.channel = new BroadcastChannel(Tabs.name);
      } catch {
        return;
      }
      Page.listen(Tabs.channel, 'message', (event) => {
        if (event.data === 'hand over' && Tabs.has_lock) Tabs.hand_over();
        else if (event.data === 'handed over' && Tabs.asked) Tabs.steal();
      });
      Tabs.request({ ifAvailable: true });
    },

    request: (options) => {
      const held = (lock) => {
        if (!lock) return Tabs.queue();
        clearTimeout(Tabs.timer);
        Tabs.asked = false;
        Tabs.has_lock = true;
        // Another tab had it: what that one saved may still be on its way to us.
        if (!Tabs.edits) setTimeout(() => Tabs.settled(() => Tabs.has_lock && Tabs.tell(true)), Tabs.moment);
        return new Promise(() => {});  // until the page goes
      };
      const lost = () => {
        if (options.signal && options.signal.aborted) return;
        const had = Tabs.has_lock;
        Tabs.has_lock = false;
        if (!had) return;  // tabs cannot agree here
        Tabs.tell(false);
        Tabs.queue();
      };
      navigator.locks.request(Tabs.name, options, held).catch(lost);
    },
    queue: () => {
      Tabs.tell(false);
      Tabs.waiting = new AbortController();
      Tabs.request({ signal: Tabs.waiting.signal });
    },
    tell: (edits) => {
      if (Tabs.edits === edits || Page.listening.signal.aborted) return;
      if (!edits) Tabs.flush();
      Tabs.edits = edits;
      _platform_edits_here(edits);
      Frames.next();
    },

    // What is stored locked is written, and heard of, a little later.
    settled: (go) => Module['space'] ? Module['space']['settled']().then(go, go) : go(),
    hand_over: () => {
      Tabs.tell(false);
      Tabs.settled(() => Tabs.channel.postMessage('handed over'));
    },
    take_over: () => {
      if (Tabs.edits || Tabs.asked) return;
      if (Tabs.has_lock) return Tabs.tell(true);
      Tabs.asked = true;
      Tabs.timer = setTimeout(Tabs.steal, Tabs.patience);
      Tabs.channel.postMessage('hand over');
    },
    steal: () => {
      clearTimeout(Tabs.timer);
      if (Tabs.waiting) Tabs.waiting.abort();
      Tabs.request({ steal: true });
    },

    // The page may never be seen again: what stands in an open text box counts.
    flush: () => {
      if (!Page.opened) return;
      const record = document.activeElement && document.activeElement.record;
      if (record && record.text) {
        TextBox.commit();
        TextBox.done(record);
      }
      _platform_flush();
      Typing.flush();
    },
  },

  page_take_over__deps: ['$Tabs'],
  page_take_over: function() {
    Tabs.take_over();
  },
});

// The browser's side of storage.cpp. All keys of the program stand under one prefix; the shell's failure page offers them as a file.
mergeInto(LibraryManager.library, {
  $Storage__deps: ['$Page', '$Frames'],
  $Storage: {
    prefix: 'deal-compass/',
    key: (at, size) => Storage.prefix + Page.text(at, size),
    // Where it is locked with a passphrase, what vault.js makes of it.
    space: () => Module['space'] || localStorage,

    all: (space) => Object.keys(space).filter((key) => key.startsWith(Storage.prefix)),

    // When the workspace was last saved, for the failure page.
    date: (name) => {
      if (!name.startsWith(Storage.prefix + 'index/')) return;
      try {
        localStorage.setItem(Storage.prefix + 'saved', Date.now());
      } catch {
        // Full to the last byte: what was saved still is.
      }
    },

    shut: false,  // what is here knows another form: where the user will not leave, nothing is written
    missed: [],  // what other tabs stored before the page was opened
    start: () => {
      Storage.news = new Set();
      Page.listen(window, 'storage', (event) => {
        if (event.key === Storage.prefix + 'lock') Storage.shut = true, location.reload();  // locked in another tab, or no longer
        else if (Storage.shut) return;
        else Storage.hear(event);
      }, { early: true });
      // The browser's own settings clear without telling anyone.
      Page.listen(document, 'visibilitychange', () => {
        if (!document.hidden && Storage.held && !Storage.all(localStorage).length) Storage.hear({ key: null });
      });
    },
    held: false,  // something of ours stood here
    hear: (event) => Module['space'] ? Module['space']['hear'](event, Storage.heard) : Storage.heard(event),
    heard: (event) => Page.opened ? Storage.tell(event) : Storage.missed.push(event),
    tell: (event) => {
      const key = event.key;
      // Without a key, another tab has cleared everything.
      if (key !== null && !key.startsWith(Storage.prefix)) return;
      if (!Storage.news.size) setTimeout(Storage.pass_on, Storage.moment);
      Storage.news.add(key === null ? '' : key.slice(Storage.prefix.length));
    },
    // A save of another tab is several writes: all of them first, then what they mean.
    news: null,
    moment: 30,  // milliseconds
    pass_on: () => {
      const keys = Array.from(Storage.news);
      Storage.news.clear();
      for (const key of keys) {
        if (Page.listening.signal.aborted) return;
        Page.post(key);
        _platform_stored_elsewhere();
      }
      Frames.next();
    },
  },

  page_storage_read__deps: ['$Storage'],
  page_storage_read: function(key, key_size) {
    try {
      const value = Storage.space().getItem(Storage.key(key, key_size));
      if (value !== null) Page.post(value), Storage.held = true;
      return value !== null;
    } catch {
      return false;
    }
  },

  page_storage_write__deps: ['$Storage'],
  // 0 stored, 1 full, 2 unavailable, as enum Stored.
  page_storage_write: function(key, key_size, value, value_size) {
    try {
      const name = Storage.key(key, key_size), text = Page.text(value, value_size);
      if (Storage.shut) return 2;
      Storage.space().setItem(name, text);
      if (Storage.space().getItem(name) !== text) return 2;
      Storage.date(name);
      Storage.held = true;
      return 0;
    } catch (error) {
      return /quota/i.test(error && error.name) ? 1 : 2;
    }
  },

  page_storage_keys__deps: ['$Storage'],
  // A line each; ours have no line breaks.
  page_storage_keys: function() {
    try {
      Page.post(Storage.all(Storage.space()).map((key) => key.slice(Storage.prefix.length)).filter((key) => !key.includes('\n')).map((key) => key + '\n').join(''));
    } catch {
      Page.post('');
    }
  },

  page_storage_used__deps: ['$Storage'],
  page_storage_used: function() {
    try {
      return Storage.all(localStorage).reduce((sum, key) => sum + key.length + localStorage.getItem(key).length, 0);
    } catch {
      return 0;
    }
  },

  // Firefox would ask the user.
  page_keep_stored: function() {
    try {
      if (navigator.userAgentData) navigator.storage.persist().catch(() => {});
    } catch {
      // Not here.
    }
  },

  page_ask_to_keep__deps: ['$Frames'],
  page_ask_to_keep: function(asks_user) {
    const told = (kept) => {
      _platform_told_to_keep(kept);
      Frames.next();
    };
    try {
      (asks_user ? navigator.storage.persist() : navigator.storage.persisted()).then(told, () => {});
    } catch {
      // It promises nothing here.
    }
  },

  page_storage_remove__deps: ['$Storage'],
  page_storage_remove: function(key, key_size) {
    try {
      Storage.space().removeItem(Storage.key(key, key_size));
    } catch {
      // Storage is blocked: there is nothing to remove.
    }
  },
});

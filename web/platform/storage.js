// The browser's side of storage.cpp. All keys of the program stand under one prefix; the shell's failure page offers them as a file.
mergeInto(LibraryManager.library, {
  $Storage__deps: ['$Page', '$Frames'],
  $Storage: {
    prefix: 'deal-compass/',
    key: (at, size) => Storage.prefix + Page.text(at, size),

    // When the workspace was last saved, for the failure page.
    date: (name) => {
      if (name !== Storage.prefix + 'workspace') return;
      try {
        localStorage.setItem(Storage.prefix + 'saved', Date.now());
      } catch {
        // Full to the last byte: what was saved still is.
      }
    },

    missed: [],  // what other tabs stored before the page was opened
    start: () => {
      Page.listen(window, 'storage', (event) => Page.opened ? Storage.tell(event) : Storage.missed.push(event), { early: true });
    },
    tell: (event) => {
      const key = event.key;
      // Without a key, another tab has cleared everything.
      if (key !== null && !key.startsWith(Storage.prefix)) return;
      Page.post(key === null ? '' : key.slice(Storage.prefix.length));
      _platform_stored_elsewhere();
      Frames.next();
    },
  },

  page_storage_read__deps: ['$Storage'],
  page_storage_read: function(key, key_size) {
    try {
      const value = localStorage.getItem(Storage.key(key, key_size));
      if (value !== null) Page.post(value);
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
      localStorage.setItem(name, text);
      if (localStorage.getItem(name) !== text) return 2;
      Storage.date(name);
      return 0;
    } catch (error) {
      return /quota/i.test(error && error.name) ? 1 : 2;
    }
  },

  page_storage_remove__deps: ['$Storage'],
  page_storage_remove: function(key, key_size) {
    try {
      localStorage.removeItem(Storage.key(key, key_size));
    } catch {
      // Storage is blocked: there is nothing to remove.
    }
  },
});

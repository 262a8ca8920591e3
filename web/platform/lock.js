// The browser's side of lock.cpp.
mergeInto(LibraryManager.library, {
  $Lock__deps: ['$Page', '$Frames'],
  $Lock: {
    answer: (number, work) => work.catch(() => null).then((bytes) => {
      if (Page.listening.signal.aborted) return;
      const at = _platform_inbox(bytes ? bytes.length : 0);
      if (bytes) HEAPU8.set(bytes, at);
      _platform_lock_answered(number, bytes ? 1 : 0);
      Frames.next();
    }),
  },

  page_lock__deps: ['$Lock'],
  page_lock: function(number, passphrase, passphrase_size, bytes, size) {
    Lock.answer(number, Module['vault'].lock(Page.text(passphrase, passphrase_size), HEAPU8.slice(bytes, bytes + size)));
  },
  page_unlock__deps: ['$Lock'],
  page_unlock: function(number, passphrase, passphrase_size, bytes, size) {
    Lock.answer(number, Module['vault'].unlock(Page.text(passphrase, passphrase_size), HEAPU8.slice(bytes, bytes + size)));
  },
  page_lock_workspace__deps: ['$Lock'],
  page_lock_workspace: function(number, passphrase, passphrase_size) {
    Lock.answer(number, Module['vault'].lockAll(Page.text(passphrase, passphrase_size)).then(() => []));
  },
  page_open_workspace__deps: ['$Lock'],
  page_open_workspace: function(number) {
    Lock.answer(number, Module['vault'].openAll().then(() => []));
  },
  page_is_locked: function() {
    return !!Module['space'];
  },
  page_lock_now: function() {
    Module['vault'].lockNow();
  },
  // Before the vault has arrived, too.
  page_lock_after: function(minutes) {
    Module['idle'] = minutes;
    if (Module['vault']) Module['vault'].watch();
  },
  page_can_lock: function() {
    return !!(self.crypto && crypto.subtle);
  },
  page_address__deps: ['$Page'],
  page_address: function() {
    Page.post(location.href.replace(/#.*/s, ''));
  },
});

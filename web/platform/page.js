// The browser's side of page.cpp, and what the other libraries share: strings, listeners, the start.
mergeInto(LibraryManager.library, {
  $Page__deps: ['$Frames', '$Input', '$Mirror', '$TextBox', '$Storage', '$Files', '$Clipboard', '$Print', '$Library', '$Versions', '$Tabs', '$Typing'],
  $Page__postset: 'Page.prepare();',
  $Page: {
    // Ends every listener when the shell shows the failure page.
    listening: null,
    // Until the page is opened the program is not all there: it hears nothing but what `options.early` is for.
    listen: (target, types, handler, options) => {
      const early = options && options.early;
      const heard = (event) => (early || Page.opened) && handler(event);
      for (const type of types.split(' ')) target.addEventListener(type, heard, Object.assign({ signal: Page.listening.signal }, options));
    },
    opened: false,
    mac: false,

    text: (at, size) => {
      return Page.decoder.decode(HEAPU8.subarray(at, at + size));
    },
    // Puts a string into C++'s inbox. A lone surrogate becomes U+FFFD.
    post: (text) => {
      const size = lengthBytesUTF8(text);
      const at = _platform_inbox(size);
      Page.encoder.encodeInto(text, HEAPU8.subarray(at, at + size));
    },
    inbox: (size) => {
      return Page.text(_platform_inbox(size), size);
    },

    chinese: () => {
      return document.documentElement.lang.startsWith('zh');
    },

    // Before main(), which reads storage, preferences and route before it runs the page.
    prepare: () => {
      Page.listening = new AbortController();
      Page.decoder = new TextDecoder('utf-8', { ignoreBOM: true });
      Page.encoder = new TextEncoder();
      Page.mac = /^(Mac|iP)/.test(navigator.platform);
      Page.preferred = ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)', '(prefers-contrast: more)'].map((query) => matchMedia(query));
      Page.hash = location.hash;
    },
    start: () => {
      Module['stop'] = () => Page.listening.abort();
      if (!Frames.start()) return;
      Input.start();
      Mirror.start();
      Storage.start();
      Files.start();
      Clipboard.start();
      Print.start();
      for (const query of Page.preferred) Page.listen(query, 'change', () => (_platform_preferences_changed(), Frames.next()));
      Page.listen(window, 'popstate hashchange', Page.follow);
      Page.listen(window, 'beforeunload', (event) => {
        TextBox.commit();
        if (_platform_holds_unsaved() || Module['space'] && Module['space']['waits']()) event.preventDefault();
      });
      Page.listen(document, 'visibilitychange', () => document.hidden && Tabs.flush());
      Page.listen(window, 'pagehide', Tabs.flush);
      Module['open'] = () => {
        Page.opened = true;
        Mirror.try_focus();
        _platform_texts();
        Module['flush'] = Tabs.flush;
        Module['holds'] = () => _platform_holds_unsaved();
        Module['rescue'] = () => Page.inbox(_platform_rescue());
        Storage.missed.forEach(Storage.tell);
        Storage.pass_on();  // before the address, which may be that of a deal made there
        Tabs.start();
        Typing.start();
        Page.follow();
        Frames.next();
        Versions.start();
      };
    },
    // Two events come for one step back; the second tells nothing new.
    follow: () => {
      if (location.hash === Page.hash) return;
      Page.hash = location.hash;
      TextBox.commit();
      Page.post(location.hash.slice(1));
      _platform_route_changed();
      Frames.next();
    },
  },

  page_start__deps: ['$Page'],
  page_start: function() {
    Page.start();
  },

  page_fail__deps: ['$Page'],
  page_fail: function(what, size) {
    const words = Page.text(what, size);
    Module['failed']('crash', words);
    throw new Error(words);
  },
  page_fail_memory__deps: ['$Page'],
  page_fail_memory: function() {
    Module['failed']('memory', `${HEAPU8.length / 1048576} MB`);
    throw new Error('out of memory');
  },

  page_route__deps: ['$Page'],
  page_route: function() {
    return Page.post(location.hash.slice(1));
  },

  page_set_route__deps: ['$Page'],
  page_set_route: function(route, size, replace) {
    const hash = '#' + Page.text(route, size);
    if (hash === location.hash) return;
    history[replace ? 'replaceState' : 'pushState'](null, '', hash);
    Page.hash = location.hash;
  },

  page_go_back: function() {
    history.back();
  },

  page_set_title__deps: ['$Page'],
  page_set_title: function(title, size) {
    document.title = Page.text(title, size);
  },

  page_set_language__deps: ['$Page'],
  page_set_language: function(chinese) {
    document.documentElement.lang = chinese ? 'zh-CN' : 'en';
    Module['remember']();
  },

  page_set_theme__deps: ['$Page', '$Frames'],
  page_set_theme: function(dark) {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    Module['remember']();
  },

  page_preferences__deps: ['$Page'],
  page_preferences: function() {
    return Page.preferred.reduce((bits, query, i) => bits | (query.matches ? 2 << i : 0), /^zh/i.test(navigator.language) ? 1 : 0);
  },

  page_now: function() {
    return Date.now();
  },
  page_minutes_west: function() {
    return new Date().getTimezoneOffset();
  },
  page_random: function(bits) {
    crypto.getRandomValues(HEAPU8.subarray(bits, bits + 8));
  },
});

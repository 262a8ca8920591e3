// The browser's side of library.cpp: the shell asked for the files, for the library's when the first frame stood.
mergeInto(LibraryManager.library, {
  $Library__deps: ['$Page', '$Frames'],
  $Library: {
    give: (name, text) => {
      Page.post(name + '\n' + text);
      _platform_library();
      Frames.next();
    },
  },

  // The next texts of a language that have arrived; false where there are none.
  page_texts__deps: ['$Page'],
  page_texts: function(chinese) {
    const at = Module['texts'].findIndex((one) => one[0] === (chinese ? 'zh' : 'en'));
    if (at < 0) return false;
    const bytes = Module['texts'].splice(at, 1)[0][1];
    HEAPU8.set(bytes, _platform_inbox(bytes.length));
    return true;
  },

  page_ask_library__deps: ['$Library'],
  page_ask_library: function(name, size) {
    const wanted = Page.text(name, size);
    Module['library'].then((all) => JSON.parse(all)[wanted])
      .then((found) => typeof found === 'string' ? found : JSON.stringify(found)).catch(() => '').then((text) => Library.give(wanted, text));
  },
});

// The browser's side of library.cpp: the shell asked for the file when the first frame stood.
mergeInto(LibraryManager.library, {
  $Library__deps: ['$Page', '$Frames'],
  $Library: {
    give: (name, text) => {
      Page.post(name + '\n' + text);
      _platform_library();
      Frames.next();
    },
  },

  page_ask_library__deps: ['$Library'],
  page_ask_library: function(name, size) {
    const wanted = Page.text(name, size);
    Module['library'].then((all) => JSON.parse(all)[wanted])
      .then((found) => typeof found === 'string' ? found : JSON.stringify(found)).catch(() => '').then((text) => Library.give(wanted, text));
  },
});

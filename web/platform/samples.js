// The browser's side of samples.cpp: the shell asked for the file when the first frame stood.
mergeInto(LibraryManager.library, {
  $Samples__deps: ['$Page', '$Frames'],
  $Samples: {
    give: (text) => {
      Page.post(text);
      _platform_samples();
      Frames.next();
    },
  },

  page_open_samples__deps: ['$Samples'],
  page_open_samples: function(name, size) {
    const wanted = Page.text(name, size);
    Module['samples'].then((all) => JSON.stringify(JSON.parse(all)[wanted])).catch(() => '').then(Samples.give);
  },
});

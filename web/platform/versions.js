// The browser's side of versions.cpp: the service worker keeps the page's files; a new version of them waits until the user accepts it.
mergeInto(LibraryManager.library, {
  $Versions__deps: ['$Page', '$Frames', '$TextBox'],
  $Versions: {
    registration: null,

    // After the first frame, so that it costs the start nothing.
    start: () => {
      // Set by the shell unless this page is a single file or the browser has none. Where it is forbidden the page just needs the network.
      if (Module['workers']) Module['workers'].register(Module['worker']).then(Versions.follow, () => {});
    },
    follow: (registration) => {
      if (!registration) return;  // a browser extension may have taken the worker away
      Versions.registration = registration;
      const watch = (worker) => {
        if (!worker) return;
        let waited = false;
        const look = () => {
          // The very first one replaces nothing and does not wait.
          if (worker.state === 'installed' && registration.active) {
            waited = true;
            _platform_version_waits();
            Frames.next();
          } else if (worker.state === 'activated' && waited) Versions.taken();
        };
        Page.listen(worker, 'statechange', look);
        look();
      };
      watch(registration.waiting);
      watch(registration.installing);
      Page.listen(registration, 'updatefound', () => watch(registration.installing));
    },
    // Accepted here or in another tab.
    taken: () => {
      if (Page.listening.signal.aborted) return;
      // What is being written arrives when its box is left.
      if (TextBox.is(document.activeElement)) document.activeElement.blur();
      _platform_version_taken();
      Frames.next();
    },
  },

  page_accept_version__deps: ['$Versions'],
  page_accept_version: function() {
    const worker = Versions.registration.waiting;
    if (worker) worker.postMessage('accepted');
  },

  page_reload: function() {
    // Not inside a frame.
    setTimeout(() => location.reload());
  },

  page_is_local_file: function() {
    return location.protocol === 'file:';
  },
});

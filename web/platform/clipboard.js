// The browser's side of clipboard.cpp. The copy event needs neither permission nor a secure origin, in every browser.
mergeInto(LibraryManager.library, {
  $Clipboard__deps: ['$Page', '$Frames', '$TextBox', '$Files'],
  $Clipboard: {
    start: () => {
      Page.listen(document, 'copy', (event) => {
        if (TextBox.is(event.target) || !getSelection().isCollapsed) return;
        const text = Page.inbox(_platform_copied());
        if (!text) return;
        event.clipboardData.setData('text/plain', text);
        event.preventDefault();
        Frames.next();
      });
      Page.listen(document, 'paste', (event) => {
        if (TextBox.is(event.target)) return;
        const clipboardData = event.clipboardData;
        if (clipboardData.files.length) return Files.take([...clipboardData.files]);
        Page.post(clipboardData.getData('text/plain'));
        _platform_pasted();
        Frames.next();
      });
    },
  },

  page_copy__deps: ['$Clipboard'],
  page_copy: function(at, size) {
    const text = Page.text(at, size);
    let copied = false;
    const put = (event) => {
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
      event.stopImmediatePropagation();
      copied = true;
    };
    document.addEventListener('copy', put, { capture: true, once: true });
    document.execCommand('copy');
    document.removeEventListener('copy', put, { capture: true });
    // Outside a user gesture only this may work.
    if (!copied && navigator.clipboard) navigator.clipboard.writeText(text).catch(() => {});
  },
});

// Printing (the browser's Ctrl+P): not the canvas, but what the mirror says of the screen, as plain HTML that flows over pages.
mergeInto(LibraryManager.library, {
  $Print__deps: ['$Page', '$Mirror'],
  $Print: {
    page: null,

    start: () => {
      Page.listen(window, 'beforeprint', Print.prepare);
      Page.listen(window, 'afterprint', Print.discard);
    },
    discard: () => {
      if (Print.page) Print.page.remove();
      Print.page = null;
    },
    prepare: () => {
      Print.discard();
      Print.page = document.createElement('article');
      Print.page.id = 'print';
      const dialog = Mirror.root.element.querySelector('[role="dialog"]');
      Print.all(dialog || Mirror.root.element.querySelector('[role="main"]'), Print.page);
      const foot = Print.add(Print.page, 'footer', document.title + ' \u00B7 ' + new Date().toLocaleDateString(document.documentElement.lang));
      foot.lang = document.documentElement.lang;
      document.body.append(Print.page);
    },

    add: (parent, tag, words) => {
      const made = parent.appendChild(document.createElement(tag));
      if (words) made.textContent = words;
      return made;
    },
    words: (element) => element.getAttribute('aria-label') || element.textContent,
    all: (from, to) => {
      for (const element of from.children) if (element.record) Print.one(element, element.record, to);
    },
    tags: { list: 'ul', listitem: 'li', table: 'table', row: 'tr', columnheader: 'th', cell: 'td', text: 'p', status: 'p', alert: 'p', img: 'p', region: 'section' },

    // Tools are left out; of a list's items what they lead to is their content.
    one: (element, record, to) => {
      const role = record.role, tag = Print.tags[role];
      if (role === 'toolbar' || role === 'menu') return;
      if (role === 'heading') return Print.add(to, 'h' + (element.getAttribute('aria-level') || 2), Print.words(element));
      if (record.text) return Print.add(to, 'p', Print.words(element) + ': ' + element.value);
      if (/^(checkbox|radio)$/.test(role)) return (record.states & 2) && Print.add(to, 'p', '\u2713 ' + Print.words(element));
      if (role === 'link' || (role === 'button' && to.localName === 'li')) return to.textContent || Print.add(to, 'span', Print.words(element));
      if (!tag) return Print.all(element, to);
      const inside = Print.add(to, tag, [...element.children].some((child) => child.record) ? '' : Print.words(element));
      Print.all(element, inside);
      if (!inside.textContent) inside.remove();
      if (inside.textContent.length < 16) inside.className = 'short';  // an amount, a date: in one line
    },
  },
});

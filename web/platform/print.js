// Printing. The browser's Ctrl+P: not the canvas, but what the mirror says of the screen, as plain HTML that flows over pages. What the
// program prints itself is a page of its own; it stands in a tree apart, where its styles are its own, too.
mergeInto(LibraryManager.library, {
  $Print__deps: ['$Page', '$Mirror'],
  $Print: {
    page: null,
    own: null,

    start: () => {
      Page.listen(window, 'beforeprint', Print.prepare);
      Page.listen(window, 'afterprint', () => (Print.discard(), Print.own = null));
    },
    discard: () => {
      if (Print.page) Print.page.remove();
      Print.page = null;
    },
    // Nothing of it runs or loads: a document that a parser made has no scripts, and the page's policy holds here as everywhere.
    // Its styles, the first and only ones, are taken out before: the policy would speak of them in any document.
    showOwn: (html) => {
      const [whole, rules] = /<style>([^<]*)<\/style>/.exec(html), style = new CSSStyleSheet();
      const own = new DOMParser().parseFromString(html.replace(whole, ''), 'text/html');
      style.replaceSync(rules.replace(/\bbody\b/g, ':host'));
      Print.page = document.createElement('article');
      Print.page.id = 'print';
      Print.page.lang = own.documentElement.lang;
      const root = Print.page.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [style];
      root.append(...own.body.childNodes);
      document.body.append(Print.page);
    },
    prepare: () => {
      Print.discard();
      if (Print.own) return Print.showOwn(Print.own);
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
      if (record.text) return element.type === 'password' || Print.add(to, 'p', Print.words(element) + ': ' + element.value);
      if (/^(checkbox|radio)$/.test(role)) return (record.states & 2) && Print.add(to, 'p', '\u2713 ' + Print.words(element));
      if (role === 'link' || (role === 'button' && to.localName === 'li')) return to.textContent || Print.add(to, 'span', Print.words(element));
      if (!tag) return Print.all(element, to);
      const inside = Print.add(to, tag, [...element.children].some((child) => child.record) ? '' : Print.words(element));
      Print.all(element, inside);
      if (!inside.textContent) inside.remove();
      if (inside.textContent.length < 16) inside.className = 'short';  // an amount, a date: in one line
    },
  },

  page_print__deps: ['$Print'],
  page_print: function(html, size) {
    Print.own = Page.text(html, size);
    // After the frame: the browser's dialog holds the page.
    setTimeout(() => window.print());
  },
});

// Printing. The browser's Ctrl+P: not the canvas, but the report that the program has for the screen; where it has none, what the mirror
// says of the screen, as plain HTML that flows over pages. A report stands in a tree apart, where its styles are its own, too.
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
      const own = Print.own || Page.inbox(_platform_printed());
      if (own) return Print.showOwn(own);
      Print.page = document.createElement('article');
      Print.page.id = 'print';
      _platform_all_rows(1);
      const from = Mirror.root.element.querySelector('[role="dialog"]') || Mirror.root.element.querySelector('[role="main"]');
      Print.all(from, Print.page);
      Print.rest(from, Print.page);
      _platform_all_rows(0);
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

    // Tools are left out; of a list's items and a table's cells what they lead to is their content. What can be ticked or chosen is told as
    // it stands.
    one: (element, record, to) => {
      const role = record.role, tag = to.localName === 'ul' ? 'li' : Print.tags[role], checked = record.states & 2;
      const item = /^(li|td)$/.test(to.localName), tool = /^t[dh]$/.test(to.localName) && (role === 'checkbox' || element.hasAttribute('aria-haspopup'));
      if (role === 'toolbar' || role === 'menu' || tool) return;
      if (role === 'heading') return Print.add(to, 'h' + (element.getAttribute('aria-level') || 2), Print.words(element));
      if (record.text) return element.type === 'password' || Print.add(to, 'p', Print.words(element) + ': ' + element.value);
      if (role === 'radio') return checked && Print.add(to, 'p', '\u2713 ' + Print.words(element));
      if (role === 'checkbox') return Print.add(to, item ? 'span' : 'p', (checked ? '\u2611 ' : '\u2610 ') + Print.words(element));
      if (role === 'radiogroup') {
        const chosen = Array.from(element.querySelectorAll('[aria-checked="true"]')).map(Print.words).join(' \u00B7 ');
        return Print.add(to, item ? 'span' : 'p', Print.words(element) + ': ' + (chosen || '\u2014'));
      }
      if (role === 'link' || (role === 'button' && item)) return Print.add(to, 'span', Print.words(element));
      if (!tag) return Print.all(element, to);
      const inside = Print.add(to, tag, [...element.children].some((child) => child.record) ? '' : Print.words(element));
      Print.all(element, inside);
      if (!inside.textContent && (tag !== 'td' || element.children.length)) inside.remove();
      if (inside.textContent.length < 16) inside.className = 'short';  // an amount, a date: in one line
    },
    // What was not read out for the page, since there is too much of it.
    rest: (from, to) => {
      for (const table of from.querySelectorAll('[aria-rowcount]')) {
        const all = table.getAttribute('aria-rowcount') - 1, shown = table.querySelectorAll('[role="row"]').length - 1;
        if (shown < all) Print.add(to, 'p', Page.chinese() ? `印出前 ${shown} 行，共 ${all} 行` : `The first ${shown} of ${all} rows`);
      }
    },
  },

  page_print__deps: ['$Print'],
  page_print: function(html, size) {
    Print.own = Page.text(html, size);
    // After the frame: the browser's dialog holds the page.
    setTimeout(() => window.print());
  },
});

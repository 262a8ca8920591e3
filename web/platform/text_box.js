// Text boxes of the mirror: real <input> and <textarea> elements, in which the browser edits (the rule is in ui/mirror.h).
// Values are compared, never pieces of input: whatever order of events an input method produces, the box's text arrives once.
mergeInto(LibraryManager.library, {
  $TextBox__deps: ['$Page', '$Frames', '$Mirror', '$Input', '$Typing'],
  $TextBox: {
    start: () => {
      const on = (type, handler) => Page.listen(Mirror.root.element, type, (event) => event.target.record && event.target.record.text && handler(event.target.record, event));
      on('compositionstart', (record) => record.composing = true);
      on('compositionend', (record) => {
        record.composing = false;
        TextBox.send(record);
      });
      on('input', (record, event) => {
        Typing.note(record.element);
        if (!event.isComposing) TextBox.send(record);
      });
      on('focusin', (record) => record.edited = false);
      on('focusout', (record) => {
        record.composing = false;
        TextBox.done(record);
        // What the program did not take does not stay.
        TextBox.show(record, record.value);
      });
    },

    is: (element) => !!element.record && element.record.text,
    scrolls: (element) => element.localName === 'textarea' && element === document.activeElement && element.scrollHeight > element.clientHeight,

    make: (record) => {
      const element = record.element;
      element.autocomplete = 'off';
      if (record.role !== 'textarea') element.spellcheck = false;
      if (record.role === 'spinbutton') element.inputMode = 'decimal';
      record.value = record.sent = '';
      record.edited = record.composing = false;
    },

    // From the program, with every frame that changed the mirror.
    write: (record, value, em, at_end, states) => {
      if (states & 1 << 22) TextBox.hide(record.element, states);
      const changed = record.value !== value;
      record.value = value;
      if (record.element !== document.activeElement || (changed && !record.composing)) TextBox.show(record, value);
      Mirror.set(record, 'disabled', states & 1 ? '' : null);
      const style = `${em || 13}px ${at_end}`;
      if (record.style === style) return;
      record.style = style;
      record.element.style.fontSize = (em || 13) + 'px';
      record.element.style.textAlign = at_end ? 'end' : 'start';
    },
    // A password, which the browser may offer to remember.
    hide: (element, states) => {
      const type = states & 1 << 23 ? 'text' : 'password';
      if (element.type !== type) element.type = type;
      element.autocomplete = states & 1 << 24 ? 'current-password' : 'new-password';
    },
    show: (record, value) => {
      record.sent = value;
      if (record.element.value !== value) record.element.value = value;
    },

    // To the program.
    send: (record) => {
      const value = record.element.value;
      if (record.composing || value === record.sent) return;
      record.sent = value;
      record.edited = true;
      Page.post(value);
      _platform_value(record.id);
      Frames.next();
    },
    // What an input method holds so far counts when the box is about to go.
    commit: () => {
      const record = document.activeElement && document.activeElement.record;
      if (!record || !record.text) return;
      record.composing = false;
      TextBox.send(record);
    },
    done: (record) => {
      TextBox.send(record);
      if (!record.edited) return;
      record.edited = false;
      _platform_done(record.id);
      Frames.next();
    },

    // Keys that a text box leaves to the program. Undo is the box's own while it holds an unfinished edit.
    gives_away: (event, plain, shortcut) => {
      const record = event.target.record, single = record.role !== 'textarea';
      if (shortcut) {
        if (record.edited && /[zy]/.test(Input.letter(event))) return false;
        event.preventDefault();
        return true;
      }
      if (event.key === 'Enter') {
        if (!single && !event.ctrlKey && !event.metaKey) return false;
        event.preventDefault();  // another box may have the focus when the browser types it
        TextBox.done(record);
        return true;
      }
      if (!plain) return false;
      if (single && /^Arrow(Up|Down)$/.test(event.key)) {
        if (record.role === 'spinbutton' || record.states & 1 << 3) event.preventDefault();
        return true;
      }
      return event.key === 'Escape' || (single && event.key.startsWith('Page'));
    },
  },
});

// Locks with a passphrase: AES-256-GCM under a key that PBKDF2-SHA-256 makes of it, by the browser's own cryptography. What is locked
// begins with a head that is authenticated with it: a mark, the iterations, the salt, and the initialisation vector, new every time.
// Arrives behind the first frame; where what is stored here is locked, first of all.
(() => {
  const { crypto } = globalThis, subtle = crypto && crypto.subtle, encoder = new TextEncoder(), decoder = new TextDecoder();
  const mark = [0x44, 0x43, 0x4c, 1], saltAt = 8, ivAt = 24, headSize = 36, ivSize = 12, tagSize = 16;
  const iterations = 600000, fewest = 100000, most = 2000000;  // of what others made; more than the most would only keep the page busy

  const keyOf = async (passphrase, head) => subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: head.slice(saltAt, ivAt), iterations: new DataView(head.buffer, head.byteOffset).getUint32(4) },
    await subtle.importKey('raw', encoder.encode(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveKey']),
    { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

  const newHead = (rounds = iterations) => {
    const head = crypto.getRandomValues(new Uint8Array(headSize));
    head.set(mark);
    new DataView(head.buffer).setUint32(4, rounds);
    return head;
  };
  const joined = (one, other) => {
    const both = new Uint8Array(one.length + other.length);
    both.set(one);
    both.set(other, one.length);
    return both;
  };
  const close = async (key, head, bytes) => joined(head,
    new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv: head.slice(ivAt), additionalData: head }, key, bytes)));
  // Refused before any work where the head is none of ours.
  const headOf = (locked) => {
    const head = locked.slice(0, headSize), rounds = locked.length < headSize + tagSize ? 0 : new DataView(head.buffer).getUint32(4);
    if (rounds < fewest || rounds > most || !mark.every((byte, i) => head[i] === byte)) throw new Error('not locked here');
    return head;
  };
  const open = async (key, locked) => {
    const head = headOf(locked);
    return new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv: head.slice(ivAt), additionalData: head }, key, locked.slice(headSize)));
  };

  // What is stored here. `lock` holds the sign: something locked with the passphrase, by which it is known, and the salt, without which
  // nothing opens; it stands there twice. Every text is a record of its own with a vector of its own, under a key that says nothing, and in
  // it its name and its number: of two of one name the later one counts.
  const prefix = 'deal-compass/', lockName = prefix + 'lock', lockCopy = prefix + 'lock-copy', recordPrefix = prefix + '~';
  // Needed before it is unlocked, and nothing of a deal.
  const isOpen = (name) => /^deal-compass\/(page|settings|saved|backup|lock|lock-copy)$/.test(name);
  const isRecord = (name) => name.startsWith(recordPrefix);
  const isOurs = (name) => name.startsWith(prefix) && !isOpen(name) && !isRecord(name);
  const names = (which) => Object.keys(localStorage).filter(which);
  const signs = () => new Set([lockName, lockCopy].map((name) => localStorage.getItem(name)).filter(Boolean));
  const putSign = (sign) => [lockCopy, lockName].forEach((name) => localStorage.setItem(name, sign));

  // 15 bits a letter: storage counts letters, whatever they are. Of multiples of 15 bytes.
  const pack = (bytes) => {
    const letters = [];
    let held = 0, bits = 0;
    for (const byte of bytes) {
      held = held << 8 | byte;
      bits += 8;
      if (bits < 15) continue;
      bits -= 15;
      letters.push(String.fromCharCode(0x4000 + (held >> bits)));
      held &= (1 << bits) - 1;
    }
    return letters.join('');
  };
  const unpack = (text) => {
    const bytes = new Uint8Array(text.length * 15 >> 3);
    let held = 0, bits = 0, at = 0;
    for (let i = 0; i < text.length; ++i) {
      held = held << 15 | text.charCodeAt(i) - 0x4000 & 0x7fff;
      for (bits += 15; bits >= 8; held &= (1 << bits) - 1) bytes[at++] = held >> (bits -= 8);
    }
    return bytes;
  };
  const room = '\u4000';  // stands where a record will

  // Looks like the browser's storage to the program: reads from memory, writes a record and fills it in order.
  const spaceOf = (key, salt, sign) => {
    const ids = new Map(), gone = new Set();  // where each name stands, and where one stood that was removed
    let sequence = 0, queue = Promise.resolve(), waits = 0, broken = false;
    const then = (work) => {
      ++waits;
      queue = queue.then(work).catch(() => broken = true).finally(() => --waits);
    };
    const parameters = (id, iv) => ({ name: 'AES-GCM', iv, additionalData: joined(salt, encoder.encode(id)) });
    const recordOf = (name, text) => {
      const bytes = encoder.encode(`${++sequence}\n${name}\n${text}`), more = ivSize + tagSize;
      const size = Math.ceil((bytes.length + more) / 15) * 15 - more, padded = new Uint8Array(size).fill(32);
      padded.set(bytes, size - bytes.length);
      return padded;
    };
    const read = async (id, text) => {
      const bytes = unpack(text);
      const words = decoder.decode(await subtle.decrypt(parameters(id, bytes.slice(0, ivSize)), key, bytes.slice(ivSize)));
      const [, number, name, content] = /^ *(\d+)\n(.*)\n([^]*)$/.exec(words);
      return { id, number: Number(number), name, text: content };
    };
    const take = (space, { id, number, name, text }) => {
      ids.set(name, id);
      sequence = Math.max(sequence, number);
      space[name] = text;
    };
    const nameAt = (id) => [...ids.keys()].find((name) => ids.get(name) === id);

    return Object.create({
      getItem(name) {
        return isOpen(name) ? localStorage.getItem(name) : ids.has(name) ? this[name] : null;
      },
      setItem(name, text) {
        if (isOpen(name)) return localStorage.setItem(name, text);
        if (broken) throw new Error('storage does not keep what is written');
        if (this.wasEmptied()) this.writeAgain();
        const bytes = recordOf(name, text), id = [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join('');
        // Takes the room at once, so that full is said at once; what stood under the name goes when the new record is whole.
        localStorage.setItem(recordPrefix + id, room.repeat((bytes.length + ivSize + tagSize) / 15 * 8));
        const before = ids.get(name);
        ids.set(name, id);
        this[name] = text;
        then(async () => {
          const iv = crypto.getRandomValues(new Uint8Array(ivSize)), at = recordPrefix + id;
          const sealed = pack(joined(iv, new Uint8Array(await subtle.encrypt(parameters(id, iv), key, bytes))));
          if (!gone.has(id)) {
            localStorage.setItem(at, sealed);
            if (localStorage.getItem(at) !== sealed) throw new Error(at);
          }
          if (before) localStorage.removeItem(recordPrefix + before);
        });
      },
      removeItem(name) {
        if (isOpen(name)) return localStorage.removeItem(name);
        if (ids.has(name)) {
          gone.add(ids.get(name));
          localStorage.removeItem(recordPrefix + ids.get(name));
        }
        ids.delete(name);
        delete this[name];
      },
      // What another tab wrote, then `tell` of it.
      hear({ key: at, newValue }, tell) {
        then(async () => {
          if (at && !isRecord(at)) return tell({ key: at });
          if (at === null) {
            for (const name of Object.keys(this)) delete this[name];
            ids.clear();
            return tell({ key: at });
          }
          const id = at.slice(recordPrefix.length);
          if (newValue === null) {
            const name = nameAt(id);
            if (!name) return;
            ids.delete(name);
            delete this[name];
            return tell({ key: name });
          }
          if (newValue[0] === room && newValue === room.repeat(newValue.length)) return;
          const record = await read(id, newValue).catch(() => null);
          if (!record) return;
          take(this, record);
          tell({ key: record.name });
        });
      },
      // Someone cleared the browser's storage: records alone would never open again. (Where it stands open, it is no longer locked.)
      wasEmptied: () => !signs().size && !names(isOurs).length,
      writeAgain() {
        putSign(sign);
        ids.clear();
        for (const [name, text] of Object.entries(this)) this.setItem(name, text);
      },
      async settled() {
        while (waits) await queue;
        if (broken) throw new Error('not all was written');
      },
      waits: () => waits > 0,
      async load() {
        const all = await Promise.all(names(isRecord).map((at) => read(at.slice(recordPrefix.length), localStorage.getItem(at)).catch(() => {
          const text = localStorage.getItem(at);
          if (text === room.repeat(text.length)) localStorage.removeItem(at);  // never filled
        })));
        for (const record of all.filter(Boolean).sort((a, b) => a.number - b.number)) {
          if (ids.has(record.name)) localStorage.removeItem(recordPrefix + ids.get(record.name));
          take(this, record);
        }
        // Where locking was cut off: what stands open goes, and what is nowhere else comes in first.
        const left = names(isOurs);
        for (const name of left) if (!ids.has(name)) this.setItem(name, localStorage.getItem(name));
        await this.settled();
        for (const name of left) localStorage.removeItem(name);
      },
    });
  };

  const say = (chinese, english) => document.documentElement.lang.startsWith('zh') ? chinese : english;
  const make = (tag, words, properties) => Object.assign(document.createElement(tag), { textContent: words }, properties);
  // The key, the salt and the sign, where one of the signs opens with it.
  const known = async (passphrase) => {
    for (const sign of signs()) {
      try {
        const locked = Uint8Array.from(atob(sign), (letter) => letter.charCodeAt(0)), key = await keyOf(passphrase, headOf(locked));
        await open(key, locked);
        return [key, locked.slice(saltAt, ivAt), sign];
      } catch {
        // Not the passphrase, or this one is damaged.
      }
    }
  };
  // The screen before everything else. Resolves to what is known then.
  const ask = () => new Promise((done) => {
    const page = make('main', '', { id: 'failure' }), inner = make('div', ''), form = make('form', ''), title = document.title;
    const field = make('input', '', { id: 'passphrase', type: 'password', autocomplete: 'current-password', required: true });
    const words = say('打开', 'Open'), button = make('button', words, { className: 'primary' }), fault = make('p', '', { className: 'fault' });
    fault.setAttribute('role', 'alert');
    form.append(make('label', say('口令', 'Passphrase'), { htmlFor: field.id }), field, button);
    inner.append(make('p', '赢单罗盘 Deal Compass', { className: 'name' }), make('h1', say('已用口令锁住', 'Locked with a passphrase')),
      make('p', say('这个浏览器里的单子已加密，输入口令才能打开。', 'The deals in this browser are encrypted. The passphrase opens them.')), form, fault,
      make('p', say('口令忘了，谁也打不开。有备份文件的话，在浏览器设置里清除这个网站的数据，再导入备份。', 'A forgotten passphrase cannot be had again by anyone. With a backup file: clear this site\'s data in the browser\'s settings, then import it.')));
    page.append(inner);
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      if (button.disabled) return;
      button.disabled = true;
      button.textContent = say('请稍候…', 'One moment…');
      fault.textContent = '';
      const opened = await known(field.value);
      if (opened) {
        page.remove();
        document.title = title;
        return done(opened);
      }
      fault.textContent = say('口令不对，或者内容已经损坏。', 'The passphrase is wrong, or the content is damaged.');
      button.disabled = false;
      button.textContent = words;
      field.select();
    });
    const show = () => {
      document.title = say('已锁住 · 赢单罗盘', 'Locked · Deal Compass');
      document.body.append(page);
      field.focus();
    };
    Module.whenWhole(show);
  });

  // Without input for so long, it is locked again: the page starts anew. What was begun and not saved stays, behind the same screen.
  let touched = Date.now(), timer = 0;
  const watch = () => {
    clearTimeout(timer);
    const minutes = Module.idle;
    if (!Module.space || !minutes) return;
    const left = touched + minutes * 60000 - Date.now();
    if (left <= 0) Module.vault.lockNow(true);
    else timer = setTimeout(watch, left + 20);
  };
  const listen = () => {
    for (const type of ['pointerdown', 'pointermove', 'keydown', 'wheel']) addEventListener(type, () => touched = Date.now(), { capture: true, passive: true });
    document.addEventListener('visibilitychange', watch);
    watch();
  };

  Module.vault = {
    keyOf, headOf, open, watch,
    lock: async (passphrase, bytes, rounds) => {
      const head = newHead(rounds);
      return close(await keyOf(passphrase, head), head, bytes);
    },
    unlock: async (passphrase, locked) => open(await keyOf(passphrase, headOf(locked)), locked),

    enter: async () => {
      const known = await ask(), space = spaceOf(...known);
      await space.load();
      try {
        putSign(known[2]);  // where one of the two is gone
      } catch {
        // Full: the other is enough.
      }
      Module.space = space;
      touched = Date.now();
      listen();
    },
    // The records come first, then the sign, from which on they count, then what stood open goes: at every moment one of both is whole.
    lockAll: async (passphrase) => {
      const head = newHead(), key = await keyOf(passphrase, head);
      const sign = btoa(String.fromCharCode(...await close(key, head, encoder.encode('deal-compass'))));
      const space = spaceOf(key, head.slice(saltAt, ivAt), sign);
      try {
        for (const at of names(isRecord)) localStorage.removeItem(at);
        for (let more = true; more; await space.settled()) {
          more = false;
          for (const name of names(isOurs)) if (space.getItem(name) !== localStorage.getItem(name)) space.setItem(name, localStorage.getItem(name)), more = true;
          for (const name of Object.keys(space)) if (localStorage.getItem(name) === null) space.removeItem(name), more = true;
        }
        putSign(sign);
      } catch (error) {
        for (const at of [...names(isRecord), lockCopy]) localStorage.removeItem(at);
        throw error;
      }
      Module.space = space;
      for (const name of names(isOurs)) localStorage.removeItem(name);
      touched = Date.now();
      listen();
    },
    openAll: async () => {
      const { space } = Module, written = [];
      await space.settled();
      try {
        for (const name of Object.keys(space)) {
          localStorage.setItem(name, space.getItem(name));
          written.push(name);
        }
      } catch (error) {
        for (const name of written) localStorage.removeItem(name);
        throw error;
      }
      for (const name of [lockCopy, lockName]) localStorage.removeItem(name);
      Module.space = undefined;
      for (const at of names(isRecord)) localStorage.removeItem(at);
    },
    lockNow: async (idle) => {
      Module.flush();
      await Module.space.settled();
      if (!idle || !Module.holds()) return location.reload();
      const app = document.getElementById('app');
      app.inert = true;
      app.style.visibility = 'hidden';
      await ask();
      app.inert = false;
      app.style.visibility = '';
      touched = Date.now();
      watch();
    },
  };
})();

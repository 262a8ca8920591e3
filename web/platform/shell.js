// Runs first: theme and language before the first paint, the download with its progress, and the page that stands instead of the
// program when it cannot run. Knows the program only through Module, which Emscripten's code picks up.
(() => {
  const { app, wasm, wasmBytes, rest, texts_zh, texts_en, more_zh, more_en, library, vault, worker } = document.currentScript.dataset;
  const root = document.documentElement;
  const prefix = 'deal-compass/';
  const element = (id) => document.getElementById(id);

  // Where it is locked, what the passphrase opened.
  const space = () => window.Module && Module.space || localStorage;
  const stored = (key) => {
    try {
      return space().getItem(prefix + key) || '';
    } catch {
      return '';
    }
  };
  // What the user chose last time, or what browser and system say.
  const [, language] = /(?:^| )language=(zh|en)/.exec(stored('settings')) || [];
  root.dataset.theme = stored('page').split(' ')[0] || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  root.lang = (language || navigator.language).slice(0, 2).toLowerCase() === 'zh' ? 'zh-CN' : 'en';
  // The window's frame around an installed page.
  const tint = () => element('tint').content = root.dataset.theme === 'dark' ? '#0c121b' : '#f5f7fa';
  tint();
  const say = (chinese, english) => root.lang.startsWith('zh') ? chinese : english;
  // Before the page is whole, what stands in it would come to lie over what is shown.
  const whenWhole = (show) => document.readyState === 'loading' ? addEventListener('DOMContentLoaded', show) : show();

  const troubles = {
    webassembly: {
      title: ['这个浏览器打不开赢单罗盘', 'This browser cannot run Deal Compass'],
      what: ['它不支持 WebAssembly，或者被设置禁用了。', 'It has no WebAssembly, or a setting has turned it off.'],
      todo: ['请换用新版的 Chrome、Edge、Firefox 或 Safari。公司电脑上请管理员检查“增强安全”一类的设置。', 'Please use a current Chrome, Edge, Firefox or Safari. On a company computer ask whether an “enhanced security” setting applies.'],
    },
    webgl: {
      title: ['这个浏览器画不出赢单罗盘', 'This browser cannot draw Deal Compass'],
      what: ['它没有 WebGL 2，通常是因为图形加速被关闭，或者显卡驱动太旧。', 'It has no WebGL 2, mostly because graphics acceleration is turned off or the graphics driver is old.'],
      todo: ['请在浏览器设置里打开“图形加速”，再重新打开；或者换一个浏览器。', 'Please turn on “graphics acceleration” in the browser\'s settings and open the page again, or use another browser.'],
    },
    graphics: {
      title: ['显卡没有响应', 'The graphics card does not answer'],
      what: ['浏览器暂时画不出画面，您的数据没有受影响。', 'The browser cannot draw at the moment; your data is not affected.'],
      todo: ['请重新打开这个页面。如果还是这样，请重启浏览器。', 'Please open the page again. If that does not help, restart the browser.'],
    },
    network: {
      title: ['赢单罗盘没有下载完整', 'Deal Compass could not be downloaded'],
      what: ['网络中断，或者服务器上的文件不全。', 'The network broke off, or the server lacks a file.'],
      todo: ['请检查网络，再重新打开。', 'Please check the network and open the page again.'],
    },
    memory: {
      title: ['内存不够了', 'There is not enough memory'],
      what: ['浏览器没有给赢单罗盘更多内存。', 'The browser did not give Deal Compass more memory.'],
      todo: ['请关掉一些别的页面，再重新打开。上一次保存的内容还在。', 'Please close other pages and open this one again. What was last saved is still there.'],
    },
    crash: {
      title: ['赢单罗盘出错停下了', 'Deal Compass has stopped because of an error'],
      what: ['这是程序的错误，不是您的操作造成的。', 'This is a fault of the program, not of what you did.'],
      todo: ['请重新打开，上一次保存的内容还在。为了稳妥，可以先把数据下载成文件。如果再次出错，请把下面的详细信息发给我们。', 'Please open the page again; what was last saved is still there. To be safe, download your data first. If it happens again, please send us the details below.'],
    },
  };

  // The workspace in its records (core/store): the newest index whose records are all what was written, else what is left.
  const checksum = (text) => {
    let one = 0xdeadbeef, two = 0x41c6ce57;
    for (const byte of new TextEncoder().encode(text)) {
      one = Math.imul(one ^ byte, 2654435761);
      two = Math.imul(two ^ byte, 1597334677);
    }
    const mix = (a, b) => Math.imul(a ^ a >>> 16, 2246822507) ^ Math.imul(b ^ b >>> 13, 3266489909);
    one = mix(one, two);
    two = mix(two, one);
    return [one, two].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
  };
  const readIndex = (slot) => {
    const [head, ...lines] = stored(slot).split('\n');
    const [, sequence, sum] = /^deal-compass-store\/1 (\d+) ([0-9a-f]{16})$/.exec(head) || [];
    if (sequence && checksum(sequence + '\n' + lines.join('\n')) === sum) return { sequence: Number(sequence), keys: lines.filter((line) => isRecord.test(line)) };
  };
  const isRecord = /^(rest|customer|deal)\//;
  const record = (key) => {
    const text = stored(key);
    return text && key.endsWith('/' + checksum(text)) ? text : '';
  };
  const allKeys = () => {
    try {
      return Object.keys(space()).filter((key) => /^deal-compass/.test(key));
    } catch {
      return [];  // storage is blocked
    }
  };
  const fileOf = (keys) => {
    const texts = (kind) => keys.filter((key) => key.startsWith(kind)).map(record).filter(Boolean);
    const [head, tail] = (/^(\{"format":"deal-compass","version":"[^"]*")(.*\})$/s.exec(texts('rest/')[0]) || ['', '{"format":"deal-compass","version":"1.0"', '}']).slice(1);
    const list = (name, kind) => {
      const byId = new Map(texts(kind).reverse().map((text) => [JSON.parse(text).id, text]));
      return byId.size ? `,"${name}":[${[...byId.values()].reverse()}]` : '';
    };
    try {
      return head + list('customers', 'customer/') + list('deals', 'deal/') + tail;
    } catch {
      return '';
    }
  };
  const recordedData = () => {
    const indexes = ['index/a', 'index/b'].map(readIndex).filter(Boolean).sort((a, b) => b.sequence - a.sequence);
    const best = indexes.find(({ keys }) => keys.every(record)) || indexes[0];
    const keys = best ? best.keys : allKeys().map((key) => key.slice(prefix.length)).filter((key) => isRecord.test(key));
    return keys.length ? fileOf(keys) : '';
  };
  // What else was kept: a workspace that could not be read, say, or a record that is not what was written.
  const otherData = () => allKeys().filter((key) => {
    const name = key.slice(prefix.length);
    return isRecord.test(name) ? !record(name) : /^index\//.test(name) ? !readIndex(name) : !/\/(backup|edited|lock|lock-copy|page|reminded|saved|settings|workspace|~.*)$|\/(trash|typing|version)\//.test(key);
  });
  const levels = {
    stage: { intent: ['意向', 'Intent'], solution: ['方案', 'Solution'], commercial: ['商务', 'Commercial'], closing: ['成交', 'Closing'] },
    competition: { behind: ['落后', 'Behind'], level: ['平手', 'Level'], ahead: ['领先', 'Ahead'], sole: ['单一', 'Sole'] },
    urgency: { later: ['以后再说', 'Later'], worked_in: ['着手引入', 'Worked in'], active: ['活跃', 'Active'], urgent: ['紧急', 'Urgent'] },
  };
  const money = ({ minor, currency }) => {
    const format = new Intl.NumberFormat(root.lang, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', minimumFractionDigits: 0 });
    return format.format(minor / 10 ** format.resolvedOptions().maximumFractionDigits);
  };
  // Every deal in words: its name, and what else can be read of it.
  const dealsOf = (text) => {
    const attempt = (read) => {
      try {
        return read();
      } catch {
        return '';
      }
    };
    const data = attempt(() => JSON.parse(text));
    const customer = (deal) => data.customers.find(({ id }) => id === deal.customer).name;
    return attempt(() => data.deals.map((deal) => [
      [attempt(() => customer(deal)), attempt(() => deal.name)].filter(Boolean).join(' · '),
      [
        attempt(() => money(deal.objective.amount)),
        Object.keys(levels).map((axis) => attempt(() => say(...levels[axis][deal.position.claimed[axis]]))).filter(Boolean).join(say('·', ' · ')),
        attempt(() => deal.objective.signing_date && say('签约 ', 'signing ') + deal.objective.signing_date),
      ].filter(Boolean).join(say('，', ', ')),
    ])) || [];
  };
  // The program may be broken: what it still holds counts only when it is whole.
  const unsavedData = () => {
    try {
      const text = Module.rescue ? Module.rescue() : '';
      return text && JSON.parse(text) ? text : '';
    } catch {
      return '';
    }
  };
  const download = (name, text) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = name;
    link.click();
  };

  const fail = (kind, details) => {
    if (root.dataset.state === 'failed') return;
    root.dataset.state = 'failed';
    if (Module.stop) Module.stop();
    const trouble = troubles[kind];
    const make = (tag, words, ...children) => {
      const made = document.createElement(tag);
      if (words) made.textContent = words;
      made.append(...children);
      return made;
    };
    const button = (words, action) => {
      const made = make('button', words);
      made.addEventListener('click', () => action(made));
      return made;
    };
    const unlock = async (made) => {
      try {
        await withVault();
      } catch {
        made.textContent = say('现在下载不了，请联网后再试', 'Cannot be downloaded now: try again with a network');
        return;
      }
      document.body.replaceChildren();
      await Module.vault.enter();
      show();
    };
    const show = () => {
      const workspace = unsavedData() || recordedData() || stored('workspace'), others = otherData(), savedAt = Number(stored('saved'));
      const title = make('h1', say(...trouble.title));
      const name = make('p', '赢单罗盘 Deal Compass');
      const again = button(say('重新打开', 'Open again'), () => location.reload());
      const keep = (words, name, text) => button(`${words} (${Math.ceil(new Blob([text]).size / 1024)} KB)`, () => download(name, text));
      const report = [kind, details, root.lang, location.pathname, navigator.userAgent, new Date().toISOString()].join('\n');
      const copy = button(say('复制', 'Copy'), (made) => {
        navigator.clipboard.writeText(report).then(() => made.textContent = say('已复制', 'Copied'), () => getSelection().selectAllChildren(made.previousSibling));
      });
      name.className = 'name';
      again.className = 'primary';
      title.tabIndex = -1;
      const page = make('main', '', make('div', '', name, title, make('p', say(...trouble.what)), make('p', say(...trouble.todo)), again,
        ...(workspace ? [keep(say('下载我的数据', 'Download my data'), 'deal-compass-data.json', workspace)] : []),
        ...(isLocked() ? [button(say('用口令取出我的数据', 'Get my data with the passphrase'), unlock)] : []),
        ...others.map((key) => keep(key, key.replace(/\W+/g, '-') + '.json', space().getItem(key))),
        ...(workspace ? [
          make('h2', say('您的单子', 'Your deals')),
          ...(savedAt ? [make('p', say('保存于 ', 'Saved ') + new Date(savedAt).toLocaleString(root.lang))] : []),
          make('ul', '', ...dealsOf(workspace).map(([deal, words]) => make('li', '', make('b', deal), make('br'), words))),
        ] : []),
        make('details', '', make('summary', say('详细信息', 'Details')), make('pre', report), copy)));
      page.id = 'failure';
      document.body.replaceChildren(page);
      document.title = say(...trouble.title);
      title.focus();
    };
    whenWhole(show);
  };
  const crash = (error) => {
    if (restarting) return;
    const words = String(error && error.message || error);
    fail(/memory|OOM/i.test(words) && !/out of bounds/i.test(words) ? 'memory' : 'crash', [words, error && error.stack || new Error().stack].join('\n'));
  };

  // Bytes as they come; the server's length is that of the compressed file, so the build tells the real one.
  const total = Number(wasmBytes) || 0;
  let received = 0;
  const report = () => {
    const bar = element('progress');
    if (!bar) return;
    const come = total ? Math.min(received, total) : received;  // texts come in as well
    if (total) bar.value = come / total;
    element('progress-words').textContent = say('正在下载', 'Downloading') + ` ${Math.round(come / 1024)} KB` + (total ? ` / ${Math.round(total / 1024)} KB` : '');
  };
  const counted = (response) => {
    if (!response.ok || !response.body) throw new Error(`${response.status} ${response.url}`);
    const reader = response.body.getReader();
    const body = new ReadableStream({
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        received += value.length;
        report();
        controller.enqueue(value);
      },
    });
    return new Response(body, { headers: { 'Content-Type': 'application/wasm' } });
  };

  // The program comes in two parts: `first` brings what its first picture needs, `second()` the rest, asked for when that picture stands.
  // What leads straight to something of the second part waits for both.
  let restarting = false;
  const whole = 'deal-compass/whole';
  const early = (number) => {
    // The build took this function for one that the first picture does not need. Nothing was stored yet: once more, with all of it.
    restarting = true;
    sessionStorage.setItem(whole, '1');
    location.reload();
    throw new Error(`function ${number} has not arrived yet`);
  };
  const waits = () => {
    try {
      return !/^(#\/?(deals|deal\/[^/]+\/compass)?)?$/.test(location.hash) || sessionStorage.getItem(whole);
    } catch {
      return true;  // without storage there is no second start
    }
  };
  const load = (file) => new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = file;
    script.onload = done;
    script.onerror = () => failed(new Error(file));
    document.head.append(script);
  });
  // What is stored is locked, and not opened yet.
  const isLocked = () => (stored('lock') || stored('lock-copy')) && !Module.space;
  const withVault = async () => Module.vault || !vault || load(vault);
  // Nobody waits for the library, and without it all else works.
  const askForLibrary = () => {
    if (Module.library) return;
    Module.library = Module.loadLibrary();
    Module.library.catch(() => {});
  };
  // So are its texts: what the first picture shows of one language comes with the first part, the rest and the other language behind it.
  const receive = (first, second, texts) => {
    const take = (kind, language) => texts(kind, language).then((response) => response.arrayBuffer()).then((bytes) => Module.texts.push([language, new Uint8Array(bytes)]));
    const [shown, other] = say(['zh', 'en'], ['en', 'zh']), words = take('texts', shown);
    const locked = isLocked(), entered = locked ? withVault().then(() => Module.vault.enter()) : Promise.resolve();
    for (const asked of [first, words, entered]) asked.catch(() => {});  // told of when it is needed
    const refused = (error) =>
      fail(error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError ? 'webassembly' : /memory/i.test(error) ? 'memory' : 'network', String(error));
    Module.instantiateWasm = (imports, done) => {
      imports.placeholder = new Proxy({}, { get: (none, number) => () => early(number) });
      first.then((response) => WebAssembly.instantiateStreaming(response, imports)).then(async ({ instance, module }) => {
        const complete = async () => {
          const others = Promise.all([take('more', shown), take('texts', other), take('more', other), withVault()]);
          if (second) await WebAssembly.instantiateStreaming(await second(), { primary: instance.exports });
          await others;
        };
        await words;
        await entered;
        if (locked || waits()) askForLibrary(), await complete();  // who has typed a passphrase shall not do so twice
        else Module.complete = () => complete().catch(refused);
        done(instance, module);
      }).catch(refused);
      return {};
    };
  };
  const serviceWorkers = () => {
    try {
      return worker && navigator.serviceWorker;
    } catch {
      // A frame of another site.
    }
  };

  const Module = window.Module = {
    receive,
    whenWhole,
    texts: [],
    worker,
    workers: serviceWorkers(),
    failed: fail,
    onAbort: crash,
    printErr: (words) => console.error(words),
    // The first frame is on the canvas: the rest of the program may come.
    async shown() {
      const skeleton = element('skeleton');
      if (skeleton) skeleton.remove();
      root.dataset.shown = '';
      askForLibrary();
      if (Module.complete) await Module.complete();
      if (root.dataset.state === 'failed') return;
      Module.open();
      root.dataset.state = 'ready';
    },
    // The program set the theme: the next start begins with it.
    remember() {
      tint();
      const { theme } = root.dataset;
      try {
        if (localStorage.getItem(prefix + 'page') !== theme) localStorage.setItem(prefix + 'page', theme);
      } catch {
        // Without storage the system decides again.
      }
    },
  };
  addEventListener('error', (event) => {
    // Not what browser extensions do on the page.
    if (event.error instanceof WebAssembly.RuntimeError || (event.filename || '').startsWith(location.href.split(/[?#]/)[0].replace(/[^/]*$/, ''))) crash(event.error || event.message);
  });
  addEventListener('unhandledrejection', (event) => {
    if (root.dataset.state === 'loading' || event.reason instanceof WebAssembly.RuntimeError) crash(event.reason);
  });

  if (typeof WebAssembly !== 'object') return fail('webassembly', '');
  // A new version took over while this tab was still loading the old one. A running program has all its files and decides for itself.
  let controlled = Module.workers && Module.workers.controller;
  if (Module.workers) Module.workers.addEventListener('controllerchange', () => {
    if (controlled && !Module.stop) location.reload();
    controlled = true;
  });
  // In a single file the program stands in the page and carries its own bytes: data-app and data-wasm are empty there.
  if (!app) return addEventListener('DOMContentLoaded', () => Module.instantiateWasm || fail('network', location.pathname));
  const get = (file) => fetch(file, { credentials: 'same-origin' }).then(counted);
  receive(get(wasm), rest && (() => get(rest)), (kind, language) => get({ texts_zh, texts_en, more_zh, more_en }[`${kind}_${language}`]));
  Module.loadLibrary = () => get(library).then((response) => response.text());
  const start = () => load(app).catch(() => fail('network', app));
  if (document.body) start();
  else addEventListener('DOMContentLoaded', start);
})();

// The page without a network, and how a new version takes its place: whole, only when the user accepts it, in all tabs.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../web/serve.mjs';
import { launchChromium, launchFirefox, whenReady } from './harness.mjs';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const hash = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 10);
const temporary = (t) => mkdtemp(join(tmpdir(), 'compass-')).then((folder) => (t.after(() => rm(folder, { recursive: true })), folder));

async function filesOf(folder) {
  return (await readdir(folder)).filter((name) => /-[0-9a-f]{10}\.(css|js|json|txt|wasm)$/.test(name)).sort();
}

// The same page as a later build would make it: every file has other bytes and another name.
async function nextBuild(t) {
  const folder = await temporary(t);
  await cp(dist, folder, { recursive: true, filter: (path) => !/\.(br|gz)$/.test(path) });
  const names = new Map();
  const renamed = (text) => [...names].reduce((all, [before, after]) => all.replaceAll(before, after), text);
  for (const name of (await filesOf(folder)).sort((a, b) => b.endsWith('wasm') - a.endsWith('wasm'))) {
    const bytes = await readFile(join(folder, name));
    const changed = name.endsWith('wasm')
      ? Buffer.concat([bytes, Buffer.from([0, 5, 4]), Buffer.from('next')])  // a custom section
      : name.endsWith('txt')
        ? Buffer.concat([Buffer.from('next'), bytes])  // in the first phrase
        : Buffer.from(renamed(String(bytes)) + (name.endsWith('json') ? '\n' : '\n/* next */'));
    names.set(name, name.replace(/[0-9a-f]{10}/, hash(changed)));
    await rename(join(folder, name), join(folder, names.get(name)));
    await writeFile(join(folder, names.get(name)), changed);
  }
  const index = await readFile(join(folder, 'index.html'), 'utf8');
  const worker = await readFile(join(folder, 'sw.js'), 'utf8');
  assert.ok(worker.includes(hash(index)), 'the version is the hash of the page');
  await writeFile(join(folder, 'index.html'), renamed(index));
  await writeFile(join(folder, 'sw.js'), renamed(worker).replace(hash(index), hash(renamed(index))));
  return folder;
}

// A server whose content changes while its address stays.
async function site(t) {
  let server = await serve({ root: dist });
  const { url } = server;
  const here = {
    url,
    show: async (root) => {
      await server.close();
      server = await serve({ root, port: Number(new URL(url).port) });
    },
    stop: async () => {
      await server?.close();
      server = undefined;
    },
  };
  t.after(here.stop);
  return here;
}

const open = async (page, url) => {
  await page.goto(url);
  await whenReady(page);
};

// In the page: resolves once the page opens without a network.
const kept = async () => {
  const { active } = await navigator.serviceWorker.ready;
  while (active.state !== 'activated') await new Promise((done) => active.addEventListener('statechange', done, { once: true }));
};

// In the page: the names of what is kept, per cache.
const keptNames = async () => {
  const all = [];
  for (const name of await caches.keys()) {
    all.push((await (await caches.open(name)).keys()).map(({ url }) => url.slice(new URL('./', location.href).href.length)).sort());
  }
  return all;
};

// In the page: the build's files that this document stands on.
const standsOn = () => [...new Set([
  document.querySelector('link[rel="stylesheet"]').href,
  ...[...document.scripts].map(({ src }) => src),
  ...performance.getEntriesByType('resource').map(({ name }) => name),
].map((url) => url.split('/').pop()).filter((name) => /-[0-9a-f]{10}\.(css|js|json|txt|wasm)$/.test(name)))].sort();

// What every document of a page asked for, one list per document.
function documents(page) {
  const lists = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest()) lists.push([]);
    else if (/-[0-9a-f]{10}\.\w+$/.test(request.url())) lists.at(-1).push(request.url().split('/').pop());
  });
  return lists;
}

const now = (page, words) => page.getByRole('button', { name: new RegExp(`^现在：${words}`) }).waitFor();
const banner = (page) => page.getByRole('status').filter({ hasText: '新版本已就绪' });

async function keepMove(page, move) {
  await page.getByRole('button', { name: move }).click();
  await page.getByRole('button', { name: '保留' }).click();
}

test('after the first load the page opens without a network and keeps what is done there', async (t) => {
  const here = await site(t);
  const { page, context } = await launchChromium({ t });
  await open(page, here.url);
  await page.evaluate(kept);
  assert.equal(await banner(page).count(), 0, 'the first installation is no update');
  await context.setOffline(true);
  await here.stop();

  await page.reload();
  await whenReady(page);
  await now(page, '方案·平手·活跃');
  await keepMove(page, /^竞争提升 → 领先/);
  await now(page, '方案·领先·活跃');
  const other = await context.newPage();
  await open(other, `${here.url}index.html#/deals`);
  await other.getByRole('link', { name: /节能改造/ }).click();
  await now(other, '方案·领先·活跃');
  assert.deepEqual(await page.evaluate(standsOn), await filesOf(dist));
});

test('what is kept is the page and the files of its build, and nothing else', async (t) => {
  const here = await site(t);
  const { page } = await launchChromium({ t });
  await open(page, here.url);
  await page.evaluate(kept);
  assert.deepEqual(await page.evaluate(keptNames), [['', ...await filesOf(dist)]]);
});

test('a new version waits until it is accepted, then all tabs change to it and nothing is mixed or lost', async (t) => {
  const here = await site(t);
  const next = await nextBuild(t);
  const [before, after] = [await filesOf(dist), await filesOf(next)];
  assert.equal(before.filter((name) => after.includes(name)).length, 0);

  const { page: first, context } = await launchChromium({ t });
  const second = await context.newPage();
  const seen = [documents(first), documents(second)];
  await open(first, here.url);
  await first.evaluate(kept);
  await open(second, here.url);

  // The server has the new build; a reload gets the old one and finds the new.
  await here.show(next);
  await first.reload();
  await whenReady(first);
  assert.deepEqual(await first.evaluate(standsOn), before);
  await banner(first).waitFor();
  await banner(second).waitFor();
  await keepMove(first, /^竞争提升 → 领先/);

  // Later means later: here until the next start, in the other tab not at all.
  await first.getByRole('button', { name: '以后', exact: true }).click();
  await banner(first).waitFor({ state: 'detached' });
  await banner(second).waitFor();
  await first.reload();
  await whenReady(first);
  await banner(first).waitFor();
  assert.deepEqual(await first.evaluate(standsOn), before);
  assert.deepEqual(await second.evaluate(standsOn), before);

  await second.getByRole('button', { name: '更新', exact: true }).click();
  for (const page of [first, second]) {
    await page.waitForFunction((name) => document.querySelector('link[rel="stylesheet"]')?.href.endsWith(name), after.find((name) => name.endsWith('css')));
    await whenReady(page);
    await now(page, '方案·领先·活跃');
    assert.deepEqual(await page.evaluate(standsOn), after);
    assert.equal(await banner(page).count(), 0);
  }
  assert.deepEqual(await first.evaluate(keptNames), [['', ...after]]);
  for (const names of seen.flat()) {
    assert.ok([before, after].some((build) => names.every((name) => build.includes(name))), `one document asked for ${names}`);
  }
});

test('a tab with an unfinished form changes to the accepted version only when it is finished', async (t) => {
  const here = await site(t);
  const next = await nextBuild(t);
  const { page: first, context } = await launchChromium({ t });
  await open(first, here.url);
  await first.evaluate(kept);
  const second = await context.newPage();
  await open(second, `${here.url}#/deals`);
  await here.show(next);
  await first.reload();
  await banner(first).waitFor();

  await second.getByRole('button', { name: '新建单子' }).click();
  await second.getByRole('textbox', { name: '客户' }).fill('北风');
  await first.getByRole('button', { name: '更新', exact: true }).click();
  const after = (await filesOf(next)).find((name) => name.endsWith('css'));
  const changed = (name) => document.querySelector('link[rel="stylesheet"]')?.href.endsWith(name);
  await first.waitForFunction(changed, after);
  await whenReady(first);

  await second.getByRole('status').filter({ hasText: '写完手头的内容，页面就会更新' }).waitFor();
  assert.equal(await second.evaluate(changed, after), false);
  await second.getByRole('button', { name: '建好' }).click();
  await second.waitForFunction(changed, after);
  await whenReady(second);
  await second.getByRole('heading', { name: '北风' }).waitFor();
});

test('a build that is not whole on its server is never taken', async (t) => {
  const here = await site(t);
  const next = await nextBuild(t);
  await writeFile(join(next, 'index.html'), await readFile(join(dist, 'index.html')));
  const { page } = await launchChromium({ t });
  await open(page, here.url);
  await page.evaluate(kept);
  await here.show(next);
  const state = await page.evaluate(async () => {
    const { installing } = await (await navigator.serviceWorker.ready).update();
    while (installing.state === 'installing') await new Promise((done) => installing.addEventListener('statechange', done, { once: true }));
    return installing.state;
  });
  assert.equal(state, 'redundant');
  await page.reload();
  await whenReady(page);
  assert.deepEqual(await page.evaluate(standsOn), await filesOf(dist));
  assert.equal(await banner(page).count(), 0);
});

test('where the browser forbids keeping files the page works, without a word', async (t) => {
  const here = await site(t);
  const forbid = {
    'no service worker': () => Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined }),
    'an access that throws': () => Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => { throw new DOMException('', 'SecurityError'); } }),
    'a refusal': () => {
      if (navigator.serviceWorker) navigator.serviceWorker.register = () => Promise.reject(new DOMException('', 'SecurityError'));
    },
  };
  for (const [how, init] of Object.entries(forbid)) {
    await t.test(how, async (t) => {
      const { page } = await launchChromium({ t, init });
      await open(page, here.url);
      await keepMove(page, /^竞争提升 → 领先/);
      await now(page, '方案·领先·活跃');
    });
  }
});

test('a file opened with the installed app leads to the same question as any import', async (t) => {
  const sample = JSON.parse(await readFile(new URL('../../assets/cases/3.zh.json', import.meta.url), 'utf8'));
  sample.deals[0].name = '余热回收';
  const here = await site(t);
  // A browser without a screen installs nothing: this stands for what an installed app gets.
  const init = () => {
    Object.defineProperty(globalThis, 'launchQueue', { value: { setConsumer: (consumer) => { globalThis.launch = consumer; } } });
  };
  const { page } = await launchChromium({ t, init });
  await open(page, here.url);
  await page.evaluate(() => globalThis.launch({ files: [] }));
  await page.evaluate((text) => globalThis.launch({
    files: [{ kind: 'file', name: 'deals.json', getFile: async () => new File([text], 'deals.json') }],
  }), JSON.stringify(sample));
  await page.getByRole('dialog', { name: '导入后会改变什么' }).getByRole('radio', { name: '文件的' }).first().click();
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await page.getByRole('heading', { name: '临江化工 · 余热回收' }).waitFor();

  await page.evaluate(() => globalThis.launch({
    files: [{ kind: 'file', name: 'gone.json', getFile: () => Promise.reject(new DOMException('', 'NotFoundError')) }],
  }));
  await page.getByRole('dialog', { name: '没有导入' }).getByText('读不出这个文件。').waitFor();
});

test('the manifest names files that are there, in the sizes it says, and may not be kept', async (t) => {
  const here = await site(t);
  const { page } = await launchChromium({ t });
  await open(page, here.url);
  const address = await page.evaluate(() => document.querySelector('link[rel="manifest"]').href);
  const answer = await fetch(address);
  assert.match(answer.headers.get('content-type'), /^application\/manifest\+json/);
  const manifest = await answer.json();
  assert.deepEqual(manifest.icons.filter(({ purpose }) => purpose === 'maskable').length, 1);
  for (const { src, sizes, type } of manifest.icons) {
    const icon = await fetch(new URL(src, address));
    assert.equal(icon.headers.get('content-type'), type, src);
    const bytes = Buffer.from(await icon.arrayBuffer());
    if (type === 'image/png') assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes, src);
  }
  for (const name of ['sw.js', 'manifest.webmanifest', '']) {
    assert.equal((await fetch(new URL(name, here.url))).headers.get('cache-control'), 'no-cache', name);
  }
  const cdp = await page.context().newCDPSession(page);
  assert.deepEqual((await cdp.send('Page.getAppManifest')).errors, []);
  // Nothing else than that the test's window keeps nothing.
  const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors');
  assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId), ['in-incognito']);
});

test('Firefox opens the page without a network', async (t) => {
  const here = await site(t);
  const { page } = await launchFirefox({ t });
  await open(page, `${here.url}#/deals`);
  await page.evaluate(kept);
  await here.stop();
  await page.reload();
  await whenReady(page);
  await (await page.waitForSelector('aria/新建单子[role="button"]')).click();
  await (await page.waitForSelector('aria/客户[role="textbox"]')).click();
  await page.keyboard.type('Northwind');
  await (await page.waitForSelector('aria/建好[role="button"]')).click();
  await page.waitForSelector('aria/Northwind[role="heading"]');
  await page.reload();
  await whenReady(page);
  await page.waitForSelector('aria/Northwind[role="heading"]');
});

test('Firefox changes to a new version when it is accepted', async (t) => {
  const here = await site(t);
  const next = await nextBuild(t);
  const { page } = await launchFirefox({ t });
  await open(page, `${here.url}#/deals`);
  await page.evaluate(kept);
  await here.show(next);
  await page.reload();
  await whenReady(page);
  assert.deepEqual(await page.evaluate(standsOn), await filesOf(dist));
  await (await page.waitForSelector('aria/更新[role="button"]')).click();
  await page.waitForFunction((name) => document.querySelector('link[rel="stylesheet"]')?.href.endsWith(name), {},
    (await filesOf(next)).find((name) => name.endsWith('css')));
  await whenReady(page);
  assert.deepEqual(await page.evaluate(standsOn), await filesOf(next));
  assert.deepEqual(await page.evaluate(keptNames), [['', ...await filesOf(next)]]);
});

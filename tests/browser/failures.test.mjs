// When the program cannot run or breaks: a readable page in the user's language, every saved deal listed on it, a file that imports
// again, details to copy; and what was saved is still there when the page opens again.
import assert from 'node:assert/strict';
import { readFile, writeFile, mkdtemp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { launchChromium, openApp, served, whenReady } from './harness.mjs';
import { storedWorkspace } from './stored.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const words = {
  'zh-CN': {
    new_deal: '新建单子', deals: '单子', customer: '客户', deal: '项目', amount: '金额', date: '签约日期', create: '建好', again: '重新打开', import: '导入', download: /^下载我的数据/,
    yours: '您的单子', saved: /^保存于 \d/, line: '¥6,400,000，意向·平手·着手引入，签约 2027-03-18', details: '详细信息', copy: '复制', copied: '已复制',
    titles: { webgl: '这个浏览器画不出赢单罗盘', webassembly: '这个浏览器打不开赢单罗盘', network: '赢单罗盘没有下载完整', memory: '内存不够了', crash: '赢单罗盘出错停下了' },
  },
  'en-US': {
    new_deal: 'New deal', deals: 'Deals', customer: 'Customer', deal: 'Deal', amount: 'Amount', date: 'Signing date', create: 'Create', again: 'Open again', import: 'Import',
    download: /^Download my data/, yours: 'Your deals', saved: /^Saved \d/, line: '¥6,400,000, Intent · Level · Worked in, signing 2027-03-18', details: 'Details', copy: 'Copy', copied: 'Copied',
    titles: {
      webgl: 'This browser cannot draw Deal Compass', webassembly: 'This browser cannot run Deal Compass', network: 'Deal Compass could not be downloaded',
      memory: 'There is not enough memory', crash: 'Deal Compass has stopped because of an error',
    },
  },
};

// Runs in every document first. What breaks is chosen by the session: nothing at the first visit.
function breakOnDemand() {
  const kind = sessionStorage.getItem('break');
  if (kind === 'webgl') {
    const get = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function(type, ...more) {
      return /webgl/.test(type) ? null : get.call(this, type, ...more);
    };
  }
  if (kind === 'webassembly') return void delete globalThis.WebAssembly;
  // The program's functions, each of which can be made to fail as a broken program does.
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (source, imports) => {
    const { instance, module } = await instantiate.call(WebAssembly, source, imports);
    const exports = {};
    for (const [name, value] of Object.entries(instance.exports)) {
      exports[name] = typeof value !== 'function' ? value : (...args) => {
        if (globalThis.breakNext) {
          globalThis.breakNext = false;
          throw new WebAssembly.RuntimeError('memory access out of bounds');
        }
        return value(...args);
      };
    }
    return { instance: { exports }, module };
  };
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function(pages) {
    if (globalThis.memoryIsFull) throw new RangeError('WebAssembly.Memory.grow(): Maximum memory size exceeded');
    return grow.call(this, pages);
  };
}

async function appWithDeal(t, locale) {
  // Without the service worker, which would answer when the network does not.
  const { page, context, allow } = await launchChromium({
    t, locale, init: breakOnDemand, serviceWorkers: 'block', acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write'],
  });
  const say = words[locale];
  await openApp(page, '#/deals');
  await page.getByRole('button', { name: say.new_deal }).click();
  for (const [name, text] of [[say.customer, 'Northwind 北风'], [say.deal, 'Cranes <b>'], [say.amount, '640万'], [say.date, '2027-03-18']]) {
    await page.getByRole('textbox', { name, exact: true }).fill(text);
  }
  await page.getByRole('button', { name: say.create }).click();
  await page.getByRole('heading', { name: 'Northwind 北风 · Cranes <b>' }).waitFor();
  const stored = () => storedWorkspace(page);
  return { page, context, allow, say, stored, before: await stored() };
}

async function violations(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => (await globalThis.axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`));
}

// What every failure page owes the user. Returns the downloaded file's text.
async function readable({ page, say, stored, before }, kind) {
  await page.getByRole('heading', { name: say.titles[kind], level: 1 }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.state), 'failed');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), say.titles[kind], 'the title has the focus');
  await page.getByRole('heading', { name: say.yours }).waitFor();
  await page.getByText(say.saved).waitFor();
  const deals = await page.getByRole('listitem').allInnerTexts();
  assert.ok(deals.includes(`Northwind 北风 · Cranes <b>\n${say.line}`), deals.join('\n'));
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: say.download }).click()]);
  const text = await readFile(await download.path(), 'utf8');
  assert.ok(JSON.parse(text).deals.some((deal) => deal.name === 'Cranes <b>'));
  await page.getByText(say.details, { exact: true }).click();
  await page.getByRole('button', { name: say.copy, exact: true }).click();
  await page.getByRole('button', { name: say.copied }).waitFor();
  const details = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(details.startsWith(kind) && details.includes('Chrome'), details);
  assert.deepEqual(await violations(page), []);
  assert.equal(await stored(), before);
  return text;
}

async function opensAgain({ page, say, stored, before }) {
  await page.evaluate(() => sessionStorage.clear());
  await page.getByRole('button', { name: say.again }).click();
  await whenReady(page);
  await page.getByRole('heading', { name: 'Northwind 北风 · Cranes <b>' }).waitFor();
  assert.equal(await stored(), before);
}

for (const locale of Object.keys(words)) {
  test(`a browser without WebGL 2, or without WebAssembly, or a broken download, ${locale}`, async (t) => {
    const app = await appWithDeal(t, locale);
    const { page, allow } = app;
    allow(/Failed to load resource|net::ERR_FAILED/);
    for (const kind of ['webgl', 'webassembly']) {
      await page.evaluate((kind) => sessionStorage.setItem('break', kind), kind);
      await page.reload();
      await readable(app, kind);
      await opensAgain(app);
    }
    for (const [pattern, answer] of [['**/app*.wasm', (route) => route.abort()], ['**/app*.wasm', (route) => route.fulfill({ status: 404 })], ['**/app*.js', (route) => route.abort()]]) {
      await page.route(pattern, answer);
      await page.reload();
      await readable(app, 'network');
      await page.unroute(pattern);
      await opensAgain(app);
    }
  });

  test(`no more memory, a broken program and an abort while it runs, ${locale}`, async (t) => {
    const app = await appWithDeal(t, locale);
    const { page, say, allow } = app;
    allow(/out of memory|out of bounds|Aborted/);
    await page.evaluate(() => globalThis.memoryIsFull = true);
    const large = join(await mkdtemp(join(tmpdir(), 'compass-')), 'large.json');
    await writeFile(large, Buffer.alloc(60_000_000, ' '));
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
    await chooser.setFiles(large);
    await readable(app, 'memory');
    await opensAgain(app);

    await page.evaluate(() => globalThis.breakNext = true);
    await page.mouse.move(300, 300);
    await readable(app, 'crash');
    await opensAgain(app);

    await page.evaluate(() => globalThis.Module.onAbort('Aborted(native code called abort())'));
    const text = await readable(app, 'crash');
    await opensAgain(app);

    // The file is one that imports again.
    await page.evaluate(() => {
      localStorage.clear();
      location.hash = '/deals';
    });
    await page.reload();
    await whenReady(page);
    const file = join(await mkdtemp(join(tmpdir(), 'compass-')), 'data.json');
    await writeFile(file, text);
    const [again] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
    await again.setFiles(file);
    await page.getByRole('dialog').getByRole('button', { name: say.import, exact: true }).click();
    await page.getByRole('button', { name: say.deals, exact: true }).click();
    await page.getByRole('link', { name: 'Northwind 北风 · Cranes <b>' }).waitFor();
  });
}

test('saved data that cannot be read in full: the page lists what it can and keeps the rest as it is', async (t) => {
  const { page } = await launchChromium({ t, locale: 'en-US', init: breakOnDemand });
  await page.goto(await served());
  for (const [stored, expected] of [
    ['{"deals":[{"name":"Alone"},{"customer":"x","objective":{"amount":{"minor":"much"}}},null]}', ['Alone', '', '']],
    ['{"deals":[{"name":"Yen","objective":{"amount":{"minor":5000000,"currency":"JPY"}}}]}', ['Yen ¥5,000,000']],
    ['{"deals":{}}', []], ['no JSON', []], ['null', []],
  ]) {
    await page.evaluate((stored) => {
      sessionStorage.setItem('break', 'webassembly');
      localStorage.clear();
      localStorage.setItem('deal-compass/workspace', stored);
      localStorage.setItem('deal-compass/unreadable', 'old words');
    }, stored);
    await page.reload();
    await page.getByRole('heading', { name: words['en-US'].titles.webassembly }).waitFor();
    assert.deepEqual((await page.getByRole('listitem').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim()), expected, stored);
    for (const [name, text] of [[/^Download my data/, stored], [/unreadable/, 'old words']]) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
      assert.equal(await readFile(await download.path(), 'utf8'), text);
    }
  }
});

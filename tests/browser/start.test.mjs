// The page starts in two parts: what the first frame needs, then the rest (web/later.txt).
import assert from 'node:assert/strict';
import test from 'node:test';
import { launchChromium, openApp, served, whenReady } from './harness.mjs';
import { difference } from './picture.mjs';
import { storedCases } from './stored.mjs';

const rest = /\/rest-\w+\.wasm$/;
const options = { serviceWorkers: 'block' };  // it would fetch the files by itself
const state = (page) => page.evaluate(() => document.documentElement.dataset.state);

// The rest of the program is held back from the page until this is called.
async function holdRest(page) {
  let release;
  const released = new Promise((done) => release = done);
  await page.route(rest, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

async function firstFrame(page) {
  await page.waitForFunction(() => performance.getEntriesByName('first-frame').length > 0);
}

test('the first frame stands before the rest of the program is asked for', async (t) => {
  const { page } = await launchChromium({ t, ...options });
  await openApp(page);
  const [frame, asked] = await page.evaluate((source) => {
    const file = performance.getEntriesByType('resource').find(({ name }) => new RegExp(source).test(name));
    return [performance.getEntriesByName('first-frame')[0].startTime, file.startTime];
  }, rest.source);
  assert.ok(asked >= frame, `asked at ${asked}, first frame at ${frame}`);
});

// Real workspaces: if a first frame needed a function that comes later, the page would start twice and complain.
for (const [name, { files, hash = '', ...browser }] of Object.entries({
  'no deals': {},
  'two deals': { files: ['1.zh', '2.zh'], hash: '#/deals' },
  'a deal on the compass, English': { files: ['1.en'], locale: 'en-US', colorScheme: 'dark' },
  'a deal on a phone': { files: ['2.en'], viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'en-US' },
  'the list on a phone': { files: ['1.zh', '3.zh'], hash: '#/deals', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
})) {
  test(`a first frame needs nothing of the rest: ${name}`, async (t) => {
    const init = storedCases(...files ?? []);
    const { page } = await launchChromium({ t, ...options, ...browser, init });
    const release = await holdRest(page);
    await page.goto(new URL(hash, await served()).href);  // without an address the only deal
    await firstFrame(page);
    assert.equal(await state(page), 'loading');
    release();
    await whenReady(page);
  });
}

test('nothing jumps while the page starts: the first frame is the picture that stays', async (t) => {
  const { page } = await launchChromium({ t, ...options, init: () => {
    globalThis.shifts = [];
    new PerformanceObserver((list) => globalThis.shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: 'layout-shift', buffered: true });
  } });
  const release = await holdRest(page);
  await page.goto(await served());
  await firstFrame(page);
  await page.waitForTimeout(300);
  const first = await page.screenshot();
  release();
  await whenReady(page);
  assert.equal(difference(first, await page.screenshot()), '');
  assert.deepEqual(await page.evaluate(() => globalThis.shifts), []);
});

test('what happens before the rest is there is not lost', async (t) => {
  const { context, page } = await launchChromium({ t, ...options });
  const release = await holdRest(page);
  await page.goto(new URL('#/deals', await served()).href);
  await firstFrame(page);

  // Another tab stores a deal, and the address changes.
  const other = await context.newPage();
  await openApp(other, '#/deals');
  await other.getByRole('button', { name: '新建单子' }).click();
  await other.getByRole('textbox', { name: '客户' }).fill('北风');
  await other.getByRole('textbox', { name: '项目' }).fill('起重机');
  await other.getByRole('button', { name: '建好' }).click();
  await other.getByRole('heading', { name: '北风 · 起重机' }).waitFor();
  const { hash } = new URL(other.url());
  await page.evaluate((address) => location.hash = address, hash);
  assert.equal(await state(page), 'loading');

  release();
  await whenReady(page);
  await page.getByRole('heading', { name: '北风 · 起重机' }).waitFor();
  // Following the other tab is a step that can be undone, by the tab that edits.
  await page.getByRole('button', { name: '在这里编辑' }).click();
  await page.getByRole('button', { name: '在这里编辑' }).waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await page.getByRole('heading', { name: '北风 · 起重机' }).waitFor({ state: 'detached' });
});

test('an address of something that comes with the rest waits for it', async (t) => {
  const { page } = await launchChromium({ t, ...options });
  const release = await holdRest(page);
  const asked = page.waitForRequest(rest);
  await page.goto(new URL('#/deals/about', await served()).href);
  await asked;
  assert.equal(await page.evaluate(() => performance.getEntriesByName('first-frame').length), 0);
  release();
  await whenReady(page);
  await page.getByRole('dialog').waitFor();
});

test('a first frame that needs more than its part starts the page again with all of it', async (t) => {
  const { page, allow } = await launchChromium({ t, ...options });
  allow(/has not arrived yet/);
  // A shell that takes every address for one that the first part can draw.
  await page.route(/\/shell-\w+\.js$/, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const careless = text.replace(/!\/\^\(#[^/]*\/[^ ]*?\.test\(location\.hash\)/, '!1');
    assert.notEqual(careless, text);
    await route.fulfill({ response, body: careless });
  });
  await page.goto(new URL('#/deals/about', await served()).href);
  await page.getByRole('dialog').waitFor();
  await whenReady(page);
});

test('without its rest the page says so', async (t) => {
  const { page, allow } = await launchChromium({ t, ...options });
  allow(/ERR_FAILED/);
  await page.route(rest, (route) => route.abort());
  await page.goto(await served());
  await page.getByRole('heading', { name: '赢单罗盘没有下载完整' }).waitFor();
});

test('a first frame asks for the texts of its own language alone; the other language is there when the page opens', async (t) => {
  const { page } = await launchChromium({ t, ...options, locale: 'en-US' });
  await openApp(page);
  const asked = await page.evaluate(() => {
    const frame = performance.getEntriesByName('first-frame')[0].startTime;
    const texts = performance.getEntriesByType('resource').filter(({ name }) => /texts_/.test(name));
    return Object.fromEntries(texts.map(({ name, startTime }) => [/texts_(\w+)-/.exec(name)[1], startTime < frame]));
  });
  assert.deepEqual(asked, { en: true, zh: false });
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('button', { name: '新建单子' }).or(page.getByRole('button', { name: '单子', exact: true })).first().waitFor();
  await page.reload();
  await whenReady(page);
  await page.getByRole('heading', { name: '临江化工 · 节能改造' }).waitFor();
});

// Two hundred ways to attack (tests/data/injections.json) in every text of deals that the real page shows, prints and exports: nothing
// runs, nothing loads, the policy has nothing to say.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import test from 'node:test';
import { launchChromium, openApp } from './harness.mjs';

const read = async (path) => JSON.parse(await readFile(new URL(path, import.meta.url), 'utf8'));
const injections = await read('../data/injections.json'), sample = await read('../../assets/cases/3.zh.json');
const id = (number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

// As a file may hold it: control characters are refused there.
const fit = (text, length) => [...text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '').replace(/[\t\n]/g, ' ').trim()].slice(0, length).join('') || 'x';
const texts = /^(text|name|title|department|owner|sentence|product|unit|reason|note|notes|what|purpose|resources|result|confirmed_by|customers_view|our_unique_value|business_result|personal_win|industry|region|strained_conditions|approver|above|acceptance_signed_by|payment_signed_by|lessons)$/;

// Deals in which each text is another one of the list; in each deal they begin elsewhere, so that all of them stand in all places.
const deals = 8;
function hostile() {
  const file = { format: sample.format, version: sample.version, customers: [], deals: [] };
  for (let number = 0; number < deals; ++number) {
    const one = structuredClone(sample), [deal] = one.deals, [customer] = one.customers;
    let next = number * (injections.length / deals);
    const attack = (value) => {
      for (const [key, inside] of Object.entries(value)) {
        if (typeof inside === 'object' && inside) attack(inside);
        else if (typeof inside === 'string' && (texts.test(key) || Array.isArray(value) && value.every((each) => !/^[a-z_]+$|^[0-9a-f-]{36}$/.test(each))))
          value[key] = fit(injections[Math.floor(next++) % injections.length], 180);
      }
    };
    delete deal.teaching;
    Object.assign(deal, { lessons: 'x', owner: 'x', story: [{ date: '2026-11-01', text: 'x' }], team: [{ role: 'account', name: 'x' }] });
    Object.assign(deal.five_elements ??= {}, { confirmed_by: 'x' });
    for (const person of deal.people) Object.assign(person, { title: 'x', department: 'x', notes: 'x', personal_win: 'x', business_result: 'x' });
    Object.assign(customer, { industry: 'x', region: 'x', notes: 'x', strained_conditions: 'x' });
    deal.id = id(100 + number), deal.customer = customer.id = id(200 + number);
    attack(deal), attack(customer);
    file.customers.push(customer), file.deals.push(deal);
  }
  return file;
}

const trap = (stored) => `
  globalThis.hits = [];
  Object.defineProperty(globalThis, 'injected', { set: (value) => globalThis.hits.push(String(value)) });
  for (const name of ['alert', 'confirm', 'prompt', 'print']) globalThis[name] = () => globalThis.hits.push(name);
  location.protocol !== 'http:' || localStorage.getItem('deal-compass/workspace') || localStorage.setItem('deal-compass/workspace', ${JSON.stringify(JSON.stringify(stored))});`;

const hits = (page) => page.evaluate(() => globalThis.hits);
// What only markup from data could have made.
const strange = (page) => page.evaluate(() => [...document.querySelectorAll('#mirror script, #mirror img, #mirror iframe, #mirror svg, #mirror object, #mirror embed, #mirror style, #mirror link, #mirror form, #print script, #print img, #print iframe, #print object')]
  .concat([...document.querySelectorAll('*')].filter((one) => [...one.attributes].some(({ name, value }) => /^on/.test(name) || (/^(xlink:)?href$|^src$|^srcdoc$|action$/.test(name) && /^\s*(javascript|vbscript):/i.test(value)))))
  .map((one) => one.outerHTML.slice(0, 100)));

test('deals full of attacks: every screen, the printed page and the title show them as text, and nothing runs', async (t) => {
  const { page } = await launchChromium({ t, serviceWorkers: 'block', init: trap(hostile()) });
  await openApp(page, `#/deal/${id(100)}/compass`);
  const shown = async () => {
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    assert.deepEqual(await strange(page), []);
  };
  const go = async (hash) => {
    await page.evaluate((to) => { location.hash = to; }, hash);
    await shown();
  };
  for (let number = 0; number < deals; ++number)
    for (const tab of ['compass', 'compass/stage', 'people', 'sheet', 'gates', 'visit', 'story', 'compass/basics', 'compass/anonymise', 'compass/search'])
      await go(`#/deal/${id(100 + number)}/${tab}`);
  for (const screen of ['deals', 'funnel', 'customers', `customers/${id(200)}`, `customers/${id(203)}`, 'review', 'handbook', 'settings']) await go(`#/${screen}`);
  await go(`#/deal/${id(101)}/sheet`);
  await page.evaluate(() => { dispatchEvent(new Event('beforeprint')); });
  assert.deepEqual(await strange(page), []);
  await page.evaluate(() => { dispatchEvent(new Event('afterprint')); });
  assert.ok((await page.title()).length > 3);
  assert.deepEqual(await hits(page), []);
});

test('addresses full of attacks lead to a screen that is there', async (t) => {
  const { page } = await launchChromium({ t, serviceWorkers: 'block', init: trap(hostile()) });
  await openApp(page);
  const before = ['#/deal/', '#/', `#/deal/${id(100)}/compass/`];
  for (let i = 0; i < injections.length; ++i) {
    await page.evaluate((to) => { location.hash = to; }, before[i % before.length] + injections[i]);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
  await page.getByRole('button', { name: '单子', exact: true }).click();
  await page.getByRole('table').waitFor();
  assert.deepEqual(await strange(page), []);
  assert.deepEqual(await hits(page), []);
});

test('files full of attacks open in the browser, alone and in a frame, and nothing runs', async (t) => {
  const { page, context } = await launchChromium({ t, acceptDownloads: true, serviceWorkers: 'block', init: trap(hostile()) });
  await openApp(page, `#/deal/${id(100)}/compass`);
  const folder = await mkdtemp(join(tmpdir(), 'injection-'));
  t.after(() => rm(folder, { recursive: true }));
  const take = async (item) => {
    await page.getByRole('button', { name: '导出', exact: true }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: item, exact: true }).click()]);
    assert.doesNotMatch(download.suggestedFilename(), /[<>:"/\\|?*\u0000-\u001f\u202a-\u202e]/);
    return { path: await download.path(), name: download.suggestedFilename() };
  };
  const other = await context.newPage();
  let alarms = 0;
  other.on('dialog', (dialog) => (++alarms, dialog.dismiss()));
  const openFile = async ({ path, name }, type) => {
    const bytes = await readFile(path, 'utf8');
    await other.goto('about:blank');
    await other.evaluate(async ([text, kind]) => {
      const frame = document.createElement('iframe');
      const loaded = new Promise((done) => { frame.onload = done; });
      frame.src = URL.createObjectURL(new Blob([text], { type: kind }));
      document.body.append(frame);
      await loaded;
    }, [bytes, type]);
    const seen = await other.frames().at(-1).evaluate(() => ({
      ran: globalThis.injected !== undefined || (globalThis.hits ?? []).length > 0,
      scripts: document.querySelectorAll('script,img,iframe,object,embed,a,form,[onload],[onerror]').length,
    }));
    assert.deepEqual(seen, { ran: false, scripts: 0 }, name);
  };
  for (let number = 0; number < deals; ++number) {
    await page.evaluate((to) => { location.hash = to; }, `#/deal/${id(100 + number)}/compass`);
    await page.getByRole('group', { name: '64 个位置' }).waitFor();
    await openFile(await take('一页纸（HTML）'), 'text/html');
    await openFile(await take('罗盘图（SVG）'), 'image/svg+xml');
    await openFile(await take('人物图（SVG）'), 'image/svg+xml');
  }
  await page.evaluate(() => { location.hash = '#/funnel'; });
  await page.getByRole('table').first().waitFor();
  const report = await take('漏斗报告（HTML）');
  await openFile(report, 'text/html');
  await other.goto(pathToFileURL(report.path).href);
  assert.equal(alarms, 0);
  assert.deepEqual(await hits(page), []);
});

test('names of a million letters, turned round or made of emoji are taken clean or refused with a sentence; the page keeps its shape', async (t) => {
  const file = structuredClone(sample), [deal] = file.deals;
  delete deal.teaching;
  deal.name = '\u202e\u2066反着\u2069\u202c节能\u200b改造 \u{1F468}\u200d\u{1F469}\u200d\u{1F467}\u200d\u{1F466}\u{1F3F4}\u{E0067}\u{E007F} Z\u0351\u036b\u0343';
  deal.owner = '\u0627\u0644\u0639\u0631\u0628\u064a\u0629 '.repeat(20).trim().slice(0, 190);
  deal.people[0].name = '\u{1F600}'.repeat(180);
  file.customers[0].name = 'W'.repeat(200);
  const { page } = await launchChromium({ t, serviceWorkers: 'block', init: trap(file) });
  await openApp(page, '#/deals');
  await page.getByRole('table').getByRole('link').first().waitFor();
  const names = await page.getByRole('table').getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('aria-label') ?? link.textContent));
  assert.ok(names.join('').includes('反着节能改造'), names.join('|'));
  assert.doesNotMatch(await page.evaluate(() => document.body.innerText), /[\u202a-\u202e\u2066-\u2069\u200b]/);
  for (const hash of ['#/deals', `#/deal/${deal.id}/compass`, `#/deal/${deal.id}/people`, '#/funnel']) {
    await page.evaluate((to) => { location.hash = to; }, hash);
    for (const width of [1366, 390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${hash} at ${width}`);
    }
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.evaluate(() => {
    const workspace = { format: 'deal-compass', version: '1.0', customers: [{ id: '00000000-0000-4000-8000-000000000001', name: 'x'.repeat(1e6) }] };
    const event = new Event('drop', { bubbles: true, cancelable: true });
    event.dataTransfer = { types: ['Files'], items: [], files: [new File([JSON.stringify(workspace)], `${'\u202e'}<img src=x onerror=injected=1>.json`)] };
    window.dispatchEvent(event);
  });
  const dialog = page.getByRole('dialog', { name: '没有导入' });
  await dialog.getByText('/customers/0/name').first().waitFor();
  assert.deepEqual(await strange(page), []);
  assert.deepEqual(await hits(page), []);
});

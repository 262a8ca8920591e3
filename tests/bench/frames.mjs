// What one frame of each screen costs the main thread, with the first case and with 10,000 deals open. Prints; nothing here can fail
// because of time.
import { readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { launchChromium, openApp } from '../browser/harness.mjs';

const screens = {
  compass: '/deal/ID/compass', people: '/deal/ID/people', sheet: '/deal/ID/sheet', gates: '/deal/ID/gates', visit: '/deal/ID/visit',
  story: '/deal/ID/story', deals: '/deals', funnel: '/funnel', customers: '/customers', review: '/review', handbook: '/handbook',
  search: '/deals/search', settings: '/deals/settings', recent: '/deals/recent',
};

// Notes how long every animation frame's callback takes.
function observe() {
  globalThis.frameTimes = [];
  const request = globalThis.requestAnimationFrame;
  globalThis.requestAnimationFrame = (callback) => request.call(globalThis, (now) => {
    const from = performance.now();
    callback(now);
    globalThis.frameTimes.push(performance.now() - from);
  });
}

// The built-in cases again and again, each time of other ids, customers and owners, and with the 4 KB that a deal may well come to.
function manyDeals(count) {
  const folder = new URL('../../assets/cases/', import.meta.url);
  const cases = readdirSync(folder).filter((name) => name.endsWith('.zh.json')).map((name) => JSON.parse(readFileSync(new URL(name, folder))));
  const all = { format: 'deal-compass', version: '1.0', customers: [], deals: [] };
  for (let turn = 0; all.deals.length < count; ++turn) {
    const prefix = (0x10000000 + turn).toString(16);
    for (const one of cases) {
      const text = JSON.stringify(one).replace(/"[0-9a-f]{8}(-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")/g, `"${prefix}$1`);
      const { customers, deals } = JSON.parse(text);
      for (const each of [...customers, ...deals]) each.name += ` ${turn}`;
      for (const deal of deals) {
        deal.owner = `${deal.owner ?? ''}${turn % 40}`;
        for (const part of ['gates', 'five_elements', 'bantcc', 'links', 'story', 'teaching']) delete deal[part];
        deal.trail = deal.trail?.slice(-2);
      }
      all.customers.push(...customers);
      all.deals.push(...deals);
    }
  }
  all.deals.length = count;
  return all;
}

async function importDeals(page, file) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
  await chooser.setFiles(file);
  await page.getByRole('dialog').getByRole('button', { name: '导入', exact: true }).click({ timeout: 120_000 });
  await page.getByRole('dialog').waitFor({ state: 'detached', timeout: 120_000 });
}

// Milliseconds of each frame since the last time, once it rests, from the shortest on.
async function framesUntilRest(page) {
  for (let before = -1, now = 0; before !== now;) {
    before = now;
    await page.waitForTimeout(500);
    now = await page.evaluate(() => globalThis.frameTimes.length);
  }
  return (await page.evaluate(() => globalThis.frameTimes.splice(0))).sort((one, other) => one - other);
}

// Opens the screen; then moves the pointer over it and turns its wheel.
async function framesOf(page, path) {
  await page.evaluate((hash) => location.hash = hash, path);
  const opening = await framesUntilRest(page);
  for (let i = 0; i < 40; ++i) await page.mouse.move(300 + 17 * i, 180 + 12 * i);
  for (let i = 0; i < 20; ++i) await page.mouse.wheel(0, i < 10 ? 240 : -240);
  return { opening, working: await framesUntilRest(page) };
}

const counts = [1, 10_000];
const results = {};
for (const count of counts) {
  const { page, close } = await launchChromium({ init: observe });
  await openApp(page);
  const id = (await page.evaluate(() => location.hash)).match(/[0-9a-f-]{36}/)?.[0];
  if (count > 1) {
    const file = join(await mkdtemp(join(tmpdir(), 'compass-')), 'deals.json');
    await writeFile(file, JSON.stringify(manyDeals(count)));
    await importDeals(page, file);
    await rm(dirname(file), { recursive: true });
  }
  for (const [name, path] of Object.entries(screens)) (results[name] ??= []).push(await framesOf(page, `#${path.replace('ID', id)}`));
  await close();
}
const at = (times, share) => times[Math.min(times.length - 1, Math.floor(times.length * share))]?.toFixed(1) ?? '–';
console.log(`${'frame, median / 95 % / longest, ms; (opening)'.padEnd(46)}${counts.map((count) => `${count} deals`.padStart(34)).join('')}    budget 4 and 8 ms`);
for (const [name, both] of Object.entries(results)) {
  console.log(name.padEnd(46) + both.map(({ opening, working }) =>
    `${at(working, 0.5)} / ${at(working, 0.95)} / ${at(working, 1)} (${at(opening, 0.95)} / ${at(opening, 1)})`.padStart(34)).join(''));
}

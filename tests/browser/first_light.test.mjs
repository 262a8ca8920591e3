// The first way through the product, in Chromium, by roles and names only: sample, sign, what-if, keep, reload, file and back.
import assert from 'node:assert/strict';
import { readFile, writeFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { launchChromium, openApp, whenReady } from './harness.mjs';

const index = (page) => page.getByText(/^赢单指数 \d+%，区间/);

async function exported(page, act) {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

async function saved(page) {
  await page.getByRole('status').filter({ hasText: /^已保存 \d+:\d\d/ }).waitFor();
}

async function fileOf(text, name = 'deals.json') {
  const path = join(await mkdtemp(join(tmpdir(), 'compass-')), name);
  await writeFile(path, text);
  return path;
}

async function importFile(page, path) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
  await chooser.setFiles(path);
}

test('first start to a byte-identical file', async (t) => {
  const { page } = await launchChromium({ t, acceptDownloads: true });
  await openApp(page);

  // First start: the sample stands on the compass, with its index and its best move.
  await page.getByRole('heading', { name: '临江化工 · 节能改造', level: 1 }).waitFor();
  await index(page).waitFor();
  await page.getByRole('button', { name: /^竞争提升 → 领先：把握 14%/ }).waitFor();
  await page.getByRole('button', { name: /^现在：方案·平手·活跃/ }).waitFor();

  // Competition changes by clicking a sign of another level.
  await page.getByRole('button', { name: /^竞争形势：平手/ }).click();
  assert.equal(await page.getByRole('radio', { name: '平手' }).getAttribute('aria-checked'), 'true');
  const ahead = page.getByRole('radio', { name: '领先' });
  const box = await ahead.boundingBox();
  const signs = page.getByRole('checkbox');
  let sign;
  for (const one of await signs.all()) {
    const place = await one.boundingBox();
    if (place.y > box.y && place.x >= box.x - 4 && (await one.getAttribute('aria-checked')) === 'false') {
      sign = one;
      break;
    }
  }
  await sign.click();
  await page.getByRole('radio', { name: '领先', checked: true }).waitFor();
  await page.getByRole('button', { name: '返回' }).click();
  await page.getByRole('button', { name: /^现在：方案·领先·活跃/ }).waitFor();
  await saved(page);

  // Stage back as a what-if changes nothing until it is kept.
  const before = await index(page).textContent();
  await page.getByRole('button', { name: /^阶段退回 → 意向/ }).click();
  await page.getByText(/^试走：赢单指数 \d+% → \d+%，区间 \d+–\d+%$/).waitFor();
  await page.getByRole('button', { name: '放弃' }).click();
  assert.equal(await index(page).textContent(), before);
  await page.getByRole('button', { name: /^阶段退回 → 意向/ }).click();
  await page.getByRole('button', { name: '保留' }).click();
  await page.getByRole('button', { name: /^现在：意向·领先·活跃/ }).waitFor();
  const kept = await index(page).textContent();

  // The tab is closed and opened again.
  await page.reload();
  await whenReady(page);
  await page.getByRole('button', { name: /^现在：意向·领先·活跃/ }).waitFor();
  assert.equal(await index(page).textContent(), kept);

  await page.getByRole('button', { name: '导出', exact: true }).click();
  const first = await exported(page, () => page.getByRole('menuitem', { name: 'JSON 文件' }).click());
  assert.match(first.name, /^节能改造 \d{4}-\d\d-\d\d\.json$/);

  // Everything is cleared; the file brings it back.
  await page.goto('about:blank');
  await openApp(page, '#/deals');
  await page.evaluate(() => localStorage.clear());
  await page.goto('about:blank');
  await openApp(page);
  await page.getByRole('button', { name: /^现在：方案·平手·活跃/ }).waitFor();
  await importFile(page, await fileOf(first.text));
  await page.getByRole('dialog').getByRole('radio', { name: '文件的' }).first().click();
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await page.getByRole('button', { name: /^现在：意向·领先·活跃/ }).waitFor();
  assert.equal(await index(page).textContent(), kept);

  const second = await exported(page, () => page.keyboard.press('Control+s'));
  assert.equal(second.text, first.text);
});

test('undo and redo by keys never lose a step', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  const at = (words) => page.getByRole('button', { name: new RegExp(`^现在：${words}`) }).waitFor();
  await page.getByRole('button', { name: /^竞争提升 → 领先/ }).click();
  await page.getByRole('button', { name: '保留' }).click();
  await at('方案·领先·活跃');
  await page.getByRole('button', { name: /^阶段推进 → 商务/ }).click();
  await page.getByRole('button', { name: '保留' }).click();
  await at('商务·领先·活跃');
  await page.keyboard.press('Control+z');
  await at('方案·领先·活跃');
  await page.keyboard.press('Control+z');
  await at('方案·平手·活跃');
  await page.keyboard.press('Control+Shift+z');
  await at('方案·领先·活跃');
  await page.keyboard.press('Control+Shift+z');
  await at('商务·领先·活跃');
});

test('deals: new, rename, duplicate, delete with undo', async (t) => {
  const { page } = await launchChromium({ t, locale: 'en-US' });
  await openApp(page, '#/deals');
  await page.getByRole('button', { name: 'New deal' }).click();
  const dialog = page.getByRole('dialog', { name: 'New deal' });
  await dialog.getByRole('button', { name: 'Create' }).click();
  await dialog.getByText('Enter a customer or a name for the deal.').waitFor();
  await dialog.getByRole('textbox', { name: 'Customer' }).fill('Northwind 北风');
  await dialog.getByRole('textbox', { name: 'Deal' }).fill('Harbour cranes');
  await dialog.getByRole('textbox', { name: 'Amount' }).fill('6.4m');
  await dialog.getByRole('textbox', { name: 'Signing date' }).fill('sometime');
  await dialog.getByText(/^Cannot read this date/).waitFor();
  await dialog.getByRole('textbox', { name: 'Signing date' }).fill('2027-03-18');
  await dialog.getByRole('radiogroup', { name: 'Competition' }).getByRole('radio', { name: 'Ahead' }).click();
  await dialog.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('heading', { name: 'Northwind 北风 · Harbour cranes' }).waitFor();
  await page.getByText(/¥6\.4m .* signing 18 Mar 2027/).waitFor();
  await page.getByRole('button', { name: /^Now: Intent · Ahead/ }).waitFor();

  await page.getByRole('button', { name: 'Deals', exact: true }).click();
  const link = (name) => page.getByRole('link', { name });
  await page.getByRole('button', { name: 'More actions for Northwind 北风 · Harbour cranes' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'Rename' }).fill('Quay cranes');
  await page.keyboard.press('Enter');
  await link('Northwind 北风 · Quay cranes').waitFor();

  await page.getByRole('button', { name: 'More actions for Northwind 北风 · Quay cranes' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await page.getByRole('heading', { name: 'Northwind 北风 · Quay cranes (copy)' }).waitFor();
  await page.getByRole('button', { name: 'Deals', exact: true }).click();
  assert.equal(await page.getByRole('link').count(), 3);

  await page.getByRole('button', { name: 'More actions for Northwind 北风 · Quay cranes (copy)' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByText('Deal deleted').waitFor();
  assert.equal(await page.getByRole('link').count(), 2);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await link('Northwind 北风 · Quay cranes (copy)').waitFor();
});

test('the sample follows the language until it is touched', async (t) => {
  const { page } = await launchChromium({ t, colorScheme: 'dark' });
  await openApp(page);
  await page.getByRole('heading', { name: '临江化工 · 节能改造' }).waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: /^Now: Solution · Level · Active/ }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'Light' }).click();
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => !url.hash.endsWith('/settings'));
  await page.reload();
  await whenReady(page);
  await page.getByRole('button', { name: /^Now: Solution · Level · Active/ }).waitFor();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'Light', checked: true }).waitFor();
});

test('a full storage is said, nothing is lost, and everything can be downloaded', async (t) => {
  const { page } = await launchChromium({
    t,
    acceptDownloads: true,
    init: () => {
      const write = Storage.prototype.setItem;
      Storage.prototype.setItem = function(key, value) {
        if (globalThis.storageIsFull) throw new DOMException('full', 'QuotaExceededError');
        write.call(this, key, value);
      };
    },
  });
  await openApp(page);
  await page.evaluate(() => { globalThis.storageIsFull = true; });
  await page.getByRole('button', { name: /^竞争提升 → 领先/ }).click();
  await page.getByRole('button', { name: '保留' }).click();
  await page.getByRole('alert').filter({ hasText: '存储空间满了' }).waitFor();
  const file = await exported(page, () => page.getByRole('button', { name: '下载全部数据' }).click());
  assert.equal(JSON.parse(file.text).deals[0].position.claimed.competition, 'ahead');
  await page.evaluate(() => { globalThis.storageIsFull = false; });
  await page.getByRole('button', { name: /^阶段推进 → 商务/ }).click();
  await page.getByRole('button', { name: '保留' }).click();
  await saved(page);
  assert.equal(await page.getByRole('alert').count(), 0);
});

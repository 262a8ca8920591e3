// What was can be had again: earlier versions, what was deleted, a backup; and a backup that is due is spoken of.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { launchChromium, launchFirefox, openApp, whenReady } from './harness.mjs';
import { storedCases, storedWorkspace } from './stored.mjs';

const at = (time) => new Date(`2026-11-${time}+08:00`);
const options = { timezoneId: 'Asia/Shanghai' };
const button = (page, name) => page.getByRole('button', { name, exact: typeof name === 'string' }).first();
const competition = async (page) => JSON.parse(await storedWorkspace(page)).deals[0].position.claimed.competition;

async function setCompetition(page, level) {
  if (!(await page.getByRole('radio', { name: level, exact: true }).count())) await button(page, /^竞争形势：/).click();
  await page.getByRole('radio', { name: level, exact: true }).click();
  await page.getByRole('radio', { name: level, exact: true, checked: true }).waitFor();
}
async function openVersions(page) {
  await button(page, '单子').click();
  await button(page, /：更多操作$/).click();
  await page.getByRole('menuitem', { name: '以前的版本' }).click();
  await page.getByRole('dialog', { name: '以前的版本' }).waitFor();
}
const kept = (page, kind) => page.evaluate((kind) => Object.keys(localStorage).filter((key) => key.startsWith(`deal-compass/${kind}/`)).length, kind);

test('an edit leaves a version, also beside another tab and after a reload; it is restored, and undone', async (t) => {
  const { page, context } = await launchChromium({ t, ...options, init: storedCases('1.zh') });
  await page.clock.setFixedTime(at('20T17:30:00'));
  await openApp(page, '#/deals');
  await page.getByRole('link').first().click();
  const first = await competition(page);
  await setCompetition(page, '单一');
  await setCompetition(page, '落后');
  assert.equal(await kept(page, 'version'), 1);
  await page.clock.setFixedTime(at('21T09:14:00'));
  await setCompetition(page, '领先');
  assert.equal(await kept(page, 'version'), 2);
  const follower = await context.newPage();
  await follower.clock.setFixedTime(at('21T09:14:00'));
  await openApp(follower, '#/deals');
  await follower.getByRole('button', { name: '在这里编辑' }).waitFor();
  // A page that stayed open over night: the sample's dates are still those of the day it was opened.
  const list = page.getByRole('list', { name: '以前的版本' });
  await openVersions(page);
  await list.getByText('竞争形势：领先 → 落后').first().waitFor();
  assert.doesNotMatch(await list.innerText(), /签约日期|证据/);
  await page.keyboard.press('Escape');
  await page.reload();
  await whenReady(page);
  await openVersions(page);
  await list.getByRole('button', { name: '今天 9:14 修改之前', expanded: true }).waitFor();
  await list.getByText('竞争形势：领先 → 落后').first().waitFor();
  await list.getByRole('button', { name: '昨天 17:30 修改之前' }).click();
  await list.getByRole('button', { name: '昨天 17:30 修改之前', expanded: true }).waitFor();
  await list.getByRole('button', { name: '今天 9:14 修改之前' }).click();
  // The other tab wrote none of its own.
  assert.equal(await kept(follower, 'version'), 2);
  await follower.close();
  await button(page, '在这里编辑').waitFor({ state: 'detached' });
  await button(page, '恢复这个版本').click();
  await page.getByRole('status').filter({ hasText: '已恢复旧版本' }).waitFor();
  assert.equal(await competition(page), 'behind');
  await page.getByRole('region', { name: '提示' }).getByRole('button', { name: '撤销' }).click();
  await page.getByRole('status').filter({ hasText: '已撤销：恢复旧版本' }).waitFor();
  assert.equal(await competition(page), 'ahead');
  // The first one, by the keyboard alone.
  await openVersions(page);
  await list.getByRole('button', { name: '昨天 17:30 修改之前' }).focus();
  await page.keyboard.press('Enter');
  await list.getByRole('button', { name: '昨天 17:30 修改之前', expanded: true }).waitFor();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent), '恢复这个版本');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal(await competition(page), first);
});

test('an edit of one deal among 100 writes one version at most, and does not wait for it', async (t) => {
  const { page } = await launchChromium({ t, init: storedCases('1.zh') });
  await openApp(page, '#/deals');
  const one = JSON.parse(await storedWorkspace(page));
  await page.evaluate((one) => {
    const deals = [...Array(100).keys()].map((i) => ({ ...one.deals[0], id: one.deals[0].id.slice(0, -3) + String(i + 100) }));
    localStorage.setItem('deal-compass/workspace', JSON.stringify({ ...one, deals }));
  }, one);
  await page.reload();
  await whenReady(page);
  await page.getByRole('link').first().click();
  await setCompetition(page, '落后');
  await page.evaluate(() => {
    globalThis.versions = [];
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function(key, value) {
      if (key.startsWith('deal-compass/version/')) globalThis.versions.push(key.length + value.length);
      set.call(this, key, value);
    };
  });
  await setCompetition(page, '领先');
  assert.deepEqual(await page.evaluate(() => globalThis.versions), [], 'so soon after the one before');
  await button(page, '单子').click();
  await page.getByRole('link').nth(1).click();
  await button(page, /^竞争形势：/).click();
  const started = Date.now();
  await page.getByRole('radio', { name: '单一', exact: true }).click();
  await page.getByRole('radio', { name: '单一', exact: true, checked: true }).waitFor();
  const versions = await page.evaluate(() => globalThis.versions);
  assert.equal(versions.length, 1);
  const record = JSON.stringify(one.deals[0]).length;
  t.diagnostic(`a version takes ${versions[0]} characters, its deal's record about ${record}; edit shown after ${Date.now() - started} ms`);
  assert.ok(versions[0] < record * 0.6, `${versions[0]} of ${record}`);
});

test('a deleted deal is in the trash after a reload, comes back, and goes for good only after a question', async (t) => {
  const { page } = await launchChromium({ t, init: storedCases('1.zh', '2.zh') });
  await openApp(page, '#/deals');
  const before = await storedWorkspace(page);
  const name = await page.getByRole('link').first().getAttribute('aria-label');
  const remove = async () => {
    await page.getByRole('button', { name: `${name}：更多操作` }).click();
    await page.getByRole('menuitem', { name: '删除', exact: true }).click();
    await button(page, '回收站 1').waitFor();
  };
  assert.equal(await page.getByRole('button', { name: /^回收站/ }).count(), 0);
  await remove();
  await page.reload();
  await whenReady(page);
  await button(page, '回收站 1').click();
  const dialog = page.getByRole('dialog', { name: '回收站' });
  await dialog.getByText(/删除，还留 30 天$/).waitFor();
  await dialog.getByRole('button', { name: '恢复', exact: true }).click();
  await dialog.getByText('回收站是空的。').waitFor();
  await page.keyboard.press('Escape');
  const names = (text) => JSON.parse(text).deals.map(({ id }) => id).sort();
  assert.deepEqual(names(await storedWorkspace(page)), names(before));
  assert.equal(await kept(page, 'trash'), 0);
  await remove();
  await button(page, '回收站 1').click();
  await dialog.getByRole('button', { name: '彻底删除' }).click();
  await dialog.getByText('彻底删除以后找不回来。').waitFor();
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: '恢复', exact: true }).waitFor();
  await dialog.getByRole('button', { name: '彻底删除' }).click();
  await dialog.getByRole('button', { name: '彻底删除' }).click();
  await dialog.getByText('回收站是空的。').waitFor();
  assert.equal(await kept(page, 'trash'), 0);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal(await page.getByRole('button', { name: /^回收站/ }).count(), 0);
});

test('a backup takes the place of everything, shown before and undone after', async (t) => {
  const { page } = await launchChromium({ t, acceptDownloads: true, init: storedCases('1.zh', '2.zh') });
  await openApp(page, '#/deals');
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, '全部导出').click()]);
  const file = await readFile(await download.path(), 'utf8');
  const names = await page.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')));
  // One is deleted since, one is changed, one is new.
  await page.getByRole('button', { name: `${names[1]}：更多操作` }).click();
  await page.getByRole('menuitem', { name: '删除', exact: true }).click();
  await page.getByRole('button', { name: `${names[0]}：更多操作` }).click();
  await page.getByRole('menuitem', { name: '复制一份' }).click();
  await button(page, '单子').click();
  await page.getByRole('link', { name: names[0], exact: true }).click();
  await setCompetition(page, '单一');
  const changed = await storedWorkspace(page);
  await button(page, '单子').click();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, '导入').click()]);
  await chooser.setFiles({ name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await page.getByRole('radio', { name: '恢复成这份备份' }).click();
  const dialog = page.getByRole('dialog', { name: '恢复备份会改变什么' });
  for (const words of [/^替换你的版本：/, /^新增：/, /^移进回收站：/]) await dialog.getByText(words).first().waitFor();
  await dialog.getByRole('button', { name: '恢复这份备份' }).click();
  await page.getByRole('status').filter({ hasText: '已恢复备份' }).waitFor();
  const content = (text) => {
    const { customers, deals } = JSON.parse(text);
    return { customers, deals };
  };
  assert.deepEqual(content(await storedWorkspace(page)), content(file));
  await button(page, '回收站 1').waitFor();
  await page.getByRole('region', { name: '提示' }).getByRole('button', { name: '撤销' }).click();
  await page.getByRole('status').filter({ hasText: '已撤销：恢复备份' }).waitFor();
  assert.deepEqual(content(await storedWorkspace(page)), content(changed));
});

test('after a week of changes without a backup it is said once a day, until the button is pressed', async (t) => {
  const { page } = await launchChromium({ t, ...options, acceptDownloads: true, init: storedCases('1.zh') });
  const reminder = page.getByRole('status').filter({ hasText: '天来的改动还没有备份成文件' });
  const openOn = async (day) => {
    await page.clock.setFixedTime(at(`${day}T09:00:00`));
    await page.reload();
    await whenReady(page);
    await button(page, '单子').waitFor();
  };
  await page.clock.setFixedTime(at('10T09:00:00'));
  await openApp(page, '#/deals');
  // Cases count for nothing: a deal of one's own.
  await button(page, '新建单子').click();
  await page.getByRole('textbox', { name: '客户' }).fill('北风');
  await page.getByRole('textbox', { name: '项目' }).fill('吊车');
  await button(page, '建好').click();
  await page.getByRole('heading', { name: '北风 · 吊车' }).waitFor();
  await button(page, '单子').click();
  await button(page, '还没备份').waitFor();
  await openOn('16');
  assert.equal(await reminder.count(), 0);
  await openOn('17');
  await reminder.filter({ hasText: '7 天' }).waitFor();
  await openOn('17');
  assert.equal(await reminder.count(), 0, 'once a day');
  await openOn('18');
  await reminder.filter({ hasText: '8 天' }).waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, '现在备份').click()]);
  assert.match(await readFile(await download.path(), 'utf8'), /"format": "deal-compass"/);
  await openOn('30');
  assert.equal(await reminder.count(), 0);
  // From where its age is shown the next one is one press away.
  const [next] = await Promise.all([page.waitForEvent('download'), button(page, '12 天前备份').click()]);
  assert.match(next.suggestedFilename(), /2026-11-30\.json$/);
});

test('the settings say what is stored and let versions go', async (t) => {
  const { page } = await launchChromium({ t, init: storedCases('1.zh') });
  await openApp(page, '#/deals');
  await page.getByRole('link').first().click();
  await setCompetition(page, '落后');
  await button(page, '设置').click();
  const dialog = page.getByRole('dialog', { name: '设置' });
  await dialog.getByText(/^空间用了 [\d.]+%，还剩 \d+%$/).waitFor();
  await dialog.getByText(/^浏览器/).waitFor();
  await dialog.getByRole('button', { name: '清掉旧版本' }).click();
  await dialog.getByText(/^清掉 1 个旧版本/).waitFor();
  await dialog.getByRole('button', { name: '清掉旧版本' }).click();
  await dialog.getByRole('button', { name: '清掉旧版本' }).waitFor({ state: 'detached' });
  assert.equal(await kept(page, 'version'), 0);
});

test('Firefox: a version is restored, the trash gives back, a backup takes the place of everything', async (t) => {
  const { page } = await launchFirefox({ t });
  await openApp(page, '#/deals');
  await page.evaluate(storedCases('1.zh', '2.zh'));
  const find = (name) => page.waitForSelector(`aria/${name}`);
  const click = async (name) => (await find(name)).click();
  const status = (words) => page.waitForFunction((words) => [...document.querySelectorAll('[role="status"]')]
    .some((node) => (node.getAttribute('aria-label') ?? node.textContent).includes(words)), {}, words);
  await page.reload();
  await whenReady(page);
  const file = await storedWorkspace(page);
  const path = join(tmpdir(), `backup-${process.pid}.json`);
  await writeFile(path, file);
  const names = await page.evaluate(() => [...document.querySelectorAll('[role="link"], a')].map((node) => node.getAttribute('aria-label') ?? node.textContent));
  await click(`${names[0]}：更多操作[role="button"]`);
  await click('改名[role="menuitem"]');
  await page.keyboard.type('改过的名字');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('deal-compass/version/')));
  const renamed = await page.evaluate(() => [...document.querySelectorAll('[role="button"]')].map((node) => node.getAttribute('aria-label') ?? '').find((name) => /改过的名字.*：更多操作$/.test(name)));
  await click(`${renamed}[role="button"]`);
  await click('以前的版本[role="menuitem"]');
  await click('恢复这个版本[role="button"]');
  await status('已恢复旧版本');
  await click(`${names[0]}：更多操作[role="button"]`);
  await click('删除[role="menuitem"]');
  await page.reload();
  await whenReady(page);
  await click('回收站 1[role="button"]');
  await click('恢复[role="button"]');
  await page.waitForFunction(() => document.querySelector('[role="dialog"]').textContent.includes('回收站是空的'));
  await page.keyboard.press('Escape');
  await click(`${names[1]}：更多操作[role="button"]`);
  await click('删除[role="menuitem"]');
  await find('回收站 1[role="button"]');
  const [chooser] = await Promise.all([page.waitForFileChooser(), click('导入[role="button"]')]);
  await chooser.accept([path]);
  await click('恢复成这份备份[role="radio"]');
  await click('恢复这份备份[role="button"]');
  await status('已恢复备份');
  assert.equal(JSON.parse(await storedWorkspace(page)).deals.length, JSON.parse(file).deals.length);
});

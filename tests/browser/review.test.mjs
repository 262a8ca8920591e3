// Plan and review through roles and names: tasks finished and moved, a meeting walked by keyboard alone, minutes, the handover.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { launchChromium, launchFirefox, openApp, served, whenReady } from './harness.mjs';
import { storedWorkspace } from './stored.mjs';

async function openTeam(page) {
  await openApp(page, '#/funnel');
  await page.getByRole('button', { name: '打开示例团队' }).click();
  await page.getByRole('status').filter({ hasText: '已打开示例团队：36 张单子' }).waitFor();
  await page.getByRole('region', { name: '提示' }).getByRole('button', { name: '关闭' }).click();
  await page.getByRole('button', { name: '复盘', exact: true }).click();
  await page.getByRole('heading', { name: '计划与复盘', level: 1 }).waitFor();
}
const tasks = (page) => page.getByRole('table', { name: '行动' }).getByRole('button', { expanded: false });
const nameOf = (found) => found.getAttribute('aria-label');
const undo = (page) => page.getByRole('button', { name: '撤销', exact: true }).first().click();

test('the screen has an address; a task is finished in place by its result, and undone', async (t) => {
  const { page } = await launchChromium({ t });
  await openTeam(page);
  assert.match(page.url(), /#\/review$/);
  const first = await nameOf(tasks(page).first());
  await tasks(page).first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: '结果' }).fill('当场答应了');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: first, exact: true }).waitFor({ state: 'detached' });
  assert.notEqual(await page.evaluate(() => document.activeElement.tagName), 'BODY', 'the focus is lost');
  await undo(page);
  await page.getByRole('button', { name: first, exact: true }).waitFor();
});

test('what was begun under a task waits; Esc closes the form and gives the focus back', async (t) => {
  const { page } = await launchChromium({ t });
  await openTeam(page);
  const first = await nameOf(tasks(page).first());
  await tasks(page).first().click();
  await page.getByRole('textbox', { name: '结果' }).fill('说了一半');
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: '结果' }).waitFor({ state: 'detached' });
  const begun = page.getByRole('button', { name: `${first}，写了一半，还没存` });
  await begun.waitFor();
  await begun.click();
  assert.equal(await page.getByRole('textbox', { name: '结果' }).inputValue(), '说了一半');
});

test('two tasks move to another day together, as one step', async (t) => {
  for (const viewport of [{ width: 1366, height: 768 }, { width: 390, height: 844 }]) {
    const { page, close } = await launchChromium({ t, viewport, hasTouch: viewport.width < 500 });
    await openTeam(page);
    const boxes = page.getByRole('checkbox', { name: /^选中：/ });
    await boxes.nth(0).click();
    await boxes.nth(1).click();
    await page.getByRole('status').filter({ hasText: '选中 2 件' }).waitFor();
    await page.getByRole('textbox', { name: '改到哪天' }).fill('2099-12-05');
    await page.getByRole('button', { name: '改到 12月5日' }).click();
    await page.getByRole('status').filter({ hasText: '2 件事已改期' }).waitFor();
    assert.equal(await boxes.and(page.getByRole('checkbox', { checked: true })).count(), 0);
    await page.getByRole('region', { name: '提示' }).getByRole('button', { name: '撤销' }).click();
    await page.getByRole('status').filter({ hasText: '已撤销' }).waitFor();
    assert.doesNotMatch(await storedWorkspace(page), /2099-12-05/);
    await close();
  }
});

test('a meeting over three deals by keyboard alone: decided in two keystrokes each, minutes exported, undone', async (t) => {
  const { page } = await launchChromium({ t });
  await openTeam(page);
  await page.getByRole('tab', { name: /^该复盘的/ }).press('Enter');
  const boxes = page.getByRole('checkbox', { name: /^选中：/ });
  for (let i = 0; i < 3; ++i) await boxes.nth(i).press('Space');
  await page.getByRole('button', { name: '开始复盘会（3 张）' }).press('Enter');
  await page.getByRole('status').filter({ hasText: '第 1 张，共 3 张' }).waitFor();
  await page.keyboard.press('n');
  await page.getByRole('status').filter({ hasText: '第 2 张，共 3 张' }).waitFor();
  await page.keyboard.press('p');
  await page.getByRole('status').filter({ hasText: '第 1 张，共 3 张' }).waitFor();
  for (const [key, verdict, then] of [['1', '继续推进', '第 2 张'], ['2', '换个打法', '第 3 张'], ['4', '放一放', null]]) {
    await page.keyboard.press(key);
    await page.getByRole('radio', { name: verdict, checked: true }).waitFor();
    await page.waitForFunction(() => document.activeElement.getAttribute('aria-label')?.startsWith('记下'));
    await page.keyboard.press('Enter');
    if (then) await page.getByRole('status').filter({ hasText: then }).waitFor();
  }
  await page.getByRole('heading', { name: '3 张单子，定了 3 张。' }).waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出纪要' }).press('Enter')]);
  assert.match(file.suggestedFilename(), /^复盘会纪要 \d{4}-\d\d-\d\d\.txt$/);
  const text = readFileSync(await file.path(), 'utf8');
  for (const words of ['决定：继续推进', '决定：换个打法', '决定：放一放', '1. ', '3. ', '接下来：']) assert.ok(text.includes(words), words);
  await page.keyboard.press('Control+z');
  await page.getByRole('heading', { name: '3 张单子，定了 2 张。' }).waitFor();
});

test('letters and digits that are written belong to the words', async (t) => {
  const { page } = await launchChromium({ t });
  await openTeam(page);
  await page.getByRole('tab', { name: '复盘会' }).click();
  await page.getByRole('button', { name: /^开始复盘会/ }).click();
  const words = page.getByRole('textbox', { name: '补一句（可不写）' });
  await words.click();
  await page.keyboard.type('n1p2');
  await page.getByRole('status').filter({ hasText: '第 1 张' }).waitFor();
  assert.equal(await page.getByRole('radio', { checked: true }).count(), 0);
  assert.equal(await words.inputValue(), 'n1p2');
});

test('a handover is reached from the menu of a deal and leaves as text', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page, '#/deals');
  await page.getByRole('button', { name: /：更多操作$/ }).first().click();
  await page.getByRole('menuitem', { name: '交接' }).click();
  await page.getByRole('heading', { name: '先接上这些人' }).waitFor();
  await page.getByRole('textbox', { name: '谁来接' }).fill('沈静');
  await page.getByText(/→ 沈静/).first().waitFor({ state: 'attached' });
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出交接单' }).click()]);
  assert.match(file.suggestedFilename(), /^交接单.* \d{4}-\d\d-\d\d\.txt$/);
  const text = readFileSync(await file.path(), 'utf8');
  for (const words of ['→ 沈静', '答应过的事', '风险', '依据，新的在前']) assert.ok(text.includes(words), words);
});

test('Firefox: a decision by two keys', async (t) => {
  const { page } = await launchFirefox({ t });
  await page.goto(new URL('#/review', await served()).href);
  await whenReady(page);
  const find = (name) => page.waitForSelector(`aria/${name}`);
  await (await find('复盘会[role="tab"]')).click();
  const start = await page.waitForSelector('::-p-xpath(//*[@role="button" and (starts-with(@aria-label, "开始复盘会") or @aria-label="选几张单子")])');
  await start.click();
  if (await page.$('[role="checkbox"]')) {
    await (await page.$('[role="checkbox"]')).click();
    await (await find('开始复盘会（1 张）[role="button"]')).click();
  }
  await find('要资源[role="radio"]');
  await page.keyboard.press('3');
  await page.waitForFunction(() => document.activeElement.getAttribute('aria-label')?.startsWith('记下'));
  await page.keyboard.press('Enter');
  await find('1 张单子，定了 1 张。[role="heading"]');
});

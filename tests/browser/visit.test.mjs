// A deal is kept current in three minutes after a visit, through roles and names: five facts, two ratings, the urgency and an action in
// one box, each part open to change before it is saved; the card before it, and the story afterwards.
import assert from 'node:assert/strict';
import test from 'node:test';
import { controlKey, launchChromium, launchFirefox, openApp, whenReady } from './harness.mjs';

const openVisit = async (page) => {
  await openApp(page);
  await page.getByRole('tab', { name: '拜访' }).click();
  await page.getByRole('region', { name: '拜访卡' }).waitFor();
};
const box = (page) => page.getByRole('textbox', { name: '听到了什么' });
const understood = (page) => page.getByRole('list', { name: '看懂了这些' });
const said = (page, words) => understood(page).getByText(words).first().waitFor({ state: 'attached' });

const visited = ['刘部长说停机日期已公布', '孙主任说领导天天过问', '韩经理说给各家同样的问题和时间', '预算：进了运行部的盘子，批了 320 万', '对手：恒热又来过一次',
  '魏副总 +4 会上替我们说话', '秦科长 -2', '紧迫 → 紧急：集团下了命令', '下周三 给韩经理投入产出测算'];

test('three minutes after a visit: nine lines, one button, at most 25 interactions, and what the index becomes', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page, '#/deals');
  let interactions = 0;
  const click = (role, name) => (++interactions, page.getByRole(role, { name }).first().click());
  await click('link', '临江化工 · 节能改造');
  await click('tab', '拜访');
  await click('textbox', '听到了什么');
  for (const [i, line] of visited.entries()) {
    await page.keyboard.insertText(i ? `\n${line}` : line);
    ++interactions;
  }
  await said(page, /支持度：会上替我们说话/);
  await said(page, /待办？：给韩经理投入产出测算/);
  await page.getByRole('status').filter({ hasText: /紧迫 活跃 → 紧急.*赢单指数 \d+% → \d+%/ }).waitFor({ state: 'attached' });
  await click('button', '存下 9 条');
  await page.getByRole('status').filter({ hasText: /已存下 9 条.*→/ }).waitFor({ state: 'attached' });
  assert.ok(interactions <= 25, `${interactions} interactions`);
  assert.equal(await box(page).inputValue(), '');
  await page.getByRole('tab', { name: '影响力' }).click();
  await page.getByRole('button', { name: /^魏副总，.*支持度\+4/ }).waitFor();
  await page.getByRole('button', { name: /^秦科长，.*支持度−2/ }).waitFor();
  await controlKey(page, 'z');  // all of it was one step
  await page.getByRole('button', { name: /^魏副总，.*支持度\+2/ }).waitFor();
});

test('what is not understood is said, can be told by a menu, and stays in the box otherwise', async (t) => {
  const { page } = await launchChromium({ t });
  await openVisit(page);
  await box(page).fill('天气很好\n秦科长 -2');
  await said(page, /没看懂：天气很好/);
  await page.getByRole('button', { name: '存下 1 条' }).click();
  await page.waitForFunction(() => [...document.querySelectorAll('textarea')].some((area) => area.value === '天气很好'));
  await page.getByRole('button', { name: /^记成什么/ }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: '大事记' }).waitFor();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await said(page, /大事记：天气很好/);
  await page.getByRole('button', { name: '存下 1 条' }).click();
  await page.getByRole('tab', { name: '走势' }).click();
  await page.getByRole('button', { name: /大事，天气很好/ }).waitFor();
});

test('what was typed survives leaving the screen', async (t) => {
  const { page } = await launchChromium({ t });
  await openVisit(page);
  await box(page).fill('孙主任说');
  await page.getByRole('tab', { name: '罗盘' }).click();
  await page.getByRole('button', { name: '试最好的一步' }).waitFor();
  await page.getByRole('tab', { name: '拜访' }).click();
  await page.waitForFunction(() => [...document.querySelectorAll('textarea')].some((area) => area.value === '孙主任说'));
});

test('the card of a person goes to the clipboard as text', async (t) => {
  const { page } = await launchChromium({ t, permissions: ['clipboard-read', 'clipboard-write'] });
  await openVisit(page);
  await page.getByRole('radio', { name: '陈班长' }).click();
  await page.getByRole('heading', { name: /^陈班长/ }).waitFor();
  await page.getByRole('button', { name: '复制拜访卡' }).click();
  await page.getByRole('status').filter({ hasText: '已复制' }).waitFor({ state: 'attached' });
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /拜访卡.*\n陈班长[^]*把试装数据整理成一页给陈班长/);
});

test('the story moves by arrow keys and by dragging, and keeps its address', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  await page.getByRole('tab', { name: '走势' }).click();
  const slider = page.getByRole('slider', { name: '看哪一天' });
  await slider.focus();
  const last = Number(await slider.getAttribute('aria-valuenow'));
  await page.keyboard.press('PageDown');
  await page.waitForFunction((now) => Number(document.activeElement.getAttribute('aria-valuenow')) < now, last);
  const { x, y, width, height } = await slider.boundingBox();
  await page.mouse.click(x + 12, y + height - 18);
  await page.waitForFunction(() => Number(document.querySelector('[role=slider]').getAttribute('aria-valuenow')) < 3);
  await page.mouse.move(x + 12, y + height - 18);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height - 18, { steps: 4 });
  await page.mouse.up();
  await page.waitForFunction(() => Number(document.querySelector('[role=slider]').getAttribute('aria-valuenow')) > 20);
  await page.reload();
  await whenReady(page);
  await page.getByRole('slider', { name: '看哪一天' }).waitFor();
});

test('Firefox: a rating is typed, understood and saved', async (t) => {
  const { page } = await launchFirefox({ t });
  await openApp(page);
  const find = (selector) => page.waitForSelector(`aria/${selector}`);
  await (await find('拜访[role="tab"]')).click();
  await (await find('听到了什么、要做什么，一件事写一行[role="textbox"]')).click();
  await page.keyboard.type('秦科长 -2');
  await (await find('存下 1 条[role="button"]')).click();
  await (await find('影响力[role="tab"]')).click();
  await (await find('表格[role="radio"]')).click();
  await find('−2 负面评价[role="cell"]');
});

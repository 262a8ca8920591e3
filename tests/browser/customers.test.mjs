// Customers, through roles and names: the list and its quadrants, one customer changed in place, gone with a question and back by undo.
import assert from 'node:assert/strict';
import test from 'node:test';
import { controlKey, launchChromium, launchFirefox, openApp, whenReady } from './harness.mjs';

const button = (page, name) => page.getByRole('button', { name, exact: typeof name === 'string' }).first();
const openTeam = async (page) => {
  await openApp(page, '#/funnel');
  await button(page, '打开示例团队').click();
  await page.getByRole('status').filter({ hasText: '已打开示例团队' }).waitFor({ state: 'attached' });
  await page.getByRole('region', { name: '提示' }).getByRole('button', { name: '关闭' }).click();
  await button(page, '客户').click();
  await page.getByRole('heading', { name: '客户', exact: true }).waitFor();
};
const open = async (page, name) => {
  await page.getByRole('table').getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
};

test('scores make a class; each is one step back', async (t) => {
  const { page } = await launchChromium({ t });
  await openTeam(page);
  await open(page, '星汐半导体');
  await page.getByRole('status').filter({ hasText: '未打分客户' }).waitFor({ state: 'attached' });
  for (const criterion of ['问题大', '有预算', '决策的人', '看重我们', '后续还有', '愿意改变'])
    await page.getByRole('radiogroup', { name: new RegExp(`^${criterion}`) }).getByRole('radio', { name: '4' }).click();
  await page.getByRole('status').filter({ hasText: '理想客户：' }).waitFor({ state: 'attached' });
  const first = page.getByRole('radiogroup', { name: /^问题大/ });
  await first.getByRole('radio', { name: '4' }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('status').filter({ hasText: '匹配客户：' }).waitFor({ state: 'attached' });
  await controlKey(page, 'z');
  await page.getByRole('status').filter({ hasText: '理想客户：' }).waitFor({ state: 'attached' });
});

test('items of the house are ticked, an event is added, an approval level is edited', async (t) => {
  const { page } = await launchChromium({ t });
  await openTeam(page);
  await open(page, '东陵热电');
  const item = page.getByRole('checkbox', { name: '规划部门有熟人' });
  await item.click();
  await page.getByRole('checkbox', { name: '规划部门有熟人', checked: true }).waitFor();
  await page.getByText(/^普遍关系：14，7 条里有 1 条/).waitFor({ state: 'attached' });
  await page.getByRole('textbox', { name: '一行写一件' }).fill('12月5日 董事会');
  await page.getByRole('status').filter({ hasText: '12月5日 · 董事会' }).waitFor({ state: 'attached' });
  await page.keyboard.press('Enter');
  await button(page, /12月5日 · 董事会$/).waitFor();
  await button(page, '照通常的填上').click();
  const level = page.getByRole('textbox', { name: '总监批到多少' });
  await level.fill('300万');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: '¥300 万以内由谁批' }).waitFor();
  await controlKey(page, 'z');
  await page.getByRole('textbox', { name: '¥500 万以内由谁批' }).waitFor();
});

test('the quadrants by keyboard alone: arrows go from customer to customer, Enter opens one, back returns', async (t) => {
  const { page } = await launchChromium({ t });
  await openTeam(page);
  const focused = () => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  await page.getByRole('group', { name: '客情 × 业务量' }).getByRole('link').first().focus();
  const seen = new Set([await focused()]);
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowUp', 'ArrowRight']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(120);
    seen.add(await focused());
  }
  assert.ok(seen.size >= 4, [...seen].join('\n'));
  const name = (await focused()).split('，')[0];
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name, exact: true }).waitFor();
  assert.match(page.url(), /#\/customers\/[0-9a-f-]{36}$/);
  await page.goBack();
  await page.getByRole('heading', { name: '客户', exact: true }).waitFor();
});

test('a customer has an address; one that is not here leads to the list and says so', async (t) => {
  const { page } = await launchChromium({ t });
  await openTeam(page);
  await open(page, '东陵热电');
  await page.reload();
  await whenReady(page);
  await page.getByRole('heading', { name: '东陵热电', exact: true }).waitFor();
  assert.match(await page.title(), /^东陵热电/);
  await page.evaluate(() => { location.hash = '#/customers/00000000-0000-4000-8000-000000000000'; });
  await page.getByRole('status').filter({ hasText: '这个地址指的内容不在这里' }).waitFor({ state: 'attached' });
  await page.getByRole('heading', { name: '客户', exact: true }).waitFor();
  assert.match(page.url(), /#\/customers$/);
});

test('deleting asks first and says how many deals go; undo brings all back', async (t) => {
  const { page } = await launchChromium({ t });
  await openTeam(page);
  await open(page, '东陵热电');
  await button(page, '客户：更多操作').click();
  await page.getByRole('menuitem', { name: '删除客户' }).click();
  const dialog = page.getByRole('dialog', { name: '删除客户' });
  await dialog.getByText(/它的 \d+ 张单子会一起删掉/).waitFor({ state: 'attached' });
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: '东陵热电', exact: true }).waitFor();
  await button(page, '客户：更多操作').click();
  await page.getByRole('menuitem', { name: '删除客户' }).click();
  await dialog.getByRole('button', { name: '删除', exact: true }).click();
  await page.getByRole('heading', { name: '客户', exact: true }).waitFor();
  assert.equal(await page.getByRole('table').getByRole('link', { name: '东陵热电', exact: true }).count(), 0);
  await page.getByRole('region', { name: '提示' }).getByRole('button', { name: '撤销' }).click();
  await page.getByRole('table').getByRole('link', { name: '东陵热电', exact: true }).waitFor();
});

test('a new customer opens, and is reached from its deal, from the search and back', async (t) => {
  const { page } = await launchChromium({ t });
  await openTeam(page);
  await button(page, '新建客户').click();
  await page.getByRole('textbox', { name: '客户名称' }).fill('青石港务');
  await button(page, '建好').click();
  await page.getByRole('heading', { name: '青石港务', exact: true }).waitFor();
  await button(page, '客户').click();
  await open(page, '东陵热电');
  await page.getByRole('list', { name: '单子' }).getByRole('link').first().click();
  await button(page, '打开客户').click();
  await page.getByRole('heading', { name: '东陵热电', exact: true }).waitFor();
  await controlKey(page, 'k');
  await page.getByRole('textbox', { name: '找什么' }).fill('青石');
  await page.getByRole('dialog').getByRole('link', { name: '客户: 青石港务' }).click();
  await page.getByRole('heading', { name: '青石港务', exact: true }).waitFor();
});

test('on a phone: one column, no overflow, and an event is added', async (t) => {
  const { page } = await launchChromium({ t, viewport: { width: 390, height: 844 }, hasTouch: true });
  await openTeam(page);
  await page.getByRole('radio', { name: '四象限' }).click();
  await page.getByRole('group', { name: '客情 × 业务量' }).getByRole('link').first().waitFor();
  await page.getByRole('radio', { name: '列表' }).click();
  await page.getByRole('list', { name: '客户' }).getByRole('link').first().click();
  await page.getByRole('textbox', { name: '一行写一件' }).fill('12月5日 董事会');
  await button(page, '加入日历').click();
  await button(page, /12月5日 · 董事会$/).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
});

test('Firefox: a customer is scored', async (t) => {
  const { page } = await launchFirefox({ t });
  await openApp(page, '#/customers');
  const find = (selector) => page.waitForSelector(`aria/${selector}`);
  const link = await page.waitForSelector('[role=table] [role=link], [role=table] a');
  await link.click();
  await (await find('战略客户[role="checkbox"]')).click();
  await find('两家公司有固定的高层沟通[role="checkbox"]');
});

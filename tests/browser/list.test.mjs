// The list of deals: what its columns do.
import assert from 'node:assert/strict';
import test from 'node:test';
import { launchChromium, openApp } from './harness.mjs';
import { storedCases, storedWorkspace } from './stored.mjs';

test('a column header sorts the list one way, the other way, and back to the order of entry', async (t) => {
  const init = storedCases('1.zh', '2.zh', '3.zh');
  const { page } = await launchChromium({ t, init });
  await openApp(page, '#/deals');
  const names = () => page.getByRole('table').getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')));
  const entered = await names();
  assert.equal(entered.length, 3);
  const header = (name) => page.getByRole('columnheader', { name });
  const sorted = async (name, order) => {
    await page.waitForFunction(([label, wanted]) => [...document.querySelectorAll('[role="columnheader"]')]
      .some((one) => one.textContent === label && one.getAttribute('aria-sort') === wanted), [name, order]);
    return names();
  };
  assert.equal(await header('金额').getAttribute('aria-sort'), 'none');

  await header('金额').click();
  const largest = await sorted('金额', 'descending');
  const amounts = await page.getByRole('table').getByRole('row').evaluateAll((rows) =>
    rows.map((row) => row.textContent.match(/¥([\d,.]+)(万|亿)?/)).filter(Boolean)
      .map(([, number, unit]) => Number(number.replaceAll(',', '')) * ({ 万: 1e4, 亿: 1e8 }[unit] ?? 1)));
  assert.deepEqual(amounts, [...amounts].sort((a, b) => b - a));
  await header('金额').press('Enter');
  assert.deepEqual(await sorted('金额', 'ascending'), largest.toReversed());
  await header('金额').click();
  assert.deepEqual(await sorted('金额', 'none'), entered);

  // Chinese names go by their pinyin.
  await header('客户 · 项目').click();
  const collator = new Intl.Collator('zh-u-co-pinyin');
  assert.deepEqual(await sorted('客户 · 项目', 'ascending'), [...entered].sort(collator.compare));
});

test('several deals are ticked by mouse and keyboard and go together; undo brings all of them back', async (t) => {
  const { page } = await launchChromium({ t, init: storedCases('1.zh', '2.zh', '3.zh'), acceptDownloads: true, serviceWorkers: 'block' });
  await openApp(page, '#/deals');
  const boxes = page.getByRole('checkbox', { name: /^选中：/ }), bar = page.getByRole('group', { name: '选中的单子' });
  await boxes.nth(0).focus();
  await page.keyboard.press('Space');
  await bar.waitFor();
  await page.getByRole('table').getByRole('link').nth(2).click({ modifiers: ['Shift'] });
  await page.getByRole('status').filter({ hasText: '已选 3 张单子' }).waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), bar.getByRole('button', { name: '导出' }).click()]);
  assert.match(download.suggestedFilename(), /\.json$/);
  await bar.getByRole('textbox', { name: '交给谁' }).fill('小新');
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: '已改 3 张单子的负责人' }).waitFor();
  await bar.waitFor({ state: 'detached' });
  await page.getByRole('checkbox', { name: '选中全部' }).click();
  await bar.waitFor();
  const notice = await page.getByRole('region', { name: '提示' }).boundingBox(), below = await bar.boundingBox();
  assert.ok(notice.y + notice.height <= below.y, 'what was done is told above what can be done');
  await bar.getByRole('button', { name: '删除' }).click();
  await page.getByRole('table').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '撤销' }).first().click();
  await boxes.nth(2).waitFor();
  assert.equal(await boxes.count(), 3);
});

test('recent changes open from the rail and the search; a row leads to its deal, Esc gives the focus back', async (t) => {
  const { page } = await launchChromium({ t, init: storedCases('1.zh', '2.zh', '3.zh') });
  await openApp(page, '#/deals');
  const rail = page.getByRole('button', { name: '最近改动' }), dialog = page.getByRole('dialog', { name: '最近改动' });
  await rail.focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('heading', { name: '单子里记下的' }).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement.getAttribute('aria-label') === '最近改动');
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: '找什么' }).fill('最近改动');
  await page.keyboard.press('Enter');
  await dialog.getByRole('link').first().click();
  await page.waitForFunction(() => location.hash.startsWith('#/deal/'));
});

test('on a phone many deals are ordered by what is pressed above them', async (t) => {
  const { page } = await launchChromium({ t, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, init: storedCases('portfolio.zh') });
  await openApp(page, '#/deals');
  const list = page.getByRole('list', { name: '单子' });
  const names = () => list.getByRole('link').evaluateAll((links) => links.slice(0, 4).map((link) => link.getAttribute('aria-label')));
  const entered = await names();
  const order = async (name, wanted) => {
    await page.getByRole('radio', { name, exact: true }).tap();
    await page.getByRole('radio', { name, exact: true, checked: true }).waitFor();
    assert.deepEqual(await names(), wanted);
  };
  const { deals, customers } = JSON.parse(await storedWorkspace(page));
  const signing = (deal) => deal.objective.signing_date ?? '~';
  const bySigning = deals.toSorted((one, other) => signing(one) < signing(other) ? -1 : signing(one) > signing(other) ? 1 : 0)
    .slice(0, 4).map((deal) => `${customers.find(({ id }) => id === deal.customer).name} · ${deal.name}`);
  // The team's deals were entered in the order of signing: each of the two is come to from another order.
  const byGain = async () => {
    await page.getByRole('radio', { name: '按增益', exact: true }).tap();
    const card = list.getByRole('listitem').first();
    await card.filter({ hasText: /\+\d/ }).waitFor();  // what gains most is open
    assert.doesNotMatch(await card.innerText(), /^(赢单|输单)$/m);
  };
  await byGain();
  await order('按签约日', bySigning);
  await byGain();
  await order('录入先后', entered);
});

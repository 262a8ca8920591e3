// The list of deals: what its columns do.
import assert from 'node:assert/strict';
import test from 'node:test';
import { launchChromium, openApp } from './harness.mjs';
import { storedCases } from './stored.mjs';

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

// Red flags and contradictions on the compass: counted, listed with their next step, and leading to where they can be mended.
import assert from 'node:assert/strict';
import test from 'node:test';
import { launchChromium, openApp } from './harness.mjs';

test('the flags are counted by how bad they are, listed worst first, and all of them are shown on request', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  const rows = page.getByRole('list', { name: '警示' }).getByRole('listitem');
  await page.getByRole('button', { name: '警示：警示 7 条、留意 5 条、说不通 3 条。看全部' }).click();
  assert.equal(await rows.count(), 5);
  assert.equal(await rows.getByRole('button', { name: '警示：最终决策者严总还没有覆盖。下一步：请支持我们的人引荐，约严总见一面' }).count(), 1);
  await page.getByRole('button', { name: '还有 10 条' }).click();
  await page.getByRole('button', { name: '只看最要紧的' }).waitFor();
  assert.equal(await rows.count(), 15);
});

test('what rests on the position leads to its facts, and a mended entry is flagged no more', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  const flag = page.getByRole('button', { name: /^说不通：说他们在推进，却没有客户的人说过/ });
  await flag.click();
  await page.getByRole('heading', { name: '紧迫程度' }).waitFor();
  assert.match(page.url(), /\/urgency$/);
  await page.getByRole('radio', { name: /着手引入/ }).click();
  await page.getByRole('button', { name: '返回' }).click();
  await page.getByRole('button', { name: /^警示：警示/ }).waitFor();
  assert.equal(await flag.count(), 0);
});

test('what is about a person leads to that person', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  await page.getByRole('button', { name: /^警示：最终决策者严总还没有覆盖/ }).click();
  await page.getByRole('heading', { name: '严总', exact: true }).waitFor();
  assert.match(page.url(), /\/people$/);
});

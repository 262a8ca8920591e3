// A deal goes into a message: copied as text by key, by the browser's menu and by our own, without a permission asked for.
import assert from 'node:assert/strict';
import test from 'node:test';
import { controlKey, launchChromium, launchFirefox, openApp } from './harness.mjs';

const summary = /^临江化工 · 节能改造\n案例 · .*\n位置：方案·平手·活跃\n赢单指数 \d+%，区间 \d+–\d+%\n会不会买 \d+%.*\n会不会选我们 \d+%.*\n下一步：竞争提升 → 领先（把握 .*）\n$/;

// What the clipboard of the system holds now.
async function pasted(page) {
  await page.evaluate(() => {
    const box = document.createElement('textarea');
    document.body.append(box);
    box.focus();
  });
  await controlKey(page, 'v');
  return page.evaluate(() => {
    const { value } = document.activeElement;
    document.activeElement.remove();
    return value;
  });
}

test('copying on the compass gives the deal as text', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  await controlKey(page, 'c');
  await page.getByRole('status').filter({ hasText: '已复制成文字' }).waitFor();
  assert.match(await pasted(page), summary);
});

test('so does the menu of the deal, in the list and on a phone', async (t) => {
  for (const [viewport, path, menu] of [[{ width: 1366, height: 768 }, '#/deals', /更多操作$/], [{ width: 390, height: 844 }, '', '单子的操作']]) {
    const { page, close } = await launchChromium({ t, viewport });
    await openApp(page, path);
    await page.getByRole('button', { name: menu }).click();
    await page.getByRole('menuitem', { name: '复制成文字' }).click();
    await page.getByRole('status').filter({ hasText: '已复制成文字' }).waitFor();
    assert.match(await pasted(page), summary);
    await close();
  }
});

test('words that are selected on the page are copied as they are, and nothing where no deal is shown', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page, '#/deals');
  await page.evaluate(() => document.querySelector('title').textContent);
  const before = await pasted(page);
  await controlKey(page, 'c');
  assert.equal(await pasted(page), before);
});

test('Firefox copies a deal, by key and by menu', async (t) => {
  const { page } = await launchFirefox({ t });
  await openApp(page);
  await controlKey(page, 'c');
  await page.waitForSelector('text/已复制成文字');
  assert.match(await pasted(page), summary);
});

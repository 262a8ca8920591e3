// The graphics card forgets everything, again and again, at any moment: the picture comes back as it was, and nothing else notices.
import assert from 'node:assert/strict';
import test from 'node:test';
import { launchChromium, loseContext, openApp, reachContext, whenReady } from './harness.mjs';
import { difference } from './picture.mjs';
import { storedWorkspace } from './stored.mjs';

test('lost and restored 100 times, while a lattice is dragged and a text is composed too', async (t) => {
  const { page, context } = await launchChromium({ t, init: reachContext, viewport: { width: 1000, height: 600 } });
  const cdp = await context.newCDPSession(page);
  await openApp(page);
  let seed = 7;
  const random = (n) => (seed = seed * 48271 % 2147483647) % n;
  const node = page.getByRole('button', { name: /^现在：/ });
  await page.mouse.move(0, 599);
  const stored = () => storedWorkspace(page);
  const before = await stored();

  const compass = await page.screenshot();
  for (let i = 0; i < 60; ++i) await loseContext(page, random(4));
  assert.equal(difference(compass, await page.screenshot()), '', 'the compass looks as before');

  // Under a drag: the lattice turns on, and turned back it looks as before.
  const { x, y } = await node.boundingBox();
  await page.mouse.move(x - 60, y - 60);
  await page.mouse.down();
  for (let i = 0; i < 15; ++i) {
    await page.mouse.move(x - 60 + random(120), y - 60 + random(60));
    await loseContext(page, random(3));
  }
  const turned = await page.screenshot();
  await loseContext(page, 1);
  assert.equal(difference(turned, await page.screenshot()), '', 'the turned lattice looks as before');
  await page.mouse.up();
  assert.equal(await stored(), before);

  // Under a composition.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '单子', exact: true }).click();
  await page.getByRole('button', { name: '新建单子' }).click();
  const box = page.getByRole('textbox', { name: '客户' });
  await box.click();
  let text = '';
  for (let i = 0; i < 12; ++i) {
    for (const spelt of ['b', 'bei', 'beifang']) {
      await cdp.send('Input.imeSetComposition', { text: spelt, selectionStart: spelt.length, selectionEnd: spelt.length });
      if (random(3) === 0) await loseContext(page, random(3));
      assert.equal(await box.inputValue(), text + spelt);
    }
    await cdp.send('Input.insertText', { text: '北方' });
    text += '北方';
    await loseContext(page, random(2));
    assert.equal(await box.inputValue(), text);
  }
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), '客户', 'the focus stayed');
  await page.getByRole('button', { name: '建好' }).click();
  await page.getByRole('heading', { name: text }).waitFor();
});

test('a context that stays lost ends in words, with everything saved', async (t) => {
  const { page } = await launchChromium({ t, init: reachContext });
  await openApp(page);
  await page.getByRole('button', { name: /^竞争提升 → 领先/ }).click();
  await page.getByRole('button', { name: '保留' }).click();
  await page.getByRole('button', { name: /^现在：方案·领先·活跃/ }).waitFor();
  await page.evaluate(() => globalThis.losing.loseContext());
  // Until then everything but the picture goes on.
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: /^现在：方案·平手·活跃/ }).waitFor();
  await page.getByRole('heading', { name: '显卡没有响应' }).waitFor();
  await page.getByText(/方案·平手·活跃/).waitFor();
  await page.getByRole('button', { name: '重新打开' }).click();
  await whenReady(page);
  await page.getByRole('button', { name: /^现在：方案·平手·活跃/ }).waitFor();
});

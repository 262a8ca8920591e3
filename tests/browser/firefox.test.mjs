// The same page in Firefox: load, draw, click, type, reload.
import assert from 'node:assert/strict';
import test from 'node:test';
import { launchFirefox, openApp, whenReady } from './harness.mjs';

const find = (page, selector) => page.waitForSelector(`aria/${selector}`);

test('Firefox loads, draws, clicks, types and finds it again', async (t) => {
  const { page } = await launchFirefox({ t });
  await openApp(page, '#/deals');
  const shot = await page.screenshot();
  assert.ok(shot.length > 10_000, 'the canvas is not blank');
  await (await find(page, '新建单子[role="button"]')).click();
  await (await find(page, '客户[role="textbox"]')).click();
  await page.keyboard.type('Northwind');
  await (await find(page, '建好[role="button"]')).click();
  await find(page, 'Northwind[role="heading"]');
  await page.reload();
  await whenReady(page);
  await find(page, 'Northwind[role="heading"]');
});

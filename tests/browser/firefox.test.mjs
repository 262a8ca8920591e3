// The same page in Firefox: what a visit needs, and what the platform promises there, too. What goes deeper into one matter stands with
// it in the other files.
import assert from 'node:assert/strict';
import test from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { countRuns, launchFirefox, loseContext, openApp, ran, reachContext, served, whenReady } from './harness.mjs';
import { difference } from './picture.mjs';

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

test('Firefox: no frame while idle, a lost context comes back as it was', async (t) => {
  const { page } = await launchFirefox({ t, init: `(${countRuns})(); (${reachContext})()` });
  await openApp(page);
  await pause(2000);
  const before = await ran(page);
  await pause(5000);
  assert.equal((await ran(page)).frames, before.frames);
  const picture = Buffer.from(await page.screenshot());
  for (let i = 0; i < 20; ++i) await loseContext(page, i % 4);
  assert.equal(difference(picture, Buffer.from(await page.screenshot())), '');
});

test('Firefox: the lattice by keyboard, screens by back and forward, the list by its headers', async (t) => {
  const { page } = await launchFirefox({ t });
  await openApp(page);
  const compass = await page.evaluate(() => location.hash);
  const at = (hash) => page.waitForFunction((expected) => location.hash === expected, {}, hash);
  await page.evaluate(() => [...document.querySelectorAll('[role="button"]')].find((node) => /^现在：/.test(node.getAttribute('aria-label'))).focus());
  await page.keyboard.press('ArrowUp');
  await page.waitForFunction(() => /领先：赢单指数 20% → 36%/.test(document.activeElement.getAttribute('aria-label')));
  await page.keyboard.press('Enter');
  await (await find(page, '放弃[role="button"]')).click();
  await (await find(page, '单子[role="button"]')).click();
  await at('#/deals');
  await (await find(page, '新建单子[role="button"]')).click();
  await find(page, '客户[role="textbox"]');
  await page.goBack();
  await at('#/deals');
  await page.goBack();
  await at(compass);
  await page.goForward();
  await at('#/deals');
});

test('Firefox: without WebGL 2 the page says so and lists the deals', async (t) => {
  const { page } = await launchFirefox({ t, init: () => {
    const get = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function(type, ...more) {
      return /webgl/.test(type) ? null : get.call(this, type, ...more);
    };
  } });
  await page.goto(await served());
  await page.waitForSelector('text/这个浏览器画不出赢单罗盘');
});

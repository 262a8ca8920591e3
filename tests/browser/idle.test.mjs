// Nothing runs while nothing changes.
import assert from 'node:assert/strict';
import test from 'node:test';
import { launchChromium, openApp } from './harness.mjs';

// Counts animation-frame callbacks from the start of the document on.
const count = () => {
  const request = globalThis.requestAnimationFrame;
  globalThis.framesRun = 0;
  globalThis.requestAnimationFrame = (callback) => request((time) => (globalThis.framesRun += 1, callback(time)));
};

test('no frame while idle: on the compass, in the list, in a focused field', async (t) => {
  const { page } = await launchChromium({ t, init: count });
  await openApp(page);
  const idle = async (where) => {
    await page.waitForTimeout(1500);
    const before = await page.evaluate(() => globalThis.framesRun);
    await page.waitForTimeout(4000);
    assert.equal(await page.evaluate(() => globalThis.framesRun) - before, 0, where);
  };
  await idle('compass');
  await page.getByRole('button', { name: '单子' }).click();
  await idle('list');
  await page.getByRole('button', { name: '新建单子' }).click();
  await page.getByRole('textbox', { name: '客户' }).click();
  await page.keyboard.type('a');
  await idle('focused field');
});

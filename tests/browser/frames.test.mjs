// Nothing runs while nothing changes or nobody looks.
import assert from 'node:assert/strict';
import { writeFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { launchChromium, launchTabs, openApp } from './harness.mjs';

// Counts animation-frame callbacks and timers that fire, from the start of the document on.
const count = () => {
  globalThis.ran = { frames: 0, timers: 0 };
  const counted = (kind, callback) => (...args) => (globalThis.ran[kind] += 1, callback(...args));
  const { requestAnimationFrame: frame, setTimeout: timer, setInterval: interval } = globalThis;
  globalThis.requestAnimationFrame = (callback) => frame(counted('frames', callback));
  globalThis.setTimeout = (callback, ...more) => timer(counted('timers', callback), ...more);
  globalThis.setInterval = (callback, ...more) => interval(counted('timers', callback), ...more);
};
const ran = (page) => page.evaluate(() => ({ ...globalThis.ran }));

async function idle(page, where, milliseconds = 2000) {
  await pause(1500);
  const before = await ran(page);
  await pause(milliseconds);
  const after = await ran(page);
  assert.equal(after.frames - before.frames, 0, `frames ${where}`);
  assert.ok(after.timers - before.timers <= milliseconds / 1000, `${after.timers - before.timers} timers in ${milliseconds} ms ${where}`);
}

test('no frame while idle, on any screen', async (t) => {
  const { page } = await launchChromium({ t, init: count });
  await openApp(page);
  await idle(page, 'on the compass', 10_000);
  await page.getByRole('button', { name: '导出', exact: true }).hover();
  await idle(page, 'with the pointer at rest on a button');
  const pencil = page.getByRole('button', { name: '修改基本信息' });
  await pencil.hover();
  await idle(page, 'with a tooltip shown');
  await page.getByRole('radio', { name: '平面' }).click();
  await idle(page, 'on the flat compass');
  await page.getByRole('button', { name: /^紧迫程度：/ }).click();
  await idle(page, 'in the axis editor');
  await page.getByRole('button', { name: '单子', exact: true }).click();
  await idle(page, 'in the list');
  await page.getByRole('button', { name: '新建单子' }).click();
  await page.getByRole('textbox', { name: '客户' }).click();
  await page.keyboard.type('a');
  await idle(page, 'in a focused field');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '关于' }).click();
  await page.getByRole('dialog').waitFor();
  await idle(page, 'in the about dialog');
  await page.keyboard.press('Escape');
  const file = join(await mkdtemp(join(tmpdir(), 'compass-')), 'broken.json');
  await writeFile(file, '{');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
  await chooser.setFiles(file);
  await page.getByRole('dialog', { name: '没有导入' }).waitFor();
  await idle(page, 'in the import dialog', 30_000);
});

test('a burst of pointer moves in one task costs two frames at most', async (t) => {
  const { page } = await launchChromium({ t, init: count });
  await openApp(page);
  await idle(page, 'before');
  const frames = await page.evaluate(async () => {
    const before = globalThis.ran.frames;
    const stage = document.getElementById('app');
    for (let i = 0; i < 50; ++i) {
      stage.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse', clientX: 120, clientY: 600 + i / 10 }));
    }
    await new Promise((done) => setTimeout(done, 1000));
    return globalThis.ran.frames - before;
  });
  assert.ok(frames >= 1 && frames <= 2, `${frames} frames`);
});

test('a hidden page runs nothing, not even what was moving; it goes on when it is seen again', async (t) => {
  const { page, browser } = await launchTabs({ t, init: count });
  await openApp(page);
  const flat = await page.waitForSelector('aria/Flat[role="radio"]');
  await flat.click();  // the lattice unfolds
  const other = await browser.newPage();
  await other.bringToFront();
  assert.equal(await page.evaluate(() => document.hidden), true);
  const before = await ran(page);
  await pause(3000);
  const after = await ran(page);
  assert.equal(after.frames, before.frames);
  assert.ok(after.timers - before.timers <= 3, `${after.timers - before.timers} timers`);
  await page.bringToFront();
  assert.equal(await flat.evaluate((radio) => radio.getAttribute('aria-checked')), 'true');
  await idle(page, 'seen again');
});

// Nothing runs while nothing changes or nobody looks.
import assert from 'node:assert/strict';
import test from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { countRuns, launchChromium, launchTabs, openApp, ran } from './harness.mjs';
import { eachScreen } from './screens.mjs';

async function idle(page, where, milliseconds = 2000) {
  await pause(1500);
  const before = await ran(page);
  await pause(milliseconds);
  const after = await ran(page);
  assert.equal(after.frames - before.frames, 0, `frames ${where}`);
  assert.ok(after.timers - before.timers <= milliseconds / 1000, `${after.timers - before.timers} timers in ${milliseconds} ms ${where}`);
}

test('no frame while idle, on any screen', async (t) => {
  const { page } = await launchChromium({ t, init: countRuns });
  await eachScreen(page, {}, (name) => idle(page, name, 1000));
  await page.getByRole('button', { name: '全部导出' }).hover();
  await idle(page, 'with the pointer at rest on a button');
  await page.mouse.down();
  await idle(page, 'with a button held');
  await page.mouse.move(640, 5);
  await page.mouse.up();
  await page.getByRole('button', { name: '新建单子' }).click();
  await page.getByRole('textbox', { name: '客户' }).click();
  await page.keyboard.type('a');
  await idle(page, 'in a focused field', 60_000);
});

test('what moves takes its time, and none for who asked for less motion', async (t) => {
  for (const reducedMotion of ['no-preference', 'reduce']) {
    const { page, close } = await launchChromium({ t, reducedMotion });
    await page.clock.install();
    await openApp(page);
    await page.clock.pauseAt(Date.now() + 3_600_000);
    const place = async (milliseconds) => {
      await page.clock.runFor(milliseconds);
      const { x, y } = await page.getByRole('button', { name: /^现在：/ }).boundingBox();
      return `${Math.round(x)} ${Math.round(y)}`;
    };
    const solid = await place(1000);
    await page.getByRole('radio', { name: '平面' }).click();
    const [soon, later, end] = [await place(80), await place(60), await place(1000)];
    assert.notEqual(solid, end);
    if (reducedMotion === 'reduce') assert.deepEqual([soon, later], [end, end]);
    else assert.equal(new Set([solid, soon, later, end]).size, 4, 'on its way twice');
    await close();
  }
});

test('a burst of pointer moves in one task costs two frames at most', async (t) => {
  const { page } = await launchChromium({ t, init: countRuns });
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

test('no picture waits for the one before: nothing is asked of the graphics processor after the start', async (t) => {
  const { page } = await launchChromium({ t, init: () => {
    globalThis.asked = [];
    const context = WebGL2RenderingContext.prototype;
    for (const name of ['getParameter', 'getError', 'readPixels', 'finish', 'getShaderParameter', 'getProgramParameter']) {
      const original = context[name];
      context[name] = function (...inputs) {
        globalThis.asked.push(`${name} ${inputs[0]}`);
        return original.apply(this, inputs);
      };
    }
  } });
  await openApp(page);
  await page.evaluate(() => globalThis.asked.length = 0);
  for (let i = 0; i < 20; ++i) await page.mouse.move(300 + 20 * i, 200 + 15 * i);
  await page.getByRole('button', { name: '方法', exact: true }).click();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  assert.deepEqual([...new Set(await page.evaluate(() => globalThis.asked))], []);
});

test('a hidden page runs nothing, not even what was moving; it goes on when it is seen again', async (t) => {
  const { page, browser } = await launchTabs({ t, init: countRuns });
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

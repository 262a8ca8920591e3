// Mouse, wheel and finger do what they do on any page.
import assert from 'node:assert/strict';
import { writeFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { launchChromium, openApp } from './harness.mjs';

const count = () => {
  const request = globalThis.requestAnimationFrame;
  globalThis.framesRun = 0;
  globalThis.requestAnimationFrame = (callback) => request((time) => (globalThis.framesRun += 1, callback(time)));
};
const phone = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

// What the region around this element is scrolled by.
const scrolled = (locator) => locator.evaluate((element) => element.closest('.clips').scrollTop);
// Until a scroll is over: the same place for some frames.
const settled = (locator) => locator.evaluate(async (element) => {
  const region = element.closest('.clips');
  for (let same = 0, last = NaN; same < 12; last = region.scrollTop) {
    same = region.scrollTop === last ? same + 1 : 0;
    await new Promise((done) => setTimeout(done, 20));
  }
  return region.scrollTop;
});

test('the wheel scrolls as far as on any page, whatever it counts in', async (t) => {
  const { page, context } = await launchChromium({ t, viewport: { width: 1000, height: 480 } });
  await openApp(page);
  await page.getByRole('button', { name: /^紧迫程度：/ }).click();
  const back = page.getByRole('button', { name: '返回' });
  await back.waitFor();
  const plain = await context.newPage();
  await plain.setContent('<div id="region" style="position:absolute;inset:0;overflow:auto"><div style="height:5000px"></div></div>');
  const region = plain.locator('#region');
  for (const [name, steps] of [['a notch', [100]], ['three notches', [100, 100, 100]], ['a trackpad', Array(40).fill(2.5)], ['small fractions', Array(50).fill(0.6)], ['up again', [200, -120]]]) {
    await plain.bringToFront();
    await plain.mouse.move(900, 300);
    await region.evaluate((element) => element.scrollTop = 0);
    for (const step of steps) await plain.mouse.wheel(0, step);
    await plain.waitForTimeout(500);
    const expected = await region.evaluate((element) => element.scrollTop);
    await page.bringToFront();
    await page.mouse.move(900, 300);
    const before = await settled(back);
    for (const step of steps) await page.mouse.wheel(0, step);
    const moved = await settled(back) - before;
    assert.ok(Math.abs(moved - expected) <= Math.max(1, 0.1 * Math.abs(expected)), `${name}: ${moved} where a page scrolls ${expected}`);
    await page.mouse.wheel(0, -3000);
    await settled(back);
  }
  // Lines, as Firefox counts: three are a notch of a hundred pixels.
  const send = (options) => page.evaluate((options) => {
    const event = new WheelEvent('wheel', { bubbles: true, cancelable: true, clientX: 900, clientY: 300, ...options });
    document.elementFromPoint(900, 300).dispatchEvent(event);
    return event.defaultPrevented;
  }, options);
  assert.equal(await send({ deltaY: 3, deltaMode: 1 }), true);
  assert.ok(Math.abs(await settled(back) - 100) <= 10);
  // Sideways there is nothing to scroll, and zooming is the browser's.
  await send({ deltaY: 100, shiftKey: true });
  assert.equal(await send({ deltaY: 100, ctrlKey: true }), false);
  assert.ok(Math.abs(await settled(back) - 100) <= 10);
});

test('a drag goes on outside the window and ends there', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  const node = page.getByRole('button', { name: /^现在：/ });
  const stage = await node.boundingBox();
  // Without capture a real browser sends nothing from outside its window; a headless one always does.
  await page.evaluate(() => {
    globalThis.captured = [];
    for (const type of ['gotpointercapture', 'lostpointercapture']) addEventListener(type, () => globalThis.captured.push(type), true);
  });
  const place = async () => JSON.stringify(await node.boundingBox());
  await page.mouse.move(stage.x - 90, stage.y - 90);
  await page.mouse.down();
  await page.mouse.move(stage.x - 40, stage.y - 80, { steps: 4 });
  const inside = await place();
  await page.mouse.move(-200, 900, { steps: 4 });
  const outside = await place();
  await page.mouse.up();
  await page.mouse.move(stage.x - 90, stage.y - 90);
  const after = await place();
  await page.mouse.move(stage.x + 40, stage.y + 40, { steps: 4 });
  assert.equal(await place(), after, 'nothing is held any more');
  assert.notEqual(outside, inside, 'outside it went on');
  assert.equal(after, outside);
  assert.deepEqual(await page.evaluate(() => globalThis.captured), ['gotpointercapture', 'lostpointercapture']);
});

test('a right click on a deal opens its menu', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page, '#/deals');
  await page.getByRole('link').first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: '改名' }).waitFor();
});

async function fingerOf(page, context) {
  const cdp = await context.newCDPSession(page);
  const send = (type, ...touchPoints) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
  return {
    down: (x, y) => send('touchStart', { x, y }),
    move: (x, y) => send('touchMove', { x, y }),
    up: () => send('touchEnd'),
  };
}

// Enough deals to scroll.
async function manyDeals(page) {
  await openApp(page, '#/deals');
  const customer = '00000000-0000-4000-9000-000000000000';
  const deals = Array.from({ length: 30 }, (_, i) => ({
    id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`, customer, name: `Deal ${i}`, position: { claimed: { stage: 'intent', competition: 'level', urgency: 'active' } },
  }));
  const file = join(await mkdtemp(join(tmpdir(), 'compass-')), 'many.json');
  await writeFile(file, JSON.stringify({ format: 'deal-compass', version: '1.0', customers: [{ id: customer, name: 'Northwind' }], deals }));
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
  await chooser.setFiles(file);
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

test('a finger: taps, throws the list, which comes to rest, and opens a menu by resting', async (t) => {
  const { page, context } = await launchChromium({ t, init: count, ...phone });
  await manyDeals(page);
  const finger = await fingerOf(page, context);
  const first = page.getByRole('link').first();
  assert.equal(await scrolled(first), 0);
  await finger.down(180, 600);
  for (let y = 600; y >= 400; y -= 20) await finger.move(180, y);
  const dragged = await scrolled(first);
  await finger.up();
  const rest = await settled(first);
  assert.ok(dragged > 120, `followed the finger: ${dragged}`);
  assert.ok(rest >= dragged, `went on: ${dragged} → ${rest}`);
  await page.waitForTimeout(1500);
  const before = await page.evaluate(() => globalThis.framesRun);
  await page.waitForTimeout(1500);
  assert.equal(await page.evaluate(() => globalThis.framesRun), before, 'no frame after it came to rest');

  await finger.down(180, 400);
  await page.getByRole('menu').waitFor();
  await finger.up();
  await page.getByRole('menuitem', { name: '改名' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });

  await finger.down(180, 400);
  await finger.up();
  await page.getByRole('heading', { name: /Deal \d+/, level: 1 }).waitFor();
});

test('the soft keyboard: a tap focuses the box at once, it stays in view, a tap elsewhere leaves it', async (t) => {
  const { page, context } = await launchChromium({ t, ...phone });
  await openApp(page, '#/deals');
  const finger = await fingerOf(page, context);
  await page.getByRole('button', { name: '新建单子' }).tap();
  await page.getByRole('dialog').waitFor();
  await page.evaluate(() => document.activeElement.blur());
  // The last event of the tap after which the browser may still open a keyboard is the click.
  await page.evaluate(() => addEventListener('click', () => globalThis.focusedAtClick = document.activeElement.getAttribute('aria-label')));
  const box = page.getByRole('textbox', { name: '负责人' });
  await box.scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  const place = await box.boundingBox();
  await finger.down(place.x + 30, place.y + place.height / 2);
  await finger.up();
  await page.waitForFunction(() => globalThis.focusedAtClick !== undefined);
  assert.equal(await page.evaluate(() => globalThis.focusedAtClick), '负责人');
  await page.setViewportSize({ width: 390, height: Math.round(780 * 0.55) });
  await page.waitForFunction((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return top >= 0 && top + height <= innerHeight && document.elementFromPoint(left + width / 2, top + height / 2) === element;
  }, await box.elementHandle());
  assert.equal(await box.evaluate((element) => element === document.activeElement), true);
  await page.setViewportSize(phone.viewport);
  await page.waitForTimeout(300);
  const title = await page.getByRole('heading', { name: '新建单子' }).boundingBox();
  await finger.down(title.x + 20, title.y + 8);
  await finger.up();
  await page.waitForFunction(() => document.activeElement.localName !== 'input');
});

test('on a touch screen one finger turns the lattice, two bring it nearer, a tap tries a position', async (t) => {
  const { page, context } = await launchChromium({ t, hasTouch: true });
  await openApp(page);
  const cdp = await context.newCDPSession(page);
  const touch = (type, ...touchPoints) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints: touchPoints.map(([x, y], id) => ({ x, y, id })) });
  const node = page.getByRole('button', { name: /^现在：/ });
  const reset = page.getByRole('button', { name: '复位视角' });
  const place = async () => { const box = await node.boundingBox(); return [box.x + box.width / 2, box.y + box.height / 2]; };
  const [x, y] = await place();
  await touch('touchStart', [x + 200, y + 60]);
  for (let i = 1; i <= 10; ++i) await touch('touchMove', [x + 200 + 6 * i, y + 60]);
  await touch('touchEnd');
  await reset.waitFor();
  await reset.click();
  await reset.waitFor({ state: 'detached' });
  await touch('touchStart', [x - 30, y]);
  await touch('touchStart', [x - 30, y], [x + 30, y]);
  for (let i = 1; i <= 10; ++i) await touch('touchMove', [x - 30 - 3 * i, y], [x + 30 + 3 * i, y]);
  const [near_x, near_y] = await place();
  assert.ok(Math.hypot(near_x - x, near_y - y) < 3, `what was between the fingers is now at ${near_x}, ${near_y}`);
  await touch('touchEnd');
  await reset.waitFor();
  assert.equal(await page.getByRole('button', { name: '保留' }).count(), 0, 'two fingers try nothing');
  await reset.click();
  const target = await page.getByRole('button', { name: /^方案·平手·活跃 → 领先/ }).boundingBox();
  await touch('touchStart', [target.x + target.width / 2, target.y + target.height / 2]);
  await touch('touchEnd');
  await page.getByRole('button', { name: '保留' }).waitFor();
});

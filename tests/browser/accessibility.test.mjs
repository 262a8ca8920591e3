// axe-core finds nothing on any screen, light and dark; and everything on the compass can be done with the keyboard alone.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import test from 'node:test';
import { launchChromium, openApp } from './harness.mjs';
import { difference } from './picture.mjs';
import { eachScreen } from './screens.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function violations(page) {
  const found = await page.evaluate(async () => (await globalThis.axe.run()).violations);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

test('no accessibility violations on any screen', async (t) => {
  for (const colorScheme of ['dark', 'light']) {
    const { page } = await launchChromium({ t, colorScheme, locale: 'en-US', init: axe });
    await eachScreen(page, { english: true }, async (name) => assert.deepEqual(await violations(page), [], `${name}, ${colorScheme}`));
    await page.getByRole('link', { name: /^Linjiang/ }).click();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: 'Back', exact: true }).waitFor();
    assert.deepEqual(await violations(page), [], `compass on a phone, ${colorScheme}`);
  }
});

test('the lattice by keyboard: arrows walk, Enter tries, Escape drops', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  await page.getByRole('button', { name: /^现在：/ }).focus();
  const focused = () => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  const walk = async (key, expected) => {
    await page.keyboard.press(key);
    await page.waitForFunction((words) => document.activeElement.getAttribute('aria-label').includes(words), expected);
  };
  assert.match(await focused(), /^现在：方案·平手·活跃/);
  await walk('ArrowUp', '方案·平手·活跃 → 领先：赢单指数 20% → 36%');
  await walk('ArrowRight', '商务·领先·活跃');
  await walk('PageDown', '商务·领先·着手引入');
  await page.keyboard.press('Enter');
  await page.getByText(/^试走：赢单指数/).waitFor();
  await page.keyboard.press('Escape');
  await page.getByText(/^赢单指数 \d+%，区间/).waitFor();
});

// The order of the document against that of the picture: what follows in the same container stands to the right or below. The lattice
// and its rows of choices have an order of their own.
const backwards = () => {
  const container = (element) => element.parentElement.closest('[role]');
  const wrong = [];
  globalThis.places.forEach((here, i) => {
    const next = globalThis.places[i + 1];
    if (!next || container(next) !== container(here)) return;
    const a = here.getBoundingClientRect(), b = next.getBoundingClientRect();
    if (b.bottom <= a.top + 1 && b.left < a.right) wrong.push(`${here.ariaLabel} → ${next.ariaLabel}`);
  });
  return wrong;
};

// Where the keyboard can go, in the order of the document, and whether the picture shows where it is.
test('Tab reaches everything in the order of reading, and what has the focus shows it', async (t) => {
  const { page } = await launchChromium({ t });
  await eachScreen(page, {}, async (name) => {
    if (!['compass', 'axis', 'form', 'list'].includes(name)) return;
    const count = await page.evaluate(() => {
      globalThis.places = [...document.querySelectorAll('#mirror *')]
        .filter((element) => element.tabIndex >= 0 && !element.closest('[inert]'));
      globalThis.places[0].focus({ preventScroll: true });
      return globalThis.places.length;
    });
    assert.ok(count > 5, `${name}: ${count} places`);
    assert.deepEqual(await page.evaluate(backwards), [], `${name}: goes back up`);
    for (let i = 0; i < count; ++i) {
      const [wanted, seen] = await page.evaluate((at) => [globalThis.places[at], document.activeElement].map((element) => element.outerHTML.slice(0, 120)), i);
      assert.equal(seen, wanted, `${name}: place ${i} of ${count}`);
      if (i + 1 < count) await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Shift+Tab');
    const { x, y, width, height } = await page.evaluate(() => document.activeElement.getBoundingClientRect().toJSON());
    const clip = { x: Math.max(0, x - 4), y: Math.max(0, y - 4), width: width + 8, height: height + 8 };
    const seen = await page.screenshot({ clip });
    await page.evaluate(() => document.activeElement.blur());
    await page.waitForTimeout(100);
    assert.notEqual(difference(seen, await page.screenshot({ clip })), '', `${name}: the focus cannot be seen`);
  });
});

// axe sees the mirror, not the drawing: here every word on the canvas is measured, by the two colours of its place that differ most.
import assert from 'node:assert/strict';
import test from 'node:test';
import { launchChromium, openApp } from './harness.mjs';
import { pictureOf } from './picture.mjs';
import { eachScreen } from './screens.mjs';

const linear = Float64Array.from({ length: 256 }, (_, value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
const luminance = ([r, g, b]) => 0.2126 * linear[r] + 0.7152 * linear[g] + 0.0722 * linear[b];

// Nodes of the lattice are drawings, which need less.
async function faintWords(page, least, leastOfDrawings = 3) {
  const picture = pictureOf(await page.screenshot({ scale: 'device' }));
  const boxes = await page.locator('#mirror').evaluate((mirror) => {
    const ratio = devicePixelRatio, front = mirror.querySelector('[aria-modal="true"]') ?? mirror;
    return [...front.querySelectorAll('[role=heading], [role=button], [role=radio], [role=link], div:not([role])')]
      .filter((element) => !element.matches('[aria-disabled=true]') && element.childElementCount === 0)
      .filter((element) => {  // what scrolls under the edge of its list is not seen
        const [box, list] = [element, element.closest('.clips')].map((one) => one?.getBoundingClientRect());
        return !list || (box.top >= list.top && box.bottom <= list.bottom);
      })
      .map((element) => ({
        words: element.getAttribute('aria-label') ?? element.textContent, box: element.getBoundingClientRect(),
        drawn: element.closest('[role=group]')?.childElementCount === 64,
      }))
      .filter(({ box }) => box.width > 4 && box.height > 4 && box.x >= 0 && box.y >= 0 && box.right <= innerWidth && box.bottom <= innerHeight)
      .map(({ words, drawn, box }) => ({ words, drawn, box: [box.x, box.y, box.right, box.bottom].map((value) => Math.round(value * ratio)) }));
  });
  assert.ok(boxes.length > 3, `only ${boxes.length} words on the screen`);
  return boxes.flatMap(({ words, drawn, box: [left, top, right, bottom] }) => {
    let [dark, bright] = [1, 0];
    for (let y = top; y < bottom; ++y) {
      for (let x = left; x < right; ++x) {
        const light = luminance(picture.at(x, y));
        [dark, bright] = [Math.min(dark, light), Math.max(bright, light)];
      }
    }
    const contrast = (bright + 0.05) / (dark + 0.05);
    return contrast < (drawn ? leastOfDrawings : least) ? [`${words}: ${contrast.toFixed(1)}`] : [];
  });
}

test('words on the canvas stand out, and more so for who asks for more contrast', async (t) => {
  for (const [colorScheme, contrast, least] of [['dark', 'no-preference', 4.5], ['light', 'no-preference', 4.5], ['dark', 'more', 7], ['light', 'more', 7]]) {
    const { page, close } = await launchChromium({ t, colorScheme, contrast, deviceScaleFactor: 2, viewport: { width: 1024, height: 640 } });
    await eachScreen(page, {}, async (name) => assert.deepEqual(await faintWords(page, least), [], `${name}, ${colorScheme}, ${contrast}`));
    await close();
  }
});

test('colours that the system forces leave the mirror unseen over the canvas', async (t) => {
  const { page } = await launchChromium({ t, forcedColors: 'active' });
  await openApp(page);
  const seen = await page.evaluate(() => [...document.querySelectorAll('#mirror :is([role=heading], [role=cell], [role=status])')]
    .filter((element) => getComputedStyle(element).color !== 'rgba(0, 0, 0, 0)').map((element) => element.textContent));
  assert.deepEqual(seen, []);
});

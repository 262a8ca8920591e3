// Backing pixels are screen pixels, at every pixel ratio and page zoom: a hairline is one row of them.
import assert from 'node:assert/strict';
import test from 'node:test';
import { launchChromium, openApp } from './harness.mjs';
import { differs, pictureOf } from './picture.mjs';

// The pixel ratios of screens, and what browsers make of a screen with ratio 1 at their page zooms.
const ratios = [1, 1.25, 1.5, 2, 3];
const zooms = [0.5, 0.67, 0.75, 0.8, 0.9, 1.1, 1.75];

const backing = (page) => page.evaluate(() => {
  const canvas = document.getElementById('canvas'), box = canvas.getBoundingClientRect();
  return { seen: [canvas.width, canvas.height], wanted: [Math.round(box.width * devicePixelRatio), Math.round(box.height * devicePixelRatio)] };
});

// What the browser's own rounding of an odd window size may cost, in levels of brightness; a blurred line differs by more.
const rounding = 4;

// Down the margin beside the list there is the header's panel, its line and the ground, nothing else.
function assertHairline(picture, dpr, margin, words) {
  const rows = [];
  const x = Math.round(margin * dpr);
  for (let y = Math.round(10 * dpr); y < Math.round(140 * dpr); ++y) rows.push(picture.at(x, y));
  const last = rows.length - 1;
  const first = rows.findIndex((row) => differs(row, rows[0], rounding)), end = last - [...rows].reverse().findIndex((row) => differs(row, rows[last], rounding));
  const width = Math.max(1, Math.round(dpr));
  assert.ok(differs(rows[0], rows[last], rounding), `${words}: panel above, ground below`);
  const line = rows.slice(first, end + 1);
  assert.equal(line.length, width, `${words}: ${line.map((row) => row.join())}`);
  assert.ok(line.every((row) => !differs(row, line[0], rounding)), `${words}: one colour, ${line.map((row) => row.join())}`);
}

test('exact pixels and one-pixel lines at every pixel ratio and page zoom, and after a change while open', async (t) => {
  const { page, context } = await launchChromium({ t, colorScheme: 'dark' });
  const cdp = await context.newCDPSession(page);
  await openApp(page, '#/deals');
  for (const dpr of [...ratios, ...zooms, 1]) {
    // A window of 1366 × 600 screen pixels; at higher ratios of more, as such screens have them.
    const size = Math.max(1, Math.round(dpr));
    const [width, height] = [Math.round(1366 * size / dpr), Math.round(600 * size / dpr)];
    await page.mouse.move(0, 0);
    await cdp.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: dpr, mobile: false });
    await page.waitForFunction(([width, height, dpr]) => innerWidth === width && innerHeight === height && Math.abs(devicePixelRatio - dpr) < 0.001, [width, height, dpr]);
    // Emulated, a new ratio alone is no event: the next input finds it.
    await page.mouse.move(0, 5);
    await page.evaluate(async () => {
      for (let i = 0; i < 4; ++i) await new Promise((done) => requestAnimationFrame(done));
    });
    const { seen, wanted } = await backing(page);
    assert.deepEqual(seen, wanted, `ratio ${dpr}`);
    const { data } = await cdp.send('Page.captureScreenshot', { format: 'png' });
    const picture = pictureOf(Buffer.from(data, 'base64'));
    assert.deepEqual([picture.width, picture.height], seen, `a screenshot in screen pixels, ratio ${dpr}`);
    const heading = await page.getByRole('heading', { level: 1 }).boundingBox();
    assertHairline(picture, dpr, heading.x - 2, `ratio ${dpr}`);
  }
});

// Text that went through a scaling has no pure pixels left; text that stands on screen pixels has many.
test('text is crisp: strokes reach their full colour', async (t) => {
  for (const deviceScaleFactor of [1, 1.5]) {
    const { page, close } = await launchChromium({ t, deviceScaleFactor, locale: 'en-US' });
    await openApp(page, '#/deals');
    const heading = await page.getByRole('heading', { name: 'Deals' }).boundingBox();
    const picture = pictureOf(await page.screenshot({ scale: 'device' }));
    const counts = new Map();
    for (let y = Math.round(heading.y * deviceScaleFactor); y < Math.round((heading.y + heading.height) * deviceScaleFactor); ++y) {
      for (let x = Math.round(heading.x * deviceScaleFactor); x < Math.round((heading.x + 80) * deviceScaleFactor); ++x) {
        const brightness = picture.at(x, y).reduce((sum, value) => sum + value);
        counts.set(brightness, (counts.get(brightness) ?? 0) + 1);
      }
    }
    // The ground is the most common colour, the full ink the next one.
    const [, [ink]] = [...counts].sort((a, b) => b[1] - a[1]);
    assert.ok(ink === Math.min(...counts.keys()) || ink === Math.max(...counts.keys()), `ratio ${deviceScaleFactor}: ${[...counts].slice(0, 5)}`);
    await close();
  }
});

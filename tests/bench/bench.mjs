// Prints what the page costs beside the floor, in Chromium. Measures only; nothing here can fail because of time.
import { launchChromium, served, whenReady } from '../browser/harness.mjs';

const runs = 7;
const idleSeconds = 5;
const pages = { floor: 'build/web/floor', page: 'dist' };

// In every document: counts animation frames asked for and keeps the program's memory in sight.
function observe() {
  globalThis.harness = { frames: 0, memory: undefined };
  const request = globalThis.requestAnimationFrame;
  globalThis.requestAnimationFrame = (callback) => {
    globalThis.harness.frames++;
    return request.call(globalThis, callback);
  };
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...inputs) => {
      const result = await original.apply(WebAssembly, inputs);
      const { exports } = result.instance ?? result;
      globalThis.harness.memory ??= Object.values(exports).find((item) => item instanceof WebAssembly.Memory);
      return result;
    };
  }
}

async function measure(folder, slowdown, afterwards = () => {}) {
  const { page, context, close } = await launchChromium({ init: observe });
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(await served(folder));
  await whenReady(page);
  const firstFrame = await page.evaluate(() => performance.getEntriesByName('first-frame')[0].startTime);
  const more = await afterwards(page);
  await close();
  return { firstFrame, ...more };
}

// What was asked for before the first frame stood; the second part of the program is asked for by it.
async function weighAndIdle(page) {
  const transferred = await page.evaluate(() => {
    const firstFrame = performance.getEntriesByName('first-frame')[0].startTime;
    return ['navigation', 'resource'].flatMap((type) => performance.getEntriesByType(type))
      .filter(({ name, startTime }) => name.startsWith('http') && startTime < firstFrame)
      .map(({ name, encodedBodySize }) => ({ name: new URL(name).pathname, bytes: encodedBodySize }));
  });
  await page.waitForTimeout(2000);
  const framesBefore = await page.evaluate(() => globalThis.harness.frames);
  await page.waitForTimeout(idleSeconds * 1000);
  const { frames, memory } = await page.evaluate(() =>
    ({ frames: globalThis.harness.frames, memory: globalThis.harness.memory?.buffer.byteLength }));
  return { transferred, idleFrames: frames - framesBefore, memory };
}

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
const row = (name, floor, page, note = '') => console.log(`${name.padEnd(34)}${floor.padStart(12)}${page.padStart(12)}  ${note}`);

const results = {};
for (const [name, folder] of Object.entries(pages)) results[name] = await measure(folder, 1, weighAndIdle);

row('', 'floor', 'page');
const sum = ({ transferred }) => transferred.reduce((total, { bytes }) => total + bytes, 0);
row('transferred until the first frame', kilobytes(sum(results.floor)), kilobytes(sum(results.page)), 'budget 280 KB');
for (const { name, bytes } of results.page.transferred) row(`  ${name}`, '', kilobytes(bytes));
for (const slowdown of [1, 4]) {
  const times = { floor: [], page: [] };
  for (let run = 0; run < runs; run++) {
    for (const [name, folder] of Object.entries(pages)) times[name].push((await measure(folder, slowdown)).firstFrame);
  }
  const [floor, page] = [Math.min(...times.floor), Math.min(...times.page)];  // what else the machine does only adds
  row(`first frame, cold, CPU ${slowdown}× slower`, `${floor.toFixed(0)} ms`, `${page.toFixed(0)} ms`,
    `${(page / floor).toFixed(2)} × floor, budget 1.5`);
}
row(`animation frames in ${idleSeconds} idle seconds`, `${results.floor.idleFrames}`, `${results.page.idleFrames}`, 'budget 0');
row('program memory', kilobytes(results.floor.memory ?? 0), kilobytes(results.page.memory ?? 0), 'budget 24 MB');

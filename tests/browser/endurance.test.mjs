// A long day: the same work again and again leaves nothing behind, asks the network for nothing, and ends in rest.
//
//   SOAK_MINUTES=120 node --test tests/browser/endurance.test.mjs       the long form; tests/run soak
import assert from 'node:assert/strict';
import test from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { countRuns, launchChromium, openApp, ran } from './harness.mjs';
import { storedCases } from './stored.mjs';

const minutes = Number(process.env.SOAK_MINUTES || 10);
const mebibyte = 1024 * 1024;
const tabs = { people: '影响力', sheet: '一页纸', gates: '阶段门', visit: '拜访', story: '走势', compass: '罗盘' };
const places = { 漏斗: '漏斗与预测', 客户: '客户', 复盘: '计划与复盘', 方法: '方法' };

// What there is of everything that could pile up.
async function weight(page, cdp) {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  const [program, stored] = await page.evaluate(() => [globalThis.programMemory.buffer.byteLength,
    Object.entries(localStorage).reduce((sum, [key, value]) => sum + key.length + value.length, 0)]);
  return { script: usedSize, program, nodes, listeners: jsEventListeners, stored };
}

// Everything a rep does on a deal, and back to how it was.
async function round(page, language) {
  const button = (name) => page.getByRole('button', { name, exact: typeof name === 'string' }).first();
  const gone = (role) => page.getByRole(role).waitFor({ state: 'detached' });
  await button(/^竞争形势：/).click();
  await page.getByRole('radio', { name: '领先', exact: true }).click();
  await page.keyboard.press('Control+z');
  await button('返回').click();
  for (const [screen, name] of Object.entries(tabs)) {
    await page.getByRole('tab', { name }).click();
    await page.waitForURL((url) => url.hash.endsWith(screen));
  }
  await button('试最好的一步').click();
  await button('放弃').click();
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: '找什么' }).fill('wfz');
  await page.getByRole('dialog').getByRole('link').first().waitFor();
  await page.keyboard.press('Escape');
  await gone('dialog');
  await button('修改基本信息').click();
  await page.getByRole('textbox', { name: '项目' }).fill(`节能改造 ${language}`);
  await page.keyboard.press('Escape');
  await gone('dialog');
  for (const [place, title] of Object.entries(places)) {
    await button(place).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  }
  await button('单子').click();
  await page.getByRole('link', { name: /节能改造/ }).click();
  await button('试最好的一步').waitFor();
}

test(`${minutes} minutes of work, over and over: nothing piles up, nothing is asked for, and then it rests`, async (t) => {
  const { page, context } = await launchChromium({
    t,
    init: `${storedCases('1.zh', '3.zh')}; (${countRuns})();
      for (const name of ['instantiate', 'instantiateStreaming']) {
        const whole = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
          const made = await whole.apply(WebAssembly, given);
          globalThis.programMemory ??= Object.values((made.instance ?? made).exports).find((one) => one instanceof WebAssembly.Memory);
          return made;
        };
      }`,
  });
  await openApp(page, '#/deals');
  await page.getByRole('link', { name: /节能改造/ }).click();
  const cdp = await context.newCDPSession(page);
  const ends = Date.now() + minutes * 60_000;
  let rounds = 0;
  for (; rounds < 5; ++rounds) await round(page, rounds);
  const before = await weight(page, cdp);
  for (; Date.now() < ends || rounds < 10; ++rounds) await round(page, rounds);
  const after = await weight(page, cdp);
  const grown = Object.fromEntries(Object.keys(before).map((key) => [key, after[key] - before[key]]));
  t.diagnostic(`${rounds} rounds; grown by ${JSON.stringify(grown)} from ${JSON.stringify(before)}`);
  assert.ok(grown.script + grown.program < mebibyte, `memory grew by ${grown.script + grown.program} bytes`);
  assert.ok(Math.abs(grown.nodes) < 200 && grown.listeners <= 0, `${grown.nodes} nodes, ${grown.listeners} listeners more`);
  await pause(1500);
  const still = await ran(page);
  await pause(5000);
  assert.equal((await ran(page)).frames, still.frames, 'frames at rest');
});

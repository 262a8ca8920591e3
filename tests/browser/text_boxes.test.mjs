// Text boxes are the browser's own: any tool writes into them, and several lines of Chinese go out and in by the keys.
import assert from 'node:assert/strict';
import test from 'node:test';
import { controlKey, launchChromium, launchFirefox, openApp } from './harness.mjs';
import { eachScreen } from './screens.mjs';

test('fill() works in every text box of every screen', async (t) => {
  const { page } = await launchChromium({ t });
  let filled = 0;
  await eachScreen(page, {}, async (name) => {
    const dialog = page.getByRole('dialog');
    const boxes = await (await dialog.count() ? dialog : page.locator('#mirror')).locator('input, textarea').all();
    for (const box of boxes) {
      if (!await box.isEnabled()) continue;
      const label = `${await box.getAttribute('aria-label')} on ${name}`;
      const before = await box.inputValue();
      await box.fill('赢单 7');
      assert.equal(await box.inputValue(), '赢单 7', label);
      await box.fill(before);
      assert.equal(await box.inputValue(), before, label);
      filled += 1;
    }
  });
  assert.ok(filled >= 25, `${filled} boxes`);
});

const lines = '停机日期已公布\n魏副总：“会上替我们说话”\n 𠮷 👨‍👩‍👧 é';

// Writes, copies, pastes, cuts and pastes again; what stands in the box at each step.
async function carry(page, focus) {
  const value = () => page.evaluate(() => document.activeElement.value);
  await focus();
  await page.evaluate((text) => document.execCommand('insertText', false, text), lines);
  const steps = [await value()];
  for (const keys of ['ac', 'v', 'v', 'ax', 'v', 'z']) {
    for (const key of keys) await controlKey(page, key);
    steps.push(await value());
    if (keys === 'ac') await page.keyboard.press('End');
  }
  return steps;
}
const thrice = lines + lines + lines;
const expected = [lines, lines, lines + lines, thrice, '', thrice, ''];

test('several lines are copied, cut, pasted and taken back by keys', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  await page.getByRole('tab', { name: '拜访' }).click();
  const steps = await carry(page, () => page.getByRole('textbox', { name: '听到了什么' }).click());
  assert.deepEqual(steps, expected);
});

test('Firefox: several lines are copied, cut, pasted and taken back by keys', async (t) => {
  const { page } = await launchFirefox({ t });
  await openApp(page);
  await (await page.waitForSelector('aria/拜访[role="tab"]')).click();
  const steps = await carry(page, async () => (await page.waitForSelector('textarea')).click());
  assert.deepEqual(steps, expected);
});

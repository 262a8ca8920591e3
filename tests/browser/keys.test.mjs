// Which keys are the program's: few, on every keyboard and system; all others stay the browser's. And no key can stick.
import assert from 'node:assert/strict';
import test from 'node:test';
import { launchChromium, openApp } from './harness.mjs';

const at = (page, words) => page.getByRole('button', { name: new RegExp(`^现在：${words}`) }).waitFor();

// One step that undo can take back.
async function moved(page) {
  await openApp(page);
  await page.getByRole('button', { name: /^竞争提升 → 领先/ }).click();
  await page.getByRole('button', { name: '保留' }).click();
  await at(page, '方案·领先·活跃');
}

// Dispatches keydown and keyup where the focus is; tells whether the program kept the browser from its own answer.
const press = (page, key, code, modifiers = {}) => page.evaluate(({ key, code, modifiers }) => {
  const target = document.activeElement ?? document.body;
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, key, code, ...modifiers });
  target.dispatchEvent(event);
  (target.isConnected ? target : document.activeElement).dispatchEvent(new KeyboardEvent('keyup', { bubbles: true, key, code, ...modifiers }));
  return event.defaultPrevented;
}, { key, code, modifiers });
const ctrl = { ctrlKey: true };

test('the browser keeps reload, tabs, address, print, zoom and developer tools; undo, redo, save, open and find are ours', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  const theirs = [
    ['r', 'KeyR', ctrl], ['F5', 'F5'], ['t', 'KeyT', ctrl], ['w', 'KeyW', ctrl], ['n', 'KeyN', ctrl], ['l', 'KeyL', ctrl], ['p', 'KeyP', ctrl],
    ['d', 'KeyD', ctrl], ['a', 'KeyA', ctrl], ['c', 'KeyC', ctrl], ['v', 'KeyV', ctrl], ['F12', 'F12'], ['F11', 'F11'], ['F3', 'F3'], ['I', 'KeyI', { ctrlKey: true, shiftKey: true }],
    ['+', 'Equal', ctrl], ['=', 'Equal', ctrl], ['-', 'Minus', ctrl], ['0', 'Digit0', ctrl], ['1', 'Digit1', ctrl], ['Tab', 'Tab'], ['Tab', 'Tab', ctrl],
    ['ArrowLeft', 'ArrowLeft', { altKey: true }], ['Escape', 'Escape'], ['/', 'Slash'],
    ['z', 'KeyZ', { metaKey: true }], ['z', 'KeyZ', { ctrlKey: true, altKey: true }],
  ];
  for (const [key, code, modifiers] of theirs) assert.equal(await press(page, key, code, modifiers), false, `${JSON.stringify(modifiers)} ${key}`);
  const ours = [['z', 'KeyZ', ctrl], ['Z', 'KeyZ', { ctrlKey: true, shiftKey: true }], ['y', 'KeyY', ctrl], ['ArrowDown', 'ArrowDown'], ['PageDown', 'PageDown'], [' ', 'Space'], ['k', 'KeyK', ctrl]];
  for (const [key, code, modifiers] of ours) assert.equal(await press(page, key, code, modifiers), true, `${JSON.stringify(modifiers)} ${key}`);
  await page.getByRole('dialog', { name: '查找' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal(await press(page, 'f', 'KeyF', ctrl), true);
  await page.getByRole('dialog', { name: '查找' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
  assert.match(download.suggestedFilename(), /\.json$/);
  await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
  // A real key that is the browser's.
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('F5').then(() => page.reload())]);
});

test('letters count by what is printed on the key, and by its place where that is no Latin letter', async (t) => {
  const { page } = await launchChromium({ t });
  for (const [layout, undo, redo] of [
    ['QWERTY', ['z', 'KeyZ'], ['y', 'KeyY']], ['AZERTY', ['z', 'KeyW'], ['y', 'KeyY']], ['QWERTZ', ['z', 'KeyY'], ['y', 'KeyZ']],
    ['Cyrillic', ['я', 'KeyZ'], ['н', 'KeyY']], ['Greek', ['ζ', 'KeyZ'], ['υ', 'KeyY']], ['capitals', ['Z', 'KeyZ'], ['Y', 'KeyY']],
  ]) {
    await moved(page);
    assert.equal(await press(page, ...undo, ctrl), true, layout);
    await at(page, '方案·平手·活跃');
    assert.equal(await press(page, ...redo, ctrl), true, layout);
    await at(page, '方案·领先·活跃');
    // What stands at the place of Z, but is another letter, undoes nothing.
    await press(page, 'w', 'KeyZ', ctrl);
    await at(page, '方案·领先·活跃');
    await page.evaluate(() => localStorage.clear());
    await page.goto('about:blank');
  }
});

test('on a Mac it is Command, not Ctrl', async (t) => {
  const { page } = await launchChromium({ t, init: () => Object.defineProperty(navigator, 'platform', { get: () => 'MacIntel' }) });
  await moved(page);
  assert.equal(await press(page, 'z', 'KeyZ', ctrl), false);
  await at(page, '方案·领先·活跃');
  assert.equal(await press(page, 'z', 'KeyZ', { metaKey: true }), true);
  await at(page, '方案·平手·活跃');
  assert.equal(await press(page, 'Z', 'KeyZ', { metaKey: true, shiftKey: true }), true);
  await at(page, '方案·领先·活跃');
  // macOS does not tell of releases under Command: the next press must count all the same.
  for (const expected of ['平手', '领先', '平手']) {
    await page.evaluate((shiftKey) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, key: 'z', code: 'KeyZ', metaKey: true, shiftKey })), expected === '领先');
    await at(page, `方案·${expected}·活跃`);
  }
});

test('a key or button that is held while the window loses the keyboard is released', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  const focused = () => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  await page.getByRole('button', { name: /^现在：/ }).focus();
  await page.keyboard.down('ArrowRight');
  await page.waitForFunction(() => document.activeElement.getAttribute('aria-label').includes('→ 商务：'));
  await page.evaluate(() => dispatchEvent(new Event('blur')));
  await page.waitForTimeout(500);
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await page.waitForTimeout(1000);
  assert.match(await focused(), /→ 商务：/);
  // Ctrl, held when the window was left, is not held when it is entered again: a plain z undoes nothing.
  await page.keyboard.up('ArrowRight');
  await moved(page);
  await page.evaluate(() => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, key: 'Control', code: 'ControlLeft', ctrlKey: true }));
    dispatchEvent(new Event('blur'));
    dispatchEvent(new Event('focus'));
  });
  await press(page, 'z', 'KeyZ');
  await at(page, '方案·领先·活跃');
});

test('with Shift only redo is ours; Enter is Enter whatever key it comes from, and where a soft keyboard tells none', async (t) => {
  const { page } = await launchChromium({ t });
  await moved(page);
  for (const letter of 'kKsSoOyYfF') assert.equal(await press(page, letter, `Key${letter.toUpperCase()}`, { ctrlKey: true, shiftKey: true }), false, letter);
  assert.equal(await page.getByRole('dialog').count(), 0);
  for (const code of ['Enter', 'NumpadEnter', '']) {
    await press(page, 'f', 'KeyF', ctrl);
    const box = page.getByRole('textbox', { name: '找什么' });
    await box.fill('漏斗');
    await page.getByRole('dialog').getByRole('link').first().waitFor();
    assert.equal(await press(page, 'Enter', code), true, code);
    await page.getByRole('heading', { name: '漏斗与预测' }).waitFor();
    await page.goBack();
    await at(page, '方案·领先·活跃');
  }
});

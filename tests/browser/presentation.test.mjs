// For a projector, and a look around for who is new: by keys that neither the browser nor a text box wants.
import assert from 'node:assert/strict';
import test from 'node:test';
import { launchChromium, launchFirefox, openApp, whenReady } from './harness.mjs';

const why = (page) => page.getByRole('table', { name: '为什么是这个数' });

test('F9 presents in a wide window and in 4:3, arrows step through the days, Esc leaves, and a reload remembers nothing', async (t) => {
  for (const viewport of [{ width: 1920, height: 1080 }, { width: 1024, height: 768 }]) {
    const { page, close } = await launchChromium({ t, viewport });
    await openApp(page);
    await page.keyboard.press('F9');
    await why(page).waitFor();
    assert.equal(await page.getByRole('navigation', { name: '导航' }).count(), 0);
    const day = page.getByRole('group', { name: '看哪一天' }).getByRole('status');
    const today = await day.textContent();
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction((before) => ![...document.querySelectorAll('[role=status]')].some((one) => one.textContent === before), today);
    await page.keyboard.press('Escape');
    await page.getByRole('navigation', { name: '导航' }).waitFor();
    await page.keyboard.press('F9');
    await why(page).waitFor();
    await page.reload();
    await whenReady(page);
    await page.getByRole('navigation', { name: '导航' }).waitFor();
    await close();
  }
});

test('in a text box F9 is left alone, and the button in the head presents as well', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  await page.getByRole('button', { name: '演示（F9）' }).click();
  await why(page).waitFor();
  await page.getByRole('button', { name: '退出演示' }).click();
  await page.getByRole('tab', { name: '拜访' }).click();
  await page.getByRole('textbox', { name: '听到了什么' }).click();
  await page.keyboard.press('F9');
  await page.keyboard.type('x');
  await page.getByRole('navigation', { name: '导航' }).waitFor();
});

test('an arrow on the lattice walks there and does not change the day', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  await page.keyboard.press('F9');
  await why(page).waitFor();
  const day = page.getByRole('group', { name: '看哪一天' }).getByRole('status');
  await day.filter({ hasText: /./ }).waitFor();  // a live region gets its first words a little later
  const before = await day.textContent();
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  await page.getByRole('button', { name: /^现在：/ }).focus();
  const walked = [await focused()];
  for (const key of ['ArrowLeft', 'ArrowUp']) {
    await page.keyboard.press(key);
    await page.waitForFunction((last) => document.activeElement?.getAttribute('aria-label') !== last, walked.at(-1));
    walked.push(await focused());
  }
  assert.match(walked.at(-1), /意向·领先·/, walked.join(' → '));
  assert.equal(await day.textContent(), before);
});

test('the tour goes by keyboard from card to card, gives the focus back, and is offered once', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  await page.getByRole('button', { name: '看一圈' }).click();
  const card = page.getByRole('dialog');
  await page.getByRole('dialog', { name: '单子站在客户心里的哪一点' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'dialog');
  await page.keyboard.press('ArrowRight');
  await page.getByRole('dialog', { name: '赢单指数，连着它的范围' }).waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('dialog', { name: '单子站在客户心里的哪一点' }).waitFor();
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'detached' });
  await page.reload();
  await whenReady(page);
  assert.equal(await page.getByRole('button', { name: '看一圈' }).count(), 0);
  await page.getByRole('button', { name: '设置' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '再看一遍 60 秒导览' }).click();
  await page.getByRole('dialog', { name: '单子站在客户心里的哪一点' }).waitFor();
});

test('larger text is kept over a reload, and nothing lies beyond the edge', async (t) => {
  for (const viewport of [{ width: 1366, height: 768 }, { width: 360, height: 740 }]) {
    const { page, close } = await launchChromium({ t, viewport });
    await openApp(page);
    await page.goto(page.url().replace(/\/compass.*/, '/compass/settings'));
    await page.getByRole('radio', { name: '特大' }).click();
    await page.getByRole('radio', { name: '特大', checked: true }).waitFor();
    await page.reload();
    await whenReady(page);
    await page.getByRole('radio', { name: '特大', checked: true }).waitFor();
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(beyond, false);
    await close();
  }
});

test('Firefox: F9 presents and Esc leaves', async (t) => {
  const { page } = await launchFirefox({ t });
  await openApp(page);
  await page.waitForSelector('aria/罗盘[role="tab"]');
  await page.keyboard.press('F9');
  await page.waitForSelector('aria/退出演示[role="button"]');
  await page.keyboard.press('Escape');
  await page.waitForSelector('aria/罗盘[role="tab"]');
});

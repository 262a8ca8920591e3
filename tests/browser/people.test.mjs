// The people of a deal, through roles and names: the map by keyboard and by dragging, one line that adds somebody, back and forward.
import assert from 'node:assert/strict';
import test from 'node:test';
import { launchChromium, launchFirefox, openApp } from './harness.mjs';

const openPeople = async (page) => {
  await openApp(page);
  await page.getByRole('tab', { name: '影响力' }).click();
  await page.getByRole('button', { name: /^严总，/ }).waitFor();
};
const centre = async (locator) => {
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
};

test('the people of a deal have an address; back and forward walk between the tabs', async (t) => {
  const { page } = await launchChromium({ t });
  await openPeople(page);
  assert.match(page.url(), /\/people$/);
  await page.goBack();
  await page.getByRole('button', { name: '试最好的一步' }).waitFor();
  await page.goForward();
  await page.getByRole('tab', { name: '影响力', selected: true }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: /^严总，/ }).waitFor();
});

test('arrow keys walk between people, Enter chooses, and the inspector rates without the mouse', async (t) => {
  const { page } = await launchChromium({ t });
  await openPeople(page);
  await page.getByRole('button', { name: /^刘部长，/ }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.startsWith('孙主任') ||
    document.activeElement?.textContent?.startsWith('孙主任'));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '孙主任' }).waitFor();
  await page.getByRole('radio', { name: '−1 不感兴趣' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^孙主任，.*支持度−1/ }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: /^孙主任，.*支持度\+2/ }).waitFor();
});

test('a person is dragged to another rating; the evidence is offered, not demanded', async (t) => {
  const { page } = await launchChromium({ t });
  await openPeople(page);
  const from = await centre(page.getByRole('button', { name: /^秦科长，/ })), to = await centre(page.getByRole('button', { name: /^何工，/ }));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, from.y, { steps: 4 });
  await page.mouse.move(to.x, from.y, { steps: 4 });
  await page.mouse.up();
  await page.getByRole('button', { name: /^秦科长，.*支持度\+5/ }).waitFor();
  const notice = page.getByRole('region', { name: '提示' });
  await notice.getByRole('button', { name: '记一条事实' }).click();
  await page.getByRole('textbox', { name: '看到、听到了什么' }).fill('他在会上替我们说话');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '他在会上替我们说话' }).waitFor();
});

test('one line adds a person, also on a phone, and what is not understood is said', async (t) => {
  for (const viewport of [{ width: 1366, height: 768 }, { width: 390, height: 844 }]) {
    const { page, close } = await launchChromium({ t, viewport, hasTouch: viewport.width < 500 });
    await openPeople(page);
    await page.getByRole('button', { name: '加一个人' }).click();
    await page.getByRole('textbox', { name: '一行写一个人' }).fill('王强 财务总监 EB 高 +2 +9');
    const understood = page.getByRole('list', { name: '看懂了这些' });
    await understood.getByText('没看懂: +9').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: '加入' }).click();
    await page.getByRole('status').filter({ hasText: '已加上王强' }).waitFor({ state: 'attached' });
    await page.getByRole('button', { name: '返回' }).click();
    await page.getByRole('button', { name: /^王强，财务总监。最终决策；影响大；支持度\+2/ }).waitFor();
    await close();
  }
});

test('the same people as a table', async (t) => {
  const { page } = await launchChromium({ t, locale: 'en-US' });
  await openApp(page);
  await page.getByRole('tab', { name: 'People' }).click();
  await page.getByRole('radio', { name: 'Table' }).click();
  const table = page.getByRole('table', { name: 'Table' });
  assert.equal(await table.getByRole('row').count(), 10);
  await table.getByRole('button', { name: 'Yan Guodong' }).click();
  await page.getByRole('heading', { name: 'Yan Guodong', exact: true }).waitFor();
});

test('Firefox: the people tab, a rating, and undo', async (t) => {
  const { page } = await launchFirefox({ t });
  await openApp(page);
  const find = (selector) => page.waitForSelector(`aria/${selector}`);
  await (await find('影响力[role="tab"]')).click();
  await (await find('表格[role="radio"]')).click();
  await (await find('严总[role="button"]')).click();
  await (await find('+4 大力支持[role="radio"]')).click();
  await find('+4 大力支持[role="cell"]');
  await (await find('撤销[role="button"]')).click();
  await find('严总[role="heading"]');
});

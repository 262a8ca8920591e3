// The gates of our own stages, through roles and names: changed in place, undone, by keyboard and on a phone; a deal is ended here.
import assert from 'node:assert/strict';
import test from 'node:test';
import { launchChromium, launchFirefox, openApp } from './harness.mjs';

const openGates = async (page) => {
  await openApp(page);
  await page.getByRole('tab', { name: '阶段门' }).click();
  await page.getByRole('list', { name: '过关条件' }).waitFor();
};

test('what is owed is told in the head of every screen of a deal, and leads to the gates', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  for (const tab of ['罗盘', '影响力', '一页纸', '拜访', '走势']) {
    await page.getByRole('tab', { name: tab }).click();
    await page.getByRole('button', { name: /^前面的阶段欠 \d+ 项/ }).waitFor();
  }
  await page.getByRole('button', { name: /^前面的阶段欠/ }).click();
  await page.getByRole('list', { name: '过关条件' }).waitFor();
  assert.match(page.url(), /\/gates$/);
});

test('met without a fact stays claimed until the fact is written in the form that opens; undo takes it back', async (t) => {
  const { page } = await launchChromium({ t, viewport: { width: 1366, height: 1200 } });
  await openGates(page);
  await page.getByRole('radio', { name: /^P5/ }).click();
  const item = page.getByRole('button', { name: '需求准确掌握 没做' });
  await item.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: '做到了' }).click();
  await page.getByText('说做到了，可是没有一条事实').waitFor({ state: 'attached' });
  await page.getByRole('textbox', { name: '看到、听到了什么' }).fill('需求书盖了章');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '需求书盖了章' }).waitFor();
  await page.getByText('说做到了，可是没有一条事实').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: '需求书盖了章' }).waitFor({ state: 'detached' });
});

test('a key action is ticked by keyboard, and what is begun waits', async (t) => {
  const { page } = await launchChromium({ t });
  await openGates(page);
  const action = page.getByRole('checkbox').first();
  await action.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { checked: true }).first().waitFor();
  await page.getByRole('button', { name: /：记一条事实$/ }).first().click();
  await page.getByRole('textbox', { name: '看到、听到了什么' }).fill('半句话');
  await page.getByRole('textbox', { name: '看到、听到了什么' }).blur();
  await page.keyboard.press('Escape');
  await page.getByText('改了还没保存').waitFor({ state: 'attached' });
});

test('a deal is lost with its reason and lessons and opened again, on a desktop and on a phone', async (t) => {
  for (const viewport of [{ width: 1366, height: 768 }, { width: 390, height: 844 }]) {
    const { page, close } = await launchChromium({ t, viewport, hasTouch: viewport.width < 500 });
    await openApp(page);
    await page.goto(page.url().replace(/\/compass.*/, '/gates'));
    await page.getByRole('button', { name: '结束这张单子' }).click();
    await page.getByRole('radio', { name: '输单' }).click();
    assert.ok(await page.getByRole('button', { name: '保存' }).isDisabled());
    await page.getByRole('button', { name: '原因' }).click();
    await page.getByRole('menuitem', { name: '输给对手' }).click();
    await page.getByRole('textbox', { name: '学到了什么' }).fill('太晚见到拍板的人');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('太晚见到拍板的人').first().waitFor({ state: 'attached' });
    await page.getByRole('button', { name: '重新打开' }).click();
    await page.getByRole('button', { name: '结束这张单子' }).waitFor();
    await close();
  }
});

test('the next stage is gone to through the gate check', async (t) => {
  const { page } = await launchChromium({ t });
  await openGates(page);
  await page.getByRole('button', { name: '走到 P5' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /改到 P5$/ }).click();
  await page.getByRole('radio', { name: /^P5.*在这步/ }).waitFor();
});

test('Firefox: a gate item is set aside as not applicable', async (t) => {
  const { page } = await launchFirefox({ t });
  await openApp(page);
  const find = (selector) => page.waitForSelector(`aria/${selector}`);
  await (await find('阶段门[role="tab"]')).click();
  await (await find('公司、产品和样板已展示 做到了[role="button"]')).click();
  await (await find('不适用[role="menuitem"]')).click();
  await find('公司、产品和样板已展示 不适用[role="button"]');
});

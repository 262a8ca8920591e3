// The deal on one page, through roles and names: it has an address, its entries are changed in place, by keyboard as well.
import assert from 'node:assert/strict';
import test from 'node:test';
import { launchChromium, launchFirefox, openApp } from './harness.mjs';

const openSheet = async (page) => {
  await openApp(page);
  await page.getByRole('tab', { name: '一页纸' }).click();
  await page.getByRole('heading', { name: '商机五要素' }).waitFor();
};

test('the sheet has an address, and leads to the axis and back', async (t) => {
  const { page } = await launchChromium({ t });
  await openSheet(page);
  assert.match(page.url(), /\/sheet$/);
  await page.getByRole('list', { name: '在客户心里走到哪' }).getByRole('button', { name: /^紧迫程度：/ }).click();
  await page.getByRole('heading', { name: '紧迫程度' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: '商机五要素' }).waitFor();
});

test('an answer is written with its fact by keyboard; Esc leaves it and keeps what was begun', async (t) => {
  const { page } = await launchChromium({ t });
  await openSheet(page);
  const answer = page.getByRole('button', { name: /^时间 T：/ });
  await answer.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: '现在知道什么' }).fill('年底前要批下来');
  await page.getByRole('textbox', { name: '看到、听到了什么' }).focus();
  await page.getByRole('button', { name: '返回' }).click();
  await answer.click();
  const words = page.getByRole('textbox', { name: '现在知道什么' });
  await words.waitFor();
  assert.equal(await words.inputValue(), '年底前要批下来');
  await page.getByRole('textbox', { name: '看到、听到了什么' }).fill('会上定的');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '时间 T：已核实。年底前要批下来' }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: /^时间 T：/ }).filter({ hasNotText: '年底前要批下来' }).waitFor();
});

test('one line plans a task, its result finishes it; also on a phone', async (t) => {
  for (const viewport of [{ width: 1366, height: 768 }, { width: 390, height: 844 }]) {
    const { page, close } = await launchChromium({ t, viewport, hasTouch: viewport.width < 500 });
    await openSheet(page);
    await page.getByRole('button', { name: '加一件事' }).last().click();
    await page.getByRole('textbox', { name: '要做什么' }).fill('下周三 请何工安排试用');
    await page.getByRole('list', { name: '看懂了这些' }).getByText('做什么: 请何工安排试用').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: '加入' }).click();
    await page.getByRole('button', { name: /^请何工安排试用，待办/ }).click();
    await page.getByRole('textbox', { name: '结果' }).fill('试了一周，没有停机');
    await page.getByRole('button', { name: '记下结果' }).click();
    await page.getByRole('button', { name: /^请何工安排试用，已完成/ }).waitFor();
    await close();
  }
});

test('gut feel is noted by keyboard', async (t) => {
  const { page } = await launchChromium({ t });
  await openSheet(page);
  await page.getByRole('radio', { name: '−3' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: '−3', checked: true }).waitFor();
});

test('Firefox: a team member is named in place', async (t) => {
  const { page } = await launchFirefox({ t });
  await openApp(page);
  const find = (selector) => page.waitForSelector(`aria/${selector}`);
  await (await find('一页纸[role="tab"]')).click();
  await (await find('渠道经理 · 还没有人[role="button"]')).click();
  const field = await find('名字[role="textbox"]');
  await field.click();
  await field.type('老杜');
  await (await find('保存[role="button"]')).click();
  await find('渠道经理 · 老杜[role="button"]');
});

// Where the focus goes, and which of several things a key means: nothing that opens, closes or vanishes leaves the keyboard nowhere.
import assert from 'node:assert/strict';
import test from 'node:test';
import { launchChromium, launchFirefox, openApp, paste, whenReady } from './harness.mjs';

const button = (page, name) => page.getByRole('button', { name, exact: typeof name === 'string' }).first();
const words = (page) => page.evaluate(() => {
  const { activeElement: at } = document;
  return at === document.body ? 'nothing' : at.getAttribute('aria-label') ?? at.textContent;
});
const meets = async (page, expected, what) => {
  await page.waitForFunction((wanted) => new RegExp(wanted).test(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent), expected.source, { timeout: 5000 })
    .catch(async () => assert.fail(`${what}: the focus is on ${await words(page)}`));
};
const gone = (page, role) => page.getByRole(role).waitFor({ state: 'detached' });

test('a menu by keyboard: it takes the focus, the arrows go round, Esc and Tab leave it, and its button has the focus again', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page, '#/deals');
  const opener = button(page, /：更多操作$/);
  assert.equal(await opener.getAttribute('aria-haspopup'), 'menu');
  assert.equal(await opener.getAttribute('aria-expanded'), 'false');
  await opener.focus();
  for (const open of ['Enter', 'Space']) {
    await page.keyboard.press(open);
    await meets(page, /^改名$/, open);
    assert.equal(await opener.getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('ArrowDown');
    await meets(page, /^修改基本信息$/, 'ArrowDown');
    await page.keyboard.press('End');
    await meets(page, /^删除/, 'End');
    await page.keyboard.press('ArrowDown');
    await meets(page, /^改名$/, 'ArrowDown at the end');
    await page.keyboard.press('ArrowUp');
    await meets(page, /^删除/, 'ArrowUp at the start');
    await page.keyboard.press('Home');
    await meets(page, /^改名$/, 'Home');
    await page.keyboard.press('Escape');
    await gone(page, 'menu');
    await meets(page, /：更多操作$/, 'Esc');
  }
  const deal = page.getByRole('link').first();
  for (const keys of ['ContextMenu', 'Shift+F10']) {
    await deal.focus();
    await page.keyboard.press(keys);
    await meets(page, /^改名$/, keys);
    await page.keyboard.press('Escape');
    await gone(page, 'menu');
    assert.equal(await deal.evaluate((element) => element === document.activeElement), true, `${keys}, Esc: ${await words(page)}`);
  }
  await opener.press('Enter');
  await meets(page, /^改名$/, 'Enter');
  await page.keyboard.press('Tab');
  await gone(page, 'menu');
  assert.notEqual(await words(page), 'nothing');
});

test('what a menu does leaves the focus where one goes on', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page, '#/deals');
  const choose = async (name) => {
    await button(page, /：更多操作$/).press('Enter');
    await page.getByRole('menuitem', { name }).press('Enter');
  };
  await choose('复制成文字');
  await meets(page, /：更多操作$/, 'copied');
  await choose('改名');
  await page.getByRole('textbox').waitFor();
  await page.keyboard.type('新名字');
  await page.keyboard.press('Enter');
  await gone(page, 'textbox');
  await meets(page, /：更多操作$/, 'renamed');
  await choose('修改基本信息');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await gone(page, 'dialog');
  await meets(page, /：更多操作$/, 'form left');
  await choose('删除');
  await gone(page, 'table');
  assert.notEqual(await words(page), 'nothing');
  await page.keyboard.press('Control+z');
  await page.getByRole('table').waitFor();
  assert.notEqual(await words(page), 'nothing');
});

async function walkThroughDeal(page) {
  await openApp(page);
  const axis = '紧迫程度：';
  await page.evaluate((beginning) => document.querySelector(`[aria-label^="${beginning}"]`).focus(), axis);
  await page.keyboard.press('Enter');
  await meets(page, /^紧迫程度$/, 'an axis opened');
  await page.keyboard.press('Escape');
  await meets(page, /^紧迫程度：/, 'the axis left');
}

test('on the compass nothing that opens or closes drops the focus', async (t) => {
  const { page } = await launchChromium({ t });
  await walkThroughDeal(page);
  await button(page, '试最好的一步').press('Enter');
  await meets(page, /^(保留|放弃)$/, 'tried');
  await button(page, '保留').press('Enter');
  await button(page, '保留').waitFor({ state: 'detached' });
  assert.notEqual(await words(page), 'nothing', 'kept');
  await button(page, /^紧迫程度：/).press('Enter');
  await button(page, '记一条事实').press('Enter');
  await meets(page, /^看到、听到了什么$/, 'a fact begun');
  await page.keyboard.type('客户说要等');
  await button(page, '保存').press('Enter');
  await gone(page, 'textbox');
  assert.notEqual(await words(page), 'nothing', 'a fact saved');
  await button(page, '单子').press('Enter');
  await page.getByRole('table').waitFor();
  await meets(page, /^单子$/, 'the list entered');
  await page.getByRole('link').first().press('Enter');
  await meets(page, /临江/, 'a deal entered');
});

test('Firefox: an axis takes the focus and gives it back', async (t) => {
  const { page } = await launchFirefox({ t });
  await openApp(page);
  await page.evaluate(() => document.querySelector('[aria-label^="紧迫程度："]').focus());
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.textContent === '紧迫程度');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => (document.activeElement.getAttribute('aria-label') ?? '').startsWith('紧迫程度：'));
});

test('one Esc leaves one thing', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  await button(page, /^紧迫程度：/).click();
  await button(page, '记一条事实').click();
  const source = button(page, /^谁说的，谁做的/);
  assert.match(await source.getAttribute('aria-label'), /没说是谁/);
  await source.click();
  await page.getByRole('menuitem').first().waitFor();
  await page.keyboard.press('Escape');
  await gone(page, 'menu');
  await page.getByRole('textbox', { name: '看到、听到了什么' }).waitFor();
  await page.keyboard.press('Escape');
  await gone(page, 'textbox');

  await paste(page, '客户\t项目\n东海\t改造');
  const dialog = page.getByRole('dialog');
  const column = dialog.getByRole('button', { name: /客户/ }).first();
  await column.click();
  await dialog.getByRole('radio').first().waitFor();
  await page.keyboard.press('Escape');
  await dialog.getByRole('radio').first().waitFor({ state: 'detached' });
  assert.equal(await dialog.count(), 1, 'the import is still there');
  await page.keyboard.press('Escape');
  await gone(page, 'dialog');
});

test('radios: one tab stop, the arrows choose', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page, '#/deals/new');
  const group = page.getByRole('dialog').getByRole('radiogroup').first();
  const stops = () => group.getByRole('radio').evaluateAll((radios) => radios.filter((radio) => radio.tabIndex === 0).length);
  assert.equal(await stops(), 1);
  const checked = () => group.getByRole('radio', { checked: true }).getAttribute('aria-label');
  const before = await checked();
  await group.getByRole('radio', { checked: true }).focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction((name) => document.activeElement.getAttribute('aria-label') !== name && document.activeElement.ariaChecked === 'true', before);
  assert.notEqual(await checked(), before);
  assert.equal(await stops(), 1);
  await page.keyboard.press('ArrowLeft');
  await page.waitForFunction((name) => document.activeElement.getAttribute('aria-label') === name, before);
  assert.equal(await checked(), before);
  await page.keyboard.press('Escape');
  await gone(page, 'dialog');
});

test('what is found is what one is led to; Enter in the search types nothing where the focus comes to', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  await button(page, /^紧迫程度：/).click();
  const fact = '“年内肯定要动”，谁说的记不清了';
  await button(page, fact).waitFor();
  await button(page, '返回').click();
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: '找什么' }).fill('年内肯定要动');
  await page.getByRole('dialog').getByRole('link').first().waitFor();
  await page.keyboard.press('Enter');
  await gone(page, 'dialog');
  await meets(page, /年内肯定要动/, 'led to a fact');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-current')), 'true');

  await button(page, '记一条事实').click();
  const box = page.getByRole('textbox', { name: '看到、听到了什么' });
  await box.fill('客户说要等');
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: '找什么' }).fill('lj');
  await page.keyboard.press('Escape');
  await gone(page, 'dialog');
  assert.equal(await box.inputValue(), '客户说要等');
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: '找什么' }).fill('lj');
  await page.getByRole('dialog').getByRole('link').first().waitFor();
  await page.keyboard.press('Enter');
  await gone(page, 'dialog');
  await button(page, '试最好的一步').waitFor();  // the deal itself, not the axis that was open
  await button(page, /^紧迫程度：/).click();
  assert.equal(await page.getByRole('textbox', { name: '看到、听到了什么' }).inputValue(), '客户说要等');
});

test('what was begun waits: another dialog, the way back and the browser\'s own question before it is lost', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page, '#/deals');
  await button(page, '新建单子').click();
  const customer = page.getByRole('textbox', { name: '客户' });
  await customer.fill('东海');
  const input = await page.context().newCDPSession(page);
  await customer.press('End');
  await input.send('Input.imeSetComposition', { text: 'gang', selectionStart: 4, selectionEnd: 4 });
  await page.goBack();
  await gone(page, 'dialog');
  await button(page, '新建单子').click();
  assert.equal(await customer.inputValue(), '东海gang');
  await customer.evaluate((element) => element.blur());
  await paste(page, '客户\t项目\n西岭\t改造');
  await page.getByRole('dialog', { name: '导入后会改变什么' }).waitFor();
  await page.keyboard.press('Escape');
  await gone(page, 'dialog');
  await page.keyboard.press('Control+f');
  await page.getByRole('dialog', { name: '查找' }).waitFor();
  await page.keyboard.press('Escape');
  await gone(page, 'dialog');
  await button(page, '继续填写').click();
  assert.equal(await customer.inputValue(), '东海gang');
  const asked = new Promise((resolve) => page.once('dialog', (dialog) => (resolve(dialog.type()), dialog.accept())));
  await page.reload();
  assert.equal(await asked, 'beforeunload');
  await whenReady(page);
});

test('a dialog that the address opens has the focus', async (t) => {
  const { page } = await launchChromium({ t });
  for (const [path, name] of [['#/deals/new', /^客户$/], ['#/deals/search', /^找什么$/], ['#/deals/about', /^关于赢单罗盘$/]]) {
    await openApp(page, path);
    await page.reload();
    await whenReady(page);
    await meets(page, name, path);
  }
});

test('a notice covers nothing on a phone and goes by itself', async (t) => {
  const { page } = await launchChromium({ t, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page.clock.install();
  await openApp(page);
  await button(page, '单子的操作').tap();
  await page.getByRole('menuitem', { name: '复制成文字' }).tap();
  const notice = page.getByRole('status').filter({ hasText: '已复制' });
  await notice.waitFor();
  const box = await notice.boundingBox();
  for (const place of await page.getByRole('button').all()) {
    const other = await place.boundingBox();
    const inside = other && other.y >= box.y && other.y + other.height <= box.y + box.height;  // the notice's own
    if (inside || !other) continue;
    const visible = await place.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const met = document.elementFromPoint(x + width / 2, y + height / 2);
      return met === element || !met || met.closest('.clips') !== element.closest('.clips') ? 'met' : met.outerHTML;
    });
    const over = Math.min(box.y + box.height, other.y + other.height) - Math.max(box.y, other.y);
    assert.ok(over <= 1 || (await place.evaluate((element) => !!element.closest('.clips'))), `${await place.getAttribute('aria-label')} lies under the notice`);
    assert.equal(visible, 'met');
  }
  await button(page, '试最好的一步').tap();
  await button(page, '保留').waitFor();
  await page.clock.runFor(12_000);
  await notice.waitFor({ state: 'detached' });
});

// On a phone, upright and on its side, and with a page zoomed to 200 %: nothing runs out at the side, a finger meets everything, and nothing is missing.
import assert from 'node:assert/strict';
import test from 'node:test';
import { launchChromium, openApp } from './harness.mjs';
import { difference } from './picture.mjs';

const upright = [[390, 844], [360, 640], [320, 568]], lying = [[844, 390], [667, 375]], zoomed = [[683, 384], [960, 540]];  // twice: 1366 × 768, 1920 × 1080
const phone = (t, [width, height], options = {}) => launchChromium({ t, viewport: { width, height }, hasTouch: true, isMobile: true, ...options });
const least = 43.5;  // 44, but for rounding to device pixels

async function assertFits(page, [width], screen) {
  assert.equal(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth), true, `${screen}: the page scrolls sideways`);
  const things = await page.evaluate(() => [...document.querySelectorAll('#mirror :is([role=button], [role=link], [role=checkbox], [role=radio], [role=menuitem], input, textarea)')]
    .filter((element) => !element.closest('[inert]'))
    .map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { name: `${element.role ?? element.localName} ${element.getAttribute('aria-label')}`, x, y, width, height };
    }));
  assert.ok(things.length > 2, `${screen}: only ${things.length} things to press`);
  for (const { name, x, width: wide, height } of things) {
    const words = `${screen}, ${width}: ${name}`;
    assert.ok(wide >= least && height >= least, `${words} is ${wide} × ${height}`);
    assert.ok(x >= -0.5 && x + wide <= width + 0.5, `${words} goes from ${x} to ${x + wide}`);
  }
}

test('a finger meets everything on every screen of a phone', async (t) => {
  for (const size of [...upright, ...lying, ...zoomed]) {
    for (const locale of ['en-US', 'zh-CN']) {
      const en = locale === 'en-US';
      const { page, close } = await phone(t, size, { locale });
      const press = (role, name) => page.getByRole(role, { name, exact: typeof name === 'string' }).first().tap();
      const fits = (screen) => assertFits(page, size, `${screen}, ${locale}`);
      await openApp(page);
      await page.getByRole('button', { name: en ? 'Deal actions' : '单子的操作' }).waitFor();
      await fits('compass');
      await press('button', en ? 'Try the best step' : '试最好的一步');
      await page.getByRole('button', { name: en ? 'Keep' : '保留' }).waitFor();
      await fits('a step on trial');
      await press('button', en ? 'Drop' : '放弃');
      await press('button', en ? 'Deal actions' : '单子的操作');
      await page.getByRole('menuitem').first().waitFor();
      await fits('menu of the deal');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: en ? /^Competition: / : /^竞争形势：/ }).click();
      await page.getByRole('checkbox').first().waitFor();
      await page.getByRole('button', { name: en ? 'Add a fact' : '记一条事实' }).click();
      await page.getByRole('textbox').first().waitFor();
      await fits('axis editor with an open fact');
      await press('button', en ? 'Back' : '返回');
      await press('button', en ? 'Back' : '返回');
      await page.getByRole('list', { name: en ? 'Deals' : '单子' }).waitFor();
      await fits('list');
      await press('button', en ? 'New deal' : '新建单子');
      await page.getByRole('dialog').waitFor();
      await fits('form');
      await page.keyboard.press('Escape');
      await close();
    }
  }
});

test('a phone on its side has the board and the numbers beside each other', async (t) => {
  const size = lying[0];
  const { page } = await phone(t, size);
  await openApp(page);
  const now = await page.getByRole('button', { name: /^现在：/ }).boundingBox();
  const index = await page.getByText(/^赢单指数 \d+%，区间/).boundingBox();
  const best = await page.getByRole('button', { name: '试最好的一步' }).boundingBox();
  const card = await page.getByRole('button', { name: /^竞争提升 → 领先: / }).boundingBox();
  assert.ok(now.x + now.width < index.x, 'the board stands left of the numbers');
  for (const box of [now, index, best, card]) assert.ok(box.y >= 0 && box.y + box.height <= size[1], 'all of them are seen without scrolling');
});

test('with deals on a phone, files come in and go out', async (t) => {
  const { page } = await phone(t, upright[0], { acceptDownloads: true });
  await openApp(page, '#/deals');
  const choose = async (name) => {
    await page.getByRole('button', { name: '更多', exact: true }).tap();
    await page.getByRole('menuitem', { name }).tap();
  };
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), choose('导入')]);
  assert.ok(chooser.isMultiple());
  const [download] = await Promise.all([page.waitForEvent('download'), choose('全部导出')]);
  assert.match(download.suggestedFilename(), /\.json$/);
});

test('on a phone everything of a deal and of the funnel can be taken along, also where the menu is higher than the screen', async (t) => {
  for (const size of [upright[0], upright[1], lying[1]]) {
    const { page, close } = await phone(t, size, { acceptDownloads: true });
    await openApp(page);
    await page.getByRole('button', { name: '单子的操作' }).tap();
    await page.getByRole('menuitem', { name: '导出…' }).tap();
    await page.getByRole('menu', { name: '导出' }).waitFor();
    const last = page.getByRole('menuitem').last();
    await last.scrollIntoViewIfNeeded();
    const { y, height } = await last.boundingBox();
    assert.ok(y >= 0 && y + height <= size[1], `${size}: the last one lies from ${y} to ${y + height}`);
    const item = page.getByRole('menuitem', { name: '人物表（CSV）' });
    await item.scrollIntoViewIfNeeded();
    const [download] = await Promise.all([page.waitForEvent('download'), item.tap()]);
    assert.match(download.suggestedFilename(), /\.csv$/);
    await page.goto(`${page.url().split('#')[0]}#/funnel`);
    await page.getByRole('button', { name: '导出' }).tap();
    const [report] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: '漏斗报告（HTML）' }).tap()]);
    assert.match(report.suggestedFilename(), /\.html$/);
    await close();
  }
});

test('on its own screen a deal is renamed and duplicated', async (t) => {
  const { page } = await phone(t, upright[0]);
  await openApp(page);
  const choose = async (name) => {
    await page.getByRole('button', { name: '单子的操作' }).tap();
    await page.getByRole('menuitem', { name }).tap();
  };
  await choose('改名');
  await page.getByRole('textbox', { name: '改名' }).fill('二期');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '临江化工 · 二期', level: 1 }).waitFor();
  await choose('复制一份');
  await page.getByRole('heading', { name: /^临江化工 · 二期.+/, level: 1 }).waitFor();
  await page.getByRole('button', { name: '返回' }).tap();
  await page.getByRole('list', { name: '单子' }).waitFor();
  assert.equal(await page.getByRole('link', { name: /^临江化工 · 二期/ }).count(), 2);
});

test('a trial keeps the range of every number', async (t) => {
  for (const viewport of [{ width: 1366, height: 768 }, { width: 390, height: 844 }]) {
    const { page, close } = await launchChromium({ t, viewport });
    await openApp(page);
    await page.getByRole('button', { name: '试最好的一步' }).click();
    await page.getByText(/^会不会买 \d+% → \d+%，区间 \d+–\d+%$/).waitFor();
    await page.getByText(/^会不会选我们 \d+% → \d+%，区间 \d+–\d+%$/).waitFor();
    await page.getByText(/^试走：赢单指数 \d+% → \d+%，区间 \d+–\d+%$/).waitFor();
    await close();
  }
});

test('two fingers enlarge the page wherever they do not turn the lattice', async (t) => {
  const { page } = await phone(t, upright[0]);
  await openApp(page);
  const input = await page.context().newCDPSession(page);
  const scale = () => page.evaluate(() => visualViewport.scale);
  await input.send('Input.synthesizePinchGesture', { x: 195, y: 700, scaleFactor: 2 });
  assert.ok(await scale() > 1.5, `enlarged ${await scale()} times`);
});

test('a ring is for the keyboard: a tap shows none', async (t) => {
  const { page } = await phone(t, upright[0]);
  await openApp(page);
  const dots = page.getByRole('button', { name: '单子的操作' });
  const { x, y, width, height } = await dots.boundingBox();
  const clip = { x, y: 0, width: width - 2, height: y + height + 8 };
  await page.getByRole('button', { name: '推进商务' }).or(page.getByRole('button', { name: '返回' })).first().waitFor();
  const before = await page.screenshot({ clip });
  await dots.tap();
  await page.getByRole('menuitem').first().waitFor();
  await page.touchscreen.tap(20, 700);
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await page.waitForTimeout(200);
  assert.equal(difference(before, await page.screenshot({ clip })), '');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await page.waitForTimeout(200);
  assert.notEqual(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), null);
});

test('a soft keyboard on a tablet takes no text box away, nor does turning it', async (t) => {
  const { page } = await phone(t, [1024, 768]);
  await openApp(page);
  const { id } = await page.evaluate(() => JSON.parse(globalThis.Module.rescue()).deals[0]);
  const boxes = [
    ['visit', '听到了什么'],
    ['gates', '学到了什么', '结束这张单子'],
    ['compass', '看到、听到了什么', /^紧迫程度：/, '记一条事实'],
  ];
  for (const [tab, name, ...ways] of boxes) {
    await page.evaluate((to) => location.hash = to, `#/deal/${id}/${tab}`);
    for (const way of ways) await page.getByRole('button', { name: way, exact: typeof way === 'string' }).first().tap();
    const box = page.getByRole('textbox', { name }).first();
    await box.tap();
    await page.keyboard.insertText('停机');
    for (const [width, height] of [[1024, 400], [768, 1024], [768, 620], [1024, 768]]) {
      await page.setViewportSize({ width, height });
      await page.waitForFunction(([w, h]) => innerWidth === w && innerHeight === h, [width, height]);
      await page.keyboard.insertText('检');
      assert.ok(await box.evaluate((element) => element === document.activeElement), `${tab}: ${width} × ${height}`);
    }
    assert.equal(await box.inputValue(), '停机检检检检');
    await page.keyboard.press('Escape');
  }
});

test('the tabs of every screen and the form of a deal are large enough for a thumb', async (t) => {
  for (const locale of ['en-US', 'zh-CN']) {
    const { page, close } = await phone(t, [360, 640], { locale });
    await openApp(page, '#/deals');
    const { id } = await page.evaluate(() => JSON.parse(globalThis.Module.rescue()).deals[0]);
    for (const address of ['funnel', 'review', 'customers', `deal/${id}/gates`, `deal/${id}/people`, `deal/${id}/sheet/basics`, 'deals/settings']) {
      await page.evaluate((to) => location.hash = to, `#/${address}`);
      await page.waitForTimeout(400);
      const small = await page.evaluate((least) => [...document.querySelectorAll('#mirror :is([role=tab], [role=radio], [role=button], [role=checkbox])')]
        .filter((element) => !element.closest('[inert]'))
        .map((element) => [element.getAttribute('aria-label'), element.getBoundingClientRect()])
        .filter(([, { width, height }]) => width < least || height < least)
        .map(([name, { width, height }]) => `${name}: ${width} × ${height}`), least);
      assert.deepEqual(small, [], `${address}, ${locale}`);
    }
    await close();
  }
});

test('an open editor leaves nothing of its wide form behind when the window becomes narrow', async (t) => {
  const { page } = await launchChromium({ t, viewport: { width: 1366, height: 768 } });
  await openApp(page);
  const names = () => page.locator('#mirror').evaluate((mirror) =>
    [...mirror.querySelectorAll('[role]')].map((element) => `${element.getAttribute('role')} ${element.getAttribute('aria-label') ?? element.textContent}`));
  const editor = page.getByRole('radio', { name: '领先', exact: true }), axis = page.getByRole('button', { name: /^竞争形势：/ });
  await axis.click();
  await editor.waitFor();
  const wide = await names();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.waitForFunction((count) => document.querySelectorAll('#mirror [role]').length !== count, wide.length);
  await page.waitForTimeout(300);
  await editor.waitFor();
  const narrowed = await names();
  await page.getByRole('button', { name: '返回', exact: true }).last().click();
  await editor.waitFor({ state: 'detached' });
  await axis.click();
  await editor.waitFor();
  await page.waitForTimeout(300);
  assert.deepEqual(narrowed, await names());
});
